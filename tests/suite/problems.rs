//! What is wrong is reported all at once, and nothing that follows from it.

use crate::site::Site;

#[test]
fn a_bad_date_hides_nothing_and_blames_nobody_else() {
    let site = Site::empty()
        .release("2024-10-18-a", "ru", "title: А\ndate: 31.02.2024\nregion: Кастанай", "[x](../nope/ru.md)")
        .release("2024-10-19-b", "ru", "title: Б\ndate: 2024-10-19", "[А](2024-10-18-a)")
        .try_build();
    assert_eq!(site.codes(), ["bad-date", "unknown-region", "missing-link-target"]);
}

#[test]
fn a_picture_that_nobody_describes_is_a_warning_that_the_newsroom_may_make_an_error() {
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>";
    let site = Site::empty()
        .release("2024-10-18-a", "ru", "title: А\ndate: 2024-10-18\nimage: {file: a.svg}", "![](a.svg)")
        .file("content/releases/2024-10-18-a/a.svg", picture)
        .build();
    assert_eq!(site.codes(), ["missing-alt", "missing-alt"]);
    let site = site.edit("site.yaml", "identity:", "rules: {missing-alt: error}\nidentity:").try_build();
    assert!(site.refused());
}

#[test]
fn taxonomies_that_are_switched_off_have_no_pages_and_no_links() {
    let site = Site::empty()
        .release("2024-10-18-a", "ru", "title: А\ndate: 2024-10-18\nregion: qostanai\ntags: [спорт]", "Текст.")
        .edit("site.yaml", "identity:", "outputs: {terms: [projects]}\nidentity:")
        .build();
    assert!(!site.tree().keys().any(|path| path.contains("/regions/") || path.contains("/tags/")));
    let page = site.text("ru/news/2024/10/18/a/index.html");
    assert!(!page.contains("/regions/") && !page.contains("/tags/"));
}
