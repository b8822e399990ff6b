//! What search engines get: sitemaps, robots.txt, structured data.

use crate::links::leads_on;
use crate::site::{DEMO_LANGUAGES, Site, attributes, tag, texts};
use crate::xml::Element;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const DEMO: &str = "https://assembly.example/news/";

/// The other languages of each page, by its address: tag and address, in order.
type Clusters = BTreeMap<String, Vec<(String, String)>>;

fn clusters(site: &Site, languages: &[&str]) -> Clusters {
    let mut all = Clusters::new();
    for language in languages {
        for url in site.xml(&format!("{language}/sitemap.xml")).all("url") {
            let link = |link: &Element| {
                assert_eq!(link.get("rel"), "alternate");
                (link.get("hreflang").to_owned(), link.get("href").to_owned())
            };
            let links = url.all("xhtml:link").into_iter().map(link).collect();
            let again = all.insert(url.texts("loc")[0].to_owned(), links);
            assert_eq!(again, None, "{} stands twice", url.texts("loc")[0]);
        }
    }
    all
}

/// Asserts that the pages of a cluster name each other and themselves, and the same `x-default`.
#[track_caller]
fn assert_reciprocal(clusters: &Clusters, base: &str) {
    for (page, cluster) in clusters.iter().filter(|(_, cluster)| !cluster.is_empty()) {
        let (default, languages): (Vec<_>, Vec<_>) = cluster.iter().partition(|(tag, _)| tag == "x-default");
        assert_eq!(default.len(), 1, "{page}");
        assert!(languages.iter().any(|(_, url)| *url == default[0].1), "{page}: x-default is one of them");
        assert!(languages.iter().any(|(_, url)| url == page), "{page} does not name itself");
        for (tag, url) in languages {
            let folder = url.strip_prefix(base).unwrap().split('/').next().unwrap();
            assert_eq!(tag.to_ascii_lowercase(), folder, "{page}");
            assert_eq!(clusters.get(url), Some(cluster), "{page} names {url}, which says otherwise");
        }
    }
}

#[test]
fn the_languages_of_a_page_name_each_other() {
    let site = Site::demo().build();
    let clusters = clusters(&site, &DEMO_LANGUAGES);
    assert_reciprocal(&clusters, DEMO);
    let alternates = |page: &scraper::Html| {
        let tags = attributes(page, "link[hreflang]", "hreflang");
        tags.into_iter().zip(attributes(page, "link[hreflang]", "href")).collect::<Vec<_>>()
    };
    for (path, page) in site.pages().iter().filter(|(_, page)| !leads_on(page)) {
        let url = format!("{DEMO}{}", path.trim_end_matches("index.html"));
        let robots = attributes(page, "meta[name=robots]", "content").remove(0);
        let listed = robots.starts_with("index").then(|| alternates(page));
        assert_eq!(clusters.get(&url), listed.as_ref(), "{path}: {robots}");
    }
    let missing = clusters.keys().find(|url| !site.out().join(&url[DEMO.len()..]).join("index.html").is_file());
    assert_eq!(missing, None);
}

#[test]
fn a_place_that_the_default_language_lacks_has_one_default_all_the_same() {
    let site = Site::empty()
        .release("a", "en", "title: A\ndate: 2024-10-18\ntags: [etno]", "A.")
        .release("a", "ru", "title: А", "А.")
        .file("content/tags.yaml", "etno: {kk: Этно, ru: Этно, en: Ethno}\n")
        .file("content/pages/about/ru.md", "---\ntitle: О нас\n---\nТекст.\n")
        .file("content/pages/about/en.md", "---\ntitle: About\n---\nText.\n")
        .build();
    let base = "https://assembly.example/";
    let clusters = clusters(&site, &["kk", "ru", "en"]);
    assert_reciprocal(&clusters, base);
    let default = |path: &str| clusters[&format!("{base}{path}")].last().unwrap().1[base.len()..].to_owned();
    assert_eq!(default("ru/news/2024/10/18/a/"), "en/news/2024/10/18/a/");
    let shared = ["news/2024/", "news/2024/10/", "tags/", "tags/etno/", "about/"];
    for place in shared {
        assert_eq!(default(&format!("ru/{place}")), default(&format!("en/{place}")), "{place}");
        assert!(!clusters.contains_key(&format!("{base}kk/{place}")), "{place}");
    }
    assert_eq!(default("ru/regions/qostanai/"), "kk/regions/qostanai/");
}

#[test]
fn numbered_pages_name_no_languages() {
    let release = |site: Site, number: usize| {
        let text = format!("---\ntitle: Н {number}\ndate: 2024-10-18T{:02}:{:02}\n---\n", number / 60, number % 60);
        site.file(&format!("content/releases/r{number:02}.ru.md"), &text)
            .file(&format!("content/releases/r{number:02}.kk.md"), text)
    };
    let site = (0..40).fold(Site::empty(), release).build();
    let clusters = clusters(&site, &["kk", "ru", "en"]);
    for language in ["kk", "ru"] {
        assert_eq!(clusters[&format!("https://assembly.example/{language}/news/page/1/")], []);
        assert!(!clusters.contains_key(&format!("https://assembly.example/{language}/news/page/2/")));
        let page = site.page(&format!("{language}/news/page/1/index.html"));
        assert!(attributes(&page, "link[hreflang]", "href").is_empty());
        assert_eq!(attributes(&page, "meta[property='og:locale:alternate']", "content"), [""; 0]);
    }
    assert_reciprocal(&clusters, "https://assembly.example/");
}

#[test]
fn a_release_tells_its_last_change_and_its_pictures() {
    let site = Site::demo().build();
    let sitemap = site.xml("ru/sitemap.xml");
    let release = |place: &str| {
        let is = |url: &&&Element| url.texts("loc")[0] == format!("{DEMO}ru/news/{place}/");
        let all = sitemap.all("url");
        let url = all.iter().find(is).unwrap();
        let names = |url: &Element| {
            url.texts("image:loc").iter().map(|url| url.rsplit('/').next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        (url.texts("lastmod").concat(), names(url))
    };
    assert_eq!(release("2024/10/18/akim-kenes"), ("2024-10-21T09:00:00+05:00".to_owned(), vec!["hall.svg".to_owned()]));
    let (changed, images) = release("2023/09/08/41-povar");
    assert_eq!(changed, "2023-09-08T12:00:00+06:00");
    assert_eq!(images, ["dastarqan.svg", "zharmenke.svg", "qazan.svg", "tabaq.svg", "dastarqan.svg"]);
    for url in sitemap.texts("image:loc") {
        assert!(site.out().join(url.strip_prefix(DEMO).unwrap()).is_file(), "{url}");
    }
}

#[test]
fn the_list_of_sitemaps_tells_the_last_change_of_each() {
    let site = Site::empty()
        .release("a", "ru", "title: А\ndate: 2024-10-18T09:00\nupdated: 2025-02-03", "А.")
        .release("b", "ru", "title: Б\ndate: 2024-12-01T09:00", "Б.")
        .build();
    let index = site.xml("sitemap.xml");
    assert_eq!(index.texts("lastmod"), ["2025-02-03T00:00:00+05:00"]);
}

#[test]
fn the_news_sitemap_ends_at_the_second_of_48_hours() {
    let release = |site: Site, (id, date): (&str, &str)| {
        site.release(id, "ru", &format!("title: Новость {id}\ndate: {date}"), "Текст.")
    };
    let all = [
        ("a-gone", "2026-01-01T00:00:00Z"),
        ("b-last", "2026-01-01T00:00:01Z"),
        ("c-embargo", "2025-12-01\nembargo: 2026-01-02T00:00:00Z"),
        ("d-now", "2026-01-03T00:00:00Z"),
        ("e-held", "2026-01-03T00:00:01Z"),
    ];
    let site = all.into_iter().fold(Site::empty(), release).release("d-now", "kk", "title: Жаңалық", "Мәтін.");
    let site = site.at("2026-01-03T00:00:00Z").build();
    let sitemap = site.xml("news-sitemap.xml");
    let item = |url: &Element| {
        let text = |name: &str| url.texts(name).concat();
        [text("news:title"), text("news:language"), text("news:name"), text("news:publication_date"), text("loc")]
    };
    let base = "https://assembly.example";
    let expected = [
        ["Жаңалық", "kk", "Ассамблея", "2026-01-03T05:00:00+05:00", &format!("{base}/kk/news/2026/01/03/d-now/")],
        [
            "Новость d-now",
            "ru",
            "Ассамблея народа",
            "2026-01-03T05:00:00+05:00",
            &format!("{base}/ru/news/2026/01/03/d-now/"),
        ],
        [
            "Новость c-embargo",
            "ru",
            "Ассамблея народа",
            "2026-01-02T05:00:00+05:00",
            &format!("{base}/ru/news/2025/12/01/c-embargo/"),
        ],
        [
            "Новость b-last",
            "ru",
            "Ассамблея народа",
            "2026-01-01T05:00:01+05:00",
            &format!("{base}/ru/news/2026/01/01/b-last/"),
        ],
    ];
    assert_eq!(sitemap.all("url").into_iter().map(item).collect::<Vec<_>>(), expected);
    let later = site.at("2026-01-05T00:00:01Z").build();
    assert_eq!(later.xml("news-sitemap.xml").texts("news:title"), ["Новость e-held"][..0]);
}

#[test]
fn the_news_sitemap_holds_the_thousand_newest() {
    let site = Site::plain().edit("site.yaml", "languages: [kk, ru, en]", "languages: [ru]");
    let site = site.edit("site.yaml", "  kk: {name: Ассамблея, description: Жаңалықтар}\n", "");
    let site = site.edit("site.yaml", "  en: {name: Assembly, description: News}\n", "").remove("content/regions.yaml");
    let release = |site: Site, number: usize| {
        let at = format!("2025-12-31T{:02}:{:02}:{:02}Z", 10 + number / 3600, number / 60 % 60, number % 60);
        site.file(&format!("content/releases/r{number:04}.ru.md"), format!("---\ntitle: Н {number}\ndate: {at}\n---\n"))
    };
    let site = (0..1001).fold(site, release).build();
    let expected: Vec<String> = (1..1001).rev().map(|number| format!("Н {number}")).collect();
    assert_eq!(site.xml("news-sitemap.xml").texts("news:title"), expected);
}

#[test]
fn robots_may_read_everything_and_find_the_sitemaps() {
    let site = Site::demo().build();
    let robots = site.text("robots.txt");
    let lines: Vec<&str> = robots.lines().filter(|line| !line.is_empty()).collect();
    let sitemaps = [format!("Sitemap: {DEMO}sitemap.xml"), format!("Sitemap: {DEMO}news-sitemap.xml")];
    assert_eq!(lines, ["User-agent: *", "Allow: /", &sitemaps[0], &sitemaps[1]]);
    let index = site.xml("sitemap.xml");
    let listed: BTreeSet<String> = index.texts("loc").into_iter().map(|url| url[DEMO.len()..].to_owned()).collect();
    let written: BTreeSet<String> = site.paths().into_iter().filter(|path| path.ends_with("/sitemap.xml")).collect();
    assert_eq!(listed, written);
}

/// The things that a page describes for machines, by type.
fn graph(page: &scraper::Html) -> BTreeMap<String, Value> {
    let blocks = texts(page, "script[type='application/ld+json']");
    let Some(block) = blocks.first() else { return BTreeMap::new() };
    let document: Value = serde_json::from_str(block).unwrap();
    assert_eq!((&document["@context"], blocks.len()), (&Value::from("https://schema.org"), 1));
    let things = document["@graph"].as_array().unwrap().iter();
    things.map(|thing| (thing["@type"].as_str().unwrap().to_owned(), thing.clone())).collect()
}

/// A property of each of some things.
fn each(things: &Value, property: &str) -> Vec<String> {
    let things = things.as_array().map_or(&[][..], Vec::as_slice);
    things.iter().map(|thing| thing[property].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_page_tells_machines_the_way_to_it() {
    for (path, page) in Site::demo().build().pages() {
        let graph = graph(&page);
        let crumbs = graph.get("BreadcrumbList").map_or(Vec::new(), |list| each(&list["itemListElement"], "name"));
        assert_eq!(crumbs, texts(&page, ".crumbs li"), "{path}");
        let home = DEMO_LANGUAGES.iter().any(|language| path == format!("{language}/index.html"));
        assert_eq!(graph.contains_key("WebSite"), home, "{path}");
        assert_eq!(graph.contains_key("GovernmentOrganization"), home, "{path}");
        assert_eq!(graph.contains_key("NewsArticle"), !texts(&page, "article.release").is_empty(), "{path}");
        assert_eq!(graph.contains_key("Event"), !texts(&page, ".event-box").is_empty(), "{path}");
    }
}

#[test]
fn an_article_tells_machines_what_its_page_tells_people() {
    let site = Site::demo().build();
    let pages: BTreeMap<String, scraper::Html> =
        site.pages().into_iter().filter(|(_, page)| !texts(page, "article.release").is_empty()).collect();
    assert!(pages.len() > 35);
    for (path, page) in &pages {
        let article = &graph(page)["NewsArticle"];
        let meta = |property: &str| {
            attributes(page, &format!("meta[property='{property}']"), "content")
                .pop()
                .map(|text| text.replace('\u{a0}', " "))
        };
        let url = format!("{DEMO}{}", path.trim_end_matches("index.html"));
        let expected: [(&str, Value); 7] = [
            ("@id", format!("{url}#article").into()),
            ("url", url.into()),
            ("headline", texts(page, "h1").remove(0).into()),
            ("description", meta("og:description").into()),
            ("inLanguage", tag(path).into()),
            ("datePublished", meta("article:published_time").into()),
            ("dateModified", meta("article:modified_time").or(meta("article:published_time")).into()),
        ];
        for (property, value) in expected {
            assert_eq!(article[property], value, "{path}: {property}");
        }
        assert_eq!(article["isAccessibleForFree"], true, "{path}");
        assert!(article["wordCount"].as_u64().unwrap() > 20, "{path}");
        assert_eq!(article["publisher"]["name"].as_str(), meta("og:site_name").as_deref(), "{path}");
        assert_eq!(article["author"]["name"].as_str().unwrap(), texts(page, ".byline span")[0], "{path}");
        let chips = |folder: &str| texts(page, &format!(".release-facts .chips a[href*='/{folder}/']"));
        assert_eq!(each(&article["contentLocation"], "name"), chips("regions"), "{path}");
        assert!(each(&article["contentLocation"], "identifier").iter().all(|code| code.starts_with("KZ-")), "{path}");
        assert_eq!(each(&article["isPartOf"], "name"), chips("projects"), "{path}");
        let tags: Vec<&str> = article["keywords"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(tags, chips("tags"), "{path}");
        assert_eq!(each(&article["correction"], "text"), texts(page, ".corrections dd"), "{path}");
        assert_eq!(each(&article["correction"], "datePublished"), attributes(page, ".corrections time", "datetime"));
        assert_eq!(each(&article["hasPart"], "name"), texts(page, ".files a"), "{path}");
        let pictures = attributes(page, ".release-picture img, .gallery img", "src");
        let pictures: Vec<String> = pictures.iter().map(|url| format!("https://assembly.example{url}")).collect();
        assert_eq!(each(&article["image"], "contentUrl"), pictures, "{path}");
        assert_eq!(
            each(&article["image"], "creditText").iter().filter(|credit| credit.is_empty()).count(),
            0,
            "{path}"
        );
        let source = article["isBasedOn"]["url"].as_str().into_iter().collect::<Vec<_>>();
        assert_eq!(source, attributes(page, ".source a", "href"), "{path}");
        let others =
            article["workTranslation"].as_array().into_iter().flatten().chain(article.get("translationOfWork"));
        for other in others {
            let other = other["url"].as_str().unwrap().strip_prefix(DEMO).unwrap();
            let of = &graph(&pages[&format!("{other}index.html")])["NewsArticle"];
            let back = each(&of["workTranslation"], "@id")
                .into_iter()
                .chain(of["translationOfWork"]["@id"].as_str().map(str::to_owned));
            assert!(back.into_iter().any(|id| id == article["@id"]), "{path}: {other} does not name it");
        }
    }
}

#[test]
fn an_event_tells_machines_when_and_where() {
    let site = Site::demo().build();
    let page = site.page("en/news/2026/06/10/algys-kezdesui/index.html");
    let graph = graph(&page);
    let event = &graph["Event"];
    assert_eq!(graph["NewsArticle"]["about"]["@id"], event["@id"]);
    assert_eq!(event["startDate"], "2027-03-01T11:00:00+05:00");
    assert_eq!(event["endDate"], "2027-03-01T13:30:00+05:00");
    assert_eq!(event["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(event["location"]["name"], "Astana, House of Friendship, main hall");
    assert_eq!(event["organizer"]["@type"], "GovernmentOrganization");
}

#[test]
fn a_moment_for_machines_has_its_offset() {
    let site = Site::empty()
        .release("a", "ru", "title: А\ndate: 2024-02-28\nupdated: 2024-03-05", "А.")
        .release("b", "ru", "title: Б\ndate: 2024-03-01\ncorrections: [{date: 2024-03-05, text: Не то.}]", "Б.")
        .build();
    for (path, published) in
        [("2024/02/28/a", "2024-02-28T00:00:00+06:00"), ("2024/03/01/b", "2024-03-01T00:00:00+05:00")]
    {
        let page = site.page(&format!("ru/news/{path}/index.html"));
        let article = &graph(&page)["NewsArticle"];
        assert_eq!(
            (&article["datePublished"], &article["dateModified"]),
            (&published.into(), &"2024-03-05T00:00:00+05:00".into())
        );
        assert_eq!(
            attributes(&page, "meta[property='article:modified_time']", "content"),
            ["2024-03-05T00:00:00+05:00"]
        );
    }
}
