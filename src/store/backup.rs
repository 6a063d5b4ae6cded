//! A copy of the database while it is in use.

use super::database::{Address, new_private};
use super::{Database, StoreError};
use diesel::prelude::*;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

/// Copies the database of a URL to a file that must not be there yet: one consistent moment, without stopping the server.
///
/// SQLite makes a compact database file, which is opened and checked. PostgreSQL's `pg_dump`, which must be installed, makes
/// a dump in its custom format, for `pg_restore`. The key file is not part of either.
///
/// # Errors
/// [`StoreError::Full`], [`StoreError::Unreachable`], or in words what stands in the way.
pub fn backup(url: &str, destination: &Path) -> Result<(), StoreError> {
    let address = Address::parse(url)?;
    if let Address::Sqlite(path) = &address
        && !path.exists()
    {
        return Err(StoreError::Unreachable(format!("{} does not exist", path.display())));
    }
    // Private before the first byte is in it.
    new_private(destination).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => StoreError::other(format!("{} is already there: name a new file", destination.display())),
        ErrorKind::StorageFull => StoreError::Full,
        _ => StoreError::other(format!("{}: {error}", destination.display())),
    })?;
    let copied = match &address {
        Address::Sqlite(_) => address.connect().and_then(|database| copy_sqlite(database, destination)),
        Address::Postgres(url) => dump_postgres(url, destination),
    };
    if copied.is_err() {
        // Half a backup must not be taken for one.
        let _ = std::fs::remove_file(destination);
    }
    copied
}

fn copy_sqlite(mut database: Database, destination: &Path) -> Result<(), StoreError> {
    let name = destination.to_str().ok_or_else(|| StoreError::other("the name of the backup is not UTF-8"))?;
    diesel::sql_query("VACUUM INTO ?").bind::<diesel::sql_types::Text, _>(name).execute(&mut database)?;
    check_copy(destination)
}

/// Opens the copy as what it is, without making it a working database (no log beside it), and lets SQLite check it.
fn check_copy(destination: &Path) -> Result<(), StoreError> {
    #[derive(diesel::QueryableByName)]
    struct Line {
        #[diesel(sql_type = diesel::sql_types::Text)]
        integrity_check: String,
    }
    let absolute = std::path::absolute(destination).map_err(|error| StoreError::Other(Box::new(error)))?;
    let mut copy = diesel::SqliteConnection::establish(&absolute.to_string_lossy())?;
    let lines: Vec<Line> = diesel::sql_query("PRAGMA integrity_check").load(&mut copy)?;
    match lines.first().map(|line| line.integrity_check.as_str()) {
        Some("ok") => Ok(()),
        found => Err(StoreError::other(format!("the copy is damaged ({}): check the disk", found.unwrap_or("no answer")))),
    }
}

fn dump_postgres(url: &str, destination: &Path) -> Result<(), StoreError> {
    let (shown, before_host) = split_password(url);
    let (shown, password) = split_parameter(&shown);
    let mut dump = Command::new("pg_dump");
    dump.args(["--format=custom", "--no-owner", "--no-password", "--file"]).arg(destination).arg("--dbname").arg(shown);
    if let Some(password) = password.or(before_host) {
        dump.env("PGPASSWORD", password);
    }
    let done = dump.output().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            StoreError::other("pg_dump is not installed here: install PostgreSQL's client programs, or run pg_dump on the server")
        }
        _ => StoreError::Other(Box::new(error)),
    })?;
    if done.status.success() {
        return Ok(());
    }
    Err(StoreError::other(format!("pg_dump failed: {}", String::from_utf8_lossy(&done.stderr).trim())))
}

/// The URL without its password, and the password: arguments of a program can be seen by every user of the machine.
fn split_password(url: &str) -> (String, Option<String>) {
    let Some((scheme, rest)) = url.split_once("://") else { return (url.to_owned(), None) };
    let authority_end = rest.find(['/', '?']).unwrap_or(rest.len());
    let Some((user, password)) = rest[..authority_end].rfind('@').and_then(|at| rest[..at].split_once(':')) else {
        return (url.to_owned(), None);
    };
    let after_user = &rest[user.len() + 1 + password.len()..];
    (format!("{scheme}://{user}{after_user}"), Some(decode_percent(password)))
}

/// The same for a password that stands among the parameters.
fn split_parameter(url: &str) -> (String, Option<String>) {
    let Some((before, query)) = url.split_once('?') else { return (url.to_owned(), None) };
    let (own, others): (Vec<&str>, Vec<&str>) = query.split('&').partition(|pair| pair.starts_with("password="));
    let password = own.last().and_then(|pair| pair.split_once('=')).map(|(_, password)| decode_percent(password));
    let question = if others.is_empty() { "" } else { "?" };
    (format!("{before}{question}{}", others.join("&")), password)
}

fn decode_percent(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                decoded.push(byte);
                rest = &after[2..];
            }
            None => {
                decoded.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_not_among_the_arguments() {
        let (shown, password) = split_password("postgres://urp:p%40ss@db.example:5432/ascolto?sslmode=require");
        assert_eq!(shown, "postgres://urp@db.example:5432/ascolto?sslmode=require");
        assert_eq!(password.as_deref(), Some("p@ss"));
        let without = "postgres://urp@db.example/ascolto";
        assert_eq!(split_password(without), (without.to_owned(), None));
        let parameter = "postgres://urp@db.example/ascolto?password=p%26ss&sslmode=require";
        let shown = "postgres://urp@db.example/ascolto?sslmode=require".to_owned();
        assert_eq!(split_parameter(parameter), (shown.clone(), Some("p&ss".to_owned())));
        assert_eq!(split_parameter(&shown), (shown.clone(), None));
        let socket = "postgres:///ascolto?host=/run/postgresql&user=a@b:c";
        assert_eq!(split_password(socket), (socket.to_owned(), None));
    }
}
