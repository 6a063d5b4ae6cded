# Mistakes in files that people edit, as fault.rs tells them: what is wrong, and what to change.

# What the tables of a file are called, where something is missing in them or not known there.
fault-what-form = In questo questionario
fault-what-factor = In questo fattore
fault-what-scale = In questa scala
fault-what-point = In questo punto della scala
fault-what-page = In questa pagina
fault-what-question = In questa domanda
fault-what-choice = In questa scelta
fault-what-item = In questa voce
fault-what-charter = In questa Carta dei Servizi
fault-what-standard = In questo standard
fault-what-indicator = In questo indicatore
fault-what-targets = In questo elenco di valori programmati
fault-what-calendar = In questo calendario
fault-what-settings = In questa configurazione
fault-what-section = In questa sezione
fault-what-mapping = In questo file di mappatura

# The whole file and its syntax.
fault-not-utf-8 = Questo testo non è in UTF-8.
fault-hint-utf-8 = Salvi il file in UTF-8: nel programma di scrittura «Salva con nome», codifica UTF-8.
fault-unreadable = Non è possibile leggere questo file: { $reason }.
fault-hint-unreadable = Controlli il nome del file e di avere il permesso di leggerlo.
fault-file-large = Questo file supera 1 MB.
fault-hint-file-large = Un questionario o una Carta dei Servizi è un breve file di testo: è questo il file giusto?
fault-toml = Questo non è TOML: «{ $detail }».
fault-hint-toml = Scriva: nome = "testo", nome = 5, nome = true, nome = [a, b] oppure nome = { "{" } it = "...", en = "..." { "}" }.
fault-toml-twice = Questo non è TOML: lo stesso nome compare due volte.
fault-hint-toml-twice = Ne lasci uno solo; per aggiungere una pagina, una domanda o uno standard cominci con le doppie parentesi quadre [[...]].
fault-toml-string = Questo non è TOML: qui un testo non è scritto correttamente.
fault-hint-toml-string = Scriva i testi fra virgolette doppie; dentro un testo scriva \" al posto di una virgoletta.
fault-toml-list = Questo non è TOML: qui manca, o è di troppo, una parentesi quadra o una virgola.
fault-hint-toml-list = Scriva un elenco come [a, b], il nome di una sezione come [nome], quello di una fra più sezioni uguali come [[nome]].
fault-toml-braces = Questo non è TOML: qui manca, o è di troppo, una parentesi graffa o una virgola.
fault-hint-toml-braces = Scriva più voci insieme come { "{" } it = "...", en = "..." { "}" }.
fault-toml-entry = Questo non è TOML: qui manca un nome, il segno = o un valore.

# A form in JSON.
fault-json = Questo non è JSON.
fault-hint-json = Controlli virgole, virgolette e parentesi vicino al punto indicato: ogni nome va fra virgolette doppie e, dopo l'ultima voce, la virgola non ci va.
fault-json-object = Un questionario in JSON è un solo oggetto.
fault-hint-json-object = Cominci con una parentesi graffa: { "{" } "code": "...", "languages": ["it"], ... { "}" }.
fault-json-null = `{ $key }` è null.
fault-hint-json-null = Tolga la voce: ciò che manca non si scrive.
fault-json-twice = `{ $key }` compare qui due volte.

# Why the system refused a file or an address.
fault-system-not-found = non esiste nulla con questo nome
fault-system-not-permitted = manca il permesso
fault-system-exists = esiste già qualcosa con questo nome
fault-system-folder = è una cartella
fault-system-no-folder = una parte del percorso non è una cartella
fault-system-full = il disco è pieno
fault-system-quota = lo spazio assegnato sul disco è esaurito
fault-system-read-only = il disco è in sola lettura
fault-system-not-utf-8 = il testo non è in UTF-8
fault-system-address-taken = l'indirizzo è già usato da un altro programma
fault-system-address-foreign = questo computer non ha questo indirizzo

# Keys and values of any file.
fault-missing = { $what } manca `{ $key }`.
fault-unknown-key = { $what } `{ $key }` non è previsto.
fault-type = `{ $key }` dev'essere { $wanted }: qui c'è { $found }.
fault-type-text = un testo fra virgolette doppie
fault-type-texts = un testo in una o più lingue
fault-type-integer = un numero intero
fault-type-number = un numero con il punto decimale
fault-type-flag = vero o falso (true o false)
fault-type-day = una data
fault-type-days = un elenco di giorni
fault-type-list = un elenco
fault-type-strings = un elenco di testi
fault-type-tables = un elenco di gruppi di voci
fault-type-table = un gruppo di voci
fault-hint-text = Scriva { $key } = "...".
fault-hint-texts = Scriva { $key } = "..." oppure { $key } = { "{" } it = "...", en = "..." { "}" }.
fault-hint-integer = Scriva { $key } = 5, senza virgolette.
fault-hint-number = Scriva { $key } = 0.8, con il punto e senza virgolette.
fault-hint-flag = Scriva { $key } = true oppure { $key } = false, senza virgolette.
fault-hint-day = Scriva la data senza virgolette: { $key } = 2026-03-01.
fault-hint-days = Scriva { $key } = [2026-08-14, 2026-12-24], senza virgolette.
fault-hint-strings = Scriva { $key } = ["...", "..."].
fault-hint-tables = Scriva [[...]] con le voci sulle righe seguenti, oppure { $key } = [{ "{" } ... { "}" }, { "{" } ... { "}" }].
fault-hint-table = Scriva { $key } = { "{" } nome = valore, ... { "}" }.
fault-not-between = `{ $key }` non può valere { $value }.
fault-hint-between = Il valore dev'essere compreso fra { $least } e { $most }.
fault-not-a-code = `{ $typed }` non è un codice valido.
fault-hint-code = Un codice comincia con una lettera minuscola e prosegue con lettere, cifre o _ (al massimo 40 caratteri, senza accenti).
fault-hint-add-code = Aggiunga { $key } = "...". Un codice comincia con una lettera minuscola e prosegue con lettere, cifre o _ (al massimo 40 caratteri, senza accenti).
fault-unknown-word = `{ $key }` non può valere `{ $typed }`.
fault-hint-add-word = Aggiunga { $key } = "..." con uno di questi valori: { $known }.
fault-hint-nearest = Forse intendeva `{ $word }`.
fault-hint-known = Qui sono previsti: { $known }.
fault-hint-take-out = Lo tolga.
fault-hint-add-languages = Scriva languages = ["it"]; la prima lingua sostituisce quelle in cui un testo manca.
fault-no-language = Non è indicata nessuna lingua.
fault-language-twice = `{ $language }` compare due volte.
fault-hint-once = Lo lasci una volta sola.
fault-not-a-language = `{ $typed }` non è il codice di una lingua.
fault-hint-language = Scriva due o tre lettere minuscole: it, en, de, fr, ar.
fault-foreign-language = `{ $typed }` non è fra le lingue di questo file.
fault-hint-foreign-language = Le lingue del file sono { $known }; la aggiunga a `languages`, all'inizio.
fault-hint-add-text = Aggiunga { $key }.{ $language } = "...".
fault-no-first-text = In `{ $key }` manca il testo in `{ $language }`, la lingua che sostituisce le altre.
fault-untranslated = In `{ $key }` manca il testo in: { $languages }.
fault-hint-untranslated = Chi legge in quella lingua vedrebbe il testo in `{ $first }`.
fault-text-control = Questo testo contiene un carattere di controllo ({ $sign }).
fault-hint-text-control = Lo cancelli: se non si vede, riscriva il testo.
fault-text-empty = Questo testo è vuoto.
fault-hint-text-empty = Scriva il testo, oppure tolga l'intera voce.
fault-text-long = Questo testo supera { $most } caratteri.
fault-hint-shorten = Lo accorci: nessuno legge tanto sul telefono.

# Forms.
fault-code-taken = `{ $code }` è già il codice di un'altra risposta.
fault-hint-code-taken = È usato alla riga { $line }: qui scelga un altro codice.
fault-name-long = Il nome della risposta, `{ $name }`, supererebbe { $most } caratteri.
fault-hint-name-long = Accorci il codice della domanda o della scelta.
fault-no-factor = Non esiste un fattore `{ $code }`.
fault-no-scale = Non esiste una scala `{ $code }`.
fault-hint-add-section = Aggiunga una sezione { $section } con questo codice.
fault-form-large = Il questionario ha { $fields } campi; il massimo è { $most }.
fault-hint-form-large = Lo divida in due questionari.
fault-two-factors = Ci sono due fattori `{ $code }`.
fault-two-pages = Ci sono due pagine `{ $code }`.
fault-two-scales = Ci sono due scale `{ $code }`.
fault-two-choices = Qui ci sono due scelte `{ $code }`.
fault-hint-other-code = Dia un altro codice a una delle due voci.
fault-hint-add-pages = Aggiunga [[pages]] e, sotto, [[pages.questions]].
fault-hint-add-questions = Aggiunga [[pages.questions]] sotto la pagina, oppure tolga la pagina.
fault-role-of-ratings = Questo ruolo è possibile solo per una valutazione (`rating`) o una tabella di valutazioni (`matrix`).
fault-hint-role-of-ratings = Indichi kind = "rating" e una scala, oppure un altro ruolo: expectation, need, profile, filter, comment.
fault-role-of-texts = Il ruolo `comment` è possibile solo per un testo libero (`open_text`).
fault-hint-role-of-texts = Indichi un altro ruolo: need, profile, filter.
fault-recommend-scale = Il ruolo `recommend` richiede una scala da 0 a 10.
fault-hint-recommend-scale = Aggiunga una scala di undici punti, con valori da 0 a 10, e la indichi qui.
fault-hint-add-scale = Aggiunga scale = "..." con il codice di una delle scale in [[scales]].
fault-hint-add-bounds = Un numero ha un valore minimo e uno massimo: least = 0, most = 120.
fault-bounds = { $most } non può chiudere un intervallo che comincia da { $least }.
fault-hint-bounds = `most` dev'essere maggiore di `least`.
fault-few-choices = Servono almeno due scelte.
fault-hint-add-choices = Aggiunga choices = [{ "{" } code = "...", label.it = "..." { "}" }, ...].
fault-same-value = Due scelte sarebbero registrate come { $value }.
fault-hint-same-value = Dia a ogni scelta un valore diverso: value = 3.
fault-no-items = Una tabella di valutazioni (`matrix`) ha almeno una voce.
fault-hint-add-items = Aggiunga [[pages.questions.items]] con code e text.
fault-few-points = Una scala ha almeno due punti.
fault-hint-add-points = Scriva points = [{ "{" } value = 1, label.it = "..." { "}" }, { "{" } value = 2, label.it = "...", satisfied = true { "}" }].
fault-hint-add-value = Dia a ogni punto il numero che viene registrato e contato: value = 1.
fault-points-order = { $value } non viene dopo il valore del punto precedente.
fault-hint-points-order = Scriva i punti dal valore più basso al più alto, ogni valore una volta sola.

# Conditions (show_if).
fault-condition-end = La condizione dovrebbe finire qui.
fault-hint-condition-end = Unisca le condizioni con `and` (e) oppure `or` (o).
fault-condition-sign = `{ $sign }` non ha significato in una condizione.
fault-condition-not = Qui `!` non ha significato.
fault-hint-condition-not = Scriva `!=` (diverso da) oppure `not` (non).
fault-condition-number = Questo non è un numero intero.
fault-hint-condition = Esempio: overall <= 2 and (services is any of [wifi, job_desk] or not first_visit = yes).
fault-condition-deep = Questa condizione contiene troppe condizioni l'una dentro l'altra.
fault-hint-condition-deep = Divida la domanda in due.
fault-condition-parenthesis = Qui manca la parentesi di chiusura `)`.
fault-condition-is = Dopo `is` viene `any of [...]` (uno fra) oppure `answered` (ha risposta).
fault-condition-of = Dopo `is any` viene `of [...]`.
fault-condition-list = Dopo `is any of` viene un elenco fra parentesi quadre.
fault-condition-list-end = Qui l'elenco dovrebbe finire con `]` o proseguire con una virgola.
fault-condition-comparison = Dopo `{ $code }` viene un confronto: = != < <= > >=, `is any of [...]` oppure `is answered`.
fault-condition-incomparable = `{ $code }` non si può confrontare.
fault-hint-not-a-matrix = È una tabella di valutazioni: indichi una delle sue voci.
fault-hint-not-a-text = Un testo libero non può decidere che cosa si chiede dopo.
fault-hint-not-a-note = È un testo da leggere: non ha risposta.
fault-condition-code = Qui va il codice di una domanda precedente.
fault-condition-unknown = Nessuna domanda ha il codice `{ $code }`.
fault-hint-nothing-before = Prima di questo punto non si chiede nulla.
fault-condition-later = `{ $code }` non viene chiesto prima di questo punto.
fault-hint-condition-later = Una condizione può riguardare solo domande precedenti: sposti una delle due.
fault-condition-value-missing = Qui manca il valore con cui confrontare `{ $code }`.
fault-condition-order = `{ $code }` non può essere maggiore o minore di una scelta.
fault-hint-condition-order = Le scelte non hanno un ordine: usi = o !=, oppure `is any of [...]`.
fault-condition-value = `{ $code }` non può avere questo valore.
fault-hint-condition-points = La sua scala prevede { $points }.
fault-condition-choice = `{ $code }` non prevede questa scelta.

# Charters.
fault-hint-add-act = Indichi l'atto che ha approvato la Carta: act = "Deliberazione n. 12 del 15 gennaio 2026".
fault-hint-add-approved-on = Indichi la data dell'atto di approvazione, senza virgolette: approved_on = 2026-01-15.
fault-hint-add-valid-from = Indichi il primo anno di validità della Carta: valid_from = 2026.
fault-validity = La Carta finirebbe nel { $to }, prima di cominciare nel { $from }.
fault-charters-overlap = In uno di questi anni vale già la Carta `{ $code }`, dal { $from } al { $to }.
fault-charters-overlap-open = In uno di questi anni vale già la Carta `{ $code }`, dal { $from } in poi.
fault-hint-charters-overlap = Un ufficio ha una sola Carta per volta: cambi gli anni, oppure adotti prima una versione dell'altra Carta con `valid_to`.
fault-hint-validity = `valid_to` è l'ultimo anno; lo tolga se non c'è.
fault-hint-add-standards = Aggiunga [[standards]] per ogni impegno.
fault-two-standards = Ci sono due standard `{ $code }`.
fault-hint-add-target = Indichi quando l'impegno è mantenuto: target = 0.80 per l'80 %.
fault-not-a-year = `{ $typed }` non è un anno.
fault-hint-targets = Scriva targets = { "{" } 2025 = 0.75, 2026 = 0.80 { "}" }.
fault-hint-indicator = Scriva indicator = { "{" } survey = "overall", statistic = "satisfied_share" { "}" }, { "{" } operational = "share", coverage = "sample" { "}" } oppure { "{" } fact = "surveys_held" { "}" }.
fault-unmeasured = Qui non è detto come si misura.
fault-measured-twice = Qui la misura è indicata in più di un modo.
fault-target = { $value } non può essere il valore programmato di questo indicatore.
fault-hint-share = Una quota è compresa fra 0 e 1: per indicare { $percent } % scriva { $share }.
fault-hint-index = Un indice è compreso fra 0 e 100.
fault-hint-mean = Una media è compresa nella scala della voce.
fault-hint-not-negative = Non può essere negativo.
fault-hint-surveys-held = Scriva quante rilevazioni all'anno: 1.
fault-unknown-factor = Non c'è nessun fattore `{ $code }`.
fault-not-a-holiday = `{ $typed }` non è un giorno che torna ogni anno.
fault-hint-holiday = Scriva mese e giorno: "06-24" per il 24 giugno.
fault-no-weekday = Non è indicato nessun giorno lavorativo della settimana.
fault-hint-add-weekdays = Scriva weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"].
fault-no-calendar = `{ $standard }` si conta in giorni lavorativi, ma questa Carta non ha un calendario.
fault-hint-add-calendar = Aggiunga [calendar] con weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"], oppure conti i giorni di calendario.
fault-hint-add-limit = Indichi fino a quale valore un caso mantiene l'impegno: limit = 3.
fault-limit-negative = { $value } non può essere un limite.
fault-perceived-twice = Questo standard si misura già con quello che dicono gli utenti.
fault-hint-perceived-twice = Tolga `perceived`: serve solo agli indicatori operativi.
fault-target-empty = Qualsiasi valore mantiene un valore programmato di { $value }.
fault-hint-target-empty = Scriva un valore programmato che possa anche non essere raggiunto.
fault-target-undemonstrable = Nessun campione può dimostrare un valore programmato di { $value }: dovrebbe mostrare ogni singolo caso.
fault-hint-target-undemonstrable = Prometta un po' meno (0.95), oppure tenga un registro completo: coverage = "register".
fault-target-idle = Il valore programmato del { $year } non si usa mai: in quell'anno la Carta non è valida.
fault-hint-target-idle = Lo tolga, oppure corregga gli anni di validità della Carta (valid_from e valid_to).

# A charter against the form that measures it.
fault-not-asked = Il questionario `{ $form }` non chiede nulla con il codice `{ $item }`.
fault-hint-not-asked = Indichi una valutazione o una voce di una tabella di valutazioni, oppure aggiunga la domanda.
fault-off-scale = `{ $item }` del questionario `{ $form }` non si valuta su una scala.
fault-hint-off-scale = Indichi una valutazione o una voce di una tabella di valutazioni.
fault-nothing-satisfied = Nessun punto della scala di `{ $item }` conta come soddisfatto.
fault-hint-nothing-satisfied = Aggiunga satisfied = true a punti della scala nel questionario, oppure usi un'altra statistica.
fault-top-is-all = I due punti più alti sono l'intera scala di `{ $item }`.
fault-hint-top-is-all = Usi statistic = "satisfied_share".
fault-target-off-scale = Il valore programmato di `{ $standard }` non è compreso nella scala di `{ $item }`.
fault-hint-target-off-scale = Una sua media è compresa fra { $lowest } e { $highest }.

# Settings, in a file or in variables of the environment.
fault-setting-unknown = Questa impostazione non esiste.
fault-hint-settings = L'elenco delle impostazioni si ottiene con ascolto serve --print-defaults.
fault-setting-number = «{ $typed }» non è un numero intero.
fault-hint-setting-number = Scriva un numero da 0 a 65535.
fault-setting-word = «{ $typed }» qui non è previsto.
fault-web-address = «{ $typed }» non è un indirizzo web.
fault-hint-web-address = Lo scriva come https://ascolto.example.org.
fault-address = «{ $typed }» non è un indirizzo con una porta.
fault-hint-address = Lo scriva come 127.0.0.1:8080.
fault-time-zone = «{ $typed }» non è un fuso orario.
fault-hint-time-zone = Lo scriva come Europe/Rome.
fault-languages = Questi non sono codici di lingue.
fault-hint-languages = Li scriva come ["it", "en"], almeno uno.
fault-sender = «{ $typed }» non è un indirizzo e-mail.
fault-authority-unreadable = «{ $typed }» non si può leggere: { $reason }.
fault-authority = «{ $typed }» non contiene un certificato PEM.
fault-hint-authority = Indichi un file PEM con il certificato dell'autorità, oppure lo lasci vuoto.
fault-hint-sender = Lo scriva come urp@example.org.
fault-database-address = Questo non è l'indirizzo di un database.
fault-hint-database-address = Lo cominci con sqlite: oppure postgres://.

# The command line, where the system refuses.
fault-path = { $path }: { $reason }.
fault-key-file = Non è possibile usare il file delle chiavi { $path }: { $reason }.
fault-listen = Non è possibile usare l'indirizzo { $address }: { $reason }. Indichi in server.address un indirizzo e una porta liberi.

# Il piano di un'analisi
fault-what-plan = In questo piano
fault-what-plan-scale = In questa scala
fault-what-plan-missing = Fra i codici mancanti
fault-what-plan-item = In questa voce
fault-what-plan-goal = In questo obiettivo
fault-what-plan-bands = In queste fasce
fault-what-plan-compare = In questo confronto
fault-what-plan-drivers = Nelle determinanti
fault-what-plan-gap = In questo scarto
fault-what-plan-index = In questo indice
fault-what-plan-importance = Nell'importanza
fault-what-plan-strata = Negli strati
fault-what-plan-rake = Nella ponderazione
fault-what-plan-margin = In questo margine
fault-what-plan-totals = Fra questi totali
fault-type-numbers = un elenco di numeri
fault-hint-numbers = Scriva { $key } = [0.6, 0.7].
fault-plan-scale = Una scala non può andare da { $least } a { $most }.
fault-hint-plan-scale = Scriva il codice minore in least e il maggiore in most: fra i due al più 250 codici.
fault-plan-no-scale = La voce `{ $item }` non ha una scala.
fault-hint-plan-no-scale = Aggiunga [scale] con least e most, oppure per questa voce sola [[item]] con la sua scale.
fault-plan-twice = `{ $name }` c'è due volte.
fault-hint-plan-twice = Ne lasci una sola.
fault-hint-plan-item-name = Aggiunga name = "..." con il nome della colonna.
fault-hint-plan-items = Aggiunga items = ["..."] con i nomi delle colonne delle risposte.
fault-hint-plan-target = Aggiunga target = 0.8, una quota da 0 a 1.
fault-hint-plan-text = Aggiunga { $key } = "...".
fault-plan-bands = I limiti delle fasce mancano o non crescono.
fault-hint-plan-bands = Scriva up_to = [19, 21, 23]: la prima fascia arriva a 19, l'ultima non ha fine.
fault-plan-weights = Le voci sono { $items } e i pesi { $weights }, o un peso è negativo.
fault-hint-plan-weights = Scriva un peso non negativo per ogni voce, nello stesso ordine; senza weights i pesi sono uguali.
fault-plan-importance = Le voci di soddisfazione e di importanza non sono altrettante.
fault-hint-plan-importance = Scriva satisfaction e importance con le voci nello stesso ordine.
fault-plan-no-item = `{ $name }` non è fra le voci del piano.
fault-plan-several = { $key } chiede almeno due voci.
fault-hint-plan-several = Ne aggiunga, o tolga la riga.
fault-plan-share = { $number } non è una quota.
fault-hint-plan-share = Scriva una quota da 0 a 1: 0.8 per l'80 %.
fault-plan-total = Un totale non può essere { $number }.
fault-hint-plan-total = Scriva quote o numeri di utenti da 0 in su.
fault-hint-plan-population = Aggiunga population = 20000, il numero degli utenti.
fault-hint-plan-margin = Aggiunga [[rake.margin]] con variable e shares.
fault-hint-plan-shares = Aggiunga shares = {"{"} "1" = 0.45, "2" = 0.55 {"}"}, o counts con i numeri degli utenti.
fault-dkim-key = Il file { $typed } non contiene una chiave privata per firmare.
fault-dkim-key-unreadable = Il file { $typed } non si può leggere: { $reason }
fault-hint-dkim-key = Serve un file PEM con una chiave RSA di almeno 2048 bit oppure Ed25519, per esempio da: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048. Lasci "" se firma il server di posta.
fault-hours = «{ $typed }» non è un orario.
fault-hint-hours = Scriva dalle-alle, per esempio hours = "08:00-19:00", oppure "" per spedire a qualsiasi ora.
fault-weekday = «{ $typed }» non è un giorno della settimana.
fault-hint-weekday = I giorni sono: "mon", "tue", "wed", "thu", "fri", "sat", "sun".
fault-report-rule = «{ $typed }» non è una regola per i rapporti di consegna.
fault-hint-report-rule = Scriva uno stato o un motivo, poi = hard, soft o ignore: "5.1.1 = hard" oppure "mailbox_full = soft".
fault-imap-user = Una casella ha bisogno di un utente: imap_user è vuoto.
fault-hint-imap-user = Scriva imap_user e imap_password, oppure imap_host = "" per nessuna casella.
fault-imap-in-clear = Con imap_security = "{ $typed }" la password passerebbe in chiaro nella rete.
fault-hint-imap-in-clear = Scriva "tls" o "starttls"; "none" è solo per un server su questa macchina.

# The texts of letters that staff write.
fault-letter-unknown = «{ $name }» non è un segnaposto.
fault-letter-not-here = Il segnaposto «{ $name }» qui non si può usare.
fault-letter-unclosed = Questa graffa non è chiusa.
fault-letter-unopened = Questa graffa non è aperta.
fault-hint-letter-braces = Le graffe racchiudono soltanto i segnaposto, per esempio { "{" }ufficio{ "}" }.
fault-letter-missing = Manca { $name }.
fault-hint-letter-missing = Aggiunga { $name } dove la frase lo richiede.
fault-hint-letter-missing-link = Aggiunga { $name } in un paragrafo a sé: diventa il pulsante con il collegamento.
fault-letter-twice = { $name } compare più di una volta.
fault-hint-letter-twice = Lo lasci una volta sola: chi legge deve trovare un solo pulsante.
fault-letter-alone = { $name } non è in un paragrafo a sé.
fault-hint-letter-alone = Lo separi dal resto con una riga vuota prima e una dopo.
fault-letter-no-subject = Manca l'oggetto.
fault-hint-letter-subject = Scriva una riga che dica chi scrive e perché.
fault-letter-subject-lines = L'oggetto ha più di una riga.
fault-hint-letter-one-line = Lo scriva su una riga sola.
fault-letter-subject-long = L'oggetto è troppo lungo.
fault-letter-empty = Il testo è vuoto.
fault-hint-letter-empty = Scriva il testo, oppure ripristini quello del programma.
fault-letter-long = Il testo è troppo lungo.
fault-hint-letter-shorter = { $most ->
    [one] Al massimo { $most } carattere.
   *[other] Al massimo { $most } caratteri.
}
fault-letter-http = Questo indirizzo non è protetto.
fault-letter-short = Questo indirizzo abbreviato nasconde dove porta.
fault-hint-letter-link = Molte persone hanno imparato a non aprire indirizzi così: se può, ne scriva uno per intero che cominci con https.
