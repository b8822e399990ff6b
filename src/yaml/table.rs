//! A cursor over a mapping: it asks for keys in their types and collects every problem on the way.

use crate::diagnostic::{At, Code, Diagnostic, Place, Span};
use crate::yaml::entry::Entry;
use crate::yaml::node::{Kind, Node};
use std::collections::HashMap;
use std::sync::Arc;

/// A mapping with its place in the file. Ask for keys, then `finish`.
#[derive(Debug)]
#[must_use = "a table reports its problems when it is finished"]
pub struct Table {
    file: Arc<str>,
    span: Span,
    entries: Vec<Entry>,
    asked: Vec<&'static str>,
    findings: Vec<Diagnostic>,
}

impl Table {
    /// The first of equal keys stands; the others are reported.
    pub(crate) fn new(file: &Arc<str>, span: Span, pairs: Vec<(Node, Node)>) -> Self {
        let mut findings = Vec::new();
        let mut first = HashMap::with_capacity(pairs.len());
        let repeated: Vec<bool> = pairs
            .iter()
            .map(|(key, _)| first.insert(key.text.as_str(), key.span).map(|first| (first, key)))
            .map(|twice| twice.map(|(first, key)| findings.push(duplicate(file, key, first))).is_some())
            .collect();
        let entries = pairs.into_iter().zip(repeated).filter(|(_, repeated)| !repeated);
        let entries = entries.map(|((key, node), _)| Entry::new(file, At::new(key.text, key.span), node)).collect();
        Self { file: file.clone(), span, entries, asked: Vec::new(), findings }
    }

    /// The scalar at `key` as it was written, without white space around it; `None` when there is nothing.
    pub fn text(&mut self, key: &'static str) -> Option<At<String>> {
        self.take(key)?.text(&mut self.findings)
    }

    /// The scalars of a list, or the one scalar, at `key`.
    pub fn texts(&mut self, key: &'static str) -> Vec<At<String>> {
        self.take(key).map(|entry| entry.texts(&mut self.findings)).unwrap_or_default()
    }

    /// A yes or no at `key`, in the words of YAML, English, Kazakh or Russian.
    pub fn flag(&mut self, key: &'static str) -> Option<At<bool>> {
        self.take(key)?.flag(&mut self.findings)
    }

    /// An integer at `key`.
    pub fn number(&mut self, key: &'static str) -> Option<At<i64>> {
        self.take(key)?.number(&mut self.findings)
    }

    /// The mapping at `key`.
    pub fn table(&mut self, key: &'static str) -> Option<Table> {
        self.take(key)?.table(&mut self.findings)
    }

    /// The mappings of a list, or the one mapping, at `key`.
    pub fn tables(&mut self, key: &'static str) -> Vec<Table> {
        self.take(key).map(|entry| entry.tables(&mut self.findings)).unwrap_or_default()
    }

    /// What `read` finds at `key`; when it finds nothing, and nothing wrong either, the key is missing:
    /// `table.required("title", Table::text)`.
    pub fn required<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Self, &'static str) -> Option<T>,
    ) -> Option<T> {
        let before = self.findings.len();
        let start = Span { end: self.span.start, ..self.span };
        let place = self.entry(key).map_or(start, |entry| entry.key.span);
        let found = read(self, key);
        if found.is_none() && self.findings.len() == before {
            self.findings.push(Diagnostic::new(Code::MissingKey, self.place(place)).with("key", key));
        }
        found
    }

    /// The value at `key`, to be asked by its form; `None` when the key is absent or its value empty.
    pub fn take(&mut self, key: &'static str) -> Option<Entry> {
        self.asked.push(key);
        let index = self.entries.iter().position(|entry| entry.key.value == key)?;
        Some(self.entries.remove(index)).filter(|entry| !entry.is_empty())
    }

    /// Every entry that has not been asked for, in the order of the file, with its key.
    pub fn entries(&mut self) -> Vec<(At<String>, Entry)> {
        self.entries.drain(..).map(|entry| (entry.key.clone(), entry)).collect()
    }

    /// Whether the key stands here, with a value or without, and has not been asked for.
    pub fn has(&self, key: &str) -> bool {
        self.entry(key).is_some()
    }

    /// From the first key to the end of the last value.
    pub fn span(&self) -> Span {
        self.span
    }

    /// A place in the file of this table.
    pub fn place(&self, span: Span) -> Place {
        Place::new(self.file.clone(), span)
    }

    /// Hands over all problems; every key that nobody asked for is one.
    pub fn finish(mut self, findings: &mut Vec<Diagnostic>) {
        findings.append(&mut self.findings);
        findings.extend(self.entries.iter().map(|entry| self.unknown(entry)));
    }

    fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key.value == key)
    }

    fn unknown(&self, entry: &Entry) -> Diagnostic {
        let key = &entry.key;
        Diagnostic::new(Code::UnknownKey, self.place(key.span))
            .with("key", &key.value)
            .nearest(&key.value, self.asked.iter().copied())
            .with("known", self.asked.join(", "))
    }
}

fn duplicate(file: &Arc<str>, key: &Node, first: Span) -> Diagnostic {
    let place = |span| Place::new(file.clone(), span);
    Diagnostic::new(Code::DuplicateKey, place(key.span)).with("key", &key.text).also(place(first))
}

impl Entry {
    /// A mapping.
    pub fn table(self, findings: &mut Vec<Diagnostic>) -> Option<Table> {
        match self.node.kind {
            Kind::Map(pairs) => Some(Table::new(&self.file, self.node.span, pairs)),
            _ => self.wrong("map", findings),
        }
    }

    /// The mappings of a list, or the one mapping.
    pub fn tables(self, findings: &mut Vec<Diagnostic>) -> Vec<Table> {
        self.items().into_iter().filter_map(|item| item.table(findings)).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Diagnostic, Severity};
    use crate::yaml::{Table, Text, read};

    fn table(text: &str) -> Table {
        let mut findings = Vec::new();
        let table = read(&Text::new(&"site.yaml".into(), text), &mut findings);
        assert_eq!(findings, []);
        table.unwrap()
    }

    /// What was found, as `code at the text of its place: args`.
    fn report(text: &str, findings: &[Diagnostic]) -> Vec<String> {
        let line = |found: &Diagnostic| {
            let span = found.place.span;
            let args: Vec<_> = found.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} `{}` {}", found.code.word(), &text[span.start as usize..span.end as usize], args.join(" "))
        };
        findings.iter().map(line).collect()
    }

    fn finish(text: &str, table: Table) -> Vec<String> {
        let mut findings = Vec::new();
        table.finish(&mut findings);
        report(text, &findings)
    }

    #[test]
    fn a_scalar_is_read_as_it_was_written() {
        let text = "title: 2024\nsummary: true\nphone: +7 727\ncode: 0755\nprice: 1_000.50\nempty:\nblank: ' '\nlong: >\n  a\n  b\n";
        let mut table = table(text);
        let mut read = |key| table.text(key).map(|text| text.value);
        assert_eq!(read("title").as_deref(), Some("2024"));
        assert_eq!(read("summary").as_deref(), Some("true"));
        assert_eq!(read("phone").as_deref(), Some("+7 727"));
        assert_eq!(read("code").as_deref(), Some("0755"));
        assert_eq!(read("price").as_deref(), Some("1_000.50"));
        assert_eq!(read("empty"), None);
        assert_eq!(read("blank"), None);
        assert_eq!(read("long").as_deref(), Some("a b"));
        assert_eq!(read("absent"), None);
        assert_eq!(finish(text, table), [""; 0]);
    }

    #[test]
    fn one_text_is_a_list_of_one() {
        let text = "one: a\nmany: [a, 2, '']\nnone:\nwrong: {a: b}\nhalf: [a, [b]]\n";
        let mut table = table(text);
        let mut read = |key| table.texts(key).into_iter().map(|text| text.value).collect::<Vec<_>>();
        assert_eq!(read("one"), ["a"]);
        assert_eq!(read("many"), ["a", "2"]);
        assert_eq!(read("none"), [""; 0]);
        assert_eq!(read("wrong"), [""; 0]);
        assert_eq!(read("half"), ["a"]);
        let wrong = [
            "wrong-type `{a: b}` key=wrong expected=texts found=map",
            "wrong-type `[b]` key=half expected=texts found=list",
        ];
        assert_eq!(finish(text, table), wrong);
    }

    #[test]
    fn a_flag_is_understood_in_four_languages() {
        let text = "a: true\nb: no\nc: Да\nd: 'жоқ'\ne: perhaps\nf: 1\n";
        let mut table = table(text);
        let mut read = |key| table.flag(key).map(|flag| flag.value);
        assert_eq!(
            ["a", "b", "c", "d", "e", "f"].map(&mut read),
            [Some(true), Some(false), Some(true), Some(false), None, None]
        );
        let found = [
            "unusual-flag `no` text=no means=false",
            "unusual-flag `Да` text=Да means=true",
            "unusual-flag `'жоқ'` text=жоқ means=false",
            "wrong-type `perhaps` key=e expected=flag found=text",
            "wrong-type `1` key=f expected=flag found=number",
        ];
        assert_eq!(finish(text, table), found);
    }

    #[test]
    fn a_number_may_stand_in_quotes() {
        let text = "a: 12\nb: '-3'\nc: 1.5\nd: many\ne: 99999999999999999999\n";
        let mut table = table(text);
        let mut read = |key| table.number(key).map(|number| number.value);
        assert_eq!(["a", "b", "c", "d", "e"].map(&mut read), [Some(12), Some(-3), None, None, None]);
        assert_eq!(finish(text, table).len(), 3);
    }

    #[test]
    fn tables_stand_in_tables() {
        let text = "contact:\n  name: A\n  mail: b\nimages:\n  - file: c\n  - file: d\none: {file: e}\nwrong: f\n";
        let mut table = table(text);
        let mut contact = table.table("contact").unwrap();
        assert_eq!(contact.text("name").unwrap().value, "A");
        assert_eq!(finish(text, contact), ["unknown-key `mail` key=mail nearest=none known=name"]);
        let files = |tables: Vec<Table>| {
            tables.into_iter().map(|mut table| table.text("file").unwrap().value).collect::<Vec<_>>()
        };
        assert_eq!(files(table.tables("images")), ["c", "d"]);
        assert_eq!(files(table.tables("one")), ["e"]);
        assert!(table.tables("wrong").is_empty());
        assert_eq!(finish(text, table), ["wrong-type `f` key=wrong expected=map found=text"]);
    }

    #[test]
    fn a_needed_key_is_missing_at_the_table_and_empty_at_the_key() {
        let text = "summary:\nlead: [a]\n";
        let mut table = table(text);
        assert_eq!(table.required("title", Table::text), None);
        assert_eq!(table.required("summary", Table::text), None);
        assert_eq!(table.required("lead", Table::text), None);
        let found = [
            "missing-key `` key=title",
            "missing-key `summary` key=summary",
            "wrong-type `[a]` key=lead expected=text found=list",
        ];
        assert_eq!(finish(text, table), found);
    }

    #[test]
    fn the_first_of_equal_keys_stands() {
        let text = "region: a\nregion: b\n1: c\n'1': d\n";
        let mut table = table(text);
        assert_eq!(table.text("region").unwrap().value, "a");
        assert_eq!(table.text("1").unwrap().value, "c");
        let mut findings = Vec::new();
        table.finish(&mut findings);
        assert_eq!(report(text, &findings), ["duplicate-key `region` key=region", "duplicate-key `'1'` key=1"]);
        assert_eq!(findings[0].also[0].span.start, 0);
    }

    #[test]
    fn a_key_that_nobody_asked_for_is_unknown() {
        let text = "titel: a\n? [b, c]\n: d\n";
        let mut table = table(text);
        assert!(table.has("titel") && !table.has("title"));
        table.text("title");
        table.text("date");
        let found = [
            "unknown-key `titel` key=titel nearest=title known=title, date",
            "unknown-key `[b, c]` key=[b, c] nearest=none known=title, date",
        ];
        assert_eq!(finish(text, table), found);
    }

    #[test]
    fn entries_come_in_the_order_of_the_file() {
        let mut table = table("kk: a\nru: [b, c]\nen: {d: e}\n\"2024\":\n");
        let mut findings = Vec::new();
        let keys: Vec<_> = table.entries().into_iter().map(|(key, entry)| (key.value, entry.form().word())).collect();
        let keys: Vec<_> = keys.iter().map(|(key, form)| (key.as_str(), *form)).collect();
        assert_eq!(keys, [("kk", "text"), ("ru", "list"), ("en", "map"), ("2024", "nothing")]);
        table.finish(&mut findings);
        assert!(findings.iter().all(|finding| finding.severity < Severity::Error || finding.code == Code::UnknownKey));
        assert!(findings.is_empty());
    }
}
