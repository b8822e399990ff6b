//! The page of corrections: one a language, that tells of every text that was put right. It shows no more of a release
//! than its title, so that it stays as it is while texts are edited.

use crate::language::Language;
use crate::location::{Permalink, Spot};
use crate::model::{ReleaseNo, Translation};
use crate::parse::When;
use crate::plan::draft::Draft;
use crate::plan::edition::{Edition, Standing};
use crate::plan::frame::{Frame, There};
use crate::plan::paging::{self, Ways};
use crate::plan::sheet::Sheet;
use crate::plan::shelf::Corrected;
use crate::plan::target::Target;
use crate::view::{Content, Correction, CorrectionsEntry, CorrectionsView, Head};
use std::cmp::Reverse;

impl Edition {
    /// The corrections of public texts among some releases, the oldest first.
    pub fn corrected_among(&self, releases: &[ReleaseNo], language: Language) -> Vec<Corrected> {
        let public = |no: &&ReleaseNo| self.standing(self.newsroom.release(**no), language) == Some(Standing::Public);
        let of = |no: &ReleaseNo| {
            let translation = self.newsroom.release(*no).translations.get(&language);
            let corrections = translation.map_or(&[][..], |translation| &translation.corrections).iter().enumerate();
            // Of one moment, what stands first in its text is the newest.
            let dated = |(at, (when, _)): (usize, &(When, String))| (when.at.timestamp(), *no, Reverse(at));
            corrections.map(dated).collect::<Vec<_>>()
        };
        let mut all: Vec<_> = releases.iter().filter(public).flat_map(of).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, release, Reverse(correction))| Corrected { release, correction }).collect()
    }

    fn corrected(&self, language: Language) -> &[Corrected] {
        &self.releases(language).corrected
    }

    /// The page of corrections in a language; nothing while there are none.
    pub fn corrections_permalink(&self, language: Language) -> Option<Permalink> {
        let any = !self.corrected(language).is_empty();
        any.then(|| Permalink::of(language, Spot::Corrections))
    }

    /// All pages of corrections in a language.
    pub fn corrections_sheet(&self, language: Language) -> Sheet {
        let mut sheet = Sheet::default();
        if let Some(permalink) = self.corrections_permalink(language) {
            let target = |number: Option<u32>| Target::Corrections(language, number);
            self.add_pages(&mut sheet, language, &permalink, self.corrected(language).len(), target);
        }
        sheet
    }

    /// A page of corrections, by its number; nothing while there are none.
    pub fn corrections_draft(&self, language: Language, number: Option<u32>) -> Option<Draft> {
        let permalink = self.corrections_permalink(language)?;
        let number = number.map(|number| number as usize);
        let (title, corrected) = (self.t(language, "corrections"), self.corrected(language));
        let Ways { older, newer, newest } = self.ways(&permalink, corrected.len(), number);
        let entries = paging::shown(corrected, number).iter().rev();
        let items = entries.filter_map(|entry| self.corrections_entry(entry, language)).collect();
        let head = self.corrections_head(language, &permalink, &title, number);
        let view = CorrectionsView { title, items, number, older, newer, newest };
        Some(self.page(language, head, Content::Corrections(view)))
    }

    /// Whether a page of corrections tells of a release.
    pub fn corrections_show(&self, language: Language, number: Option<u32>, no: ReleaseNo) -> bool {
        let number = number.map(|number| number as usize);
        paging::shown(self.corrected(language), number).iter().any(|entry| entry.release == no)
    }

    fn corrections_entry(&self, entry: &Corrected, language: Language) -> Option<CorrectionsEntry> {
        let translation = self.newsroom.release(entry.release).translations.get(&language)?;
        let (when, text) = translation.corrections.get(entry.correction)?;
        let release = self.release_link(entry.release, language)?;
        Some(CorrectionsEntry { release, correction: self.correction(language, when, text) })
    }

    fn corrections_head(&self, language: Language, permalink: &Permalink, title: &str, number: Option<usize>) -> Head {
        let there = |lang: Language| match self.corrections_permalink(lang) {
            Some(permalink) => paging::there(&permalink, self.corrected(lang).len(), number),
            None => There::Nearest(Permalink::of(lang, Spot::News)),
        };
        self.head(
            language,
            Frame {
                kind: "corrections",
                title: self.page_title(language, title, number),
                description: self.t_with(language, "describe-corrections", &[("site", self.publisher(language))]),
                permalink: &paging::permalink(permalink, number),
                section: None,
                there: &there,
                indexing: paging::indexing(number),
                image: None,
                way: Vec::new(),
                feeds: Vec::new(),
            },
        )
    }

    /// The corrections of a text, newest first.
    pub fn corrections(&self, translation: &Translation, language: Language) -> Vec<Correction> {
        translation.corrections.iter().map(|(when, text)| self.correction(language, when, text)).collect()
    }

    fn correction(&self, language: Language, when: &When, text: &str) -> Correction {
        Correction { date: self.moment(language, when), text: text.to_owned() }
    }
}
