//! A newsroom in Uyghur, with strings of its own: whole pages that run from right to left.

use crate::languages::own_texts;
use crate::links::{assert_sound, leads_on};
use crate::site::{Site, attributes, texts};

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
    assert_eq!(texts(&site.page("ug/regions/index.html"), ".count"), ["1 خەۋەر"]);
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
