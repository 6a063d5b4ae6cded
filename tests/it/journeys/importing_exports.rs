//! Answers collected with Google Forms and Microsoft Forms: from the file to the report, on the page and by the command.

use crate::support::clerk::{Clerk, Pages, form_of, problem_at, unescaped};
use crate::support::database::on_both_engines;
use crate::support::desk::{Desk, count, text};
use crate::support::office::{code, day, draft, office, open};
use crate::support::street::Page;
use ascolto::flows::design_form::find_design;
use ascolto::flows::publish_form::publish_form;
use ascolto::ids::{FormDraftId, SurveyId};
use ascolto::office::Role;
use ascolto::site::Site;
use ascolto::store;
use ascolto::survey::Channel;
use rust_xlsxwriter::Workbook;

/// What a clerk of another office made of the annual questionnaire, in Google Forms.
const EXPORT: &str = "\"Informazioni cronologiche\",\"Indirizzo email\",\"Nel complesso, quanto La soddisfa il nostro servizio? *\",\
\"Quanto La soddisfa il personale? [Cortesia]\",\"Ci ha contattato come, l'ultima volta?\",\"Che cosa Le sarebbe più utile?\",\"Targa\"\n\
2026/03/02 9:12:33 AM CET,anna.rossi@example.org,Molto,Abbastanza,Allo sportello,\"Orari di apertura più ampi, Una rampa\",AA\n\
2026/03/03 9:12:33 AM CET,b.verdi@example.org,Poco,Molto,Per telefono,,BB\n\
2026/02/03 9:12:33 AM CET,c.neri@example.org,Poco,Molto,Per telefono,,CC\n\
2026/03/04 9:12:33 AM CET,d.gallo@example.org,Benissimo,Molto,Per telefono,,DD\n";

fn in_the_field(site: &Site) -> SurveyId {
    let (office, charter) = office(site, "urp");
    open(site, &draft(site, office, Some(charter), "urp_2026"), 900)
}

fn brought(clerk: &Clerk, own: &str, bytes: &[u8]) -> Page {
    let shown = clerk.upload(own, own, &[], "risposte.csv", bytes);
    assert_eq!(shown.status, 200, "{}", shown.text);
    shown
}

/// The lines that a page says of the file.
fn told(shown: &Page) -> String {
    unescaped(&shown.text).replace('\u{a0}', " ")
}

on_both_engines! {
    fn a_file_is_looked_at_corrected_confirmed_and_its_refused_rows_come_back(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let survey = in_the_field(&pages.site);
        let anna = pages.clerk("anna", Role::Staff);
        let own = format!("/staff/surveys/{survey}/answers");
        assert!(anna.get(&format!("/staff/surveys/{survey}")).text.contains(&own));
        let known = "Orari di apertura più ampi";
        let form = pages.site.form_version(pages.site.survey(survey).unwrap().form_version).unwrap();
        assert!(ascolto::form::write(&form.form).contains("needs"), "the annual questionnaire asks what is needed");
        let label = form.form.texts().into_iter().find(|(place, _)| place.starts_with("needs.") && !place.ends_with("text")).unwrap().1;
        let export = EXPORT.replace(known, label.own(form.form.fallback()).unwrap());

        // What was found is told, nothing is kept, and nobody's address is in the page.
        let shown = brought(&anna, &own, export.as_bytes());
        assert_eq!(count(&pages.site, survey), 0);
        let words = told(&shown);
        assert!(words.contains("4 righe di risposte") && words.contains("2 righe non si possono accettare"), "{words}");
        assert!(words.contains("riga 4: Informazioni cronologiche: il 3 febbraio 2026") && words.contains("«Benissimo»"), "{words}");
        assert!(words.contains("Letti come «Altro»: «") && words.contains("Una rampa» (1)"), "{words}");
        assert!(words.contains("Somiglia a questa domanda") && words.contains("non letti: «Indirizzo email»"), "{words}");
        assert!(!words.contains("example.org"));
        let fields = form_of(&shown, &own);
        let value = |name: &str| fields.iter().find(|(own, _)| own == name).unwrap().1.clone();
        assert_eq!((value("column_4"), value("column_6"), value("channel")), ("contact_channel".to_owned(), String::new(), "web".to_owned()));

        // A choice that was not looked at yet is shown before anything is kept.
        let changed = anna.send(&shown, &own, &[("column_6", "comment"), ("confirm", "yes")]);
        assert!(changed.status == 200 && told(&changed).contains("Le scelte sono cambiate") && count(&pages.site, survey) == 0);
        let kept = anna.send(&changed, &own, &[("confirm", "yes")]);
        let words = told(&kept);
        assert!(words.contains("2 questionari registrati ora") && words.contains("2 righe non sono state accettate"), "{words}");
        assert_eq!(count(&pages.site, survey), 2);
        let rows = pages.site.store.read(|db| store::response::rows(db, survey)).unwrap();
        assert!(rows.iter().any(|(_, row)| row.strata.day == Some(day(3, 2)) && row.strata.channel == Channel::Web.code()));

        // The refused rows come back as a file without addresses; mended, they are taken, and the whole file again adds nothing.
        let back = format!("{own}/refused");
        let file = anna.send(&kept, &back, &[]);
        assert!(file.header("content-disposition").contains("urp_2026-righe-da-correggere.csv"), "{}", file.text);
        assert!(file.text.contains("DD") && file.text.contains("_reasons") && !file.text.contains("example.org"), "{}", file.text);
        let mended = file.text.replace("Benissimo", "Molto").replace("2026/02/03", "2026/03/05");
        let shown = brought(&anna, &own, mended.as_bytes());
        let words = told(&anna.send(&shown, &own, &[("confirm", "yes")]));
        assert!(words.contains("2 questionari registrati ora"), "{words}");
        let shown = brought(&anna, &own, export.as_bytes());
        let words = told(&anna.send(&shown, &own, &[("confirm", "yes")]));
        assert!(words.contains("Nessun questionario registrato ora") && words.contains("2 erano già registrati"), "{words}");
        assert_eq!(count(&pages.site, survey), 4);
    }

    fn what_is_no_file_of_answers_is_refused_with_the_way_out(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let survey = in_the_field(&pages.site);
        let anna = pages.clerk("anna", Role::Staff);
        let own = format!("/staff/surveys/{survey}/answers");
        let columns = vec!["a"; 1_001].join(";") + "\n1\n";
        for (bytes, words) in [
            (&b"a;b\n"[..], "non ci sono righe"),
            (b"PK\x03\x04rest", "danneggiata"),
            (b"\x89PNG\r\n\x1a\n\0", "né un CSV"),
            (columns.as_bytes(), "1.000 colonne"),
        ] {
            let refused = anna.upload(&own, &own, &[], "a.csv", bytes);
            assert!(refused.status == 422 && problem_at(&refused, "file").contains(words), "{words}: {}", refused.text);
        }
        // A file of which no column is known can be looked at, and cannot be taken.
        let shown = brought(&anna, &own, b"Peso;Altezza\n1;2\n");
        assert!(told(&shown).contains("Colonne da controllare"), "{}", shown.text);
        let refused = anna.send(&shown, &own, &[("confirm", "yes")]);
        assert!(refused.status == 422 && problem_at(&refused, "file").contains("scelga per almeno una colonna"), "{}", refused.text);
        let head = pages.clerk("elena", Role::Leadership);
        assert_eq!((head.get(&own).status, count(&pages.site, survey)), (403, 0));
    }

    fn a_questionnaire_made_of_an_export_takes_its_answers(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        let export = std::fs::read(crate::support::desk::fixture("answers/google.csv")).unwrap();
        let begun = anna.upload("/staff/forms/begin", "/staff/forms/begin", &[], "Sportello.csv", &export);
        assert!(begun.location.contains("/history?done=staff-done-form-imported"), "{} {}", begun.location, begun.text);
        let history = told(&anna.get("/staff/forms/drafts/1/history"));
        assert!(history.contains("«Indirizzo email»: Questa colonna dice chi ha risposto") && !history.contains("example.org"), "{history}");
        let made = find_design(&pages.site, FormDraftId(1)).unwrap().form;
        let (office, _) = office(&pages.site, "urp");
        let version = publish_form(&pages.site, "sportello.toml", &ascolto::form::write(&made)).unwrap();
        let planned = ascolto::store::survey::Draft { form_version: version, ..draft(&pages.site, office, None, "sportello") };
        let survey = open(&pages.site, &planned, 900);
        let own = format!("/staff/surveys/{survey}/answers");
        let shown = brought(&anna, &own, &export);
        let words = told(&shown);
        assert!(!words.contains("Colonne da controllare") && !words.contains("non si possono accettare"), "{words}");
        let words = told(&anna.send(&shown, &own, &[("confirm", "yes")]));
        assert!(words.contains("7 questionari registrati ora"), "{words}");
        assert_eq!(count(&pages.site, survey), 7);
    }
}

/// What Microsoft Forms would write of these headings and rows.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, row) in (0..).zip(rows) {
        sheet.write_row(at, 0, row.iter().copied()).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

const HEADINGS: [&str; 8] = [
    "ID",
    "Ora di inizio",
    "Ora di completamento",
    "Posta elettronica",
    "Nome",
    "Informazioni ricevute",
    "Orari di apertura",
    "Facoltà",
];

#[test]
fn the_command_takes_a_workbook_of_microsoft_forms_as_it_is() {
    let desk = Desk::new();
    let (site, survey) = desk.open_univer();
    let row = |id, when, judged, hours, faculty| [id, when, when, "anonymous", "", judged, hours, faculty];
    let first = row("1", "2002-03-05 10:12", "Soddisfatto", "Very satisfied", "Facoltà 2");
    let second = row("2", "2002-03-06 11:00", "Molto insoddisfatto", "7", "Facoltà 99");
    let file = desk.path("risposte.xlsx");
    std::fs::write(&file, workbook(&[&HEADINGS, &first, &second])).unwrap();
    let arguments = ["--survey", "univer_2002", "--answers", &text(&file)];
    let (report, told, status) = desk.import(&arguments);
    let own = &report["surveys"][0];
    assert_eq!((own["new"].as_u64(), own["again"].as_u64(), status), (Some(1), Some(0), Some(1)), "{told}");
    assert_eq!(own["personal_columns"], serde_json::json!(["Posta elettronica", "Nome"]));
    assert!(told.contains("line 3: Facoltà: \"Facoltà 99\" is not one of the answers"), "{told}");
    let refused = std::fs::read_to_string(desk.path("risposte.refused.csv")).unwrap();
    assert!(refused.contains("Facoltà 99") && !refused.contains("anonymous"), "{refused}");

    // The next export has one row more, and the second was mended at its source.
    let third = row("3", "2002-03-07 09:30", "Indifferente", "4", "Facoltà 1");
    let mended = row("2", "2002-03-06 11:00", "Molto insoddisfatto", "7", "Facoltà 9");
    std::fs::write(&file, workbook(&[&HEADINGS, &first, &mended, &third])).unwrap();
    let (report, told, status) = desk.import(&arguments);
    let own = &report["surveys"][0];
    assert_eq!((own["new"].as_u64(), own["again"].as_u64(), status), (Some(2), Some(1), Some(0)), "{told}");
    assert_eq!(count(&site, survey), 3);
    let version = site.form_version(site.survey(survey).unwrap().form_version).unwrap();
    let hours = version.layout.field(code("officeho").as_str()).unwrap();
    let rows = site.store.read(|db| store::response::rows(db, survey)).unwrap();
    let mut given: Vec<String> = rows.iter().map(|(_, row)| format!("{:?}", hours.read(&row.closed))).collect();
    given.sort();
    assert_eq!(given, ["Given(4)", "Given(6)", "Given(7)"]);
}

#[test]
fn the_command_decides_no_doubt_by_itself_and_a_sheet_after_the_csv_adds_nothing() {
    let desk = Desk::new();
    let (site, survey) = desk.open_univer();
    let file = desk.path("risposte.csv");
    let csv = "Timestamp,Informazioni che ho ricevute,Facoltà,Chi sono\n1/2/2002 10:12:20,Soddisfatto,Facoltà 2,Anna\n\
               3/4/2002 0:00:20,Indifferente,Facoltà 1,Bruno\n3/4/2002 11:00:00,Soddisfatto,Facoltà 99,Carla\n";
    std::fs::write(&file, csv).unwrap();
    let arguments = ["import", "--survey", "univer_2002", "--answers", &text(&file)];
    let import = |more: &[&str]| {
        let output = desk.run(&[&arguments[..], more].concat());
        let [out, told] = [output.stdout, output.stderr].map(|own| String::from_utf8(own).unwrap());
        (out, told, output.status.code())
    };
    let (_, told, status) = import(&[]);
    assert!(told.contains("Nothing was kept") && told.contains("--likely read") && told.contains("che ho ricevute"), "{told}");
    assert_eq!((status, count(&site, survey)), (Some(1), 0));
    let (_, told, status) = import(&["--likely", "read"]);
    assert!(
        told.contains("Nothing was kept") && told.contains("--days month_first") && told.contains("1 February 2002"),
        "{told}"
    );
    assert_eq!((status, count(&site, survey)), (Some(1), 0));
    let (out, told, status) = import(&["--likely", "read", "--days", "month_first"]);
    assert!(out.contains("\"1/2/2002 10:12:20\" is 2 January 2002"), "{out}");
    assert_eq!((status, count(&site, survey)), (Some(1), 2), "{told}");
    let refused = std::fs::read_to_string(desk.path("risposte.refused.csv")).unwrap();
    assert!(refused.contains("Facoltà 99") && !refused.contains("Carla"), "what nobody knows is not given on: {refused}");

    // The linked sheet: days are days, seconds are lost, a heading was mended, and there is one row more.
    let sheet = workbook(&[
        &["Timestamp", "Informazioni ricevute", "Facoltà *", "Chi sono"],
        &["2002-01-02 10:12", "Soddisfatto", "Facoltà 2", "Anna"],
        &["2002-03-04 00:00", "Indifferente", "Facoltà 1", "Bruno"],
        &["2002-03-05 09:00", "Indifferente", "Facoltà 1", ""],
    ]);
    std::fs::write(&file, sheet).unwrap();
    let (out, told, status) = import(&[]);
    assert_eq!((status, count(&site, survey)), (Some(0), 3), "{out} {told}");
}
