//! The pages of releases.

use crate::config::Switch;
use crate::language::{Language, numbers};
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::{MediaUse, Release, ReleaseNo, TermNo, Translation};
use crate::parse::{AuthorFront, Precision, When};
use crate::plan::calendars::EVENT;
use crate::plan::cards::corrections;
use crate::plan::edition::{Edition, Shelf, Standing};
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::lists::List;
use crate::plan::sheet::Sheet;
use crate::plan::target::Target;
use crate::plan::words::{moment, rfc3339};
use crate::view::{
    Attachment, Author, Content, ExpiredView, Head, Link, Moment, Original, Page, RelatedLink, ReleaseView, Shared,
    Site, Source,
};
use std::sync::Arc;

/// A release in one language, as its page needs it.
#[derive(Clone, Copy)]
struct Subject<'r> {
    no: ReleaseNo,
    release: &'r Release,
    language: Language,
    translation: &'r Translation,
    standing: Standing,
}

impl Edition<'_> {
    /// All that a release puts into the site of one language.
    pub fn release_sheet(&self, no: ReleaseNo, language: Language, site: &Arc<Shared<Site>>) -> Sheet {
        let mut sheet = Sheet::default();
        let release = self.newsroom.release(no);
        let Some((standing, translation)) = self.standing(release, language).zip(release.translations.get(&language))
        else {
            return sheet;
        };
        let subject = Subject { no, release, language, translation, standing };
        let permalink = self.permalink(release, language, translation);
        let content = if standing == Standing::Expired {
            Content::Expired(self.expired(release, language))
        } else {
            let view = self.release_view(subject, &permalink, &mut sheet);
            if let Some(calendar) =
                self.release_calendar(release, language, translation).filter(|_| view.calendar.is_some())
            {
                sheet.put(&permalink.beside(EVENT), Target::Calendar(calendar), &translation.text.file);
            }
            Content::Release(Box::new(view))
        };
        let page = Page { site: site.clone(), head: self.release_head(subject, &permalink), content };
        sheet.put(&permalink, Target::Page(Box::new(page)), &translation.text.file);
        sheet
    }

    fn release_head(&self, subject: Subject<'_>, permalink: &Permalink) -> Head {
        let Subject { release, language, translation, standing, .. } = subject;
        let there = |lang: Language| match release.translations.get(&lang).zip(self.standing(release, lang)) {
            Some((translation, Standing::Marked(_))) => There::Marked(self.permalink(release, lang, translation)),
            Some((translation, _)) => There::Same(self.permalink(release, lang, translation)),
            None => There::Nearest(self.nearest_list(release, lang)),
        };
        let expired = standing == Standing::Expired;
        let news = self.local(&Permalink::of(language, Spot::News));
        self.head(
            language,
            Frame {
                kind: if expired { "expired" } else { "release" },
                title: if expired { self.t(language, "title-expired") } else { translation.title.clone() },
                description: if expired { String::new() } else { self.summary(translation) },
                permalink,
                section: Some("news"),
                there: &there,
                indexing: if standing == Standing::Public {
                    Indexing::Index(Some(release.original))
                } else {
                    Indexing::No
                },
                image: release.image.as_ref().filter(|_| !expired).map(|image| self.image(image, language)),
                way: vec![Link { title: self.t(language, "menu-news"), url: news }],
                feeds: Vec::new(),
            },
        )
    }

    fn region(&self, release: &Release) -> Option<TermNo> {
        release.terms.iter().copied().find(|no| self.newsroom.term(*no).taxonomy == Taxonomy::Region)
    }

    /// The list of a language that comes nearest to a release: that of its region.
    fn nearest_list(&self, release: &Release, language: Language) -> Permalink {
        let region = self.region(release);
        let region = region.filter(|no| self.has_list(List::Term(*no), language));
        region.map_or_else(|| Permalink::of(language, Spot::News), |no| self.term_permalink(no, language))
    }

    fn expired(&self, release: &Release, language: Language) -> ExpiredView {
        let at = release.expires.clone().unwrap_or_else(|| release.published_at.clone());
        let name = self.region(release).and_then(|region| self.term_name(region, language));
        let title = name.map_or_else(|| self.t(language, "menu-news"), str::to_owned);
        let list = Link { title, url: self.local(&self.nearest_list(release, language)) };
        ExpiredView { date: moment(language, &When { at, precision: Precision::Day }), list }
    }

    fn release_view(&self, subject: Subject<'_>, permalink: &Permalink, sheet: &mut Sheet) -> ReleaseView {
        let Subject { no, release, language, translation, .. } = subject;
        let shelf = self.releases(language);
        let (earlier, later) = self.neighbours(shelf, no, language);
        let terms = |taxonomy| self.term_links(&release.terms, taxonomy, language);
        let regions =
            release.terms.iter().map(|no| self.newsroom.term(*no)).filter(|term| term.taxonomy == Taxonomy::Region);
        let image = |media: &MediaUse| self.image(media, language);
        let calendar = release.event.as_ref().filter(|_| self.config.outputs.calendars == Switch::On);
        ReleaseView {
            uri: self.release_uri(release, language),
            title: translation.title.clone(),
            summary: translation.summary.clone(),
            kind: release.kind.word(),
            date: moment(language, &release.date),
            published: rfc3339(&release.published_at),
            updated: self
                .updated(release, translation)
                .map(|when| Moment { iso: rfc3339(&when.at), ..moment(language, when) }),
            regions: terms(Taxonomy::Region),
            region_codes: regions.map(|term| term.code.clone().unwrap_or_default()).collect(),
            projects: terms(Taxonomy::Project),
            tags: terms(Taxonomy::Tag),
            author: translation.author.as_ref().map(author),
            source: source(release, translation),
            event: self.event(release, language, translation),
            calendar: calendar.map(|_| self.local(&permalink.beside(EVENT))),
            image: release.image.as_ref().map(image),
            gallery: release.gallery.iter().map(image).collect(),
            attachments: release.attachments.iter().map(|media| self.attachment(media, language)).collect(),
            corrections: corrections(translation, language),
            words: translation.text.words,
            body: self.body(&translation.text, language, &mut sheet.findings),
            earlier,
            later,
            related: self.related_links(shelf, no, language),
            original: self.original(release, language),
            mark: self.mark(release, language),
        }
    }

    fn neighbours(&self, shelf: &Shelf, no: ReleaseNo, language: Language) -> (Option<Link>, Option<Link>) {
        let Ok(at) = shelf.releases.binary_search(&no) else { return (None, None) };
        let link = |at: usize| shelf.releases.get(at).and_then(|no| self.release_link(*no, language));
        (at.checked_sub(1).and_then(link), link(at + 1))
    }

    fn release_link(&self, no: ReleaseNo, language: Language) -> Option<Link> {
        let release = self.newsroom.release(no);
        let translation = release.translations.get(&language)?;
        let url = self.local(&self.permalink(release, language, translation));
        Some(Link { title: translation.title.clone(), url })
    }

    fn related_links(&self, shelf: &Shelf, no: ReleaseNo, language: Language) -> Vec<RelatedLink> {
        if self.config.outputs.related == Switch::Off {
            return Vec::new();
        }
        let link = |no: ReleaseNo| {
            let Link { title, url } = self.release_link(no, language)?;
            Some(RelatedLink { title, url, date: moment(language, &self.newsroom.release(no).date) })
        };
        self.related(shelf, no).into_iter().filter_map(link).collect()
    }

    fn original(&self, release: &Release, language: Language) -> Option<Original> {
        let lang = release.original;
        let text = release.translations.get(&lang).filter(|_| self.standing(release, lang).is_some());
        let url = text.map(|text| self.local(&self.permalink(release, lang, text)));
        (lang != language).then(|| Original { lang, name: lang.endonym().to_owned(), url })
    }

    fn attachment(&self, media: &MediaUse, language: Language) -> Attachment {
        let file = &self.newsroom.media(media.media).file;
        let name = file.file.rsplit('/').next().unwrap_or_default();
        let title = media.words.get(&language).and_then(|words| words.title.clone());
        Attachment {
            title: title.unwrap_or_else(|| name.to_owned()),
            url: self.media_url(media.media),
            kind: name.rsplit('.').next().unwrap_or_default().to_uppercase(),
            media_type: file.media_type().unwrap_or("application/octet-stream"),
            size: numbers::file_size(language, file.bytes),
            bytes: file.bytes,
        }
    }
}

fn author(author: &AuthorFront) -> Author {
    Author { name: author.name.clone(), role: author.role.clone(), organization: author.organization.clone() }
}

fn source(release: &Release, translation: &Translation) -> Option<Source> {
    let (name, url) = (translation.source_name.clone(), release.source_url.clone());
    (name.is_some() || url.is_some()).then_some(Source { name, url })
}
