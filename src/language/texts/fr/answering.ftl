# Beside what is asked: who reads the answers, what may still be written or chosen, stars, and what comes after.
answering-anonymous = Réponses anonymes : nous les enregistrons sans votre nom
answering-read-by = Qui lit les réponses : { $office }
answering-stars = { $count ->
    [one] { $count } étoile sur { $of }
   *[other] { $count } étoiles sur { $of }
}
answering-most-characters = Au maximum { $most } caractères.
answering-characters = Caractères : { $at } sur { $of }
answering-characters-left = Caractères que vous pouvez encore écrire : { $at }
answering-characters-over = Caractères en trop : { $at }. Raccourcissez le texte.
answering-choices = Choix : { $at } sur { $of }
answering-choices-over = Choix : { $at }, mais au maximum { $of }. Retirez-en.
answering-what-next = Il est possible de répondre jusqu'au { $day }. Ensuite, nous comptons toutes les réponses ensemble et publions les résultats.
answering-last-results = Lire les résultats de { $year }
answering-number-range = Un nombre entier de { $least } à { $most }.
