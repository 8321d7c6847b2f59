//! One browser under a driver, in words that all three drivers understand.
//!
//! A session is asynchronous; stories are not, so each call here waits for its answer.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::{
    By, Capabilities, RequestData, SessionId, WebDriver, WebElement, WindowHandle,
    common::command::FormatRequestData,
};
use tokio::runtime::Runtime;

use crate::driver::{Driver, find};

/// A browser that stories are told to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium under chromedriver.
    Chromium,
    /// Firefox ESR under geckodriver.
    Firefox,
    /// The MiniBrowser of WebKitGTK on a screen that nobody sees.
    WebKit,
}

impl Kind {
    /// Every browser, in the order in which they are started.
    pub const ALL: [Kind; 3] = [Kind::Chromium, Kind::Firefox, Kind::WebKit];

    /// Its name on the command line and in `E2E_REQUIRE`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
            Kind::WebKit => "webkit",
        }
    }

    /// The programs it needs and that are not to be found.
    pub fn missing(self) -> Vec<&'static str> {
        let needed: &[&str] = match self {
            Kind::Chromium => &["chromium", "chromedriver"],
            Kind::Firefox => &["firefox-esr", "geckodriver"],
            Kind::WebKit => &["WebKitWebDriver", "xvfb-run"],
        };
        needed.iter().copied().filter(|it| find(it).is_none()).collect()
    }

    fn start_driver(self, log: &Path) -> Result<Driver> {
        match self {
            Kind::Chromium => Driver::start(&["chromedriver"], "--port=", log),
            Kind::Firefox => {
                let program = find("geckodriver").context("geckodriver is missing")?;
                let program = program.to_str().context("its path is not UTF-8")?;
                Driver::start(&[program], "--port=", log)
            }
            Kind::WebKit => Driver::start(&["xvfb-run", "-a", "WebKitWebDriver"], "--port=", log),
        }
    }
}

/// A running browser. Dropping it ends it and its driver.
pub struct Browser {
    kind: Kind,
    /// Where it saves files.
    downloads: PathBuf,
    log: PathBuf,
    log_read: std::cell::Cell<usize>,
    session: Option<WebDriver>,
    runtime: Runtime,
    _driver: Driver,
}

/// A request that the client has no name for, or only a typed one.
#[derive(Debug)]
struct Raw {
    method: Method,
    path: String,
    body: Value,
}

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let data =
            RequestData::new(self.method.clone(), format!("session/{session}/{}", self.path));
        if self.method == Method::POST { data.add_body(self.body.clone()) } else { data }
    }
}

impl Browser {
    /// Starts a browser whose files, logs and downloads are kept in `folder`. `profile`, if given,
    /// is where Chromium keeps what it stores; else nothing is left of it.
    pub fn start(kind: Kind, folder: &Path, profile: Option<&Path>) -> Result<Browser> {
        let downloads = folder.join("downloads");
        fs::create_dir_all(&downloads)?;
        let log = folder.join("driver.log");
        let driver = kind.start_driver(&log)?;
        let runtime = Runtime::new()?;
        let capabilities = match kind {
            Kind::Chromium => chromium(&downloads, profile)?,
            Kind::Firefox => firefox(&downloads)?,
            Kind::WebKit => webkit()?,
        };
        let session = runtime.block_on(WebDriver::new(driver.address(), capabilities));
        let session = session.with_context(|| format!("no session: see {}", log.display()))?;
        let log_read = std::cell::Cell::new(0);
        let session = Some(session);
        Ok(Browser { kind, downloads, log, log_read, session, runtime, _driver: driver })
    }

    /// Which one it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The folder into which it saves.
    pub fn downloads(&self) -> &Path {
        &self.downloads
    }

    fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the session is taken only when the browser is dropped")
    }

    fn raw(&self, method: Method, path: &str, body: Value) -> Result<Value> {
        let raw = Raw { method, path: path.to_owned(), body };
        let answer = self.runtime.block_on(self.session().handle().cmd(raw))?;
        Ok(answer.value_json()?)
    }

    /// Goes to an address and waits until it has loaded.
    pub fn go(&self, address: &str) -> Result<()> {
        Ok(self.runtime.block_on(self.session().goto(address))?)
    }

    /// Loads the page again.
    pub fn reload(&self) -> Result<()> {
        Ok(self.runtime.block_on(self.session().refresh())?)
    }

    /// Has the browser behave as one that has only a finger to point with, or as before. Chromium
    /// only.
    pub fn pretend_touch(&self, on: bool) -> Result<()> {
        let body = json!({
            "cmd": "Emulation.setTouchEmulationEnabled",
            "params": {"enabled": on, "maxTouchPoints": if on { 5 } else { 1 }},
        });
        self.raw(Method::POST, "goog/cdp/execute", body).map(drop)
    }

    /// Has every page from now on run a script before its own. Chromium only.
    pub fn run_before_pages(&self, source: &str) -> Result<()> {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": source}))
    }

    /// Does a command of the browser's developer tools. Chromium only.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<()> {
        let body = json!({"cmd": command, "params": parameters});
        self.raw(Method::POST, "goog/cdp/execute", body).map(drop)
    }

    /// Has pages believe that the system is set so: names and values of media features, and no others.
    /// Chromium only.
    pub fn emulate_media(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            features.iter().map(|it| json!({"name": it.0, "value": it.1})).collect();
        let body = json!({"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}});
        self.raw(Method::POST, "goog/cdp/execute", body).map(drop)
    }

    /// Runs the body of a function in the page and returns what it returns. Policies of the page do
    /// not rule over it.
    pub fn script(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        let answer = self.runtime.block_on(self.session().execute(body, arguments))?;
        Ok(answer.json().clone())
    }

    /// Runs the body of an asynchronous function.
    pub fn script_async(&self, body: &str, mut arguments: Vec<Value>) -> Result<Value> {
        let n = arguments.len();
        let wrapped = format!(
            "const done = arguments[{n}]; const values = [...arguments].slice(0, {n});\
             (async (...arguments) => {{ {body} }})(...values)\
             .then((it) => done({{ ok: it ?? null }}), (it) => done({{ bad: String(it) }}));"
        );
        arguments.shrink_to_fit();
        let answer = self.runtime.block_on(self.session().execute_async(wrapped, arguments))?;
        if let Some(bad) = answer.json()["bad"].as_str() {
            bail!("the script failed: {bad}");
        }
        Ok(answer.json()["ok"].clone())
    }

    /// Does what hands do: see [`crate::action`].
    pub fn act(&self, actions: Value) -> Result<()> {
        self.raw(Method::POST, "actions", actions).map(drop)
    }

    /// The first element that a CSS selector finds.
    pub fn find(&self, selector: &str) -> Result<WebElement> {
        let found = self.runtime.block_on(self.session().find(By::Css(selector)));
        found.with_context(|| format!("nothing is at {selector}"))
    }

    /// Types into an element as WebDriver does, file names included.
    pub fn send_keys(&self, element: &WebElement, text: &str) -> Result<()> {
        Ok(self.runtime.block_on(element.send_keys(text))?)
    }

    /// Sets the inner size of the window, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        let set = |w: u32, h: u32| {
            let rect = json!({"x": 0, "y": 0, "width": w, "height": h});
            self.raw(Method::POST, "window/rect", rect)
        };
        set(width, height)?;
        let inner = self.script("return [innerWidth, innerHeight]", vec![])?;
        let lacks = |want: u32, at: usize| {
            want.saturating_add_signed(want as i32 - inner[at].as_f64().unwrap_or_default() as i32)
        };
        set(lacks(width, 0), lacks(height, 1)).map(drop)
    }

    /// The window that is looked at.
    pub fn window(&self) -> Result<WindowHandle> {
        Ok(self.runtime.block_on(self.session().window())?)
    }

    /// Looks at another window.
    pub fn look_at(&self, window: &WindowHandle) -> Result<()> {
        Ok(self.runtime.block_on(self.session().switch_to_window(window.clone()))?)
    }

    /// Opens a new tab and looks at it.
    pub fn open_tab(&self) -> Result<WindowHandle> {
        let tab = self.raw(Method::POST, "window/new", json!({"type": "tab"}))?;
        let handle = tab["handle"].as_str().context("a new tab has a handle")?;
        let window = WindowHandle::from(handle.to_owned());
        self.look_at(&window)?;
        Ok(window)
    }

    /// Closes all windows but `kept` and looks at that.
    pub fn close_others(&self, kept: &WindowHandle) -> Result<()> {
        for window in self.runtime.block_on(self.session().windows())? {
            if window != *kept {
                self.look_at(&window)?;
                self.raw(Method::DELETE, "window", Value::Null)?;
            }
        }
        self.look_at(kept)
    }

    /// A picture of the viewport, as PNG.
    pub fn screenshot(&self, path: &Path) -> Result<()> {
        Ok(self.runtime.block_on(self.session().screenshot(path))?)
    }

    /// A picture of one element, as PNG.
    pub fn screenshot_of(&self, element: &WebElement, path: &Path) -> Result<()> {
        Ok(self.runtime.block_on(element.screenshot(path))?)
    }

    /// What the driver has to say of a kind since the last time, where it keeps such a log.
    pub fn log(&self, kind: &str) -> Result<Vec<String>> {
        if self.kind != Kind::Chromium {
            return Ok(Vec::new());
        }
        let entries = self.raw(Method::POST, "se/log", json!({"type": kind}))?;
        let text =
            |it: &Value| format!("{} {}", it["level"], it["message"].as_str().unwrap_or_default());
        Ok(entries.as_array().into_iter().flatten().map(text).collect())
    }

    /// Errors that the page's console has shown since the last time.
    pub fn console_errors(&self) -> Result<Vec<String>> {
        match self.kind {
            Kind::Chromium => {
                let is_bad = |it: &String| it.starts_with("\"SEVERE\"");
                Ok(self.log("browser")?.into_iter().filter(is_bad).collect())
            }
            Kind::Firefox => self.errors_in_log(),
            Kind::WebKit => Ok(Vec::new()),
        }
    }

    /// Firefox prints uncaught errors, and geckodriver passes them on.
    fn errors_in_log(&self) -> Result<Vec<String>> {
        let text = String::from_utf8_lossy(&fs::read(&self.log)?).into_owned();
        let new = text.get(self.log_read.get()..).unwrap_or_default();
        self.log_read.set(text.len());
        // What else stands there is mostly the browser's own, and cannot be told from the page's.
        let is_bad = |it: &&str| {
            let is_ours = it.contains("http://127.0.0.1") || it.contains("file://");
            it.contains("JavaScript error") && is_ours && !it.contains("resource:")
        };
        Ok(new.lines().filter(is_bad).map(str::to_owned).collect())
    }

    /// The process of the browser itself, where the driver tells.
    pub fn process(&self) -> Option<u64> {
        self.session().handle().capabilities().get("goog:processID")?.as_u64()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let Some(session) = self.session.take() else { return };
        // A browser that was killed cannot be told to quit; its driver is ended in any case.
        self.runtime.block_on(async {
            tokio::time::timeout(Duration::from_secs(10), session.quit()).await.ok()
        });
    }
}

fn chromium(downloads: &Path, profile: Option<&Path>) -> Result<Capabilities> {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".into(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--disable-dev-shm-usage".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--lang=en-US".into(),
        "--window-size=1280,800".into(),
    ];
    arguments.extend(profile.map(|it| format!("--user-data-dir={}", it.display())));
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "chrome")?;
    capabilities.set("goog:loggingPrefs", json!({"browser": "ALL", "performance": "ALL"}))?;
    let options = json!({
        "binary": find("chromium").context("chromium is missing")?,
        "args": arguments,
        "prefs": {
            "intl.accept_languages": "en-US",
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
            "profile.default_content_setting_values.automatic_downloads": 1,
        },
    });
    capabilities.set("goog:chromeOptions", options)?;
    Ok(capabilities)
}

fn firefox(downloads: &Path) -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "firefox")?;
    let options = json!({
        "binary": find("firefox-esr").context("firefox-esr is missing")?,
        "args": ["-headless", "-width", "1280", "-height", "800"],
        "prefs": {
            // As a person has it; drivers turn it off.
            "security.fileuri.strict_origin_policy": true,
            "intl.accept_languages": "en-US",
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.useDownloadDir": true,
            "browser.download.alwaysOpenPanel": false,
            "browser.download.always_ask_before_handling_new_types": false,
        },
    });
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}

fn webkit() -> Result<Capabilities> {
    let library = ["x86_64-linux-gnu", "aarch64-linux-gnu"]
        .map(|it| Path::new("/usr/lib").join(it).join("webkit2gtk-4.1/MiniBrowser"));
    let binary = library.iter().find(|it| it.exists()).context("MiniBrowser is missing")?;
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "MiniBrowser")?;
    let options = json!({"binary": binary, "args": ["--automation"]});
    capabilities.set("webkitgtk:browserOptions", options)?;
    Ok(capabilities)
}
