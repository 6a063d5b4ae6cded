//! What a year's results rest on: the main survey's universe, the sealed plan, the days in the field, whether it was held.

use crate::support::database::{Fresh, on_both_engines};
use crate::support::office::{answer, day, draft, goal, office, open, site};
use ascolto::charter::Verdict;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::make_report::make_report;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{change_plan, plan_survey};
use ascolto::flows::read_results::read_results;
use ascolto::report::html;
use ascolto::response::Tally;
use ascolto::store::{self, StoreError, survey::Draft};
use ascolto::survey::Universe;
use ascolto::text::Language;
use std::convert::Infallible;
use std::sync::Barrier;

on_both_engines! {
    fn what_is_sealed_is_what_opens(fresh: &Fresh) {
        let site = site(fresh, "http://127.0.0.1");
        let (office, charter) = office(&site, "urp");
        for number in 0..12 {
            let first = draft(&site, office, Some(charter), &format!("urp_{number}"));
            let survey = plan_survey(&site, &first, &Universe::default()).unwrap();
            let both = Barrier::new(2);
            std::thread::scope(|scope| {
                scope.spawn(|| {
                    both.wait();
                    // The plan changes until the survey is open.
                    for planned_responses in 1_000.. {
                        if change_plan(&site, survey, &Draft { planned_responses, ..first.clone() }, &Universe::default()).is_err() {
                            break;
                        }
                    }
                });
                both.wait();
                open_survey(&site, survey).unwrap();
            });
            let (seals, plan) = site
                .store
                .read(|db| Ok((store::seal::list(db, survey)?, store::survey::plan(db, survey)?)))
                .unwrap();
            assert_eq!(seals.len(), 1);
            let sealed: serde_json::Value = serde_json::from_str(&seals[0].body).unwrap();
            assert_eq!(sealed["planned_responses"], plan.planned_responses);
        }
    }
}

#[test]
fn the_universe_is_the_main_surveys() {
    let fresh = Fresh::sqlite();
    let site = site(&fresh, "http://127.0.0.1");
    let (office, charter) = office(&site, "urp");
    // By its code the other survey comes first; the charter makes the second the main one.
    let other = open(&site, &draft(&site, office, None, "a_other"), 111);
    let main = open(&site, &draft(&site, office, Some(charter), "b_main"), 900);
    for survey in [other, main] {
        answer(&site, survey, &[("overall", "4")]);
        close_survey(&site, survey).unwrap();
    }
    let results = read_results(&site, site.survey(main).unwrap().edition).unwrap();
    assert_eq!((results.main.id, results.findings.sample().universe), (main, 900));
    assert_eq!(results.findings.rows(), 2);
}

#[test]
fn a_survey_counts_as_held_when_somebody_answered_and_its_variants_are_one() {
    let fresh = Fresh::sqlite();
    let site = site(&fresh, "http://127.0.0.1");
    let found = ["silent", "heard"].map(|name| {
        let (office, charter) = office(&site, name);
        let surveys = ["desk", "phone"].map(|variant| {
            let survey = open(&site, &draft(&site, office, Some(charter), &format!("{name}_{variant}")), 900);
            if name == "heard" {
                answer(&site, survey, &[("overall", "4")]);
            }
            close_survey(&site, survey).unwrap();
            survey
        });
        let results = read_results(&site, site.survey(surveys[0]).unwrap().edition).unwrap();
        let held = goal(&results, "yearly_survey");
        (held.value, held.verdict)
    });
    assert_eq!(found, [(Some(0.0), Verdict::NotReached), (Some(1.0), Verdict::Reached)]);
}

#[test]
fn the_days_in_the_field_end_when_the_survey_was_closed() {
    let fresh = Fresh::sqlite();
    let site = site(&fresh, "http://127.0.0.1");
    let (office, charter) = office(&site, "urp");
    let survey = open(&site, &draft(&site, office, Some(charter), "urp_2026"), 900);
    answer(&site, survey, &[("overall", "4")]);
    site.clock.set(day(3, 20).and_hms_opt(9, 0, 0).unwrap());
    close_survey(&site, survey).unwrap();
    site.clock.set(day(5, 2).and_hms_opt(9, 0, 0).unwrap());
    let results = read_results(&site, site.survey(survey).unwrap().edition).unwrap();
    let page = html(&make_report(&site, &results, &Language::italian()).unwrap());
    assert!(page.contains("20 marzo 2026") && !page.contains("31 marzo 2026"), "{page}");
}

#[test]
fn the_answers_to_closed_surveys_are_counted_once() {
    let fresh = Fresh::sqlite();
    let site = site(&fresh, "http://127.0.0.1");
    let (office, charter) = office(&site, "urp");
    let survey = open(&site, &draft(&site, office, Some(charter), "urp_2026"), 900);
    answer(&site, survey, &[("overall", "4")]);
    close_survey(&site, survey).unwrap();
    let survey = site.survey(survey).unwrap();
    let first = read_results(&site, survey.edition).unwrap();
    let known =
        site.tally(survey.form_version, &[survey.id], || -> Result<Tally, StoreError> { panic!("counted again") }).unwrap();
    assert_eq!((known.rows, first.findings.rows()), (1, 1));
    let counted = site.tally(survey.form_version, &[], || Ok::<_, Infallible>(Tally { rows: 7, ..known.as_ref().clone() }));
    assert_eq!(counted.unwrap().rows, 7, "other surveys have counts of their own");
}
