# The rating widget on the pages of a body's own web sites: what its visitors read.
channel-widget = évaluation sur le site
widget-star = { $count ->
    [one] { $count } étoile sur { $of }
   *[other] { $count } étoiles sur { $of }
}
widget-at-most-characters = Au plus { $most } caractères, sans noms ni autres données personnelles.
widget-send = Envoyer
widget-sending = Envoi en cours…
widget-anonymous = L'évaluation est anonyme : nous n'utilisons pas de cookies et n'enregistrons pas qui visite la page.
widget-privacy = Politique de confidentialité
widget-lost = Nous ne savons pas si la réponse est arrivée : la ligne a peut-être été coupée. Ce qui a été écrit est encore ici et peut être renvoyé : la même réponse ne compte qu'une fois.
widget-elsewhere = Répondre sur la page du questionnaire
widget-off = Cette page ne peut pas encore recevoir d'évaluations : son site n'est pas parmi ceux qui sont autorisés.
# For whoever looks after the page or sends by a program.
widget-console = Ascolto : le site %s n'est pas parmi ceux qui sont autorisés. Il faut l'ajouter à widget_origins, dans la section [server] de la configuration d'Ascolto.
widget-other-form = Le questionnaire de cette enquête ne peut pas être posé sur les pages d'un site : il doit commencer par un jugement à cinq points, dont dépendent les autres questions.
widget-refused = Aucune réponse n'est acceptée depuis ce site ({ $origin }). Il faut l'ajouter à widget_origins, dans la section [server] de la configuration.
