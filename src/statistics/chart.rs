//! Pictures of numbers as plain data: what to draw, not how.

use crate::message::Message;
use crate::model::id::LabelId;

/// How a part of a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The label's full color: what stands.
    Solid,
    /// The label's wash with its edge: what was corrected.
    Tint,
    /// An edge alone: what was wrong.
    Hollow,
    /// A dashed edge: what waits for an answer.
    Dashed,
}

/// A bar made of parts, for one label.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The label.
    pub label: LabelId,
    /// Its name.
    pub name: String,
    /// The parts, from the start.
    pub parts: Vec<(Fill, u64)>,
}

/// How many values lie between two bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// The least value that belongs here.
    pub from: f64,
    /// The first that no longer does.
    pub to: f64,
    /// How many.
    pub n: u64,
}

/// A point of a reliability curve: what was expected, and what came of it. All shares, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The mean score.
    pub expected: f64,
    /// The part that was right.
    pub right: f64,
    /// Between which shares the true one likely lies.
    pub bounds: (f64, f64),
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// A bar a label, with what the fills mean.
    Bars {
        /// The bars, from the top.
        bars: Vec<Bar>,
        /// What each fill says.
        legend: Vec<(Fill, Message)>,
    },
    /// How many of each size.
    Histogram {
        /// The sizes, from the left.
        bins: Vec<Bin>,
        /// What is measured.
        unit: Message,
    },
    /// Whether scores mean what they say; on the diagonal they do.
    Reliability(Vec<Point>),
}

/// Puts `values` into at most `most` bins of one width: 1, 2 or 5 times a power of ten, and no less
/// than 1. The last bin that is not empty ends the picture.
pub fn bins(values: &[f64], most: u32) -> Vec<Bin> {
    let Some(greatest) = values.iter().copied().max_by(f64::total_cmp) else { return Vec::new() };
    let width = width(greatest, most);
    let place = |value: f64| (value / width) as usize;
    let mut counts = vec![0; place(greatest) + 1];
    for value in values {
        counts[place(*value)] += 1;
    }
    let bin = |(n, count): (usize, u64)| {
        let from = n as f64 * width;
        Bin { from, to: from + width, n: count }
    };
    counts.into_iter().enumerate().map(bin).collect()
}

fn width(greatest: f64, most: u32) -> f64 {
    let mut power = 1.0;
    loop {
        for step in [1.0, 2.0, 5.0] {
            if greatest < step * power * f64::from(most) {
                return step * power;
            }
        }
        power *= 10.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(values: &[f64], most: u32) -> Vec<(f64, f64, u64)> {
        bins(values, most).into_iter().map(|it| (it.from, it.to, it.n)).collect()
    }

    #[test]
    fn bins_have_round_widths_and_hold_every_value() {
        assert_eq!(counts(&[], 5), []);
        assert_eq!(
            counts(&[1.0, 1.0, 3.0], 5),
            [(0.0, 1.0, 0), (1.0, 2.0, 2), (2.0, 3.0, 0), (3.0, 4.0, 1)]
        );
        assert_eq!(
            counts(&[0.5, 9.9, 10.0], 6),
            [
                (0.0, 2.0, 1),
                (2.0, 4.0, 0),
                (4.0, 6.0, 0),
                (6.0, 8.0, 0),
                (8.0, 10.0, 1),
                (10.0, 12.0, 1)
            ]
        );
        assert_eq!(counts(&[4_000.0], 10).len(), 9);
        assert_eq!(counts(&[4_000.0], 10)[8], (4_000.0, 4_500.0, 1));
    }
}
