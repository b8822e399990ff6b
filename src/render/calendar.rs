//! iCalendar (RFC 5545). Times are written in UTC, which needs no time-zone component and is right in every client.

use crate::view::{Calendar, CalendarEvent};
use jiff::Timestamp;
use jiff::civil::Date;
use std::io;

/// The calendar; one without events is written too, as clients read it (the grammar of 3.6 asks for one at least).
///
/// # Errors
/// When a time cannot be read, or an event's end is a day and its beginning a time.
pub fn write(calendar: &Calendar) -> io::Result<Vec<u8>> {
    let mut lines = Lines(String::new());
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Jarshy//Newsroom//KK");
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("X-WR-CALNAME", &escaped(&calendar.title));
    lines.put("X-WR-TIMEZONE", &escaped(&calendar.zone));
    for each in &calendar.events {
        event(&mut lines, each, calendar.lang.as_str()).map_err(io::Error::other)?;
    }
    lines.put("END", "VCALENDAR");
    Ok(lines.0.into_bytes())
}

fn event(lines: &mut Lines, event: &CalendarEvent, lang: &str) -> Result<(), jiff::Error> {
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &escaped(&event.uid));
    lines.put("DTSTAMP", &utc(&event.stamp)?);
    span(lines, &event.starts, event.ends.as_deref())?;
    lines.put("SEQUENCE", &event.sequence.to_string());
    lines.put_text("SUMMARY", lang, &event.title);
    lines.put_text("LOCATION", lang, event.place.as_deref().unwrap_or_default());
    lines.put_text("DESCRIPTION", lang, &event.summary);
    lines.put("URL", &event.url);
    lines.put("END", "VEVENT");
    Ok(())
}

/// Beginning and end, both in the form of the beginning: instants, or days of which the end is the one after the last.
fn span(lines: &mut Lines, starts: &str, ends: Option<&str>) -> Result<(), jiff::Error> {
    if starts.contains('T') {
        lines.put("DTSTART", &utc(starts)?);
        if let Some(end) = ends {
            lines.put("DTEND", &utc(end)?);
        }
    } else {
        lines.put("DTSTART;VALUE=DATE", &day(starts.parse()?));
        if let Some(last) = ends {
            lines.put("DTEND;VALUE=DATE", &day(last.parse::<Date>()?.tomorrow()?));
        }
    }
    Ok(())
}

fn utc(instant: &str) -> Result<String, jiff::Error> {
    Ok(instant.parse::<Timestamp>()?.strftime("%Y%m%dT%H%M%SZ").to_string())
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// A value of type TEXT (3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

struct Lines(String);

impl Lines {
    /// A property, folded before its line would be longer than 75 octets (3.1), never within a character.
    /// Control characters are left out but for tabs: a value cannot hold them.
    fn put(&mut self, name: &str, value: &str) {
        let line = name.chars().chain([':']).chain(value.chars());
        let mut width = 0;
        for c in line.filter(|c| *c == '\t' || !c.is_ascii_control()) {
            if width + c.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A text for people, unless it is empty.
    fn put_text(&mut self, name: &str, lang: &str, text: &str) {
        if !text.is_empty() {
            self.put(&format!("{name};LANGUAGE={lang}"), &escaped(text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::render::xml::tests::hostile;
    use proptest::prelude::*;

    fn meeting() -> CalendarEvent {
        CalendarEvent {
            uid: "tag:assembly.example,2024:session/kk".to_owned(),
            title: "XXXIV сессия; Астана, «Бейбітшілік»".to_owned(),
            url: "https://assembly.example/kk/news/2027/02/01/session/?a=1,2;b".to_owned(),
            starts: "2027-03-01T10:00:00+05:00".to_owned(),
            ends: Some("2027-03-01T12:30:00+05:00".to_owned()),
            place: Some("C:\\зал".to_owned()),
            summary: "Бірінші жол\r\nекінші жол".to_owned(),
            stamp: "2027-02-01T04:00:00Z".to_owned(),
            sequence: 2,
        }
    }

    fn calendar(events: Vec<CalendarEvent>) -> Calendar {
        let lang = Language::parse("kk").unwrap();
        Calendar { title: "Іс-шаралар".to_owned(), lang, zone: "Asia/Almaty".to_owned(), events }
    }

    /// The lines after unfolding.
    fn lines(calendar: &Calendar) -> Vec<String> {
        let text = String::from_utf8(write(calendar).unwrap()).unwrap();
        assert!(text.ends_with("\r\n"));
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        text.replace("\r\n ", "").lines().map(str::to_owned).collect()
    }

    fn unescaped(text: &str) -> String {
        let mut chars = text.chars();
        let mut plain = String::new();
        while let Some(c) = chars.next() {
            plain.push(match c {
                '\\' => chars.next().map_or('\\', |next| if next == 'n' { '\n' } else { next }),
                _ => c,
            });
        }
        plain
    }

    #[test]
    fn a_meeting_is_written_in_utc_with_escaped_texts() {
        let expected = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Jarshy//Newsroom//KK
CALSCALE:GREGORIAN
X-WR-CALNAME:Іс-шаралар
X-WR-TIMEZONE:Asia/Almaty
BEGIN:VEVENT
UID:tag:assembly.example\\,2024:session/kk
DTSTAMP:20270201T040000Z
DTSTART:20270301T050000Z
DTEND:20270301T073000Z
SEQUENCE:2
SUMMARY;LANGUAGE=kk:XXXIV сессия\\; Астана\\, «Бейбітшілік»
LOCATION;LANGUAGE=kk:C:\\\\зал
DESCRIPTION;LANGUAGE=kk:Бірінші жол\\nекінші жол
URL:https://assembly.example/kk/news/2027/02/01/session/?a=1,2;b
END:VEVENT
END:VCALENDAR";
        assert_eq!(lines(&calendar(vec![meeting()])), expected.lines().collect::<Vec<_>>());
    }

    #[test]
    fn whole_days_end_on_the_day_after_the_last() {
        let days = |starts: &str, ends: Option<&str>| {
            let event = CalendarEvent { starts: starts.to_owned(), ends: ends.map(str::to_owned), ..meeting() };
            let lines = lines(&calendar(vec![event]));
            lines.into_iter().filter(|line| line.starts_with("DT") && !line.contains("STAMP")).collect::<Vec<_>>()
        };
        let range = ["DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280301"];
        assert_eq!(days("2028-02-28", Some("2028-02-29")), range);
        assert_eq!(days("2028-02-28", None), range[..1]);
        assert_eq!(days("2027-12-31T23:30:00-01:00", None), ["DTSTART:20280101T003000Z"]);
    }

    #[test]
    fn what_an_event_lacks_has_no_line() {
        let bare = CalendarEvent { place: None, summary: String::new(), ends: None, ..meeting() };
        let lines = lines(&calendar(vec![bare]));
        assert!(
            !lines.iter().any(|line| ["LOCATION", "DESCRIPTION", "DTEND"].iter().any(|name| line.starts_with(name)))
        );
    }

    #[test]
    fn a_calendar_without_events_is_still_a_calendar() {
        assert_eq!(lines(&calendar(vec![])).len(), 7);
    }

    #[test]
    fn a_time_that_cannot_be_read_is_an_error() {
        for (starts, ends) in [
            ("завтра", None),
            ("2027-03-01T10:00:00", None),
            ("2027-03-01T10:00:00+05:00", Some("2027-03-02")),
            ("9999-12-31", Some("9999-12-31")),
        ] {
            let event = CalendarEvent { starts: starts.to_owned(), ends: ends.map(str::to_owned), ..meeting() };
            assert!(write(&calendar(vec![event])).is_err(), "{starts}");
        }
    }

    proptest! {
        #[test]
        fn unfolding_gives_any_text_back(text in hostile()) {
            let event = CalendarEvent { title: format!("А{text}"), ..meeting() };
            let lines = lines(&calendar(vec![event]));
            prop_assert_eq!(lines.len(), 18);
            let summary = lines.iter().find_map(|line| line.strip_prefix("SUMMARY;LANGUAGE=kk:А")).unwrap();
            let kept: String = text.chars().filter(|c| "\n\t".contains(*c) || !c.is_ascii_control()).collect();
            prop_assert_eq!(unescaped(summary), kept);
        }
    }
}
