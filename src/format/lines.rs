//! Whole files of formats with one article a line.

use crate::format::dataset::{Article, Dataset};
use crate::format::error::ReadError;
use crate::format::names::Names;
use crate::format::reduce;
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::format::{Content, File, Line};
use crate::model::id::DocumentId;
use crate::model::schema::Schema;

type Field = fn(&Content<'_>) -> Result<String, ReadError>;
type ReadLine = fn(&Line<'_>, &mut Names, &mut Report) -> Result<Article, ReadError>;
type WriteLine = fn(&Schema, &Article) -> String;

/// Reads every line on its own. A line that is broken is left out and reported.
pub(crate) fn read(
    content: &Content<'_>,
    field: Field,
    read_line: ReadLine,
    report: &mut Report,
) -> Result<Dataset, ReadError> {
    let field = field(content)?;
    let mut names = Names::default();
    let (mut articles, mut first_error) = (Vec::new(), None);
    let n_losses = report.losses.len();
    for (line, n) in content.text.split('\n').zip(1..) {
        if line.trim().is_empty() {
            continue;
        }
        let place = format!("{}:{n}", content.name);
        let line = Line { text: line, place: &place, field: &field };
        match read_line(&line, &mut names, report) {
            Ok(mut article) => {
                if article.name.is_empty() && article.id.is_none() {
                    article.id = DocumentId::new(&place);
                    article.name = place;
                }
                articles.push(article);
            }
            Err(why) => {
                report.left_out(Thing::Articles, why.of_part(&place));
                first_error.get_or_insert(why.at_line(n));
            }
        }
    }
    if articles.is_empty() {
        report.losses.truncate(n_losses);
        return Err(first_error.unwrap_or(ReadError::NothingInside));
    }
    let mut dataset = Dataset { schema: names.into_schema(), articles, ..Dataset::default() };
    reduce::bare(&mut dataset);
    Ok(dataset)
}

/// Writes one line an article.
pub(crate) fn write(dataset: &Dataset, write_line: WriteLine) -> File {
    let mut out = String::new();
    for article in &dataset.articles {
        out.push_str(&write_line(&dataset.schema, article));
        out.push('\n');
    }
    File { name: "apostil.jsonl".to_owned(), bytes: out.into_bytes() }
}
