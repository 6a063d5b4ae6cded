//! A database of its own for each test, on each engine.

use super::postgres;
use std::path::PathBuf;
use tempfile::TempDir;

/// An empty database for one test; gone when dropped.
pub struct Fresh {
    /// Its URL.
    pub url: String,
    /// A folder of the test's own; on SQLite the file lies in it.
    pub folder: TempDir,
    temporary: Option<postgres::TemporaryDatabase>,
}

impl Fresh {
    /// An SQLite file in a folder of its own.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite:{}", folder.path().join("ascolto.db").display());
        Self { url, folder, temporary: None }
    }

    /// A database on the test's PostgreSQL server; `None`, and a word about it, where there is no server.
    pub fn postgres() -> Option<Self> {
        let database = postgres::TemporaryDatabase::create()?;
        Some(Self { url: database.url().to_owned(), folder: TempDir::new().unwrap(), temporary: Some(database) })
    }

    /// Whether it is SQLite.
    pub fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }

    /// Drops the PostgreSQL database now, whoever is connected.
    pub fn drop_database(&self) {
        self.temporary.as_ref().expect("on PostgreSQL").drop_now();
    }

    /// The SQLite file with its companions (write-ahead log, shared memory), those that there are.
    pub fn sqlite_files(&self) -> Vec<PathBuf> {
        let file = |ending: &str| self.folder.path().join(format!("ascolto.db{ending}"));
        ["", "-wal", "-shm"].into_iter().map(file).filter(|path| path.exists()).collect()
    }
}

/// Makes of each function two tests, one on each engine.
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* fn $name:ident($fresh:ident: &Fresh) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            fn run($fresh: &$crate::support::database::Fresh) $body

            #[test]
            fn on_sqlite() {
                run(&$crate::support::database::Fresh::sqlite());
            }

            #[test]
            fn on_postgres() {
                if let Some(fresh) = $crate::support::database::Fresh::postgres() {
                    run(&fresh);
                }
            }
        }
    )*};
}
pub(crate) use on_both_engines;
