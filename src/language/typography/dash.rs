//! Hyphens where a dash belongs.

use crate::language::roman;
use crate::language::typography::sign::{LINE, is_space};
use crate::language::typography::style::{Style, begins_with};
use std::ops::Range;

/// The longest number or name that is looked at around a hyphen.
const MOST: usize = 24;
/// The most digits of a number of things.
const LONGEST: usize = 6;

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

/// Whether a hyphen is that of a range: `2026-2030`, `XIX-XX`, `18-20 октября`, `10-15 км`, `5-7%`, `10:00-12:30`; not of
/// a document's number, a telephone's, a score or a house.
pub fn is_range(style: &Style, text: &str, at: usize) -> bool {
    is_range_of_hours(text, at)
        || parts(text, at).is_some_and(|[left, right, rest]| {
            is_range_of_years(left, right) || is_range_of_counts(style, left, right, rest)
        })
}

fn is_range_of_years(left: &str, right: &str) -> bool {
    let year = |text: &str| text.parse::<u32>().ok().filter(|year| text.len() == 4 && (1000..2100).contains(year));
    let roman = |text: &str| roman::value(text).filter(|_| text.chars().all(|c| "IVXL".contains(c)));
    ascends(year(left), year(right)) || ascends(roman(left), roman(right))
}

/// Numbers before what is counted, or days before their month.
fn is_range_of_counts(style: &Style, left: &str, right: &str, rest: &str) -> bool {
    let number =
        |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= LONGEST && !text.starts_with(['0', '+']));
    let word = rest.strip_prefix(is_space);
    let named = |word: &str| [style.units, style.months, style.counted].iter().any(|words| begins_with(words, word));
    // `12-14 кв. 5` and `12-14 г. Алматы` are houses.
    let follows = |word: &str, unit| word.strip_prefix(unit).and_then(|rest| rest.trim_start().chars().next());
    let is_house =
        |word| follows(word, "кв.").is_some_and(is_digit) || follows(word, "г.").is_some_and(char::is_uppercase);
    ascends(number(left), number(right))
        && (word.unwrap_or(rest).starts_with(['%', '₸']) || word.is_some_and(|word| named(word) && !is_house(word)))
}

/// `10:00-12:30`; not a score, and not a zone after an hour.
fn is_range_of_hours(text: &str, at: usize) -> bool {
    let (left, right) = around(text, &(at..at + 1));
    let is_hour = |c: char| is_digit(c) || c == ':';
    let is_joined = |c: char| c.is_alphanumeric() || "-–—/+№".contains(c);
    let (before, after) = (left.trim_end_matches(is_hour), right.trim_start_matches(is_hour));
    // Kazakh endings are joined: `10:00-12:00-де`.
    let has_ending = after.strip_prefix('-').is_some_and(|ending| ending.starts_with(char::is_alphabetic));
    let apart = !before.ends_with(is_joined) && (has_ending || !after.starts_with(is_joined));
    let hours = (left.get(before.len()..), right.get(..right.len() - after.len()));
    apart && ascends(hours.0.and_then(minutes), hours.1.and_then(minutes))
}

/// The minute of the day that an hour as `9:30` is; a colon before it or after it is that of the sentence.
fn minutes(hour: &str) -> Option<u32> {
    let (hours, minutes) = hour.trim_matches(':').split_once(':')?;
    let part = |text: &str, below: u32| text.parse::<u32>().ok().filter(|part| text.len() <= 2 && *part < below);
    Some(part(hours, 25)? * 60 + part(minutes, 60).filter(|_| minutes.len() == 2)?)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn around<'a>(text: &'a str, hyphens: &Range<usize>) -> (&'a str, &'a str) {
    (text.get(..hyphens.start).unwrap_or_default(), text.get(hyphens.end..).unwrap_or_default())
}

fn ascends(left: Option<u32>, right: Option<u32>) -> bool {
    left.zip(right).is_some_and(|(left, right)| left < right)
}

/// What stands at both sides of a hyphen, up to a space or a sign, and what follows; nothing where it is the number of a
/// document.
fn parts(text: &str, at: usize) -> Option<[&str; 3]> {
    let is_part = |c: &char| c.is_alphanumeric() || "-–—/№+".contains(*c);
    let length = |part: &mut dyn Iterator<Item = char>| {
        let length: usize = part.take(MOST).take_while(is_part).map(char::len_utf8).sum();
        length
    };
    let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
    let left = before.get(before.len() - length(&mut before.chars().rev())..)?;
    let (right, rest) = after.split_at_checked(length(&mut after.chars()))?;
    let apart = before.get(..before.len() - left.len())?;
    // `12.2024-2025` and `2024-2025.12` are no years.
    let dotted = apart.ends_with('.') && apart.trim_end_matches('.').ends_with(is_digit)
        || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    // `№ 12-15`, and the last groups of `8 701 555-777`.
    let numbered = apart.trim_end().ends_with(|c: char| matches!(c, '№' | '+') || is_digit(c));
    // A hyphen right before a name at the beginning of a line is that of speech.
    let first = apart.is_empty() || apart.ends_with(LINE);
    let left = left.strip_prefix('-').filter(|name| first && name.starts_with(char::is_uppercase)).unwrap_or(left);
    (!dotted && !numbered).then_some([left, right, rest])
}
