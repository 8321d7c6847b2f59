//! What is said to the person at the terminal: on standard error, in their language.

use std::io::Write;

use apostil::format::report::Report;
use apostil::locale::{Language, Words};
use apostil::message::Message;

/// Says messages.
pub(crate) struct Console {
    words: Words,
}

impl Console {
    pub(crate) fn new(language: Language) -> Self {
        Self { words: Words::new(language) }
    }

    /// The words of the language spoken.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// The words of a message.
    pub(crate) fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    /// Says a message on a line of its own. Nobody can be told that it could not be said.
    pub(crate) fn note(&self, message: &Message) {
        let _ = writeln!(std::io::stderr(), "{}", self.say(message));
    }

    /// Says what was lost and remarked.
    pub(crate) fn report(&self, report: &Report) {
        for remark in &report.remarks {
            self.note(remark);
        }
        if report.losses.is_empty() {
            return;
        }
        self.note(&Message::CliLost { count: report.n_lost_in_all() });
        for loss in &report.losses {
            let note = Box::new(loss.message());
            match &loss.article {
                Some(article) => self.note(&Message::CliNote { article: article.clone(), note }),
                None => self.note(&note),
            }
        }
    }
}
