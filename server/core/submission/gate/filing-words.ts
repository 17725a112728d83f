import { colon, semicolon } from '../../../../words/separators';
import { say, type Locale, type Sentence } from '../../messages/say';
import { countByKind, type Filing } from '../gate';
import { blockerKindWords, blockerMessage } from './blocker-words';

const possible: Sentence = { fr: 'Peut être déposé', en: 'Can be filed' };
const impossible: Sentence = { fr: 'Ne peut pas être déposé', en: 'Cannot be filed' };
const reasons: Sentence = {
  fr: '{count, plural, =1 {une raison} one {# raison} other {# raisons}}',
  en: '{count, plural, =1 {one reason} other {# reasons}}',
};
const notes = {
  emptyChapters: {
    fr: 'Sans preuve attendue, laissés de côté : {names}.',
    en: 'No proof expected, left out: {names}.',
  },
  leftOut: {
    fr: 'Pièces qui ne sont pas jointes, car déclarées non applicables ou dans aucun chapitre choisi : {names}.',
    en: 'Evidence that is not attached, being declared not applicable or in no chosen chapter: {names}.',
  },
  approvalPapers: {
    fr: 'Justificatifs d’homologation, à déposer à part (non joints à ce titre) : {names}.',
    en: 'Papers of approvals, to be filed apart (not attached as such): {names}.',
  },
  editedCatalogue: {
    fr: 'Jugé d’après un REM modifié à la main depuis l’import, et non d’après le classeur officiel.',
    en: 'Judged by a REM that was changed by hand since the import, not by the official workbook.',
  },
  adjustments: {
    fr: 'Jugé avec les ajustements de « {path} », qui partent avec le dépôt.',
    en: 'Judged with the adjustments of “{path}”, which leave with the package.',
  },
  waived: {
    fr: '{count, plural, one {# constat écarté} other {# constats écartés}} par l’équipe : {names}.',
    en: '{count, plural, one {# finding} other {# findings}} set aside by the team: {names}.',
  },
  waivedFor: { fr: '{rule} × {count} (« {reason} »{weight})', en: '{rule} × {count} (“{reason}”{weight})' },
  waivedBy: {
    fr: '{rule} × {count} (gravité : {setting}{weight})',
    en: '{rule} × {count} (severity: {setting}{weight})',
  },
  weighs: { fr: ' ; la preuve reste dans cet état', en: '; the proof stays in that state' },
} satisfies Record<string, Sentence>;

/** Names beyond this are counted, not listed. */
const mostNames = 20;

/** Whether something can be filed, in a few words. */
export function filingState({ isPossible }: Pick<Filing, 'isPossible'>, locale: Locale): string {
  return (isPossible ? possible : impossible)[locale];
}

/** The same with how many reasons of each kind stand in the way: `Ne peut pas être déposé : 3 raisons (…)`. */
export function filingSummary(filing: Filing, locale: Locale): string {
  const state = filingState(filing, locale);
  if (filing.isPossible) return state;
  return `${state}${colon[locale]}${reasonsOf(filing, locale)}`;
}

/** `3 raisons (éditeur ou logiciel : 1 ; homologations CNDA : 2)` */
export function reasonsOf({ blockers }: Pick<Filing, 'blockers'>, locale: Locale): string {
  const kinds = countByKind(blockers).map(
    ([kind, count]) => `${blockerKindWords[kind][locale]}${colon[locale]}${count}`,
  );
  const count = say(reasons, locale, { count: blockers.length });
  return `${count} (${kinds.join(semicolon[locale])})`;
}

/** What a package leaves out, and what it rests on, a sentence each; empty when it holds all, and no finding was set aside. */
export function filingNotes(filing: Filing, locale: Locale): string[] {
  const { emptyChapters, leftOut, approvalPapers } = filing;
  const proofs = [...new Set(leftOut.map(({ proof }) => proof))];
  return [
    ...(emptyChapters.length > 0 ? [say(notes.emptyChapters, locale, { names: listed(emptyChapters) })] : []),
    ...(proofs.length > 0 ? [say(notes.leftOut, locale, { names: listed(proofs) })] : []),
    ...(approvalPapers.length > 0 ? [say(notes.approvalPapers, locale, { names: listed(approvalPapers) })] : []),
    ...reservations(filing, locale),
  ];
}

/**
 * What the yes or no rests on beside the official REM and the rules, a sentence each: which findings the team set aside, how
 * many and why, a catalogue that was changed by hand, and an overlay. Empty when there is nothing of the kind.
 */
export function reservations(
  filing: Pick<Filing, 'waived' | 'editedCatalogue' | 'adjustments'>,
  locale: Locale,
): string[] {
  const { editedCatalogue, adjustments: path } = filing;
  return [
    ...(editedCatalogue ? [say(notes.editedCatalogue, locale)] : []),
    ...(path === undefined ? [] : [say(notes.adjustments, locale, { path })]),
    ...waivedNotes(filing, locale),
  ];
}

function waivedNotes({ waived }: Pick<Filing, 'waived'>, locale: Locale): string[] {
  if (waived.length === 0) return [];
  const names = waived.map(({ rule, count, reason = '', setting, weighs }) => {
    const weight = weighs ? notes.weighs[locale] : '';
    return setting === undefined
      ? say(notes.waivedFor, locale, { rule, count, reason, weight })
      : say(notes.waivedBy, locale, { rule, count, setting, weight });
  });
  const count = waived.reduce((sum, one) => sum + one.count, 0);
  return [say(notes.waived, locale, { count, names: listed(names) })];
}

/**
 * What the gate refuses and findings may not tell, a sentence each: `check` would be silent about it otherwise. Proofs are
 * counted in the summary, and an identity that is not told has its finding.
 */
export function untoldReasons({ blockers }: Pick<Filing, 'blockers'>, locale: Locale): string[] {
  const untold = blockers.filter(({ kind, reason }) => kind !== 'status' && kind !== 'identity' && 'message' in reason);
  const told = [...new Set(untold.map((blocker) => blockerMessage(blocker, locale)))];
  return told.length > mostNames ? [...told.slice(0, mostNames), `… (${told.length})`] : told;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(' · ');
  return names.length > mostNames ? `${shown} · … (${names.length})` : shown;
}
