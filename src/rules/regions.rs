//! Regions that a release has in its front matter and not in its words.

use crate::diagnostic::{Code, Diagnostic};
use crate::location::Taxonomy;
use crate::model::TermNo;
use crate::parse::Front;
use crate::rules::page::Page;
use crate::rules::subject::Subject;

/// Languages whose forms of the regions' names are known.
const KNOWN: [&str; 3] = ["kk", "ru", "en"];

/// Finds regions of a release that none of its texts names, where they are written.
pub fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let known = subject.pages.iter().any(|page| KNOWN.contains(&page.language().primary()));
    let Some(release) = subject.release().filter(|_| known) else { return Vec::new() };
    let newsroom = subject.ground.newsroom;
    let regions: Vec<TermNo> =
        release.terms.iter().copied().filter(|no| newsroom.term(*no).taxonomy == Taxonomy::Region).collect();
    let missing =
        regions.iter().enumerate().filter(|(_, no)| !subject.pages.iter().any(|page| names(page, **no, subject)));
    let finding = |(nth, no): (usize, &TermNo)| {
        let (page, written) = subject.pages.iter().find_map(|page| Some((page, written(page)?)))?;
        // Names that mean one region twice are told once, so that a name can stand elsewhere than its region.
        let span = written.get(nth).filter(|_| written.len() == regions.len()).or(written.first())?.span;
        let name = subject.ground.config.name_in(&newsroom.term(*no).names, page.language());
        Some(page.finding(Code::RegionNotMentioned, span).with("region", name.unwrap_or(&newsroom.term(*no).id)))
    };
    missing.filter_map(finding).collect()
}

fn written<'p>(page: &Page<'p>) -> Option<&'p [crate::diagnostic::At<String>]> {
    match &page.document.front {
        Front::Release(front) => front.regions.as_ref().map(|names| names.value.as_slice()),
        _ => None,
    }
}

fn names(page: &Page<'_>, region: TermNo, subject: &Subject<'_>) -> bool {
    let place = match &page.document.front {
        Front::Release(front) => front.event_place.as_deref(),
        _ => None,
    };
    let front = [Some(page.document.title.value.as_str()), page.document.summary.as_deref(), place];
    let named = |text: &str| subject.ground.gazetteer.is_named(region, text);
    front.into_iter().flatten().any(named) || page.blocks.iter().any(|block| named(&block.text()))
}
