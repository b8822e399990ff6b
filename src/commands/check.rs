//! `jarshy check`.

use crate::commands::history;
use crate::commands::terminal::{Bar, Quoted, Terminal};
use crate::commands::{order_of, outcome_code};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::external::{self, Manners, Network};
use crate::fault::at;
use crate::parse::Document;
use crate::pipeline::{self, Checkup, Order};
use crate::plan::Audience;
use crate::report::{self, Baseline};
use crate::rules::{self, Fixed};
use crate::write;
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// What `jarshy check` is told.
#[derive(Debug, Args)]
pub struct Check {
    /// Explains a code, which stands in brackets at the beginning of a finding, and checks nothing.
    #[arg(long, value_name = "CODE")]
    explain: Option<String>,
    /// Mends what is safe to mend: signs, letters of another alphabet, what was pasted along. Texts keep their words.
    #[arg(long)]
    fix: bool,
    /// Shows what --fix would mend, and changes nothing.
    #[arg(long, conflicts_with = "fix")]
    diff: bool,
    /// How the report is written.
    #[arg(long, value_enum, default_value_t = Format::People)]
    format: Format,
    /// Exit code 1 on warnings too.
    #[arg(long)]
    strict: bool,
    /// Leaves out the warnings and notes that this file holds.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Writes the warnings and notes of now into that file, so that from now on only new ones are told.
    #[arg(long, requires = "baseline")]
    update_baseline: bool,
    /// Asks for the links to other sites too, each once a week.
    #[arg(long)]
    external: bool,
    /// The moment as of which the newsroom is looked at, as RFC 3339 [default: now].
    #[arg(long, value_name = "INSTANT")]
    now: Option<Timestamp>,
}

/// How a report is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// For people: the line, the place in it, what to do.
    People,
    /// `path:line:column: severity[code]: message`.
    Short,
    /// One array of objects.
    Json,
    /// Annotations of GitHub.
    Github,
    /// SARIF 2.1.0.
    Sarif,
}

impl Check {
    /// Checks, and reports.
    pub fn run(&self, root: &Path, terminal: &Terminal) -> ExitCode {
        outcome_code(self.outcome(root, terminal), terminal)
    }

    fn outcome(&self, root: &Path, terminal: &Terminal) -> io::Result<ExitCode> {
        if let Some(word) = &self.explain {
            return explain(word, terminal);
        }
        let order = order_of(root, None, self.now, Audience::Public, terminal)?;
        let mut checkup = pipeline::check(&order, &Bar::new())?;
        if self.diff {
            return show(&checkup, terminal);
        }
        if self.fix && mend(&checkup, terminal)? > 0 {
            checkup = pipeline::check(&order, &Bar::new())?;
        }
        if let Some(config) = checkup.config.clone() {
            checkup.add(history::silent_changes(root, &checkup.sources, &config, order.now));
        }
        if self.external {
            checkup.add(external(&order, &checkup.documents));
        }
        self.settle(&mut checkup, terminal)?;
        self.report(&checkup, terminal)?;
        let refused = |finding: &Diagnostic| {
            finding.severity == Severity::Error || self.strict && finding.severity == Severity::Warning
        };
        Ok(if checkup.findings.iter().any(refused) { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }

    /// Takes away what the baseline knows.
    fn settle(&self, checkup: &mut Checkup, terminal: &Terminal) -> io::Result<()> {
        let Some(file) = &self.baseline else { return Ok(()) };
        let told = report::told(&checkup.findings, &Quoted(&checkup.sources), terminal.ui());
        if self.update_baseline {
            write::replace(file, Baseline::of(&told).text().as_bytes())?;
            terminal.complain(&report::file_written(&file.to_string_lossy(), terminal.ui()));
        }
        let unknown = read_baseline(file, terminal)?.unknown(&told);
        let known = told.len() - unknown.len();
        if known > 0 {
            terminal.complain(&report::baselined(known, terminal.ui()));
        }
        checkup.findings = unknown;
        Ok(())
    }

    fn report(&self, checkup: &Checkup, terminal: &Terminal) -> io::Result<()> {
        let quoted = Quoted(&checkup.sources);
        let told = || report::told(&checkup.findings, &quoted, terminal.ui());
        let report = match self.format {
            Format::People => {
                let findings = &checkup.findings;
                let report = report::for_people(findings, &quoted, terminal.ui(), terminal.colour());
                format!("{report}{}", report::checked(checkup.documents.len(), findings, terminal.ui()))
            }
            Format::Short => report::short(&told()),
            Format::Json => report::json(&told())?,
            Format::Github => report::github(&told()),
            Format::Sarif => report::sarif(&told(), terminal.ui())?,
        };
        terminal.say(report.trim_end())
    }
}

/// What is found by asking other sites.
fn external(order: &Order, documents: &[Arc<Document>]) -> Vec<Diagnostic> {
    let network = Network::new(Manners::default());
    external::check(documents, &order.root.join(".jarshy/links"), order.now, &network)
}

/// The texts that can be mended: file, before and after.
fn mended(checkup: &Checkup) -> io::Result<Vec<(Arc<str>, String, Fixed)>> {
    let Some(config) = &checkup.config else { return Ok(Vec::new()) };
    let files = checkup.findings.iter().filter(|finding| !finding.fix.is_empty()).map(|finding| &finding.place.file);
    let files: BTreeSet<&Arc<str>> = files.collect();
    let mend = |file: &Arc<str>| {
        let text = String::from_utf8(checkup.sources.read(file)?).map_err(io::Error::other)?;
        let fixed = rules::mend(config, file, &text);
        Ok((file.clone(), text, fixed))
    };
    let mended = files.into_iter().map(mend).collect::<io::Result<Vec<_>>>()?;
    Ok(mended.into_iter().filter(|(_, _, fixed)| fixed.mended > 0).collect())
}

/// Shows what would be mended.
fn show(checkup: &Checkup, terminal: &Terminal) -> io::Result<ExitCode> {
    let mended = mended(checkup)?;
    for (file, before, fixed) in &mended {
        terminal.say(rules::difference(file, before, &fixed.text).trim_end())?;
    }
    terminal.complain(&report::would_fix(places(&mended), mended.len(), terminal.ui()));
    Ok(ExitCode::SUCCESS)
}

/// Mends; how many files were.
fn mend(checkup: &Checkup, terminal: &Terminal) -> io::Result<usize> {
    let mended = mended(checkup)?;
    for (file, _, fixed) in &mended {
        write::replace(&checkup.sources.disk(file), fixed.text.as_bytes())?;
    }
    terminal.complain(&report::fixed(places(&mended), mended.len(), terminal.ui()));
    Ok(mended.len())
}

fn places(mended: &[(Arc<str>, String, Fixed)]) -> usize {
    mended.iter().map(|(_, _, fixed)| fixed.mended).sum()
}

fn explain(word: &str, terminal: &Terminal) -> io::Result<ExitCode> {
    let code = Code::ALL.iter().find(|code| code.word() == word);
    let code = code.ok_or_else(|| io::Error::other(report::unknown_code(word, terminal.ui())))?;
    terminal.say(report::explain(*code, terminal.ui()).trim_end())?;
    Ok(ExitCode::SUCCESS)
}

fn read_baseline(file: &Path, terminal: &Terminal) -> io::Result<Baseline> {
    let text = std::fs::read_to_string(file).map_err(at(file))?;
    Baseline::parse(&text)
        .map_err(|line| io::Error::other(report::broken_baseline(&file.to_string_lossy(), line, terminal.ui())))
}
