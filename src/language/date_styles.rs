//! The styles of a day: from the full date with its day of the week to the short one in numbers, and the official one.

use crate::language::dates::{self, Patterns};
use crate::language::script::{Exceptions, Scheme};
use crate::language::tag::Language;
use icu_datetime::fieldsets::enums::{CompositeDateTimeFieldSet as Fields, DateFieldSet};
use icu_datetime::fieldsets::{YMD, YMDE};
use jiff::civil::Date;

/// How a day is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// With the day of the week: `2024 ж. 18 қазан, жұма`, `пятница, 18 октября 2024 г.`.
    Full,
    /// With the month's name: `2024 ж. 18 қазан`, `18 октября 2024 г.`.
    Long,
    /// With the month's name in short: `2024 ж. 18 қаз.`, `18 окт. 2024 г.`.
    Medium,
    /// In numbers: `18.10.24`, `18.10.2024`.
    Short,
    /// As official prose has it: `2024 жылғы 18 қазан`, `18 октября 2024 года`; the long style in other languages.
    Official,
    /// The official style as it stands before the word for ‘until’: `2024 жылғы 18 қазанға`, `18 октября 2024 года`.
    Until,
    /// The month and the year: `2024 ж. қазан`, `октябрь 2024 г.`.
    Month,
}

impl Style {
    /// Every style with the word by which templates call it.
    pub const ALL: [(&str, Self); 7] = [
        ("full", Self::Full),
        ("long", Self::Long),
        ("medium", Self::Medium),
        ("short", Self::Short),
        ("official", Self::Official),
        ("until", Self::Until),
        ("month", Self::Month),
    ];

    /// The style that a word calls.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, style)| style)
    }
}

/// The date in a style of the language; all spaces are plain, typography makes them hard.
pub fn styled(language: Language, date: Date, style: Style) -> String {
    let by =
        |fields, pattern: fn(&Patterns) -> &str| dates::write(language, date.into(), Fields::Date(fields), pattern);
    exception(language, date, style).unwrap_or_else(|| match style {
        Style::Full => by(DateFieldSet::YMDE(YMDE::long()), |patterns| patterns.full),
        Style::Long => dates::long(language, date),
        Style::Medium => by(DateFieldSet::YMD(YMD::medium()), |patterns| patterns.medium),
        Style::Short => by(DateFieldSet::YMD(YMD::short()), |patterns| patterns.short),
        Style::Official => official(language, date, ""),
        Style::Until => official(language, date, dative(date.month())),
        Style::Month => dates::month_and_year(language, date.year(), date.month()),
    })
}

/// Where ICU4X writes otherwise than CLDR 48 (languages.md, 1).
fn exception(language: Language, date: Date, style: Style) -> Option<String> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match (language.primary(), language.script(), style) {
        ("ko", _, Style::Medium) => Some(format!("{year}. {month}. {day}.")),
        ("ko", _, Style::Short) => Some(format!("{:02}. {month}. {day}.", year.rem_euclid(100))),
        ("uz", Some("Cyrl"), Style::Full) => {
            let weekday = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
            Some(format!("{}, {}", dates::weekday_names(language)[weekday], dates::long(language, date)))
        }
        ("kk", Some("Latn"), Style::Medium) => Some(converted(language, &styled(kazakh(language), date, style))),
        _ => None,
    }
}

/// The day in official prose; `case` is the ending that a Kazakh month takes.
fn official(language: Language, date: Date, case: &str) -> String {
    let long = dates::long(language, date);
    match language.primary() {
        "ru" => long.strip_suffix("г.").map_or(long.clone(), |day| format!("{day}года")),
        "kk" => {
            let (year, day, month) = (date.year(), date.day(), dates::month(kazakh(language), date.month()));
            converted(language, &format!("{year} жылғы {day} {month}{case}"))
        }
        _ => long,
    }
}

/// Kazakh in the letters in which it is mostly written.
fn kazakh(other: Language) -> Language {
    Language::parse("kk").unwrap_or(other)
}

/// A text in Kazakh Cyrillic in the script of the language, by the usual scheme.
fn converted(language: Language, text: &str) -> String {
    let script = language.script().unwrap_or("Cyrl");
    let name = Scheme::names().find(|name| name.starts_with(&format!("kk-{script}")));
    let scheme = name.and_then(Scheme::built_in);
    scheme.map_or_else(|| text.to_owned(), |scheme| scheme.convert(text, &Exceptions::default()).into_owned())
}

/// The dative of a Kazakh month's name ends by the harmony of its vowels and by its last sound: маусымға, сәуірге,
/// қыркүйекке.
fn dative(month: i8) -> &'static str {
    match month {
        4 | 7 => "ге",
        9 => "ке",
        _ => "ға",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Style::{Full, Long, Medium, Official, Short, Until};
    use jiff::civil::date;

    fn all<const N: usize>(tag: &str, date: Date, styles: [Style; N]) -> [String; N] {
        styles.map(|style| styled(Language::parse(tag).unwrap(), date, style))
    }

    #[test]
    fn every_style_is_written_as_the_language_writes_it() {
        let day = date(2024, 10, 18);
        let table = [
            ("kk", "2024 ж. 18 қазан, жұма", "2024 ж. 18 қазан", "2024 ж. 18 қаз.", "18.10.24"),
            ("ru", "пятница, 18 октября 2024 г.", "18 октября 2024 г.", "18 окт. 2024 г.", "18.10.2024"),
            ("en-GB", "Friday, 18 October 2024", "18 October 2024", "18 Oct 2024", "18/10/2024"),
            ("en", "Friday, 18 October 2024", "18 October 2024", "18 Oct 2024", "18/10/2024"),
            ("uz", "juma, 18-oktabr, 2024", "18-oktabr, 2024", "18-okt, 2024", "18/10/24"),
            ("uz-Cyrl", "жума, 18 октябр, 2024", "18 октябр, 2024", "18 окт, 2024", "18/10/24"),
            ("ug", "2024 18-ئۆكتەبىر، جۈمە", "18-ئۆكتەبىر، 2024", "18-ئۆكتەبىر، 2024", "2024-10-18"),
            ("kk-Arab", "2024، 18- قازان، جۇما", "2024، 18- قازان", "2024، 18- قازان", "18-10-2024"),
            ("kk-Latn", "2024 j. 18 qazan, jūma", "2024 j. 18 qazan", "2024 j. 18 qaz.", "18.10.24"),
            ("ko", "2024년 10월 18일 금요일", "2024년 10월 18일", "2024. 10. 18.", "24. 10. 18."),
            ("de", "Freitag, 18. Oktober 2024", "18. Oktober 2024", "18.10.2024", "18.10.24"),
            ("dng", "2024-10-18", "2024-10-18", "2024-10-18", "2024-10-18"),
        ];
        let written = table.map(|(language, ..)| (language, all(language, day, [Full, Long, Medium, Short])));
        let expected = table
            .map(|(language, full, long, medium, short)| (language, [full, long, medium, short].map(str::to_owned)));
        assert_eq!(written, expected);
    }

    #[test]
    fn official_prose_names_the_year_in_full() {
        let day = date(2022, 6, 8);
        for (language, official, until) in [
            ("kk", "2022 жылғы 8 маусым", "2022 жылғы 8 маусымға"),
            ("kk-Cyrl", "2022 жылғы 8 маусым", "2022 жылғы 8 маусымға"),
            ("kk-Latn", "2022 jylğy 8 mausym", "2022 jylğy 8 mausymğa"),
            ("kk-Arab", "2022 جىلعى 8 ماۋسىم", "2022 جىلعى 8 ماۋسىمعا"),
            ("ru", "8 июня 2022 года", "8 июня 2022 года"),
            ("en", "8 June 2022", "8 June 2022"),
            ("dng", "2022-06-08", "2022-06-08"),
        ] {
            assert_eq!(all(language, day, [Official, Until]), [official, until], "{language}");
        }
    }

    #[test]
    fn every_kazakh_month_has_its_dative() {
        let months = (1..=12).map(|month| all("kk", date(2024, month, 1), [Until])[0].replace("2024 жылғы 1 ", ""));
        let datives = "қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға \
            қарашаға желтоқсанға";
        assert_eq!(months.collect::<Vec<_>>().join(" "), datives);
    }

    #[test]
    fn a_style_is_called_by_its_word() {
        assert_eq!(Style::of("official"), Some(Official));
        assert_eq!(Style::of("Official"), None);
        for (word, style) in Style::ALL {
            assert_eq!(Style::of(word), Some(style));
            assert!(all("ru", Date::MIN, [style])[0].len() > 4);
        }
    }
}
