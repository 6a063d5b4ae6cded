//! What typst may see: one template, the fonts, the data. No disk, no network, no clock.

use super::fonts::SHELF;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Str, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

/// What is to be printed, each with its template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Template {
    /// The annual report.
    Report,
    /// The poster of a questionnaire.
    Poster,
}

impl Template {
    fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Report => ("report.typ", include_str!("report.typ")),
            Self::Poster => ("poster.typ", include_str!("poster.typ")),
        }
    }
}

/// The press that prints one document.
pub(super) struct Press {
    library: LazyHash<Library>,
    template: Source,
}

impl Press {
    /// A press with a template and a document as JSON.
    pub(super) fn new(template: Template, document: &str) -> Self {
        let mut inputs = Dict::new();
        inputs.insert(Str::from("document"), Value::Str(Str::from(document)));
        // Row headers of tables still hide behind this feature.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(inputs).with_features(features).build();
        let (name, text) = template.file();
        let path = VirtualPath::new(name).expect("a plain file name is a path");
        let template = Source::new(FileId::new(RootedPath::new(VirtualRoot::Project, path)), text.to_owned());
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
