import type { NextPlace, NextPlaceParams } from '../../../protocol/requests/next-place';
import type { Analysis } from '../../core/engine/analyse';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { totalOf } from '../../core/status/status';
import { stopsOf, type Stop } from './stops';

const none: Readonly<Record<NextPlaceParams['what'], Sentence>> = {
  missing: { fr: 'Aucune preuve à fournir ou à compléter.', en: 'No proof to provide or to complete.' },
  toReview: { fr: 'Aucune preuve à revoir.', en: 'No proof to review.' },
  requested: { fr: 'Aucune demande de l’ANS sans réponse.', en: 'No request of ANS without an answer.' },
};

const noDossier: Sentence = { fr: 'Aucun dossier de preuves n’est ouvert.', en: 'No proof dossier is open.' };

const unknown: Sentence = {
  fr: 'Ce qui est attendu n’est pas connu : le catalogue du dossier manque ou n’a pu être lu.',
  en: 'What is expected is not known: the catalogue of the dossier is missing or could not be read.',
};

const here: Sentence = {
  fr: '{number, number}/{total, number} · {name}',
  en: '{number, number}/{total, number} · {name}',
};

const more: Sentence = {
  fr: '{count, plural, one { et # autre, à écrire ici} other { et # autres, à écrire ici}}',
  en: '{count, plural, one { and # other, to be written here} other { and # others, to be written here}}',
};

const around: Readonly<Record<NextPlaceParams['direction'], Sentence>> = {
  next: { fr: ' (retour au début)', en: ' (from the beginning again)' },
  previous: { fr: ' (retour à la fin)', en: ' (from the end again)' },
};

/** Answers `segur/suivant`: within the dossier of the cursor's file; in all of them where it is in none. */
export function nextPlace(
  analyses: readonly Analysis[],
  { what, direction, from }: NextPlaceParams,
  locale: Locale,
): NextPlace {
  if (analyses.length === 0) return { text: say(noDossier, locale) };
  const own = analyses.filter(({ dossier }) => dossier.main.uri === from?.uri);
  const holding = analyses.filter(({ dossier }) => dossier.fragments.some(({ uri }) => uri === from?.uri));
  const [dossier] = own.length > 0 ? own : holding;
  const searched = dossier ? [dossier] : analyses;
  const stops = searched.flatMap((analysis) => stopsOf(analysis, what));
  const files = dossier ? [dossier.dossier.main.uri, ...dossier.dossier.fragments.map(({ uri }) => uri)] : [];
  const chosen = choose(stops, direction, (stop) => (dossier && from ? compare(stop, from, files) : 1));
  if (!chosen) {
    const isKnown = what === 'requested' || searched.every(isMeasured);
    return { text: say(isKnown ? none[what] : unknown, locale) };
  }
  const { stop, isAround } = chosen;
  const [name, ...others] = stop.names;
  const text = [
    say(here, locale, { number: stops.indexOf(stop) + 1, total: stops.length, name }),
    others.length === 0 ? '' : say(more, locale, { count: others.length }),
    isAround ? say(around[direction], locale) : '',
  ];
  return { place: stop.place, text: text.join('') };
}

/** Whether it is known what is expected at all: of an empty catalogue nothing is. */
function isMeasured(analysis: Analysis): boolean {
  const state = analysis.compliance();
  return state !== undefined && (state.status !== 'unknown' || totalOf(state.counts) > 0);
}

/** @param side below zero for a stop before the cursor, zero for the one it stands on, above for those behind it */
function choose(
  stops: readonly Stop[],
  direction: NextPlaceParams['direction'],
  side: (stop: Stop) => number,
): { readonly stop: Stop; readonly isAround: boolean } | undefined {
  const isNext = direction === 'next';
  const ahead = isNext ? stops.find((stop) => side(stop) > 0) : stops.findLast((stop) => side(stop) < 0);
  const stop = ahead ?? (isNext ? stops[0] : stops.at(-1));
  return stop && { stop, isAround: ahead === undefined };
}

function compare({ place }: Stop, from: NonNullable<NextPlaceParams['from']>, files: readonly string[]): number {
  const { line, character } = place.range.start;
  return (
    files.indexOf(place.uri) - files.indexOf(from.uri) ||
    line - from.position.line ||
    character - from.position.character
  );
}
