//! What feed readers get: the same releases under the same ids, whole, in order, whatever becomes of the addresses.

use crate::site::{DEMO_LANGUAGES, Site, attributes, tag, texts};
use crate::xml::Element;
use feed_rs::model::Feed;
use std::collections::BTreeSet;

const DEMO: &str = "https://assembly.example/news/";
const NAMES: [&str; 3] = ["rss.xml", "atom.xml", "feed.json"];

/// The feeds of a site: their paths.
fn feeds(site: &Site) -> Vec<String> {
    let is_feed = |path: &String| NAMES.contains(&path.rsplit('/').next().unwrap());
    site.paths().into_iter().filter(is_feed).collect()
}

#[track_caller]
fn read(site: &Site, path: &str) -> Feed {
    feed_rs::parser::parse(site.text(path).as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn ids(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().map(|entry| entry.id.as_str()).collect()
}

fn titles(feed: &Feed) -> Vec<String> {
    feed.entries.iter().map(|entry| plain(&entry.title.as_ref().unwrap().content)).collect()
}

/// A text with plain spaces only.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace(['\u{2067}', '\u{2069}'], "")
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The output file behind an address of the site.
fn file<'a>(url: &'a str, base: &str) -> &'a str {
    url.strip_prefix(base).unwrap_or_else(|| panic!("{url} is not below {base}"))
}

#[test]
fn every_feed_follows_its_page() {
    let site = Site::demo().build();
    let feeds = feeds(&site);
    let is_term =
        |path: &&String| path.split('/').nth(1).is_some_and(|folder| ["regions", "projects", "tags"].contains(&folder));
    let terms = site.paths().iter().filter(is_term).filter(|path| path.split('/').count() == 4).count() / 2;
    assert_eq!(feeds.len(), terms + DEMO_LANGUAGES.len() * NAMES.len());
    for path in feeds {
        let feed = read(&site, &path);
        let folder = path.rsplit_once('/').unwrap().0;
        let whole = !folder.contains('/');
        let list = site.page(&if whole { format!("{folder}/news/index.html") } else { format!("{folder}/index.html") });
        let publisher = &texts(&list, ".brand-name")[0];
        let expected = format!("{} — {publisher}", texts(&list, "h1")[0]);
        assert_eq!(plain(&feed.title.as_ref().unwrap().content), expected, "{path}");
        assert!(feed.language.as_ref().unwrap().eq_ignore_ascii_case(&tag(&path)), "{path}");
        assert_eq!(titles(&feed), texts(&list, ".card-title"), "{path}");
        let urls: Vec<_> = feed.entries.iter().map(|entry| entry.links[0].href.replace(DEMO, "/news/")).collect();
        assert_eq!(urls, attributes(&list, ".card-title a", "href"), "{path}");
        assert!(feed.links.iter().any(|link| link.href == format!("{DEMO}{folder}/")), "{path}: {:?}", feed.links);
        assert!(feed.links.iter().any(|link| link.href == format!("{DEMO}{path}")), "{path}: {:?}", feed.links);
    }
}

#[test]
fn every_entry_of_the_demo_says_what_its_page_says() {
    let site = Site::demo().build();
    for path in feeds(&site) {
        let language = tag(&path);
        for entry in read(&site, &path).entries {
            let url = &entry.links[0].href;
            let page = site.page(&format!("{}index.html", file(url, DEMO)));
            let id = entry.id.strip_prefix("tag:assembly.example,2024:").unwrap_or_else(|| panic!("{}", entry.id));
            let (release, tail) = id.split_once('/').unwrap();
            assert!(tail == language && release.ends_with(|c: char| c.is_ascii_alphanumeric()), "{path}: {id}");
            assert_eq!(plain(&entry.title.unwrap().content), texts(&page, "h1")[0], "{path}");
            assert_eq!(plain(&entry.summary.unwrap().content), texts(&page, ".lead")[0], "{path}: {url}");
            let moment =
                |property: &str| attributes(&page, &format!("meta[property='article:{property}']"), "content").pop();
            let published = moment("published_time").unwrap();
            let utc = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_second();
            assert_eq!(entry.published.unwrap().timestamp(), utc(&published), "{path}: {url}");
            if !path.ends_with("rss.xml") {
                let updated = moment("modified_time").unwrap_or(published);
                assert_eq!(entry.updated.unwrap().timestamp(), utc(&updated), "{path}: {url}");
            }
            let html = scraper::Html::parse_fragment(&entry.content.unwrap().body.unwrap());
            let text = html.root_element().text().collect::<Vec<_>>().join(" ");
            let shown = [".prose", ".corrections"].map(|part| {
                let selector = scraper::Selector::parse(part).unwrap();
                page.select(&selector).flat_map(|part| part.text()).collect::<Vec<_>>().join(" ")
            });
            let bare = |text: &str| words(text).concat().replace(':', "");
            assert_eq!(bare(&text), bare(&shown.join(" ")), "{path}: {url}");
        }
    }
}

#[test]
fn a_feed_holds_only_absolute_addresses() {
    let site = Site::demo().build();
    let mut addresses = BTreeSet::new();
    for path in feeds(&site) {
        for entry in read(&site, &path).entries {
            let html = scraper::Html::parse_fragment(&entry.content.unwrap().body.unwrap());
            addresses.extend(attributes(&html, "[href]", "href"));
            addresses.extend(attributes(&html, "[src]", "src"));
            addresses.extend(entry.links.into_iter().map(|link| link.href));
        }
    }
    let absolute = |url: &&String| ["https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme));
    let relative: Vec<&String> = addresses.iter().filter(|url| !absolute(url)).collect();
    assert!(relative.is_empty(), "{relative:?}");
    assert!(addresses.iter().filter(|url| url.starts_with(DEMO)).count() > 40);
}

/// The files that an entry offers: address, media type, length.
type Media = (String, String, u64);

fn of_element(element: &Element, url: &str, length: &str) -> Media {
    (element.get(url).to_owned(), element.get("type").to_owned(), element.get(length).parse().unwrap())
}

fn media(site: &Site, path: &str) -> Vec<Media> {
    if path.ends_with(".json") {
        let json: serde_json::Value = serde_json::from_str(&site.text(path)).unwrap();
        let items = json["items"].as_array().unwrap().iter();
        let files = items.flat_map(|item| item["attachments"].as_array().cloned().unwrap_or_default());
        let text = |file: &serde_json::Value, key: &str| file[key].as_str().unwrap().to_owned();
        return files
            .map(|file| (text(&file, "url"), text(&file, "mime_type"), file["size_in_bytes"].as_u64().unwrap()))
            .collect();
    }
    let feed = site.xml(path);
    let links =
        feed.all("link").into_iter().filter(|link| link.attributes.get("rel").is_some_and(|rel| rel == "enclosure"));
    let links = links.map(|link| of_element(link, "href", "length"));
    let enclosures = feed.all("enclosure").into_iter().map(|file| of_element(file, "url", "length"));
    let contents = feed.all("media:content").into_iter().map(|file| of_element(file, "url", "fileSize"));
    links.chain(enclosures).chain(contents).collect()
}

#[test]
fn files_in_feeds_have_their_real_lengths_and_types() {
    let site = Site::demo().build();
    for language in DEMO_LANGUAGES {
        let of: Vec<Vec<Media>> = NAMES.iter().map(|name| media(&site, &format!("{language}/{name}"))).collect();
        for (url, media_type, length) in of.iter().flatten() {
            assert_eq!(std::fs::metadata(site.out().join(file(url, DEMO))).unwrap().len(), *length, "{url}");
            let expected = if url.ends_with(".svg") { "image/svg+xml" } else { "application/pdf" };
            assert_eq!(media_type, expected, "{url}");
        }
        let set = |media: &Vec<Media>| media.iter().cloned().collect::<BTreeSet<Media>>();
        assert!(set(&of[0]).len() > 10 && set(&of[0]) == set(&of[1]) && set(&of[1]) == set(&of[2]));
    }
}

#[test]
fn the_list_of_feeds_names_every_place_that_has_one_and_no_other() {
    let site = Site::demo().build();
    let all = feeds(&site);
    for language in DEMO_LANGUAGES {
        let opml = site.xml(&format!("{language}/feeds.opml"));
        let entries: Vec<&Element> =
            opml.all("outline").into_iter().filter(|outline| outline.attributes.contains_key("xmlUrl")).collect();
        let listed: Vec<&str> = entries.iter().map(|entry| file(entry.get("xmlUrl"), DEMO)).collect();
        let folder = |path: &str| path.rsplit_once('/').unwrap().0.to_owned();
        let places: BTreeSet<String> =
            all.iter().filter(|path| tag(path) == tag(language)).map(|path| folder(path)).collect();
        assert_eq!(listed.iter().map(|path| folder(path)).collect::<BTreeSet<_>>(), places);
        assert_eq!(listed.len(), places.len(), "{language}: each place once");
        for entry in entries {
            let path = file(entry.get("xmlUrl"), DEMO);
            assert_eq!(entry.get("title"), read(&site, path).title.unwrap().content, "{path}");
            assert_eq!(entry.get("language"), tag(language));
            assert!(site.out().join(file(entry.get("htmlUrl"), DEMO)).join("index.html").is_file(), "{path}");
        }
    }
}

#[test]
fn an_id_survives_every_change_of_address() {
    let release = |slug: &str| {
        Site::empty()
            .file(
                "content/releases/2024/2024-10-18-a/ru.md",
                format!("---\ntitle: А\ndate: 2024-10-18\n{slug}---\nА.\n"),
            )
            .file("content/releases/2024/2024-10-18-a/en.md", "---\ntitle: A\n---\nA.\n")
    };
    let all = |site: &Site| -> Vec<Vec<String>> {
        let feeds = ["ru/rss.xml", "ru/atom.xml", "ru/feed.json", "en/rss.xml"];
        feeds.map(|path| ids(&read(site, path)).into_iter().map(str::to_owned).collect()).into()
    };
    let before = all(&release("").build());
    let expected = ["ru", "ru", "ru", "en"].map(|tag| vec![format!("tag:assembly.example,2024:2024-10-18-a/{tag}")]);
    assert_eq!(before, expected);
    let after = release("slug: zasedanie\n").edit("releases/2024/2024-10-18-a/ru.md", "2024-10-18", "2025-01-02");
    let after = after.under("https://press.example/x").build();
    assert_eq!(
        read(&after, "ru/rss.xml").entries[0].links[0].href,
        "https://press.example/x/ru/news/2025/01/02/zasedanie/"
    );
    assert_eq!(all(&after), before);
}

#[test]
fn no_two_feeds_or_entries_have_one_id() {
    let release = |site: Site, id: &str| site.release(id, "ru", "title: А\ndate: 2024-10-18\nregion: qostanai", "А.");
    let site = ["news", "regions", "lists", "qostanai"].into_iter().fold(Site::empty(), release).build();
    let edit =
        |site: Site| site.edit("site.yaml", "identity:", "outputs: {feeds: {site: [atom], terms: [atom]}}\nidentity:");
    let site = edit(site).build();
    let mut own = BTreeSet::new();
    let mut entries = BTreeSet::new();
    for path in feeds(&site) {
        let feed = read(&site, &path);
        assert!(own.insert(feed.id.clone()), "{path}: {}", feed.id);
        entries.extend(feed.entries.into_iter().map(|entry| entry.id));
    }
    assert_eq!((own.len(), entries.len(), own.intersection(&entries).count()), (9, 4, 0));
}

#[test]
fn the_newest_publication_stands_first_and_equals_stand_by_id() {
    let release =
        |id: &str, front: &str| (format!("content/releases/{id}.ru.md"), format!("---\ntitle: {id}\n{front}\n---\n"));
    let site = [
        release("b", "date: 2024-10-18T10:00"),
        release("a", "date: 2024-10-18T10:00"),
        release("c", "date: 2024-10-18T10:00+06:00"),
        release("held", "date: 2024-10-01\nembargo: 2024-10-19T08:00"),
        release("plain", "date: 2024-10-18T23:59"),
        release("early", "date: 2024-10-17\nembargo: 2024-10-01"),
    ];
    let site = site.iter().fold(Site::empty(), |site, (path, text)| site.file(path, text)).build();
    for name in NAMES {
        let feed = read(&site, &format!("ru/{name}"));
        assert_eq!(titles(&feed), ["held", "plain", "b", "a", "c", "early"], "{name}");
        let held = feed.entries[0].published.unwrap().to_rfc3339();
        assert_eq!(held, "2024-10-19T03:00:00+00:00", "{name}");
    }
    let rss = site.xml("ru/rss.xml");
    assert_eq!(rss.texts("pubDate")[..2], ["Sat, 19 Oct 2024 08:00:00 +0500", "Fri, 18 Oct 2024 23:59:00 +0500"]);
    assert_eq!(rss.texts("lastBuildDate"), ["Sat, 19 Oct 2024 08:00:00 +0500"]);
}

#[test]
fn a_feed_of_a_term_holds_its_releases_alone() {
    let site = Site::empty()
        .release("2024-10-18-a", "ru", "title: А\ndate: 2024-10-18\nregion: qostanai\ntags: [Экскурсия]", "А.")
        .release("2024-10-19-b", "ru", "title: Б\ndate: 2024-10-19\nregion: [zhambyl, KZ-39]", "Б.")
        .release("2024-10-20-c", "ru", "title: В\ndate: 2024-10-20", "В.")
        .release("2024-10-20-c", "kk", "title: В", "В.")
        .build();
    let of = |path: &str| titles(&read(&site, path)).join(" ");
    assert_eq!(of("ru/rss.xml"), "В Б А");
    assert_eq!(of("ru/regions/qostanai/rss.xml"), "Б А");
    assert_eq!(of("ru/regions/zhambyl/rss.xml"), "Б");
    assert_eq!(of("ru/tags/ekskursiya/rss.xml"), "А");
    assert_eq!((of("kk/rss.xml"), of("kk/regions/qostanai/rss.xml")), ("В".to_owned(), String::new()));
    assert_eq!(feeds(&site).iter().filter(|path| path.contains("/tags/")).count(), 1);
}

#[test]
fn a_feed_holds_the_thirty_newest() {
    let release = |site: Site, number: usize| {
        let front = format!("title: Новость {number}\ndate: 2024-10-18T10:{number:02}");
        site.file(&format!("content/releases/r{number:02}.ru.md"), format!("---\n{front}\n---\n"))
    };
    let site = (0..31).fold(Site::empty(), release).build();
    let expected: Vec<String> = (1..31).rev().map(|number| format!("Новость {number}")).collect();
    for name in NAMES {
        assert_eq!(titles(&read(&site, &format!("ru/{name}"))), expected);
    }
}

#[test]
fn a_correction_is_in_the_text_and_makes_the_entry_newer() {
    let front = "title: А\ndate: 2024-10-18T09:00\ncorrections:\n  - {date: 2024-10-20T12:00, text: 'Не 18, а <19>.'}\n  \
                 - {date: 2024-10-21, text: Второе.}";
    let site = Site::empty().release("a", "ru", front, "Текст.").build();
    for name in NAMES {
        let entry = read(&site, &format!("ru/{name}")).entries.remove(0);
        let html = scraper::Html::parse_fragment(&entry.content.unwrap().body.unwrap());
        assert_eq!(texts(&html, "h2"), ["Исправления"]);
        let expected = ["21 октября 2024 г.: Второе.", "20 октября 2024 г.: Не 18, а <19>."];
        assert_eq!(texts(&html, "li"), expected, "{name}");
        if name != "rss.xml" {
            assert_eq!(entry.updated.unwrap().to_rfc3339(), "2024-10-20T19:00:00+00:00");
        }
    }
}

#[test]
fn a_feed_without_releases_is_a_feed() {
    let site = Site::empty().build();
    for path in feeds(&site) {
        let feed = read(&site, &path);
        assert!(feed.entries.is_empty() && !feed.title.unwrap().content.is_empty(), "{path}");
    }
}
