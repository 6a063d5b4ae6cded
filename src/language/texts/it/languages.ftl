# Le lingue che un ente aggiunge: il file da cui si parte, e che cosa vi è di sbagliato.
languages-about =
    Testi che incontrano i cittadini. Salvi come { $file } nella cartella di `language_folder`, traduca ciò che sta a destra di ogni « = »
    e aggiunga la lingua a `languages`; `ascolto check { $file }` dice che cosa manca o non va, con la riga.
    Lasci come sono i nomi prima di « = » e quelli fra graffe, come {"{ $day }"}: al loro posto il programma mette i valori.
    Un testo può continuare su altre righe, che iniziano con spazi. I numeri che questa lingua distingue, con esempi: { $numbers }
languages-built-in = Lingue del programma: { $languages }.
languages-add = Per aggiungerne un'altra, per esempio il romeno: `ascolto languages --template ro > ro.ftl`, poi traduca quel file.
languages-there-already = Questa lingua fa già parte del programma.
languages-code = Il codice di una lingua è di due o tre lettere minuscole, come ro (romeno) o ar (arabo).
languages-offered = Lingue per i cittadini
languages-not-offered = { $offered }. È scritto anche in altre lingue che l'ente non offre (impostazione `languages`): { $others }.
check-texts-usable = testi utilizzabili
check-texts-refused = testi non utilizzabili

fault-texts-twice = Il testo `{ $key }` c'è due volte.
fault-hint-texts-twice = Ne tolga uno: l'altro è in { $file }, riga { $line }.
fault-texts-unknown = Il programma non ha alcun testo `{ $key }` per i cittadini: questa riga non serve.
fault-hint-texts-unknown = La tolga, oppure controlli il nome.
fault-texts-empty = Il testo `{ $key }` è vuoto.
fault-hint-texts-empty = Scriva il testo dopo « = », oppure in righe che iniziano con spazi.
fault-texts-value-unknown = Il testo `{ $key }` non riceve alcun valore `{ $value }`.
fault-texts-value-missing = Nel testo `{ $key }` manca il valore `{ $value }`.
fault-hint-texts-value-missing = Lo metta dove va nella frase: {"{ $"}{ $value }{" }"}.
fault-texts-example = Qui serve il numero 1234,5 come si scrive in questa lingua, con il segno delle migliaia e quello dei decimali.
fault-hint-texts-example = Per esempio: number-example = 1.234,5
fault-texts-case-unknown = `{ $case }` non è una forma del numero.
fault-texts-case-unused = Per i numeri interi la lingua `{ $language }` non usa la forma `{ $case }`: questa riga non si vedrà mai.
fault-texts-case-missing = Nel testo `{ $key }` manca la forma `{ $case }`, che la lingua `{ $language }` usa.
fault-hint-texts-cases = Le forme di questa lingua: { $cases }.
fault-hint-texts-case-missing = Aggiunga una riga «    [{ $case }] …» per numeri come { $numbers }.
fault-texts-named = Qui è nominato `{ $name }`, che non c'è.
fault-hint-texts-named = Scriva il testo stesso: le funzioni non sono previste, e un altro testo o termine deve stare in questi file.
fault-texts-missing = { $count ->
    [one] Dopo questo punto manca un testo: { $keys }.
   *[other] Dopo questo punto mancano { $count } testi: { $keys }.
}
fault-hint-texts-missing = Li aggiunga qui; `ascolto languages --template { $language }` li scrive, da tradurre.
fault-fluent-equals = Dopo il nome di un testo manca « = ».
fault-hint-fluent-equals = Scriva `nome = testo`; le righe che continuano un testo iniziano con spazi.
fault-fluent-no-text = Qui manca un testo.
fault-fluent-default = Fra le forme del numero una, e una sola, deve avere l'asterisco: vale per tutti gli altri numeri.
fault-hint-fluent-default = Scriva l'ultima come `   *[other] …`.
fault-fluent-braces = Le graffe o le virgolette non si chiudono.
fault-hint-fluent-braces = Un valore si scrive {"{ $day }"}; una graffa da mostrare si scrive {"{ \"{\" }"}.
fault-fluent = Questa riga non è né un testo (`nome = testo`), né un commento (`# …`), né continua un testo.
fault-hint-fluent = Le righe che continuano un testo iniziano con spazi, senza tabulazioni; i nomi hanno solo lettere senza accento, cifre e trattini.

fault-language-no-folder = Il programma non ha testi nella lingua `{ $language }`.
fault-hint-language-no-folder = La tolga da `languages`, oppure indichi in `language_folder` la cartella con il file { $language }.ftl: `ascolto languages --template { $language }` scrive quello da tradurre. Lingue del programma: { $known }.
fault-language-no-file = Per la lingua `{ $language }` non c'è il file { $path }.
fault-hint-language-no-file = Lo metta lì, oppure tolga la lingua da `languages`. `ascolto languages --template { $language }` scrive quello da tradurre.
fault-language-built-in = La lingua `{ $language }` fa parte del programma: il file { $path } non sarebbe letto.
fault-hint-language-built-in = Lo tolga dalla cartella.
fault-language-unreadable = Non è possibile leggere { $path }: { $reason }.
fault-form-language = Il programma non ha testi nella lingua `{ $language }`: il questionario è offerto solo nelle altre.
fault-hint-form-language = Chi lo installa può aggiungerla: `ascolto languages --template { $language }` scrive il file da tradurre. Se c'è già, lo controlli insieme: `ascolto check { $language }.ftl` e il questionario.
fault-language-of-file = Il nome di questo file non dice di quale lingua sono i testi.
fault-hint-language-of-file = Lo chiami con il codice della lingua, per esempio ro.ftl, oppure lo metta in una cartella che si chiama così.
