//! The golden newsroom: everything that an editor can write, small, and the whole output that it must make.
//!
//! Its theme, `themes/plain`, shows every field of every view, a line each, so that a change anywhere is a readable
//! difference here.

use crate::site::{Site, Tree, assert_same, newsroom, tree};

/// Rewrites the expected output when it is set to 1.
const BLESS: &str = "JARSHY_BLESS";

#[test]
fn the_golden_newsroom_builds_as_expected() {
    let made = Site::golden().build().tree();
    let folder = newsroom().join("expected");
    if std::env::var_os(BLESS).is_some_and(|value| value == "1") {
        replace(&folder, &made);
    }
    assert_same(&tree(&folder), &made, &format!("; if they should, run again with {BLESS}=1 and review the changes"));
}

fn replace(folder: &std::path::Path, tree: &Tree) {
    let _ = std::fs::remove_dir_all(folder);
    for (path, bytes) in tree {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn the_golden_newsroom_is_reported_on_as_expected() {
    let found = Site::golden().build().found();
    let expected = [
        "unlisted-tag content/releases/2023/2023-06-14-saran/ru.md:135-164 \
         [(\"tag\", \"Шахтёрский край\"), (\"language\", \"ru\")]",
        "html-removed content/releases/2024/2024-10-18-akim-kenes/en.md:212-233 \
         [(\"html\", \"<p onclick=\\\"steal()\\\">\")]",
        "html-removed content/releases/2024/2024-10-18-akim-kenes/en.md:252-277 \
         [(\"html\", \"<script>alert(1)</script>\")]",
        "unquoted-colon content/releases/2024/2024-10-18-akim-kenes/kk.md:242-309 \
         [(\"key\", \"project\"), (\"text\", \"«Біртұтас қоғам: келісім және сенім»\")]",
        "unlisted-tag content/releases/2025/2025-12-20-secret-held/kk.md:99-114 \
         [(\"tag\", \"Secret-held tag\"), (\"language\", \"kk\")]",
    ];
    assert_eq!(found, expected);
}
