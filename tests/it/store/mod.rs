//! The store on both engines.

mod answers;
mod backups;
mod closing;
mod drafts;
mod people;
mod plans;
mod schema;
mod surveys;
mod traps;

use crate::support::database::Fresh;
use ascolto::ids::{EditionId, FormVersionId, OfficeId, ResponseId, SurveyId};
use ascolto::response::Accepted;
use ascolto::secret::random_bytes;
use ascolto::store::{self, Database, Kept, NewResponse, Store, StoreError};
use ascolto::survey::{Channel, State};
use ascolto::text::Code;
use chrono::{NaiveDate, NaiveDateTime};

/// A store with one office, one edition, one form version and one open survey.
pub struct Furnished {
    pub store: Store,
    pub office: OfficeId,
    pub edition: EditionId,
    pub form_version: FormVersionId,
    pub survey: SurveyId,
}

impl Furnished {
    /// Opens and fills the database of a test.
    pub fn new(fresh: &Fresh) -> Self {
        let store = Store::open(&fresh.url).unwrap();
        let (office, edition, form_version, survey) = store
            .write(|db| -> Result<_, StoreError> {
                let office = store::office::insert(db, &code("urp"), "URP", "urp@example.org")?;
                let edition = store::edition::insert(db, office, 2026, None)?;
                let version = store::form_version::keep(db, &code("annual"), "layout", "source-1", "code = \"annual\"")?;
                let survey = store::survey::insert(db, &draft(edition, version, "urp2026"))?;
                assert!(store::survey::change_state(db, survey, State::Draft, State::Open)?);
                Ok((office, edition, version, survey))
            })
            .unwrap();
        Self { store, office, edition, form_version, survey }
    }

    /// A response with these closed answers, one open text and a random key.
    pub fn response(&self, closed: &[u8]) -> NewResponse {
        let text = format!("comment on {closed:?}");
        NewResponse {
            draft: None,
            id: ResponseId(random_bytes()),
            survey: self.survey,
            form_version: self.form_version,
            channel: Channel::Web,
            place: String::new(),
            batch: String::new(),
            answered_on: day(2026, 3, 5),
            accepted: Accepted { closed: closed.to_vec(), texts: vec![(code("remarks"), text)] },
        }
    }

    /// Keeps responses that wait together; the outcomes stand in their order.
    pub fn keep_all(&self, responses: Vec<NewResponse>) -> Vec<Result<Kept, StoreError>> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let keep = |response| {
                let store = self.store.clone();
                tokio::spawn(async move { store.keep_response(response).await })
            };
            let waiting: Vec<_> = responses.into_iter().map(keep).collect();
            let mut outcomes = Vec::new();
            for one in waiting {
                outcomes.push(one.await.unwrap());
            }
            outcomes
        })
    }

    /// Reads.
    pub fn read<T>(&self, work: impl FnOnce(&mut Database) -> Result<T, StoreError>) -> T {
        self.store.read(work).unwrap()
    }

    /// Writes.
    pub fn write<T>(&self, work: impl FnOnce(&mut Database) -> Result<T, StoreError>) -> T {
        self.store.write(work).unwrap()
    }
}

/// A draft of a survey.
pub fn draft(edition: EditionId, form_version: FormVersionId, name: &str) -> store::survey::Draft {
    store::survey::Draft {
        edition,
        code: code(name),
        title: "Rilevazione".into(),
        form_version,
        charter: None,
        opens_on: day(2026, 3, 1),
        closes_on: day(2026, 3, 31),
        collecting_days: 7,
        channels: vec![Channel::Email, Channel::Web],
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 300,
    }
}

/// A code.
pub fn code(typed: &str) -> Code {
    Code::parse(typed).unwrap()
}

/// A day.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// An hour of one certain day.
pub fn at(hour: u32) -> NaiveDateTime {
    day(2026, 3, 5).and_hms_opt(hour, 0, 0).unwrap()
}
