import type { KnownFacts } from '../../facts/known-facts';
import { say, type Locale } from '../../messages/say';
import { packageWords } from '../plan/provenance-words';
import type { WatchedFacts } from './watch-facts';
import { watchHeads as words } from './watch-words';

/** The lines above the list: for what, how many, and which data is in force. @param shownFile how a package's file is told */
export function watchHeadLines(
  { facts, dispositifs, list }: { facts: KnownFacts; dispositifs: readonly string[]; list: WatchedFacts },
  tool: string,
  shownFile: (uri: string) => string,
  locale: Locale,
): string[] {
  const { at, doubtful, sound } = list;
  return [
    ...(dispositifs.length === 0 ? [] : [say(words.about, locale, { dispositifs: dispositifs.join(', ') })]),
    say(words.counts, locale, { at, doubtful: doubtful.length, sound: sound.length }),
    say(words.shipped, locale, { version: tool }),
    ...facts.packages.map((one) =>
      say(words.package, locale, { given: capital(packageWords(one)[locale]), file: shownFile(one.uri) }),
    ),
  ];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
