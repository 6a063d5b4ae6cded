# What commands say in the terminal.
check-warning = avviso:{ " " }
check-form-usable = questionario utilizzabile
check-form-refused = questionario non utilizzabile
check-charter-usable = Carta dei Servizi utilizzabile
check-charter-refused = Carta dei Servizi non utilizzabile
check-file-refused = file non utilizzabile
check-errors = { $count ->
    [one] { $count } errore
   *[other] { $count } errori
}
check-warnings = { $count ->
    [one] { $count } avviso
   *[other] { $count } avvisi
}
check-refused = { $files ->
    [one] Il file non è accettato
   *[other] File non accettati: { $refused } su { $files }
}. Corregga ciò che è segnato e ripeta il controllo.
check-form-unusable = Il questionario indicato con --form non si può usare.
import-no-year = Indichi una rilevazione con --survey, oppure una colonna dell'anno nel file di mappatura.
import-no-survey = Indichi una rilevazione con --survey, oppure un ufficio e un questionario con --office e --form.
import-no-office = «{ $code }» non è il codice di un ufficio: scriva una lettera minuscola, poi lettere, cifre o _.
import-wrong-year = { $year } non è un anno.
import-code-long = «{ $code }» è troppo lungo per il codice di una rilevazione.
import-columns-missing = { $file }: il file di mappatura indica { $absent }, che qui non è una colonna. Le colonne sono: { $columns }
import-closed-before = { $year }: già importato e chiuso
import-in-the-field = la rilevazione { $code } è stata pianificata per raccogliere risposte: per aggiungervi quelle del file la indichi con --survey
import-stays-open = la rilevazione { $code } resta aperta per le righe corrette
import-in-brief = { $rows ->
    [one] { $rows } riga
   *[other] { $rows } righe
}: { $new } registrate ora, { $again } già registrate, { $refused } non accettate
import-line = riga { $line }: { $reasons }
import-not-taken = { $count ->
    [one] { $count } riga non è stata accettata; tutte le altre sono registrate. Si trova con il motivo in { $path }: la corregga e importi quel file.
   *[other] { $count } righe non sono state accettate; tutte le altre sono registrate. Si trovano con i motivi in { $path }: le corregga e importi quel file.
}
import-empty = { $file }: il file è vuoto.
import-not-text = { $file }: non è né un testo né una cartella di lavoro .xlsx. Salvi il foglio di calcolo come .xlsx o CSV.
import-likely = Non è stato registrato nulla. Queste colonne somigliano a una domanda senza averne il testo:
    { $columns }
    Aggiunga --likely read per leggerle così, oppure --likely leave per lasciarle fuori.
import-days = Non è stato registrato nulla: il file non dice se nelle date viene prima il giorno o il mese. { $days } Aggiunga --days day_first oppure --days month_first.
terminal-no-survey = Non esiste una rilevazione «{ $code }»: controlli il codice nel suo indirizzo.
terminal-exists = { $path } esiste già: scelga un altro nome.
terminal-password = Non è possibile leggere la password: { $reason }
terminal-password-ask = Password
terminal-password-again = Password, di nuovo
terminal-password-differs = Le due password sono diverse e nulla è cambiato: riprovi.
terminal-migrated = Il database è aggiornato.
terminal-backup-without-keys = Il file delle chiavi { $path } non fa parte di questa copia: ne conservi le copie altrove.
terminal-mail-from = mail.from non è un indirizzo e-mail.
terminal-mail-tls = Non è possibile stabilire una connessione TLS con il server di posta: { $reason }
terminal-mail-password = mail.smtp_password passerebbe in rete senza protezione: indichi starttls o tls in mail.smtp_security.
failed-keys = Non è possibile usare il file delle chiavi: { $reason }.
failed-key-missing = Il file delle chiavi non contiene la chiave della rilevazione { $reason }: è quello di questo database?
failed-broken = Non è possibile leggere: { $reason }.
failed-report = Non è stato possibile preparare la relazione: { $reason }
failed-store-not-found = Non si trova nel database.
failed-store-conflict = È già nel database: scelga un altro nome, numero o indirizzo.
failed-store-busy = Il database è occupato e non è stato registrato nulla: riprovi fra qualche istante.
failed-store-full = Il disco del database è pieno e non è stato registrato nulla: liberi spazio, poi riprovi.
failed-store-unreachable = Il database non è raggiungibile: controlli l'indirizzo, che sia in funzione e i permessi ({ $reason }).
failed-store-newer = Il database è stato creato da una versione più recente (migrazione { $reason }): installi quella versione, oppure ripristini una copia.
failed-store-address = Questo non è l'indirizzo di un database: scriva sqlite:PERCORSO per un file, oppure postgres://UTENTE@HOST/NOME per un server PostgreSQL.
failed-store-other = Errore del database: { $reason }
terminal-account-off = disattivato
usage-unknown-argument = «{ $argument }» non è previsto.
usage-unknown-command = Il comando «{ $command }» non esiste.
usage-missing = Manca: { $arguments }
usage-twice = «{ $argument }» si può indicare una volta sola.
usage-conflict = «{ $argument }» non può stare insieme a «{ $other }».
usage-no-value = «{ $argument }» richiede un valore.
usage-wrong-value = «{ $value }» non va bene per «{ $argument }»: { $reason }.
usage-number = scriva un numero intero
usage-one-of = scriva una di queste parole: { $words }
usage-goal-item = prima di = scriva il codice di una domanda
usage-goal-target = scriva il valore come quota da 0 a 1, per esempio overall=0.8
usage-missing-code = scriva CODICE=blank, CODICE=dont_know o CODICE=not_applicable
usage-did-you-mean = Forse intendeva «{ $suggestion }».
usage-written = Si scrive così: { $usage }
usage-help = Con --help si leggono le istruzioni (in inglese).
terminal-mail-bounce-address = mail.bounce_address non è un indirizzo di posta elettronica.
terminal-mail-dkim-key = mail.dkim_key non è una chiave privata per firmare: serve un file PEM con una chiave RSA di almeno 2048 bit oppure Ed25519.
terminal-report-input = Il messaggio non si può leggere dall'ingresso standard: { $reason }
terminal-report-early = La lettera di cui parla questo messaggio sta partendo in questo momento: ripresenti il messaggio.
