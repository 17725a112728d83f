import { semicolon } from '../../../words/separators';
import type { WatchedRow, WatchView } from '../../../protocol/requests/watch';
import type { Locale } from '../../core/messages/say';
import { watchHeadLines } from '../../core/parcours/watch/watch-heads';
import type { FactAddress, WatchedFact } from '../../core/parcours/watch/watched-fact';
import {
  certaintySentence,
  doubtSentences,
  movedSentence,
  verifiedSentence,
  watchHeads,
} from '../../core/parcours/watch/watch-words';
import type { Watch } from '../../core/report/watch-of';
import { nameOf } from '../../core/text/uri';

/** Answers `segur/veille`. @param tool version of the tool */
export function watchView(watch: Watch, tool: string, locale: Locale): WatchView {
  const { doubtful, sound } = watch.list;
  return {
    title: watchHeads.title[locale],
    heads: watchHeadLines(watch, tool, nameOf, locale),
    facts: [...doubtful.map((fact) => row(fact, true, locale)), ...sound.map((fact) => row(fact, false, locale))],
  };
}

function row(fact: WatchedFact, isDoubtful: boolean, locale: Locale): WatchedRow {
  const told = [certaintySentence(fact, locale), verifiedSentence(fact, locale), ...doubtSentences(fact, locale)];
  return {
    id: fact.id,
    label: fact.label[locale],
    ...(fact.value === undefined ? {} : { value: fact.value }),
    why: told.filter((one) => one !== undefined).join(semicolon[locale]),
    isDoubtful,
    addresses: fact.addresses.flatMap((address) => links(address, locale)),
  };
}

function links(address: FactAddress, locale: Locale): WatchedRow['addresses'] {
  const { label, url, moved } = address;
  return [
    ...(url === undefined ? [] : [{ label, url }]),
    ...(moved ? [{ label: movedSentence(address, locale) ?? label, url: moved.nouvelle }] : []),
  ];
}
