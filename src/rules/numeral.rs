//! Roman numerals typed with Cyrillic letters: `ХХІ ғасыр`, `ХХХІV сессия`.

use crate::diagnostic::{Code, Diagnostic};
use crate::language::roman::value;
use crate::rules::page::Page;
use crate::rules::prose::Prose;
use std::ops::Range;

/// The beginnings of words that follow a Roman numeral, in Russian and Kazakh.
const COUNTED: &str = "\
    век столети тысячелет сесси съезд курултай форум созыв том глав част раздел квартал полугод степен класс конгресс \
    пленум фестивал олимпи спартакиад международн республиканск областн конференц чемпионат \
    ғасыр мыңжылд құрылтай шақырыл бөлім тарау тоқсан дәреже жартыжыл халықаралық республикалық облыстық";
/// Abbreviations that do.
const COUNTED_SHORT: [&str; 6] = ["в.", "вв.", "ғ.", "ғғ.", "тыс.", "кв."];

/// Roman numerals with Cyrillic letters in them.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    page.in_texts(|prose| prose.letters().filter_map(|word| numeral(prose, word)).collect())
}

fn numeral(prose: &Prose<'_>, range: Range<usize>) -> Option<Diagnostic> {
    let word = prose.at(range.clone());
    let roman = roman(word).filter(|_| is_sure(word) || could_be(word) && is_counting(prose, range.clone()))?;
    Some(prose.mended(Code::CyrillicNumeral, range, Some(roman)))
}

/// The numeral in Latin letters that a word with Cyrillic ones stands for; nothing for a word in Latin letters alone.
pub fn roman(word: &str) -> Option<String> {
    let long = word.chars().count() >= 4;
    let mut roman = String::new();
    for c in word.chars() {
        roman.push_str(match c {
            'I' | 'І' | 'Ӏ' => "I",
            'V' | 'У' => "V",
            'X' | 'Х' => "X",
            'L' => "L",
            'П' => "II",
            'Ш' => "III",
            'C' | 'С' if long => "C",
            'M' | 'М' if long => "M",
            'D' if long => "D",
            _ => return None,
        });
    }
    (!word.is_ascii() && value(&roman).is_some()).then_some(roman)
}

/// No word and no abbreviation looks like this: two letters or more, one of them Latin or `І` and the others `Х` and `І`.
fn is_sure(word: &str) -> bool {
    let own = |c: char| "IVXLCDM".contains(c);
    let tells = word.chars().any(|c| own(c) || matches!(c, 'І' | 'Ӏ'));
    word.chars().count() >= 2 && tells && word.chars().all(|c| own(c) || matches!(c, 'Х' | 'І' | 'Ӏ'))
}

/// A lone `У` is a Russian preposition, lone `С` and `М` are no numerals in any text of today.
fn could_be(word: &str) -> bool {
    word != "У"
}

/// Whether what follows is counted, or a numeral stands behind a dash.
fn is_counting(prose: &Prose<'_>, range: Range<usize>) -> bool {
    let after = prose.at(range.end..prose.words.len());
    let ending = after.strip_prefix('-').map_or(after, |rest| rest.trim_start_matches(char::is_lowercase));
    let next = ending.trim_start_matches([' ', '\u{a0}']);
    let word: String = next.chars().take_while(|c| c.is_alphabetic() || *c == '.').collect::<String>();
    let lower = word.to_lowercase();
    let counted = next.len() < ending.len()
        && (COUNTED_SHORT.contains(&lower.as_str()) || COUNTED.split(' ').any(|stem| lower.starts_with(stem)));
    counted || prose.at(range.clone()).chars().count() > 1 && is_in_range(prose, range)
}

fn is_in_range(prose: &Prose<'_>, range: Range<usize>) -> bool {
    const DASHES: [char; 3] = ['-', '–', '—'];
    let is_numeral = |word: &str| value(word).is_some() || roman(word).is_some() && is_sure(word);
    let after = prose
        .at(range.end..prose.words.len())
        .strip_prefix(DASHES)
        .map(|rest| rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
    let before = prose
        .at(0..range.start)
        .strip_suffix(DASHES)
        .map(|rest| rest.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
    after.into_iter().chain(before).any(is_numeral)
}
