//! Values that people write without quotes and YAML would break or cut: `title: Unity: a report`, `title: Session # 2`.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::yaml::line::shown;
use crate::yaml::text::Text;
use std::borrow::Cow;
use std::ops::Range;

/// The text with such values of its lenient keys in quotes, and where they stand in the text as it was.
/// Lines keep their numbers.
pub(crate) fn quote_plain<'a>(source: &Text<'a>, findings: &mut Vec<Diagnostic>) -> (Cow<'a, str>, Vec<Range<usize>>) {
    let values = risky_values(source.text, source.lenient);
    if values.is_empty() {
        return (Cow::Borrowed(source.text), Vec::new());
    }
    let mut quoted = String::with_capacity(source.text.len() + 16 * values.len());
    let mut done = 0;
    for Value { key, range } in &values {
        let value = source.text.get(range.clone()).unwrap_or_default();
        quoted.push_str(source.text.get(done..range.start).unwrap_or_default());
        quoted.push('\'');
        quoted.push_str(&value.replace('\'', "''"));
        quoted.push('\'');
        done = range.end;
        report(source, key, range, value, findings);
    }
    quoted.push_str(source.text.get(done..).unwrap_or_default());
    (Cow::Owned(quoted), values.into_iter().map(|value| value.range).collect())
}

/// What is white to YAML; other spaces are letters of the value.
const WHITE: [char; 4] = [' ', '\t', '\r', '\n'];

struct Value<'a> {
    key: &'a str,
    range: Range<usize>,
}

fn report(source: &Text, key: &str, range: &Range<usize>, value: &str, findings: &mut Vec<Diagnostic>) {
    let span = Span::new(range.start, range.end).shifted(source.offset);
    let codes = [(holds_colon(value), Code::UnquotedColon), (holds_hash(value), Code::UnquotedHash)];
    for (_, code) in codes.into_iter().filter(|(holds, _)| *holds) {
        let place = Place::new(source.file.clone(), span);
        let found = Diagnostic::new(code, place).with("key", key).with("text", shown(value));
        findings.push(found.mended_by(span, in_quotes(value)));
    }
}

/// The value as YAML that every program reads alike, on one line.
fn in_quotes(value: &str) -> String {
    if value.contains(['"', '\\']) { format!("'{}'", value.replace('\'', "''")) } else { format!("\"{value}\"") }
}

fn risky_values<'a>(text: &'a str, lenient: &[&str]) -> Vec<Value<'a>> {
    let mut found = Vec::new();
    let mut lines = text.split_inclusive('\n').peekable();
    let mut start = 0;
    let mut key = None;
    while let Some(line) = lines.next() {
        let value = if let Some((name, value)) = top_level(line) {
            key = lenient.contains(&name).then_some(name);
            value
        } else {
            list_item(line)
        };
        let goes_on = lines.peek().is_some_and(|next| continues(line, next));
        if let (Some(key), Some(value)) = (key, value)
            && is_plain(value)
            && !goes_on
            && (holds_colon(value) || holds_hash(value))
        {
            let end = start + line.trim_end_matches(WHITE).len();
            found.push(Value { key, range: end - value.len()..end });
        }
        start += line.len();
    }
    found
}

/// The key of a line that begins with one, and its value when it has one on this line.
fn top_level(line: &str) -> Option<(&str, Option<&str>)> {
    let (key, rest) = line.trim_end_matches(WHITE).split_once(':')?;
    let is_key =
        !key.starts_with([' ', '\t', '-', '#', '"', '\'']) && (rest.is_empty() || rest.starts_with([' ', '\t']));
    let value = rest.trim_start_matches(WHITE);
    is_key.then_some((key.trim_end_matches(WHITE), Some(value).filter(|value| !value.is_empty())))
}

fn list_item(line: &str) -> Option<&str> {
    line.trim_matches(WHITE).strip_prefix("- ").map(|item| item.trim_start_matches(WHITE))
}

/// A deeper line that follows belongs to the value.
fn continues(line: &str, next: &str) -> bool {
    let words = next.trim_start();
    !words.is_empty() && !words.starts_with('#') && indent(next) > indent(line)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(WHITE).len()
}

fn is_plain(value: &str) -> bool {
    let indicator =
        value.starts_with(['-', '?', ':']) && value.get(1..).is_none_or(|rest| rest.starts_with([' ', '\t']));
    let remark = value.starts_with('#') && value.get(1..).is_none_or(|rest| rest.starts_with([' ', '\t', '#']));
    let breaks = value.contains(['\r', '\u{85}', '\u{2028}', '\u{2029}']);
    !indicator
        && !remark
        && !breaks
        && !value.starts_with(['"', '\'', '|', '>', '[', ']', '{', '}', '&', '*', '!', '%', '@', '`', ','])
}

fn holds_colon(value: &str) -> bool {
    value.ends_with(':') || value.contains(": ") || value.contains(":\t")
}

fn holds_hash(value: &str) -> bool {
    value.starts_with('#') || value.contains(" #") || value.contains("\t#")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Edit;

    const LENIENT: &[&str] = &["title", "project"];

    fn quoted(text: &str) -> String {
        quote_plain(&Text::front_matter(&"ru.md".into(), text, 0, LENIENT), &mut Vec::new()).0.into_owned()
    }

    #[test]
    fn a_plain_value_with_a_colon_or_a_number_sign_is_quoted() {
        assert_eq!(quoted("title: «Біртұтас қоғам: келісім»\r\n"), "title: '«Біртұтас қоғам: келісім»'\r\n");
        assert_eq!(quoted("title: It's over: a \\ \"b\""), "title: 'It''s over: a \\ \"b\"'");
        assert_eq!(quoted("title: XXXIV сессия # итог  \nb: 1"), "title: 'XXXIV сессия # итог'  \nb: 1");
        assert_eq!(quoted("title: Итоги:\n"), "title: 'Итоги:'\n");
        assert_eq!(quoted("title: #БіртұтасҚоғам"), "title: '#БіртұтасҚоғам'");
        assert_eq!(quoted("project:\n  - A: b\n- C # d\n"), "project:\n  - 'A: b'\n- 'C # d'\n");
    }

    #[test]
    fn every_other_line_stays() {
        for text in [
            "summary: a: b",
            "title: \"a: b\"",
            "title: [a: b]",
            "title: # a remark: not a value",
            "title: 12:30 и 14:00, C#",
            "title: a: b\n  goes on",
            "title: |\n  a: b",
            " title: a: b",
            "title: - a: b",
            "project:\n  a: b # c",
            "",
        ] {
            assert_eq!(quoted(text), text);
        }
    }

    #[test]
    fn the_finding_stands_at_the_value() {
        let mut findings = Vec::new();
        quote_plain(&Text::front_matter(&"ru.md".into(), "date: 1\ntitle: a: b # c\n", 4, LENIENT), &mut findings);
        let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.place.span)).collect();
        assert_eq!(findings[0].fix, [Edit { span: Span::new(19, 27), text: "\"a: b # c\"".to_owned() }]);
        assert_eq!(found, [(Code::UnquotedColon, Span::new(19, 27)), (Code::UnquotedHash, Span::new(19, 27))]);
    }
}
