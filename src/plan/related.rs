//! 'Read also': looking back only, so that an old page does not change whenever a new release comes.

use crate::location::Taxonomy;
use crate::model::{ReleaseNo, TermNo};
use crate::plan::edition::{Edition, Shelf};
use std::collections::HashMap;

/// How many releases 'read also' names.
const MOST: usize = 3;
/// How far back tags are compared, in releases of each tag.
const WINDOW: usize = 100;

impl Edition<'_> {
    /// Up to three earlier releases: of the same project and region, then of the same project, then of the same region,
    /// then with the most shared tags; the nearest earlier first.
    pub fn related(&self, shelf: &Shelf, no: ReleaseNo) -> Vec<ReleaseNo> {
        let terms = &self.newsroom.release(no).terms;
        let of = |taxonomy| -> Vec<TermNo> {
            terms.iter().copied().filter(|term| self.newsroom.term(*term).taxonomy == taxonomy).collect()
        };
        let (regions, projects) = (of(Taxonomy::Region), of(Taxonomy::Project));
        let shares = |other: &ReleaseNo| self.newsroom.release(*other).terms.iter().any(|term| regions.contains(term));
        let both = nearest(shelf, &projects, no).filter(shares).take(MOST);
        let alike =
            both.chain(nearest(shelf, &projects, no).take(2 * MOST)).chain(nearest(shelf, &regions, no).take(3 * MOST));
        let mut found = distinct(alike);
        if found.len() < MOST {
            found = distinct(found.into_iter().chain(self.by_tags(shelf, &of(Taxonomy::Tag), no)));
        }
        found
    }

    fn by_tags(&self, shelf: &Shelf, tags: &[TermNo], no: ReleaseNo) -> Vec<ReleaseNo> {
        let mut shared: HashMap<ReleaseNo, usize> = HashMap::new();
        for other in tags.iter().flat_map(|tag| earlier(shelf.of(*tag), no).iter().rev().take(WINDOW)) {
            *shared.entry(*other).or_default() += 1;
        }
        let mut candidates: Vec<(usize, ReleaseNo)> = shared.into_iter().map(|(other, count)| (count, other)).collect();
        candidates.sort_unstable_by(|a, b| b.cmp(a));
        candidates.into_iter().take(2 * MOST).map(|(_, other)| other).collect()
    }
}

fn distinct(releases: impl Iterator<Item = ReleaseNo>) -> Vec<ReleaseNo> {
    let mut found = Vec::with_capacity(MOST);
    for release in releases {
        if !found.contains(&release) {
            found.push(release);
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}

fn earlier(releases: &[ReleaseNo], no: ReleaseNo) -> &[ReleaseNo] {
    &releases[..releases.partition_point(|other| *other < no)]
}

/// The releases of any of the terms before `no`, the nearest first, each once.
fn nearest<'a>(shelf: &'a Shelf, terms: &[TermNo], no: ReleaseNo) -> impl Iterator<Item = ReleaseNo> + 'a {
    let mut lists: Vec<&[ReleaseNo]> = terms.iter().map(|term| earlier(shelf.of(*term), no)).collect();
    std::iter::from_fn(move || {
        let next = lists.iter().filter_map(|list| list.last()).max().copied()?;
        for list in &mut lists {
            if list.last() == Some(&next) {
                *list = &list[..list.len() - 1];
            }
        }
        Some(next)
    })
}
