import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver-types';
import { formatBinaryBytes } from '../../words/numbers';
import { evidencePath, type EvidenceItem } from '../core/manifest/facts';
import { pageFacts } from '../core/manifest/page-facts';
import { say, type Sentence } from '../core/messages/say';
import type { Status } from '../core/status/status';
import { statusWords } from '../core/status/status-words';
import type { OffsetRange } from '../core/text/offset-range';
import { daysBetweenDates } from '../core/time/calendar-days';
import { loadedCatalogue, type FileView } from './file-view';
import { manifestMentions } from './mentions/manifest-mentions';
import { evidenceFacts } from './hover/describe-evidence';
import { pagesWithin } from './pages-within';
import { writtenScenarios } from './written-paths';

/** Which hints are wanted, by the user's settings. */
export interface HintChoice {
  readonly state: boolean;
  readonly size: boolean;
  readonly age: boolean;
}

const words = {
  today: { fr: 'd’aujourd’hui', en: 'of today' },
  days: {
    fr: '{days, plural, one {# jour} other {# jours}}',
    en: '{days, plural, one {# day} other {# days}}',
  },
} satisfies Record<string, Sentence>;

/**
 * Behind scenarios and proofs where they stand, behind the path of a piece its size and how many days ago it was made, as its
 * `date` says. Requirements have that above them.
 * @param states by the offset of the id, of the same text; undefined where nothing is known or wanted
 */
export function inlayHints(
  view: FileView,
  range: Range,
  choice: HintChoice,
  states: ReadonlyMap<number, Status> | undefined,
): InlayHint[] {
  const { document } = view;
  const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return [
    ...(choice.state && states ? stateHints(view, states, within) : []),
    ...(choice.size || choice.age ? pieceHints(view, choice, within) : []),
  ];
}

function isIn({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

function stateHints(view: FileView, states: ReadonlyMap<number, Status>, within: OffsetRange): InlayHint[] {
  return manifestMentions(view.parsed, loadedCatalogue(view)?.index, within).flatMap(({ subject, role, range }) => {
    const state = states.get(range.start);
    if (role !== 'entry' || subject.kind === 'requirement' || state === undefined || !isIn(within, range.end))
      return [];
    // Behind the colon, so that the line stays as it reads.
    const colon = view.parsed.source.slice(range.end, range.end + 1) === ':' ? 1 : 0;
    return [hint(view, range.end + colon, say(statusWords[state], view.locale))];
  });
}

function pieceHints(view: FileView, choice: HintChoice, within: OffsetRange): InlayHint[] {
  return pagesWithin(view.parsed, within).flatMap(({ page, start }) =>
    [...writtenScenarios(pageFacts(page))].flatMap(({ base, scenario }) =>
      scenario.proofs.flatMap(({ evidence }) =>
        evidence.flatMap((item) => pieceHint(view, choice, item, start + base, within)),
      ),
    ),
  );
}

/** @param base offset that the places of the item are counted from */
function pieceHint(
  view: FileView,
  choice: HintChoice,
  item: EvidenceItem,
  base: number,
  within: OffsetRange,
): InlayHint[] {
  const path = evidencePath(item);
  const at = path ?? item.link ?? item.execution;
  if (!at || !isIn(within, base + at.range.end)) return [];
  const file = path && view.evidence(path.value);
  const parts = [
    ...(choice.size && file?.state === 'file' ? [formatBinaryBytes(file.size, view.locale)] : []),
    ...(choice.age ? ageWords(item.date?.value, view) : []),
  ];
  if (parts.length === 0) return [];
  const one = hint(view, base + at.range.end, parts.join(' · '));
  const facts = path ? evidenceFacts(file, item.sha256?.value, view.locale) : [];
  if (facts.length === 0) return [one];
  return [{ ...one, tooltip: { kind: 'markdown', value: facts.join('\n\n') } }];
}

/** Nothing of a day that is still to come, or that is none. */
function ageWords(date: string | undefined, { today, locale }: FileView): string[] {
  const days = date === undefined ? undefined : daysBetweenDates(date, today);
  if (days === undefined || days < 0) return [];
  return [days === 0 ? say(words.today, locale) : say(words.days, locale, { days })];
}

function hint({ document }: FileView, offset: number, label: string): InlayHint {
  return { position: document.positionAt(offset), label, kind: InlayHintKind.Type, paddingLeft: true };
}
