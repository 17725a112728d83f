import { mkdir } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue';
import type { CatalogueReading } from '../../core/catalogue/read-catalogue';
import { readDecodedCatalogue } from '../../core/catalogue/read-decoded-catalogue';
import { closestIds } from '../../core/catalogue/closest-ids';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import { newManifest, stubCount } from '../../core/fixes/new-manifest';
import type { Locale } from '../../core/messages/say';
import type { BuiltInCatalogues } from '../../core/ports/built-in-catalogues';
import type { Cancellation } from '../../core/ports/cancellation';
import { decodeBytes } from '../files/decode-bytes';
import { readGuarded } from '../files/guarded-file';
import { mostTextBytes } from '../files/node-files';
import { writeText } from './write-text';

export interface NewDossierRequest {
  /** Folder of the dossier; made when it does not exist. */
  readonly folder: string;
  /** Name of the main manifest; by default the dispositif's id in lower case. */
  readonly fileName?: string;
  /** Not needed beside a catalogue, which names its own. */
  readonly dispositif?: string;
  readonly profiles: readonly string[];
  /** Path of an imported catalogue; copied into `rem/` when it stands outside the folder. */
  readonly catalogue?: string;
  readonly locale: Locale;
  readonly builtIns: BuiltInCatalogues;
  readonly cancellation: Cancellation;
}

export type NewDossierOutcome =
  | { readonly kind: 'written'; readonly path: string; readonly requirements: number }
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'unknownDispositif'; readonly dispositif: string; readonly near: readonly string[] }
  /** Known, but no requirement of it is: the official workbook must be imported. */
  | { readonly kind: 'emptyDispositif'; readonly dispositif: string }
  | { readonly kind: 'unknownProfile'; readonly profile: string; readonly profiles: readonly string[] }
  | { readonly kind: 'badCatalogue'; readonly problem: CatalogueReading['problems'][number] | undefined };

/** Creates a dossier with a stub for every applicable requirement. Never overwrites a file. */
export async function newDossier(request: NewDossierRequest): Promise<NewDossierOutcome> {
  const found = await catalogueFor(request);
  if (found.kind !== 'found') return found;
  const { catalogue, bytes } = found;
  const unknown = request.profiles.find((profile) => !catalogue.profiles.includes(profile) && profile !== 'Général');
  if (unknown !== undefined) return { kind: 'unknownProfile', profile: unknown, profiles: catalogue.profiles };
  const path = join(request.folder, request.fileName ?? `${catalogue.dispositif.id.toLowerCase()}.preuves.yaml`);
  await mkdir(request.folder, { recursive: true });
  const cataloguePath =
    request.catalogue === undefined || !bytes ? undefined : await bringIn(request.catalogue, bytes, request.folder);
  const text = newManifest({
    catalogue,
    profiles: request.profiles,
    locale: request.locale,
    ...(cataloguePath === undefined ? {} : { cataloguePath }),
  });
  try {
    await writeText(path, text, { exclusive: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return { kind: 'exists', path };
    throw error;
  }
  return { kind: 'written', path, requirements: stubCount(catalogue, request.profiles) };
}

type Found =
  | {
      readonly kind: 'found';
      readonly catalogue: Catalogue;
      /** Of the file that it was read from, if it was. */
      readonly bytes?: Uint8Array;
    }
  | Exclude<NewDossierOutcome, { readonly kind: 'written' | 'exists' | 'unknownProfile' }>;

async function catalogueFor(request: NewDossierRequest): Promise<Found> {
  if (request.catalogue !== undefined) {
    const { bytes } = await readGuarded(request.catalogue, { mostBytes: mostTextBytes });
    const { catalogue, problems } = readDecodedCatalogue(decodeBytes(bytes));
    return catalogue ? { kind: 'found', catalogue, bytes } : { kind: 'badCatalogue', problem: problems[0] };
  }
  const id = request.dispositif ?? '';
  const catalogue = await request.builtIns.load(id, request.cancellation);
  if (!catalogue)
    return {
      kind: 'unknownDispositif',
      dispositif: id,
      near: closestIds(
        id,
        dispositifs.map((one) => one.id),
      ),
    };
  return catalogue.requirements.length === 0
    ? { kind: 'emptyDispositif', dispositif: id }
    : { kind: 'found', catalogue };
}

/** Path of the catalogue relative to the dossier, after a copy into `rem/` when it stands elsewhere. */
async function bringIn(file: string, bytes: Uint8Array, folder: string): Promise<string> {
  const inside = relative(resolve(folder), resolve(file));
  if (!inside.startsWith('..') && !isAbsolute(inside)) return inside.split(sep).join('/');
  await mkdir(join(folder, 'rem'), { recursive: true });
  await writeText(join(folder, 'rem', basename(file)), bytes);
  return `rem/${basename(file)}`;
}
