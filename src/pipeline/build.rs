//! The build.

use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::manifest::{Manifest, Origin};
use crate::pipeline::desk::{Desk, Uncached, refuse, sorted};
use crate::pipeline::order::{Built, Order, Outcome, Progress};
use crate::pipeline::work::Work;
use crate::plan::{self, Plan};
use crate::source::{self, Sources, Stamp};
use crate::write::{self, Changes, Staging, State, Written};
use jiff::Timestamp;
use std::io;
use std::sync::Arc;

/// Builds the site: discover, parse, assemble, plan, render, write. Errors in the content refuse it; then nothing is
/// written, and the last good site stays as it was.
///
/// The plan is a function of the input and the moment: when the input is what the last build was made from, and nothing
/// was due to change by itself since, there is no other plan, and nothing to do for an output that is intact.
///
/// # Errors
/// When the disk refuses.
pub fn build(order: &Order, progress: &dyn Progress) -> io::Result<Outcome> {
    let ground = Ground::look(order)?;
    if let Some(origin) = ground.unchanged(order) {
        let files = Written { unchanged: ground.last.entries.len(), ..Written::default() };
        let built = Built { pages: origin.pages, feeds: origin.feeds, files, rendered: Vec::new() };
        let findings = origin.findings.clone();
        return Ok(Outcome { findings, sources: ground.sources, built: Some(built) });
    }
    let desk = match ground.desk(order)? {
        Ok(desk) => desk,
        Err(findings) => return Ok(Outcome { sources: ground.sources, findings, built: None }),
    };
    let (outcome, made) = make(order, ground, desk, progress)?;
    // Nobody waits until a million small pieces are given back.
    rayon::spawn(move || drop(made));
    Ok(outcome)
}

/// How input and output lie before a build.
pub struct Ground {
    state: State,
    sources: Arc<Sources>,
    findings: Vec<Diagnostic>,
    last: Manifest,
    lie: Vec<Option<Stamp>>,
    input: Option<ContentHash>,
}

impl Ground {
    /// Looks at both.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn look(order: &Order) -> io::Result<Self> {
        let state = State::of(&order.root, &order.out)?;
        let inspect = || {
            let last = state.manifest();
            let lie = write::inspect(&order.out, &last);
            (last, lie)
        };
        let (sources, (last, lie)) = rayon::join(|| source::discover(&order.root), inspect);
        let mut findings = Vec::new();
        let sources = Arc::new(sources?.into_value(&mut findings));
        let input = input(&sources, order).filter(|_| findings.is_empty());
        Ok(Self { state, sources, findings, last, lie, input })
    }

    /// The same before a build into an output that still lies as the last one left it, from input of which all that
    /// changed is known.
    pub fn known(Made { state, sources, manifest, .. }: Made) -> Self {
        let lie = manifest.entries.iter().map(|(_, entry)| Some(entry.stamp)).collect();
        Self { state, sources, findings: Vec::new(), last: manifest, lie, input: None }
    }

    /// The input.
    pub fn sources(&self) -> Arc<Sources> {
        self.sources.clone()
    }

    /// Reads the input; all that was found, when no plan can be made of it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn desk(&self, order: &Order) -> io::Result<Result<Desk, Vec<Diagnostic>>> {
        Desk::read(&self.sources, order, &self.state, Uncached::Refused, self.findings.clone())
    }

    /// What the last build was made from, if that is what there is now and it left nothing to do.
    fn unchanged(&self, order: &Order) -> Option<&Origin> {
        let origin = self.last.origin.as_ref()?;
        let holds = origin.holds(self.input?, order.now.as_nanosecond());
        (holds && self.lie.iter().all(Option::is_some)).then_some(origin)
    }
}

/// What a build leaves to the next.
pub struct Made {
    /// Where the state is kept.
    pub state: State,
    /// The input.
    pub sources: Arc<Sources>,
    /// The plan of what lies in the output; nothing when the build was refused.
    pub plan: Option<Plan>,
    /// What lies in the output.
    pub manifest: Manifest,
}

/// Makes the site, whether anything changed or not; nothing is made when the content has errors.
///
/// # Errors
/// When the disk refuses.
pub fn make(order: &Order, ground: Ground, mut desk: Desk, progress: &dyn Progress) -> io::Result<(Outcome, Made)> {
    let Ground { state, sources, last, lie, input, .. } = ground;
    let (newsroom, findings) = desk.assemble();
    let (plan, findings) = desk.plan(newsroom, order, &state, findings);
    let refused = |findings, state, last| {
        let outcome = Outcome { sources: sources.clone(), findings: sorted(findings), built: None };
        Ok((outcome, Made { state, sources: sources.clone(), plan: None, manifest: last }))
    };
    if refuse(&findings) {
        return refused(findings, state, last);
    }
    let origin = input.map(|input| Origin { findings: findings.clone(), ..origin(input, &plan, order) });
    let delta = plan::delta(&plan, &last, &lie);
    let staging = Staging::open(&order.out)?;
    let rendered = match (Work { plan: &plan, sources: &sources, progress }).stage(&delta.changed, &staging)? {
        Ok(rendered) => rendered,
        Err(failed) => return refused([findings, failed].concat(), state, last),
    };
    if plan.learned() {
        state.store_imprints(plan.known(state.program()))?;
    }
    let paths = delta.changed.iter().map(|(planned, _)| planned.path.clone()).collect();
    let (files, manifest) = if delta.is_small(&last, &lie) {
        staging.amend(rendered, origin, last, &state)?
    } else {
        staging.commit(Changes { rendered, kept: delta.kept, stale: delta.stale }, origin, &state)?
    };
    let built = Built { pages: plan.pages(), feeds: plan.feeds(), files, rendered: paths };
    let outcome = Outcome { sources: sources.clone(), findings, built: Some(built) };
    Ok((outcome, Made { state, sources, plan: Some(plan), manifest }))
}

/// The hash of everything that a plan is made from but the moment.
fn input(sources: &Sources, order: &Order) -> Option<ContentHash> {
    let files = sources.fingerprint()?;
    Some(ContentHash::of(format!("{files} {:?} {:?}", order.base_url, order.audience).as_bytes()))
}

fn origin(input: ContentHash, plan: &Plan, order: &Order) -> Origin {
    Origin {
        input,
        since: order.now.as_nanosecond(),
        until: plan.next_change.map(Timestamp::as_nanosecond),
        findings: Vec::new(),
        pages: plan.pages(),
        feeds: plan.feeds(),
    }
}
