//! `content/site.yaml` as a type. Every default stands in this folder.

mod outputs;
pub mod periods;
mod read;
mod scripts;
mod site;
mod variant;

pub use outputs::{Archive, Outputs, Switch};
pub use periods::Former;
pub use read::{localized, read};
pub use scripts::is_script_file;
pub use site::{Config, ContactEntry, FormerPublisher, Identity, Languages, PublisherNames, Rule};
pub use variant::Variant;
