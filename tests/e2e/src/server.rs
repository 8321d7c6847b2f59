//! A static server on loopback that remembers what it was asked for.
//!
//! `GET` only, one folder only, flat names only. It can serve from below a path, be wrong about the
//! type of modules, stop in the middle of a file, and fall silent: see [`Manners`]. `/blank` is a page with nothing in it, of the same
//! origin as the others, on which storage can be cleared.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use anyhow::{Context, Result};

/// How a server differs from a good one in the root of its host.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manners {
    /// The path below which the files are, such as `notes/apostil/`; empty for the root.
    pub path: &'static str,
    /// Whether it says that a module is just some bytes.
    pub knows_no_modules: bool,
}

/// A running server; it runs until the process ends.
pub struct Server {
    port: u16,
    manners: Manners,
    is_silent: Arc<AtomicBool>,
    held: Arc<Mutex<String>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves the files of `folder` on a free port.
    pub fn start(folder: &Path) -> Result<Server> {
        Server::start_as(folder, Manners::default())
    }

    /// Serves them with these manners.
    pub fn start_as(folder: &Path, manners: Manners) -> Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (noted, folder) = (Arc::clone(&asked), folder.to_path_buf());
        let is_silent = Arc::new(AtomicBool::new(false));
        let falls_silent = Arc::clone(&is_silent);
        let held = Arc::new(Mutex::new(String::new()));
        let holds = Arc::clone(&held);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if falls_silent.load(Ordering::Relaxed) {
                    continue;
                }
                let (noted, folder, held) =
                    (Arc::clone(&noted), folder.clone(), Arc::clone(&holds));
                // A browser that hangs up early is no affair of ours.
                thread::spawn(move || answer(stream, &folder, manners, &noted, &held).ok());
            }
        });
        Ok(Server { port, manners, is_silent, held, asked })
    }

    /// The address of a file, or of the page itself when `name` is empty.
    pub fn address(&self, name: &str) -> String {
        format!("http://127.0.0.1:{}/{}{name}", self.port, self.manners.path)
    }

    /// From now on every connection is closed without an answer, as if the host were gone.
    pub fn fall_silent(&self) {
        self.is_silent.store(true, Ordering::Relaxed);
    }

    /// From now on only half of the file called `name` is sent; the rest when it is let go.
    pub fn hold(&self, name: &str) {
        name.clone_into(&mut lock(&self.held));
    }

    /// Lets go of the file that is held.
    pub fn let_go(&self) {
        lock(&self.held).clear();
    }

    /// What was asked for since the last time this was called, in order.
    pub fn take_asked(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.asked))
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(
    stream: TcpStream,
    folder: &Path,
    manners: Manners,
    asked: &Mutex<Vec<String>>,
    held: &Mutex<String>,
) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(&stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 && !line.trim().is_empty() {
        line.clear();
    }
    let target = first.split(' ').nth(1).context("a request has a target")?;
    let name = target.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    lock(asked).push(target.to_owned());
    let (status, mime, body) = file(folder, manners, name);
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut stream = &stream;
    stream.write_all(head.as_bytes())?;
    let is_held = || !name.is_empty() && *lock(held) == name;
    let (sent, rest) = body.split_at(if is_held() { body.len() / 2 } else { body.len() });
    stream.write_all(sent)?;
    while is_held() {
        thread::sleep(Duration::from_millis(20));
    }
    stream.write_all(rest)?;
    Ok(())
}

fn file(folder: &Path, manners: Manners, name: &str) -> (&'static str, &'static str, Vec<u8>) {
    let html = "text/html; charset=utf-8";
    let missing = ("404 Not Found", "text/plain", b"not here".to_vec());
    let Some(name) = name.strip_prefix(manners.path) else { return missing };
    match name {
        "blank" => return ("200 OK", html, BLANK.into()),
        "favicon.ico" => return ("204 No Content", html, Vec::new()),
        _ => {}
    }
    let name = if name.is_empty() { "index.html" } else { name };
    let path = folder.join(name.replace("..", ""));
    match fs::read(&path) {
        Ok(body) if manners.knows_no_modules && name.ends_with(".wasm") => {
            ("200 OK", "application/octet-stream", body)
        }
        Ok(body) => ("200 OK", mime(&path), body),
        Err(_) => missing,
    }
}

/// The page with nothing in it.
pub const BLANK: &str = "<!doctype html><meta charset=utf-8><title>blank</title>\
    <link rel=icon href=data:,><p>blank";

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// The folder with the built page: `APOSTIL_DIST`, or `dist/` of the repository.
pub fn dist() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::var_os("APOSTIL_DIST").map_or_else(|| root.join("dist"), PathBuf::from);
    let hint = "build the page first, with `cargo xtask single`";
    folder.canonicalize().with_context(|| format!("{}: {hint}", folder.display()))
}
