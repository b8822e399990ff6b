//! A scheme: the tables by which Kazakh Cyrillic is written in another script.

use crate::language::script::word::{Letter, is_cyrillic};
use serde::Serialize;

/// How Kazakh is written in another script. Built-in schemes are [`Scheme::built_in`]; a newsroom's own is read from the
/// text of its file by [`Scheme::read`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Scheme {
    pub(crate) name: String,
    pub(crate) script: Script,
    /// By the letter's place in the Cyrillic block, in the order in which the rules are tried; none for a letter that
    /// the scheme does not know.
    pub(crate) rules: Vec<Vec<Rule>>,
    pub(crate) capitals: Vec<(char, char)>,
    pub(crate) hamza: Option<Hamza>,
    pub(crate) acronyms: Acronyms,
    /// Last parts of names that are written as words of their own.
    pub(crate) detached: Vec<String>,
    /// Signs that vanish within words.
    pub(crate) dropped: Vec<char>,
    /// Signs between words.
    pub(crate) punctuation: Vec<(char, String)>,
}

/// A script that Kazakh is converted to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Script {
    /// Latin letters.
    Latn,
    /// Arabic letters.
    Arab,
}

/// How an abbreviation of capital letters is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub(crate) enum Acronyms {
    /// As a word.
    Words,
    /// Letter by letter, with spaces between.
    Spaced,
}

/// The sign before a word whose vowels are front ones.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(crate) struct Hamza {
    pub(crate) sign: String,
    /// Letters that ask for the sign.
    pub(crate) letters: Vec<char>,
    /// Letters beside which it is not written.
    pub(crate) unless: Vec<char>,
}

/// What some letters become in some surroundings.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(crate) struct Rule {
    pub(crate) from: Vec<char>,
    pub(crate) to: Cased,
    /// What may stand before.
    pub(crate) after: Neighbours,
    /// What may stand after.
    pub(crate) before: Neighbours,
}

/// Small letters, `None` for the edge of the word; empty for anything.
pub(crate) type Neighbours = Vec<Option<char>>;

/// What is made of letters, for a word in lower case, with a capital first letter, in capitals.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub(crate) struct Cased {
    pub(crate) lower: String,
    pub(crate) title: String,
    pub(crate) upper: String,
}

impl Scheme {
    /// The name with its version.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The script that is written.
    pub fn script(&self) -> Script {
        self.script
    }

    /// The capital of a letter of the scheme's script, whatever the platform takes it to be: İ for i.
    pub fn capital(&self, letter: char) -> impl Iterator<Item = char> + use<> {
        let own = self.capitals.iter().find(|(small, _)| *small == letter).map(|(_, capital)| *capital);
        let usual = own.is_none().then(|| letter.to_uppercase());
        own.into_iter().chain(usual.into_iter().flatten())
    }

    /// A spelling in the three cases.
    pub(crate) fn cased(&self, lower: &str) -> Cased {
        let mut letters = lower.chars();
        let first = letters.next().into_iter().flat_map(|first| self.capital(first));
        Cased {
            lower: lower.to_owned(),
            title: first.chain(letters).collect(),
            upper: lower.chars().flat_map(|letter| self.capital(letter)).collect(),
        }
    }

    /// Whether the scheme says what becomes of a small Cyrillic letter.
    pub(crate) fn knows(&self, letter: char) -> bool {
        !self.rules_of(letter).is_empty()
    }

    /// The first rule that fits the word from a place on.
    pub(crate) fn rule(&self, word: &[Letter], place: usize) -> Option<&Rule> {
        let letter = word.get(place)?.small;
        self.rules_of(letter).iter().find(|rule| rule.fits(word, place))
    }

    fn rules_of(&self, letter: char) -> &[Rule] {
        block_index(letter).and_then(|index| self.rules.get(index)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The place of a letter in [`Scheme::rules`].
pub(crate) fn block_index(letter: char) -> Option<usize> {
    is_cyrillic(letter).then(|| letter as usize - 0x400)
}

impl Script {
    /// All scripts.
    pub const ALL: [Self; 2] = [Self::Latn, Self::Arab];

    /// The subtag of a language in the script (ISO 15924).
    pub fn subtag(self) -> &'static str {
        match self {
            Self::Latn => "Latn",
            Self::Arab => "Arab",
        }
    }

    /// Whether a letter belongs to the script.
    pub(crate) fn has(self, letter: char) -> bool {
        match self {
            Self::Latn => matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{aa}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}'),
            Self::Arab => matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}'),
        }
    }
}

impl Rule {
    /// How much the rule asks of its surroundings.
    pub(crate) fn weight(&self) -> usize {
        usize::from(!self.after.is_empty()) + usize::from(!self.before.is_empty())
    }

    fn fits(&self, word: &[Letter], place: usize) -> bool {
        let allows = |allowed: &[Option<char>], letter: Option<&Letter>| {
            allowed.is_empty() || allowed.contains(&letter.map(|letter| letter.small))
        };
        let end = place + self.from.len();
        word.get(place..end).is_some_and(|own| own.iter().map(|letter| letter.small).eq(self.from.iter().copied()))
            && allows(&self.after, place.checked_sub(1).and_then(|before| word.get(before)))
            && allows(&self.before, word.get(end))
    }
}

impl Hamza {
    /// Whether a word has the sign before it.
    pub(crate) fn stands_before(&self, word: &[Letter]) -> bool {
        let any = |letters: &[char]| word.iter().any(|letter| letters.contains(&letter.small));
        any(&self.letters) && !any(&self.unless)
    }
}
