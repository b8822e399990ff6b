//! The words of a body as a reader sees them, block by block, with their places as written: what rules about wording
//! look at.

use crate::diagnostic::Span;
use crate::markdown::escapes::aligned;
use crate::markdown::events::Document;
use crate::markdown::fixup::Source;
use crate::markdown::nodes::{Node, is_inline, plain_text, split_at_end};
use crate::markdown::raw::{self, Piece};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// A run of text that stands for itself: a paragraph, a heading, an item, a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its place in the file.
    pub span: Span,
    /// Its words, in order.
    pub runs: Vec<Run>,
    /// Its links, in order.
    pub links: Vec<LinkText>,
    /// Its pictures, in order.
    pub pictures: Vec<PictureText>,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// A paragraph that stands in nothing else.
    Paragraph,
    /// A heading, with the number of the `#` before it; of an underlined one, the level that readers get.
    Heading(u8),
    /// A part of a list, a definition or a footnote.
    Item,
    /// A part of a quotation.
    Quote,
    /// A cell of a table.
    Cell,
}

/// Words in one piece.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// The words as read; the end of a line is a space.
    pub text: String,
    /// Their place in the file.
    pub span: Span,
    /// What they are.
    pub role: Role,
}

/// What words are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Prose.
    Words,
    /// Code, which no rule about wording touches.
    Code,
    /// An address that stands for itself.
    Address,
    /// Words that raw HTML marks as another language: `<span lang="en">`.
    Foreign,
    /// The end of a line.
    Break,
}

/// A link with its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkText {
    /// Its words; of a picture that is a link, nothing.
    pub text: String,
    /// Where it leads, as written.
    pub destination: String,
    /// The place of it all.
    pub span: Span,
}

/// A picture with its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PictureText {
    /// The alternative text.
    pub alt: String,
    /// The file, as written.
    pub file: String,
    /// The place of it all.
    pub span: Span,
}

impl Block {
    /// All its words, code and addresses included.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Its words, with spaces for code and addresses: as long as [`Block::text`].
    pub fn prose(&self) -> String {
        let prose = |run: &Run| match run.role {
            Role::Code | Role::Address => " ".repeat(run.text.len()),
            Role::Words | Role::Break | Role::Foreign => run.text.clone(),
        };
        self.runs.iter().map(prose).collect()
    }

    /// The place in the file of a part of [`Block::text`]: exact where the words stand as they are read, else that of the
    /// pieces that it lies in.
    pub fn place(&self, part: Range<usize>) -> Span {
        let mut at = 0;
        let mut place: Option<Span> = None;
        for run in &self.runs {
            let here = at..at + run.text.len();
            at = here.end;
            if part.start >= here.end || part.end <= here.start && part.end > part.start || part.end < here.start {
                continue;
            }
            let span = run.part(part.start.max(here.start) - here.start..part.end.min(here.end) - here.start);
            place = Some(place.map_or(span, |first| Span { start: first.start, end: span.end }));
        }
        place.unwrap_or(self.span)
    }
}

impl Run {
    /// Whether every byte read is a byte written, so that what is found can be replaced.
    pub fn is_exact(&self) -> bool {
        (self.span.end - self.span.start) as usize == self.text.len()
    }

    /// The place of a part of the text.
    pub fn part(&self, part: Range<usize>) -> Span {
        if !self.is_exact() {
            return self.span;
        }
        Span::new(part.start, part.end).shifted(self.span.start as usize)
    }
}

/// The words of a body that begins `offset` bytes into its file.
pub fn prose(body: &str, offset: usize) -> Vec<Block> {
    let source = Source::new(body);
    let document = Document::read(&source);
    let mut reader = Reader { body, offset, kinds: Vec::new(), blocks: Vec::new(), open: None, foreign: Vec::new() };
    document.parts().enumerate().for_each(|(part, nodes)| reader.part(part, nodes));
    reader.blocks
}

struct Reader<'a> {
    body: &'a str,
    offset: usize,
    /// What the text stands in, the innermost last.
    kinds: Vec<BlockKind>,
    blocks: Vec<Block>,
    open: Option<Block>,
    /// The elements of raw HTML that stand open from the one that marks a language on.
    foreign: Vec<String>,
}

impl Reader<'_> {
    fn part(&mut self, part: usize, mut rest: &[Node<'_>]) {
        self.kinds = if part == 0 { Vec::new() } else { vec![BlockKind::Item] };
        while let Some(((event, range), after)) = rest.split_first() {
            rest = after;
            match event {
                Event::Start(Tag::CodeBlock(_)) => rest = split_at_end(after, TagEnd::CodeBlock).1,
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let (alt, after) = split_at_end(after, TagEnd::Image);
                    let picture =
                        PictureText { alt: plain_text(alt), file: dest_url.to_string(), span: self.span(range) };
                    self.block(range).pictures.push(picture);
                    rest = after;
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let text = plain_text(split_at_end(after, TagEnd::Link).0);
                    let link = LinkText { text, destination: dest_url.to_string(), span: self.span(range) };
                    self.block(range).links.push(link);
                }
                Event::Start(tag) if !is_inline(&tag.to_end()) => self.enter(tag, range),
                Event::End(tag) if !is_inline(tag) => self.leave(),
                Event::Text(text) => self.run(text, range),
                Event::Code(text) => self.push(text, range, Role::Code),
                Event::SoftBreak | Event::HardBreak => self.push(" ", range, Role::Break),
                Event::Html(html) | Event::InlineHtml(html) => self.raw(html),
                _ => {}
            }
        }
        self.close();
    }

    fn enter(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        self.close();
        let inner = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        self.kinds.push(match tag {
            Tag::Heading { level, .. } => BlockKind::Heading(self.marks(range).unwrap_or(*level as u8)),
            Tag::BlockQuote(_) => BlockKind::Quote,
            Tag::TableCell => BlockKind::Cell,
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => BlockKind::Item,
            _ => inner,
        });
    }

    /// How many `#` a heading begins with; reading settles levels, and what was written is wanted here.
    fn marks(&self, range: &Range<usize>) -> Option<u8> {
        let marks = self.body.get(range.clone())?.bytes().take_while(|byte| *byte == b'#').count();
        u8::try_from(marks).ok().filter(|marks| *marks > 0)
    }

    fn leave(&mut self) {
        self.close();
        self.kinds.pop();
    }

    fn close(&mut self) {
        self.blocks.extend(self.open.take());
    }

    fn block(&mut self, range: &Range<usize>) -> &mut Block {
        let (span, kind) = (self.span(range), self.kinds.last().copied().unwrap_or(BlockKind::Paragraph));
        let empty = || Block { kind, span, runs: Vec::new(), links: Vec::new(), pictures: Vec::new() };
        let block = self.open.get_or_insert_with(empty);
        block.span.end = block.span.end.max(span.end);
        block
    }

    /// Words, or the address that is a link by itself.
    fn run(&mut self, text: &str, range: &Range<usize>) {
        let role = self.open.as_ref().and_then(|block| block.links.last()).map_or(Role::Words, |link| {
            let bare = link.text == text && link.destination.trim_start_matches("mailto:") == text;
            if bare { Role::Address } else { Role::Words }
        });
        let role = if self.foreign.is_empty() { role } else { Role::Foreign };
        let written = self.body.get(range.clone()).filter(|_| role == Role::Words).unwrap_or_default();
        match aligned(text, written) {
            Some(parts) => parts.into_iter().for_each(|(text, part)| {
                self.push(text, &(range.start + part.start..range.start + part.end), role);
            }),
            None => self.push(text, range, role),
        }
    }

    fn raw(&mut self, html: &str) {
        for piece in raw::pieces(html) {
            match piece {
                Piece::Open(tag) if tag.value("lang").is_some() || self.foreign.iter().any(|name| name == tag.name) => {
                    self.foreign.push(tag.name.to_owned());
                }
                Piece::Close(name) if self.foreign.last().is_some_and(|open| open == name) => _ = self.foreign.pop(),
                _ => {}
            }
        }
    }

    fn push(&mut self, text: &str, range: &Range<usize>, role: Role) {
        let run = Run { text: text.to_owned(), span: self.span(range), role };
        self.block(range).runs.push(run);
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(range.start, range.end).shifted(self.offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(body: &str) -> Vec<(BlockKind, String)> {
        prose(body, 0).into_iter().map(|block| (block.kind, block.text())).collect()
    }

    #[test]
    fn a_body_is_its_blocks() {
        let body = "# Тақырып\n\nБір **екі**\nүш `код`.\n\n- а\n- б\n\n  в\n\n> сөз\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```\nкод\n```\n";
        use BlockKind::{Cell, Heading, Item, Paragraph, Quote};
        let expected = [
            (Heading(1), "Тақырып"),
            (Paragraph, "Бір екі үш код."),
            (Item, "а"),
            (Item, "б"),
            (Item, "в"),
            (Quote, "сөз"),
            (Cell, "x"),
            (Cell, "y"),
            (Cell, "1"),
            (Cell, "2"),
        ];
        assert_eq!(told(body), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn a_part_of_a_text_has_its_place_in_the_file() {
        let body = "Бір **екі** үш &amp; төрт";
        let block = &prose(body, 100)[0];
        let text = block.text();
        let place = |words: &str| {
            let start = text.find(words).unwrap();
            let span = block.place(start..start + words.len());
            &body[span.start as usize - 100..span.end as usize - 100]
        };
        assert_eq!(place("Бір"), "Бір");
        assert_eq!(place("екі"), "екі");
        assert_eq!(place("Бір екі"), "Бір **екі");
        assert_eq!(place("&"), "&amp;");
        assert_eq!(place("төрт"), "төрт");
    }

    #[test]
    fn words_of_another_language_and_escaped_signs_stand_apart() {
        let told = |body: &str| {
            let runs = prose(body, 0).into_iter().flat_map(|block| block.runs);
            runs.map(|run| (run.text.clone(), run.role, run.is_exact())).collect::<Vec<_>>()
        };
        let own = |text: &str, exact| (text.to_owned(), Role::Words, exact);
        assert_eq!(told("а <i lang=\"en\">c</i> б")[1], ("c".to_owned(), Role::Foreign, true));
        assert_eq!(told("а <i>c</i> б")[1], own("c", true));
        assert_eq!(told("а \\\"б\\\""), [own("а ", true), own("\"", false), own("б", true), own("\"", false)]);
    }

    #[test]
    fn links_and_pictures_have_their_words() {
        let body = "[**здесь**](a.md) ![вид](b.jpg) https://c.kz";
        let block = &prose(body, 0)[0];
        let links: Vec<_> = block.links.iter().map(|link| (link.text.as_str(), link.destination.as_str())).collect();
        assert_eq!(links, [("здесь", "a.md"), ("https://c.kz", "https://c.kz")]);
        assert_eq!((block.pictures[0].alt.as_str(), block.pictures[0].file.as_str()), ("вид", "b.jpg"));
        assert_eq!(block.runs.last().map(|run| run.role), Some(Role::Address));
    }

    proptest! {
        #[test]
        fn every_place_lies_in_the_text(body in "(а|б|[*_`\\[\\]()!#> -]|\n|«|&amp;|\\\\){0,60}") {
            for block in prose(&body, 0) {
                let text = block.text();
                for start in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
                    let span = block.place(start..text.len());
                    prop_assert!(body.get(span.start as usize..span.end as usize).is_some());
                }
            }
        }
    }
}
