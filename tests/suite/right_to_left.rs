//! A newsroom in Uyghur, with strings of its own: whole pages that run from right to left.

use crate::languages::own_texts;
use crate::links::{assert_sound, leads_on};
use crate::site::{Site, attributes, texts};
use scraper::{ElementRef, Html, Selector};

const RELEASE: &str = "ug/news/2024/10/18/yighin/index.html";

fn newsroom() -> Site {
    let body = "ئاسسامبلېيا 2026–2030 پىلانىنى قوبۇل قىلدى. تېلېفون: +7 7172 00-00-00.\n\n## ماددىلار\n\n\
        - بىرىنچى\n- ئىككىنچى\n\n|نامى|سانى|\n|-|-:|\n|قاتناشقۇچىلار|55 000|\n\n\
        <https://assembly.example/ug/> ۋە `x = 1` كودى.";
    Site::empty()
        .file(
            "content/site.yaml",
            "base_url: https://assembly.example\nlanguages: [ug, ru]\ntime_zone: Asia/Almaty\nauthority: assembly.example,2024\n\
             identity:\n  ug: {name: ئاسسامبلېيا مەتبۇئات مەركىزى, address: 'ئاستانا، 1-كوچا'}\n  ru: {name: Пресс-центр}\n\
             contacts:\n  - {kind: phone, value: +7 7172 00-00-00, labels: {ug: تېلېفون, ru: Телефон}}\n",
        )
        .file("content/regions.yaml", "qostanai: {iso: KZ-39, names: {ug: قوستاناي ۋىلايىتى, ru: Костанайская область}}\n")
        .file("content/tags.yaml", "dostluq: {ug: دوستلۇق, ru: Дружба}\n")
        .file("themes/default/strings/ug.ftl", include_str!("../uyghur/ug.ftl"))
        .release(
            "yighin",
            "ug",
            "title: XXXIV يىغىن ئۆتتى\nsummary: يىغىن قىسقىچە\ndate: 2024-10-18\nregion: qostanai\ntags: [dostluq]\n\
             event: {starts: 2024-10-20 10:00, place: ئاستانا}",
            body,
        )
        .release("2024-10-17-b", "ru", "title: Встреча\ndate: 2024-10-17\nregion: qostanai", "Текст.")
}

#[test]
fn every_uyghur_page_runs_to_the_left_and_speaks_uyghur_alone() {
    let site = newsroom().build();
    assert_eq!(site.found(), [""; 0]);
    assert_sound(&site, "https://assembly.example");
    let pages = site.pages();
    let own: Vec<_> = pages.iter().filter(|(path, page)| path.starts_with("ug/") && !leads_on(page)).collect();
    for (path, page) in &own {
        let root = page.root_element();
        assert_eq!((root.attr("lang"), root.attr("dir")), (Some("ug"), Some("rtl")), "{path}");
        let foreign = own_texts(page).into_iter().filter(|text| text.contains(|c| ('а'..='я').contains(&c)));
        assert_eq!(foreign.collect::<Vec<_>>(), [""; 0], "{path}");
    }
    assert!(own.len() > 10, "{}", own.len());
}

#[test]
fn dates_and_numbers_stand_as_uyghur_writes_them() {
    let site = newsroom().build();
    let page = site.page(RELEASE);
    assert_eq!(texts(&page, ".dateline time"), ["18-ئۆكتەبىر، 2024"]);
    assert_eq!(texts(&page, ".prose td"), ["قاتناشقۇچىلار", "55 000"]);
    assert_eq!(texts(&site.page("ug/index.html"), ".terms .count")[0], "1 خەۋەر");
    assert!(
        !site.text(RELEASE).contains(|c| ('\u{660}'..='\u{669}').contains(&c) || ('\u{6f0}'..='\u{6f9}').contains(&c))
    );
}

#[test]
fn what_runs_to_the_right_is_kept_in_order() {
    let site = newsroom().build();
    let page = site.page(RELEASE);
    let text = site.text(RELEASE);
    assert!(text.contains("تېلېفون: \u{2066}+7 7172 00-00-00\u{2069}."), "{text}");
    assert_eq!(texts(&page, "address bdi"), ["+7 7172 00-00-00"]);
    assert_eq!(attributes(&page, "address a", "href"), ["tel:+77172000000"]);
    assert_eq!(texts(&page, ".prose code"), ["x = 1"]);
    let feed = site.xml("ug/rss.xml");
    assert_eq!(feed.texts("title")[1], "\u{2067}XXXIV يىغىن ئۆتتى\u{2069}");
    assert!(feed.texts("content:encoded")[0].starts_with("<div dir=\"rtl\">"));
    assert!(!site.text("ru/rss.xml").contains("dir="));
}

#[test]
fn no_style_changes_the_case_of_letters() {
    let site = newsroom().build();
    let sheet = site.paths().into_iter().find(|path| path.ends_with(".css")).unwrap();
    let css = site.text(&sheet);
    // Browsers take the capital of i for I, which is another letter in the Latin alphabet of Kazakh.
    assert!(!css.contains("text-transform") && !css.contains("small-caps"), "{css}");
}

/// The newsroom with names, links, words and pictures that run to the right among what runs to the left.
fn mixed() -> Site {
    let front = "title: BBC خەۋىرى توغرا ئەمەس\nsummary: BBC خەۋىرىگە جاۋاب، تېلېفون +7 7172 00-00-00\ndate: 2024-10-19\n\
        kind: statement\nregion: qostanai\nproject: tv\noriginal_language: ru\nsource: {url: 'https://news.example/ug/', name: 'BBC (UK)'}\n\
        attachments: [{file: dot.svg, title: خەرىتە}]\nimage: {file: dot.svg, alt: TV دىكى زال, credit: A. Smith (KZ)}\n\
        event: {starts: 2026-02-20 10:00, place: Hilton مېھمانخانىسى}";
    let body = "[привет, мир!]{lang=ru} ۋە <span lang=\"en\">hello!</span> ھەم «Достық үйі»[^1].\n\n\
        > يىغىن ياخشى ئۆتتى.\n\nhttps://news.example/ug/ ياكى <press@assembly.example>، [BBC خەۋىرى](https://news.example/).\n\n\
        https://youtu.be/abc\n\n[^1]: ئىزاھات.";
    newsroom()
        .edit("site.yaml", "[ug, ru]", "[ug, kk, ru]")
        .edit("site.yaml", "  ru: {name: Пресс-центр}", "  kk: {name: Орталық}\n  ru: {name: Пресс-центр}")
        .edit("site.yaml", "labels: {ug: تېلېفون,", "labels: {ug: تېلېفون, kk: Телефон,")
        .edit("regions.yaml", "ug: قوستاناي ۋىلايىتى,", "ug: قوستاناي ۋىلايىتى, kk: Қостанай облысы,")
        .edit("tags.yaml", "ug: دوستلۇق,", "ug: دوستلۇق, kk: Достық,")
        .file("themes/default/strings/kk.ftl", include_str!("../../themes/default/strings/kk.ftl"))
        .file("content/projects/tv/ug.md", "---\ntitle: Almaty TV\nstatus: running\n---\nتۈر.\n")
        .file("content/releases/bbc/dot.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>")
        .release("bbc", "ug", front, body)
        .release("bbc", "ru", "title: Ответ", "Текст с [تىل!]{lang=ug}.")
}

const STATEMENT: &str = "ug/news/2024/10/19/bbc/index.html";

/// What the elements say of themselves, and what they hold.
fn told(page: &Html, selector: &str) -> Vec<[String; 3]> {
    let selector = Selector::parse(selector).unwrap();
    let attribute = |element: &ElementRef<'_>, name: &str| element.attr(name).unwrap_or_default().to_owned();
    let told = |element: ElementRef<'_>| {
        [attribute(&element, "lang"), attribute(&element, "dir"), element.text().collect::<String>()]
    };
    page.select(&selector).map(told).collect()
}

#[test]
fn words_of_another_direction_say_so_wherever_markup_can() {
    let site = mixed().build();
    let page = site.page(STATEMENT);
    // A Uyghur text has Kazakh letters of its own: only what is surely Kazakh is marked.
    let spans = [["ru", "ltr", "привет, мир!"], ["en", "ltr", "hello!"], ["kk", "", "үйі"]];
    assert_eq!(told(&page, ".prose span[lang]"), spans);
    assert_eq!(
        attributes(&page, ".prose a[dir=ltr]", "href"),
        ["https://news.example/ug/", "mailto:press@assembly.example"]
    );
    assert_eq!(texts(&page, ".prose a:not([dir])")[1], "BBC خەۋىرى", "a link in words runs as they do");
    assert_eq!(texts(&page, ".footnote-back"), ["↪\u{fe0e}"]);
    assert_eq!(attributes(&page, ".languages a", "lang"), ["ug", "kk", "ru"]);
    assert_eq!(attributes(&page, ".languages a", "dir"), ["rtl", "ltr", "ltr"]);
    assert_eq!(told(&page, ".missing a"), [["kk", "ltr", "Қазақша"]]);
    assert_eq!(told(&page, ".release-head .note a"), [["ru", "ltr", "Русский"]]);
    assert_eq!(texts(&page, ".source bdi, .files bdi"), ["BBC (UK)", "SVG", "63 B"]);
    let russian = site.page("ru/news/2024/10/19/bbc/index.html");
    assert_eq!(told(&russian, ".prose span"), [["ug", "rtl", "تىل!"]]);
    assert_eq!(attributes(&russian, ".languages a", "dir"), ["rtl", "ltr", "ltr"]);
}

#[test]
fn names_of_another_direction_keep_to_themselves_in_sentences() {
    let site = mixed().build();
    let page = site.page(STATEMENT);
    assert_eq!(texts(&page, ".release-picture figcaption"), ["سۈرەت: \u{2066}A. Smith (KZ)\u{2069}"]);
    assert_eq!(texts(&page, ".video-text"), ["سىننى \u{2066}YouTube\u{2069} دا كۆرۈش"]);
    assert_eq!(texts(&page, ".lead"), ["BBC خەۋىرىگە جاۋاب، تېلېفون \u{2066}+7 7172 00-00-00\u{2069}"]);
    let project = site.page("ug/projects/tv/index.html");
    let feed = attributes(&project, "link[type='application/rss+xml']", "title");
    assert_eq!(feed[0], "\u{2066}Almaty TV\u{2069} — ئاسسامبلېيا مەتبۇئات مەركىزى");
    assert!(!site.text("ru/index.html").contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']));
}

#[test]
fn titles_begin_on_their_own_side_where_no_markup_can_tell() {
    let site = mixed().build();
    let title = "\u{2067}BBC خەۋىرى توغرا ئەمەس\u{2069}";
    let page = site.page(STATEMENT);
    assert_eq!(texts(&page, "title"), [format!("{title} — ئاسسامبلېيا مەتبۇئات مەركىزى")]);
    assert_eq!(attributes(&page, "meta[property='og:title']", "content"), [title]);
    assert_eq!(texts(&page, "h1"), ["BBC خەۋىرى توغرا ئەمەس"], "here markup tells");
    let json_ld: serde_json::Value =
        serde_json::from_str(&texts(&page, "script[type='application/ld+json']")[0]).unwrap();
    assert!(json_ld.to_string().contains("\"headline\":\"BBC خەۋىرى توغرا ئەمەس\""), "{json_ld}");
    assert!(json_ld.to_string().contains("\"inLanguage\":\"ug\""), "{json_ld}");
    let calendar = site.text("ug/news/2024/10/19/bbc/event.ics").replace("\r\n ", "");
    let property =
        |name: &str| calendar.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
    assert_eq!(property("SUMMARY;LANGUAGE=ug:"), title);
    assert_eq!(property("LOCATION;LANGUAGE=ug:"), "\u{2067}Hilton مېھمانخانىسى\u{2069}");
    let feed = site.xml("ug/rss.xml");
    assert_eq!(feed.texts("title")[1], title);
    assert!(feed.texts("description")[1].starts_with("\u{2067}BBC"), "{:?}", feed.texts("description"));
    assert!(feed.texts("category").contains(&"Almaty TV"), "a name of another language runs as it does");
    assert_eq!(feed.texts("media:title")[0], "\u{2067}TV دىكى زال\u{2069}");
    let opml = site.xml("ug/feeds.opml");
    let titles: Vec<&str> = opml.all("outline").into_iter().map(|outline| outline.get("title")).collect();
    assert!(titles.contains(&"\u{2067}\u{2066}Almaty TV\u{2069} — ئاسسامبلېيا مەتبۇئات مەركىزى\u{2069}"), "{titles:?}");
}

#[test]
fn nothing_in_the_style_knows_left_from_right() {
    let site = newsroom().build();
    let sheet = site.paths().into_iter().find(|path| path.ends_with(".css")).unwrap();
    let css = site.text(&sheet);
    // The triangle of a video points where time runs in every language; a box over a whole box has all four sides.
    let sided = ["text-align:left", "text-align:right", "float:left", "float:right"];
    assert_eq!(sided.into_iter().filter(|word| css.contains(word)).collect::<Vec<_>>(), [""; 0]);
    assert!(css.contains("direction:ltr;unicode-bidi:isolate"), "code runs to the right everywhere: {css}");
}
