//! The same texts give the same answers, in each browser's WASM and natively, byte for byte.
//!
//! A worker of the page as it ships is asked about our own texts, in English and Spanish, with the lists
//! and the model that ship; then it is taught a little and asked again. The same messages go to the
//! library in this process. Places, labels, scores and reasons are compared as they travel.

use anyhow::{Context, Result, ensure};
use apostil::protocol::PROTOCOL_VERSION;
use apostil::protocol::message::{Decided, Job, Reply, Request};
use apostil::protocol::server::Server;
use apostil::text::TextHash;
use e2e::{
    browser::Kind,
    page::{Page, Way},
    story::Story,
};
use serde_json::{Value, json};

/// The stories.
pub const STORIES: [Story; 1] = [Story::new("the same answers as natively", PLACES, same)];

/// One of each engine; one of them from the disk, with the data out of the single file.
const PLACES: &[(Kind, Way)] =
    &[(Kind::Chromium, Way::Http), (Kind::Firefox, Way::Http), (Kind::WebKit, Way::File)];

const LISTS: &[u8] = include_bytes!("../../../model/lists.bin");
const MODEL: &[u8] = include_bytes!("../../../model/model.bin");

/// Each with its language as somebody might know it.
const TEXTS: [(&str, Option<&str>); 10] = [
    (include_str!("../../../articles/night-crossings.en.txt"), Some("en")),
    (include_str!("../../../articles/river-patrols.en.jsonl"), Some("en")),
    (include_str!("../../../articles/trojes-center.en.jsonl"), None),
    (include_str!("../../../articles/dos-orillas.es.jsonl"), Some("es")),
    (include_str!("../fixtures/ferry.en.txt"), None),
    (include_str!("../fixtures/faro.es.txt"), None),
    (include_str!("../../extract/names.en.txt"), Some("en")),
    (include_str!("../../extract/names.es.txt"), Some("es")),
    (include_str!("../../extract/numbers.en.a.txt"), None),
    (include_str!("../../extract/numbers.es.a.txt"), None),
];

/// In the page: hands a worker of its own one message after the other, and gives all answers.
const ASK: &str = r"
    const answers = [];
    let heard = () => {};
    const worker = apostil.startWorker((answer) => {
        const [[kind, reply]] = Object.entries(JSON.parse(answer));
        answers.push(answer);
        if (kind !== 'found') heard(kind, reply);
    }, (why) => answers.push(why));
    const until = (is) => new Promise((resolve) => {
        heard = (kind, reply) => is(kind, reply) && resolve();
    });
    let missing = 2;
    const whole = until((kind) => { missing -= kind === 'listed'; return missing === 0; });
    worker.post(arguments[0]);
    await whole;
    for (const [ticket, request] of arguments[1].entries()) {
        const done = until((kind, reply) => reply.ticket === ticket + 1);
        worker.post(request);
        await done;
    }
    worker.terminate();
    return answers;
";

fn same(page: &Page<'_>) -> Result<()> {
    let jobs = jobs();
    let requests: Vec<Request> =
        (1..).zip(jobs).map(|(ticket, job)| Request { ticket, job }).collect();
    // The page's tickets begin with 1; the first message gets one that none else has.
    let start = Request { ticket: u32::MAX, job: Job::Start { version: PROTOCOL_VERSION } };
    let sent: Vec<String> = requests.iter().map(Request::to_json).collect();
    let answers = page.browser().script_async(ASK, vec![json!(start.to_json()), json!(sent)])?;
    let answers = answers.as_array().context("a list of answers")?;
    let answers = answers.iter().filter_map(Value::as_str).filter_map(Reply::from_json);
    let there = found(answers);
    let here = found(natively(start, requests));
    ensure!(here.len() > 100, "only {} suggestions say little", here.len());
    let other = here.iter().zip(&there).find(|(here, there)| here != there);
    ensure!(other.is_none(), "natively, and in the page: {other:#?}");
    ensure!(here.len() == there.len(), "{} natively, {} in the page", here.len(), there.len());
    Ok(())
}

/// Every text is read, also all in one, in several chapters; then again with something learned.
fn jobs() -> Vec<Job> {
    let whole = TEXTS.iter().map(|it| it.0).collect::<Vec<_>>().join("\n\n");
    let long = [(whole.as_str(), None)];
    let ask = |(text, language): &(&str, Option<&str>)| {
        let (hash, windows) = (TextHash::of(text).to_string(), vec![(0, text.len() as u32)]);
        let language = language.map(str::to_owned);
        let text = (*text).to_owned();
        [Job::Text { hash: hash.clone(), text }, Job::Suggest { hash, language, windows }]
    };
    let read = || TEXTS.iter().chain(&long).flat_map(ask).collect();
    let mut jobs: Vec<Job> = read();
    jobs.push(Job::Learn { after: 0, upto: 1, examples: vec![lesson()], more: false });
    jobs.extend(read());
    jobs
}

/// A label of a person's own, and a name with another label than the model gives.
fn lesson() -> Decided {
    let text = "The ferry Aurora Bell left Talmora for Lake Quill.".to_owned();
    let span = |words: &str, label: &str| {
        let start = text.find(words).expect("the words are in the text") as u32;
        (start, start + words.len() as u32, label.to_owned())
    };
    let gold = vec![span("Aurora Bell", "SHIP"), span("Talmora", "ORG"), span("Lake Quill", "FAC")];
    let reviewed = vec![(0, text.len() as u32)];
    Decided { reviewed, gold, text, ..Decided::default() }
}

/// What the library answers in this process.
fn natively(start: Request, requests: Vec<Request>) -> Vec<Reply> {
    let mut server = Server::default();
    server.accept(start);
    server.accept_lists(LISTS.to_vec());
    server.accept_model(MODEL.to_vec());
    let mut replies = Vec::new();
    run(&mut server, &mut replies);
    for it in requests {
        server.accept(it);
        run(&mut server, &mut replies);
    }
    replies
}

fn run(server: &mut Server, replies: &mut Vec<Reply>) {
    while !server.is_idle() {
        replies.extend(server.step());
    }
}

/// Each suggestion with the ticket that asked for it, as it travels.
fn found(replies: impl IntoIterator<Item = Reply>) -> Vec<String> {
    let mut all = Vec::new();
    for reply in replies {
        if let Reply::Found { ticket, suggestions, .. } = reply {
            all.extend(suggestions.into_iter().map(|it| format!("{ticket} {}", json!(it))));
        }
    }
    all
}
