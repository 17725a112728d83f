import type { StepState, MilestoneId, StepId } from '../manifest/journey-ids';
import { parseManifest, type ParsedManifest } from '../manifest/parse-manifest';
import { scalarText } from '../manifest/scalar-text';
import type { Located } from '../text/offset-range';
import { insertUnder } from './insert-under';
import { lineEnding } from './manifest-text';
import { endOfSection } from './section-end';
import { countUnreadParts } from './unread-parts';
import { applyChanges } from './verified';

/** What the section `parcours` is to say of a step or of a date of the calendar. Dates are `YYYY-MM-DD`, hours `HH:MM`. */
export type JourneyEntry =
  | {
      readonly kind: 'step';
      readonly id: StepId;
      readonly etat: StepState;
      readonly debut?: string;
      readonly fin?: string;
      readonly prevue_le?: string;
    }
  | {
      readonly kind: 'milestone';
      readonly id: MilestoneId;
      readonly date: string;
      readonly heure?: string;
      readonly source?: string;
      readonly verifie_le?: string;
    };

/** Longer names of anchors are not looked for. */
const longestAnchor = 200;

const stepKeys = ['etat', 'debut', 'fin', 'prevue_le'] as const;
const milestoneKeys = ['date', 'heure', 'source', 'verifie_le'] as const;

/**
 * The main manifest with that written in it, in the style that stands there; what is not given stays as it is.
 * @returns undefined where it cannot be written safely: aliases, faults of syntax, values of another kind
 */
export function writeJourney(parsed: ParsedManifest, entry: JourneyEntry): string | undefined {
  let present = parsed;
  for (const [key, value] of valuesOf(entry)) {
    const text = withValue(present, entry, key, value);
    if (text === undefined) return undefined;
    present = parseManifest(text);
  }
  // What is read afterwards decides, not what was meant.
  const isRead = valuesOf(entry).every(([key, value]) => written(present, entry, key)?.value === value);
  return isRead && countUnreadParts(present.problems) <= countUnreadParts(parsed.problems) ? present.text : undefined;
}

function valuesOf(entry: JourneyEntry): [key: string, value: string][] {
  const values: Readonly<Record<string, string>> = entry;
  const keys: readonly string[] = entry.kind === 'step' ? stepKeys : milestoneKeys;
  return keys.flatMap((key): [string, string][] => {
    const value = values[key];
    return value === undefined ? [] : [[key, value]];
  });
}

function withValue(parsed: ParsedManifest, entry: JourneyEntry, key: string, value: string): string | undefined {
  const { text, journey } = parsed;
  const known = written(parsed, entry, key);
  if (known && journey) {
    const range = { start: known.range.start + journey.base, end: known.range.end + journey.base };
    const source = text.slice(range.start, range.end);
    // What an alias stands for here, or elsewhere for this, would change with it.
    const anchor = /&([^\s&]+)$/.exec(text.slice(0, range.start).slice(-longestAnchor).trimEnd())?.[1];
    if (source.startsWith('*') || (anchor !== undefined && text.includes(`*${anchor}`))) return undefined;
    return applyChanges(text, [
      { range, text: written(parsed, entry, key)?.value === value ? source : valueText(value, source) },
    ]);
  }
  const start = parsed.keys.find((one) => one.value === 'parcours')?.range.start;
  const path = [entry.kind === 'step' ? 'etapes' : 'calendrier', entry.id] as const;
  if (start === undefined) return withSection(text, path, key, value);
  const order: readonly string[] = entry.kind === 'step' ? stepKeys : milestoneKeys;
  const edit = insertUnder({
    uri: '',
    text,
    entry: { start, end: endOfSection(start, parsed) },
    path,
    stub: { key, value: valueText(value) },
    after: order.slice(0, order.indexOf(key)),
  });
  return edit && applyChanges(text, [edit]);
}

/** A new section at the end of the manifest. */
function withSection(
  text: string,
  [group, id]: readonly [group: string, id: string],
  key: string,
  value: string,
): string {
  const eol = lineEnding(text);
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  return `${text}${before}parcours:${eol}  ${group}:${eol}    ${id}:${eol}      ${key}: ${valueText(value)}${eol}`;
}

function written(parsed: ParsedManifest, entry: JourneyEntry, key: string): Located<string> | undefined {
  const facts = parsed.journey?.facts;
  if (entry.kind === 'step') {
    const step = facts?.steps.find(({ id }) => id === entry.id);
    const located = { etat: step?.state, debut: step?.startedOn, fin: step?.doneOn, prevue_le: step?.plannedOn };
    return located[key as keyof typeof located];
  }
  const milestone = facts?.milestones.find(({ id }) => id === entry.id);
  const located = {
    date: milestone?.date,
    heure: milestone?.time,
    source: milestone?.source,
    verifie_le: milestone?.checkedOn,
  };
  return located[key as keyof typeof located];
}

/** Days are written as they are everywhere in a manifest, without quotes. */
function valueText(value: string, like = ''): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !/^["']/.test(like) ? value : scalarText(value, like);
}
