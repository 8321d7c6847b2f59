//! The page as a person has it: what can be seen, and what hands can do.
//!
//! Nothing here knows the program's inside. What is read is what is drawn: words, tags, names of
//! controls; what is done is done by mouse, keys and files.

mod files;

pub mod hands;

mod read;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    browser::{Browser, Kind},
    server::Server,
    wait,
};

/// Read before each script that looks at the page.
const LOOK: &str = include_str!("page/look.js");

/// A way of opening the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The folder, served on loopback.
    Http,
    /// The single file, from the disk.
    File,
}

impl Way {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Way::Http => "http",
            Way::File => "file",
        }
    }
}

/// A page in a browser.
pub struct Page<'a> {
    browser: &'a Browser,
    server: &'a Server,
    way: Way,
    /// Where it is.
    address: String,
    /// A folder of this story's own.
    folder: PathBuf,
}

impl<'a> Page<'a> {
    /// A page that is not opened yet. `dist` holds what was built; `folder` is for this story.
    pub fn new(
        browser: &'a Browser,
        server: &'a Server,
        way: Way,
        dist: &Path,
        folder: &Path,
    ) -> Result<Page<'a>> {
        std::fs::create_dir_all(folder)?;
        let address = match way {
            Way::Http => server.address(""),
            Way::File => {
                // Firefox gives each file a store of its own: a copy is a new browser to it.
                let copy = folder.join("apostil.html");
                let built = dist.join("apostil.html");
                std::fs::copy(&built, &copy).with_context(|| format!("{}", built.display()))?;
                format!("file://{}", copy.display())
            }
        };
        Ok(Page { browser, server, way, address, folder: folder.to_path_buf() })
    }

    /// The browser it is in.
    pub fn browser(&self) -> &Browser {
        self.browser
    }

    /// What serves it, if it is served.
    pub fn server(&self) -> &Server {
        self.server
    }

    /// How it was opened.
    pub fn way(&self) -> Way {
        self.way
    }

    /// A folder of this story's own.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Opens it, with whatever is stored, and waits until it can be used.
    pub fn open(&self) -> Result<()> {
        self.browser.go(&self.address)?;
        self.wait_until_started()
    }

    /// Opens it and waits until it can be used, however long it goes on loading.
    pub fn open_early(&self) -> Result<()> {
        self.browser.go(&self.address)?;
        self.wait_until_there()
    }

    /// Loads it again.
    pub fn reload(&self) -> Result<()> {
        self.browser.reload()?;
        self.wait_until_started()
    }

    fn wait_until_started(&self) -> Result<()> {
        self.wait_until_there()?;
        self.wait_until_settled()
    }

    fn wait_until_there(&self) -> Result<()> {
        let state = wait::until("the page to start", || {
            let state = self.look(
                "const failed = document.querySelector('.recovery')?.textContent;
                 const started = !!document.querySelector('.doc[role=textbox] [data-n], .empty button');
                 return failed ?? (started ? '' : null)",
            )?;
            Ok(state.as_str().map(str::to_owned))
        })?;
        ensure!(state.is_empty(), "the page did not start: {state}");
        Ok(())
    }

    /// Loading is over when the page is kept for use without a network, and the worker has been given
    /// all that it reads with.
    fn wait_until_settled(&self) -> Result<()> {
        let mark = "const is = (it) => performance.getEntriesByName(it).length > 0;
            return is('apostil-settled') && is('apostil-handed')";
        wait::until_it("the end of loading", || self.look(mark), |it| *it == Value::Bool(true))
            .map(drop)
    }

    /// Clears everything that the page has stored in this browser.
    pub fn clear(&self) -> Result<()> {
        let blank = match self.way {
            Way::Http => self.server.address("blank"),
            Way::File => {
                let file = self.folder.join("blank.html");
                std::fs::write(&file, crate::server::BLANK)?;
                format!("file://{}", file.display())
            }
        };
        self.browser.go(&blank)?;
        if self.browser.kind() == Kind::WebKit {
            return Ok(());
        }
        self.browser.script_async(CLEAR, vec![]).map(drop)
    }

    /// Runs the body of a function that may use `look` and returns what it returns.
    pub fn look(&self, body: &str) -> Result<Value> {
        self.look_with(body, vec![])
    }

    /// The same with arguments.
    pub fn look_with(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        self.browser.script(&format!("{LOOK}\n{body}"), arguments)
    }

    /// Sees to it that the page is alive: that it still does what it is told.
    pub fn check_is_alive(&self) -> Result<()> {
        // Firefox shows scripts of a driver a page without what its own scripts have added.
        let page = "return (window.wrappedJSObject ?? window).apostil.panicked";
        ensure!(self.look(page)? == Value::Bool(false), "the page's module has died");
        Ok(())
    }
}

/// Deletes all databases and all else that an origin stores, the kept page included, which a page
/// from the disk has not. A database that a tab still holds is waited for.
const CLEAR: &str = "
    localStorage.clear();
    sessionStorage.clear();
    if (location.protocol !== 'file:') {
      for (const it of await navigator.serviceWorker?.getRegistrations() ?? []) await it.unregister();
      for (const it of await globalThis.caches?.keys() ?? []) await caches.delete(it);
    }
    const all = await indexedDB.databases();
    await Promise.all(all.map(({ name }) => new Promise((done, bad) => {
      const asked = indexedDB.deleteDatabase(name);
      asked.onsuccess = done;
      asked.onerror = () => bad(asked.error);
    })));
    return all.length;";
