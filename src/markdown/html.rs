//! Writes the HTML of a body. Text and attributes are escaped here and nowhere else; nothing is written that was not
//! either decided here or resolved by the planner.

use crate::language::Direction;
use crate::markdown::events::Document;
use crate::markdown::footnotes::{Note, reference_id};
use crate::markdown::nodes::{Node, is_inline};
use crate::markdown::raw;
use crate::markdown::refs::{Refs, Words};
use crate::markdown::setting::Setting;
use crate::markdown::writer::{Writer, attribute};
use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};
use std::fmt::Write;

/// Quotes and lists within quotes and lists are shown to this depth; what is deeper stands beside its parent.
const MOST_NESTED: usize = 32;

/// How many events after a `<script>` within a line are searched for its end.
const MOST_HIDDEN: usize = 100;

/// Writes a body, set and marked as `setting` says.
pub fn write<'a>(
    document: &'a Document<'a>,
    refs: &'a Refs,
    words: &'a Words,
    setting: Setting<'_>,
    out: &'a mut String,
) {
    let mut writer = Writer::new(refs, words, setting, out);
    writer.flow(&document.flow);
    writer.notes(&document.notes);
}

impl<'a> Writer<'a> {
    fn flow(&mut self, mut rest: &'a [Node<'a>]) {
        while let Some(((event, range), after)) = rest.split_first() {
            rest = match event {
                Event::Start(Tag::Paragraph) => self.paragraph(after),
                Event::Start(Tag::Image { dest_url, .. }) => self.inline_picture(dest_url, after),
                Event::Start(Tag::CodeBlock(kind)) => self.code(kind, after),
                Event::Start(Tag::TableCell) => self.start_cell(after),
                // What stands at no place of the body is ours.
                Event::InlineHtml(html) if range.is_empty() => {
                    self.out.push_str(html);
                    after
                }
                Event::InlineHtml(html) => self.inline_html(html, after),
                other => {
                    self.event(other);
                    after
                }
            }
        }
    }

    fn event(&mut self, event: &'a Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.text(text),
            Event::Code(text) => {
                self.out.push_str("<code>");
                self.text(text);
                self.out.push_str("</code>");
            }
            Event::Html(html) => self.raw(html),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::FootnoteReference(mark) => self.reference(mark),
            _ => {}
        }
    }

    fn start(&mut self, tag: &'a Tag<'_>) {
        match tag {
            Tag::Heading { level, id, classes, .. } => {
                self.out.push('<');
                self.out.push_str(element(*level));
                attribute(self.out, "id", id.as_deref().unwrap_or_default());
                if !classes.is_empty() {
                    attribute(self.out, "class", &classes.join(" "));
                }
                self.out.push('>');
            }
            Tag::BlockQuote(_) => self.enter("<blockquote>\n"),
            Tag::List(None) => self.enter("<ul>\n"),
            Tag::List(Some(1)) => self.enter("<ol>\n"),
            Tag::List(Some(start)) => self.enter(&format!("<ol start=\"{start}\">\n")),
            Tag::DefinitionList => self.enter("<dl>\n"),
            Tag::Item => self.if_shown("<li>"),
            Tag::DefinitionListTitle => self.if_shown("<dt>"),
            Tag::DefinitionListDefinition => self.if_shown("<dd>"),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.out.push_str("<div class=\"table\" role=\"group\" tabindex=\"0\"");
                attribute(self.out, "aria-label", &self.words.table);
                self.out.push_str("><table>\n");
            }
            Tag::TableHead => self.start_row("<thead><tr>", "th"),
            Tag::TableRow => self.start_row("<tr>", "td"),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(*link_type, dest_url, title),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if !is_inline(&tag) {
            self.end_raw();
        }
        match tag {
            TagEnd::Paragraph => self.out.push_str("</p>\n"),
            TagEnd::Heading(level) => {
                self.close_tag(element(level));
                self.out.push('\n');
            }
            TagEnd::BlockQuote(_) => self.leave("</blockquote>\n"),
            TagEnd::List(false) => self.leave("</ul>\n"),
            TagEnd::List(true) => self.leave("</ol>\n"),
            TagEnd::DefinitionList => self.leave("</dl>\n"),
            TagEnd::Item => self.if_shown("</li>\n"),
            TagEnd::DefinitionListTitle => self.if_shown("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.if_shown("</dd>\n"),
            TagEnd::Table => self.out.push_str("</tbody></table></div>\n"),
            TagEnd::TableHead => self.out.push_str("</tr></thead><tbody>\n"),
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => self.close_tag(self.cell),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link if self.links.pop() == Some(true) => self.out.push_str("</a>"),
            _ => {}
        }
    }

    /// Skips an element that holds no markup; other tags are copied.
    fn inline_html(&mut self, html: &str, after: &'a [Node<'a>]) -> &'a [Node<'a>] {
        let name = html.trim_start_matches('<').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if raw::holds_text(name) {
            return after_element(name, after).unwrap_or(after);
        }
        self.raw(html);
        after
    }

    fn start_row(&mut self, html: &str, cell: &'static str) {
        self.column = 0;
        self.row = cell;
        self.out.push_str(html);
    }

    /// An empty cell of the head heads nothing.
    fn start_cell(&mut self, after: &'a [Node<'a>]) -> &'a [Node<'a>] {
        let is_empty = matches!(after.first(), Some((Event::End(TagEnd::TableCell), _)));
        self.cell = if is_empty { "td" } else { self.row };
        self.out.push_str(if self.cell == "th" { "<th scope=\"col\"" } else { "<td" });
        match self.alignments.get(self.column) {
            Some(Alignment::Left) => self.out.push_str(" class=\"align-start\">"),
            Some(Alignment::Center) => self.out.push_str(" class=\"align-center\">"),
            Some(Alignment::Right) => self.out.push_str(" class=\"align-end\">"),
            _ => self.out.push('>'),
        }
        self.column += 1;
        after
    }

    /// A link that shows its address keeps the order of that.
    fn start_link(&mut self, kind: LinkType, destination: &str, title: &str) {
        let link = self.resolve(destination);
        self.links.push(link.is_some());
        let Some(link) = link else { return };
        self.out.push_str("<a");
        self.href(&link);
        if self.direction == Direction::Rtl && matches!(kind, LinkType::Autolink | LinkType::Email) {
            attribute(self.out, "dir", "ltr");
        }
        if !title.is_empty() {
            attribute(self.out, "title", title);
        }
        self.out.push('>');
    }

    fn reference(&mut self, mark: &str) {
        let number = mark.split('-').next().unwrap_or_default();
        let _ = write!(self.out, "<sup id=\"fnref-{mark}\" class=\"footnote-ref\">");
        let _ = match self.links.last() {
            Some(true) => write!(self.out, "{number}</sup>"),
            _ => write!(self.out, "<a href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"),
        };
    }

    fn notes(&mut self, notes: &'a [Note<'a>]) {
        if notes.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<h2 class=\"visually-hidden\">");
        self.text(&self.words.footnotes);
        self.out.push_str("</h2>\n<ol>\n");
        for (number, note) in (1..).zip(notes) {
            self.note(number, note);
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    /// The ways back stand at the end of the note's last paragraph.
    fn note(&mut self, number: usize, note: &'a Note<'a>) {
        let _ = write!(self.out, "<li id=\"fn-{number}\">");
        let (content, end) = match note.content.split_last() {
            Some(((Event::End(TagEnd::Paragraph), _), content)) => (content, "</p>\n"),
            _ => (note.content.as_slice(), ""),
        };
        self.flow(content);
        self.end_raw();
        for nth in 1..=note.references {
            let id = reference_id(number, nth);
            let _ = write!(self.out, " <a href=\"#{id}\" class=\"footnote-back\" role=\"doc-backlink\"");
            attribute(self.out, "aria-label", &self.words.footnote_back);
            // U+FE0E: as text, not as a coloured picture.
            self.out.push_str(match self.direction {
                Direction::Ltr => ">↩\u{FE0E}</a>",
                Direction::Rtl => ">↪\u{FE0E}</a>",
            });
        }
        self.out.push_str(end);
        self.out.push_str("</li>\n");
    }

    fn enter(&mut self, html: &str) {
        self.nested += 1;
        self.if_shown(html);
    }

    fn leave(&mut self, html: &str) {
        self.if_shown(html);
        self.nested = self.nested.saturating_sub(1);
    }

    fn if_shown(&mut self, html: &str) {
        if self.nested <= MOST_NESTED {
            self.out.push_str(html);
        }
    }
}

fn element(heading: HeadingLevel) -> &'static str {
    match heading {
        HeadingLevel::H1 => "h1",
        HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        HeadingLevel::H4 => "h4",
        HeadingLevel::H5 => "h5",
        HeadingLevel::H6 => "h6",
    }
}

/// What follows the end of an element of raw HTML that begins before `nodes`, if it ends where it began: in the same
/// block, link and emphasis.
fn after_element<'a>(name: &str, nodes: &'a [Node<'a>]) -> Option<&'a [Node<'a>]> {
    let ends = |html: &CowStr<'_>| {
        let end = html.strip_prefix("</").and_then(|html| html.get(..name.len()));
        end.is_some_and(|end| end.eq_ignore_ascii_case(name))
    };
    let mut depth = 0usize;
    for (at, (event, _)) in nodes.iter().enumerate().take(MOST_HIDDEN) {
        match event {
            Event::InlineHtml(html) if depth == 0 && ends(html) => return nodes.get(at + 1..),
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}
