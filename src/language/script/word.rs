//! A word as letters: small letters with their places, lookalikes of other scripts mended.

use crate::language::letters::{TWINS, is_letter};
use crate::language::roman;
use std::ops::Range;

/// A letter of a word, or a mark in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Letter {
    /// The small letter that is meant.
    pub(crate) small: char,
    /// Whether it is written as a capital.
    pub(crate) capital: bool,
    /// Its first byte in the text.
    pub(crate) start: usize,
    /// The byte after it and the marks that belong to it.
    pub(crate) end: usize,
}

/// What is typed for Cyrillic letters in Kazakh, beside the twins: `Y` for the letter that Kazakh has and Russian lacks.
const STAND_INS: [(char, char); 7] =
    [('h', 'һ'), ('Y', 'Ү'), ('ə', 'ә'), ('Ə', 'Ә'), ('ǝ', 'ә'), ('ɵ', 'ө'), ('Ɵ', 'Ө')];

/// Whether it is a Cyrillic letter (U+0400 to U+052F).
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}')
}

/// The small letter of a capital; those of the newsroom's texts are told at once, the tables of Unicode are slow.
pub(crate) fn small(c: char) -> char {
    match c {
        'а'..='џ' | 'a'..='z' | 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' => c,
        'А'..='Я' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The Cyrillic letter that a letter looks like, or the letter itself.
pub(crate) fn mended(c: char) -> char {
    lookalike(c).unwrap_or(c)
}

fn lookalike(c: char) -> Option<char> {
    STAND_INS.iter().chain(&TWINS).find(|(latin, _)| *latin == c).map(|(_, cyrillic)| *cyrillic)
}

/// Signs that stand within words without ending them.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`')
}

/// Accents, soft hyphens, joiners.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// The bytes of the word that has a letter at `place`, not before `from`.
pub(crate) fn bounds(text: &str, from: usize, place: usize) -> Range<usize> {
    let before = text.get(from..place).unwrap_or_default();
    let within = before.chars().rev().take_while(|c| is_letter(*c) || is_mark(*c)).map(char::len_utf8).sum::<usize>();
    place - within..end(text, place)
}

/// The end of the word that goes on at `place`.
pub(crate) fn end(text: &str, place: usize) -> usize {
    let rest = text.get(place..).unwrap_or_default();
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = is_apostrophe(c) && at > 0 && chars.peek().is_some_and(|(_, next)| is_letter(*next));
        if !(is_letter(c) || is_mark(c) || joins) {
            return place + at;
        }
    }
    text.len()
}

/// Fills `letters` with those of a word. Latin letters count as the Cyrillic ones that they look like if all of them are
/// lookalikes of some, unless the word is a Latin abbreviation with an ending: `IPOның`.
pub(crate) fn spell(text: &str, word: Range<usize>, letters: &mut Vec<Letter>) {
    letters.clear();
    for (at, c) in text.get(word.clone()).unwrap_or_default().char_indices() {
        let (start, end) = (word.start + at, word.start + at + c.len_utf8());
        match (letters.last_mut(), c) {
            (Some(last @ Letter { small: 'и', .. }), '\u{306}') => (last.small, last.end) = ('й', end),
            (Some(last @ Letter { small: 'е', .. }), '\u{308}') => (last.small, last.end) = ('ё', end),
            _ => {
                let small = small(c);
                letters.push(Letter { small, capital: small != c, start, end });
            }
        }
    }
    if letters.iter().any(|letter| is_letter(letter.small) && !is_cyrillic(letter.small)) {
        mend(letters);
    }
}

fn mend(letters: &mut [Letter]) {
    let is_latin = |letter: &Letter| is_letter(letter.small) && !is_cyrillic(letter.small);
    let as_written = |letter: &Letter| if letter.capital { capital(letter.small) } else { letter.small };
    let prefix = letters.iter().take_while(|letter| is_latin(letter) && letter.capital).count();
    let has_ending = prefix > 1 && letters.get(prefix).is_some_and(|letter| !letter.capital);
    let mendable =
        letters.iter().filter(|letter| is_latin(letter)).all(|letter| lookalike(as_written(letter)).is_some());
    if has_ending || !mendable {
        return;
    }
    for letter in letters.iter_mut().filter(|letter| is_latin(letter)) {
        letter.small = small(mended(as_written(letter)));
    }
}

/// The capital of a Latin or Cyrillic letter.
pub(crate) fn capital(c: char) -> char {
    c.to_uppercase().next().unwrap_or(c)
}

/// The Latin letters of a Roman number to 39 that was typed in Cyrillic letters, wholly or in part: ХХІ. One letter with
/// a full stop after it is an initial.
pub(crate) fn roman(letters: &[Letter], next: Option<char>) -> Option<String> {
    let sign = |letter: &Letter| match letter.small {
        _ if !letter.capital => None,
        'х' | 'x' => Some('X'),
        'і' | 'i' => Some('I'),
        'v' => Some('V'),
        _ => None,
    };
    let number: String = letters.iter().map(sign).collect::<Option<_>>()?;
    (roman::value(&number).is_some() && !(number.len() == 1 && next == Some('.'))).then_some(number)
}

/// Whether the letters are all capitals, and two or more.
pub(crate) fn is_in_capitals(letters: &[Letter]) -> bool {
    letters.len() > 1 && letters.iter().all(|letter| letter.capital || !is_letter(letter.small))
}

/// Whether the word can be spoken as one.
pub(crate) fn has_vowel(letters: &[Letter]) -> bool {
    letters.iter().any(|letter| "аәеёиоөуұүыіэюя".contains(letter.small))
}
