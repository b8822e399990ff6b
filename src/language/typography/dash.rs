//! Hyphens where a dash belongs.

use crate::language::roman;
use crate::language::typography::sign::{LINE, is_space};
use crate::language::typography::style::{Style, begins_with};
use std::ops::Range;

/// The longest number or name that is looked at around a hyphen.
const MOST: usize = 24;

/// The run of hyphens that begins at a place.
pub fn run(text: &str, at: usize) -> Range<usize> {
    let length = text.as_bytes().get(at..).unwrap_or_default().iter().take_while(|byte| **byte == b'-').count();
    at..at + length
}

/// What stands for a run of hyphens between words: `слово - слово`, `слово -- слово`, `слово--слово`. Nothing for that
/// of a word (`юго-восток`), a sum (`5 - 3`), or one that stands first or last.
pub fn between(style: &Style, text: &str, hyphens: Range<usize>) -> Option<&'static str> {
    let (left, right) = around(text, &hyphens);
    let spaced = hyphens.len() <= 3 && left.ends_with(is_space) && right.starts_with(is_space);
    let joined = hyphens.len() == 2 && left.ends_with(char::is_alphabetic) && right.starts_with(char::is_alphabetic);
    let (left, right) = (left.trim_end(), right.trim_start());
    let sum = left.ends_with(|c: char| c.is_ascii_digit()) && right.starts_with(|c: char| c.is_ascii_digit());
    if left.is_empty() || right.is_empty() || sum || left.ends_with(LINE) {
        return None;
    }
    match (spaced, joined) {
        (true, _) => Some(style.dash),
        (_, true) => Some(style.joined),
        _ => None,
    }
}

/// What stands for a hyphen with which a line of direct speech begins: `- Сөз`, `-Сөз`.
pub fn speech(style: &Style, text: &str, hyphens: Range<usize>) -> Option<&'static str> {
    let (left, right) = around(text, &hyphens);
    if !style.speech_by_dash || !(left.is_empty() || left.ends_with(LINE)) {
        return None;
    }
    let begins = |c: char| c.is_alphabetic() || "«„“\"".contains(c);
    match right.strip_prefix(is_space) {
        Some(words) if words.starts_with(begins) && hyphens.len() <= 3 => Some(style.dash),
        None if hyphens.len() == 1 && right.starts_with(char::is_uppercase) => Some("—\u{a0}"),
        _ => None,
    }
}

/// Whether a hyphen is that of a range of years or centuries: `2026-2030`, `XIX-XX`; not of a document's number or of a
/// telephone's.
pub fn is_range_of_years(text: &str, at: usize) -> bool {
    let Some([left, right]) = parts(text, at) else { return false };
    let year = |text: &str| text.parse::<u32>().ok().filter(|year| text.len() == 4 && (1000..2100).contains(year));
    let roman = |text: &str| roman::value(text).filter(|_| text.chars().all(|c| "IVXL".contains(c)));
    ascends(year(left), year(right)) || ascends(roman(left), roman(right))
}

/// Whether a hyphen is that of a range of counted things or days: `10-15 км`, `18-20 октября`, `5-7%`.
pub fn is_range_of_counts(style: &Style, text: &str, at: usize) -> bool {
    let Some([left, right]) = parts(text, at) else { return false };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 3 && !text.starts_with(['0', '+']));
    let end = at + 1 + right.len();
    let rest = text.get(end..).unwrap_or_default();
    let named = |rest: &str| begins_with(style.units, rest) || begins_with(style.months, rest);
    ascends(number(left), number(right))
        && (rest.starts_with(['%', '₸']) || rest.strip_prefix(is_space).is_some_and(named))
}

fn around<'a>(text: &'a str, hyphens: &Range<usize>) -> (&'a str, &'a str) {
    (text.get(..hyphens.start).unwrap_or_default(), text.get(hyphens.end..).unwrap_or_default())
}

fn ascends(left: Option<u32>, right: Option<u32>) -> bool {
    left.zip(right).is_some_and(|(left, right)| left < right)
}

/// What stands at both sides of a hyphen, up to a space or a sign; nothing where it is the number of a document.
fn parts(text: &str, at: usize) -> Option<[&str; 2]> {
    let is_part = |c: &char| c.is_alphanumeric() || "-–—/№+".contains(*c);
    let length = |part: &mut dyn Iterator<Item = char>| {
        let length: usize = part.take(MOST).take_while(is_part).map(char::len_utf8).sum();
        length
    };
    let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
    let left = before.get(before.len() - length(&mut before.chars().rev())..)?;
    let right = after.get(..length(&mut after.chars()))?;
    let apart = before.get(..before.len() - left.len())?;
    // `12.2024-2025` and `2024-2025.12` are no years.
    let dotted = apart.ends_with('.') && apart.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit())
        || after.get(right.len()..)?.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let numbered = apart.trim_end().ends_with(['№', '+']);
    // A hyphen right before a name at the beginning of a line is that of speech.
    let first = apart.is_empty() || apart.ends_with(LINE);
    let left = left.strip_prefix('-').filter(|name| first && name.starts_with(char::is_uppercase)).unwrap_or(left);
    (!dotted && !numbered).then_some([left, right])
}
