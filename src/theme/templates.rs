//! Templates: Tera, with a function of ours, `t`, the filters `marked`, `isolated`, `direction` and `date`, and nothing
//! that reads the world.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::hash::ContentHash;
use crate::language::parts::{self, Piece};
use crate::language::{Direction, Language, bidi};
use crate::theme::date_filter::{Say, date};
use crate::theme::strings::{Strings, fluent_value};
use fluent_bundle::FluentArgs;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// The templates of a theme.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    folder: String,
    names: BTreeSet<String>,
    /// The hash of their names and texts, and of how they set dates.
    pub hash: ContentHash,
}

type Files = BTreeMap<String, (Arc<str>, String)>;

impl Templates {
    /// Compiles the templates; `None`, with findings, when one is broken.
    pub fn load(
        files: &Files,
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
        match tera.add_raw_templates(texts) {
            Ok(()) => {
                let names = files.keys().cloned().collect();
                Some(Self { tera, folder: folder.to_owned(), names, hash })
            }
            Err(error) => {
                // Tera stops at the first template that it cannot read: each alone tells its own fault.
                let unreadable: Vec<Diagnostic> = files
                    .iter()
                    .filter_map(|(name, (_, text))| {
                        let error = engine(strings.clone(), say.clone()).add_raw_template(name, text).err()?;
                        matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| finding(folder, name, &error))
                    })
                    .collect();
                let all_readable = unreadable.is_empty();
                findings.extend(unreadable);
                if all_readable {
                    findings.extend(faults(&error.to_string(), files, folder));
                }
                None
            }
        }
    }

    /// Whether there is a template of that name.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Renders a template into `out`.
    ///
    /// # Errors
    /// The place and reason in the template.
    pub fn render(&self, template: &str, context: &Context, out: &mut Vec<u8>) -> Result<(), Box<Diagnostic>> {
        self.tera.render_to(template, context, out).map_err(|error| Box::new(finding(&self.folder, template, &error)))
    }
}

fn engine(strings: Arc<BTreeMap<Language, Strings>>, say: Say) -> Tera {
    let mut tera = Tera::new();
    tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let key = kwargs.must_get::<&str>("key")?;
        let language = state.get::<String>("lang")?.and_then(|tag| Language::parse(&tag));
        let strings = language.and_then(|language| strings.get(&language)).unwrap_or(Strings::none());
        let args = kwargs.iter().filter(|(name, _)| name.as_str() != Some("key"));
        let args: FluentArgs<'_> =
            args.filter_map(|(name, value)| Some((name.as_str()?.to_owned(), fluent_value(value)))).collect();
        Ok(strings.format(key, &args))
    });
    tera.register_filter("marked", marked);
    tera.register_filter("isolated", isolated);
    tera.register_filter("direction", direction);
    tera.register_filter("date", move |iso: &str, kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        date(iso, &kwargs, state, &say)
    });
    tera
}

/// A text for a place that no markup can tell the direction of the page's language.
fn isolated(text: &str, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let language = state.get::<String>("lang")?.and_then(|tag| Language::parse(&tag));
    Ok(language.map_or_else(|| text.to_owned(), |language| bidi::isolated(language, text).into_owned()))
}

/// `ltr` or `rtl`: the direction of the language that has the tag.
fn direction(tag: &str, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    Ok(Value::from_serializable(&Language::parse(tag).map(|language| language.direction()).unwrap_or_default()))
}

/// A plain text as HTML in which Kazakh parts are marked, if it is in another language: that of the page or `lang`.
/// Where that runs to the left, telephone numbers keep their order.
fn marked(text: &str, kwargs: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let tag = kwargs.get::<String>("lang")?.map_or_else(|| state.get("lang"), |tag| Ok(Some(tag)))?;
    let Some(language) = tag.and_then(|tag| Language::parse(&tag)) else { return Ok(Value::from(text)) };
    let text = match language.direction() {
        Direction::Ltr => Cow::Borrowed(text),
        Direction::Rtl => bidi::with_numbers_in_order(text),
    };
    let pieces = parts::pieces(language, &text);
    if pieces.len() < 2 {
        return Ok(Value::from(&*text));
    }
    let mut html = String::with_capacity(text.len() * 2);
    for piece in pieces {
        match piece {
            Piece::Own(text) => html.push_str(&state.escape(text)?),
            Piece::Kazakh(text) => html.extend(["<span lang=\"kk\">", &state.escape(text)?, "</span>"]),
        }
    }
    Ok(Value::safe_string(&html))
}

/// The faults in Tera's report on several templates, which is text: `error: WHAT` and, below, ` --> FILE:LINE:COLUMN`.
fn faults(report: &str, files: &Files, folder: &str) -> Vec<Diagnostic> {
    let broken = |place, detail: &str| Diagnostic::new(Code::BrokenTemplate, place).with("detail", detail.trim());
    let mut found = Vec::new();
    for fault in report.split("error: ").filter(|fault| !fault.trim().is_empty()) {
        let (detail, rest) = fault.split_once("--> ").unwrap_or((fault, ""));
        let mut place = rest.lines().next().unwrap_or_default().rsplitn(3, ':');
        let (column, line) = (place.next().and_then(number), place.next().and_then(number));
        let file = place.next().and_then(|name| files.get(name.trim()));
        found.push(match (file, line, column) {
            (Some((file, text)), Some(line), Some(column)) => broken(at(file, text, line, column), detail),
            _ => broken(Place::new(format!("{folder}/base.html"), Span::default()), detail),
        });
    }
    found
}

fn number(digits: &str) -> Option<usize> {
    digits.trim().parse().ok()
}

/// The place of a line and column, both counted from 1, columns in characters.
fn at(file: &Arc<str>, text: &str, line: usize, column: usize) -> Place {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let within = text[before..].char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
    Place::new(file.clone(), Span::new(before + within, before + within + 1))
}

fn finding(folder: &str, template: &str, error: &tera::Error) -> Diagnostic {
    let (file, span, detail) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = &report.span().range;
            (report.filename(), Span::new(range.start, range.end), report.message().to_owned())
        }
        _ => (template, Span::default(), error.to_string()),
    };
    let file = if file.is_empty() { template } else { file };
    Diagnostic::new(Code::BrokenTemplate, Place::new(format!("{folder}/{file}"), span)).with("detail", detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(files: &[(&str, &str)]) -> Result<Templates, Vec<Diagnostic>> {
        let files =
            files.iter().map(|(name, text)| ((*name).to_owned(), ((*name).into(), (*text).to_owned()))).collect();
        let mut findings = Vec::new();
        let say: Say =
            Arc::new(|language, say| crate::language::typography::set_plain(language, &say(language)).into_owned());
        Templates::load(&files, "themes/x/templates", Arc::default(), &say, &mut findings).ok_or(findings)
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
        assert_eq!(places(&[("a.html", "one\n{{ x | nosuch }}")]), [("a.html".to_owned(), 11)]);
    }

    #[test]
    fn a_missing_field_is_reported_with_the_names_that_exist() {
        let templates = load(&[("a.html", "{{ page.nope }}")]).unwrap();
        let mut context = Context::new();
        context.insert("page", &BTreeMap::from([("title", "x")]));
        let finding = templates.render("a.html", &context, &mut Vec::new()).unwrap_err();
        assert!(finding.args[0].1.contains("title"), "{:?}", finding.args);
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
