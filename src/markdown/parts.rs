//! Marks what a voice must be told of a body: Kazakh in other languages, and an abbreviation where it first stands.
//!
//! A pass over the stream as it will be read, for pages alone. What it puts in stands at no place of the body.

use crate::language::parts::{abbreviations, kazakh};
use crate::language::typography::FIXED;
use crate::markdown::events::Document;
use crate::markdown::masked::Masked;
use crate::markdown::nodes::{Node, ends_line};
use crate::markdown::raw::{self, Piece};
use crate::markdown::refs::Parts;
use crate::markdown::writer::{KAZAKH, attribute};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::collections::BTreeSet;
use std::ops::Range;

/// Marks the parts of a body.
pub fn mark(document: &mut Document<'_>, parts: &Parts) {
    // A Kazakh text that has no abbreviations has nothing to mark.
    if parts.language.primary() != "kk" || !parts.abbreviations.is_empty() {
        let mut marker = Marker { parts, told: BTreeSet::new() };
        document.parts_mut().for_each(|nodes| marker.mark(nodes));
    }
}

struct Marker<'p> {
    parts: &'p Parts,
    /// The abbreviations that were told.
    told: BTreeSet<&'p str>,
}

/// What to put around a part of a node's text.
struct Mark<'p> {
    node: usize,
    range: Range<usize>,
    /// What an abbreviation stands for; nothing for Kazakh.
    meaning: Option<&'p str>,
}

/// The text of a block, read as one, with the nodes that have it.
#[derive(Default)]
struct Line {
    text: String,
    /// What editors explained by hand: part of the text, and marked already.
    explained: Vec<String>,
    pieces: Vec<(usize, Range<usize>)>,
}

impl<'p> Marker<'p> {
    fn mark(&mut self, nodes: &mut Vec<Node<'_>>) {
        let (mut marks, mut line) = (Vec::new(), Line::default());
        let (mut start, mut in_heading) = (0, false);
        while let Some(rest) = nodes.get(start..).filter(|rest| !rest.is_empty()) {
            let length = rest.iter().position(|(event, _)| ends_line(event)).unwrap_or(rest.len());
            line.read(rest.get(..length).unwrap_or_default(), start);
            self.find(&line, in_heading, &mut marks);
            let after = rest.get(length..).unwrap_or_default();
            in_heading = matches!(after.first(), Some((Event::Start(Tag::Heading { .. }), _)));
            let code = matches!(after.first(), Some((Event::Start(Tag::CodeBlock(_)), _)));
            let skipped = if code { length_to(after, TagEnd::CodeBlock) } else { 0 };
            start += length + skipped + 1;
        }
        if !marks.is_empty() {
            *nodes = split(std::mem::take(nodes), &marks);
        }
    }

    /// Adds the marks of a line, in the order of its nodes.
    fn find(&mut self, line: &Line, in_heading: bool, marks: &mut Vec<Mark<'p>>) {
        let by_hand = line.explained.iter().filter_map(|text| self.parts.abbreviations.get_key_value(text.trim()));
        self.told.extend(by_hand.map(|(short, _)| short.as_str()));
        let kazakh = kazakh(self.parts.language, &line.text);
        let first = marks.len();
        for (node, place) in &line.pieces {
            let own = kazakh.iter().map(|part| part.start.max(place.start)..part.end.min(place.end));
            let own = own.filter(|part| line.text.get(part.clone()).is_some_and(|text| !text.trim().is_empty()));
            let within = |part: Range<usize>| part.start - place.start..part.end - place.start;
            marks.extend(own.map(|part| Mark { node: *node, range: within(part), meaning: None }));
            if !in_heading {
                self.tell(line.text.get(place.clone()).unwrap_or_default(), *node, marks);
            }
        }
        if let Some(marks) = marks.get_mut(first..) {
            marks.sort_by_key(|mark| (mark.node, mark.range.start));
        }
    }

    /// Adds the abbreviations that stand in a node for the first time. What is Kazakh has none of this language.
    fn tell(&mut self, text: &str, node: usize, marks: &mut Vec<Mark<'p>>) {
        for (range, short, meaning) in abbreviations(text, &self.parts.abbreviations) {
            let of_node = marks.iter().rev().take_while(|mark| mark.node == node);
            let is_free = !of_node.into_iter().any(|mark| mark.range.start < range.end && range.start < mark.range.end);
            if is_free && self.told.insert(short) {
                marks.push(Mark { node, range, meaning: Some(meaning) });
            }
        }
    }
}

impl Line {
    /// Reads the nodes between two ends of blocks, the first of which has the number `first`.
    fn read(&mut self, nodes: &[Node<'_>], first: usize) {
        self.text.clear();
        self.pieces.clear();
        self.explained.clear();
        let (mut masked, mut in_abbreviation, mut at) = (Masked::default(), false, 0);
        while let Some((event, _)) = nodes.get(at) {
            match event {
                Event::Text(text) if !masked.is_open() && in_abbreviation => {
                    self.text.push_str(text);
                    self.explained.push(text.to_string());
                }
                Event::Text(text) if !masked.is_open() => {
                    let start = self.text.len();
                    self.text.push_str(text);
                    self.pieces.push((first + at, start..self.text.len()));
                }
                Event::SoftBreak | Event::HardBreak => self.text.push('\n'),
                Event::Start(Tag::Image { .. }) => {
                    self.text.push(FIXED);
                    at += length_to(nodes.get(at..).unwrap_or_default(), TagEnd::Image);
                }
                Event::Start(Tag::Link { link_type, .. }) => masked.link(*link_type),
                Event::End(TagEnd::Link) => masked.end_link(),
                Event::InlineHtml(html) => {
                    masked.html(html);
                    in_abbreviation = raw::pieces(html).iter().fold(in_abbreviation, |open, piece| match piece {
                        Piece::Open(tag) if tag.name.eq_ignore_ascii_case("abbr") => true,
                        Piece::Close(name) if name.eq_ignore_ascii_case("abbr") => false,
                        _ => open,
                    });
                }
                Event::Text(_) | Event::Code(_) | Event::FootnoteReference(_) => self.text.push(FIXED),
                _ => {}
            }
            at += 1;
        }
    }
}

/// How far from the start of an element, with which nodes begin, its end is; pictures may stand in each other.
fn length_to(nodes: &[Node<'_>], end: TagEnd) -> usize {
    let mut depth = 0usize;
    let ends = |(event, _): &Node<'_>| {
        match event {
            Event::Start(tag) if tag.to_end() == end => depth += 1,
            Event::End(tag) if *tag == end => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    nodes.iter().position(ends).unwrap_or(nodes.len())
}

/// The nodes with the marks, which are in order, around what they mark.
fn split<'a>(nodes: Vec<Node<'a>>, mut marks: &[Mark<'_>]) -> Vec<Node<'a>> {
    let mut done = Vec::with_capacity(nodes.len() + 4 * marks.len());
    for (number, node) in nodes.into_iter().enumerate() {
        let (own, rest) = marks.split_at(marks.iter().take_while(|mark| mark.node == number).count());
        marks = rest;
        match node {
            (Event::Text(text), place) if !own.is_empty() => split_text(&text, place, own, &mut done),
            node => done.push(node),
        }
    }
    done
}

fn split_text<'a>(text: &CowStr<'a>, place: Range<usize>, marks: &[Mark<'_>], done: &mut Vec<Node<'a>>) {
    let nowhere = place.start..place.start;
    let plain = |part: Range<usize>, done: &mut Vec<Node<'a>>| {
        if !part.is_empty() {
            done.push((Event::Text(sliced(text, part)), place.clone()));
        }
    };
    let mut told = 0;
    for Mark { range, meaning, .. } in marks {
        plain(told..range.start, done);
        let (open, close) = match meaning {
            None => (CowStr::Borrowed(KAZAKH), "</span>"),
            Some(meaning) => (CowStr::from(abbr(meaning)), "</abbr>"),
        };
        done.push((Event::InlineHtml(open), nowhere.clone()));
        plain(range.clone(), done);
        done.push((Event::InlineHtml(CowStr::Borrowed(close)), nowhere.clone()));
        told = range.end;
    }
    plain(told..text.len(), done);
}

fn abbr(meaning: &str) -> String {
    let mut tag = "<abbr".to_owned();
    attribute(&mut tag, "title", meaning);
    tag.push('>');
    tag
}

fn sliced<'a>(text: &CowStr<'a>, part: Range<usize>) -> CowStr<'a> {
    match text {
        CowStr::Borrowed(text) => CowStr::Borrowed(text.get(part).unwrap_or_default()),
        text => CowStr::from(text.get(part).unwrap_or_default().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::markdown::refs::Parts;
    use crate::markdown::render::{Addresses, render};
    use crate::markdown::setting::Setting;
    use crate::markdown::tests::{html, refs, words};
    use proptest::prelude::*;

    fn marked(language: &str, body: &str) -> String {
        let language = Language::parse(language).unwrap();
        let list = [("АНК", "Ассамблея \"народа\""), ("ҚХА", "Қазақстан халқы Ассамблеясы"), ("КГУ", "Учреждение")];
        let abbreviations = list.map(|(short, long)| (short.to_owned(), long.to_owned())).into();
        let mut out = String::new();
        let parts = Parts { language, abbreviations };
        let setting = Setting { parts: Some(&parts), ..Setting::default() };
        render(body, &refs(), &words(), setting, Addresses::Local, &mut out);
        out.replace("<span lang=\"kk\">", "⟦").replace("</span>", "⟧")
    }

    /// The HTML without what was put in.
    fn bare(html: &str) -> String {
        let mut bare = html.replace(['⟦', '⟧'], "").replace("</abbr>", "");
        while let Some(start) = bare.find("<abbr title=") {
            let end = bare[start..].find('>').unwrap();
            bare.replace_range(start..=start + end, "");
        }
        bare
    }

    #[test]
    fn kazakh_words_are_marked_across_emphasis_links_and_lines() {
        assert_eq!(
            marked("ru", "Проект «Ана **тілі**» и\n[Әлия Әбішева](other.md), *«Қазақ\nелі»*."),
            "<p>Проект «⟦Ана ⟧<strong>⟦тілі⟧</strong>» и\n<a href=\"/ru/other/\" hreflang=\"ru\">⟦Әлия Әбішева⟧</a>, \
             <em>«⟦Қазақ⟧\n⟦елі⟧»</em>.</p>\n"
        );
        assert_eq!(marked("en", "# The Қазақтану day"), "<h2 id=\"the-қазақтану-day\">The ⟦Қазақтану⟧ day</h2>\n");
        assert_eq!(marked("ru", "- Қыз\n- Сын[^1]\n\n[^1]: Ұл\n").matches('⟦').count(), 2);
    }

    #[test]
    fn code_addresses_raw_html_and_pictures_have_no_marks() {
        for body in [
            "`Қазақ АНК`",
            "```\nҚазақ АНК\n```",
            "    Қазақ АНК",
            "<https://a.kz/Қазақ-АНК>",
            "https://a.kz/Қазақ",
            "<code>Қазақ АНК</code> <span lang=\"kk\">Қазақ АНК</span>",
            "<div>\nҚазақ АНК\n</div>",
            "![Қазақ АНК](known.jpg)",
            "![Қазақ ![АНК](known.jpg) Ә](known.jpg)",
        ] {
            assert_eq!(bare(&marked("ru", body)), bare(&marked("kk-Latn", body)), "{body}");
            assert!(!marked("ru", body).replace("⟦Қазақ АНК⟧ ", "").contains("<abbr"), "{body}");
        }
    }

    #[test]
    fn an_abbreviation_is_told_where_it_first_stands_in_the_text() {
        let told = "<abbr title=\"Ассамблея &quot;народа&quot;\">АНК</abbr>";
        assert_eq!(
            marked("ru", "# АНК\n\n«АНК» и АНК, БАНК\n"),
            format!("<h2 id=\"анк\">АНК</h2>\n<p>«{told}» и АНК, БАНК</p>\n")
        );
        assert_eq!(marked("ru", "а[^1]\n\n[^1]: АНК\n\nАНК").matches("<abbr").count(), 1);
        assert_eq!(
            marked("kk", "ҚХА-ның [ҚХА](other.md)"),
            "<p><abbr title=\"Қазақстан халқы Ассамблеясы\">ҚХА</abbr>-ның <a href=\"/ru/other/\" hreflang=\"ru\">ҚХА</a></p>\n"
        );
        assert_eq!(marked("ru", "ҚХА или АНК"), format!("<p>⟦ҚХА⟧ или {told}</p>\n"));
    }

    #[test]
    fn a_caption_is_marked_and_an_alternative_text_is_not() {
        let figure = marked("ru", "![Зал «Достық»](known.jpg \"Зал «Достық»\")");
        assert_eq!(figure.matches('⟦').count(), 1);
        assert!(figure.contains("<figcaption>Зал «⟦Достық⟧»</figcaption>"), "{figure}");
    }

    proptest! {
        #[test]
        fn without_the_marks_the_text_is_what_it_was(
            body in "(\\*\\*|[*_`#>|!\\[\\]()<>\"&;.,\\\\ \\n-]|«|»|„|“|а|Қазақ|тілі|АНК|ҚХА-ның|и|x|1995\\. |- |https://a\\.kz|\\[\\^1\\]|&quot;|<b>|</b>|<code>|\\x00){0,60}",
            language in "(ru|kk|en|ky)",
        ) {
            let plain = html(&body);
            prop_assert_eq!(bare(&marked(&language, &body)), plain);
        }
    }
}
