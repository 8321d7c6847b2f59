//! The table of commands: menu, keyboard, palette, help and `docs/commands.md` are readers of it.
//!
//! Only commands that need no data are here; labels and articles are offered beside them by who
//! lists them. Keys are those a new user has.

use crate::message::Message;
use crate::session::Session;
use crate::session::choice::Switch;
use crate::session::command::{Command, Edge, Motion};
use crate::session::settings::Dial;

/// Where a command's keys are heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// While the article has the focus.
    Sheet,
    /// Everywhere but in fields.
    Anywhere,
}

/// A row of the table.
#[derive(Debug)]
pub struct Spec {
    /// What it does.
    pub command: Command,
    /// Its name in settings and docs.
    pub id: &'static str,
    /// Its name for people.
    pub name: Message,
    /// What it does, in a sentence.
    pub help: Message,
    /// The chords bound to it: see [`Chord::parse`](crate::session::keys::Chord::parse).
    pub keys: &'static [&'static str],
    /// Where they are heard.
    pub scope: Scope,
    /// Whether it can be done now.
    pub when: fn(&Session) -> bool,
}

/// Makes the table, a line a command:
/// `"id" Command => name, help, [keys], where they are heard, when it can be done;`
macro_rules! commands {
    ($( $id:literal $command:ident $({ $($field:ident: $value:expr),+ })?
        => $name:ident, $help:ident, [$($key:literal),*], $scope:ident, $when:ident; )*) => {
        /// Every command that needs no data, in the order in which help shows them.
        pub const COMMANDS: &[Spec] = &[$(
            Spec {
                command: Command::$command $({ $($field: $value),+ })?,
                id: $id,
                name: Message::$name,
                help: Message::$help,
                keys: &[$($key),*],
                scope: Scope::$scope,
                when: Session::$when,
            },
        )*];
    };
}

commands! {
    // Articles
    "file.add" AddFiles => CommandFileAdd, CommandFileAddHelp, [], Anywhere, always;
    "file.folder" AddFolder => CommandFileFolder, CommandFileFolderHelp, [], Anywhere, always;
    "file.paste" AddText => CommandFilePaste, CommandFilePasteHelp, [], Anywhere, always;
    "file.samples" OpenSamples => CommandFileSamples, CommandFileSamplesHelp, [], Anywhere, always;
    "article.next" NextArticle => CommandArticleNext, CommandArticleNextHelp, ["Alt+ArrowDown"], Anywhere, has_article;
    "article.previous" PreviousArticle => CommandArticlePrevious, CommandArticlePreviousHelp, ["Alt+ArrowUp"], Anywhere, has_article;
    "article.done" ToggleDone => CommandArticleDone, CommandArticleDoneHelp, ["D"], Sheet, has_article;
    "article.finish" Finish => CommandArticleFinish, CommandArticleFinishHelp, ["Shift+F"], Sheet, has_article;
    "article.remove" RemoveThisArticle => CommandArticleRemove, CommandArticleRemoveHelp, [], Anywhere, has_article;
    "article.rename" AskArticleName => CommandArticleRename, CommandArticleRenameHelp, ["F2"], Anywhere, has_article;
    "article.language" AskArticleLanguage => CommandArticleLanguage, CommandArticleLanguageHelp, [], Anywhere, has_article;
    "article.move-up" MoveArticleUp => CommandArticleMoveUp, CommandArticleMoveUpHelp, ["Ctrl+Shift+ArrowUp"], Anywhere, has_article;
    "article.move-down" MoveArticleDown => CommandArticleMoveDown, CommandArticleMoveDownHelp, ["Ctrl+Shift+ArrowDown"], Anywhere, has_article;
    "article.keep-order" KeepOrder => CommandArticleKeepOrder, CommandArticleKeepOrderHelp, [], Anywhere, is_sorted;
    "article.show-all" ClearListing => CommandArticleShowAll, CommandArticleShowAllHelp, [], Anywhere, is_filtered;
    // Projects
    "project.new" NewProject => CommandProjectNew, CommandProjectNewHelp, [], Anywhere, always;
    "project.open" ShowProjects => CommandProjectOpen, CommandProjectOpenHelp, [], Anywhere, always;
    "project.rename" AskProjectName => CommandProjectRename, CommandProjectRenameHelp, [], Anywhere, always;
    "project.duplicate" DuplicateProject => CommandProjectDuplicate, CommandProjectDuplicateHelp, [], Anywhere, always;
    "project.delete" DeleteProject => CommandProjectDelete, CommandProjectDeleteHelp, [], Anywhere, always;
    // Files
    "file.export" Export => CommandFileExport, CommandFileExportHelp, [], Anywhere, has_article;
    "file.print" Print => CommandFilePrint, CommandFilePrintHelp, [], Anywhere, has_article;
    "file.save" SaveToFile => CommandFileSave, CommandFileSaveHelp, ["Ctrl+S"], Anywhere, has_article;
    // Marks
    "mark.accept" Accept => CommandMarkAccept, CommandMarkAcceptHelp, ["Enter"], Sheet, has_suggestion;
    "mark.accept-paragraph" AcceptParagraph => CommandMarkAcceptParagraph, CommandMarkAcceptParagraphHelp, ["Shift+Enter"], Sheet, has_suggestions;
    "mark.accept-label" AcceptLabel => CommandMarkAcceptLabel, CommandMarkAcceptLabelHelp, [], Sheet, has_suggestion;
    "mark.accept-all" AcceptAll => CommandMarkAcceptAll, CommandMarkAcceptAllHelp, [], Sheet, has_suggestions;
    "mark.reject" Reject => CommandMarkReject, CommandMarkRejectHelp, ["X"], Sheet, has_suggestion;
    "mark.skip" Skip => CommandMarkSkip, CommandMarkSkipHelp, ["Space"], Sheet, has_suggestion;
    "mark.remove" Remove => CommandMarkRemove, CommandMarkRemoveHelp, ["Delete"], Sheet, has_mark;
    "mark.label-type" TypeLabel => CommandMarkLabelType, CommandMarkLabelTypeHelp, ["L"], Sheet, has_article;
    "mark.start-left" MoveEdge { edge: Edge::Start, forward: false } => CommandMarkStartLeft, CommandMarkStartLeftHelp, ["Alt+Shift+ArrowUp"], Sheet, has_mark;
    "mark.start-right" MoveEdge { edge: Edge::Start, forward: true } => CommandMarkStartRight, CommandMarkStartRightHelp, ["Alt+Shift+ArrowDown"], Sheet, has_mark;
    "mark.end-left" MoveEdge { edge: Edge::End, forward: false } => CommandMarkEndLeft, CommandMarkEndLeftHelp, ["Alt+Shift+ArrowLeft"], Sheet, has_mark;
    "mark.end-right" MoveEdge { edge: Edge::End, forward: true } => CommandMarkEndRight, CommandMarkEndRightHelp, ["Alt+Shift+ArrowRight"], Sheet, has_mark;
    "mark.start-left-letter" NudgeEdge { edge: Edge::Start, forward: false } => CommandMarkStartLeftLetter, CommandMarkStartLeftLetterHelp, [], Sheet, has_mark;
    "mark.start-right-letter" NudgeEdge { edge: Edge::Start, forward: true } => CommandMarkStartRightLetter, CommandMarkStartRightLetterHelp, [], Sheet, has_mark;
    "mark.end-left-letter" NudgeEdge { edge: Edge::End, forward: false } => CommandMarkEndLeftLetter, CommandMarkEndLeftLetterHelp, [], Sheet, has_mark;
    "mark.end-right-letter" NudgeEdge { edge: Edge::End, forward: true } => CommandMarkEndRightLetter, CommandMarkEndRightLetterHelp, [], Sheet, has_mark;
    "mark.type-words" TypeWords => CommandMarkTypeWords, CommandMarkTypeWordsHelp, [], Anywhere, has_article;
    // More of marks and articles
    "mark.here" NextHere => CommandMarkHere, CommandMarkHereHelp, ["Shift+J"], Sheet, has_article;
    "mark.piece-add" AddPiece => CommandMarkPieceAdd, CommandMarkPieceAddHelp, ["+"], Sheet, can_add_piece;
    "mark.piece-remove" RemovePiece => CommandMarkPieceRemove, CommandMarkPieceRemoveHelp, ["-"], Sheet, has_pieces;
    "mark.note" WriteNote => CommandMarkNote, CommandMarkNoteHelp, ["Shift+N"], Sheet, has_annotation;
    "mark.link" WriteLink => CommandMarkLink, CommandMarkLinkHelp, ["Shift+K"], Sheet, has_annotation;
    "mark.attributes" WriteAttributes => CommandMarkAttributes, CommandMarkAttributesHelp, ["Shift+A"], Sheet, has_attributes;
    "relation.tie" Relate => CommandRelationTie, CommandRelationTieHelp, ["R"], Sheet, has_annotation;
    "relation.next" NextRelation => CommandRelationNext, CommandRelationNextHelp, ["Shift+R"], Sheet, has_relation;
    "relation.follow" FollowRelation => CommandRelationFollow, CommandRelationFollowHelp, ["V"], Sheet, has_relation;
    "relation.label" TypeRelation => CommandRelationLabel, CommandRelationLabelHelp, ["Shift+L"], Sheet, has_relation;
    "relation.turn" TurnRelation => CommandRelationTurn, CommandRelationTurnHelp, ["I"], Sheet, has_relation;
    "relation.remove" RemoveRelation => CommandRelationRemove, CommandRelationRemoveHelp, ["Shift+Delete"], Sheet, has_relation;
    "article.labels" ShowArticleLabels => CommandArticleLabels, CommandArticleLabelsHelp, ["Shift+D"], Sheet, has_article_labels;
    // Many places at once
    "mark.same" Same => CommandMarkSame, CommandMarkSameHelp, ["E"], Sheet, has_mark_or_batch;
    "batch.apply" ApplyBatch => CommandBatchApply, CommandBatchApplyHelp, [], Anywhere, has_batch;
    "batch.close" CloseBatch => CommandBatchClose, CommandBatchCloseHelp, [], Anywhere, has_batch;
    // Search
    "search.show" ShowSearch => CommandSearchShow, CommandSearchShowHelp, ["Ctrl+Shift+F", "/"], Anywhere, has_article;
    "search.next" NextHit => CommandSearchNext, CommandSearchNextHelp, ["F3"], Anywhere, has_article;
    "search.previous" PreviousHit => CommandSearchPrevious, CommandSearchPreviousHelp, ["Shift+F3"], Anywhere, has_article;
    // Review
    "review.queue" ShowQueue => CommandReviewQueue, CommandReviewQueueHelp, ["F4"], Anywhere, has_article;
    "review.sure" ReviewSure => CommandReviewSure, CommandReviewSureHelp, ["Shift+S"], Sheet, has_article;
    "trial.begin" BeginTrial => CommandTrialBegin, CommandTrialBeginHelp, [], Anywhere, can_begin_trial;
    "trial.end" EndTrial => CommandTrialEnd, CommandTrialEndHelp, [], Anywhere, has_trial;
    // Moving
    "mark.next" NextMark => CommandMarkNext, CommandMarkNextHelp, ["J"], Sheet, has_article;
    "mark.previous" PreviousMark => CommandMarkPrevious, CommandMarkPreviousHelp, ["K"], Sheet, has_article;
    "mark.next-doubtful" NextDoubtful => CommandMarkNextDoubtful, CommandMarkNextDoubtfulHelp, ["N"], Sheet, has_article;
    "select.none" SelectNone => CommandSelectNone, CommandSelectNoneHelp, ["Escape"], Sheet, has_article;
    "caret.left" Move { motion: Motion::Left, extend: false } => CommandCaretLeft, CommandCaretLeftHelp, ["ArrowLeft"], Sheet, has_article;
    "select.left" Move { motion: Motion::Left, extend: true } => CommandSelectLeft, CommandSelectLeftHelp, ["Shift+ArrowLeft"], Sheet, has_article;
    "caret.right" Move { motion: Motion::Right, extend: false } => CommandCaretRight, CommandCaretRightHelp, ["ArrowRight"], Sheet, has_article;
    "select.right" Move { motion: Motion::Right, extend: true } => CommandSelectRight, CommandSelectRightHelp, ["Shift+ArrowRight"], Sheet, has_article;
    "caret.word-left" Move { motion: Motion::WordLeft, extend: false } => CommandCaretWordLeft, CommandCaretWordLeftHelp, ["Ctrl+ArrowLeft"], Sheet, has_article;
    "select.word-left" Move { motion: Motion::WordLeft, extend: true } => CommandSelectWordLeft, CommandSelectWordLeftHelp, ["Ctrl+Shift+ArrowLeft"], Sheet, has_article;
    "caret.word-right" Move { motion: Motion::WordRight, extend: false } => CommandCaretWordRight, CommandCaretWordRightHelp, ["Ctrl+ArrowRight"], Sheet, has_article;
    "select.word-right" Move { motion: Motion::WordRight, extend: true } => CommandSelectWordRight, CommandSelectWordRightHelp, ["Ctrl+Shift+ArrowRight"], Sheet, has_article;
    "caret.up" Move { motion: Motion::Up, extend: false } => CommandCaretUp, CommandCaretUpHelp, ["ArrowUp"], Sheet, has_article;
    "select.up" Move { motion: Motion::Up, extend: true } => CommandSelectUp, CommandSelectUpHelp, ["Shift+ArrowUp"], Sheet, has_article;
    "caret.down" Move { motion: Motion::Down, extend: false } => CommandCaretDown, CommandCaretDownHelp, ["ArrowDown"], Sheet, has_article;
    "select.down" Move { motion: Motion::Down, extend: true } => CommandSelectDown, CommandSelectDownHelp, ["Shift+ArrowDown"], Sheet, has_article;
    "caret.line-start" Move { motion: Motion::LineStart, extend: false } => CommandCaretLineStart, CommandCaretLineStartHelp, ["Home"], Sheet, has_article;
    "select.line-start" Move { motion: Motion::LineStart, extend: true } => CommandSelectLineStart, CommandSelectLineStartHelp, ["Shift+Home"], Sheet, has_article;
    "caret.line-end" Move { motion: Motion::LineEnd, extend: false } => CommandCaretLineEnd, CommandCaretLineEndHelp, ["End"], Sheet, has_article;
    "select.line-end" Move { motion: Motion::LineEnd, extend: true } => CommandSelectLineEnd, CommandSelectLineEndHelp, ["Shift+End"], Sheet, has_article;
    "caret.page-up" Move { motion: Motion::PageUp, extend: false } => CommandCaretPageUp, CommandCaretPageUpHelp, ["PageUp"], Sheet, has_article;
    "select.page-up" Move { motion: Motion::PageUp, extend: true } => CommandSelectPageUp, CommandSelectPageUpHelp, ["Shift+PageUp"], Sheet, has_article;
    "caret.page-down" Move { motion: Motion::PageDown, extend: false } => CommandCaretPageDown, CommandCaretPageDownHelp, ["PageDown"], Sheet, has_article;
    "select.page-down" Move { motion: Motion::PageDown, extend: true } => CommandSelectPageDown, CommandSelectPageDownHelp, ["Shift+PageDown"], Sheet, has_article;
    // Everything
    "edit.undo" Undo => CommandEditUndo, CommandEditUndoHelp, ["Ctrl+Z"], Anywhere, can_undo;
    "edit.redo" Redo => CommandEditRedo, CommandEditRedoHelp, ["Ctrl+Y", "Ctrl+Shift+Z"], Anywhere, can_redo;
    "history.show" ShowHistory => CommandHistoryShow, CommandHistoryShowHelp, ["F9"], Anywhere, always;
    "history.return" Return => CommandHistoryReturn, CommandHistoryReturnHelp, [], Anywhere, can_return;
    "view.commands" ShowCommands => CommandViewCommands, CommandViewCommandsHelp, ["Ctrl+K"], Anywhere, always;
    "view.keys" ShowKeys => CommandViewKeys, CommandViewKeysHelp, ["?"], Anywhere, always;
    "names.show" ShowNameLists => CommandNamesShow, CommandNamesShowHelp, [], Anywhere, always;
    "schema.show" ShowSchema => CommandSchemaShow, CommandSchemaShowHelp, [], Anywhere, always;
    "schema.save" SaveSchema => CommandSchemaSave, CommandSchemaSaveHelp, [], Anywhere, always;
    "learn.switch" Turn { dial: Dial::Switch(Switch::Learn) } => CommandLearnSwitch, CommandLearnSwitchHelp, [], Anywhere, always;
    "learn.forget" ForgetLearned => CommandLearnForget, CommandLearnForgetHelp, [], Anywhere, has_learned;
    "learn.all" LearnFromAll => CommandLearnAll, CommandLearnAllHelp, [], Anywhere, has_forgotten;
    "view.entities" ShowEntities => CommandViewEntities, CommandViewEntitiesHelp, ["F8"], Anywhere, has_article;
    "view.statistics" ShowStatistics => CommandViewStatistics, CommandViewStatisticsHelp, [], Anywhere, has_article;
    "view.theme" SwitchTheme => CommandViewTheme, CommandViewThemeHelp, [], Anywhere, always;
    "view.language" SwitchLanguage => CommandViewLanguage, CommandViewLanguageHelp, [], Anywhere, always;
    "view.list" ToggleList => CommandViewList, CommandViewListHelp, [], Anywhere, has_article;
    "view.inspector" ToggleInspector => CommandViewInspector, CommandViewInspectorHelp, [], Anywhere, has_article;
    "view.rejected" Turn { dial: Dial::Switch(Switch::Rejected) } => CommandViewRejected, CommandViewRejectedHelp, [], Anywhere, has_article;
    "view.settings" ShowSettings => CommandViewSettings, CommandViewSettingsHelp, [], Anywhere, always;
    "view.guidelines" ShowGuidelines => CommandViewGuidelines, CommandViewGuidelinesHelp, [], Anywhere, always;
    "view.text-larger" Resize { larger: true } => CommandViewTextLarger, CommandViewTextLargerHelp, [], Anywhere, can_grow;
    "view.text-smaller" Resize { larger: false } => CommandViewTextSmaller, CommandViewTextSmallerHelp, [], Anywhere, can_shrink;
    "view.line-height" Turn { dial: Dial::LineHeight } => CommandViewLineHeight, CommandViewLineHeightHelp, [], Anywhere, always;
    "view.measure" Turn { dial: Dial::Measure } => CommandViewMeasure, CommandViewMeasureHelp, [], Anywhere, always;
    "view.tags" Turn { dial: Dial::Switch(Switch::Tags) } => CommandViewTags, CommandViewTagsHelp, [], Anywhere, always;
    "view.invisibles" Turn { dial: Dial::Switch(Switch::Invisibles) } => CommandViewInvisibles, CommandViewInvisiblesHelp, [], Anywhere, always;
    "view.spoken" Turn { dial: Dial::Spoken } => CommandViewSpoken, CommandViewSpokenHelp, [], Anywhere, always;
    "view.whole" Turn { dial: Dial::Switch(Switch::Whole) } => CommandViewWhole, CommandViewWholeHelp, [], Anywhere, always;
    "view.motion" Turn { dial: Dial::Motion } => CommandViewMotion, CommandViewMotionHelp, [], Anywhere, always;
    "view.letters" Turn { dial: Dial::Switch(Switch::Letters) } => CommandViewLetters, CommandViewLettersHelp, [], Anywhere, always;
    "view.next-region" NextRegion => CommandViewNextRegion, CommandViewNextRegionHelp, ["F6"], Anywhere, always;
    "view.previous-region" PreviousRegion => CommandViewPreviousRegion, CommandViewPreviousRegionHelp, ["Shift+F6"], Anywhere, always;
    "project.take-over" TakeOver => CommandProjectTakeOver, CommandProjectTakeOverHelp, [], Anywhere, is_read_only;
}

/// The row of `command`.
pub fn spec_of(command: &Command) -> Option<&'static Spec> {
    COMMANDS.iter().find(|spec| spec.command == *command)
}
