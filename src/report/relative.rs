//! How long it is until a moment, in words.

use crate::report::messages::UiLanguage;
use crate::report::phrase::phrase;
use jiff::Timestamp;

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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    fn told(seconds: i64) -> [String; 3] {
        let now = Timestamp::UNIX_EPOCH;
        [UiLanguage::Kk, UiLanguage::Ru, UiLanguage::En]
            .map(|ui| until(now, now + SignedDuration::from_secs(seconds), ui))
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
