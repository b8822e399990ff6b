//! Templates: Tera, with what is registered in [`engine`], and nothing that reads the world.

use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::language::Language;
use crate::theme::calls::{direction, isolated, marked, t};
use crate::theme::date_filter::{Say, date};
use crate::theme::lineage::Texts;
use crate::theme::strings::Strings;
use crate::theme::template_faults;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, ErrorKind, Kwargs, State, Tera};

/// The templates of a theme.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    files: Texts,
    /// The folder of the theme's own.
    folder: String,
    /// The hash of their names and texts, and of how they set dates.
    pub hash: ContentHash,
}

impl Templates {
    /// Compiles the templates; `None`, with findings, when one is broken.
    pub fn load(
        files: Texts,
        folder: &str,
        strings: Arc<BTreeMap<Language, Strings>>,
        say: &Say,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let mut tera = engine(strings.clone(), say.clone());
        let texts = files.iter().map(|(name, (_, text))| (name.as_str(), text.as_str()));
        let hash = ContentHash::of(
            texts.clone().fold(String::new(), |all, (name, text)| all + name + "\0" + text + "\0").as_bytes(),
        );
        let Err(error) = tera.add_raw_templates(texts) else {
            return Some(Self { tera, files, folder: folder.to_owned(), hash });
        };
        // Tera stops at the first template that it cannot read: each alone tells its own fault.
        let alone = |(name, (_, text)): (&String, &(Arc<str>, String))| {
            let error = engine(strings.clone(), say.clone()).add_raw_template(name, text).err()?;
            let unreadable = matches!(error.kind(), ErrorKind::SyntaxError(_));
            unreadable.then(|| template_faults::reading(&error, name, &files, folder))
        };
        let unreadable: Vec<Diagnostic> = files.iter().filter_map(alone).collect();
        match unreadable.is_empty() {
            true => findings.extend(template_faults::between(&error, &files, folder)),
            false => findings.extend(unreadable),
        }
        None
    }

    /// Whether there is a template of that name.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Renders a template into `out`.
    ///
    /// # Errors
    /// The place and reason in the template.
    pub fn render(&self, template: &str, context: &Context, out: &mut Vec<u8>) -> Result<(), Box<Diagnostic>> {
        let told = |error| template_faults::rendering(&error, template, &self.files, &self.folder, context);
        self.tera.render_to(template, context, out).map_err(|error| Box::new(told(error)))
    }
}

/// Everything that templates can call is registered here by the name of its function, whose documentation is that of
/// theme makers.
fn engine(strings: Arc<BTreeMap<Language, Strings>>, say: Say) -> Tera {
    let mut tera = Tera::new();
    tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| t(&kwargs, state, &strings));
    tera.register_filter("marked", marked);
    tera.register_filter("isolated", isolated);
    tera.register_filter("direction", direction);
    tera.register_filter("date", move |iso: &str, kwargs: Kwargs, state: &State<'_>| date(iso, &kwargs, state, &say));
    tera
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(files: &[(&str, &str)]) -> Result<Templates, Vec<Diagnostic>> {
        let file = |(name, text): &(&str, &str)| {
            let path = format!("themes/x/templates/{name}");
            ((*name).to_owned(), (path.into(), (*text).to_owned()))
        };
        let files = files.iter().map(file).collect();
        let mut findings = Vec::new();
        let say: Say =
            Arc::new(|language, say| crate::language::typography::set_plain(language, &say(language)).into_owned());
        Templates::load(files, "themes/x/templates", Arc::default(), &say, &mut findings).ok_or(findings)
    }

    fn places(files: &[(&str, &str)]) -> Vec<(String, u32)> {
        let place = |finding: Diagnostic| (finding.place.file.to_string(), finding.place.span.start);
        load(files).unwrap_err().into_iter().map(place).collect()
    }

    #[test]
    fn every_broken_template_is_reported_at_its_place() {
        let files = [("a.html", "{% if %}"), ("b.html", "ok"), ("c.html", "қазақ\n{{ x + }}")];
        let place = |name: &str, at| (format!("themes/x/templates/{name}"), at);
        assert_eq!(places(&files), [place("a.html", 6), place("c.html", 18)]);
    }

    #[test]
    fn a_filter_that_does_not_exist_is_reported_where_it_is_used() {
        assert_eq!(places(&[("a.html", "one\n{{ x | nosuch }}")]), [("themes/x/templates/a.html".to_owned(), 11)]);
    }

    #[test]
    fn a_missing_field_is_reported_with_the_names_that_exist() {
        let templates = load(&[("a.html", "{{ page.titel }}")]).unwrap();
        let mut context = Context::new();
        context.insert("page", &BTreeMap::from([("title", "x"), ("url", "y")]));
        let finding = templates.render("a.html", &context, &mut Vec::new()).unwrap_err();
        let arg = |name: &str| finding.args.iter().find(|(key, _)| key == name).unwrap().1.as_str();
        assert_eq!(["why", "name", "nearest", "known"].map(arg), ["field", "titel", "title", "title, url"]);
    }

    fn rendered(template: &str) -> Result<String, String> {
        let templates = load(&[("a.html", template)]).unwrap();
        let mut context = Context::new();
        context.insert("lang", "kk");
        let mut out = Vec::new();
        let detail = |finding: Box<Diagnostic>| finding.args[0].1.clone();
        templates.render("a.html", &context, &mut out).map_err(detail)?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_date_is_written_in_the_style_and_language_that_a_template_asks_for() {
        let kazakh = "2024 жылғы 18\u{a0}қазан";
        assert_eq!(rendered("{{ '2024-10-18' | date(style='official') }}").as_deref(), Ok(kazakh));
        let russian = rendered("{{ '2024-10-18T09:00:00+05:00' | date(style='medium', lang='ru') }}");
        assert_eq!(russian.as_deref(), Ok("18\u{a0}окт. 2024\u{a0}г."));
        assert_eq!(rendered("{{ '2024-10-18' | date(lang='en') }}").as_deref(), Ok("18\u{a0}October 2024"));
    }

    #[test]
    fn a_date_that_cannot_be_written_is_reported() {
        let wrong = |template| rendered(template).unwrap_err();
        assert!(wrong("{{ 'soon' | date }}").contains("`soon` is no date"));
        assert!(wrong("{{ '2024-10-18' | date(style='shrt') }}").contains("full, long, medium"));
        assert!(wrong("{{ '2024-10-18' | date(lang='???') }}").contains("`???` is no language"));
        assert!(wrong("{{ 'ұзақ мерзім' | date }}").contains("is no date"));
    }

    #[test]
    fn a_key_without_strings_stands_for_itself() {
        let templates = load(&[("a.html", "{{ t(key='menu-news') }}")]).unwrap();
        let mut context = Context::new();
        context.insert("lang", "kk");
        let mut out = Vec::new();
        templates.render("a.html", &context, &mut out).unwrap();
        assert_eq!(out, b"menu-news");
    }
}
