//! A document to PDF; only typst.
