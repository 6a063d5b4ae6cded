//! What typst may see: one template, the fonts, the data. No disk, no network, no clock.

use super::fonts::SHELF;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Str, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

/// The press that prints one document.
pub(super) struct Press {
    library: LazyHash<Library>,
    template: Source,
}

impl Press {
    /// A press with the report's template and a document as JSON.
    pub(super) fn new(document: &str) -> Self {
        let mut inputs = Dict::new();
        inputs.insert(Str::from("document"), Value::Str(Str::from(document)));
        // Row headers of tables still hide behind this feature.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(inputs).with_features(features).build();
        let path = VirtualPath::new("report.typ").expect("a plain file name is a path");
        let template =
            Source::new(FileId::new(RootedPath::new(VirtualRoot::Project, path)), include_str!("report.typ").to_owned());
        Self { library: LazyHash::new(library), template }
    }
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHELF.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHELF.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
