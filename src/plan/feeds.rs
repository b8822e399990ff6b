//! Feeds: of the whole newsroom and of each term, and the lists of them.

use crate::config::Switch;
use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::{MediaUse, Release, ReleaseNo, TermNo, Translation};
use crate::plan::draft::{Draft, Shown};
use crate::plan::edition::{Edition, Standing};
use crate::plan::sheet::Sheet;
use crate::plan::target::{List, Target};
use crate::plan::words::rfc3339;
use crate::view::{Body, Feed, FeedFormat, FeedItem, FeedMedia, Medium, Opml, OpmlEntry, View};
use jiff::{Timestamp, Zoned};

/// How many releases a feed holds.
const SIZE: usize = 30;

impl Edition {
    /// All feeds of a language, and the list of them.
    pub fn feeds_sheet(&self, language: Language) -> Sheet {
        let mut sheet = Sheet::default();
        let outputs = &self.config.outputs;
        self.feeds_of(List::News, language, &outputs.site_feeds, &mut sheet);
        for no in Taxonomy::ALL.into_iter().flat_map(|taxonomy| self.index_terms(taxonomy, language)) {
            self.feeds_of(List::Term(no), language, &outputs.term_feeds, &mut sheet);
        }
        if outputs.opml == Switch::On && self.has_feeds() {
            let permalink = Permalink::of(language, Spot::Home).beside("feeds.opml");
            sheet.add(&permalink, Target::Opml(language));
        }
        sheet
    }

    fn feeds_of(&self, list: List, language: Language, formats: &[FeedFormat], sheet: &mut Sheet) {
        for format in formats {
            let permalink = self.feed_place(list, language).beside(format.file());
            sheet.add(&permalink, Target::Feed(list, language, *format));
        }
    }

    /// A feed, to be filled with its newest public releases.
    pub fn feed_draft(&self, list: List, language: Language, format: FeedFormat) -> Draft {
        let public = |no: &&ReleaseNo| self.standing(self.newsroom.release(**no), language) == Some(Standing::Public);
        let newest: Vec<ReleaseNo> =
            self.listed(list, language).iter().rev().filter(public).take(SIZE).copied().collect();
        let feed = self.feed(list, language, format, &newest);
        Draft::whole(View::Feed(feed)).showing(Shown::Items(language, newest))
    }

    /// The page in whose folder a list's feeds lie: the front page for all releases.
    fn feed_place(&self, list: List, language: Language) -> Permalink {
        match list {
            List::News => Permalink::of(language, Spot::Home),
            List::Term(no) => self.term_permalink(no, language),
        }
    }

    fn list_name(&self, list: List, language: Language) -> Option<&str> {
        match list {
            List::News => None,
            List::Term(no) => self.term_name(no, language),
        }
    }

    fn feed(&self, list: List, language: Language, format: FeedFormat, releases: &[ReleaseNo]) -> Feed {
        let place = self.feed_place(list, language);
        let name = self.list_name(list, language);
        let title = self.isolated(language, &self.feed_title(language, name));
        let newest = releases.iter().filter_map(|no| self.changed(*no, language)).max_by_key(|at| at.timestamp());
        let of = match list {
            // No release has an id with a slash.
            List::News => "lists/news".to_owned(),
            List::Term(no) => format!("{}/{}", self.newsroom.term(no).taxonomy.word(), self.newsroom.term(no).id),
        };
        Feed {
            format,
            lang: language,
            description: self.feed_description(language, name).unwrap_or_else(|| title.clone()),
            title,
            id: format!("tag:{}:{of}/{language}", self.config.authority),
            url: self.absolute(&place.beside(format.file())),
            home: self.absolute(&place),
            origin: self.config.base_url.origin().to_owned(),
            updated: newest.map_or_else(|| Timestamp::UNIX_EPOCH.to_string(), rfc3339),
            publisher: self.publisher_on(language, self.today())[0].to_owned(),
            corrections_title: self.t(language, "corrections"),
            items: Vec::new(),
        }
    }

    /// The instant of the last announced change, else of publication.
    pub fn changed(&self, no: ReleaseNo, language: Language) -> Option<&Zoned> {
        let release = self.newsroom.release(no);
        let translation = release.translations.get(&language)?;
        Some(self.updated(release, translation).map_or(&release.published_at, |when| &when.at))
    }

    fn feed_description(&self, language: Language, name: Option<&str>) -> Option<String> {
        let site = self.publisher(language);
        match name {
            Some(name) => Some(self.t_with(language, "feed-describe", &[("name", name), ("site", site)])),
            None => {
                self.config.identity.get(&language).map(|site| site.description.clone()).filter(|text| !text.is_empty())
            }
        }
    }

    /// An entry of a feed.
    pub fn feed_item(&self, no: ReleaseNo, language: Language) -> Option<FeedItem> {
        let release = self.newsroom.release(no);
        let translation = release.translations.get(&language)?;
        let published = rfc3339(&release.published_at);
        let day = release.date.at.date();
        let category = |no: &TermNo| match self.newsroom.term(*no).taxonomy {
            Taxonomy::Tag => Some((Taxonomy::Tag, self.term_name(*no, language)?)),
            taxonomy => Some((taxonomy, self.name_on(*no, day, language))),
        };
        let categories = release.terms.iter().filter_map(category);
        let categories = categories.map(|(taxonomy, name)| (taxonomy, self.isolated(language, name)));
        Some(FeedItem {
            id: self.release_uri(release, language),
            title: self.isolated(language, &translation.title),
            url: self.absolute(&self.permalink(release, language, translation)),
            updated: self.changed(no, language).map_or_else(|| published.clone(), rfc3339),
            published,
            summary: self.isolated(language, &self.summary(translation)),
            author: self.isolated(language, &self.signature(release, translation, language)),
            categories: categories.collect(),
            media: self.feed_media(release, language),
            corrections: self.corrections(translation, language),
            body: Body { parts: None, ..self.body(&translation.text, language) },
        })
    }

    /// Who signs, in one line; the publisher of that day where nobody does.
    fn signature(&self, release: &Release, translation: &Translation, language: Language) -> String {
        let author = translation.author.as_ref();
        let parts = author.map(|author| [author.name.clone(), author.role.clone(), author.organization.clone()]);
        let signed: Vec<String> = parts.into_iter().flatten().flatten().collect();
        match signed.is_empty() {
            true => self.publisher_on(language, release.date.at.date())[1].to_owned(),
            false => signed.join(", "),
        }
    }

    fn feed_media(&self, release: &Release, language: Language) -> Vec<FeedMedia> {
        let of = |media: &MediaUse, medium: Medium| {
            let file = &self.newsroom.media(media.media).file;
            let words = media.words.get(&language).cloned().unwrap_or_default();
            let isolated = |text: String| self.isolated(language, &text);
            FeedMedia {
                url: self.absolute(&self.newsroom.media(media.media).permalink),
                media_type: file.media_type().unwrap_or("application/octet-stream"),
                bytes: file.bytes,
                title: words.title.or(words.alt).map(isolated).unwrap_or_default(),
                description: words.caption.map(isolated),
                credit: words.credit.or_else(|| media.credit.clone()).map(isolated),
                medium,
            }
        };
        let pictures = release.image.iter().chain(&release.gallery).map(|media| of(media, Medium::Image));
        pictures.chain(release.attachments.iter().map(|media| of(media, Medium::Document))).collect()
    }

    /// The list of feeds.
    pub fn opml(&self, language: Language) -> Opml {
        let entry = |list: List, formats: &[FeedFormat]| {
            let format = formats.first()?;
            let place = self.feed_place(list, language);
            Some(OpmlEntry {
                title: self.isolated(language, &self.feed_title(language, self.list_name(list, language))),
                feed: self.absolute(&place.beside(format.file())),
                page: self.absolute(&place),
                lang: language,
            })
        };
        let outputs = &self.config.outputs;
        let news = (self.t(language, "menu-news"), entry(List::News, &outputs.site_feeds).into_iter().collect());
        let terms = Taxonomy::ALL.into_iter().map(|taxonomy| {
            let terms = self.terms_by_name(taxonomy, language).into_iter().map(List::Term);
            let entries = terms.filter_map(|list| entry(list, &outputs.term_feeds)).collect();
            (self.t(language, &format!("menu-{}", taxonomy.word())), entries)
        });
        let groups =
            std::iter::once(news).chain(terms).filter(|(_, entries): &(String, Vec<OpmlEntry>)| !entries.is_empty());
        Opml {
            title: self.isolated(language, &self.t_with(language, "opml-title", &[("site", self.publisher(language))])),
            groups: groups.collect(),
        }
    }
}
