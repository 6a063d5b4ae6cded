//! What a flow is given: settings, clock, store, keys, mail, and the forms already read.

mod attempts;
mod read_forms;

pub use attempts::{Attempt, Attempts, Check};
pub use read_forms::ReadForms;

use crate::clock::Clock;
use crate::config::Config;
use crate::form::{self, Form, Layout};
use crate::ids::{EditionId, FormVersionId, SurveyId};
use crate::keys::Keys;
use crate::language::add_language;
use crate::mail::Mailer;
use crate::office::Office;
use crate::response::Tally;
use crate::store::{self, Store, StoreError};
use crate::survey::Survey;
use crate::text::Code;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Everything a flow needs of the outside. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The settings.
    pub config: Arc<Config>,
    /// How citizens reach it, without a final slash.
    pub base_url: Arc<str>,
    /// The clock.
    pub clock: Clock,
    /// The database.
    pub store: Store,
    /// The key file.
    pub keys: Keys,
    /// The mail.
    pub mailer: Arc<Mailer>,
    /// Who tried to sign in of late.
    pub attempts: Arc<Attempts>,
    /// The questionnaires that are being written, as they were read.
    pub forms: Arc<ReadForms>,
    fielded: Arc<Mutex<Fielded>>,
    simulated: Arc<AtomicBool>,
}

/// A form version, read and laid out. Immutable, hence kept.
#[derive(Debug)]
pub struct FormVersion {
    /// Its number.
    pub id: FormVersionId,
    /// What is asked.
    pub form: Form,
    /// How its answers lie.
    pub layout: Layout,
    /// The hash of codes, scales and routing.
    pub layout_hash: String,
    /// The revision of its wording.
    pub text_revision: i32,
    /// The form file it was read from.
    pub source: String,
}

/// Who asks in an edition, and what came of asking before.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The office.
    pub office: Office,
    /// The newest published year before or with this edition's.
    pub last_results: Option<i32>,
}

#[derive(Default)]
struct Fielded {
    versions: HashMap<FormVersionId, Arc<FormVersion>>,
    surveys: HashMap<String, (Instant, Survey)>,
    asking: HashMap<EditionId, (Instant, Arc<Asking>)>,
    tallies: HashMap<(FormVersionId, Vec<SurveyId>), Arc<Tally>>,
}

/// A survey and its office read for answering may be this old: the store checks the state again in the transaction that keeps the answer.
const SURVEY_AGE: Duration = Duration::from_secs(1);

/// How many tallies are kept: the editions that people look at together, with room to spare.
const MOST_TALLIES: usize = 64;

impl Site {
    /// Puts a site together. From now on phrases are said in the languages that its office added.
    pub fn new(config: Config, base_url: &str, clock: Clock, store: Store, keys: Keys, mailer: Mailer) -> Self {
        config.body.added_languages.iter().for_each(add_language);
        Self {
            config: Arc::new(config),
            base_url: base_url.into(),
            clock,
            store,
            keys,
            mailer: Arc::new(mailer),
            attempts: Arc::default(),
            forms: Arc::default(),
            fielded: Arc::default(),
            simulated: Arc::default(),
        }
    }

    /// The survey of an address, at most a second old.
    ///
    /// # Errors
    /// `NotFound` when there is none.
    pub fn survey_by_code(&self, code: &str) -> Result<Survey, StoreError> {
        let known =
            self.lock().surveys.get(code).filter(|(read, _)| read.elapsed() < SURVEY_AGE).map(|(_, survey)| survey.clone());
        if let Some(survey) = known {
            return Ok(survey);
        }
        let parsed = Code::parse(code).ok_or(StoreError::NotFound)?;
        let survey = self.known(self.store.read(|db| store::survey::find_by_code(db, &parsed))?);
        self.lock().surveys.insert(code.to_owned(), (Instant::now(), survey.clone()));
        Ok(survey)
    }

    /// Who asks in an edition, at most a second old.
    ///
    /// # Errors
    /// `NotFound` when there is no such edition.
    pub fn asking(&self, edition: EditionId) -> Result<Arc<Asking>, StoreError> {
        let known = self.lock().asking.get(&edition).filter(|(read, _)| read.elapsed() < SURVEY_AGE).map(|(_, own)| own.clone());
        if let Some(asking) = known {
            return Ok(asking);
        }
        let asking = Arc::new(self.store.read(|db| {
            let own = store::edition::find(db, edition)?;
            let mut years = store::edition::list(db, own.office)?;
            years.retain(|edition| edition.year <= own.year);
            years.sort_by_key(|edition| std::cmp::Reverse(edition.year));
            let mut last_results = None;
            for edition in years {
                if !store::publication::list(db, edition.id)?.is_empty() {
                    last_results = Some(edition.year);
                    break;
                }
            }
            Ok(Asking { office: store::office::find(db, own.office)?, last_results })
        })?);
        self.lock().asking.insert(edition, (Instant::now(), asking.clone()));
        Ok(asking)
    }

    /// The survey of a number, as it stands now.
    ///
    /// # Errors
    /// `NotFound` when there is none.
    pub fn survey(&self, id: SurveyId) -> Result<Survey, StoreError> {
        Ok(self.known(self.store.read(|db| store::survey::find(db, id))?))
    }

    /// Looks whether this is an example, all of whose answers are made up; to be called before pages are served. Blocking.
    ///
    /// # Errors
    /// When the store fails.
    pub fn look_whether_simulated(&self) -> Result<(), StoreError> {
        self.simulated.store(self.store.read(store::survey::all_simulated)?, Ordering::Relaxed);
        Ok(())
    }

    /// Whether this is an example, all of whose answers are made up: then pages that belong to no survey say so too, also
    /// those that say that the database cannot be reached.
    pub fn is_simulated(&self) -> bool {
        self.simulated.load(Ordering::Relaxed)
    }

    /// One real survey makes the installation real.
    fn known(&self, survey: Survey) -> Survey {
        if !survey.simulated {
            self.simulated.store(false, Ordering::Relaxed);
        }
        survey
    }

    /// Forgets surveys read before, and who asks: called by every flow that changes one or publishes.
    pub fn forget_surveys(&self) {
        let mut fielded = self.lock();
        fielded.surveys.clear();
        fielded.asking.clear();
    }

    /// A form version, read once.
    ///
    /// # Errors
    /// `NotFound` when there is none; `Broken` when the stored file no longer parses.
    pub fn form_version(&self, id: FormVersionId) -> Result<Arc<FormVersion>, StoreError> {
        if let Some(version) = self.lock().versions.get(&id) {
            return Ok(Arc::clone(version));
        }
        let stored = self.store.read(|db| store::form_version::find(db, id))?;
        let form = form::parse(stored.code.as_str(), &stored.source)
            .map_err(|_| StoreError::other(format!("form version {id} no longer parses")))?;
        let layout = Layout::of(&form);
        let version = Arc::new(FormVersion {
            id,
            form,
            layout,
            layout_hash: stored.layout_hash,
            text_revision: stored.text_revision,
            source: stored.source,
        });
        self.lock().versions.insert(id, Arc::clone(&version));
        Ok(version)
    }

    /// The counts of the answers to closed surveys, counted once: those answers cannot change any more.
    ///
    /// # Errors
    /// Those of counting.
    pub fn tally<E>(
        &self,
        version: FormVersionId,
        closed: &[SurveyId],
        count: impl FnOnce() -> Result<Tally, E>,
    ) -> Result<Arc<Tally>, E> {
        let key = (version, closed.to_vec());
        if let Some(known) = self.lock().tallies.get(&key) {
            return Ok(Arc::clone(known));
        }
        let counted = Arc::new(count()?);
        let tallies = &mut self.lock().tallies;
        if tallies.len() >= MOST_TALLIES {
            tallies.clear();
        }
        tallies.insert(key, Arc::clone(&counted));
        Ok(counted)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Fielded> {
        self.fielded.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
