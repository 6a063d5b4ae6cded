# What an invited person has begun and not sent yet.
draft-save = Shrani in nadaljuj pozneje
draft-notice = Dokler odgovorov ne pošljete, ostanejo v osnutku, ki je vezan na vaše vabilo. Nadaljujete lahko do { $until } z isto povezavo, tudi na drugi napravi.
draft-before-sending = Ob pošiljanju se osnutek izbriše; poslanih odgovorov ni več mogoče spremeniti ali umakniti.
draft-resumed = Nadaljujete lahko tam, kjer ste prenehali: že dani odgovori so še tu.
draft-saved-title = Odgovori so shranjeni
draft-saved-heading = Vaši odgovori so shranjeni
draft-saved-not-sent = Niso še poslani: štejejo šele, ko pritisnete »Pošlji odgovore«.
draft-saved-back = Za nadaljevanje odprite isto povezavo iz prejetega sporočila na tej ali drugi napravi. Čas imate do { $until }.
draft-saved-tied = Do pošiljanja je osnutek šifriran in vezan na vaše vabilo: odpre ga lahko, kdor ima vašo povezavo. Ob pošiljanju se izbriše, poslanih odgovorov pa ni več mogoče umakniti.
draft-continue = Nadaljuj zdaj
draft-privacy = Osnutek
draft-privacy-text = Dokler odgovorov ne pošljete, se to, kar napišete, hrani v šifriranem osnutku, vezanem na vaše vabilo, brez dneva in ure. Odpre ga lahko samo, kdor ima vašo osebno povezavo, ali kdor bi imel hkrati podatkovno zbirko in datoteko s ključi. Osnutek se izbriše, ko pošljete odgovore, sicer pa ob koncu ankete.
draft-kept = Osnutek je shranjen
draft-not-kept = Osnutek še ni shranjen: kmalu bomo poskusili znova.

problem-revoked-invitation-heading = To vabilo ne velja več
problem-revoked-invitation-text = Urad je vabilo preklical in izbrisal vaš naslov: s to povezavo ni več mogoče odgovoriti. Če menite, da gre za pomoto, se obrnite na urad.
