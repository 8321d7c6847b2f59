//! What the page and its worker say to each other, and the worker's half of it without a worker.
//!
//! The page sends a text once and then asks for suggestions by its hash, the visible windows first.
//! The worker reads one small piece at a time ([`Server::step`]) and looks at its inbox between
//! pieces, so a new request is never far behind. Every ticket ends in exactly one of `Ready`,
//! `Done`, `Learned`, `Listed`, `Saved`, `Canceled`, `Failed`; `Text`, `Forget` and `Cancel` end in `Done`.
//!
//! What was found is stamped with the text's hash and the engine's epoch, which rises whenever answers
//! may change: what arrives late can be told from what is fresh. After `Learned`, the page asks
//! again for the texts that its [`Reach`](message::Reach) names.
//! How lessons are learned, and unlearned, is told in `course`.
//!
//! The lists of names and the trained model come as bytes beside the messages
//! ([`Server::accept_lists`], [`Server::accept_model`]), and only once: the engine works without them
//! until then.
//!
//! Messages travel as JSON, in shapes of their own ([`message`]); a change to them raises
//! [`PROTOCOL_VERSION`], and page and worker of different builds refuse each other at `Start`.

mod course;
pub mod message;
mod piece;
pub mod server;
mod why;

use crate::protocol::message::{Reply, Request};
use crate::protocol::server::Server;

/// The version of the messages.
pub const PROTOCOL_VERSION: u32 = 4;

/// Serves `request` and all that waits before it, to the end: for callers without an inbox.
pub fn serve(server: &mut Server, request: Request) -> Vec<Reply> {
    server.accept(request);
    let mut replies = Vec::new();
    while !server.is_idle() {
        replies.extend(server.step());
    }
    replies
}
