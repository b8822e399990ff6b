use crate::language::Language;
use crate::language::written_number::*;
use proptest::prelude::*;

/// Facts as they are, years with `y`, all else with `~`.
fn told(language: &str, text: &str) -> Vec<String> {
    let show = |number: &WrittenNumber| {
        let mark = match number.weight {
            Weight::Fact => "",
            Weight::Year => "y",
            Weight::Aside => "~",
        };
        format!("{mark}{}", number.value as f64 / 1000.0)
    };
    numbers(Language::parse(language).unwrap(), text).iter().map(show).collect()
}

#[track_caller]
fn same(language: &str, text: &str, expected: &str) {
    assert_eq!(told(language, text).join(" "), expected, "{text}");
}

#[test]
fn groups_of_digits_are_one_number_in_every_language() {
    for (language, text) in [
        ("ru", "охватили 55 000 человек"),
        ("ru", "охватили 55\u{a0}000 человек"),
        ("kk", "55\u{202f}000 адам"),
        ("kk", "55 мың адам, 55 мыңнан астам"),
        ("ru", "55 тыс. человек"),
        ("ru", "55-тысячная"),
        ("en", "55,000 people"),
        ("en", "55 thousand"),
        ("de", "55.000 Menschen"),
    ] {
        assert_eq!(told(language, text).first().map(String::as_str), Some("55000"), "{text}");
    }
    same("ru", "1 234 567 и 12 34", "1234567 12 34");
    same("en", "5,500 and 55,0001", "5500 55");
}

#[test]
fn fractions_and_powers_make_one_value() {
    same("ru", "1,5 млн и 2.5 млрд", "1500000 2500000000");
    same("en", "1.5 million", "1500000");
    same("kk", "5 млн 300 мың теңге", "5300000");
    same("ru", "5–10 тыс. и 3-5 дней", "5000 10000 3 5");
    same("ru", "5 тысячелетий, 3 миллионера", "5 3");
}

#[test]
fn ordinals_and_roman_numerals_are_numbers() {
    same("ru", "34-й, 30-летие", "34 30");
    same("kk", "34-ші, 100-ден астам", "34 100");
    same("en", "the 34th session, XXXIV, V", "34 34 ~5");
    same("kk", "ХХХІV сессия", "34");
}

#[test]
fn dates_and_times_owe_nothing() {
    same("ru", "18 октября 2024 года в 14:05", "~18 y2024");
    same("ru", "18–20 октября, 18.10.2024, 2024-10-18, в 15 часов, в 14.00", "~18 ~20 ~2024 ~18 ~2024 ~18 ~15");
    same("kk", "2024 жылғы 18 қазанда, қазанның 18-і, сағат 15-те", "y2024 ~18 ~18 ~15");
    same("en", "On October 18, 2024, 3 pm; 18 October", "~18 y2024 ~3 ~18");
    same("kk", "25 қазақстандық", "25");
    same("ru", "В октябре 25 участников", "25");
}

#[test]
fn telephones_and_names_are_no_numbers() {
    same("ru", "+7 (7172) 00-00-00, тел. 55-55-55, COVID-19, KZ-39, G20, 1.2.3, 5G", "");
}

#[test]
fn numbers_in_words_are_known() {
    same("ru", "двадцать пять объединений", "~25");
    same("ru", "полторы тысячи человек, два миллиона", "~1500 ~2000000");
    same("kk", "елу бес мың адам, он тоғыз бірлестік", "~55000 ~19 ~1");
    same("en", "twenty-five, three hundred people, a thousand", "~25 ~300 ~1000");
}

proptest! {
    #[test]
    fn every_number_has_its_place_in_the_text(text in "([0-9]{1,4}|[ ,.:+-]|тыс|мың|XX|март|қ|\\PC){0,30}") {
        for language in ["kk", "ru", "en", "ug"] {
            for number in numbers(Language::parse(language).unwrap(), &text) {
                prop_assert!(text.get(number.range.clone()).is_some_and(|written| !written.is_empty()));
            }
        }
    }
}
