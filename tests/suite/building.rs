//! Building again and again.

use crate::site::Site;

fn two_releases() -> Site {
    Site::empty()
        .release(
            "2024-10-18-a",
            "ru",
            "title: Первый\nsummary: Кратко\ndate: 2024-10-18\nregion: qostanai",
            "Текст с опечаткой: встеча.",
        )
        .release("2024-10-19-b", "ru", "title: Второй\ndate: 2024-10-19\nregion: zhambyl", "Другой текст.")
}

#[test]
fn building_twice_writes_nothing_the_second_time() {
    let site = two_releases().build().build();
    assert!(site.built().files.written.is_empty() && site.built().files.removed.is_empty());
    site.rendered([]);
}

#[test]
fn a_typo_renders_the_page_and_the_outputs_that_show_the_text() {
    two_releases().build().edit("releases/2024-10-18-a/ru.md", "встеча", "встреча").build().rendered([
        "ru/atom.xml",
        "ru/feed.json",
        "ru/news/2024/10/18/a/index.html",
        "ru/regions/qostanai/rss.xml",
        "ru/rss.xml",
    ]);
}
