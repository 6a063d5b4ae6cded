# Reports and results: the published page, key-in, and the staff's pages of an edition.
results-published-on = Relazione pubblicata il { $day }.
results-download-pdf = PDF (da stampare)
results-download-xlsx = Foglio di calcolo (XLSX)
results-download-csv = Dati aperti (CSV)
results-not-published = Questa relazione non è pubblicata
results-not-published-text = A questo indirizzo non c'è ancora una relazione. Le relazioni pubblicate sono elencate nella pagina iniziale.

results-pile = Che cosa sta inserendo
results-channel = Canale
results-batch = Nome del lotto
results-batch-hint = Per esempio «Sportello, marzo». Resta uguale per la scheda successiva.
results-batch-so-far = { $count ->
    [0] In questo lotto non c'è ancora nessuna scheda.
    [one] In questo lotto c'è { $count } scheda.
   *[other] In questo lotto ci sono { $count } schede.
}
results-keep-and-next = Salva e inserisci il prossimo
results-done-sheet = Scheda salvata.
results-done-sheet-first = Questa scheda era già stata salvata con altre risposte: restano le prime.
