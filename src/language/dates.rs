//! Dates as a language writes them: CLDR's long forms in the Gregorian calendar, on the 24-hour clock.
//!
//! ICU4X knows most languages. The rest is data here: where it differs from the forms that the newsroom must print
//! (languages.md, 1), and the scripts of Kazakh that CLDR lacks. All spaces are plain, typography makes them hard.

use crate::language::tag::Language;
use icu_calendar::Gregorian;
use icu_datetime::fieldsets::enums::{
    CalendarPeriodFieldSet, CompositeDateTimeFieldSet as Fields, DateAndTimeFieldSet, DateFieldSet,
};
use icu_datetime::fieldsets::{E, M, MD, YM, YMD};
use icu_datetime::preferences::HourCycle;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, input};
use icu_locale_core::Locale;
use jiff::civil::{Date, DateTime};
use std::cell::RefCell;

/// The forms for which a language may have a pattern of its own: `{y}`, `{m}`, `{d}` are the year, the name of the
/// month and the day, `{wd}` the name of the day of the week, `{mm}`, `{dd}` and `{yy}` numbers of two digits, `{date}`
/// and `{time}` the date by this table and `14:05`.
pub(in crate::language) struct Patterns {
    /// A day without its year, as it stands within `date`; empty if dates cannot be shortened so.
    day: &'static str,
    date: &'static str,
    month: &'static str,
    moment: &'static str,
    pub(in crate::language) full: &'static str,
    pub(in crate::language) medium: &'static str,
    pub(in crate::language) short: &'static str,
}

const UYGHUR: Patterns = Patterns {
    day: "{d}-{m}",
    date: "{d}-{m}، {y}",
    month: "{y} {m}",
    moment: "{date} {time}",
    full: "{y} {d}-{m}، {wd}",
    medium: "{date}",
    short: "{y}-{mm}-{dd}",
};
const KAZAKH_ARABIC: Patterns = Patterns {
    day: "{d}- {m}",
    date: "{y}، {d}- {m}",
    month: "{y} {m}",
    moment: "{date}, {time}",
    full: "{date}، {wd}",
    medium: "{date}",
    short: "{dd}-{mm}-{y}",
};
const KAZAKH_LATIN: Patterns = Patterns {
    day: "{d} {m}",
    date: "{y} j. {d} {m}",
    month: "{y} j. {m}",
    moment: "{date}, {time}",
    full: "{date}, {wd}",
    medium: "{date}",
    short: "{dd}.{mm}.{yy}",
};
/// For languages that CLDR does not know, as Dungan: ISO 8601 is understood everywhere.
const UNKNOWN: Patterns = Patterns {
    day: "",
    date: "{y}-{mm}-{dd}",
    month: "{y}-{mm}",
    moment: "{date} {time}",
    full: "{date}",
    medium: "{date}",
    short: "{date}",
};

/// Kazakh in the Latin alphabet of 2021, by the table of languages.md, 5.
const KAZAKH_LATIN_MONTHS: &str = "qañtar aqpan nauryz säuır mamyr mausym şılde tamyz qyrküiek qazan qaraşa jeltoqsan";
const KAZAKH_LATIN_DAYS: [&str; 7] = ["düisenbı", "seisenbı", "särsenbı", "beisenbı", "jūma", "senbı", "jeksenbı"];
const KAZAKH_LATIN_SHORT_DAYS: [&str; 7] = ["ds", "ss", "sr", "bs", "jm", "sb", "js"];

/// The date with the month's name: `2024 ж. 18 қазан`, `18 октября 2024 г.`, `18 October 2024`; ISO 8601 in a
/// language that CLDR does not know.
pub fn long(language: Language, date: Date) -> String {
    let fields = Fields::Date(DateFieldSet::YMD(YMD::long()));
    write(language, date.into(), fields, |patterns| patterns.date)
}

/// The date and the time to the minute: `2024 ж. 18 қазан, 14:05`, `18 October 2024 at 14:05`.
pub fn long_with_time(language: Language, at: DateTime) -> String {
    let fields = Fields::DateTime(DateAndTimeFieldSet::YMDT(YMD::long().with_time_hm()));
    write(language, at, fields, |patterns| patterns.moment)
}

/// The heading of a month's archive: `2024 ж. қазан`, `октябрь 2024 г.`; numbers where there is no such month.
pub fn month_and_year(language: Language, year: i16, month: i8) -> String {
    let Ok(date) = Date::new(year, month, 1) else { return format!("{year}-{month:02}") };
    let fields = Fields::CalendarPeriod(CalendarPeriodFieldSet::YM(YM::long()));
    write(language, date.into(), fields, |patterns| patterns.month)
}

/// The heading of a year's archive: `2024 жыл`, `2024 год`, `2024`.
pub fn year(language: Language, year: i16) -> String {
    match (language.primary(), language.script()) {
        ("kk", Some("Latn")) => format!("{year} jyl"),
        ("kk", Some("Arab")) => format!("{year} جىل"),
        ("kk", _) => format!("{year} жыл"),
        ("ru", _) => format!("{year} год"),
        ("ko", _) => format!("{year}년"),
        _ => year.to_string(),
    }
}

/// The name of a month (1–12) that stands alone in a text: `қазан`, `октябрь`, `October`; its number in a language
/// that CLDR does not know; nothing if there is no such month.
pub fn month(language: Language, month: i8) -> String {
    let Ok(date) = Date::new(2024, month, 1) else { return String::new() };
    if is_kazakh_latin(language) {
        let names = KAZAKH_LATIN_MONTHS.split(' ');
        return (1..)
            .zip(names)
            .find(|(number, _)| *number == month)
            .map(|(_, name)| name.to_owned())
            .unwrap_or_default();
    }
    match cldr(language, date.into(), Fields::CalendarPeriod(CalendarPeriodFieldSet::M(M::long()))) {
        Some(name) if capitalises_months(language) => name,
        Some(name) => name.to_lowercase(),
        None => month.to_string(),
    }
}

/// The short names of the days of the week, Monday first: `дс сс ср бс жм сб жс`; English in a language that CLDR does
/// not know.
pub fn weekdays(language: Language) -> [String; 7] {
    week(language, KAZAKH_LATIN_SHORT_DAYS, E::short())
}

/// The full names of the days of the week, Monday first: `дүйсенбі сейсенбі …`; English names in short in a language
/// that CLDR does not know.
pub fn weekday_names(language: Language) -> [String; 7] {
    week(language, KAZAKH_LATIN_DAYS, E::long())
}

/// The days from the earlier to the later date, both included: `18–20 октября 2024 г.`, `30 October – 2 November
/// 2024`; equal dates are one date.
pub fn range(language: Language, from: Date, to: Date) -> String {
    let (from, to) = (from.min(to), from.max(to));
    let (first, last) = (long(language, from), long(language, to));
    let day = day_and_month(language, to);
    if from == to {
        return last;
    }
    if from.year() == to.year() && from.month() == to.month() && !day.is_empty() {
        return join_days(&first, &last);
    }
    match last.split_once(&day) {
        Some((before, after)) if from.year() == to.year() && !day.is_empty() => {
            format!("{before}{} – {day}{after}", day_and_month(language, from))
        }
        _ => format!("{first} – {last}"),
    }
}

/// `18 қазан`: as it stands within the long date; empty in a language whose dates cannot be shortened so.
fn day_and_month(language: Language, date: Date) -> String {
    write(language, date.into(), Fields::Date(DateFieldSet::MD(MD::long())), |patterns| patterns.day)
}

/// Two dates that differ in the day alone, as one: `18 октября` and `20 октября` are `18–20 октября`.
fn join_days(first: &str, last: &str) -> String {
    let head = first.chars().zip(last.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let head = last.get(..head).unwrap_or_default().trim_end_matches(char::is_numeric);
    let [first, last] = [first, last].map(|date| date.strip_prefix(head).unwrap_or(date));
    let tail: usize =
        first.chars().rev().zip(last.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let tail = last.get(last.len() - tail..).unwrap_or_default().trim_start_matches(char::is_numeric);
    let [first, last] = [first, last].map(|date| date.strip_suffix(tail).unwrap_or(date));
    // An ordinal's dot belongs to both: 18.–20. Oktober.
    let dot = if tail.starts_with('.') { "." } else { "" };
    format!("{head}{first}{dot}–{last}{tail}")
}

/// Whether the language writes its months with a capital letter within a date. CLDR itself capitalises every name that
/// stands alone in some languages, Kazakh among them: that is for headings.
fn capitalises_months(language: Language) -> bool {
    let october = Date::constant(2024, 10, 18).into();
    cldr(language, october, Fields::Date(DateFieldSet::MD(MD::long())))
        .is_some_and(|day| day.contains(char::is_uppercase))
}

fn week(language: Language, kazakh_latin: [&str; 7], fields: E) -> [String; 7] {
    if is_kazakh_latin(language) {
        return kazakh_latin.map(str::to_owned);
    }
    let monday = Date::constant(2024, 1, 1);
    let day = |date| cldr(language, date, Fields::Date(DateFieldSet::E(fields))).unwrap_or_default();
    [0, 1, 2, 3, 4, 5, 6].map(|after| day(monday.saturating_add(jiff::Span::new().days(after)).into()))
}

fn is_kazakh_latin(language: Language) -> bool {
    (language.primary(), language.script()) == ("kk", Some("Latn"))
}

/// The moment by the language's own pattern, else by CLDR.
pub(in crate::language) fn write(
    language: Language,
    at: DateTime,
    fields: Fields,
    pattern: fn(&Patterns) -> &str,
) -> String {
    let own = match (language.primary(), language.script()) {
        ("ug", None | Some("Arab")) => &UYGHUR,
        ("kk", Some("Arab")) => &KAZAKH_ARABIC,
        ("kk", Some("Latn")) => &KAZAKH_LATIN,
        _ => return cldr(language, at, fields).unwrap_or_else(|| fill(language, at, &UNKNOWN, pattern)),
    };
    fill(language, at, own, pattern)
}

fn fill(language: Language, at: DateTime, patterns: &Patterns, pattern: fn(&Patterns) -> &str) -> String {
    pattern(patterns)
        .replace("{date}", patterns.date)
        .replace("{time}", &format!("{:02}:{:02}", at.hour(), at.minute()))
        .replace("{y}", &at.year().to_string())
        .replace("{m}", &month(language, at.month()))
        .replace("{mm}", &format!("{:02}", at.month()))
        .replace("{wd}", &weekday_names(language)[usize::from(at.weekday().to_monday_zero_offset().unsigned_abs())])
        .replace("{yy}", &format!("{:02}", at.year().rem_euclid(100)))
        .replace("{d}", &at.day().to_string())
        .replace("{dd}", &format!("{:02}", at.day()))
}

/// What CLDR writes; `None` if it has only its root for the language, which calls October `M10`.
fn cldr(language: Language, at: DateTime, fields: Fields) -> Option<String> {
    let date = input::Date::try_new_gregorian(at.year().into(), at.month().unsigned_abs(), at.day().unsigned_abs());
    let time = input::Time::try_new(at.hour().unsigned_abs(), at.minute().unsigned_abs(), 0, 0);
    let moment = input::DateTime { date: date.ok()?, time: time.ok()? };
    let text = formatted(language, fields, &moment)?;
    (!text.contains("M0") && !text.contains("M1")).then(|| text.replace(['\u{a0}', '\u{202f}'], " "))
}

type Formatter = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The moment by the formatter of a language, which each thread makes once: making it takes longer than using it.
fn formatted(language: Language, fields: Fields, moment: &input::DateTime<Gregorian>) -> Option<String> {
    thread_local! {
        static FORMATTERS: RefCell<Vec<(Language, Fields, Formatter)>> = const { RefCell::new(Vec::new()) };
    }
    FORMATTERS.with_borrow_mut(|formatters| {
        let known = formatters.iter().position(|(other, form, _)| *other == language && *form == fields);
        let at = match known {
            Some(at) => at,
            None => {
                formatters.push((language, fields, Formatter::try_new(preferences(language), fields).ok()?));
                formatters.len() - 1
            }
        };
        formatters.get(at).map(|(.., formatter)| formatter.format(moment).to_string())
    })
}

fn preferences(language: Language) -> DateTimeFormatterPreferences {
    let tag = match language.as_str() {
        "en" => "en-GB",
        "kmr" => "ku",
        tag => tag,
    };
    let mut preferences = DateTimeFormatterPreferences::from(&Locale::try_from_str(tag).unwrap_or(Locale::UNKNOWN));
    preferences.hour_cycle = Some(HourCycle::H23);
    preferences
}

#[cfg(test)]
mod tests;
