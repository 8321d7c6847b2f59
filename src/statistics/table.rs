//! Numbers in rows and columns: shown by the page, printed by the command line, written as CSV.

use crate::locale::Words;
use crate::message::Message;
use crate::model::id::LabelId;

/// What is said at the top of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    /// Words of ours.
    Words(Message),
    /// A label, with its name.
    Label(LabelId, String),
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing to say.
    Empty,
    /// Words that are not ours.
    Text(String),
    /// Words of ours.
    Words(Message),
    /// A label, with its name.
    Label(LabelId, String),
    /// A count.
    Number(u64),
    /// A part of a whole, 0 to 1.
    Share(f64),
    /// A measure, shown with one decimal.
    Measure(f64),
    /// A score, 0 to 1.
    Score(f64),
}

impl Head {
    /// How a person reads it.
    pub fn shown(&self, words: &Words) -> String {
        match self {
            Self::Words(message) => words.say(message),
            Self::Label(_, name) => name.clone(),
        }
    }
}

impl Cell {
    /// A share, where there is one.
    pub fn share(it: Option<f64>) -> Self {
        it.map_or(Self::Empty, Self::Share)
    }

    /// Whether it is a number of any kind.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Share(_) | Self::Measure(_) | Self::Score(_))
    }

    /// How a person reads it.
    pub fn shown(&self, words: &Words) -> String {
        match self {
            Self::Number(n) => words.number(*n),
            Self::Share(it) => {
                words.say(&Message::ArticlePercent { percent: (it * 100.0).round() as u64 })
            }
            Self::Score(it) => format!("{it:.2}"),
            other => other.plain(words),
        }
    }

    /// How a program reads it: no grouping, a stop before decimals, shares as they are.
    fn plain(&self, words: &Words) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Label(_, text) => text.clone(),
            Self::Words(message) => words.say(message),
            Self::Number(n) => n.to_string(),
            Self::Share(it) | Self::Score(it) => format!("{it:.3}"),
            Self::Measure(it) => format!("{it:.1}"),
        }
    }
}

/// Rows of as many cells as there are heads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The heads of the columns.
    pub heads: Vec<Head>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table without rows.
    pub fn new(heads: impl IntoIterator<Item = Message>) -> Self {
        Self { heads: heads.into_iter().map(Head::Words).collect(), rows: Vec::new() }
    }

    /// The table as RFC 4180 has it, with heads in the language of `words`.
    pub fn csv(&self, words: &Words) -> String {
        let mut out = String::new();
        let heads: Vec<String> = self.heads.iter().map(|it| it.shown(words)).collect();
        write_line(&mut out, &heads);
        for row in &self.rows {
            let fields: Vec<String> = row.iter().map(|it| it.plain(words)).collect();
            write_line(&mut out, &fields);
        }
        out
    }
}

fn write_line(out: &mut String, fields: &[String]) {
    for (n, field) in fields.iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        if field.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(field);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        let mut table = Table::new([Message::StatisticsArticle, Message::StatisticsMarks]);
        table.rows.push(vec![Cell::Text("a \"b\", c\nd".into()), Cell::Number(1_234)]);
        table.rows.push(vec![Cell::Empty, Cell::Share(0.5)]);
        let csv = table.csv(&Words::new(Language::English));
        let expected = "Article,Marks\r\n\"a \"\"b\"\", c\nd\",1234\r\n,0.500\r\n";
        assert_eq!(csv, expected);
    }
}
