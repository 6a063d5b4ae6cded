//! A PostgreSQL server for the tests: the one of `ASCOLTO_TEST_POSTGRES` (a URL whose user may create databases), else a
//! private one on a socket in a temporary folder, shared by the tests of this process and gone with it.

use super::absent::skip;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

/// A database for one test on the shared server.
pub struct TemporaryDatabase {
    url: String,
    name: String,
}

struct Server {
    /// The URL of a database from which others are created.
    url: String,
    /// Ends the server however this process ends.
    _keeper: Option<Keeper>,
}

/// A server of one test's own, which it may stop and start again.
pub struct OwnServer(Keeper);

/// Who looks after a server. When this end of the pipe is closed, the server ends.
struct Keeper {
    process: Child,
    told: BufReader<ChildStdout>,
    url: String,
}

/// Sets up a server, says where, obeys until the tests are gone (its standard input ends), and clears up. Its language is not
/// the bytes' order, and nothing is synced: what is tested here is not the power cut.
const KEEPER: &str = r#"
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1/initdb" -D "$folder/data" -U ascolto -A trust --no-sync --encoding=UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=it-IT >"$folder/initdb.log" 2>&1 ||
    "$1/initdb" -D "$folder/data" -U ascolto -A trust --no-sync --encoding=UTF8 --locale=C.UTF-8 >"$folder/initdb.log" 2>&1
start() {
    "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/server.log" \
        -o "-k $folder -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=400" start >/dev/null
}
stop() {
    "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null
}
programs=$1
start
echo "$folder"
while read -r order; do
    "$order"
    echo "$order"
done
stop || true
"#;

impl OwnServer {
    /// Starts one; `None`, and a word about it, where there are no server programs.
    pub fn start() -> Option<Self> {
        Keeper::start().map_err(|reason| skip("postgres", &reason)).ok().map(Self)
    }

    /// The URL of its database.
    pub fn url(&self) -> String {
        self.0.url.clone()
    }

    /// Stops it as a power cut would.
    pub fn stop(&mut self) {
        self.0.order("stop");
    }

    /// Starts it again with the same data.
    pub fn start_again(&mut self) {
        self.0.order("start");
    }
}

impl Keeper {
    fn start() -> Result<Self, String> {
        let programs = find_programs().ok_or("no PostgreSQL server programs below /usr/lib/postgresql")?;
        let mut keeper = without_root();
        keeper
            .args(["sh", "-c", KEEPER, "keeper"])
            .arg(programs)
            .current_dir("/tmp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut process = keeper.spawn().map_err(|error| format!("the server did not start: {error}"))?;
        let mut told = BufReader::new(process.stdout.take().ok_or("the server's keeper has no output")?);
        let mut folder = String::new();
        told.read_line(&mut folder).map_err(|error| error.to_string())?;
        match folder.trim() {
            "" => Err("the server did not start".into()),
            folder => {
                let url = format!("postgres:///postgres?host={folder}&user=ascolto");
                Ok(Self { process, told, url })
            }
        }
    }

    fn order(&mut self, order: &str) {
        let orders = self.process.stdin.as_mut().expect("it is piped");
        writeln!(orders, "{order}").expect("the keeper listens");
        let mut done = String::new();
        self.told.read_line(&mut done).expect("the keeper answers");
        assert_eq!(done.trim(), order, "the keeper has obeyed");
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        drop(self.process.wait());
    }
}

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
    let keeper = Keeper::start()?;
    Ok(Server { url: keeper.url.clone(), _keeper: Some(keeper) })
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
