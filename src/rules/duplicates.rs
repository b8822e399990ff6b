//! Two releases that are nearly the same.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::rules::likeness::Likeness;
use crate::rules::whole::{Sketch, Whole};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// From how many percent on two texts are nearly the same.
const ALIKE: usize = 80;
/// With how many of those before it a text of a band is compared: a thousand texts that are all the same must not be
/// compared each with each.
const COMPARED: usize = 4;

/// Finds releases whose text is nearly that of an earlier one in the same language, each with the one that it is most like.
pub fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let sketches: Vec<(&Sketch, &Likeness)> =
        whole.sketches.iter().filter_map(|sketch| Some((sketch, sketch.likeness.as_ref()?))).collect();
    let bands = (0..Likeness::bands()).into_par_iter().map(|nth| pairs(&sketches, nth));
    let mut all: Vec<(usize, usize)> = bands.collect::<Vec<_>>().concat();
    all.sort_unstable();
    all.dedup();
    let mut nearest: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (later, earlier) in all {
        let percent = sketches[later].1.percent(sketches[earlier].1);
        let best = nearest.entry(later).or_insert((percent, earlier));
        if percent > best.0 {
            *best = (percent, earlier);
        }
    }
    let alike = nearest.into_iter().filter(|(_, (percent, _))| *percent >= ALIKE);
    alike.map(|(later, (percent, earlier))| finding(sketches[later].0, sketches[earlier].0, percent)).collect()
}

/// The texts that share a band, the later of two first.
fn pairs(sketches: &[(&Sketch, &Likeness)], nth: usize) -> Vec<(usize, usize)> {
    let key = |(sketch, likeness): &(&Sketch, &Likeness)| (sketch.document.language, likeness.band(nth));
    let mut keys: Vec<_> = sketches.iter().map(key).zip(0..).collect();
    keys.sort_unstable();
    let same = keys.chunk_by(|(one, _), (other, _)| one == other);
    let of_band = same.flat_map(|band| {
        let each = band.iter().enumerate().skip(1);
        each.flat_map(move |(at, (_, later))| {
            let first = band.iter().take(1);
            let before = band[..at].iter().skip(1).rev().take(COMPARED - 1);
            first.chain(before).map(move |(_, earlier)| (*later, *earlier))
        })
    });
    of_band.collect()
}

fn finding(later: &Sketch, earlier: &Sketch, percent: usize) -> Diagnostic {
    let place = |sketch: &Sketch| Place::new(sketch.document.file.clone(), sketch.document.title.span);
    let finding = Diagnostic::new(Code::NearDuplicate, place(later)).with("percent", percent);
    finding.with("title", &earlier.document.title.value).also(place(earlier))
}
