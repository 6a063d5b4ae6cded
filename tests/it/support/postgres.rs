//! A PostgreSQL server for the tests: the one of `ASCOLTO_TEST_POSTGRES` (a URL whose user may create databases), else a
//! private one on a socket in a temporary folder, shared by the tests of this process and gone with it.

use super::absent::skip;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

/// A database for one test on the shared server.
pub struct TemporaryDatabase {
    url: String,
    name: String,
}

struct Server {
    /// The URL of a database from which others are created.
    url: String,
    /// Holds the pipe whose end stops the server, however this process ends.
    _keeper: Option<Child>,
}

/// Sets up a server, says where, waits until the tests are gone (its standard input ends), and clears up. Its language is not
/// the bytes' order, and nothing is synced: what is tested here is not the power cut.
const KEEPER: &str = r#"
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1/initdb" -D "$folder/data" -U ascolto -A trust --no-sync --encoding=UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=it-IT >"$folder/initdb.log" 2>&1 ||
    "$1/initdb" -D "$folder/data" -U ascolto -A trust --no-sync --encoding=UTF8 --locale=C.UTF-8 >"$folder/initdb.log" 2>&1
"$1/pg_ctl" -D "$folder/data" -w -l "$folder/server.log" \
    -o "-k $folder -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=400" start >/dev/null
echo "$folder"
cat >/dev/null
"$1/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null
"#;

impl TemporaryDatabase {
    /// Creates one; `None` where there is no server.
    pub fn create() -> Option<Self> {
        static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
        match SERVER.get_or_init(start) {
            Ok(server) => {
                let name = format!("ascolto_test_{}", uuid::Uuid::new_v4().simple());
                administer(&server.url, &format!("CREATE DATABASE {name}"));
                Some(Self { url: with_database(&server.url, &name), name })
            }
            Err(reason) => {
                skip("postgres", reason);
                None
            }
        }
    }

    /// Its URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Drops it, whoever is connected.
    pub fn drop_now(&self) {
        let server = with_database(&self.url, "postgres");
        administer(&server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

impl Drop for TemporaryDatabase {
    fn drop(&mut self) {
        self.drop_now();
    }
}

fn administer(url: &str, statement: &str) {
    let mut connection = PgConnection::establish(url).expect("the test server takes connections");
    connection.batch_execute(statement).expect(statement);
}

/// The same server, another database.
fn with_database(url: &str, name: &str) -> String {
    let (before_query, query) = url.split_once('?').map_or((url, String::new()), |(url, query)| (url, format!("?{query}")));
    let authority = before_query.find("://").map_or(0, |at| at + 3);
    let end = before_query[authority..].find('/').map_or(before_query.len(), |at| authority + at);
    format!("{}/{name}{query}", &before_query[..end])
}

fn start() -> Result<Server, String> {
    if let Ok(url) = std::env::var("ASCOLTO_TEST_POSTGRES") {
        return Ok(Server { url, _keeper: None });
    }
    let programs = find_programs().ok_or("no PostgreSQL server programs below /usr/lib/postgresql")?;
    let mut keeper = without_root();
    keeper.args(["sh", "-c", KEEPER, "keeper"]).arg(programs).current_dir("/tmp").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = keeper.spawn().map_err(|error| format!("the server did not start: {error}"))?;
    let mut folder = String::new();
    let stdout = child.stdout.take().ok_or("the server's keeper has no output")?;
    BufReader::new(stdout).read_line(&mut folder).map_err(|error| error.to_string())?;
    match folder.trim() {
        "" => Err("the server did not start".into()),
        folder => Ok(Server { url: format!("postgres:///postgres?host={folder}&user=ascolto"), _keeper: Some(child) }),
    }
}

fn find_programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin"))).collect();
    folders.retain(|folder| folder.join("initdb").exists());
    folders.sort();
    folders.pop()
}

/// `initdb` refuses to run as root: there the server runs as the user that its package made.
fn without_root() -> Command {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    let mut command = Command::new(if root { "setpriv" } else { "env" });
    if root {
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    command
}
