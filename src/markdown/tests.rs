//! A small world for the tests of this folder, and what holds of every body.

use crate::diagnostic::Span;
use crate::language::Language;
use crate::markdown::{Addresses, LinkTo, Picture, Refs, Survey, Words, render};
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
    render(body, &refs(), &words(), Addresses::Local, &mut out);
    out
}

pub fn survey(body: &str) -> Survey {
    crate::markdown::survey(&Arc::from("ru.md"), body, 0).value
}

/// Each finding's code and the text that it points at.
pub fn findings(body: &str) -> Vec<String> {
    let text = |span: Span| &body[span.start as usize..span.end as usize];
    let findings = crate::markdown::survey(&Arc::from("ru.md"), body, 0).findings;
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
    let mega = 1 << 20;
    let many = |text: &str| text.repeat(mega / text.len());
    let bodies = [
        ("quotes", many(">")),
        ("quotes in lines", many(&format!("{}a\n", ">".repeat(1000)))),
        ("lists", many("- ")),
        ("numbers", many("1. ")),
        ("brackets", many("[")),
        ("links", many("[a](b)")),
        ("pictures", many("![")),
        ("nested pictures", format!("{}{}", "![".repeat(100_000), "](a)".repeat(100_000))),
        ("emphasis", many("*a ")),
        ("emphasis before suffixes", many("**«а»**ның ")),
        ("entities", many("&amp;")),
        ("addresses", many("https://a.kz/)")),
        ("parentheses", format!("https://a{}", many(")"))),
        ("headings", many("# a\n")),
        ("notes", format!("a[^1]\n\n{}", many("[^1]: a[^1]\n\n"))),
        ("references", format!("[^1]: x\n\n{}", many("a[^1]"))),
        ("many notes", (0..60_000).map(|n| format!("a[^{n}]\n\n[^{n}]: x\n\n")).collect()),
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
        ("dialogue", many("- а, - деді ол\n")),
        ("one long word", many("ә")),
        ("table", format!("|{}\n|{}\n", "a|".repeat(1000), "-|".repeat(1000)) + &many("|a\n")),
    ];
    let mut slow = Vec::new();
    for (name, body) in bodies {
        let start = Instant::now();
        let text = html(&body);
        let rendered = start.elapsed();
        let _ = survey(&body);
        let took = start.elapsed();
        eprintln!("{name}: {took:?} (render {rendered:?}), {} bytes", text.len());
        if took.as_secs() > 20 {
            slow.push(name);
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}

#[test]
#[ignore = "bench"]
fn bench() {
    let paragraph = "Қазақстан халқы Ассамблеясының **«Біртұтас қоғам»**ға арналған [кездесуі](other.md) өтті. \
        Әкім «ынтымақ – береке» деп атап өтті, шараға 200-ге жуық адам қатысты. https://assembly.kz/ru/news сайтында толығырақ.\n\n";
    let body = format!(
        "# Тақырып\n\n{}- Иә, - деді әкім.\n\n![Сурет](known.jpg \"Т\")\n\n{}",
        paragraph.repeat(8),
        paragraph.repeat(7)
    );
    let (refs, words) = (refs(), words());
    let plain = body.replace("https://", "");
    let plain = plain.replace("**ға", "** ға").replace("- Иә", "Иә");
    for (name, body) in [("all", &body), ("plain", &plain), ("raw", &format!("{body}<b>x</b>"))] {
        let mut out = String::new();
        let mut best = [u128::MAX; 4];
        for _ in 0..200 {
            let times: [u128; 4] = [
                {
                    let s = Instant::now();
                    std::hint::black_box(pulldown_cmark::Parser::new(body).into_offset_iter().count());
                    s.elapsed().as_nanos()
                },
                {
                    let s = Instant::now();
                    let source = crate::markdown::fixup::Source::new(body);
                    std::hint::black_box(crate::markdown::events::Document::read(&source).flow.len());
                    s.elapsed().as_nanos()
                },
                {
                    let s = Instant::now();
                    out.clear();
                    render(body, &refs, &words, Addresses::Local, &mut out);
                    s.elapsed().as_nanos()
                },
                {
                    let s = Instant::now();
                    std::hint::black_box(survey(body));
                    s.elapsed().as_nanos()
                },
            ];
            for (b, t) in best.iter_mut().zip(times) {
                *b = (*b).min(t);
            }
        }
        {
            use crate::markdown::*;
            let t = |what: &str, f: &mut dyn FnMut()| {
                let mut best = u128::MAX;
                for _ in 0..200 {
                    let s = Instant::now();
                    f();
                    best = best.min(s.elapsed().as_nanos());
                }
                eprintln!("  {what} {best}");
            };
            t("source", &mut || {
                std::hint::black_box(fixup::Source::new(body).text().len());
            });
            let source = fixup::Source::new(body);
            eprintln!("  node {} bytes, {} nodes", size_of::<events::Node>(), events::parse(&source).len());
            t("parse", &mut || {
                std::hint::black_box(events::parse(&source).len());
            });
            let nodes = events::parse(&source);
            t("clone", &mut || {
                std::hint::black_box(nodes.clone().len());
            });
            t("lists+clone", &mut || {
                std::hint::black_box(lists::dissolve(nodes.clone(), body).0.len());
            });
            t("video+clone", &mut || {
                std::hint::black_box(video::set_apart(nodes.clone(), body).len());
            });
            t("links+clone", &mut || {
                std::hint::black_box(links::autolink(nodes.clone(), body).len());
            });
            t("notes+clone", &mut || {
                std::hint::black_box(footnotes::gather(nodes.clone()).0.len());
            });
            t("headings+clone", &mut || {
                let mut n = nodes.clone();
                headings::settle(&mut n, &mut []);
                std::hint::black_box(n.len());
            });
            let document = events::Document::read(&source);
            t("html", &mut || {
                out.clear();
                html::write(&document, &refs, &words, &mut out);
            });
            t("summary", &mut || {
                std::hint::black_box(summary::shorten(body));
            });
        }
        eprintln!(
            "{name}: {} bytes; parse {}, read {}, render {}, survey {} ns",
            body.len(),
            best[0],
            best[1],
            best[2],
            best[3]
        );
    }
}
