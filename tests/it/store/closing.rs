//! Closing: no answer after it, and nothing of the old rows left.

use super::*;
use crate::support::database::on_both_engines;
use ascolto::follow_up::Moderation;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};
use std::sync::atomic::{AtomicU64, Ordering};

fn close(furnished: &Furnished) -> usize {
    let rewritten = furnished.write(|db| {
        assert!(store::survey::close(db, furnished.survey, State::Open, day(2026, 4, 1))?);
        store::response::rewrite_under_random_ids(db, furnished.survey)
    });
    furnished.store.purge().unwrap();
    rewritten
}

fn comments(furnished: &Furnished, moderation: Moderation) -> Vec<ascolto::follow_up::Comment> {
    furnished.read(|db| store::comment::list(db, furnished.survey, moderation, 0, 10_000))
}

on_both_engines! {
    fn every_response_keeps_its_answers_and_texts_and_loses_its_ids(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let responses: Vec<NewResponse> = (0..100).map(|number| furnished.response(&[number, 200])).collect();
        let ids: Vec<ResponseId> = responses.iter().map(|response| response.id).collect();
        assert!(furnished.keep_all(responses).iter().all(|kept| matches!(kept, Ok(Kept::New))));
        let before = comments(&furnished, Moderation::Pending);
        furnished.write(|db| {
            store::comment::moderate(db, furnished.survey, before[0].id, Moderation::Pending, Moderation::Approved)
        });
        assert_eq!(close(&furnished), 100);
        let after = comments(&furnished, Moderation::Pending);
        assert_eq!(after.len(), 99);
        assert!(after.iter().all(|comment| before.iter().all(|earlier| earlier.id != comment.id)));
        assert_eq!(comments(&furnished, Moderation::Approved)[0].text, before[0].text);
        furnished.read(|db| {
            for id in &ids {
                assert!(!store::response::is_there(db, furnished.survey, *id)?);
            }
            let mut rows: Vec<u8> = store::response::rows(db, furnished.survey)?.iter().map(|(_, row)| row.closed[0]).collect();
            assert_ne!(rows, (0..100).collect::<Vec<u8>>(), "they lie in another order");
            rows.sort_unstable();
            assert_eq!(rows, (0..100).collect::<Vec<u8>>());
            check_texts_belong_to_their_responses(db);
            Ok(())
        });
    }

    fn whoever_copies_the_files_after_closing_finds_no_old_id(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let other = furnished.write(|db| {
            let other = store::survey::insert(db, &draft(furnished.edition, furnished.form_version, "other"))?;
            assert!(store::survey::change_state(db, other, State::Draft, State::Open)?);
            Ok(other)
        });
        let mut kept_on = furnished.response(&[77]);
        kept_on.survey = other;
        let responses: Vec<NewResponse> = (0..200).map(|number| furnished.response(&[number])).chain([kept_on.clone()]).collect();
        let ids: Vec<ResponseId> = responses[..200].iter().map(|response| response.id).collect();
        assert!(furnished.keep_all(responses).iter().all(|kept| matches!(kept, Ok(Kept::New))));
        let old_file = (!fresh.is_sqlite()).then(|| table_file(&furnished, "response"));
        close(&furnished);
        assert!(furnished.read(|db| store::response::is_there(db, other, kept_on.id)), "another survey is not touched");
        match old_file {
            Some(old_file) => assert_ne!(table_file(&furnished, "response"), old_file, "the answers lie in a new file"),
            None => {
                let bytes: Vec<u8> = fresh.sqlite_files().iter().flat_map(|file| std::fs::read(file).unwrap()).collect();
                let found = |id: &ResponseId| bytes.windows(16).any(|window| window == id.0);
                assert!(found(&kept_on.id), "the search finds what is there");
                assert_eq!(ids.iter().filter(|id| found(id)).count(), 0);
            }
        }
    }

    fn a_closing_that_was_interrupted_before_the_purge_is_known(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let left = || furnished.read(store::survey::list_to_purge);
        let mark = || furnished.write(|db| store::survey::mark_purged(db, furnished.survey));
        assert!(left().is_empty() && !mark());
        close(&furnished);
        assert_eq!(left(), [furnished.survey]);
        assert!(mark() && !mark());
        assert!(left().is_empty());
    }

    fn an_open_text_belongs_to_a_response(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        assert_eq!(furnished.store.keep_response_blocking(furnished.response(&[1])).unwrap(), Kept::New);
        let key = if fresh.is_sqlite() { "x'00'" } else { "'\\x00'::bytea" };
        let orphan = format!("INSERT INTO open_text SELECT survey_id, {key}, question, {key}, body, moderation FROM open_text");
        let inserted: Result<_, StoreError> = furnished.store.write(|db| Ok(diesel::sql_query(&orphan).execute(db)?));
        assert!(inserted.unwrap_err().to_string().to_lowercase().contains("foreign key"));
        furnished.write(|db| Ok(diesel::sql_query("DELETE FROM response").execute(db)?));
        assert!(comments(&furnished, Moderation::Pending).is_empty());
    }

    fn what_was_acknowledged_before_closing_is_there_and_nothing_comes_after(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let (acknowledged, refused) = (AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for thread in 0..16u8 {
                let (furnished, acknowledged, refused) = (&furnished, &acknowledged, &refused);
                scope.spawn(move || {
                    while furnished.store.keep_response_blocking(furnished.response(&[thread])).unwrap() == Kept::New {
                        acknowledged.fetch_add(1, Ordering::SeqCst);
                    }
                    refused.fetch_add(1, Ordering::SeqCst);
                });
            }
            scope.spawn(|| {
                while acknowledged.load(Ordering::SeqCst) < 100 {
                    std::thread::yield_now();
                }
                close(&furnished);
            });
        });
        assert_eq!(refused.load(Ordering::SeqCst), 16);
        let count = furnished.read(|db| store::response::count(db, furnished.survey));
        assert_eq!(count, acknowledged.load(Ordering::SeqCst));
    }
}

/// Each text of these tests names the closed answers it came with.
fn check_texts_belong_to_their_responses(db: &mut Database) {
    #[derive(QueryableByName)]
    struct Pair {
        #[diesel(sql_type = diesel::sql_types::Binary)]
        closed_answers: Vec<u8>,
        #[diesel(sql_type = Text)]
        body: String,
    }
    let join =
        "SELECT r.closed_answers, t.body FROM open_text t JOIN response r ON r.survey_id = t.survey_id AND r.id = t.response_id";
    let pairs: Vec<Pair> = diesel::sql_query(join).load(db).unwrap();
    assert_eq!(pairs.len(), 100);
    for pair in pairs {
        assert_eq!(pair.body, format!("comment on {:?}", pair.closed_answers));
    }
}

/// The file in which PostgreSQL keeps a survey's rows of a table.
pub fn table_file(furnished: &Furnished, table: &str) -> String {
    #[derive(QueryableByName)]
    struct File {
        #[diesel(sql_type = Nullable<Text>)]
        path: Option<String>,
    }
    let query = format!("SELECT pg_relation_filepath('{table}_{}')::text AS path", furnished.survey);
    let file: File = furnished.read(|db| Ok(diesel::sql_query(&query).get_result(db)?));
    file.path.expect("the survey has its partition")
}
