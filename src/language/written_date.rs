//! Dates as editors write them: ISO 8601, with dots, in words of Kazakh, Russian and English.

use crate::language::letters::is_letter;
use jiff::Zoned;
use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A date that was read, with what else stood beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Written {
    /// The day.
    pub date: Date,
    /// The time of the day, to the second.
    pub time: Option<Time>,
    /// The distance from UTC, which only a text with a time can have.
    pub offset: Option<Offset>,
}

/// Why a text is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// The text has no form that is known here.
    Unreadable,
    /// The form is right, but there is no such day, hour or offset: 31.02.2024, 25:00.
    Impossible,
    /// Two people would read two dates: 01/02/2024, or a year of two digits.
    Ambiguous,
}

impl Fault {
    /// The word for it in the argument `why` of a finding.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Impossible => "impossible",
            Self::Ambiguous => "ambiguous",
        }
    }
}

/// Reads `2024-10-18`, `2024-10-18T14:05:30+05:00`, `18.10.2024 14:05`, `18 октября 2024 г. в 14:05`,
/// `2024 ж. 18 қазан, 14:05`, `2024 жылғы 18 қазан`, `18 October 2024`, `October 18, 2024`, in any case and with any
/// spaces.
///
/// # Errors
/// The [`Fault`] that an editor has to mend.
pub fn read(text: &str) -> Result<Written, Fault> {
    let tokens = tokens(text);
    // The time begins with the number before the first colon.
    let colon = tokens.iter().position(|token| *token == Sign(':'));
    let start = colon.map_or(tokens.len(), |colon| colon.saturating_sub(1));
    let (date, clock) = tokens.split_at_checked(start).ok_or(Fault::Unreadable)?;
    let date = read_date(date)?;
    if clock.is_empty() {
        return Ok(Written { date, time: None, offset: None });
    }
    let (time, offset) = read_clock(clock)?;
    Ok(Written { date, time: Some(time), offset })
}

/// The moment in the zone: without a time its day's beginning (00:00), without an offset by the clocks of the zone.
/// An hour that came twice means its first coming, an hour that clocks skipped is as much later as they were put
/// forward (RFC 5545). `None` at the ends of the calendar, years -9999 and 9999.
pub fn instant(written: &Written, zone: &TimeZone) -> Option<Zoned> {
    let local = written.date.to_datetime(written.time.unwrap_or(Time::midnight()));
    match written.offset {
        Some(offset) => Some(offset.to_timestamp(local).ok()?.to_zoned(zone.clone())),
        None => local.to_zoned(zone.clone()).ok(),
    }
}

#[derive(PartialEq, Eq, Debug)]
enum Token {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// Letters, in lower case.
    Word(String),
    /// Any other character but space; all hyphens and dashes are `-`.
    Sign(char),
}
use Token::{Number, Sign, Word};

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut last_kind = None;
    for c in text.chars().flat_map(char::to_lowercase).nfc() {
        let kind = if c.is_ascii_digit() { Some('0') } else { is_letter(c).then_some('a') };
        match (tokens.last_mut(), c.to_digit(10)) {
            (Some(Number(value, digits)), Some(digit)) if last_kind == kind => {
                *value = value.saturating_mul(10).saturating_add(digit);
                *digits += 1;
            }
            (Some(Word(word)), None) if last_kind == kind && kind.is_some() => word.push(c),
            (_, Some(digit)) => tokens.push(Number(digit, 1)),
            _ if kind.is_some() => tokens.push(Word(c.into())),
            _ if c.is_whitespace() => {}
            _ => tokens.push(Sign(if matches!(c, '‐'..='―' | '−') { '-' } else { c })),
        }
        last_kind = kind;
    }
    tokens
}

/// Words that stand beside a date and say nothing more.
fn is_idle(token: &Token) -> bool {
    const WORDS: &str = "г год года году ж жыл жылы жылғы жылдың в во сағат t at on of st nd rd th";
    match token {
        Word(word) => WORDS.split(' ').any(|idle| idle == word),
        Sign(sign) => matches!(sign, '.' | ','),
        Number(..) => false,
    }
}

fn read_date(tokens: &[Token]) -> Result<Date, Fault> {
    let end = tokens.iter().rposition(|token| !is_idle(token)).map_or(0, |last| last + 1);
    match tokens.get(..end).unwrap_or_default() {
        &[Number(y, 4), Sign(a), Number(m, 1 | 2), Sign(b), Number(d, 1 | 2)] if a == b && "-./".contains(a) => {
            day(y, m, d)
        }
        &[Number(d, 1 | 2), Sign('.'), Number(m, 1 | 2), Sign('.'), Number(y, 4)] => day(y, m, d),
        // Whether day or month comes first depends on the country, and so does the year of two digits.
        &[Number(_, 1 | 2), Sign(a), Number(_, 1 | 2), Sign(b), Number(_, 2 | 4)] if a == b && "-./".contains(a) => {
            Err(Fault::Ambiguous)
        }
        words => read_words(words),
    }
}

/// A month's name, a day and a year in whatever order.
fn read_words(tokens: &[Token]) -> Result<Date, Fault> {
    let (mut named, mut numbers) = (None, Vec::new());
    for token in tokens {
        match token {
            Word(word) if named.is_none() && month(word).is_some() => named = month(word),
            &Number(value, digits) => numbers.push((value, digits)),
            token if is_idle(token) => {}
            _ => return Err(Fault::Unreadable),
        }
    }
    match (named, numbers.as_slice()) {
        (Some(m), &[(y, 4), (d, 1 | 2)] | &[(d, 1 | 2), (y, 4)]) => day(y, m, d),
        (Some(_), [(_, 1 | 2), (_, 2)] | [(_, 2), (_, 1)]) => Err(Fault::Ambiguous),
        _ => Err(Fault::Unreadable),
    }
}

/// The number of a month, by its name in Kazakh (also «қазанда»), Russian (both cases) or English, or the short name.
pub fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "қаңтар қаң январь января янв january jan",
        "ақпан ақп февраль февраля фев февр february feb",
        "наурыз нау март марта мар march mar",
        "сәуір сәу апрель апреля апр april apr",
        "мамыр мам май мая may",
        "маусым мау июнь июня июн june jun",
        "шілде шіл июль июля июл july jul",
        "тамыз там август августа авг august aug",
        "қыркүйек қыр сентябрь сентября сен сент september sep sept",
        "қазан қаз октябрь октября окт october oct",
        "қараша қар ноябрь ноября ноя нояб november nov",
        "желтоқсан жел декабрь декабря дек december dec",
    ];
    static NUMBERS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
        (1..).zip(NAMES).flat_map(|(number, names)| names.split(' ').map(move |name| (name, number))).collect()
    });
    let number = |name: &str| NUMBERS.get(name).copied();
    let locative = || ["да", "де", "та", "те"].iter().find_map(|ending| word.strip_suffix(ending));
    number(word).or_else(|| number(locative()?))
}

fn day(year: u32, month: u32, day: u32) -> Result<Date, Fault> {
    let small = |number: u32| i8::try_from(number).map_err(|_| Fault::Impossible);
    let year = i16::try_from(year).map_err(|_| Fault::Impossible)?;
    Date::new(year, small(month)?, small(day)?).map_err(|_| Fault::Impossible)
}

/// `14:05`, `14:05:30`, `14:05:30.123`, then `Z` or `+05:00`; a fraction of a second is dropped.
fn read_clock(tokens: &[Token]) -> Result<(Time, Option<Offset>), Fault> {
    let (time, rest) = match tokens {
        [Number(h, 1 | 2), Sign(':'), Number(m, 2), Sign(':'), Number(s, 2), rest @ ..] => {
            (time(*h, *m, *s)?, if let [Sign('.' | ','), Number(..), rest @ ..] = rest { rest } else { rest })
        }
        [Number(h, 1 | 2), Sign(':'), Number(m, 2), rest @ ..] => (time(*h, *m, 0)?, rest),
        _ => return Err(Fault::Unreadable),
    };
    let offset = match rest {
        [] => None,
        [Word(utc)] if utc == "z" => Some(Offset::UTC),
        &[Sign(sign @ ('+' | '-')), Number(h, 2), Sign(':'), Number(m, 2)] => Some(offset(sign, h, m)?),
        &[Sign(sign @ ('+' | '-')), Number(h, 2)] => Some(offset(sign, h, 0)?),
        &[Sign(sign @ ('+' | '-')), Number(hm, 4)] => Some(offset(sign, hm / 100, hm % 100)?),
        _ => return Err(Fault::Unreadable),
    };
    Ok((time, offset))
}

fn time(hour: u32, minute: u32, second: u32) -> Result<Time, Fault> {
    let small = |number: u32| i8::try_from(number).map_err(|_| Fault::Impossible);
    Time::new(small(hour)?, small(minute)?, small(second)?, 0).map_err(|_| Fault::Impossible)
}

fn offset(sign: char, hours: u32, minutes: u32) -> Result<Offset, Fault> {
    let time = time(hours, minutes, 0)?;
    let seconds = i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60;
    Offset::from_seconds(if sign == '-' { -seconds } else { seconds }).map_err(|_| Fault::Impossible)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    const DAY: Date = date(2024, 10, 18);

    #[test]
    fn a_date_is_read_however_it_is_written() {
        let texts = "2024-10-18| 2024-10-18 |2024.10.18|2024/10/18|18.10.2024|18.10.2024 г.|18 октября 2024|\
            18 октября 2024 г.|18\u{a0}октября 2024\u{202f}г.|18 ОКТЯБРЯ  2024 года|18 Октябрь 2024|\
            18 окт. 2024 г.|2024 ж. 18 қазан|2024 Ж. 18 ҚАЗАН|2024 жылғы 18 қазан|2024 жылғы 18 қазанда|\
            18 қазан 2024 ж.|18 October 2024|October 18, 2024|Oct 18th, 2024|18th of october 2024";
        for text in texts.split('|') {
            assert_eq!(read(text), Ok(Written { date: DAY, time: None, offset: None }), "{text}");
        }
    }

    #[test]
    fn a_time_may_follow_the_date() {
        let texts = "2024-10-18T14:05|2024-10-18 14:05|2024-10-18 14:05:00|18.10.2024 14:05|18.10.2024, 14:05|\
            18 октября 2024 14:05|18 октября 2024 г. в 14:05|18 октября 2024 года, 14:05|\
            2024 ж. 18 қазан, 14:05|2024 жылғы 18 қазан сағат 14:05|18 October 2024 at 14:05|\
            October 18, 2024, 14:05";
        for text in texts.split('|') {
            assert_eq!(read(text), Ok(Written { date: DAY, time: Some(time(14, 5, 0, 0)), offset: None }), "{text}");
        }
        assert_eq!(read("2024-10-18 9:05:30.5").unwrap().time, Some(time(9, 5, 30, 0)));
    }

    #[test]
    fn an_offset_may_follow_the_time() {
        for (text, seconds) in [
            ("2024-10-18T14:05Z", 0),
            ("2024-10-18T14:05:30.123z", 0),
            ("2024-10-18T14:05+05:00", 18_000),
            ("2024-10-18 14:05:30 +0530", 19_800),
            ("2024-10-18 14:05 −05", -18_000),
            ("18 октября 2024 г. в 14:05+05:00", 18_000),
        ] {
            assert_eq!(read(text).map(|written| written.offset), Ok(Offset::from_seconds(seconds).ok()), "{text}");
        }
    }

    #[test]
    fn every_month_is_read_as_the_newsroom_writes_it() {
        for tag in ["kk", "ru", "en", "en-US"] {
            let language = crate::language::Language::parse(tag).unwrap();
            for month in 1..=12 {
                let at = date(2025, month, 7).at(14, 5, 0, 0);
                let (long, with_time) = (
                    crate::language::dates::long(language, at.date()),
                    crate::language::dates::long_with_time(language, at),
                );
                assert_eq!(read(&long), Ok(Written { date: at.date(), time: None, offset: None }), "{long}");
                assert_eq!(
                    read(&with_time).map(|written| (written.date, written.time)),
                    Ok((at.date(), Some(at.time())))
                );
            }
        }
    }

    #[test]
    fn days_and_hours_that_do_not_exist_are_impossible() {
        let texts = "31.02.2024|2024-13-01|2023-02-29|00.10.2024|31 ақпан 2024|32 октября 2024 года|2024-10-18 25:00|\
            2024-10-18 24:00|2024-10-18 14:60|2024-10-18 14:05+25:00";
        for text in texts.split('|') {
            assert_eq!(read(text), Err(Fault::Impossible), "{text}");
        }
    }

    #[test]
    fn dates_that_two_people_read_differently_are_ambiguous() {
        for text in
            ["01/02/2024", "18.10.24", "24-10-18", "01-02-2024", "18/10/24", "18 октября 24 г.", "October 18, 24"]
        {
            assert_eq!(read(text), Err(Fault::Ambiguous), "{text}");
        }
    }

    #[test]
    fn anything_else_is_unreadable() {
        let texts = "|:|:05|14:05|20241018|2024-10|2024|вчера|18 октября|октябрь 2024|18 брюмера 2024|\
            18 марта апреля 2024|2024-10.18|2024-10-18-05:00|2024-10-18+05:00|2024-10-18 14|2024-10-18 14:5|\
            2024-10-18T14:05[Asia/Almaty]|99999999999999999999-10-18|2024-10-18 14:05 pm";
        for text in texts.split('|') {
            assert_eq!(read(text), Err(Fault::Unreadable), "{text}");
        }
    }

    fn almaty(text: &str) -> String {
        let zone = TimeZone::get("Asia/Almaty").unwrap();
        instant(&read(text).unwrap(), &zone).unwrap().to_string()
    }

    #[test]
    fn a_written_offset_is_shown_in_the_zone() {
        assert_eq!(almaty("2024-02-29T12:00Z"), "2024-02-29T18:00:00+06:00[Asia/Almaty]");
        assert_eq!(almaty("2024-03-01T12:00Z"), "2024-03-01T17:00:00+05:00[Asia/Almaty]");
        assert_eq!(almaty("2024-10-18 14:05+03:00"), "2024-10-18T16:05:00+05:00[Asia/Almaty]");
    }

    #[test]
    fn a_date_without_a_time_is_its_beginning() {
        assert_eq!(almaty("18 октября 2024"), "2024-10-18T00:00:00+05:00[Asia/Almaty]");
    }

    #[test]
    fn an_hour_that_came_twice_is_its_first_coming() {
        assert_eq!(almaty("29.02.2024 23:30"), "2024-02-29T23:30:00+06:00[Asia/Almaty]");
    }

    #[test]
    fn an_hour_that_was_skipped_goes_forward() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let shown = instant(&read("31.03.2024 02:30").unwrap(), &berlin).unwrap();
        assert_eq!(shown.to_string(), "2024-03-31T03:30:00+02:00[Europe/Berlin]");
    }

    #[test]
    fn the_end_of_the_calendar_is_no_panic() {
        let last = Written { date: Date::MAX, time: Some(Time::MAX), offset: Some(Offset::MIN) };
        assert_eq!(instant(&last, &TimeZone::UTC), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in "\\PC*", near in "[0-9:./+ zTв,-]{0,24}") {
            let _ = (read(&text), read(&near));
        }

        #[test]
        fn every_date_is_read_back(days in 0..3_000_000i32) {
            let date = date(1000, 1, 1).saturating_add(jiff::Span::new().days(days));
            prop_assert_eq!(read(&date.to_string()).map(|written| written.date), Ok(date));
            let dotted = format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year());
            prop_assert_eq!(read(&dotted).map(|written| written.date), Ok(date));
        }
    }
}
