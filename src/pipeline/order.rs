//! What a build is told, and what comes of it.

use crate::diagnostic::Diagnostic;
use crate::location::{BaseUrl, OutputPath};
use crate::plan::Audience;
use crate::report::Done;
use crate::source::Sources;
use crate::write::Written;
use jiff::Timestamp;
use std::path::PathBuf;
use std::sync::Arc;

/// What to build.
#[derive(Clone, Debug)]
pub struct Order {
    /// The folder that holds `content/` and `themes/`.
    pub root: PathBuf,
    /// The folder for the site.
    pub out: PathBuf,
    /// The moment at which the site is made public.
    pub now: Timestamp,
    /// Where the site will stand, when not where site.yaml says.
    pub base_url: Option<BaseUrl>,
    /// For whom it is made.
    pub audience: Audience,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The input, for quoting.
    pub sources: Arc<Sources>,
    /// Everything that was found, by the newsroom's rules, in order of place.
    pub findings: Vec<Diagnostic>,
    /// The site; nothing when an error refused it.
    pub built: Option<Built>,
}

/// A site that was built.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// How many HTML pages the site has.
    pub pages: usize,
    /// How many feeds.
    pub feeds: usize,
    /// What was done to the output.
    pub files: Written,
    /// Which targets were rendered, in order.
    pub rendered: Vec<OutputPath>,
}

impl Built {
    /// The figures, to be told.
    pub fn done(&self) -> Done {
        Done {
            pages: self.pages,
            feeds: self.feeds,
            written: self.files.written.len(),
            unchanged: self.files.unchanged,
            removed: self.files.removed.len(),
        }
    }
}

/// Follows a build: how many targets there are to render, then each that is done.
pub trait Progress: Sync {
    /// Rendering begins.
    fn begin(&self, targets: usize);
    /// One more target is rendered.
    fn advance(&self);
}

/// Nobody watches.
pub struct Unwatched;

impl Progress for Unwatched {
    fn begin(&self, _: usize) {}
    fn advance(&self) {}
}
