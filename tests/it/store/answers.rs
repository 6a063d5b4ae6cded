//! The group-commit writer and what is read of responses.

use super::*;
use crate::support::database::on_both_engines;
use diesel::prelude::*;
use std::sync::mpsc;

on_both_engines! {
    fn under_sixty_four_threads_every_acknowledged_response_is_there_once(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let send = |thread: u8| {
            let mut acknowledged = Vec::new();
            for number in 0..25 {
                let response = furnished.response(&[thread, number]);
                assert_eq!(furnished.store.keep_response_blocking(response.clone()).unwrap(), Kept::New);
                assert_eq!(furnished.store.keep_response_blocking(response.clone()).unwrap(), Kept::SameAgain);
                acknowledged.push(response.id);
            }
            acknowledged
        };
        let acknowledged: Vec<ResponseId> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..64).map(|thread| scope.spawn(move || send(thread))).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(acknowledged.len(), 1_600);
        furnished.read(|db| {
            assert_eq!(store::response::count(db, furnished.survey)?, 1_600);
            for id in &acknowledged {
                assert!(store::response::is_there(db, furnished.survey, *id)?);
            }
            let texts = store::comment::count_by_moderation(db, furnished.survey)?;
            assert_eq!(texts, [(ascolto::follow_up::Moderation::Pending, 1_600)]);
            let mut rows: Vec<Vec<u8>> = store::response::rows(db, furnished.survey)?.into_iter().map(|(_, row)| row.closed).collect();
            rows.sort_unstable();
            rows.dedup();
            assert_eq!(rows.len(), 1_600);
            Ok(())
        });
    }

    fn the_same_key_with_other_answers_keeps_the_first(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let first = furnished.response(&[1, 2]);
        let mut other_answer = first.clone();
        other_answer.accepted.closed = vec![1, 3];
        let mut other_text = first.clone();
        other_text.accepted.texts = vec![];
        let sent = vec![first.clone(), first.clone(), other_answer.clone(), other_text];
        let kept: Vec<Kept> = furnished.keep_all(sent).into_iter().map(Result::unwrap).collect();
        assert_eq!(kept, [Kept::New, Kept::SameAgain, Kept::OtherAnswersKept, Kept::OtherAnswersKept]);
        assert_eq!(furnished.store.keep_response_blocking(other_answer).unwrap(), Kept::OtherAnswersKept);
        let rows = furnished.read(|db| store::response::rows(db, furnished.survey));
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].0, &rows[0].1.closed), (furnished.form_version, &first.accepted.closed));
        let strata = &rows[0].1.strata;
        assert_eq!((strata.channel.as_str(), &strata.place, strata.day), ("web", &None, Some(day(2026, 3, 5))));
    }

    fn a_survey_that_takes_no_answers_keeps_none(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let mut response = furnished.response(&[1]);
        for (state, kept) in [(State::Open, Kept::SurveyNotTaking), (State::Collecting, Kept::SurveyNotTaking)] {
            let another = furnished.write(|db| {
                let name = format!("s_{}", state.code());
                store::survey::insert(db, &draft(furnished.edition, furnished.form_version, &name))
            });
            response.survey = another;
            assert_eq!(furnished.store.keep_response_blocking(response.clone()).unwrap(), kept, "draft");
            furnished.write(|db| store::survey::change_state(db, another, State::Draft, state));
            assert_eq!(furnished.store.keep_response_blocking(response.clone()).unwrap(), Kept::New);
            furnished.write(|db| store::survey::close(db, another, state, day(2026, 4, 1)));
            response.id = ResponseId(random_bytes());
            assert_eq!(furnished.store.keep_response_blocking(response.clone()).unwrap(), kept, "closed");
        }
        response.survey = SurveyId(999);
        assert_eq!(furnished.store.keep_response_blocking(response).unwrap(), Kept::SurveyNotTaking);
        assert_eq!(furnished.read(|db| store::response::count(db, furnished.survey)), 0);
    }

    fn one_response_that_cannot_be_stored_takes_no_other_down(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let mut responses: Vec<NewResponse> = (0..100).map(|number| furnished.response(&[number])).collect();
        responses[50].form_version = FormVersionId(999);
        let outcomes = furnished.keep_all(responses);
        for (number, outcome) in outcomes.iter().enumerate() {
            match outcome {
                Ok(kept) => assert!(*kept == Kept::New && number != 50),
                Err(error) => assert!(matches!(error, StoreError::Other(_)) && number == 50, "{number}: {error:?}"),
            }
        }
        assert_eq!(furnished.read(|db| store::response::count(db, furnished.survey)), 99);
    }

    fn when_too_many_wait_the_next_is_told_to_come_again_and_none_is_lost(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let (release, released) = mpsc::channel::<()>();
        let (hold, held) = mpsc::channel();
        let outcomes = std::thread::scope(|scope| {
            let furnished = &furnished;
            // A write that touches the survey and does not end keeps the writer of answers waiting.
            scope.spawn(move || {
                furnished.write(|db| {
                    store::survey::change_state(db, furnished.survey, State::Open, State::Open)?;
                    hold.send(()).unwrap();
                    released.recv().unwrap();
                    Ok(())
                });
            });
            held.recv().unwrap();
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            runtime.block_on(async {
                let sent = (0..6_000u16).map(|number| furnished.response(&number.to_be_bytes()));
                let tasks: Vec<_> = sent
                    .map(|response| {
                        let store = furnished.store.clone();
                        tokio::spawn(async move { store.keep_response(response).await })
                    })
                    .collect();
                tokio::task::yield_now().await;
                release.send(()).unwrap();
                let mut outcomes = Vec::new();
                for task in tasks {
                    outcomes.push(task.await.unwrap());
                }
                outcomes
            })
        });
        let new = outcomes.iter().filter(|outcome| matches!(outcome, Ok(Kept::New))).count();
        let busy = outcomes.iter().filter(|outcome| matches!(outcome, Err(StoreError::Busy))).count();
        assert!(busy > 0 && new >= store::MOST_WAITING, "{new} new, {busy} busy");
        assert_eq!(new + busy, 6_000);
        let count = furnished.read(|db| store::response::count(db, furnished.survey));
        assert_eq!(usize::try_from(count).unwrap(), new);
    }

    fn who_goes_away_while_waiting_is_stored_all_the_same(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let response = furnished.response(&[1]);
        runtime.block_on(async {
            let waiting = tokio::spawn({
                let (store, response) = (furnished.store.clone(), response.clone());
                async move { store.keep_response(response).await }
            });
            tokio::task::yield_now().await;
            waiting.abort();
        });
        assert_eq!(furnished.store.keep_response_blocking(response).unwrap(), Kept::SameAgain);
    }

    fn counts_by_channel_and_day_add_up(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let mut responses: Vec<NewResponse> = (0..6).map(|number| furnished.response(&[number])).collect();
        for (response, channel) in responses.iter_mut().zip([Channel::Web, Channel::Email, Channel::Kiosk, Channel::Web]) {
            response.channel = channel;
        }
        responses[2].place = "hall".into();
        responses[5].answered_on = day(2026, 3, 6);
        for outcome in furnished.keep_all(responses) {
            assert_eq!(outcome.unwrap(), Kept::New);
        }
        furnished.read(|db| {
            let by_channel = store::response::count_by_channel(db, furnished.survey)?;
            assert_eq!(by_channel, [(Channel::Email, 1), (Channel::Kiosk, 1), (Channel::Web, 4)]);
            assert_eq!(store::response::count_in_batch(db, furnished.survey, Channel::Web, "")?, 4);
            assert_eq!(store::response::count_in_batch(db, furnished.survey, Channel::Web, "another")?, 0);
            let by_day = store::response::count_by_day(db, furnished.survey)?;
            let (fifth, sixth) = (day(2026, 3, 5), day(2026, 3, 6));
            let expected =
                [(fifth, Channel::Email, 1), (fifth, Channel::Kiosk, 1), (fifth, Channel::Web, 3), (sixth, Channel::Web, 1)];
            assert_eq!(by_day, expected);
            let places: Vec<String> =
                store::response::rows(db, furnished.survey)?.into_iter().filter_map(|(_, row)| row.strata.place).collect();
            assert_eq!(places, ["hall"]);
            let listed = store::survey::list_with_counts(db)?;
            assert_eq!(listed.iter().map(|(survey, count)| (survey.id, *count)).collect::<Vec<_>>(), [(furnished.survey, 6)]);
            Ok(())
        });
    }
}

#[test]
fn on_a_full_disk_nothing_is_acknowledged_and_afterwards_it_goes_on() {
    let fresh = Fresh::sqlite();
    let furnished = Furnished::new(&fresh);
    let limit = |pages: u64| {
        let pragma = format!("PRAGMA max_page_count = {pages}");
        // The limit belongs to the connection that writes. It cannot be lower than the file is long.
        furnished.write(|db| Ok(diesel::sql_query(&pragma).execute(db)?))
    };
    limit(1);
    let mut acknowledged = 0;
    let full = loop {
        match furnished.store.keep_response_blocking(furnished.response(&[7; 3_000])) {
            Ok(kept) => assert_eq!(kept, Kept::New),
            Err(error) => break error,
        }
        acknowledged += 1;
    };
    assert!(matches!(full, StoreError::Full), "{full:?}");
    assert!(full.to_string().contains("make room"));
    assert_eq!(furnished.read(|db| store::response::count(db, furnished.survey)), acknowledged);
    limit(1_000_000);
    assert_eq!(furnished.store.keep_response_blocking(furnished.response(&[1])).unwrap(), Kept::New);
}
