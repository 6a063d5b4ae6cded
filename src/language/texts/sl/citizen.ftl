# The citizen's pages and the kiosk.
citizen-skip = Na vsebino
citizen-languages = Izbira jezika
citizen-simulated-title = Izmišljeni podatki.
citizen-simulated = To je predstavitev: anketa in odgovori so izmišljeni.
citizen-accessibility = Izjava o dostopnosti
citizen-privacy-page = Obvestilo o varstvu osebnih podatkov
citizen-no-cookies = Ta stran ne uporablja piškotkov.

citizen-minutes = { $count ->
    [1] Približno ena minuta
    [one] Približno { $count } minuta
    [two] Približno { $count } minuti
    [few] Približno { $count } minute
   *[other] Približno { $count } minut
}
citizen-optional = Odgovarjanje je prostovoljno
citizen-privacy-summary = Kako ravnamo z Vašimi odgovori
citizen-privacy-why = Zakaj sprašujemo
citizen-privacy-why-text = { $body } meri zadovoljstvo uporabnikov za izboljšanje svojih storitev. To je naloga v javnem interesu (člen 6, odstavek 1, točka e Uredbe EU 2016/679), zato Vas ne prosimo za privolitev. Odgovarjanje je prostovoljno in ničesar ne spremeni pri storitvah, ki jih prejemate.
citizen-privacy-anonymous = Kaj shranimo
citizen-privacy-anonymous-text = Shranimo odgovore, dan in pot (na primer splet ali terminal). Ne shranimo Vašega imena, naslova Vašega računalnika niti ure. Odgovore objavimo samo v skupni obliki; pripombe pa šele, ko človek preveri, da po njih ni mogoče nikogar prepoznati.
citizen-privacy-link = Osebna povezava
citizen-privacy-link-text = Če ste prejeli vabilo z osebno povezavo, nobena stran programa ne pokaže, kdo je odgovoril in kaj. Do konca ankete bi lahko zvezo tehnično vzpostavil le, kdor bi imel hkrati bazo podatkov in datoteko s ključi, ki se hranita ločeno. Ob koncu se ključ uniči: odtlej bi to lahko storil le, kdor bi ohranil prejšnjo kopijo obeh.
citizen-privacy-final = Poslanega odgovora ni mogoče umakniti
citizen-privacy-final-text = Odgovori se shranijo brez Vašega imena: ko so poslani, jih s programom ni mogoče ne najti ne popraviti ne izbrisati. V odprte odgovore ne pišite imen ali drugih osebnih podatkov, ne svojih ne tujih.
citizen-privacy-who = Na koga se obrniti
citizen-privacy-who-text = Upravljavec osebnih podatkov: { $controller }.
citizen-privacy-officer-text = Upravljavec osebnih podatkov: { $controller }. Pooblaščena oseba za varstvo podatkov: { $officer }.
citizen-privacy-contact = Informacije o anketi: { $contact }

citizen-page-of = Stran { $at } od { $of }
citizen-part-of = Del { $at } od { $of }
citizen-required = (obvezno)
citizen-choose-any = Izberete lahko več odgovorov.
citizen-choose-at-most = { $count ->
    [1] Izberete lahko samo en odgovor.
    [one] Izberete lahko največ { $count } odgovor.
    [two] Izberete lahko največ { $count } odgovora.
    [few] Izberete lahko največ { $count } odgovore.
   *[other] Izberete lahko največ { $count } odgovorov.
}
citizen-at-most-characters = Največ znakov: { $most }. Ne pišite imen ali drugih osebnih podatkov.
citizen-how-satisfied = Kako ste s tem zadovoljni?
citizen-how-important = Kako pomembno je to za Vas?
citizen-not-a-complaint = To ni pritožba: če želite odgovor, pišite na { $contact }.
citizen-next = Naprej
citizen-back = Nazaj
citizen-send = Pošlji odgovore
citizen-before-sending = Po pošiljanju odgovorov ni več mogoče spremeniti.
citizen-appeared = Za Vas je ostalo še nekaj vprašanj.
citizen-appeared-go = Na prvo

citizen-error-title = Treba je dopolniti
citizen-summary = Nekaj še manjka
citizen-summary-kept = Že dani odgovori so ohranjeni na tej strani. Preverite:
citizen-refused-missing = odgovor manjka
citizen-refused-unknown-field = to vprašanje ni del vprašalnika
citizen-refused-unknown-answer = ta odgovor ni predviden: izberite enega od ponujenih
citizen-refused-too-many = { $count ->
    [1] izberite samo en odgovor
    [one] izberite največ { $count } odgovor
    [two] izberite največ { $count } odgovora
    [few] izberite največ { $count } odgovore
   *[other] izberite največ { $count } odgovorov
}
citizen-refused-not-together = eden od izbranih odgovorov izključuje druge: pustite samo njega ali ga odstranite
citizen-refused-out-of-range = napišite celo število od { $least } do { $most }
citizen-refused-too-long = besedilo je predolgo: največ znakov: { $most }
citizen-refused-unreadable = nekaterih znakov ni bilo mogoče prebrati: na njihovem mestu je znak �. Popravite jih in pošljite znova

citizen-thanks-title = Hvala
citizen-thanks-heading = Hvala, Vaši odgovori so shranjeni
citizen-thanks-anonymous = Odgovori so shranjeni brez Vašega imena in nobena stran ne pokaže, čigavi so. Če ste uporabili osebno vabilo, bi to do konca ankete lahko odkril le, kdor bi, tako kot strokovnjaki, ki hranijo podatke, lahko združil dve ločeno hranjeni datoteki.
citizen-first-kept-title = Odgovor je že shranjen
citizen-first-kept-heading = Odgovor je bil že shranjen
citizen-first-kept = Ohranili smo prvi odgovor, poslan s te strani ali prek te povezave. Pravkar poslani odgovori so drugačni in ga ne nadomestijo.
citizen-first-kept-why = Odgovori se shranijo brez imena: s programom jih ni mogoče ne najti ne spremeniti.
citizen-kiosk-next = Ta stran se za naslednjo osebo sama vrne na začetek.
citizen-kiosk-start = Nov vprašalnik
citizen-kiosk-restart = Izbriši vse in začni znova
citizen-kiosk-idle = Ste še tu? Vprašalnik se bo kmalu začel znova. Za nadaljevanje se dotaknite zaslona.

# The questionnaire on paper.
citizen-paper-anonymous = Vprašalnik je anonimen: ne pišite svojega imena.
citizen-paper-return = Prosimo, oddajte ga v uradu do { $day }.
citizen-paper-contact = Informacije: { $contact }.
citizen-paper-quoted = »{ $text }«
citizen-paper-when = samo če ste na { $question } odgovorili { $answers }
citizen-paper-if = če se to nanaša na Vas

citizen-home-title = Vaše mnenje izboljšuje naše storitve
citizen-home-lead = Tukaj nam lahko poveste, kako je bilo v naših uradih. Potrebujete le nekaj minut, brez prijave.
citizen-home-text = Vsaj enkrat na leto izmerimo zadovoljstvo ljudi, ki uporabljajo naše storitve, kot smo obljubili v Listini o storitvah, in objavimo rezultate. Odgovori so anonimni.
citizen-home-open = Odprti vprašalniki
citizen-home-none = Trenutno ni vprašalnikov, odprtih za vse. Če ste prejeli vabilo, uporabite povezavo v sporočilu.
citizen-home-reports = Objavljeni rezultati
citizen-home-survey = { $minutes } · do { $day }
citizen-report-of = { $office }: rezultati { $year }

citizen-opt-out-title = Brez nadaljnjih vabil
citizen-opt-out-question = Ali želite, da Vam glede anket o zadovoljstvu ne pišemo več?
citizen-opt-out-consequence = Po potrditvi ne boste več prejemali ne vabil ne opomnikov, niti za prihodnje ankete. Na vprašalnike, odprte za vse, lahko še vedno odgovarjate.
citizen-opt-out-button = Ne pišite mi več
citizen-opt-out-otherwise = Če ste to stran odprli pomotoma, jo zaprite: nič se ne spremeni.
citizen-opted-out-title = Ne bomo Vam več pisali
citizen-opted-out-heading = Ne bomo Vam več pisali
citizen-opted-out = Vašo zahtevo smo zabeležili: na ta naslov ne bo več vabil.
citizen-opt-out-deleted-heading = Vaš naslov je že izbrisan
citizen-opt-out-deleted = Anketa je končana in naslove, na katere smo pisali, smo izbrisali. Zato od tukaj ne moremo več zabeležiti Vaše zahteve za prihodnje ankete.
citizen-opt-out-deleted-contact = Če tudi v prihodnje ne želite prejemati vabil, to sporočite na: { $contact }
citizen-test-letter-title = Poskusno pismo
citizen-test-letter-heading = Ta povezava je iz poskusnega pisma
citizen-test-letter = Urad je poslal pismo, da bi preveril, ali njegova pošta prispe. Tukaj ni treba ničesar potrditi in noben naslov ni bil izbrisan ali zabeležen. V vabilih je ta povezava namenjena temu, da jih ne prejemate več.
