//! Files that people bring: broken TOML, tables with missing columns or bad rows.

use super::{Town, assert_says};
use crate::support::database::{Fresh, on_both_engines};
use crate::support::street::{Page, form_of, multipart};
use ascolto::store;
use std::path::Path;
use std::process::{Command, Output};

const BROKEN: &str = "code = \"prova\"\nlanguages = [\"it\"]\ntitle = 7\n";

fn ascolto(fresh: &Fresh, language: &str, arguments: &[&str]) -> Output {
    let file = |name: &str| fresh.folder.path().join(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_ascolto"));
    command.args(arguments).env_remove("LC_ALL").env("LANG", language);
    command.env("ASCOLTO_DATABASE_URL", &fresh.url).env("ASCOLTO_DATABASE_KEY_FILE", file("ascolto.keys"));
    command.env("ASCOLTO_MAIL_FOLDER", file("outbox")).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn write(fresh: &Fresh, name: &str, text: &str) -> String {
    let path = fresh.folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn upload(town: &Town, cookie: &str, secret: &str, language: &str, file: &str) -> Page {
    let part = |rest: &str| format!("--b\r\nContent-Disposition: form-data; {rest}\r\n");
    let file = part(&format!("name=\"file\"; filename=\"c.csv\"\r\nContent-Type: text/csv\r\n\r\n{file}"));
    let body = format!("{}{file}--b--\r\n", part(&format!("name=\"_secret\"\r\n\r\n{secret}")));
    let url = town.url(&format!("/staff/surveys/{}/contacts?lang={language}", town.survey));
    town.browser.send(&url, cookie, "multipart/form-data; boundary=b", body.as_bytes())
}

/// Takes in a file of contacts that was looked at.
fn take_in(town: &Town, cookie: &str, language: &str, looked: &Page) -> Page {
    let url = town.url(&format!("/staff/surveys/{}/contacts?lang={language}", town.survey));
    let body = multipart(&form_of(looked, "looked", &[("confirm", "yes")]), None);
    town.browser.send(&url, cookie, "multipart/form-data; boundary=b", &body)
}

fn contacts(town: &Town) -> u64 {
    town.site.store.read(|db| store::contact::count(db, town.survey)).unwrap()
}

#[test]
fn a_broken_form_is_refused_at_line_and_caret() {
    let fresh = Fresh::sqlite();
    let path = write(&fresh, "prova.toml", BROKEN);
    for (language, words) in [("it_IT.UTF-8", "`title` dev'essere"), ("en_GB.UTF-8", "`title` must be")] {
        let refused = ascolto(&fresh, language, &["check", &path]);
        let said = told(&refused) + &String::from_utf8(refused.stdout.clone()).unwrap();
        assert_eq!(refused.status.code(), Some(1), "{said}");
        assert!(said.contains("prova.toml:3:9") && said.contains("title = 7") && said.contains('^'), "{said}");
        assert!(said.contains(words), "{said}");
    }
    assert_eq!(std::fs::read_to_string(Path::new(&path)).unwrap(), BROKEN, "the file is left as it was");
}

on_both_engines! {
    fn a_broken_form_on_the_plans_page_stays_there_with_all_that_was_typed(fresh: &Fresh) {
        let town = Town::open(fresh);
        let (cookie, secret) = town.sign_in();
        let office = town.site.store.read(store::office::list).unwrap()[0].id.0.to_string();
        let typed = [
            ("_secret", &*secret), ("office", &*office), ("year", "2027"), ("title", "Nuova prova"), ("code", "urp_2027"),
            ("form", "catalog:urp-annuale"), ("opens_on", "2027-03-01"), ("closes_on", "2027-03-31"), ("collecting_days", "7"),
            ("channels", "web"), ("planned_responses", "321"), ("privacy_threshold", "5"), ("form_text", BROKEN),
        ];
        let typed: Vec<_> = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        for language in ["it", "en"] {
            let url = town.url(&format!("/staff/surveys/new?lang={language}"));
            let refused = town.browser.post_as(&url, &cookie, &typed);
            let kept = ["title = 7", ":3:9", "value=\"Nuova prova\"", "value=\"321\"", "value=\"2027-03-31\""];
            assert_says(&refused, 422, language, &kept);
        }
    }

    fn contacts_without_a_column_of_addresses_are_refused_and_good_rows_of_a_bad_file_are_kept(fresh: &Fresh) {
        let town = Town::open(fresh);
        let (cookie, secret) = town.sign_in();
        for (language, words) in [("it", "Nessuna colonna contiene gli indirizzi"), ("en", "No column holds")] {
            assert_says(&upload(&town, &cookie, &secret, language, "nome\nRosa\n"), 422, language, &[words]);
            assert_eq!(contacts(&town), 0);
        }
        let file = "nome;email\nRosa;rosa@example.org\nUgo;ugo chiocciola example\nEva;eva@example.org\n";
        let looked = upload(&town, &cookie, &secret, "it", file);
        assert_says(&looked, 200, "it", &["3 righe lette", "2 nuovi destinatari", "Riga 3", "Finora non è stato conservato nulla"]);
        assert_eq!(contacts(&town), 0);
        let report = take_in(&town, &cookie, "it", &looked);
        assert_says(&report, 200, "it", &["3 righe lette", "2 destinatari aggiunti", "Riga 3"]);
        assert_eq!(contacts(&town), 2);
        let again = upload(&town, &cookie, &secret, "en", file);
        assert_says(&again, 200, "en", &["3 rows read", "Line 3", "No new contact"]);
        assert_eq!(contacts(&town), 2);
    }

    fn answers_with_a_missing_column_are_refused_and_good_rows_of_a_bad_file_are_kept(fresh: &Fresh) {
        let town = Town::open(fresh);
        let mapping = write(fresh, "mapping.toml", "[channel]\nall = \"web\"\n[columns]\n\"Giudizio\" = \"overall\"\n\"Note\" = \"comment\"\n");
        let narrow = write(fresh, "narrow.csv", "Giudizio\n4\n");
        let rows = write(fresh, "rows.csv", "Giudizio;Note\n4;Bene\n9;Mai visto\n;Senza giudizio\n5;Ottimo\n");
        let import = |language: &str, answers: &str| {
            ascolto(fresh, language, &["import", "--survey", "urp_2026", "--answers", answers, "--mapping", &mapping])
        };
        for (language, words) in [("it_IT.UTF-8", "qui non è una colonna"), ("en_GB.UTF-8", "is no column here")] {
            let refused = import(language, &narrow);
            assert_eq!(refused.status.code(), Some(1), "{}", told(&refused));
            assert!(told(&refused).contains("\"Note\"") && told(&refused).contains(words), "{}", told(&refused));
            assert_eq!(town.responses(), 0);
        }
        for (language, words) in [("it_IT.UTF-8", ["non prevede questa risposta", "manca"]), ("en_GB.UTF-8", ["has no such answer", "missing"])] {
            let imported = import(language, &rows);
            assert_eq!(imported.status.code(), Some(1), "{}", told(&imported));
            let left = std::fs::read_to_string(fresh.folder.path().join("rows.refused.csv")).unwrap();
            assert!(left.contains("Mai visto") && left.contains("Senza giudizio") && !left.contains("Ottimo"), "{left}");
            for words in words {
                assert!(left.contains(words) || told(&imported).contains(words), "{words}: {left}\n{}", told(&imported));
            }
            assert_eq!(town.responses(), 2, "the good rows, once");
        }
        assert_eq!(town.comments().len(), 2);
    }
}
