//! The six stages joined, once: every command that makes a site goes through here.

use crate::artifact::Artifact;
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::{ContentHash, Fingerprint};
use crate::location::{BaseUrl, OutputPath};
use crate::manifest::{Manifest, Origin};
use crate::model::{self, Newsroom};
use crate::parse::{self, Cache, Renewal};
use crate::plan::{self, Audience, Plan, Planned};
use crate::render::{Failure, Renderer};
use crate::source::{self, Sources, Stamp};
use crate::theme::{self, Theme};
use crate::write::{self, Changes, Staged, Staging, State, Written};
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
/// The plan is a function of the input and the moment: when the input is what the last build was made from, and nothing
/// was due to change by itself since, there is no other plan, and nothing to do for an output that is intact.
///
/// # Errors
/// When the disk refuses.
pub fn build(order: &Order, progress: &dyn Progress) -> io::Result<Outcome> {
    let mut findings = Vec::new();
    let sources = source::discover(&order.root)?.into_value(&mut findings);
    let state = State::of(&order.root, &order.out)?;
    let last = state.manifest();
    let lie = write::inspect(&order.out, &last);
    let input = input(&sources, order).filter(|_| findings.is_empty());
    if let Some(origin) = unchanged(&last, &lie, input, order) {
        let files = Written { unchanged: last.entries.len(), ..Written::default() };
        let built = Built { pages: origin.pages, feeds: origin.feeds, files, rendered: Vec::new() };
        return Ok(Outcome { findings: origin.findings.clone(), sources, built: Some(built) });
    }
    let Some(desk) = read(&sources, order, &state, &mut findings)? else {
        return Ok(Outcome { sources, findings: sorted(findings), built: None });
    };
    let plan = plan::plan(&desk.newsroom, &desk.theme, &desk.config, order.now, order.audience, &mut findings);
    let findings = findings.into_iter().filter_map(|finding| desk.config.judge(finding)).collect();
    let findings = sorted(findings);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Ok(Outcome { sources, findings, built: None });
    }
    let site =
        Work { plan: &plan, theme: &desk.theme, sources: &sources, order, state: &state, last: &last, lie: &lie };
    let origin = input.map(|input| origin(input, &plan, order, &findings));
    Ok(match site.write(origin, progress)? {
        Ok(built) => Outcome { sources, findings, built: Some(built) },
        Err(failed) => Outcome { sources, findings: sorted([findings, failed].concat()), built: None },
    })
}

/// The hash of everything that a plan is made from but the moment.
fn input(sources: &Sources, order: &Order) -> Option<ContentHash> {
    let files = sources.fingerprint()?;
    Some(ContentHash::of(format!("{files} {:?} {:?}", order.base_url, order.audience).as_bytes()))
}

fn unchanged<'m>(
    last: &'m Manifest,
    lie: &[Option<Stamp>],
    input: Option<ContentHash>,
    order: &Order,
) -> Option<&'m Origin> {
    let origin = last.origin.as_ref()?;
    (lie.iter().all(Option::is_some) && origin.holds(input?, order.now.as_nanosecond())).then_some(origin)
}

fn origin(input: ContentHash, plan: &Plan<'_>, order: &Order, findings: &[Diagnostic]) -> Origin {
    Origin {
        input,
        since: order.now.as_nanosecond(),
        until: plan.next_change.map(Timestamp::as_nanosecond),
        findings: findings.to_vec(),
        pages: plan.pages(),
        feeds: plan.feeds(),
    }
}

/// Everything that a plan is made from.
struct Desk {
    config: Config,
    theme: Theme,
    newsroom: Newsroom,
}

fn read(sources: &Sources, order: &Order, state: &State, findings: &mut Vec<Diagnostic>) -> io::Result<Option<Desk>> {
    let Some(mut config) = config::read(sources, findings)? else { return Ok(None) };
    if let Some(base_url) = &order.base_url {
        config.base_url = base_url.clone();
    }
    let key = parse::key(state.program(), &config);
    let cache = Cache::from_bytes(state.readings(), key);
    let readings = parse::read(sources, &config, &cache)?;
    match cache.renewal(&readings, key) {
        Renewal::Same => {}
        Renewal::More(bytes) => state.add_readings(&bytes)?,
        Renewal::Whole(parts) => state.store_readings(parts)?,
    }
    drop(cache);
    let parsed = parse::parse(sources, &config, readings, findings)?;
    let newsroom = model::assemble(parsed, &config, findings);
    let theme = theme::load(sources, &config, findings)?;
    Ok(theme.map(|theme| Desk { config, theme, newsroom }))
}

/// What is to be written, and over what.
struct Work<'a> {
    plan: &'a Plan<'a>,
    theme: &'a Theme,
    sources: &'a Sources,
    order: &'a Order,
    state: &'a State,
    last: &'a Manifest,
    lie: &'a [Option<Stamp>],
}

impl Work<'_> {
    /// Renders what differs and makes it the site; what templates failed is given back instead, and nothing is changed.
    fn write(&self, origin: Option<Origin>, progress: &dyn Progress) -> io::Result<Result<Built, Vec<Diagnostic>>> {
        let delta = plan::delta(self.plan, self.last, self.lie);
        progress.begin(delta.changed.len());
        let staging = Staging::open(&self.order.out)?;
        let failed: Mutex<Vec<Diagnostic>> = Mutex::new(Vec::new());
        let renderer = Renderer::new(self.theme, self.sources);
        let staged = delta.changed.par_iter().map(|(planned, entry)| {
            let staged = match self.render(planned, &renderer) {
                Ok((artifact, fingerprint)) => Some(staging.put(&artifact, fingerprint, entry.as_ref())?),
                Err(Failure::World(error)) => return Err(error),
                Err(Failure::Content(finding)) => {
                    failed.lock().map_err(|_| io::Error::other("a renderer failed"))?.push(*finding);
                    None
                }
            };
            progress.advance();
            Ok(staged.map(|staged| (planned.path.clone(), staged)))
        });
        let staged = staged.collect::<io::Result<Vec<_>>>()?;
        let failed = failed.into_inner().map_err(|_| io::Error::other("a renderer failed"))?;
        if !failed.is_empty() {
            return Ok(Err(failed));
        }
        let rendered = delta.changed.iter().map(|(planned, _)| planned.path.clone()).collect();
        let staged: Vec<(OutputPath, Staged)> = staged.into_iter().flatten().collect();
        let changes = Changes { rendered: staged, kept: delta.kept, stale: delta.stale };
        let files = staging.commit(changes, origin, self.state)?;
        Ok(Ok(Built { pages: self.plan.pages(), feeds: self.plan.feeds(), files, rendered }))
    }

    fn render(&self, planned: &Planned, renderer: &Renderer<'_>) -> Result<(Artifact, Fingerprint), Failure> {
        let view = self.plan.view(&planned.target);
        let (view, fingerprint) = view.ok_or_else(|| io::Error::other(format!("{}: no such target", planned.path)))?;
        Ok((renderer.render(&view, &planned.path)?, fingerprint))
    }
}

fn sorted(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| (&a.place, a.code, &a.args).cmp(&(&b.place, b.code, &b.args)));
    findings.dedup();
    findings
}
