//! `ascolto analyse --plan`: a file of codes, counted in one pass, and everything a plan asks of it.

use super::super::Stop;
use super::super::terminal::{read_text, refused_faults, refused_path};
use crate::analysis::addresses;
use crate::analysis::plan::{self, Plan};
use crate::fault::hint_among;
use crate::flows::words;
use crate::form::Form;
use crate::language::{Argument, integer, say, say_with};
use crate::response::coded::{self, DataFault, Expected, Unreadable};
use crate::response::{Table, Tally};
use crate::text::Language;
use serde_json::{Map, Value};
use std::path::Path;

/// The figures by address.
///
/// # Errors
/// Refused when plan or answers are wrong, with every place.
pub fn compute(plan: &Path, answers: &Path, language: &Language) -> Result<Map<String, Value>, Stop> {
    let text = read_text(plan, language)?;
    let plan = plan::parse(&plan.display().to_string(), &text).map_err(|faults| refused_faults(language, &faults))?;
    let bytes = std::fs::read(answers).map_err(|error| refused_path(language, answers, &error))?;
    let coded = coded::read(&bytes, &plan.request()).map_err(|problem| refused(&problem, language))?;
    if let Some(universe) = plan.universe.filter(|universe| *universe < coded.rows) {
        let (universe, rows) = (integer(language, universe), integer(language, coded.rows));
        let arguments: [(&str, Argument); 2] = [("universe", universe.into()), ("rows", rows.into())];
        return Err(Stop::Refused(say_with(language, "analyse-universe-too-small", &arguments)));
    }
    Ok(addresses::list_planned(&plan, &coded))
}

/// The figures that a form implies beyond those of the study: tests between groups, batteries, drivers.
pub fn derive(form: &Form, table: &Table, tally: &Tally) -> Map<String, Value> {
    // A single channel is nothing to compare.
    let compared = tally.groupings.iter().filter(|grouping| grouping.code != "channel" || grouping.groups.len() > 1);
    let groupings: Vec<String> = compared.map(|grouping| grouping.code.clone()).collect();
    let plan = Plan::of_form(form, table.layout(), &groupings);
    let mut figures = addresses::list_planned(&plan, &coded::count_table(table, &plan.request()));
    // A family of tests is declared beforehand, in a plan; what was typed this time is none.
    figures.retain(|address, _| !address.starts_with("multiplicity/"));
    figures
}

fn refused(problem: &Unreadable, language: &Language) -> Stop {
    Stop::Refused(match problem {
        Unreadable::Empty => say(language, "analyse-empty-codes"),
        Unreadable::NotText => say(language, "analyse-not-text"),
        Unreadable::Columns { absent, doubled, known } => columns(absent, doubled, known, language),
        Unreadable::Cells { first, total } => cells(first, *total, language),
    })
}

fn columns(absent: &[String], doubled: &[String], known: &[String], language: &Language) -> String {
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    let absent = absent.iter().map(|name| {
        let hint = words::said_in_words(language, &hint_among(name, &names));
        say_with(language, "analyse-absent-column", &[("name", name.as_str().into()), ("hint", hint.into())])
    });
    let doubled = doubled.iter().map(|name| say_with(language, "analyse-doubled-column", &[("name", name.as_str().into())]));
    absent.chain(doubled).collect::<Vec<String>>().join("\n")
}

fn cells(first: &[DataFault], total: u64, language: &Language) -> String {
    let mut lines = vec![say_with(language, "analyse-cells", &[("count", total.into())])];
    lines.extend(first.iter().map(|fault| cell(fault, language)));
    let told = first.len() as u64;
    if total > told {
        lines.push(say_with(language, "analyse-more-cells", &[("count", (total - told).into())]));
    }
    lines.join("\n")
}

/// Line, column, what was found and what was expected.
fn cell(fault: &DataFault, language: &Language) -> String {
    let expected = match &fault.expected {
        Expected::Code { least, most } => {
            let arguments: [(&str, Argument); 2] = [("least", least.to_string().into()), ("most", most.to_string().into())];
            say_with(language, "analyse-expected-code", &arguments)
        }
        Expected::Number => say(language, "analyse-expected-number"),
        Expected::Weight => say(language, "analyse-expected-weight"),
        Expected::Frequency => say(language, "analyse-expected-frequency"),
        Expected::Width(cells) => say_with(language, "analyse-expected-width", &[("cells", (*cells as u64).into())]),
    };
    let key = if matches!(fault.expected, Expected::Width(_)) { "analyse-wrong-row" } else { "analyse-wrong-cell" };
    let arguments: [(&str, Argument); 5] = [
        ("line", fault.line.to_string().into()),
        ("column", fault.column.to_string().into()),
        ("heading", fault.heading.as_str().into()),
        ("found", fault.found.as_str().into()),
        ("expected", expected.into()),
    ];
    say_with(language, key, &arguments)
}
