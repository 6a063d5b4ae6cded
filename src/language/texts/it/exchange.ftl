# Why something of another program's file did not become what it was there, and what to do about it.

# Why a file is no form.
exchange-empty = In questo file non c'è nulla.
exchange-unknown = Questo file non è di un tipo che si può importare.
exchange-hint-kinds = Scelga un questionario in TOML, JSON, XLSForm (cartella di lavoro .xlsx o .xls), LimeSurvey (.lss) o SurveyJS (.json), oppure le risposte scaricate da Google Moduli o Microsoft Forms (.csv o .xlsx).
exchange-old-workbook = Questa cartella di lavoro non si può leggere: è protetta da una password, danneggiata o più vecchia di Excel 97.
exchange-hint-old-workbook = La apra, tolga la password se c'è e scelga «Salva con nome», tipo «Cartella di lavoro di Excel (.xlsx)».
exchange-workbook-broken = Questo file non è una cartella di lavoro .xlsx leggibile: è danneggiato, protetto da una password o di altro tipo.
exchange-hint-workbook-broken = La apra nel programma con cui è stata scritta e la salvi di nuovo come .xlsx, senza password.
exchange-workbook-large = Questa cartella di lavoro contiene troppo per essere un questionario.
exchange-hint-workbook-large = Ne faccia una copia con i soli fogli survey, choices e settings.
exchange-no-survey = In questa cartella di lavoro non c'è un foglio «survey» con una colonna «type», né una tabella di risposte con la colonna del momento in cui sono state inviate.
exchange-hint-no-survey = Un XLSForm elenca le domande nel foglio «survey»: dia al foglio questo nome e alle colonne i nomi type, name e label.
exchange-large = Qui ci sono { $count } domande; al massimo possono essere { $most }.
exchange-hint-large = Divida il questionario in più file.
exchange-nothing = Di questo file non resta nessuna domanda a cui si possa rispondere.
exchange-hint-nothing = Veda i motivi indicati riga per riga; servono almeno una domanda e il suo testo.
exchange-more = Altre osservazioni, non mostrate qui: { $count }.
exchange-hint-more = Corregga quelle indicate e importi di nuovo il file per vedere le altre.

# Languages and texts.
exchange-language-unknown = Non si riconosce la lingua «{ $name }»: i suoi testi non sono stati importati.
exchange-hint-language-unknown = Scriva il codice della lingua nell'intestazione: label::Italiano (it).
exchange-language-unsaid = Il file non dice in che lingua sono i testi: sono stati presi come testi in lingua «{ $language }».
exchange-hint-language-unsaid = Se non è così, scriva la lingua nelle intestazioni, per esempio label::English (en), e importi di nuovo il file.
exchange-hint-locale = Se non è così, scriva "locale": "en" all'inizio del file e lo importi di nuovo.
exchange-untranslated = Manca il testo nella prima lingua ({ $language }): è stato messo quello di un'altra.
exchange-hint-untranslated = Lo traduca nella bozza.
exchange-text-long = Questo testo supera i { $most } caratteri: è stato troncato.
exchange-hint-text-long = Lo accorci.
exchange-no-label = La domanda non ha un testo: al suo posto c'è il suo nome.
exchange-hint-no-label = Scriva il testo nella bozza.
exchange-no-text = Senza un testo non c'è nulla da mostrare: la riga non è stata importata.
exchange-hint-no-text = Se serve, scriva il testo nella colonna label.
exchange-piped = Il testo contiene una risposta data prima: qui è ancora scritto come nel file.
exchange-hint-piped = Riscriva la frase senza la parte fra parentesi graffe.
exchange-media = L'immagine, l'audio o il video non è stato importato.

# Rows of the survey.
exchange-untyped = Questa riga ha un nome e un testo ma non un tipo: non è stata importata.
exchange-hint-untyped = Scriva il tipo nella colonna type, per esempio select_one, integer o text.
exchange-no-name = Questa domanda non ha un nome: ha ricevuto un codice qualsiasi.
exchange-hint-no-name = Scriva un nome breve nella colonna name: è il nome della risposta.
exchange-name-twice = Il nome «{ $name }» è già alla riga { $row }: questa domanda ha ricevuto un altro codice.
exchange-hint-name-twice = Dia a una delle due un altro nome; le condizioni si riferiscono alla prima.
exchange-end-alone = Qui finisce un gruppo che non è cominciato.
exchange-hint-end-alone = Tolga la riga, o aggiunga begin_group dove il gruppo comincia.
exchange-never-ends = Questo gruppo non finisce.
exchange-hint-never-ends = Aggiunga end_group dopo l'ultima delle sue domande.
exchange-repeat = Le domande di questo gruppo si ripetono: qui sono poste una volta sola.
exchange-hint-repeat = Se servono più risposte, duplichi le domande nella bozza.
exchange-required = Se la risposta è obbligatoria dipende da un'altra: qui è facoltativa.
exchange-hint-required = Decida nella bozza se renderla obbligatoria.
exchange-readonly = La domanda era in sola lettura: qui si può rispondere.
exchange-hint-readonly = Se serve solo alla lettura, ne faccia un testo da leggere.
exchange-default = La risposta già inserita non è stata importata: il cittadino parte da una domanda vuota.
exchange-hint-default = Non occorre fare nulla.
exchange-calculation = Il calcolo della risposta non è stato importato.
exchange-choice-filter = Il filtro delle scelte non è stato importato: si vedono tutte.
exchange-hint-choice-filter = Se sono troppe, faccia più domande, ciascuna con la sua condizione.
exchange-constraint = Il vincolo «{ $text }» non è stato importato.
exchange-hint-constraint = Lo dica nel testo di aiuto della domanda, se serve a chi risponde.
exchange-bounds = Il file non dice i limiti del numero: qui va da { $least } a { $most }.
exchange-hint-bounds = Corregga i due limiti nella bozza.
exchange-decimal = Era un numero con decimali: qui è un numero intero.
exchange-hint-decimal = Se servono i decimali, chieda un'unità più piccola (centesimi, minuti).
exchange-step = I passi di questo intervallo non sono stati importati: vale ogni numero intero.
exchange-hint-step = Se servono solo alcuni valori, ne faccia una scala o una scelta.
exchange-acknowledge = La conferma di lettura è diventata un testo da leggere.
exchange-hint-acknowledge = Se serve una conferma, ne faccia una scelta fra sì e no.
exchange-comment = Il commento accanto alla scelta non è stato importato.
exchange-hint-comment = Se serve, aggiunga una domanda a testo libero.
exchange-item = Condizione, aiuto e vincolo di una sola voce del blocco non sono stati importati.
exchange-hint-item = Se servono, faccia della voce una domanda a sé.

# Types.
exchange-type-date = Era una data o un'ora: qui si scrive come testo.
exchange-type-barcode = Era un codice a barre: qui si scrive come testo.
exchange-hint-in-words = Se basta l'anno o una fascia, ne faccia un numero o una scelta.
exchange-type-calculated = Il calcolo («{ $type }») non è stato importato.
exchange-hint-type-calculated = I risultati si calcolano nell'analisi, non nel questionario.
exchange-type-place = La posizione («{ $type }») non è stata importata.
exchange-hint-type-place = Chieda il comune o la sede con una scelta.
exchange-type-media = L'allegato («{ $type }») non è stato importato: qui non si inviano file.
exchange-hint-type-media = Se l'immagine serve a chi risponde, la descriva in un testo da leggere.
exchange-type-device = «{ $type }» non è stato importato: del dispositivo di chi risponde non si raccoglie nulla.
exchange-hint-type-device = Non occorre fare nulla: il giorno della risposta si registra da sé.
exchange-type-rank = La classifica («{ $type }») non è stata importata.
exchange-hint-type-rank = Chieda l'importanza di ogni voce su una scala, o le tre voci più importanti.
exchange-type-file = Le scelte di «{ $type }» sono in un altro file: la domanda non è stata importata.
exchange-hint-type-list = Copi le scelte nel foglio choices e usi select_one.
exchange-type-unknown = Il tipo «{ $type }» non è fra quelli che si possono importare: la riga non è stata importata.
exchange-hint-type-unknown = Lo sostituisca con uno dei tipi usuali: select_one, select_multiple, integer, text, note.

# Lists.
exchange-no-list = L'elenco «{ $name }» non c'è: la domanda non è stata importata.
exchange-hint-no-list = Aggiunga le sue scelte, con questo nome nella colonna list_name del foglio choices.
exchange-few-choices = L'elenco ha meno di due scelte: la domanda non è stata importata.
exchange-hint-few-choices = Aggiunga le scelte che mancano.
exchange-many-choices = L'elenco ha più di 200 scelte: la domanda non è stata importata.
exchange-hint-many-choices = Riduca l'elenco, o ne faccia un testo libero.
exchange-no-scale = L'elenco di questo blocco non è una scala da 2 a 11 punti: il blocco non è stato importato.
exchange-hint-no-scale = Faccia di ogni voce una domanda a scelta.
exchange-choice-nameless = Questa scelta non ha un nome: non è stata importata.
exchange-hint-choice-nameless = Scriva un nome breve nella colonna name.
exchange-choice-twice = La scelta «{ $name }» compare due volte nell'elenco: vale la prima.
exchange-hint-choice-twice = Dia alla seconda un altro nome, o la tolga.
exchange-scale-guessed = L'elenco è diventato la scala «{ $scale }»: quali punti valgono come soddisfatti è un'ipotesi.
exchange-hint-scale-guessed = Controlli nella bozza i punti «soddisfatti», quello neutro e il verso della scala.

# Conditions.
exchange-when-unreadable = La condizione «{ $text }» non è stata importata: qui si vede sempre.
exchange-when-constant = Una condizione sempre vera o sempre falsa non è stata importata: qui si vede sempre.
exchange-when-dropped = La condizione dipende da «{ $name }», che non è stata importata: qui si vede sempre.
exchange-when-text = La condizione dipende dal testo di «{ $name }», che non si può confrontare: qui si vede sempre.
exchange-when-count = La condizione conta le scelte o i caratteri di «{ $name }»: qui si vede sempre.
exchange-hint-when = Se serve una condizione, la scriva nella bozza, con le domande poste prima.
exchange-when-unknown = La condizione dipende da «{ $name }», che in questo file non c'è: qui si vede sempre.
exchange-hint-when-unknown = Corregga il nome fra parentesi graffe e importi di nuovo il file.
exchange-when-later = La condizione dipende da «{ $name }», che viene dopo: qui si vede sempre.
exchange-hint-when-later = Sposti prima di questa riga la domanda da cui dipende.
exchange-when-circular = La condizione gira in tondo: «{ $name }» dipende da ciò che dovrebbe decidere. Qui si vede sempre.
exchange-hint-when-circular = Spezzi il giro: una delle domande deve essere posta senza condizione.
exchange-when-value = La condizione confronta «{ $name }» con «{ $value }», che non può essere la sua risposta: qui si vede sempre.
exchange-hint-when-value = Corregga il valore: dev'essere il nome di una scelta o un numero entro i limiti.

# Where it stands.
exchange-at-row = Foglio «{ $sheet }», riga { $row }
exchange-at-row-named = Foglio «{ $sheet }», riga { $row }, «{ $name }»
exchange-at-part = «{ $name }»

# A questionnaire from the answers of another program.
exchange-answers-file = Il questionario è stato ricavato da un file di risposte: le domande sono i titoli delle colonne, il modo di rispondere è dedotto dalle celle.
exchange-hint-answers-file = Controlli ogni domanda: le risposte che nessuno ha dato qui non si vedono. Poi potrà importare lo stesso file fra le risposte della rilevazione.
exchange-hint-answers-language = Se non è così, scarichi il file TOML della bozza, scriva in `languages` la lingua giusta, per esempio ["de"], e ricominci da quel file.
exchange-answers-record = Non sono domande, ma annotazioni del programma: { $names }. Sono state lasciate fuori.
exchange-hint-answers-record = Non occorre fare nulla.
exchange-answers-personal = Questa colonna dice chi ha risposto: non è stata letta.
exchange-hint-answers-personal = Non occorre fare nulla: un questionario anonimo non la chiede.
exchange-answers-no-heading = Questa colonna non ha un titolo: non è stata importata.
exchange-hint-answers-no-heading = Se contiene risposte, scriva la domanda nella prima riga e importi di nuovo il file.
exchange-answers-range = Le risposte sono numeri: la domanda è diventata un giudizio da { $least } a { $most }.
exchange-hint-answers-range = Controlli gli estremi, i loro nomi e da quale punto si è soddisfatti.
exchange-answers-number = Le risposte sono numeri: si risponde con un numero da { $least } a { $most }.
exchange-hint-answers-number = Controlli il minimo e il massimo.
exchange-answers-choice = Le risposte si ripetono: la domanda è diventata una scelta fra le { $count } risposte date.
exchange-answers-several = In una cella ci sono più risposte: la domanda è diventata una scelta multipla fra le { $count } risposte date.
exchange-hint-answers-choice = Controlli le scelte e aggiunga quelle che nessuno ha indicato.
exchange-answers-text = Le risposte sono tutte diverse: la domanda è diventata aperta.
exchange-answers-empty = Nessuno ha risposto: la domanda è diventata aperta.
exchange-hint-answers-text = Se si rispondeva in un altro modo, cambi il tipo della domanda.
