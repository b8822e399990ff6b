//! Findings for programs: a line each, JSON, annotations of GitHub.

use crate::report::told::{Told, severity_word};
use serde::Serialize;

/// A line each: `path:line:column: severity[code]: message`.
pub fn short(told: &[Told<'_>]) -> String {
    let line = |told: &Told<'_>| {
        let (finding, at) = (told.finding, told.start());
        let (severity, code) = (severity_word(finding.severity), finding.code.word());
        let line = format!("{}:{}:{}: {severity}[{code}]: {}", finding.place.file, at.line, at.column, told.message);
        one_line(&line) + "\n"
    };
    told.iter().map(line).collect()
}

/// One array of objects; `line` and `column` count from 1, and are null for a finding about a whole file or folder.
///
/// # Errors
/// None that can happen: all values are text and numbers.
pub fn json(told: &[Told<'_>]) -> serde_json::Result<String> {
    let entry = |told: &Told<'_>| {
        let start = told.range.map(|[start, _]| start);
        Entry {
            code: told.finding.code.word(),
            severity: severity_word(told.finding.severity),
            file: told.finding.place.file.to_string(),
            line: start.map(|start| start.line),
            column: start.map(|start| start.column),
            text: told.text.clone(),
            message: told.message.clone(),
            remedy: told.remedy.clone().unwrap_or_default(),
        }
    };
    let entries: Vec<Entry> = told.iter().map(entry).collect();
    serde_json::to_string_pretty(&entries).map(|json| json + "\n")
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    severity: &'static str,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    text: String,
    message: String,
    remedy: String,
}

/// Workflow commands, which GitHub shows beside the lines of a change; columns end behind the last character.
pub fn github(told: &[Told<'_>]) -> String {
    let line = |told: &Told<'_>| {
        let kind = match severity_word(told.finding.severity) {
            "note" => "notice",
            word => word,
        };
        let place = match told.range {
            Some([start, end]) if start.line == end.line => {
                format!(",line={},col={},endColumn={}", start.line, start.column, end.column.max(start.column))
            }
            Some([start, end]) => format!(",line={},endLine={}", start.line, end.line),
            None => String::new(),
        };
        let remedy = told.remedy.as_deref().unwrap_or_default();
        let message = escaped(&format!("{}\n{remedy}", told.message));
        let (file, code) = (property(&told.finding.place.file), told.finding.code.word());
        format!("::{kind} file={file}{place},title={code}::{message}\n")
    };
    told.iter().map(line).collect()
}

/// What GitHub reads as data: `%`, CR and LF are escaped.
fn escaped(text: &str) -> String {
    text.trim_end().replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

/// No line break and no other control character reaches whoever reads line by line.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic, Place, Span};
    use crate::report::messages::UiLanguage;
    use crate::report::people::Texts;
    use crate::report::told::told;
    use std::collections::BTreeSet;

    struct One(&'static str);

    impl Texts for One {
        fn text(&self, file: &str) -> Option<String> {
            file.ends_with(".md").then(|| self.0.to_owned())
        }
    }

    const TEXT: One = One("---\ntitle: Кеңес\nregion: Атлантида\n---\n");

    fn findings() -> Vec<Diagnostic> {
        let start = TEXT.0.find("Атлантида").unwrap();
        let place = Place::new("content/releases/a,b/ru.md", Span::new(start, start + 18));
        let folder = Place::new("content/releases/a,b", Span::default());
        vec![
            Diagnostic::new(Code::UnknownRegion, place).with("name", "Атлантида").with("nearest", "none"),
            Diagnostic::new(Code::UnexpectedFile, folder).with("name", "50 %\nx"),
        ]
    }

    #[test]
    fn a_line_each() {
        assert_eq!(
            short(&told(&findings(), &TEXT, UiLanguage::Ru)),
            "content/releases/a,b/ru.md:3:9: error[unknown-region]: Регион «Атлантида» неизвестен\n\
             content/releases/a,b:1:1: warning[unexpected-file]: Файла «50 % x» здесь быть не должно, на сайт он не попадёт\n"
        );
    }

    #[test]
    fn one_array() {
        let json = json(&told(&findings(), &TEXT, UiLanguage::Ru)).unwrap();
        let entries: serde_json::Value = serde_json::from_str(&json).unwrap();
        let keys: BTreeSet<&str> = entries[0].as_object().unwrap().keys().map(String::as_str).collect();
        let expected = ["code", "severity", "file", "line", "column", "text", "message", "remedy"];
        assert_eq!(keys, BTreeSet::from(expected));
        assert_eq!(entries[0]["text"], "Атлантида");
        assert_eq!((&entries[0]["line"], &entries[0]["column"]), (&3.into(), &9.into()));
        assert_eq!(entries[1]["line"], serde_json::Value::Null);
        assert_eq!(entries.as_array().unwrap().len(), 2);
    }

    #[test]
    fn annotations() {
        let lines = github(&told(&findings(), &TEXT, UiLanguage::En));
        let lines: Vec<&str> = lines.lines().collect();
        assert!(
            lines[0].starts_with(
                "::error file=content/releases/a%2Cb/ru.md,line=3,col=9,endColumn=18,title=unknown-region::"
            ),
            "{}",
            lines[0]
        );
        assert!(lines[1].starts_with("::warning file=content/releases/a%2Cb,title=unexpected-file::"), "{}", lines[1]);
        assert!(lines[1].contains("“50 %25%0Ax”"), "{}", lines[1]);
        assert_eq!(lines.len(), 2);
    }
}
