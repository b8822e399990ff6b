//! A new translation of a release, and the renewal of what a translation notes of its original.

use crate::diagnostic::Diagnostic;
use crate::parse::{self, Document, Front, MediaFront, ParagraphHash, Parts, ReleaseFront, TRANSLATED_FROM};
use crate::scaffold::value::{line, value};
use crate::yaml::Form;
use std::sync::Arc;

/// Why a translation cannot be renewed: its front matter cannot be read.
#[derive(Debug)]
pub struct Refusal(pub Vec<Diagnostic>);

/// The text of a translation that is still to be translated: the words of the original, without its facts, as a draft
/// that notes what it was made from. `text` is the original's file.
pub fn translation(original: &Document, text: &str) -> String {
    let hashes: Vec<ParagraphHash> = parse::paragraphs(original, text).iter().map(|paragraph| paragraph.hash).collect();
    let body = text.get(original.body.start as usize..).unwrap_or_default().replace("\r\n", "\n");
    let words = match &original.front {
        Front::Release(front) => words(front),
        Front::Project(_) | Front::Page(_) => String::new(),
    };
    let head = line("title", Some(&original.title.value)) + &line("summary", original.summary.as_deref()) + &words;
    format!("---\n{head}draft: true\n{TRANSLATED_FROM}: {}\n---\n{body}", list(&hashes))
}

/// What a release says in each language beside its title, its summary and its text.
fn words(front: &ReleaseFront) -> String {
    let author = front.author.as_ref().map(|author| {
        let field = |key, text: &Option<String>| line(key, text.as_deref());
        field("  name", &author.name) + &field("  role", &author.role) + &field("  organization", &author.organization)
    });
    let below = |key: &str, fields: &str| format!("{key}:\n{fields}");
    let mut words = author.map_or_else(String::new, |fields| below("author", &fields));
    for (key, field, text) in [("source", "  name", &front.source_name), ("event", "  place", &front.event_place)] {
        words += &text.as_ref().map_or_else(String::new, |text| below(key, &line(field, Some(text))));
    }
    words += &front.image.as_ref().map_or_else(String::new, |image| below("image", &media(image, "  ")));
    for (key, files) in [("gallery", &front.gallery), ("attachments", &front.attachments)] {
        let items: String = files.iter().map(|file| item(&media(file, "    "))).collect();
        words += &if items.is_empty() { items } else { below(key, &items) };
    }
    let corrections: String =
        front.corrections.iter().map(|(date, text)| correction(&date.to_string(), text)).collect();
    words + &if corrections.is_empty() { corrections } else { below("corrections", &corrections) }
}

fn media(file: &MediaFront, indent: &str) -> String {
    let line = |key: &str, text: Option<&str>| line(&format!("{indent}{key}"), text);
    line("file", Some(&file.file.value))
        + &line("alt", file.alt.as_deref())
        + &line("caption", file.caption.as_deref())
        + &line("title", file.title.as_deref())
}

fn correction(date: &str, text: &str) -> String {
    item(&format!("    date: {}\n    text: {}\n", value(date), value(text)))
}

/// Fields that stand four spaces to the right, as an item of a list.
fn item(fields: &str) -> String {
    format!("  - {}", fields.get(4..).unwrap_or_default())
}

fn list(hashes: &[ParagraphHash]) -> String {
    let hashes: Vec<String> = hashes.iter().map(ToString::to_string).collect();
    format!("[{}]", hashes.join(", "))
}

/// The text of a translation that notes these paragraphs of its original; every other byte is as it was.
///
/// # Errors
/// When the front matter cannot be read.
pub fn refresh(file: &Arc<str>, text: &str, original: &[ParagraphHash]) -> Result<String, Refusal> {
    let mut findings = Vec::new();
    let Some((mut table, Parts { front, .. })) = parse::front_matter(file, text, &mut findings) else {
        return Err(Refusal(findings));
    };
    let noted = table.entries().into_iter().find(|(key, _)| key.value == TRANSLATED_FROM);
    let list = list(original);
    let end = if text.get(..front.start).is_some_and(|head| head.ends_with("\r\n")) { "\r\n" } else { "\n" };
    let (range, new) = match noted {
        None => (front.end..front.end, format!("{TRANSLATED_FROM}: {list}{end}")),
        Some((key, entry)) if entry.form() == Form::Nothing => {
            let key = key.span.end as usize;
            let colon = text.get(key..).and_then(|rest| rest.find(':')).map_or(key, |at| key + at + 1);
            (colon..colon, format!(" {list}"))
        }
        Some((_, entry)) => {
            let span = entry.span();
            let margin = text.get(..span.start as usize).is_none_or(|before| before.ends_with('\n'));
            (span.start as usize..span.end as usize, format!("{}{list}", if margin { "  " } else { "" }))
        }
    };
    let (before, after) = (text.get(..range.start).unwrap_or_default(), text.get(range.end..).unwrap_or_default());
    Ok([before, &new, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn refreshed(text: &str) -> String {
        let hashes = [ParagraphHash::of("a"), ParagraphHash::of("b")];
        refresh(&"ru.md".into(), text, &hashes).unwrap()
    }

    const LIST: &str = "[17762fdd, 10e5cf3d]";

    #[test]
    fn only_the_hashes_are_renewed() {
        for (before, after) in [
            ("---\ntitle: a\n---\nText", "---\ntitle: a\ntranslated_from: LIST\n---\nText"),
            ("---\r\ntitle: a\r\n---\r\nText", "---\r\ntitle: a\r\ntranslated_from: LIST\r\n---\r\nText"),
            ("---\ntranslated_from: [1] # x\ntitle: a\n---\n", "---\ntranslated_from: LIST # x\ntitle: a\n---\n"),
            ("---\ntranslated_from:\n  - 1\n  - 2\ntitle: a\n---\n", "---\ntranslated_from:\n  LIST\ntitle: a\n---\n"),
            ("---\ntranslated_from:\n- 1\n- 2\ntitle: a\n---\n", "---\ntranslated_from:\n  LIST\ntitle: a\n---\n"),
            ("---\ntranslated_from:\ntitle: a\n---\n", "---\ntranslated_from: LIST\ntitle: a\n---\n"),
            ("---\ntranslated_from: [1,\n  2]\n---\n", "---\ntranslated_from: LIST\n---\n"),
            ("---\ntranslated_from: 1\n---\n", "---\ntranslated_from: LIST\n---\n"),
        ] {
            assert_eq!(refreshed(before), after.replace("LIST", LIST), "{before}");
            assert_eq!(refreshed(&refreshed(before)), refreshed(before));
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_touched() {
        for text in ["Text", "---\ntitle: a\nText", "---\ntitle: \"a\n---\n"] {
            assert!(!refresh(&"ru.md".into(), text, &[]).unwrap_err().0.is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_renewal_changes_no_other_byte(title in "[а-яa-z ]{1,20}", list in "(\\[[0-9a-f]{8}(, [0-9a-f]{8}){0,3}\\])?", body in "(\\PC|\n|\r\n|---\n){0,40}") {
            let text = format!("---\ntitle: x{title}\ntranslated_from: {list}\nsummary: y{title}\n---\n{body}");
            let new = refreshed(&text);
            let without = |text: &str, list: &str| text.replacen(&format!("translated_from: {list}"), "translated_from: ", 1);
            let back = without(&new, LIST);
            prop_assert_eq!(back.replacen("translated_from: \n", "", 1).replacen("translated_from:  \n", "", 1),
                without(&text, &list).replacen("translated_from: \n", "", 1));
        }
    }
}
