//! Two editions side by side: another scale breaks the line, other words are a caveat.

use crate::support::database::{Fresh, on_both_engines};
use crate::support::office::{answer, code, site};
use ascolto::analysis::{Change, Comparability};
use ascolto::flows::adopt_charter::adopt_charter;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::make_report::make_report;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{edition_of, found_office, plan_survey};
use ascolto::flows::publish_form::publish_form;
use ascolto::flows::read_results::{Results, read_results};
use ascolto::flows::record_figures::record_past_year;
use ascolto::ids::{CharterId, OfficeId};
use ascolto::report::html;
use ascolto::site::Site;
use ascolto::store::past_figure::PastFigure;
use ascolto::store::survey::Draft;
use ascolto::survey::{Channel, Universe};
use ascolto::text::Language;
use chrono::NaiveDate;

const CHARTER: &str = r#"
code = "counter_charter"
languages = ["it", "en"]
title = { it = "Carta", en = "Charter" }
act = "Esempio"
approved_on = 2024-01-01
valid_from = 2024

[[standards]]
code = "content"
dimension = "effectiveness"
indicator = { survey = "overall", statistic = "satisfied_share" }
target = 0.6
title = { it = "Utenti soddisfatti", en = "Satisfied users" }
promise = { it = "Almeno 60 utenti su 100 sono soddisfatti.", en = "At least 60 users out of 100 are satisfied." }
"#;

/// One question on points from 1 to the last, satisfied from the fourth on.
fn form(last: u8, question: &str) -> String {
    let point = |value: u8| {
        let satisfied = if value >= 4 { ", satisfied = true" } else { "" };
        format!("  {{ value = {value}, label = {{ it = \"{value} punti\", en = \"{value} points\" }}{satisfied} }},\n")
    };
    let points: String = (1..=last).map(point).collect();
    format!(
        r#"
code = "counter"
languages = ["it", "en"]
minutes = 1
title = {{ it = "Lo sportello", en = "The counter" }}

[[scales]]
code = "points"
points = [
{points}]

[[pages]]
code = "one"
title = {{ it = "Giudizio", en = "Judgement" }}

[[pages.questions]]
code = "overall"
kind = "rating"
role = "overall"
scale = "points"
text = {{ it = "{question}", en = "How satisfied are you?" }}
"#
    )
}

fn hold_year(site: &Site, office: OfficeId, charter: CharterId, year: i32, form: &str, contented: usize) -> Results {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    site.clock.set(day(3, 10).and_hms_opt(9, 0, 0).unwrap());
    let draft = Draft {
        edition: edition_of(site, office, year).unwrap(),
        code: code(&format!("counter_{year}")),
        title: "Rilevazione".to_owned(),
        form_version: publish_form(site, "counter.toml", form).unwrap(),
        charter: Some(charter),
        opens_on: day(3, 1),
        closes_on: day(3, 31),
        collecting_days: 7,
        channels: vec![Channel::Web],
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    let survey = plan_survey(site, &draft, &Universe::default()).unwrap();
    open_survey(site, survey).unwrap();
    for citizen in 0..40 {
        answer(site, survey, &[("overall", if citizen < contented { "5" } else { "2" })]);
    }
    close_survey(site, survey).unwrap();
    read_results(site, draft.edition).unwrap()
}

/// 2025 with few contented, 2026 with many; the report of 2026 in Italian and English.
fn two_years(fresh: &Fresh, earlier: &str, later: &str) -> (Results, String, String) {
    let site = site(fresh, "http://127.0.0.1");
    let office = found_office(&site, &code("counter"), "Sportello", "sportello@example.org").unwrap();
    let charter = adopt_charter(&site, office, "carta.toml", CHARTER, "").unwrap();
    hold_year(&site, office, charter, 2025, earlier, 8);
    let results = hold_year(&site, office, charter, 2026, later, 36);
    let page = |language: &Language| html(&make_report(&site, &results, language).unwrap());
    let (italian, english) = (page(&Language::italian()), page(&Language::english()));
    (results, italian, english)
}

const ASKED: &str = "Quanto è soddisfatto?";

on_both_engines! {
    fn another_scale_breaks_the_line(fresh: &Fresh) {
        let (results, italian, english) = two_years(fresh, &form(5, ASKED), &form(7, ASKED));
        assert_eq!(results.findings.comparability("overall"), Some(Comparability::ScaleChanged));
        assert_eq!((results.findings.changes().len(), results.findings.goals()[0].previous), (0, None));
        // Among the changes and beside the years, where both values stand with the break between them.
        assert_eq!(italian.matches("altra scala: non confrontabile").count(), 2, "{italian}");
        assert_eq!(english.matches("another scale: not comparable").count(), 2, "{english}");
        assert!(italian.contains("Il valore del 2025 non è confrontabile"), "{italian}");
        assert!(italian.contains("20\u{a0}% (n = 40)") && italian.contains("90\u{a0}% (n = 40), scala cambiata"), "{italian}");
        assert!(english.contains("90% (n = 40), scale changed"), "{english}");
        // The method alone explains what the words would mean.
        let (findings, _) = italian.split_once("Come si confrontano gli anni").unwrap();
        assert!(["aumento", "calo"].iter().all(|word| !findings.contains(word)), "{italian}");
    }

    fn other_words_are_compared_with_a_caveat(fresh: &Fresh) {
        let (results, italian, english) = two_years(fresh, &form(5, ASKED), &form(5, "Come giudica lo sportello?"));
        assert_eq!(results.findings.comparability("overall"), Some(Comparability::Reworded));
        assert_eq!(results.findings.changes()[0].change, Change::Up);
        assert_eq!(results.findings.goals()[0].previous.unwrap().value, 0.2);
        for said in ["punti), domanda riformulata", "90\u{a0}% (n = 40), domanda riformulata", "Rispetto al 2025 la domanda"] {
            assert!(italian.contains(said), "{said}: {italian}");
        }
        assert!(english.contains("points), question reworded"), "{english}");
    }

    fn the_same_question_is_compared_without_one(fresh: &Fresh) {
        let (results, italian, _) = two_years(fresh, &form(5, ASKED), &form(5, ASKED));
        assert_eq!(results.findings.comparability("overall"), Some(Comparability::Same));
        assert!(italian.contains("+70\u{a0}aumento") && !italian.contains("domanda riformulata"), "{italian}");
    }
    fn the_first_year_has_a_trend_with_the_years_keyed_in(fresh: &Fresh) {
        let site = site(fresh, "http://127.0.0.1");
        let office = found_office(&site, &code("counter"), "Sportello", "sportello@example.org").unwrap();
        let charter = adopt_charter(&site, office, "carta.toml", CHARTER, "").unwrap();
        let first = hold_year(&site, office, charter, 2026, &form(5, ASKED), 36);
        assert!(first.findings.series("overall").unwrap().trend.is_err() && first.compared_year.is_none());
        // In whatever order: the nearest year is the one compared with.
        for (year, satisfied) in [(2024, 28), (2025, 30), (2023, 20)] {
            let figure = PastFigure {
                item: "overall".to_owned(),
                base: 40,
                satisfied: Some(satisfied),
                mean: None,
                deviation: None,
                note: "Relazione".to_owned(),
            };
            record_past_year(&site, first.edition.id, year, &figure).unwrap();
        }
        let results = read_results(&site, first.edition.id).unwrap();
        let series = results.findings.series("overall").unwrap();
        assert_eq!(series.points.iter().map(|point| point.year).collect::<Vec<_>>(), [2023, 2024, 2025, 2026]);
        let trend = series.trend.unwrap();
        assert_eq!((trend.from, trend.to, trend.years, trend.change), (2023, 2026, 4, Change::Up));
        // prop.trend.test(c(20, 28, 30, 36), rep(40, 4))
        assert!((trend.z / 3.905_832_834_322_535 - 1.0).abs() < 1e-10, "{}", trend.z);
        assert_eq!(results.compared_year, Some(2025));
        assert_eq!(results.findings.changes()[0].change, Change::NotDemonstrated, "the last step alone shows nothing");
        let italian = html(&make_report(&site, &results, &Language::italian()).unwrap());
        for said in ["50\u{a0}% (n = 40)", "+12,5 aumento"] {
            assert!(italian.contains(said), "{said}: {italian}");
        }
        // Next year continues the line; the verdict of this year stays as it was.
        let next = hold_year(&site, office, charter, 2027, &form(5, ASKED), 20);
        let before = next.findings.goals()[0].previous.unwrap().verdict;
        assert_eq!((next.compared_year, before), (Some(2026), results.findings.goals()[0].verdict));
        assert_eq!(next.findings.series("overall").unwrap().trend.unwrap().years, 5);
        let again = read_results(&site, first.edition.id).unwrap();
        assert_eq!(again.findings, results.findings, "a later year rewrites nothing");
    }
}
