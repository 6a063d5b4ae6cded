//! The public corpora of hard input, and the answers of real people, that tests read where they are present.

use crate::absent::skip;
use std::path::{Path, PathBuf};

/// The folder of the corpora; `None`, and a word about it, where there is none.
pub fn corpora() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let folder = std::env::var_os("ASCOLTO_CORPORA").map_or_else(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    skip("corpora", &format!("the folder {} is not there", folder.display()));
    None
}

/// A file of answers of real people, which are not ours to publish; `None`, and a word about it, where it is absent.
pub fn real_answers(name: &str) -> Option<String> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let file = std::env::var_os("ASCOLTO_REAL_DATA").map_or_else(beside, PathBuf::from).join(name);
    let read = std::fs::read_to_string(&file);
    read.map_err(|_| skip("real_data", &format!("{} is not there", file.display()))).ok()
}
