//! Where pages lead: nowhere to nothing, and to nobody else's server before the reader clicks.

use crate::site::{Site, attributes, tag, texts};
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use url::Url;

/// Where the demo stands by its own settings.
const DEMO: &str = "https://assembly.example/news";

/// Attributes that hold one address.
const ADDRESSES: [&str; 8] = ["href", "src", "poster", "action", "cite", "data", "formaction", "xlink:href"];

/// An address of a page, and whether a browser fetches it without being asked.
struct Reference {
    url: String,
    loaded: bool,
}

fn references(page: &Html) -> Vec<Reference> {
    let mut found = Vec::new();
    for element in page.root_element().descendent_elements() {
        let name = element.value().name();
        let rel = element.attr("rel").unwrap_or_default();
        let followed = matches!(name, "a" | "blockquote" | "q" | "meta") || rel == "canonical" || rel == "alternate";
        for url in addresses(&element) {
            found.push(Reference { url, loaded: !followed });
        }
    }
    found
}

fn addresses(element: &ElementRef<'_>) -> Vec<String> {
    let one = ADDRESSES.iter().filter_map(|name| element.attr(name)).map(str::to_owned);
    let srcset = element.attr("srcset").into_iter().flat_map(|set| set.split(','));
    let srcset = srcset.filter_map(|candidate| candidate.split_whitespace().next()).map(str::to_owned);
    let content = element.attr("content").unwrap_or_default();
    let property = element.attr("property").unwrap_or_default();
    let refresh = content.split_once("url=").map(|(_, url)| url.to_owned());
    let preview = matches!(property, "og:url" | "og:image").then(|| content.to_owned());
    one.chain(srcset).chain(refresh).chain(preview).collect()
}

/// The output as a web server shows it under `base`.
struct Web {
    base: String,
    files: BTreeSet<String>,
    ids: BTreeMap<String, BTreeSet<String>>,
}

impl Web {
    fn new(site: &Site, pages: &BTreeMap<String, Html>, base: &str) -> Self {
        let ids = |page: &Html| attributes(page, "[id]", "id").into_iter().collect();
        let ids = pages.iter().map(|(path, page)| (path.clone(), ids(page))).collect();
        Self { base: format!("{base}/"), files: site.paths(), ids }
    }

    fn url_of(&self, path: &str) -> String {
        let folder = path.strip_suffix("index.html").unwrap_or(path);
        format!("{}{folder}", self.base)
    }

    /// The file behind an address; `None` where the address leads out of the site.
    fn file(&self, url: &Url) -> Option<String> {
        let mut plain = url.clone();
        plain.set_fragment(None);
        let path = plain.as_str().strip_prefix(&self.base)?;
        let path = percent_encoding::percent_decode_str(path).decode_utf8().unwrap().into_owned();
        Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path })
    }

    /// Why an address on a page is wrong.
    fn fault(&self, page: &str, reference: &Reference) -> Option<&'static str> {
        let Ok(url) = Url::parse(&self.url_of(page)).unwrap().join(&reference.url) else { return Some("malformed") };
        let Some(file) = self.file(&url) else {
            let own = url.host_str() == Url::parse(&self.base).unwrap().host_str();
            let allowed = matches!(url.scheme(), "http" | "https" | "mailto" | "tel");
            return match () {
                () if own => Some("outside of the base"),
                () if !allowed => Some("scheme"),
                () => reference.loaded.then_some("loaded from outside"),
            };
        };
        if !self.files.contains(&file) {
            return Some("no such file");
        }
        let fragment = percent_encoding::percent_decode_str(url.fragment()?).decode_utf8().unwrap();
        let known = self.ids.get(&file).is_some_and(|ids| ids.contains(&*fragment));
        (!known).then_some("no such place")
    }
}

/// Every address on the HTML pages of a site that leads nowhere or loads from outside.
pub fn faults(site: &Site, base: &str) -> Vec<String> {
    let pages = site.pages();
    let web = Web::new(site, &pages, base);
    let mut faults = Vec::new();
    for (path, page) in &pages {
        for reference in references(page) {
            let fault = web.fault(path, &reference);
            faults.extend(fault.map(|fault| format!("{path}: {} is {fault}", reference.url)));
        }
    }
    faults
}

/// Asserts that every address on the HTML pages of a site leads somewhere.
#[track_caller]
pub fn assert_sound(site: &Site, base: &str) {
    let faults = faults(site, base);
    assert!(faults.is_empty(), "{} faults: {:#?}", faults.len(), &faults[..faults.len().min(40)]);
}

/// The HTML pages to which no way leads from the page at the top by links alone.
pub fn lost(site: &Site, base: &str) -> BTreeSet<String> {
    let pages = site.pages();
    let web = Web::new(site, &pages, base);
    let mut lost: BTreeSet<String> = pages.keys().cloned().collect();
    let mut open = vec!["index.html".to_owned()];
    while let Some(path) = open.pop() {
        if lost.remove(&path) {
            let page = Url::parse(&web.url_of(&path)).unwrap();
            let links = attributes(&pages[&path], "a[href]", "href");
            open.extend(links.iter().filter_map(|link| web.file(&page.join(link).unwrap())));
        }
    }
    lost
}

/// Whether a page only leads to another.
pub fn leads_on(page: &Html) -> bool {
    page.select(&Selector::parse("meta[http-equiv=refresh]").unwrap()).next().is_some()
}

#[test]
fn every_address_of_the_demo_leads_somewhere() {
    assert_sound(&Site::demo().build(), DEMO);
}

#[test]
fn every_address_leads_somewhere_under_a_base_without_a_path() {
    assert_sound(&Site::demo().under("https://press.example").build(), "https://press.example");
}

#[test]
fn every_address_leads_somewhere_in_a_preview_with_drafts() {
    assert_sound(&Site::demo().with_drafts().build(), DEMO);
}

#[test]
fn a_way_leads_to_every_page_of_the_demo() {
    let lost = lost(&Site::demo().build(), DEMO);
    let expected = [
        "404.html",
        "en/404.html",
        "kk-arab/404.html",
        "kk-latn/404.html",
        "kk/404.html",
        "old/press/118-kz.html",
        "old/press/118.html",
        "ru/404.html",
    ];
    assert_eq!(lost.iter().collect::<Vec<_>>(), expected);
}

#[test]
fn a_dead_link_would_be_found() {
    let site = Site::demo().build();
    let page = |html: &str| BTreeMap::from([("ru/index.html".to_owned(), Html::parse_document(html))]);
    let fault = |html: &str| {
        let pages = page(html);
        let web = Web::new(&site, &pages, DEMO);
        references(&pages["ru/index.html"]).iter().find_map(|reference| web.fault("ru/index.html", reference))
    };
    assert_eq!(fault("<a href='/news/ru/nowhere/'>"), Some("no such file"));
    assert_eq!(fault("<a href='/ru/'>"), Some("outside of the base"));
    assert_eq!(fault("<a href='/news/ru/#nowhere'>"), Some("no such place"));
    assert_eq!(fault("<a href='javascript:x'>"), Some("scheme"));
    assert_eq!(fault("<img srcset='/news/ru/ 1x, https://cdn.example/a.png 2x'>"), Some("loaded from outside"));
    assert_eq!(fault("<script src='//cdn.example/a.js'></script>"), Some("loaded from outside"));
    assert_eq!(fault("<a href='https://other.example/'><a href='/news/ru/'>"), None);
}

#[test]
fn the_stylesheet_loads_nothing() {
    let site = Site::demo().build();
    let sheets: Vec<String> = site.paths().into_iter().filter(|path| path.ends_with(".css")).collect();
    let [sheet] = &sheets[..] else { panic!("one stylesheet, not {sheets:?}") };
    let css = site.text(sheet);
    assert!(!css.is_empty() && !css.contains("@import") && !css.contains("url(") && !css.contains("//"), "{css}");
}

#[test]
fn every_page_has_a_heading_a_title_a_description_a_language_and_a_direction() {
    let site = Site::demo().build();
    for (path, page) in site.pages() {
        let root = page.root_element();
        let canonical = attributes(&page, "link[rel=canonical]", "href").remove(0);
        let place = canonical.strip_prefix("https://assembly.example/news/").unwrap();
        let language = place.split_once('/').map_or("kk", |(language, _)| language);
        let direction = if language == "kk-arab" { "rtl" } else { "ltr" };
        assert_eq!((root.attr("lang"), root.attr("dir")), (Some(&*tag(language)), Some(direction)), "{path}");
        let [title] = &texts(&page, "head > title")[..] else { panic!("{path}: one title") };
        let [heading] = &texts(&page, "h1")[..] else { panic!("{path}: one h1") };
        assert!(!title.is_empty() && !heading.is_empty(), "{path}");
        if !leads_on(&page) {
            let [description] = &attributes(&page, "meta[name=description]", "content")[..] else { panic!("{path}") };
            assert!(!description.trim().is_empty(), "{path}");
        }
    }
}

#[test]
fn no_id_stands_twice_on_a_page() {
    for (path, page) in Site::demo().build().pages() {
        let mut ids = attributes(&page, "[id]", "id");
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all, "{path}: {ids:?}");
    }
}

#[test]
fn no_level_of_headings_is_skipped() {
    for (path, page) in Site::demo().build().pages() {
        let levels: Vec<u32> = page
            .select(&Selector::parse("h1, h2, h3, h4, h5, h6").unwrap())
            .map(|heading| heading.value().name()[1..].parse().unwrap())
            .collect();
        let skipped = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
        assert!(levels[0] == 1 && !skipped, "{path}: {levels:?}");
    }
}

#[test]
fn two_pages_of_a_language_never_have_one_title() {
    let mut titles: BTreeMap<(String, String), String> = BTreeMap::new();
    for (path, page) in Site::demo().build().pages() {
        if leads_on(&page) || path.ends_with("404.html") {
            continue;
        }
        let language = path.split('/').next().unwrap().to_owned();
        let other = titles.insert((language, texts(&page, "head > title").remove(0)), path.clone());
        assert_eq!(other, None, "{path}");
    }
}

#[test]
fn a_page_names_itself_as_canonical_and_a_page_that_leads_on_its_goal() {
    let site = Site::demo().build();
    let pages = site.pages();
    let web = Web::new(&site, &pages, DEMO);
    for (path, page) in &pages {
        let canonical = attributes(page, "link[rel=canonical]", "href");
        let goal = attributes(page, "meta[http-equiv=refresh]", "content").pop();
        let own = match &goal {
            Some(goal) => format!("https://assembly.example{}", goal.strip_prefix("0; url=").unwrap()),
            None => web.url_of(path),
        };
        assert_eq!(canonical, [own.as_str()], "{path}");
        if goal.is_none() {
            assert_eq!(attributes(page, "meta[property='og:url']", "content"), [own.as_str()], "{path}");
        }
    }
}
