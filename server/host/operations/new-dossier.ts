import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue';
import { closestIds } from '../../core/catalogue/closest-ids';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import { newManifest, stubCount } from '../../core/fixes/new-manifest';
import type { Locale, Sentence } from '../../core/messages/say';
import type { BuiltInCatalogues } from '../../core/ports/built-in-catalogues';
import type { Cancellation } from '../../core/ports/cancellation';
import { placeCatalogue, readForDossier, removeCopies, writeCopies } from './place-catalogue';
import type { ReadCatalogue } from './read-catalogue-file';
import { writeText } from './write-text';

export interface NewDossierRequest {
  /** Folder of the dossier; made when it does not exist. */
  readonly folder: string;
  /** Name of the main manifest; by default the dispositif's id in lower case. */
  readonly fileName?: string;
  /** Not needed beside a catalogue, which names its own. */
  readonly dispositif?: string;
  readonly profiles: readonly string[];
  /** Path of an imported catalogue; copied into `rem/` with its overlay when it stands outside the folder. */
  readonly catalogue?: string;
  readonly locale: Locale;
  readonly builtIns: BuiltInCatalogues;
  readonly cancellation: Cancellation;
}

export type NewDossierOutcome =
  | { readonly kind: 'written'; readonly path: string; readonly requirements: number }
  /** The manifest, or another file under the name of a copy. */
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'unknownDispositif'; readonly dispositif: string; readonly near: readonly string[] }
  /** Known, but no requirement of it is: the official workbook must be imported. */
  | { readonly kind: 'emptyDispositif'; readonly dispositif: string }
  | { readonly kind: 'unknownProfile'; readonly profile: string; readonly profiles: readonly string[] }
  /** The catalogue, or the overlay beside it, is not readable. */
  | { readonly kind: 'badCatalogue'; readonly path: string; readonly message: Sentence | undefined };

/** Creates a dossier with a stub for every applicable requirement. Never overwrites a file. */
export async function newDossier(request: NewDossierRequest): Promise<NewDossierOutcome> {
  const found = await catalogueFor(request);
  if (found.kind !== 'found') return found;
  const { catalogue, file } = found;
  const unknown = request.profiles.find((profile) => !catalogue.profiles.includes(profile) && profile !== 'Général');
  if (unknown !== undefined) return { kind: 'unknownProfile', profile: unknown, profiles: catalogue.profiles };
  const path = join(request.folder, request.fileName ?? `${catalogue.dispositif.id.toLowerCase()}.preuves.yaml`);
  await mkdir(request.folder, { recursive: true });
  const place =
    request.catalogue === undefined || !file
      ? undefined
      : await placeCatalogue(request.catalogue, file, request.folder);
  if (place?.kind === 'exists') return { kind: 'exists', path: join(request.folder, place.path) };
  const text = newManifest({
    catalogue,
    profiles: request.profiles,
    locale: request.locale,
    ...(place === undefined ? {} : { cataloguePath: place.path }),
  });
  const copies = place?.copies ?? [];
  await writeCopies(request.folder, copies);
  try {
    await writeText(path, text, { exclusive: true });
  } catch (error) {
    await removeCopies(request.folder, copies);
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return { kind: 'exists', path };
    throw error;
  }
  return { kind: 'written', path, requirements: stubCount(catalogue, request.profiles) };
}

type Found =
  | {
      readonly kind: 'found';
      readonly catalogue: Catalogue;
      /** What it was read from, if it was a file. */
      readonly file?: ReadCatalogue;
    }
  | Exclude<NewDossierOutcome, { readonly kind: 'written' | 'exists' | 'unknownProfile' }>;

async function catalogueFor(request: NewDossierRequest): Promise<Found> {
  if (request.catalogue !== undefined) {
    const read = await readForDossier(request.catalogue, request.folder);
    if (read.kind === 'bad') return { kind: 'badCatalogue', path: read.path, message: read.message };
    return { kind: 'found', catalogue: read.file.catalogue, file: read.file };
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
