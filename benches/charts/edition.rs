//! Four years of an office: the annual questionnaire with what matters asked beside what satisfies, four hundred answers a year,
//! drawn with a seed.

use ascolto::analysis::{Agreed, ChannelSample, Findings, Past, Publishable, Sample, study};
use ascolto::charter::{self, Charter, Indicator, Measurement};
use ascolto::form::{self, FieldKind, Form, Kind, Layout, Value, catalog};
use ascolto::response::{Row, Strata, Table, tally};
use ascolto::survey::Channel;
use ascolto::text::Language;

const RESPONSES: usize = 400;
const YEARS: std::ops::RangeInclusive<i32> = 2023..=2026;
const CHANNELS: [(Channel, u64); 4] =
    [(Channel::Email, 4_200), (Channel::Kiosk, 11_800), (Channel::Web, 3_400), (Channel::Desk, 8_770)];

/// What was asked and found.
pub struct Edition {
    /// The questionnaire.
    pub form: Form,
    /// The last year's figures after suppression.
    pub figures: Publishable,
}

impl Edition {
    /// Draws all years.
    pub fn draw() -> Self {
        let form = questionnaire();
        let charter = catalog::charter("carta-urp").expect("the charter is shipped");
        let charter = charter::parse("carta-urp", &charter).expect("the shipped charter is right");
        let mut history: Vec<Past> = Vec::new();
        let mut last = None;
        for year in YEARS {
            let found = find(&form, &charter, year, &history);
            history.push(Past::of(&found, year));
            last = Some(found);
        }
        let last = last.expect("there is a year");
        Self { form, figures: Publishable::suppress(last, Publishable::DEFAULT_THRESHOLD) }
    }

    /// How an item or a question is worded.
    pub fn label(&self, code: &str, language: &Language) -> String {
        let questions = self.form.questions().map(|(_, question)| question);
        let texts = questions.flat_map(|question| {
            let items = match &question.kind {
                Kind::Matrix { items, .. } => items.as_slice(),
                _ => &[],
            };
            let items = items.iter().map(|item| (item.code.as_str(), &item.text));
            std::iter::once((question.code.as_str(), &question.text)).chain(items)
        });
        let found = texts.into_iter().find(|(own, _)| *own == code);
        found.map_or_else(|| code.to_owned(), |(_, text)| text.get(language, language).to_owned())
    }
}

fn questionnaire() -> Form {
    let text = catalog::form("urp-annuale").expect("the form is shipped");
    let mut form = form::parse("urp-annuale", &text).expect("the shipped form is right");
    let weight = form.scales.iter().map(|scale| scale.code.clone()).find(|code| code.as_str() == "importance");
    for question in form.pages.iter_mut().flat_map(|page| &mut page.questions) {
        if let Kind::Matrix { importance, .. } = &mut question.kind {
            importance.clone_from(&weight);
        }
    }
    form
}

fn find(form: &Form, charter: &Charter, year: i32, history: &[Past]) -> Findings {
    let layout = Layout::of(form);
    let rows = answers(form, &layout, u64::from(year.unsigned_abs()));
    let sample = |(channel, universe): (Channel, u64)| {
        let invited = (channel == Channel::Email).then_some(900);
        ChannelSample { channel, universe: Some(universe), invited, undelivered: invited.map(|_| 37), responses: 0 }
    };
    let channels = CHANNELS.map(sample).to_vec();
    let universe = CHANNELS.iter().map(|(_, users)| users).sum();
    let measured = |standard: &charter::Standard| {
        let Indicator::Operational { measure, .. } = &standard.indicator else { return None };
        let rule = measure.rule(charter.calendar.as_ref());
        let value = standard.target.round();
        Some(Measurement { standard: standard.code.clone(), value, cases: 250, deviation: Some(1.0), note: String::new(), rule })
    };
    let plan = Agreed {
        weighting: Default::default(),
        amended: Vec::new(),
        year,
        standards: charter.standards.clone(),
        measurements: charter.standards.iter().filter_map(measured).collect(),
        calendar: charter.calendar.clone(),
        sample: Sample { channels, responses: 0, universe, groups: None },
        planned_responses: 300,
        surveys_held: 1,
        finite_universe: None,
        history: history.to_vec(),
        past: history.last().cloned().unwrap_or_default(),
    };
    study(form, &layout, &tally(form, &Table::new(layout.clone(), rows), &[]), &plan)
}

/// Most are satisfied, some do not know, some options are liked more than others.
fn answers(form: &Form, layout: &Layout, seed: u64) -> Vec<Row> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut rows = Vec::new();
    for _ in 0..RESPONSES {
        let mut closed = layout.empty();
        for (at, field) in layout.fields.iter().enumerate() {
            let value = match &field.kind {
                FieldKind::Scale(_) if random.u8(0..20) == 0 => Value::DontKnow,
                FieldKind::Scale(code) => {
                    let points = form.scale(code).map_or(&[][..], |scale| &scale.points);
                    let best = (0..2 + at % 2).map(|_| random.usize(0..points.len())).max().unwrap_or(0);
                    Value::Given(points[best].value.into())
                }
                FieldKind::Option(option) => Value::Given(i64::from(random.usize(0..10) + option % 6 < 6)),
                FieldKind::Choice | FieldKind::Number => Value::Given(random.i64(field.least..=field.most)),
            };
            field.write(value, &mut closed);
        }
        let channel = CHANNELS[random.usize(0..CHANNELS.len())].0.code().to_owned();
        rows.push(Row { closed, strata: Strata { channel, place: None, day: None } });
    }
    rows
}
