//! A site in a folder with the annual questionnaire open to the public, and its server.

use ascolto::campaign::Pace;
use ascolto::clock::Clock;
use ascolto::config::Config;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use ascolto::ids::SurveyId;
use ascolto::keys::Keys;
use ascolto::mail::{Mailer, Memory};
use ascolto::site::Site;
use ascolto::store::{self, Store, StoreError};
use ascolto::survey::{Channel, Universe};
use ascolto::text::Code;
use chrono::{Datelike, Days};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;

/// The path of the open survey.
pub const SURVEY: &str = "/q/urp";

/// How a store is opened: one that keeps, or one that throws away.
pub type Opened = fn(&str) -> Result<Store, StoreError>;

/// A site with its one survey.
pub struct Town {
    /// The site.
    pub site: Site,
    /// The open survey.
    pub survey: SurveyId,
}

impl Town {
    /// Makes the site in an empty folder.
    pub fn found(folder: &Path, open: Opened) -> Self {
        let config = unhurried(folder);
        let store = open(config.database_url.expose()).expect("the database can be made in a temporary folder");
        let keys = Keys::open(&config.key_file).expect("the key file can be made in a temporary folder");
        let clock = Clock::system(config.body.time_zone);
        let site = Site::new(config, "http://127.0.0.1", clock, store, keys, Mailer::Memory(Memory::default()));
        let survey = open_annual(&site);
        Self { site, survey }
    }

    /// Serves it on a free port, until the process ends.
    pub fn serve(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it is bound");
        let site = self.site.clone();
        std::thread::spawn(move || {
            let served = actix_web::rt::System::new().block_on(async { ascolto::web::serve(site, listener)?.await });
            served.expect("the server serves until the process ends");
        });
        address
    }

    /// Finds the site that another process made in a folder.
    pub fn find(folder: &Path) -> Self {
        let config = unhurried(folder);
        let store = Store::open(config.database_url.expose()).expect("the database is there");
        let keys = Keys::open(&config.key_file).expect("the key file is there");
        let clock = Clock::system(config.body.time_zone);
        let site = Site::new(config, "http://127.0.0.1", clock, store, keys, Mailer::Memory(Memory::default()));
        Self { site, survey: SurveyId(1) }
    }

    /// Sends letters by another way.
    pub fn remail(&mut self, mailer: Mailer) {
        self.site.mailer = std::sync::Arc::new(mailer);
    }

    /// How many responses are stored.
    pub fn responses(&self) -> u64 {
        self.site.store.read(|database| store::response::count(database, self.survey)).expect("the database was just written")
    }
}

/// Letters leave at any hour of any day.
fn unhurried(folder: &Path) -> Config {
    let mut config = Config::in_folder(folder);
    config.mail.pace = Pace::UNHURRIED;
    config
}

fn open_annual(site: &Site) -> SurveyId {
    let code = Code::parse("urp").expect("a code");
    let today = site.clock.today();
    let office = found_office(site, &code, "Ufficio Relazioni con il Pubblico", "urp@example.org").expect("the first office");
    let draft = store::survey::Draft {
        edition: edition_of(site, office, today.year()).expect("the first edition"),
        code,
        title: "URP".to_owned(),
        form_version: catalog_form(site, "urp-annuale").expect("the questionnaire is shipped"),
        charter: None,
        // Letters of the first day wait for eight in the morning.
        opens_on: today - Days::new(1),
        closes_on: today + Days::new(30),
        collecting_days: 7,
        channels: vec![Channel::Web, Channel::Email],
        simulated: true,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    let survey = plan_survey(site, &draft, &Universe::default()).expect("the draft is complete");
    open_survey(site, survey).expect("a draft opens");
    survey
}
