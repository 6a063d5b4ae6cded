//! The program's commands on a database of their own, and the orientation service that the real answers and their forms are of.

use super::office::{code, site_in};
use ascolto::flows::adopt_charter::adopt_charter;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{edition_of, found_office, plan_survey};
use ascolto::flows::publish_form::publish_form;
use ascolto::ids::SurveyId;
use ascolto::site::Site;
use ascolto::store::{self, survey::Draft};
use ascolto::survey::{Channel, Universe};
use chrono::NaiveDate;
use std::fs::read_to_string;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A form, charter or mapping written for the tests.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A path as an argument.
pub fn text(path: &Path) -> String {
    path.display().to_string()
}

/// The responses of a survey.
pub fn count(site: &Site, survey: SurveyId) -> u64 {
    site.store.read(|db| store::response::count(db, survey)).unwrap()
}

/// A folder with a database of its own, and the program run on it.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn site(&self) -> Site {
        site_in(self.folder.path())
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        let output = Command::new(env!("CARGO_BIN_EXE_ascolto"))
            .args(arguments)
            .env("LC_ALL", "en_GB.UTF-8")
            .env("ASCOLTO_DATABASE_URL", format!("sqlite:{}", text(&self.path("ascolto.db"))))
            .env("ASCOLTO_DATABASE_KEY_FILE", self.path("ascolto.keys"))
            .env("ASCOLTO_MAIL_FOLDER", self.path("outbox"))
            .output();
        output.expect("the program was built for this test")
    }

    /// Runs an import and gives its report.
    pub fn import(&self, arguments: &[&str]) -> (serde_json::Value, String, Option<i32>) {
        let output = self.run(&[&["import", "--json"], arguments].concat());
        let told = String::from_utf8(output.stderr).unwrap();
        let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {told}"));
        (report, told, output.status.code())
    }

    /// The orientation service's survey of 2002, open for its paper forms.
    pub fn open_univer(&self) -> (Site, SurveyId) {
        let site = self.site();
        let day = |month, day| NaiveDate::from_ymd_opt(2002, month, day).unwrap();
        let office = found_office(&site, &code("univer"), "Servizio di orientamento", "").unwrap();
        let charter = read_to_string(fixture("univer-charter.toml")).unwrap();
        let draft = Draft {
            edition: edition_of(&site, office, 2002).unwrap(),
            code: code("univer_2002"),
            title: "Orientamento 2002".to_owned(),
            form_version: publish_form(&site, "univer.toml", &read_to_string(fixture("univer.toml")).unwrap()).unwrap(),
            charter: Some(adopt_charter(&site, office, "univer-charter.toml", &charter, "").unwrap()),
            opens_on: day(1, 1),
            closes_on: day(12, 31),
            collecting_days: 0,
            channels: vec![Channel::Paper],
            simulated: false,
            weighting: Default::default(),
            privacy_threshold: 5,
            planned_responses: 0,
        };
        let survey = plan_survey(&site, &draft, &Universe::default()).unwrap();
        open_survey(&site, survey).unwrap();
        (site, survey)
    }
}
