//! Languages: a fourth one is a file of strings and a few lines of settings, and none speaks on another's pages.

use crate::links::{assert_sound, leads_on};
use crate::site::{Site, attributes, project, texts};
use scraper::{ElementRef, Html};
use std::collections::{BTreeMap, BTreeSet};

const BASE: &str = "https://assembly.example";

/// The interface strings of a theme: key to text, with the lines that belong to it.
fn strings(language: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(project().join(format!("themes/default/strings/{language}.ftl"))).unwrap();
    let mut strings: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            Some((key, value)) => {
                last = key.to_owned();
                strings.insert(last.clone(), value.to_owned());
            }
            None => strings.get_mut(&last).unwrap().push_str(line),
        }
    }
    strings
}

/// A file of strings in which every text is its own key after the tag of the language, with the values that it is given.
fn marked(tag: &str) -> String {
    let variables = |text: &str| -> BTreeSet<String> {
        let names = text.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap());
        names.map(|name| format!(" {{ ${name} }}")).collect()
    };
    let line = |(key, text): (String, String)| {
        format!("{key} = {tag}:{key}{}\n", variables(&text).into_iter().collect::<String>())
    };
    strings("kk").into_iter().map(line).collect()
}

/// The newsroom with a fourth language, in which everything is called by one of `words`.
fn with_fourth(tag: &str, words: [&str; 4]) -> Site {
    let [name, title, text, term] = words;
    Site::empty()
        .edit("site.yaml", "languages: [kk, ru, en]", &format!("languages: [kk, ru, en, {tag}]"))
        .edit(
            "site.yaml",
            "  en: {name: Assembly",
            &format!("  {tag}: {{name: {name}, description: {text}}}\n  en: {{name: Assembly"),
        )
        .edit("regions.yaml", "kk: Қостанай облысы", &format!("{tag}: {term}, kk: Қостанай облысы"))
        .edit("regions.yaml", "kk: Жамбыл облысы", &format!("{tag}: {term} 2, kk: Жамбыл облысы"))
        .file(&format!("themes/default/strings/{tag}.ftl"), marked(tag))
        .file("content/tags.yaml", format!("etno: {{kk: Этнос, ru: Этносы, en: Ethnic groups, {tag}: {term}}}\n"))
        .file(
            "content/projects/dostyq/kk.md",
            "---\ntitle: Достық\nstatus: running\nstarted: 2024-10-18\n---\nМәтін.\n",
        )
        .file(&format!("content/projects/dostyq/{tag}.md"), format!("---\ntitle: {term}\n---\n{text}\n"))
        .file(&format!("content/pages/about/{tag}.md"), format!("---\ntitle: {title}\n---\n{text}\n"))
        .file("content/releases/a/a.svg", "<svg width='1' height='1'/>")
        .release(
            "a",
            tag,
            &format!(
                "title: {title}\nimage: {{file: a.svg, alt: {text}}}\ncorrections: [{{date: 2024-10-18, text: {text}}}]"
            ),
            text,
        )
        .release(
            "a",
            "ru",
            "title: А\ndate: 2024-10-18\nupdated: 2024-10-18T12:00\nregion: qostanai\nproject: dostyq\ntags: [etno]\n\
            event: {starts: 2026-10-18}\nimage: {file: a.svg, alt: З, credit: '1'}\nattachments: [{file: a.svg}]",
            "Т.",
        )
        .release(
            "b",
            tag,
            &format!("title: {title}\nkind: interview\ndate: 2024-10-18\nregion: qostanai\nproject: dostyq"),
            text,
        )
}

/// The texts of a page that stand in its own language: what is seen, and what is heard or shown elsewhere.
pub fn own_texts(page: &Html) -> Vec<String> {
    let language = page.root_element().attr("lang").unwrap();
    let foreign = |element: ElementRef<'_>| {
        let around = element.ancestors().filter_map(ElementRef::wrap).chain([element]);
        around.filter_map(|around| around.attr("lang")).any(|lang| lang != language)
    };
    let mut texts = Vec::new();
    for element in page
        .root_element()
        .descendent_elements()
        .filter(|element| element.value().name() != "script" && !foreign(*element))
    {
        let names: &[&str] = match element.attr("name").or(element.attr("property")).unwrap_or_default() {
            "description" | "og:title" | "og:description" | "og:site_name" | "og:image:alt" | "twitter:image:alt" => {
                &["content"]
            }
            "article:section" | "article:tag" => &["content"],
            _ => &["title", "alt", "aria-label"],
        };
        texts.extend(names.iter().filter_map(|name| element.attr(name)).map(str::to_owned));
        texts.extend(element.children().filter_map(|child| child.value().as_text().map(|text| text.trim().to_owned())));
    }
    texts
}

/// The words of the pages, feeds, lists and calendars of a language that are neither its interface's nor numbers.
fn content_words(site: &Site, tag: &str) -> BTreeSet<String> {
    let mut found = Vec::new();
    for path in site.paths().into_iter().filter(|path| path.starts_with(&format!("{tag}/"))) {
        match path.rsplit('.').next().unwrap() {
            "html" if !leads_on(&site.page(&path)) => found.extend(own_texts(&site.page(&path))),
            "xml" if path.ends_with("rss.xml") => {
                let feed = site.xml(&path);
                let kinds = ["title", "description", "category", "dc:creator", "media:title", "media:description"];
                found.extend(
                    kinds
                        .into_iter()
                        .flat_map(|kind| feed.texts(kind).into_iter().map(str::to_owned).collect::<Vec<_>>()),
                );
            }
            "opml" => {
                found.extend(site.xml(&path).all("outline").into_iter().map(|outline| outline.get("title").to_owned()))
            }
            _ => {}
        }
    }
    // Feeds say by signs in which direction a title runs.
    let isolates = ['\u{2067}', '\u{2069}'];
    let found: Vec<String> = found.iter().map(|text| text.replace(isolates, "")).collect();
    let sign =
        |c: char| c.is_ascii_punctuation() || c.is_ascii_digit() || c.is_whitespace() || "—–·،↩\u{FE0E}".contains(c);
    let words =
        found.iter().flat_map(|text| text.split_whitespace()).filter(|word| !word.starts_with(&format!("{tag}:")));
    words.map(|word| word.trim_matches(sign).to_owned()).filter(|word| !word.is_empty()).collect()
}

/// Asserts that a fourth language is on all kinds of pages, and alone there.
#[track_caller]
fn assert_at_home(site: &Site, tag: &str, words: &str) {
    assert_eq!(site.found(), [""; 0]);
    assert_sound(site, BASE);
    assert_eq!(content_words(site, tag), words.split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>());
    let places = |language: &str| -> BTreeSet<String> {
        site.paths()
            .into_iter()
            .filter_map(|path| Some(path.strip_prefix(&format!("{language}/"))?.to_owned()))
            .collect()
    };
    let own: BTreeSet<String> = &places(tag) - &places("ru");
    let expected = ["about/index.html", "corrections/index.html", "news/2024/10/18/b/index.html"].map(str::to_owned);
    assert_eq!((own, &places("ru") - &places(tag)), (expected.into(), BTreeSet::new()));
    for language in ["kk", "ru", "en"] {
        for (path, page) in site.pages().into_iter().filter(|(path, _)| path.starts_with(language)) {
            let foreign: Vec<String> =
                own_texts(&page).into_iter().filter(|text| text.contains(&format!("{tag}:"))).collect();
            assert_eq!(foreign, [""; 0], "{path}");
        }
    }
    let home = site.page("ru/index.html");
    assert_eq!(attributes(&home, ".languages a", "hreflang"), ["kk", "ru", "en", tag]);
    assert_eq!(attributes(&home, "link[hreflang]", "hreflang"), ["kk", "ru", "en", tag, "x-default"]);
    let release = site.page("ru/news/2024/10/18/a/index.html");
    assert_eq!(attributes(&release, "link[hreflang]", "hreflang"), ["ru", tag, "x-default"]);
    let feed = feed_rs::parser::parse(site.text(&format!("{tag}/atom.xml")).as_bytes()).unwrap();
    let ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["b", "a"].map(|id| format!("tag:assembly.example,2024:{id}/{tag}")));
    assert_eq!(feed.language.as_deref(), Some(tag));
    assert!(site.xml("sitemap.xml").texts("loc").contains(&format!("{BASE}/{tag}/sitemap.xml").as_str()));
}

#[test]
fn uzbek_is_a_file_of_strings_and_a_few_lines_of_settings() {
    let site = with_fourth("uz", ["Assambleya", "Yangilik", "Matn", "Do‘stlik"]).build();
    let page = site.page("uz/news/2024/10/18/a/index.html");
    let root = page.root_element();
    assert_eq!((root.attr("lang"), root.attr("dir")), (Some("uz"), Some("ltr")));
    assert_eq!(texts(&page, ".dateline"), ["uz:kind-news 18-oktabr, 2024"]);
    assert_eq!(texts(&page, ".languages .unseen").last().unwrap(), "O‘zbekcha");
    assert_eq!(attributes(&page, "meta[property='og:locale']", "content"), ["uz_UZ"]);
    let names =
        "Assambleya Yangilik Matn Do‘stlik D O‘Z O‘zbekcha RSS Atom JSON Feed SVG B a.svg Telegram WhatsApp oktabr";
    let weekdays = "Dush Sesh Chor Pay Jum Shan Yak dushanba seshanba chorshanba payshanba juma shanba yakshanba";
    assert_at_home(&site, "uz", &format!("{names} {weekdays}"));
}

#[test]
fn uyghur_runs_from_right_to_left() {
    let site = with_fourth("ug", ["ئاسسامبلېيا", "خەۋەر", "تېكىست", "دوستلۇق"]).build();
    for (path, page) in site.pages().into_iter().filter(|(path, _)| path.starts_with("ug/")) {
        let root = page.root_element();
        assert_eq!((root.attr("lang"), root.attr("dir")), (Some("ug"), Some("rtl")), "{path}");
    }
    let page = site.page("ug/news/2024/10/18/a/index.html");
    assert_eq!(texts(&page, ".dateline"), ["ug:kind-news 18-ئۆكتەبىر، 2024"]);
    assert_eq!(texts(&page, ".languages .unseen").last().unwrap(), "ئۇيغۇرچە");
    assert_eq!(site.page("kk/index.html").root_element().attr("dir"), Some("ltr"));
    let names =
        "ئاسسامبلېيا خەۋەر تېكىست دوستلۇق د ئۇي ئۇيغۇرچە RSS Atom JSON Feed SVG B a.svg Telegram WhatsApp ئۆكتەبىر";
    let weekdays = "دۈ سە چا پە جۈ شە يە دۈشەنبە سەيشەنبە چارشەنبە پەيشەنبە جۈمە شەنبە يەكشەنبە";
    assert_at_home(&site, "ug", &format!("{names} {weekdays}"));
}

#[test]
fn a_string_that_a_language_lacks_is_told_and_taken_from_the_default_language() {
    let site = with_fourth("uz", ["A", "B", "C", "D"]);
    let path = site.root().join("themes/default/strings/uz.ftl");
    let text = std::fs::read_to_string(&path).unwrap().replace("menu-news = uz:menu-news\n", "");
    let site = site.file("themes/default/strings/uz.ftl", text).build();
    assert_eq!(site.codes(), ["missing-string"]);
    assert_eq!(texts(&site.page("uz/index.html"), ".menu a")[0], "Жаңалықтар");
    let site = site.remove("themes/default/strings/uz.ftl").build();
    assert_eq!(site.codes(), ["missing-strings"]);
    assert_eq!(texts(&site.page("uz/index.html"), ".menu a")[0], "Жаңалықтар");
    let site = site.remove("themes/default/strings/kk.ftl").try_build();
    assert_eq!(site.codes(), ["missing-file", "missing-file"], "nobody stands in for the default language");
}

#[test]
fn a_tag_with_a_territory_is_what_pages_and_feeds_say() {
    let site = Site::empty()
        .edit("site.yaml", "languages: [kk, ru, en]", "languages: [kk, ru, en-GB]")
        .release("a", "en", "title: Meeting\ndate: 2024-10-18\nregion: Kostanay Region\noriginal_language: en", "Text.")
        .release("a", "ru", "title: Встреча\noriginal_language: en-GB", "[Б](../b.en-GB.md)")
        .file("content/releases/b.en-GB.md", "---\ntitle: Other\ndate: 2024-10-17\n---\nText.\n")
        .file("content/pages/about/en.md", "---\ntitle: About\n---\nText.\n")
        .build();
    assert!(!site.paths().iter().any(|path| path.starts_with("en/") || path.contains("en-GB")));
    let page = site.page("en-gb/news/2024/10/18/a/index.html");
    assert_eq!(page.root_element().attr("lang"), Some("en-GB"));
    assert_eq!(texts(&page, ".dateline"), ["News 18 October 2024"]);
    assert_eq!(texts(&page, ".chips a"), ["Kostanay Region"]);
    assert_eq!(attributes(&page, "link[hreflang]", "hreflang"), ["ru", "en-GB", "x-default"]);
    assert_eq!(
        attributes(&page, "link[hreflang='x-default']", "href"),
        ["https://assembly.example/en-gb/news/2024/10/18/a/"]
    );
    assert_eq!(attributes(&page, ".languages a", "lang"), ["kk", "ru", "en-GB"]);
    assert_eq!(attributes(&page, "meta[property='og:locale']", "content"), ["en_GB"]);
    assert_eq!(texts(&page, ".brand-name"), ["Assembly"]);
    let russian = site.page("ru/news/2024/10/18/a/index.html");
    assert_eq!(attributes(&russian, ".prose a", "hreflang"), ["en-GB"]);
    assert_eq!(attributes(&russian, ".note a", "lang"), ["en-GB"]);
    let rss = site.xml("en-gb/rss.xml");
    assert_eq!(rss.texts("language"), ["en-GB"]);
    assert_eq!(rss.texts("guid"), ["a", "b"].map(|id| format!("tag:assembly.example,2024:{id}/en-GB")));
    let clusters = site.xml("en-gb/sitemap.xml");
    assert!(clusters.all("xhtml:link").iter().any(|link| link.get("hreflang") == "en-GB"));
    assert_eq!(site.found(), [""; 0]);
    assert_sound(&site, BASE);
}

#[test]
fn no_page_of_the_demo_speaks_the_interface_of_another_language() {
    let site = Site::demo().build();
    let languages = ["kk", "ru", "en"];
    let plain = |language: &str| -> BTreeSet<String> {
        strings(language).into_values().filter(|text| !text.contains('{')).collect()
    };
    let all = languages.map(plain);
    for (index, language) in languages.into_iter().enumerate() {
        let foreign: BTreeSet<String> = all.iter().flat_map(|texts| texts - &all[index]).collect();
        let mut spoken = BTreeSet::new();
        for (path, page) in site.pages().into_iter().filter(|(path, _)| path.starts_with(language)) {
            let texts: BTreeSet<String> = own_texts(&page).into_iter().collect();
            let leaked: Vec<&String> = texts.iter().filter(|text| foreign.contains(*text)).collect();
            assert_eq!(leaked, [""; 0], "{path}");
            spoken.extend(texts.into_iter().filter(|text| all[index].contains(text)));
        }
        assert!(spoken.len() > 50, "{language} speaks: {spoken:?}");
    }
}
