//! Jarshy (жаршы, herald) turns Markdown press releases into a multilingual newsroom.
//!
//! The folders are the pipeline. [`source`] takes a snapshot of what lies on disk. [`parse`] and [`theme`] read it, file by
//! file, and note what is wrong. [`model`] joins the files into releases, regions, projects, tags and pages, and follows
//! their links. [`plan`] decides every file of the output, for one moment in time: a list of paths, each with what the file
//! is made from and the hash of all that it will show. [`render`] turns the view of an entry into bytes. [`mod@write`] makes
//! the output what the plan says, touching nothing that has not changed. [`pipeline`] is the one place that knows all six,
//! and can keep a newsroom in memory to follow an editor. [`serve`] does so, and shows the editor what becomes of it.
//!
//! [`rules`] find what a careful editor would see, [`external`] asks other sites whether links still lead somewhere,
//! [`scaffold`] makes the files of what is new.
//!
//! ```
//! use jarshy::language::{Language, slug};
//!
//! let kazakh = Language::parse("kk").expect("a language tag");
//! assert_eq!(slug::slug(kazakh, "Қазақстан халқы Ассамблеясы"), "qazaqstan-khalqy-assambleyasy");
//! ```

pub mod source;

pub mod parse;
pub mod theme;

pub mod model;

pub mod plan;

pub mod render;
pub mod rules;

pub mod write;

pub mod external;
pub mod pipeline;
pub mod scaffold;

pub mod serve;

pub mod cli;
pub mod commands;

pub mod artifact;
pub mod config;
pub mod diagnostic;
pub mod fault;
pub mod hash;
pub mod language;
pub mod location;
pub mod manifest;
pub mod markdown;
pub mod report;
pub mod view;
pub mod yaml;
