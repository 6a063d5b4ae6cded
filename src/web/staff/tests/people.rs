//! What a survey's page says of the people behind it, and how they are forgotten.

use super::Clerk;
use crate::flows::read_reports::{Received, receive_report};
use crate::office::Role;
use crate::store;
use crate::web::tests::Town;

fn addresses(count: usize) -> String {
    (0..count).fold("email\r\n".to_owned(), |file, person| format!("{file}p{person}@example.it\r\n"))
}

#[test]
fn a_small_crowd_is_told_with_its_reason() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "ines_crowd", Role::Staff);
    let own = format!("/staff/surveys/{}", town.survey);
    let contacts = format!("{own}/contacts");
    let reason = "potrebbe indovinare chi ha dato una risposta";
    assert!(!clerk.get(&own).text.contains(reason), "nobody is invited");
    clerk.take_in(&contacts, &addresses(9));
    let few = clerk.get(&own).text;
    assert!(few.contains("Sono invitate solo 9 persone: meno di dieci") && few.contains(reason), "{few}");
    clerk.take_in(&contacts, &addresses(11));
    assert!(!clerk.get(&own).text.contains(reason), "eleven are a crowd");
    clerk.post(&format!("{contacts}/invite"), "");
    let invited = town.site.store.read(|db| store::invitation::list(db, town.survey)).unwrap();
    for invitation in &invited[..2] {
        let person = town.site.store.read(|db| store::invitation::find_recipient(db, *invitation)).unwrap().contact;
        assert!(town.site.store.write(|db| store::contact::opt_out(db, person.id)).unwrap());
    }
    let left = clerk.get(&own).text;
    assert!(left.contains("restano solo 9 persone invitate: meno di dieci") && left.contains(reason), "{left}");
}

#[test]
fn who_reads_results_reads_nobodys_mail() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "elsa_mail", Role::Staff);
    let contacts = format!("/staff/surveys/{}/contacts", town.survey);
    clerk.take_in(&contacts, &addresses(12));
    clerk.post(&format!("{contacts}/invite"), "");
    let letter = b"From: p1@example.it\nSubject: una cosa mia\n\nSono in ospedale.\n";
    assert_eq!(receive_report(&town.site, letter).unwrap(), Received::Kept);
    let list = clerk.get("/staff/reports").text;
    let own = list.split("href=\"").find_map(|rest| rest.split_once("\">una cosa mia")).expect("it is listed").0.to_owned();
    assert!(clerk.get(&own).text.contains("Sono in ospedale"));
    let head = Clerk::sign_in(&town, "capo_mail", Role::Leadership);
    for path in ["/staff/reports", &own, "/staff/reports/99999"] {
        let refused = head.get(path);
        assert!(refused.status == 403 && !refused.text.contains("una cosa mia"), "{path} {}", refused.text);
    }
    assert_eq!(head.post(&own, "meaning=nothing").status, 403);
    for path in ["/staff", &contacts] {
        assert!(clerk.get(path).text.contains("\"/staff/reports\""), "{path}");
        assert!(!head.get(path).text.contains("\"/staff/reports\""), "{path}");
    }
}

#[test]
fn contacts_of_a_closed_survey_are_forgotten_after_a_question() {
    let town = Town::annual();
    let clerk = Clerk::sign_in(&town, "dora_forget", Role::Staff);
    let own = format!("/staff/surveys/{}", town.survey);
    let (contacts, forget) = (format!("{own}/contacts"), format!("{own}/forget"));
    clerk.take_in(&contacts, &addresses(12));
    clerk.post(&format!("{contacts}/invite"), "");
    assert!(!clerk.get(&contacts).text.contains(&forget));
    assert_eq!((clerk.get(&forget).status, clerk.post(&forget, "").status), (409, 409), "the survey is open");
    assert_eq!(clerk.post(&format!("{own}/close"), "").status, 303);
    // Closed on 3 March; thirty days are the default.
    let shown = clerk.get(&contacts).text;
    assert!(shown.contains(&format!("href=\"{forget}\"")) && shown.contains("2 aprile 2026"), "{shown}");
    let asked = clerk.get(&forget).text;
    assert!(asked.contains("Nomi e indirizzi di 12 destinatari") && asked.contains("2 aprile 2026"), "{asked}");
    let left = || town.site.store.read(|db| store::contact::count(db, town.survey)).unwrap();
    assert_eq!(left(), 12, "asking changes nothing");
    let head = Clerk::sign_in(&town, "capo_forget", Role::Leadership);
    assert_eq!((head.get(&forget).status, head.post(&forget, "").status, left()), (403, 403, 12));
    let forgotten = clerk.post(&forget, "");
    assert_eq!(forgotten.status, 303, "{}", forgotten.text);
    assert_eq!(forgotten.header("location"), format!("{own}?done=staff-done-forget&count=12"));
    assert!(clerk.get(forgotten.header("location")).text.contains("12 destinatari sono stati cancellati"));
    assert_eq!(left(), 0);
    assert_eq!(town.site.store.read(|db| store::invitation::count(db, town.survey)).unwrap(), 12, "the count stays");
    let certified = clerk.get(&contacts).text.replace("&#39;", "'");
    for words in ["3 marzo 2026, su richiesta dell'ufficio", "Cancellati 12 destinatari", "Restano 12 inviti senza nome"] {
        assert!(certified.contains(words), "{words}: {certified}");
    }
    assert!(!certified.contains(&forget) && clerk.get(&forget).status == 404);
    assert!(clerk.post(&forget, "").header("location").ends_with("count=0"), "twice deletes nothing more");
    let certificates = town.site.store.read(|db| store::contact_deletion::list(db, town.survey)).unwrap();
    assert_eq!(certificates.len(), 1, "and certifies nothing");
}
