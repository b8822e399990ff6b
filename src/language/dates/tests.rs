//! Dates as languages.md, 1, has them, and ranges of days.

use crate::language::dates::*;
use jiff::civil::date;
use proptest::prelude::*;

fn tag(text: &str) -> Language {
    Language::parse(text).unwrap()
}

#[test]
fn dates_are_written_as_each_language_writes_them() {
    let at = date(2024, 10, 18).at(14, 5, 0, 0);
    for (language, expected, with_time, month) in [
        ("kk", "2024 ж. 18 қазан", "2024 ж. 18 қазан, 14:05", "2024 ж. қазан"),
        ("kk-Cyrl", "2024 ж. 18 қазан", "2024 ж. 18 қазан, 14:05", "2024 ж. қазан"),
        ("kk-KZ", "2024 ж. 18 қазан", "2024 ж. 18 қазан, 14:05", "2024 ж. қазан"),
        ("ru", "18 октября 2024 г.", "18 октября 2024 г. в 14:05", "октябрь 2024 г."),
        ("en-GB", "18 October 2024", "18 October 2024 at 14:05", "October 2024"),
        ("en", "18 October 2024", "18 October 2024 at 14:05", "October 2024"),
        ("uz", "18-oktabr, 2024", "18-oktabr, 2024, 14:05", "oktabr, 2024"),
        ("uz-Cyrl", "18 октябр, 2024", "18 октябр, 2024 14:05", "октябр, 2024"),
        ("ug", "18-ئۆكتەبىر، 2024", "18-ئۆكتەبىر، 2024 14:05", "2024 ئۆكتەبىر"),
        ("kk-Arab", "2024، 18- قازان", "2024، 18- قازان, 14:05", "2024 قازان"),
        ("kk-Latn", "2024 j. 18 qazan", "2024 j. 18 qazan, 14:05", "2024 j. qazan"),
        ("ko", "2024년 10월 18일", "2024년 10월 18일 14:05", "2024년 10월"),
        ("de", "18. Oktober 2024", "18. Oktober 2024 um 14:05", "Oktober 2024"),
        ("fa", "۱۸ اکتبر ۲۰۲۴", "۱۸ اکتبر ۲۰۲۴ ساعت ۱۴:۰۵", "اکتبر ۲۰۲۴"),
        ("dng", "2024-10-18", "2024-10-18 14:05", "2024-10"),
        ("ug-Cyrl", "2024-10-18", "2024-10-18 14:05", "2024-10"),
    ] {
        assert_eq!(long(tag(language), at.date()), expected, "{language}");
        assert_eq!(long_with_time(tag(language), at), with_time, "{language}");
        assert_eq!(month_and_year(tag(language), 2024, 10), month, "{language}");
    }
}

#[test]
fn midnight_and_the_small_hours_have_two_digits() {
    let at = date(2024, 3, 1).at(0, 5, 59, 0);
    assert_eq!(long_with_time(tag("kk"), at), "2024 ж. 1 наурыз, 00:05");
    assert_eq!(long_with_time(tag("ru"), at), "1 марта 2024 г. в 00:05");
    assert_eq!(long_with_time(tag("ko"), at), "2024년 3월 1일 00:05");
}

#[test]
fn every_month_has_its_name_in_a_date_and_alone() {
    let kazakh = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан";
    let russian = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь";
    let genitive = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря";
    let arabic = "قاڭتار اقپان ناۋرىز ءساۋىر مامىر ماۋسىم شىلدە تامىز قىركۇيەك قازان قاراشا جەلتوقسان";
    let names = |language, count: i8| (1..=count).map(|n| month(tag(language), n)).collect::<Vec<_>>().join(" ");
    assert_eq!(names("kk", 12), kazakh);
    assert_eq!(names("ru", 12), russian);
    assert_eq!(names("kk-Arab", 12), arabic);
    assert_eq!(names("en", 3), "January February March");
    assert_eq!(names("de", 3), "Januar Februar März");
    assert_eq!(names("uz", 3), "yanvar fevral mart");
    assert_eq!(names("kk-Latn", 3), "qañtar aqpan nauryz");
    assert_eq!(names("dng", 3), "1 2 3");
    for (n, (name, genitive)) in (1..).zip(kazakh.split(' ').zip(genitive.split(' '))) {
        assert_eq!(long(tag("kk"), date(2025, n, 7)), format!("2025 ж. 7 {name}"));
        assert_eq!(long(tag("ru"), date(2025, n, 7)), format!("7 {genitive} 2025 г."));
    }
}

#[test]
fn a_month_or_year_that_does_not_exist_is_no_panic() {
    assert_eq!([0, 13, -1, i8::MIN].map(|n| month(tag("kk"), n)), ["", "", "", ""]);
    assert_eq!(month_and_year(tag("kk"), 2024, 13), "2024-13");
    assert_eq!(year(tag("en"), i16::MAX), "32767");
    assert!(!long(tag("kk"), Date::MIN).is_empty());
    assert!(!long(tag("ru"), Date::ZERO).is_empty());
}

#[test]
fn years_are_headings() {
    let years = ["kk", "ru", "en", "kk-Latn", "ko"].map(|language| year(tag(language), 2024));
    assert_eq!(years, ["2024 жыл", "2024 год", "2024", "2024 jyl", "2024년"]);
}

#[test]
fn the_week_begins_on_monday() {
    assert_eq!(weekdays(tag("kk")).join(" "), "дс сс ср бс жм сб жс");
    assert_eq!(weekdays(tag("ru")).join(" "), "пн вт ср чт пт сб вс");
    assert_eq!(weekdays(tag("en")).join(" "), "Mon Tue Wed Thu Fri Sat Sun");
    let kazakh = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі";
    assert_eq!(weekday_names(tag("kk")).join(" "), kazakh);
    let arabic = "دۇيسەنبى سەيسەنبى سارسەنبى بەيسەنبى جۇما سەنبى جەكسەنبى";
    assert_eq!(weekday_names(tag("kk-Arab")).join(" "), arabic);
    assert_eq!(weekday_names(tag("kk-Latn"))[4], "jūma");
}

#[test]
fn a_range_says_once_what_both_dates_share() {
    let (from, to) = (date(2024, 10, 18), date(2024, 10, 20));
    for (language, days, months, years) in [
        ("kk", "2024 ж. 18–20 қазан", "2024 ж. 18 қазан – 2 қараша", "2024 ж. 18 қазан – 2025 ж. 2 қаңтар"),
        ("ru", "18–20 октября 2024 г.", "18 октября – 2 ноября 2024 г.", "18 октября 2024 г. – 2 января 2025 г."),
        ("en", "18–20 October 2024", "18 October – 2 November 2024", "18 October 2024 – 2 January 2025"),
        ("en-US", "October 18–20, 2024", "October 18 – November 2, 2024", "October 18, 2024 – January 2, 2025"),
        ("uz", "18–20-oktabr, 2024", "18-oktabr – 2-noyabr, 2024", "18-oktabr, 2024 – 2-yanvar, 2025"),
        ("de", "18.–20. Oktober 2024", "18. Oktober – 2. November 2024", "18. Oktober 2024 – 2. Januar 2025"),
        ("ko", "2024년 10월 18–20일", "2024년 10월 18일 – 11월 2일", "2024년 10월 18일 – 2025년 1월 2일"),
        ("kk-Latn", "2024 j. 18–20 qazan", "2024 j. 18 qazan – 2 qaraşa", "2024 j. 18 qazan – 2025 j. 2 qañtar"),
        ("ug", "18–20-ئۆكتەبىر، 2024", "18-ئۆكتەبىر – 2-نويابىر، 2024", "18-ئۆكتەبىر، 2024 – 2-يانۋار، 2025"),
        ("dng", "2024-10-18 – 2024-10-20", "2024-10-18 – 2024-11-02", "2024-10-18 – 2025-01-02"),
    ] {
        assert_eq!(range(tag(language), from, to), days);
        assert_eq!(range(tag(language), to, from), days);
        assert_eq!(range(tag(language), from, date(2024, 11, 2)), months);
        assert_eq!(range(tag(language), from, date(2025, 1, 2)), years);
        assert_eq!(range(tag(language), from, from), long(tag(language), from));
    }
}

#[test]
fn days_of_a_range_are_never_cut_within_a_number() {
    assert_eq!(range(tag("kk"), date(2024, 10, 1), date(2024, 10, 11)), "2024 ж. 1–11 қазан");
    assert_eq!(range(tag("en"), date(2024, 10, 1), date(2024, 10, 31)), "1–31 October 2024");
    assert_eq!(range(tag("ko"), date(2024, 10, 10), date(2024, 10, 18)), "2024년 10월 10–18일");
    assert_eq!(range(tag("ru"), date(2024, 10, 18), date(2024, 11, 18)), "18 октября – 18 ноября 2024 г.");
}
#[test]
fn a_range_is_two_dates_where_a_day_is_not_written_as_within_a_date() {
    let (language, from, to) = (tag("kmr"), date(2024, 10, 18), date(2024, 11, 2));
    assert_eq!(range(language, from, to), format!("{} – {}", long(language, from), long(language, to)));
}

proptest! {
    #[test]
    fn no_dates_make_a_range_panic(a in -3_700_000..2_900_000, b in -3_700_000..2_900_000) {
        let [from, to] = [a, b].map(|days| date(1970, 1, 1).saturating_add(jiff::Span::new().days(days)));
        for language in ["kk", "kk-Arab", "ru", "en", "ko", "dng"] {
            prop_assert!(!range(tag(language), from, to).is_empty());
        }
    }
}
