//! A page as it is served: with the script that keeps it fresh, which is in no file of the output.

use crate::hash::ContentHash;
use memchr::memmem;

/// The address of the script.
pub const SCRIPT: &str = "/_desk/reload.js";

/// What a page says, as a hash that leaves out how its stylesheet is called: a page of the same version needs another
/// stylesheet at most, and no reload. The name of a stylesheet changes with every change of its rules.
pub fn version(html: &[u8], style: &str) -> String {
    let name = style.rsplit('/').next().unwrap_or_default().as_bytes();
    let mut rest = html;
    let mut kept = Vec::with_capacity(html.len());
    while let Some(at) = memmem::find(rest, name).filter(|_| !name.is_empty()) {
        kept.extend_from_slice(&rest[..at]);
        rest = &rest[at + name.len()..];
    }
    kept.extend_from_slice(rest);
    ContentHash::of(&kept).to_string()
}

/// The page with the script, which is told what it stands on.
pub fn with_script(html: &[u8], version: &str, style: &str) -> Vec<u8> {
    let style = escaped(style);
    let script = format!("<script src=\"{SCRIPT}\" data-page=\"{version}\" data-style=\"{style}\" async></script>");
    let at = memmem::find(html, b"</head>").unwrap_or(html.len());
    [&html[..at], script.as_bytes(), &html[at..]].concat()
}

fn escaped(text: &str) -> String {
    let mut safe = String::new();
    // Writing to a string does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut safe, text);
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(style: &str, text: &str) -> Vec<u8> {
        format!("<html><head><link rel=stylesheet href=\"/assets/{style}\"></head><body>{text}</body></html>")
            .into_bytes()
    }

    #[test]
    fn another_stylesheet_is_no_other_version() {
        let version = |style: &str, text| version(&page(style, text), &format!("/assets/{style}"));
        assert_eq!(version("style.aaaa.css", "Текст"), version("style.bbbb.css", "Текст"));
        assert_ne!(version("style.aaaa.css", "Текст"), version("style.aaaa.css", "Слово"));
    }

    #[test]
    fn a_page_without_a_stylesheet_has_a_version() {
        assert_eq!(version(b"<p>a", ""), version(b"<p>a", "/assets/style.css"));
    }

    #[test]
    fn the_script_stands_at_the_end_of_the_head() {
        let page = String::from_utf8(with_script(&page("s.css", "a"), "v1", "/a\"b")).unwrap();
        let script =
            "<script src=\"/_desk/reload.js\" data-page=\"v1\" data-style=\"/a&quot;b\" async></script></head>";
        assert!(page.contains(script), "{page}");
        assert!(with_script(b"<p>a", "v1", "").starts_with(b"<p>a<script "));
    }
}
