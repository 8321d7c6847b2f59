//! Tells the page's stories to real browsers.
//!
//! A story is a function that uses a [`page::Page`] as a person would; the runner gives it a page
//! with nothing in it, in each browser and each way of opening that it is for, and looks afterwards
//! for errors that nobody saw. Stories are in `stories/`; here is what they stand on, in reading
//! order: the driver's process, the browser, the page object, the runner.
//!
//! Limits: one browser at a time, Linux paths, headless.

pub mod driver;

pub mod server;

pub mod wait;

pub mod action;

pub mod browser;

pub mod page;

pub mod fixture;

pub mod schema;

pub mod picture;

pub mod story;

pub mod runner;
