//! The first words of a body, short enough for a card or a search result.

/// The most characters of a summary, the ellipsis among them.
const MOST: usize = 220;

/// A summary that ends with a sentence has at least as many characters; else it ends with a word.
const LEAST: usize = 80;

/// The text with its white space collapsed, cut at the end of its last whole sentence, or of a word and with `…`.
pub fn shorten(text: &str) -> String {
    let text = collapsed(text);
    let Some((limit, _)) = text.char_indices().nth(MOST) else { return text };
    // A sentence that ends right at the limit is whole, too: the space after it is looked at.
    let reach =
        text.get(..=limit).filter(|reach| reach.ends_with(' ')).or_else(|| text.get(..limit)).unwrap_or_default();
    if let Some(sentence) = whole_sentences(reach) {
        return sentence.to_owned();
    }
    let room = reach.char_indices().nth(MOST - 1).map_or(reach.len(), |(at, _)| at);
    let cut = reach.get(..=room).and_then(|cut| cut.rfind(' ')).or_else(|| reach.get(..room)?.rfind(' '));
    let words = reach.get(..cut.unwrap_or(room)).unwrap_or_default();
    format!("{}…", words.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '»' | ')' | '”' | '"' | '%')))
}

fn collapsed(text: &str) -> String {
    // Cyrillic is told first, because the general table is slow.
    let is_space = |c: char| c == ' ' || (!matches!(c, 'Ѐ'..='ӿ') && c.is_whitespace());
    let mut collapsed = String::with_capacity(text.len());
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    collapsed
}

fn whole_sentences(reach: &str) -> Option<&str> {
    let ends = reach.match_indices(' ').map(|(space, _)| space).rev();
    let ends = ends.filter_map(|space| reach.split_at_checked(space));
    let found = ends.take_while(|(sentence, _)| sentence.chars().count() >= LEAST).find(|(sentence, after)| {
        ends_sentence(sentence) && after.trim_start().chars().next().is_none_or(begins_sentence)
    });
    found.map(|(sentence, _)| sentence)
}

fn begins_sentence(c: char) -> bool {
    c.is_uppercase() || !c.is_alphanumeric()
}

/// A full stop after fewer than four letters is taken for that of an abbreviation: обл., млн., ж., initials.
fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['»', '”', '"', ')', '’']);
    match bare.chars().next_back() {
        Some('!' | '?' | '…') => true,
        Some('.') => bare.trim_end_matches('.').chars().rev().take_while(|c| c.is_alphabetic()).count() > 3,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_short_text_is_its_own_summary() {
        assert_eq!(shorten("  Алматы\n\tқаласында "), "Алматы қаласында");
        assert_eq!(shorten(""), "");
        assert_eq!(shorten(&"а".repeat(220)), "а".repeat(220));
    }

    #[test]
    fn a_long_text_ends_with_a_sentence() {
        let first =
            "В Костанае прошла встреча, на которой в 2024 г. Иванов А. Б. рассказал о работе ассамблеи региона.";
        assert_eq!(shorten(&format!("{first} Затем {}", "слово ".repeat(60))), first);
        assert_eq!(shorten(&format!("{first} затем {}", "слово ".repeat(60))).chars().next_back(), Some('…'));
    }

    #[test]
    fn a_long_sentence_ends_with_a_word() {
        let text = shorten(&"қоғамдық, ".repeat(60));
        assert!(text.ends_with("қоғамдық…") && text.chars().count() <= 220, "{text}");
        assert_eq!(shorten(&"ә".repeat(500)).chars().count(), 220);
    }

    proptest! {
        #[test]
        fn no_summary_is_longer_than_its_limit(text in "([а-яА-Я.!?»,]{0,12} ?){0,60}") {
            prop_assert!(shorten(&text).chars().count() <= 220);
        }
    }
}
