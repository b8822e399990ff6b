//! A newsroom in memory: it follows an editor, does as little as it can, and ends where a build ends.

use crate::edits::{Edit, Part, REGIONS, World};
use crate::site::{Site, assert_same, tree};
use jarshy::pipeline::{Built, Outcome, Session, Unwatched};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A site and its session, opened.
struct Desk {
    site: Site,
    session: Session,
    outcome: Outcome,
}

impl Desk {
    fn open(site: Site) -> Self {
        let (session, outcome) = Session::open(site.order(), &Unwatched).unwrap();
        Self { site, session, outcome }
    }

    /// Edits a file of content, and builds again.
    #[track_caller]
    fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let Self { site, mut session, .. } = self;
        let site = site.edit(path, from, to);
        let now = site.order().now;
        let outcome = session.rebuild(&[&format!("content/{path}")], now, &Unwatched).unwrap();
        Self { site, session, outcome }
    }

    /// Edits a text of which the session only tells other words: nothing is looked at anew but the text.
    #[track_caller]
    fn retell(self, path: &str, from: &str, to: &str) -> Self {
        let snapshot = self.outcome.sources.taken;
        let desk = self.edit(path, from, to);
        assert_eq!(desk.outcome.sources.taken, snapshot, "{path} was built as a whole");
        desk
    }

    /// Asserts that all findings are those of a clean build.
    #[track_caller]
    fn finds_what_is_found_anew(self) -> Self {
        assert_eq!(self.outcome.findings, self.site.fresh_outcome().findings);
        self
    }

    #[track_caller]
    fn built(&self) -> &Built {
        self.outcome.built.as_ref().expect("a build that was not refused")
    }

    #[track_caller]
    fn rendered<const N: usize>(self, expected: [&str; N]) -> Self {
        let rendered: Vec<&str> = self.built().rendered.iter().map(|path| path.as_str()).collect();
        assert_eq!(rendered, expected);
        self
    }

    /// Asserts that the output is that of a clean build, and that a build has nothing to do.
    #[track_caller]
    fn ends_as_if_built_anew(self) -> Self {
        assert_same(&self.site.fresh().unwrap(), &self.site.tree(), " after a session");
        Self { site: self.site.build().rendered([]).wrote([]).removed([]), ..self }
    }
}

fn newsroom() -> Site {
    Site::plain()
        .release("2024-10-16-a", "ru", "title: Первый\ndate: 2024-10-16\nregion: qostanai", "Текст.")
        .release("2024-10-17-b", "ru", "title: Второй\nsummary: Кратко\ndate: 2024-10-17\nregion: zhambyl", "Текст.")
        .release("2024-10-17-b", "kk", "title: Екінші\nsummary: Қысқа", "Мәтін.")
        .release("2024-11-05-c", "ru", "title: Третий\ndate: 2024-11-05\nregion: qostanai", "[Раньше](2024-10-16-a).")
}

#[test]
fn a_typo_renders_the_page_and_the_feeds_that_show_the_text() {
    Desk::open(newsroom())
        .edit("releases/2024-10-17-b/ru.md", "Текст", "Другой текст")
        .rendered([
            "ru/atom.xml",
            "ru/feed.json",
            "ru/news/2024/10/17/b/index.html",
            "ru/regions/zhambyl/rss.xml",
            "ru/rss.xml",
        ])
        .ends_as_if_built_anew();
}

#[test]
fn a_title_renders_its_neighbours_and_lists_as_well() {
    let desk = Desk::open(newsroom()).edit("releases/2024-10-17-b/ru.md", "Второй", "Вторая");
    let paths = desk.built().rendered.iter().map(|path| path.as_str()).collect::<Vec<_>>();
    let again = newsroom().build().edit("releases/2024-10-17-b/ru.md", "Второй", "Вторая").build();
    assert_eq!(paths, again.built().rendered.iter().map(|path| path.as_str()).collect::<Vec<_>>());
    assert!(paths.contains(&"ru/news/2024/10/16/a/index.html") && !paths.contains(&"ru/sitemap.xml"));
    desk.ends_as_if_built_anew();
}

#[test]
fn a_title_renders_the_page_of_corrections_that_names_it() {
    let corrected = "title: Давний\ndate: 2023-10-16\ncorrections: [{date: 2024-01-01, text: Имя исправлено.}]";
    let list = |desk: &Desk| desk.built().rendered.iter().any(|path| path.as_str() == "ru/corrections/index.html");
    let desk = Desk::open(newsroom().release("z", "ru", corrected, "Текст."));
    let desk = desk.edit("releases/z/ru.md", "Текст", "Слово").ends_as_if_built_anew();
    assert!(!list(&desk));
    let desk = desk.edit("releases/z/ru.md", "Давний", "Прежний");
    assert!(list(&desk));
    desk.ends_as_if_built_anew();
}

#[test]
fn a_new_name_is_borne_from_its_first_second_whatever_is_edited() {
    let region = "  names: {kk: Жамбыл облысы, ru: Жамбылская область, en: Zhambyl Region}\n";
    let decree =
        format!("{region}  former: {{from: 2026-07-01, until: 2027-07-01, names: {{ru: Таразская область}}}}\n");
    let site = newsroom().edit("regions.yaml", region, &decree).at("2026-06-30T18:59:58Z");
    let Desk { site, session, outcome } = Desk::open(site);
    let desk = Desk { site: site.at("2026-06-30T18:59:59Z"), session, outcome };
    let desk = desk.retell("releases/2024-10-17-b/ru.md", "Текст", "Слово");
    let Desk { site, session, outcome } = desk.ends_as_if_built_anew();
    let desk = Desk { site: site.at("2026-06-30T19:00:00Z"), session, outcome };
    let desk = desk.edit("releases/2024-10-17-b/ru.md", "Слово", "Текст").ends_as_if_built_anew();
    assert!(desk.site.text("ru/regions/zhambyl/index.html").contains("Таразская область"));
}

#[test]
fn one_edit_after_another_is_followed() {
    Desk::open(newsroom())
        .edit("releases/2024-10-17-b/ru.md", "Текст", "Слово")
        .edit("releases/2024-10-17-b/kk.md", "Екінші", "Соңғы")
        .edit("releases/2024-11-05-c/ru.md", "Третий", "Последний")
        .edit("releases/2024-10-17-b/ru.md", "Слово", "Текст")
        .ends_as_if_built_anew();
}

#[test]
fn what_is_no_matter_of_words_is_built_as_ever() {
    Desk::open(newsroom())
        .edit("releases/2024-10-17-b/ru.md", "region: zhambyl", "region: qostanai")
        .ends_as_if_built_anew()
        .edit("releases/2024-11-05-c/ru.md", "(2024-10-16-a)", "(2024-10-17-b)")
        .ends_as_if_built_anew()
        .edit("site.yaml", "Ассамблея народа", "Ассамблея")
        .ends_as_if_built_anew()
        .edit("releases/2024-10-17-b/ru.md", "summary: Кратко\n", "")
        .ends_as_if_built_anew();
}

#[test]
fn a_mistake_is_told_and_once_mended_forgotten() {
    let desk = Desk::open(newsroom()).edit("releases/2024-10-17-b/ru.md", "Текст", "[Текст](nowhere)");
    assert!(desk.outcome.built.is_none() && !desk.outcome.findings.is_empty());
    let desk = desk.edit("releases/2024-10-17-b/ru.md", "[Текст](nowhere)", "Другое");
    assert_eq!(desk.outcome.findings, []);
    desk.ends_as_if_built_anew();
}

#[test]
fn a_picture_that_lost_its_description_is_told() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>";
    let site = newsroom().file("content/releases/2024-10-16-a/hall.svg", svg);
    let site = site.edit("releases/2024-10-16-a/ru.md", "Текст.", "![Зал](hall.svg)");
    let desk = Desk::open(site).edit("releases/2024-10-16-a/ru.md", "![Зал]", "![]");
    let codes: Vec<&str> = desk.outcome.findings.iter().map(|finding| finding.code.word()).collect();
    assert_eq!(codes, ["missing-alt"]);
    desk.ends_as_if_built_anew();
}

#[test]
fn a_template_that_fails_for_one_text_loses_no_edit() {
    let template = "{% if release.title == 'Сбой' %}{{ release.nothing.at.all }}{% endif %}{{ release.title }}";
    let desk = Desk::open(newsroom().file("themes/plain/templates/release.html", template));
    let desk = desk.edit("releases/2024-10-17-b/ru.md", "Второй", "Сбой");
    assert!(desk.outcome.built.is_none());
    desk.edit("releases/2024-10-16-a/ru.md", "Первый", "Новый")
        .edit("releases/2024-10-17-b/ru.md", "Сбой", "Снова")
        .ends_as_if_built_anew();
}

#[test]
fn a_text_in_which_something_is_found_is_retold_like_any_other() {
    let tagged = "title: Четвёртый\ndate: 2024-11-06\ntags: [сирек]";
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>";
    let site = newsroom().file("content/releases/2024-11-06-d/hall.svg", svg);
    let site = site.release("2024-11-06-d", "ru", tagged, "Текст.\n\n![](hall.svg)");
    let desk = Desk::open(site).retell("releases/2024-11-06-d/ru.md", "Текст.", "Слово.\n\nЕщё одно слово.");
    assert_eq!(desk.outcome.findings.len(), 2);
    desk.finds_what_is_found_anew().ends_as_if_built_anew();
}

#[test]
fn what_is_found_in_front_matter_and_body_follows_a_new_title_and_summary() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>";
    let front = "title: Четвёртый\nsummary: Кратко.\ndate: 2024-11-06\ntags: [сирек, жаңа]\nimage: {file: hall.svg}\n\
        gallery:\n  - {file: hall.svg}\nsource: {name: 'Вести: сегодня'}";
    let site = newsroom()
        .file("content/releases/2024-11-06-d/hall.svg", svg)
        .release("2024-11-06-d", "ru", front, "Текст.\n\n![](hall.svg)\n\n![](hall.svg)")
        .release("2024-11-06-d", "kk", "title: Төртінші\nsummary: Қысқа\nevent: {starts: 2024-11-07}", "Мәтін.");
    let (ru, kk) = ("releases/2024-11-06-d/ru.md", "releases/2024-11-06-d/kk.md");
    let desk = Desk::open(site);
    assert_eq!(desk.outcome.findings.len(), 8, "{:#?}", desk.outcome.findings);
    desk.retell(ru, "Четвёртый", "Четвёртый, и с новыми словами")
        .finds_what_is_found_anew()
        .retell(ru, "summary: Кратко.", "summary: >\n  Длиннее,\n  чем было.")
        .finds_what_is_found_anew()
        .retell(kk, "Төртінші", "Ең соңғы")
        .finds_what_is_found_anew()
        .retell(ru, "Текст.", "Слово: ещё одно.")
        .finds_what_is_found_anew()
        .ends_as_if_built_anew();
}

fn edits() -> impl Strategy<Value = Edit> {
    use Part::{Body, Day, Draft, Embargo, Kazakh, Region, Slug, Title};
    let words = (0..5_u8, prop::sample::select(vec![Title, Body]), 0..5_u8);
    let facts = (0..5_u8, prop::sample::select(vec![Day, Draft, Embargo, Kazakh, Region, Slug]), 0..5_u8);
    prop_oneof![
        8 => words.prop_map(|(release, part, value)| Edit::Set(release, part, value)),
        2 => facts.prop_map(|(release, part, value)| Edit::Set(release, part, value)),
        1 => (0..5_u8).prop_map(Edit::Delete),
        1 => (0..5_u8).prop_map(Edit::Now),
    ]
}

/// What of the input differs between two trees.
fn changed<'t>(before: &'t BTreeMap<String, Vec<u8>>, after: &'t BTreeMap<String, Vec<u8>>) -> Vec<&'t str> {
    let paths = before.keys().chain(after.keys()).filter(|path| before.get(*path) != after.get(*path));
    paths.map(String::as_str).filter(|path| path.starts_with("content/") || path.starts_with("themes/")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn any_session_ends_where_a_clean_build_ends(steps in prop::collection::vec(edits(), 1..8)) {
        let mut world = World::new();
        let site = world.write(Site::plain().file("content/regions.yaml", REGIONS));
        let Desk { mut site, mut session, .. } = Desk::open(site);
        for step in steps {
            let before = tree(site.root());
            world.change(&step, &site);
            site = world.write(site);
            let after = tree(site.root());
            let outcome = session.rebuild(&changed(&before, &after), site.order().now, &Unwatched).unwrap();
            match site.fresh() {
                None => prop_assert!(outcome.built.is_none()),
                Some(clean) => assert_same(&clean, &site.tree(), " after a step of a session"),
            }
        }
    }
}
