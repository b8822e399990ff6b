//! Letters of two scripts in one word: homoglyphs, and letters taken from another keyboard.

use crate::diagnostic::{Code, Diagnostic};
use crate::language::letters::{TWINS, is_letter};
use crate::rules::numeral;
use crate::rules::page::Page;
use crate::rules::prose::Prose;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Latin letters that are typed for Cyrillic ones, and never the other way round.
const STAND_INS: [(char, char); 20] = [
    ('k', 'к'),
    ('m', 'м'),
    ('t', 'т'),
    ('h', 'һ'),
    ('ə', 'ә'),
    ('Ə', 'Ә'),
    ('ɵ', 'ө'),
    ('Ɵ', 'Ө'),
    ('ä', 'ә'),
    ('Ä', 'Ә'),
    ('ö', 'ө'),
    ('Ö', 'Ө'),
    ('ü', 'ү'),
    ('Ü', 'Ү'),
    ('ğ', 'ғ'),
    ('Ğ', 'Ғ'),
    ('ş', 'ш'),
    ('Ş', 'Ш'),
    ('ñ', 'ң'),
    ('Ñ', 'Ң'),
];

/// Words with letters of both scripts, and lone Latin letters for Russian prepositions and conjunctions.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    page.in_texts(|prose| {
        prose.letters().filter_map(|word| mixed(prose, word.clone()).or_else(|| lone(prose, word))).collect()
    })
}

fn mixed(prose: &Prose<'_>, range: Range<usize>) -> Option<Diagnostic> {
    let word = prose.at(range.clone());
    let (latin, cyrillic) = (word.chars().filter(|c| is_latin(*c)), word.chars().filter(|c| is_cyrillic_letter(*c)));
    if latin.clone().next().is_none() || cyrillic.clone().next().is_none() {
        return None;
    }
    if numeral::roman(word).is_some() || is_name_with_ending(word) {
        return None;
    }
    let surely_latin = latin.clone().any(|c| twin_of_latin(c).is_none() && stand_in(c).is_none());
    let surely_cyrillic = cyrillic.clone().any(|c| twin_of_cyrillic(c).is_none());
    let kazakh = prose.language().primary() == "kk";
    let (odd, proposal) = match (surely_latin, surely_cyrillic) {
        (true, false) => (cyrillic.collect(), converted(word, twin_of_cyrillic)),
        (false, true) => (latin.collect(), converted(word, |c| to_cyrillic(c, kazakh))),
        _ if prose.language().is_cyrillic() => (latin.collect::<String>(), None),
        _ => (cyrillic.collect(), None),
    };
    Some(prose.mended(Code::MixedScripts, range, proposal).with("letters", odd))
}

/// A lone Latin letter that is a word of Russian in its shape: `c 2024 года`, `B рамках`.
fn lone(prose: &Prose<'_>, range: Range<usize>) -> Option<Diagnostic> {
    let word = prose.at(range.clone());
    let letter = word.chars().next().filter(|_| word.len() == 1 && prose.language().primary() == "ru")?;
    let before = prose.at(0..range.start);
    let after = prose.at(range.end..prose.words.len()).strip_prefix([' ', '\u{a0}'])?;
    let begins = before.trim_end_matches(['«', '„', '(', '—', '–', ' ', '\u{a0}']);
    let at_start = begins.is_empty() || begins.ends_with(['.', '!', '?', '…']);
    let apart = before.chars().next_back().is_none_or(|c| c.is_whitespace() || "«„(".contains(c));
    let follows = after.starts_with(|c: char| is_cyrillic_letter(c) && c.is_lowercase())
        || "cC".contains(letter) && after.starts_with(|c: char| c.is_ascii_digit());
    let possible = if letter.is_lowercase() { "acoy".contains(letter) } else { "ABCKOY".contains(letter) && at_start };
    let cyrillic = twin_of_latin(letter).filter(|_| apart && follows && possible)?;
    Some(prose.mended(Code::MixedScripts, range, Some(cyrillic.to_string())).with("letters", letter))
}

/// A name or an abbreviation in Latin letters with an ending in Cyrillic ones: `ITшник`, `Kaspiде`.
fn is_name_with_ending(word: &str) -> bool {
    let name = word.len() - word.trim_start_matches(is_latin).len();
    let (name, ending) = word.split_at(name);
    if !ending.chars().all(|c| is_cyrillic_letter(c) && c.is_lowercase()) {
        return false;
    }
    let (letters, endings) = (name.chars().count(), ending.chars().count());
    let abbreviation = letters >= 2 && name.chars().all(char::is_uppercase);
    let surely_latin = name.chars().any(|c| twin_of_latin(c).is_none());
    let surely_ending = ending.chars().any(|c| twin_of_cyrillic(c).is_none());
    abbreviation || letters >= 3 && letters > endings || surely_latin && surely_ending && letters >= 2
}

fn converted(word: &str, of: impl Fn(char) -> Option<char>) -> Option<String> {
    let other = |c: char| is_latin(c) || is_cyrillic_letter(c);
    if word.chars().any(is_combining_mark) {
        return None;
    }
    let all = word.chars().all(|c| !other(c) || of(c).is_some() || of_other_script(c, &of));
    all.then(|| word.chars().map(|c| of(c).unwrap_or(c)).collect())
}

/// Whether the letter stays, being of the script that is converted to.
fn of_other_script(c: char, of: &impl Fn(char) -> Option<char>) -> bool {
    let to_latin = of('а') == Some('a');
    if to_latin { is_latin(c) } else { is_cyrillic_letter(c) }
}

fn to_cyrillic(c: char, kazakh: bool) -> Option<char> {
    match c {
        // Of `у` and `ү` in Kazakh, and of `н` and `һ` in Russian, the shape does not tell which was meant.
        'y' | 'Y' if kazakh => None,
        'h' if !kazakh => None,
        c => twin_of_latin(c).or_else(|| stand_in(c)),
    }
}

fn twin_of_latin(c: char) -> Option<char> {
    TWINS.iter().find(|(latin, _)| *latin == c).map(|(_, cyrillic)| *cyrillic)
}

fn twin_of_cyrillic(c: char) -> Option<char> {
    TWINS.iter().find(|(_, cyrillic)| *cyrillic == c).map(|(latin, _)| *latin)
}

fn stand_in(c: char) -> Option<char> {
    STAND_INS.iter().find(|(latin, _)| *latin == c).map(|(_, cyrillic)| *cyrillic)
}

/// Latin letters with those of IPA and the extensions that are taken for Kazakh ones.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | 'ə' | 'ɵ') && c.is_alphabetic()
}

fn is_cyrillic_letter(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}') && is_letter(c)
}
