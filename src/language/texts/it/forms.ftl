# Questionari: scriverli, tradurli, guardarli, pubblicarli.
staff-forms = Questionari
forms-title = Questionari
forms-about = Qui si scrive un questionario, anche in più persone insieme: ogni modifica resta nella bozza e si può annullare. Una versione pubblicata non cambia più.
forms-begin = Nuovo questionario
forms-begin-button = Comincia la bozza
forms-drafts = Bozze
forms-published = Pubblicati
forms-none-published = Nessun questionario è ancora pubblicato.
forms-questionnaire = Questionario
forms-asks = Che cosa chiede
forms-changed = Ultima modifica
forms-used = Usato in
forms-used-by = { $count ->
    [0] nessuna rilevazione
    [one] una rilevazione
   *[other] { $count } rilevazioni
}
forms-size = { $questions ->
    [one] Una domanda
   *[other] { $questions } domande
}, { $answers ->
    [one] una risposta
   *[other] { $answers } risposte
} da conservare, { $minutes ->
    [one] un minuto promesso
   *[other] { $minutes } minuti promessi
}
forms-adapt = Adatta in una nuova bozza
forms-field-from = Comincia da
forms-field-file = Oppure da un file
forms-field-file-hint = Un questionario scaricato da qui (TOML, JSON), un foglio XLSForm, un questionario di LimeSurvey (.lss) o di SurveyJS (JSON), oppure le risposte scaricate da Google Moduli o Microsoft Forms (CSV, XLSX). Se sceglie un file, vale il file.
forms-from-version = { $title } – ultima versione pubblicata
forms-from-empty = Un questionario nuovo, con il solo giudizio complessivo
forms-no-beginning = Scelga da che cosa cominciare.
forms-new-title = Nuovo questionario
forms-new-overall = Nel complesso, quanto La soddisfa il nostro servizio?
forms-point-1 = Per niente
forms-point-2 = Poco
forms-point-3 = In parte
forms-point-4 = Abbastanza
forms-point-5 = Molto
forms-point-dont_know = Non so

forms-draft = Bozza
forms-head = Titolo, durata, lingue, fattori
forms-edit-head = Titolo e impostazioni
forms-preview = Anteprima
forms-history = Cronologia
forms-download = Scarica il file
forms-to-publish = Verso la pubblicazione
forms-undo = Annulla l'ultima modifica
forms-page = Pagina
forms-edit-page = Modifica la pagina
forms-page-up = Pagina su
forms-page-down = Pagina giù
forms-required = obbligatoria
forms-up = Su
forms-down = Giù
forms-copy = Duplica
forms-alone = Su una pagina a sé
forms-remove = Togli
forms-add = Aggiungi una domanda
forms-scales = Scale di giudizio
forms-scale = Scala di giudizio
forms-new-scale = Nuova scala
forms-scale-used = { $count ->
    [0] non usata
    [one] usata in una domanda
   *[other] usata in { $count } domande
}
forms-scale-users = Domande che la usano
forms-translations = Traduzioni
forms-translated = completa
forms-to-translate = { $missing ->
    [0] nessun testo mancante
    [one] un testo manca
   *[other] { $missing } testi mancano
}, { $stale ->
    [0] nessuno da rivedere
    [one] uno da rivedere
   *[other] { $stale } da rivedere
}
forms-advice = Consigli
forms-no-advice = Nessun consiglio: il questionario è in ordine.
forms-discard = Elimina la bozza
forms-discard-about = La bozza e la sua cronologia vanno perdute. Le versioni pubblicate restano.
forms-discard-button = Elimina la bozza

forms-kind-rating = Un giudizio su una scala
forms-kind-matrix = Più voci sulla stessa scala
forms-kind-single_choice = Una risposta fra più
forms-kind-multiple_choice = Più risposte possibili
forms-kind-open_text = Testo libero
forms-kind-number = Un numero
forms-kind-note = Un testo da leggere
forms-role-satisfaction = Soddisfazione per un aspetto
forms-role-overall = Soddisfazione complessiva
forms-role-importance = Importanza
forms-role-expectation = Rispetto alle attese
forms-role-need = Bisogni
forms-role-profile = Chi risponde
forms-role-filter = Decide quali domande seguono
forms-role-recommend = Consiglierebbe il servizio (da 0 a 10)
forms-role-comment = Osservazioni

forms-question = Domanda
forms-new-question = Nuova domanda
forms-field-text = Testo della domanda
forms-field-hint = Aiuto sotto la domanda
forms-field-role = A che cosa serve la risposta
forms-field-factor = Fattore di qualità
forms-no-factor = nessuno
forms-same-factor = quello della domanda
forms-field-required = Chi risponde non può saltarla
forms-field-scale = Scala
forms-field-importance = Chiedere anche l'importanza di ogni voce
forms-no-importance = no
forms-field-least = Il numero più piccolo
forms-field-most = Il numero più grande
forms-field-most_characters = Caratteri al massimo
forms-field-at_most = Quante risposte al massimo
forms-field-at_most-hint = Lasci vuoto se si possono indicare tutte.
forms-field-spot = Dove va
forms-spot-page = In fondo a pagina { $number }
forms-spot-new = Su una pagina nuova, in fondo
forms-field-code = Codice
forms-field-code-hint = Il nome della risposta nei file e nella Carta dei Servizi: minuscole, cifre e _. Se resta uguale negli anni, i confronti continuano.
forms-details = Per chi elabora i dati
forms-items = Voci
forms-choices = Risposte possibili
forms-item-number = Voce { $number }
forms-choice-number = Risposta { $number }
forms-exclusive = esclude le altre («nessuna di queste»)
forms-more-rows = Altre righe
forms-other-languages = Nelle altre lingue
forms-other-kind = Cambia il tipo di risposta
forms-other-kind-about = Testo, fattore e condizione restano. Ciò che il nuovo tipo non ha va perduto al salvataggio.
forms-save = Salva
forms-field-form = Questionario
forms-field-when = Quando si mostra
forms-when-always = sempre
forms-when-answers = solo dopo certe risposte, scelte qui sotto
forms-when-text = secondo una condizione scritta
forms-when-tick = Le risposte che la fanno comparire
forms-when-several = Se le domande scelte sono più d'una
forms-when-all = devono valere tutte
forms-when-any = ne basta una
forms-field-condition = Condizione scritta
forms-field-condition-hint = Per esempio: overall <= 2 or not services_used is answered
forms-no-answer-ticked = Scelga almeno una risposta, oppure «sempre».
forms-when = Solo se { $answers }
forms-when-otherwise = Solo se vale: { $condition }
forms-and = e
forms-or = oppure
forms-no-scale = Scelga una scala.
forms-no-kind = Scelga come si risponde.
forms-no-number = Scriva un numero intero da { $least } a { $most }.
forms-most-not-above = Deve essere maggiore del numero più piccolo.
forms-few-choices = Servono almeno due risposte possibili.
forms-no-items = Serve almeno una voce.
forms-row-empty = Scriva il testo, oppure tolga la riga.

forms-field-page_title = Titolo della pagina
forms-field-title = Titolo
forms-field-introduction = Introduzione
forms-field-introduction-hint = Sta sopra la prima domanda: perché si chiede, che cosa se ne fa.
forms-field-thanks = Ringraziamento
forms-field-minutes = Minuti promessi
forms-field-minutes-hint = È il tempo che si promette a chi risponde.
forms-no-minutes = Scriva un numero di minuti da 1 a 60.
forms-field-presentation = Come si mostra
forms-one_page = Tutto in una pagina
forms-page_by_page = Una pagina dopo l'altra
forms-languages = Lingue
forms-languages-about = La prima lingua, { $language }, resta. Se toglie una lingua, i suoi testi si perdono.
forms-factors = Fattori di qualità
forms-factors-about = Gli aspetti sotto cui la relazione raccoglie i giudizi: personale, attese, sede.
forms-factor-number = Fattore { $number }
forms-points = Punti della scala
forms-symbol-none = nessuno
forms-symbol-sad = faccina triste
forms-symbol-neutral = faccina neutra
forms-symbol-happy = faccina felice
forms-symbol-star = stella
forms-satisfied = conta come soddisfatto
forms-neutral = punto neutro
forms-field-polarity = Quale valore è il migliore
forms-polarity-higher = il valore più alto è il migliore
forms-polarity-lower = il valore più basso è il migliore
forms-field-dont_know = Etichetta di «non so»
forms-field-dont_know-hint = Lasci vuoto per non offrirlo.
forms-field-not_applicable = Etichetta di «non mi riguarda»
forms-field-not_applicable-hint = Lasci vuoto per non offrirlo.
forms-no-value = Scriva un valore da 0 a 200.
forms-value-twice = Questo valore c'è già.
forms-few-points = Servono almeno due punti.
forms-remove-scale = Togli la scala

forms-meanwhile-merged = Un'altra persona ha cambiato la stessa domanda mentre Lei scriveva: ciò che Lei non aveva toccato è già come l'ha scritto l'altra persona, il resto è come l'ha scritto Lei. Guardi qui che cosa è cambiato e salvi di nuovo.
forms-meanwhile = Un'altra persona ha cambiato proprio questo mentre Lei scriveva. Qui sotto c'è ciò che ha scritto Lei: guardi la bozza in un'altra scheda; se salva di nuovo, vale il Suo testo. La versione dell'altra persona resta nella cronologia.
forms-cannot-gone = Non c'è più: un'altra persona l'ha tolto. Torni alla bozza.
forms-cannot-last = È l'unica domanda: un questionario ne ha almeno una.
forms-cannot-code = Il codice { $code } è già di un'altra risposta: ne scriva un altro.
forms-cannot-decides = Da questa domanda dipende se si mostra { $shown }: cambi prima quella condizione.
forms-cannot-used = La scala è usata da { $questions }: scelga prima un'altra scala per quelle domande.
forms-cannot-later = { $shown } si mostra secondo la risposta a { $question }, che deve venire prima: sposti la domanda o cambi la condizione.

forms-translation = Traduzione: { $language }
forms-missing = manca
forms-stale = da rivedere
forms-fits = va ancora bene così
forms-theirs = Nel frattempo un'altra persona ha scritto:
forms-back-to-draft = Torna alla bozza

forms-history-about = Ogni modifica della bozza, dall'ultima. Tornare a un punto non cancella nulla: diventa una modifica anch'essa.
forms-step-now = così è adesso
forms-step-restore = Torna a questo punto
forms-step-begun = Bozza cominciata
forms-step-head = Impostazioni cambiate
forms-step-page = Pagina cambiata
forms-step-page-moved = Pagina spostata
forms-step-question = Domanda cambiata
forms-step-question-added = Domanda aggiunta
forms-step-question-moved = Domanda spostata
forms-step-question-copied = Domanda duplicata
forms-step-question-removed = Domanda tolta
forms-step-scale = Scala cambiata
forms-step-scale-removed = Scala tolta
forms-step-translated = Traduzione
forms-step-undone = Annullato: com'era al passo { $number }
forms-step-restored = Ritorno al passo { $number }

forms-publish = Pubblicazione
forms-publish-about = Una versione pubblicata non cambia più. Le rilevazioni nuove possono usarla subito; quelle già aperte vanno avanti con la loro, finché non le si fa passare a questa.
forms-publish-button = Pubblica questa versione
forms-effect-first = È la prima versione di questo questionario.
forms-effect-same = Nulla è diverso dall'ultima versione pubblicata: non c'è niente da pubblicare.
forms-effect-wording = Cambiano solo parole: le risposte hanno lo stesso significato di prima e i confronti con gli anni passati continuano.
forms-effect-layout = Cambiano domande, risposte o condizioni: cambia ciò che si chiede. I confronti con gli anni passati valgono per le domande rimaste uguali.
forms-differences = Che cosa cambia
forms-difference-added = Domanda nuova: «{ $name }»
forms-difference-removed = Domanda tolta: «{ $name }»
forms-difference-moved = Domanda spostata: «{ $name }»
forms-difference-scale = Scala cambiata: { $name }
forms-difference-languages = Lingue cambiate
forms-difference-changed = «{ $name }»: { $parts }
forms-difference-text = Testo ({ $language }, { $place }):
forms-part-kind = altro tipo di risposta
forms-part-answers = altre risposte possibili
forms-part-role = altro scopo
forms-part-factor = altro fattore di qualità
forms-part-required = obbligo di rispondere cambiato
forms-part-routing = altra condizione
forms-versions = Versioni
forms-version-number = Versione { $number }
forms-version-about = Questa versione è pubblicata e non cambia più.
forms-devices = Dispositivi
forms-device-phone = Telefono
forms-device-desktop = Schermo grande
forms-device-kiosk = Totem
forms-device-paper = Carta
forms-preview-about = Così lo vede chi risponde. Può provare a rispondere: non si conserva nulla.
forms-preview-alone = Apri solo l'anteprima
forms-preview-end = Qui finisce l'anteprima: nessuna risposta è stata conservata.
forms-preview-again = Ricomincia

thing-form-draft = la bozza del questionario
refused-form-changed = Un'altra persona ha cambiato la bozza nel frattempo: guardi com'è adesso e riprovi.
refused-form-published = La bozza è stata pubblicata nel frattempo: ne cominci una nuova.
refused-form-unchanged = Nulla è diverso dall'ultima versione pubblicata.
staff-done-form-begun = Bozza cominciata.
staff-done-form-head = Impostazioni salvate.
staff-done-form-page = Pagina salvata.
staff-done-form-page-moved = Pagina spostata.
staff-done-form-question = Domanda salvata.
staff-done-form-question-added = Domanda aggiunta.
staff-done-form-question-moved = Domanda spostata.
staff-done-form-question-copied = Domanda duplicata: la copia sta subito sotto.
staff-done-form-question-removed = Domanda tolta. Può annullare.
staff-done-form-scale = Scala salvata.
staff-done-form-scale-removed = Scala tolta. Può annullare.
staff-done-form-translated = Traduzione salvata.
staff-done-form-undone = Ultima modifica annullata.
staff-done-form-restored = La bozza è tornata a quel punto.
staff-done-form-discarded = Bozza eliminata.
staff-done-form-published = Versione pubblicata: ora si può scegliere nel piano di una rilevazione.
forms-advice-count = { $count ->
    [one] Il consigliere ha una cosa da dire: sta accanto a ciò di cui parla.
   *[other] Il consigliere ha { $count } cose da dire: stanno accanto a ciò di cui parlano.
}
forms-advice-serious = Importante
forms-advice-look = Da guardare
forms-step-heeded = Consiglio seguito
staff-done-form-heeded = Consiglio seguito. Può annullare.
staff-done-form-imported = Bozza cominciata. Non è stato possibile importare tutto: che cosa manca e che cosa fare si legge qui sotto, al primo passo.
forms-place-page = Titolo della pagina { $number }
forms-place-hint = Aiuto sotto «{ $name }»
forms-place-choice = Risposta { $number } di «{ $name }»
forms-place-item = Voce { $number } di «{ $name }»
forms-place-point = Punto { $number } della scala «{ $name }»
forms-place-dont_know = «Non so» della scala «{ $name }»
forms-place-not_applicable = «Non mi riguarda» della scala «{ $name }»
forms-translated-count = { $count ->
    [one] Un testo già tradotto
   *[other] { $count } testi già tradotti
}
forms-jumps = In questa pagina

# A question while it is written.
forms-drag = Trascini la domanda al suo posto
forms-look = Mentre scrive
forms-look-nothing = Il consigliere non ha nulla da dire di questa domanda.
forms-look-count = { $count ->
    [one] Il consigliere ha una cosa da dire. Il pulsante salva la domanda e la corregge.
   *[other] Il consigliere ha { $count } cose da dire. I pulsanti salvano la domanda e la correggono.
}
forms-look-preview = La domanda come la vede chi risponde
forms-look-again = Chiedi al consigliere senza salvare
forms-look-preview-again = Aggiorna l'anteprima
forms-back-to-preview = Torna all'anteprima

# What somebody else did meanwhile, and what is told where it happens.
forms-yes = sì
forms-add-here = Aggiungi qui
forms-begin-again = Comincia una nuova bozza da questa versione
forms-to-version = Alla versione pubblicata
forms-gone-page = Un'altra persona ha tolto questa pagina: ciò che ha scritto non è salvato. Lo può riportare su un'altra pagina.
forms-gone-language = Un'altra persona ha tolto questa lingua: ciò che ha scritto non è salvato.
forms-removed-unseen = Un'altra persona ha cambiato questa domanda nel frattempo: la guardi. Se la toglie di nuovo, è tolta.
forms-cannot-factor = Il fattore «{ $factor }» è usato da { $questions }: scelga prima un altro fattore.
forms-always-or-answers = Ha scelto delle risposte o scritto una condizione, ma è rimasto «sempre»: scelga l'una o l'altra cosa.
forms-point-number = punto { $number }
forms-point-row_value = Valore del punto { $number }
forms-point-row_text = Etichetta del punto { $number }
forms-point-row_symbol = Simbolo del punto { $number }
forms-before = prima:
forms-now = ora:
forms-effect-duties = Le domande restano; cambiano obblighi, lunghezze, fattori, minuti promessi o presentazione. I confronti con gli anni passati continuano.
forms-overtaken = La versione { $number }, l'ultima pubblicata, non è quella da cui questa bozza è partita. Le differenze qui sotto sono rispetto a quella: ciò che essa ha cambiato e questa bozza no, torna com'era.
refused-form-newer = Nel frattempo è stata pubblicata un'altra versione di questo questionario: guardi di nuovo qui sotto che cosa cambia rispetto a quella, e pubblichi solo se è ciò che vuole.
forms-look-not-yet = Il consigliere legge la domanda quando testo e risposte ci sono.
staff-done-form-question-anew = Un'altra persona aveva tolto la domanda: il Suo testo è ora una domanda nuova, in fondo.
staff-done-form-question-elsewhere = Domanda spostata su una pagina che si mostra in altri casi: ora vale la condizione di quella pagina.

# What is told by names and not by codes.
forms-goals-unmeasured-goal = { $count ->
    [one] Un obiettivo della Carta dei Servizi si misura con una domanda che questo questionario non fa
   *[other] { $count } obiettivi della Carta dei Servizi si misurano con domande che questo questionario non fa
}
forms-goals-unjudged-goal = { $count ->
    [one] Di un obiettivo che l'ufficio misura da sé manca il giudizio degli utenti
   *[other] Di { $count } obiettivi che l'ufficio misura da sé manca il giudizio degli utenti
}
forms-do-ask = Aggiungi la domanda { $title }
forms-when-answered = Solo se a { $question } si è risposto { $answers }
forms-when-codes = Codici delle domande
forms-answer-later = { $question } (pagina { $asked }) viene dopo la pagina { $page }: sposti la domanda o scelga una domanda precedente.
forms-file-empty = Il file «{ $name }» è vuoto: lo scarichi o lo salvi di nuovo, poi lo scelga qui.
forms-cannot-choice = Da { $choice } dipende se si mostra { $shown }: cambi prima quella condizione.
forms-difference-minutes = Minuti promessi: da { $before } a { $after }
forms-difference-presentation = Come si mostra: { $name }
forms-difference-factor-added = Fattore di qualità nuovo: «{ $name }»
forms-difference-factor-removed = Fattore di qualità tolto: «{ $name }»
forms-difference-factor-order = Fattori di qualità in un altro ordine
forms-difference-page-routing = Quando si mostra la pagina { $name }
forms-draft-from = dalla versione { $number }
forms-step-undone-what = Annullato: { $step }
forms-step-scale-added = Scala aggiunta
forms-undone = Annullato: { $step }
forms-no-least = Scriva il numero più piccolo ammesso.
forms-no-most = Scriva il numero più grande ammesso.
forms-version-dated = Versione { $number } (bozza del { $day })
forms-look-stale = L'anteprima non mostra ancora ciò che ha appena scritto: la aggiorni con il pulsante.
