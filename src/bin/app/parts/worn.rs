//! Sentences of ours whose own words wear marks or key caps.

use leptos::prelude::*;

use apostil::locale::{Piece, pieces};
use apostil::model::schema::Label;

use crate::app::App;
use crate::parts::label::slot;

/// `sentence`, cut at its marks and caps; marks are drawn as confirmed, or in the state called so.
pub(crate) fn worn(app: App, sentence: &str, state: Option<&'static str>) -> impl IntoView + use<> {
    let labels: Vec<Label> = app.read(|it| it.project().schema().labels.clone());
    let drawn = |piece: Piece<'_>| match piece {
        Piece::Words(words) => words.to_owned().into_any(),
        Piece::Key(key) => view! { <kbd>{key.to_owned()}</kbd> }.into_any(),
        Piece::Mark { words, label } => {
            let slot = labels.iter().find(|it| it.name == label).map(slot);
            view! {
                <span class="m a z" data-s=state data-v="0" data-l=slot>
                    {words.to_owned()}
                </span>
            }
            .into_any()
        }
    };
    pieces(sentence).into_iter().map(drawn).collect_view()
}
