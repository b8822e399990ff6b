//! Days of the week that do not fit their dates: `в понедельник, 18 октября 2024 года` (it was a Friday).

use crate::diagnostic::{Code, Diagnostic};
use crate::language::{dates, letters, written_date};
use crate::parse::Front;
use crate::rules::page::Page;
use crate::rules::prose::Prose;
use jiff::civil::Date;
use std::ops::Range;

/// How many days around the release its year is meant where no year is written.
const NEAR: i32 = 100;

/// The days of the week in the forms that stand beside dates, Monday first: Kazakh, which takes endings, then Russian and
/// English.
const KAZAKH: [&str; 7] = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"];
const KAZAKH_ENDINGS: &str = "да де ға ге ның нің дан ден нан нен лік";
const OTHERS: [&str; 7] = [
    "понедельник понедельника понедельнику monday",
    "вторник вторника вторнику tuesday",
    "среда среду среды среде wednesday",
    "четверг четверга четвергу thursday",
    "пятница пятницу пятницы пятнице friday",
    "суббота субботу субботы субботе saturday",
    "воскресенье воскресенья воскресенью sunday",
];

/// Dates with another day of the week beside them.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    page.in_texts(|prose| {
        let tokens = tokens(prose);
        let dates = (0..tokens.len()).filter_map(|at| date(&tokens, at, page));
        dates.filter_map(|(date, place)| wrong(prose, &tokens, date, place)).collect()
    })
}

/// A number, a word in small letters or a sign, with its place.
struct Token<'a> {
    text: &'a str,
    range: Range<usize>,
}

impl Token<'_> {
    /// In small letters: asked for beside dates alone, which are few.
    fn lower(&self) -> String {
        self.text.to_lowercase()
    }

    fn number(&self) -> Option<u32> {
        self.text.parse().ok().filter(|_| self.text.len() <= 4)
    }

    /// A year of four digits.
    fn year(&self) -> Option<i16> {
        self.text.parse().ok().filter(|year| self.text.len() == 4 && (1900..2100).contains(year))
    }

    fn day(&self) -> Option<i8> {
        self.number().filter(|_| self.text.len() <= 2).and_then(|day| i8::try_from(day).ok())
    }

    fn month(&self) -> Option<i8> {
        let lower = self.lower();
        let name = lower.chars().count() > 2;
        written_date::month(&lower).filter(|_| name).and_then(|month| i8::try_from(month).ok())
    }
}

fn tokens<'a>(prose: &Prose<'a>) -> Vec<Token<'a>> {
    let kind = |c: char| {
        if letters::is_letter(c) {
            1
        } else if c.is_ascii_digit() {
            2
        } else {
            0
        }
    };
    let mut tokens: Vec<Token<'a>> = Vec::new();
    let mut last = 0;
    for (at, c) in prose.words.char_indices() {
        let end = at + c.len_utf8();
        match tokens.last_mut() {
            Some(token) if kind(c) > 0 && kind(c) == last => token.range.end = end,
            _ if c.is_whitespace() => {}
            _ => tokens.push(Token { text: "", range: at..end }),
        }
        last = if c.is_whitespace() { 0 } else { kind(c) };
    }
    for token in &mut tokens {
        token.text = prose.words.get(token.range.clone()).unwrap_or_default();
    }
    tokens
}

/// The date whose month stands at a token, and the tokens that it takes up.
fn date(tokens: &[Token<'_>], at: usize, page: &Page<'_>) -> Option<(Date, Range<usize>)> {
    let token = |index: Option<usize>| index.and_then(|index| tokens.get(index));
    let before = at.checked_sub(1);
    // Most words are no neighbours of a number, and names are compared only for those that are.
    let (day, mut place) = match token(before).and_then(Token::day) {
        Some(day) => (day, at - 1..at + 1),
        None => {
            let day = token(Some(at + 1))?.day()?;
            let ordinal = token(Some(at + 2)).is_some_and(|token| ["st", "nd", "rd", "th"].contains(&token.text));
            (day, at..at + 2 + usize::from(ordinal))
        }
    };
    let month = tokens.get(at)?.month()?;
    // The last day of `18–20 октября` is not the one that a weekday before it names.
    if token(place.start.checked_sub(1)).is_some_and(|token| matches!(token.text, "-" | "–" | "—" | "/")) {
        return None;
    }
    let comma = token(Some(place.end)).is_some_and(|token| token.text == ",");
    let after = place.end + usize::from(comma);
    let ahead = place
        .start
        .checked_sub(1)
        .map(|end| if token(Some(end)).is_some_and(|token| token.text == ".") { end.saturating_sub(1) } else { end });
    let is_of_year = |token: &&Token<'_>| ["жылғы", "жылы", "ж"].contains(&token.lower().as_str());
    let year = if let Some(year) = token(Some(after)).and_then(Token::year) {
        place.end = after + 1;
        Some(year)
    } else if let Some(word) = ahead.filter(|at| token(Some(*at)).filter(is_of_year).is_some()) {
        let year = token(word.checked_sub(1)).and_then(Token::year)?;
        place.start = word - 1;
        Some(year)
    } else {
        None
    };
    let date = match year {
        Some(year) => Date::new(year, month, day).ok()?,
        None => near(page, month, day)?,
    };
    Some((date, place))
}

/// The day and month in the year of the release, or in the year before or after where that is nearer.
fn near(page: &Page<'_>, month: i8, day: i8) -> Option<Date> {
    let released = released(page)?;
    let years = [released.year() - 1, released.year(), released.year() + 1];
    let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    let distance = |date: &Date| released.until(*date).map_or(i32::MAX, |span| span.get_days().abs());
    dates.min_by_key(distance).filter(|date| distance(date) <= NEAR)
}

/// The day of the release: by its own file, else by the name of its folder, which begins with it.
fn released(page: &Page<'_>) -> Option<Date> {
    if let Front::Release(front) = &page.document.front
        && let Some(date) = &front.date
    {
        return Some(date.value.at.date());
    }
    let name = page.document.subject.rsplit('/').next()?;
    name.get(..10)?.parse().ok()
}

/// The weekday beside a date, where it is not the date's.
fn wrong(prose: &Prose<'_>, tokens: &[Token<'_>], date: Date, place: Range<usize>) -> Option<Diagnostic> {
    let before = place.start.checked_sub(1).and_then(|end| {
        let text = tokens.get(end)?;
        let skipped = if matches!(text.text, "," | "(") { end.checked_sub(1)? } else { end };
        tokens.get(skipped).and_then(|token| weekday(token).map(|day| (day, skipped)))
    });
    let (named, at) = before.or_else(|| behind(tokens, place.end))?;
    let right = date.weekday().to_monday_zero_offset();
    if i8::try_from(named).ok()? == right {
        return None;
    }
    let range = tokens.get(at)?.range.clone();
    let written = tokens.get(place.start)?.range.start..tokens.get(place.end - 1)?.range.end;
    let name = dates::weekday_names(prose.language());
    let name = name.get(usize::try_from(right).ok()?)?;
    let finding = prose.finding(Code::WrongWeekday, range);
    Some(finding.with("date", prose.at(written)).with("right", name))
}

/// The weekday behind a date and what belongs to it: `18 октября 2024 г., в пятницу`, `18 қазан күні, жұма`, `(Friday)`.
fn behind(tokens: &[Token<'_>], mut at: usize) -> Option<(usize, usize)> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| words.contains(&token.text));
    if is(at, &["года", "год", "күні"]) {
        at += 1;
    } else if is(at, &["г"]) && is(at + 1, &["."]) {
        at += 2;
    }
    let apart = is(at, &[",", "("]);
    at += usize::from(apart);
    let on = is(at, &["в", "во", "on"]);
    at += usize::from(on);
    let token = tokens.get(at)?;
    let day = weekday(token).filter(|_| apart || on || is(at + 1, &["күні"]))?;
    // A day that begins a range, or that owns what follows, is not the date's own.
    (!is(at + 1, &["-", "–", "—", "’", "'"])).then_some((day, at))
}

fn weekday(token: &Token<'_>) -> Option<usize> {
    let lower = token.lower();
    let is_kazakh = |name: &&str| {
        lower
            .strip_prefix(*name)
            .is_some_and(|ending| ending.is_empty() || KAZAKH_ENDINGS.split(' ').any(|known| known == ending))
    };
    let english = token.text.is_ascii();
    if english && !token.text.starts_with(char::is_uppercase) {
        return None;
    }
    KAZAKH
        .iter()
        .position(is_kazakh)
        .or_else(|| OTHERS.iter().position(|names| names.split(' ').any(|name| name == lower)))
}
