//! Titles as the command line gives them.

/// A title that front matter can hold in one line: not empty, of at most 300 characters, each of which can be seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Title(String);

/// Why a text is no title.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadTitle {
    /// It says nothing.
    Empty,
    /// It is longer than any headline.
    Long,
    /// A line break, a tabulator or another control character is in it.
    Invisible,
}

impl BadTitle {
    /// The word in the keys of messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Long => "long",
            Self::Invisible => "invisible",
        }
    }
}

impl Title {
    /// The most characters of a title.
    pub const LONGEST: usize = 300;

    /// The title without white space around it.
    ///
    /// # Errors
    /// Why the text is none.
    pub fn parse(text: &str) -> Result<Self, BadTitle> {
        let text = text.trim();
        if text.is_empty() {
            Err(BadTitle::Empty)
        } else if text.chars().any(is_no_text) {
            Err(BadTitle::Invisible)
        } else if text.chars().count() > Self::LONGEST {
            Err(BadTitle::Long)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// The title itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What ends a line, and what YAML does not allow in any text.
fn is_no_text(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_a_line_that_can_be_seen() {
        assert_eq!(Title::parse("  «Қазақтану»: 30 жыл 🎉 ").unwrap().as_str(), "«Қазақтану»: 30 жыл 🎉");
        for (text, fault) in [
            ("", BadTitle::Empty),
            (" \u{a0}\n", BadTitle::Empty),
            ("a\nb", BadTitle::Invisible),
            ("a\0", BadTitle::Invisible),
            ("a\u{1b}[31m", BadTitle::Invisible),
        ] {
            assert_eq!(Title::parse(text), Err(fault), "{text:?}");
        }
        assert_eq!(Title::parse(&"ә".repeat(301)), Err(BadTitle::Long));
    }
}
