//! The middle of many numbers, and how far they lie apart.
//!
//! Quartiles are read off between the two numbers next to their place, in proportion: the definition
//! that spreadsheets call inclusive (type 7 of Hyndman and Fan, "Sample Quantiles in Statistical
//! Packages", 1996).

use crate::order::sort_by;

/// Five numbers that describe many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many there are.
    pub n: u64,
    /// A quarter of them is at most this.
    pub lower: f64,
    /// Half of them is.
    pub median: f64,
    /// Three quarters are.
    pub upper: f64,
    /// The greatest.
    pub most: f64,
    /// All of them together.
    pub sum: f64,
}

impl Spread {
    /// Their arithmetic mean.
    pub fn mean(&self) -> f64 {
        self.sum / self.n as f64
    }

    /// Describes `values`; `None` when there is none.
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        sort_by(&mut values, f64::total_cmp);
        Some(Self {
            n: values.len() as u64,
            lower: quantile(&values, 0.25)?,
            median: quantile(&values, 0.5)?,
            upper: quantile(&values, 0.75)?,
            most: *values.last()?,
            sum: values.iter().sum(),
        })
    }
}

fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * sorted.len().checked_sub(1)? as f64;
    let below = *sorted.get(place.floor() as usize)?;
    let above = *sorted.get(place.ceil() as usize)?;
    Some(below + (above - below) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_are_those_of_a_spreadsheet() {
        let spread = |values: &[f64]| {
            let it = Spread::of(values.to_vec()).unwrap();
            (it.lower, it.median, it.upper, it.most)
        };
        assert_eq!(spread(&[7.0]), (7.0, 7.0, 7.0, 7.0));
        assert_eq!(spread(&[4.0, 1.0, 3.0, 2.0]), (1.75, 2.5, 3.25, 4.0));
        assert_eq!(spread(&[5.0, 1.0, 2.0, 4.0, 3.0]), (2.0, 3.0, 4.0, 5.0));
        assert_eq!(Spread::of(Vec::new()), None);
        assert_eq!(Spread::of(vec![1.0, 2.0, 6.0]).unwrap().mean().to_string(), "3");
    }
}
