//! A charter's goals as staff read them: promise, indicator, target.

use super::charters::years;
use super::session::Desk;
use crate::chart::{Format, GoalUnit, Setting, goal_indicator};
use crate::charter::{Charter, Standard};
use crate::form::{Form, Kind};
use crate::survey::unmeasured;
use crate::text::{Code, Language};

/// One goal.
pub(super) struct GoalRow {
    /// Its short name.
    pub title: String,
    /// What is promised.
    pub promise: String,
    /// How it is measured, in words.
    pub indicator: String,
    /// The value to reach.
    pub target: String,
    /// Whether the form asks what the goal is measured by.
    pub measured: bool,
}

/// The goals of a year.
pub(super) fn goal_rows(desk: &Desk, charter: &Charter, form: &Form, year: i32) -> Vec<GoalRow> {
    let fallback = &charter.languages[0];
    let setting = Setting { language: &desk.language, fallback, captions_drawn: false, format: Format::Page };
    let lacking = unmeasured(&charter.standards, form);
    let items = items_of(form, &desk.language);
    let item = |code: &Code| {
        let asked = items.iter().find(|(own, _)| own == code.as_str());
        asked.map_or_else(|| code.to_string(), |(_, words)| words.clone())
    };
    let row = |standard: &Standard| GoalRow {
        title: standard.title.get(&desk.language, fallback).to_owned(),
        promise: standard.promise.get(&desk.language, fallback).to_owned(),
        indicator: goal_indicator(&standard.indicator, &item, &setting),
        target: GoalUnit::of(standard, standard.target_in(year), &setting).target(),
        measured: lacking.iter().all(|one| one.standard != standard.code),
    };
    charter.standards.iter().map(row).collect()
}

/// Says that the charter is not valid for the year whose goals are to be judged by it; "" where it is.
pub(super) fn out_of_years(desk: &Desk, charter: &Charter, year: i32) -> String {
    if charter.valid_from <= year && charter.valid_to.is_none_or(|last| year <= last) {
        return String::new();
    }
    let valid = years(&desk.language, charter.valid_from, charter.valid_to);
    desk.say_with("staff-goals-other-years", &[("year", year.to_string().into()), ("years", valid.into())])
}

/// The judged items of a form: code and words.
pub(super) fn items_of(form: &Form, language: &Language) -> Vec<(String, String)> {
    let mut items = Vec::new();
    for question in form.pages.iter().flat_map(|page| &page.questions) {
        match &question.kind {
            Kind::Rating { .. } => items.push((question.code.to_string(), &question.text)),
            Kind::Matrix { items: own, .. } => items.extend(own.iter().map(|item| (item.code.to_string(), &item.text))),
            _ => {}
        }
    }
    items.into_iter().map(|(code, text)| (code, text.get(language, form.fallback()).to_owned())).collect()
}
