//! Schemas from files: ours, and those of other tools. All files here were made for these tests.

use apostil::format::File;
use apostil::format::schema::{SchemaFile, read, write};
use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::model::preset::Preset;
use apostil::model::schema::{AttributeKind, Color, Schema};

use crate::sample::dataset;

fn file(name: &str, text: &str) -> File {
    File { name: name.into(), bytes: text.as_bytes().to_vec() }
}

fn taken(name: &str, text: &str) -> SchemaFile {
    read(&file(name, text)).unwrap_or_else(|why| panic!("{why:?}"))
}

fn names(schema: &Schema) -> Vec<&str> {
    schema.labels.iter().map(|it| it.name.as_str()).collect()
}

fn of(schema: &Schema, ids: &[LabelId]) -> Vec<String> {
    ids.iter().map(|it| schema.label(*it).unwrap().name.clone()).collect()
}

/// The line and the cause of an error.
fn error(name: &str, text: &str) -> (u64, Message) {
    match read(&file(name, text)) {
        Err(Message::SchemaBadLine { line, cause, .. }) => (line, *cause),
        other => panic!("{other:?}"),
    }
}

fn left_out(read: &SchemaFile) -> Vec<(u64, &str)> {
    let line = |it: &Message| match it {
        Message::SchemaLeftOut { line, .. } => *line,
        other => panic!("{other:?}"),
    };
    let what = |it: &'_ Message| match it {
        Message::SchemaLeftOut { what, .. } => what.clone(),
        _ => String::new(),
    };
    let all = read.problems.iter().map(|it| (line(it), what(it)));
    all.map(|(line, what)| (line, &*what.leak())).collect()
}

#[test]
fn our_own_files_come_back_as_they_went() {
    for seed in 0..20 {
        // Which articles are on trial is the project's own affair.
        let schema = Schema { trial: None, ..dataset(seed).schema };
        let written = write(&schema, "all");
        let read = read(&written).unwrap();
        assert_eq!(read.schema, schema);
        assert!(read.has_rules && read.problems.is_empty());
        assert_eq!(write(&read.schema, "all"), written);
    }
    for preset in Preset::ALL {
        assert_eq!(read(&write(&preset.schema(), "p")).unwrap().schema, preset.schema());
    }
}

#[test]
fn our_own_files_are_read_strictly_and_fields_of_others_are_named() {
    let good = r#"{"format": "apostil-schema", "version": 1, "labels": [{"name": "A", "mood": 1}], "x": 2}"#;
    let read_good = taken("a.json", good);
    assert_eq!(names(&read_good.schema), ["A"]);
    let places: Vec<_> = read_good.problems.iter().collect();
    let field = |it: &str| Message::SchemaUnknownField { place: it.into() };
    assert_eq!(places, [&field("/labels/A/mood"), &field("/x")]);
    for bad in [
        good.replace(": 1,", ": 2,"),
        good.replace("\"A\"", "7"),
        good.replace('}', ""),
        good.replace("[{", "[{\"name\": \"A\"}, {"),
    ] {
        assert!(read(&file("a.json", &bad)).is_err(), "{bad}");
    }
}

const BRAT: &str = "\
# Ours
<PLACES>=City|River
[entities]
Person
!Place
\tCity
\t\tCapital
\tRiver
-----
Boat
[relations]
lives-in Arg1:Person, Arg2:<PLACES>
owns Arg1:Person, Arg2:Boat, <REL-TYPE>:symmetric
owns Arg1:Person, Arg2:<ENTITY>
<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:contain
[events]
Sinking Victim:Boat, Where?:Place
[attributes]
negated Arg:<EVENT>
size Arg:Boat, Value:small|large
[search]
Google <URL>:http://example.invalid
";

#[test]
fn brat_configurations_are_read_with_their_trees_ends_and_values() {
    let read = taken("annotation.conf", BRAT);
    let schema = &read.schema;
    assert_eq!(names(schema), ["Person", "Place", "City", "Capital", "River", "Boat", "Sinking"]);
    let parent =
        |name: &str| schema.label(schema.label_named(name)?.parent?).map(|it| it.name.as_str());
    assert_eq!(
        (parent("Capital"), parent("River"), parent("Boat")),
        (Some("City"), Some("Place"), None)
    );
    assert!(schema.label_named("Place").unwrap().hidden);
    let relation = |name: &str| {
        let it = schema.relations.iter().find(|it| it.name == name).unwrap();
        (of(schema, &it.from), of(schema, &it.to))
    };
    assert_eq!(relation("lives-in").1, ["City", "Capital", "River"]);
    assert_eq!(relation("owns").1, [""; 0], "any label, by its second line");
    assert_eq!(
        relation("Where"),
        (
            vec!["Sinking".into()],
            vec!["Place".into(), "City".into(), "Capital".into(), "River".into()]
        )
    );
    assert_eq!(schema.attributes[0].kind, AttributeKind::Flag);
    assert_eq!(of(schema, &schema.attributes[1].labels), ["Boat"]);
    assert_eq!(
        schema.attributes[1].kind,
        AttributeKind::Choice(vec!["small".into(), "large".into()])
    );
    assert_eq!(left_out(&read), [(22, "search"), (15, "<OVERLAP>")]);
}

#[test]
fn brat_mistakes_have_their_line() {
    let name = |it: &str| it.to_owned();
    for (text, line, cause) in [
        ("Person\n[entities]\n", 1, Message::SchemaNoSection),
        ("[entities\nPerson\n", 1, Message::SchemaOpenSection),
        ("[entities]\nA\nB\nA\n", 4, Message::SchemaTwice { name: name("A") }),
        ("[relations]\nr Arg1:A\n", 2, Message::SchemaNoArgument { name: name("Arg2") }),
        ("[relations]\nr Arg1:A, B\n", 2, Message::SchemaNoColon { words: name("B") }),
    ] {
        assert_eq!(error("a.conf", text), (line, cause), "{text}");
    }
}

const STUDIO: &str = r##"<View>
  <!-- ours -->
  <Relations><Relation value="owns"/></Relations>
  <Labels name="label" toName="text">
    <Label value="R&amp;D" background="#FA8" hotkey="r"/>
    <Label value="Boat" background="teal"/>
  </Labels>
  <Choices name="topic" toName="text" choice="single"><Choice value="sport"/><Choice value="news"/></Choices>
  <Choices name="size" toName="text" perRegion="true" whenLabelValue="Boat"><Choice value="small"/></Choices>
  <TextArea name="remark" toName="text" perRegion="true"/>
  <Text name="text" value="$text"/>
  <Rating name="stars" toName="text"/>
</View>"##;

#[test]
fn label_studio_configurations_are_read() {
    let read = taken("config.xml", STUDIO);
    let schema = &read.schema;
    assert_eq!(names(schema), ["R&D", "Boat"]);
    assert_eq!(schema.labels[0].color, Color::Rgb(0xff, 0xaa, 0x88));
    assert_eq!(schema.labels[0].key, Some('r'));
    assert_eq!(schema.relations[0].name, "owns");
    let topics: Vec<_> = schema.document_labels.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(topics, ["sport", "news"]);
    assert_eq!(schema.document_labels[0].group, "topic", "one of them only");
    assert_eq!(schema.attributes[0].kind, AttributeKind::Choice(vec!["small".into()]));
    assert_eq!(of(schema, &schema.attributes[0].labels), ["Boat"]);
    assert_eq!(
        (schema.attributes[1].name.as_str(), &schema.attributes[1].kind),
        ("remark", &AttributeKind::Text)
    );
    assert_eq!(left_out(&read), [(6, "teal"), (12, "Rating")]);
}

#[test]
fn label_studio_mistakes_have_their_line() {
    let twice = STUDIO.replace("\"Boat\" background", "\"R&amp;D\" background");
    assert_eq!(error("a.xml", &twice), (6, Message::SchemaTwice { name: "R&D".into() }));
    let nameless = STUDIO.replace("value=\"owns\"", "");
    assert_eq!(error("a.xml", &nameless), (3, Message::SchemaNoValue { name: "Relation".into() }));
    let open = STUDIO.replace("</Labels>", "");
    assert_eq!(error("a.xml", &open).0, 13);
}

#[test]
fn labels_of_spacy_pipelines_are_read() {
    let meta = r#"{"lang": "en", "labels": {"tagger": ["NN", "VB"], "ner": ["PERSON", "BOAT"],
        "spancat": ["BOAT", "EVENT"], "textcat": ["sport"]}}"#;
    let read_meta = taken("meta.json", meta);
    assert_eq!(names(&read_meta.schema), ["PERSON", "BOAT", "EVENT"]);
    assert_eq!(read_meta.schema.document_labels[0].name, "sport");
    let tagger =
        Message::SchemaPartLeftOut { file: "meta.json".into(), part: "tagger".into(), count: 2 };
    assert_eq!(read_meta.problems, [tagger]);
    assert_eq!(names(&taken("ner.json", r#"["A", "B", "A"]"#).schema), ["A", "B"]);
    let config = read(&file("config.cfg", "[paths]\ntrain = null\n\n[nlp]\nlang = \"en\"\n"));
    assert_eq!(config, Err(Message::SchemaSpacyConfig { file: "config.cfg".into() }));
}

#[test]
fn files_of_articles_bring_the_labels_that_they_use() {
    let lines =
        "{\"text\": \"Turbo\", \"spans\": [{\"start\": 0, \"end\": 5, \"label\": \"TOWN\"}]}\n";
    let read_lines = taken("a.jsonl", lines);
    assert_eq!((names(&read_lines.schema), read_lines.has_rules), (vec!["TOWN"], false));
    let nothing = read(&file("a.txt", "Only words."));
    assert_eq!(nothing, Err(Message::SchemaNothing { file: "a.txt".into() }));
}
