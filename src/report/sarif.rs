//! Findings as SARIF 2.1.0 (OASIS), which code hosts show beside a change.

use crate::diagnostic::Code;
use crate::hash::ContentHash;
use crate::report::messages::UiLanguage;
use crate::report::position::Position;
use crate::report::told::{Told, severity_word};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// One run with all findings; columns count characters, and fixes are offered where the finding has one.
///
/// # Errors
/// None that can happen: all values are text and numbers.
pub fn sarif(told: &[Told<'_>], ui: UiLanguage) -> serde_json::Result<String> {
    let mut rules: BTreeMap<Code, usize> = told.iter().map(|told| (told.finding.code, 0)).collect();
    rules.values_mut().enumerate().for_each(|(at, index)| *index = at);
    let run = json!({
        "tool": {"driver": {
            "name": "Jarshy",
            "version": env!("CARGO_PKG_VERSION"),
            "language": ui.tag(),
            "rules": rules.keys().map(|code| rule(*code)).collect::<Vec<_>>(),
        }},
        "columnKind": "unicodeCodePoints",
        "results": told.iter().map(|told| result(told, rules[&told.finding.code])).collect::<Vec<_>>(),
    });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    serde_json::to_string_pretty(&log).map(|sarif| sarif + "\n")
}

fn rule(code: Code) -> Value {
    json!({"id": code.word(), "defaultConfiguration": {"level": severity_word(code.severity())}})
}

fn result(told: &Told<'_>, rule: usize) -> Value {
    let finding = told.finding;
    let text = match &told.remedy {
        Some(remedy) => format!("{}. {remedy}", told.message),
        None => format!("{}.", told.message),
    };
    let mut result = json!({
        "ruleId": finding.code.word(),
        "ruleIndex": rule,
        "level": severity_word(finding.severity),
        "message": {"text": text},
        "locations": [location(&finding.place.file, told.range)],
        "partialFingerprints": {"words/v1": fingerprint(told)},
    });
    let also = finding.also.iter().zip(&told.also);
    let also: Vec<Value> = also.map(|(place, range)| location(&place.file, *range)).collect();
    if !also.is_empty() {
        result["relatedLocations"] = also.into();
    }
    if !finding.fix.is_empty() {
        let edits = finding.fix.iter().zip(&told.fix);
        let edits =
            edits.map(|(edit, range)| json!({"deletedRegion": region(*range), "insertedContent": {"text": edit.text}}));
        let change = json!({
            "artifactLocation": {"uri": uri(&finding.place.file)},
            "replacements": edits.collect::<Vec<_>>(),
        });
        result["fixes"] = json!([{"artifactChanges": [change]}]);
    }
    result
}

/// The same finding on another line is the same finding.
fn fingerprint(told: &Told<'_>) -> String {
    let finding = told.finding;
    ContentHash::of(format!("{} {} {}", finding.code.word(), finding.place.file, told.text).as_bytes()).to_string()
}

fn location(file: &str, range: Option<[Position; 2]>) -> Value {
    let mut place = json!({"artifactLocation": {"uri": uri(file)}});
    if let Some(range) = range {
        place["region"] = region(range);
    }
    json!({"physicalLocation": place})
}

fn region([start, end]: [Position; 2]) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A relative reference of RFC 3986.
fn uri(file: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(file, KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Place, Span};
    use crate::report::people::Texts;
    use crate::report::told::told;
    use std::path::Path;

    struct One;

    impl Texts for One {
        fn text(&self, file: &str) -> Option<String> {
            file.ends_with(".md").then(|| "бір екі\nүш".to_owned())
        }
    }

    fn log(findings: &[Diagnostic]) -> Value {
        serde_json::from_str(&sarif(&told(findings, &One, UiLanguage::Kk), UiLanguage::Kk).unwrap()).unwrap()
    }

    fn findings() -> Vec<Diagnostic> {
        let place = Place::new("content/а б.md", Span::new(7, 13));
        let mended = Diagnostic::new(Code::UnusualFlag, place.clone()).with("text", "иә").with("means", "true");
        vec![
            mended.mended_by(Span::new(7, 13), "true").also(place),
            Diagnostic::new(Code::UnexpectedFile, Place::new("content/x", Span::default())).with("name", "x"),
            Diagnostic::new(Code::MissingDate, Place::new("content/x", Span::default())).with("release", "x"),
        ]
    }

    #[test]
    fn a_log_fits_its_schema() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/sarif-2.1.0.json");
        // One pattern of the standard's own schema has a bracket too many for ECMA 262.
        let schema = std::fs::read_to_string(file).unwrap().replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let schema = jsonschema::validator_for(&schema).unwrap();
        for findings in [findings(), Vec::new()] {
            let log = log(&findings);
            let errors: Vec<String> = schema.iter_errors(&log).map(|error| error.to_string()).collect();
            assert_eq!(errors, Vec::<String>::new(), "{log:#}");
        }
        assert!(!schema.is_valid(&json!({"version": "2.1.0"})));
    }

    #[test]
    fn a_result_tells_code_place_and_fix() {
        let log = log(&findings());
        let result = &log["runs"][0]["results"][0];
        assert_eq!((&result["ruleId"], &result["level"]), (&"unusual-flag".into(), &"warning".into()));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/%D0%B0%20%D0%B1.md");
        let region = json!({"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 8});
        assert_eq!(place["region"], region);
        let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(*replacement, json!({"deletedRegion": region, "insertedContent": {"text": "true"}}));
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][rule]["id"], "unusual-flag");
    }
}
