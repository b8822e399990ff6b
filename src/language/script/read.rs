//! The file of a scheme: its lines become tables, or a list of all that is wrong.

use crate::language::letters::is_letter;
use crate::language::script::fault::{Fault, FaultKind};
use crate::language::script::lines::{Line, lines};
use crate::language::script::scheme::{Acronyms, Cased, Hamza, Neighbours, Rule, Scheme, Script, block_index};
use crate::language::script::word::{is_apostrophe, is_cyrillic, small};
use std::collections::HashMap;

/// The letters of Kazakh, in their order.
const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
/// Letters and signs of the Cyrillic block, U+0400 to U+052F.
const BLOCK: usize = 0x130;

impl Scheme {
    /// Reads the text of a scheme's file, or tells all its faults in their order. What follows `#` is a comment.
    ///
    /// | line | what it says |
    /// |---|---|
    /// | `name: kk-Latn-2021` | the name with its version |
    /// | `script: Latn` | `Latn` or `Arab` |
    /// | `ш = sh` | a letter; nothing after the sign if it is dropped |
    /// | `нг = ڭ before end д т` | letters before some others or the end of the word; the longest and narrowest rule wins |
    /// | `я = ا after и й` | the same after some others, or the `start` of the word |
    /// | `, = ،` | a sign between words |
    /// | `capitals: i İ` | small letters whose capital is not the usual one, each with it |
    /// | `hamza: ء for ә і unless к` | a sign before words with some letters and without some others |
    /// | `acronyms: spaced` | АҚШ is written letter by letter |
    /// | `detached: ұлы қызы` | last parts of names that are written as words of their own |
    /// | `dropped: ' ’` | apostrophes that vanish within words |
    pub fn read(file: &str) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader { file, scheme: empty(), faults: Vec::new(), seen: HashMap::new(), made: Vec::new() };
        lines(file).for_each(|(number, line)| reader.line(number, line));
        reader.finish();
        reader.faults.sort_by_key(|fault| (fault.at.start, fault.at.end));
        if reader.faults.is_empty() { Ok(reader.scheme) } else { Err(reader.faults) }
    }
}

fn empty() -> Scheme {
    Scheme {
        name: String::new(),
        script: Script::Latn,
        rules: vec![Vec::new(); BLOCK],
        capitals: Vec::new(),
        hamza: None,
        acronyms: Acronyms::Words,
        detached: Vec::new(),
        dropped: Vec::new(),
        punctuation: Vec::new(),
    }
}

/// What tells a line from all others: a key, or letters and their surroundings.
type Subject = (String, Neighbours, Neighbours);

struct Reader<'f> {
    file: &'f str,
    scheme: Scheme,
    faults: Vec<Fault>,
    /// The subject of each line, with its number.
    seen: HashMap<Subject, usize>,
    /// All that the scheme writes.
    made: Vec<&'f str>,
}

impl<'f> Reader<'f> {
    fn line(&mut self, number: usize, line: Line<'f>) {
        match line {
            Line::Pair { from, to } => self.pair(number, from, to),
            Line::Key { key, value } => self.key(number, key, value),
            Line::Other(text) => self.fault(text, FaultKind::UnknownLine),
        }
    }

    fn fault(&mut self, part: &str, kind: FaultKind) {
        self.faults.push(Fault::of(self.file, part, kind));
    }

    /// Whether the subject is new; if not, the line is a fault.
    fn is_first(&mut self, number: usize, part: &str, subject: Subject) -> bool {
        let first = *self.seen.entry(subject).or_insert(number);
        if first != number {
            self.fault(part, FaultKind::Twice { first });
        }
        first == number
    }

    fn key(&mut self, number: usize, key: &'f str, value: &'f str) {
        const KEYS: [&str; 7] = ["name", "script", "capitals", "hamza", "acronyms", "detached", "dropped"];
        if !KEYS.contains(&key) {
            return self.fault(key, FaultKind::UnknownLine);
        }
        if !self.is_first(number, key, (format!("{key}:"), Vec::new(), Vec::new())) {
            return;
        }
        let words: Vec<&'f str> = value.split_whitespace().collect();
        let read = match (key, words.as_slice()) {
            ("script", [word]) => return self.script(word),
            ("name", [word]) => self.name(word),
            ("acronyms", [word]) => self.acronyms(word),
            ("hamza", [sign, "for", rest @ ..]) => self.hamza(sign, rest),
            ("detached", words @ [_, ..]) => self.detached(words),
            ("dropped", words @ [_, ..]) => self.dropped(words),
            ("capitals", words @ [_, ..]) => self.capitals(words),
            _ => None,
        };
        if read.is_none() {
            self.fault(if value.is_empty() { key } else { value }, FaultKind::BadRule);
        }
    }

    fn name(&mut self, word: &str) -> Option<()> {
        self.scheme.name = word.to_owned();
        Some(())
    }

    fn acronyms(&mut self, word: &str) -> Option<()> {
        self.scheme.acronyms = match word {
            "spaced" => Acronyms::Spaced,
            "words" => Acronyms::Words,
            _ => return None,
        };
        Some(())
    }

    fn script(&mut self, word: &str) {
        match word {
            "Latn" => self.scheme.script = Script::Latn,
            "Arab" => self.scheme.script = Script::Arab,
            _ => self.fault(word, FaultKind::BadScript),
        }
    }

    fn hamza(&mut self, sign: &'f str, rest: &[&str]) -> Option<()> {
        let unless = rest.iter().position(|word| *word == "unless").unwrap_or(rest.len());
        let letters = cyrillic_letters(rest.get(..unless)?)?;
        let unless = cyrillic_letters(rest.get(unless + 1..).unwrap_or_default())?;
        self.made.push(sign);
        self.scheme.hamza = Some(Hamza { sign: sign.to_owned(), letters, unless });
        Some(())
    }

    fn detached(&mut self, words: &[&str]) -> Option<()> {
        let are_words = words.iter().all(|word| word.chars().all(|c| is_cyrillic(c) && small(c) == c));
        self.scheme.detached = words.iter().map(|word| (*word).to_owned()).collect();
        are_words.then_some(())
    }

    fn dropped(&mut self, words: &[&str]) -> Option<()> {
        let sign = |word: &&str| single(word).filter(|c| is_apostrophe(*c));
        self.scheme.dropped = words.iter().map(sign).collect::<Option<_>>()?;
        Some(())
    }

    fn capitals(&mut self, words: &[&'f str]) -> Option<()> {
        let pair = |pair: &[&str]| Some((single(pair.first()?)?, single(pair.get(1)?)?));
        self.scheme.capitals = words.chunks(2).map(pair).collect::<Option<_>>()?;
        self.made.extend(words);
        Some(())
    }

    fn pair(&mut self, number: usize, from: &'f str, to: &'f str) {
        let small: Vec<char> = from.chars().map(small).collect();
        match small.as_slice() {
            [sign] if !sign.is_alphanumeric() => self.sign(number, *sign, from, to),
            [_, ..] if small.iter().all(|c| is_cyrillic(*c)) => self.rule(number, small, from, to),
            _ => self.fault(if from.is_empty() { to } else { from }, FaultKind::BadRule),
        }
    }

    fn sign(&mut self, number: usize, sign: char, from: &'f str, to: &'f str) {
        if to.is_empty() || to.contains(char::is_whitespace) {
            return self.fault(from, FaultKind::BadRule);
        }
        if self.is_first(number, from, (from.to_owned(), Vec::new(), Vec::new())) {
            self.made.push(to);
            self.scheme.punctuation.push((sign, to.to_owned()));
        }
    }

    fn rule(&mut self, number: usize, letters: Vec<char>, from: &'f str, to: &'f str) {
        let words: Vec<&'f str> = to.split_whitespace().collect();
        let (made, conditions) = match words.as_slice() {
            [made, rest @ ..] if !is_condition(made) => (*made, rest),
            rest => ("", rest),
        };
        let Some((after, before)) = surroundings(conditions) else {
            return self.fault(to, FaultKind::BadRule);
        };
        let subject = (letters.iter().collect(), after.clone(), before.clone());
        if self.is_first(number, from, subject) {
            self.made.push(made);
            let place = letters.first().and_then(|first| block_index(*first));
            if let Some(rules) = place.and_then(|place| self.scheme.rules.get_mut(place)) {
                rules.push(Rule {
                    from: letters,
                    to: Cased { lower: made.to_owned(), ..Cased::default() },
                    after,
                    before,
                });
            }
        }
    }

    /// What only the whole file tells.
    fn finish(&mut self) {
        self.check_header();
        self.check_gaps();
        self.check_made();
        for rules in &mut self.scheme.rules {
            rules.sort_by_key(|rule| std::cmp::Reverse((rule.from.len(), rule.weight())));
        }
        let mut rules = std::mem::take(&mut self.scheme.rules);
        rules.iter_mut().flatten().for_each(|rule| rule.to = self.scheme.cased(&rule.to.lower));
        self.scheme.rules = rules;
    }

    fn check_header(&mut self) {
        for key in ["name", "script"] {
            if !self.seen.contains_key(&(format!("{key}:"), Vec::new(), Vec::new())) {
                self.faults.push(Fault::missing(self.file, key, FaultKind::Missing));
            }
        }
    }

    /// Every letter of the alphabet, and every letter of a rule, needs a line that holds in any surroundings.
    fn check_gaps(&mut self) {
        let rules = || self.scheme.rules.iter().flatten();
        let has_line = |letter: char| rules().any(|rule| rule.from == [letter] && rule.weight() == 0);
        let mut letters: Vec<char> = ALPHABET.chars().collect();
        for letter in rules().flat_map(|rule| &rule.from) {
            if !letters.contains(letter) {
                letters.push(*letter);
            }
        }
        letters.retain(|letter| !has_line(*letter));
        for gap in letters {
            self.faults.push(Fault::missing(self.file, &gap.to_string(), FaultKind::Gap));
        }
    }

    /// Nothing that is made may be converted again, nor be of another script.
    fn check_made(&mut self) {
        for part in std::mem::take(&mut self.made) {
            let scheme = &self.scheme;
            let is_source = |c: char| {
                is_cyrillic(c) || scheme.dropped.contains(&c) || scheme.punctuation.iter().any(|(sign, _)| *sign == c)
            };
            let is_foreign = |c: char| is_letter(c) && !scheme.script.has(c);
            if part.contains(is_source) {
                self.fault(part, FaultKind::Loop);
            } else if part.contains(is_foreign) {
                self.fault(part, FaultKind::ForeignLetter);
            }
        }
    }
}

fn single(word: &str) -> Option<char> {
    let mut chars = word.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn cyrillic_letters(words: &[&str]) -> Option<Vec<char>> {
    words.iter().map(|word| single(word).map(small).filter(|c| is_cyrillic(*c))).collect()
}

fn is_condition(word: &str) -> bool {
    matches!(word, "before" | "after")
}

/// What may stand after and before the letters of a rule: `after start и before end д т`, in either order.
fn surroundings(mut words: &[&str]) -> Option<(Neighbours, Neighbours)> {
    let (mut after, mut before) = (Vec::new(), Vec::new());
    while let [condition, rest @ ..] = words {
        let length = rest.iter().position(|word| is_condition(word)).unwrap_or(rest.len());
        let (own, others) = rest.split_at_checked(length)?;
        let (side, edge) = if *condition == "after" { (&mut after, "start") } else { (&mut before, "end") };
        if !is_condition(condition) || own.is_empty() || !side.is_empty() {
            return None;
        }
        let neighbour = |word: &&str| match *word == edge {
            true => Some(None),
            false => single(word).map(small).filter(|c| is_cyrillic(*c)).map(Some),
        };
        *side = own.iter().map(neighbour).collect::<Option<_>>()?;
        words = others;
    }
    after.sort_unstable();
    before.sort_unstable();
    Some((after, before))
}
