//! What is asked often is found by an index on both engines, however large the tables grow.

use super::*;
use crate::support::database::on_both_engines;
use ascolto::campaign::{LegalBasis, LetterKind, LetterState};
use ascolto::follow_up::Moderation;
use ascolto::store::contact::NewContact;
use ascolto::store::letter::Limits;
use ascolto::text::Language;
use diesel::connection::InstrumentationEvent;
use diesel::prelude::*;
use std::sync::{Arc, Mutex};

/// The tables that grow with the contacts and the answers.
const LARGE: [&str; 6] = ["contact", "invitation", "letter", "open_text", "response", "suppression"];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    detail: String,
}

/// The statements that the database is given while `work` runs, without their values.
fn asked<T>(furnished: &Furnished, work: impl FnOnce(&mut Database) -> Result<T, StoreError>) -> Vec<String> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let own = Arc::clone(&heard);
    furnished.write(|db| {
        db.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { query, .. } = event {
                own.lock().unwrap().push(query.to_string());
            }
        });
        let done = work(db);
        db.set_instrumentation(|_: InstrumentationEvent<'_>| ());
        done
    });
    let heard = heard.lock().unwrap();
    let statements = heard.iter().map(|query| query.split(" -- binds").next().unwrap_or_default().to_owned());
    statements.filter(|statement| ["SELECT", "UPDATE", "DELETE"].iter().any(|verb| statement.starts_with(verb))).collect()
}

/// How the database would go about a statement.
fn plan_of(fresh: &Fresh, db: &mut Database, statement: &str) -> Result<Vec<String>, StoreError> {
    if fresh.is_sqlite() {
        let lines: Vec<Line> = diesel::sql_query(format!("EXPLAIN QUERY PLAN {statement}")).load(db)?;
        return Ok(lines.into_iter().map(|line| line.detail).collect());
    }
    let values =
        (1..50).filter(|number| statement.contains(&format!("${number}"))).map(|_| "NULL").collect::<Vec<_>>().join(", ");
    let execute = if values.is_empty() { "EXECUTE asked".to_owned() } else { format!("EXECUTE asked({values})") };
    for setting in [
        // The tables of a test are small: without this they would rightly be read whole.
        "SET LOCAL enable_seqscan = off".to_owned(),
        "SET LOCAL enable_partition_pruning = off".to_owned(),
        "SET LOCAL plan_cache_mode = force_generic_plan".to_owned(),
        "CREATE OR REPLACE FUNCTION pg_temp.plan_of(question text) RETURNS SETOF text LANGUAGE plpgsql AS \
         'BEGIN RETURN QUERY EXECUTE ''EXPLAIN '' || question; END'"
            .to_owned(),
        format!("PREPARE asked AS {statement}"),
    ] {
        diesel::sql_query(setting).execute(db)?;
    }
    let lines: Vec<Line> = diesel::sql_query(format!("SELECT plan_of AS detail FROM pg_temp.plan_of('{execute}')")).load(db)?;
    diesel::sql_query("DEALLOCATE asked").execute(db)?;
    Ok(lines.into_iter().map(|line| line.detail).collect())
}

/// The lines of a plan that read a large table from end to end.
fn read_whole(plan: &[String]) -> Vec<String> {
    let large = |name: &str| {
        LARGE.iter().any(|table| name == *table || name.strip_prefix(table).is_some_and(|rest| rest.starts_with("_")))
    };
    let whole = plan.iter().enumerate().filter(|(at, line)| {
        let after = |words: &str| line.split_once(words).and_then(|(_, rest)| rest.split_whitespace().next());
        let by_condition = plan.get(at + 1).is_some_and(|next| next.contains("Index Cond"));
        after("SCAN ").is_some_and(large)
            || after("Seq Scan on ").is_some_and(large)
            || (line.contains("Index") && line.contains(" Scan using ") && after(" on ").is_some_and(large) && !by_condition)
    });
    whole.map(|(_, line)| line.trim().to_owned()).collect()
}

/// Contacts with letters of both kinds, and answers with comments.
fn filled(fresh: &Fresh) -> Furnished {
    let furnished = Furnished::new(fresh);
    let contact = |number| NewContact {
        address: format!("user{number}@example.org"),
        key: format!("user{number}@example.org"),
        name: String::new(),
        language: Language::italian(),
    };
    let contacts: Vec<NewContact> = (0..20).map(contact).collect();
    furnished.write(|db| {
        store::contact::insert_under(db, furnished.survey, LegalBasis::default(), &contacts)?;
        store::invitation::create_missing(db, furnished.survey)?;
        store::letter::queue(db, furnished.survey, LetterKind::Invitation, 1, at(8))
    });
    for kept in furnished.keep_all((0..20).map(|number| furnished.response(&[number])).collect()) {
        assert_eq!(kept.unwrap(), Kept::New);
    }
    furnished
}

on_both_engines! {
    fn what_is_asked_often_reads_no_large_table_from_end_to_end(fresh: &Fresh) {
        let furnished = filled(fresh);
        let (survey, id) = (furnished.survey, ResponseId([7; 16]));
        let again = NewResponse { id, ..furnished.response(&[7]) };
        let statements = asked(&furnished, |db| {
            let invited = store::invitation::list(db, survey)?;
            store::invitation::count(db, survey)?;
            store::invitation::find_recipient(db, invited[0])?;
            let _ = store::invitation::find_by_token(db, &[7; 32]);
            let _ = store::kiosk::find_by_token(db, &[7; 32]);
            store::suppression::find_among(db, &[vec![7; 16]])?;
            store::contact::count(db, survey)?;
            store::contact::count_opted_out(db, survey)?;
            let claimed = store::letter::claim_due(db, at(9), at(10), Limits::at_most(5))?;
            assert_eq!(claimed.len(), 5);
            store::letter::begin(db, claimed.clone(), at(10))?;
            store::letter::mark_sent(db, &[&claimed[0]])?;
            store::letter::take_over(db, at(9), at(10))?;
            store::sending::put_off(db, "example.org", at(9))?;
            store::letter::count_by_state(db, survey)?;
            store::letter::count_by_problem(db, survey, 5)?;
            store::letter::count_uncertain(db, survey)?;
            store::letter::last_number(db, survey, LetterKind::Reminder)?;
            store::letter::traces_after_pass(db, survey, 1, at(9))?;
            store::letter::put_off_reminders(db, survey, 1, at(9))?;
            store::letter::end_reminders(db, survey, 1)?;
            store::letter::retry(db, survey, LetterKind::Invitation, &LetterState::BOUNCED, at(9))?;
            store::invitation_event::list(db, invited[0])?;
            store::letter::cancel_of(db, invited[1])?;
            store::letter::cancel_all(db, survey)?;
            for _ in 0..2 {
                store::response::keep(db, std::slice::from_ref(&again))?;
            }
            store::response::is_there(db, survey, id)?;
            store::response::count(db, survey)?;
            store::response::count_by_channel(db, survey)?;
            store::response::count_by_day(db, survey)?;
            store::response::count_in_batch(db, survey, Channel::Paper, "a")?;
            store::response::rows(db, survey)?;
            store::comment::count_by_moderation(db, survey)?;
            let comments = store::comment::list(db, survey, Moderation::Pending, 0, 50)?;
            store::comment::moderate(db, survey, comments[0].id, Moderation::Pending, Moderation::Approved)
        });
        assert!(statements.len() > 30, "{}", statements.len());
        let mut whole = Vec::new();
        for statement in &statements {
            let plan = furnished.write(|db| plan_of(fresh, db, statement));
            assert!(!plan.is_empty());
            whole.extend(read_whole(&plan).into_iter().map(|line| format!("{line}: {statement}")));
        }
        assert_eq!(whole, Vec::<String>::new());
    }

    fn a_question_without_an_index_is_seen_to_read_the_whole_table(fresh: &Fresh) {
        let furnished = filled(fresh);
        for statement in ["SELECT id FROM contact WHERE name = 'Anna'", "SELECT body FROM open_text WHERE body = 'x'"] {
            let plan = furnished.write(|db| plan_of(fresh, db, statement));
            assert_eq!(read_whole(&plan).len(), 1, "{plan:?}");
        }
    }
}
