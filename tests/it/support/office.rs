//! An office at work, mostly on a day that the test sets, without mail and without a server.

use super::database::Fresh;
use ascolto::analysis::GoalFinding;
use ascolto::clock::Clock;
use ascolto::config::Config;
use ascolto::flows::adopt_charter::adopt_charter;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use ascolto::flows::read_results::Results;
use ascolto::flows::receive_answers::{Submission, receive_answers_blocking};
use ascolto::form::catalog;
use ascolto::ids::{CharterId, OfficeId, SurveyId};
use ascolto::keys::Keys;
use ascolto::mail::{Mailer, Memory};
use ascolto::response::{RawAnswers, SubmissionKey};
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store::{Store, survey::Draft};
use ascolto::survey::{Channel, Door, Universe};
use ascolto::text::Code;
use chrono::NaiveDate;
use std::path::Path;
use uuid::Uuid;

/// A day of 2026.
pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// A code.
pub fn code(typed: &str) -> Code {
    Code::parse(typed).unwrap()
}

/// A site on the database and keys of a folder, on the day that it is.
pub fn site_in(folder: &Path) -> Site {
    let config = Config::in_folder(folder);
    let store = Store::open(config.database_url.expose()).expect("the database opens, also after a kill");
    let keys = Keys::open(&config.key_file).expect("the key file opens, also after a kill");
    let clock = Clock::system(config.body.time_zone);
    Site::new(config, "http://127.0.0.1", clock, store, keys, Mailer::Memory(Memory::default()))
}

/// A site on a fresh database, on the 10th of March 2026.
pub fn site(fresh: &Fresh, base_url: &str) -> Site {
    let mut config = Config::in_folder(fresh.folder.path());
    config.database_url = Secret::new(fresh.url.clone());
    let clock = Clock::fixed(config.body.time_zone, day(3, 10).and_hms_opt(9, 0, 0).unwrap());
    let store = Store::open(config.database_url.expose()).unwrap();
    let keys = Keys::open(&config.key_file).unwrap();
    Site::new(config, base_url, clock, store, keys, Mailer::Memory(Memory::default()))
}

/// An office with the shipped charter.
pub fn office(site: &Site, name: &str) -> (OfficeId, CharterId) {
    let office = found_office(site, &code(name), "Ufficio Relazioni con il Pubblico", "urp@example.org").unwrap();
    (office, adopt_charter(site, office, "carta-urp.toml", &catalog::charter("carta-urp").unwrap(), "").unwrap())
}

/// The plan of a survey of March 2026 on the annual questionnaire.
pub fn draft(site: &Site, office: OfficeId, charter: Option<CharterId>, name: &str) -> Draft {
    Draft {
        edition: edition_of(site, office, 2026).unwrap(),
        code: code(name),
        title: "Rilevazione".to_owned(),
        form_version: catalog_form(site, "urp-annuale").unwrap(),
        charter,
        opens_on: day(3, 1),
        closes_on: day(3, 31),
        collecting_days: 7,
        // The annual questionnaire has not the shape of the widget's.
        channels: Channel::ALL.into_iter().filter(|channel| *channel != Channel::Widget).collect(),
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 100,
    }
}

/// Plans and opens a survey with so many contacts a year.
pub fn open(site: &Site, draft: &Draft, contacts: u64) -> SurveyId {
    let universe = Universe { contacts: vec![(Channel::Web, String::new(), contacts)], ..Universe::default() };
    let survey = plan_survey(site, draft, &universe).unwrap();
    open_survey(site, survey).unwrap();
    survey
}

/// The goal of a standard.
pub fn goal<'r>(results: &'r Results, standard: &str) -> &'r GoalFinding {
    let goal = results.findings.goals().iter().find(|goal| goal.standard.code.as_str() == standard);
    goal.unwrap_or_else(|| panic!("no goal {standard}"))
}

/// Answers on the public page.
pub fn answer(site: &Site, survey: SurveyId, answers: &[(&str, &str)]) {
    let pairs = answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let submission = Submission {
        survey: site.survey(survey).unwrap(),
        door: Door::Now(Channel::Web),
        key: SubmissionKey::Page(Uuid::new_v4()),
        answers: RawAnswers::bounded(pairs).unwrap(),
        place: String::new(),
        batch: String::new(),
        answered_on: None,
    };
    receive_answers_blocking(site, submission).unwrap();
}
