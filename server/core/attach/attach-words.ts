import { FindingWords } from '../engine/render-finding';
import { say, type Locale, type Sentence } from '../messages/say';
import { rules } from '../rules/registry';
import type { Attachment, AttachOutcome, AttachPlan, Unplaced } from './plan-attach';
import type { Slot } from './slots';

/** What is said of attaching pieces, in the editor and on the command line. */
const words = {
  copied: { fr: '{proof} : « {path} » ({name}){date}', en: '{proof}: “{path}” ({name}){date}' },
  inPlace: {
    fr: '{proof} : « {path} », déjà en place{date}',
    en: '{proof}: “{path}”, in place already{date}',
  },
  cited: { fr: '{proof} cite déjà {name} : rien à écrire', en: '{proof} cites {name} already: nothing to write' },
  other: { fr: '{proof} : {name}', en: '{proof}: {name}' },
  fromContent: { fr: ', capture du {day} selon son contenu', en: ', captured on {day} as its content says' },
  fromFile: {
    fr: ', capture du {day} selon la date du fichier : à vérifier',
    en: ', captured on {day} as the file’s own time says: to be checked',
  },
  noDate: { fr: ', date de capture inconnue', en: ', date of capture not known' },
  unknownSlot: {
    fr: '{name} : aucun identifiant de preuve dans ce nom. Dites la preuve.',
    en: '{name}: no id of a proof in that name. Say which proof.',
  },
  unknownProof: {
    fr: '{name} : « {id} » n’est ni une preuve, ni un scénario, ni une exigence de ce dossier.',
    en: '{name}: “{id}” is no proof, scenario or requirement of this dossier.',
  },
  near: { fr: ' Vouliez-vous dire {ids} ?', en: ' Did you mean {ids}?' },
  or: { fr: ' ou ', en: ' or ' },
  several: {
    fr: '{name} peut aller à plusieurs preuves : {ids}. Dites laquelle.',
    en: '{name} may go to several proofs: {ids}. Say which one.',
  },
  under: { fr: '{proof} (sous {above})', en: '{proof} (under {above})' },
  more: { fr: '… ({count} en tout)', en: '… ({count} in all)' },
  unwritable: {
    fr: '{name} : {proof} est écrite d’une façon à laquelle rien ne peut être ajouté sans risque (alias YAML, valeur d’une autre forme, conflit de fusion, fichier mal encodé ou illisible). Corrigez d’abord {file} ; rien n’a été modifié.',
    en: '{name}: {proof} is written in a way that nothing can be added to safely (YAML alias, value of another kind, merge conflict, file of another encoding or that cannot be read). Correct {file} first; nothing was changed.',
  },
} satisfies Record<string, Sentence>;

/** Candidates that are named; of a whole requirement there may be dozens. */
const mostNamed = 8;

/** What becomes of one piece. @param nameOf how the user knows a piece */
export function attachmentSentence(
  { piece, slot, destination, captured, alreadyCited }: Attachment,
  nameOf: (piece: number) => string,
  locale: Locale,
): string {
  const args = { proof: slot.proof, name: nameOf(piece) };
  if (alreadyCited) return say(words.cited, locale, args);
  if (!destination) return say(words.other, locale, args);
  const day = captured?.day ?? '';
  const origin =
    captured === undefined ? words.noDate : captured.from === 'content' ? words.fromContent : words.fromFile;
  const date = say(origin, locale, { day });
  return say(destination.isThere ? words.inPlace : words.copied, locale, { ...args, path: destination.path, date });
}

/** Why a piece has no slot yet, and which it may have. @param wanted what was asked for, if anything was */
export function unplacedSentence(
  { piece, choice }: Unplaced,
  nameOf: (piece: number) => string,
  wanted: string | undefined,
  locale: Locale,
): string {
  const name = nameOf(piece);
  if (choice.kind === 'several') return say(words.several, locale, { name, ids: listed(choice.slots, locale) });
  if (wanted === undefined) return say(words.unknownSlot, locale, { name });
  const near = choice.near.length > 0 ? say(words.near, locale, { ids: choice.near.join(say(words.or, locale)) }) : '';
  return say(words.unknownProof, locale, { name, id: wanted }) + near;
}

function listed(slots: readonly Slot[], locale: Locale): string {
  const ids = slots.map(({ proof }) => proof);
  const isKey = new Set(ids).size === ids.length;
  const label = ({ proof, scenario, requirement }: Slot) =>
    isKey
      ? proof
      : say(words.under, locale, {
          proof,
          above: requirement === undefined ? scenario : `${requirement}, ${scenario}`,
        });
  const named = slots.slice(0, mostNamed).map(label);
  return [...named, ...(slots.length > mostNamed ? [say(words.more, locale, { count: slots.length })] : [])].join(', ');
}

/** Why nothing can be written. @param file how the user knows the manifest */
export function unwritableSentence(
  { piece, slot }: Extract<AttachOutcome, { readonly kind: 'unwritable' }>,
  nameOf: (piece: number) => string,
  file: string,
  locale: Locale,
): string {
  return say(words.unwritable, locale, { name: nameOf(piece), proof: slot.proof, file });
}

/** What a check would find of the pieces, in words. */
export function warningSentences({ warnings }: AttachPlan, locale: Locale): string[] {
  const said = new FindingWords(rules);
  return warnings.map((finding) => said.message(finding, locale));
}
