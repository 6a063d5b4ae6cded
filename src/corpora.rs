//! The public corpora of hard input that tests read, where they are present.

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
