//! The browser on this machine, and the folder with what drives it: for the tests and for what measures a first visit.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The browser and the folder with the packages of `package-lock.json`; else what is missing.
pub fn find() -> Result<(PathBuf, PathBuf), String> {
    let browser = std::env::var_os("ASCOLTO_CHROMIUM").map_or_else(|| PathBuf::from("/usr/bin/chromium"), PathBuf::from);
    if !browser.exists() {
        return Err(format!("there is no browser at {}", browser.display()));
    }
    if Command::new("npm").arg("--version").output().is_err() {
        return Err("there is no npm".to_owned());
    }
    Ok((browser, install_modules()))
}

fn install_modules() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let lock = std::fs::read(own.join("package-lock.json")).expect("the lock file is committed");
    let stamp = folder.join("installed");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return folder;
    }
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    for name in ["package.json", "package-lock.json"] {
        std::fs::copy(own.join(name), folder.join(name)).expect("the target folder can be written");
    }
    let npm = Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(&folder).output().expect("npm was found above");
    assert!(npm.status.success(), "npm ci: {}", String::from_utf8_lossy(&npm.stderr));
    std::fs::write(stamp, lock).expect("the target folder can be written");
    folder
}
