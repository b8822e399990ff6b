//! Sets the words of a body as its language sets them: across emphasis and links, never in code, addresses and raw HTML.
//!
//! The last pass over the stream, for rendering alone: whoever looks at a body otherwise sees what was typed.

use crate::language::Language;
use crate::language::typography::{self, Edit, FIXED, LINE};
use crate::markdown::escapes::aligned;
use crate::markdown::masked::Masked;
use crate::markdown::nodes::{Node, ends_line};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// Sets the texts between `nodes`' ends of blocks, each as one.
pub fn typeset(nodes: &mut [Node<'_>], body: &str, language: Language) {
    let mut line = Line { language, body, text: String::new(), pieces: Vec::new() };
    let mut rest = nodes;
    while !rest.is_empty() {
        let length = rest.iter().position(|(event, _)| ends_line(event)).unwrap_or(rest.len());
        let (inline, after) = rest.split_at_mut(length);
        line.set(inline);
        let skipped = match after.first() {
            Some((Event::Start(Tag::CodeBlock(_)), _)) => {
                after.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::CodeBlock))).unwrap_or(0)
            }
            _ => 0,
        };
        rest = after.get_mut(skipped + 1..).unwrap_or_default();
    }
}

/// The text of a block, read as one.
struct Line<'b> {
    language: Language,
    body: &'b str,
    text: String,
    /// The nodes that can be changed, with the place of each in the text.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Line<'_> {
    fn set(&mut self, nodes: &mut [Node<'_>]) {
        if nodes.is_empty() {
            return;
        }
        self.text.clear();
        self.pieces.clear();
        let mut at = 0;
        let mut masked = Masked::default();
        while let Some((event, range)) = nodes.get_mut(at) {
            match event {
                Event::Text(text) if masked.is_open() => fix(&mut self.text, text.len()),
                Event::Text(text) => {
                    let start = self.text.len();
                    push(&mut self.text, text, range, self.body);
                    self.pieces.push((at, start..self.text.len()));
                }
                Event::SoftBreak => {
                    self.pieces.push((at, self.text.len()..self.text.len() + 1));
                    self.text.push('\n');
                }
                Event::HardBreak => self.text.push(LINE),
                Event::Start(Tag::Image { title, .. }) => {
                    set_title(title, self.language);
                    fix(&mut self.text, 1);
                    at += set_alternative(nodes.get_mut(at + 1..).unwrap_or_default(), self.body, self.language);
                }
                Event::Start(Tag::Link { link_type, title, .. }) => {
                    set_title(title, self.language);
                    masked.link(*link_type);
                }
                Event::End(TagEnd::Link) => masked.end_link(),
                Event::InlineHtml(html) if is_break(html) => self.text.push(LINE),
                Event::InlineHtml(html) => masked.html(html),
                Event::Code(_) | Event::FootnoteReference(_) => fix(&mut self.text, 1),
                _ => {}
            }
            at += 1;
        }
        self.apply(nodes);
    }

    fn apply(&self, nodes: &mut [Node<'_>]) {
        let edits = typography::edits(self.language, &self.text);
        let mut edits = edits.as_slice();
        for (at, range) in &self.pieces {
            let before = edits.iter().take_while(|edit| edit.range.start < range.start).count();
            edits = edits.get(before..).unwrap_or_default();
            let own = edits.iter().take_while(|edit| edit.range.end <= range.end).count();
            let (own, rest) = edits.split_at(own);
            edits = rest;
            if let Some((event, _)) = nodes.get_mut(*at).filter(|_| !own.is_empty()) {
                change(event, own, range.start);
            }
        }
    }
}

fn change(event: &mut Event<'_>, edits: &[Edit], start: usize) {
    let text = match event {
        Event::Text(text) => &**text,
        _ => "\n",
    };
    let edits = edits.iter().map(|edit| (edit.range.start - start..edit.range.end - start, edit.with));
    let set = typography::apply(text, edits);
    *event = Event::Text(CowStr::from(set));
}

/// Adds a text with every escaped sign and every entity as what nothing may change.
fn push(line: &mut String, text: &str, range: &Range<usize>, body: &str) {
    let written = body.get(range.clone()).unwrap_or_default();
    let escaped = body.get(..range.start).is_some_and(|before| before.ends_with('\\'))
        && text.starts_with(|c: char| c.is_ascii_punctuation());
    let first = usize::from(escaped);
    fix(line, first);
    let plain = |text: &str, line: &mut String| line.push_str(text.get(first.min(text.len())..).unwrap_or_default());
    if text == written {
        return plain(text, line);
    }
    let Some(parts) = aligned(text, written) else { return plain(text, line) };
    let mut told = first;
    for (part, place) in parts {
        let part = part.get(std::mem::take(&mut told)..).unwrap_or_default();
        match written.get(place) {
            Some(other) if other.ends_with(part) && !other.starts_with(['\\', '&']) => line.push_str(part),
            _ => fix(line, part.len()),
        }
    }
}

fn fix(line: &mut String, length: usize) {
    line.extend(std::iter::repeat_n(FIXED, length));
}

fn set_title(title: &mut CowStr<'_>, language: Language) {
    if let Cow::Owned(set) = typography::set_plain(language, title) {
        *title = CowStr::from(set);
    }
}

/// Sets the alternative text of a picture, with which `nodes` begin; returns how many nodes it has.
fn set_alternative(nodes: &mut [Node<'_>], body: &str, language: Language) -> usize {
    let mut depth = 0usize;
    let ends = |(event, _): &Node<'_>| match event {
        Event::Start(Tag::Image { .. }) => {
            depth += 1;
            false
        }
        Event::End(TagEnd::Image) if depth > 0 => {
            depth -= 1;
            false
        }
        event => matches!(event, Event::End(TagEnd::Image)),
    };
    let length = nodes.iter().position(ends).unwrap_or(nodes.len());
    // A picture within a picture's words is not shown, nor are its words.
    if !nodes.iter().take(length).any(|(event, _)| matches!(event, Event::Start(Tag::Image { .. }))) {
        let mut line = Line { language, body, text: String::new(), pieces: Vec::new() };
        line.set(nodes.get_mut(..length).unwrap_or_default());
    }
    length
}

fn is_break(html: &str) -> bool {
    html.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br"))
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::markdown::render::{Addresses, render};
    use crate::markdown::setting::Setting;
    use crate::markdown::tests::{html, refs, words};
    use proptest::prelude::*;

    fn set(language: &str, body: &str) -> String {
        let mut out = String::new();
        let setting = Setting { typography: Language::parse(language), ..Setting::default() };
        render(body, &refs(), &words(), setting, Addresses::Local, &mut out);
        out.replace('\u{a0}', "_")
    }

    #[test]
    fn marks_nest_across_emphasis_links_and_lines() {
        assert_eq!(
            set("ru", "Проект \"**Школа \"Достық\"** и [дом](other.md)\" -\nв\nцентре *\"Мир\"*..."),
            "<p>Проект «<strong>Школа „Достық“</strong> и_<a href=\"/ru/other/\" hreflang=\"ru\">дом</a>»_—\nв_центре \
             <em>«Мир»</em>…</p>\n"
        );
        assert_eq!(set("kk", "**\"Қазақтану\"**ның мәні - зор"), "<p><strong>«Қазақтану»</strong>ның мәні_— зор</p>\n");
        assert_eq!(set("kk", "- Иә, - деді ол."), "<p>—_Иә,_— деді ол.</p>\n");
        assert_eq!(set("ru", "Слово  \n-Да"), "<p>Слово<br>\n—_Да</p>\n");
    }

    #[test]
    fn code_addresses_and_escaped_marks_stay() {
        for body in [
            "`a - \"b\"`",
            "```\na - \"b\"...\n```",
            "<https://a.kz/2024-2025--b>",
            "https://a.kz/2024-2025...b",
            "<code>a - b</code> <span lang=\"en\">\"a\" - b</span>",
            "<div title=\"a - b\">\nа - \"б\"\n</div>",
            "дом \\- \\\"б\\\" &quot;в&quot; 2024\\-2025 \\...",
        ] {
            assert_eq!(set("ru", body), html(body).replace('\u{a0}', "_"), "{body}");
        }
    }

    #[test]
    fn an_escaped_mark_leaves_the_others_of_its_text() {
        assert_eq!(set("ru", "\\\"а\\\" - \"б\" \\& \"в\""), "<p>\"а\"_— «б» &amp; «в»</p>\n");
    }

    #[test]
    fn pictures_and_links_have_their_words_set_but_not_their_addresses() {
        let picture = set("ru", "![Аким \"*области*\" - на сцене](known.jpg \"Фото: \\\"ДД\\\" - Алматы\")");
        assert!(picture.contains(" alt=\"Аким «области»_— на_сцене\""), "{picture}");
        assert!(picture.contains("<figcaption>Фото: «ДД»_— Алматы</figcaption>"), "{picture}");
        let link = set("ru", "[\"а\"](https://a.kz/2024-2025 \"б - \\\"в\\\"\")");
        assert_eq!(link, "<p><a href=\"https://a.kz/2024-2025\" rel=\"external\" title=\"б_— «в»\">«а»</a></p>\n");
    }

    #[test]
    fn anchors_are_made_of_what_was_typed() {
        assert_eq!(set("ru", "## \"Дом\" - в 2024-2025"), "<h2 id=\"дом-в-2024-2025\">«Дом»_— в_2024–2025</h2>\n");
    }

    #[test]
    fn cells_items_and_notes_are_set_each_by_itself() {
        let table = set("ru", "|\"а|б\"|\n|-|-|\n|в г|-|\n\n1[^1]\n\n[^1]: \"г\"\n");
        assert!(
            table.contains(">\"а</th>") && table.contains("<td>в_г</td><td>-</td>") && table.contains("«г»"),
            "{table}"
        );
    }

    proptest! {
        #[test]
        fn only_what_is_between_words_is_set(
            body in "(\\*\\*|[*_`#>|!\\[\\]()<>\"&;.,\\\\ \\n-]|«|»|а|Қ|x|1995|\\. |- |https://a\\.kz|\\[\\^1\\]|&quot;|<b>|</b>|<code>|\\x00){0,60}",
            language in "(ru|kk|en|de)",
        ) {
            let bare = |html: &str| html.replace("&nbsp;", "").chars().filter(|c| !c.is_whitespace() && !"\"«»„“”‘’‚-–—.…'_".contains(*c)).collect::<String>();
            prop_assert_eq!(bare(&set(&language, &body)), bare(&html(&body)));
        }
    }
}
