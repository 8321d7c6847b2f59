//! Everything that can be done, one by one. The table with their names and keys is in `table`.

use crate::edit::history::line::Point;
use crate::format::File;
use crate::format::encoding::Encoding;
use crate::format::error::ReadError;
use crate::model::annotation::AttributeValue;
use crate::model::id::{
    AnnotationId, DocumentId, DocumentLabelId, LabelId, RelationId, RelationLabelId,
};
use crate::model::preset::Preset;
use crate::session::batch::twins::Sought;
use crate::session::batch::{Change, Only};
use crate::session::entities::By;
use crate::session::entities::group::GroupKey;
use crate::session::export::ExportChoice;
use crate::session::listing::Listing;
use crate::session::past::Wanted;
use crate::session::queue::Choice;
use crate::session::schema::{SchemaChange, Taking};
use crate::session::search::query::Query;
use crate::session::settings::{Dial, Setting};
use crate::text::TextRange;
use crate::view::ShownKey;

/// Which end of a mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edge {
    /// Its first character.
    Start,
    /// Its last.
    #[default]
    End,
}

/// How far the caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One grapheme back.
    Left,
    /// One grapheme on.
    Right,
    /// To the start of the word before.
    WordLeft,
    /// To the end of the next word.
    WordRight,
    /// One visual line up. Only who sees the lines can do this and the next five.
    Up,
    /// One visual line down.
    Down,
    /// To the start of the visual line.
    LineStart,
    /// To the end of the visual line.
    LineEnd,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    // Articles
    /// Choose files to add.
    AddFiles,
    /// Choose a folder to add, with all folders in it.
    AddFolder,
    /// Write or paste a text to add.
    AddText,
    /// Add the sample articles.
    OpenSamples,
    /// Take these files in, all at once.
    Import(Vec<File>),
    /// Get ready to read files one by one: see [`crate::session::import`].
    ImportBegin {
        /// How many are to come.
        n_files: usize,
    },
    /// Put a file into the queue of those to read.
    ImportFile(File),
    /// Note that a file was to come whose bytes could not be had.
    ImportUnread {
        /// Its name.
        name: String,
        /// Why not.
        why: ReadError,
    },
    /// Note that there were more files, which by their names hold no text.
    ImportSkipped {
        /// How many.
        n_files: usize,
    },
    /// Read the next file of the queue, or the next in a zip.
    ImportStep,
    /// Take in all that was read.
    ImportFinish,
    /// Forget what was read.
    ImportCancel,
    /// Read a file again that was not added because it was not plain which field holds the text.
    ReadField {
        /// Its place in the report on the files last taken in.
        file: usize,
        /// The field.
        field: String,
    },
    /// Read the file that an article came from again, and put what is read in its place.
    ReadAgain {
        /// The article.
        document: DocumentId,
        /// What the bytes are.
        encoding: Encoding,
    },
    /// Take this confirmed text in.
    Confirm {
        /// What to call it; its first line when empty.
        name: String,
        /// The text.
        text: String,
    },
    /// Show an article.
    OpenArticle(DocumentId),
    /// Show the next article.
    NextArticle,
    /// Show the article before.
    PreviousArticle,
    /// Say that this article is done, or take that back.
    ToggleDone,
    /// Accept what is still suggested, say that this article is done, and show the next one.
    Finish,
    /// Take an article out of the project.
    RemoveArticle(DocumentId),
    /// Take the open article out of the project.
    RemoveThisArticle,
    /// Ask what the open article is to be called.
    AskArticleName,
    /// Ask what this article is to be called.
    AskNameOf(DocumentId),
    /// Call an article something else.
    RenameArticle {
        /// Which.
        document: DocumentId,
        /// What to call it.
        name: String,
    },
    /// Ask which language the open article is in.
    AskArticleLanguage,
    /// Say which language an article is in.
    SetLanguage {
        /// Which article.
        document: DocumentId,
        /// The language's BCP 47 tag; `None` for not known.
        language: Option<String>,
    },
    /// Put the open article before the one above it.
    MoveArticleUp,
    /// Put the open article after the one below it.
    MoveArticleDown,
    /// Put an article before the one above it, or after the one below it.
    MoveArticle {
        /// Which.
        document: DocumentId,
        /// Down, not up.
        down: bool,
    },
    /// Put an article beside another.
    PlaceArticle {
        /// Which.
        document: DocumentId,
        /// Beside which.
        beside: DocumentId,
        /// After it, not before it.
        after: bool,
    },
    /// List these articles.
    List(Listing),
    /// List all articles again; the order stays.
    ClearListing,
    /// Make the project's order the one that is shown.
    KeepOrder,

    // Projects
    /// Ask for a new project's name.
    NewProject,
    /// Begin a project of this name, and open it.
    BeginProject(String),
    /// Ask what the project is to be called.
    AskProjectName,
    /// Call the project something else.
    RenameProject(String),
    /// Show all projects and the trash.
    ShowProjects,
    /// Copy the project.
    DuplicateProject,
    /// Put the project into the trash.
    DeleteProject,

    // Files
    /// Choose what to export.
    Export,
    /// Write the choice to files.
    Write(ExportChoice),
    /// Save the whole project to a file.
    SaveToFile,

    // Marks
    /// Give a label to the selection, the selected mark, or the word at the caret.
    Label(LabelId),
    /// The same from the palette: with nothing selected, the next drags get the label.
    Choose(LabelId),
    /// Let go of the label that was chosen for the next drags.
    Disarm,
    /// Mark a range.
    LabelRange {
        /// Where.
        range: TextRange,
        /// As what.
        label: LabelId,
    },
    /// Mark several ranges in one step.
    LabelRanges {
        /// Where.
        ranges: Vec<TextRange>,
        /// As what.
        label: LabelId,
    },
    /// Type words of the article, to mark them.
    TypeWords,
    /// Type the name of a label.
    TypeLabel,
    /// Put a mark's edges elsewhere.
    SetEdges {
        /// Which mark.
        key: ShownKey,
        /// Its first byte.
        start: u32,
        /// One past its last.
        end: u32,
    },
    /// Move one edge of the selected mark by one word.
    MoveEdge {
        /// Which edge.
        edge: Edge,
        /// To the end of the text, or to its start.
        forward: bool,
    },
    /// Move one edge of the selected mark by one letter.
    NudgeEdge {
        /// Which edge.
        edge: Edge,
        /// To the end of the text, or to its start.
        forward: bool,
    },
    /// Write a note on a mark; an empty one takes it away.
    SetNote(AnnotationId, String),
    /// Give a mark the value of an attribute, or take it away.
    SetAttribute {
        /// Which mark.
        id: AnnotationId,
        /// The attribute's name in the schema.
        name: String,
        /// What it is to be.
        value: Option<AttributeValue>,
    },
    /// Link a mark to an entity; an empty link takes it away.
    SetLink(AnnotationId, String),
    /// Accept the selected suggestion and go on.
    Accept,
    /// Accept every suggestion of the paragraph.
    AcceptParagraph,
    /// Accept every suggestion of the article that has the selected mark's label.
    AcceptLabel,
    /// Accept every suggestion of the article.
    AcceptAll,
    /// Reject the selected suggestion and go on.
    Reject,
    /// Leave the selected suggestion undecided and go on.
    Skip,
    /// Remove the selected mark.
    Remove,

    // More of marks and articles
    /// Select the next of the marks that lie on one place, from the innermost out.
    NextHere,
    /// Make the selected words a piece of the mark that was selected before.
    AddPiece,
    /// Make these words a piece of the mark that is selected, or was.
    AddRange(TextRange),
    /// Take a piece off the mark: the one at the caret, or the last.
    RemovePiece,
    /// Take this piece off a mark.
    RemoveRange {
        /// Which mark.
        id: AnnotationId,
        /// The whole piece.
        range: TextRange,
    },
    /// Write the note of the selected mark.
    WriteNote,
    /// Write the link of the selected mark.
    WriteLink,
    /// Go to what the schema asks of the selected mark.
    WriteAttributes,
    /// Let a relation start at the selected mark, or end there.
    Relate,
    /// Ask what ties one mark to another.
    AskRelation {
        /// Where it starts.
        from: ShownKey,
        /// Where it points.
        to: ShownKey,
    },
    /// Tie one mark to another.
    Tie {
        /// Where it starts.
        from: AnnotationId,
        /// Where it points.
        to: AnnotationId,
        /// What it says.
        label: RelationLabelId,
    },
    /// The same by a relation label of this name, new or not.
    TieAs {
        /// Where it starts.
        from: AnnotationId,
        /// Where it points.
        to: AnnotationId,
        /// What it says.
        name: String,
    },
    /// Go on to the next relation of the selected mark.
    NextRelation,
    /// Select the other end of the relation.
    FollowRelation,
    /// Type another label for the relation.
    TypeRelation,
    /// Let the relation point the other way.
    TurnRelation,
    /// Remove the relation.
    RemoveRelation,
    /// Let this relation point the other way.
    TurnTie(RelationId),
    /// Remove this relation.
    RemoveTie(RelationId),
    /// Give a relation another label.
    LabelTie {
        /// Which.
        id: RelationId,
        /// What it is to say.
        label: RelationLabelId,
    },
    /// The same by a relation label of this name, new or not.
    LabelTieAs {
        /// Which.
        id: RelationId,
        /// What it is to say.
        name: String,
    },
    /// Choose the labels of the open article as a whole.
    ShowArticleLabels,
    /// Give the open article a label, or take it away.
    SetArticleLabel {
        /// Which.
        label: DocumentLabelId,
        /// Given, or taken away.
        on: bool,
    },

    // Many places at once
    /// Look at the same words elsewhere, to correct them as well.
    Same,
    /// Look at the suggestions of all articles from this score on, in per cent, to accept them.
    ShowSure(u8),
    /// Propose another change for the places of the batch.
    ChangeBatch(Change),
    /// Look for the same words in another way.
    MatchTwins(Sought),
    /// Tick a row of the batch, or take the tick away.
    Tick {
        /// Its place among all rows.
        row: usize,
        /// Ticked, or not.
        on: bool,
    },
    /// Tick several rows of the batch, or take their ticks away.
    TickAll {
        /// Their places among all rows.
        rows: Vec<usize>,
        /// Ticked, or not.
        on: bool,
    },
    /// List only some rows of the batch.
    ListInBatch {
        /// Which.
        only: Only,
        /// Words that their lines must hold.
        words: String,
    },
    /// Change all ticked places as one step.
    ApplyBatch,
    /// Change the ticked places of the open article only.
    ApplyBatchHere,
    /// Leave the batch without changing anything.
    CloseBatch,
    /// Open an article at a place, and select what stands there.
    GoTo {
        /// The article.
        document: DocumentId,
        /// The place.
        range: TextRange,
    },

    // Search
    /// Show the search, for the selected words where there are some.
    ShowSearch,
    /// Look for something.
    Search(Query),
    /// Keep what was found so far.
    StopSearch,
    /// Go to the next hit.
    NextHit,
    /// Go to the hit before.
    PreviousHit,

    // Review
    /// Ask about doubtful suggestions one at a time, or leave that.
    ShowQueue,
    /// Show the article again, at what was asked about.
    CloseQueue,
    /// Say what the queue goes over.
    Queue(Choice),
    /// Say from which score on, in per cent, suggestions are looked through together.
    SetSure(u8),
    /// Look at the suggestions of all articles from that score on, to accept them at once.
    ReviewSure,
    /// Hide the suggestions of a tenth of the articles, to see what suggestions do to a person.
    BeginTrial,
    /// Show suggestions everywhere again.
    EndTrial,

    // Entities
    /// Show the mentions of all articles by their words, or leave that view.
    ShowEntities,
    /// Show the article again.
    CloseEntities,
    /// Say which mentions are of one group.
    GroupEntities(By),
    /// List only the groups with these words.
    FilterEntities(String),
    /// Look at the places of a group where it is not as elsewhere; or close it.
    OpenEntity(GroupKey),
    /// Tick a group, or take the tick away.
    TickEntity {
        /// Which.
        key: GroupKey,
        /// Ticked, or not.
        on: bool,
    },
    /// Link all mentions of these groups to one entity; an empty link takes theirs away.
    LinkEntities {
        /// Which groups.
        keys: Vec<GroupKey>,
        /// The link: see [`link_of`](crate::session::entities::link::link_of).
        link: String,
    },

    // Moving
    /// Select the next mark.
    NextMark,
    /// Select the mark before.
    PreviousMark,
    /// Select the next doubtful suggestion.
    NextDoubtful,
    /// Select a mark.
    SelectMark(ShownKey),
    /// Select words; `anchor` stays when the selection grows.
    Select {
        /// Where it began.
        anchor: u32,
        /// Where the caret is.
        caret: u32,
    },
    /// Put the caret somewhere, taking the selection along or not.
    MoveCaret {
        /// Where.
        to: u32,
        /// Whether the selection grows.
        extend: bool,
    },
    /// Move the caret by a step.
    Move {
        /// How far.
        motion: Motion,
        /// Whether the selection grows.
        extend: bool,
    },
    /// Let go of selection, mark and chosen label.
    SelectNone,

    // Everything
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Show all steps, or leave them.
    ShowHistory,
    /// Leave the history.
    CloseHistory,
    /// List only some steps.
    ListHistory(Wanted),
    /// Go to a state that the project was in, over as many steps as that takes.
    GoToStep(Point),
    /// Go back to where the project was before that.
    Return,
    /// Show all commands.
    ShowCommands,
    /// Show the user's own lists of names, to add and remove some.
    ShowNameLists,
    /// Add the names in a file as a list.
    TakeNameList {
        /// The file.
        file: File,
        /// The label of the names that bring none.
        label: LabelId,
    },
    /// Take a list of names away.
    RemoveNameList(String),
    /// Show the labels and all else that the schema defines, to change it.
    ShowSchema,
    /// Change the schema.
    ChangeSchema(SchemaChange),
    /// Save the schema to a file of its own.
    SaveSchema,
    /// Read a schema from a file, to look at it before it is taken.
    TakeSchema(File),
    /// Look at a preset before it is taken.
    TakePreset(Preset),
    /// Take the schema that was looked at.
    AcceptSchema(Taking),
    /// Leave it.
    CancelSchema,
    /// Forget what was learned from decisions so far.
    ForgetLearned,
    /// Learn from all decisions again.
    LearnFromAll,
    /// Show the keys.
    ShowKeys,
    /// Show what can be counted about the work.
    ShowStatistics,
    /// Switch between light, dark and the system's theme.
    SwitchTheme,
    /// Switch between the languages of the page.
    SwitchLanguage,
    /// Show or hide the list of articles.
    ToggleList,
    /// Show or hide the inspector.
    ToggleInspector,
    /// Choose how the page is set.
    ShowSettings,
    /// Show what annotators go by.
    ShowGuidelines,
    /// The same, at a label.
    ShowGuide(LabelId),
    /// Write the project's guidelines; an empty text takes them away.
    SetGuidelines(String),
    /// Write what a label is for.
    Describe(LabelId, String),
    /// Make a setting what it is to be.
    Set(Setting),
    /// Turn a setting on to its next value.
    Turn {
        /// Which.
        dial: Dial,
    },
    /// Make the letters of articles larger or smaller by a step.
    Resize {
        /// Larger, or smaller.
        larger: bool,
    },
    /// Print the article.
    Print,
    /// Put the focus on the next region of the page.
    NextRegion,
    /// Put the focus on the region before.
    PreviousRegion,
    /// Become the tab that writes.
    TakeOver,
}
