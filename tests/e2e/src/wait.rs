//! Waiting for a condition, never for a time.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, anyhow};

/// How long anything may take. Generous: test machines are slow and noisy.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// How often a condition is looked at.
const PAUSE: Duration = Duration::from_millis(40);

/// Asks until there is an answer; an error that says `what` was waited for when there is none.
///
/// An error of the question counts as no answer yet: elements come and go while a page redraws.
pub fn until<T>(what: &str, ask: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    until_within(DEADLINE, what, ask)
}

/// The same with another deadline.
pub fn until_within<T>(
    deadline: Duration,
    what: &str,
    mut ask: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        let answer = ask();
        if let Ok(Some(found)) = answer {
            return Ok(found);
        }
        if start.elapsed() > deadline {
            let seconds = deadline.as_secs();
            let waited = format!("waited {seconds} s for {what}");
            return Err(answer
                .err()
                .map_or_else(|| anyhow!(waited.clone()), |it| it.context(waited.clone())));
        }
        thread::sleep(PAUSE);
    }
}

/// Asks until `is_so`; the error shows what was there instead.
pub fn until_it<T: std::fmt::Debug>(
    what: &str,
    mut ask: impl FnMut() -> Result<T>,
    is_so: impl Fn(&T) -> bool,
) -> Result<T> {
    let mut last = None;
    let found = until(what, || {
        let answer = ask()?;
        if is_so(&answer) {
            return Ok(Some(answer));
        }
        last = Some(answer);
        Ok(None)
    });
    found.map_err(|error| match last {
        Some(last) => error.context(format!("instead there was {last:?}")),
        None => error,
    })
}
