import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { adjustmentsBeside } from '../../core/catalogue/adjustments-file';
import { configurationFile } from '../../core/configuration/configuration';
import {
  newManifest,
  newSplitManifest,
  stubCount,
  type NewManifest,
  type SplitManifest,
} from '../../core/fixes/new-manifest';
import { readSubject, type NewSubject, type SubjectFault } from '../../core/fixes/new-subject';
import type { Locale, Sentence } from '../../core/messages/say';
import { firstSlot } from '../../core/manifest/first-slot';
import { generalProfile } from '../../core/status/applicability';
import { plainName } from '../../core/text/plain-name';
import { catalogueToFollow, type CatalogueFound, type CatalogueWish } from './catalogue-to-follow';
import { isAbsent } from './is-absent';
import { MadeFolders } from './made-folders';
import { systemCode } from '../archive/system-error';
import { readIfThere } from './read-catalogue-file';
import { placeCatalogue, removeCopies, writeCopies } from './place-catalogue';
import { placePieces, writePieces } from './place-pieces';
import { sweepTemporaries } from './sweep-temporaries';
import { writeText } from './write-text';

export interface NewDossierRequest extends CatalogueWish {
  /** Name of the main manifest; by default the dispositif's id in lower case. */
  readonly fileName?: string;
  readonly profiles: readonly string[];
  /** As a person said it. */
  readonly subject?: NewSubject;
  /** A file for each chapter beside the main one. */
  readonly byChapter?: boolean;
  /** Where evidence is to lie, relative to the folder of the dossier, `/` separated; as usual without it. */
  readonly pieces?: string;
  readonly locale: Locale;
}

export type NewDossierOutcome =
  | {
      readonly kind: 'written';
      /** The main manifest. */
      readonly path: string;
      readonly requirements: number;
      /** Files of its chapters. */
      readonly fragments: number;
      /** Where the first piece of evidence is to be written: a place in the text of a file, after which nothing is written yet. */
      readonly first?: { readonly path: string; readonly text: string; readonly offset: number };
    }
  /** The manifest, or another file under the name of one that has to be written. */
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'unknownProfile'; readonly profile: string; readonly profiles: readonly string[] }
  | { readonly kind: 'badSubject'; readonly fault: SubjectFault }
  | { readonly kind: 'badPieces'; readonly fault: Sentence }
  /** The folder of evidence can not be said in this `segur.config.yaml`. */
  | { readonly kind: 'configured'; readonly path: string }
  | Exclude<CatalogueFound, { readonly kind: 'found' }>;

/** Creates a dossier with a stub for every applicable requirement. Never overwrites a file; writes all or nothing. */
export async function newDossier(request: NewDossierRequest): Promise<NewDossierOutcome> {
  const { folder, profiles, locale } = request;
  const { subject, faults } = readSubject(request.subject ?? {});
  const [fault] = Object.values(faults);
  if (fault) return { kind: 'badSubject', fault };
  const found = await catalogueToFollow(request);
  if (found.kind !== 'found') return found;
  const { catalogue, file } = found;
  const unknown = profiles.find((profile) => !catalogue.profiles.includes(profile) && profile !== generalProfile);
  if (unknown !== undefined) return { kind: 'unknownProfile', profile: unknown, profiles: catalogue.profiles };
  const pieces = request.pieces === undefined ? undefined : await placePieces(folder, request.pieces);
  if (pieces?.kind === 'bad') return { kind: 'badPieces', fault: pieces.fault };
  if (pieces?.kind === 'configured') return pieces;
  const path = join(folder, request.fileName ?? `${catalogue.dispositif.id.toLowerCase()}.preuves.yaml`);
  const place =
    request.catalogue === undefined || !file ? undefined : await placeCatalogue(request.catalogue, file, folder);
  if (place?.kind === 'exists') return { kind: 'exists', path: join(folder, place.path) };
  // What a run that was cut off wrote whole is not written again.
  const overlay = place && adjustmentsBeside(place.path);
  const beside = [configurationFile, place?.path, overlay].flatMap((name) => (name === undefined ? [] : [name]));
  await sweepTemporaries(beside.map((name) => join(folder, name)));
  const wanted = {
    catalogue,
    profiles,
    subject,
    locale,
    ...(place === undefined ? {} : { cataloguePath: place.path }),
  };
  const { main, fragments } = request.byChapter
    ? await splitManifest(wanted, folder, path)
    : { main: newManifest(wanted), fragments: [] };
  const folders = new MadeFolders();
  const undo: (() => Promise<void>)[] = [() => folders.removeEmpty()];
  try {
    await folders.make(folder);
    const copies = place?.copies ?? [];
    await writeCopies(folder, copies, folders);
    undo.push(() => removeCopies(folder, copies));
    if (pieces) undo.push(await writePieces(folder, pieces, folders));
    for (const { path: name, text } of fragments) {
      const own = join(folder, name);
      if (await isThere(own, text)) await sweepTemporaries([own]);
      else undo.push(await writeNew(own, text, folders));
    }
    // Last: it is what makes a dossier of the others.
    await writeNew(path, main, folders);
  } catch (error) {
    for (const one of undo.reverse()) await one();
    if (error instanceof TakenName) return { kind: 'exists', path: error.path };
    throw error;
  }
  const first = firstOf(folder, path, { main, fragments });
  return {
    kind: 'written',
    path,
    requirements: stubCount(catalogue, profiles),
    fragments: fragments.length,
    ...(first ? { first } : {}),
  };
}

/** Another file has that name. */
class TakenName extends Error {
  constructor(readonly path: string) {
    super(path);
  }
}

/** @returns how to take it back @throws TakenName, or the system's error */
async function writeNew(path: string, text: string, folders: MadeFolders): Promise<() => Promise<void>> {
  await folders.make(dirname(path));
  try {
    await writeText(path, text, { exclusive: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new TakenName(path);
    throw error;
  }
  return () => rm(path, { force: true });
}

/**
 * A manifest by chapter. The folder of its fragments is one that no other manifest lies in, as the main manifest names all
 * that are in it: two dossiers of one folder have one each. Where no main manifest is yet, what a run that was cut off left in
 * a folder is gone on with.
 */
async function splitManifest(wanted: NewManifest, folder: string, main: string): Promise<SplitManifest> {
  const mayGoOn = !(await holdsManifest(folder));
  const usual = 'exigences';
  const own = [usual, plainName(basename(main).replace(/\.preuves\.yaml$/, ''))]
    .filter((part) => part !== '')
    .join('-');
  for (let number = 0; ; number++) {
    const name = number === 0 ? usual : number === 1 ? own : `${own}-${number}`;
    const split = newSplitManifest(wanted, name);
    const place = join(folder, name);
    if (!(await holdsManifest(place)) || (mayGoOn && (await holdsOnly(place, folder, split)))) return split;
  }
}

/** Whether every manifest in a folder is one of those, as it is to be. */
async function holdsOnly(own: string, folder: string, { fragments }: SplitManifest): Promise<boolean> {
  const texts = new Map(fragments.map(({ path, text }) => [join(folder, path), text]));
  try {
    for (const name of (await readdir(own)).filter(isManifestName)) {
      const text = texts.get(join(own, name));
      if (text === undefined || !(await isThere(join(own, name), text))) return false;
    }
    return true;
  } catch (error) {
    // A file where the folder would be.
    if (systemCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

const isManifestName = (name: string): boolean => name.toLowerCase().endsWith('.preuves.yaml');

/** Whether a file says this, to the byte. */
async function isThere(path: string, text: string): Promise<boolean> {
  return (await readIfThere(path))?.equals(Buffer.from(text, 'utf8')) === true;
}

/** Whether a manifest lies in a folder, or something else stands at its path. */
async function holdsManifest(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).some(isManifestName);
  } catch (error) {
    if (isAbsent(error)) return false;
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return true;
    throw error;
  }
}

function firstOf(folder: string, path: string, { main, fragments }: SplitManifest) {
  const files = [{ path, text: main }, ...fragments.map((one) => ({ path: join(folder, one.path), text: one.text }))];
  for (const file of files) {
    const offset = firstSlot(file.text);
    if (offset !== undefined) return { ...file, offset };
  }
  return undefined;
}
