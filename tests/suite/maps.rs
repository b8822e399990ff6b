//! The regions on a map, and releases by month.

use crate::site::{Site, attributes, texts};

/// Three regions with places and one without, of which one has two releases and one has one.
fn newsroom() -> Site {
    let region =
        |id: &str, name: &str, map: &str| format!("{id}:\n  names: {{kk: {name}, ru: {name}, en: {name}}}\n{map}");
    let regions = [
        region("a", "Аққу", "  map: {column: 3, row: 1, kk: АҚ, ru: АК}\n"),
        region("b", "Бұлақ", "  map: {column: 1, row: 2, kk: БҰ, ru: БУ}\n"),
        region("c", "Сарқыт", "  map: {column: 2, row: 2, kk: СҚО, ru: СА}\n"),
        region("d", "Дала", ""),
    ];
    Site::empty()
        .file("content/regions.yaml", regions.concat())
        .edit("site.yaml", "languages:", "scripts: [Latn, Arab]\nlanguages:")
        .release("one", "ru", "title: Первый\ndate: 2024-10-18\nregion: a", "Текст.")
        .release("two", "ru", "title: Второй\ndate: 2024-12-01\nregion: [a, b]\nproject: birlik", "Текст.")
        .release("three", "ru", "title: Третий\ndate: 2025-02-03\nproject: birlik", "Текст.")
        .release("four", "ru", "title: Четвёртый\ndate: 2025-02-04\nproject: birlik", "Текст.")
        .file("content/projects/birlik/ru.md", "---\ntitle: Бирлик\n---\nТекст.\n")
}

#[test]
fn every_region_with_a_place_leads_to_its_page_from_the_map() {
    let site = newsroom().build();
    for path in ["ru/index.html", "ru/regions/index.html"] {
        let page = site.page(path);
        assert_eq!(attributes(&page, ".map", "viewBox"), ["0 0 300 200"], "{path}");
        assert_eq!(attributes(&page, ".map a", "href"), ["/ru/regions/a/", "/ru/regions/b/", "/ru/regions/c/"]);
        let names = ["Аққу: 2 новости", "Бұлақ: 1 новость", "Сарқыт: 0 новостей"];
        assert_eq!(texts(&page, ".map title"), names);
        assert_eq!(attributes(&page, ".map a", "class"), ["tile tile-4", "tile tile-2", "tile tile-0"]);
        let at: Vec<(String, String)> =
            attributes(&page, ".map rect", "x").into_iter().zip(attributes(&page, ".map rect", "y")).collect();
        assert_eq!(at, [("204", "4"), ("4", "104"), ("104", "104")].map(|(x, y)| (x.to_owned(), y.to_owned())));
    }
}

#[test]
fn the_table_says_the_same_for_those_who_do_not_see_the_map() {
    let page = newsroom().build().page("ru/regions/index.html");
    let rows = texts(&page, ".regions tbody tr");
    assert_eq!(rows, ["Аққу21 декабря 2024 г.", "Бұлақ11 декабря 2024 г.", "Дала0—", "Сарқыт0—"]);
}

#[test]
fn the_letters_on_the_map_are_of_the_reader_s_script() {
    let site = newsroom().build();
    let labels = |path: &str| texts(&site.page(path), ".map text:not(.tile-count)");
    assert_eq!(labels("kk/regions/index.html"), ["АҚ", "БҰ", "СҚО"]);
    assert_eq!(labels("kk-latn/regions/index.html"), ["AQ", "BŪ", "SQO"]);
    assert_eq!(labels("en/regions/index.html"), ["АҚ", "БҰ", "СҚО"], "those of the default language stand in");
}

#[test]
fn there_is_no_map_of_one_region_and_none_of_regions_without_places() {
    let site = newsroom().edit("regions.yaml", "  map: {column: 1, row: 2, kk: БҰ, ru: БУ}\n", "");
    let site = site.edit("regions.yaml", "  map: {column: 2, row: 2, kk: СҚО, ru: СА}\n", "").build();
    assert_eq!(texts(&site.page("ru/regions/index.html"), ".map").len(), 0);
    assert_eq!(texts(&site.page("ru/regions/index.html"), ".regions tbody tr").len(), 4);
}

#[test]
fn a_project_shows_its_releases_by_month() {
    let page = newsroom().build().page("ru/projects/birlik/index.html");
    let months = ["декабрь 2024 г.: 1 новость", "январь 2025 г.: 0 новостей", "февраль 2025 г.: 2 новости"];
    assert_eq!(texts(&page, ".bars title"), months);
    assert_eq!(attributes(&page, ".bars rect", "height"), ["50", "0", "100"]);
    assert_eq!(texts(&page, ".bars tr"), ["декабрь 2024 г.1 новость", "февраль 2025 г.2 новости"]);
    assert_eq!(texts(&page, ".bars .count"), ["декабрь 2024 г. – февраль 2025 г."]);
    let site = newsroom().remove("content/releases/two/ru.md").build();
    assert_eq!(texts(&site.page("ru/projects/birlik/index.html"), ".bars").len(), 0, "one month has no course");
}

#[test]
fn the_newsroom_begins_with_all_twenty_regions_on_the_map() {
    let page = Site::demo().build().page("ru/regions/index.html");
    assert_eq!(texts(&page, ".map a").len(), 20);
}
