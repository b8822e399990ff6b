//! How many words a reader reads. All of every body is looked at, and the general tables of Unicode are slow: for ASCII
//! and Cyrillic the first byte of a character tells enough, and without a branch.

/// Counts the words of texts that follow each other.
#[derive(Default)]
pub struct WordCount {
    words: u32,
    /// 1 within a word, 0 before one.
    open: u8,
}

impl WordCount {
    /// Counts the words that begin in the text; a word may go on from the text before, as over an end of emphasis.
    pub fn read(&mut self, text: &str) {
        let Self { mut words, mut open } = *self;
        for (at, byte) in text.bytes().enumerate() {
            let effect = match EFFECTS[usize::from(byte)] {
                UNCLEAR => text.get(at..).and_then(|rest| rest.chars().next()).map_or(NONE, effect),
                effect => effect,
            };
            let before = open;
            open = (effect >> before) & 1;
            words += u32::from(before < open);
        }
        *self = Self { words, open };
    }

    /// The text before ends a word.
    pub fn end_word(&mut self) {
        self.open = 0;
    }

    /// How many words began so far.
    pub fn total(&self) -> u32 {
        self.words
    }
}

/// What a character does to `open`: bit 0 is what becomes of 0, bit 1 what becomes of 1.
type Effect = u8;

const OF_WORD: Effect = 0b11;
const SPACE: Effect = 0b00;
const NONE: Effect = 0b10;
/// The first byte does not tell.
const UNCLEAR: Effect = 0b100;

fn effect(c: char) -> Effect {
    match c {
        c if c.is_alphanumeric() => OF_WORD,
        c if c.is_whitespace() => SPACE,
        _ => NONE,
    }
}

/// The effects by first byte; bytes that are not first have none.
static EFFECTS: [Effect; 256] = {
    let mut effects = [UNCLEAR; 256];
    let mut byte = 0;
    while byte < effects.len() {
        effects[byte] = match byte as u8 {
            b'\t'..=b'\r' | b' ' => SPACE,
            // From 0xd0 on it is Cyrillic, U+0400 to U+04FF.
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xd0..=0xd3 => OF_WORD,
            0..=0xbf => NONE,
            _ => UNCLEAR,
        };
        byte += 1;
    }
    effects
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn count(text: &str) -> u32 {
        let mut count = WordCount::default();
        count.read(text);
        count.total()
    }

    #[test]
    fn a_word_may_go_on_in_the_next_text() {
        let mut count = WordCount::default();
        ["«Қазақ", "тану»", "ның", " мәні"].iter().for_each(|text| count.read(text));
        count.end_word();
        count.read("зор");
        assert_eq!(count.total(), 3);
    }

    proptest! {
        #[test]
        fn a_word_is_what_has_a_letter_or_digit_between_white_space(
            text in "\\PC*",
            near in "[а-яқ 0-9A-z«»—\u{85}\u{a0}\u{1680}\u{2003}\u{3000}\\t漢é-]{0,40}",
        ) {
            // All of Cyrillic is of words, its marks and signs of thousands, too.
            let of_word = |c: char| matches!(c, 'Ѐ'..='ӿ') || c.is_alphanumeric();
            for text in [text, near] {
                let words = text.split_whitespace().filter(|word| word.contains(of_word));
                prop_assert_eq!(count(&text) as usize, words.count());
            }
        }
    }
}
