import type { workStates } from '../manifest/follow-up-shape';
import { plainWords } from '../workbook/cell-text';

export type WorkState = (typeof workStates)[number];

/** What a cell says of the work: a state of the format, that nothing is to be shown, or a word that is not known. */
export type WorkSaid =
  | { readonly kind: 'state'; readonly state: WorkState }
  /** Not applicable takes a reason and a paper: nobody writes that from a word in a cell. */
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nothing' };

const words: readonly (readonly [WorkState, RegExp])[] = [
  [
    'fait',
    /^(?:fait(?:e|s|es)?|ok|oui|x|v|termine(?:e|s|es)?|fini(?:e|s|es)?|fourni(?:e|s|es)?|livre(?:e|s|es)?|depose(?:e|s|es)?|valide(?:e|s|es)?|complet(?:e|s|es)?|realise(?:e|s|es)?|done|complete(?:d)?|finished|provided|delivered|yes|true|vrai|closed|clos(?:e)?|100|passed)$/,
  ],
  [
    'à vérifier',
    /^(?:a (?:verifier|relire|revoir|valider|controler)|en (?:relecture|revue|validation|verification)|(?:to )?(?:review|check|be (?:checked|reviewed))|in review|(?:to )?verify|under review|pending review)$/,
  ],
  [
    'en cours',
    /^(?:en cours(?: de .*)?|commence(?:e|s|es)?|demarre(?:e|s|es)?|partiel(?:le|s|les)?|in progress|wip|started|ongoing|partial|doing)$/,
  ],
  [
    'à faire',
    /^(?:a (?:faire|fournir|produire|enregistrer|tester)|non(?: (?:fait|commence|demarre|fourni)(?:e|s|es)?)?|manquant(?:e|s|es)?|absent(?:e|s|es)?|ko|todo|to do|to be done|not started|missing|no|false|faux|open|ouvert(?:e|s|es)?|0)$/,
  ],
];

const notApplicable =
  /^(?:n a|na|non (?:applicable|concerne(?:e|s|es)?)|sans objet|s o|so|not applicable|hors perimetre|out of scope)$/;

/**
 * @param cell as displayed
 * @param own the user's words with their states, by `plainWords`
 */
export function workSaid(cell: string, own: ReadonlyMap<string, WorkState> = new Map()): WorkSaid {
  const mark = cell.trim();
  if (/^[✓✔☑✅]\ufe0f?$/u.test(mark)) return { kind: 'state', state: 'fait' };
  if (/^[✗✘☐❌]\ufe0f?$/u.test(mark)) return { kind: 'state', state: 'à faire' };
  // Neither begun nor over, in whatever share.
  if (/^(?:\d{1,2}(?:[.,]\d{1,2})?)\s?%$/u.test(mark) && !/^0+(?:[.,]0+)?\s?%$/u.test(mark))
    return { kind: 'state', state: 'en cours' };
  const said = plainWords(cell);
  if (said === '') return { kind: 'nothing' };
  const state = own.get(said) ?? words.find(([, pattern]) => pattern.test(said))?.[0];
  if (state !== undefined) return { kind: 'state', state };
  return notApplicable.test(said) ? { kind: 'notApplicable' } : { kind: 'unknown' };
}
