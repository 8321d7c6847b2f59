//! What a sum means: how often a name with such a margin is right.
//!
//! The margin of a name is by how much the best answer beats the best one without it. The table says,
//! for margins in equal steps, which share of such names was right in texts that the weights were not
//! made from. Between two steps the share is drawn straight, in whole numbers, so that it is the same
//! on every machine.

/// How many steps there are.
pub const N_STEPS: usize = 32;

/// Shares by margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// How far two steps are apart, in parts of a weight's step.
    step: u32,
    /// In thousandths, for a margin of none, one step, two and so on.
    shares: [u16; N_STEPS],
}

impl Default for Calibration {
    /// One that knows nothing: half of all names are right.
    fn default() -> Self {
        Self { step: 1, shares: [500; N_STEPS] }
    }
}

impl Calibration {
    /// How many bytes it takes.
    pub const LENGTH: usize = 4 + 2 * N_STEPS;

    /// With `shares` in thousandths, `step` parts apart.
    pub fn new(step: u32, shares: [u16; N_STEPS]) -> Self {
        Self { step: step.max(1), shares }
    }

    /// The largest margin that is told from larger ones.
    pub fn most(&self) -> i32 {
        (self.step * (N_STEPS as u32 - 1)).cast_signed()
    }

    /// Which share of the names with this margin is right, 0 to 1.
    pub fn share(&self, margin: i32) -> f32 {
        let margin = margin.clamp(0, self.most()).cast_unsigned();
        let (at, rest) = ((margin / self.step) as usize, margin % self.step);
        let low = u32::from(self.shares[at]);
        let high = u32::from(self.shares[(at + 1).min(N_STEPS - 1)]);
        let share = (u64::from(low) * u64::from(self.step - rest)
            + u64::from(high) * u64::from(rest))
            / u64::from(self.step);
        share as f32 / 1000.0
    }

    /// As bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut all = self.step.to_le_bytes().to_vec();
        all.extend(self.shares.iter().flat_map(|it| it.to_le_bytes()));
        all
    }

    /// What [`Calibration::bytes`] wrote; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (step, rest) = bytes.split_first_chunk()?;
        let step = u32::from_le_bytes(*step);
        let mut shares = [0; N_STEPS];
        if rest.len() != 2 * N_STEPS || step == 0 || step > 1 << 24 {
            return None;
        }
        for (share, it) in shares.iter_mut().zip(rest.chunks_exact(2)) {
            *share = u16::from_le_bytes([it[0], it[1]]);
        }
        shares.iter().all(|it| *it <= 1000).then_some(Self { step, shares })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_drawn_straight_between_steps() {
        let mut shares = [900; N_STEPS];
        shares[0] = 400;
        shares[1] = 600;
        let it = Calibration::new(10, shares);
        let near =
            |margin, share: f32| assert!((it.share(margin) - share).abs() < 1e-6, "{margin}");
        near(-4, 0.4);
        near(5, 0.5);
        near(10, 0.6);
        near(i32::MAX, 0.9);
        assert_eq!(Calibration::from_bytes(&it.bytes()), Some(it));
        assert_eq!(Calibration::from_bytes(&[0; Calibration::LENGTH]), None);
    }
}
