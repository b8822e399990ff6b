//! What was called otherwise, and what came from what.

use crate::config::Former;
use crate::config::periods;
use crate::language::Language;
use crate::location::Taxonomy;
use crate::model::TermNo;
use crate::parse::{Precision, When};
use crate::plan::edition::Edition;
use crate::plan::phrases::FormerLink;
use crate::plan::target::List;
use crate::view::{FormerName, Kin, Link, Moment, Publisher};
use jiff::civil::Date;
use std::sync::Arc;

impl Edition {
    /// The publisher as it is called on a day, before or to come, on which it does not bear the name of today.
    pub fn other_publisher(&self, language: Language, day: Date) -> Option<Publisher> {
        let period = |day| self.config.former_publisher(language, day).map(|(former, _)| former);
        let until = |period: Option<&Former<_>>| period.map(|period| period.until);
        let (then, now) = (period(day), period(self.today()));
        let [name, short_name] = self.publisher_on(language, day).map(str::to_owned);
        (until(then) != until(now)).then(|| Publisher {
            name,
            short_name,
            url: then.and_then(|period| period.value.url.clone()),
            until: until(then).map(|until| until.to_string()),
        })
    }

    /// The publisher's name and short name on a day.
    pub fn publisher_on(&self, language: Language, day: Date) -> [&str; 2] {
        self.config.publisher_on(language, day)
    }

    /// The names that the publisher bore before, the latest first.
    pub fn former_publishers(&self, language: Language) -> Vec<FormerName> {
        let name = |former: &Former<_>, name: &String| self.former_name(language, former, name);
        let former = periods::over(&self.config.former, self.today());
        former.filter_map(|former| Some(name(former, &former.value.names.get(&language)?.name))).collect()
    }

    /// The names that a term bore before, the latest first.
    pub fn former_names(&self, no: TermNo, language: Language) -> Vec<FormerName> {
        let former = periods::over(self.former_of(no, language), self.today());
        let own = self.term_own(no, language);
        former.map(|former| FormerName { own, ..self.former_name(language, former, &former.value) }).collect()
    }

    fn former_name<T>(&self, language: Language, former: &Former<T>, name: &str) -> FormerName {
        FormerName {
            title: name.to_owned(),
            from: former.from.map(|from| self.day(language, from)),
            until: self.day(language, former.until),
            own: None,
        }
    }

    /// The links to a term page in the words of times that are over; `url` is its address.
    pub fn former_links(&self, no: TermNo, language: Language, url: &str) -> Vec<FormerLink> {
        let link = |Former { from, until, value }: &Former<String>| {
            let link = Link { title: value.clone(), url: url.to_owned(), own: self.term_own(no, language) };
            Former { from: *from, until: *until, value: Arc::new(link) }
        };
        self.former_of(no, language).iter().map(link).collect()
    }

    fn former_of(&self, no: TermNo, language: Language) -> &[Former<String>] {
        let term = self.newsroom.term(no);
        let spoken = self.config.spoken(&term.names, language);
        spoken.and_then(|spoken| term.history.former.get(&spoken)).map_or(&[], Vec::as_slice)
    }

    /// The term that a term came from, as it was called then.
    pub fn predecessor(&self, no: TermNo, language: Language) -> Option<Kin> {
        let history = &self.newsroom.term(no).history;
        self.kin(history.predecessor?, history.from, language)
    }

    /// The terms that came from a term, in the order of time.
    pub fn successors(&self, no: TermNo, language: Language) -> Vec<Kin> {
        let taxonomies = [Taxonomy::Region, Taxonomy::Project].into_iter();
        let all = taxonomies.flat_map(|taxonomy| self.newsroom.terms_of(taxonomy));
        let mut parts: Vec<TermNo> =
            all.filter(|part| self.newsroom.term(*part).history.predecessor == Some(no)).collect();
        parts.sort_by_key(|part| self.newsroom.term(*part).history.from);
        parts.into_iter().filter_map(|part| self.kin(part, self.newsroom.term(part).history.from, language)).collect()
    }

    fn kin(&self, no: TermNo, day: Option<Date>, language: Language) -> Option<Kin> {
        let term = self.newsroom.term(no);
        let before = day.and_then(|day| day.yesterday().ok()).filter(|day| term.history.holds(*day));
        let name = before.map_or_else(|| self.term_name(no, language), |day| Some(self.name_on(no, day, language)))?;
        self.has_list(List::Term(no), language).then(|| Kin {
            title: name.to_owned(),
            url: self.local(&self.term_permalink(no, language)),
            date: day.map(|day| self.day(language, day)),
            own: self.term_own(no, language),
        })
    }

    /// The name of a region or project on a day.
    pub fn name_on(&self, no: TermNo, day: Date, language: Language) -> &str {
        self.newsroom.term(no).name_on(day, language, &self.config)
    }

    fn day(&self, language: Language, day: Date) -> Moment {
        let at = day.to_zoned(self.config.zone.clone());
        let moment = at.map(|at| self.moment(language, &When { at, precision: Precision::Day }));
        moment.unwrap_or_else(|_| Moment { iso: day.to_string(), text: day.to_string().into() })
    }
}
