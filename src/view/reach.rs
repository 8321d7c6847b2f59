//! Finds the marks that reach beyond an offset, without looking at those that do not.
//!
//! A tree over the ends of marks in reading order; each inner node knows the greatest end below
//! it. Built in one pass, never changed.

/// The ends of marks, by position in reading order.
#[derive(Clone, Debug, Default)]
pub(super) struct Reach {
    /// A power of two, or 0 for no marks: the number of leaves.
    width: usize,
    /// Node 1 is the root, `2n` and `2n + 1` are below `n`; leaves are the last `width`.
    greatest: Vec<u32>,
}

impl Reach {
    /// The tree of `ends`.
    pub(super) fn new(ends: impl ExactSizeIterator<Item = u32>) -> Self {
        if ends.len() == 0 {
            return Self::default();
        }
        let width = ends.len().next_power_of_two();
        let mut greatest = vec![0; 2 * width];
        for (leaf, end) in greatest[width..].iter_mut().zip(ends) {
            *leaf = end;
        }
        for node in (1..width).rev() {
            greatest[node] = greatest[2 * node].max(greatest[2 * node + 1]);
        }
        Self { width, greatest }
    }

    /// The first position from `from` on whose end lies beyond `offset`.
    pub(super) fn first_beyond(&self, from: usize, offset: u32) -> Option<usize> {
        if from >= self.width {
            return None;
        }
        let mut node = self.width + from;
        while self.greatest[node] <= offset {
            while node % 2 == 1 {
                if node == 1 {
                    return None;
                }
                node /= 2;
            }
            node += 1;
        }
        while node < self.width {
            node *= 2;
            if self.greatest[node] <= offset {
                node += 1;
            }
        }
        Some(node - self.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_scan_finds() {
        for n in [0, 1, 2, 3, 7, 8, 9] {
            let ends: Vec<u32> = (0..n).map(|it| it * 7 % 5 * 10 + 5).collect();
            let reach = Reach::new(ends.iter().copied());
            for from in 0..n as usize + 3 {
                for offset in [0, 4, 5, 14, 15, 44, 45, 99] {
                    let scanned = (from..ends.len()).find(|it| ends[*it] > offset);
                    assert_eq!(
                        reach.first_beyond(from, offset),
                        scanned,
                        "{ends:?} {from} {offset}"
                    );
                }
            }
        }
    }
}
