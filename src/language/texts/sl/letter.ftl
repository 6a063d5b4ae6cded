# Pisma povabljenim: preprosta in vljudna.
letter-subject-invitation = { $office }: Vaše mnenje o naših storitvah
letter-subject-reminder = Opomnik – { $office }: Vaše mnenje o naših storitvah
letter-subject-reminder-again = Ponovni opomnik – { $office }: Vaše mnenje o naših storitvah
letter-subject-thanks = { $office }: hvala, rezultati so objavljeni
letter-subject-simulated = [predstavitev] { $subject }
letter-simulated = To pismo je del predstavitve: anketa in odgovori so izmišljeni.
letter-greeting = Pozdravljeni, { $name },
letter-greeting-nameless = Pozdravljeni,
letter-why = uporabili ste naše storitve, zato Vas prosimo, da nam poveste, kaj o njih menite in kaj potrebujete. Vsako leto izmerimo zadovoljstvo uporabnikov in ga primerjamo z zavezami v Listini o storitvah; objavimo rezultate in to, kar nameravamo izboljšati.
letter-reminder-why = pred časom smo Vas prosili za mnenje o naših storitvah. Vprašalnik je še odprt in Vaše mnenje bi nam pomagalo storitve izboljšati.
letter-reminder-again = še enkrat Vam pišemo zaradi vprašalnika o naših storitvah, ki je še odprt. Več ljudi ko odgovori, bolje rezultati pokažejo, kaj uporabniki potrebujejo.
letter-reminder-how = Ta opomnik ste prejeli, ker sistem ob pošiljanju ni našel Vašega odgovora. Kdor je že odgovoril, opomnika ne prejme: sistem ga izloči, nobena stran pa našemu osebju ne pokaže, kdo je odgovoril in kdo ni. Če ste medtem že odgovorili, se Vam zahvaljujemo: ničesar več Vam ni treba storiti.
letter-minutes = Potrebovali boste približno { $minutes }. Odgovorite lahko do { $until }, in sicer tukaj:
letter-minutes-number = { $minutes ->
    [one] { $minutes } minuto
    [two] { $minutes } minuti
    [few] { $minutes } minute
   *[other] { $minutes } minut
}
letter-thanks-why = anketa o naših storitvah, h kateri smo Vas povabili, je končana in rezultati so objavljeni: kako zadovoljni so uporabniki in kaj nameravamo izboljšati. Preberete jih lahko tukaj:
letter-results-link = Preberite rezultate
letter-thanks = Zahvaljujemo se vsem, ki so si vzeli čas za vprašalnik.
letter-thanks-everybody = To pismo pošiljamo vsem povabljenim: ne vemo, kdo je odgovoril in kdo ne.
letter-link = Odgovorite na vprašalnik
letter-link-personal = Povezava je osebna in velja za en sam odgovor: prosimo, ne posredujte je drugim.
letter-anonymous = Odgovarjanje je prostovoljno in ničesar ne spremeni pri storitvah, ki jih prejemate. Odgovore hranimo ločeno od Vašega imena in naslova in nobena stran uradu ne pokaže, kdo je odgovoril in kaj. Do konca ankete bi to lahko odkril le, kdor bi imel hkrati bazo podatkov in datoteko s ključi, ki se hrani posebej; ob koncu se ključ uniči. Objavljamo samo skupne rezultate.
letter-source-task = Vaš naslov je med naslovi oseb, ki so se obrnile na naš urad. Uporabljamo ga za nalogo v javnem interesu: merjenje kakovosti storitev.
letter-source-obligation = Vaš naslov je med naslovi oseb, ki so se obrnile na naš urad. Uporabljamo ga zaradi zakonske obveznosti: merjenja kakovosti storitev.
letter-source-consent = Svoj naslov ste nam dali sami in privolili v prejemanje takih pisem; privolitev lahko kadar koli prekličete.
letter-source-contract = Svoj naslov ste nam dali za storitev, ki Vam jo zagotavljamo.
letter-address = Vaš naslov uporabljamo samo za to anketo in ga po njenem koncu izbrišemo.
letter-opt-out = Če ne želite več prejemati vabil, nam to lahko sporočite tukaj:
letter-opt-out-link = Ne želim več prejemati vabil
letter-contact = To pismo je poslal samodejni sistem. Za informacije ali odgovor pišite na: { $contact }
letter-closing = Lep pozdrav
