# Lettres aux personnes invitées : simples et courtoises.
letter-subject-invitation = { $office } : votre avis sur nos services
letter-subject-reminder = Rappel – { $office } : votre avis sur nos services
letter-subject-reminder-again = Nouveau rappel – { $office } : votre avis sur nos services
letter-subject-thanks = { $office } : merci, les résultats sont publiés
letter-subject-simulated = [démonstration] { $subject }
letter-simulated = Cette lettre fait partie d'une démonstration : l'enquête et ses réponses sont simulées.
letter-greeting = Bonjour { $name },
letter-greeting-nameless = Bonjour,
letter-why = Vous avez utilisé nos services : nous vous demandons de nous dire ce que vous en pensez et ce dont vous avez besoin. Chaque année, nous mesurons la satisfaction des usagers et la comparons aux engagements de la Charte des services ; les résultats, et ce que nous voulons améliorer, sont publiés.
letter-reminder-why = Il y a quelque temps, nous vous avons demandé votre avis sur nos services. Le questionnaire est encore ouvert et votre point de vue nous aiderait à les améliorer.
letter-reminder-again = Nous vous écrivons encore une fois au sujet du questionnaire sur nos services, qui est encore ouvert. Plus il y a de réponses, mieux les résultats disent ce dont les usagers ont besoin.
letter-reminder-how = Vous recevez ce rappel parce que, au moment de l'envoi, le système n'a pas trouvé de réponse de votre part. Les personnes qui ont déjà répondu ne le reçoivent pas : c'est le système qui les exclut, et aucune page ne montre à notre personnel qui a répondu et qui n'a pas répondu. Si vous avez répondu entre-temps, nous vous remercions : vous n'avez rien d'autre à faire.
letter-minutes = Comptez environ { $minutes }. Vous pouvez répondre jusqu'au { $until }, ici :
letter-minutes-number = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
letter-thanks-why = L'enquête sur nos services, à laquelle nous vous avons invité, est terminée et ses résultats sont publiés : la satisfaction des usagers et ce que nous voulons améliorer. Vous pouvez les lire ici :
letter-results-link = Lire les résultats
letter-thanks = Nous remercions toutes les personnes qui ont consacré du temps au questionnaire.
letter-thanks-everybody = Nous envoyons cette lettre à toutes les personnes invitées : nous ne savons pas qui a répondu et qui n'a pas répondu.
letter-link = Répondre au questionnaire
letter-link-personal = Le lien est personnel et vaut pour une seule réponse : nous vous prions de ne pas le transmettre.
letter-anonymous = Répondre est facultatif et ne change rien aux services que vous recevez. Les réponses sont conservées séparément de votre nom et de votre adresse, et aucune page ne montre au bureau qui a répondu ni ce qui a été répondu. Jusqu'à la clôture de l'enquête, seule une personne qui aurait à la fois la base de données et le fichier des clés, gardé à part, pourrait le découvrir ; à la clôture, la clé est détruite. Nous ne publions que des résultats d'ensemble.
letter-source-task = Votre adresse figure parmi celles des personnes qui se sont adressées à notre bureau. Nous l'utilisons pour une mission d'intérêt public : mesurer la qualité des services.
letter-source-obligation = Votre adresse figure parmi celles des personnes qui se sont adressées à notre bureau. Nous l'utilisons pour respecter une obligation légale : mesurer la qualité des services.
letter-source-consent = Vous nous avez donné votre adresse et avez accepté de recevoir des lettres comme celle-ci ; vous pouvez retirer votre consentement à tout moment.
letter-source-contract = Vous nous avez donné votre adresse pour un service que nous vous fournissons.
letter-address = Nous n'utilisons votre adresse que pour cette enquête et nous l'effaçons après sa clôture.
letter-opt-out = Si vous ne souhaitez plus recevoir d'invitations, vous pouvez nous le dire ici :
letter-opt-out-link = Je ne veux plus recevoir d'invitations
letter-contact = Cette lettre est envoyée par un système automatique. Pour tout renseignement ou pour recevoir une réponse, écrivez à : { $contact }
letter-closing = Cordialement
