//! How long it is until a moment, or since a day, in words.

use crate::report::messages::UiLanguage;
use crate::report::phrase::phrase;
use jiff::civil::Date;
use jiff::{Timestamp, Unit};

/// How long it is from `now` until a later moment: `in 5 days`, `через 5 дней`, `5 күннен кейін`. From two days on in
/// days, from two hours on in hours; what has begun of a smaller part counts for nothing, except for a minute.
pub fn until(now: Timestamp, then: Timestamp, ui: UiLanguage) -> String {
    let seconds = then.duration_since(now).as_secs();
    let (key, count) = match seconds {
        i64::MIN..60 => ("in-moment", 0),
        60..7_200 => ("in-minutes", seconds / 60),
        7_200..172_800 => ("in-hours", seconds / 3_600),
        _ => ("in-days", seconds / 86_400),
    };
    phrase(ui, key, [("count", count.into())])
}

/// How long ago a day was: `today`, `вчера`, `алдыңгүні`, `5 күн бұрын` (CLDR); nothing from a month on, and for a day to
/// come.
pub fn since(today: Date, day: Date, ui: UiLanguage) -> Option<String> {
    const MONTH: i64 = 30;
    let days = i64::from(day.until((Unit::Day, today)).ok()?.get_days());
    let key = match days {
        0 => "ago-today",
        1 => "ago-yesterday",
        2 => "ago-two-days",
        3..MONTH => "ago-days",
        _ => return None,
    };
    Some(phrase(ui, key, [("count", days.into())]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;
    use jiff::civil::date;

    fn told(seconds: i64) -> [String; 3] {
        let now = Timestamp::UNIX_EPOCH;
        [UiLanguage::Kk, UiLanguage::Ru, UiLanguage::En]
            .map(|ui| until(now, now + SignedDuration::from_secs(seconds), ui))
    }

    #[test]
    fn a_day_that_is_past_is_told_in_three_languages() {
        let today = date(2026, 3, 1);
        let told = |day| [UiLanguage::Kk, UiLanguage::Ru, UiLanguage::En].map(|ui| since(today, day, ui));
        for (day, expected) in [
            (date(2026, 3, 1), ["бүгін", "сегодня", "today"]),
            (date(2026, 2, 28), ["кеше", "вчера", "yesterday"]),
            (date(2026, 2, 27), ["алдыңгүні", "позавчера", "2 days ago"]),
            (date(2026, 2, 24), ["5 күн бұрын", "5 дней назад", "5 days ago"]),
            (date(2026, 2, 8), ["21 күн бұрын", "21 день назад", "21 days ago"]),
            (date(2026, 1, 31), ["29 күн бұрын", "29 дней назад", "29 days ago"]),
        ] {
            assert_eq!(told(day), expected.map(|text| Some(text.to_owned())), "{day}");
        }
        for day in [date(2026, 1, 30), date(2026, 3, 2), Date::MIN, Date::MAX] {
            assert_eq!(told(day), [None, None, None], "{day}");
        }
    }

    #[test]
    fn the_time_until_a_moment_is_told_in_three_languages() {
        const MINUTE: i64 = 60;
        const HOUR: i64 = 60 * MINUTE;
        const DAY: i64 = 24 * HOUR;
        for (seconds, expected) in [
            (5 * DAY, ["5 күннен кейін", "через 5 дней", "in 5 days"]),
            (2 * DAY, ["2 күннен кейін", "через 2 дня", "in 2 days"]),
            (21 * DAY + 1, ["21 күннен кейін", "через 21 день", "in 21 days"]),
            (2 * DAY - 1, ["47 сағаттан кейін", "через 47 часов", "in 47 hours"]),
            (3 * HOUR, ["3 сағаттан кейін", "через 3 часа", "in 3 hours"]),
            (2 * HOUR - 1, ["119 минуттан кейін", "через 119 минут", "in 119 minutes"]),
            (MINUTE, ["1 минуттан кейін", "через 1 минуту", "in 1 minute"]),
            (MINUTE - 1, ["бір минут ішінде", "меньше чем через минуту", "in less than a minute"]),
            (-DAY, ["бір минут ішінде", "меньше чем через минуту", "in less than a minute"]),
        ] {
            assert_eq!(told(seconds), expected, "{seconds}");
        }
    }
}
