import { lstat, realpath, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../../core/engine/analyse';
import type { TextChange } from '../../core/fixes/fix';
import { textOf } from '../../core/fixes/manifest-text';
import { applyChanges } from '../../core/fixes/verified';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { attachStatement, statementPath } from '../attestation/attach-statement';
import { pdfFile } from '../attestation/pdf-file';
import { statementOf, type StatementModel } from '../attestation/statement';
import { statementSubject, type StatementSubject } from '../attestation/statement-subject';
import { MadeFolders } from './made-folders';
import { readIfThere } from './read-catalogue-file';
import { assertUtf8, rewriteText } from './rewrite-text';
import { writeText } from './write-text';

export interface AttestationRequest {
  readonly analysis: Analysis;
  /** Id of a requirement or scenario. */
  readonly id: string;
  /** By default the one that the manifest calls for. */
  readonly model?: StatementModel;
  /** Leave the notice « brouillon à relire » out. */
  readonly reread: boolean;
  /** Path of the PDF; absent: under `preuves/declarations/` of the dossier, and named in the manifest. */
  readonly target?: string;
  /** Do not write the manifest: the outcome holds the change, for an editor that has the text. */
  readonly leaveManifest?: boolean;
  readonly cancellation: Cancellation;
}

export type AttestationOutcome =
  | {
      readonly kind: 'written';
      readonly path: string;
      /** Path in the dossier, when it was named in the manifest. */
      readonly attached?: string;
      /** The change of the manifest, made or to be made; with `attached` only. */
      readonly change?: { readonly uri: string; readonly before: string; readonly edit: TextChange };
      /** Characters that the document could not show. */
      readonly lost: readonly string[];
    }
  | { readonly kind: 'unknownId' }
  /** A file stands there: it may be the signed statement. */
  | { readonly kind: 'exists'; readonly path: string }
  /** Only what the manifest declares not applicable takes a statement there. */
  | { readonly kind: 'notDeclared' }
  | { readonly kind: 'declaredAlready'; readonly declaration: string }
  /** The manifest is written in a way that this edit could not respect. */
  | { readonly kind: 'cannotAttach'; readonly path: string }
  /** The evidence folder is a link that leads out of the dossier. */
  | { readonly kind: 'outside'; readonly path: string };

/**
 * Writes a statement to be read, dated and signed, and names it in the manifest when no target is given. Overwrites no
 * file; when the manifest cannot be written the PDF is removed again. Errors of files are thrown as they are.
 */
export async function writeAttestation(request: AttestationRequest): Promise<AttestationOutcome> {
  const { analysis, id, target, cancellation } = request;
  const subject = statementSubject(analysis, id);
  if (!subject) return { kind: 'unknownId' };
  throwIfCancelled(cancellation);
  return target === undefined ? attach(request, subject) : write(request, subject, target);
}

async function write(
  { model, reread }: Pick<AttestationRequest, 'model' | 'reread'>,
  subject: StatementSubject,
  path: string,
): Promise<Extract<AttestationOutcome, { kind: 'written' | 'exists' }>> {
  const { bytes, lost } = await statementPdf(model ?? modelFor(subject), subject, reread);
  return (await writeUnlessThere(path, bytes)) ? { kind: 'written', path, lost } : { kind: 'exists', path };
}

/** @returns false when something has that name */
async function writeUnlessThere(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeText(path, bytes, { exclusive: true });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function modelFor({ declared, asksForCommitment }: StatementSubject): StatementModel {
  if (declared) return 'non-applicable';
  return asksForCommitment === true ? 'engagement' : 'honneur';
}

async function attach(request: AttestationRequest, subject: StatementSubject): Promise<AttestationOutcome> {
  const { dossier } = request.analysis;
  const { declared } = subject;
  if (!declared || (request.model !== undefined && request.model !== 'non-applicable')) return { kind: 'notDeclared' };
  const present = declared.notApplicable.declaration?.value;
  if (present) return { kind: 'declaredAlready', declaration: present };
  const attached = statementPath(subject.facts.id);
  const manifest = fileURLToPath(declared.uri);
  await assertUtf8(manifest);
  const edit = attachStatement(dossier, declared, attached);
  const text = textOf(dossier, declared.uri);
  if (!edit || text === undefined) return { kind: 'cannotAttach', path: manifest };
  const root = fileURLToPath(dossier.rootUri);
  const path = join(root, ...attached.split('/'));
  if (!(await isInside(root, dirname(path)))) return { kind: 'outside', path: dirname(path) };
  const folders = new MadeFolders();
  let isOurs = false;
  try {
    await folders.make(dirname(path));
    const { bytes, lost } = await statementPdf(request.model ?? modelFor(subject), subject, request.reread);
    isOurs = await writeUnlessThere(path, bytes);
    // Ours as well when a run was cut off before it named it: nobody has signed what is the same to the byte.
    if (!isOurs && !(await readIfThere(path))?.equals(bytes)) return { kind: 'exists', path };
    if (request.leaveManifest !== true) await rewriteText(manifest, text, applyChanges(text, [edit]));
    return { kind: 'written', path, lost, attached, change: { uri: declared.uri, before: text, edit } };
  } catch (error) {
    if (isOurs) await rm(path, { force: true });
    await folders.removeEmpty();
    throw error;
  }
}

/** The bytes of a statement, and the characters that it could not show. The same facts give the same bytes. */
export async function statementPdf(
  model: StatementModel,
  { facts }: StatementSubject,
  reread: boolean,
): Promise<{ readonly bytes: Uint8Array; readonly lost: readonly string[] }> {
  const { title, blocks, footer } = statementOf(model, facts, reread);
  return pdfFile({ title: `${title} – ${facts.id}`, author: facts.vendor ?? '', blocks, footer });
}

/** Whether a folder, made or to be made, is inside another once links are followed. */
async function isInside(root: string, folder: string): Promise<boolean> {
  const path = relative(await realpath(root), await realpath(await nearestFolder(folder)));
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** The folder itself, or the nearest one above it that exists. */
async function nearestFolder(folder: string): Promise<string> {
  try {
    await lstat(folder);
    return folder;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT') || dirname(folder) === folder)
      throw error;
    return nearestFolder(dirname(folder));
  }
}
