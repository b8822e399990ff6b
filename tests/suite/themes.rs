//! A newsroom's own theme, which holds only what it has otherwise than its parent.

use crate::site::{Site, project};
use crate::theme_page;
use std::fs;

/// A newsroom with a release, whose theme `own` holds nothing and stands on `plain`.
fn newsroom() -> Site {
    Site::plain()
        .edit("site.yaml", "theme: plain", "theme: own")
        .file("themes/own/theme.yaml", "parent: plain\n")
        .release("2024-10-16-a", "ru", "title: Первый\ndate: 2024-10-16", "Текст.")
}

/// Nothing but what is made anew after an edit stands in the output.
#[track_caller]
fn ends_where_a_clean_build_ends(site: Site) -> Site {
    let site = site.build();
    assert!(site.fresh().as_ref() == Some(&site.tree()), "an incremental build differs from a clean one");
    site
}

#[test]
fn a_theme_that_holds_nothing_looks_like_its_parent() {
    let site = newsroom().build();
    assert_eq!(site.codes(), ["missing-translation"; 0]);
    let own = site.tree();
    assert!(own == site.edit("site.yaml", "theme: own", "theme: plain").build().tree());
}

#[test]
fn a_file_stands_in_the_place_of_its_parents_file_of_the_same_name() {
    let site = newsroom()
        .file(
            "themes/own/templates/notfound.html",
            "{% extends 'base.html' %}{% block content %}Nothing.{% endblock %}",
        )
        .file("themes/own/style/print.css", "@page { margin: 7cm }")
        .file("themes/own/static/mark.svg", "<svg/>")
        .file("themes/own/static/new.svg", "<svg></svg>")
        .build();
    assert!(site.text("ru/404.html").contains("Nothing.") && site.text("ru/404.html").contains("== page"));
    let file = |name: &str| site.tree().into_keys().find(|path| path.contains(name)).unwrap();
    let style = site.text(&file("assets/style"));
    assert!(style.contains("7cm") && style.contains("#222"), "{style}");
    assert_eq!(site.text(&file("assets/mark")), "<svg/>");
    assert_eq!(site.text(&file("assets/new")), "<svg></svg>");
}

#[test]
fn the_style_begins_at_the_main_file_of_the_child() {
    let site = newsroom().file("themes/own/style/main.css", "@import 'print.css';\nb { color: red }").build();
    let style = site.tree().into_keys().find(|path| path.contains("assets/style")).unwrap();
    let style = site.text(&style);
    assert!(style.contains("b{color:red}") && style.contains("@media print") && !style.contains("#222"), "{style}");
}

#[test]
fn a_child_says_only_the_strings_that_it_says_otherwise() {
    let site = newsroom().file("themes/own/strings/ru.ftl", "plain-page = { -leaf }: { $kind }\n-leaf = Лист\n");
    let site = site.build();
    assert_eq!(site.found(), [""; 0]);
    assert!(site.text("ru/index.html").starts_with("Лист: home (ru)"));
    assert!(site.text("ru/index.html").contains("Главная"));
    assert!(site.text("kk/index.html").starts_with("Бет: home (kk)"));
}

#[test]
fn a_term_of_the_parent_serves_the_child_and_the_childs_serves_the_parent() {
    let site = newsroom();
    let parent = fs::read_to_string(site.root().join("themes/plain/strings/ru.ftl")).unwrap();
    let parent = parent.replace("Страница: ", "{ -leaf } { -own }: ") + "-leaf = Лист\n-own = чужой\n";
    let site = site
        .file("themes/plain/strings/ru.ftl", parent)
        .file("themes/own/strings/ru.ftl", "-own = свой\nmenu-home = { -leaf } первый\n")
        .build();
    assert!(site.text("ru/index.html").starts_with("Лист свой: home (ru)"));
    assert!(site.text("ru/index.html").contains("Лист первый"));
}

#[test]
fn a_string_is_converted_to_other_scripts_whosever_it_is() {
    let site = newsroom()
        .edit("site.yaml", "time_zone", "scripts: [Latn]\ntime_zone")
        .file("themes/plain/strings/kk-Latn.ftl", "menu-news = Janalyqtar\nplain-page = Bet: { $kind }\n")
        .file("themes/own/strings/kk.ftl", "plain-page = Парақ: { $kind }\n")
        .build();
    let home = site.text("kk-latn/index.html");
    assert!(home.starts_with("Paraq: home (kk-Latn)") && home.contains("Janalyqtar"), "{home}");
}

#[test]
fn a_string_is_missing_where_the_theme_that_brings_it_lacks_it() {
    let site = newsroom()
        .file("themes/own/strings/kk.ftl", "press-room = Баспасөз орталығы\n")
        .file("themes/own/strings/ru.ftl", "press-room = Пресс-центр\nonly-here = Здесь\n")
        .build();
    assert_eq!(site.codes(), ["missing-string"]);
    assert_eq!(&*site.findings()[0].place.file, "themes/own/strings/en.ftl");

    let kazakh = fs::read_to_string(site.root().join("themes/plain/strings/kk.ftl")).unwrap();
    let site = site
        .file("themes/own/strings/en.ftl", "press-room = Press room\n")
        .file("themes/plain/strings/kk.ftl", kazakh + "later = Кейін\n")
        .build();
    let places: Vec<&str> = site.findings().iter().map(|finding| &*finding.place.file).collect();
    assert_eq!(places, ["themes/plain/strings/en.ftl", "themes/plain/strings/ru.ftl"]);
}

#[test]
fn a_fault_is_told_of_the_file_in_which_it_stands() {
    let place = |file: &str, text: &str| {
        let site = newsroom().file(file, text).try_build();
        assert!(
            site.refused() && site.findings().iter().all(|finding| &*finding.place.file == file),
            "{:?}",
            site.found()
        );
    };
    for theme in ["own", "plain"] {
        place(&format!("themes/{theme}/templates/notfound.html"), "{% if %}");
        place(&format!("themes/{theme}/templates/notfound.html"), "{{ page.colour }}");
        place(&format!("themes/{theme}/templates/notfound.html"), "{{ page.title | nosuch }}");
        place(&format!("themes/{theme}/style/print.css"), "b } c {}");
    }
    place("themes/own/strings/ru.ftl", "menu-home Главная\n");
    place("themes/own/templates/release.html", "{% extends 'nosuch.html' %}");
}

#[test]
fn what_a_child_replaces_is_not_even_read() {
    let site = newsroom()
        .file("themes/plain/templates/notfound.html", "{% if %}")
        .file("themes/plain/style/print.css", [0xff])
        .file("themes/own/templates/notfound.html", "Nothing.")
        .file("themes/own/style/print.css", "")
        .build();
    assert_eq!(site.found(), [""; 0]);
}

#[test]
fn a_parent_has_a_parent() {
    let site = newsroom()
        .file("themes/own/theme.yaml", "parent: middle")
        .file("themes/middle/theme.yaml", "parent: plain")
        .file("themes/middle/templates/notfound.html", "Middle.")
        .file("themes/middle/strings/ru.ftl", "menu-home = Средняя\nmenu-news = Средние\n")
        .file("themes/own/strings/ru.ftl", "menu-home = Своя\n")
        .build();
    assert_eq!(site.text("ru/404.html"), "Middle.");
    let home = site.text("ru/index.html");
    assert!(home.contains("Своя") && home.contains("Средние") && home.contains("Регионы"), "{home}");
}

#[test]
fn a_theme_file_that_is_wrong_is_told_with_its_place_and_nothing_that_follows_from_it() {
    let found = |text: &str| newsroom().file("themes/own/theme.yaml", text).try_build().found();
    let file = "themes/own/theme.yaml";
    let key = r#"[("key", "parnet"), ("nearest", "parent"), ("known", "parent")]"#;
    assert_eq!(found("parnet: plain\n"), [format!("unknown-key {file}:0-6 {key}")]);
    let kind = r#"[("key", "parent"), ("expected", "text"), ("found", "list")]"#;
    assert_eq!(found("parent: [plain]\n"), [format!("wrong-type {file}:8-15 {kind}")]);
    let gone = r#"[("theme", "../plain"), ("key", "parent"), ("file", "theme.yaml")]"#;
    assert_eq!(found("parent: ../plain\n"), [format!("missing-theme {file}:8-16 {gone}")]);
    assert_eq!(found("parent: own\n"), [format!(r#"theme-circle {file}:8-11 [("circle", "own → own")]"#)]);
    let codes = newsroom().file(file, "parent: 'plain\n").try_build().codes();
    assert_eq!(codes, ["broken-yaml"]);
}

#[test]
fn a_theme_file_that_names_no_parent_is_as_none() {
    newsroom().edit("site.yaml", "theme: own", "theme: plain").file("themes/plain/theme.yaml", "# nothing\n").build();
}

#[test]
fn an_edit_in_the_parent_renders_what_it_changes() {
    let site = newsroom().file("themes/own/templates/month.html", "Own.").build();
    let site = site.file("themes/plain/templates/notfound.html", "Gone.");
    let site = ends_where_a_clean_build_ends(site).wrote(["404.html", "en/404.html", "kk/404.html", "ru/404.html"]);
    let strings = fs::read_to_string(site.root().join("themes/plain/strings/ru.ftl")).unwrap();
    let site = site.file("themes/plain/strings/ru.ftl", strings.replace("Страница:", "Лист:"));
    let site = ends_where_a_clean_build_ends(site);
    let written: Vec<String> = site.built().files.written.iter().map(|path| path.as_str().to_owned()).collect();
    assert!(written.iter().all(|path| path.starts_with("ru/")) && !written.is_empty(), "{written:?}");
    let site = ends_where_a_clean_build_ends(site.file("themes/plain/templates/month.html", "Of no use.")).wrote([]);
    let site = ends_where_a_clean_build_ends(site.file("themes/plain/style/print.css", "b { color: red }"));
    let site = ends_where_a_clean_build_ends(site.file("themes/plain/static/mark.svg", "<svg/>"));
    let site = ends_where_a_clean_build_ends(site.remove("themes/own/templates/month.html"));
    assert_eq!(site.text("ru/news/2024/10/index.html"), "Of no use.");
    ends_where_a_clean_build_ends(site.file("themes/own/theme.yaml", "parent: plain # still\n")).rendered([]);
}

#[test]
fn the_page_for_theme_makers_says_what_the_types_say() {
    let (path, page) = (project().join("themes/README.md"), theme_page::page());
    if std::env::var_os("JARSHY_BLESS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let told = fs::read_to_string(&path).unwrap();
    let line = told.lines().zip(page.lines()).take_while(|(one, other)| one == other).count();
    assert!(told == page, "themes/README.md is stale from line {}: JARSHY_BLESS=1 makes it anew", line + 1);
}

#[test]
fn the_page_for_theme_makers_is_no_theme_and_makes_nothing_of_itself() {
    let site = Site::plain().build();
    let tree = site.tree();
    let site = site.file("themes/README.md", "# Another\n").build().rendered([]);
    assert!(site.tree() == tree && site.found().is_empty(), "{:?}", site.found());
    let site = site.edit("site.yaml", "theme: plain", "theme: README.md").try_build();
    assert_eq!(site.codes(), ["missing-theme"]);
}

/// The files in a page's fenced blocks, each of which names its file in a comment in the first line.
fn files(page: &str) -> Vec<(String, String)> {
    let blocks = page.split("```").skip(1).step_by(2).filter_map(|block| block.split_once('\n'));
    let named = blocks.filter_map(|(_, text)| {
        let path = text.lines().next()?.split_whitespace().find(|word| word.starts_with("themes/ours/"))?;
        Some((path.to_owned(), text.to_owned()))
    });
    named.collect()
}

#[test]
fn the_themes_of_two_files_that_theme_makers_are_shown_are_whole() {
    let built = |page: &str| {
        let files = files(&fs::read_to_string(project().join(page)).unwrap());
        assert_eq!(files.len(), 2, "{page}");
        let site = Site::empty().edit("site.yaml", "time_zone", "theme: ours\ntime_zone");
        let site = site.release("2024-10-16-a", "ru", "title: Первый\ndate: 2024-10-16", "Текст.");
        let site = files.iter().fold(site, |site, (path, text)| site.file(path, text)).build();
        assert_eq!(site.found(), [""; 0]);
        site.text("ru/index.html")
    };
    assert!(built("README.md").contains("Главное за неделю"));
    assert!(built("themes/README.md").contains("<footer class=\"foot\"><p>Ассамблея народа, </p></footer>"));
}

#[test]
fn a_theme_that_is_missing_hides_nothing_that_is_wrong_with_the_content() {
    let site = Site::empty()
        .edit("site.yaml", "identity:", "theme: nowhere\nidentity:")
        .release("a", "ru", "title: А\ndate: 2024-10-18\nregion: nowhere", "[Б](../b/ru.md)")
        .try_build();
    assert_eq!(site.codes(), ["unknown-region", "missing-link-target", "missing-theme"]);
}
