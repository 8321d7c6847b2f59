//! Walks all ways through the steps of a pattern at once, a character at a time.

use crate::session::expression::program::{Program, Sign, Step};
use crate::text::TextRange;

/// A way through the steps: the step that it is at, and where in the text it began.
type Way = (u32, u32);

/// The machine, on one text.
pub(super) struct Machine<'a> {
    program: &'a Program,
    text: &'a str,
    /// Ways in the order in which they count.
    ways: Vec<Way>,
    /// The same, where they wait for the next character.
    waiting: Vec<Way>,
    /// Steps still to be gone to, the next one last.
    stack: Vec<u32>,
    /// Of each step, at which turn a way was there last: a later way to it adds nothing.
    seen: Vec<u32>,
    turn: u32,
    n_steps: u64,
    most_steps: u64,
}

/// A character of the text, and the bytes that it stands for.
#[derive(Clone, Copy)]
struct Read {
    sign: Sign,
    start: u32,
    end: u32,
}

impl<'a> Machine<'a> {
    /// A machine that takes `most_steps` in all.
    pub(super) fn new(program: &'a Program, text: &'a str, most_steps: u64) -> Self {
        let seen = vec![0; program.steps.len()];
        let (ways, waiting, stack) = (Vec::new(), Vec::new(), Vec::new());
        Self { program, text, ways, waiting, stack, seen, turn: 0, n_steps: 0, most_steps }
    }

    pub(super) fn n_steps(&self) -> u64 {
        self.n_steps
    }

    /// Whether it has taken all the steps that it may.
    pub(super) fn is_exhausted(&self) -> bool {
        self.n_steps > self.most_steps
    }

    /// The first hit from the byte `from` on; it may be empty.
    pub(super) fn find(&mut self, from: usize) -> Option<TextRange> {
        let mut reader = Reader::new(self.program, self.text, from);
        let mut before = self.text[..from].chars().next_back();
        let (mut end, mut found) = (from as u32, None);
        self.waiting.clear();
        loop {
            let next = reader.next();
            let after = next.map(|it| it.sign.own);
            let here = next.map_or(self.text.len() as u32, |it| it.start);
            self.arrive(before, after, found.is_none().then_some(here));
            if let Some(hit) = self.walk_on(next, end) {
                found = Some(hit);
            }
            match next {
                Some(next) if !(found.is_some() && self.waiting.is_empty()) => {
                    (before, end) = (after, next.end);
                }
                _ => return found,
            }
            if self.is_exhausted() {
                return None;
            }
        }
    }

    /// Follows all ways to the steps that take a character, and begins a new way at `here`.
    fn arrive(&mut self, before: Option<char>, after: Option<char>, here: Option<u32>) {
        self.turn += 1;
        self.ways.clear();
        let waiting = std::mem::take(&mut self.waiting);
        for way in waiting.iter().copied().chain(here.map(|it| (0, it))) {
            self.follow(way, before, after);
        }
        self.waiting = waiting;
        self.waiting.clear();
    }

    fn follow(&mut self, (step, start): Way, before: Option<char>, after: Option<char>) {
        self.stack.push(step);
        while let Some(step) = self.stack.pop() {
            if std::mem::replace(&mut self.seen[step as usize], self.turn) == self.turn {
                continue;
            }
            self.n_steps += 1;
            match &self.program.steps[step as usize] {
                Step::Jump(to) => self.stack.push(*to),
                Step::Split(one, other) => self.stack.extend([*other, *one]),
                Step::Edge(edge) if edge.lies(before, after) => self.stack.push(step + 1),
                Step::Edge(_) => {}
                Step::Sign(_) | Step::Any | Step::Set(_) | Step::Hit => {
                    self.ways.push((step, start));
                }
            }
        }
    }

    /// Takes the next character along all ways, up to the first that has come to its end at `end`.
    fn walk_on(&mut self, next: Option<Read>, end: u32) -> Option<TextRange> {
        for &(step, start) in &self.ways {
            let kind = &self.program.steps[step as usize];
            if *kind == Step::Hit {
                return Some(TextRange::new(start, end.max(start)));
            }
            if next.is_some_and(|it| self.program.takes(kind, it.sign)) {
                self.waiting.push((step + 1, start));
            }
        }
        None
    }
}

/// Reads a text as its characters are compared.
struct Reader<'a> {
    program: &'a Program,
    text: &'a str,
    at: usize,
    /// What a character is compared as, and how much of it was read.
    folded: String,
    n_read: usize,
    last: Option<Read>,
}

impl<'a> Reader<'a> {
    fn new(program: &'a Program, text: &'a str, at: usize) -> Self {
        Self { program, text, at, folded: String::new(), n_read: 0, last: None }
    }

    fn next(&mut self) -> Option<Read> {
        if let Some(folded) = self.folded[self.n_read..].chars().next() {
            self.n_read += folded.len_utf8();
            let last = self.last?;
            return Some(Read { sign: Sign { folded, ..last.sign }, ..last });
        }
        let (own, start) = loop {
            let own = self.text[self.at..].chars().next()?;
            let start = self.at;
            self.at += own.len_utf8();
            if self.fold(own) {
                break (own, start);
            }
        };
        let folded = self.folded.chars().next()?;
        self.n_read = folded.len_utf8();
        let rest = std::mem::take(&mut self.folded);
        // What is compared as nothing belongs to the character before it.
        while let Some(next) = self.text[self.at..].chars().next().filter(|it| !it.is_ascii()) {
            if self.fold(next) {
                break;
            }
            self.at += next.len_utf8();
        }
        self.folded = rest;
        let (start, end) = (start as u32, self.at as u32);
        self.last = Some(Read { sign: Sign { own, folded }, start, end });
        self.last
    }

    /// Puts what `c` is compared as into `folded`. Whether that is something.
    fn fold(&mut self, c: char) -> bool {
        self.folded.clear();
        self.program.matching.fold(c, &mut self.folded);
        !self.folded.is_empty()
    }
}
