import { colon, semicolon } from '../../../words/separators';
import type { WatchedFact } from '../../core/parcours/watch/watched-fact';
import type { WatchedFacts } from '../../core/parcours/watch/watch-facts';
import {
  certaintySentence,
  doubtSentences,
  movedSentence,
  verifiedSentence,
  watchHeads as words,
} from '../../core/parcours/watch/watch-words';
import { shownHidden } from '../../core/text/hidden-characters';
import type { CommandContext } from '../terminal';
import { paint } from './colour';

/** `freshness --format text` @param heads lines above the list */
export function watchText(
  { doubtful, sound }: WatchedFacts,
  heads: readonly string[],
  context: CommandContext,
): string {
  const { colour } = context.terminal;
  const lines = [...heads];
  for (const [title, facts] of [
    [words.doubtful, doubtful],
    [words.sound, sound],
  ] as const) {
    if (facts.length === 0) continue;
    lines.push('', paint('bold', context.say(title), colour), ...facts.flatMap((fact) => factLines(fact, context)));
  }
  lines.push('', context.say(words.how));
  return shownHidden(`${lines.join('\n')}\n`);
}

function factLines(fact: WatchedFact, context: CommandContext): string[] {
  const { locale, terminal } = context;
  const value = fact.value ?? context.say(words.unknown);
  const verified = verifiedSentence(fact, locale);
  const told = [certaintySentence(fact, locale), verified, ...doubtSentences(fact, locale)];
  const lines = [
    `  ${paint('bold', fact.id, terminal.colour)}  ${fact.label[locale]}${fact.value === fact.addresses[0]?.url ? '' : `${colon[locale]}${value}`}`,
    `    ${told.filter((one) => one !== undefined).join(semicolon[locale])}`,
  ];
  if (fact.note) lines.push(`    ${fact.note[locale]}`);
  for (const address of fact.addresses) {
    const { label, url, date } = address;
    const dated = date === undefined ? label : `${label} (${date})`;
    const moved = movedSentence(address, locale);
    lines.push(`    → ${url === undefined || url === label ? dated : `${dated} ${url}`}`);
    if (moved !== undefined) lines.push(`      ${moved}`);
  }
  return lines;
}
