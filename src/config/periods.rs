//! What was otherwise in earlier times: the names that a publisher, a region or a project bore, each with its days.

use crate::diagnostic::{At, Code, Diagnostic};
use crate::language::written_date;
use crate::yaml::Table;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What holds for a time that has an end, which may be yet to come.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Former<T> {
    /// The first day; nothing where it held from the end of the period before, or always.
    pub from: Option<Date>,
    /// The first day on which it no longer held.
    pub until: Date,
    /// What held.
    pub value: T,
}

impl<T> Former<T> {
    /// The days on which what holds may be another than the day before.
    pub fn days(&self) -> impl Iterator<Item = Date> + use<T> {
        self.from.into_iter().chain([self.until])
    }
}

/// What holds on a day, of periods in the order of their ends; nothing on a day on which what is written last holds.
pub fn on<T>(former: &[Former<T>], day: Date) -> Option<&Former<T>> {
    let next = former.iter().find(|period| day < period.until)?;
    Some(next).filter(|period| period.from.is_none_or(|from| from <= day))
}

/// Those of the periods that are over on a day, the latest first.
pub fn over<T>(former: &[Former<T>], day: Date) -> impl Iterator<Item = &Former<T>> {
    former.iter().rev().filter(move |period| period.until <= day)
}

/// The periods at the key `former` of a table, in the order of their ends; `value` reads what held from each. A period
/// that ends before it begins is a finding and left out, two at once are a finding.
pub fn former<T>(
    table: &mut Table,
    findings: &mut Vec<Diagnostic>,
    mut value: impl FnMut(&mut Table, &mut Vec<Diagnostic>) -> T,
) -> Vec<Former<T>> {
    let mut periods: Vec<At<Former<T>>> = Vec::new();
    for mut period in table.tables("former") {
        let from = day(&mut period, "from", findings);
        let until = needed_day(&mut period, "until", findings);
        let value = value(&mut period, findings);
        if let (Some(from), Some(until)) = (&from, &until)
            && until.value <= from.value
        {
            findings.push(backwards(&period, "former.until", from.value, until));
        } else if let Some(until) = until {
            let from = from.map(|from| from.value);
            periods.push(At::new(Former { from, until: until.value, value }, until.span));
        }
        period.finish(findings);
    }
    periods.sort_by_key(|period| period.value.until);
    findings.extend(periods.windows(2).filter_map(|pair| overlap(table, &pair[0], &pair[1])));
    periods.into_iter().map(|period| period.value).collect()
}

fn overlap<T>(table: &Table, one: &At<Former<T>>, next: &At<Former<T>>) -> Option<Diagnostic> {
    let until = one.value.until;
    let from = match next.value.from.filter(|from| *from < until) {
        Some(from) => from.to_string(),
        None if until == next.value.until => "none".to_owned(),
        None => return None,
    };
    let finding = Diagnostic::new(Code::OverlappingPeriods, table.place(next.span));
    Some(finding.with("from", from).with("until", until).also(table.place(one.span)))
}

/// The finding that something of a table ends no later than it begins.
pub fn backwards(table: &Table, key: &str, from: Date, until: &At<Date>) -> Diagnostic {
    let finding = Diagnostic::new(Code::EndsBeforeStart, table.place(until.span)).with("key", key);
    finding.with("start", from).with("end", until.value)
}

/// A day in any of the spellings that editors use; a time beside it counts for nothing.
pub fn day(table: &mut Table, key: &'static str, findings: &mut Vec<Diagnostic>) -> Option<At<Date>> {
    let text = table.text(key)?;
    read(table, text, findings)
}

/// The same where there must be a day.
pub fn needed_day(table: &mut Table, key: &'static str, findings: &mut Vec<Diagnostic>) -> Option<At<Date>> {
    let text = table.required(key, Table::text)?;
    read(table, text, findings)
}

fn read(table: &Table, text: At<String>, findings: &mut Vec<Diagnostic>) -> Option<At<Date>> {
    match written_date::read(&text.value) {
        Ok(written) => Some(At::new(written.date, text.span)),
        Err(fault) => {
            let finding = Diagnostic::new(Code::BadDate, table.place(text.span));
            findings.push(finding.with("text", text.value).with("why", fault.word()));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{self, Text};
    use jiff::civil::date;

    fn found(text: &str) -> (Vec<Former<String>>, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut table = yaml::read(&Text::new(&"site.yaml".into(), text), &mut findings).unwrap();
        let name = |period: &mut Table, _: &mut Vec<Diagnostic>| period.text("name").unwrap().value;
        let periods = former(&mut table, &mut findings, name);
        table.finish(&mut findings);
        (periods, findings)
    }

    fn name(periods: &[Former<String>], day: Date) -> &str {
        on(periods, day).map_or("today", |period| &period.value)
    }

    #[test]
    fn a_name_holds_from_its_first_day_until_the_day_of_the_next() {
        let (periods, findings) = found("former: {from: 2019-03-23, until: 17.09.2022, name: a}\n");
        assert_eq!(findings, []);
        let days = [date(2019, 3, 22), date(2019, 3, 23), date(2022, 9, 16), date(2022, 9, 17)];
        assert_eq!(days.map(|day| name(&periods, day)), ["today", "a", "a", "today"]);
    }

    #[test]
    fn a_name_without_a_first_day_follows_the_one_before() {
        let (periods, findings) =
            found("former:\n  - {until: 2018-06-19, name: b}\n  - {until: 1992-01-01, name: a}\n");
        assert_eq!(findings, []);
        let days = [Date::MIN, date(1991, 12, 31), date(1992, 1, 1), date(2018, 6, 18), date(2018, 6, 19)];
        assert_eq!(days.map(|day| name(&periods, day)), ["a", "a", "b", "b", "today"]);
        assert_eq!(on::<String>(&[], Date::MIN), None);
    }

    #[test]
    fn two_names_at_once_and_ends_before_beginnings_are_found() {
        let codes = |text| found(text).1.iter().map(|found| found.code.word()).collect::<Vec<_>>();
        let touching =
            "former:\n  - {until: 2018-06-19, name: a}\n  - {from: 2018-06-19, until: 2019-01-01, name: b}\n";
        assert_eq!(codes(touching), [""; 0]);
        let overlapping = touching.replace("from: 2018-06-19", "from: 2018-06-18");
        assert_eq!(codes(&overlapping), ["overlapping-periods"]);
        let same_end = touching.replace("from: 2018-06-19, until: 2019-01-01", "until: 2018-06-19");
        assert_eq!(codes(&same_end), ["overlapping-periods"]);
        assert_eq!(codes("former: {from: 2019-01-01, until: 2018-01-01, name: a}\n"), ["ends-before-start"]);
        assert_eq!(codes("former: {from: 2019-01-01, until: 2019-01-01, name: a}\n"), ["ends-before-start"]);
        assert_eq!(codes("former: {name: a}\n"), ["missing-key"]);
        assert_eq!(codes("former: {until: soon, name: a}\n"), ["bad-date"]);
    }
}
