//! HTML pages: a view becomes the context of its template.

use crate::markdown::Addresses;
use crate::render::bodies::Bodies;
use crate::render::failure::Failure;
use crate::render::json_ld;
use crate::render::text::text;
use crate::theme::Theme;
use crate::view::{Body, Card, Content, Page, Redirect, ReleaseView, Tile};
use serde::Serialize;
use std::io;
use tera::{Context, Value};

/// The template of a release in a list.
const CARD: &str = "card.html";
/// The template of what stands alike on all pages of a language.
const PANEL: &str = "panel.html";

/// Renders a page.
///
/// # Errors
/// When its template is wrong or its text cannot be read.
pub fn page(page: &Page, theme: &Theme, bodies: &dyn Bodies) -> Result<Vec<u8>, Failure> {
    let mut context = shared(page);
    context.insert("page", &page.head);
    let body = match body(&page.content) {
        Some(body) => text(body, Addresses::Local, bodies)?,
        None => String::new(),
    };
    context.insert_value("body", Value::safe_string(&body));
    context.insert_value("json_ld", Value::safe_string(&structured(page)));
    if theme.has_template(PANEL) {
        context.insert_value("panel", panel(page, theme)?);
    }
    let template = insert(page, theme, &mut context)?;
    let mut out = Vec::with_capacity(body.len() + (16 << 10));
    theme.render(template, &context, &mut out)?;
    Ok(out)
}

/// Renders a page that leads elsewhere.
///
/// # Errors
/// When its template is wrong.
pub fn redirect(redirect: &Redirect, theme: &Theme) -> Result<Vec<u8>, Failure> {
    let mut context = Context::new();
    context.insert("lang", redirect.site.lang.as_str());
    context.insert_value("site", redirect.site.template());
    context.insert("target", &redirect.target);
    context.insert("canonical", &redirect.canonical);
    let mut out = Vec::new();
    theme.render("redirect.html", &context, &mut out)?;
    Ok(out)
}

fn body(content: &Content) -> Option<&Body> {
    match content {
        Content::Release(release) => Some(&release.body),
        Content::List(list) => list.body.as_ref(),
        Content::Standing(standing) => Some(&standing.body),
        _ => None,
    }
}

fn structured(page: &Page) -> String {
    match &page.content {
        _ if !page.site.structured => String::new(),
        // Of a text that nobody translated, its own page tells machines.
        Content::Release(release) if release.own.is_none() => json_ld::release(&page.site, &page.head, release),
        _ => json_ld::page(&page.site, &page.head),
    }
}

/// The template of a content, which sees it under its own name.
fn insert(page: &Page, theme: &Theme, context: &mut Context) -> Result<&'static str, Failure> {
    Ok(match &page.content {
        Content::Home(view) => {
            context.insert_value("home", with_items(view, Value::from_serializable(&view.items)));
            "home.html"
        }
        Content::Release(view) => {
            context.insert_value("release", with_others(view));
            "release.html"
        }
        Content::List(view) => {
            context.insert_value("list", with_items(&**view, tiles(&view.items, page, theme)?));
            "list.html"
        }
        Content::Year(view) => {
            context.insert("year", view);
            "year.html"
        }
        Content::Month(view) => {
            context.insert_value("month", with_items(view, Value::from_serializable(&view.items)));
            "month.html"
        }
        Content::Index(view) => {
            context.insert("index", view);
            "index.html"
        }
        Content::Events(view) => {
            context.insert("events", view);
            "events.html"
        }
        Content::Corrections(view) => {
            context.insert("corrections", view);
            "corrections.html"
        }
        Content::Standing(view) => {
            context.insert("standing", view);
            "standing.html"
        }
        Content::Expired(view) => {
            context.insert("expired", view);
            "expired.html"
        }
        Content::NotFound => "notfound.html",
    })
}

/// What the theme's `panel.html` makes of the newsroom, once for all pages of a language.
fn panel(page: &Page, theme: &Theme) -> Result<Value, Failure> {
    if let Some(made) = page.site.panel.get() {
        return Ok(made.clone());
    }
    let made = fragment(PANEL, shared(page), theme)?;
    Ok(page.site.panel.get_or_init(|| made).clone())
}

/// What every template of a page sees.
fn shared(page: &Page) -> Context {
    let mut context = Context::new();
    context.insert("lang", page.site.lang.as_str());
    context.insert_value("site", page.site.template());
    context
}

/// What a template makes of a context, to be put into pages as it is.
fn fragment(template: &str, context: Context, theme: &Theme) -> Result<Value, Failure> {
    let mut out = Vec::new();
    theme.render(template, &context, &mut out)?;
    let html = String::from_utf8(out).map_err(io::Error::other)?;
    Ok(Value::safe_string(html.trim()))
}

/// The releases of a list: each is rendered by the theme's `card.html`, where it has one, once for all lists.
fn tiles(tiles: &[Tile], page: &Page, theme: &Theme) -> Result<Value, Failure> {
    let rendered = |card: &Card| {
        let card = Value::from_serializable(card);
        if !theme.has_template(CARD) {
            return Ok(card);
        }
        let mut context = shared(page);
        context.insert_value("card", card);
        fragment(CARD, context, theme)
    };
    let values = tiles.iter().map(|tile| tile.value(rendered));
    values.collect::<Result<Vec<Value>, Failure>>().map(Value::from)
}

/// A view with what it shows of releases.
fn with_items(view: &impl Serialize, items: Value) -> Value {
    let mut fields = Value::from_serializable(view).into_map().unwrap_or_default();
    fields.insert("items".into(), items);
    Value::from(fields)
}

/// A release with those that its page leads to.
fn with_others(view: &ReleaseView) -> Value {
    let mut fields = Value::from_serializable(view).into_map().unwrap_or_default();
    fields.insert("earlier".into(), Value::from_serializable(&view.earlier));
    fields.insert("later".into(), Value::from_serializable(&view.later));
    fields.insert("related".into(), Value::from_serializable(&view.related));
    Value::from(fields)
}
