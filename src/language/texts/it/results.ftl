# Reports and results: the published page, key-in, and the staff's pages of an edition.
results-published-on = Relazione pubblicata il { $day }.
results-download-pdf = PDF (da stampare)
results-download-xlsx = Foglio di calcolo (XLSX)
results-download-csv = Dati aperti (CSV)
results-not-published = Questa relazione non è pubblicata
results-not-published-text = A questo indirizzo non c'è ancora una relazione. Le relazioni pubblicate sono elencate nella pagina iniziale.
