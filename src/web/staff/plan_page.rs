//! The page of a plan: its fields with what was typed and what is wrong.

use super::plan_typed::{Mistake, universe_field};
use super::posted::Posted;
use super::session::{Area, Desk};
use super::surveys::address;
use crate::analysis::sample_size::{Precision, answers_needed};
use crate::charter;
use crate::flows::Outcome;
use crate::form::{self, catalog};
use crate::ids::SurveyId;
use crate::language::{number, read_whole, say};
use crate::site::Site;
use crate::store;
use crate::survey::Channel;
use crate::text::Language;
use crate::web::pages::{TypedField, WorkplaceFrame};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "staff_plan.html")]
pub(super) struct PlanPage<'a> {
    frame: WorkplaceFrame<'a>,
    action: String,
    back: String,
    secret: &'a str,
    office: Vec<TypedField>,
    offices: Option<TypedField>,
    what: Vec<TypedField>,
    form: TypedField,
    form_file: TypedField,
    form_text: TypedField,
    charter: TypedField,
    charter_file: TypedField,
    when: Vec<TypedField>,
    channels: Vec<(String, String, bool)>,
    channels_problem: String,
    universe: Vec<TypedField>,
    end: Vec<TypedField>,
    simulated: String,
}

/// What can be chosen: value and words.
pub(super) struct Choices {
    pub offices: Vec<(String, String)>,
    pub forms: Vec<(String, String)>,
    pub charters: Vec<(String, String)>,
}

/// Finds what can be chosen. Blocking.
pub(super) fn choices(site: &Site, language: &Language) -> Outcome<Choices> {
    let (offices, versions, charters) = site.store.read(|db| {
        let offices = store::office::list(db)?;
        let mut charters = Vec::new();
        for office in &offices {
            for version in store::charter::list(db, office.id)? {
                charters.push((office.name.clone(), version));
            }
        }
        Ok((offices, store::form_version::list_newest(db)?, charters))
    })?;
    let from_catalog = say(language, "staff-from-catalog");
    let title = |name: &str, source: &str| {
        form::parse(name, source).map_or_else(|_| name.to_owned(), |form| form.title.get(language, form.fallback()).to_owned())
    };
    let catalog_forms = catalog::forms().into_iter().map(|name| {
        let words = catalog::form(&name).map_or_else(|| name.clone(), |source| title(&name, &source));
        (format!("catalog:{name}"), format!("{words} – {from_catalog}"))
    });
    let published = versions.iter().map(|version| {
        let words = title(version.code.as_str(), &version.source);
        (format!("version:{}", version.id), format!("{words} – {} {}", version.code, version.text_revision))
    });
    let catalog_charters = catalog::charters().into_iter().map(|name| {
        let read = catalog::charter(&name).and_then(|source| charter::parse(&name, &source).ok());
        let words = read.map(|charter| charter.title.get(language, &charter.languages[0]).to_owned());
        (format!("catalog:{name}"), format!("{} – {from_catalog}", words.unwrap_or_else(|| name.clone())))
    });
    let adopted = charters.iter().map(|(office, version)| {
        (format!("version:{}", version.id), format!("{} {} – {office} ({})", version.code, version.version, version.valid_from))
    });
    Ok(Choices {
        offices: offices.iter().map(|office| (office.id.to_string(), office.name.clone())).collect(),
        forms: catalog_forms.chain(published).collect(),
        charters: [(String::new(), say(language, "staff-charter-none"))]
            .into_iter()
            .chain(catalog_charters)
            .chain(adopted)
            .collect(),
    })
}

/// Makes fields of what was typed.
pub(super) struct Maker<'a> {
    pub desk: &'a Desk,
    pub posted: &'a Posted,
    pub mistakes: &'a [Mistake],
}

impl Maker<'_> {
    fn problem(&self, name: &str) -> String {
        let own = self.mistakes.iter().find(|mistake| mistake.field == name);
        // The faults of a file stand in the summary, line by line.
        own.map(|mistake| mistake.words.lines().next().unwrap_or_default().to_owned()).unwrap_or_default()
    }

    /// Names every mistake above the page.
    pub fn summarise(&self, frame: &mut WorkplaceFrame) {
        for mistake in self.mistakes {
            frame.mend(mistake.field, &self.label(mistake.field), &mistake.words);
        }
    }

    /// A field with what was typed in it and what is wrong with it.
    pub fn field(&self, name: &'static str, kind: &'static str, required: bool) -> TypedField {
        let hint_key = format!("staff-plan-{name}-hint");
        let hint = self.desk.say(&hint_key);
        TypedField {
            name,
            words: self.label(name),
            kind,
            value: self.posted.value(name).to_owned(),
            hint: if hint == hint_key { String::new() } else { hint },
            problem: self.problem(name),
            required,
            options: Vec::new(),
            autocomplete: "",
        }
    }

    fn choice(&self, name: &'static str, options: &[(String, String)]) -> TypedField {
        TypedField { options: options.to_vec(), ..self.field(name, "", false) }
    }

    fn label(&self, name: &str) -> String {
        match name.strip_prefix("universe_") {
            Some(channel) => self.desk.say(&format!("channel-{channel}")),
            None => self.desk.say(&format!("staff-plan-{name}")),
        }
    }

    fn universe(&self) -> Vec<TypedField> {
        Channel::ALL.into_iter().map(|channel| self.field(universe_field(channel), "text", false)).collect()
    }

    /// The responses for a margin of five points, in the universe as it was typed.
    fn planned(&self) -> TypedField {
        let typed = |channel| read_whole(&self.desk.language, self.posted.value(universe_field(channel)));
        let universe: u64 = Channel::ALL.into_iter().filter_map(typed).fold(0, u64::saturating_add);
        let needed = answers_needed(Precision { share: 0.5, margin: 0.05 }, (universe > 0).then_some(universe));
        let needed = number(&self.desk.language, needed.ceil(), 0);
        let hint = self.desk.say_with("staff-plan-planned-hint", &[("needed", needed.into())]);
        TypedField { hint, ..self.field("planned_responses", "text", false) }
    }
}

impl<'a> PlanPage<'a> {
    /// The page of a plan as it was typed.
    pub fn new(desk: &'a Desk, survey: Option<SurveyId>, posted: &Posted, mistakes: &[Mistake], choices: &Choices) -> Self {
        let make = Maker { desk, posted, mistakes };
        let (title, action, back) = match survey {
            None => ("staff-new-survey", "/staff/surveys/new".to_owned(), "/staff".to_owned()),
            Some(id) => ("staff-edit-survey", format!("{}/edit", address(id)), address(id)),
        };
        let first = choices.offices.is_empty();
        let text = |name, required| make.field(name, "text", required);
        let chosen = |channel: Channel| posted.all("channels").any(|code| code == channel.code());
        let channel =
            |channel: Channel| (channel.code().to_owned(), make.label(&format!("universe_{}", channel.code())), chosen(channel));
        let mut frame = desk.frame(desk.say(title), Area::Surveys);
        make.summarise(&mut frame);
        Self {
            frame,
            action,
            back,
            secret: desk.secret(),
            office: if first {
                ["office_name", "office_code", "office_contact"].map(|name| text(name, true)).to_vec()
            } else {
                Vec::new()
            },
            offices: (!first).then(|| make.choice("office", &choices.offices)),
            what: vec![make.field("year", "text", true), text("title", true), text("code", true)],
            form: make.choice("form", &choices.forms),
            form_file: make.field("form_file", "file", false),
            form_text: text("form_text", false),
            charter: make.choice("charter", &choices.charters),
            charter_file: make.field("charter_file", "file", false),
            when: vec![
                make.field("opens_on", "date", true),
                make.field("closes_on", "date", true),
                make.field("collecting_days", "text", false),
            ],
            channels: Channel::ALL.into_iter().map(channel).collect(),
            channels_problem: make.problem("channels"),
            universe: make.universe(),
            end: vec![make.planned(), make.field("privacy_threshold", "text", true)],
            simulated: posted.value("simulated").to_owned(),
        }
    }
}
