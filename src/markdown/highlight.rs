//! Code in colours: classes only, no style.

use std::sync::OnceLock;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

/// The bytes of code that are highlighted in one body: it takes about 5 ms per 1000 bytes.
pub const MOST_CODE: usize = 32_768;

/// The syntaxes take a millisecond to load: that is left to the first body with code.
static SYNTAXES: OnceLock<SyntaxSet> = OnceLock::new();

/// The HTML of code in a language, with classes that begin with `hl-`; `None` for a language that is not known.
pub fn highlighted(code: &str, language: &str) -> Option<String> {
    let syntaxes = SYNTAXES.get_or_init(SyntaxSet::load_defaults_newlines);
    let syntax = syntaxes.find_syntax_by_token(language).filter(|syntax| syntax.name != "Plain Text")?;
    let style = ClassStyle::SpacedPrefixed { prefix: "hl-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, syntaxes, style);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

/// The language that the info string of a fence names, fit for a class; empty when it names none.
pub fn language(info: &str) -> String {
    let name = info.split(|c: char| c.is_whitespace() || matches!(c, ',' | '{')).next().unwrap_or_default();
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.')).take(32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tests::html;

    #[test]
    fn a_known_language_is_highlighted_by_class() {
        let text = html("```rust\nfn a() -> &'static str { \"<b>\" }\n```\n");
        assert!(
            text.starts_with("<pre tabindex=\"0\"><code class=\"language-rust\"><span class=\"hl-source hl-rust\">")
        );
        assert!(text.contains("&lt;b&gt;") && !text.contains("style=") && text.ends_with("</code></pre>\n"));
    }

    #[test]
    fn an_unknown_language_is_plain() {
        assert_eq!(html("```қазақша\na<b\n```"), "<pre tabindex=\"0\"><code>a&lt;b\n</code></pre>\n");
        assert_eq!(html("~~~x\"y<z k\na\n~~~"), "<pre tabindex=\"0\"><code class=\"language-xyz\">a\n</code></pre>\n");
        assert_eq!(html("```txt\na\n```"), "<pre tabindex=\"0\"><code class=\"language-txt\">a\n</code></pre>\n");
    }

    #[test]
    fn long_code_is_plain() {
        let text = html(&format!("```json\n{}\n```", "[1]\n".repeat(10_000)));
        assert!(!text.contains("<span"));
    }

    #[test]
    fn names_of_languages_are_short_words() {
        assert_eq!(language("c++,ignore"), "c++");
        assert_eq!(language(&"a".repeat(100)).len(), 32);
    }
}
