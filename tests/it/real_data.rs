//! Answers of real people enter by the program itself and become results and a report. The files are not ours to publish: the
//! tests find them through `ASCOLTO_REAL_DATA` or beside the checkout, and say so where they are absent.

use crate::support::absent::skip;
use crate::support::desk::{Desk, count, fixture, text};
use crate::support::office::{self, goal};
use ascolto::charter::Verdict;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::read_results::read_results;
use ascolto::store;
use calamine::{Reader, Xlsx};
use std::fs::{read, read_to_string};
use std::path::{Path, PathBuf};
use std::process::Command;

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
    assert_eq!(
        ["global_60", "willingn_60", "willingn_70"].map(|standard| goal(&results, standard).verdict),
        [Verdict::Reached; 3]
    );
    let missed = ["global_70", "global_80", "informat_70", "informat_80", "willingn_80"];
    assert_eq!(missed.map(|standard| goal(&results, standard).verdict), [Verdict::NotReached; 5]);
    assert!(near(goal(&results, "informat_60").verdict));
    check_files(&desk);
}

/// The folder with the report on a survey and its slides. `ASCOLTO_PICTURES=folder` keeps it there, to be looked at.
fn report_of(desk: &Desk, survey: &str) -> PathBuf {
    let folder = std::env::var_os("ASCOLTO_PICTURES").map_or_else(|| desk.path("report"), |kept| Path::new(&kept).join(survey));
    let output = desk.run(&["report", "--survey", survey, "--png", "--out", &text(&folder)]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// `ascolto report` writes what it promises, and each file tells of as many students.
fn check_files(desk: &Desk) {
    let folder = report_of(desk, "univer_2002");
    let slides = std::fs::read_dir(&folder).unwrap().filter(|file| {
        let name = file.as_ref().unwrap().file_name().into_string().unwrap();
        name.starts_with("chart-2002.it.") && read(file.as_ref().unwrap().path()).unwrap().starts_with(b"\x89PNG")
    });
    assert!(slides.count() > 5, "goals at a glance and as bullets, judgements, days, what goes with the overall one");
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
    let office = site.store.read(|db| store::office::find_by_code(db, &office::code("sfo"))).unwrap().id;
    let editions = site.store.read(|db| store::edition::list(db, office)).unwrap();
    assert_eq!(editions.len(), 9);
    let last = editions.iter().find(|edition| edition.year == 2018).unwrap();
    let results = read_results(&site, last.id).unwrap();
    assert_eq!((results.findings.rows(), results.compared_year), (2_809, Some(2_017)));
    // The share of "all" at 4-5 fell by 3.6 points (-5.8 to -1.5).
    let change = results.findings.changes().iter().find(|change| change.code == "all").unwrap();
    let rounded = [change.difference, change.interval.lower, change.interval.upper].map(|share| (share * 1_000.0).round() / 10.0);
    assert_eq!(rounded, [-3.6, -5.8, -1.5]);
    // And yet it rose over the nine years: z = 6.69.
    let trend = results.findings.series("all").unwrap().trend.unwrap();
    assert_eq!((trend.from, trend.to, (trend.z * 100.0).round() / 100.0), (2010, 2018, 6.69));
    let survey = site.store.read(|db| store::survey::list_of(db, last.id)).unwrap().remove(0).code;
    let page = read_to_string(report_of(&desk, survey.as_str()).join("report-2018.en.html")).unwrap();
    assert!(page.contains("from 2010 to 2018") && page.contains(">2010</text>"), "the line of nine years is drawn");
    // "Never used" is no sixth point, and the sixth class of age is no missing answer.
    let shown = |code: &str| match results.findings.item(code) {
        Some(ascolto::analysis::Shown::Full(item)) => (item.counts.len(), item.base.not_applicable),
        other => panic!("{other:?}"),
    };
    assert_eq!(shown("art").0, 5);
    assert!(shown("art").1 > 100);
    assert_eq!(shown("age"), (7, 0));
}
