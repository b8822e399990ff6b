//! The page for theme makers, `themes/README.md`, made from what the program itself says of its views: the doc comments
//! of `src/view/`, the calls and contexts of its templates, and the keys of the default theme's strings.

use crate::site::project;
use std::collections::BTreeMap;

/// What every page sees, in the order in which `render` hands it over.
const EVERYWHERE: [(&str, &str); 6] = [
    ("lang", "the tag of the page's language"),
    ("site", "[Site](#site)"),
    ("page", "[Head](#head)"),
    ("body", "the text of a release, a project or a standing page, as HTML; else empty"),
    ("json_ld", "the structured data, for a `<script type=\"application/ld+json\">`; empty where they are off"),
    ("panel", "what the theme's `panel.html` came to, as HTML, where it has one"),
];

/// The whole page.
pub fn page() -> String {
    let types = types();
    let render = read("src/render/page.rs");
    let handed = [inserted(&render, "fn shared("), inserted(&render, "pub fn page(")].concat();
    assert_eq!(handed, EVERYWHERE.map(|(name, _)| name), "what every page sees");
    assert_eq!(inserted(&render, "pub fn redirect("), ["lang", "site", "target", "canonical"]);
    assert_eq!(inserted(&render, "fn tiles("), ["card"]);
    assert_eq!(inserted(&render, "fn panel("), [""; 0]);
    let everywhere: String = EVERYWHERE.iter().map(|(name, what)| format!("| `{name}` | {what} |\n")).collect();
    let templates: String = templates(&render, &types).iter().map(Template::row).collect();
    let mut roots = vec!["Site".to_owned(), "Head".to_owned(), "Card".to_owned()];
    roots.extend(self::templates(&render, &types).into_iter().filter_map(|template| template.view));
    let views: String = reachable(&roots, &types).iter().map(|name| section(name, &types)).collect();
    let (calls, strings) = (calls(), strings(&read("themes/default/strings/en.ftl")));
    format!(
        "{INTRODUCTION}
Every template of a page sees:

| name | what it is |
|---|---|
{everywhere}
and what is of its own kind:

| template | shows | sees besides |
|---|---|---|
{templates}| `redirect.html` | A page that leads elsewhere; of the names above it has `lang` and `site` alone. | `target`: text, the address; `canonical`: text, the same absolute |
| `panel.html` | What stands alike on all pages of a language, rendered once; of the names above it has `lang` and `site` alone. A theme may lack it. | |
| `card.html` | A release in a list, rendered once for all lists that show it, so that of the names above it has `lang` and `site` alone. A theme may lack it: `list.items` then holds cards. | `card`: [Card](#card) |

## What templates can call

{calls}
## Views

URLs are local, ready for `href`, unless a field says absolute. Texts are plain, not HTML: `{{{{ }}}}` escapes them. Where a
type says *or nothing*, ask `{{% if %}}` first.

{views}## Interface strings

`t(key=\"…\")` gives them, in the files `strings/TAG.ftl` (English stands here). A variable is told by its name:
`t(key=\"count-releases\", count=3)`.

{strings}"
    )
}

const INTRODUCTION: &str = "# For theme makers

This page is made from the source of the program (`JARSHY_BLESS=1 cargo test themes::`): do not edit it.

## A theme of your own

A theme is a folder here; `theme:` in `content/site.yaml` names it. What yours does not have it takes from the parent that
its `theme.yaml` names. This is a whole theme, of two files, whose foot of the page is another and all else the default's:

```yaml
# themes/ours/theme.yaml
parent: default
```

```html
<!-- themes/ours/templates/footer.html -->
<footer class=\"foot\"><p>{{ site.name }}, {{ site.address }}</p></footer>
```

| files | how they replace the parent's |
|---|---|
| `templates/*.html` | a file of the same name; templates extend and include each other by name, whosever they are |
| `style/*.css` | a file of the same name; the stylesheet is what `main.css` imports, yours or else the parent's |
| `static/*` | a file of the same name: icons, fonts, pictures, by `site.assets[\"favicon.svg\"]` |
| `strings/*.ftl` | a string of the same name: the file of a language holds only what you say otherwise, or add |

A parent may have a parent. `jarshy check` tells what is wrong in any of their files, and which names there are.

## Templates

Templates are those of [Tera 2](https://keats.github.io/tera/).
";

fn read(path: &str) -> String {
    std::fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A struct with its fields, or an enum with its variants: the name, the type, and the doc comment of each.
struct Type {
    doc: String,
    is_struct: bool,
    parts: Vec<(String, String, String)>,
}

/// The types that views are made of.
fn types() -> BTreeMap<String, Type> {
    let mut files: Vec<String> = crate::site::tree(&project().join("src/view")).into_keys().collect();
    files.sort();
    let files = files.iter().map(|name| format!("src/view/{name}"));
    let files = files.chain(["src/location.rs".to_owned(), "src/language/tag.rs".to_owned()]);
    files.flat_map(|file| types_of(&read(&file))).collect()
}

fn types_of(text: &str) -> Vec<(String, Type)> {
    let (mut types, mut doc): (Vec<(String, Type)>, Vec<&str>) = (Vec::new(), Vec::new());
    let (mut open, mut skipped) = (false, false);
    for line in text.lines() {
        let trimmed = line.trim();
        let head = trimmed.strip_prefix("pub struct ").or_else(|| trimmed.strip_prefix("pub enum "));
        if let Some(words) = trimmed.strip_prefix("///") {
            doc.push(words.trim());
            continue;
        } else if trimmed.starts_with("#[") {
            skipped |= trimmed == "#[serde(skip)]";
            continue;
        } else if let Some(name) = head.and_then(|head| head.strip_suffix(" {")) {
            let is_struct = trimmed.starts_with("pub struct");
            types.push((name.to_owned(), Type { doc: doc.join(" "), is_struct, parts: Vec::new() }));
            open = true;
        } else if line == "}" {
            open = false;
        } else if let Some((_, last)) = types.last_mut().filter(|_| open && !skipped) {
            let part = trimmed.trim_start_matches("pub ").trim_end_matches(',').trim_end_matches(')');
            let (name, kind) = part.split_once(": ").or_else(|| part.split_once('(')).unwrap_or((part, ""));
            last.parts.push((name.to_owned(), kind.to_owned(), doc.join(" ")));
        }
        skipped = false;
        doc.clear();
    }
    types
}

/// The type that stands within others: `Link` in `Vec<Arc<Link>>`.
fn innermost(kind: &str) -> &str {
    kind.rsplit('<').next().unwrap_or(kind).trim_end_matches('>')
}

/// A type in words of people who write templates.
fn words(kind: &str, types: &BTreeMap<String, Type>) -> String {
    let inside = |outer: &str| kind.strip_prefix(outer)?.strip_suffix('>').map(|inner| words(inner, types));
    if let Some(inner) = inside("Arc<").or_else(|| inside("Box<")).or_else(|| inside("Shared<")) {
        return inner;
    } else if let Some(inner) = inside("Option<") {
        return format!("{inner}, or nothing");
    } else if let Some(inner) = inside("Vec<") {
        return format!("list of {}", inner.replace("list of", "lists of"));
    }
    match (kind, types.get(kind)) {
        ("String" | "str" | "&'static str", _) => "text".to_owned(),
        ("u8" | "u32" | "u64" | "usize" | "i8", _) => "number".to_owned(),
        ("bool", _) => "true or false".to_owned(),
        ("Language", _) => "language tag".to_owned(),
        ("BTreeMap<String, String>", _) => "map from text to text".to_owned(),
        ("Tile", _) => "[Card](#card)".to_owned(),
        (_, Some(one)) if one.is_struct => format!("[{kind}](#{})", kind.to_lowercase()),
        (_, Some(one)) => {
            let words: Vec<String> = one.parts.iter().map(|(name, ..)| format!("`{}`", name.to_lowercase())).collect();
            words.join(" or ")
        }
        (_, None) => panic!("no words for the type {kind}"),
    }
}

/// The fields that templates see: the place of a text in its file is not for them, they have `body`.
fn fields(one: &Type) -> impl Iterator<Item = &(String, String, String)> {
    one.parts.iter().filter(|(_, kind, _)| innermost(kind) != "Body")
}

/// The views, and the types that they are made of, each once.
fn reachable(roots: &[String], types: &BTreeMap<String, Type>) -> Vec<String> {
    let mut names = roots.to_vec();
    let mut at = 0;
    while at < names.len() {
        let parts = fields(&types[&names[at]]).map(|(_, kind, _)| innermost(kind).to_owned()).collect::<Vec<_>>();
        let new = |name: &String| types.get(name).is_some_and(|one| one.is_struct) && !names.contains(name);
        let mut parts: Vec<String> = parts.into_iter().filter(new).collect();
        parts.dedup();
        names.append(&mut parts);
        at += 1;
    }
    names
}

fn section(name: &str, types: &BTreeMap<String, Type>) -> String {
    let one = &types[name];
    let row = |(name, kind, doc): &(String, String, String)| {
        assert!(!doc.is_empty(), "{name} has no documentation");
        format!("| `{name}` | {} | {} |\n", words(kind, types), doc.replace('|', "\\|"))
    };
    let rows: String = fields(one).map(row).collect();
    format!("### {name}\n\n{}\n\n| field | type | what it is |\n|---|---|---|\n{rows}\n", one.doc)
}

/// The template of a kind of page.
struct Template {
    file: String,
    shows: String,
    sees: String,
    view: Option<String>,
}

impl Template {
    fn row(&self) -> String {
        let view = self.view.as_ref().map(|view| format!("`{}`: [{view}](#{})", self.sees, view.to_lowercase()));
        format!("| `{}` | {} | {} |\n", self.file, self.shows, view.unwrap_or_default())
    }
}

/// What `render` does with each kind of content: under which name it is inserted, and in which template.
fn templates(render: &str, types: &BTreeMap<String, Type>) -> Vec<Template> {
    let contents = &types["Content"].parts;
    let arms = body_of(render, "fn insert(").split("Content::").skip(1);
    let template = |arm: &str| {
        let variant = arm.split(['(', ' ']).next().unwrap();
        let (_, kind, doc) = contents.iter().find(|(name, ..)| name == variant).unwrap();
        let texts: Vec<&str> = arm.split('"').skip(1).step_by(2).collect();
        let view = Some(innermost(kind).to_owned()).filter(|view| !view.is_empty());
        let (sees, file) = (texts[0].to_owned(), texts.last().unwrap().to_string());
        Template { file, shows: doc.clone(), sees, view }
    };
    arms.map(template).collect()
}

fn body_of<'t>(text: &'t str, function: &str) -> &'t str {
    let start = text.find(function).unwrap_or_else(|| panic!("no {function}"));
    &text[start..start + text[start..].find("\n}").unwrap()]
}

/// The names that a function inserts into the context of a template.
fn inserted<'t>(text: &'t str, function: &str) -> Vec<&'t str> {
    let inserts = body_of(text, function).split("context.insert").skip(1);
    inserts.map(|insert| insert.split('"').nth(1).unwrap()).collect()
}

/// The functions and filters that are registered, with the doc comments of the functions of the same names.
fn calls() -> String {
    let code = read("src/theme/calls.rs") + &read("src/theme/date_filter.rs");
    let engine = read("src/theme/templates.rs");
    let names = body_of(&engine, "fn engine(").split("tera.register_").skip(1);
    let call = |registered: &str| {
        let (kind, name) = (registered.split('_').next().unwrap(), registered.split('"').nth(1).unwrap());
        let kind = kind.split('(').next().unwrap();
        let before = &code[..code.find(&format!("\npub fn {name}(")).unwrap_or_else(|| panic!("no {name}"))];
        let doc: Vec<&str> = before.lines().rev().map_while(|line| line.strip_prefix("///")).map(str::trim).collect();
        let doc: Vec<&str> = doc.into_iter().rev().take_while(|line| !line.is_empty()).collect();
        format!("- The {kind} `{name}`. {}\n", doc.join(" "))
    };
    names.map(call).collect()
}

/// The keys of a file of strings, by its headings, with the variables and the text of each.
fn strings(file: &str) -> String {
    let mut out = String::new();
    let mut blocks: Vec<String> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with("# ")) {
        match line.starts_with([' ', '}']) {
            true => blocks.last_mut().unwrap().push_str(&format!("\n{line}")),
            false => blocks.push(line.to_owned()),
        }
    }
    for block in blocks.iter().filter(|block| !block.is_empty()) {
        match (block.strip_prefix("## "), block.split_once(" = ")) {
            (Some(heading), _) => {
                let gap = if out.is_empty() { "" } else { "\n" };
                out.push_str(&format!("{gap}### Strings: {heading}\n\n| key | variables | English |\n|---|---|---|\n"));
            }
            (None, Some((key, text))) => {
                out.push_str(&format!("| `{key}` | {} | {} |\n", variables(text), usual(text)));
            }
            (None, None) => panic!("{block}"),
        }
    }
    out
}

fn variables(text: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    for part in text.split('$').skip(1) {
        let name = format!("`{}`", part.split(|c: char| !c.is_alphanumeric()).next().unwrap());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// The text; of one that chooses by a number that of any other number.
fn usual(text: &str) -> String {
    let other = text.lines().find_map(|line| line.trim().strip_prefix("*[other] "));
    other.unwrap_or(text).replace('|', "\\|")
}
