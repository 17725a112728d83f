import { isAlias, isSeq } from 'yaml';
import type { TextChange } from '../fixes/fix';
import { applyChanges } from '../fixes/verified';
import { evidenceShape } from '../manifest/manifest-shape';
import type { ParsedManifest } from '../manifest/parse-manifest';
import { changeBetween } from '../manifest/text-span-change';
import { scalarText } from '../manifest/scalar-text';
import { refusals, type CellRefusal } from './cell-refusal';
import { keysBefore } from './check-value';
import { addItem } from './add-item';
import { asList, dropItem, dropKey, setKey, setNumbers, type EntryChanges, type NewValue } from './change-in-entry';
import { EntryYaml, type EntryPath, type EntryText, type Unwritable } from './entry-yaml';
import { isAsAsked, type AskedChange } from './plain-entry';
import type { KeyAim } from './plan-cell';
import { valueSource } from './value-source';

/** A piece, before anything is written. */
interface PiecePlace {
  /** What is named when it can not be written. */
  readonly id: string;
  /** The list of the proof. */
  readonly list: readonly string[];
  /** Where it stands, from the start of the entry. */
  readonly offset: number;
}

/** One thing to be written in an entry. */
export type EntryWrite =
  | (KeyAim & {
      readonly kind: 'key';
      readonly id: string;
      /** How many keys of the path stay when nothing is left under them. */
      readonly least: number;
      readonly main: ParsedManifest;
    })
  | (PiecePlace & KeyAim & { readonly kind: 'pieceKey'; readonly main: ParsedManifest })
  | (PiecePlace & {
      readonly kind: 'review';
      readonly keys: readonly KeyAim[];
      readonly main: ParsedManifest;
      /** Of the piece as it is now, where it is known. */
      readonly digest: string | undefined;
    })
  | (PiecePlace & { readonly kind: 'removal' })
  | {
      readonly kind: 'numbers';
      readonly id: string;
      readonly path: readonly string[];
      readonly numbers: readonly number[];
      readonly after: readonly string[];
    }
  | {
      /** An item more of a list. */
      readonly kind: 'item';
      readonly id: string;
      readonly path: readonly string[];
      readonly item: readonly (readonly [key: string, value: string])[];
      readonly after: readonly string[];
    };

interface CellWrite {
  readonly cell: number;
  readonly write: EntryWrite;
}

/** One edit and what it must have changed. */
interface Stroke {
  readonly asked: readonly AskedChange[];
  readonly make: (yaml: EntryYaml) => EntryChanges;
}

/**
 * Writes into one entry, one thing after the other; each time the entry is read again, and must say what it said before but
 * for what was asked.
 * @returns the edit, none where it says all of it already, or the cells that can not be written
 */
export function writeInEntry(
  of: EntryText,
  writes: readonly CellWrite[],
):
  | { readonly changes: readonly TextChange[] }
  | { readonly refused: { readonly cell: number; readonly refusal: CellRefusal }[] } {
  const refused: { readonly cell: number; readonly refusal: CellRefusal }[] = [];
  const first = new EntryYaml(of);
  const items = new Map<EntryWrite, number | Unwritable>(
    writes.flatMap(({ write }) => (isOfPiece(write) ? [[write, itemOf(first, write)] as const] : [])),
  );
  // The places of pieces are those of before: what takes one away comes last, from the end.
  const removals = writes
    .flatMap(({ cell, write }) => (write.kind === 'removal' ? [{ cell, write }] : []))
    .filter(({ write }, index, all) => all.findIndex((one) => one.write.offset === write.offset) === index)
    .sort((a, b) => b.write.offset - a.write.offset);
  let yaml = first;
  for (const { cell, write } of [...writes.filter(({ write: { kind } }) => kind !== 'removal'), ...removals]) {
    const item = items.get(write);
    const refuse = (why: Unwritable) => refused.push({ cell, refusal: refusalOf(why, write) });
    if (typeof item === 'string') {
      refuse(item);
      continue;
    }
    for (const { make, asked } of strokesOf(write, item ?? 0, yaml)) {
      const changes = make(yaml);
      if (changes === 'same') continue;
      if (typeof changes === 'string') {
        refuse(changes);
        break;
      }
      const next = new EntryYaml(after(yaml.of, changes));
      if (!isAsAsked(yaml, next, asked)) {
        refuse('shape');
        break;
      }
      yaml = next;
    }
  }
  return refused.length > 0 ? { refused } : { changes: changesBetween(of, yaml.of) };
}

/** What stands behind an entry is the same before and after. */
function changesBetween(before: EntryText, now: EntryText): readonly TextChange[] {
  const { start, end } = now.entry;
  const old = before.text.slice(start, end + before.text.length - now.text.length);
  const fresh = now.text.slice(start, end);
  if (old === fresh) return [];
  const change = changeBetween(old, fresh);
  const from = start + change.start;
  return [
    {
      uri: now.uri,
      range: { start: from, end: from + change.removed },
      text: fresh.slice(change.start, change.start + change.inserted),
    },
  ];
}

function isOfPiece(write: EntryWrite): write is Extract<EntryWrite, PiecePlace> {
  return write.kind !== 'key' && write.kind !== 'numbers' && write.kind !== 'item';
}

/** Which item of its list a piece is: what is no mapping is not counted as a piece. */
function itemOf(yaml: EntryYaml, { list, offset }: PiecePlace): number | Unwritable {
  const place = yaml.findKey(list);
  if (typeof place === 'string') return place === 'absent' ? 'shape' : place;
  const { value } = place;
  if (!isSeq(value)) return isAlias(value) ? 'alias' : 'shape';
  const index = value.items.findIndex((item) => yaml.rangeOf(item).start === yaml.of.entry.start + offset);
  return index < 0 ? 'shape' : index;
}

function strokesOf(write: EntryWrite, item: number, yaml: EntryYaml): readonly Stroke[] {
  switch (write.kind) {
    case 'key':
      return [keyStroke(write, write.path, write.least, write.main)];
    case 'pieceKey': {
      const above = [...write.list, item];
      return [keyStroke(write, [...above, ...write.path], above.length, write.main)];
    }
    case 'review':
      return reviewStrokes(write, [...write.list, item], yaml);
    case 'removal': {
      const path = [...write.list, item];
      return [{ asked: [{ path, value: undefined }], make: (one) => asList(dropItem(one, path)) }];
    }
    case 'item': {
      const { path, item: values, after: beside } = write;
      const fields = values.map(([key, value]) => `${key}: ${key === 'le' ? value : scalarText(value)}`);
      const source = `{ ${fields.join(', ')} }`;
      return [
        { asked: [{ path, value: { item: values } }], make: (one) => asList(addItem(one, path, source, beside)) },
      ];
    }
    case 'numbers': {
      const { path, numbers, after: beside } = write;
      if (numbers.length === 0)
        return [{ asked: [{ path, value: undefined }], make: (one) => asList(dropKey(one, path, path.length - 1)) }];
      return [
        {
          asked: [{ path, value: numbers.map(String) }],
          make: (one) => setNumbers(one, path, numbers, beside),
        },
      ];
    }
  }
}

function keyStroke(
  { text, shape, after: beside }: KeyAim,
  path: EntryPath,
  least: number,
  main: ParsedManifest,
): Stroke {
  if (text === '') return { asked: [{ path, value: undefined }], make: (yaml) => asList(dropKey(yaml, path, least)) };
  const source = (present: string) => valueSource(text, shape, present, main);
  const stub = { key: String(path.at(-1)), value: source('') };
  const value: NewValue = { text, source, stub, after: beside, under: path.slice(0, -1) };
  return { asked: [{ path, value: text }], make: (yaml) => asList(setKey(yaml, path, value)) };
}

function reviewStrokes(
  { keys, main, digest }: Extract<EntryWrite, { readonly kind: 'review' }>,
  piece: EntryPath,
  yaml: EntryYaml,
): readonly Stroke[] {
  const path = [...piece, 'revue'];
  if (keys.every(({ text }) => text === ''))
    return [{ asked: [{ path, value: undefined }], make: (one) => asList(dropKey(one, path, piece.length)) }];
  if (yaml.find(path) === 'absent') return [newReview(keys, path, main)];
  const changes = keys.map((key) => keyStroke(key, [...piece, ...key.path], path.length, main));
  const isNew = changes.some(({ make }) => make(yaml) !== 'same');
  // The digest says which piece was reviewed: that of an earlier review says nothing of this one.
  const sealed = [...path, 'sha256'];
  if (!isNew || typeof yaml.find(sealed) === 'string') return changes;
  return [...changes, digestStroke(sealed, digest, path.length)];
}

function digestStroke(path: EntryPath, digest: string | undefined, least: number): Stroke {
  if (digest === undefined)
    return { asked: [{ path, value: undefined }], make: (one) => asList(dropKey(one, path, least)) };
  const source = (present: string) => scalarText(digest, present);
  const value = {
    text: digest,
    source,
    stub: { key: 'sha256', value: source('') },
    after: [],
    under: path.slice(0, -1),
  };
  return { asked: [{ path, value: digest }], make: (one) => asList(setKey(one, path, value)) };
}

/** A review in one line, as the format's own example writes it. */
function newReview(keys: readonly KeyAim[], path: EntryPath, main: ParsedManifest): Stroke {
  const fields = keys.map(
    ({ path: own, text, shape }) => `${own.slice(-1).join('')}: ${valueSource(text, shape, '', main)}`,
  );
  const source = `{ ${fields.join(', ')} }`;
  const value: NewValue = {
    text: source,
    source: () => source,
    stub: { key: 'revue', value: source },
    after: keysBefore(evidenceShape, 'revue'),
    under: path.slice(0, -1),
  };
  return {
    asked: keys.map(({ path: own, text }) => ({ path: [...path, ...own.slice(1)], value: text })),
    make: (one) => asList(setKey(one, path, value)),
  };
}

function refusalOf(why: Unwritable, write: EntryWrite): CellRefusal {
  const key = 'keys' in write ? 'revue' : String('path' in write ? write.path.at(-1) : 'preuves');
  return { sentence: refusals[why], args: { id: write.id, key } };
}

/** The entry after changes of it, which do not overlap. */
function after({ uri, text, entry }: EntryText, changes: readonly TextChange[]): EntryText {
  let end = entry.end;
  let shift = 0;
  for (const { range, text: inserted } of [...changes].sort((a, b) => a.range.start - b.range.start)) {
    const grown = inserted.length - (range.end - range.start);
    end = range.end >= entry.end ? range.start + shift + inserted.length : end + grown;
    shift += grown;
  }
  return { uri, text: applyChanges(text, changes), entry: { start: entry.start, end } };
}
