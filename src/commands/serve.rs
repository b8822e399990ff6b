//! `jarshy serve`.

use crate::commands::order_of;
use crate::commands::terminal::{Bar, Terminal};
use crate::diagnostic::Diagnostic;
use crate::plan::Audience;
use crate::report::UiLanguage;
use crate::serve::{Browser, Clock, Place, Service, Voice, Watching};
use crate::source::Sources;
use clap::Args;
use jiff::Timestamp;
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;
use std::process::ExitCode;

/// What `jarshy serve` is told.
#[derive(Debug, Args)]
pub struct Serve {
    /// The port to listen at; 0 is any that is free [default: 1111, or the next that is free].
    #[arg(long)]
    port: Option<u16>,
    /// The address to listen at. Another than this one lets others in.
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    address: IpAddr,
    /// Opens the preview in a browser.
    #[arg(long)]
    open: bool,
    /// Shows the site as everybody will see it, without drafts and without what is to come.
    #[arg(long)]
    public: bool,
    /// The moment at which the clock of the preview begins to run, as RFC 3339 [default: now].
    #[arg(long, value_name = "INSTANT")]
    now: Option<Timestamp>,
    /// Looks at every file once a second, where changes are not reported: on network drives and in some containers.
    #[arg(long)]
    poll: bool,
}

impl Serve {
    /// Serves until it is asked to end.
    pub fn run(&self, root: &Path, terminal: &Terminal) -> ExitCode {
        let audience = if self.public { Audience::Public } else { Audience::Editors };
        let served = order_of(root, None, self.now, audience, terminal).and_then(|order| {
            let service = Service {
                root: order.root,
                place: Place { address: self.address, port: self.port },
                audience,
                clock: Clock::showing(self.now),
                watching: if self.poll { Watching::Looks } else { Watching::Reports },
                browser: if self.open { Browser::Open } else { Browser::Leave },
            };
            service.run(terminal, &Bar::new())
        });
        served.map_or_else(|error| terminal.fail(&error), |()| ExitCode::SUCCESS)
    }
}

impl Voice for Terminal {
    fn ui(&self) -> UiLanguage {
        Self::ui(self)
    }

    fn say(&self, text: &str) {
        // Who writes its words to a disk that is full still wants to see the preview.
        let _ = Self::say(self, text);
    }

    fn complain(&self, text: &str) {
        Self::complain(self, text);
    }

    fn report(&self, findings: &[Diagnostic], sources: &Sources) {
        Self::report(self, findings, sources);
    }
}
