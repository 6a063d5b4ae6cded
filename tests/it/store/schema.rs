//! The two schemas: the same steps, the same catalogues, up and down.

use super::*;
use crate::support::database::on_both_engines;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use std::collections::BTreeSet;

#[derive(QueryableByName, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Column {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    nullable: bool,
}

const SQLITE_COLUMNS: &str = "SELECT t.name AS owner, c.name AS name, upper(c.type) AS kind, c.\"notnull\" = 0 AS nullable \
     FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
/// A survey's partitions repeat the columns of their tables.
const POSTGRES_COLUMNS: &str = "SELECT c.table_name::text AS owner, c.column_name::text AS name, upper(c.data_type::text) AS kind, \
     c.is_nullable = 'YES' AS nullable FROM information_schema.columns c \
     JOIN pg_class t ON t.relname = c.table_name AND NOT t.relispartition WHERE c.table_schema = 'public'";

fn catalogue(fresh: &Fresh) -> BTreeSet<Column> {
    let store = Furnished::new(fresh).store;
    let query = if fresh.is_sqlite() { SQLITE_COLUMNS } else { POSTGRES_COLUMNS };
    let columns: Vec<Column> = store.read(|db| Ok(diesel::sql_query(query).load(db)?)).unwrap();
    columns.into_iter().filter(|column| column.owner != "__diesel_schema_migrations").map(normal).collect()
}

fn normal(mut column: Column) -> Column {
    column.kind = match column.kind.as_str() {
        // SQLite's row number has 64 bits under its own name.
        "INTEGER" if column.name == "id" => "BIGINT",
        "BLOB" => "BYTEA",
        "TIMESTAMP WITHOUT TIME ZONE" => "TIMESTAMP",
        other => other,
    }
    .to_owned();
    column
}

#[test]
fn the_steps_have_the_same_names_on_both_sides() {
    let (sqlite, postgres) = store::migrate::names();
    assert!(!sqlite.is_empty());
    assert_eq!(sqlite, postgres);
}

#[test]
fn both_catalogues_have_the_same_tables_columns_types_and_nullability() {
    let sqlite = catalogue(&Fresh::sqlite());
    assert!(sqlite.len() > 100, "{}", sqlite.len());
    if let Some(fresh) = Fresh::postgres() {
        let postgres = catalogue(&fresh);
        assert_eq!(sqlite.difference(&postgres).collect::<Vec<_>>(), Vec::<&Column>::new(), "only in SQLite");
        assert_eq!(postgres.difference(&sqlite).collect::<Vec<_>>(), Vec::<&Column>::new(), "only in PostgreSQL");
    }
}

on_both_engines! {
    fn the_steps_go_up_and_down_and_up_again_on_filled_tables(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        assert_eq!(furnished.store.keep_response_blocking(furnished.response(&[1])).unwrap(), Kept::New);
        furnished.write(store::migrate::undo_all);
        drop(furnished);
        let again = Furnished::new(fresh);
        assert_eq!(again.read(|db| store::response::count(db, again.survey)), 0);
    }

    fn opening_again_changes_nothing(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let again = Store::open(&fresh.url).unwrap();
        assert_eq!(again.read(|db| store::survey::find(db, furnished.survey)).unwrap().code, code("urp2026"));
    }

    fn many_programs_may_open_a_new_database_at_the_same_moment(fresh: &Fresh) {
        std::thread::scope(|scope| {
            let opening: Vec<_> = (0..8).map(|_| scope.spawn(|| Store::open(&fresh.url).map(drop))).collect();
            for opened in opening {
                opened.join().unwrap().unwrap();
            }
        });
    }

    fn a_database_that_is_newer_than_the_program_is_refused(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        furnished.write(|db| {
            Ok(diesel::sql_query("INSERT INTO __diesel_schema_migrations (version) VALUES ('29991231000001')").execute(db)?)
        });
        let refused = Store::open(&fresh.url).map(drop).unwrap_err();
        assert!(matches!(&refused, StoreError::NewerDatabase(version) if version == "29991231000001"), "{refused:?}");
    }

    fn a_state_that_the_program_does_not_know_cannot_be_written(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let wrong = furnished.store.write(|db| -> Result<_, StoreError> {
            Ok(diesel::sql_query("UPDATE survey SET state = 'secured'").execute(db)?)
        });
        assert!(matches!(wrong, Err(StoreError::Other(_))), "{wrong:?}");
    }
}
