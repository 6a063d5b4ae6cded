//! Everything an annual report is made of.

use crate::analysis::Publishable;
use crate::charter::Charter;
use crate::follow_up::ImprovementAction;
use crate::form::Form;
use crate::survey::Channel;
use crate::text::Language;
use chrono::NaiveDate;

/// Everything an annual report is made of. Further parts join as fields; what is empty is left out of the report.
#[derive(Clone, Debug)]
pub struct ReportInput<'a> {
    /// The public body.
    pub body: &'a str,
    /// The office.
    pub office: &'a str,
    /// The year of the edition.
    pub year: i32,
    /// The day the report is made.
    pub made_on: NaiveDate,
    /// Whether the answers are made up: every page says so.
    pub simulated: bool,
    /// What was asked.
    pub form: &'a Form,
    /// What was promised, where there is a charter.
    pub charter: Option<&'a Charter>,
    /// What was found, after suppression.
    pub figures: &'a Publishable,
    /// The year that changes are measured from, where there is an earlier edition.
    pub compared_with: Option<i32>,
    /// The actions promised by the report before, with what came of them.
    pub actions_before: &'a [ImprovementAction],
    /// The actions promised by this report.
    pub actions: &'a [ImprovementAction],
    /// Why a goal was missed, in the office's own words: the standard's code and the cause.
    pub causes: Vec<(String, String)>,
    /// What was written in free words.
    pub comments: CommentSummary<'a>,
    /// How the survey was held.
    pub method: MethodFacts,
}

/// What was written in free words: how much, and what a person approved for publication.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentSummary<'a> {
    /// Nobody looked yet.
    pub pending: u64,
    /// Approved for publication.
    pub approved: u64,
    /// Stay inside.
    pub refused: u64,
    /// A few of the approved ones, as written.
    pub shown: Vec<&'a str>,
}

/// How the survey was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodFacts {
    /// The first day of answering.
    pub opened_on: NaiveDate,
    /// The last day of answering.
    pub closed_on: NaiveDate,
    /// The responses the office planned to collect; 0 when it planned none.
    pub planned_responses: u64,
    /// The text revision of the form, a number from 1.
    pub form_revision: u64,
    /// The hash of what is asked and stored.
    pub layout_hash: String,
    /// How many responses came on each day through each channel.
    pub days: Vec<(NaiveDate, Channel, u64)>,
    /// The seals of goals and formulas, the oldest first.
    pub seals: Vec<Seal>,
    /// The random samples that were invited, the oldest first; none where whole lists were.
    pub samples: Vec<DrawnSample>,
}

/// A random sample of a list of contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnSample {
    /// The day on which it was drawn.
    pub drawn_on: NaiveDate,
    /// The contacts on the list.
    pub contacts: u64,
    /// Those among whom it was drawn.
    pub eligible: u64,
    /// Those drawn.
    pub size: u64,
    /// The seed, as it is kept.
    pub seed: String,
    /// The languages that were asked for; none for any.
    pub languages: Vec<Language>,
    /// What else was asked for: an attribute's label and its values.
    pub conditions: Vec<(String, Vec<String>)>,
}

/// A seal under which goals, formulas and weighting were put: the first before the first answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Its number; 1 unless the plan was changed.
    pub number: u32,
    /// The hash of what was sealed.
    pub hash: String,
    /// The day.
    pub sealed_on: NaiveDate,
    /// Why it was sealed again; "" for the first.
    pub reason: String,
}
