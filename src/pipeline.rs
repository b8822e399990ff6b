//! The six stages joined, once: every command that makes a site goes through here.

use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Severity};
use crate::location::{BaseUrl, OutputPath};
use crate::model::{self, Newsroom};
use crate::parse;
use crate::plan::{self, Audience, Plan, Target};
use crate::render::{self, Failure};
use crate::source::{self, Sources};
use crate::theme::{self, Theme};
use crate::write::{self, Staging, State, Written};
use jiff::Timestamp;
use rayon::prelude::*;
use std::io;
use std::path::PathBuf;
use std::sync::Mutex;

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
    pub sources: Sources,
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

/// Builds the site: discover, parse, assemble, plan, render, write. Errors in the content refuse it; then nothing is
/// written, and the last good site stays as it was.
///
/// # Errors
/// When the disk refuses.
pub fn build(order: &Order, progress: &dyn Progress) -> io::Result<Outcome> {
    let mut findings = Vec::new();
    let sources = source::discover(&order.root)?.into_value(&mut findings);
    let Some(desk) = read(&sources, order, &mut findings)? else {
        return Ok(Outcome { sources, findings: sorted(findings), built: None });
    };
    let plan = plan::plan(&desk.newsroom, &desk.theme, &desk.config, order.now, order.audience, &mut findings);
    let mut findings: Vec<Diagnostic> = findings.into_iter().filter_map(|finding| desk.config.judge(finding)).collect();
    let refused = findings.iter().any(|finding| finding.severity == Severity::Error);
    let built = if refused { None } else { write_site(&plan, &desk.theme, &sources, order, progress, &mut findings)? };
    Ok(Outcome { sources, findings: sorted(findings), built })
}

/// Everything that a plan is made from.
struct Desk {
    config: Config,
    theme: Theme,
    newsroom: Newsroom,
}

fn read(sources: &Sources, order: &Order, findings: &mut Vec<Diagnostic>) -> io::Result<Option<Desk>> {
    let Some(mut config) = config::read(sources, findings)? else { return Ok(None) };
    if let Some(base_url) = &order.base_url {
        config.base_url = base_url.clone();
    }
    let parsed = parse::parse(sources, &config, findings)?;
    let newsroom = model::assemble(parsed, &config, findings);
    let theme = theme::load(sources, &config, findings)?;
    Ok(theme.map(|theme| Desk { config, theme, newsroom }))
}

fn write_site(
    plan: &Plan,
    theme: &Theme,
    sources: &Sources,
    order: &Order,
    progress: &dyn Progress,
    findings: &mut Vec<Diagnostic>,
) -> io::Result<Option<Built>> {
    let state = State::of(&order.root, &order.out)?;
    let last = state.manifest();
    let intact = write::intact(&order.out, last.clone());
    let delta = plan::delta(plan, &last, &intact);
    progress.begin(delta.changed.len());
    let staging = Staging::open(&order.out)?;
    let failed: Mutex<Vec<Diagnostic>> = Mutex::new(Vec::new());
    delta.changed.par_iter().try_for_each(|(path, planned, entry)| {
        match render::render(&planned.target, path, theme, sources) {
            Ok(artifact) => staging.put(&artifact, planned.fingerprint, *entry)?,
            Err(Failure::World(error)) => return Err(error),
            Err(Failure::Content(finding)) => {
                failed.lock().map_err(|_| io::Error::other("a renderer failed"))?.push(*finding);
            }
        }
        progress.advance();
        Ok(())
    })?;
    let failed = failed.into_inner().map_err(|_| io::Error::other("a renderer failed"))?;
    if !failed.is_empty() {
        findings.extend(failed);
        return Ok(None);
    }
    let rendered = delta.changed.iter().map(|(path, ..)| (*path).clone()).collect();
    let files = staging.commit(delta.kept, &delta.stale, &state)?;
    let count = |kind: fn(&Target) -> bool| plan.targets.values().filter(|planned| kind(&planned.target)).count();
    let (pages, feeds) =
        (count(|target| matches!(target, Target::Page(_))), count(|target| matches!(target, Target::Feed(_))));
    Ok(Some(Built { pages, feeds, files, rendered }))
}

fn sorted(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| (&a.place, a.code, &a.args).cmp(&(&b.place, b.code, &b.args)));
    findings.dedup();
    findings
}
