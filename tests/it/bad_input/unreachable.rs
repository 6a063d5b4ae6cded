//! A database that goes away while pages are served, and one that is not there at the start.

use super::{ANSWERS, PASSWORD, Town, assert_says, day, send_again};
use crate::support::database::Fresh;
use crate::support::postgres::OwnServer;
use crate::support::street::fields_of;
use ascolto::secret::Secret;
use std::process::Command;

#[test]
fn a_database_that_stops_is_told_and_the_answers_are_kept_until_it_is_back() {
    let Some(mut server) = OwnServer::start() else { return };
    let fresh = Fresh::sqlite();
    let town = Town::with(&fresh, false, |config| config.database_url = Secret::new(server.url()));
    let (cookie, secret) = town.sign_in();
    let typed = [("it", town.fill_in("it", &ANSWERS)), ("en", town.fill_in("en", &ANSWERS))];
    let sheet =
        [("_secret", &*secret), ("_channel", "paper"), ("_batch", "Scatola 1"), ("overall", "4"), ("comment", "Su carta")];
    let sheet: Vec<_> = sheet.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    server.stop();
    let words = [
        ["Il servizio non è disponibile in questo momento", "è conservato in questa pagina"],
        ["The service is not available right now", "it is kept in this page"],
    ];
    let mut kept = Vec::new();
    for ((language, sent), words) in typed.iter().zip(words) {
        let gone = town.post(&format!("/q/urp_2026?lang={language}"), sent);
        assert_says(&gone, 503, language, &words);
        assert_eq!(gone.header("retry-after"), "60");
        kept.push(send_again(&gone, sent));
    }
    // What was read in the last second is read anew.
    town.site.forget_surveys();
    let asked = town.get("/q/urp_2026?lang=it");
    assert_says(&asked, 503, "it", &["Il servizio non è disponibile"]);
    assert!(!asked.text.contains("<form"), "who typed nothing has nothing to send again");
    // Also where the session itself cannot be read.
    let gone = town.browser.post_as(&town.url("/d/urp_2026"), &cookie, &sheet);
    assert_says(&gone, 503, "it", &["Il servizio non è disponibile", "è conservato in questa pagina"]);
    let (staff_address, staff_kept) = send_again(&gone, &sheet);

    server.start_again();
    for (address, fields) in kept {
        let received = town.post(&address, &fields);
        assert_eq!(received.status, 303, "{}", received.text);
    }
    let keyed_in = town.browser.post_as(&town.url(&staff_address), &cookie, &staff_kept);
    assert_eq!(keyed_in.status, 303, "{}", keyed_in.text);
    assert_eq!(town.responses(), 3);
    assert_eq!(fields_of(&town.get("/q/urp_2026"), &[]).len(), typed[0].1.len() - ANSWERS.len(), "everything is as before");
}

#[test]
fn what_came_along_to_the_sign_in_is_kept_while_accounts_cannot_be_read() {
    let fresh = Fresh::sqlite();
    let town = Town::open(&fresh);
    let (cookie, secret) = town.sign_in();
    town.to_day(day(5));
    let typed = [("_secret", &*secret), ("title", "URP 2027")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let over = town.browser.post_as(&town.url("/staff/surveys/new"), &cookie, &typed);
    assert_eq!(over.status, 401, "{}", over.text);
    let mut asked = fields_of(&over, &[("login", "anna".to_owned()), ("password", PASSWORD.to_owned())]);
    asked.pop();
    town.order("ALTER TABLE account RENAME TO gone", "");
    let failed = town.post("/staff/sign-in", &asked);
    assert_says(&failed, 500, "it", &["è conservato in questa pagina"]);
    let sent: Vec<_> = asked.iter().filter(|(name, _)| name != "password").cloned().collect();
    let (address, kept) = send_again(&failed, &sent);
    town.order("ALTER TABLE gone RENAME TO account", "");
    let again = town.post(&address, &kept);
    assert!(
        again.status == 401 && again.text.contains("name=\"carried\"") && again.text.contains("value=\"anna\""),
        "{}",
        again.text
    );
    let entered = town.post("/staff/sign-in", &asked);
    assert!(entered.status == 200 && entered.text.contains("URP 2027"), "{}", entered.text);
}

#[test]
fn a_database_that_is_not_there_at_the_start_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere/ascolto.db").display().to_string();
    let languages = [("it_IT.UTF-8", "Il database non è raggiungibile"), ("en_GB.UTF-8", "The database cannot be reached")];
    let places = [("postgres://127.0.0.1:1/ascolto".to_owned(), "127.0.0.1"), (format!("sqlite:{nowhere}"), nowhere.as_str())];
    for ((url, named), (language, words)) in places.iter().flat_map(|place| languages.map(|language| (place, language))) {
        let output = Command::new(env!("CARGO_BIN_EXE_ascolto"))
            .arg("serve")
            .env("ASCOLTO_SERVER_ADDRESS", "127.0.0.1:0")
            .env("ASCOLTO_DATABASE_URL", url)
            .env_remove("LC_ALL")
            .env("LANG", language)
            .env("ASCOLTO_DATABASE_KEY_FILE", folder.path().join("keys"))
            .env("ASCOLTO_MAIL_FOLDER", folder.path().join("outbox"))
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(words) && said.contains(named), "{said}");
    }
}
