//! Backups of a database in use.

use super::*;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn a_copy_of_a_database_in_use_is_a_database() {
    let fresh = Fresh::sqlite();
    let furnished = Furnished::new(&fresh);
    assert_eq!(furnished.store.keep_response_blocking(furnished.response(&[1])).unwrap(), Kept::New);
    let copy = fresh.folder.path().join("copy.db");
    store::backup(&fresh.url, &copy).unwrap();
    let again = store::backup(&fresh.url, &copy).unwrap_err();
    assert!(again.to_string().contains("already there"), "{again}");
    let restored = Store::open(&format!("sqlite:{}", copy.display())).unwrap();
    assert_eq!(restored.read(|db| store::response::count(db, furnished.survey)).unwrap(), 1);
}

#[test]
fn a_database_that_is_not_there_is_not_made_by_backing_it_up() {
    let fresh = Fresh::sqlite();
    let missing = store::backup(&fresh.url, &fresh.folder.path().join("copy.db")).unwrap_err();
    assert!(matches!(missing, StoreError::Unreachable(_)), "{missing:?}");
    assert_eq!(fresh.sqlite_files().len(), 0);
}

#[cfg(unix)]
#[test]
fn a_copy_is_its_owner_s_alone_from_the_first_byte_and_half_a_copy_is_taken_away() {
    use std::os::unix::fs::PermissionsExt;
    let fresh = Fresh::sqlite();
    let furnished = Furnished::new(&fresh);
    let copy = fresh.folder.path().join("copy.db");
    assert_eq!(furnished.store.keep_response_blocking(furnished.response(&[1])).unwrap(), Kept::New);
    let for_others = || std::fs::metadata(&copy).map(|found| found.permissions().mode() & 0o077);
    let ended = AtomicBool::new(false);
    let seen: Vec<u32> = std::thread::scope(|scope| {
        let watching = scope.spawn(|| {
            let mut seen = Vec::new();
            while !ended.load(Ordering::SeqCst) {
                seen.extend(for_others());
            }
            seen
        });
        let copied = store::backup(&fresh.url, &copy);
        ended.store(true, Ordering::SeqCst);
        copied.unwrap();
        watching.join().unwrap()
    });
    assert!(seen.iter().all(|mode| *mode == 0) && for_others().unwrap() == 0);

    let broken = fresh.folder.path().join("broken.db");
    std::fs::write(&broken, "no database at all, however long it is read".repeat(200)).unwrap();
    let half = fresh.folder.path().join("half.db");
    assert!(store::backup(&format!("sqlite:{}", broken.display()), &half).is_err());
    assert!(!half.exists());
}

#[test]
fn a_server_is_dumped_by_its_own_program() {
    let Some(fresh) = Fresh::postgres() else { return };
    let furnished = Furnished::new(&fresh);
    assert_eq!(furnished.store.keep_response_blocking(furnished.response(&[1])).unwrap(), Kept::New);
    let dump = fresh.folder.path().join("ascolto.dump");
    let dumped = store::backup(&fresh.url, &dump);
    if Command::new("pg_dump").arg("--version").output().is_err() {
        assert!(dumped.unwrap_err().to_string().contains("pg_dump is not installed"));
        return;
    }
    dumped.unwrap();
    assert!(std::fs::read(&dump).unwrap().starts_with(b"PGDMP"));
}
