//! Content that means harm: it is shown as what it is, text, or refused. Nothing of it runs, loads or breaks out.

use crate::links::assert_sound;
use crate::site::{Site, attributes, texts};
use crate::xml::Element;
use jarshy::language::{Language, typography};
use scraper::{Html, Selector};

const BASE: &str = "https://assembly.example";

/// Tries to leave attributes, elements, scripts, CDATA, comments, templates and strings of Fluent and JSON.
const HOSTILE: &str = "\"' onmouseover=\"alert(1)\" x='</title></script><script>alert(1)</script><!-- ]]><b onmouseover=alert(1)> \
    {{ 7 * 7 }} {% raw %} { $name } \\\" &lt;script&gt; &#60;b> javascript:alert(1) </style></textarea><svg/onload=alert(1)>";

/// The hostile text as YAML: a double-quoted scalar is a JSON string.
fn yaml() -> String {
    serde_json::to_string(HOSTILE).unwrap()
}

/// The hostile text as Russian readers get it.
fn set() -> String {
    typography::set(Language::parse("ru").unwrap(), HOSTILE).into_owned()
}

fn hostile() -> String {
    set().split_whitespace().collect::<Vec<_>>().join(" ")
}

const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/>";

/// Elements that no page has, and no feed's text.
const FORBIDDEN: &str = "iframe, style, object, embed, form, input, button, select, textarea, base, template, math, frame, frameset, \
    noscript, audio, video, applet, marquee, portal, [style], [srcdoc], [formaction], [ping], [background], [srcset]";

/// What an attacker has got into a document.
fn faults(document: &Html, scripts: &str) -> Vec<String> {
    // The theme's own panel is the first thing on a page: no text gets there.
    let panel = Selector::parse("body > aside.panel:first-child *").unwrap();
    let panel: Vec<_> = document.select(&panel).map(|element| element.id()).collect();
    let outer = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        let found = document.select(&selector).filter(|element| !panel.contains(&element.id()));
        found.map(|element| element.html()).collect::<Vec<_>>()
    };
    let mut faults = outer(FORBIDDEN);
    // The theme's own script has an address and says nothing where it stands.
    let own = |script: &str| {
        let hash = script.strip_prefix("<script defer=\"\" src=\"/assets/panel.");
        let hash = hash.and_then(|rest| rest.strip_suffix(".js\"></script>"));
        scripts == STRUCTURED && hash.is_some_and(|hash| hash.chars().all(|c| c.is_ascii_hexdigit()))
    };
    faults.extend(outer("script").into_iter().filter(|script| !script.starts_with(scripts) && !own(script)));
    faults.extend(outer(
        ".prose :is(svg, link, meta, title, h1), body :is(link, meta, title), head :is(img, a, b, svg, h1)",
    ));
    for element in document.root_element().descendent_elements() {
        for (name, value) in element.value().attrs() {
            let value: String =
                value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_lowercase();
            let scheme = ["javascript:", "data:", "vbscript:", "file:"].iter().any(|scheme| value.starts_with(scheme));
            let runs =
                name.starts_with("on") || (scheme && ["href", "src", "action", "cite", "xlink:href"].contains(&name));
            let leads_on = name == "http-equiv" && value != "refresh";
            faults.extend((runs || leads_on).then(|| format!("{name}={value}")));
        }
    }
    faults
}

#[test]
fn an_attack_would_be_found() {
    let attacks = [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href='java&#10;script:x'>",
        "<a href='DATA:text/html,x'>",
        "<iframe>",
        "<p style='x'>",
        "<meta http-equiv=set-cookie content=x>",
        "<p><base href=x>",
        "<div class=prose><svg>",
        "<img srcset=x>",
    ];
    for attack in attacks {
        assert!(!faults(&Html::parse_document(attack), STRUCTURED).is_empty(), "{attack}");
    }
    let harmless =
        "<html lang=ru><title>x</title><script type=\"application/ld+json\">{}</script><a href=https://a.example>x</a>";
    assert_eq!(faults(&Html::parse_document(harmless), STRUCTURED), [""; 0]);
    assert!(!faults(&Html::parse_fragment("<script type='application/ld+json'>{}</script>"), "none").is_empty());
}

const STRUCTURED: &str = "<script type=\"application/ld+json\">";

/// Asserts that nothing of an attacker stands in any page, feed, sitemap or list, and that all can be read.
#[track_caller]
fn assert_harmless(site: &Site) {
    for path in site.paths() {
        let text = || site.text(&path);
        match path.rsplit('.').next().unwrap() {
            "html" => {
                let page = site.page(&path);
                assert_eq!(faults(&page, STRUCTURED), [""; 0], "{path}");
                for script in texts(&page, "script[type='application/ld+json']") {
                    serde_json::from_str::<serde_json::Value>(&script)
                        .unwrap_or_else(|error| panic!("{path}: {error}"));
                }
            }
            "xml" | "opml" => _ = Element::parse(&text()),
            "json" => _ = serde_json::from_str::<serde_json::Value>(&text()).unwrap(),
            "ics" => assert!(text().split("\r\n").all(|line| !line.contains(['\n', '\r'])), "{path}"),
            _ => {}
        }
        if ["rss.xml", "atom.xml", "feed.json"].iter().any(|name| path.ends_with(name)) {
            for entry in feed_rs::parser::parse(text().as_bytes()).unwrap().entries {
                let body = entry.content.and_then(|content| content.body).unwrap_or_default();
                assert_eq!(faults(&Html::parse_fragment(&body), "none"), [""; 0], "{path}");
            }
        }
    }
    assert_sound(site, BASE);
}

#[test]
fn a_hostile_text_is_shown_as_text_wherever_it_stands() {
    let x = yaml();
    let site = Site::empty()
        .file("content/tags.yaml", format!("etno: {{ru: {x}, kk: {x}}}\n"))
        .file("content/regions.yaml", format!("qostanai: {{names: {{kk: A, ru: {x}}}, aliases: [Костанай]}}\n"))
        .file("content/projects/p/ru.md", format!("---\ntitle: {x}\nsummary: {x}\nshort_names: [Проект]\npartners: [{x}]\n---\n{HOSTILE}\n"))
        .file("content/pages/about/ru.md", format!("---\ntitle: {x}\nsummary: {x}\n---\n{HOSTILE}\n"))
        .file("content/releases/a/a.svg", SVG)
        .file("content/releases/a/a.pdf", "%PDF")
        .edit("site.yaml", "{name: Ассамблея народа, description: Новости}", &format!("{{name: {x}, short_name: {x}, description: {x}, address: {x}, legal: {x}}}"))
        .edit("site.yaml", "identity:", &format!("contacts: [{{kind: email, value: {x}, labels: {{ru: {x}}}}}, {{kind: phone, value: {x}, labels: {{ru: {x}}}}}, {{kind: address, value: {x}, labels: {{kk: {x}}}}}]\nidentity:"));
    let front = format!(
        "title: {x}\nsummary: {x}\ndate: 2024-10-18\nregion: Костанай\nproject: Проект\ntags: [etno, {x}]\nupdated: 2024-10-19\n\
         author: {{name: {x}, role: {x}, organization: {x}}}\nsource: {{name: {x}, url: {}}}\nevent: {{starts: 2027-03-01, place: {x}}}\n\
         image: {{file: a.svg, alt: {x}, caption: {x}, credit: {x}}}\ngallery: [{{file: a.svg, alt: {x}, caption: {x}}}]\n\
         attachments: [{{file: a.pdf, title: {x}}}]\ncorrections: [{{date: 2024-10-19, text: {x}}}]",
        serde_json::to_string(&format!("https://a.example/{HOSTILE}")).unwrap()
    );
    let site = site.release("a", "ru", &front, HOSTILE).release("a", "kk", &format!("title: {x}"), HOSTILE);
    let site = site.release("b", "ru", &format!("title: {x}\ndate: 2024-10-19\nregion: qostanai"), HOSTILE).build();
    assert_harmless(&site);
    let page = site.page("ru/news/2024/10/18/a/index.html");
    for shown in [
        "h1",
        ".lead",
        ".byline span",
        ".event-box dd:last-child",
        ".files a",
        ".corrections dd",
        ".chips a",
        ".brand-name",
        ".legal",
    ] {
        let text = texts(&page, shown);
        assert!(
            !text.is_empty() && text.iter().all(|text| *text == hostile() || shown == ".event-box dd:last-child"),
            "{shown}: {text:?}"
        );
    }
    assert_eq!(attributes(&page, "article img", "alt"), [set(), set()]);
    let graph: serde_json::Value =
        serde_json::from_str(&texts(&page, "script[type='application/ld+json']")[0]).unwrap();
    assert_eq!(graph["@graph"][0]["headline"], hostile());
    for name in ["rss.xml", "atom.xml", "feed.json"] {
        let feed = feed_rs::parser::parse(site.text(&format!("ru/{name}")).as_bytes()).unwrap();
        let title = &feed.entries[1].title.as_ref().unwrap().content;
        assert_eq!(
            title.split_whitespace().collect::<Vec<_>>(),
            hostile().split_whitespace().collect::<Vec<_>>(),
            "{name}"
        );
    }
}

const BODIES: &[&str] = &[
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<style>@import 'https://evil.example/x.css'</style>",
    "<iframe src='https://evil.example/'></iframe>",
    "<img src=a.svg onerror=alert(1)> <img src='a.svg'onerror=alert(1)//>",
    "<img src=a.svg onerror=alert(1)//",
    "![x](a.svg \"' onerror='alert(1)\") ![\" onerror=\"alert(1)](a.svg)",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "## H {onclick=alert(1) style=\"x:y\" .c #i}\n\n## H {#\"><script>alert(1)</script>}",
    "```html\"onclick=alert(1)\n</code></pre><script>alert(1)</script>\n```",
    "| <script>alert(1)</script> | x |\n|---|---|\n| <img onerror=alert(1)> | y |",
    "x[^<script>]\n\n[^<script>]: <script>alert(1)</script>",
    "Термин <b onclick=alert(1)>\n: <i style='position:fixed'>x</i>",
    "</div></div></article></main></body></html><h1>x</h1><footer class=foot>x</footer>",
    "<div><section><details><ul><table><tr><td><a href=https://a.example><b>",
    "<!-- ",
    "<plaintext>",
    "<textarea>",
    "<title>x</title><base href='https://evil.example/'><meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action='https://evil.example/'><input name=q><button>x</button></form><select><option>x</select>",
    "<template><script>alert(1)</script></template><noscript><img src=a.svg onerror=alert(1)></noscript>",
    "]]> <![CDATA[ <script>alert(1)</script> ]]>",
    "<?php alert(1) ?><!DOCTYPE html><!ENTITY x 'y'>",
    "<a href='https://a.example' onfocus=alert(1) autofocus tabindex=1 style='x' target=_top ping=https://evil.example>x</a>",
    "<a href='https://a.example' href='javascript:alert(1)'>x</a>",
    "https://evil.example/\"onmouseover=\"alert(1) <https://evil.example/\"onmouseover=\"alert(1)>",
    "<p id=content><p class='masthead' onclick>x<video src=x><audio autoplay src=x><object data=x><embed src=x>",
];

/// The elements of a page outside of its text and the links to its neighbours, each with its place in the tree.
fn frame(page: &Html) -> Vec<String> {
    let apart = |element: &scraper::ElementRef<'_>| {
        let around = element.ancestors().filter_map(scraper::ElementRef::wrap).chain([*element]);
        !around.filter_map(|around| around.attr("class")).any(|class| ["prose", "pager"].contains(&class))
    };
    let place = |element: scraper::ElementRef<'_>| {
        let above = element.ancestors().filter_map(scraper::ElementRef::wrap).map(|above| above.value().name());
        format!("{} {:?} in {}", element.value().name(), element.attr("class"), above.collect::<Vec<_>>().join(" "))
    };
    page.root_element().descendent_elements().filter(apart).map(place).collect()
}

#[test]
fn a_hostile_body_stays_in_its_place_and_does_nothing() {
    let release = |site: Site, (number, body): (usize, &&str)| {
        let front =
            format!("title: Заголовок\nsummary: Кратко.\ndate: 2024-01-01T{:02}:{:02}", number / 60, number % 60);
        let site = site.file(&format!("content/releases/r{number:02}/a.svg"), SVG);
        site.release(&format!("r{number:02}"), "ru", &front, body)
    };
    let bodies = ["Текст."].iter().chain(BODIES).chain(&["Текст."]);
    let site = bodies.enumerate().fold(Site::empty(), release).build();
    assert_harmless(&site);
    let page = |number: usize| frame(&site.page(&format!("ru/news/2024/01/01/r{number:02}/index.html")));
    let plain = page(0);
    assert!(plain.iter().any(|place| place == "footer Some(\"foot\") in body html"), "{plain:#?}");
    for (number, body) in (1..).zip(BODIES) {
        assert_eq!(page(number), plain, "{body}");
    }
}

#[test]
fn a_heading_never_takes_an_id_of_the_frame() {
    let frame: Vec<String> = attributes(&Site::demo().build().page("ru/index.html"), "[id]", "id");
    assert!(frame.len() > 2);
    let body: String = frame.iter().map(|id| format!("## {id}\n\n## x {{#{id}}}\n\n")).collect();
    let site = Site::empty().release("a", "en", "title: A\ndate: 2024-10-18", &body);
    let site = site.file("content/pages/about/en.md", format!("---\ntitle: About\n---\n{body}")).build();
    for path in ["en/news/2024/10/18/a/index.html", "en/about/index.html"] {
        let mut ids = attributes(&site.page(path), "[id]", "id");
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert!(all > frame.len() && ids.len() == all, "{path}: {ids:?}");
    }
}

#[test]
fn a_tag_or_a_file_name_of_markup_is_harmless() {
    let name = "x\" onerror='alert(1)' <script> %2e%2e%2f #?.svg";
    let front = format!(
        "title: А\ndate: 2024-10-18\ntags: ['<img src=x onerror=alert(1)>']\nimage: {{file: {}, alt: З}}",
        serde_json::to_string(&name.replace('%', "%25")).unwrap()
    );
    let site = Site::empty().file(&format!("content/releases/a/{name}"), SVG).release("a", "ru", &front, "Т.").build();
    assert_harmless(&site);
    assert_eq!(
        texts(&site.page("ru/tags/img-src-x-onerror-alert-1/index.html"), "h1"),
        ["<img src=x onerror=alert(1)>"]
    );
    let media: Vec<String> = site.paths().into_iter().filter(|path| path.starts_with("media/")).collect();
    assert_eq!(media, ["media/releases/a/x-onerror-alert-1-script-2e-2e-2f.svg"]);
}

#[test]
fn a_text_of_many_lines_stays_one_value() {
    let front = "title: \"А\\r\\nBEGIN:VEVENT\\nX:1\\u0001\\u0085\\u2028\"\nsummary: \"Б\\r\\nEND:VCALENDAR\"\ndate: 2024-10-18\nevent: {starts: 2027-03-01, place: \"В\\nATTENDEE:x\"}";
    let site = Site::empty().release("a", "ru", front, "Т.").build();
    assert_harmless(&site);
    let calendar = site.text("ru/news/2024/10/18/a/event.ics");
    let lines: Vec<&str> = calendar.split("\r\n").map(|line| line.split([':', ';']).next().unwrap()).collect();
    assert_eq!(lines.iter().filter(|name| ["BEGIN", "END", "ATTENDEE", "X"].contains(name)).count(), 4);
    feed_rs::parser::parse(site.text("ru/rss.xml").as_bytes()).unwrap();
}
