//! What texts lead to and show, as URLs for one reader.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::markdown::Words;
use crate::markdown::{LinkTo, Picture, Refs};
use crate::model::TermNo;
use crate::model::{Goal, MediaNo, MediaUse, Target, Text};
use crate::parse::Shape;
use crate::plan::edition::Edition;
use crate::plan::lists::List;
use crate::view::{Body, Image, Link};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Edition<'_> {
    /// The text with its links and pictures for a reader of `language`.
    pub fn body(&self, text: &Text, language: Language, findings: &mut Vec<Diagnostic>) -> Body {
        let mut links = BTreeMap::new();
        for (written, target) in &text.links {
            match self.link(target, language) {
                Ok(link) => _ = links.insert(written.clone(), link),
                Err(code) => {
                    let place = Place::new(text.file.clone(), target.span);
                    findings.push(Diagnostic::new(code, place).with("target", written));
                }
            }
        }
        let pictures = text.pictures.iter().map(|(written, no)| (written.clone(), self.picture(*no))).collect();
        let refs = Refs { links, pictures };
        Body { file: text.file.clone(), start: text.start, hash: text.hash, refs, words: self.body_words(language) }
    }

    fn link(&self, target: &Target, language: Language) -> Result<LinkTo, Code> {
        let (permalink, shown) = match target.goal {
            Goal::Here => return Ok(LinkTo { url: target.fragment.clone(), language: None }),
            Goal::Media(no) => return Ok(LinkTo { url: self.media_url(no) + &target.fragment, language: None }),
            Goal::Project(no) if !self.has_list(List::Term(no), language) => {
                (Permalink::of(language, Spot::News), language)
            }
            Goal::Project(no) => (self.term_permalink(no, language), language),
            Goal::Page(no) => {
                let page = self.newsroom.page(no);
                let mut order = std::iter::once(language).chain(self.config.languages.iter());
                let shown = order.find(|language| page.texts.contains_key(language)).unwrap_or(language);
                (Permalink::of(shown, Spot::Standing(&page.id)), shown)
            }
            Goal::Release(no) => {
                let release = self.newsroom.release(no);
                let Some((shown, translation)) = self.best(release, language) else {
                    let drafts = release.translations.values().all(|text| text.draft == crate::parse::Draft::Draft);
                    return Err(if drafts { Code::LinkToDraft } else { Code::LinkToLater });
                };
                (self.permalink(release, shown, translation), shown)
            }
        };
        let url = self.local(&permalink) + &target.fragment;
        Ok(LinkTo { url, language: Some(shown).filter(|shown| *shown != language) })
    }

    fn picture(&self, no: MediaNo) -> Picture {
        let (width, height) = self.size(no);
        Picture { url: self.media_url(no), width, height }
    }

    fn size(&self, no: MediaNo) -> (u32, u32) {
        match self.newsroom.media(no).file.shape {
            Shape::Picture(width, height) => (width, height),
            _ => (0, 0),
        }
    }

    fn body_words(&self, language: Language) -> Arc<Words> {
        Arc::new(Words {
            video: self.t_with(language, "video-watch", &[("host", "{host}")]),
            video_file: self.t(language, "video-file"),
            footnotes: self.t(language, "footnotes"),
            footnote_back: self.t(language, "footnote-back"),
            table: self.t(language, "table"),
        })
    }

    /// A picture of a release with the words of a language.
    pub fn image(&self, media: &MediaUse, language: Language) -> Image {
        let file = &self.newsroom.media(media.media).file;
        let words = media.words.get(&language).cloned().unwrap_or_default();
        let (width, height) = self.size(media.media);
        Image {
            url: self.media_url(media.media),
            width,
            height,
            alt: words.alt.unwrap_or_default(),
            caption: words.caption,
            credit: media.credit.clone(),
            media_type: file.media_type().unwrap_or("application/octet-stream"),
            bytes: file.bytes,
        }
    }

    /// The address of a term page.
    pub fn term_permalink(&self, no: TermNo, language: Language) -> Permalink {
        let term = self.newsroom.term(no);
        Permalink::of(language, Spot::Term(term.taxonomy, &term.id))
    }

    /// The name of a term in a language. A made-up tag has none in languages in which nobody wrote it.
    pub fn term_name(&self, no: TermNo, language: Language) -> Option<&str> {
        let term = self.newsroom.term(no);
        match term.taxonomy {
            Taxonomy::Tag => term.names.get(&language).map(String::as_str),
            _ => Some(self.config.name_in(&term.names, language).unwrap_or(&term.id)),
        }
    }

    /// The terms of a taxonomy among those of a release that have pages, as links.
    pub fn term_links(&self, terms: &[TermNo], taxonomy: Taxonomy, language: Language) -> Vec<Link> {
        let of_taxonomy = terms.iter().filter(|no| self.newsroom.term(**no).taxonomy == taxonomy);
        let link = |no: &TermNo| {
            let title = self.term_name(*no, language).filter(|_| self.has_list(List::Term(*no), language))?.to_owned();
            Some(Link { title, url: self.local(&self.term_permalink(*no, language)) })
        };
        of_taxonomy.filter_map(link).collect()
    }
}
