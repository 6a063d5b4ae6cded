//! The page of a plan: its fields with what was typed and what is wrong.

use super::goals::{GoalRow, goal_rows, out_of_years};
use super::plan_choice::Chosen;
use super::plan_contacts::KnownContacts;
use super::plan_typed::{CHARTER_FILE, FORM_FILE, GROUP_FIELD, GROUP_QUESTION, Mistake, universe_field};
use super::posted::Posted;
use super::session::{Area, Desk};
use super::surveys::address;
use crate::analysis::sample_size::{Precision, answers_needed};
use crate::charter;
use crate::flows::Outcome;
use crate::form::{self, Choice, catalog};
use crate::ids::{OfficeId, SurveyId};
use crate::language::{number, read_whole, say, say_with};
use crate::site::Site;
use crate::store;
use crate::survey::{Channel, Weighting};
use crate::text::{Code, Language};
use crate::web::pages::{TypedField, WorkplaceFrame};
use askama::Template;
use chrono::Datelike;

/// What the field of a channel's contacts begins with.
const UNIVERSE: &str = "universe_";

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
    charter_text: TypedField,
    form_name: Uploaded,
    charter_name: Uploaded,
    goals: Vec<GoalRow>,
    goals_flag: String,
    goals_caption: String,
    group_question: TypedField,
    groups: Vec<GroupField>,
    when: Vec<TypedField>,
    channels: Vec<(String, String, bool)>,
    channels_problem: String,
    known_contacts: String,
    universe: Vec<TypedField>,
    end: Vec<TypedField>,
    weighting: TypedField,
    simulated: String,
}

/// The name of a file whose text stands on the page, and a sentence that says so; both "" for none.
struct Uploaded {
    name: String,
    words: String,
}

/// The contacts of one group.
struct GroupField {
    name: String,
    words: String,
    value: String,
}

/// What can be chosen: value and words.
pub(super) struct Choices {
    pub offices: Vec<(String, String)>,
    pub forms: Vec<(String, String)>,
    pub charters: Vec<(String, String)>,
    /// The contacts on record that the universe can be made of.
    pub contacts: Option<KnownContacts>,
}

/// Finds what can be chosen. Blocking.
pub(super) fn choices(site: &Site, language: &Language) -> Outcome<Choices> {
    let (offices, versions) = site.store.read(|db| Ok((store::office::list(db)?, store::form_version::list_newest(db)?)))?;
    let from_catalog = say(language, "staff-from-catalog");
    let title = |name: &str, source: &str| {
        form::parse(name, source).map_or_else(|_| name.to_owned(), |form| form.title.get(language, form.fallback()).to_owned())
    };
    let catalog_forms = catalog::forms().into_iter().map(|name| {
        let words = catalog::form(&name).map_or_else(|| name.clone(), |source| title(&name, &source));
        (format!("catalog:{name}"), format!("{words} – {from_catalog}"))
    });
    let published = versions.iter().map(|version| {
        let title = title(version.code.as_str(), &version.source);
        let values = [("title", title.into()), ("revision", version.text_revision.to_string().into())];
        (format!("version:{}", version.id), say_with(language, "staff-form-version", &values))
    });
    let catalog_charters = catalog::charters().into_iter().map(|name| {
        let words = catalog::charter(&name).map_or_else(|| name.clone(), |source| promise(language, &name, &source));
        (format!("catalog:{name}"), format!("{words} – {from_catalog}"))
    });
    let adopted = adopted_charters(site, language, None)?;
    Ok(Choices {
        offices: offices.iter().map(|office| (office.id.to_string(), office.name.clone())).collect(),
        forms: catalog_forms.chain(published).collect(),
        charters: adopted[..1].iter().cloned().chain(catalog_charters).chain(adopted[1..].iter().cloned()).collect(),
        contacts: None,
    })
}

/// What can be chosen of the charters that were adopted, by one office or by all: none first, then the versions. Blocking.
pub(super) fn adopted_charters(site: &Site, language: &Language, by: Option<OfficeId>) -> Outcome<Vec<(String, String)>> {
    let adopted = site.store.read(|db| {
        let mut adopted = Vec::new();
        for office in store::office::list(db)?.into_iter().filter(|office| by.is_none_or(|own| own == office.id)) {
            adopted.extend(store::charter::list(db, office.id)?.into_iter().map(|version| (office.name.clone(), version)));
        }
        Ok(adopted)
    })?;
    let worded = adopted.iter().map(|(office, version)| {
        let values = [
            ("title", promise(language, version.code.as_str(), &version.source).into()),
            ("version", version.version.to_string().into()),
            ("office", office.as_str().into()),
            ("year", version.valid_from.to_string().into()),
        ];
        (format!("version:{}", version.id), say_with(language, "staff-charter-version", &values))
    });
    Ok(std::iter::once((String::new(), say(language, "staff-charter-none"))).chain(worded).collect())
}

fn promise(language: &Language, name: &str, source: &str) -> String {
    let read = charter::parse(name, source);
    read.map_or_else(|_| name.to_owned(), |charter| charter.title.get(language, &charter.languages[0]).to_owned())
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
            let mut name = self.label(mistake.field);
            if mistake.field.starts_with(UNIVERSE) {
                name = self.desk.say_with("staff-plan-universe-of", &[("channel", name.into())]);
            }
            frame.mend(mistake.field, &name, &mistake.words);
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

    pub fn choice(&self, name: &'static str, options: &[(String, String)]) -> TypedField {
        TypedField { options: options.to_vec(), ..self.field(name, "", false) }
    }

    /// What the verdicts rest on.
    pub fn weighting(&self) -> TypedField {
        let words = |own: Weighting| (own.code().to_owned(), self.desk.say(&format!("weighting-{}", own.code())));
        self.choice("weighting", &Weighting::ALL.map(words))
    }

    fn label(&self, name: &str) -> String {
        match name.strip_prefix(UNIVERSE) {
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
    pub fn new(
        desk: &'a Desk,
        survey: Option<SurveyId>,
        posted: &Posted,
        mistakes: &[Mistake],
        choices: &Choices,
        chosen: &Chosen,
    ) -> Self {
        let make = Maker { desk, posted, mistakes };
        let (title, action, back) = match survey {
            None => ("staff-new-survey", "/staff/surveys/new".to_owned(), "/staff".to_owned()),
            Some(id) => ("staff-edit-survey", format!("{}/edit", address(id)), address(id)),
        };
        let first = choices.offices.is_empty();
        let text = |name, required| make.field(name, "text", required);
        let ticked = |channel: Channel| posted.all("channels").any(|code| code == channel.code());
        let channel =
            |channel: Channel| (channel.code().to_owned(), make.label(&format!("universe_{}", channel.code())), ticked(channel));
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
            charter_text: text("charter_text", false),
            form_name: make.uploaded(FORM_FILE),
            charter_name: make.uploaded(CHARTER_FILE),
            goals: make.goals(chosen),
            goals_flag: chosen.charter.as_ref().map(|own| out_of_years(desk, own, make.year())).unwrap_or_default(),
            goals_caption: make.goals_caption(chosen),
            group_question: make.group_question(chosen),
            groups: make.groups(chosen),
            when: vec![
                make.field("opens_on", "date", true),
                make.field("closes_on", "date", true),
                make.field("collecting_days", "text", false),
            ],
            channels: Channel::ALL.into_iter().map(channel).collect(),
            channels_problem: make.problem("channels"),
            known_contacts: choices.contacts.as_ref().map(|known| known.in_words(desk)).unwrap_or_default(),
            universe: make.universe(),
            end: vec![make.planned(), make.field("privacy_threshold", "text", true)],
            weighting: make.weighting(),
            simulated: posted.value("simulated").to_owned(),
        }
    }
}

impl Maker<'_> {
    fn uploaded(&self, [_, text, name]: [&str; 3]) -> Uploaded {
        let name = if self.posted.value(text).is_empty() { "" } else { self.posted.value(name) };
        let words =
            if name.is_empty() { String::new() } else { self.desk.say_with("staff-plan-uploaded", &[("name", name.into())]) };
        Uploaded { name: name.to_owned(), words }
    }

    fn year(&self) -> i32 {
        self.posted.value("year").parse().unwrap_or_else(|_| self.desk.visit.site.clock.today().year())
    }

    /// The goals of the chosen charter in the chosen year, as the chosen form would measure them.
    fn goals(&self, chosen: &Chosen) -> Vec<GoalRow> {
        let both = chosen.charter.as_ref().zip(chosen.form.as_ref());
        both.map(|(charter, form)| goal_rows(self.desk, charter, form, self.year())).unwrap_or_default()
    }

    fn goals_caption(&self, chosen: &Chosen) -> String {
        let Some((charter, form)) = chosen.charter.as_ref().zip(chosen.form.as_ref()) else { return String::new() };
        let language = &self.desk.language;
        let charter = charter.title.get(language, &charter.languages[0]).to_owned();
        let form = form.title.get(language, form.fallback()).to_owned();
        let values = [("year", self.year().to_string().into()), ("charter", charter.into()), ("form", form.into())];
        self.desk.say_with("staff-plan-goals", &values)
    }

    /// The questions of the chosen form by which users can be grouped.
    fn group_question(&self, chosen: &Chosen) -> TypedField {
        let language = &self.desk.language;
        let questions = chosen.form.iter().flat_map(|form| {
            form.profile_questions()
                .map(|(question, _)| (question.code.to_string(), question.text.get(language, form.fallback()).to_owned()))
        });
        let none = (String::new(), self.desk.say("staff-plan-no-groups"));
        self.choice(GROUP_QUESTION, &std::iter::once(none).chain(questions).collect::<Vec<_>>())
    }

    fn groups(&self, chosen: &Chosen) -> Vec<GroupField> {
        let question = Code::parse(self.posted.value(GROUP_QUESTION));
        let Some((form, question)) = chosen.form.as_ref().zip(question) else { return Vec::new() };
        let field = |choice: &Choice| {
            let name = format!("{GROUP_FIELD}{}", choice.code);
            let value = self.posted.value(&name).to_owned();
            GroupField { words: choice.label.get(&self.desk.language, form.fallback()).to_owned(), name, value }
        };
        form.profile_choices(&question).unwrap_or_default().iter().map(field).collect()
    }
}
