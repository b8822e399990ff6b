//! HTML pages: a view becomes the context of its template.

use crate::markdown::Addresses;
use crate::render::bodies::Bodies;
use crate::render::failure::Failure;
use crate::render::json_ld;
use crate::render::text::text;
use crate::theme::Theme;
use crate::view::{Body, Card, Content, Page, Redirect, ReleaseView, Shared};
use serde::Serialize;
use std::sync::Arc;
use tera::{Context, Value};

/// Renders a page.
///
/// # Errors
/// When its template is wrong or its text cannot be read.
pub fn page(page: &Page, theme: &Theme, bodies: &dyn Bodies) -> Result<Vec<u8>, Failure> {
    let mut context = Context::new();
    context.insert("lang", page.site.lang.as_str());
    context.insert_value("site", page.site.template());
    context.insert("page", &page.head);
    let body = match body(&page.content) {
        Some(body) => text(body, Addresses::Local, bodies)?,
        None => String::new(),
    };
    context.insert_value("body", Value::safe_string(&body));
    context.insert_value("json_ld", Value::safe_string(&structured(page)));
    let template = insert(&page.content, &mut context);
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
        Content::Release(release) => json_ld::release(&page.site, &page.head, release),
        _ => json_ld::page(&page.site, &page.head),
    }
}

/// The template of a content, which sees it under its own name.
fn insert(content: &Content, context: &mut Context) -> &'static str {
    match content {
        Content::Home(view) => {
            context.insert_value("home", with_items(view, &view.items));
            "home.html"
        }
        Content::Release(view) => {
            context.insert_value("release", with_others(view));
            "release.html"
        }
        Content::List(view) => {
            context.insert_value("list", with_items(&**view, &view.items));
            "list.html"
        }
        Content::Year(view) => {
            context.insert("year", view);
            "year.html"
        }
        Content::Month(view) => {
            context.insert_value("month", with_items(view, &view.items));
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
        Content::Standing(view) => {
            context.insert("standing", view);
            "standing.html"
        }
        Content::Expired(view) => {
            context.insert("expired", view);
            "expired.html"
        }
        Content::NotFound => "notfound.html",
    }
}

/// A view with the cards that it shares with others.
fn with_items(view: &impl Serialize, items: &[Arc<Shared<Card>>]) -> Value {
    let mut fields = Value::from_serializable(view).into_map().unwrap_or_default();
    let cards: Vec<Value> = items.iter().map(|card| card.template()).collect();
    fields.insert("items".into(), Value::from(cards));
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
