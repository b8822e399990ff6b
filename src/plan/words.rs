//! Interface words and dates, as views show them.

use crate::language::{Language, bidi, dates};
use crate::location::{Permalink, Spot};
use crate::model::TermNo;
use crate::parse::{Precision, When};
use crate::plan::edition::Edition;
use crate::plan::phrases::Phrases;
use crate::plan::target::List;
use crate::theme::Arg;
use crate::view::{Link, Moment};
use jiff::Zoned;
use jiff::civil::Date;
use std::sync::Arc;

impl Edition {
    /// What is said again and again in a language.
    pub fn take_phrases(&self, language: Language) -> Phrases {
        let link = |key: &str, spot: Spot<'_>| {
            let url = self.local(&Permalink::of(language, spot));
            Link { title: self.t(language, key), url, own: None }
        };
        let term = |no: TermNo| {
            let title = self.latest_name(no, language).filter(|_| self.has_list(List::Term(no), language))?;
            let url = self.local(&self.term_permalink(no, language));
            let former = self.former_links(no, language, &url);
            let own = self.term_own(no, language);
            Some((Arc::new(Link { title: title.to_owned(), url, own }), former))
        };
        let terms = (0..).map(TermNo).zip(&self.newsroom.terms).map(|(no, _)| term(no));
        let links = [link("menu-home", Spot::Home), link("menu-news", Spot::News)];
        let days = self.newsroom.releases.iter().map(|release| release.date.at.date());
        Phrases::new(links, self.text_words(language), self.parts(language), terms.collect(), days)
    }

    /// An interface string without variables.
    pub fn t(&self, language: Language, key: &str) -> String {
        self.theme.strings(language).text(key, &[])
    }

    /// An interface string with texts.
    pub fn t_with(&self, language: Language, key: &str, texts: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg<'_>)> = texts.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
        self.theme.strings(language).text(key, &args)
    }

    /// The text as it stands where no markup can tell in which direction it runs.
    pub fn isolated(&self, language: Language, text: &str) -> String {
        bidi::isolated(language, text).into_owned()
    }

    /// A number of releases with its noun.
    pub fn count(&self, language: Language, count: usize) -> String {
        let count = Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
        self.theme.strings(language).text("count-releases", &[("count", count)])
    }

    /// A date in the long form of the language.
    pub fn moment(&self, language: Language, when: &When) -> Moment {
        Moment { iso: iso(when), text: self.long(language, when.at.date()) }
    }

    /// The day in the long form.
    fn long(&self, language: Language, day: Date) -> Arc<str> {
        self.phrases(language).long(day, || self.config.say(language, |spoken| dates::long(spoken, day)))
    }

    /// A beginning and an end in words: as a range of days, or with the hours.
    pub fn period(&self, language: Language, starts: &When, ends: Option<&When>) -> String {
        self.config.say(language, |spoken| period(spoken, starts, ends))
    }

    /// The publisher's short name.
    pub fn publisher(&self, language: Language) -> &str {
        let [_, short_name] = self.publisher_on(language, self.today());
        short_name
    }
}

/// A date as it was written: the day, or the instant with its offset.
pub fn iso(when: &When) -> String {
    match when.precision {
        Precision::Day => when.at.date().to_string(),
        Precision::Minute => rfc3339(&when.at),
    }
}

/// An instant with the offset of its day: `2024-10-18T10:30:00+05:00`.
pub fn rfc3339(at: &Zoned) -> String {
    at.timestamp().display_with_offset(at.offset()).to_string()
}

fn period(language: Language, starts: &When, ends: Option<&When>) -> String {
    let timed = |when: &When| match when.precision {
        Precision::Day => dates::long(language, when.at.date()),
        Precision::Minute => dates::long_with_time(language, when.at.datetime()),
    };
    let precisions = |ends: &When| (starts.precision, ends.precision);
    match ends {
        None => timed(starts),
        Some(ends) if precisions(ends) == (Precision::Day, Precision::Day) => {
            dates::range(language, starts.at.date(), ends.at.date())
        }
        Some(ends) if ends.at.date() != starts.at.date() => format!("{} — {}", timed(starts), timed(ends)),
        Some(ends) if precisions(ends) == (Precision::Minute, Precision::Minute) => {
            format!("{}–{}", timed(starts), ends.at.strftime("%H:%M"))
        }
        // One of the two tells the hour, the other no more than the day.
        Some(ends) => timed(if starts.precision == Precision::Minute { starts } else { ends }),
    }
}
