import { groupOf } from './group-of';
import { shift, type OffsetRange } from './offset-range';

/** A merge that git left to do. */
export interface GitConflict {
  /** From its first marker to the end of its last one. */
  readonly range: OffsetRange;
  /** The line of its first marker, without line end. */
  readonly marker: OffsetRange;
  /** Only some of its markers are left. */
  readonly partial: boolean;
  /** What is left out when the first of its versions is read: markers, and the other versions. */
  readonly hidden: readonly OffsetRange[];
  /** The lines of each version, where all of its markers are there. */
  readonly versions?: { readonly ours: OffsetRange; readonly theirs: OffsetRange };
}

/** Seven signs at the beginning of a line (git, conflict-marker-size), `|||||||` in the styles diff3 and zdiff3. */
const markerLine = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|$)[^\r\n]*/gm;

const firstMarker = /^<{7}(?=[ \t\r\n]|$)/gm;

/** Quick answer for text that is read block by block. */
export function hasConflictMarker(text: string): boolean {
  return /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|$)/m.test(text);
}

/**
 * The conflicts of a text. No line of a YAML file of ours begins so otherwise: values stand behind keys, and further in
 * below them.
 */
export function gitConflicts(text: string): GitConflict[] {
  const conflicts: GitConflict[] = [];
  let open: { marker: OffsetRange; middle?: OffsetRange; split?: OffsetRange } | undefined;
  const single = (marker: OffsetRange): void => {
    conflicts.push({ range: marker, marker, partial: true, hidden: [marker] });
  };
  const giveUp = (): void => {
    if (!open) return;
    single(open.marker);
    if (open.middle) single(open.middle);
    open = undefined;
  };
  for (const { 0: line, index } of text.matchAll(markerLine)) {
    const marker = { start: index, end: index + line.length };
    const sign = line.charAt(0);
    if (sign === '<') {
      giveUp();
      open = { marker };
    } else if (!open) single(marker);
    else if (sign !== '>') {
      open.middle ??= marker;
      if (sign === '=') open.split ??= marker;
    } else if (!open.middle) {
      giveUp();
      single(marker);
    } else {
      const hidden = [open.marker, { start: open.middle.start, end: marker.end }];
      conflicts.push({
        range: { start: open.marker.start, end: marker.end },
        marker: open.marker,
        partial: false,
        hidden,
        ...(open.split ? { versions: versionsOf(text, open.marker, open.middle, open.split, marker) } : {}),
      });
      open = undefined;
    }
  }
  giveUp();
  return conflicts.sort((a, b) => a.range.start - b.range.start);
}

/** The conflict whose first marker begins at an offset: what stands behind the next first marker is not looked at. */
export function gitConflictAt(text: string, start: number): GitConflict | undefined {
  firstMarker.lastIndex = start + 1;
  const end = firstMarker.exec(text)?.index ?? text.length;
  const [conflict] = gitConflicts(text.slice(start, end));
  if (conflict?.marker.start !== 0) return undefined;
  const { range, marker, partial, hidden, versions } = conflict;
  return {
    range: shift(range, start),
    marker: shift(marker, start),
    partial,
    hidden: hidden.map((one) => shift(one, start)),
    ...(versions ? { versions: { ours: shift(versions.ours, start), theirs: shift(versions.theirs, start) } } : {}),
  };
}

function versionsOf(
  text: string,
  first: OffsetRange,
  middle: OffsetRange,
  split: OffsetRange,
  last: OffsetRange,
): NonNullable<GitConflict['versions']> {
  return {
    ours: { start: nextLine(text, first.end), end: middle.start },
    theirs: { start: nextLine(text, split.end), end: last.start },
  };
}

/** The beginning of the line behind the one on which an offset stands. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/**
 * Whether both versions of a conflict can be kept, one behind the other: items of a list, or entries of a mapping under other
 * keys, that stand in the same column.
 */
export function canKeepBoth(ours: string, theirs: string): boolean {
  const [one, other] = [entriesIn(ours), entriesIn(theirs)];
  if (!one || !other || one.margin !== other.margin || one.list !== other.list) return false;
  const others = new Set(other.keys);
  return one.list || one.keys.every((key) => !others.has(key));
}

function entriesIn(lines: string): { margin: number; list: boolean; keys: string[] } | undefined {
  const first = /^( *)(- )?[^ #\r\n]/m.exec(lines);
  if (!first) return undefined;
  const margin = groupOf(first, 1).length;
  const list = first[2] !== undefined;
  const keys: string[] = [];
  for (const line of lines.split(/\r?\n/)) {
    const written = line.trimStart();
    if (written === '' || written.startsWith('#')) continue;
    const column = line.length - written.length;
    if (column < margin) return undefined;
    if (column > margin) continue;
    const key = list ? /^-(?= )/.exec(written)?.[0] : /^(?!- )(.+?):(?= |$)/.exec(written)?.[1];
    if (key === undefined) return undefined;
    keys.push(key.replace(/^(["'])(.*)\1$/, '$2'));
  }
  return { margin, list, keys };
}

/**
 * The text with only the first version of each conflict, every place where it was: what is hidden becomes empty lines, which
 * mean nothing anywhere in YAML.
 */
export function firstVersions(text: string, conflicts: readonly GitConflict[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of conflicts.flatMap(({ hidden }) => hidden)) {
    result += text.slice(at, start) + '\n'.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}
