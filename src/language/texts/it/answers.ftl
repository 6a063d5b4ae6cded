# Answers collected elsewhere, brought as a file.
answers-title = Importa risposte
answers-about = Importi qui le risposte raccolte con un altro programma o ricopiate in un foglio di calcolo. Prima di registrare qualcosa vedrà come sono state lette.
answers-about-google = Google Moduli: nella scheda «Risposte» scelga «Scarica risposte (.csv)» (anche lo .zip così com'è), oppure apra il foglio collegato e lo scarichi come .xlsx o .csv.
answers-about-microsoft = Microsoft Forms: nelle risposte scelga «Apri in Excel» e salvi il file come .xlsx o .csv.
answers-about-own = Un foglio Suo: nella prima riga scriva i testi delle domande o i loro codici, poi una riga per ogni questionario compilato.
answers-about-names = Indirizzi e-mail, nomi e altri dati di chi ha risposto non vengono letti né conservati.
answers-file = File delle risposte
answers-file-hint = Un file .csv o .xlsx, al massimo 7 MB. Lo stesso file caricato due volte non aggiunge nulla.
answers-file-empty = Nel file non ci sono righe di risposte: la prima riga contiene i titoli delle colonne, le altre le risposte.
answers-file-unknown = Il file non è né un CSV né una cartella di lavoro .xlsx. Lo apra e lo salvi come .xlsx o come «CSV (delimitato dal separatore di elenco)».
answers-file-broken = La cartella di lavoro non si può leggere: è danneggiata oppure protetta da una password. La salvi di nuovo senza password, come .xlsx o .csv.
answers-file-large = Il file è troppo grande: al massimo 7 MB di testo. Lo divida in più file, ciascuno con la riga dei titoli, e li importi uno dopo l'altro.
answers-file-columns = Il file ha più di 1.000 colonne: tolga quelle che non contengono risposte.
answers-file-archive = È un archivio .zip: lo estragga e carichi il file .csv o .xlsx che contiene.
answers-look = Guarda il file
answers-look-title = Come è stato letto il file
answers-look-nothing-kept = Non è ancora stato registrato nulla. Controlli le colonne, poi confermi.
answers-look-changed = Le scelte sono cambiate: i numeri qui sotto sono quelli nuovi. Li controlli e confermi di nuovo.
answers-look-found = Che cosa c'è nel file
answers-look-why = Perché alcune righe non si possono accettare
answers-look-why-about = Può correggere ora la scelta delle colonne qui sotto, oppure confermare: le altre righe vengono registrate e queste le riceve in un file da correggere.
answers-look-again = Aggiorna i numeri
answers-rows = { $count ->
    [one] Una riga di risposte
   *[other] { $number } righe di risposte
}
answers-would-be-new = { $count ->
    [one] Si può registrare { $number } riga
    [0] Nessuna riga si può registrare
   *[other] Si possono registrare { $number } righe
}
answers-new = { $count ->
    [one] { $number } questionario registrato ora
    [0] Nessun questionario registrato ora
   *[other] { $number } questionari registrati ora
}
answers-again = { $count ->
    [one] { $number } era già registrato e non è stato aggiunto di nuovo
   *[other] { $number } erano già registrati e non sono stati aggiunti di nuovo
}
answers-first-kept = { $count ->
    [one] { $number } era già registrato con altre risposte: restano le prime
   *[other] { $number } erano già registrati con altre risposte: restano le prime
}
answers-would-be-refused = { $count ->
    [one] { $number } riga non si può accettare
   *[other] { $number } righe non si possono accettare
}
answers-refused = { $count ->
    [one] { $number } riga non è stata accettata
   *[other] { $number } righe non sono state accettate
}
answers-more-refused = { $count ->
    [one] Ancora un'altra riga
   *[other] Ancora altre { $number } righe
}
answers-confirm = { $count ->
    [one] Registra { $number } riga
   *[other] Registra { $number } righe
}
answers-days = Il giorno della risposta è letto così: «{ $written }» è il { $day }.
answers-days-none = Nessuna colonna dice quando è stata data la risposta: vale il primo giorno della rilevazione.
answers-days-unreadable = Le date della colonna con il momento della risposta non si possono leggere.
answers-columns-personal = Dati di chi ha risposto, non letti: { $names }
answers-columns-unused = Colonne non lette: { $names }
answers-read-as-other = Letti come «Altro»: { $names }
answers-quoted = «{ $name }»
answers-column-likely = La colonna «{ $name }» somiglia alla domanda «{ $question }», ma non ha lo stesso testo: non è stata letta. Se è la stessa, scriva nel titolo della colonna il testo della domanda, oppure importi il file dalla pagina della rilevazione.
answers-words-left-out = { $count ->
    [one] Una volta è stato scritto qualcosa per «Altro» che il questionario non chiede: è registrata la scelta, non il testo.
   *[other] { $count } volte è stato scritto qualcosa per «Altro» che il questionario non chiede: è registrata la scelta, non il testo.
}
answers-columns-to-check = Colonne da controllare
answers-columns-to-check-about = Il titolo di queste colonne non è il testo di una domanda del questionario. Scelga a quale domanda rispondono, oppure le lasci fuori.
answers-columns-known = Colonne riconosciute
answers-columns-known-show = Vedi o correggi le colonne riconosciute
answers-column-none = Non leggere questa colonna
answers-column-sent = Momento della risposta
answers-column-guessed = Somiglia a questa domanda: controlli che sia la stessa.
answers-importance = importanza
answers-without-column = Domande senza una colonna
answers-without-column-about = A queste domande il file non risponde: restano senza risposta.
answers-decide = Prima di registrare
answers-channel = Come sono state date le risposte
answers-channel-hint = Resta accanto a ogni risposta e distingue i risultati. Con «carta» una domanda obbligatoria può mancare.
answers-order = Nelle date il primo numero è
answers-order-day_first = il giorno (05/03 è il 5 marzo)
answers-order-month_first = il mese (05/03 è il 3 maggio)
answers-report = Esito dell'importazione
answers-to-mend = Righe da correggere
answers-to-mend-about = Le scarichi, corregga le celle indicate nell'ultima colonna e importi quel file: le righe già registrate non servono più.
answers-refused-download = Scarica le righe da correggere
answers-refused-file = righe-da-correggere
answers-another = Importa un altro file
answers-no-column = Nessuna colonna è stata collegata a una domanda: scelga per almeno una colonna a quale domanda risponde, oppure scriva nella prima riga del file i testi delle domande.
answers-begin-file-large = Il file supera 1 MB: per ricavare un questionario da un file di risposte bastano alcune centinaia di righe.
row-open-quote = le virgolette restano aperte fino alla riga { $until }: le chiuda o le tolga
row-too-many-cells = ci sono più celle che colonne, forse per un separatore dentro un testo: metta il testo tra virgolette
row-too-long = la riga contiene più di 768 kB o troppe risposte: accorci i testi
