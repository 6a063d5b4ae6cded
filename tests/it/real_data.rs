//! Answers of real people enter by the program itself and become results and a report. The files are not ours to publish: the
//! tests find them through `ASCOLTO_REAL_DATA` or beside the checkout, and say so where they are absent.

use crate::support::absent::skip;
use ascolto::charter::Verdict;
use ascolto::clock::Clock;
use ascolto::config::Config;
use ascolto::flows::close_survey::{close_survey, follow_calendar};
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{adopt_charter, edition_of, found_office, plan_survey};
use ascolto::flows::publish_form::publish_form;
use ascolto::flows::read_results::{Results, read_results};
use ascolto::flows::sign_in::add_account;
use ascolto::ids::SurveyId;
use ascolto::keys::Keys;
use ascolto::mail::{Mailer, Memory};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store::{self, Store, survey::Draft};
use ascolto::survey::{Channel, State, Universe};
use ascolto::text::Code;
use calamine::{Reader, Xlsx};
use chrono::NaiveDate;
use std::fs::{read, read_to_string};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const STUDENTS: u64 = 2_179;

fn real_file(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let path = std::env::var_os("ASCOLTO_REAL_DATA").map_or_else(beside, PathBuf::from).join(name);
    if path.exists() {
        return Some(path);
    }
    skip("real_data", &format!("{} is not there", path.display()));
    None
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

/// A folder with a database of its own, and the program run on it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn site(&self) -> Site {
        let config = Config::in_folder(self.folder.path());
        let store = Store::open(config.database_url.expose()).unwrap();
        let keys = Keys::open(&config.key_file).unwrap();
        let clock = Clock::system(config.body.time_zone);
        Site::new(config, "http://127.0.0.1", clock, store, keys, Mailer::Memory(Memory::default()))
    }

    fn run(&self, arguments: &[&str]) -> Output {
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
    fn import(&self, arguments: &[&str]) -> (serde_json::Value, String, Option<i32>) {
        let output = self.run(&[&["import", "--json"], arguments].concat());
        let told = String::from_utf8(output.stderr).unwrap();
        let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {told}"));
        (report, told, output.status.code())
    }

    /// The orientation service's survey of 2002, open for its paper forms.
    fn open_univer(&self) -> (Site, SurveyId) {
        let site = self.site();
        let day = |month, day| NaiveDate::from_ymd_opt(2002, month, day).unwrap();
        let office = found_office(&site, &Code::parse("univer").unwrap(), "Servizio di orientamento", "").unwrap();
        let charter = read_to_string(fixture("univer-charter.toml")).unwrap();
        let draft = Draft {
            edition: edition_of(&site, office, 2002).unwrap(),
            code: Code::parse("univer_2002").unwrap(),
            title: "Orientamento 2002".to_owned(),
            form_version: publish_form(&site, "univer.toml", &read_to_string(fixture("univer.toml")).unwrap()).unwrap(),
            charter: Some(adopt_charter(&site, office, "univer-charter.toml", &charter).unwrap()),
            opens_on: day(1, 1),
            closes_on: day(12, 31),
            collecting_days: 0,
            channels: vec![Channel::Paper],
            simulated: false,
            privacy_threshold: 5,
            planned_responses: 0,
        };
        let survey = plan_survey(&site, &draft, &Universe::default()).unwrap();
        open_survey(&site, survey).unwrap();
        (site, survey)
    }
}

fn count(site: &Site, survey: SurveyId) -> u64 {
    site.store.read(|db| store::response::count(db, survey)).unwrap()
}

fn verdict_of(results: &Results, standard: &str) -> Verdict {
    let goal = results.findings.goals().iter().find(|goal| goal.standard.code.as_str() == standard);
    goal.unwrap_or_else(|| panic!("no goal {standard}")).verdict
}

#[test]
fn the_naples_students_enter_once_and_their_verdicts_and_files_are_made() {
    let Some(answers) = real_file("univer.csv") else { return };
    let desk = Desk::new();
    let (site, survey) = desk.open_univer();
    let arguments = ["--survey", "univer_2002", "--answers", &text(&answers)];
    for (new, again) in [(STUDENTS, 0), (0, STUDENTS)] {
        let (report, told, code) = desk.import(&arguments);
        let [own] = report["surveys"].as_array().unwrap().as_slice() else { panic!("{report}") };
        assert_eq!((own["new"].as_u64(), own["again"].as_u64()), (Some(new), Some(again)), "{told}");
        assert_eq!((code, own["unused_columns"].to_string()), (Some(0), "[\"id\"]".to_owned()), "{told}");
        assert_eq!(count(&site, survey), STUDENTS);
    }
    close_survey(&site, survey).unwrap();
    assert_eq!(count(&site, survey), STUDENTS);
    let results = read_results(&site, site.survey(survey).unwrap().edition).unwrap();
    assert_eq!(results.findings.rows(), STUDENTS);
    let near = |verdict| matches!(verdict, Verdict::NotDemonstrable(_));
    assert_eq!(["global_60", "willingn_60", "willingn_70"].map(|goal| verdict_of(&results, goal)), [Verdict::Reached; 3]);
    let missed = ["global_70", "global_80", "informat_70", "informat_80", "willingn_80"];
    assert_eq!(missed.map(|goal| verdict_of(&results, goal)), [Verdict::NotReached; 5]);
    assert!(near(verdict_of(&results, "informat_60")));
    check_files(&desk);
}

/// `ascolto report` writes what it promises, and each file tells of as many students.
fn check_files(desk: &Desk) {
    let folder = desk.path("report");
    let output = desk.run(&["report", "--survey", "univer_2002", "--out", &text(&folder)]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for (language, number) in [("it", "2.179"), ("en", "2,179")] {
        let file = |ending: &str| folder.join(format!("report-2002.{language}.{ending}"));
        let page = read_to_string(file("html")).unwrap();
        assert!(page.contains(number) && page.contains("<svg"), "{language}");
        assert!(read(file("pdf")).unwrap().starts_with(b"%PDF-"));
        match Command::new("pdftotext").arg("-layout").arg(file("pdf")).arg("-").output() {
            Ok(told) => assert!(String::from_utf8(told.stdout).unwrap().contains(number)),
            Err(error) => skip("pdftotext", &error.to_string()),
        }
        let mut book: Xlsx<_> = calamine::open_workbook(file("xlsx")).unwrap();
        let cells = book
            .worksheets()
            .into_iter()
            .flat_map(|(_, range)| range.used_cells().map(|cell| cell.2.to_string()).collect::<Vec<_>>());
        assert!(cells.collect::<Vec<_>>().contains(&STUDENTS.to_string()), "{language}");
        let table = read(file("csv")).unwrap();
        assert!(table.starts_with("\u{feff}".as_bytes()) && String::from_utf8(table).unwrap().contains("2179"), "{language}");
    }
}

#[test]
fn rows_that_cannot_be_taken_go_to_a_file_of_their_own_and_enter_when_mended() {
    let desk = Desk::new();
    let (site, survey) = desk.open_univer();
    let (answers, refused) = (desk.path("answers.csv"), desk.path("answers.refused.csv"));
    // Written by somebody else: other headings, Windows-1252, cells out of range, a channel that the survey has not got.
    let sheet = "Giudizio;informat;Età;Canale;Città\n7;5;20;Carta;Forlì\n9;5;20;Carta;Forlì\n6;4;mille;Carta;Forlì\n5;4;30;Web;Forlì\n4;;;Carta;Forlì\n";
    std::fs::write(&answers, encoding_rs::WINDOWS_1252.encode(sheet).0).unwrap();
    let mapping = desk.path("mapping.toml");
    let rules =
        "[columns]\ngiudizio = \"global\"\n\"Età\" = \"age\"\n[channel]\ncolumn = \"Canale\"\nvalues = { Carta = \"paper\" }\n";
    std::fs::write(&mapping, rules).unwrap();
    let arguments = ["--survey", "univer_2002", "--mapping", &text(&mapping), "--answers"];
    let (report, told, code) = desk.import(&[&arguments[..], &[&text(&answers)]].concat());
    assert_eq!((code, count(&site, survey)), (Some(1), 2), "{told}");
    assert_eq!(report["surveys"][0]["refused"].as_array().unwrap().len(), 3);
    assert!(told.contains("line 3: global") && told.contains("line 4: age") && told.contains("answers.refused.csv"), "{told}");
    let left = read_to_string(&refused).unwrap();
    assert!(left.starts_with("\u{feff}Giudizio;informat;Età;Canale;Città;_reasons\n9;5;20;Carta;Forlì;line 3: global"), "{left}");
    assert_eq!(left.lines().count(), 4, "{left}");
    std::fs::write(&refused, left.replace("\n9;5", "\n3;5").replace("mille", "44").replace(";Web;", ";Carta;")).unwrap();
    let (_, told, code) = desk.import(&[&arguments[..], &[&text(&refused)]].concat());
    assert_eq!((code, count(&site, survey)), (Some(0), 5), "{told}");
    let (_, told, _) = desk.import(&[&arguments[..], &[&text(&answers)]].concat());
    assert_eq!(count(&site, survey), 5, "the first file again adds nobody: {told}");

    std::fs::write(&mapping, "[columns]\nVoto = \"global\"\n").unwrap();
    let output = desk.run(&["import", "--survey", "univer_2002", "--mapping", &text(&mapping), "--answers", &text(&answers)]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && told.contains("\"Voto\"") && told.contains("Giudizio, informat"), "{told}");
}

#[test]
fn a_file_of_several_years_leaves_a_year_open_for_its_mended_rows() {
    let desk = Desk::new();
    let answers = desk.path("years.csv");
    std::fs::write(&answers, "anno,global\n2001,7\n2002,9\n2002,6\nforse,5\n").unwrap();
    let mapping = desk.path("mapping.toml");
    std::fs::write(&mapping, "[year]\ncolumn = \"anno\"\n").unwrap();
    let (form, mapping, refused) = (text(&fixture("univer.toml")), text(&mapping), desk.path("left.csv"));
    let arguments = ["--office", "univer", "--form", &form, "--mapping", &mapping, "--refused", &text(&refused), "--answers"];
    let (report, told, code) = desk.import(&[&arguments[..], &[&text(&answers)]].concat());
    assert_eq!((code, report["without_year"].as_array().unwrap().len()), (Some(1), 1), "{told}");
    let site = desk.site();
    let state = |code: &str| site.store.read(|db| store::survey::find_by_code(db, &Code::parse(code).unwrap())).unwrap().state;
    // The row without a year may belong to either.
    assert_eq!((state("univer_2001"), state("univer_2002")), (State::Open, State::Open));
    follow_calendar(&site).unwrap();
    follow_calendar(&site).unwrap();
    assert_eq!((state("univer_2001"), state("univer_2002")), (State::Collecting, State::Collecting), "the calendar waits too");
    let left = read_to_string(&refused).unwrap();
    assert!(left.contains("\n2002,9,") && left.contains("\nforse,5,"), "{left}");
    let mended = desk.path("mended.csv");
    std::fs::write(&mended, left.replace("2002,9", "2002,1").replace("forse", "2001")).unwrap();
    let (_, told, code) = desk.import(&[&arguments[..], &[&text(&mended)]].concat());
    let of = |code: &str| {
        let survey = site.store.read(|db| store::survey::find_by_code(db, &Code::parse(code).unwrap())).unwrap();
        (survey.state, count(&site, survey.id))
    };
    assert_eq!(code, Some(0), "{told}");
    assert_eq!((of("univer_2001"), of("univer_2002")), ((State::Closed, 2), (State::Closed, 2)), "{told}");
}

#[test]
fn a_file_of_mended_rows_closes_every_year_that_waited_and_a_closed_year_tells_of_its_rows() {
    let desk = Desk::new();
    let [answers, mended, refused] = ["years.csv", "mended.csv", "left.csv"].map(|name| desk.path(name));
    std::fs::write(&answers, "anno,global\n2001,7\n2002,6\nforse,5\n").unwrap();
    let mapping = desk.path("mapping.toml");
    std::fs::write(&mapping, "[year]\ncolumn = \"anno\"\n").unwrap();
    let (form, mapping) = (text(&fixture("univer.toml")), text(&mapping));
    let arguments = ["--office", "univer", "--form", &form, "--mapping", &mapping, "--refused", &text(&refused), "--answers"];
    desk.import(&[&arguments[..], &[&text(&answers)]].concat());
    std::fs::write(&mended, read_to_string(&refused).unwrap().replace("forse", "2002")).unwrap();
    let (_, told, code) = desk.import(&[&arguments[..], &[&text(&mended)]].concat());
    let site = desk.site();
    let closed = site.store.read(|db| store::survey::list_in(db, State::Closed)).unwrap();
    let counts: Vec<u64> = closed.iter().map(|survey| count(&site, survey.id)).collect();
    assert_eq!((code, counts), (Some(0), vec![1, 2]), "{told}");

    let (report, told, code) = desk.import(&[&arguments[..], &[&text(&mended)]].concat());
    assert_eq!((code, report["closed_years"].as_array().unwrap().len()), (Some(1), 1), "{told}");
    assert!(read_to_string(&refused).unwrap().contains("\n2002,5,"), "no row is lost");
}

#[test]
fn a_survey_in_the_field_is_neither_filled_nor_closed_by_a_file_of_years() {
    let desk = Desk::new();
    let (site, survey) = desk.open_univer();
    let (answers, mapping) = (desk.path("years.csv"), desk.path("mapping.toml"));
    std::fs::write(&answers, "anno,global\n2002,7\n").unwrap();
    std::fs::write(&mapping, "[year]\ncolumn = \"anno\"\n").unwrap();
    let form = text(&fixture("univer.toml"));
    let (mapping, answers) = (text(&mapping), text(&answers));
    let arguments = ["import", "--office", "univer", "--form", &form, "--mapping", &mapping, "--answers", &answers];
    let output = desk.run(&arguments);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && told.contains("--survey"), "{told}");
    assert_eq!((site.survey(survey).unwrap().state, count(&site, survey)), (State::Open, 0));
}

#[test]
fn a_year_in_the_field_has_no_report_and_no_file_of_answers() {
    let desk = Desk::new();
    desk.open_univer();
    for (command, out) in [("report", "report"), ("export", "answers.csv")] {
        let out = desk.path(out);
        let output = desk.run(&[command, "--survey", "univer_2002", "--out", &text(&out)]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), out.exists()), (Some(1), false), "{told}");
        assert!(told.contains("after all surveys of the year are closed"), "{told}");
    }
}

#[test]
fn an_account_is_switched_off_and_on_by_its_command() {
    let desk = Desk::new();
    add_account(&desk.site(), "anna", "Anna", Role::Staff, &Secret::new("una frase abbastanza lunga")).unwrap();
    for (verb, listed) in [("disable", "anna\tstaff\tAnna (inactive)"), ("enable", "anna\tstaff\tAnna")] {
        assert!(desk.run(&["user", verb, "anna"]).status.success());
        let list = String::from_utf8(desk.run(&["user", "list"]).stdout).unwrap();
        assert_eq!(list.trim_end(), listed);
    }
    assert_eq!(desk.run(&["user", "disable", "nobody"]).status.code(), Some(1));
}

#[test]
fn nine_years_of_an_airport_are_nine_editions_that_are_compared() {
    let Some(answers) = real_file("sfo_2010_2018.csv") else { return };
    let desk = Desk::new();
    let (form, mapping) = (text(&fixture("sfo.toml")), text(&fixture("sfo-mapping.toml")));
    let arguments = ["--office", "sfo", "--form", &form, "--mapping", &mapping, "--answers", &text(&answers)];
    let (report, told, code) = desk.import(&arguments);
    let kept: Vec<u64> = report["surveys"].as_array().unwrap().iter().map(|own| own["new"].as_u64().unwrap()).collect();
    assert_eq!(kept, [3_234, 3_872, 3_521, 3_535, 2_818, 2_958, 3_087, 2_831, 2_809], "{told}");
    assert_eq!(code, Some(0), "{told}");
    let (report, told, code) = desk.import(&arguments);
    let turned_away = report["closed_years"].as_array().unwrap().len() as u64;
    assert_eq!((report["surveys"].as_array().unwrap().len(), turned_away), (0, kept.iter().sum()), "nothing is imported twice");
    assert_eq!(code, Some(1), "{told}");
    let site = desk.site();
    let office = site.store.read(|db| store::office::find_by_code(db, &Code::parse("sfo").unwrap())).unwrap().id;
    let editions = site.store.read(|db| store::edition::list(db, office)).unwrap();
    assert_eq!(editions.len(), 9);
    let last = editions.iter().find(|edition| edition.year == 2018).unwrap();
    let results = read_results(&site, last.id).unwrap();
    assert_eq!((results.findings.rows(), results.compared_year), (2_809, Some(2_017)));
    // The share of "all" at 4-5 fell by 3.6 points (-5.8 to -1.5).
    let change = results.findings.changes().iter().find(|change| change.code == "all").unwrap();
    let rounded = [change.difference, change.interval.lower, change.interval.upper].map(|share| (share * 1_000.0).round() / 10.0);
    assert_eq!(rounded, [-3.6, -5.8, -1.5]);
    // "Never used" is no sixth point, and the sixth class of age is no missing answer.
    let shown = |code: &str| match results.findings.item(code) {
        Some(ascolto::analysis::Shown::Full(item)) => (item.counts.len(), item.base.not_applicable),
        other => panic!("{other:?}"),
    };
    assert_eq!(shown("art").0, 5);
    assert!(shown("art").1 > 100);
    assert_eq!(shown("age"), (7, 0));
}
