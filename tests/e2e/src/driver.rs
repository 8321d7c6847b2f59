//! The process of a WebDriver: chromedriver, geckodriver, WebKitWebDriver.
//!
//! Each gets a free port and a process group of its own, and the whole group is ended when the
//! value is dropped, also while a panic unwinds; nothing is ever ended by name.

use std::{
    fs::File,
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use crate::wait;

/// The process groups that must not outlive this process.
static GROUPS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// A running driver.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts `program`, whose last argument will be `port_option` with the port, and waits until it
    /// listens. What it prints goes to `log`.
    pub fn start(program: &[&str], port_option: &str, log: &Path) -> Result<Driver> {
        let port = free_port()?;
        let output = File::create(log).context("the driver's log cannot be written")?;
        let mut command = Command::new(program[0]);
        command.args(&program[1..]).arg(format!("{port_option}{port}"));
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        let child = command.process_group(0).spawn();
        let child = child.with_context(|| format!("{} cannot be started", program[0]))?;
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).push(child.id());
        let mut driver = Driver { child, port };
        wait::until(&format!("{} to listen", program[0]), || {
            ensure!(driver.child.try_wait()?.is_none(), "it ended: see {}", log.display());
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok())
        })?;
        Ok(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = self.child.id();
        end_group(group, "-TERM");
        let gone = wait::until_within(Duration::from_secs(5), "the driver to end", || {
            Ok(self.child.try_wait()?.map(drop))
        });
        // Also after a good end: a browser of its group may have stayed.
        end_group(group, "-KILL");
        if gone.is_err() {
            self.child.wait().ok();
        }
        GROUPS.lock().unwrap_or_else(PoisonError::into_inner).retain(|it| *it != group);
    }
}

/// Ends every group that is still there: for when this process is interrupted.
pub fn end_all() {
    for group in GROUPS.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        end_group(group, "-KILL");
    }
}

fn end_group(group: u32, signal: &str) {
    let mut kill = Command::new("kill");
    kill.args([signal, "--", &format!("-{group}")]);
    // An error means that nothing of the group is left.
    kill.stdout(Stdio::null()).stderr(Stdio::null()).status().ok();
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Where a program lies, if it is on the `PATH` or among the tools that were installed for us.
pub fn find(program: &str) -> Option<std::path::PathBuf> {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain([tools]);
    folders.map(|it| it.join(program)).find(|it| it.is_file())
}
