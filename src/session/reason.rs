//! Why something is suggested, and how sure that is, in words.
//!
//! The engine gives a reason as data; here it becomes a sentence. It is kept beside the suggestion, as
//! long as that waits for an answer, and nowhere else.

use crate::extract::{List, Reason};
use crate::message::Message;
use crate::session::Session;
use crate::view::ShownKey;

/// A score as it is shown: in per cent, and never as if it were certain, one way or the other.
pub fn percent(score: f32) -> u64 {
    (score * 100.0).round().clamp(1.0, 99.0) as u64
}

/// What spoke for a suggestion.
pub fn words(reason: &Reason) -> Message {
    match reason {
        Reason::Amount => Message::WhyAmount,
        Reason::Calendar => Message::WhyCalendar,
        Reason::Listed(list) => listed(*list),
        Reason::Title { word } => Message::WhyTitle { words: word.clone() },
        Reason::Trigger { word } => Message::WhyTrigger { words: word.clone() },
        Reason::GivenName => Message::WhyGivenName,
        Reason::Capitals => Message::WhyCapitals,
        Reason::Learned => Message::WhyLearned,
        Reason::Mentioned { name } => Message::WhyMentioned { words: name.clone() },
        Reason::Decided { accepted, rejected } => {
            Message::WhyDecided { accepted: (*accepted).into(), rejected: (*rejected).into() }
        }
    }
}

fn listed(list: List) -> Message {
    match list {
        List::Countries => Message::WhyCountries,
        List::Capitals => Message::WhyCapitalCities,
        List::Cities => Message::WhyCities,
        List::States => Message::WhyStates,
        List::Regions => Message::WhyRegions,
        List::Groups => Message::WhyGroups,
        List::Languages => Message::WhyLanguages,
        List::Organizations => Message::WhyOrganizations,
        List::Events => Message::WhyEvents,
        List::Own => Message::WhyOwn,
    }
}

impl Session {
    /// Why `key` is suggested in the open article, in words; `None` where it is not.
    pub fn why(&self, key: ShownKey) -> Option<Message> {
        let ShownKey::Suggested(key) = key else { return None };
        let proposals = self.proposals_on(self.open_document()?)?;
        Some(words(&proposals.get(key)?.reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_score_is_shown_as_certain() {
        for (score, shown) in
            [(0.834, 83), (0.835, 84), (0.999, 99), (1.0, 99), (0.0, 1), (0.5, 50)]
        {
            assert_eq!(percent(score), shown, "{score}");
        }
    }
}
