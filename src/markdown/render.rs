//! From a body and what the planner resolved to HTML.

use crate::language::{Direction, Language, bidi};
use crate::markdown::address::absolute;
use crate::markdown::events::Document;
use crate::markdown::fixup::Source;
use crate::markdown::parts;
use crate::markdown::refs::{Refs, Words};
use crate::markdown::rescript::rescript;
use crate::markdown::setting::Setting;
use crate::markdown::typeset::typeset;
use crate::markdown::{html, sanitise};
use pulldown_cmark::Event;
use std::borrow::Cow;

/// How addresses of this site are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Addresses<'a> {
    /// As they are resolved: for pages.
    Local,
    /// Whole, for feeds.
    Absolute {
        /// Scheme and host, such as `https://assembly.kz`: before every address that begins with `/`.
        origin: &'a str,
        /// The URL of the page with the text: before every fragment.
        page: &'a str,
    },
}

/// Appends the HTML of a body to `out`. A destination that `refs` does not name, and that is not http, https, mailto
/// or tel, is no link; a picture that `refs` does not name is its alternative text. The same arguments always give
/// the same bytes.
///
/// Words are set, marked, and written in a script, as `setting` says.
pub fn render(
    body: &str,
    refs: &Refs,
    words: &Words,
    setting: Setting<'_>,
    addresses: Addresses<'_>,
    out: &mut String,
) {
    let source = Source::new(body);
    let mut document = Document::read(&source);
    if let Some(language) = setting.typography {
        document.parts_mut().for_each(|nodes| typeset(nodes, body, language));
    }
    let has_raw_html = document.has_raw_html();
    // Before parts are found: found ones join the words around them, which may be of their language, too.
    if setting.direction == Direction::Rtl {
        document.parts_mut().flat_map(|nodes| nodes.iter_mut()).for_each(|(event, _)| keep_order(event));
    }
    if let Some(parts) = setting.parts {
        parts::mark(&mut document, parts);
    }
    if let Some(converter) = setting.script {
        document.parts_mut().for_each(|nodes| rescript(nodes, converter));
    }
    if !has_raw_html && addresses == Addresses::Local {
        out.reserve(body.len() + body.len() / 4);
        return html::write(&document, refs, words, setting, out);
    }
    let mut html = String::with_capacity(body.len() * 2);
    html::write(&document, refs, words, setting, &mut html);
    if has_raw_html {
        html = sanitise::clean(&html);
    }
    match addresses {
        Addresses::Local => out.push_str(&html),
        Addresses::Absolute { origin, page } => absolute(&html, origin, page, out),
    }
}

/// Telephone numbers, and words in another language, in a body that runs to the left.
fn keep_order(event: &mut Event<'_>) {
    match event {
        Event::Text(text) => {
            if let Cow::Owned(kept) = bidi::with_numbers_in_order(text) {
                *text = kept.into();
            }
        }
        Event::InlineHtml(html) => {
            if let Some(directed) = directed(html) {
                *html = directed.into();
            }
        }
        _ => {}
    }
}

/// The tag of words in a language that runs to the right, or that stay in their script, with their direction if that is
/// not told.
fn directed(html: &str) -> Option<String> {
    if html == "<span translate=\"no\">" {
        return Some("<span translate=\"no\" dir=\"auto\">".to_owned());
    }
    let (language, rest) = html.strip_prefix("<span lang=\"")?.split_once('"')?;
    let is_right = Language::parse(language)?.direction() == Direction::Ltr;
    (is_right && !rest.contains(" dir=")).then(|| format!("<span lang=\"{language}\" dir=\"ltr\"{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tests::{html, refs, words};

    #[test]
    fn a_picture_alone_in_its_paragraph_is_a_figure() {
        let image = "<img src=\"/media/known.jpg\" width=\"800\" height=\"600\" alt=\"Әкім &quot;сөйледі&quot;\" loading=\"lazy\" decoding=\"async\">";
        assert_eq!(
            html("![Әкім \"сөйледі\"](known.jpg \"Сурет: <ҚХА>\")"),
            format!("<figure>{image}<figcaption>Сурет: &lt;ҚХА&gt;</figcaption></figure>\n")
        );
        assert_eq!(html("![Әкім *\"сөйледі\"*](known.jpg)"), format!("<figure>{image}</figure>\n"));
        assert_eq!(html("a ![Әкім \"сөйледі\"](known.jpg)"), format!("<p>a {image}</p>\n"));
    }

    #[test]
    fn a_picture_that_is_not_there_is_its_alternative_text() {
        assert_eq!(html("![Әкім](no.jpg) b"), "<p>Әкім b</p>\n");
        assert_eq!(html("![Әкім](https://a.kz/b.jpg)"), "<p>Әкім</p>\n");
        assert_eq!(html("![](no.jpg)"), "");
    }

    #[test]
    fn links_lead_where_the_planner_says() {
        assert_eq!(html("[a](other.md)"), "<p><a href=\"/ru/other/\" hreflang=\"ru\">a</a></p>\n");
        assert_eq!(html("[a](other.md#b)"), "<p><a href=\"/kk/other/#b\">a</a></p>\n");
        assert_eq!(html("[*a*](missing.md) [b](//evil.kz)"), "<p><em>a</em> b</p>\n");
        assert_eq!(
            html("[a](https://b.kz/ә?c=d&e \"t\\\"u\")"),
            "<p><a href=\"https://b.kz/%D3%99?c=d&amp;e\" rel=\"external\" title=\"t&quot;u\">a</a></p>\n"
        );
        assert_eq!(html("<a@b.kz>"), "<p><a href=\"mailto:a@b.kz\">a@b.kz</a></p>\n");
        assert_eq!(html("[a](tel:+77)"), "<p><a href=\"tel:+77\">a</a></p>\n");
    }

    #[test]
    fn tables_are_named_and_aligned_by_class() {
        assert_eq!(
            html("|a|b|c|d|\n|:-|:-:|-:|-|\n|1|2|3|4|\n"),
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Кесте\"><table>\n<thead><tr>\
             <th scope=\"col\" class=\"align-start\">a</th><th scope=\"col\" class=\"align-center\">b</th>\
             <th scope=\"col\" class=\"align-end\">c</th><th scope=\"col\">d</th></tr></thead><tbody>\n\
             <tr><td class=\"align-start\">1</td><td class=\"align-center\">2</td><td class=\"align-end\">3</td>\
             <td>4</td></tr>\n</tbody></table></div>\n"
        );
        assert!(html("||b|\n|-|-|\n|1|2|\n").contains("<thead><tr><td></td><th scope=\"col\">b</th></tr>"));
    }

    #[test]
    fn feeds_have_whole_addresses() {
        let absolute = |body: &str| {
            let mut out = String::new();
            let addresses = Addresses::Absolute { origin: "https://assembly.kz", page: "https://assembly.kz/kk/x/" };
            render(body, &refs(), &words(), Setting::default(), addresses, &mut out);
            out
        };
        let body = "[a](other.md#b) ![c](known.jpg) [d](https://b.kz)";
        assert_eq!(
            absolute(body),
            html(body).replace("\"/kk", "\"https://assembly.kz/kk").replace("\"/media", "\"https://assembly.kz/media")
        );
        assert!(absolute("a[^1]\n\n[^1]: b").contains(" href=\"https://assembly.kz/kk/x/#fn-1\""));
        assert!(absolute("<a href=\"other.md\">a</a>").contains(" href=\"https://assembly.kz/ru/other/\""));
    }

    #[test]
    fn other_blocks_are_plain_html() {
        assert_eq!(html("a  \nb\nc\n\n---\n"), "<p>a<br>\nb\nc</p>\n<hr>\n");
        assert_eq!(
            html("> a\n\n3. b\n4. ~~c~~\n"),
            "<blockquote>\n<p>a</p>\n</blockquote>\n<ol start=\"3\">\n<li>b</li>\n<li><del>c</del></li>\n</ol>\n"
        );
        assert_eq!(html("a\n: b\n: c\n"), "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>\n");
        assert_eq!(html("\"a\" -- b ... 'c' $d$ > [!NOTE]"), "<p>\"a\" -- b ... 'c' $d$ &gt; [!NOTE]</p>\n");
    }
}
