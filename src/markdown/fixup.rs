//! Emphasis before a suffix. Kazakh attaches its endings right after a closing quotation mark, as in
//! `**«Қазақтану»**ның`, and by CommonMark's rules of flanking such a run of asterisks closes nothing.
//! One character of punctuation after the run lets it close; it is taken out of every event again.

use memchr::memchr2_iter;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// U+1BC9F, Duployan punctuation chinook full stop: punctuation to the parser, in nobody's text.
const MARKER: char = '\u{1BC9F}';

/// A body as the parser is given it, and the way back to the body as written.
pub struct Source<'a> {
    body: &'a str,
    text: Cow<'a, str>,
    /// Where markers begin in `text`, in order.
    markers: Vec<usize>,
}

impl<'a> Source<'a> {
    /// Marks the body; one without such emphasis, or with the marker already in it, is taken as it stands.
    pub fn new(body: &'a str) -> Self {
        let ends = closing_runs(body);
        if ends.is_empty() || body.contains(MARKER) {
            return Self { body, text: Cow::Borrowed(body), markers: Vec::new() };
        }
        let mut text = String::with_capacity(body.len() + ends.len() * MARKER.len_utf8());
        let mut markers = Vec::with_capacity(ends.len());
        let mut copied = 0;
        for end in ends {
            text.push_str(body.get(copied..end).unwrap_or_default());
            markers.push(text.len());
            text.push(MARKER);
            copied = end;
        }
        text.push_str(body.get(copied..).unwrap_or_default());
        Self { body, text: Cow::Owned(text), markers }
    }

    /// The body as written.
    pub fn body(&self) -> &'a str {
        self.body
    }

    /// What the parser reads.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A range of `text()` as a range of `body()`.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        if self.markers.is_empty() {
            return range;
        }
        let back = |at: usize| at - MARKER.len_utf8() * self.markers.partition_point(|marker| *marker < at);
        back(range.start)..back(range.end)
    }

    /// The event without markers.
    pub fn clean<'s>(&self, event: Event<'s>) -> Event<'s> {
        if self.markers.is_empty() {
            return event;
        }
        match event {
            Event::Text(text) => Event::Text(unmark(text)),
            Event::Code(text) => Event::Code(unmark(text)),
            Event::Html(text) => Event::Html(unmark(text)),
            Event::InlineHtml(text) => Event::InlineHtml(unmark(text)),
            Event::FootnoteReference(label) => Event::FootnoteReference(unmark(label)),
            Event::Start(tag) => Event::Start(clean_tag(tag)),
            other => other,
        }
    }
}

fn clean_tag(tag: Tag<'_>) -> Tag<'_> {
    match tag {
        Tag::Link { link_type, dest_url, title, id } => {
            Tag::Link { link_type, dest_url: unmark(dest_url), title: unmark(title), id: unmark(id) }
        }
        Tag::Image { link_type, dest_url, title, id } => {
            Tag::Image { link_type, dest_url: unmark(dest_url), title: unmark(title), id: unmark(id) }
        }
        Tag::Heading { level, id, classes, .. } => Tag::Heading {
            level,
            id: id.map(unmark),
            classes: classes.into_iter().map(unmark).collect(),
            attrs: Vec::new(),
        },
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Tag::CodeBlock(CodeBlockKind::Fenced(unmark(info))),
        Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(unmark(label)),
        other => other,
    }
}

fn unmark(text: CowStr<'_>) -> CowStr<'_> {
    match text {
        // The usual case: the marker is where the text after the emphasis begins.
        CowStr::Borrowed(text) if !text.trim_start_matches(MARKER).contains(MARKER) => {
            CowStr::Borrowed(text.trim_start_matches(MARKER))
        }
        text if text.contains(MARKER) => CowStr::from(text.replace(MARKER, "")),
        text => text,
    }
}

/// The ends of the runs of one to three `*` or `_` that stand between closing punctuation and a letter, in order.
fn closing_runs(body: &str) -> Vec<usize> {
    let ends = memchr2_iter(b'*', b'_', body.as_bytes()).filter_map(|at| body.split_at_checked(at + 1));
    let before_letters = ends.filter(|(_, after)| after.starts_with(char::is_alphabetic));
    before_letters.map(|(run, _)| run).filter(|run| closes(run)).map(str::len).collect()
}

fn closes(run: &str) -> bool {
    let before = run.trim_end_matches(if run.ends_with('*') { '*' } else { '_' });
    run.len() - before.len() <= 3 && ends_closed(before)
}

fn ends_closed(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some('»' | '”' | '’' | ')' | '!' | '?' | '.' | '…' | '%') => true,
        // These also open: they close where they stand right after a word or its punctuation.
        Some('"' | '\'' | '“') => {
            back.next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '!' | '?' | '…' | ')' | '»' | '%'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tests::html;
    use proptest::prelude::*;

    #[test]
    fn emphasis_closes_before_a_suffix() {
        assert_eq!(html("**«Қазақтану»**ның мәні"), "<p><strong>«Қазақтану»</strong>ның мәні</p>\n");
        assert_eq!(html("*«Біртұтас қоғам»*ға"), "<p><em>«Біртұтас қоғам»</em>ға</p>\n");
        assert_eq!(html("__«Жаңғыру жолы»__ның"), "<p><strong>«Жаңғыру жолы»</strong>ның</p>\n");
        assert_eq!(html("**(ҚХА)**ға"), "<p><strong>(ҚХА)</strong>ға</p>\n");
        assert_eq!(html("*\"Бірлік\"*тің"), "<p><em>\"Бірлік\"</em>тің</p>\n");
        assert_eq!(
            html("***«А»***ның, **50%**дан"),
            "<p><em><strong>«А»</strong></em>ның, <strong>50%</strong>дан</p>\n"
        );
    }

    #[test]
    fn emphasis_after_an_opening_quotation_mark_stays_open() {
        assert_eq!(
            html("*Ол \"*иә*\" деді*"),
            "<p><em>Ол &quot;<em>иә</em>&quot; деді</em></p>\n".replace("&quot;", "\"")
        );
        assert!(Source::new("сөз \"*иә*\" сөз").markers.is_empty());
    }

    #[test]
    fn a_body_without_such_emphasis_is_not_copied() {
        assert!(matches!(Source::new("**Қазақтану**ның *мәні*").text, Cow::Borrowed(_)));
        assert!(matches!(Source::new("**«Қ»**ның \u{1BC9F}").text, Cow::Borrowed(_)));
    }

    #[test]
    fn ranges_lead_back_to_the_body_as_written() {
        let source = Source::new("**«Қ»**ның [x](y)");
        let place = source.text().find("[x]").unwrap_or_default();
        assert_eq!(source.body().get(source.original(place..place + 6)), Some("[x](y)"));
    }

    #[test]
    fn the_marker_leaves_code_links_and_raw_html_alone() {
        let text = html("`».*а` <b title=\"a.*b\">x</b> https://a.kz/x.*b\n\n```\n).*a\n```\n");
        assert_eq!(
            text,
            "<p><code>».*а</code> <b title=\"a.*b\">x</b> <a href=\"https://a.kz/x.*b\" rel=\"external\">\
             https://a.kz/x.*b</a></p>\n<pre tabindex=\"0\"><code>).*a\n</code></pre>\n"
        );
    }

    proptest! {
        #[test]
        fn the_marker_is_never_written(body in "([*_»«.)\"ақ \\[\\]()`<>#\\n-]|\\*\\*|\\]\\(){0,60}") {
            prop_assert!(!html(&body).contains(MARKER));
        }

        #[test]
        fn text_with_nothing_to_mark_is_parsed_as_it_stands(body in "[*_ а-яқ,«\\n]{0,60}") {
            let source = Source::new(&body);
            prop_assert_eq!(source.text(), &body);
        }
    }
}
