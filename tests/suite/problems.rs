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
