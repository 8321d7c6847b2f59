//! The XML of a configuration: elements and their attributes, in order.
//!
//! Strict: what is not well formed is an error with its line. Text between elements, comments,
//! processing instructions, CDATA and a DOCTYPE without declarations are passed over. Limits: the five entities
//! of the standard and numbers; names are not checked letter by letter.

use crate::message::Message;

/// An element that begins or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// It begins; one that is empty ends at once.
    Open(Element<'t>),
    /// The last one that is open ends.
    Close,
}

/// The start of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element<'t> {
    /// Its name.
    pub(crate) name: &'t str,
    /// Its attributes, in order; no name stands twice.
    pub(crate) attributes: Vec<(&'t str, String)>,
    /// The line where it begins, from 1.
    pub(crate) line: usize,
}

impl Element<'_> {
    /// The value of the attribute called `name`.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }
}

/// What is wrong, and in which line, from 1.
pub(crate) type Wrong = (usize, Message);

/// What may be passed over: how it begins and how it ends.
const PASSED: [(&str, &str); 4] =
    [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];

/// The elements of `text`.
pub(crate) fn pieces(text: &str) -> Result<Vec<Piece<'_>>, Wrong> {
    let mut scanner = Scanner { text, at: 0 };
    let (mut pieces, mut open) = (Vec::new(), Vec::new());
    while let Some(next) = scanner.rest().find('<') {
        scanner.at += next;
        if scanner.pass_over()? {
            continue;
        }
        if scanner.rest().starts_with("</") {
            let name = scanner.end_tag()?;
            match open.pop() {
                Some(last) if last == name => pieces.push(Piece::Close),
                _ => return Err(scanner.wrong(Message::XmlStrayEnd { name: name.to_owned() })),
            }
            continue;
        }
        let (element, is_empty) = scanner.start_tag()?;
        if !is_empty {
            open.push(element.name);
        }
        pieces.push(Piece::Open(element));
        pieces.extend(is_empty.then_some(Piece::Close));
    }
    // What is missing is missing at the end.
    scanner.at = text.len();
    match open.pop() {
        Some(name) => Err(scanner.wrong(Message::XmlNoEnd { name: name.to_owned() })),
        None => Ok(pieces),
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn line(&self) -> usize {
        self.text[..self.at].matches('\n').count() + 1
    }

    fn wrong(&self, cause: Message) -> Wrong {
        (self.line(), cause)
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// Passes over what is no element. Whether there was such a thing.
    fn pass_over(&mut self) -> Result<bool, Wrong> {
        let Some((start, end)) = PASSED.iter().find(|it| self.rest().starts_with(it.0)) else {
            return Ok(false);
        };
        let inside = &self.rest()[start.len()..];
        let length = inside.find(end).ok_or_else(|| self.wrong(Message::XmlCut))?;
        self.at += start.len() + length + end.len();
        Ok(true)
    }

    fn name(&mut self) -> Result<&'t str, Wrong> {
        let is_part = |it: char| it.is_alphanumeric() || "_:-.".contains(it);
        let rest = self.rest();
        let length = rest.find(|it| !is_part(it)).unwrap_or(rest.len());
        if length == 0 {
            return Err(self.wrong(Message::XmlNoName));
        }
        self.at += length;
        Ok(&rest[..length])
    }

    fn end_tag(&mut self) -> Result<&'t str, Wrong> {
        self.at += "</".len();
        let name = self.name()?;
        self.skip_blanks();
        if !self.rest().starts_with('>') {
            return Err(self.wrong(Message::XmlCut));
        }
        self.at += 1;
        Ok(name)
    }

    /// The start of an element, and whether it ends with it.
    fn start_tag(&mut self) -> Result<(Element<'t>, bool), Wrong> {
        let line = self.line();
        self.at += 1;
        let mut element = Element { name: self.name()?, attributes: Vec::new(), line };
        loop {
            self.skip_blanks();
            for (end, is_empty) in [("/>", true), (">", false)] {
                if self.rest().starts_with(end) {
                    self.at += end.len();
                    return Ok((element, is_empty));
                }
            }
            if self.rest().is_empty() {
                return Err(self.wrong(Message::XmlCut));
            }
            let (name, value) = self.attribute()?;
            if element.get(name).is_some() {
                return Err(self.wrong(Message::SchemaTwice { name: name.to_owned() }));
            }
            element.attributes.push((name, value));
        }
    }

    fn attribute(&mut self) -> Result<(&'t str, String), Wrong> {
        let name = self.name()?;
        self.skip_blanks();
        let no_value = Message::XmlNoValue { name: name.to_owned() };
        let Some(rest) = self.rest().strip_prefix('=') else { return Err(self.wrong(no_value)) };
        let rest = rest.trim_start();
        let quote = rest.chars().next().filter(|it| ['"', '\''].contains(it));
        let Some(quote) = quote else { return Err(self.wrong(no_value)) };
        let Some(length) = rest[1..].find(quote) else { return Err(self.wrong(Message::XmlCut)) };
        self.at = self.text.len() - rest.len();
        let value = self.plain(&rest[1..=length])?;
        self.at += length + 2;
        Ok((name, value))
    }

    /// A value with its entities put in.
    fn plain(&self, value: &str) -> Result<String, Wrong> {
        let mut out = String::new();
        let mut rest = value;
        while let Some(at) = rest.find('&') {
            out.push_str(&rest[..at]);
            let entity = rest[at + 1..].split_once(';');
            let found = entity.and_then(|(name, after)| Some((entity_of(name)?, after)));
            let Some((sign, after)) = found else { return Err(self.wrong(Message::XmlEntity)) };
            out.push(sign);
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }
}

fn entity_of(name: &str) -> Option<char> {
    let number = |it: &str, radix| u32::from_str_radix(it, radix).ok().and_then(char::from_u32);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        name => match name.strip_prefix('#')?.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16),
            None => number(&name[1..], 10),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let name = |it: &Piece<'_>| match it {
            Piece::Open(it) => it.name.to_owned(),
            Piece::Close => "/".to_owned(),
        };
        pieces(text).unwrap().iter().map(name).collect()
    }

    #[test]
    fn elements_come_in_order() {
        let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<a b='1 > 0'><!-- <x> -->t<c/></a >";
        assert_eq!(names(text), ["a", "c", "/", "/"]);
    }

    #[test]
    fn values_are_what_they_stand_for() {
        let text = "<a b=\"R&amp;D &#241; &#xF1; '\" c = '\"'/>";
        let all = pieces(text).unwrap();
        let [Piece::Open(element), Piece::Close] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((element.get("b"), element.get("c")), (Some("R&D ñ ñ '"), Some("\"")));
    }

    #[test]
    fn what_is_not_well_formed_has_a_line() {
        for (text, line) in [
            ("<a>\n<b></a>", 2),
            ("<a>\n\n", 3),
            ("</a>", 1),
            ("<a\nb></a>", 2),
            ("<a b=c/>", 1),
            ("<a b=\"c/>", 1),
            ("<a b='1' b='2'/>", 1),
            ("<a b='&nbsp;'/>", 1),
            ("\n<a b='x & y'/>", 2),
            ("<a><!-- </a>", 1),
            ("<a><></a>", 1),
            ("<a", 1),
        ] {
            assert_eq!(pieces(text).unwrap_err().0, line, "{text}");
        }
    }
}
