//! The pages that are the program's own: their templates, and what they have in common.

use crate::diagnostic::Diagnostic;
use crate::report::{self, Parts, Texts, UiLanguage};
use serde::Serialize;
use std::sync::LazyLock;
use tera::{Context, Kwargs, State, Tera, TeraResult};

/// The templates, by name.
const TEMPLATES: [(&str, &str); 3] = [
    ("desk.html", include_str!("desk.html")),
    ("findings.html", include_str!("findings.html")),
    ("overlay.html", include_str!("overlay.html")),
];

/// Findings as pages show them.
#[derive(Debug, Serialize)]
pub struct Findings {
    /// Each in its parts.
    pub items: Vec<Parts>,
    /// How many there are of each kind.
    pub summary: String,
}

impl Findings {
    /// Lays out findings.
    pub fn new(findings: &[Diagnostic], texts: &dyn Texts, ui: UiLanguage) -> Self {
        Self { items: report::parts(findings, texts, ui), summary: report::summary(findings, ui) }
    }
}

#[derive(Serialize)]
struct Overlay {
    lang: &'static str,
    reason: String,
    findings: Vec<Parts>,
    summary: String,
}

/// The report that lies over pages when the content refuses the site: every finding, with file and line.
pub fn overlay(findings: &[Diagnostic], texts: &dyn Texts, ui: UiLanguage) -> String {
    let Findings { items, summary } = Findings::new(findings, texts, ui);
    let reason = report::label(ui, "desk-trouble-content");
    render("overlay.html", &Overlay { lang: ui.tag(), reason, findings: items, summary })
}

/// The same when the system refuses it.
pub fn overlay_of_reason(reason: String, ui: UiLanguage) -> String {
    render("overlay.html", &Overlay { lang: ui.tag(), reason, findings: Vec::new(), summary: String::new() })
}

/// A message with a number.
pub fn counted(ui: UiLanguage, key: &str, count: usize) -> String {
    report::phrase(ui, key, [("count", count.into())])
}

/// Renders a template; of one that is broken, what is wrong with it.
pub fn render(template: &str, view: &impl Serialize) -> String {
    static ENGINE: LazyLock<TeraResult<Tera>> = LazyLock::new(engine);
    let rendered = |engine: &Tera| engine.render(template, &Context::from_serialize(view)?);
    match ENGINE.as_ref().map(rendered) {
        Ok(Ok(html)) => html,
        Ok(Err(error)) => error.to_string(),
        Err(error) => error.to_string(),
    }
}

fn engine() -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.register_function("t", |kwargs: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let lang = state.get::<String>("lang")?.unwrap_or_default();
        Ok(report::label(UiLanguage::from_locale(&lang), kwargs.must_get::<&str>("key")?))
    });
    tera.add_raw_templates(TEMPLATES)?;
    Ok(tera)
}
