import { createHash } from 'node:crypto';
import type { Damage, IdentifierSighting, Inspection, XdmFacts } from '../../core/evidence/inspection';
import { extensionOf } from '../../core/evidence/file-extension';
import { CancelledError, type Cancellation } from '../../core/ports/cancellation';
import { ArchiveError, type ArchiveErrorCode } from '../archive/archive-error';
import type { ReadableFile } from '../archive/file-operations';
import type { ZipEntry } from '../archive/zip-directory';
import { ZipReader } from '../archive/zip-reader';
import { memorySource, type EvidenceSource } from './evidence-source';
import type { InspectionLimits } from './limits';
import { closedParts, type PartOpener } from './parts/part';
import { isWorksheet, sheetIdentities, type WorkbookEntry } from './parts/sheet-identities';
import { readXml } from './read-xml';
import { XdmMetadata, type MetadataDocument } from './xdm-metadata';

/** Errors of an archive that nobody could open; others are ours, or limits. */
const damages: ReadonlySet<ArchiveErrorCode> = new Set(['not-a-zip', 'truncated', 'corrupt']);

/**
 * A zip: the tree and the metadata when it is an IHE_XDM archive (IHE ITI TF-2, 3.32; MSSanté ECO.2.1.5), each listed
 * document compared with the archive by size and SHA-1. In any zip, office documents included, the entries are opened.
 */
export async function inspectXdm(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const reading = new ArchiveReading(limits, cancellation, opener);
  try {
    const options = {
      limits: { entries: limits.maxEntries, directoryBytes: limits.maxBytes },
      cancellation,
      names: 'any' as const,
    };
    await reading.read(await ZipReader.open(readableFile(source), options));
  } catch (error) {
    if (!(error instanceof ArchiveError || error instanceof CancelledError)) throw error;
    if (error instanceof ArchiveError && error.code === 'io-error')
      throw error.cause instanceof Error ? error.cause : error;
    const damage = error instanceof ArchiveError ? damageOf(error) : undefined;
    if (error instanceof CancelledError) throw error;
    opener.leave(undefined, damage ? 'damaged' : error.code === 'limit-exceeded' ? 'size' : 'encrypted');
    return { ...reading.facts(), ...(damage ? { damage } : { partial: true }) };
  }
  return reading.facts();
}

/** Programs and installers; scripts may be the extract of code that is asked for. */
const programs = new Set('exe dll msi msix so dylib jar war ear class apk ipa deb rpm dmg pkg com scr'.split(' '));

class ArchiveReading {
  readonly #limits: InspectionLimits;
  readonly #cancellation: Cancellation;
  readonly #opener: PartOpener;
  /** Bytes that may still be decompressed, only to be hashed. */
  #hashBudget: number;
  #xdm: XdmFacts | undefined;
  #partial = false;
  #damage: Damage | undefined;
  #programs = false;
  #extensions: readonly string[] = [];
  #identifiers: readonly IdentifierSighting[] = [];

  constructor(limits: InspectionLimits, cancellation: Cancellation, opener: PartOpener) {
    this.#limits = limits;
    this.#cancellation = cancellation;
    this.#opener = opener;
    this.#hashBudget = 8 * limits.maxInflatedBytes;
  }

  facts(): Partial<Inspection> {
    return {
      ...(this.#damage && { damage: this.#damage }),
      ...(this.#xdm && { xdm: this.#xdm }),
      ...(this.#extensions.length > 0 && { entryExtensions: this.#extensions }),
      ...(this.#identifiers.length > 0 && { identifiers: this.#identifiers.slice(0, this.#limits.maxFacts) }),
      ...(this.#programs && { programsOnly: true as const }),
      ...(this.#partial && { partial: true }),
    };
  }

  async read(reader: ZipReader): Promise<void> {
    const names = reader.entries.map(({ name, comment = '' }) => `${name} ${comment}`.trimEnd());
    this.#opener.search('filename', names.join('\n'));
    this.#opener.search('comment', reader.comment);
    const written = reader.entries.filter((entry) => !entry.directory);
    if (written.every(({ size }) => size === 0)) this.#damage = { code: 'empty' };
    else if (written.every(({ encrypted }) => encrypted)) this.#damage = { code: 'encrypted' };
    this.#programs = written.length > 0 && written.every(({ name }) => programs.has(extensionOf(name)));
    // What an office document is made of says nothing.
    const isOffice = written.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype');
    if (!isOffice) this.#extensions = extensionsOf(written);
    const files = written.map(withSlashes);
    const top = topOf(files);
    const backslashes = written.some(({ name }) => name.includes('\\'));
    if (top !== undefined) {
      const xdm = await this.#readXdm(reader, files, top);
      this.#xdm = { ...xdm, ...(backslashes && { backslashes }), ...(top !== '' && { inFolder: top }) };
    }
    if (await this.#isEncryptedOpenDocument(reader, files)) this.#damage ??= { code: 'encrypted' };
    const shared = files.find(({ name }) => name === 'xl/sharedStrings.xml');
    const strings = shared && (await this.#content(reader, shared));
    const sheets: WorkbookEntry[] = [];
    for (const entry of files) {
      if (isMetadata(entry) || entry.size === 0) continue;
      if (!this.#opener.isWanted(entry.name)) {
        this.#opener.leave(entry.name, 'kind');
        continue;
      }
      const content = await this.#content(reader, entry);
      if (content === undefined) continue;
      await this.#opener.open({ name: entry.name, content });
      if (strings && isWorksheet(entry.name)) sheets.push({ name: entry.name, content });
    }
    if (strings) this.#identifiers = await sheetIdentities(strings, sheets, this.#limits, this.#cancellation);
  }

  /** OpenDocument encrypts what its entries hold (part 2, 3.4), not the entries. */
  async #isEncryptedOpenDocument(reader: ZipReader, files: readonly ZipEntry[]): Promise<boolean> {
    const entry = files.find(({ name }) => name === 'META-INF/manifest.xml');
    const content = entry && (await this.#content(reader, entry));
    if (content === undefined || !Buffer.from(content).includes('encryption-data')) return false;
    this.#opener.leave(undefined, 'encrypted');
    this.#partial = true;
    return true;
  }

  /** @param top what stands before `IHE_XDM/` in the names */
  async #readXdm(reader: ZipReader, files: readonly ZipEntry[], top: string): Promise<XdmFacts> {
    const names = files.map(({ name }) => name.slice(top.length));
    const at = (form: RegExp): boolean => names.some((name) => form.test(name));
    const metadata = files.filter((entry) => entry.name.startsWith(top) && isMetadata(entry));
    const documents: XdmFacts['documents'][number][] = [];
    const listed = new Set<string>();
    const patientIds: XdmFacts['patientIds'][number][] = [];
    for (const entry of metadata.slice(0, 20)) {
      const content = await this.#content(reader, entry);
      if (content === undefined) continue;
      const observed = new XdmMetadata(this.#limits.maxFacts);
      const source = memorySource(content, { name: entry.name });
      const { damage, partial } = await readXml(source, [observed], this.#limits, this.#cancellation);
      if (damage) this.#damage ??= { code: 'metadata-not-well-formed' };
      this.#partial ||= partial;
      await this.#opener.open({ name: entry.name, content });
      patientIds.push(...observed.patientIds);
      const folder = entry.name.slice(0, entry.name.lastIndexOf('/') + 1);
      for (const document of observed.documents) {
        const target = findDocument(files, folder, document.uri);
        if (target) listed.add(target.name);
        documents.push(await this.#compare(reader, document, target));
      }
    }
    const inSubset = files.filter(
      (entry) => /^IHE_XDM\/[^/]+\//i.test(entry.name.slice(top.length)) && !isMetadata(entry),
    );
    const shown = this.#limits.maxFacts;
    this.#partial ||= files.length > shown || documents.length > shown;
    return {
      hasReadme: at(/^README(?:\.\w+)?$/i),
      hasIndex: at(/^INDEX(?:\.\w+)?$/i),
      hasSubset: at(/^IHE_XDM\/[^/]+\//i),
      hasMetadata: metadata.length > 0,
      files: names.slice(0, shown),
      documents: documents.slice(0, shown),
      unlisted: inSubset
        .filter(({ name }) => !listed.has(name))
        .map(({ name }) => name.slice(top.length))
        .slice(0, shown),
      patientIds: patientIds.slice(0, shown),
    };
  }

  async #compare(
    reader: ZipReader,
    { uri, size, hash }: MetadataDocument,
    entry: ZipEntry | undefined,
  ): Promise<XdmFacts['documents'][number]> {
    const named = uri === undefined ? {} : { uri };
    if (entry === undefined) return { ...named, present: false };
    const sizeFact = size === undefined ? {} : { sizeMatches: size === entry.size };
    if (hash === undefined) return { ...named, present: true, ...sizeFact };
    if (!this.#canRead(entry, this.#hashBudget)) return { ...named, present: true, ...sizeFact };
    this.#hashBudget -= entry.size;
    const sha1 = createHash('sha1');
    for await (const chunk of reader.stream(entry, this.#cancellation)) sha1.update(chunk);
    return { ...named, present: true, ...sizeFact, hashMatches: sha1.digest('hex') === hash };
  }

  /** Undefined, and the inspection partial, when the entry is beyond what the archive may still cost. */
  async #content(reader: ZipReader, entry: ZipEntry): Promise<Uint8Array | undefined> {
    if (!this.#canRead(entry, this.#limits.maxInflatedBytes)) {
      const reason = entry.encrypted ? 'encrypted' : entry.method === 'unsupported' ? 'kind' : 'size';
      this.#opener.leave(entry.name, reason);
      return undefined;
    }
    return await reader.read(entry, this.#limits.maxInflatedBytes, this.#cancellation);
  }

  #canRead(entry: ZipEntry, budget: number): boolean {
    const can = entry.method !== 'unsupported' && !entry.encrypted && entry.size <= budget;
    this.#partial ||= !can;
    return can;
  }
}

/** Kinds of files that an archive may have for its own to be told. */
const mostExtensions = 20;

/** Extensions of the files, without what systems add on their own; empty when there are too many kinds to say. */
function extensionsOf(files: readonly ZipEntry[]): string[] {
  const own = files.filter(
    ({ name }) => !/(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name),
  );
  const extensions = [...new Set(own.map(({ name }) => extensionOf(name)))];
  return extensions.length > mostExtensions ? [] : extensions;
}

/** What stands before `IHE_XDM/`, when a name has such a folder at the top or in a folder of the top. */
function topOf(files: readonly ZipEntry[]): string | undefined {
  for (const { name } of files) {
    const match = /^((?:[^/]+\/)?)IHE_XDM\//i.exec(name);
    if (match) return match[1] ?? '';
  }
  return undefined;
}

/** The same entry under the name that it was meant to have. */
function withSlashes(entry: ZipEntry): ZipEntry {
  return entry.name.includes('\\') ? { ...entry, name: entry.name.replaceAll('\\', '/') } : entry;
}

function isMetadata({ name }: ZipEntry): boolean {
  return /(?:^|\/)IHE_XDM\/[^/]+\/METADATA\.XML$/i.test(name);
}

/** The entry that a URI names, relative to the folder of its metadata; percent escapes and case are forgiven. */
function findDocument(files: readonly ZipEntry[], folder: string, uri: string | undefined): ZipEntry | undefined {
  if (uri === undefined) return undefined;
  const wanted = folder + decoded(uri).replace(/^\.\//, '').replaceAll('\\', '/');
  return (
    files.find(({ name }) => name === wanted) ?? files.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  );
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A URIError: the percent signs are part of the name.
    return uri;
  }
}

function damageOf(error: ArchiveError): Damage | undefined {
  return damages.has(error.code) ? { code: error.code } : undefined;
}

function readableFile(source: EvidenceSource): ReadableFile {
  return {
    size: () => Promise.resolve(source.size),
    read: async (buffer, position) => {
      const bytes = await source.read(position, buffer.length);
      buffer.set(bytes);
      return bytes.length;
    },
  };
}
