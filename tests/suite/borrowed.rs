//! Releases that nobody translated, shown to those who asked for them.

use crate::site::{Site, assert_same, attributes, texts};

const BORROWED: &str = "en/news/2024/10/17/b/index.html";

/// Three releases: in all languages, in Kazakh and Russian, in Russian alone.
fn newsroom() -> Site {
    Site::empty()
        .edit(
            "site.yaml",
            "languages: [kk, ru, en]",
            "languages: [kk, ru, en]\nfallback: {en: ru}\nshow_untranslated: [en]",
        )
        .release("2024-10-16-a", "ru", "title: Первый\ndate: 2024-10-16\nregion: qostanai", "Текст.")
        .release("2024-10-16-a", "kk", "title: Бірінші", "Мәтін.")
        .release("2024-10-16-a", "en", "title: The first", "Text.")
        .release("2024-10-17-b", "kk", "title: Екінші", "Мәтін.")
        .release(
            "2024-10-17-b",
            "ru",
            "title: Второй - \"наш\"\nsummary: Кратко\ndate: 2024-10-17\nregion: qostanai\n\
             corrections: [{date: 2024-10-19, text: Верно}]",
            "[Первый](2024-10-16-a) - это \"слово\".",
        )
        .release("2024-10-18-c", "ru", "title: Третий\ndate: 2024-10-18\nregion: qostanai", "Текст.")
}

#[test]
fn a_page_stands_in_the_reader_s_language_around_words_of_another() {
    let site = newsroom().build();
    let page = site.page(BORROWED);
    assert_eq!(page.root_element().attr("lang"), Some("en"));
    for part in ["h1", ".lead", ".prose", ".corrections dd"] {
        assert_eq!(attributes(&page, part, "lang"), ["ru"], "{part}");
        assert_eq!(attributes(&page, part, "dir"), ["ltr"], "{part}");
    }
    assert_eq!(texts(&page, "h1"), ["Второй — «наш»"]);
    assert_eq!(texts(&page, ".prose p"), ["Первый — это «слово»."]);
    assert_eq!(attributes(&page, ".prose a", "href"), ["/en/news/2024/10/16/a/"]);
    assert_eq!(texts(&page, ".dateline time"), ["17 October 2024"]);
    assert_eq!(texts(&page, ".note"), ["This text has not been translated into English yet. It is shown in: Русский"]);
    assert_eq!(attributes(&page, ".note a", "href"), ["/ru/news/2024/10/17/b/"]);
}

#[test]
fn search_engines_are_led_to_the_page_in_its_own_language() {
    let site = newsroom().build();
    let page = site.page(BORROWED);
    let canonical = |page| attributes(page, "link[rel=canonical]", "href");
    assert_eq!(canonical(&page), ["https://assembly.example/ru/news/2024/10/17/b/"]);
    assert_eq!(attributes(&page, "link[hreflang]", "hreflang"), [""; 0]);
    assert!(!site.text(BORROWED).contains("NewsArticle"));
    let own = site.page("ru/news/2024/10/17/b/index.html");
    assert_eq!(attributes(&own, "link[hreflang]", "hreflang"), ["kk", "ru", "x-default"]);
    assert_eq!(attributes(&own, ".languages a", "href")[2], "/en/news/2024/10/17/b/");
    assert!(!site.text("en/sitemap.xml").contains("/b/"));
    assert!(site.text("en/sitemap.xml").contains("/a/"));
}

#[test]
fn lists_name_it_in_its_own_language_and_feeds_do_not() {
    let site = newsroom().build();
    let list = site.page("en/regions/qostanai/index.html");
    assert_eq!(texts(&list, ".card-title"), ["Третий", "Второй — «наш»", "The first"]);
    assert_eq!(attributes(&list, ".card-title a", "lang"), ["ru", "ru"]);
    for feed in ["en/rss.xml", "en/atom.xml", "en/feed.json", "en/regions/qostanai/rss.xml"] {
        let feed = site.text(feed);
        assert!(feed.contains("The first") && !feed.contains("Второй"), "{feed}");
    }
}

#[test]
fn nobody_who_did_not_ask_is_shown_anything() {
    let site = newsroom().build();
    assert!(!site.paths().contains("kk/news/2024/10/18/c/index.html"));
    let site = site.edit("site.yaml", "show_untranslated: [en]", "show_untranslated: []").build();
    assert!(!site.paths().contains(BORROWED));
    assert_same(&site.fresh().unwrap(), &site.tree(), " after the newsroom thought better of it");
}

#[test]
fn what_is_not_public_is_lent_to_nobody() {
    let held =
        newsroom().edit("releases/2024-10-18-c/ru.md", "date: 2024-10-18", "date: 2024-10-18\nembargo: 2027-01-01");
    let site = held.with_drafts().build();
    assert!(site.paths().contains("ru/news/2024/10/18/c/index.html"));
    assert!(!site.paths().contains("en/news/2024/10/18/c/index.html"));
}

#[test]
fn a_word_renders_what_borrowed_it() {
    newsroom().build().edit("releases/2024-10-17-b/ru.md", "это", "то").build().rendered([
        "en/news/2024/10/17/b/index.html",
        "ru/atom.xml",
        "ru/feed.json",
        "ru/news/2024/10/17/b/index.html",
        "ru/regions/qostanai/rss.xml",
        "ru/rss.xml",
    ]);
}

#[test]
fn a_text_that_is_written_after_all_takes_its_place() {
    let site = newsroom().build().release("2024-10-17-b", "en", "title: The second", "Text.").build();
    assert_eq!(texts(&site.page(BORROWED), "h1"), ["The second"]);
    assert!(site.text("en/rss.xml").contains("The second"));
    assert_same(&site.fresh().unwrap(), &site.tree(), " after a translation");
}

/// The newsroom with a standing page and a project of which there is nothing in English.
fn standing() -> Site {
    newsroom()
        .file("content/pages/about/ru.md", "---\ntitle: О нас\nsummary: Кто мы\n---\nМы - \"пресс-центр\".\n")
        .file("content/pages/about/kk.md", "---\ntitle: Біз туралы\n---\nБіз.\n")
        .file(
            "content/projects/otan/ru.md",
            "---\ntitle: Родина\nshort_names: [Отчизна]\npartners: [Музей]\naliases: [/old]\n---\nТекст о родине.\n",
        )
        .release("2024-10-19-d", "ru", "title: Д\ndate: 2024-10-19\nregion: qostanai\nproject: otan", "Т.")
        .release("2024-10-20-e", "en", "title: E\ndate: 2024-10-20\nproject: otan", "T.")
}

#[test]
fn a_standing_page_that_nobody_translated_is_shown_in_its_own_words() {
    let site = standing().build();
    let page = site.page("en/about/index.html");
    assert_eq!(page.root_element().attr("lang"), Some("en"));
    for part in ["h1", ".lead", ".prose", ".crumbs [aria-current]", ".foot [aria-current]"] {
        assert_eq!(attributes(&page, part, "lang"), ["ru"], "{part}");
    }
    assert_eq!(texts(&page, ".prose p"), ["Мы — «пресс-центр»."]);
    assert_eq!(attributes(&page, ".note a", "href"), ["/ru/about/"]);
    assert_eq!(attributes(&page, "link[rel=canonical]", "href"), ["https://assembly.example/ru/about/"]);
    assert_eq!(attributes(&page, "link[hreflang]", "hreflang"), [""; 0]);
    let own = site.page("ru/about/index.html");
    assert_eq!(attributes(&own, "link[hreflang]", "hreflang"), ["kk", "ru", "x-default"]);
    assert!(!site.text("en/sitemap.xml").contains("/about/"));
    assert!(site.text("ru/sitemap.xml").contains("/about/"));
}

#[test]
fn a_project_that_nobody_translated_tells_of_itself_in_its_own_words() {
    let site = standing().build();
    let page = site.page("en/projects/otan/index.html");
    for part in ["h1", ".facts dd", ".prose", ".crumbs [aria-current]"] {
        assert_eq!(attributes(&page, part, "lang").first().map(String::as_str), Some("ru"), "{part}");
    }
    assert_eq!(texts(&page, ".prose p"), ["Текст о родине."]);
    assert_eq!(attributes(&page, ".note a", "href"), ["/ru/projects/otan/"]);
    assert!(!attributes(&page, "meta[name=description]", "content")[0].contains("Текст"));
    let release = site.page("en/news/2024/10/19/d/index.html");
    assert_eq!(attributes(&release, ".release-facts a[href='/en/projects/otan/']", "lang"), ["ru"]);
    assert_eq!(attributes(&site.page("en/projects/index.html"), ".terms a", "lang"), ["ru"]);
}

#[test]
fn whoever_leads_to_a_borrowed_text_names_its_language() {
    let site = standing().build();
    let page = site.page("en/news/2024/10/20/e/index.html");
    assert_eq!(attributes(&page, ".pager bdi", "lang"), ["ru"]);
    assert_eq!(attributes(&page, ".related a", "lang"), ["ru"]);
    assert_eq!(attributes(&page, ".foot a[href='/en/about/']", "lang"), ["ru"]);
}

#[test]
fn a_name_is_told_in_the_first_language_of_the_reader_s_chain_that_has_one() {
    let site = standing().file("content/projects/otan/kk.md", "---\ntitle: Отан\n---\nМәтін.\n").build();
    assert_eq!(texts(&site.page("en/projects/otan/index.html"), "h1"), ["Родина"]);
}
