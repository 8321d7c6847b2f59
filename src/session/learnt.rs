//! What was learned, as it is kept: in the browser beside a project, and in the files that the command
//! line writes and reads.
//!
//! One line of facts, then the bytes that the engine saved. The line names the version, the engine
//! that the bytes are for, the decisions that they come from and how many those are, and a checksum of
//! all of it. It is derived data: where anything is wrong with it, it is made again from the decisions.
//!
//! Limits: a checksum tells damage, not malice; what was read can do no more than suggest.

use sha2::{Digest, Sha256};

/// The version that is written, and the only one that is read.
const VERSION: u32 = 1;

/// What every file begins with.
const MAGIC: &str = "apostil-learned";

/// What an engine has learned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learnt {
    /// The engine that it is for: [`Engine::base`](crate::extract::engine::Engine::base).
    pub engine: String,
    /// A hash of the decisions: [`print_of`](crate::session::lesson::print_of).
    pub decisions: String,
    /// How many lessons they are.
    pub count: u32,
    /// What the engine saved.
    pub saved: Vec<u8>,
}

/// Why bytes are not what was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LearntError {
    /// They are something else.
    Other,
    /// They are of a version that is not known.
    OtherVersion {
        /// Theirs.
        version: u32,
    },
    /// They are not as they were written.
    Damaged,
}

impl Learnt {
    /// All of it, as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let Self { engine, decisions, count, saved } = self;
        let facts = format!("{MAGIC} {VERSION} {engine} {decisions} {count}");
        let mut bytes = format!("{facts} {}\n", checksum(&facts, saved)).into_bytes();
        bytes.extend_from_slice(saved);
        bytes
    }

    /// Reads what [`Learnt::to_bytes`] wrote.
    pub fn read(bytes: &[u8]) -> Result<Self, LearntError> {
        let after = bytes.strip_prefix(MAGIC.as_bytes()).and_then(|it| it.strip_prefix(b" "));
        let after = after.ok_or(LearntError::Other)?;
        let version = after.split(|it| *it == b' ').next().unwrap_or_default();
        let version = std::str::from_utf8(version).ok().and_then(|it| it.parse().ok());
        match version.ok_or(LearntError::Damaged)? {
            VERSION => {}
            version => return Err(LearntError::OtherVersion { version }),
        }
        let end = bytes.iter().position(|it| *it == b'\n').ok_or(LearntError::Damaged)?;
        let line = std::str::from_utf8(&bytes[..end]).map_err(|_| LearntError::Damaged)?;
        let saved = bytes[end + 1..].to_vec();
        let (facts, sum) = line.rsplit_once(' ').ok_or(LearntError::Damaged)?;
        let mut parts = facts.split(' ').skip(2);
        let (engine, decisions, count) = (parts.next(), parts.next(), parts.next());
        let count = count.and_then(|it| it.parse().ok());
        match (engine, decisions, count, parts.next()) {
            (Some(engine), Some(decisions), Some(count), None)
                if checksum(facts, &saved) == sum =>
            {
                let (engine, decisions) = (engine.to_owned(), decisions.to_owned());
                Ok(Self { engine, decisions, count, saved })
            }
            _ => Err(LearntError::Damaged),
        }
    }
}

/// 16 hexadecimal digits.
fn checksum(facts: &str, saved: &[u8]) -> String {
    let hash = Sha256::new().chain_update(facts).chain_update(b"\n").chain_update(saved).finalize();
    let digits = u64::from_be_bytes(hash[..8].try_into().expect("eight bytes"));
    format!("{digits:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learnt() -> Learnt {
        let (engine, decisions) = ("00ff".to_owned(), "ab".to_owned());
        Learnt { engine, decisions, count: 3, saved: b"{\"a\":\n1}\xff".to_vec() }
    }

    #[test]
    fn what_is_kept_reads_back() {
        assert_eq!(Learnt::read(&learnt().to_bytes()), Ok(learnt()));
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let bytes = learnt().to_bytes();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(Learnt::read(&changed).is_err(), "byte {at}");
            assert!(Learnt::read(&bytes[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn what_else_it_may_be_is_told_apart() {
        assert_eq!(Learnt::read(b"{}"), Err(LearntError::Other));
        let newer = LearntError::OtherVersion { version: 2 };
        assert_eq!(Learnt::read(b"apostil-learned 2 whatever"), Err(newer));
        assert_eq!(Learnt::read(b"apostil-learned x"), Err(LearntError::Damaged));
    }
}
