# What an uploaded file of contacts may lack.
contacts-file-empty = Il file è vuoto. Scelga un file CSV o XLSX con almeno un indirizzo.
contacts-file-not-text = Il file non è né un CSV né un foglio di calcolo XLSX. Lo apra e lo salvi come XLSX o come «CSV (delimitato dal separatore di elenco)».
contacts-file-no-address-column = Nessuna colonna contiene gli indirizzi: nella prima riga intitoli la colonna «email». Le altre colonne possono chiamarsi «nome», «cognome» e «lingua». Oppure scelga qui sotto la colonna degli indirizzi.
contacts-row = Riga { $line }: { $reason }
contacts-row-open-quote = le virgolette restano aperte fino alla riga { $until }. Chiuda o tolga le virgolette e carichi di nuovo il file: queste righe non vengono importate.
contacts-row-too-many-cells = ci sono più celle che colonne, forse per un separatore dentro un nome. Metta il testo tra virgolette: la riga non viene importata.
contacts-row-language = la lingua «{ $typed }» non è riconosciuta; il destinatario viene importato con la lingua abituale.
contacts-address-empty = manca l'indirizzo; la riga non viene importata.
contacts-address-no-at = l'indirizzo non ha la forma nome@dominio; la riga non viene importata.
contacts-address-blank = nell'indirizzo c'è uno spazio o un carattere invisibile; la riga non viene importata.
contacts-address-several = c'è più di un indirizzo: ne scriva uno per riga; la riga non viene importata.
contacts-address-local = la parte prima di @ contiene un carattere o un punto fuori posto; la riga non viene importata.
contacts-address-domain = la parte dopo @ non è un dominio valido; la riga non viene importata.
contacts-address-too-long = l'indirizzo è troppo lungo; la riga non viene importata.

# A file of contacts before it is taken in.
contacts-file-broken = Il foglio di calcolo non si può leggere: è danneggiato oppure protetto da una password. Lo salvi di nuovo senza password, come XLSX o CSV.
contacts-file-too-large = Il file è troppo grande: al massimo 7 MB di testo. Lo divida in più file e li carichi uno dopo l'altro: nessuno viene aggiunto due volte.
contacts-file-too-wide = Il file ha più di 1.000 colonne: tolga quelle che non servono.
contacts-file-archive = È un archivio .zip: lo estragga e carichi il file .csv o .xlsx che contiene.
contacts-file-other-encoding = Il file non è scritto in questa codifica: resta letto come prima. Ne scelga un'altra.
contacts-columns-twice = Due colonne contengono la stessa cosa: ne scelga una sola per l'indirizzo, il nome, il cognome e la lingua.
contacts-reason-missing = Scriva perché l'ufficio conserva questo dato, per esempio «per estrarre un campione per zona». Senza un motivo il dato non si conserva.
contacts-attributes-many = I dati da conservare sono troppi: al massimo 20 colonne per rilevazione.
contacts-more-faults = { $count ->
    [one] e un'altra riga
   *[other] e altre { $number } righe
}
contacts-certified-left-out = { $count ->
    [one] Un indirizzo di posta certificata (PEC) escluso
   *[other] { $number } indirizzi di posta certificata (PEC) esclusi
}
contacts-certified-taken = { $count ->
    [one] Un indirizzo di posta certificata (PEC) incluso
   *[other] { $number } indirizzi di posta certificata (PEC) inclusi
}
contacts-look-title = Anteprima dei destinatari
contacts-look-nothing-kept = Finora non è stato conservato nulla. Controlli che cosa contiene il file, poi confermi.
contacts-look-changed = Ha cambiato le scelte: questi sono i nuovi numeri. Li controlli e confermi di nuovo.
contacts-look-found = Che cosa contiene il file
contacts-look-new = { $count ->
    [0] Nessun nuovo destinatario
    [one] Un nuovo destinatario
   *[other] { $number } nuovi destinatari
}
contacts-look-faults-about = Le altre righe si possono importare subito. Corregga queste nel file e lo carichi di nuovo: chi c'è già non viene aggiunto due volte.
contacts-look-columns = Colonne
contacts-look-columns-about = Per ogni colonna scelga che cosa contiene. Le colonne lasciate su «Non conservare» non vengono salvate. I dati scelti per il campione o per le lettere restano accanto all'indirizzo, mai accanto alle risposte, e vengono cancellati con i destinatari.
contacts-look-column = Colonna { $number }
contacts-look-examples = Per esempio:
contacts-look-use = Contiene
contacts-look-reason = Perché si conserva (solo per un dato)
contacts-use-unused = Non conservare
contacts-use-address = Indirizzo e-mail
contacts-use-first_name = Nome, o nome e cognome
contacts-use-surname = Cognome
contacts-use-language = Lingua
contacts-use-attribute = Dato per il campione o le lettere
contacts-look-decide = Prima di confermare
contacts-basis = Base giuridica
contacts-basis-hint = Per una rilevazione sui servizi pubblici è di solito il compito di interesse pubblico: non serve il consenso.
contacts-basis-public_task = Compito di interesse pubblico (art. 6, par. 1, lett. e, GDPR)
contacts-basis-legal_obligation = Obbligo legale (art. 6, par. 1, lett. c, GDPR)
contacts-basis-consent = Consenso (art. 6, par. 1, lett. a, GDPR)
contacts-basis-contract = Contratto (art. 6, par. 1, lett. b, GDPR)
contacts-look-certified = { $count ->
    [one] Nel file c'è un indirizzo di posta certificata (PEC). È una casella per gli atti: spesso rifiuta la posta ordinaria.
   *[other] Nel file ci sono { $number } indirizzi di posta certificata (PEC). Sono caselle per gli atti: spesso rifiutano la posta ordinaria.
}
contacts-look-certified-too = Includi anche gli indirizzi di posta certificata
contacts-look-again = Aggiorna l'anteprima
contacts-look-confirm = { $count ->
    [one] Importa un destinatario
   *[other] Importa { $number } destinatari
}
contacts-look-confirm-attributes = Aggiungi i dati ai destinatari già presenti
contacts-written-text = File di testo, codifica { $encoding }, colonne separate da { $separator }.
contacts-written-semicolon = punto e virgola
contacts-written-comma = virgola
contacts-written-tab = tabulazione
contacts-written-bar = barra verticale
contacts-look-reading = Lettura del file
contacts-look-reading-about = Se le lettere accentate, le colonne o il foglio non sono quelli giusti, cambi la scelta e rilegga il file: le colonne si scelgono di nuovo.
contacts-look-reread = Rileggi il file
contacts-encoding = Codifica
contacts-encoding-utf-8 = UTF-8
contacts-encoding-utf-16 = UTF-16
contacts-encoding-windows-1252 = Windows-1252 (Europa occidentale)
contacts-encoding-windows-1250 = Windows-1250 (Europa centrale)
contacts-encoding-macintosh = Mac OS Roman (vecchi file di Mac)
contacts-delimiter = Separatore delle colonne
contacts-sheet = Foglio
contacts-written-workbook = { $further ->
    [0] Foglio di calcolo, foglio «{ $sheet }».
    [one] Foglio di calcolo, foglio «{ $sheet }»; un altro foglio con contenuto non viene letto.
   *[other] Foglio di calcolo, foglio «{ $sheet }»; altri { $further } fogli con contenuto non vengono letti.
}

# What is known of contacts, and what was deleted.
contacts-drawn = Estratti per il campione
contacts-asked-recently = Esclusi perché interpellati da poco
contacts-asked-recently-about = { $count ->
    [one] Una persona è esclusa dagli inviti perché è già stata invitata il numero massimo di volte ({ $most }) negli ultimi { $months } mesi. Per saperlo si conserva solo un'impronta dell'indirizzo con il mese.
   *[other] { $count } persone sono escluse dagli inviti perché sono già state invitate il numero massimo di volte ({ $most }) negli ultimi { $months } mesi. Per saperlo si conserva solo un'impronta dell'indirizzo con il mese.
}
contacts-attributes = Dati conservati sui destinatari
contacts-attribute = Dato
contacts-attribute-reason = Perché si conserva
contacts-attributes-about = Questi dati servono per il campione e per le lettere. Non vengono mai copiati accanto alle risposte e vengono cancellati con i destinatari.
contacts-imports = File caricati
contacts-import-day = Giorno
contacts-import-rows = Righe
contacts-import-added = Aggiunti
contacts-certificate = Certificato di cancellazione
contacts-certificate-by-hand = { $day }, su richiesta dell'ufficio
contacts-certificate-by-calendar = { $day }, alla scadenza prevista
contacts-certificate-contacts = { $count ->
    [one] Cancellato un destinatario, con indirizzo, nome e lingua.
   *[other] Cancellati { $number } destinatari, con indirizzo, nome e lingua.
}
contacts-certificate-attributes = { $count ->
    [one] Cancellati i dati conservati per il campione e le lettere ({ $attributes }): un valore.
   *[other] Cancellati i dati conservati per il campione e le lettere ({ $attributes }): { $number } valori.
}
contacts-certificate-invitations = { $count ->
    [0] Non resta alcun invito.
    [one] Resta un invito senza nome, perché il suo collegamento abbia ancora una pagina.
   *[other] Restano { $number } inviti senza nome, perché i loro collegamenti abbiano ancora una pagina.
}
contacts-certificate-rest = Restano inoltre i numeri degli invii, il piano del campione e le impronte degli indirizzi di chi non vuole ricevere messaggi o è stato invitato di recente: da un'impronta non si risale all'indirizzo senza il file delle chiavi.

# A random sample.
sample-title = Campione casuale
sample-none = Nessun campione: gli inviti vanno a tutti i destinatari.
sample-open = Estrai un campione casuale
sample-about = Gli inviti andranno soltanto alle persone estratte. Il piano del campione entra nella nota metodologica della relazione, con il seme che permette di ricontrollare l'estrazione.
sample-frame = Fra chi si estrae
sample-frame-contacts = { $count ->
    [one] Un destinatario in elenco
   *[other] { $number } destinatari in elenco
}
sample-frame-free = { $count ->
    [one] Uno non è ancora invitato né estratto
   *[other] { $number } non ancora invitati né estratti
}
sample-frame-segment = { $count ->
    [one] Uno di loro risponde alle condizioni e non è ancora invitato né estratto
   *[other] { $number } di loro rispondono alle condizioni e non sono ancora invitati né estratti
}
sample-frame-recent = { $count ->
    [one] Uno è stato interpellato da poco e non si estrae
   *[other] { $number } sono stati interpellati da poco e non si estraggono
}
sample-frame-eligible = { $count ->
    [one] Si estrae fra una sola persona
   *[other] Si estrae fra { $number } persone
}
sample-segment = Quale parte dell'elenco
sample-segment-about = Senza nessuna scelta si estrae da tutto l'elenco. Fra le voci di uno stesso riquadro ne basta una; fra riquadri diversi devono valere tutte.
sample-languages = Lingua
sample-value = { $value } ({ $number })
sample-no-value = nessun valore
sample-too-many-values = troppi valori diversi per scegliere una parte dell'elenco.
sample-count = Conta
sample-draw-title = Quante persone
sample-size = Persone da estrarre
sample-size-hint = Almeno { $least }: in un gruppo più piccolo si potrebbe indovinare chi ha risposto. Quante ne servono lo dice la pianificazione della rilevazione.
sample-no-size = Scriva quante persone estrarre, in cifre.
sample-too-small = Un campione così piccolo non protegge chi risponde: estragga almeno 10 persone.
sample-too-large = Non ci sono tante persone fra cui estrarre: ne scriva di meno, oppure allarghi la scelta.
sample-invited = Qualcuno di questo campione è già invitato: non si può più annullare.
sample-draw = Estrai il campione
sample-withdraw = Annulla questo campione
sample-plan = { $day }: { $size } persone estratte fra { $eligible }, da un elenco di { $contacts } ({ $segment }). Generatore ChaCha20, seme { $seed }.
sample-plan-whole = tutto l'elenco
sample-plan-languages = lingua: { $languages }
