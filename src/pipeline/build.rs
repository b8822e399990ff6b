//! The build.

use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::manifest::{Manifest, Origin};
use crate::parse::Document;
use crate::pipeline::desk::{Desk, Texts, Uncached, refuse, sorted};
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
    let (outcome, made) = make(order, ground, Texts::Drop, progress)?;
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

    /// What the last build was made from, if that is what there is now and it left nothing to do.
    fn unchanged(&self, order: &Order) -> Option<&Origin> {
        let origin = self.last.origin.as_ref()?;
        let holds = origin.holds(self.input?, order.now.as_nanosecond());
        (holds && self.lie.iter().all(Option::is_some)).then_some(origin)
    }
}

/// What a site was made from.
pub struct Made {
    /// Where the state is kept.
    pub state: State,
    /// The input.
    pub sources: Arc<Sources>,
    /// The texts as they were read, where they are kept.
    pub documents: Vec<Arc<Document>>,
    /// What was found when the files were read, each for itself, where the texts are kept.
    pub found: Vec<Diagnostic>,
    /// The plan.
    pub plan: Plan,
    /// What was written.
    pub manifest: Manifest,
}

/// Makes the site, whether anything changed or not; nothing is made when the content has errors.
///
/// # Errors
/// When the disk refuses.
pub fn make(
    order: &Order,
    ground: Ground,
    texts: Texts,
    progress: &dyn Progress,
) -> io::Result<(Outcome, Option<Made>)> {
    let Ground { state, sources, mut findings, last, lie, input } = ground;
    let refused = |sources, findings| Ok((Outcome { sources, findings: sorted(findings), built: None }, None));
    let Some(mut desk) = Desk::read(&sources, order, &state, texts, Uncached::Refused, &mut findings)? else {
        return refused(sources, findings);
    };
    let (documents, found) = (std::mem::take(&mut desk.documents), std::mem::take(&mut desk.found));
    let (plan, findings) = desk.plan(order, &state, findings);
    if refuse(&findings) {
        return refused(sources, findings);
    }
    let origin = input.map(|input| Origin { findings: findings.clone(), ..origin(input, &plan, order) });
    let delta = plan::delta(&plan, &last, &lie);
    let staging = Staging::open(&order.out)?;
    let rendered = match (Work { plan: &plan, sources: &sources, progress }).stage(&delta.changed, &staging)? {
        Ok(rendered) => rendered,
        Err(failed) => return refused(sources, [findings, failed].concat()),
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
    Ok((outcome, Some(Made { state, sources, documents, found, plan, manifest })))
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
