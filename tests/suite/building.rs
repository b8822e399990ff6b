//! Building again and again: how little is done, and that it is right.

use crate::site::{Site, assert_same, newsroom, stamps};
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

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

/// Four releases in Russian: the second and the last are of one region.
fn four_releases() -> Site {
    Site::plain()
        .release("2024-10-16-a", "ru", "title: Первый\ndate: 2024-10-16\nregion: qostanai", "Текст.")
        .release("2024-10-17-b", "ru", "title: Второй\ndate: 2024-10-17\nregion: zhambyl", "Текст.")
        .release("2024-11-05-c", "ru", "title: Третий\ndate: 2024-11-05\nregion: qostanai", "Текст.")
        .release("2024-12-01-d", "ru", "title: Четвёртый\ndate: 2024-12-01\nregion: zhambyl", "Текст.")
}

#[test]
fn building_twice_writes_nothing_the_second_time() {
    two_releases().build().build().rendered([]).wrote([]).removed([]);
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

#[test]
fn a_changed_title_renders_the_page_and_the_lists_feeds_and_neighbours_that_show_it() {
    four_releases().build().edit("releases/2024-10-17-b/ru.md", "Второй", "Средний").build().rendered([
        "ru/atom.xml",
        "ru/feed.json",
        "ru/index.html",
        "ru/news/2024/10/16/a/index.html",
        "ru/news/2024/10/17/b/index.html",
        "ru/news/2024/10/index.html",
        "ru/news/2024/11/05/c/index.html",
        "ru/news/2024/12/01/d/index.html",
        "ru/news/index.html",
        "ru/regions/zhambyl/index.html",
        "ru/regions/zhambyl/rss.xml",
        "ru/rss.xml",
    ]);
}

#[test]
fn a_changed_template_renders_the_pages_and_nothing_else() {
    let site = four_releases().build().file("themes/plain/templates/notfound.html", "Nothing here.\n").build();
    let pages: Vec<String> = site.tree().into_keys().filter(|path| path.ends_with(".html")).collect();
    let rendered: Vec<&str> = site.built().rendered.iter().map(|path| path.as_str()).collect();
    assert_eq!(rendered, pages);
    site.wrote(["404.html", "en/404.html", "kk/404.html", "ru/404.html"]);
}

#[test]
fn a_changed_string_renders_the_pages_of_its_language() {
    let site = four_releases().build();
    let strings = fs::read_to_string(newsroom().join("themes/plain/strings/ru.ftl")).unwrap();
    let site = site.file("themes/plain/strings/ru.ftl", strings.replace("Страница:", "Лист:")).build();
    let pages = site.tree().into_keys().filter(|path| path.starts_with("ru/") && path.ends_with(".html"));
    let rendered: Vec<&str> = site.built().rendered.iter().map(|path| path.as_str()).collect();
    assert_eq!(rendered, pages.collect::<Vec<_>>());
}

/// Two folders that were written in one tick of the clock, with files of one size, change names: no time tells.
#[test]
fn folders_that_swap_their_names_are_read_again() {
    let text = |title: &str| format!("---\ntitle: {title}\ndate: 2024-10-16\n---\nТекст.\n");
    let site = four_releases()
        .file("content/releases/one/ru.md", text("Раз"))
        .file("content/releases/two/ru.md", text("Два"))
        .build()
        .build();
    let folder = |name: &str| site.root().join("content/releases").join(name);
    fs::rename(folder("one"), folder("three")).unwrap();
    fs::rename(folder("two"), folder("one")).unwrap();
    fs::rename(folder("three"), folder("two")).unwrap();
    let site = site.build();
    assert_same(&site.fresh().unwrap(), &site.tree(), "");
}

#[test]
fn what_changes_by_itself_changes_when_its_time_comes_and_not_before() {
    let front = "title: Пятый\ndate: 2026-01-05\nembargo: 2026-01-10T09:00\nexpires: 2026-02-01\n\
                 event: {starts: 2026-01-20, ends: 2026-01-21}";
    let site = four_releases().release("2026-01-05-e", "ru", front, "Текст.").at("2026-01-06T00:00:00Z");
    // Public; no longer in the sitemap of 48 hours; its event over; expired.
    let moments = [
        ("2026-01-10T08:59:59+05:00", "2026-01-10T09:00:00+05:00"),
        ("2026-01-12T08:59:59+05:00", "2026-01-12T09:00:00+05:00"),
        ("2026-01-21T23:59:59+05:00", "2026-01-22T00:00:00+05:00"),
        ("2026-01-31T23:59:59+05:00", "2026-02-01T00:00:00+05:00"),
    ];
    // The second build remembers what it was made from, for by then the input is at rest.
    let mut site = site.build().build();
    for (before, after) in moments {
        site = site.at(before).build().rendered([]).at(after).build();
        assert!(!site.built().rendered.is_empty(), "{after}");
        assert_same(&site.fresh().unwrap(), &site.tree(), after);
    }
    let site = site.at("2026-01-06T00:00:00Z").build();
    assert_same(&site.fresh().unwrap(), &site.tree(), " when the clock goes back");
}

#[test]
fn a_new_release_leaves_full_pages_as_they_are() {
    let page = |site: &Site, number| fs::read(site.out().join(format!("ru/news/page/{number}/index.html"))).unwrap();
    let site = numbered(Site::plain(), 1..=45).build();
    let first = page(&site, 1);
    let site = numbered(site, 46..=46).build();
    assert_eq!(page(&site, 1), first);
    assert!(!site.built().rendered.iter().any(|path| path.as_str().starts_with("ru/news/page/1/")));
    let site = numbered(site, 47..=60).build();
    assert_eq!(page(&site, 1), first);
    let second = page(&site, 2);
    let site = numbered(site, 61..=61).build();
    assert_eq!((page(&site, 1), page(&site, 2)), (first, second));
    assert_same(&site.fresh().unwrap(), &site.tree(), "");
}

/// Releases of consecutive days.
fn numbered(site: Site, numbers: std::ops::RangeInclusive<u8>) -> Site {
    numbers.fold(site, |site, number| {
        let date = format!("2024-{:02}-{:02}", 1 + number / 28, 1 + number % 28);
        site.release(&format!("{date}-n{number}"), "ru", &format!("title: Новость {number}\ndate: {date}"), "Текст.")
    })
}

#[test]
fn deleting_a_release_removes_its_outputs_and_nothing_else() {
    let front = "title: Пятый\ndate: 2024-10-18\nevent: {starts: 2024-10-18T10:00}\naliases: [/old/5.html]\n\
                 image: {file: a.svg, alt: Рисунок}\ntags: [Сходка]";
    let site = four_releases()
        .release("2024-10-18-e", "ru", front, "Текст.")
        .file(
            "content/releases/2024-10-18-e/a.svg",
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#,
        )
        .build()
        .remove("content/releases/2024-10-18-e")
        .build()
        .removed([
            "media/releases/2024-10-18-e/a.svg",
            "old/5.html",
            "ru/news/2024/10/18/e/event.ics",
            "ru/news/2024/10/18/e/index.html",
            "ru/tags/index.html",
            "ru/tags/skhodka/index.html",
            "ru/tags/skhodka/rss.xml",
        ]);
    assert_same(&site.fresh().unwrap(), &site.tree(), "");
    for folder in ["media", "old", "ru/news/2024/10/18", "ru/tags"] {
        assert!(!site.out().join(folder).exists(), "{folder} is empty and stands");
    }
}

#[test]
fn foreign_files_stay() {
    let site = four_releases().build();
    let foreign = ["CNAME", "ru/news/2024/10/17/b/notes.txt", ".well-known/security.txt"];
    for path in foreign {
        fs::create_dir_all(site.out().join(path).parent().unwrap()).unwrap();
        fs::write(site.out().join(path), path).unwrap();
    }
    let site = site.build().wrote([]).removed([]).remove("content/releases/2024-10-17-b").build();
    let mut expected = site.fresh().unwrap();
    expected.extend(foreign.map(|path| (path.to_owned(), path.as_bytes().to_vec())));
    assert_same(&expected, &site.tree(), "");
}

#[test]
fn an_output_edited_by_hand_is_made_again() {
    let site = four_releases().build();
    let made = site.tree();
    fs::write(site.out().join("ru/index.html"), "by hand").unwrap();
    fs::remove_file(site.out().join("ru/rss.xml")).unwrap();
    let site = site.build().rendered(["ru/index.html", "ru/rss.xml"]).wrote(["ru/index.html", "ru/rss.xml"]);
    assert_same(&made, &site.tree(), "");
}

#[cfg(unix)]
#[test]
fn an_edit_that_hides_its_time_and_size_is_seen() {
    let site = four_releases().build();
    let (file, made) = (site.out().join("robots.txt"), site.text("robots.txt"));
    let modified = fs::metadata(&file).unwrap().modified().unwrap();
    fs::write(&file, made.replace("Allow", "ALLOW")).unwrap();
    File::options().write(true).open(&file).unwrap().set_modified(modified).unwrap();
    assert_eq!(site.build().wrote(["robots.txt"]).text("robots.txt"), made);
}

#[test]
fn an_output_that_was_only_touched_is_not_written() {
    let site = four_releases().build();
    let file = File::options().write(true).open(site.out().join("ru/index.html")).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
    let touched = stamps(site.out());
    let site = site.build().rendered([]).wrote([]);
    assert_eq!(stamps(site.out()), touched);
}

#[test]
fn a_file_that_did_not_change_stays_the_same_file() {
    let site = four_releases().build();
    let before = stamps(site.out());
    let site = site.edit("releases/2024-10-17-b/ru.md", "Текст", "Слово").build();
    let written: Vec<&str> = site.built().files.written.iter().map(|path| path.as_str()).collect();
    assert!(!written.is_empty());
    for (path, stamp) in stamps(site.out()) {
        assert_eq!(before[&path] == stamp, !written.contains(&path.as_str()), "{path}");
    }
}
