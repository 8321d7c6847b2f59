//! Zips made to harm: each is refused at once, and the good files of those that may be opened are
//! taken.

use std::io::Write;
use std::time::Instant;

use apostil::format::error::ReadError;
use apostil::format::report::Report;
use apostil::format::thing::Thing;
use apostil::format::{File, ReadOptions, read};
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// One file of a zip, whatever it says of itself.
#[derive(Clone)]
struct Part {
    name: Vec<u8>,
    packed: Vec<u8>,
    method: u16,
    flags: u16,
    crc: u32,
    size: u32,
    attributes: u32,
    /// Where its own header is said to be; where it is when `None`.
    header: Option<u32>,
}

fn part(name: &str, bytes: &[u8]) -> Part {
    let mut crc = Crc::new();
    crc.update(bytes);
    Part {
        name: name.into(),
        packed: bytes.to_vec(),
        method: STORED,
        flags: 0,
        crc: crc.sum(),
        size: bytes.len() as u32,
        attributes: 0,
        header: None,
    }
}

fn deflated(name: &str, bytes: &[u8]) -> Part {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    Part { packed: encoder.finish().unwrap(), method: DEFLATED, ..part(name, bytes) }
}

fn short(n: usize) -> [u8; 2] {
    (n as u16).to_le_bytes()
}

fn long(n: u32) -> [u8; 4] {
    n.to_le_bytes()
}

/// What a header says in both places.
fn common(it: &Part) -> Vec<u8> {
    let numbers = [long(0), long(it.crc), long(it.packed.len() as u32), long(it.size)].concat();
    let lengths = [short(it.name.len()), short(0)].concat();
    [short(20), it.flags.to_le_bytes(), it.method.to_le_bytes()]
        .concat()
        .into_iter()
        .chain(numbers)
        .chain(lengths)
        .collect()
}

fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for it in parts {
        let header = it.header.unwrap_or(out.len() as u32);
        if it.header.is_none() {
            out.extend(
                [b"PK\x03\x04".to_vec(), common(it), it.name.clone(), it.packed.clone()].concat(),
            );
        }
        let rest = [short(0), short(0), short(0)].concat();
        let made_by = short(3 << 8);
        directory.extend(
            [
                b"PK\x01\x02".to_vec(),
                made_by.to_vec(),
                common(it),
                rest,
                long(it.attributes).to_vec(),
                long(header).to_vec(),
                it.name.clone(),
            ]
            .concat(),
        );
    }
    let n = short(parts.len());
    let (size, place) = (long(directory.len() as u32), long(out.len() as u32));
    let end = [
        b"PK\x05\x06".to_vec(),
        vec![0; 4],
        n.to_vec(),
        n.to_vec(),
        size.to_vec(),
        place.to_vec(),
        vec![0; 2],
    ];
    [out, directory, end.concat()].concat()
}

/// The names of what is read, and the messages about what is not.
fn open(bytes: Vec<u8>) -> (Vec<String>, Vec<&'static str>) {
    let start = Instant::now();
    let file = File { name: "a.zip".into(), bytes };
    let mut report = Report::default();
    let names = match read(&file, &ReadOptions::default(), &mut report) {
        Ok(found) => found.articles.into_iter().map(|it| it.name).collect(),
        Err(why) => {
            report.losses.clear();
            report.left_out(Thing::Articles, why.message("a.zip"));
            vec![]
        }
    };
    assert!(start.elapsed().as_secs() < 5, "it took {:?}", start.elapsed());
    (names, report.losses.iter().map(|it| it.message().id()).collect())
}

#[track_caller]
fn check(parts: &[Part], names: &[&str], said: &[&str]) {
    let (found, found_said) = open(zip(parts));
    assert_eq!(
        (found.as_slice(), found_said.as_slice()),
        (&names.iter().map(ToString::to_string).collect::<Vec<_>>()[..], said)
    );
}

#[test]
fn good_zips_are_read() {
    let (one, two) = (part("a.txt", b"one"), deflated("b/c.txt", b"two two two two"));
    check(&[one.clone(), two.clone()], &["a.txt", "b/c.txt"], &[]);
    let noise = [part("__MACOSX/a.txt", b"x"), part("b/", b""), part(".DS_Store", b"y")];
    check(&[&[one, two][..], &noise].concat(), &["a.txt", "b/c.txt"], &[]);
    let with_comment = {
        let mut bytes = zip(&[part("a.txt", b"one")]);
        let n = bytes.len();
        bytes[n - 2..].copy_from_slice(&short(22));
        bytes.extend([b"PK\x05\x06".to_vec(), vec![0; 18]].concat());
        bytes
    };
    // The comment looks like the end of an empty zip: the last end that fits is taken.
    assert_eq!(open(with_comment), (vec![], vec!["file-refused-zip"]));
}

#[test]
fn bombs_do_not_go_off() {
    let good = part("a.txt", b"one");
    let zeros = deflated("bomb.txt", &vec![b'0'; 64 * 1024 * 1024]);
    check(&[good.clone(), zeros], &["a.txt"], &["zip-growth"]);
    // Deep inside it would be the same again.
    let inner = zip(std::slice::from_ref(&good));
    check(&[part("inner.zip", &inner), good.clone()], &["a.txt"], &["zip-inside"]);
    // The same bytes, named by many.
    let mut many = vec![deflated("0.txt", &vec![b'0'; 1_000_000])];
    for n in 1..50 {
        many.push(Part { name: format!("{n}.txt").into(), header: Some(0), ..many[0].clone() });
    }
    check(&many, &[], &["zip-overlap"]);
    // One in the middle of another.
    let outer = part("outer.txt", &[b"words ".to_vec(), zip(std::slice::from_ref(&good))].concat());
    let hidden = Part { header: Some(30 + 9 + 6), ..good };
    check(&[outer, hidden], &[], &["zip-overlap"]);
}

#[test]
fn files_that_cannot_be_had_are_named() {
    let good = part("a.txt", b"one");
    let locked = Part { flags: 1, ..part("locked.txt", b"????") };
    let odd = Part { method: 93, ..part("odd.txt", b"????") };
    let link = Part { attributes: 0o120_777 << 16, ..part("link.txt", b"/etc/passwd") };
    let picture = part("p.png", b"\x89PNG\r\n\x1a\n\0");
    let said = ["zip-encrypted", "zip-method", "zip-link", "file-refused-kind"];
    check(&[locked, odd, link, picture, good], &["a.txt"], &said);
}

#[test]
fn lies_are_found_out() {
    let good = part("a.txt", b"one");
    for lie in [
        Part { size: 3, ..deflated("b.txt", b"longer than it says") },
        Part { size: 400, ..deflated("b.txt", b"shorter") },
        Part { crc: 1, ..part("b.txt", b"another checksum") },
        Part { packed: vec![7; 20], ..deflated("b.txt", b"not deflated") },
        Part {
            packed: [deflated("", b"b").packed, vec![0; 9]].concat(),
            ..deflated("b.txt", b"b")
        },
    ] {
        check(&[good.clone(), lie], &["a.txt"], &["file-refused-zip"]);
    }
    let outside = Part { header: Some(1 << 30), ..part("b.txt", b"b") };
    check(&[good, outside], &[], &["file-refused-zip"]);
}

#[test]
fn names_that_climb_or_meet_are_made_safe() {
    let names =
        ["../../a.txt", "/b.txt", "C:\\d\\e.txt", "x.txt", "X.TXT", "x.txt", "r\u{202e}txt.exe"];
    let parts: Vec<Part> = names.iter().map(|it| part(it, it.as_bytes())).collect();
    let safe = ["a.txt", "b.txt", "C_/d/e.txt", "x.txt", "X (2).TXT", "x (3).txt", "r_txt.exe"];
    check(&parts, &safe, &[]);
    let old = Part { name: b"a\xf1o.txt".to_vec(), ..part("", b"one") };
    check(&[old], &["año.txt"], &[]);
}

#[test]
fn a_damaged_directory_is_refused_wherever_it_is_cut() {
    let whole = zip(&[part("a.txt", b"one"), deflated("b.txt", b"two two two")]);
    for end in 4..whole.len() {
        let (names, said) = open(whole[..end].to_vec());
        assert_eq!((names.len(), said.as_slice()), (0, &["file-refused-zip"][..]), "{end}");
    }
    let mut more = whole.clone();
    let n = more.len();
    more[n - 12..n - 10].copy_from_slice(&short(3));
    assert_eq!(open(more).1, ["file-refused-zip"]);
}

#[test]
fn too_many_files_are_refused_before_they_are_listed() {
    let mut bytes = zip(&[part("a.txt", b"one")]);
    let end = bytes.split_off(bytes.len() - 22);
    let directory_at = u64::from(u32::from_le_bytes(end[16..20].try_into().unwrap()));
    let size = bytes.len() as u64 - directory_at;
    let large_at = bytes.len() as u64;
    let mut large = [b"PK\x06\x06".to_vec(), 44_u64.to_le_bytes().to_vec(), vec![0; 20]].concat();
    for number in [2_000_000_u64, size, directory_at] {
        large.extend(number.to_le_bytes());
    }
    let locator =
        [b"PK\x06\x07".to_vec(), vec![0; 4], large_at.to_le_bytes().to_vec(), vec![1, 0, 0, 0]];
    let mut end = end;
    end[8..12].copy_from_slice(&[0xff; 4]);
    let with =
        |large: &[u8]| [bytes.clone(), large.to_vec(), locator.concat(), end.clone()].concat();
    assert_eq!(open(with(&large)).1, ["zip-many"]);
    large[32..40].copy_from_slice(&1_u64.to_le_bytes());
    assert_eq!(open(with(&large)).0, ["a.txt"]);
}

#[test]
fn noise_in_zips_never_panics() {
    use crate::sample::Dice;
    let whole = zip(&[part("a.txt", b"one"), deflated("b.txt", b"two two two two two")]);
    for seed in 0..3000 {
        let (mut dice, mut bytes) = (Dice(seed), whole.clone());
        for _ in 0..=dice.roll(4) {
            let at = dice.roll(bytes.len());
            bytes[at] = [0, 0xff, dice.roll(256) as u8][dice.roll(3)];
        }
        let file = File { name: "a.zip".into(), bytes };
        if let Err(why) = read(&file, &ReadOptions::default(), &mut Report::default()) {
            assert_ne!(why, ReadError::UnknownFormat);
        }
    }
}
