//! Names of people in running text: who is named, without the endings that his name has there.

use crate::language::{Language, letters};
use std::ops::Range;

/// A name and surname without their endings, with `е` for `ё`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Lemma {
    name: Box<str>,
    surname: Box<str>,
}

impl Lemma {
    /// What all spellings of a name have in common: letters that the spellings of a language confuse are one.
    pub fn key(&self, language: Language) -> String {
        let key = |text: &str| if language.primary() == "en" { romanised(text) } else { russified(text) };
        format!("{} {}", key(&self.name), key(&self.surname))
    }

    /// Whether it is another but for one letter within a long surname, and not only in another spelling.
    pub fn is_mistyped(&self, other: &Self, language: Language) -> bool {
        let (one, two) = (&*self.surname, &*other.surname);
        let ends = |text: &str| (text.chars().next(), text.chars().next_back());
        let long = || one.chars().count().min(two.chars().count()) >= 6;
        let near = self.name == other.name && long() && ends(one) == ends(two) && strsim::osa_distance(one, two) == 1;
        near && self.key(language) != other.key(language)
    }
}

/// The people named in a text by name and surname, in order, with the place of each.
pub fn people(language: Language, text: &str) -> Vec<(Lemma, Range<usize>)> {
    let words = words(text);
    let pairs = words.windows(2).filter(|pair| text.get(pair[0].end..pair[1].start) == Some(" "));
    let person = |pair: &[Range<usize>]| {
        let [name, surname] = [&pair[0], &pair[1]].map(|range| text.get(range.clone()).unwrap_or_default());
        let lemma = Lemma { name: stem(language, name)?.into(), surname: stem(language, surname)?.into() };
        is_surname(&lemma.surname).then_some((lemma, pair[0].start..pair[1].end))
    };
    pairs.filter_map(person).collect()
}

/// The words, hyphens and apostrophes within them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let within = letters::is_letter(c) || open.is_some() && matches!(c, '-' | '’' | '\'');
        match open {
            None if within => open = Some(at),
            Some(start) if !within => {
                let word = text.get(start..at).unwrap_or_default().trim_end_matches(['-', '’', '\'']);
                words.push(start..start + word.len());
                open = None;
            }
            _ => {}
        }
    }
    words
}

/// Case endings, the longest first; of Kazakh those of nouns, of Russian also those of surnames that are adjectives.
const ENDINGS: &[(&str, &str)] = &[
    (
        "kk",
        "ының інің ның нің дың дің тың тің нан нен дан ден тан тен мен бен пен ға ге қа ке на не ны ні ды ді ты ті да де та те",
    ),
    (
        "ru",
        "скому ского скими ских ским ском ская ской скую ский ыми ого ому ыми ых ым ом ем ой ей ию ии ия ья ьи ье ью а я у ю е и ы ь й о",
    ),
    ("en", "’s 's"),
];

/// A word with a capital and small letters behind it, less its ending, with `е` for `ё`.
fn stem(language: Language, word: &str) -> Option<String> {
    let mut parts = word.split('-');
    let capital = |part: &str| {
        let mut letters = part.chars().filter(|c| letters::is_letter(*c));
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    // A Kazakh ending may stand behind a hyphen, and «Қасым-Жомарт» has two capitals.
    if word.chars().count() < 3 || !capital(word) || parts.any(|part| !capital(part)) {
        return None;
    }
    let word = word.to_lowercase().replace('ё', "е");
    let endings = ENDINGS.iter().find(|(tag, _)| *tag == language.primary()).map_or("", |(_, endings)| endings);
    let cut = endings.split(' ').filter(|ending| !ending.is_empty()).find_map(|ending| word.strip_suffix(ending));
    Some(cut.filter(|cut| cut.chars().count() >= 3).unwrap_or(&word).to_owned())
}

/// Whether a word less its ending ends as surnames do.
fn is_surname(stem: &str) -> bool {
    const ENDINGS: &str = "ов ев ин ын ова ева ина ына ск цк енко ук юк як ко ян дзе швили ич ұлы қызы улы кызы \
        бай бек хан хано ғали гали бет мет қожа кожа жан құл кул беков баев \
        ov ev yev in yn ova eva yeva ina yna sky skiy ski enko uk yan bay bai bek khan uly uli kyzy qyzy";
    stem.chars().count() >= 4 && ENDINGS.split_whitespace().any(|ending| stem.ends_with(ending))
}

/// Cyrillic as a keyboard without the Kazakh letters writes it, without hyphens.
fn russified(text: &str) -> String {
    let letter = |c: char| match c {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        c => c,
    };
    text.chars().filter(|c| *c != '-').map(letter).collect()
}

/// A romanised name with one letter where systems have several: Tokayev, Tokaev and Toqaev are one.
fn romanised(text: &str) -> String {
    const SYSTEMS: [(&str, &str); 11] = [
        ("zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("ya", "a"),
        ("ia", "a"),
        ("ye", "e"),
        ("yu", "u"),
        ("iu", "u"),
        ("q", "k"),
        ("w", "v"),
        ("y", "i"),
    ];
    let text: String = text.chars().filter(|c| letters::is_letter(*c)).collect();
    SYSTEMS.iter().fold(text, |text, (from, to)| text.replace(from, to)).replace("ii", "i")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(tag: &str) -> Language {
        Language::parse(tag).unwrap()
    }

    fn keys(language: &str, text: &str) -> Vec<String> {
        people(tag(language), text).into_iter().map(|(lemma, _)| lemma.key(tag(language))).collect()
    }

    #[test]
    fn a_person_is_one_in_every_case_and_spelling() {
        for (language, text) in [
            ("ru", "Марат Жумабаев, Марата Жұмабаева, с Маратом Жумабаевым, Марату Жумабаеву"),
            ("kk", "Марат Жұмабаев, Марат Жумабаевтың, Марат Жұмабаевқа, Марат Жұмабаевпен"),
            ("en", "Marat Zhumabayev, Marat Jumabaev’s, Marat Zhumabaev"),
        ] {
            let keys = keys(language, text);
            assert!(keys.len() >= 3 && keys.iter().all(|key| *key == keys[0]), "{keys:?}");
        }
    }

    #[test]
    fn what_is_no_person_is_left_out() {
        for text in ["Дом дружбы", "АНК Жумабаев", "Марат. Жумабаев", "В Костанае", "Совет Матерей", "Қазақстан Халқы"]
        {
            assert_eq!(keys("ru", text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn one_letter_within_a_long_surname_is_a_slip() {
        let lemma = |text: &str| people(tag("ru"), text).remove(0).0;
        assert!(lemma("Ассоль Мирманова").is_mistyped(&lemma("Ассоль Мерманова"), tag("ru")));
        assert!(lemma("Ассоли Мирмановой").is_mistyped(&lemma("Ассоли Мирмоновой"), tag("ru")));
        for other in ["Ассоль Мирманова", "Марат Мерманов", "Ассоль Мирмановская", "Ассоль Дирманова"]
        {
            assert!(!lemma("Ассоль Мирманова").is_mistyped(&lemma(other), tag("ru")), "{other}");
        }
    }
}
