import { neverCancelled, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import type { ControlWish } from '../evidence/content-reading';
import type { CdaControlling } from '../inspection/inspect-evidence';
import { CdaController } from './cda-controller';
import { lookAtControlFolder, noFolder } from './control-folder';

/** The last folder that this thread was told of: a dossier has one, and what is compiled of it takes room. */
let last: { readonly path: string; readonly digest: string; readonly controller: Promise<CdaController> } | undefined;

/**
 * What holds CDA against a folder. Where the folder changed since it was looked at, it is its present state that counts, and
 * its present digest that is told.
 * @throws CancelledError
 */
export async function controllerFor(
  { path, digest }: ControlWish,
  cancellation: Cancellation,
): Promise<CdaControlling> {
  // Two documents that come at once share what is read: it is not given up with the first of them.
  if (last?.path !== path || last.digest !== digest) last = { path, digest, controller: newController(path) };
  const controller = await last.controller;
  throwIfCancelled(cancellation);
  return {
    digest: controller.folder.digest,
    control: (bytes, token) => controller.control(bytes, token),
  };
}

async function newController(path: string): Promise<CdaController> {
  const folder = await lookAtControlFolder(path, neverCancelled);
  return new CdaController(folder ?? { path, digest: noFolder, files: new Map<string, string>() });
}
