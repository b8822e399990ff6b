//! Numbers as a language writes them: groups of digits, the decimal sign, the sizes of files.

use crate::language::tag::Language;
use icu_decimal::input::Decimal;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesPreferences};

/// A whole number with its groups: `55 000` with U+00A0 in Kazakh and Russian, `55,000` in English (CLDR).
pub fn integer(language: Language, number: u64) -> String {
    decimal(language, &Decimal::from(number))
}

/// The plural categories of a language's whole and broken numbers (CLDR), in words; all of them for a language that CLDR
/// does not know.
pub fn plural_categories(language: Language) -> Vec<&'static str> {
    let locale = Locale::try_from_str(language.primary()).unwrap_or(Locale::UNKNOWN);
    let rules = PluralRules::try_new_cardinal(PluralRulesPreferences::from(&locale));
    let all = PluralCategory::all();
    let word = |category: PluralCategory| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    rules.map_or_else(|_| all.map(word).collect(), |rules| rules.categories().map(word).collect())
}

/// The size of a file in decimal units (1 kB is 1000 bytes), rounded to a whole number, below 10 to a tenth, with
/// U+00A0 before the unit: `340 Б`, `12 КБ`, `1,2 МБ`, `1.2 MB`.
pub fn file_size(language: Language, bytes: u64) -> String {
    let [mut unit, larger @ ..] = units(language);
    let mut size = 1;
    for next in larger {
        if rounded(bytes, size) < 1000 {
            break;
        }
        (unit, size) = (next, size * 1000);
    }
    let mut number = Decimal::from(rounded(bytes, size));
    let tenth = size / 10;
    if tenth > 0 && rounded(bytes, tenth) < 100 {
        number = Decimal::from(rounded(bytes, tenth));
        number.multiply_pow10(-1);
        number.trim_end();
    }
    format!("{}\u{a0}{unit}", decimal(language, &number))
}

/// The number of units in so many bytes, half a unit up.
fn rounded(bytes: u64, unit: u64) -> u64 {
    bytes.saturating_add(unit / 2) / unit
}

/// The byte and its thousandfolds.
fn units(language: Language) -> [&'static str; 4] {
    match (language.primary(), language.script()) {
        ("kk", None | Some("Cyrl")) => ["байт", "КБ", "МБ", "ГБ"],
        ("ru", _) => ["Б", "КБ", "МБ", "ГБ"],
        _ => ["B", "kB", "MB", "GB"],
    }
}

/// The number by CLDR, which does not know Kazakh in the Latin alphabet: there it is written as in Cyrillic.
fn decimal(language: Language, number: &Decimal) -> String {
    let tag = if language.as_str().starts_with("kk-Latn") { "kk" } else { language.as_str() };
    let locale = Locale::try_from_str(tag).unwrap_or(Locale::UNKNOWN);
    let formatter = DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), Default::default());
    formatter.map_or_else(|_| number.to_string(), |formatter| formatter.format(number).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Language {
        Language::parse(text).unwrap()
    }

    #[test]
    fn thousands_are_grouped_as_the_language_groups_them() {
        for (language, expected) in [
            ("kk", "55\u{a0}000"),
            ("kk-Latn", "55\u{a0}000"),
            ("kk-Arab", "55\u{a0}000"),
            ("ru", "55\u{a0}000"),
            ("uz", "55\u{a0}000"),
            ("en", "55,000"),
            ("ug", "55,000"),
            ("ko", "55,000"),
            ("de", "55.000"),
            ("dng", "55,000"),
        ] {
            assert_eq!(integer(tag(language), 55_000), expected, "{language}");
        }
        assert_eq!(integer(tag("kk"), 0), "0");
        assert_eq!(integer(tag("en"), u64::MAX), "18,446,744,073,709,551,615");
    }

    #[test]
    fn sizes_have_units_of_the_language() {
        for (language, bytes, expected) in [
            ("kk", 340, "340\u{a0}байт"),
            ("ru", 340, "340\u{a0}Б"),
            ("en", 340, "340\u{a0}B"),
            ("kk", 1_200_000, "1,2\u{a0}МБ"),
            ("ru", 1_234_567, "1,2\u{a0}МБ"),
            ("en", 1_200_000, "1.2\u{a0}MB"),
            ("en", 12_000, "12\u{a0}kB"),
            ("kk", 12_400, "12\u{a0}КБ"),
            ("de", 1_500, "1,5\u{a0}kB"),
            ("ug", 1_500, "1.5\u{a0}kB"),
        ] {
            assert_eq!(file_size(tag(language), bytes), expected);
        }
    }

    #[test]
    fn sizes_are_rounded_into_the_next_unit() {
        for (bytes, expected) in [
            (0, "0\u{a0}B"),
            (5, "5\u{a0}B"),
            (999, "999\u{a0}B"),
            (1000, "1\u{a0}kB"),
            (1049, "1\u{a0}kB"),
            (1050, "1.1\u{a0}kB"),
            (9_949, "9.9\u{a0}kB"),
            (9_950, "10\u{a0}kB"),
            (999_499, "999\u{a0}kB"),
            (999_500, "1\u{a0}MB"),
            (2_000_000_000_000, "2,000\u{a0}GB"),
            (u64::MAX, "18,446,744,073\u{a0}GB"),
        ] {
            assert_eq!(file_size(tag("en"), bytes), expected);
        }
    }
}
