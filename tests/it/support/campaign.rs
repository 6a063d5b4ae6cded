//! An open survey with a channel for e-mail, and what a test does with it.

use super::database::Fresh;
use super::office;
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::publish_form::publish_form;
use ascolto::flows::receive_answers::{Submission, invited_key, receive_answers_blocking};
use ascolto::form::catalog;
use ascolto::ids::{EditionId, FormVersionId, SurveyId};
use ascolto::mail::{Mailer, Memory};
use ascolto::response::RawAnswers;
use ascolto::secret::Token;
use ascolto::site::Site;
use ascolto::store::{self, StoreError, survey::Draft};
use ascolto::survey::{Channel, Door, State};
use ascolto::text::Code;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use std::collections::BTreeMap;
use std::sync::Arc;

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub fn at(day: NaiveDate, hour: u32) -> NaiveDateTime {
    day.and_hms_opt(hour, 0, 0).unwrap()
}

/// An open survey on a database of its own, on the ninth of March.
pub struct Campaign {
    pub site: Site,
    pub survey: SurveyId,
}

pub fn campaign(fresh: &Fresh) -> Campaign {
    let site = office::site(fresh, "https://ascolto.example.org");
    site.clock.set(at(day(3, 9), 9));
    let form = publish_form(&site, "faccine.toml", &catalog::form("faccine").unwrap()).unwrap();
    let code = |code: &str| Code::parse(code).unwrap();
    let survey = site.store.write(|db| -> Result<SurveyId, StoreError> {
        let office = store::office::insert(db, &code("urp"), "Ufficio Relazioni con il Pubblico", "urp@provincia.example")?;
        let edition = store::edition::insert(db, office, 2026, None)?;
        let draft = draft(edition, "urp2026", form);
        let survey = store::survey::insert(db, &draft)?;
        store::survey::change_state(db, survey, State::Draft, State::Open)?;
        Ok(survey)
    });
    let survey = survey.unwrap();
    site.keys.make(survey).unwrap();
    Campaign { site, survey }
}

pub fn draft(edition: EditionId, name: &str, form_version: FormVersionId) -> Draft {
    Draft {
        edition,
        code: Code::parse(name).unwrap(),
        title: "URP 2026".to_owned(),
        form_version,
        charter: None,
        opens_on: day(3, 9),
        closes_on: day(4, 9),
        collecting_days: 7,
        channels: vec![Channel::Email],
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    }
}

impl Campaign {
    /// Another open survey of the same edition.
    pub fn another_survey(&self, name: &str) -> SurveyId {
        let own = self.site.survey(self.survey).unwrap();
        let opened = self.site.store.write(|db| -> Result<SurveyId, StoreError> {
            let survey = store::survey::insert(db, &draft(own.edition, name, own.form_version))?;
            store::survey::change_state(db, survey, State::Draft, State::Open)?;
            Ok(survey)
        });
        self.site.keys.make(opened.unwrap()).unwrap();
        self.site.store.read(|db| store::survey::find_by_code(db, &Code::parse(name).unwrap())).unwrap().id
    }

    pub fn mailing(mut self, mailer: Mailer) -> Self {
        self.site.mailer = Arc::new(mailer);
        self
    }

    /// Puts a mailer in place, keeping everything else.
    pub fn remail(&mut self, memory: &Memory) {
        self.site.mailer = Arc::new(Mailer::Memory(memory.clone()));
    }

    pub fn import(&self, people: usize) {
        let rows: String = (0..people).map(|person| format!("n{person}@example.org;Persona {person}\n")).collect();
        let report = import_contacts(&self.site, self.survey, format!("email;nome\n{rows}").as_bytes()).unwrap();
        assert_eq!(report.added, people as u64);
    }

    pub fn letters(&self) -> BTreeMap<(&'static str, &'static str), u64> {
        let counts = self.site.store.read(|db| store::letter::count_by_state(db, self.survey)).unwrap();
        counts.into_iter().map(|(kind, state, count)| ((kind.code(), state.code()), count)).collect()
    }

    pub fn uncertain(&self) -> u64 {
        self.site.store.read(|db| store::letter::count_uncertain(db, self.survey)).unwrap()
    }

    pub fn advance(&self, by: TimeDelta) {
        self.site.clock.set(self.site.clock.now() + by);
    }

    pub fn answer(&self, token: &Token) {
        let submission = Submission {
            survey: self.site.survey(self.survey).unwrap(),
            door: Door::Now(Channel::Email),
            key: invited_key(token),
            answers: RawAnswers::bounded(vec![("overall".to_owned(), "3".to_owned())]).unwrap(),
            place: String::new(),
            batch: String::new(),
            answered_on: None,
        };
        receive_answers_blocking(&self.site, submission).unwrap();
    }
}

/// The token in the first personal link of a letter.
pub fn token_in(text: &str) -> Token {
    let link = text.split("https://ascolto.example.org/i/").nth(1).expect("a letter has a personal link");
    Token::parse(&link[..22]).expect("a link ends in a token")
}

pub fn receivers(memory: &Memory) -> BTreeMap<String, usize> {
    let mut receivers = BTreeMap::new();
    for message in memory.sent() {
        *receivers.entry(message.to).or_default() += 1;
    }
    receivers
}
