//! The archive by year and month; a month is a calendar whose days lead to their releases.

use crate::config::Archive;
use crate::language::{Language, dates};
use crate::location::{Permalink, Spot};
use crate::model::ReleaseNo;
use crate::plan::draft::{Draft, Shown};
use crate::plan::edition::Edition;
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::sheet::Sheet;
use crate::plan::shelf::{Months, Years};
use crate::plan::target::Target;
use crate::view::{Content, Day, Head, Link, MonthView, PeriodLink, Weekday, YearView};
use jiff::civil::Date;
use std::sync::Arc;

impl Edition {
    fn years(&self, language: Language) -> &Years {
        &self.releases(language).years
    }

    /// The archive, newest first: its years, or its months where years have no pages.
    pub fn periods(&self, language: Language) -> Vec<PeriodLink> {
        let years = self.years(language);
        let year = |(year, months): (&i16, &Months)| self.year_link(language, *year, months);
        let months = |(year, months): (&i16, &Months)| -> Vec<PeriodLink> {
            months.iter().rev().map(|(month, releases)| self.month_link(language, *year, *month, releases)).collect()
        };
        match (self.has_years(), self.has_months()) {
            (true, _) => years.iter().rev().map(year).collect(),
            (false, true) => years.iter().rev().flat_map(months).collect(),
            (false, false) => Vec::new(),
        }
    }

    fn year_link(&self, language: Language, year: i16, months: &Months) -> PeriodLink {
        let count = months.values().map(Vec::len).sum();
        PeriodLink {
            title: self.config.say(language, |spoken| dates::year(spoken, year)),
            url: self.local(&Permalink::of(language, Spot::Year(year))),
            count,
            count_text: self.count(language, count),
        }
    }

    /// Without pages of months, a month leads to the news.
    fn month_link(&self, language: Language, year: i16, month: i8, releases: &[ReleaseNo]) -> PeriodLink {
        let spot = if self.has_months() { Spot::Month(year, month) } else { Spot::News };
        PeriodLink {
            title: self.config.say(language, |spoken| dates::month_and_year(spoken, year, month)),
            url: self.local(&Permalink::of(language, spot)),
            count: releases.len(),
            count_text: self.count(language, releases.len()),
        }
    }

    fn has_years(&self) -> bool {
        self.config.outputs.archives.contains(&Archive::Year)
    }

    fn has_months(&self) -> bool {
        self.config.outputs.archives.contains(&Archive::Month)
    }

    /// All pages of the archive of a language.
    pub fn archive_sheet(&self, language: Language) -> Sheet {
        let mut sheet = Sheet::default();
        for year in self.years(language).keys().filter(|_| self.has_years()) {
            sheet.add(&Permalink::of(language, Spot::Year(*year)), Target::Year(language, *year));
        }
        for (year, month) in self.months(language).filter(|_| self.has_months()) {
            sheet.add(&Permalink::of(language, Spot::Month(year, month)), Target::Month(language, year, month));
        }
        sheet
    }

    /// The months of a language that have releases, the oldest first.
    fn months(&self, language: Language) -> impl Iterator<Item = (i16, i8)> + '_ {
        self.years(language).iter().flat_map(|(year, months)| months.keys().map(|month| (*year, *month)))
    }

    /// The page of a year; nothing without releases.
    pub fn year_draft(&self, language: Language, year: i16) -> Option<Draft> {
        let months = self.years(language).get(&year)?;
        let content = Content::Year(self.year_view(language, year, months));
        Some(self.page(language, self.year_head(language, year), content))
    }

    /// The page of a month; nothing without releases.
    pub fn month_draft(&self, language: Language, year: i16, month: i8) -> Option<Draft> {
        let releases = self.years(language).get(&year)?.get(&month)?;
        let mut newest: Vec<ReleaseNo> = releases.clone();
        newest.sort_by_key(|no| std::cmp::Reverse((self.newsroom.release(*no).date.at.date(), *no)));
        let content = Content::Month(self.month_view(language, year, month, releases));
        let page = self.page(language, self.month_head(language, year, month), content);
        Some(page.showing(Shown::Cards(language, newest)))
    }

    fn period_head(
        &self,
        language: Language,
        kind: &'static str,
        title: String,
        permalink: &Permalink,
        there: &dyn Fn(Language) -> There,
    ) -> Head {
        let texts = [("period", title.as_str()), ("site", self.publisher(language))];
        let description =
            self.t_with(language, if kind == "year" { "describe-year" } else { "describe-month" }, &texts);
        let news = self.phrases(language).news.clone();
        self.head(
            language,
            Frame {
                kind,
                title,
                description,
                permalink,
                section: Some("news"),
                there,
                indexing: Indexing::Index(None),
                image: None,
                way: news.into_iter().collect(),
                feeds: Vec::new(),
            },
        )
    }

    fn year_head(&self, language: Language, year: i16) -> Head {
        let there = |lang: Language| match self.years(lang).get(&year) {
            Some(_) => There::Same(Permalink::of(lang, Spot::Year(year))),
            None => There::Nearest(Permalink::of(lang, Spot::News)),
        };
        let permalink = Permalink::of(language, Spot::Year(year));
        self.period_head(
            language,
            "year",
            self.config.say(language, |spoken| dates::year(spoken, year)),
            &permalink,
            &there,
        )
    }

    fn month_head(&self, language: Language, year: i16, month: i8) -> Head {
        let there = |lang: Language| match self.years(lang).get(&year).and_then(|months| months.get(&month)) {
            Some(_) => There::Same(Permalink::of(lang, Spot::Month(year, month))),
            None => There::Nearest(Permalink::of(lang, Spot::News)),
        };
        let permalink = Permalink::of(language, Spot::Month(year, month));
        let title = self.config.say(language, |spoken| dates::month_and_year(spoken, year, month));
        let mut head = self.period_head(language, "month", title, &permalink, &there);
        if self.has_years() {
            head.breadcrumbs.insert(head.breadcrumbs.len() - 1, Arc::new(self.way_to_year(language, year)));
        }
        head
    }

    fn way_to_year(&self, language: Language, year: i16) -> Link {
        let url = self.local(&Permalink::of(language, Spot::Year(year)));
        Link { title: self.config.say(language, |spoken| dates::year(spoken, year)), url, own: None }
    }

    fn year_view(&self, language: Language, year: i16, months: &Months) -> YearView {
        let years = self.years(language);
        let month = |(month, releases): (&i8, &Vec<ReleaseNo>)| self.month_link(language, year, *month, releases);
        YearView {
            title: self.config.say(language, |spoken| dates::year(spoken, year)),
            months: months.iter().rev().map(month).collect(),
            earlier: years.range(..year).next_back().map(|(year, _)| self.way_to_year(language, *year)),
            later: years.range(year + 1..).next().map(|(year, _)| self.way_to_year(language, *year)),
        }
    }

    fn month_view(&self, language: Language, year: i16, month: i8, releases: &[ReleaseNo]) -> MonthView {
        let link = |(year, month): (i16, i8)| Link {
            title: self.config.say(language, |spoken| dates::month_and_year(spoken, year, month)),
            url: self.local(&Permalink::of(language, Spot::Month(year, month))),
            own: None,
        };
        let names = (0..7).map(|day| {
            let name =
                |names: fn(Language) -> [String; 7]| self.config.say(language, |spoken| names(spoken)[day].clone());
            Weekday { short: name(dates::weekdays), name: name(dates::weekday_names) }
        });
        MonthView {
            title: self.config.say(language, |spoken| dates::month_and_year(spoken, year, month)),
            weekdays: names.collect(),
            weeks: self.weeks(language, year, month, releases),
            items: Vec::new(),
            earlier: self.months(language).take_while(|period| *period < (year, month)).last().map(link),
            later: self.months(language).find(|period| *period > (year, month)).map(link),
        }
    }

    fn weeks(&self, language: Language, year: i16, month: i8, releases: &[ReleaseNo]) -> Vec<Vec<Day>> {
        let Ok(first) = Date::new(year, month, 1) else { return Vec::new() };
        let blank = || Day { number: None, iso: String::new(), anchor: None, count: 0, count_text: String::new() };
        let lead = usize::try_from(first.weekday().to_monday_zero_offset()).unwrap_or_default();
        let mut days: Vec<Day> = std::iter::repeat_with(blank).take(lead).collect();
        for number in 1..=first.days_in_month() {
            let count = releases.iter().filter(|no| self.newsroom.release(**no).date.at.day() == number).count();
            let iso = format!("{year:04}-{month:02}-{number:02}");
            let anchor = (count > 0).then(|| format!("d-{number}"));
            days.push(Day { number: Some(number), iso, anchor, count, count_text: self.count(language, count) });
        }
        days.extend(std::iter::repeat_with(blank).take((7 - days.len() % 7) % 7));
        days.chunks(7).map(<[Day]>::to_vec).collect()
    }
}
