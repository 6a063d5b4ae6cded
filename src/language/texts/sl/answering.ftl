# Beside what is asked: who reads the answers, what may still be written or chosen, stars, and what comes after.
answering-anonymous = Anonimni odgovori: shranimo jih brez Vašega imena
answering-read-by = Kdo bere odgovore: { $office }
answering-stars = { $count ->
    [one] { $count } zvezdica od { $of }
    [two] { $count } zvezdici od { $of }
    [few] { $count } zvezdice od { $of }
   *[other] { $count } zvezdic od { $of }
}
answering-most-characters = Največ znakov: { $most }.
answering-characters = Znaki: { $at } od { $of }
answering-characters-left = Preostali znaki: { $at }
answering-characters-over = Odvečni znaki: { $at }. Skrajšajte besedilo.
answering-choices = Izbrano: { $at } od { $of }
answering-choices-over = Izbrano: { $at }, največ pa { $of }. Odstranite kakšno izbiro.
answering-what-next = Odgovoriti je mogoče do { $day }. Nato preštejemo vse odgovore skupaj in objavimo rezultate.
answering-last-results = Preberite rezultate za leto { $year }
answering-number-range = Celo število od { $least } do { $most }.
