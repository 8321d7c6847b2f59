//! Spanish names that a small word tells (`río Magdalena`, `estadio Azteca`, `huracán Nora`), bodies
//! of one word (`la Fiscalía`), and how far the names of bodies and laws reach.

use crate::extract::candidate::Candidate;
use crate::extract::line::Word;
use crate::extract::names::{Names, Run, candidate};
use crate::extract::trigger::{self, Place, Trigger};
use crate::extract::vocabulary;

/// Words that tell a place or a building and also mean other things before a name.
const DOUBTFUL: &[&str] = &[
    "albergue", "camp", "canal", "cape", "centro", "fort", "gulf", "mar", "mount", "parque",
    "terminal",
];

/// Events whose word stands inside their name, or first, in Spanish: `Primera Guerra Mundial`.
const EVENTS: &[&str] = &["guerra", "guerras", "juegos", "campeonato", "mundial", "eurocopa"];

/// Bodies of the state, behind whose names the state is another name: `Congreso` `de la` `Nación`.
const STATE_BODIES: &[&str] = &[
    "armada",
    "asamblea",
    "camara",
    "cancilleria",
    "congreso",
    "contraloria",
    "corte",
    "defensoria",
    "ejercito",
    "fiscalia",
    "gobernacion",
    "ministerio",
    "policia",
    "presidencia",
    "procuraduria",
    "registraduria",
    "secretaria",
    "senado",
    "servicio",
    "tribunal",
    "vicepresidencia",
];

impl Names<'_, '_, '_> {
    /// A place, a building or a storm whose kind stands before it, written small.
    pub fn featured(&self, run: Run) -> Option<Candidate> {
        let at = run.first.checked_sub(1)?;
        let word = self.line.words()[at];
        let kind = trigger::of(self.line.folded(at), Place::First).filter(|it| is_featured(it))?;
        let is_doubtful = DOUBTFUL.binary_search(&self.line.folded(at)).is_ok();
        if word.is_capital || !self.line.is_spanish() || is_doubtful {
            return None;
        }
        let last = self.without_state(run.first, run.last)?;
        Some(candidate(Run { last, ..run }, kind.label, kind.score, self.trigger(at)))
    }

    /// A war or a contest of several words.
    pub fn event(&self, run: Run) -> Option<Candidate> {
        let is_event = |it: &usize| EVENTS.contains(&self.line.folded(*it));
        let at = (run.first..=run.last).find(is_event)?;
        let is_named = run.first < run.last && !self.line.is_english();
        is_named.then(|| candidate(run, "EVENT", 0.75, self.trigger(at)))
    }

    /// A body of one word: `la Fiscalía`, `the Senate`.
    pub fn lone_body(&self, run: Run) -> Option<Candidate> {
        let is_body = vocabulary::is_lone_body(self.line.folded(run.first));
        let is_lone = run.first == run.last || self.line.is_title();
        let lone = Run { last: run.first, ..run };
        (is_body && is_lone).then(|| candidate(lone, "ORG", 0.7, self.trigger(run.first)))
    }

    /// The last word of a name from `at` to `last` without the country, state or town behind it:
    /// `Ministerio de Salud` `de` `Panamá`. Only the state's own bodies are parted from it, and
    /// landmarks. `None` where nothing is left but the telling word.
    pub fn without_state(&self, at: usize, last: usize) -> Option<usize> {
        let is_state_body = STATE_BODIES.binary_search(&self.line.folded(at)).is_ok();
        let tells = trigger::of(self.line.folded(at), Place::First).is_some();
        let place = self.listed.iter().find(|it| it.label == "GPE" && it.last == last);
        let of = place.and_then(|it| it.first.checked_sub(1));
        let of = of.filter(|it| matches!(self.line.folded(*it), "de" | "del") && *it > at);
        match of {
            Some(of) if of == at + 1 && is_state_body => None,
            Some(of) if is_state_body || !tells => Some(of - 1),
            _ => Some(last),
        }
    }

    /// The end of a law's number: `Ley 80 de 1993`.
    pub fn numbered_end(&self, at: usize, label: &str) -> Option<usize> {
        let is_number = |at: usize| self.line.words().get(at).is_some_and(Word::is_number);
        if label != "LAW" || !is_number(at + 1) {
            return None;
        }
        let has_year = matches!(self.line.folded(at + 2), "de" | "del") && is_number(at + 3);
        Some(if has_year { at + 3 } else { at + 1 })
    }
}

fn is_featured(kind: &Trigger) -> bool {
    matches!(kind.label, "LOC" | "FAC" | "EVENT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        assert!(DOUBTFUL.is_sorted_by(|a, b| a < b));
        assert!(STATE_BODIES.is_sorted_by(|a, b| a < b));
    }
}
