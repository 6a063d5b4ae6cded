//! An example of made-up answers says so on every page, above all when something is wrong: nobody takes it for the office's own.

use super::links::invite;
use super::{ANSWERS, Town, day};
use crate::support::database::on_both_engines;
use crate::support::street::{Page, fields_of};
use ascolto::flows::place_kiosk::{kiosk_link, place_kiosk, revoke_kiosk};
use ascolto::store;

const RENAME: &str = "ALTER TABLE office RENAME TO gone";

fn says_so(page: Page, status: u16) {
    assert_eq!(page.status, status, "{}", page.text);
    assert!(page.text.contains("class=\"simulated\"") && page.text.contains("Dati simulati"), "{}", page.text);
}

on_both_engines! {
    fn every_page_of_an_example_says_that_it_is_one_also_when_something_is_wrong(fresh: &Fresh) {
        let town = Town::with(fresh, true, |_| ());
        let link = invite(&town, fresh);
        let filled = fields_of(&town.get(&link), &ANSWERS.map(|(name, value)| (name, value.to_owned())));
        assert_eq!(town.post(&link, &filled).status, 303);
        let kiosk = place_kiosk(&town.site, town.survey, "Atrio").unwrap();
        let placed = town.site.store.read(|db| store::kiosk::find(db, kiosk)).unwrap();
        let kiosk_link = kiosk_link(&town.site, &placed).unwrap().replace(&town.base, "");
        revoke_kiosk(&town.site, kiosk).unwrap();
        let sent = |body: &[u8]| town.browser.send(&town.url("/q/urp_2026"), "", "application/x-www-form-urlencoded", body);
        says_so(town.get("/"), 200);
        says_so(town.get("/staff/sign-in"), 200);
        says_so(town.get(&link), 200);
        says_so(town.get("/q/nessuna"), 404);
        says_so(town.get("/nessuna"), 404);
        says_so(town.get(&kiosk_link), 410);
        says_so(town.post("/q/urp_2026/thanks", &[]), 405);
        says_so(sent(b"\xff=1"), 400);
        says_so(sent("a".repeat(1_000_000).as_bytes()), 413);
        let (cookie, _) = town.sign_in();
        says_so(town.browser.get_as(&town.url("/staff"), &cookie), 200);
        says_so(town.browser.get_as(&town.url("/staff/surveys/999"), &cookie), 404);
        town.to_day(day(1));
        says_so(town.get("/q/urp_2026"), 403);
        town.to_day(day(31).succ_opt().unwrap());
        says_so(town.get("/q/urp_2026"), 410);
        town.to_day(day(3));
        town.fill_the_disk();
        says_so(town.answer_until_full("it").1, 503);
        town.order(RENAME, RENAME);
        // What was read in the last second is read anew.
        town.site.forget_surveys();
        says_so(town.get("/q/urp_2026"), 500);
    }

    fn one_real_survey_makes_the_installation_real(fresh: &Fresh) {
        let town = Town::with(fresh, true, |_| ());
        says_so(town.get("/nessuna"), 404);
        town.order("UPDATE survey SET simulated = 0", "UPDATE survey SET simulated = false");
        town.site.forget_surveys();
        assert!(!town.get("/q/urp_2026").text.contains("Dati simulati"));
        assert!(!town.get("/nessuna").text.contains("Dati simulati"));
    }
}
