//! A static server for trying the page: 127.0.0.1 only, `GET` and `HEAD` only, one folder only.
//!
//! Limits: it is for development. One request a connection, no ranges, no compression, no caching.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail};

use crate::{dist, repo::Repo, wasm::Profile};

/// What `serve` was asked for.
#[derive(Debug, PartialEq)]
pub struct Options {
    open: bool,
    port: u16,
    profile: Profile,
}

/// How many ports after the wanted one are tried when it is taken.
const TRIES: u16 = 50;
/// The longest request head that is read, in bytes.
const LONGEST_HEAD: u64 = 16 * 1024;

impl Options {
    /// Reads `--dev`, `--open` and `--port N`; the port is 8017 if nothing is said, and 0 means any.
    pub fn parse(arguments: &[&str]) -> Result<Options> {
        let mut options = Options { open: false, port: 8017, profile: Profile::Web };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match *argument {
                "--dev" => options.profile = Profile::Dev,
                "--open" => options.open = true,
                "--port" => {
                    let number = rest.next().context("--port needs a number")?;
                    options.port = number.parse().context("--port needs a number up to 65535")?;
                }
                other => bail!("serve does not know {other}"),
            }
        }
        Ok(options)
    }
}

/// Builds the page, serves it, and prints where; ends only when it is stopped.
pub fn serve(repo: &Repo, options: &Options) -> Result<()> {
    dist::build(repo, options.profile)?;
    let listener = listen(options.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("\nApostil is at {address}  (stop with Ctrl+C)");
    if options.open {
        open(&address);
    }
    for stream in listener.incoming() {
        let root = repo.dist.clone();
        // A connection that fails is the browser's affair; the next one is served all the same.
        thread::spawn(move || stream.map(|it| answer(it, &root)));
    }
    Ok(())
}

fn listen(wanted: u16) -> Result<TcpListener> {
    let last = wanted.saturating_add(TRIES);
    (wanted..=last)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("all ports from {wanted} to {last} are taken"))
}

fn open(address: &str) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdout(Stdio::null()).stderr(Stdio::null());
    if command.spawn().is_err() {
        eprintln!("{program} could not be started: open the address by hand");
    }
}

fn answer(mut stream: TcpStream, root: &Path) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let request = read_request_line(&stream)?;
    let response = respond(&request, root);
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        response.status,
        response.mime,
        response.body.len()
    );
    stream.write_all(head.as_bytes())?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&response.body)?;
    }
    stream.flush()?;
    Ok(())
}

/// Reads the whole head, so that closing does not cut the answer short, and returns its first line.
fn read_request_line(stream: &TcpStream) -> Result<String> {
    let mut reader = BufReader::new(stream.take(LONGEST_HEAD));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 && !line.trim().is_empty() {
        line.clear();
    }
    Ok(first.trim_end().to_string())
}

struct Response {
    status: &'static str,
    mime: &'static str,
    body: Vec<u8>,
}

fn respond(request: &str, root: &Path) -> Response {
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !matches!(method, "GET" | "HEAD") {
        return plain("405 Method Not Allowed");
    }
    let Some(path) = file_path(target, root) else { return plain("400 Bad Request") };
    match fs::read(&path) {
        Ok(body) => Response { status: "200 OK", mime: mime(&path), body },
        Err(_) => plain("404 Not Found"),
    }
}

fn plain(status: &'static str) -> Response {
    Response { status, mime: "text/plain; charset=utf-8", body: status.into() }
}

/// The file that a request target names, or nothing if it could lead out of the folder: every step
/// must be a plain name.
fn file_path(target: &str, root: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decode(path)?;
    let name = if path.is_empty() { "index.html" } else { &path };
    let bad = |step: &str| {
        matches!(step, "" | "." | "..") || step.contains(['\\', '\0', ':']) || step.starts_with('.')
    };
    if name.split('/').any(bad) {
        return None;
    }
    Some(root.join(name))
}

/// Undoes percent encoding; nothing if it is broken or does not give UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push((high * 16 + low) as u8);
    }
    String::from_utf8(bytes).ok()
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Options, file_path, listen, mime, respond};
    use crate::wasm::Profile;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    #[test]
    fn a_target_names_a_file_below_the_root() {
        for (target, file) in [
            ("/", "index.html"),
            ("/?x=1", "index.html"),
            ("/app.js?v=0123", "app.js"),
            ("/a/b%20c.txt", "a/b c.txt"),
            ("/a%C3%B1o.txt#x", "año.txt"),
        ] {
            assert_eq!(file_path(target, Path::new("/r")), Some(Path::new("/r").join(file)));
        }
    }

    #[test]
    fn no_target_leads_out() {
        for target in [
            "/../Cargo.toml",
            "/src/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/..%5cCargo.toml",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/C:/Windows",
            "/.git/config",
            "/a\0b",
            "/%00",
            "/%zz",
            "/%c3",
            "/%",
            "http://other/",
            "",
        ] {
            assert_eq!(file_path(target, root()), None, "{target:?} was taken");
        }
    }

    #[test]
    fn only_reading_is_answered() {
        let status = |request| respond(request, root()).status;
        assert_eq!(status("GET /Cargo.toml HTTP/1.1"), "200 OK");
        assert_eq!(status("HEAD /Cargo.toml HTTP/1.1"), "200 OK");
        assert_eq!(status("POST /Cargo.toml HTTP/1.1"), "405 Method Not Allowed");
        assert_eq!(status("GET /../Cargo.toml HTTP/1.1"), "400 Bad Request");
        assert_eq!(status("GET /none HTTP/1.1"), "404 Not Found");
        assert_eq!(status(""), "405 Method Not Allowed");
    }

    #[test]
    fn a_module_gets_the_type_that_browsers_ask_for() {
        assert_eq!(mime(Path::new("app.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("none")), "application/octet-stream");
    }

    #[test]
    fn a_taken_port_is_passed_over() {
        let first = listen(0).unwrap();
        let taken = first.local_addr().unwrap().port();
        let second = listen(taken).unwrap();
        assert_ne!(second.local_addr().unwrap().port(), taken);
    }

    #[test]
    fn options_are_read_or_refused() {
        let dev = Options { open: false, port: 8017, profile: Profile::Dev };
        assert_eq!(Options::parse(&["--dev"]).unwrap(), dev);
        let both = Options { open: true, port: 9000, profile: Profile::Web };
        assert_eq!(Options::parse(&["--open", "--port", "9000"]).unwrap(), both);
        for bad in [&["--port"][..], &["--port", "x"], &["--wide"]] {
            assert!(Options::parse(bad).is_err(), "{bad:?} was taken");
        }
    }
}
