//! The table of commands: menu, keyboard, palette, help and `docs/commands.md` are readers of it.
//!
//! Only commands that need no data are here; labels and articles are offered beside them by who
//! lists them. Keys are those a new user has.

use crate::message::Message;
use crate::session::Session;
use crate::session::command::{Command, Edge, Motion};

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

/// Builds a row; the sentences are named after the command.
macro_rules! spec {
    ($command:expr, $id:literal, ($name:ident, $help:ident), $keys:expr, $scope:ident, $when:expr) => {
        Spec {
            command: $command,
            id: $id,
            name: Message::$name,
            help: Message::$help,
            keys: $keys,
            scope: Scope::$scope,
            when: $when,
        }
    };
}

/// Every command that needs no data, in the order in which help shows them.
pub const COMMANDS: &[Spec] = &[
    // Articles
    spec!(Command::AddFiles, "file.add", (CommandFileAdd, CommandFileAddHelp), &[], Anywhere, |_| true),
    spec!(Command::AddText, "file.paste", (CommandFilePaste, CommandFilePasteHelp), &[], Anywhere, |_| true),
    spec!(Command::NextArticle, "article.next", (CommandArticleNext, CommandArticleNextHelp), &["Alt+ArrowDown"], Anywhere, Session::has_article),
    spec!(Command::PreviousArticle, "article.previous", (CommandArticlePrevious, CommandArticlePreviousHelp), &["Alt+ArrowUp"], Anywhere, Session::has_article),
    spec!(Command::ToggleDone, "article.done", (CommandArticleDone, CommandArticleDoneHelp), &["D"], Sheet, Session::has_article),
    spec!(Command::RemoveThisArticle, "article.remove", (CommandArticleRemove, CommandArticleRemoveHelp), &[], Anywhere, Session::has_article),
    // Files
    spec!(Command::Export, "file.export", (CommandFileExport, CommandFileExportHelp), &[], Anywhere, Session::has_article),
    spec!(Command::SaveToFile, "file.save", (CommandFileSave, CommandFileSaveHelp), &["Ctrl+S"], Anywhere, Session::has_article),
    // Marks
    spec!(Command::Accept, "mark.accept", (CommandMarkAccept, CommandMarkAcceptHelp), &["Enter"], Sheet, Session::has_mark),
    spec!(Command::AcceptParagraph, "mark.accept-paragraph", (CommandMarkAcceptParagraph, CommandMarkAcceptParagraphHelp), &["Shift+Enter"], Sheet, Session::has_suggestions),
    spec!(Command::AcceptLabel, "mark.accept-label", (CommandMarkAcceptLabel, CommandMarkAcceptLabelHelp), &[], Sheet, Session::has_suggestion),
    spec!(Command::AcceptAll, "mark.accept-all", (CommandMarkAcceptAll, CommandMarkAcceptAllHelp), &[], Sheet, Session::has_suggestions),
    spec!(Command::Reject, "mark.reject", (CommandMarkReject, CommandMarkRejectHelp), &["X"], Sheet, Session::has_suggestion),
    spec!(Command::Skip, "mark.skip", (CommandMarkSkip, CommandMarkSkipHelp), &["Space"], Sheet, Session::has_suggestion),
    spec!(Command::Remove, "mark.remove", (CommandMarkRemove, CommandMarkRemoveHelp), &["Delete"], Sheet, Session::has_mark),
    spec!(Command::TypeLabel, "mark.label-type", (CommandMarkLabelType, CommandMarkLabelTypeHelp), &["L"], Sheet, Session::has_article),
    spec!(Command::MoveEdge{ edge: Edge::Start, forward: false }, "mark.start-left", (CommandMarkStartLeft, CommandMarkStartLeftHelp), &["Alt+Shift+ArrowUp"], Sheet, Session::has_mark),
    spec!(Command::MoveEdge{ edge: Edge::Start, forward: true }, "mark.start-right", (CommandMarkStartRight, CommandMarkStartRightHelp), &["Alt+Shift+ArrowDown"], Sheet, Session::has_mark),
    spec!(Command::MoveEdge{ edge: Edge::End, forward: false }, "mark.end-left", (CommandMarkEndLeft, CommandMarkEndLeftHelp), &["Alt+Shift+ArrowLeft"], Sheet, Session::has_mark),
    spec!(Command::MoveEdge{ edge: Edge::End, forward: true }, "mark.end-right", (CommandMarkEndRight, CommandMarkEndRightHelp), &["Alt+Shift+ArrowRight"], Sheet, Session::has_mark),
    // Moving
    spec!(Command::NextMark, "mark.next", (CommandMarkNext, CommandMarkNextHelp), &["J"], Sheet, Session::has_article),
    spec!(Command::PreviousMark, "mark.previous", (CommandMarkPrevious, CommandMarkPreviousHelp), &["K"], Sheet, Session::has_article),
    spec!(Command::NextDoubtful, "mark.next-doubtful", (CommandMarkNextDoubtful, CommandMarkNextDoubtfulHelp), &["N"], Sheet, Session::has_article),
    spec!(Command::SelectNone, "select.none", (CommandSelectNone, CommandSelectNoneHelp), &["Escape"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::Left, extend: false }, "caret.left", (CommandCaretLeft, CommandCaretLeftHelp), &["ArrowLeft"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::Left, extend: true }, "select.left", (CommandSelectLeft, CommandSelectLeftHelp), &["Shift+ArrowLeft"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::Right, extend: false }, "caret.right", (CommandCaretRight, CommandCaretRightHelp), &["ArrowRight"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::Right, extend: true }, "select.right", (CommandSelectRight, CommandSelectRightHelp), &["Shift+ArrowRight"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::WordLeft, extend: false }, "caret.word-left", (CommandCaretWordLeft, CommandCaretWordLeftHelp), &["Ctrl+ArrowLeft"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::WordLeft, extend: true }, "select.word-left", (CommandSelectWordLeft, CommandSelectWordLeftHelp), &["Ctrl+Shift+ArrowLeft"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::WordRight, extend: false }, "caret.word-right", (CommandCaretWordRight, CommandCaretWordRightHelp), &["Ctrl+ArrowRight"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::WordRight, extend: true }, "select.word-right", (CommandSelectWordRight, CommandSelectWordRightHelp), &["Ctrl+Shift+ArrowRight"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::Up, extend: false }, "caret.up", (CommandCaretUp, CommandCaretUpHelp), &["ArrowUp"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::Up, extend: true }, "select.up", (CommandSelectUp, CommandSelectUpHelp), &["Shift+ArrowUp"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::Down, extend: false }, "caret.down", (CommandCaretDown, CommandCaretDownHelp), &["ArrowDown"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::Down, extend: true }, "select.down", (CommandSelectDown, CommandSelectDownHelp), &["Shift+ArrowDown"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::LineStart, extend: false }, "caret.line-start", (CommandCaretLineStart, CommandCaretLineStartHelp), &["Home"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::LineStart, extend: true }, "select.line-start", (CommandSelectLineStart, CommandSelectLineStartHelp), &["Shift+Home"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::LineEnd, extend: false }, "caret.line-end", (CommandCaretLineEnd, CommandCaretLineEndHelp), &["End"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::LineEnd, extend: true }, "select.line-end", (CommandSelectLineEnd, CommandSelectLineEndHelp), &["Shift+End"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::PageUp, extend: false }, "caret.page-up", (CommandCaretPageUp, CommandCaretPageUpHelp), &["PageUp"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::PageUp, extend: true }, "select.page-up", (CommandSelectPageUp, CommandSelectPageUpHelp), &["Shift+PageUp"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::PageDown, extend: false }, "caret.page-down", (CommandCaretPageDown, CommandCaretPageDownHelp), &["PageDown"], Sheet, Session::has_article),
    spec!(Command::Move { motion: Motion::PageDown, extend: true }, "select.page-down", (CommandSelectPageDown, CommandSelectPageDownHelp), &["Shift+PageDown"], Sheet, Session::has_article),
    // Everything
    spec!(Command::Undo, "edit.undo", (CommandEditUndo, CommandEditUndoHelp), &["Ctrl+Z"], Anywhere, Session::can_undo),
    spec!(Command::Redo, "edit.redo", (CommandEditRedo, CommandEditRedoHelp), &["Ctrl+Y", "Ctrl+Shift+Z"], Anywhere, Session::can_redo),
    spec!(Command::ShowCommands, "view.commands", (CommandViewCommands, CommandViewCommandsHelp), &["Ctrl+K"], Anywhere, |_| true),
    spec!(Command::ShowKeys, "view.keys", (CommandViewKeys, CommandViewKeysHelp), &["?"], Anywhere, |_| true),
    spec!(Command::SwitchTheme, "view.theme", (CommandViewTheme, CommandViewThemeHelp), &[], Anywhere, |_| true),
    spec!(Command::SwitchLanguage, "view.language", (CommandViewLanguage, CommandViewLanguageHelp), &[], Anywhere, |_| true),
    spec!(Command::ToggleList, "view.list", (CommandViewList, CommandViewListHelp), &[], Anywhere, Session::has_article),
    spec!(Command::ToggleInspector, "view.inspector", (CommandViewInspector, CommandViewInspectorHelp), &[], Anywhere, Session::has_article),
    spec!(Command::ToggleRejected, "view.rejected", (CommandViewRejected, CommandViewRejectedHelp), &[], Anywhere, Session::has_article),
    spec!(Command::NextRegion, "view.next-region", (CommandViewNextRegion, CommandViewNextRegionHelp), &["F6"], Anywhere, |_| true),
    spec!(Command::PreviousRegion, "view.previous-region", (CommandViewPreviousRegion, CommandViewPreviousRegionHelp), &["Shift+F6"], Anywhere, |_| true),
    spec!(Command::TakeOver, "project.take-over", (CommandProjectTakeOver, CommandProjectTakeOverHelp), &[], Anywhere, Session::is_read_only),
];

/// The row of `command`.
pub fn spec_of(command: &Command) -> Option<&'static Spec> {
    COMMANDS.iter().find(|spec| spec.command == *command)
}
