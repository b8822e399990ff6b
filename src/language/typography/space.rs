//! Spaces at which no line may end.

use crate::language::letters::is_alphanumeric;
use crate::language::typography::dash;
use crate::language::typography::sign::{HARD, LINE, is_space};
use crate::language::typography::style::{Percent, Style, begins_with};

/// What a plain space becomes that stands before `at`, after the word that begins at `start`; nothing if it stays.
pub fn between(style: &Style, text: &str, start: usize, space: usize, at: usize) -> Option<&'static str> {
    let (left, right) = (text.get(start..space)?, text.get(at..)?);
    let next = right.chars().next()?;
    if left.is_empty() || next.is_whitespace() {
        return None;
    }
    let hard = match next {
        '%' if ends_with_digit(left) => match style.percent {
            Percent::Joined => return Some(""),
            Percent::Apart | Percent::AsTyped => true,
        },
        '-' => dash::between(style, text, dash::run(text, at)).is_some(),
        '—' | '–' => right.strip_prefix(next).is_some_and(|rest| rest.starts_with(is_space)) && !is_dash(left),
        _ => begins_speech(style, text, start, space) || belongs_together(style, text, start, left, right),
    };
    hard.then_some(HARD)
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–")
}

/// The space after the dash of direct speech.
fn begins_speech(style: &Style, text: &str, start: usize, space: usize) -> bool {
    let first = text.get(..start).is_some_and(|before| before.is_empty() || before.ends_with(LINE));
    first
        && match text.get(start..space) {
            Some(word) if word.starts_with('-') => {
                dash::run(text, start).end == space && dash::speech(style, text, start..space).is_some()
            }
            Some(word) => style.speech_by_dash && is_dash(word),
            None => false,
        }
}

fn belongs_together(style: &Style, text: &str, start: usize, left: &str, right: &str) -> bool {
    let word = left.trim_start_matches(['(', '[', '«', '„', '“', '"', '‹']);
    if word.is_empty() {
        return false;
    }
    left.ends_with('№')
        || ends_with_digit(left) && counted(style, word, right)
        || word.len() <= 6 && (leads(style, text, start, word) || initial(word, right) || abbreviation(word, right))
        || scales(word) && begins_with(style.units, right)
        || !is_dash(word) && begins_with(style.trailing, right)
        // An ordinal of German: `18. Oktober`.
        || word.strip_suffix('.').is_some_and(ends_with_digit) && begins_with(style.months, right)
}

fn ends_with_digit(text: &str) -> bool {
    text.as_bytes().last().is_some_and(u8::is_ascii_digit)
}

/// A number before its unit, a day before its month, thousands before hundreds.
fn counted(style: &Style, number: &str, right: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let last = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    begins_with(style.units, right)
        || last <= 2 && begins_with(style.months, right)
        || last <= 3 && last == number.trim_start_matches('+').len() && digits(right) == 3 && is_whole(right)
}

fn is_whole(right: &str) -> bool {
    right.get(3..).is_some_and(|rest| !rest.starts_with(|c: char| is_alphanumeric(c) || c == '-'))
}

/// `тыс.`, `млн`: what is counted follows.
fn scales(word: &str) -> bool {
    matches!(word.strip_suffix('.').unwrap_or(word), "тыс" | "млн" | "млрд" | "трлн" | "мың" | "mln" | "mlrd" | "myñ")
}

/// A short word that stays with the next one; after a year, `г.` is that of the year.
fn leads(style: &Style, text: &str, start: usize, word: &str) -> bool {
    let is = |known: &&str| {
        let mut letters = word.chars();
        let first = letters.next();
        let rest = letters.as_str();
        first.is_some_and(|first| {
            known.strip_prefix(first).or_else(|| known.strip_prefix(lower(first))).is_some_and(|known| known == rest)
        })
    };
    style.leading.iter().any(is)
        && !(word == "г." && text.get(..start).is_some_and(|before| ends_with_digit(before.trim_end())))
}

/// A Cyrillic capital in small; any other character as it is.
fn lower(c: char) -> char {
    match c {
        'А'..='Я' => char::from_u32(c as u32 + 32).unwrap_or(c),
        c => c,
    }
}

/// An initial before another or before a surname: `К. Токаев`, `Қ.-Ж. К. Тоқаев`.
fn initial(word: &str, right: &str) -> bool {
    let Some(letters) = word.strip_suffix('.') else { return false };
    let mut letters = letters.rsplit(['.', '-']).next().unwrap_or_default().chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none()
        && right.starts_with(char::is_uppercase)
        && right.chars().nth(1).is_some_and(|c| c == '.' || c.is_lowercase())
}

/// `т. д.`, `т. б.`
fn abbreviation(word: &str, right: &str) -> bool {
    word == "т." && ["д.", "п.", "е.", "к.", "н.", "б."].iter().any(|rest| right.starts_with(rest))
}
