//! The build.

use crate::hash::ContentHash;
use crate::manifest::{Manifest, Origin};
use crate::pipeline::desk::{Desk, refuse, sorted};
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
    let mut findings = Vec::new();
    let state = State::of(&order.root, &order.out)?;
    let manifest = || {
        let last = state.manifest();
        let lie = write::inspect(&order.out, &last);
        (last, lie)
    };
    let (sources, (last, lie)) = rayon::join(|| source::discover(&order.root), manifest);
    let sources = Arc::new(sources?.into_value(&mut findings));
    let input = input(&sources, order).filter(|_| findings.is_empty());
    if let Some(origin) = unchanged(&last, &lie, input, order) {
        let files = Written { unchanged: last.entries.len(), ..Written::default() };
        let built = Built { pages: origin.pages, feeds: origin.feeds, files, rendered: Vec::new() };
        return Ok(Outcome { findings: origin.findings.clone(), sources, built: Some(built) });
    }
    let Some(mut desk) = Desk::read(&sources, order, &state, &mut findings)? else {
        return Ok(Outcome { sources, findings: sorted(findings), built: None });
    };
    // Only a session reads them again.
    desk.documents = Vec::new();
    let (plan, findings) = desk.plan(order, &state, findings);
    if refuse(&findings) {
        return Ok(Outcome { sources, findings, built: None });
    }
    let origin = input.map(|input| Origin { findings: findings.clone(), ..origin(input, &plan, order) });
    let work = Work { plan: &plan, sources: &sources, progress };
    let delta = plan::delta(&plan, &last, &lie);
    let staging = Staging::open(&order.out)?;
    let rendered = match work.stage(&delta.changed, &staging)? {
        Ok(rendered) => rendered,
        Err(failed) => return Ok(Outcome { sources, findings: sorted([findings, failed].concat()), built: None }),
    };
    if plan.learned() {
        state.store_imprints(plan.known(state.program()))?;
    }
    let paths = delta.changed.iter().map(|(planned, _)| planned.path.clone()).collect();
    let files = if delta.is_small(&last, &lie) {
        let mut manifest = last;
        staging.amend(rendered, origin, &mut manifest, &state)?
    } else {
        staging.commit(Changes { rendered, kept: delta.kept, stale: delta.stale }, origin, &state)?.0
    };
    let built = Built { pages: plan.pages(), feeds: plan.feeds(), files, rendered: paths };
    // Nobody waits until a million small pieces are given back.
    rayon::spawn(move || drop(plan));
    Ok(Outcome { sources, findings, built: Some(built) })
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
