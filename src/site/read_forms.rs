//! Forms that were read from their files, kept while people write them: between two steps a draft is looked at many times.

use crate::form::{self, Faults, Form};
use std::sync::{Arc, Mutex, PoisonError};

/// How many are kept: the drafts that are written at once, each beside the version that it is compared with, and what a list shows.
const MOST: usize = 24;

/// The files read of late, the last one last. Few and found by their whole text: comparing texts costs less than a hash of them.
#[derive(Debug, Default)]
pub struct ReadForms(Mutex<Vec<(String, Arc<Form>)>>);

impl ReadForms {
    /// The form of a file, read now or before.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, file_name: &str, source: &str) -> Result<Arc<Form>, Faults> {
        if let Some(form) = self.find(source) {
            return Ok(form);
        }
        let form = Arc::new(form::parse(file_name, source)?);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.remove(0);
        }
        kept.push((source.to_owned(), Arc::clone(&form)));
        Ok(form)
    }

    fn find(&self, source: &str) -> Option<Arc<Form>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(own, _)| own == source)?;
        kept[at..].rotate_left(1);
        kept.last().map(|(_, form)| Arc::clone(form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::catalog;

    #[test]
    fn a_file_is_read_once_while_it_is_in_use_and_few_are_kept() {
        let forms = ReadForms::default();
        let annual = catalog::form("urp-annuale").unwrap();
        let first = forms.read("f.toml", &annual).unwrap();
        for number in 1..MOST * 2 {
            let minutes = annual.replace("minutes = 5", &format!("minutes = {number}"));
            assert_eq!(usize::from(forms.read("f.toml", &minutes).unwrap().minutes), number);
            assert!(Arc::ptr_eq(&first, &forms.read("f.toml", &annual).unwrap()), "{number}: what is in use stays");
        }
        assert_eq!(forms.0.lock().unwrap().len(), MOST);
        let early = annual.replace("minutes = 5", "minutes = 1");
        assert!(forms.find(&early).is_none());
        assert!(forms.read("f.toml", "code = 5").is_err());
    }
}
