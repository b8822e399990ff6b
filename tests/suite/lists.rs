//! Lists, archives, indexes: what stands where, in which order, and how one comes from each to the next.

use crate::links::{assert_sound, leads_on, lost};
use crate::site::{Site, attributes, project, texts};
use std::collections::BTreeSet;

const BASE: &str = "https://assembly.example";

/// So many releases of one region in one language, an hour apart, titled by their number.
fn releases(site: Site, language: &str, numbers: std::ops::RangeInclusive<usize>) -> Site {
    numbers.fold(site, |site, number| {
        let (day, hour) = (1 + number / 24, number % 24);
        let front = format!("title: '{number}'\ndate: 2024-10-{day:02}T{hour:02}:00\nregion: qostanai");
        site.file(&format!("content/releases/r{number:02}.{language}.md"), format!("---\n{front}\n---\n"))
    })
}

fn page_of(url: &str) -> String {
    format!("{}index.html", url.strip_prefix('/').unwrap())
}

fn numbers(site: &Site, path: &str) -> Vec<usize> {
    texts(&site.page(path), ".cards .card-title").iter().map(|title| title.parse().unwrap()).collect()
}

/// The numbered pages of a list: those that show releases, and those that lead on.
fn numbered(site: &Site, list: &str) -> (Vec<usize>, Vec<usize>) {
    let prefix = format!("{list}page/");
    let number = |path: String| path.strip_prefix(&prefix)?.strip_suffix("/index.html")?.parse::<usize>().ok();
    let all = site.paths().into_iter().filter_map(number);
    all.partition(|number| !leads_on(&site.page(&format!("{prefix}{number}/index.html"))))
}

/// The addresses that one passes from a page of a list by its link to the next, pages that lead on left out.
fn walk(site: &Site, from: &str, rel: &str) -> Vec<String> {
    let mut passed = vec![from.to_owned()];
    while let Some(mut next) =
        attributes(&site.page(&page_of(passed.last().unwrap())), &format!(".pager a[rel={rel}]"), "href").pop()
    {
        while let Some(goal) = attributes(&site.page(&page_of(&next)), "meta[http-equiv]", "content").pop() {
            next = goal.strip_prefix("0; url=").unwrap().to_owned();
        }
        assert!(!passed.contains(&next), "{next} comes again");
        passed.push(next);
    }
    passed
}

#[test]
fn pages_are_counted_from_the_oldest_and_full_ones_are_closed() {
    for (count, full) in [(0, 0), (1, 0), (20, 0), (39, 0), (40, 1), (41, 1), (59, 1), (60, 2)] {
        let site = releases(Site::empty(), "ru", 1..=count).build();
        for list in ["ru/news/", "ru/regions/qostanai/"] {
            let leading_on: Vec<usize> = (full + 1..=full + 1).filter(|_| full > 0).collect();
            assert_eq!(numbered(&site, list), ((1..=full).collect(), leading_on), "{count}");
            for number in 1..=full {
                let expected: Vec<usize> = (20 * number - 19..=20 * number).rev().collect();
                assert_eq!(numbers(&site, &format!("{list}page/{number}/index.html")), expected, "{count}");
            }
            let newest: Vec<usize> = (20 * full + 1..=count).rev().collect();
            assert_eq!(numbers(&site, &format!("{list}index.html")), newest, "{count}");
            let older = walk(&site, &format!("/{list}"), "next");
            let seen: Vec<usize> = older.iter().flat_map(|url| numbers(&site, &page_of(url))).collect();
            assert_eq!(seen, (1..=count).rev().collect::<Vec<_>>(), "{count}");
            let newer = walk(&site, older.last().unwrap(), "prev");
            assert_eq!(newer, older.into_iter().rev().collect::<Vec<_>>(), "{count}");
        }
        assert_sound(&site, BASE);
    }
}

#[test]
fn a_full_page_never_changes_again() {
    let pages = ["ru/news/page/1/index.html", "ru/regions/qostanai/page/1/index.html"];
    let site = releases(Site::empty(), "ru", 1..=40).build();
    let closed = pages.map(|path| site.text(path));
    let site = releases(site, "ru", 41..=60).build();
    assert_eq!(pages.map(|path| site.text(path)), closed);
    let site = releases(site, "ru", 61..=61).build();
    let changed: Vec<&str> =
        site.built().rendered.iter().map(|path| path.as_str()).filter(|path| path.contains("/page/")).collect();
    assert!(changed.is_empty(), "{changed:?}");
}

#[test]
fn the_switcher_on_a_numbered_page_keeps_the_number_or_leads_to_the_newest() {
    let site = releases(Site::empty(), "ru", 1..=60);
    let site = releases(releases(site, "kk", 1..=40), "en", 1..=10).build();
    let switcher = |path: &str| attributes(&site.page(path), ".languages a", "href");
    let states = |path: &str| attributes(&site.page(path), ".languages a", "class");
    assert_eq!(switcher("ru/news/page/1/index.html"), ["/kk/news/page/1/", "/ru/news/page/1/", "/en/news/"]);
    assert_eq!(switcher("ru/news/page/2/index.html"), ["/kk/news/", "/ru/news/page/2/", "/en/news/"]);
    assert_eq!(switcher("ru/regions/qostanai/page/1/index.html")[0], "/kk/regions/qostanai/page/1/");
    assert_eq!(switcher("en/news/index.html"), ["/kk/news/", "/ru/news/", "/en/news/"]);
    assert_eq!(states("ru/news/page/2/index.html"), ["switch-there", "switch-here", "switch-there"]);
}

#[test]
fn a_month_is_a_calendar_whose_days_lead_to_their_releases() {
    let release =
        |site: Site, (id, date): (&str, &str)| site.release(id, "ru", &format!("title: {id}\ndate: {date}"), "Т.");
    let all = [
        ("a", "2024-02-01T18:00"),
        ("b", "2024-02-01T09:00"),
        ("c", "2024-02-29"),
        ("d", "2024-02-10\nembargo: 2024-03-05"),
        ("e", "2023-12-31T23:59"),
        ("f", "2024-04-01"),
    ];
    let site = all.into_iter().fold(Site::empty(), release).build();
    let month = site.page("ru/news/2024/02/index.html");
    assert_eq!(texts(&month, ".calendar th"), ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]);
    let cell = |number: usize| if (4..=32).contains(&number) { (number - 3).to_string() } else { String::new() };
    let expected: Vec<String> = (1..=35).map(cell).collect();
    let shown: Vec<String> =
        texts(&month, ".calendar td").iter().map(|cell| cell.split(':').next().unwrap().to_owned()).collect();
    assert_eq!(shown, expected);
    assert_eq!(attributes(&month, ".calendar a", "href"), ["#d-1", "#d-10", "#d-29"]);
    assert_eq!(texts(&month, ".calendar a .unseen"), [": 2 новости", ": 1 новость", ": 1 новость"]);
    assert_eq!(attributes(&month, ".calendar time", "datetime"), ["2024-02-01", "2024-02-10", "2024-02-29"]);
    assert_eq!(texts(&month, ".card-title"), ["c", "d", "a", "b"]);
    let first = |day: &str| texts(&month, &format!("[id={day}] .card-title"));
    assert_eq!((first("d-1"), first("d-10"), first("d-29")), (vec!["a".into()], vec!["d".into()], vec!["c".into()]));
    assert_eq!(attributes(&month, ".pager a", "href"), ["/ru/news/2024/04/", "/ru/news/2023/12/"]);
    assert_eq!(texts(&month, ".crumbs li"), ["Главная", "Новости", "2024 год", "февраль 2024 г."]);
    let year = site.page("ru/news/2024/index.html");
    assert_eq!(texts(&year, ".periods li"), ["апрель 2024 г. 1 новость", "февраль 2024 г. 4 новости"]);
    assert_eq!(
        attributes(&year, ".periods a, .pager a", "href"),
        ["/ru/news/2024/04/", "/ru/news/2024/02/", "/ru/news/2023/"]
    );
    let news = site.page("ru/news/index.html");
    assert_eq!(texts(&news, ".periods li"), ["2024 год 5 новостей", "2023 год 1 новость"]);
    let archive: Vec<String> = site.paths().into_iter().filter(|path| path.starts_with("kk/news/2")).collect();
    assert!(archive.is_empty(), "{archive:?}");
    assert_eq!(attributes(&month, ".languages a", "class"), ["switch-missing", "switch-here", "switch-missing"]);
    assert_sound(&site, BASE);
}

#[test]
fn an_index_stands_in_the_order_of_its_alphabet() {
    let regions = std::fs::read(project().join("content/regions.yaml")).unwrap();
    let projects = [("abc", "«Ұлы дала»"), ("bcd", "«Өнер»"), ("cde", "Ынтымақ"), ("def", "«Іс»"), ("efg", "«Үміт»")];
    let site = projects.into_iter().fold(Site::empty().file("content/regions.yaml", regions), |site, (id, title)| {
        site.file(&format!("content/projects/{id}/kk.md"), format!("---\ntitle: {title}\n---\n"))
    });
    let site = site.build();
    let names = |path: &str| texts(&site.page(path), ".terms a, .regions a");
    let kazakh = "Абай облысы|Ақмола облысы|Ақтөбе облысы|Алматы қаласы|Алматы облысы|Астана қаласы|Атырау облысы|\
        Батыс Қазақстан облысы|Жамбыл облысы|Жетісу облысы|Қарағанды облысы|Қостанай облысы|Қызылорда облысы|\
        Маңғыстау облысы|Павлодар облысы|Солтүстік Қазақстан облысы|Түркістан облысы|Ұлытау облысы|\
        Шығыс Қазақстан облысы|Шымкент қаласы";
    assert_eq!(names("kk/regions/index.html"), kazakh.split('|').collect::<Vec<_>>());
    assert_eq!(names("kk/projects/index.html"), ["«Өнер»", "«Ұлы дала»", "«Үміт»", "Ынтымақ", "«Іс»"]);
    let russian = "Акмолинская область|Актюбинская область|Алматинская область|Атырауская область|\
        Восточно-Казахстанская область|город Алматы|город Астана|город Шымкент|Жамбылская область|\
        Западно-Казахстанская область|Карагандинская область|Костанайская область|Кызылординская область|\
        Мангистауская область|область Абай|область Жетісу|область Ұлытау|Павлодарская область|\
        Северо-Казахстанская область|Туркестанская область";
    assert_eq!(names("ru/regions/index.html"), russian.split('|').collect::<Vec<_>>());
    assert_eq!(names("en/regions/index.html")[..2], ["Abai Region", "Akmola Region"]);
}

#[test]
fn tags_stand_by_their_letters() {
    let site = Site::empty()
        .file("content/tags.yaml", "a: {kk: «Ән»}\nb: {kk: Аңыз}\nc: {kk: әдет}\nd: {kk: Іс}\n")
        .release("x", "kk", "title: Х\ndate: 2024-10-18\ntags: [a, b, c, d]", "Х.")
        .build();
    let index = site.page("kk/tags/index.html");
    assert_eq!(texts(&index, ".letters h2"), ["А", "Ә", "І"]);
    assert_eq!(texts(&index, ".letter-bar a"), ["А", "Ә", "І"]);
    let goals = attributes(&index, ".letter-bar a", "href").into_iter().map(|goal| goal.replace('#', ""));
    assert_eq!(goals.collect::<Vec<_>>(), attributes(&index, ".letters h2", "id"));
    assert_eq!(texts(&index, ".letters a"), ["Аңыз", "әдет", "«Ән»", "Іс"]);
}

#[test]
fn a_term_without_releases_makes_no_dead_links() {
    let site = Site::empty()
        .file("content/tags.yaml", "used: {kk: Бар, ru: Есть, en: Used}\nunused: {kk: Жоқ, ru: Нет, en: Unused}\n")
        .release("a", "ru", "title: А\ndate: 2024-10-18\nregion: qostanai\ntags: [used]", "А.")
        .build();
    let tags: Vec<String> = site.paths().into_iter().filter(|path| path.contains("/tags")).collect();
    assert_eq!(tags, ["ru/tags/index.html", "ru/tags/used/index.html", "ru/tags/used/rss.xml"]);
    assert_eq!(texts(&site.page("ru/tags/index.html"), ".terms a"), ["Есть"]);
    let menu = |language: &str| attributes(&site.page(&format!("{language}/index.html")), ".menu a", "href").len();
    assert_eq!((menu("ru"), menu("kk")), (4, 3));
    let tag = site.page("ru/tags/used/index.html");
    assert_eq!(attributes(&tag, ".languages a", "href"), ["/kk/news/", "/ru/tags/used/", "/en/news/"]);
    assert_eq!(attributes(&tag, ".languages a", "class")[0], "switch-missing");
    let region = site.page("ru/regions/zhambyl/index.html");
    assert_eq!((texts(&region, ".card"), texts(&region, ".empty").len()), (vec![], 1));
    assert_eq!(texts(&site.page("ru/regions/index.html"), ".regions td:nth-child(2)"), ["0", "1"]);
    assert_eq!(attributes(&site.page("ru/index.html"), "main .terms a", "href"), ["/ru/regions/qostanai/"]);
    assert_eq!(texts(&site.page("kk/index.html"), "main .empty").len(), 1);
    assert_sound(&site, BASE);
}

#[test]
fn the_front_page_leads_with_what_is_pinned_and_then_with_the_latest() {
    let site =
        releases(Site::empty(), "ru", 1..=15).release("r00", "ru", "title: '0'\ndate: 2024-10-01\npinned: true", "Т.");
    let expected: Vec<usize> = std::iter::once(0).chain((4..=15).rev()).collect();
    assert_eq!(numbers(&site.build(), "ru/index.html"), expected);
}

fn everything() -> Site {
    Site::empty()
        .release("a", "ru", "title: А\ndate: 2024-10-18\nregion: qostanai\naliases: [/old/1.html]", "А.")
        .release("b", "ru", "title: Б\ndate: 2024-10-19\nregion: qostanai\nevent: {starts: 2027-03-01}", "Б.")
}

fn switched_off(outputs: &str) -> Site {
    everything().edit("site.yaml", "identity:", &format!("outputs: {{{outputs}}}\nidentity:")).build()
}

#[test]
fn an_output_that_is_switched_off_is_not_made_and_nothing_leads_to_it() {
    let all = everything().build().paths();
    let ends = |ends: &[&str]| {
        all.iter().filter(|path| ends.iter().any(|end| path.ends_with(end))).cloned().collect::<BTreeSet<String>>()
    };
    let regions = |path: &String| path.contains("/regions/");
    let (terms, of_site): (BTreeSet<String>, BTreeSet<String>) = ends(&["rss.xml"]).into_iter().partition(regions);
    let of_site = &of_site | &ends(&["atom.xml", "feed.json"]);
    let year = BTreeSet::from(["ru/news/2024/index.html".to_owned()]);
    let cases = [
        ("feeds: {site: []}", of_site.clone()),
        ("feeds: {site: [json]}", &of_site - &ends(&["feed.json"])),
        ("feeds: {terms: []}", terms.clone()),
        ("feeds: {site: [], terms: []}", &(&of_site | &terms) | &ends(&["feeds.opml"])),
        ("terms: [projects, tags]", all.iter().filter(|path| path.contains("/regions/")).cloned().collect()),
        ("opml: false", ends(&["feeds.opml"])),
        ("archives: [month]", year.clone()),
        ("archives: [year]", ends(&["2024/10/index.html"])),
        ("archives: []", &year | &ends(&["2024/10/index.html"])),
        ("sitemap: false", &ends(&["/sitemap.xml"]) | &BTreeSet::from(["sitemap.xml".to_owned()])),
        ("news_sitemap: false", ends(&["news-sitemap.xml"])),
        ("robots: false", ends(&["robots.txt"])),
        ("events: false", ends(&["events/index.html"])),
        ("calendars: false", ends(&[".ics"])),
        ("redirects: false", ends(&["old/1.html"])),
        ("json_ld: false", BTreeSet::new()),
        ("related: false", BTreeSet::new()),
    ];
    for (outputs, gone) in cases {
        let site = switched_off(outputs);
        assert_eq!(&all - &site.paths(), gone, "{outputs}");
        assert!(site.paths().is_subset(&all), "{outputs}");
        assert_sound(&site, BASE);
        let lost = lost(&site, BASE);
        assert!(lost.iter().all(|path| path.ends_with("404.html") || path == "old/1.html"), "{outputs}: {lost:?}");
        let robots = if outputs == "robots: false" { String::new() } else { site.text("robots.txt") };
        for (name, key) in [("/sitemap.xml", "sitemap: false"), ("/news-sitemap.xml", "news_sitemap: false")] {
            assert_eq!(
                robots.contains(&format!("example{name}")),
                !outputs.starts_with(key) && !robots.is_empty(),
                "{outputs}"
            );
        }
    }
}

#[test]
fn structured_data_read_also_and_links_to_share_can_be_switched_off() {
    let page = |site: Site| site.page("ru/news/2024/10/19/b/index.html");
    let parts = |page: scraper::Html| {
        ["script[type='application/ld+json']", ".related li", ".share a"].map(|part| texts(&page, part).len())
    };
    assert_eq!(parts(page(everything().build())), [1, 1, 3]);
    assert_eq!(parts(page(switched_off("json_ld: false"))), [0, 1, 3]);
    assert_eq!(parts(page(switched_off("related: false"))), [1, 0, 3]);
    assert_eq!(parts(page(switched_off("share: false"))), [1, 1, 0]);
}
