//! One pass over a text, from its beginning to its end: what is replaced by what.

use crate::language::letters::is_letter;
use crate::language::script::address::{address, token};
use crate::language::script::exceptions::{Exceptions, Found};
use crate::language::script::scheme::{Acronyms, Cased, Hamza, Rule, Scheme};
use crate::language::script::suffix::is_suffix;
use crate::language::script::word::{self, Letter, has_vowel, is_cyrillic, is_in_capitals};
use std::ops::Range;

/// The longest abbreviation with a vowel that is written letter by letter.
const LONGEST_ACRONYM: usize = 4;
/// The shortest first part of a name before a detached one.
const SHORTEST_NAME: usize = 3;

/// Tells `edit` what is replaced by what, in the order of the text and without overlaps. A text without Cyrillic letters
/// has nothing to replace.
pub(crate) fn pass(scheme: &Scheme, exceptions: &Exceptions, text: &str, edit: impl FnMut(Range<usize>, &str)) {
    let Some(first) = text.bytes().position(is_cyrillic_lead) else { return };
    let signs = scheme.punctuation.iter().filter_map(|(sign, _)| sign.to_string().bytes().next());
    let mut stops: [bool; 256] = std::array::from_fn(|byte| u8::try_from(byte).is_ok_and(is_cyrillic_lead));
    signs.for_each(|lead| stops[usize::from(lead)] = true);
    let start = if scheme.punctuation.is_empty() { first } else { 0 };
    Pass { scheme, exceptions, text, edit, token: 0..0, address: 0..0, done: 0 }.run(start, &stops);
}

/// Whether a byte begins a character from U+0400 to U+053F; no other byte of UTF-8 looks like it.
fn is_cyrillic_lead(byte: u8) -> bool {
    (0xd0..=0xd4).contains(&byte)
}

struct Pass<'t, E> {
    scheme: &'t Scheme,
    exceptions: &'t Exceptions,
    text: &'t str,
    edit: E,
    /// The last run without white space that was looked at, and the address in it.
    token: Range<usize>,
    address: Range<usize>,
    /// Up to where the text is dealt with.
    done: usize,
}

impl<E: FnMut(Range<usize>, &str)> Pass<'_, E> {
    fn run(mut self, mut at: usize, stops: &[bool; 256]) {
        let mut letters = Vec::new();
        while let Some(stop) =
            self.text.as_bytes().get(at..).and_then(|rest| rest.iter().position(|b| stops[usize::from(*b)]))
        {
            let place = at + stop;
            let c = self.text.get(place..).and_then(|rest| rest.chars().next()).unwrap_or_default();
            at = place + c.len_utf8();
            if is_cyrillic(c) {
                self.word(place, &mut letters);
                at = at.max(self.done);
            } else if let Some((_, sign)) = self.scheme.punctuation.iter().find(|(sign, _)| *sign == c) {
                self.sign(place..at, sign);
            }
        }
    }

    /// A sign is replaced unless it stands within a number or an address.
    fn sign(&mut self, range: Range<usize>, sign: &str) {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let within_number = digit(self.before(range.start)) && digit(self.after(range.end));
        if !within_number && !self.is_in_address(range.start) {
            (self.edit)(range.clone(), sign);
        }
        self.done = range.end;
    }

    fn word(&mut self, place: usize, letters: &mut Vec<Letter>) {
        if self.is_in_address(place) {
            self.done = self.address.end;
            return;
        }
        let word = word::bounds(self.text, self.done, place);
        self.done = word.end;
        if self.exception(word.start, letters) {
            return;
        }
        word::spell(self.text, word.clone(), letters);
        if let Some(number) = word::roman(letters, self.after(word.end)) {
            self.roman(letters, &number);
        } else if self.is_acronym(&word, letters) {
            self.spaced(letters);
        } else if self.is_known(letters) {
            self.name(letters);
        }
    }

    /// Whether the scheme knows all Cyrillic letters of a word; else it is of another language.
    fn is_known(&self, letters: &[Letter]) -> bool {
        letters.iter().all(|letter| !is_cyrillic(letter.small) || self.scheme.knows(letter.small))
    }

    fn roman(&mut self, letters: &[Letter], number: &str) {
        for (letter, sign) in letters.iter().zip(number.chars()) {
            (self.edit)(letter.start..letter.end, sign.encode_utf8(&mut [0; 4]));
        }
    }

    /// A word, or a name of two parts.
    fn name(&mut self, letters: &[Letter]) {
        let (name, detached) = letters.split_at_checked(self.detached_at(letters)).unwrap_or((letters, &[]));
        self.with_hamza(name);
        if let Some(first) = detached.first() {
            (self.edit)(first.start..first.start, " ");
            self.with_hamza(detached);
        }
    }

    fn is_in_address(&mut self, place: usize) -> bool {
        if !self.token.contains(&place) {
            self.token = token(self.text, place);
            let found = address(self.text.get(self.token.clone()).unwrap_or_default());
            self.address = self.token.start + found.start..self.token.start + found.end;
        }
        self.address.contains(&place)
    }

    fn before(&self, place: usize) -> Option<char> {
        self.text.get(..place)?.chars().next_back()
    }

    fn after(&self, place: usize) -> Option<char> {
        self.text.get(place..)?.chars().next()
    }

    /// Replaces an exception that begins here, with its endings by rule.
    fn exception(&mut self, start: usize, letters: &mut Vec<Letter>) -> bool {
        let text = self.text;
        for found in self.exceptions.at(text.get(start..).unwrap_or_default()) {
            let stem = start..start + found.end;
            let word_ends = self.before(stem.end).is_some_and(is_letter);
            let end = if word_ends { word::end(text, stem.end) } else { stem.end };
            word::spell(text, stem.end..end, letters);
            if is_suffix(&letters.iter().map(|letter| letter.small).collect::<String>()) {
                self.done = end;
                self.replace(stem, &found, letters);
                return true;
            }
        }
        false
    }

    fn replace(&mut self, stem: Range<usize>, found: &Found, ending: &[Letter]) {
        if found.spelling.is_none() {
            return;
        }
        let spelt = found.spelt(self.scheme);
        let hard = |hamza: &&Hamza| ending.iter().any(|letter| hamza.unless.contains(&letter.small));
        let hamza = self.scheme.hamza.as_ref().filter(hard);
        let bare = hamza.and_then(|hamza| spelt.strip_prefix(hamza.sign.as_str()));
        (self.edit)(stem, bare.unwrap_or(&spelt));
        self.letters(ending);
    }

    /// Whether a word of capitals is an abbreviation to be spelt out: it cannot be spoken, or it is short and no such word
    /// of capitals stands beside it, as in a heading.
    fn is_acronym(&self, word: &Range<usize>, letters: &[Letter]) -> bool {
        let is_heard = || {
            letters.len() > LONGEST_ACRONYM
                || self.is_loud(self.word_before(word.start))
                || self.is_loud(self.word_after(word.end))
        };
        self.scheme.acronyms == Acronyms::Spaced
            && is_in_capitals(letters)
            && self.is_known(letters)
            && !(has_vowel(letters) && is_heard())
    }

    /// Whether a word is in capitals and can be spoken.
    fn is_loud(&self, neighbour: Range<usize>) -> bool {
        let mut letters = Vec::new();
        word::spell(self.text, neighbour, &mut letters);
        is_in_capitals(&letters) && has_vowel(&letters) && word::roman(&letters, None).is_none()
    }

    fn word_before(&self, start: usize) -> Range<usize> {
        let before = self.text.get(..start).unwrap_or_default().trim_end_matches(is_between_words);
        let last = before.char_indices().rev().take_while(|(_, c)| is_letter(*c)).last();
        last.map_or(before.len(), |(at, _)| at)..before.len()
    }

    fn word_after(&self, end: usize) -> Range<usize> {
        let after = self.text.get(end..).unwrap_or_default();
        let start = self.text.len() - after.trim_start_matches(is_between_words).len();
        start..word::end(self.text, start)
    }

    fn spaced(&mut self, letters: &[Letter]) {
        for (place, letter) in letters.iter().enumerate() {
            if place > 0 {
                (self.edit)(letter.start..letter.start, " ");
            }
            self.letters(std::slice::from_ref(letter));
        }
    }

    /// Where a last part of the name begins that is a word of its own, or the end.
    fn detached_at(&self, letters: &[Letter]) -> usize {
        if self.scheme.detached.is_empty() || !letters.first().is_some_and(|first| first.capital) {
            return letters.len();
        }
        let tail = |from: usize| letters.iter().skip(from).map(|letter| letter.small);
        let is_part = |from: &usize| {
            self.scheme.detached.iter().any(|part| {
                let length = part.chars().count();
                part.chars().eq(tail(*from).take(length)) && is_suffix(&tail(from + length).collect::<String>())
            })
        };
        (SHORTEST_NAME..letters.len()).find(is_part).unwrap_or(letters.len())
    }

    fn with_hamza(&mut self, word: &[Letter]) {
        let hamza = self.scheme.hamza.as_ref().filter(|hamza| hamza.stands_before(word));
        if let Some((hamza, first)) = hamza.zip(word.first()) {
            (self.edit)(first.start..first.start, &hamza.sign);
        }
        self.letters(word);
    }

    /// Replaces the letters of a word by the rules.
    fn letters(&mut self, word: &[Letter]) {
        let mut place = 0;
        while let Some(letter) = word.get(place) {
            let rule = self.scheme.rule(word, place);
            let length = rule.map_or(1, |rule| rule.from.len());
            let end = word.get(place + length - 1).map_or(letter.end, |last| last.end);
            if let Some(rule) = rule {
                (self.edit)(letter.start..end, in_case(rule, word, place));
            } else if self.scheme.dropped.contains(&letter.small) {
                (self.edit)(letter.start..end, "");
            }
            place += length;
        }
    }
}

fn is_between_words(c: char) -> bool {
    c.is_whitespace() || c == '-'
}

/// What a rule makes, as the case of the letters and of their neighbours asks: of Я in Ясауи İa, in ЯСАУИ İA.
fn in_case<'r>(rule: &'r Rule, word: &[Letter], place: usize) -> &'r str {
    let Cased { lower, title, upper } = &rule.to;
    let is_capital = |place: usize| word.get(place).map(|letter| letter.capital);
    if is_capital(place) != Some(true) {
        return lower;
    }
    let neighbour = is_capital(place + 1).or_else(|| place.checked_sub(1).and_then(is_capital));
    if neighbour == Some(true) { upper } else { title }
}
