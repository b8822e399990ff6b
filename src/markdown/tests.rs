//! A small world for the tests of this folder, and what holds of every body.

use crate::diagnostic::Span;
use crate::language::Language;
use crate::markdown::refs::{LinkTo, Picture, Refs, Words};
use crate::markdown::render::{Addresses, render};
use crate::markdown::setting::Setting;
use crate::markdown::survey::{Survey, survey as checked};
use proptest::prelude::*;
use std::sync::Arc;
use std::time::Instant;

pub fn refs() -> Refs {
    let link = |url: &str, language| LinkTo { url: url.to_owned(), language };
    Refs {
        links: [
            ("other.md".to_owned(), link("/ru/other/", Language::parse("ru"))),
            ("other.md#b".to_owned(), link("/kk/other/#b", None)),
            ("known.mp4".to_owned(), link("/media/known.mp4", None)),
        ]
        .into(),
        pictures: [("known.jpg".to_owned(), Picture { url: "/media/known.jpg".to_owned(), width: 800, height: 600 })]
            .into(),
    }
}

pub fn words() -> Words {
    Words {
        video: "{host} бейнесі".to_owned(),
        video_file: "Бейнені қарау".to_owned(),
        footnotes: "Ескертпелер".to_owned(),
        footnote_back: "Мәтінге".to_owned(),
        table: "Кесте".to_owned(),
    }
}

pub fn html(body: &str) -> String {
    let mut out = String::new();
    render(body, &refs(), &words(), Setting::default(), Addresses::Local, &mut out);
    out
}

fn set(body: &str) {
    let setting = Setting { typography: Language::parse("ru"), ..Setting::default() };
    render(body, &refs(), &words(), setting, Addresses::Local, &mut String::new());
}

pub fn survey(body: &str) -> Survey {
    checked(&Arc::from("ru.md"), body, 0).value
}

/// Each finding's code and the text that it points at.
pub fn findings(body: &str) -> Vec<String> {
    let text = |span: Span| &body[span.start as usize..span.end as usize];
    let findings = checked(&Arc::from("ru.md"), body, 0).findings;
    findings.iter().map(|finding| format!("{}: {}", finding.code.word(), text(finding.place.span))).collect()
}

const PIECES: &str = "(\\*\\*|[*_~`#>|:!\\[\\]()<>/=\"'&;.,\\\\ \\n\\t-]|«|»|а|Қ|x|1995\\. |- |https://a\\.kz|\\[\\^1\\]|: |<b>|</b>|<div>\
    |a\\.mp4|, - деді|\u{1BC9F}|\\x00|\\r\\n){0,80}";

proptest! {
    #[test]
    fn any_body_is_surveyed_and_rendered_the_same_way_twice(body in PIECES) {
        prop_assert_eq!(html(&body), html(&body));
        prop_assert_eq!(survey(&body), survey(&body));
        let _ = findings(&body);
    }

    #[test]
    fn the_anchors_of_the_survey_are_the_ids_that_are_written(body in "(# а|## b|\\[\\^1\\]|\\n\\[\\^1\\]: x|\\n|\\{#c\\}|fn 1|[*`> -]){0,30}") {
        let ids: usize = html(&body).matches(" id=\"").count();
        prop_assert_eq!(ids, survey(&body).anchors.len());
    }
}

#[test]
fn deep_and_long_bodies_take_their_time_but_not_more() {
    let many = |text: &str| text.repeat((1 << 18) / text.len());
    let bodies = [
        ("quotes", many(">")),
        ("quotes in lines", many(&format!("{}a\n", ">".repeat(1000)))),
        ("lists", many("- ")),
        ("numbers", many("1. ")),
        ("brackets", many("[")),
        ("links", many("[a](b)")),
        ("pictures", many("![")),
        ("nested pictures", format!("{}{}", "![".repeat(30_000), "](a)".repeat(30_000))),
        ("emphasis", many("*a ")),
        ("emphasis before suffixes", many("**«а»**ның ")),
        ("entities", many("&amp;")),
        ("addresses", many("https://a.kz/)")),
        ("parentheses", format!("https://a{}", many(")"))),
        ("headings", many("# a\n")),
        ("notes", format!("a[^1]\n\n{}", many("[^1]: a[^1]\n\n"))),
        ("references", format!("[^1]: x\n\n{}", many("a[^1]"))),
        ("many notes", (0..10_000).map(|n| format!("a[^{n}]\n\n[^{n}]: x\n\n")).collect()),
        ("tags", many("<b>")),
        ("blocks of tags", many("<div>\n")),
        ("open tags", many("<a b='")),
        (
            "open formatting",
            format!("{}{}", (0..1900).map(|n| format!("<b id={n}>")).collect::<String>(), many("\n\na")),
        ),
        ("comments", many("<!-- ")),
        ("scripts", many("a<script>")),
        ("href", many("href=\"/")),
        ("videos", many("https://youtu.be/a\n")),
        ("hyphens", many("- ")),
        ("quotation marks", many("\"")),
        ("dots", many("a...")),
        ("initials", many("К.")),
        ("dialogue", many("- а, - деді ол\n")),
        ("one long word", "ә".repeat(1 << 19)),
        ("table", format!("|{}\n|{}\n", "a|".repeat(1000), "-|".repeat(1000)) + &many("|a\n")),
    ];
    for (name, body) in bodies {
        let start = Instant::now();
        let (_, _) = (html(&body), survey(&body));
        set(&body);
        assert!(start.elapsed().as_secs() < 20, "{name} took {:?}", start.elapsed());
    }
}
