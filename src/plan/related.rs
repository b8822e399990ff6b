//! 'Read also': looking back only, so that an old page does not change whenever a new release comes.

use crate::location::Taxonomy;
use crate::model::ReleaseNo;
use crate::plan::edition::Edition;
use crate::plan::shelf::Shelf;
use std::collections::HashMap;

/// How many releases 'read also' names.
const MOST: usize = 3;
/// How far back tags are compared, in releases of each tag.
const WINDOW: usize = 100;

impl Edition {
    /// Up to three earlier releases: of the same project and region, then of the same project, then of the same region,
    /// then with the most shared tags; the nearest earlier first.
    pub fn related(&self, shelf: &Shelf, no: ReleaseNo) -> Vec<ReleaseNo> {
        let release = self.newsroom.release(no);
        let of = |taxonomy| -> Vec<&[ReleaseNo]> {
            let terms = release.terms.iter().filter(|term| self.newsroom.term(**term).taxonomy == taxonomy);
            terms.map(|term| earlier(shelf.of(*term), no)).collect()
        };
        let pairs = self.pairs(release).filter_map(|pair| shelf.by_project_and_region.get(&pair));
        let both = nearest(pairs.map(|releases| earlier(releases, no)).collect());
        let alike = both.take(MOST).chain(nearest(of(Taxonomy::Project)).take(2 * MOST));
        let alike = alike.chain(nearest(of(Taxonomy::Region)).take(3 * MOST));
        let mut found = distinct(alike);
        if found.len() < MOST {
            found = distinct(found.into_iter().chain(by_tags(&of(Taxonomy::Tag))));
        }
        found
    }
}

/// The releases in most of the lists, the nearest first.
fn by_tags(lists: &[&[ReleaseNo]]) -> Vec<ReleaseNo> {
    let mut shared: HashMap<ReleaseNo, usize> = HashMap::new();
    for other in lists.iter().flat_map(|list| list.iter().rev().take(WINDOW)) {
        *shared.entry(*other).or_default() += 1;
    }
    let mut candidates: Vec<(usize, ReleaseNo)> = shared.into_iter().map(|(other, count)| (count, other)).collect();
    candidates.sort_unstable_by(|a, b| b.cmp(a));
    candidates.into_iter().take(2 * MOST).map(|(_, other)| other).collect()
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

/// The releases of any of the lists, the nearest first, each once.
fn nearest(mut lists: Vec<&[ReleaseNo]>) -> impl Iterator<Item = ReleaseNo> {
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
