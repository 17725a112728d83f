import { rule as siret } from '../../core/rules/identifiant/siret/rule';
import type { SubjectFault } from '../../core/fixes/new-subject';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import type { NewDossierOutcome } from './new-dossier';

const words = {
  exists: {
    fr: '{path} existe déjà : rien n’a été écrit. Choisissez un autre nom ou un autre dossier.',
    en: '{path} exists already: nothing was written. Choose another name or another folder.',
  },
  unknownDispositif: {
    fr: 'Dispositif « {id} » inconnu{hint}.',
    en: 'Unknown dispositif “{id}”{hint}.',
  },
  near: { fr: ' (vouliez-vous {ids} ?)', en: ' (did you mean {ids}?)' },
  emptyDispositif: {
    fr: 'Aucune exigence n’est connue pour {id}. Importez d’abord le classeur officiel.',
    en: 'No requirement is known for {id}. Import the official workbook first.',
  },
  unknownProfile: {
    fr: 'Profil « {profile} » absent du REM. Profils : {profiles}',
    en: 'Profile “{profile}” is not in the REM. Profiles: {profiles}',
  },
  badCatalogue: { fr: '{path} n’est pas lisible : {detail}', en: '{path} is not readable: {detail}' },
  date: {
    fr: '« {value} » n’est pas une date. Écrivez-la AAAA-MM-JJ, par exemple 2026-11-30.',
    en: '“{value}” is no date. Write it YYYY-MM-DD, such as 2026-11-30.',
  },
  siret: {
    fr: '« {value} » n’est pas un SIRET : 14 chiffres sont attendus.',
    en: '“{value}” is no SIRET: 14 digits are expected.',
  },
  past: {
    fr: 'Le {value} est passé : les échéances seraient comptées depuis ce jour. Écrivez la prochaine date visée, ou rien.',
    en: '{value} is over: deadlines would be counted from that day. Write the next planned date, or nothing.',
  },
  pieces: {
    fr: 'Le dossier des pièces ne convient pas : {detail}.',
    en: 'The folder of evidence does not do: {detail}.',
  },
  configured: {
    fr: '{path} vaut déjà pour ce dossier : rien n’a été écrit. Écrivez-y « pieces.noms », ou gardez le dossier de pièces qu’il donne.',
    en: '{path} holds for this dossier already: nothing was written. Write “pieces.noms” there, or keep the folder of evidence that it gives.',
  },
} satisfies Record<string, Sentence>;

/**
 * Why no dossier was made, and what to do.
 * @param shown how a path is shown: relative to where the person stands, or whole
 */
export function newDossierRefusal(
  outcome: Exclude<NewDossierOutcome, { readonly kind: 'written' }>,
  locale: Locale,
  shown: (path: string) => string,
): string {
  switch (outcome.kind) {
    case 'exists':
    case 'configured':
      return say(words[outcome.kind], locale, { path: shown(outcome.path) });
    case 'unknownDispositif': {
      const hint = outcome.near.length === 0 ? '' : say(words.near, locale, { ids: outcome.near.join(', ') });
      return say(words.unknownDispositif, locale, { id: outcome.dispositif, hint });
    }
    case 'emptyDispositif':
      return say(words.emptyDispositif, locale, { id: outcome.dispositif });
    case 'unknownProfile':
      return say(words.unknownProfile, locale, {
        profile: outcome.profile,
        profiles: outcome.profiles.join(' · '),
      });
    case 'badCatalogue':
      return say(words.badCatalogue, locale, {
        path: shown(outcome.path),
        detail: outcome.message?.[locale] ?? '',
      });
    case 'badSubject':
      return subjectFaultSentence(outcome.fault, locale);
    case 'badPieces':
      return pieceFolderSentence(outcome.fault, locale);
  }
}

/** What is wrong with one thing that was said of the subject. */
export function subjectFaultSentence(fault: SubjectFault, locale: Locale): string {
  const { value } = fault;
  if (fault.kind === 'date') return say(words.date, locale, { value });
  // Of what a manifest holds the rule says that it stands in quotes; here nobody writes a manifest.
  if (fault.fault === 'form') return say(words.siret, locale, { value });
  const sentence = siret.meta.messages[fault.fault];
  return sentence === undefined ? value : say(sentence, locale, { siret: value });
}

/** What is said of a planned filing that is over. @param day `YYYY-MM-DD` */
export function pastFilingSentence(day: string, locale: Locale): string {
  return say(words.past, locale, { value: day });
}

/** What is wrong with a folder of evidence. */
function pieceFolderSentence(fault: Sentence, locale: Locale): string {
  return say(words.pieces, locale, { detail: fault[locale] });
}
