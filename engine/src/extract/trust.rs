//! How often a name is right that only the rules propose: the score that is shown for it.
//!
//! The rules' own scores say which of two proposals goes first. The shares here were counted, by rules
//! alone, on the development sets that the page of the model names; for labels that those do not mark
//! the rules' own scores stand, and so they do in Spanish, of which there is too little to count.

use crate::extract::candidate::Candidate;
use crate::extract::{List, Reason};

/// The share of right names among those that are proposed like `it`, 0 to 1.
pub fn share(it: &Candidate) -> f32 {
    let own = it.score;
    match (it.label, &it.reason) {
        ("PERSON", reason) => person(reason, own),
        ("ORG", reason) => body(reason, own),
        ("GPE", reason) => place(reason, own),
        ("LOC", Reason::Listed(List::Regions)) => 0.77,
        ("LOC", Reason::Trigger { .. }) => 0.73,
        ("FAC", Reason::Trigger { .. }) => 0.54,
        _ => own,
    }
}

fn person(reason: &Reason, own: f32) -> f32 {
    match reason {
        Reason::GivenName if own > 0.8 => 0.90,
        Reason::GivenName => 0.67,
        Reason::Mentioned { .. } => 0.89,
        Reason::Title { .. } => 0.83,
        Reason::Capitals if own > 0.42 => 0.67,
        Reason::Capitals => 0.36,
        _ => own,
    }
}

fn body(reason: &Reason, own: f32) -> f32 {
    match reason {
        Reason::Mentioned { .. } => 0.96,
        Reason::Trigger { .. } => 0.70,
        Reason::Listed(List::Organizations) if own > 0.82 => 0.68,
        Reason::Listed(List::Organizations) => 0.54,
        Reason::Capitals if own > 0.45 => 0.45,
        Reason::Capitals => 0.20,
        _ => own,
    }
}

fn place(reason: &Reason, own: f32) -> f32 {
    match reason {
        Reason::Listed(List::Countries) => 0.60,
        Reason::Listed(List::Capitals) => 0.72,
        Reason::Listed(List::Cities) if own > 0.87 => 0.91,
        Reason::Listed(List::Cities) => 0.61,
        Reason::Listed(List::States) => 0.46,
        Reason::Capitals if own > 0.6 => 0.79,
        Reason::Capitals => 0.39,
        _ => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(label: &'static str, reason: Reason, score: f32) -> f32 {
        share(&Candidate { first: 0, last: 0, label, score, reason })
    }

    #[test]
    fn what_was_counted_stands_for_what_the_rules_say() {
        assert!((told("PERSON", Reason::GivenName, 0.85) - 0.90).abs() < 1e-6);
        assert!((told("GPE", Reason::Listed(List::Cities), 0.95) - 0.91).abs() < 1e-6);
        let lone = told("ORG", Reason::Capitals, 0.4);
        assert!(lone < told("ORG", Reason::Capitals, 0.55));
    }

    #[test]
    fn what_could_not_be_counted_keeps_its_score() {
        assert!((told("LAW", Reason::Capitals, 0.6) - 0.6).abs() < 1e-6);
        assert!((told("DATE", Reason::Calendar, 0.93) - 0.93).abs() < 1e-6);
    }
}
