//! What a dataset holds besides the words, and which of it a format has room for.
//!
//! One list, read by the export dialog (what *would* be lost), by the writer (what is taken out
//! and reported), by `docs/formats.md` and by the laws.

use crate::message::Message;

/// One kind of thing that a dataset can hold and a format may have no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A whole article.
    Articles,
    /// An article's own id.
    Ids,
    /// What people call an article.
    Names,
    /// The language of an article.
    Languages,
    /// Fields that came with an article and are not ours.
    Meta,
    /// Marks, with all that hangs on them.
    Marks,
    /// Properties of marks and relations.
    Attributes,
    /// Remarks on marks.
    Notes,
    /// Which entity of the world a mark names.
    Links,
    /// Who says so, and a mark's own id.
    Provenance,
    /// Ties between marks.
    Relations,
    /// Labels of articles as a whole.
    ArticleLabels,
    /// Where somebody has looked.
    Reviewed,
    /// Whether an article is done.
    Status,
    /// What was said to suggestions.
    Decisions,
    /// The work of other authors than the one that is written.
    Tracks,
    /// How labels are drawn and defined; the project's name, authors and guidelines.
    Definitions,
    /// Suggestions that nobody has decided.
    Suggestions,
}

impl Thing {
    /// Every kind, in the order in which people are told of them.
    pub const ALL: [Self; 18] = [
        Self::Articles,
        Self::Marks,
        Self::Relations,
        Self::Attributes,
        Self::Notes,
        Self::Links,
        Self::Suggestions,
        Self::Decisions,
        Self::Reviewed,
        Self::Status,
        Self::ArticleLabels,
        Self::Tracks,
        Self::Provenance,
        Self::Definitions,
        Self::Meta,
        Self::Languages,
        Self::Names,
        Self::Ids,
    ];

    /// Says that there are `count` of them: *3 notes*.
    pub fn count(self, count: u64) -> Message {
        match self {
            Self::Articles => Message::LossArticles { count },
            Self::Ids => Message::LossIds { count },
            Self::Names => Message::LossNames { count },
            Self::Languages => Message::LossLanguages { count },
            Self::Meta => Message::LossMeta { count },
            Self::Marks => Message::LossMarks { count },
            Self::Attributes => Message::LossAttributes { count },
            Self::Notes => Message::LossNotes { count },
            Self::Links => Message::LossLinks { count },
            Self::Provenance => Message::LossProvenance { count },
            Self::Relations => Message::LossRelations { count },
            Self::ArticleLabels => Message::LossArticleLabels { count },
            Self::Reviewed => Message::LossReviewed { count },
            Self::Status => Message::LossStatus { count },
            Self::Decisions => Message::LossDecisions { count },
            Self::Tracks => Message::LossTracks { count },
            Self::Definitions => Message::LossDefinitions { count },
            Self::Suggestions => Message::LossSuggestions { count },
        }
    }

    /// What it is called where there is no count: *Notes*.
    pub fn name(self) -> Message {
        match self {
            Self::Articles => Message::ThingArticles,
            Self::Ids => Message::ThingIds,
            Self::Names => Message::ThingNames,
            Self::Languages => Message::ThingLanguages,
            Self::Meta => Message::ThingMeta,
            Self::Marks => Message::ThingMarks,
            Self::Attributes => Message::ThingAttributes,
            Self::Notes => Message::ThingNotes,
            Self::Links => Message::ThingLinks,
            Self::Provenance => Message::ThingProvenance,
            Self::Relations => Message::ThingRelations,
            Self::ArticleLabels => Message::ThingArticleLabels,
            Self::Reviewed => Message::ThingReviewed,
            Self::Status => Message::ThingStatus,
            Self::Decisions => Message::ThingDecisions,
            Self::Tracks => Message::ThingTracks,
            Self::Definitions => Message::ThingDefinitions,
            Self::Suggestions => Message::ThingSuggestions,
        }
    }
}

/// What a format has room for.
#[derive(Clone, Copy, Debug)]
pub struct Keeps {
    lost: &'static [Thing],
}

impl Keeps {
    /// A format that keeps everything.
    pub const ALL: Self = Self::all_but(&[]);

    /// A format that has no room for `lost`.
    pub const fn all_but(lost: &'static [Thing]) -> Self {
        Self { lost }
    }

    /// Whether the format has room for `thing`.
    pub fn has(self, thing: Thing) -> bool {
        !self.lost.contains(&thing)
    }

    /// What the format has no room for.
    pub fn lost(self) -> &'static [Thing] {
        self.lost
    }
}
