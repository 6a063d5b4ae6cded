# Registers of operational standards, the plan of a sample, the year's contacts, what citizens perceive.
thing-standard = lo standard
results-tab-contacts = Contatti dell'anno
results-done-register = { $count ->
    [one] Registro importato: { $count } caso. Il valore dell'anno è aggiornato.
   *[other] Registro importato: { $count } casi. Il valore dell'anno è aggiornato.
}
results-done-contacts = { $count ->
    [one] Contatti importati: { $count } riga.
   *[other] Contatti importati: { $count } righe.
}
results-done-contacts-removed = Riga tolta.

# The page of a register.
register-title = Registro
register-back = Torna alle misure
register-import = Importa il valore da un registro (CSV)
register-kept = { $count ->
    [one] Nel registro importato c'è { $number } caso.
   *[other] Nel registro importato ci sono { $number } casi.
}
register-replaces = { $count ->
    [one] È già stato importato un registro con { $number } caso: il nuovo file ne prende il posto, quindi carichi il registro di tutto l'anno.
   *[other] È già stato importato un registro con { $number } casi: il nuovo file ne prende il posto, quindi carichi il registro di tutto l'anno.
}
register-rule-columns = Il file CSV ha nella prima riga le intestazioni { $columns } e poi una riga per ogni caso del { $year }. Le date si scrivono 31/12/{ $year } oppure { $year }-12-31.
register-rule-reference = Se c'è una colonna Protocollo, lo stesso numero non può comparire due volte. Le altre colonne non vengono lette né conservate: nomi e oggetti restano nel Suo file.
register-rule-noted = In «Rispettato» scriva sì o no.
register-rule-within = Rispetta lo standard chi ha al massimo { $limit }. Per una chiamata senza risposta scriva «nessuna risposta»: conta come non rispettata.
register-rule-open = In «Aperto» scriva sì o no. I giorni si confrontano con i giorni lavorativi della Carta dei Servizi, dal 1º gennaio al giorno fino a cui il registro è completo. I giorni lavorativi che mancano vengono elencati e non contano, se non indica qui sotto che l'ufficio era chiuso. I giorni non lavorativi vengono segnalati e non contano.
register-rule-working = { $count ->
    [0] Rispetta lo standard chi ha risposta nello stesso giorno. Lasci vuota la data di risposta dei casi ancora aperti: contano come non rispettati solo se il termine è già passato.
    [one] Rispetta lo standard chi ha risposta entro { $count } giorno lavorativo; il giorno di arrivo non conta. Lasci vuota la data di risposta dei casi ancora aperti: contano come non rispettati solo se il termine è già passato.
   *[other] Rispetta lo standard chi ha risposta entro { $count } giorni lavorativi; il giorno di arrivo non conta. Lasci vuota la data di risposta dei casi ancora aperti: contano come non rispettati solo se il termine è già passato.
}
register-rule-calendar = { $count ->
    [0] Rispetta lo standard chi ha risposta nello stesso giorno. Lasci vuota la data di risposta dei casi ancora aperti: contano come non rispettati solo se il termine è già passato.
    [one] Rispetta lo standard chi ha risposta entro { $count } giorno, festivi compresi; il giorno di arrivo non conta. Lasci vuota la data di risposta dei casi ancora aperti: contano come non rispettati solo se il termine è già passato.
   *[other] Rispetta lo standard chi ha risposta entro { $count } giorni, festivi compresi; il giorno di arrivo non conta. Lasci vuota la data di risposta dei casi ancora aperti: contano come non rispettati solo se il termine è già passato.
}
register-rule-mean = Il valore dell'anno è la media dei casi; la deviazione standard viene calcolata. Un caso con «nessuna risposta» non ha un valore e non entra nella media.
register-example = Per esempio:
register-example-noted = 15/01/{ $year };sì
register-example-value = 15/01/{ $year };2
register-example-answered = 15/01/{ $year };19/01/{ $year }
register-column-day = Data
register-column-arrived = Arrivo
register-column-settled = Risposta
register-column-value = Valore
register-column-kept = Rispettato
register-column-open = Aperto
register-column-reference = Protocollo
register-file = File CSV
register-file-hint = Da Excel o LibreOffice: «Salva con nome», tipo CSV.
register-as-of = Registro completo fino al
register-as-of-hint = L'ultimo giorno di cui il registro dice tutto. Da questo giorno dipende quali casi aperti hanno già superato il termine e quali giorni mancano.
register-missing-closed = Nei giorni lavorativi che mancano l'ufficio era chiuso: contali come giorni di chiusura
register-look = Controlla il file
register-again = Oppure controlli un altro file
register-found = Che cosa c'è nel file
register-found-rows = { $count ->
    [one] { $number } riga; il registro è completo fino al { $until }
   *[other] { $number } righe; il registro è completo fino al { $until }
}
register-found-refused = { $count ->
    [one] { $number } riga esclusa perché da correggere: è elencata qui sotto
   *[other] { $number } righe escluse perché da correggere: sono elencate qui sotto
}
register-found-unanswered = { $count ->
    [one] { $number } chiamata senza risposta
   *[other] { $number } chiamate senza risposta
}
register-found-overdue = { $count ->
    [one] { $number } caso ancora aperto oltre il termine: conta come non rispettato
   *[other] { $number } casi ancora aperti oltre il termine: contano come non rispettati
}
register-found-not-yet-due = { $count ->
    [one] { $number } caso aperto il cui termine non è ancora passato: per ora non conta
   *[other] { $number } casi aperti il cui termine non è ancora passato: per ora non contano
}
register-found-outside = { $count ->
    [one] { $number } giorno che non è lavorativo secondo il calendario della Carta, e non conta: { $days }
   *[other] { $number } giorni che non sono lavorativi secondo il calendario della Carta, e non contano: { $days }
}
register-found-missing = { $count ->
    [one] { $number } giorno lavorativo manca nel registro e non conta: { $days }. Se quel giorno l'ufficio era chiuso, lo indichi qui sotto e controlli di nuovo il file
   *[other] { $number } giorni lavorativi mancano nel registro e non contano: { $days }. Se in quei giorni l'ufficio era chiuso, lo indichi qui sotto e controlli di nuovo il file
}
register-found-missing-closed = { $count ->
    [one] { $number } giorno lavorativo manca nel registro e conta come giorno di chiusura: { $days }
   *[other] { $number } giorni lavorativi mancano nel registro e contano come giorni di chiusura: { $days }
}
register-more-days = { $count ->
    [one] { $number } altro
   *[other] altri { $number }
}
register-found-share = Casi che rispettano lo standard: { $kept } su { $cases } ({ $share })
register-found-mean = Valore dell'anno: media { $mean } su { $cases } casi (deviazione standard { $deviation })
register-found-one = Valore dell'anno: { $mean }, su un solo caso
register-found-replaces = { $count ->
    [one] Prende il posto del registro già importato, che ha { $number } caso
   *[other] Prende il posto del registro già importato, che ha { $number } casi
}
register-to-mend = Righe escluse, da correggere
register-more-faults = { $count ->
    [one] … e { $number } altra riga da correggere.
   *[other] … e altre { $number } righe da correggere.
}
register-fewer = { $count ->
    [one] Attenzione: il registro già importato ha { $number } caso, questo file ne ha di meno. Se importa questo file, quei casi non contano più.
   *[other] Attenzione: il registro già importato ha { $number } casi, questo file ne ha di meno. Se importa questo file, i casi che mancano non contano più.
}
register-confirm = Importa questi casi
register-confirm-about = Finora non è stato salvato nulla. Le righe escluse si possono correggere nel file e importare in seguito: il nuovo file prende il posto di questo.
register-note = { $count ->
    [one] Registro importato il { $day }, completo fino al { $until }: { $number } riga
   *[other] Registro importato il { $day }, completo fino al { $until }: { $number } righe
}
register-note-refused = { $count ->
    [one] { $count } esclusa
   *[other] { $count } escluse
}
register-note-not-yet-due = { $count ->
    [one] { $count } non ancora in scadenza
   *[other] { $count } non ancora in scadenza
}
register-note-missing-closed = { $count ->
    [one] { $count } giorno mancante contato come chiusura
   *[other] { $count } giorni mancanti contati come chiusura
}
register-note-stale = I numeri non sono più quelli del registro: scriva qui da dove vengono.

# Why a file is no register.
register-file-empty = Il file è vuoto: scelga il file CSV del registro.
register-file-not-text = Il file non è un CSV. Apra il foglio di calcolo e lo salvi come «CSV (delimitato dal separatore di elenco)».
register-no-rows = Nel file ci sono solo le intestazioni: aggiunga una riga per ogni caso.
register-no-calendar = Questo standard si conta in giorni lavorativi, ma la Carta dei Servizi non dice quali sono: apra le Carte dei Servizi, cominci una nuova versione, indichi i giorni della settimana e le feste locali, la adotti e la scelga nel piano della rilevazione.
register-no-column-day = Manca la colonna con il giorno: nella prima riga la intitoli «Data».
register-no-column-arrived = Manca la colonna con il giorno di arrivo: nella prima riga la intitoli «Arrivo».
register-no-column-settled = Manca la colonna con il giorno della risposta o della chiusura: nella prima riga la intitoli «Risposta».
register-no-column-value = Manca la colonna con il valore misurato: nella prima riga la intitoli «Valore», oppure con l'unità di misura (per esempio «Squilli»).
register-no-column-open = Manca la colonna che dice se l'ufficio era aperto: nella prima riga la intitoli «Aperto».
register-no-column-kept = Manca la colonna che dice se lo standard è stato rispettato: nella prima riga la intitoli «Rispettato».
register-no-case-counts = Nessun caso di questo file conta per il valore dell'anno: corregga le righe elencate, oppure aspetti che passi il termine dei casi aperti.
register-as-of-future = Un registro non può essere completo fino a un giorno futuro: indichi oggi o un giorno passato.
register-as-of-early = Questo giorno viene prima dell'anno di questa relazione: indichi un giorno di quell'anno o successivo.

# What is wrong with a row.
register-row = Riga { $line }: { $reason }
register-row-column = Riga { $line }, colonna «{ $column }»: { $reason }
register-row-too-many-cells = ci sono più celle che colonne, forse per un separatore dentro un testo. Metta il testo tra virgolette.
register-row-open-quote = le virgolette restano aperte fino alla riga { $until }. Chiuda o tolga le virgolette: queste righe sono escluse.
register-row-no-day = manca la data. La scriva come 31/12/2026.
register-row-day = «{ $typed }» non è una data. La scriva come 31/12/2026 (giorno, mese, anno con quattro cifre).
register-row-other-year = { $day } non è nel { $year }. Tolga la riga o corregga l'anno.
register-row-after = { $day } viene dopo il { $until }, fino a cui il registro è completo. Corregga la data, oppure indichi un giorno successivo.
register-row-before = la risposta del { $settled } viene prima dell'arrivo del { $arrived }. Controlli le due date.
register-row-no-value = manca il numero. Lo scriva, oppure tolga la riga.
register-row-value = «{ $typed }» non è un numero. Scriva solo il numero, per esempio 3 oppure 3,5.
register-row-ambiguous = «{ $typed }» si può leggere in due modi. Scriva le migliaia senza separatore, oppure al massimo due decimali.
register-row-negative = { $typed } è minore di zero. Scriva un numero da zero in su.
register-row-no-word = manca sì o no.
register-row-word = «{ $typed }» non è né sì né no. Scriva «sì» oppure «no».
register-row-repeated = questo caso è già alla riga { $first }. Tolga una delle due righe.

# The plan of a sample.
planner-needed-at-least = Per dimostrare almeno il { $target } servono almeno { $none } prove senza nessun errore, { $one } con un errore, { $two } con due errori.
planner-needed-at-most = Per dimostrare al massimo il { $target } di errori servono almeno { $none } prove senza nessun errore, { $one } con un errore, { $two } con due errori.
planner-safe = { $failures ->
    [0] Se il valore vero è { $supposed }, con { $cases } prove (nessun errore ammesso) la probabilità di dimostrarlo è almeno { $chance }.
    [one] Se il valore vero è { $supposed }, con { $cases } prove (al massimo un errore) la probabilità di dimostrarlo è almeno { $chance }.
   *[other] Se il valore vero è { $supposed }, con { $cases } prove (al massimo { $failures } errori) la probabilità di dimostrarlo è almeno { $chance }.
}
planner-never-safe = Se il valore vero è { $supposed }, nessun numero di prove dà una probabilità di dimostrarlo di almeno { $chance }: il valore è troppo vicino a quello promesso, o non lo raggiunge.
planner-table = Errori ammessi, prove e probabilità
planner-failures = Errori
planner-cases = Prove necessarie
planner-chance-of = Probabilità di dimostrarlo, se il valore vero è { $supposed }
planner-supposed = Se il valore vero fosse (%)
planner-supposed-wrong = Scriva una percentuale da 0 a 100, per esempio 98.
planner-count = Calcola
planner-under = meno di { $chance }
planner-over = più di { $chance }

# The year's contacts.
contacts-year-title = Contatti dell'anno
contacts-year-about = Quante persone si sono rivolte all'ufficio nell'anno, per canale e, se si sa, per motivo e tipo. I totali per canale vengono proposti quando si pianifica una rilevazione di quest'anno.
contacts-year-no-rows = Non è stato ancora inserito nessun contatto.
contacts-year-by-channel = Contatti per canale
contacts-year-rows = Contatti per canale, motivo e tipo
contacts-year-total = Tutti i contatti
contacts-year-share = Quota
contacts-year-reason = Motivo
contacts-year-kind = Tipo
contacts-year-number-of = Contatti
contacts-year-change = Modifica
contacts-year-remove = Togli
contacts-year-add = Aggiungi o correggi un numero
contacts-year-add-about = Lo stesso canale, motivo e tipo prende il posto del numero di prima. Motivo e tipo possono restare vuoti.
contacts-year-import = Importa da un file
contacts-year-send = Importa i contatti
contacts-year-file-hint = CSV con le intestazioni Canale, Motivo, Tipo, Contatti; solo Contatti è obbligatoria. Prende il posto di tutte le righe già inserite.
contacts-year-none = Canale non indicato
contacts-year-email = E-mail
contacts-year-kiosk = Totem
contacts-year-web = Sito e servizi online
contacts-year-desk = Sportello
contacts-year-phone = Telefono
contacts-year-paper = Posta
contacts-year-channel-unknown = Scelga un canale dell'elenco.
contacts-year-too-long = Il testo è troppo lungo: al massimo 120 caratteri.
contacts-year-number = Il numero è troppo grande per un ufficio: lo controlli.
contacts-year-no-column = Manca la colonna con il numero: nella prima riga la intitoli «Contatti».
contacts-year-faulty = Alcune righe sono da correggere: non è stato importato nulla, perché il totale sarebbe sbagliato.
contacts-year-to-mend = Righe da correggere nel file
contacts-year-row-channel = «{ $typed }» non è un canale conosciuto. Scriva sportello, telefono, e-mail, sito, posta o totem, oppure lasci vuoto.
contacts-year-row-number = «{ $typed }» non è un numero intero. Scriva solo il numero, per esempio 1200.
contacts-year-planned = Contatti registrati per il { $year }: { $contacts }. Una nuova rilevazione parte da questi numeri: li controlli. Se usa il totem, conti lì chi viene allo sportello.

# What was measured beside what citizens perceive.
report-perceived-caption = Quanto misurato e quanto percepito, anno { $year }
report-perceived-note = Il valore misurato viene dai registri dell'ufficio o da prove a campione; accanto, quanti utenti si dichiarano soddisfatti della stessa cosa nel questionario. Le due misure possono divergere: una dice che cosa è successo, l'altra come è stato vissuto. Tra parentesi l'intervallo al 95 %, che un registro completo non ha.
report-perceived-note-mean = Per le medie di un campione, tra parentesi i limiti da cui dipende l'esito.
report-column-measured = Valore misurato
report-column-measured-base = Casi
report-column-perceived-item = Domanda agli utenti
report-column-perceived = Utenti soddisfatti
report-column-perceived-base = Risposte
report-perceived-not-asked = non chiesto quest'anno
results-other-rule = La Carta conta ora con una regola diversa (altro limite o altri giorni) da quella con cui è stato contato questo valore: finché non lo importa o lo registra di nuovo, l'esito è «non dimostrabile».
results-published-stays = La relazione di quest'anno è già pubblicata: gli esiti pubblicati non cambiano. Ciò che registra ora si vede solo nelle pagine dell'ufficio, finché non pubblica di nuovo la relazione.
results-done-register-removed = Il registro è stato tolto. Il valore rilevato resta.
register-remove = Togliere il registro
register-remove-about = I casi del registro vengono cancellati dalla banca dati; il valore rilevato resta. Lo faccia quando la relazione è pubblicata e il registro non serve più: i numeri di pratica possono riguardare persone.
register-remove-do = Togli il registro
