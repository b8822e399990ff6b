//! The frame of every page: head, menu, language switcher.

use crate::config::{ContactEntry, Switch as Output};
use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::StandingPage;
use crate::plan::draft::Draft;
use crate::plan::edition::Edition;
use crate::view::{
    Alternate, Contact, Content, FeedFormat, FeedLink, Head, Image, Link, Made, MenuItem, OwnLanguage, Page, Shared,
    Site, Switch, SwitchState,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where the switcher of a page leads in one language.
#[derive(Clone, Debug)]
pub enum There {
    /// The same place.
    Same(Permalink),
    /// The same place, of which search engines are not told: only editors see it, or it is not translated.
    Apart(Permalink),
    /// No such place: the nearest list.
    Nearest(Permalink),
}

/// What is particular to the head of a page.
pub struct Frame<'f> {
    /// The kind of page.
    pub kind: &'static str,
    /// The title.
    pub title: String,
    /// The description.
    pub description: String,
    /// The page.
    pub permalink: &'f Permalink,
    /// The menu entry that it belongs to.
    pub section: Option<&'static str>,
    /// Where the switcher leads in a language.
    pub there: &'f dyn Fn(Language) -> There,
    /// What search engines are told.
    pub indexing: Indexing,
    /// The picture for previews.
    pub image: Option<Image>,
    /// The pages between the front page and this one.
    pub way: Vec<Arc<Link>>,
    /// The feeds of this place.
    pub feeds: Vec<FeedLink>,
}

/// What search engines are told of a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Indexing {
    /// To index it, with its other languages; `x-default` is the default language's page, else that of the original's
    /// language where there is one, else the first that exists: the same on all pages of a place.
    Index(Option<Language>),
    /// To index it without other languages.
    Alone,
    /// Not to.
    No,
}

impl Edition {
    /// The head of a page.
    pub fn head(&self, language: Language, frame: Frame<'_>) -> Head {
        let url = self.local(frame.permalink);
        let mut breadcrumbs: Vec<Arc<Link>> = self.phrases(language).home.iter().chain(&frame.way).cloned().collect();
        if frame.kind != "home" {
            breadcrumbs.push(Arc::new(Link { title: frame.title.clone(), url: url.clone(), own: None }));
        }
        let alternates = self.alternates(language, frame.permalink, frame.indexing, frame.there);
        let locale = language.open_graph();
        let exists = |lang: &Language| alternates.iter().any(|one| one.lang == lang.as_str());
        let locales = self.config.languages.iter().filter(exists).map(|lang| lang.open_graph());
        let others: BTreeSet<String> = locales.filter(|other| *other != locale).collect();
        let switcher = self.switcher(language, &url, frame.there);
        let original = |of| switcher.iter().find(|entry: &&Switch| entry.lang == of);
        let converted = self.config.variant(language).and_then(|variant| original(variant.of));
        Head {
            kind: frame.kind,
            description: if frame.description.is_empty() { frame.title.clone() } else { frame.description },
            title: frame.title,
            canonical: self.absolute(frame.permalink),
            robots: if frame.indexing == Indexing::No { "noindex" } else { "index" },
            section: frame.section,
            converted: converted.cloned(),
            switcher,
            locale,
            other_locales: others.into_iter().collect(),
            alternates,
            url,
            image: frame.image,
            breadcrumbs,
            feeds: frame.feeds,
        }
    }

    /// The same head where the page's own title is of another language.
    pub fn titled(mut head: Head, own: Option<OwnLanguage>) -> Head {
        if let Some(last) = head.breadcrumbs.last_mut() {
            Arc::make_mut(last).own = own;
        }
        head
    }

    fn switcher(&self, language: Language, here: &str, there: &dyn Fn(Language) -> There) -> Vec<Switch> {
        let switch = |lang: Language| {
            let (state, url) = match there(lang) {
                _ if lang == language => (SwitchState::Here, here.to_owned()),
                There::Same(permalink) | There::Apart(permalink) => (SwitchState::There, self.local(&permalink)),
                There::Nearest(permalink) => (SwitchState::Missing, self.local(&permalink)),
            };
            let (name, short) = (lang.endonym().to_owned(), lang.abbreviation().to_owned());
            let of = self.config.variant(lang).map(|variant| variant.of);
            Switch { lang, name, short, url, state, of }
        };
        self.config.languages.iter().map(switch).collect()
    }

    /// The languages in which a page exists, each with its address, and one `x-default`.
    pub fn alternates(
        &self,
        language: Language,
        permalink: &Permalink,
        indexing: Indexing,
        there: &dyn Fn(Language) -> There,
    ) -> Vec<Alternate> {
        let Indexing::Index(original) = indexing else { return Vec::new() };
        let place = |lang: Language| match there(lang) {
            _ if lang == language => Some((lang, permalink.clone())),
            There::Same(permalink) => Some((lang, permalink)),
            There::Apart(_) | There::Nearest(_) => None,
        };
        let found: Vec<(Language, Permalink)> = self.config.languages.iter().filter_map(place).collect();
        let of = |lang: Language| found.iter().find(|(other, _)| *other == lang);
        let default = of(self.config.languages.default()).or_else(|| of(original?)).or(found.first());
        let default = default.map(|(_, permalink)| ("x-default", permalink));
        let all = found.iter().map(|(lang, permalink)| (lang.as_str(), permalink)).chain(default);
        all.map(|(lang, permalink)| Alternate { lang: lang.to_owned(), url: self.absolute(permalink) }).collect()
    }

    /// A page of a language that is complete.
    pub fn page(&self, language: Language, head: Head, content: Content) -> Draft {
        let site = self.shared_site(language).unwrap_or_else(|| self.site(language));
        Draft::page(Page { site, head, content })
    }

    /// The feeds of a place in the given formats; `name` is the term's, none for the whole newsroom.
    pub fn feed_links(
        &self,
        language: Language,
        place: &Permalink,
        name: Option<&str>,
        formats: &[FeedFormat],
    ) -> Vec<FeedLink> {
        let title = self.feed_title(language, name);
        let link = |format: &FeedFormat| FeedLink {
            title: title.clone(),
            url: self.local(&place.beside(format.file())),
            format: format.word(),
            media_type: format.media_type(),
        };
        formats.iter().map(link).collect()
    }

    /// The title of a feed.
    pub fn feed_title(&self, language: Language, name: Option<&str>) -> String {
        let site = self.publisher(language);
        match name {
            Some(name) => self.t_with(language, "feed-title", &[("site", site), ("name", name)]),
            None => self.t_with(language, "feed-news", &[("site", site)]),
        }
    }

    /// What all pages of a language share.
    pub fn site(&self, language: Language) -> Arc<Shared<Site>> {
        let identity = self.config.identity.get(&language).cloned().unwrap_or_default();
        let home = Permalink::of(language, Spot::Home);
        let outputs = &self.config.outputs;
        let opml = outputs.opml == Output::On && self.has_feeds();
        let assets = self.theme.assets.iter().map(|(name, asset)| (name.clone(), self.local(&asset.permalink)));
        let [name, short_name] = self.publisher_on(language, self.today()).map(str::to_owned);
        Shared::new(Site {
            lang: language,
            dir: language.direction(),
            name,
            short_name,
            description: identity.description,
            address: identity.address,
            legal: identity.legal,
            former: self.former_publishers(language),
            origin: self.config.base_url.origin().to_owned(),
            home: self.local(&home),
            news: self.local(&Permalink::of(language, Spot::News)),
            menu: self.menu(language),
            pages: self.standing_links(language),
            corrections: self.corrections_permalink(language).map(|permalink| self.local(&permalink)),
            contacts: self.config.contacts.iter().map(|entry| self.contact(entry, language)).collect(),
            feeds: self.feed_links(language, &home, None, &outputs.site_feeds),
            opml: opml.then(|| self.local(&home.beside("feeds.opml"))),
            structured: outputs.json_ld == Output::On,
            style: self.local(&self.theme.style_permalink),
            assets: assets.collect(),
            panel: Made::default(),
        })
    }

    /// Whether any feed is made.
    pub fn has_feeds(&self) -> bool {
        !self.config.outputs.site_feeds.is_empty() || !self.config.outputs.term_feeds.is_empty()
    }

    fn menu(&self, language: Language) -> Vec<MenuItem> {
        let mut items = vec![("news", Spot::News)];
        let indexed = |taxonomy: &Taxonomy| self.index_terms(*taxonomy, language).next().is_some();
        let indexes = Taxonomy::ALL.into_iter().filter(indexed);
        items.extend(indexes.map(|taxonomy| (taxonomy.word(), Spot::Index(taxonomy))));
        if self.config.outputs.events == Output::On {
            items.push(("events", Spot::Events));
        }
        let item = |(key, spot): (&'static str, Spot<'_>)| {
            let url = self.local(&Permalink::of(language, spot));
            MenuItem { key, title: self.t(language, &format!("menu-{key}")), url }
        };
        items.into_iter().map(item).collect()
    }

    fn standing_links(&self, language: Language) -> Vec<Link> {
        let link = |page: &StandingPage| {
            let text = page.texts.get(&language)?;
            let url = self.local(&Permalink::of(language, Spot::Standing(&page.id)));
            Some(Link { title: text.title.clone(), url, own: text.text.borrowed.map(OwnLanguage::of) })
        };
        self.newsroom.pages.iter().filter_map(link).collect()
    }

    fn contact(&self, entry: &ContactEntry, language: Language) -> Contact {
        let dialled = |c: &char| c.is_ascii_digit() || *c == '+';
        Contact {
            kind: entry.kind.to_owned(),
            label: self.config.name_in(&entry.labels, language).unwrap_or_default().to_owned(),
            value: entry.value.clone(),
            href: match entry.kind {
                "email" => Some(format!("mailto:{}", entry.value)),
                "phone" => Some(format!("tel:{}", entry.value.chars().filter(dialled).collect::<String>())),
                "link" => Some(entry.value.clone()),
                _ => None,
            },
        }
    }
}
