# Reports and results: the published page, key-in, and the staff's pages of an edition.
results-published-on = Report published on { $day }.
results-download-pdf = PDF (for printing)
results-download-xlsx = Spreadsheet (XLSX)
results-download-csv = Open data (CSV)
results-not-published = This report is not published
results-not-published-text = There is no report at this address yet. Published reports are listed on the first page.

results-pile = What you are keying in
results-channel = Channel
results-batch = Name of the batch
results-batch-hint = For example "Desk, March". It stays the same for the next sheet.
results-batch-so-far = { $count ->
    [0] There is no sheet in this batch yet.
    [one] There is { $count } sheet in this batch.
   *[other] There are { $count } sheets in this batch.
}
results-keep-and-next = Save and key in the next
results-done-sheet = Sheet saved.
results-done-sheet-first = This sheet had been saved with other answers before: the first ones stay.
