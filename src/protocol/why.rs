//! What speaks for a suggestion, as the engine says it and as it travels: one for the other.

use crate::extract::{List, Reason};
use crate::protocol::message::Why;

impl From<Reason> for Why {
    fn from(it: Reason) -> Self {
        match it {
            Reason::Amount => Self::Amount,
            Reason::Calendar => Self::Calendar,
            Reason::Listed(List::Countries) => Self::Countries,
            Reason::Listed(List::Capitals) => Self::Capitals,
            Reason::Listed(List::Cities) => Self::Cities,
            Reason::Listed(List::States) => Self::States,
            Reason::Listed(List::Regions) => Self::Regions,
            Reason::Listed(List::Groups) => Self::Groups,
            Reason::Listed(List::Languages) => Self::Languages,
            Reason::Listed(List::Organizations) => Self::Organizations,
            Reason::Listed(List::Events) => Self::Events,
            Reason::Listed(List::Own) => Self::Own,
            Reason::Title { word } => Self::Title { word },
            Reason::Trigger { word } => Self::Trigger { word },
            Reason::GivenName => Self::GivenName,
            Reason::Capitals => Self::Shape,
            Reason::Learned => Self::Learned,
            Reason::Mentioned { name } => Self::Mentioned { name },
            Reason::Decided { accepted, rejected } => Self::Decided { accepted, rejected },
        }
    }
}

impl From<Why> for Reason {
    fn from(it: Why) -> Self {
        match it {
            Why::Amount => Self::Amount,
            Why::Calendar => Self::Calendar,
            Why::Countries => Self::Listed(List::Countries),
            Why::Capitals => Self::Listed(List::Capitals),
            Why::Cities => Self::Listed(List::Cities),
            Why::States => Self::Listed(List::States),
            Why::Regions => Self::Listed(List::Regions),
            Why::Groups => Self::Listed(List::Groups),
            Why::Languages => Self::Listed(List::Languages),
            Why::Organizations => Self::Listed(List::Organizations),
            Why::Events => Self::Listed(List::Events),
            Why::Own => Self::Listed(List::Own),
            Why::Title { word } => Self::Title { word },
            Why::Trigger { word } => Self::Trigger { word },
            Why::GivenName => Self::GivenName,
            Why::Shape => Self::Capitals,
            Why::Learned => Self::Learned,
            Why::Mentioned { name } => Self::Mentioned { name },
            Why::Decided { accepted, rejected } => Self::Decided { accepted, rejected },
        }
    }
}
