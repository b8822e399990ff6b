//! The pages of releases.

use crate::config::Switch;
use crate::language::{Language, dates, numbers};
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::{MediaUse, Release, ReleaseNo, State, TermNo, Translation};
use crate::parse::{AuthorFront, Precision, When};
use crate::plan::calendars::EVENT;
use crate::plan::draft::{Around, Draft, Shown};
use crate::plan::edition::{Edition, Standing};
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::share::share_links;
use crate::plan::sheet::Sheet;
use crate::plan::target::{List, Target};
use crate::plan::words::rfc3339;
use crate::view::{
    Attachment, Author, Content, ExpiredView, Head, Link, Moment, Original, OwnLanguage, RelatedLink, ReleaseView,
    ShareLink, SitemapUrl, Source,
};

/// A release in one language, as its page needs it.
#[derive(Clone, Copy)]
struct Subject<'r> {
    release: &'r Release,
    language: Language,
    translation: &'r Translation,
    standing: Standing,
}

impl Edition {
    /// All that a release puts into the site of one language.
    pub fn release_sheet(&self, no: ReleaseNo, language: Language) -> Sheet {
        let mut sheet = Sheet::default();
        let release = self.newsroom.release(no);
        let Some((standing, translation)) = self.standing(release, language).zip(release.translations.get(&language))
        else {
            return sheet;
        };
        let (permalink, file) = (self.permalink(release, language, translation), &translation.text.file);
        if standing != Standing::Expired {
            self.check(&translation.text, language, &mut sheet.findings);
            if self.has_calendar(release) {
                sheet.put(&permalink.beside(EVENT), Target::Event(no, language), file);
            }
        }
        sheet.put(&permalink, Target::Release(no, language), file);
        self.redirects(&translation.aliases, &permalink, language, file, &mut sheet);
        sheet
    }

    fn has_calendar(&self, release: &Release) -> bool {
        release.event.is_some() && self.config.outputs.calendars == Switch::On
    }

    /// The page of a release, without its neighbours, or the notice of one that has expired.
    pub fn release_draft(&self, no: ReleaseNo, language: Language) -> Option<Draft> {
        let release = self.newsroom.release(no);
        let (standing, translation) = self.standing(release, language).zip(release.translations.get(&language))?;
        let subject = Subject { release, language, translation, standing };
        let permalink = self.permalink(release, language, translation);
        let content = match standing {
            Standing::Expired => Content::Expired(self.expired(release, language)),
            _ => Content::Release(Box::new(self.release_view(subject, &permalink))),
        };
        Some(self.page(language, self.release_head(subject, &permalink), content))
    }

    /// What the page of a release shows of others.
    pub fn around(&self, no: ReleaseNo, language: Language) -> Shown {
        let shelf = self.releases(language);
        let Ok(at) = shelf.releases.binary_search(&no) else { return Shown::Nothing };
        let neighbour = |at: Option<usize>| shelf.releases.get(at?).copied();
        let related = if self.config.outputs.related == Switch::On { self.related(shelf, no) } else { Vec::new() };
        let around = Around { earlier: neighbour(at.checked_sub(1)), later: neighbour(Some(at + 1)), related };
        Shown::Around(language, around)
    }

    /// The entry of a release in the sitemap; nothing for one that search engines are not told of.
    pub fn release_url(&self, no: ReleaseNo, language: Language) -> Option<SitemapUrl> {
        let release = self.newsroom.release(no);
        let translation = release.translations.get(&language)?;
        let indexing = self.indexing(release, self.standing(release, language)?);
        if indexing == Indexing::No {
            return None;
        }
        let permalink = self.permalink(release, language, translation);
        let there = |lang: Language| self.there(release, lang);
        let origin = self.config.base_url.origin();
        let images = release.image.iter().chain(&release.gallery);
        let changed = self.updated(release, translation).map_or(&release.published_at, |when| &when.at);
        Some(SitemapUrl {
            url: self.absolute(&permalink),
            modified: Some(rfc3339(changed)),
            alternates: self.alternates(language, &permalink, indexing, &there),
            images: images.map(|image| format!("{origin}{}", self.media_url(image.media))).collect(),
        })
    }

    fn indexing(&self, release: &Release, standing: Standing) -> Indexing {
        match standing {
            Standing::Public => Indexing::Index(Some(release.original)),
            Standing::Borrowed => Indexing::Alone,
            Standing::Marked(_) | Standing::Expired => Indexing::No,
        }
    }

    /// Where a release stands in a language.
    fn there(&self, release: &Release, language: Language) -> There {
        match release.translations.get(&language).zip(self.standing(release, language)) {
            Some((translation, Standing::Marked(_) | Standing::Borrowed)) => {
                There::Apart(self.permalink(release, language, translation))
            }
            Some((translation, _)) => There::Same(self.permalink(release, language, translation)),
            None => There::Nearest(self.nearest_list(release, language)),
        }
    }

    fn release_head(&self, subject: Subject<'_>, permalink: &Permalink) -> Head {
        let Subject { release, language, translation, standing, .. } = subject;
        let there = |lang: Language| self.there(release, lang);
        let expired = standing == Standing::Expired;
        let mut head = self.head(
            language,
            Frame {
                kind: if expired { "expired" } else { "release" },
                title: if expired { self.t(language, "title-expired") } else { translation.title.clone() },
                description: if expired { String::new() } else { self.summary(translation) },
                permalink,
                section: Some("news"),
                there: &there,
                indexing: self.indexing(release, standing),
                image: release.image.as_ref().filter(|_| !expired).map(|image| self.image(image, language)),
                way: self.phrases(language).news.iter().cloned().collect(),
                feeds: Vec::new(),
            },
        );
        if let Some((lender, text)) = self.lender(release, translation) {
            head.canonical = self.absolute(&self.permalink(release, lender, text));
        }
        Self::titled(head, translation.text.borrowed.filter(|_| !expired).map(OwnLanguage::of))
    }

    /// The language and text of which the words of a text are, where it was not translated.
    fn lender<'r>(&self, release: &'r Release, translation: &Translation) -> Option<(Language, &'r Translation)> {
        let lender = translation.text.borrowed?;
        Some((lender, release.translations.get(&lender)?))
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
        let region = self.region(release);
        let name = region.and_then(|region| self.term_name(region, language));
        let own = region.and_then(|region| self.term_own(region, language));
        let title = name.map_or_else(|| self.t(language, "menu-news"), str::to_owned);
        let list = Link { title, url: self.local(&self.nearest_list(release, language)), own };
        ExpiredView { date: self.moment(language, &When { at, precision: Precision::Day }), list }
    }

    fn release_view(&self, subject: Subject<'_>, permalink: &Permalink) -> ReleaseView {
        let Subject { release, language, translation, .. } = subject;
        let terms = |taxonomy| self.term_links(release, taxonomy, language);
        let regions =
            release.terms.iter().map(|no| self.newsroom.term(*no)).filter(|term| term.taxonomy == Taxonomy::Region);
        let image = |media: &MediaUse| self.image(media, language);
        ReleaseView {
            uri: self.release_uri(release, language),
            title: translation.title.clone(),
            summary: translation.summary.clone(),
            kind: release.kind.word(),
            date: self.moment(language, &release.date),
            published: rfc3339(&release.published_at),
            publisher: self.other_publisher(language, release.date.at.date()),
            updated: self
                .updated(release, translation)
                .map(|when| Moment { iso: rfc3339(&when.at), ..self.moment(language, when) }),
            regions: terms(Taxonomy::Region),
            region_codes: regions.map(|term| term.code.clone().unwrap_or_default()).collect(),
            projects: terms(Taxonomy::Project),
            tags: terms(Taxonomy::Tag),
            author: translation.author.as_ref().map(author),
            source: source(release, translation),
            event: self.event(release, language, translation),
            calendar: self.has_calendar(release).then(|| self.local(&permalink.beside(EVENT))),
            image: release.image.as_ref().map(image),
            gallery: release.gallery.iter().map(image).collect(),
            attachments: release.attachments.iter().map(|media| self.attachment(media, language)).collect(),
            corrections: self.corrections(translation, language),
            words: translation.text.words,
            body: self.body(&translation.text, language),
            share: self.share(subject, permalink),
            earlier: None,
            later: None,
            related: Vec::new(),
            original: self.original(release, language).filter(|_| translation.text.borrowed.is_none()),
            own: self
                .lender(release, translation)
                .map(|(lang, text)| self.own(lang, &self.permalink(release, lang, text))),
            mark: self.mark(release, language),
            due: (self.state(release, translation) == State::Held).then(|| self.due(release, language)),
        }
    }

    /// The title and address of a release.
    pub fn release_link(&self, no: ReleaseNo, language: Language) -> Option<Link> {
        let release = self.newsroom.release(no);
        let translation = release.translations.get(&language)?;
        let url = self.local(&self.permalink(release, language, translation));
        Some(Link { title: translation.title.clone(), url, own: translation.text.borrowed.map(OwnLanguage::of) })
    }

    /// A release in 'read also'.
    pub fn related_link(&self, no: ReleaseNo, language: Language) -> Option<RelatedLink> {
        let Link { title, url, own } = self.release_link(no, language)?;
        Some(RelatedLink { title, url, own, date: self.moment(language, &self.newsroom.release(no).date) })
    }

    fn share(&self, subject: Subject<'_>, permalink: &Permalink) -> Vec<ShareLink> {
        let shown = matches!(subject.standing, Standing::Public | Standing::Borrowed);
        let links = || share_links(&subject.translation.title, &self.absolute(permalink));
        if shown && self.config.outputs.share == Switch::On { links() } else { Vec::new() }
    }

    fn original(&self, release: &Release, language: Language) -> Option<Original> {
        let lang = release.original;
        let text = release.translations.get(&lang).filter(|_| self.standing(release, lang).is_some());
        let url = text.map(|text| self.local(&self.permalink(release, lang, text)));
        (lang != self.config.written(language)).then(|| Original { lang, name: lang.endonym().to_owned(), url })
    }

    /// When a held release is public.
    fn due(&self, release: &Release, language: Language) -> Moment {
        let at = &release.published_at;
        let text = self.config.say(language, |spoken| dates::long_with_time(spoken, at.datetime()));
        Moment { iso: rfc3339(at), text: text.into() }
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
            size: self.config.say(language, |spoken| numbers::file_size(spoken, file.bytes)),
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
