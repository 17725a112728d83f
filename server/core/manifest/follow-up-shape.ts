import { dict, list, map, scalar, type KeyShape, type Shape } from './shape';

/*
 * What the team writes for itself: who does what, which steps were filmed, whose data the tests use. No key here is `filed`:
 * none of it leaves in a package or in a report for ANS.
 */

const key = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, doc: { fr, en } });

const text = scalar('text');

/** Where the work stands, in order. */
export const workStates = ['à faire', 'en cours', 'à vérifier', 'fait'] as const;

const followUpKeys = {
  responsable: key(
    text,
    'Qui s’en occupe : initiales ou rôle. Ne part jamais.',
    'Who takes care of it: initials or a role. Never leaves.',
  ),
  pour_le: key(scalar('date'), 'Pour quand (AAAA-MM-JJ). Ne part jamais.', 'By when (YYYY-MM-DD). Never leaves.'),
  travail: key(
    scalar('text', { allowed: workStates }),
    'Où en est le travail de l’équipe ; ne change rien au statut de la preuve. Ne part jamais.',
    'Where the team’s work stands; changes nothing in the status of the proof. Never leaves.',
  ),
};

const followUpShape = map('suivi', followUpKeys);

/** `suivi` of a requirement. */
export const requirementFollowUp = key(
  followUpShape,
  'Qui s’en occupe, pour quand, et où en est le travail. Pour l’équipe seule.',
  'Who takes care of it, by when, and where the work stands. For the team alone.',
);

/** `suivi` of a scenario, which also holds that of its proofs: those are lists of pieces. */
export const scenarioFollowUp = key(
  map('suivi du scénario', {
    ...followUpKeys,
    preuves: key(dict('proof', followUpShape), 'Le suivi de chaque preuve.', 'The same for each proof.'),
  }),
  'Qui s’en occupe, pour quand, et où en est le travail, du scénario et de ses preuves. Pour l’équipe seule.',
  'Who takes care of it, by when, and where the work stands, for the scenario and its proofs. For the team alone.',
);

export const stepsDone = key(
  list(scalar('integer')),
  'Numéros des étapes du scénario déjà faites, par exemple [1, 3]. Pour l’équipe seule.',
  'Numbers of the scenario’s steps that are done, such as [1, 3]. For the team alone.',
);

export const testIdentities = key(
  list(
    map(
      'identité de test',
      {
        ins: key(
          text,
          'Matricule INS de ce patient de test, entre guillemets. Ne part jamais.',
          'INS number of this test patient, quoted. Never leaves.',
        ),
        fichier: key(
          scalar('path'),
          'À la place : un fichier qui liste les patients de test, relatif au dossier. Ne part jamais.',
          'Instead: a file that lists the test patients, relative to the dossier. Never leaves.',
        ),
        nom: key(text, 'Nom de ce patient de test. Ne part jamais.', 'Last name of this test patient. Never leaves.'),
        prenom: key(
          text,
          'Prénom de ce patient de test. Ne part jamais.',
          'First name of this test patient. Never leaves.',
        ),
      },
      ['ins', 'fichier'],
    ),
  ),
  'Les patients de test de l’équipe. Pour l’équipe seule.',
  'The team’s own test patients. For the team alone.',
);
