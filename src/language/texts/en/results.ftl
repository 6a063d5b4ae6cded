# Reports and results: the published page, key-in, and the staff's pages of an edition.
results-published-on = Report published on { $day }.
results-download-pdf = PDF (for printing)
results-download-xlsx = Spreadsheet (XLSX)
results-download-csv = Open data (CSV)
results-not-published = This report is not published
results-not-published-text = There is no report at this address yet. Published reports are listed on the first page.
