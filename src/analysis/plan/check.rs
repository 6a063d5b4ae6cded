//! Names in a plan: every item that is spoken of must be one, every variable is collected once.

use super::PlanItem;
use crate::fault::typed::{Entries, Source, Typed};
use crate::fault::{Said, hint_among};
use crate::response::coded::{LevelSource, Variable};

/// The names met while a plan is read.
pub struct Names<'s> {
    source: &'s Source<'s>,
    items: Vec<String>,
    variables: Vec<String>,
    /// Variables that are bands of numbers.
    pub bands: Vec<(String, LevelSource)>,
    /// Cells that mean that a group was not said.
    pub missing: Vec<String>,
}

impl<'s> Names<'s> {
    /// Nothing met yet but the items.
    pub fn new(source: &'s Source<'s>, items: &[PlanItem]) -> Self {
        let items = items.iter().map(|item| item.column.name.clone()).collect();
        Self { source, items, variables: Vec::new(), bands: Vec::new(), missing: Vec::new() }
    }

    /// An item of the plan; another name is a fault.
    pub fn item(&self, typed: Typed<String>) -> Option<String> {
        if self.items.contains(&typed.value) {
            return Some(typed.value);
        }
        let known: Vec<&str> = self.items.iter().map(String::as_str).collect();
        let hint = hint_among(&typed.value, &known);
        self.source.fault(typed.range, Said::new("fault-plan-no-item").with("name", typed.value), hint);
        None
    }

    /// Items of the plan.
    pub fn items(&self, typed: Vec<Typed<String>>) -> Vec<String> {
        typed.into_iter().filter_map(|name| self.item(name)).collect()
    }

    /// Two items or more, each once; none where the key is absent.
    pub fn several(&self, entries: &Entries<'s>, key: &'s str) -> Vec<String> {
        if !entries.has(key) {
            return Vec::new();
        }
        let typed = entries.strings(key);
        let range = entries.range_of(key);
        for (place, name) in typed.iter().enumerate() {
            if typed[..place].iter().any(|earlier| earlier.value == name.value) {
                let message = Said::new("fault-plan-twice").with("name", name.value.as_str());
                self.source.fault(name.range.clone(), message, "fault-hint-plan-twice");
            }
        }
        if typed.len() < 2 {
            self.source.fault(range, Said::new("fault-plan-several").with("key", key), "fault-hint-plan-several");
        }
        self.items(typed)
    }

    /// A variable, collected.
    pub fn variable(&mut self, name: String) -> String {
        if !self.variables.contains(&name) {
            self.variables.push(name.clone());
        }
        name
    }

    /// A text that must be there.
    pub fn required(&self, entries: &Entries<'s>, key: &'s str) -> Option<Typed<String>> {
        if !entries.has(key) {
            entries.missing(key, Said::new("fault-hint-plan-text").with("key", key));
        }
        entries.string(key)
    }

    /// The content of a cell that must be there: a text or a number.
    pub fn required_cell(&self, entries: &Entries<'s>, key: &'s str) -> Option<String> {
        if !entries.has(key) {
            entries.missing(key, Said::new("fault-hint-plan-text").with("key", key));
        }
        entries.cell(key).map(|cell| cell.value)
    }

    /// A share from 0 to 1.
    pub fn share(&self, typed: Typed<f64>) -> Option<f64> {
        if (0.0..=1.0).contains(&typed.value) {
            return Some(typed.value);
        }
        self.source.fault(
            typed.range,
            Said::new("fault-plan-share").with("number", typed.value.to_string()),
            "fault-hint-plan-share",
        );
        None
    }

    /// Numbers of users by level.
    pub fn totals(&self, table: Entries<'s>) -> Vec<(String, f64)> {
        let mut totals = Vec::new();
        for key in table.keys() {
            if let Some(total) = table.number_of(key.value) {
                if total < 0.0 {
                    let message = Said::new("fault-plan-total").with("number", total.to_string());
                    self.source.fault(key.range, message, "fault-hint-plan-total");
                }
                totals.push((key.value.to_owned(), total));
            }
        }
        table.finish();
        totals
    }

    /// Every variable met, bands first.
    pub fn variables(self) -> Vec<Variable> {
        let Self { variables, bands, missing, .. } = self;
        let columns = variables.into_iter().filter(|name| !bands.iter().any(|(band, _)| band == name)).collect::<Vec<_>>();
        let columns = columns.into_iter().map(|name| (name.clone(), LevelSource::Column(name)));
        bands
            .into_iter()
            .chain(columns)
            .map(|(name, source)| Variable { name, source, missing: missing.clone(), crossed: false })
            .collect()
    }
}
