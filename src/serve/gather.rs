//! Gathers what changes: an editor's save is several events, and a copied folder is hundreds.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// How long it must be quiet before what was gathered is built.
const QUIET: Duration = Duration::from_millis(30);
/// How long is waited for quiet at most.
const LONGEST: Duration = Duration::from_millis(500);

/// Paths that have changed, and when.
#[derive(Debug, Default)]
pub struct Gathering {
    paths: BTreeSet<String>,
    times: Option<(Instant, Instant)>,
}

impl Gathering {
    /// Adds what changed at `now`.
    pub fn add(&mut self, path: String, now: Instant) {
        self.paths.insert(path);
        let first = self.times.map_or(now, |(first, _)| first);
        self.times = Some((first, now));
    }

    /// When it is time to build; nothing while nothing has changed.
    pub fn due(&self) -> Option<Instant> {
        self.times.map(|(first, last)| (last + QUIET).min(first + LONGEST))
    }

    /// What was gathered, in order; from then on the gathering is empty.
    pub fn take(&mut self) -> Vec<String> {
        self.times = None;
        std::mem::take(&mut self.paths).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Adds the path `a` after each number of milliseconds; when it is due, in milliseconds from the start.
    fn due(events: impl IntoIterator<Item = u64>) -> Option<u128> {
        let start = Instant::now();
        let mut gathering = Gathering::default();
        events.into_iter().for_each(|at| gathering.add("a".to_owned(), start + Duration::from_millis(at)));
        gathering.due().map(|due| (due - start).as_millis())
    }

    #[test]
    fn a_change_is_due_when_it_has_been_quiet() {
        assert_eq!(due([]), None);
        assert_eq!(due([0]), Some(30));
        assert_eq!(due([0, 10, 25]), Some(55));
    }

    #[test]
    fn changes_that_never_end_are_built_all_the_same() {
        assert_eq!(due((0..1000).map(|number| number * 20)), Some(500));
    }

    #[test]
    fn what_was_taken_is_gathered_no_more() {
        let now = Instant::now();
        let mut gathering = Gathering::default();
        ["b", "a", "b"].into_iter().for_each(|path| gathering.add(path.to_owned(), now));
        assert_eq!(gathering.take(), ["a", "b"]);
        assert_eq!((gathering.due(), gathering.take()), (None, Vec::new()));
    }
}
