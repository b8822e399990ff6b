//! Texts as values of YAML.

use std::fmt::Write;

/// A text as it stands behind a key or a hyphen: plain where YAML cannot take it for something else, else in quotation
/// marks, else with escapes.
pub fn value(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')) {
        escaped(text)
    } else if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// A line of front matter; nothing for an empty text.
pub fn line(key: &str, text: Option<&str>) -> String {
    text.map_or_else(String::new, |text| format!("{key}: {}\n", value(text)))
}

/// One text behind its key, or several as a list below it; nothing for none.
pub fn lines(key: &str, texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [text] => line(key, Some(text)),
        texts => texts.iter().fold(format!("{key}:\n"), |lines, text| lines + "  - " + &value(text) + "\n"),
    }
}

/// Begins like a word, and has in it no sign that means something.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 12] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "да", "нет", "none"];
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || c == '«' || c == '№');
    let signs = |c: char| ":#\"'\\{}[],&*!|>%@`=?".contains(c) || c.is_control() || (c.is_whitespace() && c != ' ');
    begins && text.trim() == text && !text.contains(signs) && !WORDS.contains(&text.to_lowercase().as_str())
}

fn escaped(text: &str) -> String {
    let mut escaped = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                // Writing to a string cannot fail.
                let _ = write!(escaped, "\\u{:04X}", u32::from(c));
            }
            c => escaped.push(c),
        }
    }
    escaped + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Table, Text, read};
    use proptest::prelude::*;

    fn read_back(yaml: &str) -> Option<String> {
        let mut findings = Vec::new();
        let text = Text::front_matter(&"ru.md".into(), yaml, 0, &["title"]);
        let mut table = read(&text, &mut findings).unwrap_or_else(|| panic!("{yaml} {findings:?}"));
        let title = Table::text(&mut table, "title").map(|title| title.value);
        table.finish(&mut findings);
        assert_eq!(findings, [], "{yaml}");
        title
    }

    #[test]
    fn quotation_marks_stand_where_they_are_needed() {
        for (text, yaml) in [
            ("В Костанае прошёл вечер", "В Костанае прошёл вечер"),
            ("«Қазақтану» жобасы", "«Қазақтану» жобасы"),
            ("30 жыл — бірлік", "30 жыл — бірлік"),
            ("«Біртұтас қоғам: келісім»", "\"«Біртұтас қоғам: келісім»\""),
            ("\"Единство\": it's", "'\"Единство\": it''s'"),
            ("Итог # 5", "\"Итог # 5\""),
            ("- a", "\"- a\""),
            ("Нет", "\"Нет\""),
            ("a\nb", "\"a\\nb\""),
        ] {
            assert_eq!(value(text), yaml);
            assert_eq!(read_back(&format!("title: {yaml}\n")).as_deref(), Some(text));
        }
    }

    proptest! {
        #[test]
        fn a_value_is_read_as_the_text_that_it_was(text in any::<String>(), near in "[-:#\"'\\\\ «»a-zА-Яәі0-9{}\\[\\]&*!|>%@`,?=~.\n\t]{1,20}") {
            for text in [text.replace(['\u{fffe}', '\u{ffff}'], ""), near] {
                let text = text.trim();
                if !text.is_empty() {
                    let back = read_back(&format!("title: {}\n", value(text)));
                    prop_assert_eq!(back.as_deref(), Some(text));
                }
            }
        }
    }
}
