//! How near the Arabic letters come to those of CLDR, which others wrote (languages.md, 5).

use jarshy::language::script::{Exceptions, Scheme, Script};
use std::collections::BTreeMap;

const NAMES: &str = include_str!("../scripts/cldr-kk-Arab.tsv");
/// The kinds of names that nobody looked at to find rules and exceptions.
const HELD_OUT: [&str; 2] = ["currencies", "regions"];
/// No names of time zones, but what some of them are named after: told apart.
const CITIES: &str = "cities";

/// Words that came out as in CLDR, and all words: as often as their names are used, and once a name.
#[derive(Clone, Copy, Default)]
struct Score {
    running: [usize; 2],
    once: [usize; 2],
}

impl Score {
    fn add(&mut self, times: usize, is_right: bool) {
        for (sum, more) in [(&mut self.running, times), (&mut self.once, 1)] {
            *sum = [sum[0] + usize::from(is_right) * more, sum[1] + more];
        }
    }

    fn plus(self, other: &Self) -> Self {
        let plus = |a: [usize; 2], b: [usize; 2]| [a[0] + b[0], a[1] + b[1]];
        Self { running: plus(self.running, other.running), once: plus(self.once, other.once) }
    }

    fn running(self) -> f64 {
        percent(self.running)
    }
}

fn percent([right, all]: [usize; 2]) -> f64 {
    100.0 * right as f64 / all as f64
}

/// Kind, how often it is used, the name, the name in Arabic letters.
fn names() -> impl Iterator<Item = (&'static str, usize, &'static str, &'static str)> {
    NAMES.lines().filter(|line| !line.starts_with('#')).map(|line| match *line.split('\t').collect::<Vec<_>>() {
        [kind, times, name, arabic] => (kind, times.parse().unwrap(), name, arabic),
        _ => panic!("not four columns: {line}"),
    })
}

fn scores(exceptions: &Exceptions) -> BTreeMap<&'static str, Score> {
    let scheme = Scheme::built_in("kk-Arab").unwrap();
    let mut scores = BTreeMap::<_, Score>::new();
    for (kind, times, name, arabic) in names() {
        let made = scheme.convert(name, exceptions);
        for (wanted, made) in arabic.split(' ').zip(made.split(' ').chain(std::iter::repeat(""))) {
            scores.entry(kind).or_default().add(times, made == wanted);
        }
    }
    scores
}

fn total(scores: &BTreeMap<&str, Score>, counts: impl Fn(&str) -> bool) -> Score {
    scores.iter().filter(|(kind, _)| counts(kind)).fold(Score::default(), |sum, (_, score)| sum.plus(score))
}

#[test]
fn arabic_letters_are_those_of_cldr_in_97_of_100_running_words() {
    let exceptions = Exceptions::built_in(Script::Arab);
    let (scores, bare) = (scores(&exceptions), scores(&Exceptions::default()));
    let tell = |what: &str, score: Score, bare: Score| {
        let (running, once) = (score.running(), percent(score.once));
        let [right, all] = score.running;
        println!(
            "{what:<12}{right:>5} of {all:>5} running words, {running:.2} %; by rules alone {:.2} %; once a name {once:.2} %",
            bare.running()
        );
    };
    for (kind, score) in &scores {
        tell(kind, *score, bare[kind]);
    }
    let (is_name, is_held_out) = (|kind: &str| kind != CITIES, |kind: &str| HELD_OUT.contains(&kind));
    tell("held out", total(&scores, is_held_out), total(&bare, is_held_out));
    tell("all names", total(&scores, is_name), total(&bare, is_name));
    assert!(total(&scores, is_name).running() >= 97.0);
    assert!(exceptions.count() <= 60);
}
