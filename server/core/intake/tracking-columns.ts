import { groupOf } from '../text/group-of';
import { plainWords } from '../workbook/cell-text';

/** What a column of a tracking sheet holds. */
export const trackingRoles = [
  'preuve',
  'scenario',
  'exigence',
  'fichier',
  'lien',
  'execution',
  'date',
  'version',
  'commentaire',
  'note_interne',
  'responsable',
  'pour_le',
  'travail',
] as const;

export type TrackingRole = (typeof trackingRoles)[number];

export interface TrackingColumn {
  readonly role: TrackingRole;
  /** The number in `Preuve 3` or `Fichier 3`: columns of the same number go together. */
  readonly index?: number;
}

const number = '(?:n|no|nos|num|numero|numeros|id|ids|identifiant|identifiants|ref|refs|reference|references|code|#)';
const of = '(?: (?:de|du|d|des|de la|de l|of|of the))?';

/**
 * Header names after `plainWords`, first match wins. What a REM calls its own columns comes first, so that a REM with columns
 * added by the vendor is read as well. A column of words (« Preuve attendue », « Exigence ») is none of ids: which of the two
 * « Preuve » is, its cells tell.
 */
const names: readonly (readonly [TrackingRole, RegExp])[] = [
  ['preuve', new RegExp(`^(?:${number}${of} )?(?:preuves?|proofs?)(?: (?:attendues?|expected|id|ref))?$`)],
  ['preuve', /^(?:expected )?proofs?(?: (?:id|ids|ref|reference))?$/],
  [
    'scenario',
    new RegExp(
      `^(?:${number}${of} )?(?:scenarii?|scenarios?|cas de test|test cases?)(?: de conformite)?(?: (?:id|ref))?$`,
    ),
  ],
  ['exigence', new RegExp(`^(?:${number}${of} )?(?:exigences?|requirements?)(?: (?:id|ref|rem))?$`)],
  ['exigence', /^(?:id|identifiant|ref|reference)$/],
  [
    'lien',
    /^(?:liens?|urls?|links?|hyperliens?|adresses?)(?: (?:gazelle|permanents?|permanent|de la preuve|preuve|vers .*|to .*))*$/,
  ],
  [
    'execution',
    /^(?:(?:n|no|num|numero)s?(?: d| de l)? ?executions?|executions?(?: (?:n|no|number|id))?|execution number)$/,
  ],
  [
    'fichier',
    /^(?:nom(?:s)?(?: du| de| des)? )?(?:fichiers?|pieces?(?: jointes?)?|livrables?|captures?|documents?|chemins?)(?: (?:de (?:la )?preuve|preuve|fourni(?:e|s|es)?|joints?|deposee?s?|du fichier|des? preuves?))?$/,
  ],
  ['fichier', /^(?:file ?names?|files?|evidences?(?: files?)?|attachments?|paths?|file paths?|name of (?:the )?file)$/],
  [
    'pour_le',
    /^(?:pour le|echeances?|date (?:cible|limite|butoir|prevue|d echeance|de livraison)|deadline|due(?: date| on| by)?|target date|a faire pour(?: le)?|livraison)$/,
  ],
  [
    'date',
    /^(?:dates?|date(?: de)?(?: la)? (?:capture|preuve|realisation|enregistrement|du test|test|execution|production|enregistrement)|date of (?:capture|test|recording)|(?:capture|test|recording|evidence) date|captured? on|fait le|realise le|enregistree? le|testee? le)$/,
  ],
  [
    'version',
    /^(?:versions?(?: (?:testee?|du logiciel|logiciel|software|produit|de l application|tested|candidate))?|(?:software|tested|product|candidate|app) version|v)$/,
  ],
  // Only what is said to be for the examiner leaves: « Commentaire » alone is where a team talks to itself.
  [
    'commentaire',
    /^(?:commentaires?|remarques?|comments?) (?:(?:pour|a destination de|for|to) )?(?:(?:l|the) )?(?:examinateur|instructeur|ans|examiner|instructor)$/,
  ],
  [
    'note_interne',
    /^(?:notes?(?: internes?)?|internal (?:notes?|comments?)|(?:commentaires?|remarques?|observations?)(?: internes?)?|comments?|remarks?|memo)$/,
  ],
  [
    'responsable',
    /^(?:responsables?|resp|porteurs?|pilotes?|qui|assignee? ?(?:a|to)?|assigned(?: to)?|affectee? ?a|charge(?:e)? de|acteurs?|owners?|who|persons?|personnes?(?: en charge)?|responsible(?: person)?|testeurs?|testers?|in charge)$/,
  ],
  [
    'travail',
    /^(?:statuts?|etats?|avancements?|status|states?|progress|etat d avancement|statut (?:interne|preuve|de la preuve)|travail|work state|fait|done|ok)$/,
  ],
];

/**
 * What a header announces; undefined for one that is not known, which is told and left alone.
 * @param header as displayed
 */
export function trackingColumn(header: string): TrackingColumn | undefined {
  const words = plainWords(header.replace(/#/g, ' n '));
  if (words === '') return undefined;
  const numbered = /^(.*\D) ?(?:n |no )?(\d{1,2})$/.exec(words);
  const found = roleOf(words);
  if (found !== undefined) return { role: found };
  if (!numbered) return undefined;
  const role = roleOf(
    groupOf(numbered, 1)
      .trim()
      .replace(/ (?:n|no)$/, ''),
  );
  return role === undefined ? undefined : { role, index: Number(numbered[2]) };
}

function roleOf(words: string): TrackingRole | undefined {
  return names.find(([, pattern]) => pattern.test(words))?.[0];
}
