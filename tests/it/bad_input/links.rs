//! Links that are unknown, used, revoked, early or late.

use super::{ANSWERS, Town, assert_says, day};
use crate::support::database::{Fresh, on_both_engines};
use crate::support::street::{fields_of, find_link};
use ascolto::flows::close_survey::{close_survey, stop_survey};
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::place_kiosk::{kiosk_link, place_kiosk, revoke_kiosk};
use ascolto::flows::queue_letters::queue_invitations;
use ascolto::flows::send_invitations::send_all_due;
use ascolto::store;

/// The personal link of the only letter in the outbox.
pub fn invite(town: &Town, fresh: &Fresh) -> String {
    invite_reader(town, fresh, "it")
}

fn invite_reader(town: &Town, fresh: &Fresh, language: &str) -> String {
    import_contacts(&town.site, town.survey, format!("email;lingua\nrosa@example.org;{language}\n").as_bytes()).unwrap();
    queue_invitations(&town.site, town.survey).unwrap();
    send_all_due(&town.site).unwrap();
    let mut letters = std::fs::read_dir(fresh.folder.path().join("outbox")).unwrap();
    let letter = std::fs::read_to_string(letters.next().unwrap().unwrap().path()).unwrap();
    find_link(&letter, "/i/").unwrap().replace(&town.base, "")
}

on_both_engines! {
    fn an_unknown_link_says_what_to_do(fresh: &Fresh) {
        let town = Town::open(fresh);
        for path in ["/q/nessuna", "/i/AAAAAAAAAAAAAAAAAAAAAA", "/i/corto", "/k/AAAAAAAAAAAAAAAAAAAAAA", "/u/AAAAAAAAAAAAAAAAAAAAAA"] {
            assert_says(&town.get(&format!("{path}?lang=it")), 404, "it", &["Questo collegamento non è valido", "copi per intero"]);
            assert_says(&town.get(&format!("{path}?lang=en")), 404, "en", &["This link is not valid"]);
        }
        let sent = town.fill_in("it", &ANSWERS);
        assert_says(&town.post("/i/AAAAAAAAAAAAAAAAAAAAAA", &sent), 404, "it", &["Questo collegamento non è valido"]);
        assert_eq!(town.responses(), 0);
    }

    fn a_used_link_says_so_and_the_first_answer_stays(fresh: &Fresh) {
        let town = Town::open(fresh);
        let link = invite(&town, fresh);
        let filled = fields_of(&town.get(&link), &ANSWERS.map(|(name, value)| (name, value.to_owned())));
        assert_eq!(town.post(&link, &filled).status, 303);
        assert_says(&town.get(&format!("{link}?lang=it")), 200, "it", &["Lei ha già risposto", "è già stata registrata"]);
        assert_says(&town.get(&format!("{link}?lang=en")), 200, "en", &["You have already answered"]);
        let other: Vec<_> = filled.into_iter().filter(|(name, _)| name != "comment").collect();
        let sent = town.post(&link, &other);
        assert!(sent.status == 303 && sent.location.ends_with("first=kept"), "{}", sent.location);
        assert_says(&town.get(&sent.location), 200, "it", &["Una risposta era già stata registrata"]);
        assert_eq!((town.responses(), town.comments()), (1, vec![ANSWERS[3].1.to_owned()]));
    }

    fn an_invitation_that_the_office_withdrew_says_so(fresh: &Fresh) {
        let town = Town::open(fresh);
        let link = invite(&town, fresh);
        let filled = fields_of(&town.get(&link), &ANSWERS.map(|(name, value)| (name, value.to_owned())));
        let removed = "UPDATE invitation SET contact_id = NULL";
        town.order(removed, removed);
        for (language, words) in [("it", "Questo invito non è più attivo"), ("en", "no longer active"), ("de", "gilt nicht mehr")] {
            assert_says(&town.get(&format!("{link}?lang={language}")), 410, language, &[words]);
        }
        assert_says(&town.post(&link, &filled), 410, "it", &["Questo invito non è più attivo"]);
        assert_eq!(town.responses(), 0);
    }

    fn every_state_of_a_personal_link_is_told_in_the_language_of_its_reader(fresh: &Fresh) {
        let town = Town::open(fresh);
        let links = invite_reader(&town, fresh, "de");
        let german = |status: u16, words: &str| {
            let page = town.browser.get_in(&town.url(&links), "fr");
            assert_says(&page, status, "de", &[words]);
        };
        town.to_day(day(1));
        german(403, "2. März 2026");
        town.to_day(day(3));
        german(200, "name=\"overall\"");
        let filled = fields_of(&town.get(&links), &ANSWERS.map(|(name, value)| (name, value.to_owned())));
        assert_eq!(town.post(&links, &filled).status, 303);
        german(200, "Sie haben bereits geantwortet");
        // Only paper and kiosks' queues are still taken.
        stop_survey(&town.site, town.survey).unwrap();
        german(410, "3. März 2026");
        close_survey(&town.site, town.survey).unwrap();
        german(410, "3. März 2026");
    }

    fn a_revoked_kiosk_says_so(fresh: &Fresh) {
        let town = Town::open(fresh);
        let kiosk = place_kiosk(&town.site, town.survey, "Atrio").unwrap();
        let placed = town.site.store.read(|db| store::kiosk::find(db, kiosk)).unwrap();
        let link = kiosk_link(&town.site, &placed).unwrap().replace(&town.base, "");
        revoke_kiosk(&town.site, kiosk).unwrap();
        assert_says(&town.get(&format!("{link}?lang=it")), 410, "it", &["Questo totem non è più attivo"]);
        assert_says(&town.get(&format!("{link}?lang=en")), 410, "en", &["This kiosk is no longer active"]);
    }

    fn a_survey_that_is_not_open_yet_or_has_closed_names_the_day(fresh: &Fresh) {
        let town = Town::open(fresh);
        let sent = town.fill_in("it", &ANSWERS);
        let link = invite(&town, fresh);
        town.to_day(day(1));
        for path in ["/q/urp_2026", &link] {
            assert_says(&town.get(&format!("{path}?lang=it")), 403, "it", &["non è ancora aperta", "2 marzo 2026"]);
            assert_says(&town.get(&format!("{path}?lang=en")), 403, "en", &["2 March 2026"]);
        }
        town.to_day(day(31).succ_opt().unwrap());
        for path in ["/q/urp_2026", &link] {
            assert_says(&town.get(&format!("{path}?lang=it")), 410, "it", &["La rilevazione è chiusa", "31 marzo 2026"]);
            assert_says(&town.get(&format!("{path}?lang=en")), 410, "en", &["31 March 2026"]);
            assert_says(&town.post(&format!("{path}?lang=it"), &sent), 410, "it", &["La rilevazione è chiusa"]);
        }
        assert_eq!(town.responses(), 0);
    }
}
