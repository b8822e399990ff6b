//! Finds the place of every node. The walk is guided by what serde_yaml has read: it needs to know no rule
//! of indentation or folding, only where the next node begins; one pass over the text.

use crate::diagnostic::Span;
use crate::yaml::cursor::{Cursor, begins_white, is_of_name, is_of_tag, is_white};
use crate::yaml::node::{Kind, Node};
use std::ops::Range;

/// What else was met on the way.
#[derive(Default)]
pub(crate) struct Met<'a> {
    /// Tags, such as `!news`.
    pub tags: Vec<Range<usize>>,
    /// Anchors, with their `&`.
    pub anchors: Vec<Range<usize>>,
    /// The names that aliases ask for.
    pub aliases: Vec<&'a str>,
    /// Keys that begin with a space of another kind, which people take for indentation and YAML for a letter.
    pub odd_keys: Vec<Range<usize>>,
    /// The text and the nodes fell out of step; later nodes have the place of the last key.
    pub lost: bool,
}

/// Sets the span of every node below `root`, `offset` bytes later in the file. A range of `plain` is one plain
/// scalar, whatever it holds.
pub(crate) fn walk<'a>(text: &'a str, plain: &[Range<usize>], offset: usize, root: &mut Node) -> Met<'a> {
    let cursor = Cursor { text, at: 0 };
    let mut walker = Walker { cursor, plain, offset, flow: 0, key: Span::default(), met: Met::default() };
    walker.cursor.document_start();
    walker.node(root);
    walker.met
}

struct Walker<'a, 'p> {
    cursor: Cursor<'a>,
    plain: &'p [Range<usize>],
    offset: usize,
    /// Within how many brackets.
    flow: usize,
    /// The place of the last key.
    key: Span,
    met: Met<'a>,
}

impl Walker<'_, '_> {
    fn lose(&mut self) {
        self.met.lost = true;
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(range.start, range.end).shifted(self.offset)
    }

    /// Skips white space, line breaks and comments.
    fn blanks(&mut self) {
        self.cursor.skip(is_white);
        while self.cursor.next() == Some(b'#') && self.plain_here().is_none() {
            self.cursor.skip_line();
            self.cursor.skip(is_white);
        }
    }

    fn plain_here(&self) -> Option<Range<usize>> {
        let index = self.plain.binary_search_by_key(&self.cursor.at, |range| range.start).ok()?;
        self.plain.get(index).cloned()
    }

    fn node(&mut self, node: &mut Node) {
        let before = self.cursor.at;
        self.blanks();
        let before = self.properties().unwrap_or(before);
        if self.met.lost {
            return cover(node, self.key);
        }
        if self.cursor.next() == Some(b'*') && self.alias(node) {
            return;
        }
        let start = self.cursor.at;
        let range = match &mut node.kind {
            Kind::Nothing => self.nothing(before),
            Kind::Flag(_) | Kind::Number(_) => self.cursor.word(),
            Kind::Text => self.scalar(&node.text),
            Kind::List(items) => self.list(items, start),
            Kind::Map(entries) => self.map(entries, start),
        };
        if matches!(node.kind, Kind::Flag(_) | Kind::Number(_)) {
            self.cursor.text.get(range.clone()).unwrap_or_default().clone_into(&mut node.text);
        }
        node.span = if self.met.lost { self.key } else { self.span(range) };
    }

    /// Passes anchors and tags, in either order; where the last of them ends.
    fn properties(&mut self) -> Option<usize> {
        let mut end = None;
        while let Some(sign @ (b'&' | b'!')) = self.cursor.next() {
            let start = self.cursor.at;
            self.cursor.at += 1;
            if sign == b'&' {
                self.cursor.skip(is_of_name);
            } else {
                self.cursor.skip(is_of_tag);
            }
            let met = if sign == b'&' { &mut self.met.anchors } else { &mut self.met.tags };
            met.push(start..self.cursor.at);
            end = Some(self.cursor.at);
            self.blanks();
        }
        end
    }

    /// An alias stands for all that its anchor names; `false` when it belongs to the next node.
    fn alias(&mut self, node: &mut Node) -> bool {
        let start = self.cursor.at;
        self.cursor.at += 1;
        self.cursor.skip(is_of_name);
        let line = self.cursor.text.get(..start).unwrap_or_default().trim_end_matches([' ', '\t']);
        if matches!(node.kind, Kind::Nothing) && line.ends_with('\n') {
            self.cursor.at = start;
            return false;
        }
        self.met.aliases.extend(self.cursor.text.get(start + 1..self.cursor.at));
        cover(node, self.span(start..self.cursor.at));
        true
    }

    /// A null that is written, or the empty place after a key or hyphen.
    fn nothing(&mut self, before: usize) -> Range<usize> {
        let word = self.cursor.null();
        if !word.is_empty() && !self.cursor.rest().trim_start_matches([' ', '\t']).starts_with(':') {
            return word;
        }
        self.cursor.at = before;
        before..before
    }

    fn scalar(&mut self, text: &str) -> Range<usize> {
        let start = self.cursor.at;
        let range = self.plain_here().or_else(|| self.cursor.scalar(text));
        if range.is_none() {
            self.lose();
        }
        self.cursor.at = range.as_ref().map_or(start, |range| self.cursor.at.max(range.end));
        range.unwrap_or(start..start)
    }

    fn list(&mut self, items: &mut [Node], start: usize) -> Range<usize> {
        let flow = self.open(b'[');
        for item in items {
            self.blanks();
            if !flow && !self.cursor.take(b'-') {
                self.lose();
            }
            self.node(item);
            if flow {
                self.comma();
            }
        }
        self.close(flow, b']');
        start..self.cursor.at
    }

    fn map(&mut self, entries: &mut [(Node, Node)], start: usize) -> Range<usize> {
        let flow = !self.begins_with_key(entries) && self.open(b'{');
        for (key, value) in entries {
            self.question();
            self.key(key);
            self.colon(value);
            self.node(value);
            if flow {
                self.comma();
            }
        }
        self.close(flow, b'}');
        start..self.cursor.at
    }

    /// Whether a brace here is not the mapping's own but that of its first key, a mapping itself.
    fn begins_with_key(&self, entries: &[(Node, Node)]) -> bool {
        let inner = self.cursor.rest().strip_prefix('{').unwrap_or_default().trim_start_matches(is_white);
        matches!(entries.first(), Some((Node { kind: Kind::Map(_), .. }, _))) && !inner.starts_with(['{', '?'])
    }

    fn key(&mut self, key: &mut Node) {
        self.blanks();
        let start = self.cursor.at;
        if matches!(key.kind, Kind::Nothing) && !self.met.lost {
            self.properties();
            let word = self.cursor.null();
            key.span = self.span(word);
        } else {
            self.node(key);
        }
        self.key = key.span;
        if self.cursor.text.get(start..).is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
            self.met.odd_keys.push(start..self.cursor.at);
        }
        if key.text.is_empty() && !matches!(key.kind, Kind::Text) {
            self.cursor.text.get(start..self.cursor.at).unwrap_or_default().clone_into(&mut key.text);
        }
    }

    /// The colon after a key; only a key without a value may lack it.
    fn colon(&mut self, value: &Node) {
        let after_key = self.cursor.at;
        self.blanks();
        if self.cursor.take(b':') {
            return;
        }
        self.cursor.at = after_key;
        if !matches!(value.kind, Kind::Nothing) {
            self.lose();
        }
    }

    /// Passes the sign before a key that stands apart from its colon; in brackets it needs no space.
    fn question(&mut self) {
        self.blanks();
        let is_sign = |rest: &str| self.flow > 0 || begins_white(rest);
        if self.cursor.rest().strip_prefix('?').is_some_and(is_sign) {
            self.cursor.at += 1;
        }
    }

    fn comma(&mut self) {
        let before = self.cursor.at;
        self.blanks();
        if !self.cursor.take(b',') {
            self.cursor.at = before;
        }
    }

    fn open(&mut self, bracket: u8) -> bool {
        let flow = self.cursor.take(bracket);
        self.flow += usize::from(flow);
        flow
    }

    fn close(&mut self, flow: bool, bracket: u8) {
        if flow {
            self.flow = self.flow.saturating_sub(1);
            self.blanks();
            if !self.cursor.take(bracket) {
                self.lose();
            }
        }
    }
}

fn cover(node: &mut Node, span: Span) {
    node.span = span;
    match &mut node.kind {
        Kind::List(items) => items.iter_mut().for_each(|item| cover(item, span)),
        Kind::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
            cover(key, span);
            cover(value, span);
        }),
        _ => {}
    }
}
