//! What the outside must do after a command: small, closed, plain data.

use crate::format::File;
use crate::journal::{Compact, Write};
use crate::message::Message;
use crate::model::id::{AnnotationId, DocumentId, LabelId, RelationId};
use crate::protocol::message::Request;
use crate::session::command::Motion;
use crate::session::project::ProjectAct;
use crate::text::TextRange;

/// A question or a report that takes the whole of a person's attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// A text to write or paste.
    AddText,
    /// What to call an article.
    ArticleName(DocumentId),
    /// Which language an article is in.
    ArticleLanguage(DocumentId),
    /// What to export.
    Export,
    /// What became of the files: see [`Session::import_report`](crate::session::Session).
    ImportReport,
    /// All commands, by typing.
    Commands,
    /// All labels, by typing.
    Labels,
    /// Words of the article, by typing, to mark them.
    Words,
    /// All keys.
    Keys,
    /// What to call a new project.
    NewProject,
    /// What to call the open project.
    ProjectName,
    /// All projects, and the trash.
    Projects,
    /// The user's own lists of names.
    NameLists,
    /// Labels and all else that the schema defines.
    Schema,
    /// What can be counted about the work.
    Statistics,
    /// How the page is set.
    Settings,
    /// What annotators go by, at a label or from the start.
    Guidelines(Option<LabelId>),
    /// What ties one mark to another.
    Relation {
        /// Where it starts.
        from: AnnotationId,
        /// Where it points.
        to: AnnotationId,
    },
    /// Another label for a relation.
    RelationLabel(RelationId),
    /// The labels of the article as a whole.
    ArticleLabels,
}

/// A field of the selected mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The remark for the next reader.
    Note,
    /// The entity that it is.
    Link,
    /// The first of those that the schema asks for.
    Attributes,
}

/// What must be drawn again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a part of the page of its own")]
pub struct Redraw {
    /// Another article is open, or none.
    pub article: bool,
    /// Marks or review changed in these places of the open article.
    pub places: Vec<TextRange>,
    /// Caret, selection or selected mark moved.
    pub cursor: bool,
    /// Which articles are listed, in what order, or how many there are.
    pub list: bool,
    /// Articles of which the list says something else now.
    pub rows: Vec<DocumentId>,
    /// Labels, or how they are drawn.
    pub schema: bool,
    /// Settings of the page: theme, language, panels.
    pub settings: bool,
    /// What is saved and what is not.
    pub status: bool,
    /// The batch: whether there is one, its rows, its ticks.
    pub batch: bool,
    /// The entities view: whether it is shown, its groups, its ticks.
    pub entities: bool,
    /// The review queue: whether it is shown, what is asked about, how far it is.
    pub queue: bool,
    /// The history: whether it is shown, its steps.
    pub past: bool,
}

impl Redraw {
    /// Draws what `other` says as well.
    pub fn join(&mut self, other: &Self) {
        self.article |= other.article;
        self.places.extend(&other.places);
        self.cursor |= other.cursor;
        self.list |= other.list;
        self.rows.extend(other.rows.iter().cloned());
        self.schema |= other.schema;
        self.settings |= other.settings;
        self.status |= other.status;
        self.batch |= other.batch;
        self.entities |= other.entities;
        self.queue |= other.queue;
        self.past |= other.past;
    }

    /// Whether it is but what is saved.
    pub fn is_status_only(&self) -> bool {
        *self == Self { status: self.status, ..Self::default() }
    }
}

/// One thing to do outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Let the person choose files.
    PickFiles,
    /// Let the person choose a folder.
    PickFolder,
    /// Ask or show something.
    Open(Dialog),
    /// Hand over files.
    Save(Vec<File>),
    /// Ask the engine.
    Ask(Request),
    /// Call [`Session::woken`](crate::session::Session::woken) after a while.
    Wake {
        /// How long, in milliseconds.
        after_ms: u32,
        /// What to call it with.
        number: u32,
    },
    /// Write to the journal, in this turn.
    Journal(Write),
    /// Do something with projects as a whole.
    Project(ProjectAct),
    /// Keep this text beside the project, for [`Session::recall`](crate::session::Session::recall).
    KeepLearned(String),
    /// Put a new snapshot down.
    Compact(Compact),
    /// Bring words into view.
    Reveal(TextRange),
    /// Call [`Session::look`](crate::session::Session::look) soon, and let the page breathe before.
    Look,
    /// Put the focus into the batch.
    EnterBatch,
    /// Put the focus into the search, with its words selected.
    EnterSearch,
    /// Put the focus into a field of the selected mark.
    EnterField(Field),
    /// Put the focus into the entities view.
    EnterEntities,
    /// Put the focus into the review queue.
    EnterQueue,
    /// Put the focus into the history.
    EnterHistory,
    /// Put this byte's line at the top, as it was.
    ScrollTo(u32),
    /// Move the caret by visual lines, which only the page can see.
    MoveByLine {
        /// Where to.
        motion: Motion,
        /// Whether the selection grows.
        extend: bool,
    },
    /// Move the keyboard focus to the next region, or the one before.
    FocusRegion {
        /// The next, or the one before.
        forward: bool,
    },
    /// Tell what happened, politely.
    Say(Message),
    /// Tell what went wrong, and keep it in sight.
    Complain(Message),
    /// Print the article.
    Print,
    /// Become the tab that writes.
    TakeOver,
    /// Draw again.
    Redraw(Redraw),
}
