//! Where the Kazakh parts of a text begin and end.

use crate::language::parts::quotation::quotations;
use crate::language::parts::word::{Kind, has_letters, is_beyond_russian, is_cyrillic, is_surely_kazakh, kind, words};
use crate::language::tag::Language;
use std::cmp::Reverse;
use std::ops::Range;

/// Languages some of whose own words have letters of Kazakh, in whichever script their pages are.
const SISTERS: [&str; 25] = [
    "ab", "alt", "az", "ba", "be", "bua", "crh", "cv", "dng", "kaa", "kjh", "kum", "ky", "mn", "nog", "rue", "sah",
    "tg", "tk", "tt", "tyv", "ug", "uk", "uz", "xal",
];
/// What stands first in a Russian name and last, with an ending, in a Kazakh one.
const HEADS: &str = "фонд центр университет театр музей клуб проект конкурс фестиваль форум премия газета журнал ансамбль район республика";
/// What stands between two nouns of one phrase.
const LINKS: [&str; 3] = ["мен", "бен", "пен"];

/// The Kazakh parts of a text in another language, in order and apart from each other: words with letters of Kazakh,
/// joined where nothing but a space or hyphen is between them, and quotations that are Kazakh as a whole. In a Kazakh
/// text, of whichever script, there are none.
pub fn kazakh(host: Language, text: &str) -> Vec<Range<usize>> {
    if host.primary() == "kk" || !has_letters(text) {
        return Vec::new();
    }
    let finder = Finder { text, words: words(text) };
    if SISTERS.contains(&host.primary()) {
        let sure = finder.words.iter().filter(|word| is_surely_kazakh(finder.at(word)));
        return finder.joined(sure.map(|word| (word.clone(), Kind::Kazakh)));
    }
    finder.parts(if host.is_cyrillic() { Vec::new() } else { finder.runs() })
}

struct Finder<'t> {
    text: &'t str,
    words: Vec<Range<usize>>,
}

/// What the words of a quotation are as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Kazakh,
    Stranger,
    Mixed,
}

impl Finder<'_> {
    fn at(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The parts; each of `runs` is looked at as if it were a quotation.
    fn parts(&self, runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let groups = quotations(self.text).into_iter().chain(runs).filter(|group| has_letters(self.at(group)));
        let (mut parts, mut settled) = (Vec::new(), vec![false; self.words.len()]);
        for group in groups {
            let words = self.within(&group);
            let is = self.judged(words.clone());
            if is != Group::Mixed {
                settled.get_mut(words).unwrap_or_default().fill(true);
            }
            if is == Group::Kazakh {
                parts.push(self.trimmed(group));
            }
        }
        let free = self.words.iter().zip(&settled).filter(|(word, settled)| !**settled && has_letters(self.at(word)));
        parts.extend(self.joined(free.map(|(word, _)| (word.clone(), kind(self.at(word))))));
        parts.sort_unstable_by_key(|part| (part.start, Reverse(part.end)));
        parts.dedup_by(|inner, outer| inner.end <= outer.end);
        parts
    }

    /// The numbers of the words in a range.
    fn within(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.words.partition_point(|word| word.start < range.start);
        first..self.words.partition_point(|word| word.end <= range.end).max(first)
    }

    /// The range without the spaces around it.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let inner = self.at(&range);
        let start = range.start + (inner.len() - inner.trim_start().len());
        start..start + inner.trim().len()
    }

    /// What a group is. Its plain words are looked at last, for telling what they are takes the longest.
    fn judged(&self, words: Range<usize>) -> Group {
        let words = self.words.get(words).unwrap_or_default().iter().map(|word| self.at(word));
        let is_head = words.clone().next().is_some_and(|word| is_head(&word.to_lowercase()));
        let last = words.clone().next_back();
        let (strange, plain): (Vec<&str>, Vec<&str>) = words.partition(|word| is_beyond_russian(word));
        let strange: Vec<Kind> = strange.into_iter().map(kind).collect();
        if strange.contains(&Kind::Stranger) {
            return Group::Stranger;
        }
        let kazakh = strange.iter().filter(|kind| **kind == Kind::Kazakh).count();
        if kazakh == 0 || is_head {
            return Group::Mixed;
        }
        let (mut native, mut loans) = (0, 0);
        for kind in strange.into_iter().chain(plain.into_iter().map(kind)) {
            match kind {
                Kind::Russian | Kind::Other => return Group::Mixed,
                Kind::Native => native += 1,
                Kind::Loan => loans += 1,
                _ => {}
            }
        }
        let is_kazakh = loans == 0 || kazakh > loans + native || last.is_some_and(is_owned);
        if is_kazakh { Group::Kazakh } else { Group::Mixed }
    }

    /// Words that follow each other, joined; none of those that a stranger stands beside.
    fn joined(&self, words: impl Iterator<Item = (Range<usize>, Kind)>) -> Vec<Range<usize>> {
        let mut parts: Vec<(Range<usize>, bool)> = Vec::new();
        for (word, kind) in words.filter(|(_, kind)| matches!(kind, Kind::Kazakh | Kind::Stranger)) {
            let is_stranger = kind == Kind::Stranger;
            match parts.last_mut().filter(|(part, _)| self.is_joined(part, &word)) {
                Some((part, strange)) => (part.end, *strange) = (word.end, *strange || is_stranger),
                None => parts.push((word, is_stranger)),
            }
        }
        parts.into_iter().filter(|(_, strange)| !strange).map(|(part, _)| part).collect()
    }

    /// Whether a word belongs to what is before it: after a space or hyphen, after initials, or after a word that joins
    /// nouns.
    fn is_joined(&self, before: &Range<usize>, word: &Range<usize>) -> bool {
        let gap = self.at(&(before.end..word.start));
        if gap.chars().all(|c| c.is_whitespace() || c == '-') {
            return gap.chars().count() < 3;
        }
        let mut letters = self.at(before).chars().rev();
        let is_initial =
            letters.next().is_some_and(char::is_uppercase) && !letters.next().is_some_and(char::is_alphabetic);
        let rest = gap.strip_prefix('.').filter(|_| is_initial).map(|rest| rest.split_whitespace());
        LINKS.contains(&gap.trim()) || rest.is_some_and(|mut rest| rest.all(is_initial_alone))
    }

    /// The runs of Cyrillic words in a text of another script.
    fn runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for word in self.words.iter().filter(|word| self.at(word).starts_with(is_cyrillic)) {
            match runs.last_mut().filter(|run| self.is_joined(run, word)) {
                Some(run) => run.end = word.end,
                None => runs.push(word.clone()),
            }
        }
        runs
    }
}

fn is_head(small: &str) -> bool {
    HEADS.split(' ').any(|head| head == small)
}

/// Whether it is a capital with a full stop.
fn is_initial_alone(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.eq(['.'])
}

/// Whether a Kazakh word has the ending with which a name of several words ends: Студент жастар одағы.
fn is_owned(word: &str) -> bool {
    word.ends_with(['ы', 'і']) && kind(word) == Kind::Kazakh
}
