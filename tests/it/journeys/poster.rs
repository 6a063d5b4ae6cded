//! The poster of a survey: who gets it, in which languages and sizes, and when there is none.

use crate::support::database::on_both_engines;
use crate::support::office::{self, code, day};
use crate::support::street::{Browser, Served, fields_of};
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::plan_survey;
use ascolto::flows::sign_in::add_account;
use ascolto::ids::SurveyId;
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store::survey::Draft;
use ascolto::survey::{Channel, Universe};
use std::net::TcpListener;

const PASSWORD: &str = "una frase abbastanza lunga";

/// Somebody signed in on an address.
fn signed_in(base: &str, login: &str) -> Browser {
    let browser = Browser::new();
    let shown = browser.get(&format!("{base}/staff/sign-in"));
    let typed = [("login", login.to_owned()), ("password", PASSWORD.to_owned())];
    assert_eq!(browser.post(&format!("{base}/staff/sign-in"), &fields_of(&shown, &typed)).status, 303);
    browser
}

fn planned(site: &Site, draft: &Draft) -> SurveyId {
    plan_survey(site, draft, &Universe::default()).unwrap()
}

on_both_engines! {
    fn the_poster_of_an_open_survey_is_for_all_at_work_and_one_that_leads_nowhere_is_refused_in_words(fresh: &Fresh) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let site = office::site(fresh, &base);
        let (urp, charter) = office::office(&site, "urp");
        let draft = office::draft(&site, urp, Some(charter), "urp_2026");
        let survey = planned(&site, &draft);
        let by_post = Draft { code: code("urp_post"), channels: vec![Channel::Paper], ..draft.clone() };
        let by_post = planned(&site, &by_post);
        open_survey(&site, by_post).unwrap();
        for (login, role) in [("anna", Role::Staff), ("dora", Role::Leadership)] {
            add_account(&site, login, login, role, &Secret::new(PASSWORD)).unwrap();
        }
        let _served = Served::start(site.clone(), listener);
        let of = |survey: SurveyId| format!("{base}/staff/surveys/{survey}");
        let anna = signed_in(&base, "anna");
        let refused = |browser: &Browser, address: &str, words: &str| {
            let page = browser.get(address);
            assert!(page.status == 422 && page.text.contains(words), "{} {}", page.status, page.text);
        };

        refused(&anna, &format!("{}/poster.pdf", of(survey)), "solo mentre la rilevazione è aperta");
        refused(&anna, &format!("{}/poster.pdf", of(by_post)), "non prevede il canale web");
        assert!(!anna.get(&of(survey)).text.contains("poster.pdf") && !anna.get(&of(by_post)).text.contains("poster.pdf"));

        open_survey(&site, survey).unwrap();
        for browser in [&anna, &signed_in(&base, "dora")] {
            let page = browser.get(&of(survey)).text;
            assert!(page.contains(&format!("action=\"/staff/surveys/{survey}/poster.pdf\"")) && page.contains("Locandina da stampare (PDF)"));
            for asked in ["", "?lang=it&size=a4", "?lang=it&lang=en&lang=de&size=a6"] {
                let (status, kind, file) = browser.download(&format!("{}/poster.pdf{asked}", of(survey)));
                assert_eq!((status, kind.as_str(), &file[..5]), (200, "application/pdf", b"%PDF-".as_slice()), "{asked}");
            }
        }
        let (status, _, file) = anna.download(&format!("{}/poster.pdf?lang=de", of(survey)));
        assert!(status == 200 && String::from_utf8_lossy(&file).contains("/Lang(de)"));
        refused(&anna, &format!("{}/poster.pdf?lang=xx", of(survey)), "In questa lingua la locandina non c&#39;è");
        refused(&anna, &format!("{}/poster.pdf?size=a0", of(survey)), "Questo formato non c&#39;è");
        let nobody = Browser::new().get(&format!("{}/poster.pdf", of(survey)));
        assert!(nobody.status == 303 && nobody.location.starts_with("/staff/sign-in"));

        site.clock.set(day(4, 1).and_hms_opt(9, 0, 0).unwrap());
        refused(&signed_in(&base, "anna"), &format!("{}/poster.pdf", of(survey)), "ultimo giorno per rispondere è passato");
    }
}
