//! What raw HTML may be. The list is asked twice: the writer copies nothing that is not on it, and a body with any
//! raw HTML then goes through a sanitiser that reads it as browsers do.

use ammonia::Builder;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Elements, and the attributes that only they may have. Ours are among them.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang", "rel"]),
    ("abbr", &[]),
    ("aside", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("data", &["value"]),
    ("dd", &[]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["src", "alt", "width", "height", "loading", "decoding"]),
    ("ins", &["datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["start", "reversed"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan", "headers"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "headers", "scope", "abbr"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

/// Attributes that every element may have.
const ATTRIBUTES: &[&str] =
    &["id", "class", "title", "lang", "dir", "role", "tabindex", "aria-label", "aria-hidden", "translate"];

/// Elements that run within a line. Left open, they end with their block.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp",
    "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];

/// Elements without content.
const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

/// How an element is treated when it stays open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// It ends at the latest with the block of text that it stands in.
    Inline,
    /// It may span several blocks.
    Block,
    /// It has no end.
    Void,
}

/// An element that raw HTML may hold.
#[derive(Clone, Copy)]
pub struct Element {
    /// Its name in lower case.
    pub name: &'static str,
    /// How it ends.
    pub shape: Shape,
    attributes: &'static [&'static str],
}

impl Element {
    /// The element of a name in any case, if it is allowed.
    pub fn find(name: &str) -> Option<Self> {
        let (name, attributes) = ELEMENTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        let shape = match INLINE.contains(name) {
            true => Shape::Inline,
            false if VOID.contains(name) => Shape::Void,
            false => Shape::Block,
        };
        Some(Self { name, shape, attributes })
    }

    /// The name, in lower case, of an attribute that the element may have.
    pub fn attribute(&self, name: &str) -> Option<&'static str> {
        self.attributes.iter().chain(ATTRIBUTES).find(|known| known.eq_ignore_ascii_case(name)).copied()
    }
}

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let attributes: HashMap<_, HashSet<_>> =
        ELEMENTS.iter().map(|(name, attributes)| (*name, attributes.iter().copied().collect())).collect();
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().map(|(name, _)| *name).collect())
        .clean_content_tags(HashSet::from([
            "script", "style", "svg", "math", "iframe", "template", "object", "textarea",
        ]))
        .tag_attributes(attributes)
        .generic_attributes(ATTRIBUTES.iter().copied().collect())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None);
    builder
});

/// The HTML of a whole body, without whatever is not on the list.
pub fn clean(html: &str) -> String {
    SANITISER.clean(html).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tests::{findings, html};
    use proptest::prelude::*;

    const ATTACKS: &[&str] = &[
        "<script>alert(1)</script>",
        "a <script>alert(1)</script> b",
        "<ScRiPt/src=//evil>alert(1)</script x>",
        "<img src=x onerror=alert(1)>",
        "<img src=x\nonerror\n=\nalert(1)>",
        "<svg onload=alert(1)></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<style>@import 'javascript:alert(1)'</style>",
        "<base href=\"javascript:/a/-alert(1)//\">",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<form action=\"javascript:alert(1)\"><button onclick=alert(1)>x</button></form>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=&#x6A;avascript&colon;alert(1)>x</a>",
        "<a href=\"jav&Tab;ascript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](<java script:alert(1)>)",
        "[x](vbscript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x]\n\n[x]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
        "[x](https://a.kz \"q\\\" onmouseover=alert(1) \\\"\")",
        "![x](known.jpg \"q\\\" onerror=alert(1) \\\"\")",
        "![x\" onerror=\"alert(1)](known.jpg)",
        "# x {#y onclick=alert(1)}",
        "# x {.a onmouseover=\"alert(1)\"}",
        "```x\"onclick=\"alert(1)\ny\n```",
        "<div style=\"background:url(javascript:alert(1))\">x</div>",
        "<details open ontoggle=alert(1)>x</details>",
        "<div title=\"a\nonclick=alert(1) x=\">",
        "<b <script>alert(1)</script>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<plaintext>x",
        "<a id=\"x\" name=\"y\" target=\"_blank\" ping=\"https://evil\" href=\"https://a.kz\">x</a>",
    ];

    /// Parses as a browser does, and tells the worst of what is there.
    fn assert_harmless(text: &str, body: &str) {
        let page = scraper::Html::parse_fragment(text);
        for element in page.root_element().descendants().filter_map(|node| node.value().as_element().cloned()) {
            let Some(known) = Element::find(element.name()).or((element.name() == "html").then_some(FREE)) else {
                panic!("{body:?} left <{}>: {text}", element.name());
            };
            for (name, value) in element.attrs() {
                assert!(known.attribute(name).is_some(), "{body:?} left {name}: {text}");
                let scheme = value.split_once(':').map(|(scheme, _)| scheme).filter(|_| matches!(name, "href" | "src"));
                assert!(scheme.is_none_or(|scheme| scheme == "https"), "{body:?} left {value}: {text}");
            }
        }
    }

    const FREE: Element = Element { name: "html", shape: Shape::Block, attributes: &[] };

    #[test]
    fn no_attack_survives() {
        for body in ATTACKS {
            assert_harmless(&html(body), body);
            assert_harmless(&html(&format!("- > {}", body.replace('\n', "\n  > "))), body);
        }
    }

    #[test]
    fn every_removal_is_reported() {
        assert_eq!(findings("<b>x</b> <i onclick=y>z</i>"), ["html-removed: <i onclick=y>"]);
        assert_eq!(
            findings("<iframe src=\"https://a.kz\"></iframe>\n"),
            ["html-removed: <iframe src=\"https://a.kz\"></iframe>"]
        );
        assert_eq!(findings("> <div\n> onclick=x>\n"), ["html-removed: <div\n> onclick=x>\n"]);
        assert_eq!(findings("<a href=\"&#106;avascript:x\">y</a>"), ["unsafe-url: &#106;avascript:x"]);
        assert!(findings("<!-- x --><div class=\"note\" id=\"a\"><b>y</b></div>").is_empty());
    }

    #[test]
    fn what_is_allowed_stays() {
        let body = "<div class=\"note\" id=\"a\" lang=\"kk\">\n\n**x** H<sub>2</sub>O <br> &copy;\n\n</div>\n";
        assert_eq!(
            html(body),
            "<div class=\"note\" id=\"a\" lang=\"kk\">\n<p><strong>x</strong> H<sub>2</sub>O <br> ©</p>\n</div>\n"
        );
    }

    #[test]
    fn our_own_html_passes_the_sanitiser_whole() {
        let body = "# a {.c}\n\n![b](known.jpg \"t\")\n\nc[^1] [d](other.md) ![e](known.jpg)\n\n|a|b|\n|:-:|-|\n|c|d|\n\n\
                    ```rust\nfn x() {}\n```\n\nhttps://youtu.be/a\n\n3. x\n\nt\n: d\n\n[^1]: n\n";
        let ours = html(body);
        assert_eq!(clean(&ours).replace("&nbsp;", "\u{a0}"), ours);
    }

    #[test]
    fn the_content_of_a_script_goes_with_it() {
        assert_eq!(html("a <script>alert(*1*)</script> b"), "<p>a  b</p>\n");
        assert_eq!(html("*a <script>b* c</script> d"), "<p><em>a b</em> c d</p>\n");
        assert_eq!(html("<style>\np {}\n</style>\n\nx"), "\n<p>x</p>\n");
    }

    #[test]
    fn what_stays_open_ends_with_its_block() {
        assert_eq!(html("<b>x\n\ny"), "<p><b>x</b></p>\n<p>y</p>\n");
        assert_eq!(html("x</b> <i><b>y</i> z"), "<p>x <i><b>y</b></i> z</p>\n");
        assert_eq!(html("<div>\n\nx"), "<div>\n<p>x</p>\n</div>");
    }

    #[test]
    fn pictures_and_links_in_raw_html_are_resolved() {
        assert_eq!(
            html("<img src=\"known.jpg\" alt=\"a &amp; b\" width=1 class=c> <a href='other.md' id=x>y</a>"),
            "<p><img class=\"c\" src=\"/media/known.jpg\" width=\"800\" height=\"600\" alt=\"a &amp; b\" loading=\"lazy\" \
             decoding=\"async\"> <a id=\"x\" href=\"/ru/other/\" hreflang=\"ru\">y</a></p>\n"
        );
        assert_eq!(html("y <img src=\"https://evil/x.png\" alt=\"z\">"), "<p>y z</p>\n");
    }

    proptest! {
        #[test]
        fn no_mixture_of_attacks_survives(parts in prop::collection::vec((0..ATTACKS.len(), 0usize..80, "[<>\"'`\\n /=a&;!-]{0,4}"), 1..5)) {
            let cut = |attack: &str, end: usize| attack.chars().take(end).collect::<String>();
            let body: String = parts.iter().map(|(attack, end, junk)| cut(ATTACKS[*attack], *end) + junk).collect();
            assert_harmless(&html(&body), &body);
        }
    }
}
