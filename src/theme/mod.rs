//! Stage 2, parse, for the other half of the input: a theme's templates, style, interface strings and static files.

mod calls;
mod converted;
mod date_filter;
mod lineage;
mod load;
mod missing_names;
mod string_faults;
mod strings;
mod style;
mod template_faults;
mod templates;

pub use load::{Asset, Theme, load};
pub use strings::{Arg, Strings};
