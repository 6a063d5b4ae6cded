//! While answers come in nobody reads what they say, whatever page is opened.

use crate::support::database::on_both_engines;
use crate::support::office::{answer, draft, office, open, site};
use crate::support::street::{Browser, Served};
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::export_answers::export_answers;
use ascolto::flows::moderate_comments::moderate_comment;
use ascolto::flows::publish_report::publish_report;
use ascolto::flows::read_results::read_results;
use ascolto::flows::sign_in::{add_account, sign_in};
use ascolto::flows::{Refused, Stop};
use ascolto::follow_up::Moderation;
use ascolto::ids::{EditionId, SurveyId};
use ascolto::office::Role;
use ascolto::secret::Secret;
use ascolto::site::Site;
use ascolto::store;
use ascolto::text::Language;
use std::net::TcpListener;

const ANSWERS: usize = 40;

/// A year of one office: two surveys in the field, as many answers in each as in any other office's.
struct Year {
    name: &'static str,
    edition: EditionId,
    surveys: [SurveyId; 2],
}

fn open_year(site: &Site, name: &'static str, overall: &str, comment: &str) -> Year {
    let (id, charter) = office(site, name);
    let surveys = ["desk", "phone"].map(|variant| {
        let survey = open(site, &draft(site, id, Some(charter), &format!("{name}_{variant}")), 900);
        for citizen in 0..ANSWERS {
            let mut answers = vec![("overall", overall), ("courtesy", overall)];
            answers.extend((citizen == 0).then_some(("comment", comment)));
            answer(site, survey, &answers);
        }
        survey
    });
    Year { name, edition: site.survey(surveys[0]).unwrap().edition, surveys }
}

/// Everything that staff can open of a year, without what names the year.
fn pages(year: &Year, base: &str, browser: &Browser, cookie: &str) -> Vec<(String, String)> {
    let edition = ["", "/report.pdf", "/comments", "/comments?state=approved", "/figures", "/actions"];
    let edition = edition.map(|rest| format!("/staff/editions/{}{rest}", year.edition));
    let of_survey = |survey: &SurveyId| ["", "/contacts", "/form"].map(|rest| format!("/staff/surveys/{survey}{rest}"));
    let paths = edition.into_iter().chain(year.surveys.iter().flat_map(of_survey));
    let shown = paths.map(|path| {
        let page = browser.get_as(&format!("{base}{path}"), cookie);
        let mut text = page.text.replace(&format!("/editions/{}", year.edition), "/editions/E").replace(year.name, "NAME");
        for (number, survey) in year.surveys.iter().enumerate() {
            text = text.replace(&format!("/surveys/{survey}"), &format!("/surveys/S{number}"));
        }
        // A seal covers the survey's address.
        let text = text.lines().filter(|line| !line.contains("SHA-256")).collect::<Vec<_>>().join("\n");
        (path, format!("{} {text}", page.status))
    });
    shown.collect()
}

fn waits<T>(outcome: Result<T, Stop>) -> bool {
    matches!(outcome, Err(Stop::Refused(Refused::StillCollecting)))
}

on_both_engines! {
    fn no_page_of_staff_tells_what_was_answered_before_closing(fresh: &Fresh) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let site = site(fresh, &base);
        let years = [open_year(&site, "alfa", "5", "Personale gentile"), open_year(&site, "beta", "1", "Troppa attesa")];
        let password = Secret::new("una frase abbastanza lunga");
        add_account(&site, "anna", "Anna", Role::Staff, &password).unwrap();
        let cookie = format!("ascolto={}", sign_in(&site, "anna", &password).unwrap().token.expose());
        let (_served, browser) = (Served::start(site.clone(), listener), Browser::new());

        let both = || years.each_ref().map(|year| pages(year, &base, &browser, &cookie));
        let same = |[one, other]: [Vec<(String, String)>; 2]| {
            assert_eq!(one.len(), 12);
            for ((path, one), (_, other)) in one.into_iter().zip(other) {
                assert_eq!(one, other, "{path}: what was answered changes the page");
            }
        };
        let shown = both();
        assert!(shown[0][0].1.contains("dopo la chiusura") && shown[0][0].1.contains(">40<"), "{}", shown[0][0].1);
        assert!(shown[0][1].1.starts_with("409 "), "{}", shown[0][1].1);
        same(shown);

        // One of the two surveys is closed: the year is not over.
        for year in &years {
            close_survey(&site, year.surveys[0]).unwrap();
            assert!(waits(read_results(&site, year.edition)) && waits(publish_report(&site, year.edition, "")));
            let closed = site.survey(year.surveys[0]).unwrap();
            assert!(waits(export_answers(&site, &closed, &Language::italian())));
            let comments = site.store.read(|db| store::comment::list(db, closed.id, Moderation::Pending, 0, 9)).unwrap();
            assert!(waits(moderate_comment(&site, closed.id, comments[0].id, Moderation::Pending, Moderation::Approved)));
        }
        same(both());

        for year in &years {
            close_survey(&site, year.surveys[1]).unwrap();
            assert_eq!(read_results(&site, year.edition).unwrap().findings.rows(), 2 * ANSWERS as u64);
            publish_report(&site, year.edition, "").unwrap();
        }
        let shown = |rest: &str| {
            years.each_ref().map(|year| browser.get_as(&format!("{base}/staff/editions/{}{rest}", year.edition), &cookie).text)
        };
        let ([good, bad], [_, comments]) = (shown(""), shown("/comments"));
        assert!(good.contains("<svg") && bad.contains("<svg") && good != bad, "{good}");
        assert!(comments.contains("Troppa attesa"), "{comments}");
    }
}
