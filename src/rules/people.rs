//! One person's name in two spellings.
//!
//! Case endings are cut off crudely, and two spellings are one name only if they differ in letters that Kazakh and Russian
//! spelling confuse («Жұмабаев», «Жумабаев»), or in a hyphen, or within one text in a single letter. What is cut wrongly is
//! cut wrongly in both, so that inflection alone is never a second spelling.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Language;
use crate::rules::names::Lemma;
use crate::rules::page::Page;
use crate::rules::person::Person;
use crate::rules::whole::Whole;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Finds people whose surname stands in one text in two spellings that differ in one letter.
pub fn in_one_text(page: &Page<'_>) -> Vec<Diagnostic> {
    let people = &page.people;
    let mut found = Vec::new();
    for (at, person) in people.iter().enumerate() {
        for other in people.iter().skip(at + 1).filter(|other| person.lemma.is_mistyped(&other.lemma, page.language()))
        {
            let (first, second) = if person.span < other.span { (person, other) } else { (other, person) };
            let finding = page.finding(Code::NameSpelledTwice, second.span).with("name", &second.written);
            let first_place = Place::new(page.document.file.clone(), first.span);
            found.push(finding.with("other", &first.written).also(first_place));
        }
    }
    found
}

/// The spellings of one name, each with the numbers of the texts that have it, and where.
type Spellings<'w> = BTreeMap<&'w Lemma, Vec<(usize, &'w Person)>>;

/// Finds people whose name most texts of a language spell otherwise.
pub fn in_all_texts(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let mut spellings: HashMap<(Language, String), Spellings<'_>> = HashMap::new();
    for (nth, sketch) in whole.sketches.iter().enumerate() {
        for person in &sketch.people {
            let key = (sketch.document.language, person.lemma.key(sketch.document.language));
            spellings.entry(key).or_default().entry(&person.lemma).or_default().push((nth, person));
        }
    }
    let twice = spellings.into_values().filter(|spellings| spellings.len() > 1);
    twice.flat_map(|spellings| of_person(whole, &spellings)).collect()
}

/// A finding for each text that spells a name as most do not; of as many, the spelling of the oldest release stands.
fn of_person(whole: &Whole<'_>, spellings: &Spellings<'_>) -> Vec<Diagnostic> {
    let file = |nth: usize| whole.sketches[nth].document.file.clone();
    let usual = spellings.iter().max_by_key(|(_, uses)| (uses.len(), Reverse((uses[0].0, uses[0].1.span))));
    let Some((usual, (first, model))) = usual.map(|(lemma, uses)| (*lemma, uses[0])) else { return Vec::new() };
    let others = spellings.iter().filter(|(lemma, _)| **lemma != usual).flat_map(|(_, uses)| uses);
    let finding = |(nth, person): &(usize, &Person)| {
        let finding = Diagnostic::new(Code::NameSpelledTwice, Place::new(file(*nth), person.span));
        let finding = finding.with("name", &person.written).with("other", &model.written);
        finding.also(Place::new(file(first), model.span))
    };
    others.map(finding).collect()
}
