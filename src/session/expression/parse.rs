//! A pattern as a tree.

use crate::session::expression::fault::{Fault, Why};

/// The longest pattern, in characters.
const LONGEST: usize = 1000;
/// The deepest groups in groups.
const DEEPEST: usize = 50;
/// The highest count of a repetition.
const MOST_TIMES: u32 = 1000;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// This character.
    Sign(char),
    /// Any character but the end of a line.
    Any,
    /// One of several characters.
    Set(Set),
    /// A place between characters.
    Edge(Edge),
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of these, the first rather than the next.
    Either(Vec<Node>),
    /// Several times.
    Repeat {
        /// What.
        node: Box<Node>,
        /// At least so often.
        least: u32,
        /// At most so often.
        most: Option<u32>,
        /// Rather less often than more.
        is_lazy: bool,
    },
}

/// A place between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Where a line starts.
    LineStart,
    /// Where a line ends.
    LineEnd,
    /// Where a word starts or ends.
    Word,
    /// Where no word starts or ends.
    NoWord,
    /// Where no word goes on.
    Outside,
}

/// Characters of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Digit,
    Word,
    Blank,
    Letter,
    Capital,
    Small,
}

/// A part of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// From this character to that, both taken in.
    Range(char, char),
    /// Those of a kind, or all others.
    Kind(Kind, bool),
}

/// Characters of which one is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Set {
    pub(super) items: Vec<Item>,
    /// All others.
    pub(super) is_negated: bool,
}

/// What `\` and a sign mean.
enum Escaped {
    Sign(char),
    Item(Item),
    Edge(Edge),
}

/// The tree of `pattern`.
pub(super) fn parse(pattern: &str) -> Result<Node, Fault> {
    let signs: Vec<char> = pattern.chars().collect();
    let mut parser = Parser { signs, at: 0, depth: 0 };
    if parser.signs.len() > LONGEST {
        return Err(parser.fault(Why::TooLarge));
    }
    let node = parser.either()?;
    if parser.at < parser.signs.len() {
        return Err(parser.fault(Why::GroupEnd));
    }
    Ok(node)
}

struct Parser {
    signs: Vec<char>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn fault(&self, why: Why) -> Fault {
        fault(self.at, why)
    }

    fn peek(&self) -> Option<char> {
        self.signs.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let sign = self.peek()?;
        self.at += 1;
        Some(sign)
    }

    fn eat(&mut self, sign: char) -> bool {
        let is_there = self.peek() == Some(sign);
        self.at += usize::from(is_there);
        is_there
    }

    fn either(&mut self) -> Result<Node, Fault> {
        let first = self.sequence()?;
        let mut all = vec![first];
        while self.eat('|') {
            all.push(self.sequence()?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Node::Either(all) })
    }

    fn sequence(&mut self) -> Result<Node, Fault> {
        let mut all = Vec::new();
        while self.peek().is_some_and(|it| it != '|' && it != ')') {
            let node = self.one()?;
            all.push(self.repeated(node)?);
        }
        Ok(Node::Sequence(all))
    }

    fn one(&mut self) -> Result<Node, Fault> {
        let from = self.at;
        if self.times()?.is_some() {
            return Err(fault(from, Why::NothingToRepeat));
        }
        Ok(match self.next() {
            Some('.') => Node::Any,
            Some('^') => Node::Edge(Edge::LineStart),
            Some('$') => Node::Edge(Edge::LineEnd),
            Some('(') => self.group()?,
            Some('[') => Node::Set(self.set()?),
            Some('\\') => match self.escaped()? {
                Escaped::Sign(sign) => Node::Sign(sign),
                Escaped::Item(item) => Node::Set(Set { items: vec![item], is_negated: false }),
                Escaped::Edge(edge) => Node::Edge(edge),
            },
            Some(sign) => Node::Sign(sign),
            None => Node::Sequence(Vec::new()),
        })
    }

    fn repeated(&mut self, mut node: Node) -> Result<Node, Fault> {
        while let Some((least, most)) = self.times()? {
            let is_lazy = self.eat('?');
            node = Node::Repeat { node: Box::new(node), least, most, is_lazy };
        }
        Ok(node)
    }

    /// How often, where that is what stands here.
    fn times(&mut self) -> Result<Option<(u32, Option<u32>)>, Fault> {
        let times = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => return self.count(),
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(times))
    }

    /// `{2}`, `{2,}`, `{2,5}`. Other braces are signs as any other.
    fn count(&mut self) -> Result<Option<(u32, Option<u32>)>, Fault> {
        let from = self.at;
        self.at += 1;
        let least = self.number();
        let has_most = self.eat(',');
        let most = if has_most { self.number() } else { least };
        let (Some(least), true) = (least, self.eat('}')) else {
            self.at = from;
            return Ok(None);
        };
        if least > MOST_TIMES || most.is_some_and(|it| it > MOST_TIMES) {
            return Err(fault(from, Why::TooLarge));
        }
        if most.is_some_and(|it| it < least) {
            return Err(fault(from, Why::Backward));
        }
        Ok(Some((least, most)))
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|it| it.to_digit(10)) {
            number = Some(number.unwrap_or(0u32).saturating_mul(10).saturating_add(digit));
            self.at += 1;
        }
        number
    }

    /// What stands behind a `(`.
    fn group(&mut self) -> Result<Node, Fault> {
        let from = self.at - 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(fault(from, Why::TooLarge));
        }
        if self.eat('?') {
            self.name_of_group(from)?;
        }
        let node = self.either()?;
        if !self.eat(')') {
            return Err(fault(from, Why::GroupOpen));
        }
        self.depth -= 1;
        Ok(node)
    }

    /// `?:` says that a group has no number, `?<name>` gives it a name: here groups have neither.
    fn name_of_group(&mut self, from: usize) -> Result<(), Fault> {
        if self.eat(':') {
            return Ok(());
        }
        self.eat('P');
        let is_name = self.eat('<') && self.peek().is_some_and(char::is_alphabetic);
        while is_name && self.peek().is_some_and(|it| it.is_alphanumeric() || it == '_') {
            self.at += 1;
        }
        if is_name && self.eat('>') { Ok(()) } else { Err(fault(from, Why::NotOffered)) }
    }

    /// What stands behind a `[`.
    fn set(&mut self) -> Result<Set, Fault> {
        let from = self.at - 1;
        let is_negated = self.eat('^');
        let mut items = Vec::new();
        loop {
            let first = self.at;
            match self.peek() {
                None => return Err(fault(from, Why::SetOpen)),
                // A set without anything in it would be of no use.
                Some(']') if !items.is_empty() => break,
                _ => {}
            }
            let item = match self.item()? {
                Item::Range(low, _) if self.has_range() => {
                    self.at += 1;
                    let Item::Range(high, _) = self.item()? else {
                        return Err(fault(first, Why::Backward));
                    };
                    if high < low {
                        return Err(fault(first, Why::Backward));
                    }
                    Item::Range(low, high)
                }
                item => item,
            };
            items.push(item);
        }
        self.at += 1;
        Ok(Set { items, is_negated })
    }

    /// Whether a `-` comes that something stands behind.
    fn has_range(&self) -> bool {
        let behind = self.signs.get(self.at + 1);
        self.peek() == Some('-') && behind.is_some_and(|it| *it != ']')
    }

    fn item(&mut self) -> Result<Item, Fault> {
        let from = self.at;
        match self.next() {
            Some('\\') => match self.escaped()? {
                Escaped::Sign(sign) => Ok(Item::Range(sign, sign)),
                Escaped::Item(item) => Ok(item),
                Escaped::Edge(_) => Err(fault(from, Why::Escape)),
            },
            Some(sign) => Ok(Item::Range(sign, sign)),
            None => Err(fault(from, Why::SetOpen)),
        }
    }

    /// What stands behind a `\`.
    fn escaped(&mut self) -> Result<Escaped, Fault> {
        let from = self.at - 1;
        let sign = self.next().ok_or(fault(from, Why::Escape))?;
        let kind = |kind| Ok(Escaped::Item(Item::Kind(kind, sign.is_ascii_uppercase())));
        match sign {
            'd' | 'D' => kind(Kind::Digit),
            'w' | 'W' => kind(Kind::Word),
            's' | 'S' => kind(Kind::Blank),
            'p' | 'P' => self.kind(from, sign == 'P'),
            'b' => Ok(Escaped::Edge(Edge::Word)),
            'B' => Ok(Escaped::Edge(Edge::NoWord)),
            'n' => Ok(Escaped::Sign('\n')),
            'r' => Ok(Escaped::Sign('\r')),
            't' => Ok(Escaped::Sign('\t')),
            'x' | 'u' => self.code(from, if sign == 'x' { 2 } else { 4 }),
            '1'..='9' => Err(fault(from, Why::NotOffered)),
            sign if sign.is_ascii_alphanumeric() => Err(fault(from, Why::Escape)),
            sign => Ok(Escaped::Sign(sign)),
        }
    }

    /// `L` or `{Lu}` behind `\p`.
    fn kind(&mut self, from: usize, is_negated: bool) -> Result<Escaped, Fault> {
        let mut name = String::new();
        if self.eat('{') {
            while let Some(sign) = self.next().filter(|it| *it != '}') {
                name.push(sign);
            }
        } else {
            name.extend(self.next());
        }
        let kind = match name.as_str() {
            "L" | "Letter" | "Alphabetic" => Kind::Letter,
            "Lu" | "Uppercase" => Kind::Capital,
            "Ll" | "Lowercase" => Kind::Small,
            "N" | "Nd" | "Number" => Kind::Digit,
            _ => return Err(fault(from, Why::Kind)),
        };
        Ok(Escaped::Item(Item::Kind(kind, is_negated)))
    }

    /// A character by its code point in hexadecimal: `n_digits` of them, or as many as braces hold.
    fn code(&mut self, from: usize, n_digits: usize) -> Result<Escaped, Fault> {
        let mut digits = String::new();
        if self.eat('{') {
            while let Some(sign) = self.next().filter(|it| *it != '}') {
                digits.push(sign);
            }
        } else {
            digits.extend((0..n_digits).filter_map(|_| self.next()));
        }
        let code = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
        code.map(Escaped::Sign).ok_or(fault(from, Why::Escape))
    }
}

fn fault(at: usize, why: Why) -> Fault {
    Fault { at, why }
}
