//! Files of answers: what a column, a day and a full queue come to.

use crate::support::database::Fresh;
use crate::support::office::{day, draft, office, open, site};
use ascolto::flows::import_answers::{ImportReport, Mapping, RowProblem, import_answers};
use ascolto::form::Value;
use ascolto::ids::{ResponseId, SurveyId};
use ascolto::response::{Accepted, RefusalReason};
use ascolto::secret::random_bytes;
use ascolto::sheet::Sheet;
use ascolto::site::Site;
use ascolto::store::{self, NewResponse, StoreError};
use ascolto::survey::Channel;
use std::future::Future;
use std::pin::pin;
use std::sync::mpsc::channel;
use std::task::{Context, Waker};

fn in_the_field(fresh: &Fresh) -> (Site, SurveyId) {
    let site = site(fresh, "http://127.0.0.1");
    let (office, charter) = office(&site, "urp");
    let survey = open(&site, &draft(&site, office, Some(charter), "urp_2026"), 900);
    (site, survey)
}

fn import(site: &Site, survey: SurveyId, file: &str, mapping: &str) -> ImportReport {
    let sheet = Sheet::read(file.as_bytes()).unwrap();
    let mapping = Mapping::parse("mapping.toml", mapping).unwrap();
    import_answers(site, &site.survey(survey).unwrap(), file.as_bytes(), &sheet, &mapping).unwrap()
}

fn problems(report: &ImportReport) -> Vec<(u64, &str, &RowProblem)> {
    let of = |row: &'_ ascolto::flows::import_answers::RefusedRow| row.line;
    report.refused.iter().flat_map(|row| row.problems.iter().map(move |(field, why)| (of(row), field.as_str(), why))).collect()
}

#[test]
fn a_column_of_an_option_says_whether_it_was_chosen() {
    let fresh = Fresh::sqlite();
    let (site, survey) = in_the_field(&fresh);
    let report = import(&site, survey, "overall,needs_online,needs_updates\n4,1,0\n3,,NA\n5,2,0\n", "");
    assert_eq!((report.new, report.unused_columns.len()), (2, 0), "{report:?}");
    let wrong = RowProblem::Answer(RefusalReason::OutOfRange(0, 1));
    assert_eq!(problems(&report), [(4, "needs_online", &wrong)]);
    let version = site.form_version(site.survey(survey).unwrap().form_version).unwrap();
    let rows = site.store.read(|db| store::response::rows(db, survey)).unwrap();
    let chosen = |code: &str| {
        let field = version.layout.field(code).unwrap();
        let mut values: Vec<Value> = rows.iter().map(|(_, row)| field.read(&row.closed)).collect();
        values.sort_by_key(|value| format!("{value:?}"));
        values
    };
    assert_eq!(chosen("needs_online"), [Value::Blank, Value::Given(1)]);
    assert_eq!(chosen("needs_updates"), [Value::Blank, Value::Given(0)]);
}

#[test]
fn a_day_outside_the_period_or_still_to_come_is_refused() {
    let fresh = Fresh::sqlite();
    let (site, survey) = in_the_field(&fresh);
    let file = "overall;data\n4;2026-03-01\n4;10/03/2026\n4;\n4;1900-01-01\n4;28/02/2026\n4;2026-03-11\n4;2126-03-05\n4;ieri\n";
    let report = import(&site, survey, file, "[day]\ncolumn = \"data\"\n");
    assert_eq!(report.new, 3, "{report:?}");
    let outside = |line, year: i32, month, day| (line, chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap());
    let days = [outside(5, 1900, 1, 1), outside(6, 2026, 2, 28), (7, day(3, 11)), outside(8, 2126, 3, 5)];
    let mut expected: Vec<(u64, RowProblem)> = days.map(|(line, day)| (line, RowProblem::DayOutside(day))).into();
    expected.push((9, RowProblem::Day("ieri".to_owned())));
    let found: Vec<(u64, RowProblem)> = problems(&report).into_iter().map(|(line, _, why)| (line, why.clone())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_file_waits_where_citizens_fill_the_queue() {
    let fresh = Fresh::sqlite();
    let (site, survey) = in_the_field(&fresh);
    let version = site.form_version(site.survey(survey).unwrap().form_version).unwrap();
    let citizen = || NewResponse {
        draft: None,
        id: ResponseId(random_bytes()),
        survey,
        form_version: version.id,
        channel: Channel::Web,
        place: String::new(),
        batch: String::new(),
        answered_on: day(3, 10),
        accepted: Accepted { closed: version.layout.empty(), texts: Vec::new() },
    };
    std::thread::scope(|scope| {
        // Nobody else writes until this one is done, so that the queue fills.
        let ((began, begin), (let_go, may_go)) = (channel(), channel::<()>());
        let blocked = site.clone();
        scope.spawn(move || {
            blocked
                .store
                .write(|_| -> Result<(), StoreError> {
                    began.send(()).unwrap();
                    may_go.recv().unwrap();
                    Ok(())
                })
                .unwrap();
        });
        begin.recv().unwrap();
        let mut waiting = Vec::new();
        loop {
            let mut kept = Box::pin(site.store.keep_response(citizen()));
            match pin!(&mut kept).poll(&mut Context::from_waker(Waker::noop())) {
                std::task::Poll::Ready(Err(StoreError::Busy)) => break,
                std::task::Poll::Ready(other) => panic!("{other:?}"),
                std::task::Poll::Pending => waiting.push(kept),
            }
        }
        let (reached, reach) = channel();
        let importing = scope.spawn({
            let site = &site;
            move || {
                reached.send(()).unwrap();
                import(site, survey, "overall\n4\n5\n", "")
            }
        });
        reach.recv().unwrap();
        let_go.send(()).unwrap();
        assert_eq!(importing.join().unwrap().new, 2);
    });
}
