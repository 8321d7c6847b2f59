//! The parts of the page, one component a file. They read the session and dispatch commands;
//! nothing here keeps what the session knows.

#![allow(unreachable_pub, reason = "the macro of components makes public ones of them")]

pub(crate) mod page;

pub(crate) mod article_list;
pub(crate) mod banners;
pub(crate) mod batch;
pub(crate) mod dialogs;
pub(crate) mod empty;
pub(crate) mod entities;
pub(crate) mod hint_strip;
pub(crate) mod history;
pub(crate) mod inspector;
pub(crate) mod intake_strip;
pub(crate) mod label_palette;
pub(crate) mod mark_editor;
pub(crate) mod marks_list;
pub(crate) mod popover;
pub(crate) mod project_menu;
pub(crate) mod queue;
pub(crate) mod sheet;
pub(crate) mod status_bar;
pub(crate) mod toast;
pub(crate) mod top_bar;
pub(crate) mod touch;

pub(crate) mod button;
pub(crate) mod divider;
pub(crate) mod icon;
pub(crate) mod label;
pub(crate) mod label_choices;
pub(crate) mod list;
pub(crate) mod measure;
pub(crate) mod menu;
pub(crate) mod moment;
pub(crate) mod search;
pub(crate) mod search_field;
pub(crate) mod segments;
pub(crate) mod select;
pub(crate) mod tally;
pub(crate) mod window;
pub(crate) mod worn;
