//! How the preview stands after a build: what pages, tabs and the desk are made from.

use crate::diagnostic::Diagnostic;
use crate::plan::Roster;
use jiff::Timestamp;
use std::sync::Arc;

/// What the last build left.
#[derive(Clone, Debug, Default)]
pub struct Stand {
    /// The local URL of the stylesheet; empty before the first site.
    pub style: String,
    /// The newsroom as the last good site shows it; nothing before the first.
    pub roster: Option<Arc<Roster>>,
    /// What was found.
    pub findings: Vec<Diagnostic>,
    /// When anything that the desk shows was last another.
    pub since: Timestamp,
    /// Why the site is not what the content says.
    pub trouble: Option<Trouble>,
    /// The report that lies over every page while there is trouble, as HTML.
    pub overlay: Option<String>,
}

/// Why the site is not what the content says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The findings refuse it.
    Content,
    /// The disk refuses it, as this sentence says.
    World(String),
}
