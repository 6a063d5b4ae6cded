//! Whatever goes wrong gets a clear message in the reader's language, the right status, and loses nothing. One file for each kind
//! of thing that goes wrong; all through the real program, on both databases where a database is concerned.

mod answers;
mod bodies;
mod busy;
mod disk;
mod example;
mod files;
mod links;
mod mail_server;
mod settings;
mod unreachable;

use crate::support::database::Fresh;
use crate::support::street::{Browser, Page, Served, fields_of};
use ascolto::clock::Clock;
use ascolto::config::Config;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::ids::SurveyId;
use ascolto::keys::Keys;
use ascolto::mail::Mailer;
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store::survey::Draft;
use ascolto::store::{self, Store};
use ascolto::survey::{Channel, Universe};
use ascolto::text::Code;
use chrono::NaiveDate;
use diesel::connection::SimpleConnection;
use std::net::TcpListener;

const PASSWORD: &str = "una frase abbastanza lunga";

/// An office with one survey in the field from 2 to 31 March 2026, served; it is the third.
struct Town {
    site: Site,
    survey: SurveyId,
    base: String,
    browser: Browser,
    _served: Served,
}

/// A day of March 2026.
fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

impl Town {
    fn open(fresh: &Fresh) -> Self {
        Self::with(fresh, false, |_| ())
    }

    fn with(fresh: &Fresh, simulated: bool, change: impl FnOnce(&mut Config)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let mut config = Config::in_folder(fresh.folder.path());
        config.database_url = Secret::new(fresh.url.clone());
        change(&mut config);
        let clock = Clock::fixed(config.body.time_zone, day(3).and_hms_opt(9, 0, 0).unwrap());
        let store = Store::open(config.database_url.expose()).unwrap();
        let keys = Keys::open(&config.key_file).unwrap();
        let mailer = Mailer::open(&config.mail).unwrap();
        let site = Site::new(config, &base, clock, store, keys, mailer);
        let survey = plan(&site, simulated);
        let served = Served::start(site.clone(), listener);
        Self { site, survey, base, browser: Browser::new(), _served: served }
    }

    fn to_day(&self, date: NaiveDate) {
        self.site.clock.set(date.and_hms_opt(9, 0, 0).unwrap());
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn get(&self, path: &str) -> Page {
        self.browser.get(&self.url(path))
    }

    fn post(&self, path: &str, fields: &[(String, String)]) -> Page {
        self.browser.post(&self.url(path), fields)
    }

    /// The public questionnaire in a language, opened and filled in.
    fn fill_in(&self, language: &str, answers: &[(&str, &str)]) -> Vec<(String, String)> {
        let shown = self.get(&format!("/q/urp_2026?lang={language}"));
        assert_eq!(shown.status, 200, "{}", shown.text);
        fields_of(&shown, &answers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect::<Vec<_>>())
    }

    fn responses(&self) -> u64 {
        self.site.store.read(|db| store::response::count(db, self.survey)).unwrap()
    }

    fn comments(&self) -> Vec<String> {
        let all =
            |db: &mut store::Database| store::comment::list(db, self.survey, ascolto::follow_up::Moderation::Pending, 0, 50);
        self.site.store.read(all).unwrap().into_iter().map(|comment| comment.text).collect()
    }

    /// Tells the database something that no flow would.
    fn order(&self, sqlite: &str, postgres: &str) {
        let ordered = self.site.store.write(|database| match database {
            store::Database::Sqlite(connection) => Ok(connection.batch_execute(sqlite)?),
            store::Database::Postgres(connection) => Ok::<_, store::StoreError>(connection.batch_execute(postgres)?),
        });
        ordered.unwrap();
    }

    /// No answer finds room any more. SQLite's own limit stands for the disk's; PostgreSQL says what it says of a full one.
    fn fill_the_disk(&self) {
        self.order(
            "PRAGMA max_page_count = 1",
            "CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             RAISE EXCEPTION 'could not extend file \"base/5/16384\": No space left on device' USING ERRCODE = '53100'; END $$; \
             CREATE TRIGGER no_room BEFORE INSERT ON response FOR EACH STATEMENT EXECUTE FUNCTION no_room()",
        );
    }

    fn make_room(&self) {
        self.order("PRAGMA max_page_count = 1000000", "DROP TRIGGER no_room ON response");
    }

    /// Answers until one finds no room: what was sent, what came back, and how many were received before.
    fn answer_until_full(&self, language: &str) -> (Vec<(String, String)>, Page, u64) {
        let long = "Più sedie. ".repeat(60);
        for received in 0..1_000 {
            let sent = self.fill_in(language, &[ANSWERS[0], ANSWERS[1], ANSWERS[2], ("comment", long.trim())]);
            let page = self.post(&format!("/q/urp_2026?lang={language}"), &sent);
            if page.status != 303 {
                return (sent, page, received);
            }
        }
        panic!("the disk is full at some point");
    }

    /// The cookie of somebody of the staff, and the secret of that session's forms.
    fn sign_in(&self) -> (String, String) {
        let password = Secret::new(PASSWORD);
        add_account(&self.site, "anna", "Anna", Role::Staff, &password).unwrap();
        let session = sign_in(&self.site, "anna", &password).unwrap();
        (format!("ascolto={}", session.token.expose()), session.form_secret.expose().to_owned())
    }
}

fn plan(site: &Site, simulated: bool) -> SurveyId {
    let office = found_office(site, &Code::parse("urp").unwrap(), "URP", "urp@example.org").unwrap();
    let draft = Draft {
        edition: edition_of(site, office, 2026).unwrap(),
        code: Code::parse("urp_2026").unwrap(),
        title: "URP 2026".to_owned(),
        form_version: catalog_form(site, "urp-annuale").unwrap(),
        charter: None,
        opens_on: day(2),
        closes_on: day(31),
        collecting_days: 7,
        channels: vec![Channel::Email, Channel::Kiosk, Channel::Web, Channel::Paper],
        simulated,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 100,
    };
    let survey = plan_survey(site, &draft, &Universe::default()).unwrap();
    open_survey(site, survey).unwrap();
    survey
}

/// The answers that every test sees kept.
const ANSWERS: [(&str, &str); 4] =
    [("courtesy", "4"), ("needs", "online"), ("overall", "5"), ("comment", "Più sedie & \"meno\" <code>")];

/// The page says this, in its own language.
fn assert_says(page: &Page, status: u16, language: &str, words: &[&str]) {
    assert_eq!(page.status, status, "{}", page.text);
    assert!(page.text.contains(&format!("<html lang=\"{language}\">")), "{}", page.text);
    assert!(!page.text.contains("class=\"simulated\""), "the survey is real");
    for words in words {
        assert!(page.text.contains(words), "\"{words}\" is missing in\n{}", page.text);
    }
}

/// The answers stand in the questionnaire as they were given.
fn assert_still_filled_in(page: &Page) {
    for filled in ["name=\"courtesy\" value=\"4\" checked", "name=\"needs\" value=\"online\" checked"] {
        assert!(page.text.contains(filled), "{filled} is missing in\n{}", page.text);
    }
}

/// The page keeps what was typed and sends it again: the fields of that, and the address.
fn send_again(page: &Page, sent: &[(String, String)]) -> (String, Vec<(String, String)>) {
    let form = page.text.split("<form id=\"again\"").nth(1).unwrap_or_else(|| panic!("no form in {}", page.text));
    let form = Page { text: form.to_owned(), headers: page.headers.clone(), location: String::new(), status: page.status };
    let mut kept = fields_of(&form, &[]);
    // What `fields_of` presses; the page's own button has no name.
    kept.pop();
    assert_eq!(kept, sent, "the page holds everything that was sent");
    (page.action_of("again"), kept)
}
