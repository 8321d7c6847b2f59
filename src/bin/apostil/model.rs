//! The engine as this program has it, and the files with what it has learned.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use apostil::extract::engine::Engine;
use apostil::extract::lists::Lists;
use apostil::extract::tagger::Tagger;
use apostil::message::Message;
use apostil::session::learnt::{Learnt, LearntError};

use crate::{Failure, input};

/// The engine with the lists that lie in this program.
pub(crate) fn engine() -> Engine {
    equipped(Engine::default())
}

/// The engine with what it has learned, from a file that `apostil learn` has written.
pub(crate) fn engine_of(path: &Path) -> Result<Engine, Failure> {
    let bytes = fs::read(path).map_err(|why| input::unreadable(path, &why))?;
    let file = path.to_string_lossy().into_owned();
    let learnt = Learnt::read(&bytes).map_err(|why| match why {
        LearntError::Other => Message::CliModelUnknown { file: file.clone() },
        LearntError::Damaged => Message::CliModelDamaged { file: file.clone() },
        LearntError::OtherVersion { version } => {
            Message::CliModelOfOtherVersion { file: file.clone(), version: version.into() }
        }
    })?;
    if learnt.engine != engine().base() {
        return Err(Message::CliModelOfOtherEngine { file }.into());
    }
    let engine = Engine::load(&learnt.saved).map_err(|_| Message::CliModelDamaged { file })?;
    Ok(equipped(engine))
}

fn equipped(engine: Engine) -> Engine {
    let lists = include_bytes!("../../../model/lists.bin").to_vec();
    let lists = Lists::read(lists).expect("`cargo xtask lists` reads what it wrote");
    let tagger = include_bytes!("../../../model/model.bin");
    let tagger = Tagger::read(tagger).expect("`cargo xtask train` reads what it wrote");
    engine.with_lists(Arc::new(lists)).with_tagger(Arc::new(tagger))
}
