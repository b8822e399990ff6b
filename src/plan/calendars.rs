//! Coming events: a list a language, and calendar files.

use crate::config::Switch;
use crate::language::Language;
use crate::location::{Permalink, Spot};
use crate::model::{Release, ReleaseNo, Translation};
use crate::parse::{Precision, When};
use crate::plan::draft::Draft;
use crate::plan::edition::Edition;
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::sheet::Sheet;
use crate::plan::target::Target;
use crate::plan::words::iso;
use crate::view::{Calendar, CalendarEvent, Content, Event, EventsView};
use jiff::Timestamp;

/// The calendar file of a release's event, beside its page.
pub const EVENT: &str = "event.ics";
/// The calendar file of all coming events, beside their list.
const EVENTS: &str = "events.ics";

impl Edition {
    /// The list of coming events, and its calendar file.
    pub fn events_sheet(&self, language: Language) -> Sheet {
        let mut sheet = Sheet::default();
        let permalink = Permalink::of(language, Spot::Events);
        if self.config.outputs.calendars == Switch::On {
            sheet.add(&permalink.beside(EVENTS), Target::Calendar(language));
        }
        if self.config.outputs.events == Switch::On {
            sheet.add(&permalink, Target::Events(language));
        }
        sheet
    }

    /// The list of coming events.
    pub fn events_draft(&self, language: Language) -> Draft {
        let permalink = Permalink::of(language, Spot::Events);
        let calendar = (self.config.outputs.calendars == Switch::On).then(|| self.local(&permalink.beside(EVENTS)));
        let (title, items) = (self.t(language, "menu-events"), self.coming_events(language));
        let head = self.events_head(language, &permalink, &title);
        self.page(language, head, Content::Events(EventsView { title, items, calendar }))
    }

    /// The calendar of coming events.
    pub fn coming_calendar(&self, language: Language) -> Calendar {
        let events = self.coming(language).into_iter();
        let events = events.filter_map(|(release, text)| self.calendar_event(release, language, text));
        self.calendar(language, events.collect())
    }

    fn events_head(&self, language: Language, permalink: &Permalink, title: &str) -> crate::view::Head {
        self.head(
            language,
            Frame {
                kind: "events",
                title: title.to_owned(),
                description: self.t_with(language, "describe-events", &[("site", self.publisher(language))]),
                permalink,
                section: Some("events"),
                there: &|lang| There::Same(Permalink::of(lang, Spot::Events)),
                indexing: Indexing::Index(None),
                image: None,
                way: Vec::new(),
                feeds: Vec::new(),
            },
        )
    }

    /// Coming events, soonest first.
    pub fn coming_events(&self, language: Language) -> Vec<Event> {
        self.coming(language).into_iter().filter_map(|(release, text)| self.event(release, language, text)).collect()
    }

    fn coming(&self, language: Language) -> Vec<(&Release, &Translation)> {
        let listed = self.releases(language).releases.iter().map(|no| self.newsroom.release(*no));
        let mut coming: Vec<(Timestamp, &Release, &Translation)> = listed
            .filter_map(|release| {
                let (starts, ends) = release.event.as_ref()?;
                let translation = release.translations.get(&language)?;
                (end(ends.as_ref().unwrap_or(starts)) > self.now).then(|| (starts.at.timestamp(), release, translation))
            })
            .collect();
        coming.sort_by_key(|(starts, release, _)| (*starts, &release.id));
        coming.into_iter().map(|(_, release, translation)| (release, translation)).collect()
    }

    /// The calendar of one release.
    pub fn release_calendar(&self, no: ReleaseNo, language: Language) -> Option<Calendar> {
        let release = self.newsroom.release(no);
        let event = self.calendar_event(release, language, release.translations.get(&language)?)?;
        Some(self.calendar(language, vec![event]))
    }

    fn calendar(&self, language: Language, events: Vec<CalendarEvent>) -> Calendar {
        let title = self.t_with(language, "calendar-title", &[("site", self.publisher(language))]);
        let title = self.isolated(language, &title);
        Calendar { title, lang: language, zone: self.config.zone_name.clone(), events }
    }

    fn calendar_event(
        &self,
        release: &Release,
        language: Language,
        translation: &Translation,
    ) -> Option<CalendarEvent> {
        let (starts, ends) = release.event.as_ref()?;
        let changed = self.updated(release, translation).map_or(release.published, |when| when.at.timestamp());
        let isolated = |text: &str| self.isolated(language, text);
        let host = self.config.authority.split(',').next().unwrap_or_default();
        Some(CalendarEvent {
            uid: format!("{}-{language}@{host}", release.id),
            title: isolated(&translation.title),
            url: self.absolute(&self.permalink(release, language, translation)),
            starts: iso(starts),
            ends: ends.as_ref().map(|ends| ending(starts, ends)),
            place: translation.event_place.as_deref().map(isolated),
            summary: isolated(&self.summary(translation)),
            stamp: changed.to_string(),
            sequence: translation.corrections.len() + usize::from(release.updated.is_some()),
        })
    }
}

/// An end as calendars take it, in the form of its beginning: a day after a day, an instant after an instant.
fn ending(starts: &When, ends: &When) -> String {
    match starts.precision {
        Precision::Day => ends.at.date().to_string(),
        Precision::Minute => end(ends).to_string(),
    }
}

/// The last instant of a date: of a day, the midnight at its end.
pub fn end(when: &When) -> Timestamp {
    match when.precision {
        Precision::Day => when.at.tomorrow().map_or_else(|_| when.at.timestamp(), |tomorrow| tomorrow.timestamp()),
        Precision::Minute => when.at.timestamp(),
    }
}
