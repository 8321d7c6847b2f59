//! What reading or writing lost and remarked. Passed in, so that nobody can forget to look.

use crate::format::thing::Thing;
use crate::message::Message;
use crate::text::TextRange;

/// Something that was there before and is not there after.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// What kind of thing.
    pub thing: Thing,
    /// How many of them.
    pub count: u32,
    /// The article, by its name, where it is about one.
    pub article: Option<String>,
    /// The place in the article, where there is one.
    pub range: Option<TextRange>,
    /// The whole story, where a count does not tell it.
    pub detail: Option<Message>,
}

impl Loss {
    /// What a person is told.
    pub fn message(&self) -> Message {
        self.detail.clone().unwrap_or_else(|| self.thing.count(self.count.into()))
    }
}

/// Everything that was lost, and what is worth a remark without being a loss.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What was lost, in the order in which it was noticed.
    pub losses: Vec<Loss>,
    /// What was noticed: a byte order mark, a label that was added.
    pub remarks: Vec<Message>,
}

impl Report {
    /// Nothing lost, nothing remarked.
    pub fn is_empty(&self) -> bool {
        self.losses.is_empty() && self.remarks.is_empty()
    }

    /// How many things of this kind were lost.
    pub fn n_lost(&self, thing: Thing) -> u64 {
        let same = self.losses.iter().filter(|it| it.thing == thing);
        same.map(|it| u64::from(it.count)).sum()
    }

    /// How many things were lost, of whatever kind.
    pub fn n_lost_in_all(&self) -> u64 {
        self.losses.iter().map(|it| u64::from(it.count)).sum()
    }

    /// Notes that `count` of `article`'s `thing`s are gone; nothing when there were none.
    pub fn lost(&mut self, thing: Thing, count: usize, article: &str) {
        if count > 0 {
            let article = (!article.is_empty()).then(|| article.to_owned());
            let count = count as u32;
            self.losses.push(Loss { thing, count, article, range: None, detail: None });
        }
    }

    /// Notes that one `thing` is gone, and why.
    pub fn left_out(&mut self, thing: Thing, why: Message) {
        let detail = Some(why);
        self.losses.push(Loss { thing, count: 1, article: None, range: None, detail });
    }

    /// Notes something that is no loss.
    pub fn remark(&mut self, what: Message) {
        self.remarks.push(what);
    }
}
