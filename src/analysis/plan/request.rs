//! What must be counted for a plan.

use super::{Plan, PlanDrivers};
use crate::response::coded::{LevelSource, Request, Variable};

/// The name of the variable of weighting cells: every combination of the margins' levels.
pub const CELLS: &str = "cells of the margins";

impl Plan {
    /// The request: items, variables and batteries in the order in which the results are looked up again.
    pub fn request(&self) -> Request {
        let mut variables = self.variables.clone();
        let names = self.two_groups.iter().map(|own| own.variable.as_str());
        let names = names.chain(self.groups.iter().map(String::as_str)).chain(self.periods.iter().map(String::as_str));
        let crossed: Vec<&str> = names.chain(self.strata.iter().map(|strata| strata.variable.as_str())).collect();
        for variable in &mut variables {
            variable.crossed = crossed.contains(&variable.name.as_str());
        }
        if let Some(rake) = &self.rake {
            let place = |name: &str| variables.iter().position(|variable| variable.name == name);
            let parts = rake.margins.iter().filter_map(|margin| place(&margin.variable)).collect();
            let source = LevelSource::Joined(parts);
            variables.push(Variable { name: CELLS.to_owned(), source, missing: Vec::new(), crossed: true });
        }
        let batteries = self.batteries();
        let resampled =
            self.drivers.iter().filter(|drivers| drivers.resampling.is_some()).map(|own| self.places(&own.together()));
        let patterns = resampled.filter_map(|places| batteries.iter().position(|battery| *battery == places)).collect();
        Request {
            items: self.items.iter().map(|item| item.column.clone()).collect(),
            variables,
            batteries,
            patterns,
            weight: self.weight.clone(),
            frequency: self.frequency.clone(),
        }
    }

    /// The sets of items that are looked at together, each once.
    fn batteries(&self) -> Vec<Vec<usize>> {
        let mut batteries: Vec<Vec<usize>> = Vec::new();
        let gaps = self.gaps.iter().map(|gap| vec![gap.expectation.clone(), gap.perception.clone()]);
        let drivers = self.drivers.iter().map(PlanDrivers::together);
        let indexes = self.indexes.iter().map(|index| index.items.clone());
        let scales = self.batteries.iter().map(|battery| battery.items.clone());
        for names in scales.chain(drivers).chain(gaps).chain(indexes) {
            let places = self.places(&names);
            if places.len() > 1 && !batteries.contains(&places) {
                batteries.push(places);
            }
        }
        batteries
    }

    /// The places of items.
    pub fn places(&self, names: &[String]) -> Vec<usize> {
        names.iter().filter_map(|name| self.place(name)).collect()
    }
}

impl PlanDrivers {
    /// The items, then the outcome.
    pub fn together(&self) -> Vec<String> {
        self.items.iter().chain([&self.outcome]).cloned().collect()
    }
}
