//! The messages, as they travel.
//!
//! Offsets are UTF-8 bytes of the text that the hash names. Hashes are 64 hexadecimal digits.

use serde::{Deserialize, Serialize};

use crate::extract::engine::Forgotten;
use crate::extract::{Example, Suggestion};
use crate::source::Source;
use crate::text::TextRange;

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The page's number for it, never used twice.
    pub ticket: u32,
    /// What to do.
    pub job: Job,
}

/// What there is to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Job {
    /// Make the engine. First of all, and again for another project.
    Start {
        /// The page's [`crate::protocol::PROTOCOL_VERSION`].
        version: u32,
    },
    /// Keep a text, to be asked about by its hash.
    Text {
        /// Its hash.
        hash: String,
        /// Its words.
        text: String,
    },
    /// Let a text go, and with it what was asked about it.
    Forget {
        /// Its hash.
        hash: String,
    },
    /// Read parts of a text. What was asked about the same text before and is not read yet is
    /// canceled.
    Suggest {
        /// The text's hash.
        hash: String,
        /// Its language, as BCP 47 has it, as far as it is known.
        language: Option<String>,
        /// The parts, the most wanted first. What two of them share is read once.
        windows: Vec<(u32, u32)>,
    },
    /// Stop working on another ticket.
    Cancel {
        /// That ticket.
        ticket: u32,
    },
    /// Take in lessons, which are numbered from 1. Those after `after` are unlearned before.
    Learn {
        /// After which lesson these go on: the last one, one of [`Reply::Learned`]'s `states`, or 0.
        after: u32,
        /// The number of the last of these.
        upto: u32,
        /// What they show, in order; a lesson may show more than one thing, or nothing.
        examples: Vec<Decided>,
        /// Whether others follow: until the last of them, answers are given as before.
        more: bool,
    },
    /// Know what a `Save` gave, instead of all that was learned. Answered by `Learned`.
    Recall {
        /// How many lessons it comes from.
        count: u32,
        /// What the `Save` gave.
        learned: String,
    },
    /// Suggest these names of the user's own, instead of those named before. Answered by `Listed`.
    Names {
        /// Each name with its label's name; of two alike the first counts.
        names: Vec<(String, String)>,
    },
    /// Give all that was learned.
    Save,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Reply {
    /// The engine is made.
    Ready {
        /// The ticket of the `Start`.
        ticket: u32,
        /// The worker's version of the messages.
        version: u32,
        /// How often the engine has learned or started.
        epoch: u32,
        /// Which engine it is.
        source: EngineName,
        /// A hash of all that decides what it learns from lessons.
        base: String,
    },
    /// One piece was read.
    Found {
        /// The ticket of the `Suggest`.
        ticket: u32,
        /// The text's hash.
        hash: String,
        /// The engine's epoch when it read.
        epoch: u32,
        /// What was read: replace what was suggested inside.
        covered: (u32, u32),
        /// Sorted by start.
        suggestions: Vec<Suggested>,
    },
    /// All of it is done.
    Done {
        /// Whose ticket.
        ticket: u32,
    },
    /// It was canceled, or a newer request took its place.
    Canceled {
        /// Whose ticket.
        ticket: u32,
    },
    /// The lessons were taken in.
    Learned {
        /// The ticket of the `Learn` or `Recall`.
        ticket: u32,
        /// The engine's epoch: a new one when the lessons are in use.
        epoch: u32,
        /// Which engine it is now.
        source: EngineName,
        /// How many lessons were learned.
        count: u32,
        /// Numbers of lessons after which a `Learn` may go on.
        states: Vec<u32>,
        /// What is read otherwise than before.
        reach: Reach,
        /// What of all that was learned made room.
        forgotten: Lost,
    },
    /// The lists of names, the model, or the user's own names are taken in: what was read before is
    /// to be read again.
    Listed {
        /// The ticket of the `Names`; 0 for what ships, which comes beside the messages.
        ticket: u32,
        /// The engine's new epoch.
        epoch: u32,
        /// Which engine it is now.
        source: EngineName,
        /// A hash of all that decides what it learns from lessons.
        base: String,
        /// How many lessons it knows: none, where `base` is another one than before.
        count: u32,
    },
    /// All that was learned.
    Saved {
        /// The ticket of the `Save`.
        ticket: u32,
        /// The epoch that it belongs to.
        epoch: u32,
        /// To be handed to `Recall`.
        learned: String,
    },
    /// It cannot be done.
    Failed {
        /// Whose ticket; 0 where the request could not be read.
        ticket: u32,
        /// Why.
        why: Failure,
    },
}

/// Why something cannot be done. The words for it are made in `message`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Failure {
    /// There was no `Start` yet.
    NotStarted,
    /// The page speaks another version.
    OtherVersion {
        /// The worker's version.
        version: u32,
    },
    /// No text with that hash was sent, or it was forgotten.
    UnknownText,
    /// The text's hash is another one.
    WrongHash,
    /// The request is not a message of this version.
    UnreadableRequest,
    /// Lessons were to go on after one that the engine cannot go back to.
    UnknownLesson,
    /// What was saved cannot be read back.
    DamagedLearning,
    /// The lists of names are not as they were written.
    DamagedLists,
    /// The lists of names are of another version.
    OtherLists {
        /// Theirs.
        version: u32,
    },
    /// The model did not come.
    NoModel,
    /// The model is not as it was written.
    DamagedModel,
    /// The model is of another version.
    OtherModel {
        /// Its version.
        version: u32,
    },
}

/// An engine's name, as it travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EngineName {
    /// The engine.
    pub name: String,
    /// Its version.
    pub version: String,
    /// A hash of all that decides its answers.
    pub fingerprint: String,
}

/// A suggestion, as it travels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggested {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The label's name.
    pub label: String,
    /// 0 to 1.
    pub score: f32,
    /// What spoke for it.
    pub reason: Why,
}

/// How far a lesson reaches: nowhere by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// A text with these words is read otherwise: each is some tokens, joined by one blank.
    pub words: Vec<String>,
    /// Whether any other text may be, too.
    pub wide: bool,
}

/// What made room for newer lessons, as it travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lost {
    /// How many words with a label.
    pub words: u32,
    /// How many features.
    pub features: u32,
}

/// [`Reason`](crate::extract::Reason), as it travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the variants and fields are those of `Reason`")]
pub enum Why {
    Amount,
    Calendar,
    Countries,
    Capitals,
    Cities,
    States,
    Regions,
    Groups,
    Languages,
    Organizations,
    Events,
    Own,
    Title { word: String },
    Trigger { word: String },
    GivenName,
    Shape,
    Learned,
    Mentioned { name: String },
    Decided { accepted: u32, rejected: u32 },
}

/// [`Example`], as it travels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// The words that the offsets are in.
    pub text: String,
    /// Where a person looked.
    pub reviewed: Vec<(u32, u32)>,
    /// Start, end and label of what is right.
    pub gold: Vec<(u32, u32, String)>,
    /// Start, end and label of what was refused.
    pub rejected: Vec<(u32, u32, String)>,
    /// Labels of the engine that could not be given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
}

impl Request {
    /// Reads a message; anything else is [`Failure::UnreadableRequest`].
    pub fn from_json(json: &str) -> Result<Self, Failure> {
        serde_json::from_str(json).map_err(|_| Failure::UnreadableRequest)
    }

    /// The message.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers are JSON")
    }
}

impl Reply {
    /// Reads a message; `None` for anything else.
    pub fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// The message.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers are JSON")
    }
}

impl From<Forgotten> for Lost {
    fn from(it: Forgotten) -> Self {
        Self { words: it.words, features: it.features }
    }
}

impl From<Source> for EngineName {
    fn from(it: Source) -> Self {
        Self { name: it.name, version: it.version, fingerprint: it.fingerprint }
    }
}

impl From<EngineName> for Source {
    fn from(it: EngineName) -> Self {
        Self { name: it.name, version: it.version, fingerprint: it.fingerprint }
    }
}

impl From<Suggestion> for Suggested {
    fn from(it: Suggestion) -> Self {
        let (start, end) = (it.range.start(), it.range.end());
        Self { start, end, label: it.label, score: it.score, reason: it.reason.into() }
    }
}

impl Suggested {
    /// The suggestion; `None` when it ends before it starts.
    pub fn read(self) -> Option<Suggestion> {
        let range = TextRange::checked(self.start, self.end)?;
        let reason = self.reason.into();
        Some(Suggestion { range, label: self.label, score: self.score, reason })
    }
}

impl From<Example> for Decided {
    fn from(it: Example) -> Self {
        let span = |(range, label): (TextRange, String)| (range.start(), range.end(), label);
        Self {
            text: it.text,
            reviewed: it.reviewed.iter().map(|it| (it.start(), it.end())).collect(),
            gold: it.gold.into_iter().map(span).collect(),
            rejected: it.rejected.into_iter().map(span).collect(),
            missing: it.missing,
        }
    }
}

impl Decided {
    /// The example, without the ranges that end before they start.
    pub fn read(self) -> Example {
        let span = |(start, end, label)| Some((TextRange::checked(start, end)?, label));
        let range = |(start, end)| TextRange::checked(start, end);
        Example {
            text: self.text,
            reviewed: self.reviewed.into_iter().filter_map(range).collect(),
            gold: self.gold.into_iter().filter_map(span).collect(),
            rejected: self.rejected.into_iter().filter_map(span).collect(),
            missing: self.missing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{List, Reason};

    fn name() -> EngineName {
        EngineName { name: "rules".into(), version: "1".into(), fingerprint: "0f".into() }
    }

    #[test]
    fn requests_come_back_as_they_went() {
        let hash = || "ab".repeat(32);
        let example = Decided {
            text: "Ñ “\u{2028}".into(),
            reviewed: vec![(0, 3)],
            rejected: vec![(0, 2, "ORG".to_owned())],
            ..Decided::default()
        };
        let jobs = [
            Job::Start { version: 1 },
            Job::Text { hash: hash(), text: "👩‍👩 \"x\"\r\n\u{0}".into() },
            Job::Forget { hash: hash() },
            Job::Suggest {
                hash: hash(),
                language: Some("es".into()),
                windows: vec![(0, 4), (4, u32::MAX)],
            },
            Job::Cancel { ticket: 7 },
            Job::Learn { after: 1, upto: 2, examples: vec![example], more: true },
            Job::Recall { count: 3, learned: "{}".into() },
            Job::Names { names: vec![("Ana".into(), "PERSON".into())] },
            Job::Save,
        ];
        for job in jobs {
            let request = Request { ticket: 9, job };
            assert_eq!(Request::from_json(&request.to_json()), Ok(request));
        }
        for json in
            ["", "{}", "{\"ticket\":1,\"job\":\"dance\"}", "{\"ticket\":-1,\"job\":\"save\"}"]
        {
            assert_eq!(Request::from_json(json), Err(Failure::UnreadableRequest), "{json}");
        }
    }

    #[test]
    fn replies_come_back_as_they_went() {
        let reasons = [
            Reason::Amount,
            Reason::Calendar,
            Reason::Listed(List::Countries),
            Reason::Listed(List::Capitals),
            Reason::Listed(List::Cities),
            Reason::Listed(List::States),
            Reason::Listed(List::Regions),
            Reason::Listed(List::Groups),
            Reason::Listed(List::Languages),
            Reason::Listed(List::Organizations),
            Reason::Listed(List::Events),
            Reason::Listed(List::Own),
            Reason::Title { word: "Sra.".into() },
            Reason::Trigger { word: "Río".into() },
            Reason::GivenName,
            Reason::Capitals,
            Reason::Learned,
            Reason::Mentioned { name: "Ana Paz".into() },
            Reason::Decided { accepted: 2, rejected: 1 },
        ];
        let range = TextRange::new(1, 3);
        let suggestion = |reason| Suggestion { range, label: "ORG".into(), score: 0.1, reason };
        let all: Vec<Suggestion> = reasons.map(suggestion).into();
        let suggestions: Vec<Suggested> = all.iter().cloned().map(Into::into).collect();
        let back: Vec<_> = suggestions.iter().cloned().filter_map(Suggested::read).collect();
        assert_eq!(back, all);
        let why = Failure::OtherVersion { version: 2 };
        let source = name;
        let replies = [
            Reply::Ready { ticket: 1, version: 1, epoch: 1, source: source(), base: "0".into() },
            Reply::Found { ticket: 1, hash: "ab".into(), epoch: 3, covered: (0, 9), suggestions },
            Reply::Done { ticket: 1 },
            Reply::Canceled { ticket: 1 },
            Reply::Learned {
                ticket: 1,
                epoch: 2,
                source: source(),
                count: 3,
                states: vec![2],
                reach: Reach { words: vec!["Ñ".into()], wide: true },
                forgotten: Lost { words: 1, features: 2 },
            },
            Reply::Listed { ticket: 0, epoch: 2, source: source(), base: "0".into(), count: 1 },
            Reply::Saved { ticket: 1, epoch: 2, learned: "{}".into() },
            Reply::Failed { ticket: 0, why },
        ];
        for reply in replies {
            assert_eq!(Reply::from_json(&reply.to_json()), Some(reply));
        }
    }

    #[test]
    fn examples_come_back_as_they_went() {
        let range = TextRange::new(0, 4);
        let example = Example {
            text: "Perú".into(),
            reviewed: vec![range],
            gold: vec![(range, "GPE".into())],
            rejected: vec![(range, "ORG".into())],
            missing: vec!["LAW".into()],
        };
        assert_eq!(Decided::from(example.clone()).read(), example);
    }
}
