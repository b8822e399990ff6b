//! What planning needs to know of a body without rendering it.

use crate::diagnostic::{At, Checked, Code, Diagnostic, Place, Span};
use crate::markdown::address::Destination;
use crate::markdown::events::Document;
use crate::markdown::fixup::Source;
use crate::markdown::footnotes::{note_id, reference_id};
use crate::markdown::nodes::{Node, is_inline, plain_text, split_at_end};
use crate::markdown::passthrough::MOST_TAGS;
use crate::markdown::raw::{self, Piece};
use crate::markdown::sanitise::Element;
use crate::markdown::summary::shorten;
use crate::markdown::video;
use crate::markdown::word_count::WordCount;
use pulldown_cmark::{Event, Tag, TagEnd};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// What a body asks of the planner, and what it offers.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Survey {
    /// The destinations of all links, as written (entities decoded), in order; also those with a scheme, those of raw
    /// HTML, and fragments alone. Unsafe ones are findings instead.
    pub links: Vec<At<String>>,
    /// The pictures of this site, in order; also those of raw HTML.
    pub images: Vec<ImageUse>,
    /// The ids that rendering writes, in order: of headings, of raw HTML, of footnotes and of the references to them.
    pub anchors: Vec<String>,
    /// The plain text of the first paragraph that is text, at most 220 characters; empty when there is none.
    pub summary: String,
    /// How many words are read, code left out.
    pub words: u32,
}

/// A picture in a body.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ImageUse {
    /// The file as written.
    pub file: At<String>,
    /// Whether it is described.
    pub alt: Alt,
}

/// Whether a picture has an alternative text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Alt {
    /// It has.
    Given,
    /// It has none, or only white space.
    Empty,
}

/// Surveys a body that begins `offset` bytes into `file`; all places are places in the file, findings stand in their order.
pub fn survey(file: &Arc<str>, body: &str, offset: usize) -> Checked<Survey> {
    let source = Source::new(body);
    let document = Document::read(&source);
    let mut surveyor = Surveyor {
        file,
        body,
        offset,
        survey: Survey { summary: summary(&document.flow), ..Survey::default() },
        findings: Vec::new(),
        words: WordCount::default(),
        raw_tags: 0,
    };
    for line in &document.unsure {
        surveyor.find(Code::ListOrDialogue, line.clone(), |finding| finding);
    }
    surveyor.part(&document.flow);
    for (number, note) in (1..).zip(&document.notes) {
        surveyor.survey.anchors.push(note_id(number));
        surveyor.survey.anchors.extend((1..=note.references).map(|nth| reference_id(number, nth)));
        surveyor.part(&note.content);
    }
    surveyor.survey.words = surveyor.words.total();
    surveyor.findings.sort_by_key(|finding| finding.place.span);
    Checked::new(surveyor.survey, surveyor.findings)
}

/// The first paragraph that stands in nothing else and says something.
fn summary(mut rest: &[Node<'_>]) -> String {
    let mut depth = 0usize;
    while let Some(((event, _), after)) = rest.split_first() {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 && video::alone(after).is_none() => {
                let text = shorten(&plain_text(split_at_end(after, TagEnd::Paragraph).0));
                if !text.is_empty() {
                    return text;
                }
            }
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::Start(tag) if !is_inline(&tag.to_end()) => depth += 1,
            Event::End(tag) if !is_inline(tag) => depth = depth.saturating_sub(1),
            _ => {}
        }
        rest = after;
    }
    String::new()
}

struct Surveyor<'a> {
    file: &'a Arc<str>,
    body: &'a str,
    offset: usize,
    survey: Survey,
    findings: Vec<Diagnostic>,
    words: WordCount,
    raw_tags: usize,
}

impl Surveyor<'_> {
    fn part(&mut self, mut rest: &[Node<'_>]) {
        while let Some(((event, range), after)) = rest.split_first() {
            rest = after;
            match event {
                Event::Text(text) | Event::Code(text) => self.words.read(text),
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let (alt, after) = split_at_end(after, TagEnd::Image);
                    let place = self.place_of(dest_url, range, alt);
                    let alt = plain_text(alt);
                    self.image(dest_url, &alt, place);
                    rest = after;
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let (text, _) = split_at_end(after, TagEnd::Link);
                    let place = self.place_of(dest_url, range, text);
                    self.link(dest_url, place);
                }
                Event::Start(Tag::Heading { id: Some(id), .. }) => self.survey.anchors.push(String::from(&**id)),
                Event::Start(Tag::CodeBlock(_)) => rest = split_at_end(after, TagEnd::CodeBlock).1,
                Event::Html(html) | Event::InlineHtml(html) => self.raw(html, range),
                Event::SoftBreak | Event::HardBreak => self.words.end_word(),
                Event::End(tag) if !is_inline(tag) => self.words.end_word(),
                _ => {}
            }
        }
        self.words.end_word();
    }

    /// Where a destination is written: behind the text of its link; for a reference the link itself.
    fn place_of(&self, destination: &str, link: &Range<usize>, text: &[Node<'_>]) -> Range<usize> {
        let shown = text.last().map_or(link.start, |(_, last)| last.end);
        // A bare address is its own text.
        [shown, link.start]
            .into_iter()
            .find_map(|from| self.find_in(destination, from..link.end))
            .unwrap_or(link.clone())
    }

    fn find_in(&self, text: &str, range: Range<usize>) -> Option<Range<usize>> {
        let at = range.start + self.body.get(range)?.find(text)?;
        Some(at..at + text.len())
    }

    fn link(&mut self, destination: &str, place: Range<usize>) {
        match Destination::of(destination) {
            Destination::Unsafe => self.unsafe_url(destination, place),
            _ => self.survey.links.push(At::new(destination.to_owned(), self.span(place))),
        }
    }

    /// Pictures from elsewhere are never shown: they would tell their host who reads.
    fn image(&mut self, file: &str, alt: &str, place: Range<usize>) {
        match Destination::of(file) {
            Destination::Local if !file.starts_with("//") => {
                let alt = if alt.trim().is_empty() { Alt::Empty } else { Alt::Given };
                self.survey.images.push(ImageUse { file: At::new(file.to_owned(), self.span(place)), alt });
            }
            Destination::Unsafe => self.unsafe_url(file, place),
            _ => {
                self.find(Code::MissingImage, place, |finding| finding.with("file", file).with("nearest", "elsewhere"))
            }
        }
    }

    fn raw(&mut self, html: &str, range: &Range<usize>) {
        let exact = self.body.get(range.clone()) == Some(html);
        let place = |part: &Range<usize>| match exact {
            true => range.start + part.start..range.start + part.end,
            false => range.clone(),
        };
        for piece in raw::pieces(html) {
            match piece {
                Piece::Text(text) => self.words.read(text),
                Piece::Open(tag) => {
                    let written = html.get(tag.range.clone()).unwrap_or_default();
                    self.raw_tag(&tag, written, &place);
                }
                Piece::Close(_) => {}
            }
        }
    }

    fn raw_tag(&mut self, tag: &raw::Tag<'_>, written: &str, place: &dyn Fn(&Range<usize>) -> Range<usize>) {
        self.raw_tags += 1;
        let element = Element::find(tag.name).filter(|_| self.raw_tags <= MOST_TAGS);
        let allowed =
            element.is_some_and(|element| tag.attributes.iter().all(|one| element.attribute(one.name).is_some()));
        if !allowed && self.raw_tags <= MOST_TAGS + 1 {
            let shown: String = written.trim_end().chars().take(80).collect();
            self.find(Code::HtmlRemoved, place(&tag.range), |finding| finding.with("html", shown));
        }
        let Some(element) = element else { return };
        for one in &tag.attributes {
            let value = tag.value(one.name).unwrap_or_default();
            match (element.name, element.attribute(one.name)) {
                ("a", Some("href")) => self.link(value.trim(), place(&one.range)),
                ("img", Some("src")) => {
                    let alt = tag.value("alt").unwrap_or_default();
                    self.image(value.trim(), &alt, place(&one.range));
                }
                ("img", _) => {}
                (_, Some("id")) => self.survey.anchors.push(value.into_owned()),
                _ => {}
            }
        }
    }

    fn unsafe_url(&mut self, url: &str, place: Range<usize>) {
        self.find(Code::UnsafeUrl, place, |finding| finding.with("url", url).with("why", "scheme"));
    }

    fn find(&mut self, code: Code, place: Range<usize>, fill: impl FnOnce(Diagnostic) -> Diagnostic) {
        let place = Place::new(Arc::clone(self.file), self.span(place));
        self.findings.push(fill(Diagnostic::new(code, place)));
    }

    fn span(&self, place: Range<usize>) -> Span {
        Span::new(place.start, place.end).shifted(self.offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tests::{findings, survey};

    fn links(body: &str) -> Vec<(String, &str)> {
        let place = |span: Span| body.get(span.start as usize..span.end as usize).unwrap_or_default();
        survey(body).links.into_iter().map(|link| (link.value, place(link.span))).collect()
    }

    #[test]
    fn every_link_is_told_with_the_place_of_its_destination() {
        let body = "**«А»**ның [other.md](other.md \"t\") <https://a.kz> https://b.kz.\n\n[c][d] <e@f.kz> [g](#h) <a href=\"i&amp;j\">k</a>\n\n[d]: l.md\n";
        let expected = [
            ("other.md", "other.md"),
            ("https://a.kz", "https://a.kz"),
            ("https://b.kz", "https://b.kz"),
            ("l.md", "[c][d]"),
            ("mailto:e@f.kz", "<e@f.kz>"),
            ("#h", "#h"),
            ("i&j", "i&amp;j"),
        ];
        assert_eq!(links(body), expected.map(|(link, place)| (link.to_owned(), place)));
        assert_eq!(survey(body).links.first().map(|link| link.span), Some(Span::new(28, 36)));
    }

    #[test]
    fn places_are_places_in_the_file() {
        let checked = super::survey(&Arc::from("ru.md"), "[a](b) [c](data:x)", 100);
        assert_eq!(checked.value.links.first().map(|link| link.span), Some(Span::new(104, 105)));
        let place = checked.findings.first().map(|finding| finding.place.clone());
        assert_eq!(place, Some(Place::new("ru.md", Span::new(111, 117))));
    }

    #[test]
    fn pictures_are_told_with_what_describes_them() {
        let body = "![a](one.jpg)\n![ ](two.jpg) <img src=\"three.jpg\" alt=\"\">\n\n[![b](four.jpg)](c.md)";
        let images: Vec<_> = survey(body).images.into_iter().map(|image| (image.file.value, image.alt)).collect();
        let expected =
            [("one.jpg", Alt::Given), ("two.jpg", Alt::Empty), ("three.jpg", Alt::Empty), ("four.jpg", Alt::Given)];
        assert_eq!(images, expected.map(|(file, alt)| (file.to_owned(), alt)));
        assert_eq!(links(body), [("c.md".to_owned(), "c.md")]);
    }

    #[test]
    fn pictures_from_elsewhere_are_missing() {
        assert_eq!(findings("![a](https://b.kz/c.jpg)"), ["missing-image: https://b.kz/c.jpg"]);
        assert_eq!(findings("<img src=//b.kz/c.jpg>"), ["missing-image: //b.kz/c.jpg"]);
        assert_eq!(findings("![a](data:image/png,x)"), ["unsafe-url: data:image/png,x"]);
    }

    #[test]
    fn findings_stand_in_their_order_in_the_file() {
        let body = "[a](vbscript:b)\n\n- А! - Б\n\n<font>c</font> [d](java&#10;script:e)";
        assert_eq!(
            findings(body),
            [
                "unsafe-url: vbscript:b",
                "list-or-dialogue: - А! - Б",
                "html-removed: <font>",
                "unsafe-url: [d](java&#10;script:e)"
            ]
        );
    }

    #[test]
    fn the_summary_is_the_first_paragraph_that_is_text() {
        let body = "# Тақырып\n\n![a](b.jpg)\n\nhttps://youtu.be/a\n\n> сөз\n\n- тізім\n\n```\nкод\n```\n\n<div>x</div>\n\n\
                    Бұл **«Қазақтану»**ның\n[мәні](a.md)[^1] ![сурет](c.jpg).\n\nКелесі\n\n[^1]: Ескерту\n";
        assert_eq!(survey(body).summary, "Бұл «Қазақтану»ның мәні .");
        assert_eq!(survey("# a").summary, "");
        assert_eq!(survey("- Иә, - деді ол.").summary, "— Иә, - деді ол.");
    }

    #[test]
    fn words_are_counted_as_they_are_read() {
        assert_eq!(survey("**«Қазақтану»**ның мәні — зор\nекі\n\n- үш\n- төрт `код`").words, 7);
        assert_eq!(survey("```\na b\n```\n\n![c d](e)\n").words, 0);
    }
}
