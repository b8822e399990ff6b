//! What pages tell their visitors, and what stands in imprints: how to register and subscribe, whose the rights are.

use crate::rules::mask::is_address;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// The notices that are known.
const NOTICES: &str = include_str!("data/notices.txt");
/// The most bytes of a notice.
const LONGEST: usize = 600;
/// The most words that stand for `…`.
const MOST_WORDS: usize = 12;
/// The most letters of a word of an imprint that need not be listed: `от`, `г`, `РК`.
const SHORT: usize = 3;
/// What stands for an address among words.
const ADDRESS: &str = "@";
/// The marks with which a sentence ends, and what may close behind them.
const MARKS: [char; 4] = ['.', '!', '?', '…'];
const CLOSING: [char; 5] = ['»', '”', '“', '"', ')'];

/// How much of a notice is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Notice {
    /// All of its words.
    WordForWord,
    /// What it begins with, and more: the rest is its own.
    WithOwnWords,
}

struct Pattern {
    /// Whether it is a notice as a sentence of a paragraph that says more, too.
    in_sentence: bool,
    parts: Vec<Part>,
}

enum Part {
    /// One of these, each a few words.
    OneOf(Vec<Vec<&'static str>>),
    Any,
    Imprint,
}

struct Notices {
    patterns: Vec<Pattern>,
    /// The words that stand for `№`.
    imprint: BTreeSet<&'static str>,
    /// The first words of the patterns, which tell nearly every text at once.
    first: BTreeMap<&'static str, Vec<usize>>,
}

/// Whether a paragraph is a notice, or several of them and nothing else.
pub fn of_paragraph(text: &str) -> Option<Notice> {
    KNOWN.begun(text)?;
    let whole = KNOWN.find(text, |_| true);
    whole.or_else(|| {
        let sentences: Option<Vec<Notice>> =
            sentences(text).into_iter().map(|range| KNOWN.find(text.get(range)?, |_| true)).collect();
        sentences?.into_iter().max()
    })
}

/// The sentences at the beginning and at the end of a paragraph that are notices, where it says something else, too.
pub fn around(text: &str) -> Vec<Range<usize>> {
    let sentences = sentences(text);
    let is_notice = |range: &&Range<usize>| {
        let sentence = text.get((*range).clone()).unwrap_or_default();
        is_balanced(sentence) && KNOWN.find(sentence, |pattern| pattern.in_sentence).is_some()
    };
    let first = sentences.iter().take_while(is_notice).count();
    let last = sentences.iter().rev().take_while(is_notice).count();
    if first == sentences.len() {
        return Vec::new();
    }
    let joined = |some: &[Range<usize>]| Some(some.first()?.start..some.last()?.end);
    let (before, after) = (sentences.get(..first), sentences.get(sentences.len() - last..));
    [before, after].into_iter().flatten().filter_map(joined).collect()
}

static KNOWN: LazyLock<Notices> = LazyLock::new(Notices::read);

impl Notices {
    fn read() -> Self {
        let lines = || NOTICES.lines().filter_map(|line| line.split_once(": "));
        let patterns: Vec<Pattern> = lines()
            .filter(|(sign, _)| matches!(*sign, "=" | "~"))
            .map(|(sign, text)| Pattern { in_sentence: sign == "~", parts: parts(text) })
            .collect();
        let imprint = lines().filter(|(sign, _)| *sign == "№").flat_map(|(_, words)| words.split(' ')).collect();
        let mut first: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, pattern) in patterns.iter().enumerate() {
            first_words(&pattern.parts).into_iter().for_each(|word| first.entry(word).or_default().push(at));
        }
        Self { patterns, imprint, first }
    }

    /// The patterns with whose first word a text begins.
    fn begun(&self, text: &str) -> Option<&[usize]> {
        self.first.get(words(text).next()?.as_str()).map(Vec::as_slice)
    }

    fn find(&self, text: &str, allowed: impl Fn(&Pattern) -> bool) -> Option<Notice> {
        let begun = self.begun(text).filter(|_| text.len() <= LONGEST)?;
        let patterns = begun.iter().filter_map(|at| self.patterns.get(*at)).filter(|pattern| allowed(pattern));
        let words: Vec<String> = words(text).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let found = patterns.filter(|pattern| self.fits(&pattern.parts, &words));
        found.map(|pattern| pattern.knows(&words)).min()
    }

    fn fits(&self, parts: &[Part], words: &[&str]) -> bool {
        let Some((part, parts)) = parts.split_first() else { return words.iter().all(|word| *word == ADDRESS) };
        match part {
            Part::OneOf(texts) => texts
                .iter()
                .any(|text| words.strip_prefix(text.as_slice()).is_some_and(|words| self.fits(parts, words))),
            Part::Any => (0..=words.len().min(MOST_WORDS)).any(|some| self.fits(parts, &words[some..])),
            Part::Imprint => {
                let most = words.iter().take_while(|word| self.is_of_imprint(word)).count();
                let has_number = |some: usize| words[..some].iter().any(|word| has_digit(word));
                (1..=most).any(|some| has_number(some) && self.fits(parts, &words[some..]))
            }
        }
    }

    fn is_of_imprint(&self, word: &str) -> bool {
        let is_listed =
            |listed: &&str| listed.strip_suffix('*').map_or(word == *listed, |start| word.starts_with(start));
        has_digit(word) || word.chars().count() <= SHORT || self.imprint.iter().any(is_listed)
    }
}

impl Pattern {
    fn knows(&self, words: &[&str]) -> Notice {
        let is_known = self.parts.iter().all(|part| matches!(part, Part::OneOf(_))) && !words.contains(&ADDRESS);
        if is_known { Notice::WordForWord } else { Notice::WithOwnWords }
    }
}

fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

/// `при {перепечатке|копировании} … обязательна`.
fn parts(text: &'static str) -> Vec<Part> {
    let words = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
    let plain = |word| match word {
        "…" => Part::Any,
        "№" => Part::Imprint,
        word => Part::OneOf(vec![vec![word]]),
    };
    let pieces = text.split(['{', '}']).enumerate();
    let parts = pieces.flat_map(|(at, piece)| match at % 2 {
        0 => words(piece).into_iter().map(plain).collect(),
        _ => vec![Part::OneOf(piece.split('|').map(words).collect())],
    });
    parts.collect()
}

/// The words with which a text that fits may begin.
fn first_words(parts: &[Part]) -> Vec<&'static str> {
    let Some((Part::OneOf(texts), rest)) = parts.split_first() else { return Vec::new() };
    let first = |text: &Vec<&'static str>| text.first().map_or_else(|| first_words(rest), |word| vec![*word]);
    texts.iter().flat_map(first).collect()
}

/// The words in small letters, without signs, with [`ADDRESS`] for addresses.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().map(word).filter(|word| !word.is_empty())
}

fn word(word: &str) -> String {
    if word.starts_with('©') {
        return "©".to_owned();
    }
    if word.starts_with('@') || is_address(word) {
        return ADDRESS.to_owned();
    }
    let plain = |c| match c {
        'ё' => 'е',
        '\u{2010}' | '\u{2011}' => '-',
        c => c,
    };
    let letters = word.trim_matches(|c: char| !c.is_alphanumeric()).chars();
    letters.flat_map(char::to_lowercase).map(plain).collect()
}

/// The sentences of a paragraph; what an abbreviation cuts off is no notice either.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (mark, _) in text.match_indices(MARKS) {
        let rest = text.get(mark..).unwrap_or_default().trim_start_matches(MARKS).trim_start_matches(CLOSING);
        let next = rest.trim_start();
        let end = text.len() - rest.len();
        if mark >= start && next.len() < rest.len() && !next.starts_with(char::is_lowercase) {
            sentences.push(start..end);
            start = text.len() - next.len();
        }
    }
    sentences.push(start..text.len());
    sentences.retain(|range| !range.is_empty());
    sentences
}

/// Whether no quotation begins before a sentence, or ends after it.
fn is_balanced(sentence: &str) -> bool {
    let count = |marks: &[char]| sentence.matches(marks).count();
    count(&['«']) == count(&['»']) && count(&['"']) % 2 == 0 && count(&['“', '”', '„']) % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_the_list_can_be_written() {
        let unknown = NOTICES.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '=', '~', '№']));
        assert_eq!(unknown.collect::<Vec<_>>(), [""; 0]);
        for pattern in &KNOWN.patterns {
            let texts = pattern.parts.iter().filter_map(|part| match part {
                Part::OneOf(texts) => Some(texts),
                Part::Any | Part::Imprint => None,
            });
            texts.flatten().for_each(|text| assert!(words(&text.join(" ")).eq(text.iter().copied()), "{text:?}"));
        }
    }

    #[test]
    fn an_imprint_has_a_number_and_says_nothing_else() {
        let of = |rest: &str| of_paragraph(&format!("Свидетельство о постановке на учёт СМИ {rest}"));
        assert_eq!(of("№ 17-СИ от 5 мая 2019 г."), Some(Notice::WithOwnWords));
        assert_eq!(["и т. д.", "", "№ 17-СИ вручили редактору"].map(of), [None; 3]);
    }

    #[test]
    fn a_notice_is_found_where_a_sentence_begins_and_ends() {
        let told = |text: &'static str| around(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(told("Follow us on X! Text. More. Follow us on X"), ["Follow us on X!", "Follow us on X"]);
        assert_eq!(told("Text. Follow us on X! Text."), [""; 0]);
        assert_eq!(told("“Come. Follow us on X!”"), [""; 0]);
        assert_eq!(told("Text that ends with Follow us on X"), [""; 0]);
    }
}
