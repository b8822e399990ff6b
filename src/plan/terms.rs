//! Taxonomies: their indexes, and their terms as links.

use crate::language::Language;
use crate::language::order::Order;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::TermNo;
use crate::plan::draft::Draft;
use crate::plan::edition::Edition;
use crate::plan::frame::{Frame, Indexing, There};
use crate::plan::target::List;
use crate::view::{Content, IndexView, TermLink};

impl Edition {
    /// The terms of a taxonomy that have pages in a language, in the order of the newsroom.
    pub fn index_terms(&self, taxonomy: Taxonomy, language: Language) -> impl Iterator<Item = TermNo> {
        self.newsroom.terms_of(taxonomy).filter(move |no| self.has_list(List::Term(*no), language))
    }

    /// The same in the order of the language's alphabet.
    pub fn terms_by_name(&self, taxonomy: Taxonomy, language: Language) -> Vec<TermNo> {
        let named = |no: TermNo| (self.term_name(no, language).map_or("", sorting), no);
        let mut terms: Vec<(&str, TermNo)> = self.index_terms(taxonomy, language).map(named).collect();
        // The newsroom knows tags in the order in which releases name them, those that are held back among these.
        terms.sort_by_key(|(_, no)| &self.newsroom.term(*no).id);
        Order::of(language).sort_by_name(&mut terms, |(name, _)| name);
        terms.into_iter().map(|(_, no)| no).collect()
    }

    /// The terms of a taxonomy as an index shows them.
    pub fn term_index(&self, taxonomy: Taxonomy, language: Language) -> Vec<TermLink> {
        let order = Order::of(language);
        self.terms_by_name(taxonomy, language).into_iter().map(|no| self.term_link(no, language, &order)).collect()
    }

    fn term_link(&self, no: TermNo, language: Language, order: &Order) -> TermLink {
        let term = self.newsroom.term(no);
        let title = self.term_name(no, language).unwrap_or_default().to_owned();
        let listed = self.listed(List::Term(no), language);
        let (count, latest) = (listed.len(), listed.last().map(|no| &self.newsroom.release(*no).date));
        TermLink {
            url: self.local(&self.term_permalink(no, language)),
            count,
            count_text: self.count(language, count),
            letter: order.letter(sorting(&title)),
            status: term.project.as_ref().and_then(|project| project.status).map(crate::parse::Status::word),
            latest: latest.map(|date| self.moment(language, date)),
            own: self.term_own(no, language),
            title,
        }
    }

    /// The index of a taxonomy.
    pub fn index_draft(&self, taxonomy: Taxonomy, language: Language) -> Draft {
        let items = self.term_index(taxonomy, language);
        let permalink = Permalink::of(language, Spot::Index(taxonomy));
        let title = self.t(language, &format!("menu-{}", taxonomy.word()));
        let describe = format!("describe-index-{}", taxonomy.word());
        let there = |lang: Language| match self.index_terms(taxonomy, lang).next() {
            Some(_) => There::Same(Permalink::of(lang, Spot::Index(taxonomy))),
            None => There::Nearest(Permalink::of(lang, Spot::News)),
        };
        let head = self.head(
            language,
            Frame {
                kind: "index",
                title: title.clone(),
                description: self.t_with(language, &describe, &[("site", self.publisher(language))]),
                permalink: &permalink,
                section: Some(taxonomy.word()),
                there: &there,
                indexing: Indexing::Index(None),
                image: None,
                way: Vec::new(),
                feeds: Vec::new(),
            },
        );
        let map = (taxonomy == Taxonomy::Region).then(|| self.region_map(language)).flatten();
        self.page(language, head, Content::Index(IndexView { title, taxonomy, items, map }))
    }
}

/// A name without the quotation marks before it, by which it is sorted.
fn sorting(title: &str) -> &str {
    title.trim_start_matches(|c: char| !c.is_alphanumeric())
}
