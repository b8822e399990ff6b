//! The archive by year and month; a month is a calendar whose days lead to their releases.

use crate::config::Archive;
use crate::language::{Language, dates};
use crate::location::{Permalink, Spot};
use crate::model::ReleaseNo;
use crate::plan::edition::Edition;
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::sheet::{SITE_FILE, Sheet};
use crate::plan::target::Target;
use crate::view::{Content, Day, Head, Link, MonthView, Page, PeriodLink, Shared, Site, Weekday, YearView};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The releases of a year by month, the oldest first.
type Months = BTreeMap<i8, Vec<ReleaseNo>>;
type Years = BTreeMap<i16, Months>;

impl Edition<'_> {
    /// The releases of a language by the year and month of the date that they show.
    fn years(&self, language: Language) -> Years {
        let mut years = Years::new();
        for no in &self.releases(language).releases {
            let date = self.newsroom.release(*no).date.at.date();
            years.entry(date.year()).or_default().entry(date.month()).or_default().push(*no);
        }
        years
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
            title: dates::year(language, year),
            url: self.local(&Permalink::of(language, Spot::Year(year))),
            count,
            count_text: self.count(language, count),
        }
    }

    /// Without pages of months, a month leads to the news.
    fn month_link(&self, language: Language, year: i16, month: i8, releases: &[ReleaseNo]) -> PeriodLink {
        let spot = if self.has_months() { Spot::Month(year, month) } else { Spot::News };
        PeriodLink {
            title: dates::month_and_year(language, year, month),
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

    /// All pages of the archive, in all languages.
    pub fn archive_sheet(&self, sites: &BTreeMap<Language, Arc<Shared<Site>>>) -> Sheet {
        let all: BTreeMap<Language, Years> = sites.keys().map(|language| (*language, self.years(*language))).collect();
        let mut sheet = Sheet::default();
        for (language, site) in sites {
            let archive = Shelves { all: &all, language: *language, years: &all[language] };
            for year in archive.years.keys().filter(|_| self.has_years()) {
                let (permalink, head) = self.year_head(&archive, *year);
                let content = Content::Year(self.year_view(&archive, *year));
                let page = Page { site: site.clone(), head, content };
                sheet.put(&permalink, Target::Page(Box::new(page)), &SITE_FILE.into());
            }
            for (year, month) in archive.months().filter(|_| self.has_months()) {
                let (permalink, head) = self.month_head(&archive, year, month);
                let content = Content::Month(self.month_view(&archive, year, month));
                let page = Page { site: site.clone(), head, content };
                sheet.put(&permalink, Target::Page(Box::new(page)), &SITE_FILE.into());
            }
        }
        sheet
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
        let news = Link { title: self.t(language, "menu-news"), url: self.local(&Permalink::of(language, Spot::News)) };
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
                way: vec![news],
                feeds: Vec::new(),
            },
        )
    }

    fn year_head(&self, archive: &Shelves<'_>, year: i16) -> (Permalink, Head) {
        let language = archive.language;
        let there = |lang: Language| match archive.all.get(&lang).and_then(|years| years.get(&year)) {
            Some(_) => There::Same(Permalink::of(lang, Spot::Year(year))),
            None => There::Nearest(Permalink::of(lang, Spot::News)),
        };
        let permalink = Permalink::of(language, Spot::Year(year));
        let head = self.period_head(language, "year", dates::year(language, year), &permalink, &there);
        (permalink, head)
    }

    fn month_head(&self, archive: &Shelves<'_>, year: i16, month: i8) -> (Permalink, Head) {
        let language = archive.language;
        let there = |lang: Language| match archive.all.get(&lang).and_then(|years| years.get(&year)?.get(&month)) {
            Some(_) => There::Same(Permalink::of(lang, Spot::Month(year, month))),
            None => There::Nearest(Permalink::of(lang, Spot::News)),
        };
        let permalink = Permalink::of(language, Spot::Month(year, month));
        let title = dates::month_and_year(language, year, month);
        let mut head = self.period_head(language, "month", title, &permalink, &there);
        if self.has_years() {
            let year = Link {
                title: dates::year(language, year),
                url: self.local(&Permalink::of(language, Spot::Year(year))),
            };
            head.breadcrumbs.insert(head.breadcrumbs.len() - 1, year);
        }
        (permalink, head)
    }

    fn year_view(&self, archive: &Shelves<'_>, year: i16) -> YearView {
        let language = archive.language;
        let link = |year: &i16| {
            let url = self.local(&Permalink::of(language, Spot::Year(*year)));
            Link { title: dates::year(language, *year), url }
        };
        let month = |(month, releases): (&i8, &Vec<ReleaseNo>)| self.month_link(language, year, *month, releases);
        YearView {
            title: dates::year(language, year),
            months: archive.years[&year].iter().rev().map(month).collect(),
            earlier: archive.years.range(..year).next_back().map(|(year, _)| link(year)),
            later: archive.years.range(year + 1..).next().map(|(year, _)| link(year)),
        }
    }

    fn month_view(&self, archive: &Shelves<'_>, year: i16, month: i8) -> MonthView {
        let language = archive.language;
        let link = |(year, month): (i16, i8)| Link {
            title: dates::month_and_year(language, year, month),
            url: self.local(&Permalink::of(language, Spot::Month(year, month))),
        };
        let releases = &archive.years[&year][&month];
        let names = dates::weekdays(language).into_iter().zip(dates::weekday_names(language));
        let mut newest: Vec<ReleaseNo> = releases.clone();
        newest.sort_by_key(|no| std::cmp::Reverse((self.newsroom.release(*no).date.at.date(), *no)));
        MonthView {
            title: dates::month_and_year(language, year, month),
            weekdays: names.map(|(short, name)| Weekday { short, name }).collect(),
            weeks: self.weeks(language, year, month, releases),
            items: self.cards(newest.into_iter(), language),
            earlier: archive.months().take_while(|period| *period < (year, month)).last().map(link),
            later: archive.months().find(|period| *period > (year, month)).map(link),
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

/// The archive of one language, with the others beside it.
struct Shelves<'a> {
    all: &'a BTreeMap<Language, Years>,
    language: Language,
    years: &'a Years,
}

impl Shelves<'_> {
    /// The months that have releases, the oldest first.
    fn months(&self) -> impl Iterator<Item = (i16, i8)> + '_ {
        self.years.iter().flat_map(|(year, months)| months.keys().map(|month| (*year, *month)))
    }
}
