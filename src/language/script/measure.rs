//! How near the Arabic letters come to those of CLDR, which others wrote (languages.md, 5).

use crate::language::script::{Exceptions, Scheme, Script};
use std::collections::BTreeMap;

const NAMES: &str = include_str!("../../../tests/scripts/cldr-kk-Arab.tsv");
/// The kinds of names that nobody looked at to find rules and exceptions.
const HELD_OUT: [&str; 2] = ["currencies", "regions"];

/// Words that came out as in CLDR, and all words.
#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    all: usize,
}

impl Score {
    fn percent(self) -> f64 {
        100.0 * self.right as f64 / self.all as f64
    }

    fn plus(self, other: Self) -> Self {
        Self { right: self.right + other.right, all: self.all + other.all }
    }
}

/// Kind, words of the name, words of the name in Arabic letters.
fn names() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    NAMES.lines().filter(|line| !line.starts_with('#')).map(|line| match *line.split('\t').collect::<Vec<_>>() {
        [kind, name, arabic] => (kind, name, arabic),
        _ => panic!("not three columns: {line}"),
    })
}

/// Scores by kind, with what came out otherwise.
fn scores(exceptions: &Exceptions) -> (BTreeMap<&'static str, Score>, Vec<String>) {
    let scheme = Scheme::built_in("kk-Arab").unwrap();
    let (mut scores, mut misses) = (BTreeMap::<_, Score>::new(), Vec::new());
    for (kind, name, arabic) in names() {
        let score = scores.entry(kind).or_default();
        for (word, wanted) in name.split(' ').zip(arabic.split(' ')) {
            let made = scheme.convert(word, exceptions);
            score.all += 1;
            score.right += usize::from(made == wanted);
            if made != wanted {
                misses.push(format!("{kind}\t{word}\t{wanted}\t{made}"));
            }
        }
    }
    (scores, misses)
}

fn total(scores: &BTreeMap<&str, Score>, counts: impl Fn(&str) -> bool) -> Score {
    scores.iter().filter(|(kind, _)| counts(kind)).fold(Score::default(), |sum, (_, score)| sum.plus(*score))
}

#[test]
fn arabic_letters_are_those_of_cldr_in_97_of_100_words() {
    let exceptions = Exceptions::built_in(Script::Arab);
    let ((scores, misses), (bare, _)) = (scores(&exceptions), self::scores(&Exceptions::default()));
    for (kind, score) in &scores {
        println!("{kind:<12}{:5} of {:5} words: {:.2} %", score.right, score.all, score.percent());
    }
    for miss in misses.iter().filter(|miss| std::env::var("MISSES").is_ok() && !HELD_OUT.iter().any(|kind| miss.starts_with(kind))) {
        println!("{miss}");
    }
    let (all, held_out) = (total(&scores, |_| true), total(&scores, |kind| HELD_OUT.contains(&kind)));
    println!("held out    {:.2} %, by rules alone {:.2} %", held_out.percent(), total(&bare, |kind| HELD_OUT.contains(&kind)).percent());
    println!("all         {:.2} %, by rules alone {:.2} %", all.percent(), total(&bare, |_| true).percent());
    assert!(all.percent() >= 97.0, "{:.2} % of all words", all.percent());
}
