//! What a release says and shows, in each of its languages.

use crate::links::assert_sound;
use crate::site::{Site, attributes, texts};

const BASE: &str = "https://assembly.example";
const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>";

/// A release with everything, in Russian, translated into Kazakh with nothing but its words, between two others.
fn rich() -> Site {
    let facts = "title: Заседание\nsummary: Кратко.\ndate: 2024-10-18T10:00\nregion: [qostanai, zhambyl]\nproject: dostyq\n\
        tags: [etno]\nkind: interview\nupdated: 2024-10-20T12:00\n\
        author: {name: А. Серикова, role: пресс-секретарь, organization: Пресс-служба}\n\
        source: {url: 'https://inform.example/1?a=1&b=2', name: Казинформ}\n\
        event: {starts: 2024-11-01T11:00, ends: 2024-11-01T13:30, place: Дом дружбы}\n\
        image: {file: hall.svg, alt: Зал, caption: Участники., credit: Е. Ким}\n\
        gallery: [{file: a.svg, alt: Флаг, caption: Флаги., credit: Е. Ким}]\n\
        attachments: [{file: plan.pdf, title: План}]\n\
        corrections:\n  - {date: 2024-10-19, text: Первое.}\n  - {date: 2024-10-20, text: Второе.}";
    let words = "title: Отырыс\nimage: {file: hall.svg, alt: Отырыс залы}\nevent: {place: Достық үйі}";
    let file =
        |site: Site, name: &str, bytes: &[u8]| site.file(&format!("content/releases/2024-10-18-x/{name}"), bytes);
    let site = file(file(Site::empty(), "hall.svg", SVG.as_bytes()), "a.svg", SVG.as_bytes());
    file(site, "plan.pdf", &[b'x'; 1234])
        .file("content/tags.yaml", "etno: {kk: Этнос, ru: Этносы, en: Ethnic groups}\n")
        .file("content/projects/dostyq/kk.md", "---\ntitle: «Достық»\nstatus: running\n---\nМәтін.\n")
        .release("2024-10-17-before", "ru", "title: До\ndate: 2024-10-17", "Т.")
        .release("2024-10-18-x", "ru", facts, "Текст[^1].\n\n## Итоги\n\nЕщё.\n\n[^1]: Сноска.")
        .release("2024-10-18-x", "kk", words, "Мәтін.")
        .release("2024-10-19-after", "ru", "title: После\ndate: 2024-10-19\nregion: qostanai", "Т.")
}

#[test]
fn a_release_shows_all_that_is_known_of_it() {
    let site = rich().build();
    let page = site.page("ru/news/2024/10/18/x/index.html");
    let shown = |selector: &str| texts(&page, selector);
    let links = |selector: &str| attributes(&page, selector, "href");
    assert_eq!(shown(".dateline"), ["Интервью 18 октября 2024 г."]);
    assert_eq!(attributes(&page, ".dateline time", "datetime"), ["2024-10-18T10:00:00+05:00"]);
    assert_eq!((shown("h1"), shown(".lead")), (vec!["Заседание".into()], vec!["Кратко.".into()]));
    assert_eq!(shown(".byline span"), ["А. Серикова", "пресс-секретарь", "Пресс-служба"]);
    assert_eq!(
        (shown(".source"), links(".source a")),
        (vec!["Источник: Казинформ".into()], vec!["https://inform.example/1?a=1&b=2".into()])
    );
    assert_eq!(shown(".event-box dd"), ["1 ноября 2024 г. в 11:00–13:30", "Дом дружбы"]);
    assert_eq!(links(".event-box a"), ["/ru/news/2024/10/18/x/event.ics"]);
    assert_eq!(shown("figcaption"), ["Участники. Фото: Е. Ким", "Флаги. Фото: Е. Ким"]);
    let picture = |attribute: &str| attributes(&page, ".release-picture img", attribute).concat();
    assert_eq!(["alt", "width", "height"].map(picture), ["Зал", "16", "9"]);
    assert_eq!(
        attributes(&page, "article img", "src"),
        ["hall.svg", "a.svg"].map(|name| format!("/media/releases/2024-10-18-x/{name}"))
    );
    assert_eq!(shown(".corrections dt"), ["20 октября 2024 г.", "19 октября 2024 г."]);
    assert_eq!(shown(".corrections dd"), ["Второе.", "Первое."]);
    assert_eq!(shown(".files li"), ["План PDF, 1,2 КБ"]);
    assert_eq!(attributes(&page, ".files a", "type"), ["application/pdf"]);
    assert_eq!(shown(".release-facts dt"), ["Обновлено", "Регионы", "Проекты", "Темы"]);
    assert_eq!(shown(".chips a"), ["Костанайская область", "Жамбылская область", "«Достық»", "Этносы"]);
    assert_eq!(
        links(".chips a"),
        ["/ru/regions/qostanai/", "/ru/regions/zhambyl/", "/ru/projects/dostyq/", "/ru/tags/etno/"]
    );
    assert_eq!(attributes(&page, ".release-facts time", "datetime")[0], "2024-10-20T12:00:00+05:00");
    assert_eq!(links(".pager-earlier a"), ["/ru/news/2024/10/17/before/"]);
    assert_eq!(links(".pager-later a"), ["/ru/news/2024/10/19/after/"]);
    assert_eq!(shown(".note"), [""; 0]);
    assert_eq!(shown(".crumbs li"), ["Главная", "Новости", "Заседание"]);
    assert_eq!(texts(&site.page("ru/news/2024/10/19/after/index.html"), ".related a"), ["Заседание"]);
    let meta =
        |property: &str| attributes(&page, &format!("meta[property='{property}'], meta[name='{property}']"), "content");
    assert_eq!(meta("og:type"), ["article"]);
    assert_eq!((meta("og:locale"), meta("og:locale:alternate")), (vec!["ru_RU".into()], vec!["kk_KZ".into()]));
    assert_eq!(meta("og:image"), ["https://assembly.example/media/releases/2024-10-18-x/hall.svg"]);
    assert_eq!((meta("og:image:alt"), meta("twitter:card")), (vec!["Зал".into()], vec!["summary_large_image".into()]));
    assert_eq!(meta("article:tag"), ["«Достық»", "Этносы"]);
    assert_sound(&site, BASE);
}

#[test]
fn a_translation_inherits_the_facts_and_keeps_its_words() {
    let site = rich().build();
    let page = site.page("kk/news/2024/10/18/x/index.html");
    let shown = |selector: &str| texts(&page, selector);
    assert_eq!(shown(".dateline"), ["Сұхбат 2024 ж. 18 қазан"]);
    assert_eq!(shown(".chips a"), ["Қостанай облысы", "Жамбыл облысы", "«Достық»", "Этнос"]);
    assert_eq!(shown(".event-box dd"), ["2024 ж. 1 қараша, 11:00–13:30", "Достық үйі"]);
    assert_eq!(attributes(&page, "article img", "alt"), ["Отырыс залы", ""]);
    assert_eq!(shown("figcaption"), ["Фото: Е. Ким", "Фото: Е. Ким"]);
    assert_eq!(shown(".files li"), ["plan.pdf PDF, 1,2 КБ"]);
    assert_eq!(attributes(&page, ".source a", "href"), ["https://inform.example/1?a=1&b=2"]);
    assert_eq!((shown(".byline"), shown(".corrections"), shown(".lead")), (vec![], vec![], vec![]));
    assert_eq!(attributes(&page, ".note a", "href"), ["/ru/news/2024/10/18/x/"]);
    assert_eq!(attributes(&page, ".note a", "hreflang"), ["ru"]);
    assert_eq!(attributes(&page, "meta[name=description]", "content"), ["Мәтін."]);
    assert_eq!(shown(".pager"), [""; 0]);
}

#[test]
fn a_fact_that_is_restated_in_other_words_is_the_same() {
    let one = "title: А\ndate: 18.10.2024\nregion: KZ-39\nproject: dostyq\ntags: [etno, lektorii]\nkind: news\nembargo: 2024-10-18T12:00\n\
        event: {starts: 2027-03-01}\noriginal_language: ru";
    let other = "title: Ә\ndate: 2024 ж. 18 қазан\nregion: «Қостанай облысы»\nproject: ДОСТЫҚ\ntags: [Дәрістер, Этнос]\nkind: news\n\
        embargo: 2024-10-18T07:00Z\nevent: {starts: 2027 ж. 1 наурыз}\noriginal_language: RU";
    let site = Site::empty()
        .file("content/tags.yaml", "etno: {kk: Этнос, ru: Этносы}\nlektorii: {kk: Дәрістер, ru: Лекторий}\n")
        .file("content/projects/dostyq/kk.md", "---\ntitle: «Достық»\n---\nМәтін.\n")
        .release("a", "ru", one, "Т.")
        .release("a", "kk", other, "М.")
        .release("a", "en", "title: A\nregion: Костанайская область", "T.")
        .build();
    assert_eq!(site.found(), [""; 0]);
    let chips = |language: &str| texts(&site.page(&format!("{language}/news/2024/10/18/a/index.html")), ".chips a");
    assert_eq!(chips("kk"), ["Қостанай облысы", "«Достық»", "Этнос", "Дәрістер"]);
    assert_eq!(chips("en")[0], "Kostanay Region");
}

#[test]
fn the_original_is_named_or_the_only_one_with_a_date_or_the_first_with_one() {
    let original = |kk: &str, ru: &str, en: &str| {
        let site = Site::empty()
            .release("a", "kk", &format!("title: Ә\n{kk}"), "М.")
            .release("a", "ru", &format!("title: А\n{ru}"), "Т.")
            .release("a", "en", &format!("title: A\n{en}"), "T.");
        let site = site.build();
        let note = |tag: &str| {
            attributes(&site.page(&format!("{tag}/news/2024/10/18/a/index.html")), ".note a", "hreflang").pop()
        };
        let notes = ["kk", "ru", "en"].map(note);
        let original = notes.iter().flatten().next().unwrap().clone();
        assert_eq!(notes.iter().filter(|note| **note == Some(original.clone())).count(), 2);
        original
    };
    let date = "date: 2024-10-18";
    assert_eq!(original("", "", date), "en");
    assert_eq!(original("", date, date), "ru");
    assert_eq!(original(date, date, date), "kk");
    assert_eq!(original(date, "original_language: en", date), "en");
    assert_eq!(original(date, "", "original_language: RU"), "ru");
}

#[test]
fn a_region_or_project_answers_to_every_name() {
    let regions = [
        "qostanai",
        "KZ-39",
        "kz-39",
        "Костанайская область",
        "костанайская ОБЛАСТЬ",
        "«Қостанай облысы»",
        "Kostanay Region",
        "'  Костанай '",
        "\"„Костанай“\"",
    ];
    let projects = [
        "birtutas",
        "«Біртұтас қоғам: келісім және сенім»",
        "БІРТҰТАС ҚОҒАМ",
        "Единое общество",
        "'\"Единое общество: согласие и доверие\"'",
    ];
    let names = regions.iter().map(|name| ("region", name)).chain(projects.iter().map(|name| ("project", name)));
    let site = Site::empty()
        .edit("regions.yaml", "en: Kostanay Region}\n", "en: Kostanay Region}\n  aliases: [Костанай]\n")
        .file(
            "content/projects/birtutas/kk.md",
            "---\ntitle: '«Біртұтас қоғам: келісім және сенім»'\nshort_names: [Біртұтас қоғам]\n---\n",
        )
        .file(
            "content/projects/birtutas/ru.md",
            "---\ntitle: '«Единое общество: согласие и доверие»'\nshort_names: [Единое общество]\n---\n",
        );
    let site = names.clone().enumerate().fold(site, |site, (number, (key, name))| {
        site.release(
            &format!("r{number:02}"),
            "ru",
            &format!("title: '{number}'\ndate: 2024-10-18\n{key}: {name}"),
            "Т.",
        )
    });
    let site = site.build();
    for (number, (key, name)) in names.enumerate() {
        let url = if key == "region" { "/ru/regions/qostanai/" } else { "/ru/projects/birtutas/" };
        let page = site.page(&format!("ru/news/2024/10/18/r{number:02}/index.html"));
        assert_eq!(attributes(&page, ".chips a", "href"), [url], "{name}");
    }
    assert_eq!(site.codes(), ["unquoted-colon"]);
}

#[test]
fn a_date_is_read_in_every_spelling() {
    let spellings = [
        "2024-10-18",
        "18.10.2024",
        "18 октября 2024",
        "18 октября 2024 г.",
        "2024 ж. 18 қазан",
        "2024 жылғы 18 қазан",
        "18 October 2024",
        "2024-10-18T09:30",
        "2024-10-18 09:30",
        "18.10.2024 09:30",
        "18 октября 2024 г. в 09:30",
        "2024 ж. 18 қазан, 09:30",
        "2024-10-18T04:30Z",
    ];
    let site = spellings.iter().enumerate().fold(Site::empty(), |site, (number, date)| {
        site.release(&format!("r{number}"), "ru", &format!("title: А\ndate: {date}"), "Т.")
    });
    let site = site.build();
    for (number, date) in spellings.iter().enumerate() {
        let page = site.page(&format!("ru/news/2024/10/18/r{number}/index.html"));
        let expected = if number < 7 { "2024-10-18" } else { "2024-10-18T09:30:00+05:00" };
        assert_eq!(attributes(&page, ".dateline time", "datetime"), [expected], "{date}");
    }
}

#[test]
fn a_tag_that_is_not_listed_is_shown_in_its_language_alone() {
    let site = Site::empty()
        .release("a", "ru", "title: А\ndate: 2024-10-18\ntags: [Экскурсия]", "Т.")
        .release("a", "kk", "title: Ә", "М.")
        .release("b", "kk", "title: Б\ndate: 2024-10-18\ntags: [Саяхат, Экскурсия]", "М.")
        .build();
    let page = |path: &str| texts(&site.page(path), ".chips a");
    assert_eq!(
        (page("ru/news/2024/10/18/a/index.html"), page("kk/news/2024/10/18/a/index.html")),
        (vec!["Экскурсия".into()], vec!["Экскурсия".into()])
    );
    assert_eq!(page("kk/news/2024/10/18/b/index.html"), ["Саяхат", "Экскурсия"]);
    assert!(
        !site.paths().contains("ru/tags/sayakhat/index.html") && site.paths().contains("kk/tags/sayakhat/index.html")
    );
    assert_eq!(site.codes(), ["unlisted-tag", "unlisted-tag"]);
    let lone = Site::empty()
        .release("a", "ru", "title: А\ndate: 2024-10-18\ntags: [Экскурсия]", "Т.")
        .release("a", "kk", "title: Ә", "М.")
        .build();
    assert_eq!(texts(&lone.page("kk/news/2024/10/18/a/index.html"), ".chips a"), [""; 0]);
    let tags: Vec<String> = lone.paths().into_iter().filter(|path| path.contains("tags")).collect();
    assert_eq!(tags, ["ru/tags/ekskursiya/index.html", "ru/tags/ekskursiya/rss.xml", "ru/tags/index.html"]);
}

#[test]
fn an_id_is_the_name_of_a_folder_or_file_and_the_slug_is_the_id_without_its_date() {
    let text = |front: &str| format!("---\ntitle: А\ndate: 2024-10-18\n{front}---\n");
    let site = Site::empty()
        .file("content/releases/2024/10/2023-01-01-folder/ru.md", text(""))
        .file("content/releases/2024/2023-01-01-file.ru.md", text(""))
        .file("content/releases/2023-01-01-slug.ru.md", text("slug: svoy\n"))
        .file("content/releases/2023-01-01-slug.en.md", "---\ntitle: A\nslug: own\n---\n")
        .file("content/releases/old-name.ru.md", text("id: 2024-10-18-given\n"))
        .build();
    let atom = site.xml("ru/atom.xml");
    let mut ids: Vec<(&str, String)> = atom
        .all("entry")
        .into_iter()
        .map(|entry| (entry.texts("id")[0], entry.all("link")[0].get("href").replace(BASE, "")))
        .collect();
    ids.sort();
    let expected = [
        ("2023-01-01-file", "file"),
        ("2023-01-01-folder", "folder"),
        ("2023-01-01-slug", "svoy"),
        ("2024-10-18-given", "given"),
    ];
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(id, slug)| (format!("tag:assembly.example,2024:{id}/ru"), format!("/ru/news/2024/10/18/{slug}/")))
        .collect();
    assert_eq!(ids, expected.iter().map(|(id, url)| (id.as_str(), url.clone())).collect::<Vec<_>>());
    assert!(site.paths().contains("en/news/2024/10/18/own/index.html"));
}
