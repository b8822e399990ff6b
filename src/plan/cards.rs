//! What lists, feeds and calendars show of a release.

use crate::language::Language;
use crate::location::Taxonomy;
use crate::model::{Release, ReleaseNo, Translation};
use crate::parse::When;
use crate::plan::edition::Edition;
use crate::plan::words::iso;
use crate::view::{Card, Event, Image, Moment, OwnLanguage};

impl Edition {
    /// `tag:AUTHORITY:<release id>/<language>` (RFC 4151): hangs on no URL.
    pub fn release_uri(&self, release: &Release, language: Language) -> String {
        format!("tag:{}:{}/{language}", self.config.authority, release.id)
    }

    /// The last announced change: what `updated` says, or a later correction.
    pub fn updated<'r>(&self, release: &'r Release, translation: &'r Translation) -> Option<&'r When> {
        let corrected = translation.corrections.first().map(|(when, _)| when);
        let announced = release.updated.iter().chain(corrected).filter(|when| when.at.timestamp() > release.published);
        announced.max_by_key(|when| when.at.timestamp())
    }

    /// What stands in for a text: its summary, else its beginning.
    pub fn summary(&self, translation: &Translation) -> String {
        translation.summary.clone().unwrap_or_else(|| translation.text.opening.clone())
    }

    /// The event of a release.
    pub fn event(&self, release: &Release, language: Language, translation: &Translation) -> Option<Event> {
        let (starts, ends) = release.event.as_ref()?;
        let one = |when: &When| Moment { iso: iso(when), text: self.period(language, when, None).into() };
        Some(Event {
            title: translation.title.clone(),
            url: self.local(&self.permalink(release, language, translation)),
            starts: one(starts),
            ends: ends.as_ref().map(one),
            text: self.period(language, starts, ends.as_ref()),
            place: translation.event_place.clone(),
            own: translation.text.borrowed.map(OwnLanguage::of),
        })
    }

    /// A release as lists show it.
    pub fn card(&self, no: ReleaseNo, language: Language) -> Option<Card> {
        let release = self.newsroom.release(no);
        let translation = release.translations.get(&language)?;
        let image = release.image.as_ref().map(|image| self.image(image, language));
        Some(Card {
            title: translation.title.clone(),
            url: self.local(&self.permalink(release, language, translation)),
            date: self.moment(language, &release.date),
            summary: self.summary(translation),
            kind: release.kind.word(),
            regions: self.term_links(release, Taxonomy::Region, language),
            projects: self.term_links(release, Taxonomy::Project, language),
            image: image.map(|image| Image { caption: None, credit: None, ..image }),
            mark: self.mark(release, language),
            own: translation.text.borrowed.map(OwnLanguage::of),
        })
    }
}
