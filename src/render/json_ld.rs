//! What search engines read (schema.org as JSON-LD): one script block holding one graph.

use crate::view::{Attachment, Author, Correction, Event, Head, Image, Link, ReleaseView, Site, Source};
use serde_json::{Map, Value};
use std::sync::Arc;

/// The block of a release: the article, its event where there is one, and the way to it.
pub fn release(site: &Site, head: &Head, release: &ReleaseView) -> String {
    let event = release.event.as_ref().map(|event| meeting(site, head, release, event));
    script([Some(article(site, head, release)), event, breadcrumbs(site, head)])
}

/// The block of any other page: the way to it, and on the front page the newsroom and its publisher;
/// empty where there is nothing to say.
pub fn page(site: &Site, head: &Head) -> String {
    let home = head.kind == "home";
    let organization = || publisher(site).with("address", site.address.as_deref());
    script([home.then(|| website(site)), home.then(organization), breadcrumbs(site, head)])
}

fn script(nodes: [Option<Node>; 3]) -> String {
    let graph: Vec<Node> = nodes.into_iter().flatten().collect();
    if graph.is_empty() {
        return String::new();
    }
    let document = Node::default().with("@context", "https://schema.org").with("@graph", graph);
    // `<` occurs in JSON only within strings: escaped, nothing can end the script or open a comment.
    let json = Value::from(document).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>")
}

/// A thing of schema.org; properties without a value are not written.
#[derive(Default)]
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &'static str) -> Self {
        Self::default().with("@type", kind)
    }

    fn with(mut self, property: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let empty = value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            self.0.insert(property.to_owned(), value);
        }
        self
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}

fn absolute(site: &Site, url: &str) -> String {
    format!("{}{url}", site.origin)
}

/// Every item as a node.
fn nodes<T>(items: &[T], node: impl Fn(&T) -> Node) -> Vec<Node> {
    items.iter().map(node).collect()
}

fn article(site: &Site, head: &Head, release: &ReleaseView) -> Node {
    let pictures = release.image.iter().chain(&release.gallery);
    let section = site.menu.iter().find(|item| Some(item.key) == head.section);
    Node::new("NewsArticle")
        .with("@id", format!("{}#article", head.canonical))
        .with("url", &*head.canonical)
        .with("mainEntityOfPage", &*head.canonical)
        .with("headline", &*release.title)
        .with("description", release.summary.as_deref().unwrap_or(&head.description))
        .with("inLanguage", site.lang.as_str())
        .with("datePublished", &*release.published)
        .with("dateModified", release.updated.as_ref().map_or(&*release.published, |updated| &updated.iso))
        .with("author", release.author.as_ref().and_then(author).unwrap_or_else(|| published_by(site, release)))
        .with("publisher", published_by(site, release))
        .with("image", pictures.map(|image| picture(site, image)).collect::<Vec<_>>())
        .with("articleSection", section.map(|item| &*item.title))
        .with("keywords", release.tags.iter().map(|tag| &*tag.title).collect::<Vec<_>>())
        .with("about", release.event.as_ref().map(|_| Node::default().with("@id", event_id(head))))
        .with("contentLocation", regions(site, release))
        .with("isPartOf", nodes(&release.projects, |project| named(site, "CreativeWorkSeries", project)))
        .with("translationOfWork", original(site, head, release))
        .with("workTranslation", translations(site, head, release))
        .with("isBasedOn", release.source.as_ref().map(source))
        .with("correction", nodes(&release.corrections, correction))
        .with("hasPart", nodes(&release.attachments, |file| document(site, file)))
        .with("wordCount", release.words)
        .with("isAccessibleForFree", true)
}

fn named(site: &Site, kind: &'static str, link: &Link) -> Node {
    Node::new(kind).with("name", &*link.title).with("url", absolute(site, &link.url))
}

fn publisher(site: &Site) -> Node {
    let home = absolute(site, &site.home);
    Node::new("GovernmentOrganization")
        .with("@id", format!("{home}#publisher"))
        .with("name", &*site.name)
        .with("url", home)
        .with("correctionsPolicy", site.corrections.as_ref().map(|url| absolute(site, url)))
}

/// The publisher by the name of the day: under another name it is another node, since a node has one name.
fn published_by(site: &Site, release: &ReleaseView) -> Node {
    let Some(other) = &release.publisher else { return publisher(site) };
    let name = other.until.as_ref().map_or("publisher-to-come".to_owned(), |until| format!("publisher-until-{until}"));
    let home = absolute(site, &site.home);
    Node::new("GovernmentOrganization")
        .with("@id", format!("{home}#{name}"))
        .with("name", &*other.name)
        .with("url", other.url.as_deref().unwrap_or(&home))
}

fn author(author: &Author) -> Option<Node> {
    let organization = author.organization.as_deref().map(|name| Node::new("Organization").with("name", name));
    let role = author.role.as_deref();
    match author.name.as_deref() {
        Some(name) => {
            Some(Node::new("Person").with("name", name).with("jobTitle", role).with("affiliation", organization))
        }
        // 'Press service' alone names an office, not a person.
        None => organization.or_else(|| role.map(|role| Node::new("Organization").with("name", role))),
    }
}

fn picture(site: &Site, image: &Image) -> Node {
    Node::new("ImageObject")
        .with("contentUrl", absolute(site, &image.url))
        .with("encodingFormat", image.media_type)
        .with("width", image.width)
        .with("height", image.height)
        .with("caption", image.caption.as_deref().unwrap_or(&image.alt))
        .with("creditText", image.credit.as_deref())
}

fn regions(site: &Site, release: &ReleaseView) -> Vec<Node> {
    let area = |(position, region): (usize, &Arc<Link>)| {
        let code = release.region_codes.get(position).map(String::as_str);
        named(site, "AdministrativeArea", region).with("identifier", code)
    };
    release.regions.iter().enumerate().map(area).collect()
}

fn version(lang: &str, url: Option<String>) -> Node {
    let id = url.as_ref().map(|url| format!("{url}#article"));
    Node::new("NewsArticle").with("@id", id).with("inLanguage", lang).with("url", url)
}

/// What the text was translated from, or converted from to another script.
fn original(site: &Site, head: &Head, release: &ReleaseView) -> Option<Node> {
    let converted = head.converted.as_ref().map(|entry| (entry.lang, Some(&entry.url)));
    let (lang, url) = release.original.as_ref().map(|original| (original.lang, original.url.as_ref())).or(converted)?;
    Some(version(lang.as_str(), url.map(|url| absolute(site, url))))
}

/// The other languages of an original; a translation names its original alone.
fn translations(site: &Site, head: &Head, release: &ReleaseView) -> Vec<Node> {
    let others = head.alternates.iter().filter(|other| other.lang != site.lang.as_str() && other.lang != "x-default");
    let is_original = release.original.is_none() && head.converted.is_none();
    others.filter(|_| is_original).map(|other| version(&other.lang, Some(other.url.clone()))).collect()
}

fn source(source: &Source) -> Node {
    let publisher = source.name.as_deref().map(|name| Node::new("Organization").with("name", name));
    Node::new("CreativeWork").with("url", source.url.as_deref()).with("publisher", publisher)
}

fn correction(correction: &Correction) -> Node {
    Node::new("CorrectionComment").with("datePublished", &*correction.date.iso).with("text", &*correction.text)
}

fn document(site: &Site, file: &Attachment) -> Node {
    Node::new("DigitalDocument")
        .with("name", &*file.title)
        .with("url", absolute(site, &file.url))
        .with("encodingFormat", file.media_type)
}

fn event_id(head: &Head) -> String {
    format!("{}#event", head.canonical)
}

fn meeting(site: &Site, head: &Head, release: &ReleaseView, event: &Event) -> Node {
    let place = event.place.as_deref().map(|place| Node::new("Place").with("name", place).with("address", place));
    Node::new("Event")
        .with("@id", event_id(head))
        .with("name", &*event.title)
        .with("description", &*head.description)
        .with("url", absolute(site, &event.url))
        .with("startDate", &*event.starts.iso)
        .with("endDate", event.ends.as_ref().map(|end| &*end.iso))
        .with("eventStatus", "https://schema.org/EventScheduled")
        .with("location", place)
        .with("image", head.image.as_ref().map(|image| picture(site, image)))
        .with("organizer", published_by(site, release))
        .with("inLanguage", site.lang.as_str())
}

fn breadcrumbs(site: &Site, head: &Head) -> Option<Node> {
    let item = |(position, crumb): (usize, &Arc<Link>)| {
        Node::new("ListItem")
            .with("position", position + 1)
            .with("name", &*crumb.title)
            .with("item", absolute(site, &crumb.url))
    };
    let items: Vec<_> = head.breadcrumbs.iter().enumerate().map(item).collect();
    (items.len() > 1).then(|| Node::new("BreadcrumbList").with("itemListElement", items))
}

fn website(site: &Site) -> Node {
    let home = absolute(site, &site.home);
    Node::new("WebSite")
        .with("@id", format!("{home}#website"))
        .with("url", home)
        .with("name", &*site.name)
        .with("alternateName", &*site.short_name)
        .with("description", &*site.description)
        .with("inLanguage", site.lang.as_str())
        .with("publisher", publisher(site))
}

#[cfg(test)]
mod tests;
