//! Bodies are renamed and regions divided: a page shows the name of its day, a list that of today and what was before.

use crate::site::{Site, attributes, texts};
use jarshy::report::UiLanguage;
use scraper::Html;

const REGIONS: &str = "\
shygys-qazaqstan:
  iso: KZ-63
  names: {kk: Шығыс Қазақстан облысы, ru: Восточно-Казахстанская область, en: East Kazakhstan Region}
abai:
  iso: KZ-10
  names: {kk: Абай облысы, ru: область Абай, en: Abai Region}
  from: 2022-06-08
  predecessor: KZ-63
turkistan:
  iso: KZ-61
  names: {kk: Түркістан облысы, ru: Туркестанская область, en: Turkistan Region}
  former:
    - until: 2018-06-19
      names: {kk: Оңтүстік Қазақстан облысы, ru: Южно-Казахстанская область, en: South Kazakhstan Region}
astana:
  iso: KZ-71
  names: {kk: Астана қаласы, ru: город Астана, en: Astana}
  former:
    - from: 2019-03-23
      until: 2022-09-17
      names: {kk: Нұр-Сұлтан қаласы, ru: город Нур-Султан}
shymkent:
  iso: KZ-79
  names: {kk: Шымкент қаласы, ru: город Шымкент, en: Shymkent}
  from: 2018-06-19
  predecessor: Южно-Казахстанская область
";

fn site() -> Site {
    Site::empty().file("content/regions.yaml", REGIONS)
}

/// A newsroom with a Russian release of a date, with lines of front matter.
fn dated(site: Site, date: &str, front: &str) -> Site {
    let release = format!("title: Встреча\ndate: {date}\n{front}");
    site.release(&format!("{date}-vstrecha"), "ru", &release, "Прошла встреча.")
}

fn release(site: &Site, date: &str) -> Html {
    site.page(&format!("ru/news/{}/vstrecha/index.html", date.replace('-', "/")))
}

fn chips(page: &Html) -> Vec<String> {
    texts(page, ".release-facts .chips a")
}

fn past(site: &Site, path: &str) -> Vec<String> {
    texts(&site.page(path), ".past > div")
}

#[test]
fn a_release_shows_its_region_by_the_name_of_its_day() {
    let days = ["2019-03-22", "2019-03-23", "2022-09-16", "2022-09-17"];
    let site = days.into_iter().fold(site(), |site, day| dated(site, day, "region: astana")).build();
    let shown = days.map(|day| chips(&release(&site, day)).concat());
    assert_eq!(shown, ["город Астана", "город Нур-Султан", "город Нур-Султан", "город Астана"]);
    let links = days.map(|day| attributes(&release(&site, day), ".release-facts .chips a", "href").concat());
    assert_eq!(links, ["/ru/regions/astana/"; 4]);
    let list = texts(&site.page("ru/regions/astana/index.html"), ".cards .chips a");
    assert_eq!(list, ["город Астана", "город Нур-Султан", "город Нур-Султан", "город Астана"]);
    let feed = site.text("ru/rss.xml");
    assert_eq!(feed.matches("город Нур-Султан</category>").count(), 2);
}

#[test]
fn a_former_name_means_the_region_in_front_matter() {
    let site = dated(site(), "2017-05-01", "region: Южно-Казахстанская область").build();
    assert_eq!(site.codes(), [""; 0]);
    assert_eq!(chips(&release(&site, "2017-05-01")), ["Южно-Казахстанская область"]);
    assert!(site.text("ru/news/2017/05/01/vstrecha/index.html").contains("\"identifier\":\"KZ-61\""));
}

#[test]
fn a_language_without_a_former_name_keeps_that_of_today() {
    let site = dated(site(), "2020-05-01", "region: astana");
    let site = site.release("2020-05-01-vstrecha", "en", "title: Meeting", "A meeting took place.").build();
    assert_eq!(chips(&site.page("en/news/2020/05/01/vstrecha/index.html")), ["Astana"]);
}

#[test]
fn a_list_bears_the_name_of_today_and_tells_what_it_was() {
    let site = site().build();
    assert_eq!(texts(&site.page("ru/regions/turkistan/index.html"), "h1"), ["Туркестанская область"]);
    let turkistan = [
        "Прежнее названиеЮжно-Казахстанская область (до 19 июня 2018 года)",
        "Выделены из состава регионагород Шымкент (19 июня 2018 г.)",
    ];
    assert_eq!(past(&site, "ru/regions/turkistan/index.html"), turkistan);
    let kazakh = [
        "Бұрынғы атауыОңтүстік Қазақстан облысы (2018 жылғы 19 маусымға дейін)",
        "Құрамынан бөлінген өңірлерШымкент қаласы (2018 ж. 19 маусым)",
    ];
    assert_eq!(past(&site, "kk/regions/turkistan/index.html"), kazakh);
    let astana = ["Прежнее названиегород Нур-Султан (23 марта 2019 г. – 17 сентября 2022 г.)"];
    assert_eq!(past(&site, "ru/regions/astana/index.html"), astana);
    assert_eq!(past(&site, "en/regions/astana/index.html"), [""; 0]);
}

#[test]
fn the_lists_of_a_region_and_of_its_part_lead_to_each_other() {
    let site = site().build();
    let abai = "ru/regions/abai/index.html";
    assert_eq!(past(&site, abai), ["До 8 июня 2022 года — в составе регионаВосточно-Казахстанская область"]);
    assert_eq!(attributes(&site.page(abai), ".past a", "href"), ["/ru/regions/shygys-qazaqstan/"]);
    let whole = "en/regions/shygys-qazaqstan/index.html";
    assert_eq!(past(&site, whole), ["Separated from itAbai Region (8 June 2022)"]);
    assert_eq!(attributes(&site.page(whole), ".past a", "href"), ["/en/regions/abai/"]);
    let shymkent = ["2018 жылғы 19 маусымға дейін құрамында болған өңірОңтүстік Қазақстан облысы"];
    assert_eq!(past(&site, "kk/regions/shymkent/index.html"), shymkent);
}

#[test]
fn a_release_before_its_region_is_found_with_the_region_of_that_day() {
    let site = dated(site(), "2022-06-07", "region: [abai, KZ-63]").build();
    assert_eq!(site.codes(), ["region-out-of-time"]);
    let report = site.report(UiLanguage::Ru);
    assert!(report.contains("На дату 2022-06-07 региона «область Абай» не было"), "{report}");
    assert!(report.contains("Напишите регион, который был в тот день: Восточно-Казахстанская область (KZ-63)."));
    let site = dated(self::site(), "2022-06-08", "region: abai").build();
    assert_eq!(site.codes(), [""; 0]);
    let site = dated(self::site(), "2018-06-18", "region: shymkent").build();
    assert!(
        site.report(UiLanguage::Kk).contains("Сол күні болған өңірді жазыңыз: Южно-Казахстанская область (KZ-61).")
    );
}

#[test]
fn a_project_shows_the_title_of_its_day_and_what_it_continues() {
    let project = |title: &str, front: &str| format!("---\ntitle: {title}\n{front}\n---\nТекст.\n");
    let front = "started: 2020-01-01\npredecessor: Дружба\nformer: {until: 2023-01-01, title: Единство народа}";
    let site = site()
        .file("content/projects/dostyq/ru.md", project("Дружба", "started: 2015-01-01"))
        .file("content/projects/birlik/ru.md", project("Единство", front));
    let site =
        ["2022-12-31", "2023-01-01"].into_iter().fold(site, |site, day| dated(site, day, "project: birlik")).build();
    assert_eq!(
        ["2022-12-31", "2023-01-01"].map(|day| chips(&release(&site, day)).concat()),
        ["Единство народа", "Единство"]
    );
    let birlik = ["Прежнее названиеЕдинство народа (до 1 января 2023 года)", "Продолжает проектДружба"];
    assert_eq!(past(&site, "ru/projects/birlik/index.html"), birlik);
    let dostyq = ["Продолжен проектомЕдинство (1 января 2020 г.)"];
    assert_eq!(past(&site, "ru/projects/dostyq/index.html"), dostyq);
}

#[test]
fn a_release_names_the_publisher_of_its_day() {
    let former = "description: News}\n  former:\n    - until: 2023-01-01\n      host: old.example\n      \
        ru: {name: 'Пресс-служба \"Дома\"', short_name: Служба}\n";
    let site = site().edit("site.yaml", "description: News}\n", former);
    let site = ["2022-12-31", "2023-01-01"].into_iter().fold(site, |site, day| dated(site, day, "kind: news")).build();
    let [then, now] = ["2022-12-31", "2023-01-01"].map(|day| release(&site, day));
    assert_eq!(texts(&then, ".dateline .publisher"), ["Служба"]);
    assert_eq!(texts(&now, ".dateline .publisher"), [""; 0]);
    let then = site.text("ru/news/2022/12/31/vstrecha/index.html");
    assert!(then.contains("\"@id\":\"https://assembly.example/ru/#publisher-until-2023-01-01\""), "{then}");
    assert!(then.contains("\"name\":\"Пресс-служба «Дома»\",\"url\":\"https://old.example\""), "{then}");
    let now = site.text("ru/news/2023/01/01/vstrecha/index.html");
    assert!(now.contains("#publisher\"") && !now.contains("#publisher-until"), "{now}");
    let authors = site.text("ru/rss.xml").matches("<dc:creator>Служба</dc:creator>").count();
    assert_eq!(authors, 1);
    let foot = texts(&site.page("ru/index.html"), ".foot > .legal");
    assert_eq!(foot, ["Прежнее название: Пресс-служба «Дома» (до 1 января 2023 года)"]);
    assert_eq!(texts(&site.page("kk/index.html"), ".foot > .legal"), [""; 0]);
}

#[test]
fn a_name_that_is_given_up_changes_the_pages_of_its_days_alone() {
    let site = dated(dated(site(), "2017-05-01", "region: turkistan"), "2021-05-01", "region: turkistan").build();
    let moved = site.edit("regions.yaml", "until: 2018-06-19", "until: 2016-01-01").build();
    assert_eq!(chips(&release(&moved, "2017-05-01")), ["Туркестанская область"]);
    let fresh = moved.fresh().unwrap();
    crate::site::assert_same(&fresh, &moved.tree(), "");
}

/// A newsroom whose region Abai has a name in Russian, and another in a period.
fn decreed(name: &str, former: &str) -> Site {
    let region = "  names: {kk: Абай облысы, ru: область Абай, en: Abai Region}";
    let decree = format!("  names: {{kk: Абай облысы, ru: {name}, en: Abai Region}}\n  former: {{{former}}}");
    site().edit("regions.yaml", region, &decree)
}

/// A newsroom whose region has another name from 2026-07-01.
fn region_renamed() -> Site {
    decreed("область Абая", "until: 2026-07-01, names: {ru: область Абай}")
}

/// The same where the publisher has another name from that day as well, with releases before and after.
fn renamed() -> Site {
    let former = "description: News}\n  former: {until: 2026-07-01, ru: {name: Старая служба}}\n";
    let site = region_renamed().edit("site.yaml", "description: News}\n", former);
    with_many(dated(dated(site, "2026-01-01", "region: abai"), "2026-08-01", "region: abai")).with_drafts()
}

/// With so many releases beside it that the hashes of all are kept from build to build.
fn with_many(site: Site) -> Site {
    (10..26).fold(site, |site, day| dated(site, &format!("2025-05-{day}"), "kind: news"))
}

/// What the site says of the name and its publisher where there is no date.
fn said(site: &Site) -> [String; 5] {
    let list = site.page("ru/regions/abai/index.html");
    let home = site.page("ru/index.html");
    let past = |page: &Html, selector: &str| texts(page, selector).join("; ");
    [
        texts(&list, "h1").concat(),
        past(&list, ".past dt, .past dd"),
        site.xml("ru/regions/abai/rss.xml").texts("title")[0].to_owned(),
        texts(&home, "title").concat(),
        past(&home, ".foot > .legal"),
    ]
}

#[test]
fn a_name_that_is_yet_to_come_is_borne_from_the_first_second_of_its_day() {
    let part = "До 8 июня 2022 года — в составе региона; Восточно-Казахстанская область";
    let old = ["область Абай", part, "область Абай — Старая служба", "Старая служба", ""];
    let past = format!("Прежнее название; область Абай (до 1 июля 2026 года); {part}");
    let publisher = "Ассамблея народа";
    let new = [
        "область Абая",
        &past,
        &format!("область Абая — {publisher}"),
        publisher,
        "Прежнее название: Старая служба (до 1 июля 2026 года)",
    ];
    let site = renamed().at("2026-06-30T18:59:59Z").build();
    assert_eq!(said(&site), old);
    let chip = |site: &Site, day| chips(&release(site, day)).concat();
    assert_eq!(["2026-01-01", "2026-08-01"].map(|day| chip(&site, day)), ["область Абай", "область Абая"]);
    assert_eq!(texts(&release(&site, "2026-01-01"), ".publisher"), [""; 0], "it is the publisher of today");
    let site = site.at("2026-06-30T19:00:00Z").build();
    assert_eq!(said(&site), new);
    assert_eq!(["2026-01-01", "2026-08-01"].map(|day| chip(&site, day)), ["область Абай", "область Абая"]);
    assert_eq!(texts(&release(&site, "2026-01-01"), ".publisher"), ["Старая служба"]);
    crate::site::assert_same(&site.fresh().unwrap(), &site.tree(), " after the day");
}

#[test]
fn a_release_of_a_day_to_come_names_the_publisher_of_that_day() {
    let named = |site: &Site| texts(&release(site, "2026-08-01"), ".dateline .publisher");
    let data = |site: &Site| site.text("ru/news/2026/08/01/vstrecha/index.html");
    let node = "#publisher-to-come\",\"@type\":\"GovernmentOrganization\",\"name\":\"Ассамблея народа\"";
    let site = renamed().at("2026-06-30T18:59:59Z").build();
    assert_eq!(named(&site), ["Ассамблея народа"]);
    assert!(data(&site).contains(node), "{}", data(&site));
    let site = site.at("2026-06-30T19:00:00Z").build();
    assert_eq!(named(&site), [""; 0], "it is the publisher of today");
    assert!(!data(&site).contains("#publisher-to-come"));
    crate::site::assert_same(&site.fresh().unwrap(), &site.tree(), " after the day");
}

#[test]
fn a_release_between_two_names_to_come_names_the_one_of_its_day() {
    let two = "former: [{until: 2026-07-01, ru: {name: Старая служба}}, {until: 2026-10-01, ru: {name: Служба лета}}]";
    let site = renamed().edit("site.yaml", "former: {until: 2026-07-01, ru: {name: Старая служба}}", two);
    let site = site.at("2026-06-30T18:59:59Z").build();
    assert_eq!(texts(&release(&site, "2026-08-01"), ".dateline .publisher"), ["Служба лета"]);
    assert!(site.text("ru/news/2026/08/01/vstrecha/index.html").contains("#publisher-until-2026-10-01\""));
}

#[test]
fn a_publisher_that_moves_and_keeps_its_name_is_followed() {
    let moved = "description: News}\n  former: {from: 2026-07-01, until: 2027-07-01, host: old.example, ru: {name: Ассамблея народа}}\n";
    let site = site().edit("site.yaml", "description: News}\n", moved);
    let site = with_many(dated(site, "2026-08-01", "kind: news")).with_drafts().at("2026-06-30T18:59:59Z").build();
    let then = |site: &Site| site.text("ru/news/2026/08/01/vstrecha/index.html").contains("https://old.example");
    assert!(then(&site));
    let site = site.at("2026-06-30T19:00:00Z").build();
    assert!(!then(&site), "it is the publisher of today");
    crate::site::assert_same(&site.fresh().unwrap(), &site.tree(), " after the day");
}

#[test]
fn a_page_that_was_taken_down_leads_to_its_region_by_the_name_of_today() {
    let gone = "title: Встреча\ndate: 2026-02-01\nexpires: 2026-03-01\nregion: abai";
    let site = with_many(region_renamed()).release("2026-02-01-vstrecha", "ru", gone, "Прошла встреча.");
    let led = |site: &Site| texts(&release(site, "2026-02-01"), "main").concat();
    let site = site.at("2026-06-30T18:59:59Z").build();
    assert!(led(&site).contains("область Абай") && !led(&site).contains("область Абая"), "{}", led(&site));
    let site = site.at("2026-06-30T19:00:00Z").build();
    assert!(led(&site).contains("область Абая"), "{}", led(&site));
    crate::site::assert_same(&site.fresh().unwrap(), &site.tree(), " after the day");
}

#[test]
fn a_name_for_a_time_to_come_is_borne_from_its_first_day_until_its_last() {
    let site = decreed("область Абай", "from: 2026-07-01, until: 2027-07-01, names: {ru: область Мира}");
    let mut site = dated(site, "2026-01-01", "region: abai");
    let [first, last] = ["2026-06-30T19:00:00Z", "2027-06-30T19:00:00Z"];
    for (now, name, next) in [
        ("2026-06-30T18:59:59Z", "область Абай", Some(first)),
        (first, "область Мира", Some(last)),
        ("2027-06-30T18:59:59Z", "область Мира", Some(last)),
        (last, "область Абай", None),
    ] {
        site = site.at(now).build();
        assert_eq!(said(&site)[0], name, "{now}");
        assert_eq!(site.plan().next_change.map(|next| next.to_string()), next.map(str::to_owned), "{now}");
        crate::site::assert_same(&site.fresh().unwrap(), &site.tree(), now);
    }
}

#[test]
fn what_stands_in_a_period_is_read_as_strictly_as_elsewhere() {
    let codes = |former: &str| {
        let former = format!("description: News}}\n  former:\n    - {former}\n");
        site().edit("site.yaml", "description: News}\n", &former).try_build().codes()
    };
    assert_eq!(codes("{until: 2023-01-01, ru: {name: Служба}}"), [""; 0]);
    assert_eq!(codes("{until: 2023-01-01, ru: {nam: Служба}}"), ["unknown-key"]);
    assert_eq!(codes("{until: 2023-01-01, de: {name: Dienst}}"), ["unknown-language"]);
    assert_eq!(codes("{until: 2023-01-01, host: 'http://', ru: {name: Служба}}"), ["unsafe-url"]);
    assert_eq!(codes("{from: 2023-01-01, ru: {name: Служба}}"), ["missing-key"]);
    assert_eq!(codes("{until: 31.02.2023, ru: {name: Служба}}"), ["bad-date"]);
    let region =
        |lines: &str| site().edit("regions.yaml", "  predecessor: KZ-63\n", &format!("{lines}\n")).try_build().codes();
    assert_eq!(region("  predecessor: KZ-64"), ["unknown-region"]);
    assert_eq!(region("  until: 2022-06-08"), ["ends-before-start"]);
    let project = |title: &str| format!("---\ntitle: {title}\npredecessor: nowhere\n---\nТекст.\n");
    let one = site().file("content/projects/one/ru.md", project("Единство"));
    let both = one.file("content/projects/other/kk.md", project("Достық")).try_build();
    assert_eq!(both.codes(), ["unknown-project"; 2]);
    let site = site().edit("regions.yaml", "  from: 2022-06-08\n", "").try_build();
    assert_eq!(site.codes(), ["missing-key"]);
}
