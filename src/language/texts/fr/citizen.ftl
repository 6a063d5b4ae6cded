# The citizen's pages and the kiosk.
citizen-skip = Aller au contenu
citizen-languages = Choix de la langue
citizen-simulated-title = Données simulées.
citizen-simulated = Ceci est une démonstration : l'enquête et les réponses sont inventées.
citizen-accessibility = Déclaration d'accessibilité
citizen-privacy-page = Information sur la protection des données
citizen-no-cookies = Cette page n'utilise pas de cookies.

citizen-minutes = { $count ->
    [one] Environ une minute
   *[other] Environ { $count } minutes
}
citizen-optional = Répondre est facultatif
citizen-privacy-summary = Comment nous traitons vos réponses
citizen-privacy-why = Pourquoi nous posons ces questions
citizen-privacy-why-text = { $body } mesure la satisfaction des usagers pour améliorer ses services. C'est une mission d'intérêt public (art. 6, par. 1, point e, du règlement UE 2016/679) : c'est pourquoi nous ne vous demandons pas de consentement. Répondre est facultatif et ne change rien aux services que vous recevez.
citizen-privacy-anonymous = Ce que nous enregistrons
citizen-privacy-anonymous-text = Nous enregistrons les réponses, le jour et le canal (par exemple web ou borne). Nous n'enregistrons ni votre nom, ni l'adresse de votre ordinateur, ni l'heure. Les réponses ne sont publiées que sous forme d'ensemble ; les commentaires seulement après qu'une personne a vérifié qu'ils ne permettent de reconnaître personne.
citizen-privacy-link = Le lien personnel
citizen-privacy-link-text = Si vous avez reçu une invitation avec un lien personnel, aucune page du programme ne montre qui a répondu ni ce qui a été répondu. Jusqu'à la clôture de l'enquête, seule une personne qui posséderait à la fois la base de données et le fichier des clés, conservés séparément, pourrait techniquement faire le rapprochement. À la clôture, la clé est détruite : dès lors, seule une personne qui aurait conservé une copie antérieure des deux pourrait le faire.
citizen-privacy-final = Une réponse envoyée ne peut pas être retirée
citizen-privacy-final-text = Les réponses sont enregistrées sans votre nom : une fois envoyées, le programme ne permet ni de les retrouver, ni de les corriger, ni de les effacer. N'écrivez dans les réponses libres ni noms ni autres données personnelles, les vôtres ou celles d'autrui.
citizen-privacy-who = À qui s'adresser
citizen-privacy-who-text = Responsable du traitement : { $controller }.
citizen-privacy-officer-text = Responsable du traitement : { $controller }. Délégué à la protection des données : { $officer }.
citizen-privacy-contact = Renseignements sur l'enquête : { $contact }

citizen-page-of = Page { $at } sur { $of }
citizen-part-of = Partie { $at } sur { $of }
citizen-required = (obligatoire)
citizen-choose-any = Vous pouvez choisir plusieurs réponses.
citizen-choose-at-most = { $count ->
    [one] Vous ne pouvez choisir qu'une seule réponse.
   *[other] Vous pouvez choisir au maximum { $count } réponses.
}
citizen-at-most-characters = Au maximum { $most } caractères. N'écrivez ni noms ni autres données personnelles.
citizen-how-satisfied = Cela vous satisfait-il ?
citizen-how-important = Quelle importance cela a-t-il pour vous ?
citizen-not-a-complaint = Ceci n'est pas une réclamation : pour recevoir une réponse, écrivez à { $contact }.
citizen-next = Suivant
citizen-back = Retour
citizen-send = Envoyer les réponses
citizen-before-sending = Après l'envoi, les réponses ne peuvent plus être modifiées.
citizen-appeared = Il reste encore quelques questions pour vous.
citizen-appeared-go = Aller à la première

citizen-error-title = À compléter
citizen-summary = Il manque encore quelque chose
citizen-summary-kept = Les réponses déjà données sont conservées sur cette page. Vérifiez :
citizen-refused-missing = il manque la réponse
citizen-refused-unknown-field = cette question ne fait pas partie du questionnaire
citizen-refused-unknown-answer = cette réponse n'est pas prévue : choisissez-en une parmi celles proposées
citizen-refused-too-many = { $count ->
    [one] choisissez une seule réponse
   *[other] choisissez au maximum { $count } réponses
}
citizen-refused-not-together = l'une des réponses choisies exclut les autres : laissez-la seule ou enlevez-la
citizen-refused-out-of-range = écrivez un nombre entier de { $least } à { $most }
citizen-refused-too-long = le texte est trop long : au maximum { $most } caractères
citizen-refused-unreadable = certains caractères n'ont pas pu être lus : le signe � se trouve à leur place. Corrigez-les et envoyez de nouveau

citizen-thanks-title = Merci
citizen-thanks-heading = Merci, vos réponses ont été enregistrées
citizen-thanks-anonymous = Les réponses sont enregistrées sans votre nom et aucune page ne montre de qui elles viennent. Si vous avez utilisé une invitation personnelle, jusqu'à la clôture de l'enquête seule une personne qui, comme les techniciens chargés de garder les données, pourrait réunir deux fichiers conservés séparément serait en mesure de le découvrir.
citizen-first-kept-title = Réponse déjà enregistrée
citizen-first-kept-heading = Une réponse avait déjà été enregistrée
citizen-first-kept = Nous avons conservé la première réponse envoyée depuis cette page ou par ce lien. Les réponses que vous venez d'envoyer sont différentes et ne la remplacent pas.
citizen-first-kept-why = Les réponses sont enregistrées sans nom : le programme ne permet ni de les retrouver ni de les modifier.
citizen-kiosk-next = Cette page revient d'elle-même au début pour la personne suivante.
citizen-kiosk-start = Nouveau questionnaire
citizen-kiosk-restart = Tout effacer et recommencer
citizen-kiosk-idle = Êtes-vous encore là ? Le questionnaire va bientôt recommencer au début. Touchez l'écran pour continuer.

# The questionnaire on paper.
citizen-paper-anonymous = Le questionnaire est anonyme : n'y écrivez pas votre nom.
citizen-paper-return = Veuillez le remettre au bureau au plus tard le { $day }.
citizen-paper-contact = Renseignements : { $contact }.
citizen-paper-quoted = « { $text } »
citizen-paper-when = seulement si vous avez répondu { $answers } à { $question }
citizen-paper-if = si cela vous concerne

citizen-home-title = Votre avis améliore nos services
citizen-home-lead = Dites-nous ici comment cela s'est passé avec nos bureaux. Quelques minutes suffisent, sans inscription.
citizen-home-text = Au moins une fois par an, nous mesurons la satisfaction des personnes qui utilisent nos services, comme nous l'avons promis dans la Charte des services, et nous publions les résultats. Les réponses sont anonymes.
citizen-home-open = Questionnaires ouverts
citizen-home-none = Il n'y a pas en ce moment de questionnaire ouvert à tous. Si vous avez reçu une invitation, utilisez le lien qui se trouve dans le message.
citizen-home-reports = Résultats publiés
citizen-home-survey = { $minutes } · jusqu'au { $day }
citizen-report-of = { $office } : résultats { $year }

citizen-opt-out-title = Ne plus recevoir d'invitations
citizen-opt-out-question = Voulez-vous que nous ne vous écrivions plus pour les enquêtes de satisfaction ?
citizen-opt-out-consequence = Après la confirmation, vous ne recevrez plus ni invitations ni rappels, même pour les prochaines enquêtes. Vous pourrez toujours répondre aux questionnaires ouverts à tous.
citizen-opt-out-button = Ne m'écrivez plus
citizen-opt-out-otherwise = Si vous avez ouvert cette page par erreur, fermez-la : rien ne change.
citizen-opted-out-title = Nous ne vous écrirons plus
citizen-opted-out-heading = Nous ne vous écrirons plus
citizen-opted-out = Nous avons enregistré votre demande : plus aucune invitation ne sera envoyée à cette adresse.
citizen-opt-out-deleted-heading = Votre adresse a déjà été effacée
citizen-opt-out-deleted = L'enquête est terminée et nous avons effacé les adresses auxquelles nous avions écrit. C'est pourquoi nous ne pouvons plus noter d'ici votre demande pour les prochaines enquêtes.
citizen-opt-out-deleted-contact = Si vous ne voulez pas recevoir d'invitations à l'avenir non plus, faites-le savoir à : { $contact }
citizen-test-letter-title = Lettre d'essai
citizen-test-letter-heading = Ce lien vient d'une lettre d'essai
citizen-test-letter = Le service a envoyé une lettre pour vérifier que son courrier arrive. Il n'y a rien à confirmer ici, et aucune adresse n'a été retirée ni notée. Dans les invitations, ce lien sert à ne plus en recevoir.
