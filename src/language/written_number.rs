//! Numbers as editors write them in prose: `55 000`, `55,000`, `55 мың`, `1,5 млн`, `34-ші`, `XXXIV`, `двадцать пять`.

use crate::language::letters::is_letter;
use crate::language::numerals::{ONE, Part, part, power, roman};
use crate::language::tag::Language;
use std::ops::Range;

/// A number that stands in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenNumber {
    /// In thousandths.
    pub value: u64,
    /// Its place in the text.
    pub range: Range<usize>,
    /// What kind of number it is.
    pub weight: Weight,
}

/// What another text that says the same owes to a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// It has the number too.
    Fact,
    /// It names the same year, if it names one.
    Year,
    /// Nothing: a day, an hour, a number in words.
    Aside,
}

/// The numbers of a text, in order. Telephone numbers, times of day and parts of names (`COVID-19`, `KZ-39`) are left out.
pub fn numbers(language: Language, text: &str) -> Vec<WrittenNumber> {
    let mut reader = Reader { language, tokens: tokens(text), found: Vec::new() };
    let mut at = 0;
    while at < reader.tokens.len() {
        at = reader.step(at).max(at + 1);
    }
    reader.found
}

/// A piece of text: digits, letters, or one other character.
struct Token<'a> {
    kind: Kind,
    text: &'a str,
    start: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Digits,
    Word,
    Space,
    Sign(char),
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    for (at, c) in text.char_indices() {
        let kind = match c {
            '0'..='9' => Kind::Digits,
            c if is_letter(c) => Kind::Word,
            c if c.is_whitespace() => Kind::Space,
            '‐'..='―' | '−' => Kind::Sign('-'),
            c => Kind::Sign(c),
        };
        let end = at + c.len_utf8();
        match tokens.last_mut() {
            Some(last) if last.kind == kind && matches!(kind, Kind::Digits | Kind::Word) => {
                last.text = text.get(last.start..end).unwrap_or_default();
            }
            _ => tokens.push(Token { kind, text: text.get(at..end).unwrap_or_default(), start: at }),
        }
    }
    tokens
}

struct Reader<'a> {
    language: Language,
    tokens: Vec<Token<'a>>,
    found: Vec<WrittenNumber>,
}

/// A number in digits: its value, what its last word multiplied it by, and the token after it.
struct InDigits {
    value: u64,
    power: u64,
    end: usize,
}

impl Reader<'_> {
    /// Reads what begins at a token; the token to go on with.
    fn step(&mut self, at: usize) -> usize {
        match self.kind(at) {
            Some(Kind::Sign('+')) if self.kind(at + 1) == Some(Kind::Digits) => self.telephone(at + 1),
            Some(Kind::Digits) => self.digits(at),
            Some(Kind::Word) => self.word(at),
            _ => at + 1,
        }
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// The kinds of the tokens from `at` on, with how long they are.
    fn shape<const N: usize>(&self, at: usize) -> [Option<(Kind, usize)>; N] {
        std::array::from_fn(|nth| self.tokens.get(at + nth).map(|token| (token.kind, token.text.len())))
    }

    fn telephone(&self, mut at: usize) -> usize {
        while matches!(self.kind(at), Some(Kind::Digits | Kind::Space | Kind::Sign('-' | '(' | ')'))) {
            at += 1;
        }
        at
    }

    fn digits(&mut self, at: usize) -> usize {
        use Kind::{Digits, Sign};
        let glued = |back: usize| at >= back && self.kind(at - back) == Some(Kind::Word);
        if glued(1) || self.kind(at.wrapping_sub(1)) == Some(Sign('-')) && glued(2) {
            return at + 1;
        }
        let d = |length| Some((Digits, length));
        let sign = |sign| Some((Sign(sign), 1));
        let hyphen = |token: Option<(Kind, usize)>| token.is_some_and(|(kind, _)| kind == Sign('-'));
        let [a, b, c, e, f] = self.shape::<5>(at);
        match (a, c) {
            // A date in digits, whose parts are told as other texts may tell them.
            _ if a == d(4) && hyphen(b) && c == d(2) && hyphen(e) && f == d(2) => self.date(at, at + 4),
            _ if b == sign('.') && e == sign('.') && (f == d(4) || f == d(2)) => self.date(at + 4, at),
            (_, Some((Digits, 2))) if b == sign(':') => at + 3,
            (Some((_, 1 | 2)), Some((Digits, 2))) if b == sign('.') && self.is_clock(at) => at + 3,
            (Some((_, 2 | 3)), Some((Digits, 2))) if hyphen(b) && hyphen(e) && f == d(2) => at + 5,
            _ => self.number(at),
        }
    }

    fn date(&mut self, year: usize, day: usize) -> usize {
        for at in [year, day] {
            let value = self.text(at).parse::<u64>().unwrap_or_default().saturating_mul(ONE);
            self.tell(value, at..at + 1, Weight::Aside);
        }
        year.max(day) + 1
    }

    /// Whether digits, a point and two digits are a time of day: in languages where the point is no decimal sign.
    fn is_clock(&self, at: usize) -> bool {
        let part = |at: usize, most: u32| self.text(at).parse().is_ok_and(|number: u32| number < most);
        decimal_sign(self.language) == ',' && part(at, 24) && part(at + 2, 60)
    }

    /// A number with what makes it larger: `55 000`, `1,5 млн`, `5 млн 300 мың`.
    fn number(&mut self, at: usize) -> usize {
        let Some(mut number) = self.in_digits(at) else { return self.past_code(at) };
        let next = number.end;
        if number.power == 1
            && self.kind(next) == Some(Kind::Sign('-'))
            && let Some(upper) = self.in_digits(next + 1)
        {
            // The first of a range: 5–10 тысяч.
            number.value = number.value.saturating_mul(upper.power);
        }
        let mut power = number.power;
        while power > 1
            && self.kind(number.end) == Some(Kind::Space)
            && let Some(less) = self.in_digits(number.end + 1)
            && less.value < power.saturating_mul(ONE)
        {
            number = InDigits { value: number.value.saturating_add(less.value), ..less };
            power = less.power;
        }
        let weight = self.weight(at, &number);
        self.tell(number.value, at..number.end, weight);
        number.end
    }

    /// Digits in groups, a decimal fraction, a word such as `мың`; `None` for a part of a name or version.
    fn in_digits(&self, at: usize) -> Option<InDigits> {
        if self.kind(at) != Some(Kind::Digits) {
            return None;
        }
        let mut digits = self.text(at).to_owned();
        let mut end = at + 1;
        while digits.len() <= 3 || end > at + 1 {
            let group = self.kind(end).is_some_and(|kind| is_group_sign(self.language, kind));
            if !group || self.shape(end + 1) != [Some((Kind::Digits, 3))] {
                break;
            }
            digits += self.text(end + 1);
            end += 2;
        }
        let mut value = digits.parse::<u64>().ok()?.saturating_mul(ONE);
        let mark = |at: usize| matches!(self.kind(at), Some(Kind::Sign('.' | ',')));
        if mark(end) && self.kind(end + 1) == Some(Kind::Digits) {
            let thousandths: String = self.text(end + 1).chars().chain("000".chars()).take(3).collect();
            value = value.saturating_add(thousandths.parse().ok()?);
            end += 2;
            if mark(end) && self.kind(end + 1) == Some(Kind::Digits) {
                return None;
            }
        }
        if self.kind(end) == Some(Kind::Word) && !may_follow(self.text(end)) {
            return None;
        }
        let word = if matches!(self.kind(end), Some(Kind::Space | Kind::Sign('-'))) { end + 1 } else { end };
        match power(self.language, &self.text(word).to_lowercase()) {
            Some(power) => {
                let end = word + 1 + usize::from(self.kind(word + 1) == Some(Kind::Sign('.')));
                Some(InDigits { value: value.saturating_mul(power), power, end })
            }
            None => Some(InDigits { value, power: 1, end }),
        }
    }

    fn past_code(&self, mut at: usize) -> usize {
        while matches!(self.kind(at), Some(Kind::Digits | Kind::Word | Kind::Sign('.' | ','))) {
            at += 1;
        }
        at
    }

    fn weight(&self, at: usize, number: &InDigits) -> Weight {
        let value = number.value;
        if (value <= 31 * ONE && self.beside_a_month(at, number.end)) || self.is_hour(at, number.end) {
            Weight::Aside
        } else if number.end == at + 1 && self.text(at).len() == 4 && (1900 * ONE..=2100 * ONE).contains(&value) {
            Weight::Year
        } else {
            Weight::Fact
        }
    }

    fn beside_a_month(&self, start: usize, end: usize) -> bool {
        const BETWEEN: &str = "ші шы і ы і го е ое мен и and to по до бен пен және th st nd rd of the";
        let mut after = (end..end + 8).take_while(|at| match self.kind(*at) {
            Some(Kind::Word) => is_month(self.text(*at)) || BETWEEN.split(' ').any(|word| word == self.text(*at)),
            Some(Kind::Digits | Kind::Space | Kind::Sign('-' | ',')) => true,
            _ => false,
        });
        let before = start.checked_sub(2).map_or("", |at| self.text(at));
        let genitive = ["ның", "нің", "дың", "дің", "тың", "тің"].iter().any(|ending| before.ends_with(ending));
        let leads = self.language.primary() == "en" || genitive;
        after.any(|at| is_month(self.text(at))) || leads && is_month(before)
    }

    fn is_hour(&self, start: usize, end: usize) -> bool {
        let before = start.checked_sub(2).map_or("", |at| self.text(at)).to_lowercase();
        let after = self.text(end + 1).to_lowercase();
        before.starts_with("сағат") || ["час", "сағат", "pm", "am"].iter().any(|hour| after.starts_with(hour))
    }

    /// A word: a Roman numeral, a number in words, or no number.
    fn word(&mut self, at: usize) -> usize {
        if let Some(value) = roman(self.text(at)) {
            self.tell(value.saturating_mul(ONE), at..at + 1, Weight::Fact);
            return at + 1;
        }
        let single = match self.text(at) {
            "I" | "І" => 1,
            "V" => 5,
            "X" | "Х" => 10,
            _ => return self.in_words(at),
        };
        self.tell(single * ONE, at..at + 1, Weight::Aside);
        at + 1
    }

    fn in_words(&mut self, at: usize) -> usize {
        let (mut sum, mut below, mut end) = (0_u64, 0_u64, at);
        let mut next = at;
        while self.kind(next) == Some(Kind::Word) {
            match part(self.language, &self.text(next).to_lowercase().replace('ё', "е")) {
                Some(Part::Add(value)) if below % place_above(value) == 0 => below = below.saturating_add(value),
                Some(Part::Times(100)) => below = below.max(ONE).saturating_mul(100),
                Some(Part::Times(power)) => {
                    sum = sum.saturating_add(below.max(if below == 0 { ONE } else { 0 }).saturating_mul(power));
                    below = 0;
                }
                _ => break,
            }
            end = next + 1;
            next += if matches!(self.kind(end), Some(Kind::Space | Kind::Sign('-'))) { 2 } else { 1 };
        }
        if end > at {
            self.tell(sum.saturating_add(below), at..end, Weight::Aside);
        }
        end
    }

    fn tell(&mut self, value: u64, tokens: Range<usize>, weight: Weight) {
        let Some((first, last)) = self.tokens.get(tokens.start).zip(self.tokens.get(tokens.end - 1)) else { return };
        self.found.push(WrittenNumber { value, range: first.start..last.start + last.text.len(), weight });
    }
}

/// The decimal place above a number below a thousand: what a number in words must be full in to go on with this one.
fn place_above(value: u64) -> u64 {
    [10, 100].map(|place| place * ONE).into_iter().find(|place| value < *place).unwrap_or(1000 * ONE)
}

fn decimal_sign(language: Language) -> char {
    if matches!(language.primary(), "en" | "ko" | "ug" | "zh") { '.' } else { ',' }
}

/// What stands between groups of three digits: in every language a space may.
fn is_group_sign(language: Language, kind: Kind) -> bool {
    match kind {
        Kind::Space => true,
        Kind::Sign(',') => decimal_sign(language) == '.',
        Kind::Sign('.') => matches!(language.primary(), "de" | "tr" | "az" | "es" | "it"),
        _ => false,
    }
}

/// Whether letters may stand directly behind the digits of a number: an ordinal's ending, a unit, a Cyrillic word.
fn may_follow(word: &str) -> bool {
    const LATIN: [&str; 12] = ["st", "nd", "rd", "th", "s", "km", "kg", "m", "cm", "ha", "k", "bn"];
    LATIN.contains(&word) || !word.starts_with(|c: char| c.is_ascii_alphabetic())
}

fn is_month(word: &str) -> bool {
    const BEGINNINGS: &str = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан \
        январ феврал март апрел мая июн июл август сентябр октябр ноябр декабр \
        january february march april may june july august september october november december \
        januar februar märz mai juni juli oktober dezember \
        yanvar fevral aprel iyun iyul avgust sentabr oktabr noyabr dekabr";
    // «Қазан» in another word is Kazakhstan.
    let word = word.to_lowercase();
    !word.starts_with("қазақ") && BEGINNINGS.split_whitespace().any(|beginning| word.starts_with(beginning))
}

#[cfg(test)]
mod tests;
