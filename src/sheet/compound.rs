//! Compound files (MS-CFB), in which old workbooks lie: one stream by its name.
//!
//! Every length and every chain of a hostile file is bounded by the file itself: no sector is followed more often than there are
//! sectors, and nothing is set aside for what a header merely states.

/// What a compound file begins with.
pub(crate) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Sector numbers from here on are marks, not sectors.
const MARKS: u32 = 0xffff_fffa;
/// The bytes of a sector of the stream for small things, of an entry of the directory, and of the header.
const SMALL_SECTOR: usize = 64;
const ENTRY: usize = 128;
const HEADER: usize = 512;
/// How many sectors of the table the header itself names.
const NAMED_IN_HEADER: usize = 109;

/// The first of the streams of these names; `None` where there is none, or the file is broken.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let file = Compound::open(bytes)?;
    names.iter().find_map(|name| file.stream(name))
}

struct Compound<'b> {
    bytes: &'b [u8],
    shift: u32,
    /// Which sector comes after which.
    next: Vec<u32>,
    directory: Vec<u8>,
    /// Streams shorter than this lie among the small sectors.
    least_large: usize,
    small_next: Vec<u32>,
}

impl<'b> Compound<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let shift = u32::from(short(bytes, 30)?);
        if !bytes.starts_with(SIGNATURE) || !matches!(shift, 9 | 12) || short(bytes, 32)? != 6 {
            return None;
        }
        let mut file = Self { bytes, shift, next: Vec::new(), directory: Vec::new(), least_large: 0, small_next: Vec::new() };
        let mut next: Vec<u32> = Vec::new();
        for sector in file.sectors_of_table()? {
            next.extend(longs(file.sector(sector)?));
        }
        file.next = next;
        file.directory = file.chain(long(bytes, 48)?, &file.next, Self::sector);
        file.least_large = usize::try_from(long(bytes, 56)?).ok()?;
        file.small_next = longs(&file.chain(long(bytes, 60)?, &file.next, Self::sector)).collect();
        Some(file)
    }

    /// How many sectors the file can have.
    fn most_sectors(&self) -> usize {
        (self.bytes.len() >> self.shift) + 1
    }

    fn sectors_of_table(&self) -> Option<Vec<u32>> {
        let mut sectors: Vec<u32> = longs(self.bytes.get(76..HEADER)?).take(NAMED_IN_HEADER).collect();
        let mut more = long(self.bytes, 68)?;
        for _ in 0..self.most_sectors() {
            if more >= MARKS {
                break;
            }
            let mut named: Vec<u32> = longs(self.sector(more)?).collect();
            more = named.pop()?;
            sectors.extend(named);
        }
        sectors.retain(|sector| *sector < MARKS);
        sectors.truncate(self.most_sectors());
        Some(sectors)
    }

    /// A sector; the last one of a file may be short.
    fn sector(&self, number: u32) -> Option<&[u8]> {
        let from = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(1 << self.shift)?;
        let end = (from + (1 << self.shift)).min(self.bytes.len());
        self.bytes.get(from..end).filter(|sector| !sector.is_empty())
    }

    /// The sectors from one on, as far as they can be followed.
    fn chain<'s>(&'s self, first: u32, next: &[u32], sector: impl Fn(&'s Self, u32) -> Option<&'s [u8]>) -> Vec<u8> {
        let mut chained = Vec::new();
        let mut at = first;
        // Each step is another place of the table, unless the chain bites its own tail.
        for _ in 0..next.len() {
            let Some(own) = sector(self, at).filter(|_| at < MARKS) else { break };
            chained.extend_from_slice(own);
            if chained.len() > self.bytes.len() {
                break;
            }
            let Some(after) = usize::try_from(at).ok().and_then(|at| next.get(at)) else { break };
            at = *after;
        }
        chained
    }

    fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let mut entries = self.directory.chunks_exact(ENTRY);
        let own = self.directory.chunks_exact(ENTRY).find(|entry| entry[66] == 2 && is_named(entry, name))?;
        let (first, size) = (long(own, 116)?, usize::try_from(long(own, 120)?).ok()?);
        let mut stream = if size >= self.least_large {
            self.chain(first, &self.next, Self::sector)
        } else {
            let root = entries.find(|entry| entry[66] == 5)?;
            let small = self.chain(long(root, 116)?, &self.next, Self::sector);
            let mut found = Vec::new();
            let mut at = first;
            for _ in 0..self.small_next.len() {
                let Some(from) = usize::try_from(at).ok().and_then(|at| at.checked_mul(SMALL_SECTOR)) else { break };
                let Some(own) = small.get(from..(from + SMALL_SECTOR).min(small.len())).filter(|_| at < MARKS) else { break };
                found.extend_from_slice(own);
                let Some(after) = self.small_next.get(from / SMALL_SECTOR) else { break };
                at = *after;
            }
            found
        };
        stream.truncate(size);
        Some(stream)
    }
}

fn is_named(entry: &[u8], name: &str) -> bool {
    let length = usize::from(short(entry, 64).unwrap_or(0)).saturating_sub(2).min(64);
    let units: Vec<u16> = entry[..length].chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    String::from_utf16(&units).is_ok_and(|own| own.eq_ignore_ascii_case(name))
}

pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let own = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([own[0], own[1]]))
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let own = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([own[0], own[1], own[2], own[3]]))
}

fn longs(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|own| u32::from_le_bytes([own[0], own[1], own[2], own[3]]))
}
