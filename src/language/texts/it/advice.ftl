# Il consigliere: che cosa segnalerebbe chi fa questionari di mestiere. Per ogni cosa: che cosa c'è, perché, che cosa fare, chi lo dice.

advice-hint = { $why } { $fix } ({ $source })

advice-double-barrelled = Sembra che qui si chiedano due cose insieme: «{ $marked }».
advice-double-barrelled-why = Chi è soddisfatto dell'una e non dell'altra non può rispondere.
advice-double-barrelled-fix = Chieda una cosa sola, o ne faccia due voci.
advice-double-barrelled-source = Payne 1951; Converse e Presser 1986

advice-leading = «{ $marked }» spinge verso una risposta.
advice-leading-why = Molti danno ragione a chi domanda, e il risultato piace senza essere vero.
advice-leading-fix = Chieda in modo neutro, per esempio «Quanto La soddisfa …».
advice-leading-source = Payne 1951; Schuman e Presser 1981

advice-negation = Qui c'è una negazione: «{ $marked }».
advice-negation-why = Chi risponde «no», o «per niente», deve negare una negazione: molti sbagliano.
advice-negation-fix = La scriva in positivo: invece di «Non ho aspettato molto», «Tempo di attesa».
advice-negation-source = Swain, Weathers e Niedrich 2008; Krosnick e Presser 2010

advice-double-negation = Qui ci sono due negazioni: «{ $marked }».
advice-double-negation-why = Non si capisce più che cosa significhi essere d'accordo.
advice-double-negation-fix = La riscriva senza negazioni.
advice-double-negation-source = Krosnick e Presser 2010

advice-absolute = «{ $marked }» non ammette eccezioni.
advice-absolute-why = Basta un'eccezione perché chi è soddisfatto debba rispondere «no».
advice-absolute-fix = Tolga la parola, o chieda quanto o quanto spesso.
advice-absolute-source = Payne 1951; Dillman, Smyth e Christian 2014

advice-unbalanced-scale = La scala { $scale } ha { $better ->
    [0] nessun punto favorevole
    [one] un punto favorevole
   *[other] { $better } punti favorevoli
} e { $worse ->
    [0] nessuno sfavorevole
    [one] uno sfavorevole
   *[other] { $worse } sfavorevoli
}.
advice-unbalanced-scale-why = Le risposte si spostano dalla parte che ha più punti.
advice-unbalanced-scale-fix = Metta lo stesso numero di punti dalle due parti.
advice-unbalanced-scale-source = Krosnick e Presser 2010; Dillman, Smyth e Christian 2014

advice-unlabelled-scale = Gli estremi della scala { $scale } non hanno un'etichetta.
advice-unlabelled-scale-why = Ognuno dà ai numeri un significato suo, e un lettore di schermo leggerebbe solo quelli.
advice-unlabelled-scale-fix = Dica che cosa significano il valore più basso e il più alto.
advice-unlabelled-scale-source = Krosnick e Presser 2010

advice-too-many-points = La scala { $scale } ha { $points } punti, più di { $most }.
advice-too-many-points-why = Nessuno distingue tanti punti: la precisione in più è solo apparente.
advice-too-many-points-fix = Usi 5 o 7 punti con etichetta, o una scala da 0 a 10 con etichette agli estremi.
advice-too-many-points-source = Krosnick e Presser 2010; Preston e Colman 2000

advice-no-dont-know = La scala { $scale } non offre né «non so» né «non mi riguarda».
advice-no-dont-know-why = Chi non ha mai usato quel servizio dovrebbe indovinare.
advice-no-dont-know-fix = Aggiunga alla scala «non so» (dont_know) o «non mi riguarda» (not_applicable). Cambiano le risposte possibili di ogni domanda su questa scala: si fa fra una rilevazione e l'altra, non mentre una è aperta.
advice-no-dont-know-source = Schuman e Presser 1981; Dillman, Smyth e Christian 2014

advice-none-satisfied = Nessun punto della scala { $scale } conta come soddisfatto.
advice-none-satisfied-why = Le quote di utenti soddisfatti si basano su questi punti.
advice-none-satisfied-fix = Indichi quali contano: «conta come soddisfatto» (satisfied = true).
advice-none-satisfied-source = Dipartimento della Funzione pubblica 2004, direttiva sulla qualità percepita

advice-neutral-satisfied = Il punto neutro della scala { $scale } conta come soddisfatto.
advice-neutral-satisfied-why = Chi sta nel mezzo non è soddisfatto: la quota sarebbe gonfiata.
advice-neutral-satisfied-fix = Tolga «conta come soddisfatto» (`satisfied`) da quel punto.
advice-neutral-satisfied-source = Dillman, Smyth e Christian 2014

advice-long-text = Il testo ({ $language }) ha { $characters } caratteri, più di { $most }.
advice-long-text-why = Sul telefono una domanda lunga non viene letta fino in fondo.
advice-long-text-fix = La accorci, o sposti le spiegazioni nell'aiuto (`hint`).
advice-long-text-source = Payne 1951; Dillman, Smyth e Christian 2014

advice-hard-to-read = Il testo ({ $language }) è difficile da leggere ({ $measure }: { $value }).
advice-hard-to-read-why = Molti adulti non arrivano in fondo a un testo così: chi ha studiato meno non risponderebbe.
advice-hard-to-read-fix = Frasi più corte, parole più comuni, una cosa per frase.
advice-hard-to-read-source = Lucisano e Piemontese 1988; Flesch 1948; Amstad 1978; Kandel e Moles 1958
advice-measure-gulpease = Gulpease
advice-measure-flesch = Flesch
advice-measure-amstad = Flesch-Amstad
advice-measure-kandel-moles = Flesch-Kandel-Moles
advice-measure-sentence-length = parole per frase
advice-measure-word-length = lettere per parola

advice-required-personal = Una domanda sulla persona è obbligatoria.
advice-required-personal-why = Rispondere è facoltativo e nessuno è tenuto a dire chi è; molti, lì, abbandonano.
advice-required-personal-fix = La renda facoltativa (tolga `required`).
advice-required-personal-source = Regolamento UE 2016/679, art. 5; Garante privacy 182/2011, per analogia

advice-personal-asked = Qui si chiede chi è la persona: «{ $marked }».
advice-personal-asked-why = Il questionario promette l'anonimato; un nome o un recapito accanto alle risposte lo toglie.
advice-personal-asked-fix = Tolga la domanda; per chi vuole essere ricontattato indichi i recapiti dell'ufficio.
advice-personal-asked-source = Regolamento UE 2016/679, art. 5 e 25

advice-sensitive-asked = Qui si chiede un dato che la legge protegge di più: «{ $marked }».
advice-sensitive-asked-why = Salute, religione, opinioni e vita sessuale si chiedono solo dove è indispensabile; e chi le dice si riconosce più facilmente.
advice-sensitive-asked-fix = Tolga la domanda, o senta prima il responsabile della protezione dei dati.
advice-sensitive-asked-source = Regolamento UE 2016/679, art. 9

advice-many-required = { $count ->
    [one] C'è { $count } domanda obbligatoria.
   *[other] Le domande obbligatorie sono { $count }.
}
advice-many-required-why = Ogni domanda obbligatoria fa perdere risposte.
advice-many-required-fix = Renda obbligatori il giudizio complessivo e ciò che decide il percorso, nient'altro.
advice-many-required-source = Dillman, Smyth e Christian 2014

advice-many-open-questions = { $count ->
    [one] C'è { $count } domanda aperta, più di { $most }.
   *[other] Le domande aperte per tutti sono { $count }, più di { $most }.
}
advice-many-open-questions-why = Scrivere costa fatica: dopo le prime quasi tutti le lasciano vuote.
advice-many-open-questions-fix = Ne tenga una o due, e per il resto offra delle scelte.
advice-many-open-questions-source = Reja e altri 2003; Galesic e Bosnjak 2009

advice-many-answers = { $count ->
    [one] Questo questionario chiede { $count } risposta, più di { $most }.
   *[other] Questo questionario chiede { $count } risposte, più di { $most }.
}
advice-many-answers-why = Verso la fine le risposte si fanno brevi e frettolose, e molti abbandonano.
advice-many-answers-fix = Tolga ciò a cui nessuno darà seguito.
advice-many-answers-source = Galesic e Bosnjak 2009

advice-over-promised-minutes = { $promised ->
    [one] Il questionario promette { $promised } minuto; a chi legge piano ne servono circa { $estimated }.
   *[other] Il questionario promette { $promised } minuti; a chi legge piano ne servono circa { $estimated }.
}
advice-over-promised-minutes-why = Chi si accorge di una promessa non mantenuta abbandona, e l'anno dopo non comincia.
advice-over-promised-minutes-fix = Prometta i minuti che servono davvero, o tolga qualche domanda.
advice-over-promised-minutes-source = Crawford, Couper e Lamias 2001; velocità di lettura: Brysbaert 2019

advice-small-groups = { $responses ->
    [one] I gruppi sono { $groups }: in media si attende { $responses } questionario per gruppo, e sotto { $threshold } non si mostra nulla.
   *[other] I gruppi sono { $groups }: in media si attendono { $responses } questionari per gruppo, e sotto { $threshold } non si mostra nulla.
}
advice-small-groups-why = Si chiederebbe alle persone chi sono per risultati che non si possono pubblicare.
advice-small-groups-fix = Unisca alcune scelte, o tolga la domanda.
advice-small-groups-source = Regolamento UE 2016/679, art. 5; Hundepool e altri 2012

advice-unused-question = Nessun obiettivo, nessuna condizione e nessuna tabella della relazione usa questa risposta.
advice-unused-question-why = Si chiede solo ciò che serve: ogni domanda in più costa risposte.
advice-unused-question-fix = La tolga, o decida a che cosa serve.
advice-unused-question-source = Regolamento UE 2016/679, art. 5; Dillman, Smyth e Christian 2014

advice-unmeasured-goal = L'obiettivo { $goal } si misura con `{ $field }`, che questo questionario non chiede.
advice-unmeasured-goal-why = A fine anno l'obiettivo resterebbe senza valore rilevato.
advice-unmeasured-goal-fix = Aggiunga la domanda con questo codice, o cambi l'indicatore nella Carta.
advice-unmeasured-goal-source = D.Lgs. 286/1999, art. 11; D.Lgs. 150/2009, art. 8 e 19-bis

advice-unjudged-goal = Accanto all'obiettivo { $goal }, che l'ufficio misura da sé, manca il giudizio degli utenti (`{ $field }`).
advice-unjudged-goal-why = L'obiettivo ha il suo valore, ma non si vede come lo vive chi usa il servizio.
advice-unjudged-goal-fix = Aggiunga la domanda con questo codice, se vuole confrontare i due valori.
advice-unjudged-goal-source = D.Lgs. 150/2009, art. 8 e 19-bis

advice-reworded = Rispetto all'edizione precedente le parole sono cambiate.
advice-reworded-why = Il confronto fra gli anni resta, ma con un'avvertenza: una differenza può venire dalle parole.
advice-reworded-fix = Rimetta le parole di prima, se il cambiamento non è necessario.
advice-reworded-source = Schuman e Presser 1981

advice-scale-changed = Rispetto all'edizione precedente la scala è cambiata.
advice-scale-changed-why = I due anni non si possono confrontare: la serie storica si interrompe.
advice-scale-changed-fix = Usi la scala di prima, se il confronto Le serve.
advice-scale-changed-source = Schuman e Presser 1981

advice-new-code = Nell'edizione precedente questa domanda aveva il codice `{ $before }`.
advice-new-code-why = Con un altro codice è un'altra domanda: la serie storica si interrompe.
advice-new-code-fix = Le ridia il codice di prima.
advice-new-code-source = il confronto fra edizioni si fa per codice

advice-no-overall = Nessuna domanda chiede il giudizio complessivo.
advice-no-overall-why = Gli obiettivi e i confronti fra anni si basano su di esso.
advice-no-overall-fix = Aggiunga un giudizio che serva alla «Soddisfazione complessiva» (role = "overall").
advice-no-overall-source = Dipartimento della Funzione pubblica 2004, direttiva sulla qualità percepita

# Quello che un solo pulsante può fare.
advice-do-add-dont-know = Aggiungi «Non so»
advice-do-label-ends = Dai un'etichetta agli estremi
advice-do-mark-satisfied = Conta come soddisfatti i punti favorevoli
advice-do-unmark-neutral = Non contare il punto neutro
advice-do-make-optional = Rendi facoltativa
advice-do-set-minutes = { $minutes ->
    [one] Prometti { $minutes } minuto
   *[other] Prometti { $minutes } minuti
}
advice-do-split-item = Dividi in due voci
advice-do-move-to-hint = Sposta le spiegazioni nell'aiuto
advice-do-remove = Togli la domanda
advice-do-ask = Aggiungi la domanda `{ $code }`
advice-do-ask-overall = Aggiungi il giudizio complessivo
advice-do-restore-words = Rimetti le parole di prima
advice-do-rename = Ridai il codice `{ $code }`
