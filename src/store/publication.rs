//! Published reports and their files. A new one stands beside the old; none is changed.

use super::dialect;
use super::schema::{publication, published_file};
use super::{Database, StoreError};
use crate::ids::{EditionId, PublicationId};
use chrono::NaiveDate;
use diesel::dsl::max;
use diesel::prelude::*;

/// A published report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its number in the database.
    pub id: PublicationId,
    /// The edition it reports on.
    pub edition: EditionId,
    /// Its number in the edition, from 1.
    pub number: i32,
    /// The day it was published.
    pub published_on: NaiveDate,
    /// The hash of what it holds.
    pub hash: String,
}

/// One file of a published report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its name in addresses.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub body: Vec<u8>,
}

type Stored = (i64, i64, i32, NaiveDate, String);

fn read((id, edition, number, published_on, hash): Stored) -> Publication {
    Publication { id: PublicationId(id), edition: EditionId(edition), number, published_on, hash }
}

/// Adds the next publication of an edition with its files.
pub fn insert(
    database: &mut Database,
    of: EditionId,
    published_on: NaiveDate,
    hash: &str,
    files: &[PublishedFile],
) -> Result<Publication, StoreError> {
    dialect::write_alone(database, "publication")?;
    let last: Option<i32> =
        publication::table.filter(publication::edition_id.eq(of.0)).select(max(publication::number)).first(database)?;
    let number = last.unwrap_or(0) + 1;
    let row = (
        publication::edition_id.eq(of.0),
        publication::number.eq(number),
        publication::published_on.eq(published_on),
        publication::hash.eq(hash),
    );
    let id: i64 = diesel::insert_into(publication::table).values(row).returning(publication::id).get_result(database)?;
    for file in files {
        let row = (
            published_file::publication_id.eq(id),
            published_file::name.eq(&file.name),
            published_file::media_type.eq(&file.media_type),
            published_file::body.eq(&file.body),
        );
        diesel::insert_into(published_file::table).values(row).execute(database)?;
    }
    Ok(read((id, of.0, number, published_on, hash.to_owned())))
}

/// The publications of an edition, the newest first.
pub fn list(database: &mut Database, of: EditionId) -> Result<Vec<Publication>, StoreError> {
    let own = publication::table.filter(publication::edition_id.eq(of.0)).order(publication::number.desc());
    Ok(own.load::<Stored>(database)?.into_iter().map(read).collect())
}

/// The newest publication of an edition.
pub fn find_last(database: &mut Database, of: EditionId) -> Result<Publication, StoreError> {
    let own = publication::table.filter(publication::edition_id.eq(of.0)).order(publication::number.desc());
    Ok(read(own.first(database)?))
}

/// One file of a publication.
pub fn find_file(database: &mut Database, of: PublicationId, name: &str) -> Result<PublishedFile, StoreError> {
    let columns = (published_file::name, published_file::media_type, published_file::body);
    let (name, media_type, body) = published_file::table.find((of.0, name)).select(columns).first(database)?;
    Ok(PublishedFile { name, media_type, body })
}

/// The names and media types of a publication's files, by name.
pub fn list_files(database: &mut Database, of: PublicationId) -> Result<Vec<(String, String)>, StoreError> {
    let own = published_file::table.filter(published_file::publication_id.eq(of.0)).order(published_file::name);
    Ok(own.select((published_file::name, published_file::media_type)).load(database)?)
}
