//! What texts call regions: by their names, their centres, towns and districts, in every case form.

use crate::language::letters::is_alphanumeric;
use crate::location::Taxonomy;
use crate::model::{Newsroom, Term, TermNo};
use std::collections::HashMap;

/// The names of the regions of Kazakhstan.
const NAMES: &str = include_str!("gazetteer.txt");

/// The most letters that may stand behind a name's beginning: «костана|йскими», «қостанай|лықтардың».
const LONGEST_ENDING: usize = 10;

/// The names of the regions of a newsroom.
pub struct Gazetteer {
    regions: HashMap<TermNo, Vec<Name>>,
}

/// A name as words begin.
struct Name(Vec<Word>);

/// A word of a text, or its beginning, in lower case with `е` for `ё`.
struct Word {
    letters: String,
    case: Case,
}

/// How a word begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Capital,
    Small,
}

impl Gazetteer {
    /// Gathers the names: those known here by a region's ISO code, and those that regions.yaml gives.
    pub fn new(newsroom: &Newsroom) -> Self {
        let known: HashMap<&str, &str> = NAMES.lines().filter_map(|line| line.split_once(": ")).collect();
        let names = |term: &Term| {
            let known = term.code.as_deref().and_then(|code| known.get(code)).copied().unwrap_or_default();
            let known = known.split(", ").map(|name| Name(words(name).collect()));
            let given = term.names.values().chain(&term.aliases).map(String::as_str).chain(term.history.names());
            let given = given.map(beginnings);
            known.chain(given).filter(|name| !name.0.is_empty()).collect()
        };
        let regions = newsroom.terms_of(Taxonomy::Region).map(|no| (no, names(newsroom.term(no))));
        Self { regions: regions.collect() }
    }

    /// Whether a text names a region; a region that has no name is named by every text.
    pub fn is_named(&self, region: TermNo, text: &str) -> bool {
        let Some(names) = self.regions.get(&region).filter(|names| !names.is_empty()) else { return true };
        let words: Vec<Word> = words(text).collect();
        (0..words.len()).any(|at| names.iter().any(|name| name.begins(&words[at..])))
    }
}

impl Name {
    fn begins(&self, words: &[Word]) -> bool {
        words.len() >= self.0.len() && self.0.iter().zip(words).all(|(name, word)| name.begins(word))
    }
}

impl Word {
    fn begins(&self, word: &Self) -> bool {
        let rest = word.letters.strip_prefix(self.letters.as_str());
        let case = self.case == Case::Small || word.case == Case::Capital;
        case && rest.is_some_and(|rest| rest.chars().count() <= LONGEST_ENDING)
    }
}

fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    text.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty()).map(|word| Word {
        letters: word.to_lowercase().replace('ё', "е"),
        case: if word.starts_with(char::is_uppercase) { Case::Capital } else { Case::Small },
    })
}

/// A name of regions.yaml less the words for a region and the ending of its adjective; nothing of a code.
fn beginnings(name: &str) -> Name {
    const KINDS: &str = "область облысы облыс область регион region oblast province город қаласы қала city of г \
        аудан ауданы район district";
    if name.contains(|c: char| c.is_ascii_digit()) {
        return Name(Vec::new());
    }
    let proper = words(name).filter(|word| !KINDS.split_whitespace().any(|kind| kind == word.letters));
    let code = name.starts_with("KZ-");
    Name(proper.map(Word::beginning).filter(|_| !code).collect())
}

impl Word {
    /// The word without the ending that changes.
    fn beginning(mut self) -> Self {
        let adjective = ["ая", "ий", "ый", "ое"].iter().find_map(|ending| self.letters.strip_suffix(ending));
        let noun = || self.letters.strip_suffix(['а', 'я', 'ь', 'й', 'ы']);
        let shorter = adjective.or_else(noun).filter(|shorter| shorter.chars().count() >= 3).map(str::to_owned);
        if adjective.is_some() {
            self.case = Case::Small;
        }
        self.letters = shorter.unwrap_or(self.letters);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::History;
    use std::collections::BTreeMap;

    fn region(code: &str, names: &[&str]) -> Newsroom {
        let aliases = names.iter().map(|name| (*name).to_owned()).collect();
        let term = Term {
            taxonomy: Taxonomy::Region,
            id: "a".to_owned(),
            names: BTreeMap::new(),
            aliases,
            code: Some(code.to_owned()),
            map: None,
            history: History::default(),
            project: None,
        };
        Newsroom { terms: vec![term], ..Newsroom::default() }
    }

    #[test]
    fn a_region_is_named_in_every_case_form() {
        let newsroom = region("KZ-39", &[]);
        let gazetteer = Gazetteer::new(&newsroom);
        for text in [
            "в Костанайской области",
            "Костанайцы собрались",
            "КОСТАНАЙ",
            "Қостанайлықтар жиналды",
            "Қостанай облысында",
            "in Kostanay Region",
            "в Рудном",
            "костанайские дома",
        ] {
            assert!(gazetteer.is_named(TermNo(0), text), "{text}");
        }
        for text in ["в Караганде", "рудном деле", "", "Қостанжан"] {
            assert!(!gazetteer.is_named(TermNo(0), text), "{text}");
        }
    }

    #[test]
    fn a_newsroom_has_regions_of_its_own() {
        let newsroom = region("XX-1", &["Приморская область", "Тихая гавань", "XX-OLD1", "область"]);
        let gazetteer = Gazetteer::new(&newsroom);
        let named = |text| gazetteer.is_named(TermNo(0), text);
        assert!(named("в Приморской области") && named("о Тихой гавани") && !named("гавань") && !named("область"));
        assert!(Gazetteer::new(&region("XX-1", &[])).is_named(TermNo(0), ""));
    }

    #[test]
    fn every_region_of_kazakhstan_has_names() {
        let regions: Vec<&str> =
            NAMES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split(": ").next()).collect();
        assert_eq!(regions.len(), 20);
        assert!(regions.iter().all(|code| code.starts_with("KZ-")));
    }
}
