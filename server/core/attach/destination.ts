import { pieceLayout } from '../configuration/piece-layout';
import { entryPath, type EntryLayout, type EntryWords } from '../configuration/entry-layout';
import type { Dossier } from '../dossier/dossier';
import { foldedPath } from '../evidence/evidence-path';
import { comparable } from '../catalogue/id-in-name';
import { CitedFolders } from './cited-folders';
import { namesOf, type Slot } from './slots';

/** What stands at a path of the dossier's folder. */
export interface StandingFile {
  /** Its path, in the letter case and form that it has on disk. */
  readonly path: string;
  /** Digest of its content; absent for a folder, or a file that was not read. */
  readonly sha256?: string;
}

/** What stands at a path, in whatever letter case; undefined when nothing does. */
export type Standing = (path: string) => Promise<StandingFile | undefined>;

/** Where a file is put. */
export interface Destination {
  readonly path: string;
  /** The very content is there already: nothing is copied. */
  readonly isThere: boolean;
}

/** Gives the files of one gesture their places, each another one; nothing that is there is ever written over. */
export class Destinations {
  /** What goes to each path, by folded path. */
  readonly #taken = new Map<string, { readonly path: string; readonly sha256: string }>();
  readonly #layout: EntryLayout | undefined;
  readonly #folders: CitedFolders;
  readonly #cited: ReadonlyMap<string, string>;

  /**
   * @param chosen how the team names files; without it as usual, beside the pieces that are there
   * @param digestOf of a file that the dossier cites, as far as it is known
   */
  constructor(
    readonly dossier: Dossier,
    chosen: EntryLayout | undefined,
    digestOf: (path: string) => string | undefined,
    readonly standing: Standing,
  ) {
    this.#layout = chosen;
    this.#folders = new CitedFolders(dossier);
    this.#cited = new Map(
      [...this.#folders.paths].reverse().flatMap((path) => {
        const digest = digestOf(path);
        return digest === undefined ? [] : [[digest, path]];
      }),
    );
  }

  /** Where a file of this name and content goes, to serve a slot. */
  async of(slot: Slot, kind: 'file' | 'declaration', name: string, sha256: string): Promise<Destination> {
    // The same content twice would only have to be kept alike: the file that is there serves both proofs.
    const cited = this.#cited.get(sha256);
    if (cited !== undefined) return { path: cited, isThere: true };
    const layout = this.#layout ?? pieceLayout(this.#folders.of(slot, kind));
    const wanted = entryPath(layout, wordsOf(slot, name, this.dossier));
    for (let number = 1; ; number++) {
      const path = numbered(wanted, number);
      const key = foldedPath(path);
      const taken = this.#taken.get(key);
      if (taken?.sha256 === sha256) return { path: taken.path, isThere: true };
      if (taken) continue;
      const there = await this.standing(path);
      if (there && there.sha256 !== sha256) continue;
      const own = there?.path ?? path;
      this.#taken.set(key, { path: own, sha256 });
      return { path: own, isThere: there !== undefined };
    }
  }
}

/** What the placeholders of a name stand for. The `/` of an id would be a folder: it is written `-`. */
function wordsOf(slot: Slot, name: string, { catalogue }: Dossier): EntryWords {
  const part = (id: string | undefined): string => (id ?? '').replace(/[/\\]+/g, '-');
  const chapter = slot.known?.requirement?.chapter ?? '';
  const order =
    catalogue.kind === 'loaded' ? catalogue.catalogue.chapters.findIndex((one) => one.name === chapter) : -1;
  return {
    ordre: order < 0 ? '' : String(order + 1).padStart(2, '0'),
    chapitre: part(chapter),
    exigence: part(slot.requirement),
    scenario: part(slot.scenario),
    preuve: part(slot.proof),
    nom: withoutId(name, slot),
  };
}

/** The name without the id of the proof at its beginning, which the layout writes. */
function withoutId(name: string, slot: Slot): string {
  for (const id of namesOf(slot).proof) {
    const length = id.length;
    if (comparable(name.slice(0, length)) !== comparable(id)) continue;
    const rest = name.slice(length);
    const behind = rest.replace(/^[\s_–-]+/u, '');
    if (/^\.[^.]+$/u.test(behind)) return behind;
    if (behind !== '' && behind !== rest) return behind;
  }
  return name;
}

/** The path itself, or with `-2`, `-3`… before its extension. */
function numbered(path: string, number: number): string {
  const tidy = path.replace(/(?<![-\s])[-\s]+(\.[^./]+)$/, '$1');
  if (number === 1) return tidy;
  // Of a name without extension the last dot is that of an id: `.01` has no letter, extensions have.
  return tidy.replace(/(?<=[^/])(?:\.(?=\d*[a-z])[a-z\d]+)?$/i, (extension) => `-${number}${extension}`);
}
