//! What the labels of the corpora mean here.
//!
//! Corpora mark different things under different names. Where one marks a kind of name in full, its
//! marks count and nothing else of that kind does; kinds that it does not mark come from the teacher.
//! A place is a GPE, a LOC or a FAC as the teacher has it, or else as the lists do.

/// What a corpus's label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This label of ours.
    Label(&'static str),
    /// A place of some kind.
    Place,
    /// A nationality, or the place itself, as the teacher has it.
    GroupOrPlace,
    /// A name of a kind that only the teacher can tell; unknown where it says nothing.
    Other,
    /// No name: left to the teacher.
    Nothing,
}

/// What `label` stands for in `corpus`.
pub fn meaning(corpus: &str, label: &str) -> Meaning {
    use Meaning::{GroupOrPlace, Label, Nothing, Other, Place};
    match (corpus, label) {
        (it, "per") if it.starts_with("gmb") => Label("PERSON"),
        (it, "org") if it.starts_with("gmb") => Label("ORG"),
        (it, "geo") if it.starts_with("gmb") => Place,
        (it, "gpe") if it.starts_with("gmb") => GroupOrPlace,
        (it, _) if it.starts_with("gmb") => Nothing,
        (_, "PER" | "person" | "Person" | "politician" | "writer" | "scientist" | "researcher") => {
            Label("PERSON")
        }
        (_, "musicalartist") => Label("PERSON"),
        (_, "ORG" | "organisation" | "Organisation" | "politicalparty" | "university" | "band") => {
            Label("ORG")
        }
        ("wnut17", "corporation" | "group") => Label("ORG"),
        (_, "country") => Label("GPE"),
        (_, "LOC" | "location" | "Location") => Place,
        (_, "Nationality") => Label("NORP"),
        ("wnut17", "product") => Label("PRODUCT"),
        ("wnut17", "creative-work") | (_, "book" | "poem" | "song" | "album") => {
            Label("WORK_OF_ART")
        }
        (_, "event" | "election") => Label("EVENT"),
        (_, "MISC" | "misc" | "magazine" | "academicjournal" | "conference" | "award") => Other,
        _ => Nothing,
    }
}

/// Whether every corpus with marks has all names of this label of ours, so that a teacher's do not count
/// there.
pub fn is_marked(label: &str) -> bool {
    matches!(label, "PERSON" | "ORG" | "GPE" | "LOC" | "FAC")
}
