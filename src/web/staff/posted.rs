//! What a form of the staff's pages posts: plain fields, or fields and files together.

use crate::web::problem::Problem;
use crate::web::typed;
use actix_multipart::form::bytes::Bytes as Part;
use actix_multipart::form::{FieldReader, Limits, MultipartCollect, MultipartForm, State};
use actix_multipart::{Field, MultipartError};
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web};
use std::future::Future;
use std::pin::Pin;

/// The most bytes of an upload with its form: some fifty thousand contacts.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// A posted form.
#[derive(Debug, Default)]
pub struct Posted {
    /// The fields in order; several may have one name.
    pub fields: Vec<(String, String)>,
    /// The files that hold anything, by the name of their field.
    pub files: Vec<Upload>,
}

/// A file.
#[derive(Debug)]
pub struct Upload {
    /// The name of its field.
    pub field: String,
    /// Its own name; for messages only.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Posted {
    /// The first value of a field without blanks around it; "" when it is absent.
    pub fn value(&self, name: &str) -> &str {
        typed::first(&self.fields, name).unwrap_or("").trim()
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The file of a field.
    pub fn file(&self, name: &str) -> Option<&Upload> {
        self.files.iter().find(|upload| upload.field == name)
    }

    /// Whether there is such a field.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(own, _)| own == name)
    }

    /// The fields alone.
    pub fn without_files(&self) -> Self {
        Self { fields: self.fields.clone(), files: Vec::new() }
    }

    /// Puts a value in the place of every earlier one of a field.
    pub fn put(&mut self, name: &str, value: String) {
        self.fields.retain(|(own, _)| own != name);
        self.fields.push((name.to_owned(), value));
    }

    /// Reads the body of a request.
    ///
    /// # Errors
    /// When it is too large or not text where text is expected.
    pub async fn read(request: &HttpRequest, payload: &mut Payload) -> Result<Self, Problem> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        if kind.starts_with("multipart/form-data") {
            let form = MultipartForm::<Self>::from_request(request, payload).await;
            return form.map(MultipartForm::into_inner).map_err(|error| match error.as_error() {
                Some(MultipartError::Payload(PayloadError::Overflow)) => Problem::TooLarge,
                _ => Problem::of_body(&error),
            });
        }
        Ok(Self { fields: Self::read_fields(request, payload).await?, files: Vec::new() })
    }

    /// Reads a body of plain fields.
    ///
    /// # Errors
    /// When it is too large or not text; a zero byte is in no text, and PostgreSQL keeps none.
    pub async fn read_fields(request: &HttpRequest, payload: &mut Payload) -> Result<Vec<(String, String)>, Problem> {
        let body = web::Bytes::from_request(request, payload).await.map_err(|error| Problem::of_body(&error))?;
        let fields = typed::pairs(&body).filter(|fields| !fields.iter().any(|(_, value)| value.contains('\0')));
        fields.ok_or(Problem::BrokenText)
    }

    fn take(&mut self, field: String, part: Part) -> Result<(), MultipartError> {
        match part.file_name {
            // A file field left alone is an empty file without a name. Of a file that is empty its name is kept, as browsers send it
            // where they send no files.
            Some(name) if part.data.is_empty() => {
                if !name.is_empty() {
                    self.fields.push((field, name));
                }
            }
            Some(name) => self.files.push(Upload { field, name, bytes: part.data.to_vec() }),
            None => {
                let text = String::from_utf8(part.data.to_vec()).ok().filter(|text| !text.contains('\0'));
                let text = text.ok_or(MultipartError::Incomplete)?;
                self.fields.push((field, text));
            }
        }
        Ok(())
    }
}

/// Where the form gathers while its parts are read.
const GATHERED: &str = "";

impl MultipartCollect for Posted {
    fn limit(_: &str) -> Option<usize> {
        None
    }

    fn handle_field<'t>(
        request: &'t HttpRequest,
        field: Field,
        limits: &'t mut Limits,
        state: &'t mut State,
    ) -> Pin<Box<dyn Future<Output = Result<(), MultipartError>> + 't>> {
        Box::pin(async move {
            let name = field.name().unwrap_or_default().to_owned();
            let part = Part::read_field(request, field, limits).await?;
            let gathered = state.entry(GATHERED.to_owned()).or_insert_with(|| Box::<Self>::default());
            gathered.downcast_mut::<Self>().map_or(Ok(()), |posted| posted.take(name, part))
        })
    }

    fn from_state(mut state: State) -> Result<Self, MultipartError> {
        Ok(state.remove(GATHERED).and_then(|gathered| gathered.downcast().ok()).map(|posted| *posted).unwrap_or_default())
    }
}
