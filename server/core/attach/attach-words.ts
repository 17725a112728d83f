import { FindingWords } from '../engine/render-finding';
import { say, type Locale, type Sentence } from '../messages/say';
import { listed } from '../text/listed';
import { rules } from '../rules/registry';
import type { WantedSlot } from './piece';
import type { Attachment, AttachOutcome, AttachPlan, AttachRefusal, Unplaced } from './plan-attach';
import type { Slot } from './slots';

/** What is said of attaching pieces, in the editor and on the command line. */
const words = {
  copied: { fr: '{proof} : « {path} » ({name}){date}', en: '{proof}: “{path}” ({name}){date}' },
  inPlace: {
    fr: '{proof} : « {path} », déjà en place{date}',
    en: '{proof}: “{path}”, in place already{date}',
  },
  cited: { fr: '{proof} cite déjà {name} : rien à écrire', en: '{proof} cites {name} already: nothing to write' },
  other: {
    fr: '{proof} : {name}, sans date : écrivez « date » si vous la connaissez',
    en: '{proof}: {name}, without a date: write “date” if you know it',
  },
  dated: { fr: '{proof} : {name}', en: '{proof}: {name}' },
  fromContent: { fr: ', capture du {day} selon son contenu', en: ', captured on {day} as its content says' },
  fromFile: {
    fr: ', capture du {day} selon la date du fichier : à vérifier',
    en: ', captured on {day} as the file’s own time says: to be checked',
  },
  noDate: { fr: ', date de capture inconnue', en: ', date of capture not known' },
  unknownSlot: {
    fr: '{name} : aucun identifiant de preuve de ce dossier dans ce nom. Dites la preuve.',
    en: '{name}: no id of a proof of this dossier in that name. Say which proof.',
  },
  unknownProof: {
    fr: '{name} : « {id} » n’est ni une preuve, ni un scénario, ni une exigence de ce dossier.',
    en: '{name}: “{id}” is no proof, scenario or requirement of this dossier.',
  },
  elsewhere: {
    fr: '{name} : {id} n’est pas sous {above}, mais {ids}. Corrigez ce que vous avez dit, ou dites la preuve seule.',
    en: '{name}: {id} is not under {above}, but {ids}. Correct what you said, or say the proof alone.',
  },
  empty: {
    fr: '{name} : {id} est connue, mais n’attend aucune preuve à son nom.',
    en: '{name}: {id} is known, but expects no proof of its own.',
  },
  coveredBy: {
    fr: ' Elle se prouve par {ids} : joignez la pièce à une de ses preuves.',
    en: ' It is proved by {ids}: attach the piece to one of its proofs.',
  },
  noCatalogue: {
    fr: '{name} : le REM de ce dossier n’a pas pu être lu, aucune preuve attendue n’est connue. Corrigez d’abord « dossier.catalogue » ou « dossier.dispositif ».',
    en: '{name}: the REM of this dossier could not be read, no expected proof is known. Correct “dossier.catalogue” or “dossier.dispositif” first.',
  },
  broken: {
    fr: '{file}, ligne {line}{detail} Rien n’a été modifié : corrigez d’abord ce fichier.',
    en: '{file}, line {line}{detail} Nothing was changed: correct that file first.',
  },
  detail: { fr: ' : {sentence}', en: ': {sentence}' },
  noYaml: { fr: 'ce n’est pas du YAML.', en: 'this is no YAML.' },
  own: {
    fr: '{name} est un fichier du dossier lui-même (manifeste, catalogue, configuration, discussion ou dépôt), pas une pièce. Rien n’a été modifié.',
    en: '{name} is a file of the dossier itself (manifest, catalogue, configuration, discussion or package), not evidence. Nothing was changed.',
  },
  near: { fr: ' Vouliez-vous dire {ids} ?', en: ' Did you mean {ids}?' },
  or: { fr: ' ou ', en: ' or ' },
  several: {
    fr: '{name} peut aller à plusieurs preuves : {ids}. Dites laquelle.',
    en: '{name} may go to several proofs: {ids}. Say which one.',
  },
  below: { fr: 'sous {above}', en: 'under {above}' },
  under: { fr: '{proof} (sous {above})', en: '{proof} (under {above})' },
  unwritable: {
    fr: '{name} : {proof} est écrite d’une façon à laquelle rien ne peut être ajouté sans risque (alias YAML, valeur d’une autre forme, conflit de fusion, fichier mal encodé ou illisible). Corrigez d’abord {file} ; rien n’a été modifié.',
    en: '{name}: {proof} is written in a way that nothing can be added to safely (YAML alias, value of another kind, merge conflict, file of another encoding or that cannot be read). Correct {file} first; nothing was changed.',
  },
} satisfies Record<string, Sentence>;

/** Candidates that are named; of a whole requirement there may be dozens. */
const mostNamed = 8;

/** What becomes of one piece. @param nameOf how the user knows a piece */
export function attachmentSentence(
  { piece, slot, destination, captured, isDateSaid, alreadyCited }: Attachment,
  nameOf: (piece: number) => string,
  locale: Locale,
): string {
  const args = { proof: slot.proof, name: nameOf(piece) };
  if (alreadyCited) return say(words.cited, locale, args);
  if (!destination) return say(isDateSaid ? words.dated : words.other, locale, args);
  const day = captured?.day ?? '';
  const origin =
    captured === undefined ? words.noDate : captured.from === 'content' ? words.fromContent : words.fromFile;
  const date = isDateSaid ? '' : say(origin, locale, { day });
  return say(destination.isThere ? words.inPlace : words.copied, locale, { ...args, path: destination.path, date });
}

/** Why a piece has no slot yet, and which it may have. @param wanted what was asked for, if anything was */
export function unplacedSentence(
  { piece, choice }: Unplaced,
  nameOf: (piece: number) => string,
  wanted: WantedSlot | undefined,
  locale: Locale,
): string {
  const name = nameOf(piece);
  const or = say(words.or, locale);
  if (choice.kind === 'several') return say(words.several, locale, { name, ids: slotNames(choice.slots, locale) });
  if (choice.kind === 'noCatalogue') return say(words.noCatalogue, locale, { name });
  if (wanted === undefined) return say(words.unknownSlot, locale, { name });
  const id = wanted.proof;
  switch (choice.kind) {
    case 'elsewhere': {
      const above = [wanted.requirement, wanted.scenario].flatMap((one) => one ?? []).join(', ');
      const places = choice.slots.slice(0, mostNamed).map((slot) => say(words.below, locale, { above: aboveOf(slot) }));
      return say(words.elsewhere, locale, { name, id, above, ids: [...new Set(places)].join(or) });
    }
    case 'empty': {
      const said = say(words.empty, locale, { name, id });
      if (choice.coveredBy.length === 0) return said;
      return said + say(words.coveredBy, locale, { ids: choice.coveredBy.slice(0, mostNamed).join(or) });
    }
    case 'none': {
      const near = choice.near.length > 0 ? say(words.near, locale, { ids: choice.near.join(or) }) : '';
      return say(words.unknownProof, locale, { name, id }) + near;
    }
  }
}

function aboveOf({ scenario, requirement }: Slot): string {
  return requirement === undefined ? scenario : `${requirement}, ${scenario}`;
}

function slotNames(slots: readonly Slot[], locale: Locale): string {
  const ids = slots.map(({ proof }) => proof);
  const isKey = new Set(ids).size === ids.length;
  const label = (slot: Slot) =>
    isKey ? slot.proof : say(words.under, locale, { proof: slot.proof, above: aboveOf(slot) });
  return listed(slots.map(label), mostNamed, locale);
}

/** Why nothing can be attached. @param fileOf how the user knows a manifest, by its URI */
export function refusalSentence(
  refusal: AttachRefusal,
  nameOf: (piece: number) => string,
  fileOf: (uri: string) => string,
  locale: Locale,
): string {
  switch (refusal.kind) {
    case 'own':
      return say(words.own, locale, { name: nameOf(refusal.piece) });
    case 'unwritable': {
      const { piece, slot, uri } = refusal;
      return say(words.unwritable, locale, { name: nameOf(piece), proof: slot.proof, file: fileOf(uri) });
    }
    case 'broken': {
      const { uri, line, finding } = refusal;
      const sentence = finding ? new FindingWords(rules).message(finding, locale) : say(words.noYaml, locale);
      const detail = say(words.detail, locale, { sentence });
      return say(words.broken, locale, { file: fileOf(uri), line: String(line + 1), detail });
    }
  }
}

/** The same of pieces whose slots nobody was asked for: a line for each that has none, too. */
export function notAttachedWords(
  outcome: Exclude<AttachOutcome, { readonly kind: 'planned' }>,
  nameOf: (piece: number) => string,
  fileOf: (uri: string) => string,
  locale: Locale,
): string {
  return outcome.kind === 'unplaced'
    ? outcome.unplaced.map((one) => unplacedSentence(one, nameOf, undefined, locale)).join('\n')
    : refusalSentence(outcome, nameOf, fileOf, locale);
}

/** What a check would find of the pieces, in words. */
export function warningSentences({ warnings }: AttachPlan, locale: Locale): string[] {
  const said = new FindingWords(rules);
  return warnings.map((finding) => said.message(finding, locale));
}
