//! Dialogs: each a `<dialog>` that has the page to itself until it is closed.

mod add_text;
mod article_labels;
mod article_language;
mod export;
mod finder;
mod frame;
mod guidelines;
mod import_report;
mod keys;
mod name_lists;
mod naming;
mod projects;
mod schema;
mod settings;
mod statistics;

use leptos::prelude::*;

use apostil::session::effect::Dialog;

use crate::app::app;
use crate::parts::dialogs::add_text::AddText;
use crate::parts::dialogs::article_labels::ArticleLabels;
use crate::parts::dialogs::article_language::ArticleLanguage;
use crate::parts::dialogs::export::Export;
use crate::parts::dialogs::finder::Finder;
use crate::parts::dialogs::finder::search::{Kind, Tied};
use crate::parts::dialogs::guidelines::Guidelines;
use crate::parts::dialogs::import_report::Imported;
use crate::parts::dialogs::keys::Keys;
use crate::parts::dialogs::name_lists::NameLists;
use crate::parts::dialogs::naming::{ArticleName, NewProject, ProjectName};
use crate::parts::dialogs::projects::Projects;
use crate::parts::dialogs::schema::SchemaEditor;
use crate::parts::dialogs::settings::Settings;
use crate::parts::dialogs::statistics::Counted;

/// The dialog that is open, if one is.
#[component]
pub(crate) fn Dialogs() -> impl IntoView {
    let app = app();
    let drawn = |dialog: Dialog| match dialog {
        Dialog::AddText => view! { <AddText /> }.into_any(),
        Dialog::Export => view! { <Export /> }.into_any(),
        Dialog::ImportReport => view! { <Imported /> }.into_any(),
        Dialog::Commands => view! { <Finder kind=Kind::Everything /> }.into_any(),
        Dialog::Labels => view! { <Finder kind=Kind::Labels /> }.into_any(),
        Dialog::Relation { from, to } => {
            view! { <Finder kind=Kind::Relation(Tied::New(from, to)) /> }.into_any()
        }
        Dialog::RelationLabel(id) => {
            view! { <Finder kind=Kind::Relation(Tied::Old(id)) /> }.into_any()
        }
        Dialog::ArticleLabels => view! { <ArticleLabels /> }.into_any(),
        Dialog::Words => view! { <Finder kind=Kind::Words /> }.into_any(),
        Dialog::NameLists => view! { <NameLists /> }.into_any(),
        Dialog::Keys => view! { <Keys /> }.into_any(),
        Dialog::NewProject => view! { <NewProject /> }.into_any(),
        Dialog::ProjectName => view! { <ProjectName /> }.into_any(),
        Dialog::Projects => view! { <Projects /> }.into_any(),
        Dialog::ArticleName(document) => view! { <ArticleName document=document /> }.into_any(),
        Dialog::ArticleLanguage(document) => {
            view! { <ArticleLanguage document=document /> }.into_any()
        }
        Dialog::Schema => view! { <SchemaEditor /> }.into_any(),
        Dialog::Statistics => view! { <Counted /> }.into_any(),
        Dialog::Settings => view! { <Settings /> }.into_any(),
        Dialog::Guidelines(at) => view! { <Guidelines at=at /> }.into_any(),
    };
    move || app.dialog.get().map(drawn)
}
