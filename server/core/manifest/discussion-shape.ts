import { list, map, scalar, type KeyShape, type MapShape, type Shape } from './shape';

const key = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, doc: { fr, en } });
const required = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, required: true, doc: { fr, en } });

const text = scalar('text');

/** Folder of the dossier that holds its threads, one file each, so that branches merge. */
export const discussionFolder = 'discussions';

/** Where a thread stands. */
export const discussionStates = ['ouverte', 'close'] as const;

/** One file of `discussions/`: what the team says to itself of a proof, a scenario or a requirement. It never leaves. */
export const discussionShape: MapShape = map('discussion', {
  version: required(
    scalar('formatVersion', { allowed: ['1'] }),
    'Version du format de ce fichier : 1.',
    'Version of the format of this file: 1.',
  ),
  preuve: {
    ...required(text, 'La preuve dont on parle.', 'The proof that it is about.'),
    requiredUnless: ['scenario', 'exigence'],
  },
  scenario: key(
    text,
    'Le scénario dont on parle ; avec « preuve », celui qui l’attend.',
    'The scenario that it is about; with “preuve”, the one that expects it.',
  ),
  exigence: key(
    text,
    'L’exigence dont on parle ; avec « preuve » ou « scenario », celle qui les attend.',
    'The requirement that it is about; with “preuve” or “scenario”, the one that expects them.',
  ),
  dossier: key(
    text,
    'Nom du fichier principal du dossier, quand son répertoire en contient plusieurs.',
    'Name of the main file of the dossier, where its folder holds several.',
  ),
  sujet: key(text, 'De quoi il s’agit, en quelques mots.', 'What it is about, in a few words.'),
  etat: key(
    scalar('text', { allowed: discussionStates }),
    'La discussion est-elle encore ouverte ? Sans cette clé, elle l’est.',
    'Is the discussion still open? Without this key it is.',
  ),
  messages: key(
    list(
      map('message', {
        par: required(text, 'Qui l’écrit : initiales ou rôle.', 'Who writes it: initials or a role.'),
        le: required(scalar('date'), 'Date du message (AAAA-MM-JJ).', 'Date of the message (YYYY-MM-DD).'),
        texte: required(text, 'Ce qui est dit.', 'What is said.'),
      }),
    ),
    'Ce qui a été dit, du plus ancien au plus récent.',
    'What was said, oldest first.',
  ),
});
