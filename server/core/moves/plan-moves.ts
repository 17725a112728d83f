import picomatch from 'picomatch';
import type { ManifestFile } from '../dossier/dossier';
import { placedCitations } from '../dossier/placed-citations';
import { commonPath, commonPrefix, pathFault, safePath, writtenPath } from '../evidence/evidence-path';
import type { TextChange } from '../fixes/fix';
import { countUnreadParts } from '../fixes/unread-parts';
import { applyChanges } from '../fixes/verified';
import { isWritableText } from '../fixes/writable';
import { parseManifest, type ParsedManifest } from '../manifest/parse-manifest';
import { scalarText } from '../manifest/scalar-text';
import type { CommonFolder } from '../ports/evidence-files';
import { folderOf } from '../text/uri';
import { shift, type Located } from '../text/offset-range';
import { Moves, pathFrom, placeOf, placeUnder, type Move, type Place } from './move';
import { pathMatcher } from '../text/path-pattern';

/** A dossier whose citations follow what they cite. */
export interface MovedDossier {
  readonly main: ManifestFile;
  readonly fragments: readonly ManifestFile[];
  readonly common?: CommonFolder;
  /** The path as it is on disk, where it is known to differ from a cited one by case or Unicode form. */
  readonly nameOnDisk?: (path: string) => string | undefined;
}

/** Why a citation does not follow. */
export type Unmoved =
  /** What it cites is out of the dossier's folder then. */
  | 'leaves'
  /** A manifest cannot hold the new path. */
  | 'refused'
  /** It is written elsewhere, behind an alias. */
  | 'aliased'
  /** Its file is not UTF-8, or in the middle of a merge. */
  | 'unwritable'
  /** A pattern names the fragment; it will not any more. */
  | 'pattern'
  /** Dossiers of several folders share the fragment, and its paths lead elsewhere in each. */
  | 'shared';

export interface UnmovedCitation {
  /** The manifest that cites it. */
  readonly uri: string;
  /** As it is written, or for a fragment its path. */
  readonly path: string;
  readonly why: Unmoved;
}

export interface MovePlan {
  /** Of the manifests where they are before the moves; none overlapping another. */
  readonly edits: readonly TextChange[];
  readonly unmoved: readonly UnmovedCitation[];
}

/**
 * What manifests have to say after files and folders moved so that every citation leads to the same file as before, manifests
 * that move themselves included. What is not cited, or needs no other words, changes nothing.
 */
export function planMoves(moves: readonly Move[], dossiers: readonly MovedDossier[]): MovePlan {
  const moved = new Moves(moves);
  const edits = new Map<string, readonly TextChange[]>();
  const unmoved = new Map<string, UnmovedCitation>();
  const say = (one: UnmovedCitation) => unmoved.set(JSON.stringify(one), one);
  for (const dossier of dossiers) {
    const view = new DossierMoves(dossier, moved);
    for (const file of [dossier.main, ...dossier.fragments]) {
      const { changes, left } = view.of(file);
      const before = edits.get(file.uri);
      if (!before || isSame(before, changes)) edits.set(file.uri, changes);
      else {
        edits.set(file.uri, []);
        const path = dossier.main.path;
        left.push({ uri: file.uri, path, why: 'shared' });
      }
      for (const one of left) say(one);
    }
    for (const one of view.lostFragments()) say(one);
  }
  return { edits: [...edits.values()].flat(), unmoved: [...unmoved.values()] };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

/** Whether a path may be one that moves, or in it: a first look, which need not be exact. */
function startsLike(path: string, moved: string): boolean {
  return path.normalize('NFC').startsWith(moved.normalize('NFC'));
}

interface Wanted extends Located<string> {
  /** What it has to say; the present value where it stays or cannot follow. */
  readonly next: string;
}

interface FilePlan {
  readonly changes: readonly TextChange[];
  readonly left: UnmovedCitation[];
}

class DossierMoves {
  readonly #root: Place;
  readonly #newRoot: Place;
  /** Whether paths start where they did. */
  readonly #stays: boolean;
  /** The common folder of its portfolio, before and after. */
  readonly #common: { readonly root: Place; readonly newRoot: Place } | undefined;
  /** Paths of what moves in the dossier's folder. */
  readonly #moved: readonly string[];

  constructor(
    readonly dossier: MovedDossier,
    readonly moves: Moves,
  ) {
    this.#root = placeOf(folderOf(dossier.main.uri));
    const main = moves.of(placeOf(dossier.main.uri));
    this.#newRoot = { volume: main.volume, names: main.names.slice(0, -1) };
    this.#stays = this.#newRoot.volume === this.#root.volume && isSame(this.#newRoot.names, this.#root.names);
    if (dossier.common) {
      const root = placeOf(dossier.common.folderUri);
      this.#common = { root, newRoot: moves.of(root) };
    }
    this.#moved = moves.from.flatMap((place) => pathFrom(this.#root, place) ?? []);
  }

  of(file: ManifestFile): FilePlan {
    const left: UnmovedCitation[] = [];
    const wanted = writtenPaths(file.parsed).map((path): Wanted => {
      const next = path.pattern === true ? this.#pattern(path.value) : this.#path(path.value, path.normal);
      if (typeof next === 'string') return { ...path, next };
      left.push({ uri: file.uri, path: path.value, why: next.why });
      return { ...path, next: path.value };
    });
    if (wanted.every(({ value, next }) => value === next)) return { changes: [], left };
    if (!isWritableText(file.parsed)) {
      for (const { value, next } of wanted)
        if (value !== next) left.push({ uri: file.uri, path: value, why: 'unwritable' });
      return { changes: [], left };
    }
    return rewritten(file, wanted, left);
  }

  /** Fragments that no pattern of the main manifest names once everything moved. */
  *lostFragments(): Generator<UnmovedCitation> {
    const { main, fragments } = this.dossier;
    const patterns = (main.parsed.dossier?.facts.fragments ?? []).map(({ value }) => {
      const next = this.#pattern(value);
      return typeof next === 'string' ? next : value;
    });
    for (const { uri, path } of fragments) {
      const before = placeOf(uri);
      const next = pathFrom(this.#newRoot, this.moves.of(before));
      if (next === path || (next !== undefined && pathMatcher(patterns)(next))) continue;
      yield { uri: main.uri, path, why: next === undefined ? 'leaves' : 'pattern' };
    }
  }

  /** A piece that several dossiers share, which may also come into the dossier. */
  #sharedPath(written: string, shared: string): string | { readonly why: Unmoved } {
    const path = safePath(shared);
    if (path === undefined || !this.#common) return written;
    const { root, newRoot } = this.#common;
    const place = this.moves.of(placeUnder(root, path));
    const next = pathFrom(newRoot, place);
    if (next === path) return written;
    if (next !== undefined) return safePath(next) === next ? `${commonPrefix}${next}` : { why: 'refused' };
    const own = pathFrom(this.#newRoot, place);
    return own === undefined ? { why: 'leaves' } : (writtenPath(own) ?? { why: 'refused' });
  }

  #path(written: string, path = safePath(written)): string | { readonly why: Unmoved } {
    const shared = commonPath(written);
    if (shared !== undefined) return this.#sharedPath(written, shared);
    if (path === undefined) return written;
    const onDisk = this.dossier.nameOnDisk?.(path) ?? path;
    if (this.#stays && !this.#moved.some((moved) => startsLike(onDisk, moved))) return written;
    const next = pathFrom(this.#newRoot, this.moves.of(placeUnder(this.#root, onDisk)));
    if (next === undefined) return { why: 'leaves' };
    // Also where the whole dossier moves: the way to it is the same.
    if (next === onDisk || next === path) return written;
    return writtenPath(next) ?? { why: 'refused' };
  }

  #pattern(written: string): string | { readonly why: Unmoved } {
    if (pathFault(written) !== undefined) return written;
    const { base, glob } = picomatch.scan(written);
    const part = glob === '' ? written : base;
    if (safePath(part) === undefined) return written;
    const next = this.#path(part);
    if (typeof next !== 'string') return next;
    if (next === part) return written;
    // A pattern has no way to say that a character stands for itself.
    if (picomatch.scan(next).isGlob || !pathMatcher([next])(next)) return { why: 'refused' };
    return glob === '' ? next : `${next}/${glob}`;
  }
}

interface WrittenPath extends Located<string> {
  readonly pattern?: true;
  /** Undefined where it is refused: it leads nowhere. */
  readonly normal: string | undefined;
}

const kept = new WeakMap<ParsedManifest, readonly WrittenPath[]>();

/** Kept with the manifest: of a dossier many lost files may be looked for one by one. */
function writtenPaths(parsed: ParsedManifest): readonly WrittenPath[] {
  let found = kept.get(parsed);
  if (!found) {
    found = findWrittenPaths(parsed).map((path) => ({ ...path, normal: safePath(path.value) }));
    kept.set(parsed, found);
  }
  return found;
}

function findWrittenPaths(parsed: ParsedManifest): readonly Omit<WrittenPath, 'normal'>[] {
  const { dossier } = parsed;
  const patterns = dossier
    ? dossier.facts.fragments.map(({ value, range }) => ({
        value,
        range: shift(range, dossier.base),
        pattern: true as const,
      }))
    : [];
  return [...patterns, ...placedCitations(parsed)];
}

/**
 * Writes each path where it stands. What an alias stands for follows its anchor; where that is no citation itself, the alias
 * gives way to the path. What is read afterwards decides: nothing is written that would be read as something else.
 */
function rewritten({ uri, parsed }: ManifestFile, wanted: readonly Wanted[], left: UnmovedCitation[]): FilePlan {
  const { text } = parsed;
  const changes = new Map<number, TextChange>();
  const write = ({ range, next }: Wanted) => {
    const source = text.slice(range.start, range.end).trimEnd();
    const end = range.start + source.length;
    changes.set(range.start, { uri, range: { start: range.start, end }, text: scalarText(next, source) });
  };
  const isAlias = ({ range }: Wanted) => text.startsWith('*', range.start);
  for (const one of wanted) if (one.value !== one.next && !isAlias(one)) write(one);
  const direct = [...changes.values()];
  let plan = direct;
  let after = readAfter(parsed, direct);
  const behind = wanted.filter((one, index) => isAlias(one) && after[index] !== one.next);
  if (behind.length > 0) {
    for (const one of behind) write(one);
    const all = [...changes.values()];
    const withAliases = readAfter(parsed, all);
    if (wanted.every((one, index) => withAliases[index] === one.next)) [plan, after] = [all, withAliases];
  }
  // An edit that is read otherwise than it was meant takes the others of the file with it.
  const isRead = wanted.every(
    (one, index) => after[index] === one.next || (isAlias(one) && after[index] === one.value),
  );
  for (const [index, one] of wanted.entries())
    if (one.value !== one.next && (!isRead || after[index] !== one.next))
      left.push({ uri, path: one.value, why: 'aliased' });
  return { changes: isRead ? plan : [], left };
}

function readAfter(parsed: ParsedManifest, changes: readonly TextChange[]): readonly string[] {
  if (changes.length === 0) return writtenPaths(parsed).map(({ value }) => value);
  const next = parseManifest(applyChanges(parsed.text, changes), parsed);
  return countUnreadParts(next.problems) > countUnreadParts(parsed.problems)
    ? []
    : writtenPaths(next).map(({ value }) => value);
}
