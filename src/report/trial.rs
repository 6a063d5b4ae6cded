//! A year to try reports on: the shipped form and charter, answers drawn from a fixed sequence.

use super::input::{CommentSummary, MethodFacts, ReportInput, Seal};
use crate::analysis::{Agreed, ChannelSample, Findings, Past, Publishable, Sample, study};
use crate::charter::{Charter, Coverage, Indicator, Measure, Measurement, Statistic};
use crate::follow_up::{ActionState, ImprovementAction};
use crate::form::{FieldKind, Form, Kind, Layout, Value, catalog};
use crate::ids::{ActionId, EditionId};
use crate::response::{Row, Strata, Table, tally};
use crate::survey::{Channel, Groups};
use crate::text::Code;
use chrono::NaiveDate;

/// A year with everything a report needs.
pub(super) struct Year {
    form: Form,
    charter: Charter,
    figures: Publishable,
    actions_before: Vec<ImprovementAction>,
    actions: Vec<ImprovementAction>,
}

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

impl Year {
    /// A year of so many responses, after one of 210.
    pub(super) fn of(responses: u64) -> Self {
        Self::promising(responses, crate::charter::parse("carta-urp.toml", &catalog::charter("carta-urp").unwrap()).unwrap())
    }

    /// A year whose one promise is a mean.
    pub(super) fn promising_a_mean() -> Self {
        let mut charter = crate::charter::parse("carta-urp.toml", &catalog::charter("carta-urp").unwrap()).unwrap();
        charter.standards.retain(|standard| matches!(standard.indicator, Indicator::Survey { .. }));
        charter.standards.truncate(1);
        for standard in &mut charter.standards {
            if let Indicator::Survey { statistic, .. } = &mut standard.indicator {
                *statistic = Statistic::Mean;
            }
            standard.targets.clear();
            standard.target = 3.2;
        }
        Self::promising(240, charter)
    }

    /// A year in which who answered by e-mail was happy with everything and who answered at the kiosk was not.
    pub(super) fn with_channels_apart() -> Self {
        Self::answered(240, &|layout, rows| {
            for row in rows {
                for field in layout.fields.iter().filter(|field| matches!(field.kind, FieldKind::Scale(_))) {
                    let (best, worst) = (Value::Given(field.most), Value::Given(field.least));
                    match row.strata.channel.as_str() {
                        "email" => field.write(best, &mut row.closed),
                        "kiosk" => field.write(worst, &mut row.closed),
                        _ => {}
                    }
                }
            }
        })
    }

    /// A year of so many responses, changed before they are counted.
    pub(super) fn answered(responses: u64, change: &dyn Fn(&Layout, &mut [Row])) -> Self {
        let mut year = Self::of(0);
        let layout = Layout::of(&year.form);
        let mut rows = answers(&year.form, &layout, 2026, responses);
        change(&layout, &mut rows);
        let found = found_in(&year.form, &year.charter, 2026, rows, Past::default());
        year.figures = Publishable::suppress(found, Publishable::DEFAULT_THRESHOLD);
        year
    }

    /// A year in which every item was also asked for how much it matters.
    pub(super) fn weighed(responses: u64) -> Self {
        let text = catalog::form("urp-annuale").unwrap();
        let mut form = crate::form::parse("urp-annuale.toml", &text).unwrap();
        let weight = form.scales.iter().find(|scale| scale.code.as_str() == "importance").unwrap().code.clone();
        for question in form.pages.iter_mut().flat_map(|page| &mut page.questions) {
            if let Kind::Matrix { importance, .. } = &mut question.kind {
                *importance = Some(weight.clone());
            }
        }
        let charter = crate::charter::parse("carta-urp.toml", &catalog::charter("carta-urp").unwrap()).unwrap();
        Self::asking(form, responses, charter)
    }

    fn promising(responses: u64, charter: Charter) -> Self {
        let form = crate::form::parse("urp-annuale.toml", &catalog::form("urp-annuale").unwrap()).unwrap();
        Self::asking(form, responses, charter)
    }

    fn asking(form: Form, responses: u64, charter: Charter) -> Self {
        let earlier = found(&form, &charter, 2025, 210, Past::default());
        let past = Past::of(&earlier, 2025);
        let figures = Publishable::suppress(found(&form, &charter, 2026, responses, past), Publishable::DEFAULT_THRESHOLD);
        let (actions_before, actions) =
            (vec![action(1, "queue", ActionState::Done)], vec![action(2, "queue", ActionState::Planned)]);
        Self { form, charter, figures, actions_before, actions }
    }

    /// Every response of a channel on one of two days.
    fn days(&self) -> Vec<(NaiveDate, Channel, u64)> {
        let on_two = |own: &ChannelSample| {
            let first = own.responses / 3;
            [(day(2026, 3, 2), own.channel, first), (day(2026, 4, 14), own.channel, own.responses - first)]
        };
        self.figures.sample().channels.iter().flat_map(on_two).filter(|(_, _, count)| *count > 0).collect()
    }

    pub(super) fn input(&self) -> ReportInput<'_> {
        ReportInput {
            body: "Provincia di Prova",
            office: "Ufficio Relazioni con il Pubblico",
            year: 2026,
            made_on: day(2026, 11, 23),
            simulated: true,
            form: &self.form,
            charter: Some(&self.charter),
            figures: &self.figures,
            compared_with: Some(2025),
            actions_before: &self.actions_before,
            actions: &self.actions,
            causes: vec![("queue".to_owned(), "lo sportello ha perso un addetto da marzo a luglio".to_owned())],
            comments: CommentSummary {
                pending: 2,
                approved: 3,
                refused: 1,
                shown: vec![
                    "Personale gentile, ma all'ora di pranzo non risponde nessuno.",
                    "Vorrei prenotare l'appuntamento dal telefono 👍",
                ],
            },
            method: MethodFacts {
                opened_on: day(2026, 3, 2),
                closed_on: day(2026, 4, 30),
                planned_responses: 200,
                form_revision: 2,
                layout_hash: crate::form::layout_hash(&self.form),
                days: self.days(),
                seals: vec![
                    seal(1, day(2026, 2, 27), ""),
                    seal(2, day(2026, 3, 30), "lo sportello è rimasto chiuso una settimana"),
                ],
                samples: Vec::new(),
            },
        }
    }
}

fn seal(number: u32, sealed_on: NaiveDate, reason: &str) -> Seal {
    Seal { number, hash: "0123456789abcdef0123456789abcdef".to_owned(), sealed_on, reason: reason.to_owned() }
}

fn action(id: i64, standard: &str, state: ActionState) -> ImprovementAction {
    ImprovementAction {
        id: ActionId(id),
        edition: EditionId(1),
        standard: standard.to_owned(),
        what: "Prenotazione degli appuntamenti in rete".to_owned(),
        owner: "URP".to_owned(),
        due_on: day(2026, 9, 30),
        state,
        outcome: if state == ActionState::Done {
            "In servizio da giugno: un appuntamento su tre.".to_owned()
        } else {
            String::new()
        },
    }
}

fn found(form: &Form, charter: &Charter, year: i32, responses: u64, past: Past) -> Findings {
    let rows = answers(form, &Layout::of(form), u64::try_from(year).unwrap(), responses);
    found_in(form, charter, year, rows, past)
}

fn found_in(form: &Form, charter: &Charter, year: i32, rows: Vec<Row>, past: Past) -> Findings {
    let layout = Layout::of(form);
    let counts = tally(form, &Table::new(layout.clone(), rows), &[]);
    let channels = [(Channel::Email, Some(900)), (Channel::Kiosk, None), (Channel::Web, None)];
    let sample = Sample {
        channels: channels
            .into_iter()
            .map(|(channel, invited)| ChannelSample {
                channel,
                universe: Some(1_500),
                invited,
                undelivered: invited.map(|_| 37),
                responses: 0,
            })
            .collect(),
        responses: 0,
        universe: 4_500,
        groups: Some(Groups { question: code("age"), contacts: vec![(code("under_30"), 900), (code("from_30"), 1_800)] }),
    };
    let measurements = charter.standards.iter().filter_map(|standard| measured(standard, charter.calendar.as_ref())).collect();
    let plan = Agreed {
        weighting: Default::default(),
        amended: Vec::new(),
        year,
        standards: charter.standards.clone(),
        measurements,
        calendar: charter.calendar.clone(),
        sample,
        planned_responses: 200,
        surveys_held: 1,
        finite_universe: None,
        history: if past.figures.is_empty() { Vec::new() } else { vec![past.clone()] },
        past,
    };
    study(form, &layout, &counts, &plan)
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn measured(standard: &crate::charter::Standard, calendar: Option<&crate::charter::WorkingDays>) -> Option<Measurement> {
    let Indicator::Operational { measure, coverage } = &standard.indicator else { return None };
    let cases = if *coverage == Coverage::Register { 250 } else { 40 };
    let value =
        if matches!(measure, Measure::Share(_)) { 0.95 * 40.0 * if cases == 250 { 6.25 } else { 1.0 } } else { standard.target };
    let rule = measure.rule(calendar);
    Some(Measurement {
        standard: standard.code.clone(),
        value: value.round(),
        cases,
        deviation: Some(1.0),
        note: String::new(),
        rule,
    })
}

/// Answers from a fixed sequence: most are satisfied, some do not know, some options are liked more than others.
fn answers(form: &Form, layout: &Layout, seed: u64, responses: u64) -> Vec<Row> {
    let mut state = seed;
    let mut draw = |below: i64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((state >> 33) % u64::try_from(below).unwrap()).unwrap()
    };
    let channels = ["email", "kiosk", "kiosk", "web"];
    let row = |_| {
        let mut closed = layout.empty();
        for (at, field) in (0i64..).zip(&layout.fields) {
            let value = match &field.kind {
                FieldKind::Scale(_) if draw(20) == 0 => Value::DontKnow,
                FieldKind::Scale(code) => {
                    let points = &form.scale(code).unwrap().points;
                    let count = i64::try_from(points.len()).unwrap();
                    let index = (0..1 + at % 2).map(|_| draw(count)).max().unwrap_or(0).max(draw(count));
                    Value::Given(points[usize::try_from(index).unwrap()].value.into())
                }
                FieldKind::Option(option) => Value::Given(i64::from(draw(10) < 6 - i64::try_from(*option).unwrap() % 6)),
                FieldKind::Choice | FieldKind::Number => Value::Given(field.least + draw(field.most - field.least + 1)),
            };
            field.write(value, &mut closed);
        }
        let channel = channels[usize::try_from(draw(4)).unwrap()].to_owned();
        Row { closed, strata: Strata { channel, place: None, day: None } }
    };
    (0..responses).map(row).collect()
}
