import { readCatalogue } from '../catalogue/read-catalogue';
import { parseManifest } from '../manifest/parse-manifest';
import { pathFault } from '../evidence/evidence-path';
import type { BagProblem, BagProblemCode } from './bag-problems';
import { collisionKey, portableName } from '../configuration/entry-names';
import { stateOfRecord, type FiledState } from './filed-state';

/** A file of a package, read to its end. */
export interface BagFile {
  /** As it is in the archive. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal; undefined when the content could not be read. */
  readonly sha256: string | undefined;
}

/** What is in a package. */
export interface BagContent {
  /** Every file, in the order of the archive. */
  readonly files: readonly BagFile[];
  /** Text of a file that {@link isBagText} asks for; undefined when it is no UTF-8 or too large. */
  text(name: string): string | undefined;
}

export interface BagReport {
  readonly problems: readonly BagProblem[];
  /** Name of its folder; undefined when it is no bag. */
  readonly bag?: string;
  readonly draft?: boolean;
  /** What its record says was filed; undefined when that is not readable. */
  readonly filed?: FiledState;
}

const tagManifest = 'tagmanifest-sha256.txt';
const payloadManifest = 'manifest-sha256.txt';

/** Whether the checks need the text of a file, by its name in the archive. */
export function isBagText(name: string): boolean {
  const inBag = name.slice(name.indexOf('/') + 1);
  return (
    !inBag.startsWith('data/') ||
    inBag === 'data/depot.json' ||
    /^data\/(?:dossier\/.*\.preuves\.yaml|catalogue\/.*\.rem\.yaml)$/.test(inBag)
  );
}

/**
 * Checks a package as RFC 8493 asks, and as its reader needs: every file listed with its digest and no other, paths that
 * can be unpacked anywhere, a record that says the same, a manifest and a catalogue that can be read.
 */
export function verifyBag(content: BagContent): BagReport {
  return new BagCheck(content).run();
}

class BagCheck {
  readonly #problems: BagProblem[] = [];
  readonly #files = new Map<string, BagFile>();
  #bag = '';

  constructor(readonly content: BagContent) {}

  run(): BagReport {
    const folders = new Set(this.content.files.map(({ name }) => name.slice(0, name.indexOf('/') + 1)));
    const bags = [...folders].filter((folder) => this.content.files.some(({ name }) => name === `${folder}bagit.txt`));
    const [folder] = bags;
    if (folder === undefined || bags.length > 1) {
      this.#report('not-a-bag');
      return { problems: this.#problems };
    }
    this.#bag = folder;
    this.#collect();
    this.#declaration();
    const payload = this.#listed(payloadManifest, (path) => path.startsWith('data/'));
    const tags = this.#listed(tagManifest, (path) => !path.startsWith('data/') && path !== tagManifest);
    for (const path of this.#files.keys()) {
      if (!payload.has(path) && !tags.has(path) && path !== tagManifest) this.#report('extra', { path });
    }
    if (this.#files.has('fetch.txt')) this.#report('fetch', { entry: 'fetch.txt' });
    this.#oxum();
    const record = this.#record();
    this.#inside();
    return { problems: this.#problems, bag: folder.replace(/\/$/, ''), ...record };
  }

  #report(code: BagProblemCode, args: BagProblem['args'] = {}): void {
    this.#problems.push({ code, args });
  }

  #collect(): void {
    const keys = new Map<string, string>();
    for (const file of this.content.files) {
      if (!file.name.startsWith(this.#bag)) {
        this.#report('outside-bag', { path: file.name });
        continue;
      }
      const path = file.name.slice(this.#bag.length);
      const other = keys.get(collisionKey(path));
      if (other !== undefined) this.#report('collision', { path, other });
      if (path.split('/').some((part) => portableName(part, part.length + 1) !== part.normalize('NFC')))
        this.#report('not-portable', { path });
      keys.set(collisionKey(path), path);
      this.#files.set(path.normalize('NFC'), file);
      if (file.sha256 === undefined) this.#report('damaged', { path });
    }
  }

  /** The text of a file of the bag; a file that is not there has no text, and that is said elsewhere. */
  #text(path: string): string | undefined {
    const file = this.#files.get(path);
    if (file?.sha256 === undefined) return undefined;
    const text = this.content.text(file.name);
    if (text === undefined) this.#report('tag-unreadable', { entry: path });
    return text?.replace(/^\uFEFF/, '');
  }

  #declaration(): void {
    const lines = this.#text('bagit.txt')
      ?.trimEnd()
      .split(/\r\n|\r|\n/);
    const valid =
      lines?.length === 2 &&
      /^BagIt-Version: 1\.0$/.test(lines[0] ?? '') &&
      /^Tag-File-Character-Encoding: UTF-8$/.test(lines[1] ?? '');
    if (lines && !valid) this.#report('bad-declaration', { entry: 'bagit.txt' });
  }

  /** Compares a list of digests with what is there. @returns the paths it lists */
  #listed(manifest: string, belongs: (path: string) => boolean): Set<string> {
    const listed = new Set<string>();
    if (!this.#files.has(manifest)) this.#report('manifest-missing', { entry: manifest });
    const lines = (this.#text(manifest) ?? '').split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      if (line === '') continue;
      const place = { entry: manifest, line: index + 1 };
      const found = /^([0-9a-fA-F]{64})[ \t]+(?![ \t])\*?(.+)$/.exec(line);
      if (!found?.[1] || !found[2]) {
        this.#report('bad-line', place);
        continue;
      }
      const written = found[2].replace(/%(?:25|0A|0D)/gi, decodeURIComponent);
      if (pathFault(written) !== undefined || !belongs(written)) {
        this.#report('unsafe-path', { ...place, path: written });
        continue;
      }
      const path = written.normalize('NFC');
      if (listed.has(path)) this.#report('listed-twice', { entry: manifest, path });
      listed.add(path);
      const file = this.#files.get(path);
      if (!file) this.#report('missing', { entry: manifest, path });
      else if (file.sha256 !== undefined && file.sha256 !== found[1].toLowerCase())
        this.#report('changed', { entry: manifest, path });
    }
    return listed;
  }

  #oxum(): void {
    if (!this.#files.has('bag-info.txt')) return;
    const expected = /^Payload-Oxum: *(\S+) *$/im.exec(this.#text('bag-info.txt') ?? '')?.[1];
    if (expected === undefined) return;
    const payload = [...this.#files].filter(([path]) => path.startsWith('data/')).map(([, file]) => file);
    const found = `${payload.reduce((sum, file) => sum + file.size, 0)}.${payload.length}`;
    if (expected !== found) this.#report('oxum', { entry: 'bag-info.txt', expected, found });
  }

  #record(): Pick<BagReport, 'draft' | 'filed'> {
    const entry = 'data/depot.json';
    const value = parseJson(this.#text(entry));
    const filed = stateOfRecord(value);
    if (!filed) {
      this.#report('record-unreadable', { entry });
      return {};
    }
    for (const { path, sha256 } of filesOf(value)) {
      const file = this.#files.get(`data/${path}`.normalize('NFC'));
      if (!file || (file.sha256 !== undefined && file.sha256 !== sha256))
        this.#report('record-differs', { entry, path });
    }
    return { draft: (value as { brouillon?: unknown }).brouillon === true, filed };
  }

  #inside(): void {
    let dossiers = 0;
    for (const path of this.#files.keys()) {
      if (/^data\/dossier\/.*\.preuves\.yaml$/.test(path)) {
        dossiers++;
        const text = this.#text(path);
        if (text !== undefined && !isManifest(text)) this.#report('manifest-unreadable', { entry: path });
      } else if (/^data\/catalogue\/.*\.rem\.yaml$/.test(path)) {
        const text = this.#text(path);
        const reading = text === undefined ? undefined : readCatalogue(text);
        if (reading && !reading.catalogue) {
          const message = reading.problems.find(({ severity }) => severity === 'error')?.message;
          const detail = { detailFr: message?.fr ?? '', detailEn: message?.en ?? '' };
          this.#report('catalogue-unreadable', { entry: path, ...detail });
        }
      }
    }
    if (dossiers === 0) this.#report('no-dossier');
  }
}

function isManifest(text: string): boolean {
  const { keys, problems } = parseManifest(text);
  return keys.length > 0 && !problems.some(({ kind }) => kind === 'syntax');
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The files that a record cites with a digest. */
function filesOf(record: unknown): { path: string; sha256: string }[] {
  const { pieces, declarations } = record as { pieces?: unknown; declarations?: unknown };
  return [pieces, declarations].flatMap((list) =>
    Array.isArray(list)
      ? (list as ({ fichier?: unknown; sha256?: unknown } | null)[]).flatMap((one) =>
          typeof one?.fichier === 'string' && typeof one.sha256 === 'string'
            ? [{ path: one.fichier, sha256: one.sha256.toLowerCase() }]
            : [],
        )
      : [],
  );
}
