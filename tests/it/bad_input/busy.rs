//! More answers than the store can take at once.

use super::{ANSWERS, Town, assert_says, send_again};
use crate::support::database::{Fresh, on_both_engines};
use ascolto::flows::receive_answers::{Received, Submission, receive_answers};
use ascolto::flows::{Failed, Stop};
use ascolto::response::{RawAnswers, SubmissionKey};
use ascolto::store::{MOST_WAITING, StoreError};
use ascolto::survey::{Channel, Door};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use uuid::Uuid;

type Waiting = Pin<Box<dyn Future<Output = Result<Received, Stop>>>>;

/// Another program that holds the database, so that nobody writes answers until it ends.
enum Holder {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Holder {
    fn take(fresh: &Fresh) -> Self {
        if fresh.is_sqlite() {
            let mut connection = SqliteConnection::establish(fresh.url.trim_start_matches("sqlite:")).unwrap();
            connection.batch_execute("BEGIN IMMEDIATE").unwrap();
            return Self::Sqlite(connection);
        }
        let mut connection = PgConnection::establish(&fresh.url).unwrap();
        connection.batch_execute("BEGIN; LOCK TABLE response IN EXCLUSIVE MODE").unwrap();
        Self::Postgres(connection)
    }

    fn let_go(self) {
        match self {
            Self::Sqlite(mut connection) => connection.batch_execute("ROLLBACK").unwrap(),
            Self::Postgres(mut connection) => connection.batch_execute("ROLLBACK").unwrap(),
        }
    }
}

/// Hands in answers until the queue takes no more; those that wait.
fn fill_the_queue(town: &Town) -> Vec<Waiting> {
    let survey = town.site.survey(town.survey).unwrap();
    let mut waiting: Vec<Waiting> = Vec::new();
    loop {
        let submission = Submission {
            survey: survey.clone(),
            door: Door::Now(Channel::Web),
            key: SubmissionKey::Page(Uuid::new_v4()),
            answers: RawAnswers::bounded(vec![("overall".to_owned(), "4".to_owned())]).unwrap(),
            place: String::new(),
            batch: String::new(),
            answered_on: None,
        };
        let site = town.site.clone();
        let mut one: Waiting = Box::pin(async move { receive_answers(&site, submission).await });
        match one.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => waiting.push(one),
            Poll::Ready(Err(Stop::Failed(Failed::Store(StoreError::Busy)))) => return waiting,
            Poll::Ready(other) => panic!("{other:?}"),
        }
        assert!(waiting.len() <= 2 * MOST_WAITING, "the queue is bounded");
    }
}

on_both_engines! {
    fn a_full_queue_asks_to_come_back_and_the_page_keeps_the_answers(fresh: &Fresh) {
        let town = Town::open(fresh);
        let typed = [("it", town.fill_in("it", &ANSWERS)), ("en", town.fill_in("en", &ANSWERS))];
        let holder = Holder::take(fresh);
        let waiting = fill_the_queue(&town);
        assert!(waiting.len() >= MOST_WAITING);
        let words = [["Un momento, per favore", "è conservato in questa pagina"], ["One moment, please", "it is kept in this page"]];
        let mut kept = Vec::new();
        for ((language, sent), words) in typed.iter().zip(words) {
            // What the writer had in hand may have left a place in the queue.
            drop(fill_the_queue(&town));
            let busy = town.post(&format!("/q/urp_2026?lang={language}"), sent);
            assert_says(&busy, 503, language, &words);
            assert_eq!(busy.header("retry-after"), "2");
            kept.push(send_again(&busy, sent));
        }
        holder.let_go();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        for one in waiting {
            assert_eq!(runtime.block_on(one).unwrap(), Received::New);
        }
        for (address, fields) in kept {
            let received = town.post(&address, &fields);
            assert_eq!(received.status, 303, "{}", received.text);
        }
        assert_eq!(town.comments(), [ANSWERS[3].1, ANSWERS[3].1]);
    }
}
