//! `ascolto analyse`.

mod answers;
mod planned;
mod summary;

use super::Stop;
use super::terminal::{complete_language, read_text, refused_faults, refused_path, terminal_language};
use crate::analysis::{self, Agreed, Publishable, Sample, addresses};
use crate::charter::{self, Indicator, Standard, Statistic};
use crate::form::{self, FieldKind, Form, Layout};
use crate::language::{Argument, integer, say, say_with};
use crate::response::tally;
use crate::sheet::{Sheet, SheetError};
use crate::text::{Code, Language, Texts};
use answers::MissingCode;
use std::path::{Path, PathBuf};

/// Computes the statistics of a file of answers, without a database.
#[derive(clap::Args)]
pub struct Analyse {
    /// The form's file, or the name of a shipped form.
    #[arg(long, required_unless_present = "plan")]
    form: Option<PathBuf>,
    /// The plan's file: what is computed of a file of codes that no form describes. All it asks is printed with --json.
    #[arg(long, conflicts_with_all = ["form", "charter", "goals", "missing", "groups", "universe"], requires = "json")]
    plan: Option<PathBuf>,
    /// The answers: CSV with `,` or `;`, the codes of the questions in the first row.
    #[arg(long)]
    answers: PathBuf,
    /// The charter's file, or the name of a shipped charter: its goals are judged.
    #[arg(long)]
    charter: Option<PathBuf>,
    /// The year whose targets apply, where they differ by year.
    #[arg(long, default_value_t = 0)]
    year: i32,
    /// The users of the year: says which goals no number of answers could decide. With --json the figures corrected for a
    /// finite universe stand beside the others; a verdict is never corrected, for it does not cure self-selection.
    #[arg(long)]
    universe: Option<u64>,
    /// A goal for the share in the two best points of an item, or, without the item, of all: `overall=0.8`, `0.8`.
    #[arg(long = "goal", value_name = "[ITEM=]TARGET", value_parser = parse_goal)]
    goals: Vec<ItemGoal>,
    /// The responses the office planned to collect.
    #[arg(long, default_value_t = 0)]
    planned: u64,
    /// A code in the file that means no answer where the form does not know it: `6=not_applicable`, `0=blank`, `9=dont_know`.
    #[arg(long = "missing", value_name = "CODE=MEANING", value_parser = MissingCode::parse)]
    missing: Vec<MissingCode>,
    /// A closed question to divide the answers by.
    #[arg(long = "group", value_name = "FIELD")]
    groups: Vec<String>,
    /// Prints every figure, exact and unsuppressed, as one JSON object of addresses.
    #[arg(long)]
    json: bool,
    /// The language of tables and notes (`it`, `en`); else that of the terminal.
    #[arg(long, value_parser = complete_language)]
    language: Option<Language>,
}

/// A target for the two best points of one item, or of every judged item.
#[derive(Clone, Debug)]
struct ItemGoal {
    item: Option<Code>,
    target: f64,
}

fn parse_goal(typed: &str) -> Result<ItemGoal, String> {
    let (item, target) = match typed.split_once('=') {
        Some((item, target)) => {
            (Some(Code::parse(item.trim()).ok_or_else(|| say(&terminal_language(), "usage-goal-item"))?), target)
        }
        None => (None, typed),
    };
    let target = target.trim().replace(',', ".").parse::<f64>().ok().filter(|target| (0.0..=1.0).contains(target));
    Ok(ItemGoal { item, target: target.ok_or_else(|| say(&terminal_language(), "usage-goal-target"))? })
}

impl Analyse {
    /// Runs the command.
    ///
    /// # Errors
    /// Refused when a file is missing or wrong; a single wrong answer is only told.
    pub fn run(self) -> Result<(), Stop> {
        let language = self.language.clone().unwrap_or_else(terminal_language);
        if let Some(plan) = &self.plan {
            let figures = planned::compute(plan, &self.answers, &language)?;
            println!("{}", serde_json::Value::Object(figures));
            return Ok(());
        }
        let form = self.read_form(&language)?;
        let layout = Layout::of(&form);
        let sheet = read_sheet(&self.answers, &language)?;
        let answers = answers::read(&form, &layout, &sheet, &self.missing, &language);
        if !answers.knows_any_column {
            let names: Vec<&str> = layout.fields.iter().map(|field| field.code.as_str()).collect();
            return refuse(&language, "analyse-no-known-column", &[("names", names.join(", ").into())]);
        }
        for note in &answers.notes {
            eprintln!("{note}");
        }
        let groupings = self.groupings(&layout, &language)?;
        let tally = tally(&form, &answers.table, &groupings);
        if let Some(universe) = self.universe.filter(|universe| *universe < tally.rows) {
            let (universe, rows) = (integer(&language, universe), integer(&language, tally.rows));
            return refuse(&language, "analyse-universe-too-small", &[("universe", universe.into()), ("rows", rows.into())]);
        }
        let plan = self.plan(&form, &layout, &language)?;
        let findings = analysis::study(&form, &layout, &tally, &plan);
        if self.json {
            let mut figures = addresses::list(&form, &layout, &tally, &findings, self.universe);
            for (address, figure) in planned::derive(&form, &answers.table, &tally) {
                figures.entry(address).or_insert(figure);
            }
            println!("{}", serde_json::Value::Object(figures));
        } else {
            let publishable = Publishable::suppress(findings, Publishable::DEFAULT_THRESHOLD);
            print!("{}", summary::write(&form, &publishable, self.universe, &language));
        }
        Ok(())
    }

    fn read_form(&self, language: &Language) -> Result<Form, Stop> {
        let path = self.form.as_deref().unwrap_or(Path::new(""));
        let text = text_of(path, form::catalog::form, language)?;
        form::parse(&path.display().to_string(), &text).map_err(|faults| refused_faults(language, &faults))
    }

    fn groupings(&self, layout: &Layout, language: &Language) -> Result<Vec<Code>, Stop> {
        let known = |name: &String| layout.field(name).map(|field| field.code.clone());
        let grouping = |name: &String| {
            known(name)
                .ok_or_else(|| Stop::Refused(say_with(language, "analyse-unknown-group", &[("name", name.as_str().into())])))
        };
        self.groups.iter().map(grouping).collect()
    }

    fn plan(&self, form: &Form, layout: &Layout, language: &Language) -> Result<Agreed, Stop> {
        let mut standards = Vec::new();
        if let Some(path) = &self.charter {
            let text = text_of(path, form::catalog::charter, language)?;
            let charter =
                charter::parse(&path.display().to_string(), &text).map_err(|faults| refused_faults(language, &faults))?;
            standards.extend(charter.standards);
        }
        for goal in &self.goals {
            standards.extend(standards_of(goal, layout));
        }
        for standard in &standards {
            if let Indicator::Survey { item, .. } = &standard.indicator
                && layout.field(item.as_str()).is_none()
            {
                let goal = standard.title.get(language, form.fallback());
                return refuse(language, "analyse-unknown-goal-item", &[("goal", goal.into())]);
            }
        }
        let sample = Sample { universe: self.universe.unwrap_or(0), ..Sample::default() };
        Ok(Agreed { year: self.year, standards, sample, planned_responses: self.planned, surveys_held: 1, ..Agreed::default() })
    }
}

/// A goal from the command line as a standard; one that names no item holds for every item on a scale of three or more points.
fn standards_of(goal: &ItemGoal, layout: &Layout) -> Vec<Standard> {
    let judged = |field: &&form::Field| matches!(field.kind, FieldKind::Scale(_));
    let items: Vec<Code> = match &goal.item {
        Some(item) => vec![item.clone()],
        None => layout.fields.iter().filter(judged).map(|field| field.code.clone()).collect(),
    };
    let standard = |item: Code| Standard {
        title: Texts::one(Language::italian(), format!("{item} {}", goal.target)),
        ..Standard::of(item.clone(), Indicator::Survey { item, statistic: Statistic::TopTwoShare }, goal.target)
    };
    items.into_iter().map(standard).collect()
}

fn text_of(
    path: &Path,
    shipped: impl Fn(&str) -> Option<std::borrow::Cow<'static, str>>,
    language: &Language,
) -> Result<String, Stop> {
    if let Some(text) = path.to_str().filter(|_| !path.exists()).and_then(shipped) {
        return Ok(text.into_owned());
    }
    read_text(path, language)
}

fn read_sheet(path: &Path, language: &Language) -> Result<Sheet, Stop> {
    let bytes = std::fs::read(path).map_err(|error| refused_path(language, path, &error))?;
    Sheet::read(&bytes).map_err(|problem| {
        Stop::Refused(say(language, if problem == SheetError::Empty { "analyse-empty" } else { "analyse-not-text" }))
    })
}

fn refuse<T>(language: &Language, key: &str, arguments: &[(&str, Argument)]) -> Result<T, Stop> {
    Err(Stop::Refused(say_with(language, key, arguments)))
}
