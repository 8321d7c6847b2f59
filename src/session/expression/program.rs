//! A pattern as steps: what to compare, and where to go on.

use crate::segment::character::is_blank;
use crate::session::expression::fault::{Fault, Why};
use crate::session::expression::parse::{Edge, Item, Kind, Node, Set};
use crate::session::matching::{Matching, is_inside};

/// The most steps of a pattern, and the most parts that are looked at to make them: a pattern may
/// repeat nothing a million times.
const MOST_STEPS: usize = 5_000;
const MOST_PARTS: usize = 100_000;

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// This character, as characters are compared.
    Sign(char),
    /// Any character but the end of a line.
    Any,
    /// One of several characters.
    Set(Set),
    /// A place between characters.
    Edge(Edge),
    /// Go on at both steps, rather at the first.
    Split(u32, u32),
    /// Go on there.
    Jump(u32),
    /// All of it was found.
    Hit,
}

/// The steps of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) matching: Matching,
}

/// A character of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    /// As it stands there.
    pub(super) own: char,
    /// As it is compared.
    pub(super) folded: char,
}

impl Program {
    /// The steps for `tree`.
    pub(super) fn of(tree: &Node, matching: Matching) -> Result<Self, Fault> {
        let mut maker = Maker { steps: Vec::new(), matching, n_parts: 0 };
        if matching.whole {
            maker.steps.push(Step::Edge(Edge::Outside));
        }
        maker.add(tree)?;
        if matching.whole {
            maker.steps.push(Step::Edge(Edge::Outside));
        }
        maker.steps.push(Step::Hit);
        Ok(Self { steps: maker.steps, matching })
    }

    /// Whether `sign` is what `step` asks for.
    pub(super) fn takes(&self, step: &Step, sign: Sign) -> bool {
        match step {
            Step::Sign(wanted) => *wanted == sign.folded,
            Step::Any => !matches!(sign.own, '\n' | '\r'),
            Step::Set(set) => self.has(set, sign) != set.is_negated,
            Step::Edge(_) | Step::Split(..) | Step::Jump(_) | Step::Hit => false,
        }
    }

    fn has(&self, set: &Set, sign: Sign) -> bool {
        set.items.iter().any(|item| match *item {
            Item::Kind(kind, is_negated) => is_of(kind, sign.own) != is_negated,
            Item::Range(low, high) => {
                let is_in = |c: char| low <= c && c <= high;
                is_in(sign.own)
                    || is_in(sign.folded)
                    || (!self.matching.case && sign.folded.to_uppercase().any(is_in))
            }
        })
    }
}

impl Edge {
    /// Whether it lies between these characters.
    pub(super) fn lies(self, before: Option<char>, after: Option<char>) -> bool {
        let [one, other] = [before, after].map(|it| it.is_some_and(is_word));
        match self {
            Self::LineStart => match before {
                None | Some('\n') => true,
                Some('\r') => after != Some('\n'),
                Some(_) => false,
            },
            Self::LineEnd => match after {
                None | Some('\r') => true,
                Some('\n') => before != Some('\r'),
                Some(_) => false,
            },
            Self::Word => one != other,
            Self::NoWord => one == other,
            Self::Outside => !(before.is_some_and(is_inside) && after.is_some_and(is_inside)),
        }
    }
}

fn is_word(c: char) -> bool {
    is_inside(c) || c == '_'
}

/// Whether `c` is of `kind`, as it stands: capitals are capitals even where case does not count.
fn is_of(kind: Kind, c: char) -> bool {
    match kind {
        Kind::Digit => c.is_numeric(),
        Kind::Word => is_word(c),
        Kind::Blank => is_blank(c),
        Kind::Letter => c.is_alphabetic(),
        Kind::Capital => c.is_uppercase(),
        Kind::Small => c.is_lowercase(),
    }
}

struct Maker {
    steps: Vec<Step>,
    matching: Matching,
    n_parts: usize,
}

impl Maker {
    /// Where the next step will be.
    fn here(&self) -> u32 {
        self.steps.len() as u32
    }

    fn add(&mut self, node: &Node) -> Result<(), Fault> {
        self.n_parts += 1;
        if self.steps.len() > MOST_STEPS || self.n_parts > MOST_PARTS {
            return Err(Fault { at: 0, why: Why::TooLarge });
        }
        match node {
            Node::Sign(sign) => {
                let folded = folded(self.matching, *sign);
                self.steps.extend(folded.chars().map(Step::Sign));
            }
            Node::Any => self.steps.push(Step::Any),
            Node::Set(set) => {
                let set = self.folded_too(set);
                self.steps.push(Step::Set(set));
            }
            Node::Edge(edge) => self.steps.push(Step::Edge(*edge)),
            Node::Sequence(all) => all.iter().try_for_each(|it| self.add(it))?,
            Node::Either(all) => self.add_either(all)?,
            Node::Repeat { node, least, most: None, is_lazy } => {
                self.add_times(node, least.saturating_sub(1))?;
                self.add_for_ever(node, *least == 0, *is_lazy)?;
            }
            Node::Repeat { node, least, most: Some(most), is_lazy } => {
                self.add_times(node, *least)?;
                self.add_up_to(node, most - least, *is_lazy)?;
            }
        }
        Ok(())
    }

    /// `set` with its ends as they are compared, too.
    fn folded_too(&self, set: &Set) -> Set {
        let mut set = set.clone();
        let ends = set.items.iter().filter_map(|item| {
            let Item::Range(low, high) = *item else { return None };
            let (low, high) = (only(self.matching, low)?, only(self.matching, high)?);
            let new = Item::Range(low, high);
            (low <= high && new != *item).then_some(new)
        });
        let ends: Vec<Item> = ends.collect();
        set.items.extend(ends);
        set
    }

    fn add_either(&mut self, all: &[Node]) -> Result<(), Fault> {
        let mut ends = Vec::new();
        for (n, node) in all.iter().enumerate() {
            if n + 1 == all.len() {
                self.add(node)?;
                break;
            }
            let split = self.steps.len();
            self.steps.push(Step::Split(self.here() + 1, 0));
            self.add(node)?;
            ends.push(self.steps.len());
            self.steps.push(Step::Jump(0));
            self.steps[split] = Step::Split(split as u32 + 1, self.here());
        }
        for end in ends {
            self.steps[end] = Step::Jump(self.here());
        }
        Ok(())
    }

    fn add_times(&mut self, node: &Node, times: u32) -> Result<(), Fault> {
        (0..times).try_for_each(|_| self.add(node))
    }

    /// Once and again, or not at all where that is allowed.
    fn add_for_ever(&mut self, node: &Node, or_never: bool, is_lazy: bool) -> Result<(), Fault> {
        let first = self.here();
        if or_never {
            self.steps.push(Step::Jump(0));
        }
        let inside = self.here();
        self.add(node)?;
        if or_never && !is_maybe_nothing(node) {
            self.steps.push(Step::Jump(first));
        } else {
            // Asked at the end: a round that takes nothing must not lead out of the one before.
            self.steps.push(split(inside, self.here() + 1, is_lazy));
        }
        if or_never {
            self.steps[first as usize] = split(inside, self.here(), is_lazy);
        }
        Ok(())
    }

    fn add_up_to(&mut self, node: &Node, times: u32, is_lazy: bool) -> Result<(), Fault> {
        let mut splits = Vec::new();
        for _ in 0..times {
            splits.push(self.steps.len());
            self.steps.push(Step::Jump(0));
            self.add(node)?;
        }
        for at in splits {
            self.steps[at] = split(at as u32 + 1, self.here(), is_lazy);
        }
        Ok(())
    }
}

/// Goes in or out, whichever comes first.
fn split(inside: u32, outside: u32, is_lazy: bool) -> Step {
    if is_lazy { Step::Split(outside, inside) } else { Step::Split(inside, outside) }
}

/// Whether `node` may be found without a character.
fn is_maybe_nothing(node: &Node) -> bool {
    match node {
        Node::Sign(_) | Node::Any | Node::Set(_) => false,
        Node::Edge(_) => true,
        Node::Sequence(all) => all.iter().all(is_maybe_nothing),
        Node::Either(all) => all.iter().any(is_maybe_nothing),
        Node::Repeat { node, least, .. } => *least == 0 || is_maybe_nothing(node),
    }
}

/// `c` as it is compared.
fn folded(matching: Matching, c: char) -> String {
    let mut out = String::new();
    matching.fold(c, &mut out);
    out
}

/// `c` as it is compared, where that is one character.
fn only(matching: Matching, c: char) -> Option<char> {
    let folded = folded(matching, c);
    let mut all = folded.chars();
    all.next().filter(|_| all.next().is_none())
}
