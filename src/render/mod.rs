//! Stage 5, render: a target becomes bytes. Nothing is seen but the target, the theme and the bodies that the target names.

pub mod atom;
pub mod bodies;
pub mod calendar;
mod failure;
pub mod json_feed;
pub mod json_ld;
pub mod opml;
mod page;
pub mod rss;
pub mod sitemap;
mod stage;
mod text;
pub mod xml;

pub use bodies::Bodies;
pub use failure::Failure;
pub use stage::Renderer;
