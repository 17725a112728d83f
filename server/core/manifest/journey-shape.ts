import { milestoneIds, stepIds, stepStates } from './journey-ids';
import { journeyData } from './journey-data.generated';
import { filed, filedRequired, list, map, scalar, type KeyShape, type Shape } from './shape';

const key = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, doc: { fr, en } });
const required = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, required: true, doc: { fr, en } });

const text = scalar('text');
const date = scalar('date');
const path = scalar('path');
const days = scalar('integer');
export const yesNo = scalar('text', { allowed: ['oui', 'non'] });

const comment = key(text, 'Commentaire.', 'Comment.');
const internalNote = key(
  text,
  "Note pour l'équipe. Ne part jamais dans un dépôt ni dans un rapport pour l'ANS.",
  'Note for the team. Never leaves in a package or in a report for ANS.',
);

const stepShape = map('étape', {
  etat: required(scalar('text', { allowed: stepStates }), 'Où en est l’étape.', 'Where the step stands.'),
  debut: key(date, 'Date de début (AAAA-MM-JJ).', 'Date of start (YYYY-MM-DD).'),
  fin: key(date, 'Date de fin (AAAA-MM-JJ).', 'Date of end (YYYY-MM-DD).'),
  prevue_le: key(date, 'Date de fin prévue (AAAA-MM-JJ).', 'Planned date of end (YYYY-MM-DD).'),
  piece: key(path, 'Justificatif de l’étape.', 'Document that proves the step.'),
  commentaire: comment,
  note_interne: internalNote,
});

const milestoneShape = map('jalon', {
  date: required(date, 'Date du jalon (AAAA-MM-JJ).', 'Date of the milestone (YYYY-MM-DD).'),
  heure: key(
    scalar('text', { suggested: ['12:00', '14:00'] }),
    'Heure de Paris (HH:MM). Sans elle, l’heure est inconnue.',
    'Paris time (HH:MM). Without it the hour is unknown.',
  ),
  source: key(text, 'Où cette date a été lue.', 'Where this date was read.'),
  verifie_le: key(date, 'Jour où la date a été vérifiée.', 'Day on which the date was checked.'),
});

const exchangeShape = map('échange', {
  recu_le: required(date, 'Jour de la question de l’ANS.', 'Day of the question of ANS.'),
  repondu_le: key(date, 'Jour de la réponse.', 'Day of the answer.'),
  objet: key(text, 'Objet de la question.', 'What it is about.'),
  note_interne: internalNote,
});

const stepDoc = new Map(journeyData.etapes.map((step) => [step.id, step.libelle]));

/** Section `parcours`: where each step stands, and what the user knows better than the shipped data. */
export const journeyShape = map('parcours', {
  etapes: key(
    map(
      'étapes',
      Object.fromEntries(
        stepIds.map((id) => [id, key(stepShape, `${stepDoc.get(id)?.fr ?? id}.`, `${stepDoc.get(id)?.en ?? id}.`)]),
      ),
    ),
    'Les quinze étapes, de la lecture des documents au versement du solde.',
    'The fifteen steps, from reading the documents to the payment of the balance.',
  ),
  calendrier: key(
    map(
      'calendrier',
      Object.fromEntries(
        milestoneIds.map((id) => [
          id,
          key(
            milestoneShape,
            `Jalon ${id}, à la place de la date fournie.`,
            `Milestone ${id}, instead of the date that ships.`,
          ),
        ]),
      ),
    ),
    'Dates lues dans le DSR ou l’appel à financement : elles l’emportent sur celles fournies.',
    'Dates read in the DSR or the call for financing: they win over those that ship.',
  ),
  delais: key(
    map('délais', {
      ...Object.fromEntries(
        stepIds.map((id) => [
          id,
          key(days, `Durée de l’étape ${id}, en jours calendaires.`, `Duration of step ${id}, in calendar days.`),
        ]),
      ),
      fenetre_commande: key(
        days,
        'Jours entre une commande sous condition et le dossier complet (120 par défaut).',
        'Days between a conditional order and the complete file (120 by default).',
      ),
    }),
    'Durées en jours, à la place de celles fournies ou pour les étapes dont la durée est inconnue.',
    'Durations in days, instead of those that ship or for the steps whose duration is unknown.',
  ),
  commercialisee_le: key(
    date,
    'Jour où la version référencée est commercialisée.',
    'Day from which the referenced version is sold.',
  ),
  echanges: key(list(exchangeShape), 'Questions de l’ANS et réponses.', 'Questions of ANS and answers.'),
});

const habilitation = map('habilitation', {
  statut: key(text, 'Statut de la demande.', 'Status of the request.'),
  date: key(date, 'Date du statut.', 'Date of the status.'),
  piece: key(path, 'Habilitation reçue.', 'Habilitation received.'),
});

/** Section `administratif`: what the application asks besides vendor and software. */
export const administrativeShape = map('administratif', {
  responsable_legal: key(
    map('responsable légal', {
      nom: key(text, 'Nom du responsable légal.', 'Name of the legal representative.'),
      courriel: key(text, 'Courriel.', 'Email.'),
      telephone: key(text, 'Téléphone.', 'Telephone.'),
    }),
    'Le responsable légal et ses coordonnées.',
    'The legal representative and how to reach them.',
  ),
  lettre_engagement: key(path, 'Lettre d’engagement (vague 1).', 'Letter of commitment (wave 1).'),
  convention: key(
    map('convention', {
      signee_le: key(date, 'Date de signature électronique.', 'Date of the electronic signature.'),
      piece: key(path, 'Convention signée.', 'Signed convention.'),
    }),
    'Convention de référencement (vague 1).',
    'Referencing convention (wave 1).',
  ),
  charte: key(
    map('charte', {
      acceptee_le: key(date, 'Date d’acceptation.', 'Date of acceptance.'),
      par: key(text, 'Qui l’a acceptée (personne habilitée à engager l’éditeur).', 'Who accepted it.'),
    }),
    'Charte de référencement Ségur (vague 2).',
    'Ségur referencing charter (wave 2).',
  ),
  compte_isc: key(
    text,
    'Compte industriels Santé Connect (vague 2) : identifiant, jamais de mot de passe.',
    'industriels Santé Connect account (wave 2): identifier, never a password.',
  ),
  groupement: key(yesNo, 'L’éditeur représente-t-il un groupement ?', 'Does the vendor stand for a group?'),
  mandats: key(list(path), 'Mandats des membres du groupement.', 'Mandates of the members of the group.'),
  distributeurs: key(list(text), 'Distributeurs mandatés.', 'Authorised distributors.'),
  preuve_depot_cnda: key(
    path,
    'Preuve de dépôt au CNDA (copie d’écran : logiciel, statut, date de retour prévue).',
    'Proof of CNDA filing (screenshot: software, status, forecast return date).',
  ),
  lettre_referencement_cnda: key(
    path,
    'Lettre de référencement envoyée par le CNDA.',
    'Referencing letter sent by the CNDA.',
  ),
  nru_logiciel_utilisateur: key(
    text,
    'NRU de l’éditeur du logiciel utilisateur (facultatif, conseillé).',
    'NRU of the publisher of the user software (optional, advised).',
  ),
  nru_proxy_esante: key(
    text,
    'NRU de l’éditeur du Proxy e-santé (facultatif, conseillé).',
    'NRU of the publisher of the Proxy e-santé (optional, advised).',
  ),
  edc_psc: key(
    map('EDC PSC', {
      editeur: key(habilitation, 'Habilitation éditeur, pour le référencement.', 'As publisher, for the referencing.'),
      operateur: key(habilitation, 'Habilitation opérateur, pour l’ASP.', 'As operator, for ASP requests.'),
    }),
    'Espace de confiance Pro Santé Connect.',
    'Pro Santé Connect trust space.',
  ),
  test_intrusion: key(
    map('test d’intrusion', {
      date: key(date, 'Date du formulaire.', 'Date of the form.'),
      organisme: key(text, 'Organisme qualifié PASSI.', 'PASSI-qualified body.'),
      signature_electronique: key(
        yesNo,
        'Le formulaire est-il signé électroniquement ?',
        'Is it signed electronically?',
      ),
      piece: key(path, 'Formulaire signé.', 'Signed form.'),
    }),
    'Formulaire de test d’intrusion.',
    'Penetration-test form.',
  ),
  composants_tiers: filed(
    list(
      map('composant tiers', {
        nom: filedRequired(text, 'Nom du composant.', 'Name of the component.'),
        nil: filed(text, 'NIL du composant.', 'NIL of the component.'),
        certifie: filed(yesNo, 'Est-il déjà certifié par le CNDA ?', 'Is it already certified by the CNDA?'),
        teleservices: filed(
          text,
          'Téléservices pour lesquels il est homologué (« DMP, INSi »). Sans cette clé, ceux que dit son nom ; à défaut, tous.',
          'Teleservices for which it is approved (“DMP, INSi”). Without this key, those that its name tells; failing that, all.',
        ),
        moteur_eai: filed(yesNo, 'Est-ce un moteur EAI embarqué ?', 'Is it an embedded EAI engine?'),
      }),
    ),
    'Composants tiers que le logiciel embarque.',
    'Third-party components that the software embeds.',
  ),
  versions_techniques: filed(
    list(
      map('version technique', {
        numero: filedRequired(scalar('version'), 'Numéro de version technique.', 'Technical version number.'),
        date: filedRequired(date, 'Date de cette version.', 'Date of this version.'),
      }),
    ),
    'Versions techniques : le numéro change à chaque modification du code et suit la chronologie.',
    'Technical versions: the number changes with every change of the code and follows time.',
  ),
  version_visible: filed(
    yesNo,
    'Le numéro de version technique est-il visible dans le logiciel ?',
    'Can the user see the technical version number in the software?',
  ),
  commentaire: comment,
  note_interne: internalNote,
});

/** Section `portabilite`: what the export covers and what the contract says of it. */
export const portabilityShape = map('portabilité', {
  perimetre: filed(
    list(scalar('text', { allowed: ['documents', 'traits', 'ins', 'date', 'type'] })),
    'Ce que l’export contient : documents du DSR, traits d’identité, INS, date de production, type de donnée.',
    'What the export holds: documents of the DSR, identity traits, INS, date of production, type of data.',
  ),
  non_stockes: filed(
    list(scalar('text', { allowed: ['ins', 'date', 'type'] })),
    'Données que le logiciel ne stocke pas : elles ne sont pas dues.',
    'Data that the software does not store: they are not owed.',
  ),
  formats: filed(list(text), 'Formats de l’export (HL7 CDA, PDF…).', 'Formats of the export (HL7 CDA, PDF…).'),
  documentation: filed(path, 'Documentation du format et de la procédure.', 'Documents the format and the procedure.'),
  exemple: filed(path, 'Export d’exemple, avec une identité de test.', 'Sample export, with a test identity.'),
  periode_parametrable: filed(
    yesNo,
    'La profondeur d’historique se règle-t-elle ?',
    'Can the depth of history be set?',
  ),
  professionnel_parametrable: filed(
    yesNo,
    'Le professionnel concerné se choisit-il ?',
    'Can the professional concerned be chosen?',
  ),
  delai_jours: filed(
    days,
    'Délai de mise à disposition, en jours calendaires.',
    'Delay of handing over, in calendar days.',
  ),
  clause: filed(
    map('clause de portabilité', {
      piece: filed(path, 'CGU ou contrat qui porte la clause.', 'Terms or contract that hold the clause.'),
      sans_surcout: filed(yesNo, 'Sans surcoût pour le client ?', 'At no extra cost for the client?'),
      fois_par_an: filed(days, 'Nombre d’exercices par an.', 'How often a year it may be used.'),
      changement_fournisseur: filed(yesNo, 'Aussi au changement de fournisseur ?', 'Also on a change of supplier?'),
    }),
    'La clause des CGU.',
    'The clause of the terms.',
  ),
  commentaire: filed(text, 'Commentaire pour l’instructeur.', 'Comment for the examiner.'),
  note_interne: internalNote,
});
