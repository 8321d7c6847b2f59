//! `docs/commands.md` is made from the table of commands. `APOSTIL_UPDATE=1 cargo test --test docs`
//! writes it anew.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use apostil::locale::{Language, Words};
use apostil::model::schema::Schema;
use apostil::session::keys::Chord;
use apostil::session::table::{COMMANDS, Scope};

fn commands() -> String {
    let words = Words::new(Language::English);
    let mut out = String::from(
        "# Commands\n\n\
         Made from the table of commands (`src/session/table.rs`).\n\
         All are in the palette (Ctrl K) while they can be done.\n\
         The keys are those that the page comes with; each can be changed under Keys.\n\
         Keys marked *article* act only while the article has the focus; none acts in a field.\n\n\
         | Command | What it does | Keys | Name |\n|---|---|---|---|\n",
    );
    for spec in COMMANDS {
        let caps = spec.keys.iter().filter_map(|key| Chord::parse(key));
        let caps: Vec<String> = caps.map(|it| format!("`{}`", it.cap(false))).collect();
        let place = match spec.scope {
            Scope::Sheet if !caps.is_empty() => " *article*",
            _ => "",
        };
        let (name, help) = (words.say(&spec.name), words.say(&spec.help));
        writeln!(out, "| {name} | {help} | {}{place} | `{}` |", caps.join(" "), spec.id).unwrap();
    }
    out.push_str(
        "\n## Keys of the labels\n\nThose of the default labels. All act in the article.\n\n",
    );
    out.push_str("| Label | Key |\n|---|---|\n");
    for label in Schema::ontonotes().labels {
        let key = label.key.map(|it| format!("`{}`", it.to_uppercase())).unwrap_or_default();
        writeln!(out, "| {} | {key} |", label.name).unwrap();
    }
    out
}

#[test]
fn the_list_of_commands_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md");
    if std::env::var_os("APOSTIL_UPDATE").is_some() {
        fs::write(&path, commands()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == commands(), "docs/commands.md is stale: APOSTIL_UPDATE=1 makes it anew");
}
