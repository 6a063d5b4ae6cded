//! The commands of an administrator and of who brings files of answers, through the real program.

use crate::support::desk::{Desk, count, fixture, text};
use crate::support::office;
use ascolto::flows::close_survey::{close_survey, follow_calendar};
use ascolto::flows::sign_in::add_account;
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::store::{self, Store};
use ascolto::survey::State;
use std::fs::{read, read_to_string};

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
    let state = |name: &str| site.store.read(|db| store::survey::find_by_code(db, &office::code(name))).unwrap().state;
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
    let of = |name: &str| {
        let survey = site.store.read(|db| store::survey::find_by_code(db, &office::code(name))).unwrap();
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
    for (verb, listed) in [("disable", "anna\tstaff\tAnna (switched off)"), ("enable", "anna\tstaff\tAnna")] {
        assert!(desk.run(&["user", verb, "anna"]).status.success());
        let list = String::from_utf8(desk.run(&["user", "list"]).stdout).unwrap();
        assert_eq!(list.trim_end(), listed);
    }
    assert_eq!(desk.run(&["user", "disable", "nobody"]).status.code(), Some(1));
}

#[test]
fn a_year_that_is_over_is_exported_reported_backed_up_and_migrated_by_the_commands() {
    let desk = Desk::new();
    let (site, survey) = desk.open_univer();
    let rows: String = (0..40).map(|person| format!("{},5\n", person % 7 + 1)).collect();
    std::fs::write(desk.path("sheets.csv"), format!("global,informat\n{rows}")).unwrap();
    let (_, told, code) = desk.import(&["--survey", "univer_2002", "--answers", &text(&desk.path("sheets.csv"))]);
    assert_eq!((code, count(&site, survey)), (Some(0), 40), "{told}");
    close_survey(&site, survey).unwrap();
    let exported = desk.path("answers.csv");
    let export = ["export", "--survey", "univer_2002", "--out", &text(&exported)];
    assert!(desk.run(&export).status.success());
    let table = read_to_string(&exported).unwrap();
    assert_eq!(table.lines().count(), 1 + 40, "{table}");
    assert!(table.lines().next().unwrap().contains("informat"), "{table}");
    let again = desk.run(&export);
    assert_eq!((again.status.code(), read_to_string(&exported).unwrap()), (Some(1), table), "nothing is written over");

    let report = desk.path("report");
    assert!(desk.run(&["report", "--survey", "univer_2002", "--out", &text(&report)]).status.success());
    assert!(read(report.join("report-2002.it.pdf")).unwrap().starts_with(b"%PDF-"));

    let copy = desk.path("copy.db");
    let backed_up = desk.run(&["backup", &text(&copy)]);
    let told = String::from_utf8(backed_up.stderr).unwrap();
    assert!(backed_up.status.success() && told.contains("ascolto.keys"), "the keys are to be kept elsewhere: {told}");
    let restored = Store::open(&format!("sqlite:{}", text(&copy))).unwrap();
    assert_eq!(restored.read(|db| store::response::count(db, survey)).unwrap(), 40);

    let migrated = Desk::new();
    for _ in 0..2 {
        assert!(migrated.run(&["migrate"]).status.success());
    }
    assert!(migrated.path("ascolto.db").exists());
}
