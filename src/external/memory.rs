//! What answered well, so that it is not asked again every day: `.jarshy/links`, a line an address.

use crate::external::visit::Verdict;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use url::Url;

/// The first line: the name and version of the form.
const FORM: &str = "jarshy links 1";

/// What is remembered of addresses. Only good news: what is dead is asked for each time, until it is mended.
#[derive(Debug, Default)]
pub struct Memory {
    known: BTreeMap<Url, (Timestamp, Verdict)>,
}

impl Memory {
    /// Reads what was written; what is of another form is forgotten.
    pub fn from_text(text: &str) -> Self {
        let mut lines = text.lines();
        let known = lines.next().filter(|form| *form == FORM).map(|_| lines.filter_map(line).collect());
        Self { known: known.unwrap_or_default() }
    }

    /// What is remembered, as text.
    pub fn text(&self) -> String {
        let line = |(url, (when, verdict)): (&Url, &(Timestamp, Verdict))| {
            let to = if let Verdict::Moved(to) = verdict { to.as_str() } else { "" };
            format!("{}\t{url}\t{to}\n", when.as_second())
        };
        format!("{FORM}\n{}", self.known.iter().map(line).collect::<String>())
    }

    /// What is known of an address, if that is not older than so many days at `now`, nor from a later time.
    pub fn find(&self, url: &Url, now: Timestamp, days: u32) -> Option<&Verdict> {
        let (when, verdict) = self.known.get(url)?;
        let age = now.duration_since(*when);
        (age >= SignedDuration::ZERO && age <= SignedDuration::from_hours(i64::from(days) * 24)).then_some(verdict)
    }

    /// Remembers a verdict of `now`, or forgets the address.
    pub fn learn(&mut self, url: &Url, now: Timestamp, verdict: &Verdict) {
        match verdict {
            Verdict::Dead(..) => _ = self.known.remove(url),
            verdict => _ = self.known.insert(url.clone(), (now, verdict.clone())),
        }
    }

    /// Forgets addresses that content has no more.
    pub fn keep(&mut self, linked: impl Fn(&Url) -> bool) {
        self.known.retain(|url, _| linked(url));
    }
}

fn line(line: &str) -> Option<(Url, (Timestamp, Verdict))> {
    let mut fields = line.split('\t');
    let when = Timestamp::from_second(fields.next()?.parse().ok()?).ok()?;
    let (url, to) = (Url::parse(fields.next()?).ok()?, fields.next()?);
    Some((url, (when, if to.is_empty() { Verdict::Good } else { Verdict::Moved(to.to_owned()) })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_news_is_remembered_for_some_days() {
        let (now, url) = ("2026-01-10T00:00:00Z".parse().unwrap(), Url::parse("https://a.kz/").unwrap());
        let mut memory = Memory::default();
        memory.learn(&url, now, &Verdict::Moved("https://b.kz/".to_owned()));
        let mut memory = Memory::from_text(&memory.text());
        let at = |day: &str| memory.find(&url, day.parse().unwrap(), 7).cloned();
        assert_eq!(at("2026-01-17T00:00:00Z"), Some(Verdict::Moved("https://b.kz/".to_owned())));
        assert_eq!(at("2026-01-18T00:00:00Z"), None);
        assert_eq!(at("2026-01-09T00:00:00Z"), None);
        memory.learn(&url, now, &Verdict::Dead("host", None));
        assert_eq!(memory.find(&url, now, 7), None);
    }

    #[test]
    fn what_is_of_another_form_is_forgotten() {
        assert_eq!(Memory::from_text("jarshy links 0\n0\thttps://a.kz/\t\n").text(), "jarshy links 1\n");
        assert_eq!(Memory::from_text("jarshy links 1\nx\n0\tb\n").text(), "jarshy links 1\n");
    }
}
