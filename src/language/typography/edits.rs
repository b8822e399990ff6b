//! Looks at a text once and tells what to change.

use crate::language::letters::{is_alphanumeric, is_letter};
use crate::language::tag::Language;
use crate::language::typography::dash;
use crate::language::typography::quotes::{self, Straight};
use crate::language::typography::sign::{HARD, LINE, is_space};
use crate::language::typography::space;
use crate::language::typography::style::{Apostrophe, Percent, Style};
use std::ops::Range;

/// How far around a mark an address is looked for.
const REACH: usize = 200;
/// How many initials a name has at most.
const MOST_INITIALS: usize = 3;

/// What stands for a part of a text: for one sign or space, for a run of hyphens or dots, or for nothing where something
/// is put in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// The bytes that go.
    pub range: Range<usize>,
    /// What comes in their place.
    pub with: &'static str,
}

/// What to change in a paragraph, in order and apart from each other. A `\n` is a space; [`FIXED`] and [`LINE`] stand for
/// what is no text.
pub fn edits(language: Language, text: &str) -> Vec<Edit> {
    let style = Style::of(language);
    let mut pass = Pass { style, text, word: 0, edits: Vec::new() };
    pass.signs();
    let marks = quotes::straight(text, |_| true);
    if !marks.is_empty() {
        marks.into_iter().for_each(|mark| pass.quote(mark));
        pass.edits.sort_unstable_by_key(|edit| (edit.range.start, edit.range.end));
    }
    pass.edits
}

struct Pass<'a> {
    style: &'static Style,
    text: &'a str,
    /// Where the word begins that is being passed.
    word: usize,
    edits: Vec<Edit>,
}

impl Pass<'_> {
    /// Everything but quotation marks. Letters are passed by: none of their bytes means anything here.
    fn signs(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let length = match byte {
                b' ' | b'\n' => {
                    if let Some(with) = space::between(self.style, self.text, self.word, at, at + 1) {
                        self.edit(at..at + 1, with);
                    }
                    self.word = at + 1;
                    1
                }
                b'-' => self.hyphens(at),
                b'.' => self.dots(at),
                b'\'' => self.apostrophe(at),
                b'%' => self.percent(at),
                // The first byte of no-break spaces, and of the signs №, ₸ and the end of a line.
                0xc2 | 0xe2 => {
                    let c = self.text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
                    if matches!(c, '\u{a0}' | LINE) {
                        self.word = at + c.len_utf8();
                    }
                    self.sign(at, c)
                }
                _ => 1,
            };
            at += length;
        }
    }

    fn edit(&mut self, range: Range<usize>, with: &'static str) {
        if with.ends_with(is_space) {
            self.word = range.end;
        }
        self.edits.push(Edit { range, with });
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    fn after(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn is_after_digit(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|at| self.text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit)
    }

    fn hyphens(&mut self, at: usize) -> usize {
        let run = dash::run(self.text, at);
        let dash = dash::between(self.style, self.text, run.clone())
            .or_else(|| dash::speech(self.style, self.text, run.clone()))
            .or_else(|| (run.len() == 1 && dash::is_range(self.style, self.text, at)).then_some("–"));
        if let Some(dash) = dash.filter(|_| !self.in_address(at)) {
            self.edit(run.clone(), dash);
        }
        run.len()
    }

    /// Three dots, or the dot of an initial that stands right before a surname.
    fn dots(&mut self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let dots = rest.bytes().take_while(|byte| *byte == b'.').count();
        if dots == 3 && !self.in_address(at) && !matches!(self.after(at + 3), Some('/' | '\\')) {
            self.edit(at..at + 3, "…");
        } else if dots == 1 && self.style.speech_by_dash && self.is_initial(at) && is_glued_to_name(rest) {
            self.edit(at + 1..at + 1, HARD);
        }
        dots
    }

    /// Whether the dot is that of one capital letter.
    fn is_initial(&self, dot: usize) -> bool {
        let mut back = self.text.get(..dot).unwrap_or_default().chars().rev();
        back.next().is_some_and(|c| matches!(c, '\u{400}'..='\u{52f}') && c.is_uppercase())
            && back.next().is_none_or(|c| !is_alphanumeric(c) && !matches!(c, '@' | '/' | '_'))
    }

    fn apostrophe(&mut self, at: usize) -> usize {
        let before = self.before(at).filter(|c| is_letter(*c));
        let follows = self.after(at + 1).is_some_and(is_letter);
        let with = match (self.style.apostrophe, before) {
            (Apostrophe::Turned, Some('o' | 'O' | 'g' | 'G')) => Some("‘"),
            (Apostrophe::Curly | Apostrophe::Turned, Some(_)) if follows => Some("’"),
            _ => None,
        };
        if let Some(with) = with.filter(|_| !self.in_address(at)) {
            self.edit(at..at + 1, with);
        }
        1
    }

    fn percent(&mut self, at: usize) -> usize {
        let ends = self.after(at + 1).is_none_or(|c| !is_alphanumeric(c) && c != '-' && c != '/');
        if self.style.percent == Percent::Apart && self.is_after_digit(at) && ends && !self.in_address(at) {
            self.edit(at..at, HARD);
        }
        1
    }

    fn sign(&mut self, at: usize, sign: char) -> usize {
        let end = at + sign.len_utf8();
        match sign {
            '№' if self.after(end).is_some_and(|c| c.is_ascii_digit()) => self.edit(end..end, HARD),
            '₸' if self.is_after_digit(at) => self.edit(at..at, HARD),
            _ => {}
        }
        sign.len_utf8()
    }

    fn quote(&mut self, mark: Straight) {
        if let Straight::Pair(first, last, depth) = mark
            && let Some((opening, closing)) = self.style.quotes.get(depth)
        {
            self.edit(first..first + 1, opening);
            self.edit(last..last + 1, closing);
        }
    }

    /// Whether a sign stands within a web or mail address.
    fn in_address(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let is_gap = |byte: &u8| byte.is_ascii_whitespace();
        let start =
            at - bytes.get(..at).unwrap_or_default().iter().rev().take(REACH).take_while(|b| !is_gap(b)).count();
        let length = bytes.get(start..).unwrap_or_default().iter().take(2 * REACH).take_while(|b| !is_gap(b)).count();
        let word = bytes.get(start..start + length).unwrap_or_default();
        let has = |sign: &[u8]| memchr::memmem::find(word, sign).is_some();
        has(b"://") || has(b"@") || has(b"www.")
    }
}

/// Whether right after the dot of an initial, with which a text begins, there stands a surname, or an initial that leads to
/// one.
fn is_glued_to_name(text: &str) -> bool {
    let mut rest = text.strip_prefix('.').unwrap_or(text);
    for _ in 0..MOST_INITIALS {
        let mut letters = rest.chars();
        if !letters.next().is_some_and(|c| matches!(c, '\u{400}'..='\u{52f}') && c.is_uppercase()) {
            return false;
        }
        let Some(after) = letters.as_str().strip_prefix('.') else {
            return letters.as_str().starts_with(char::is_lowercase);
        };
        rest = after.strip_prefix(is_space).unwrap_or(after);
    }
    false
}
