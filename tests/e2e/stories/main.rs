//! The page's stories. `cargo test -p e2e -- firefox file label` tells those with all these words.

mod loading;

mod arriving;

mod labeling;

mod batch;

mod keys;

mod memory;

mod exporting;

mod broken;

mod tabs;

mod looks;

mod desk;

mod leaving;

mod projects;

mod listing;

mod kinds;

mod access;

mod history;
mod hosting;

mod statistics;

mod names;

mod learning;
mod model;

mod hands;

mod task;

mod schema;
mod search;

mod queue;

mod same;

mod review;

mod entities;

mod crash;

mod webkit;

use std::{path::Path, process::ExitCode};

use e2e::{runner, story::Story};

fn main() -> ExitCode {
    let stories: Vec<Story> = loading::STORIES
        .into_iter()
        .chain(arriving::STORIES)
        .chain(labeling::STORIES)
        .chain(batch::STORIES)
        .chain(keys::STORIES)
        .chain(memory::STORIES)
        .chain(exporting::STORIES)
        .chain(broken::STORIES)
        .chain(tabs::STORIES)
        .chain(looks::STORIES)
        .chain(desk::STORIES)
        .chain(leaving::STORIES)
        .chain(projects::STORIES)
        .chain(listing::STORIES)
        .chain(kinds::STORIES)
        .chain(access::STORIES)
        .chain(hosting::STORIES)
        .chain(statistics::STORIES)
        .chain(names::STORIES)
        .chain(learning::STORIES)
        .chain(model::STORIES)
        .chain(hands::STORIES)
        .chain(task::STORIES)
        .chain(queue::STORIES)
        .chain(same::STORIES)
        .chain(review::STORIES)
        .chain(schema::STORIES)
        .chain(search::STORIES)
        .chain(entities::STORIES)
        .chain(history::STORIES)
        .chain(webkit::STORIES)
        .chain(crash::STORIES)
        .collect();
    runner::main(&stories, Path::new(env!("CARGO_TARGET_TMPDIR")))
}
