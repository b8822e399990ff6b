//! What leads elsewhere, could run or would break out is refused, and then nothing is written.

use crate::site::Site;

#[test]
fn an_address_that_could_run_or_leads_nowhere_is_refused_in_a_text() {
    let refused = [
        ("unsafe-url", "[x](javascript:alert(1))"),
        ("unsafe-url", "[x](JAVA&#10;SCRIPT:alert(1))"),
        ("unsafe-url", "[x](data:text/html,x)"),
        ("unsafe-url", "[x](vbscript:x)"),
        ("unsafe-url", "<javascript:alert(1)>"),
        ("unsafe-url", "[x]: javascript:alert(1)\n\n[x]"),
        ("unsafe-url", "![x](data:image/svg+xml,x)"),
        ("unsafe-url", "<a href='java&#9;script:alert(1)'>x</a>"),
        ("unsafe-url", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>"),
        ("path-outside", "<a href='//evil.example/'>x</a>"),
        ("path-outside", "[x](../../../../../../etc/passwd)"),
        ("path-outside", "[x](..\\\\..\\\\x)"),
        ("missing-image", "![x](https://evil.example/x.png)"),
        ("missing-image", "<img src=https://evil.example/x.png>"),
    ];
    for (code, body) in refused {
        let site = Site::empty().release("a", "ru", "title: А\ndate: 2024-10-18", body).try_build();
        assert!(site.codes().contains(&code), "{body}: {:?}", site.found());
        assert!(!site.out().exists(), "{body}");
    }
}

#[test]
fn what_leads_elsewhere_or_could_run_is_refused_and_nothing_is_written() {
    let front = |line: &str| Site::empty().release("a", "ru", &format!("title: А\ndate: 2024-10-18\n{line}"), "Т.");
    let file = |key: &str, name: &str, bytes: &str| front(key).file(&format!("content/releases/a/{name}"), bytes);
    let attached = |name: &str, bytes: &str| file(&format!("attachments: [{{file: {name}}}]"), name, bytes);
    let picture = |name: &str, bytes: &str| file(&format!("image: {{file: {name}, alt: А}}"), name, bytes);
    let svg = |inner: &str| {
        picture("a.svg", &format!("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>{inner}</svg>"))
    };
    let config = |from: &str, to: &str| Site::empty().edit("site.yaml", from, to);
    let contact = |value: &str| {
        let contact = format!("contacts: [{{kind: link, value: '{value}', labels: {{ru: А}}}}]\nidentity:");
        config("identity:", &contact)
    };
    let cases = [
        ("unsafe-url", front("source: {url: 'javascript:alert(1)'}")),
        ("unsafe-url", front("source: {url: 'data:text/html,x'}")),
        ("unsafe-url", front("source: {url: '//evil.example/'}")),
        ("unsafe-url", front("source: {url: \"java\\nscript:alert(1)\"}")),
        ("bad-alias", front("aliases: ['javascript:alert(1)']")),
        ("bad-alias", front("aliases: ['//evil.example/']")),
        ("bad-alias", front("aliases: [/../../etc/cron.d/x]")),
        ("bad-alias", front("aliases: [/%2e%2e/x]")),
        ("bad-alias", front("aliases: ['/\"><script>']")),
        ("bad-alias", front("aliases: [/.htaccess]")),
        ("bad-alias", front("aliases: [/.jarshy-staging/1]")),
        ("bad-alias", front(&format!("aliases: [/{}]", "a".repeat(300)))),
        ("duplicate-url", front("aliases: [/robots.txt]")),
        ("duplicate-url", front("aliases: [/ru/rss.xml/x]")),
        ("duplicate-url", front("aliases: [/old.html, /old.html/x]")),
        ("duplicate-url", front("aliases: [/ru/]")),
        ("bad-slug", front("slug: ../../../x")),
        ("bad-id", front("id: ../x")),
        ("path-outside", front("image: {file: ../../../../../etc/passwd, alt: А}")),
        ("forbidden-attachment", attached("a.html", "<script>")),
        ("forbidden-attachment", attached("a.js", "x")),
        ("forbidden-attachment", attached("a.exe", "MZ")),
        ("forbidden-attachment", attached("a.svgz", "x")),
        ("unsafe-svg", attached("a.svg", "<svg width='1' height='1'><script/></svg>")),
        ("broken-image", picture("a.png", "<script>alert(1)</script>")),
        ("unsafe-svg", svg("<script>alert(1)</script>")),
        ("unsafe-svg", svg("<g onload='alert(1)'/>")),
        ("unsafe-svg", svg("<a href='java&#10;script:alert(1)'/>")),
        ("unsafe-svg", svg("<image href='https://evil.example/x.png'/>")),
        (
            "unsafe-svg",
            svg(
                "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://evil.example'/></foreignObject>",
            ),
        ),
        ("unsafe-svg", svg("<style>@import 'https://evil.example/x.css';</style>")),
        ("unsafe-svg", svg("<style>rect { fill: url( \"https://evil.example/x\" ) }</style>")),
        ("unsafe-svg", svg("<rect style=\"fill:url('//evil.example/x')\"/>")),
        ("unsafe-svg", svg("<rect style='fill:u\\72l(https://evil.example/x)'/>")),
        ("unsafe-svg", svg("<p xmlns='http://www.w3.org/1999/xhtml'><img src='https://evil.example/x.png'/></p>")),
        (
            "unsafe-svg",
            svg(
                "<meta xmlns='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=https://evil.example/'/>",
            ),
        ),
        ("unsafe-svg", picture("a.svg", "<!DOCTYPE svg [<!ENTITY x '<script/>'>]><svg width='1' height='1'>&x;</svg>")),
        (
            "unsafe-svg",
            picture(
                "a.svg",
                "<?xml version='1.0' encoding='ISO-2022-JP'?><svg width='1' height='1'><g a=\"\u{1b}$B\" b='\u{1b}(B\" onload=\"alert(1)\" c=\"'/></svg>",
            ),
        ),
        ("unsafe-url", contact("javascript:alert(1)")),
        ("unsafe-url", contact("//evil.example")),
        ("unsafe-url", config("base_url: https://assembly.example", "base_url: 'javascript:alert(1)'")),
        ("unsafe-url", config("base_url: https://assembly.example", "base_url: https://user:pass@assembly.example")),
    ];
    for (number, (code, site)) in cases.into_iter().enumerate() {
        let site = site.try_build();
        assert!(site.codes().contains(&code), "{number}: not {code} but {:?}", site.found());
        assert!(!site.out().exists(), "{number}: {code}");
    }
}
