//! What texts lead to and show, as URLs for one reader.

use crate::config::Switch;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::markdown::{LinkTo, Parts, Picture, Refs, Words};
use crate::model::{Goal, MediaNo, MediaUse, Release, Target, TermNo, Text, file_of_held};
use crate::parse::Shape;
use crate::plan::edition::Edition;
use crate::plan::target::List;
use crate::view::{Body, Image, Link, Own, OwnLanguage};
use std::sync::Arc;

impl Edition {
    /// The text with its links and pictures for a reader of `language`.
    pub fn body(&self, text: &Text, language: Language) -> Body {
        let own = text.borrowed.unwrap_or(language);
        let links = text.links.iter().filter_map(|(written, target)| {
            let link = self.link(target, language).ok()?;
            Some((written.clone(), link))
        });
        let pictures = text.pictures.iter().map(|(written, no)| (written.clone(), self.picture(no.value)));
        let refs = Refs { links: links.collect(), pictures: pictures.collect() };
        let (words, parts) = (self.phrases(language).words.clone(), self.phrases(own).parts.clone());
        let typography = Some(self.config.written(own)).filter(|_| self.config.typography == Switch::On);
        let dir = own.direction();
        let script = self.config.variant(own).map(|variant| variant.converter.clone());
        Body {
            file: text.file.clone(),
            start: text.start,
            hash: text.hash,
            refs,
            words,
            typography,
            parts,
            script,
            dir,
        }
    }

    /// Finds the links of a text that lead to nothing that a reader of `language` may see.
    pub fn check(&self, text: &Text, language: Language, findings: &mut Vec<Diagnostic>) {
        for (written, target) in &text.links {
            if let Err(code) = self.link(target, language) {
                let place = Place::new(text.file.clone(), target.span);
                findings.push(Diagnostic::new(code, place).with("target", written));
            }
        }
    }

    /// Finds the files of a text that everybody may read whose addresses would tell of a release that nobody may.
    pub fn check_files(&self, text: &Text, findings: &mut Vec<Diagnostic>) {
        let linked = text.links.iter().filter_map(|(written, target)| match target.goal {
            Goal::Media(no) => Some((written, no, target.span)),
            _ => None,
        });
        let pictures = text.pictures.iter().map(|(written, picture)| (written, picture.value, picture.span));
        for (written, no, span) in pictures.chain(linked) {
            let owner = self.newsroom.media(no).release.map(|owner| self.newsroom.release(owner));
            if let Some(owner) = owner.filter(|owner| self.best(owner, owner.original).is_none()) {
                findings.push(file_of_held(Place::new(text.file.clone(), span), written, &owner.id));
            }
        }
    }

    /// Both of the text of a term that is a project.
    pub fn check_project(&self, no: TermNo, language: Language, findings: &mut Vec<Diagnostic>) {
        let project = self.newsroom.term(no).project.as_ref();
        if let Some(text) = project.and_then(|project| project.texts.get(&language)) {
            self.check(&text.text, language, findings);
            self.check_files(&text.text, findings);
        }
    }

    /// Where a link leads for a reader of `language`.
    ///
    /// # Errors
    /// The code of the finding, when it leads to what is not public.
    pub fn link(&self, target: &Target, language: Language) -> Result<LinkTo, Code> {
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

    /// The words that rendering adds to texts.
    pub fn text_words(&self, language: Language) -> Words {
        Words {
            video: self.t_with(language, "video-watch", &[("host", "{host}")]),
            video_file: self.t(language, "video-file"),
            footnotes: self.t(language, "footnotes"),
            footnote_back: self.t(language, "footnote-back"),
            table: self.t(language, "table"),
        }
    }

    /// What parts of texts are told by.
    pub fn parts(&self, language: Language) -> Parts {
        let language = self.config.written(language);
        let abbreviations = self.config.abbreviations.get(&language).cloned().unwrap_or_default();
        Parts { language, abbreviations }
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
            credit: words.credit.or_else(|| media.credit.clone()),
            media_type: file.media_type().unwrap_or("application/octet-stream"),
            bytes: file.bytes,
        }
    }

    /// The address of a term page.
    pub fn term_permalink(&self, no: TermNo, language: Language) -> Permalink {
        let term = self.newsroom.term(no);
        Permalink::of(language, Spot::Term(term.taxonomy, &term.id))
    }

    /// The name of a term in a language today.
    pub fn term_name(&self, no: TermNo, language: Language) -> Option<&str> {
        match self.newsroom.term(no).taxonomy {
            Taxonomy::Tag => self.latest_name(no, language),
            Taxonomy::Region | Taxonomy::Project => Some(self.name_on(no, self.today(), language)),
        }
    }

    /// The last name of a term in a language, which may be yet to come. A tag has none in languages in which neither
    /// tags.yaml nor a release names it.
    pub fn latest_name(&self, no: TermNo, language: Language) -> Option<&str> {
        let term = self.newsroom.term(no);
        match term.taxonomy {
            Taxonomy::Tag => {
                term.names.get(&language).or_else(|| self.releases(language).coined.get(&no)).map(String::as_str)
            }
            _ => Some(self.config.name_in(&term.names, language).unwrap_or(&term.id)),
        }
    }

    /// The language of the name of a term, where that is not the reader's.
    pub fn term_own(&self, no: TermNo, language: Language) -> Option<OwnLanguage> {
        let term = self.newsroom.term(no);
        let named = Some(&term.names).filter(|_| term.taxonomy != Taxonomy::Tag)?;
        self.config.spoken(named, language).filter(|spoken| *spoken != language).map(OwnLanguage::of)
    }

    /// What is told of words that were not translated: their language, and where they stand in it.
    pub fn own(&self, lang: Language, page: &Permalink) -> Own {
        Own { lang, dir: lang.direction(), name: lang.endonym().to_owned(), url: self.local(page) }
    }

    /// The terms of a taxonomy among those of a release that have pages, as links, by the names of its day.
    pub fn term_links(&self, release: &Release, taxonomy: Taxonomy, language: Language) -> Vec<Arc<Link>> {
        let (phrases, day) = (self.phrases(language), release.date.at.date());
        let of_taxonomy = release.terms.iter().filter(|no| self.newsroom.term(**no).taxonomy == taxonomy);
        of_taxonomy.filter_map(|no| phrases.term(*no, day).cloned()).collect()
    }
}
