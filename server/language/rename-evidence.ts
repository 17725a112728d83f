import { RenameFile, type WorkspaceEdit } from 'vscode-languageserver-types';
import { pathFault, safePath } from '../core/evidence/evidence-path';
import type { Sentence } from '../core/messages/say';
import { under } from '../core/text/uri';
import type { Mention } from './mentions/manifest-mentions';
import { RenameRefused } from './rename';
import { renamedFiles, type RenameContext } from './renamed-files';

const refused = {
  path: {
    fr: '« {path} » n’est pas un chemin que le manifeste peut citer : écrivez-le depuis le dossier, avec des « / », sans en sortir.',
    en: '“{path}” is no path that the manifest can cite: write it from the dossier’s folder, with “/”, without leaving it.',
  },
  taken: {
    fr: '« {path} » existe déjà : rien n’est écrasé. Choisissez un autre nom.',
    en: '“{path}” exists already: nothing is overwritten. Choose another name.',
  },
  unable: {
    fr: 'Cet éditeur ne sait pas renommer un fichier avec ses citations. Renommez « {path} » sur le disque, puis corrigez les manifestes.',
    en: 'This editor cannot rename a file along with its citations. Rename “{path}” on disk, then correct the manifests.',
  },
} satisfies Record<string, Sentence>;

export interface EvidenceRename extends RenameContext {
  readonly rootUri: string;
  /** The client can rename files in an edit. */
  readonly renamesFiles: boolean;
  /** The path as the disk writes it, where that is known to be otherwise. */
  onDisk(path: string): string;
  /** Where a file is, past all links; undefined when nothing is there. */
  realUri(uri: string): Promise<string | undefined>;
}

export interface EvidenceRenamed {
  readonly edit: WorkspaceEdit;
  /** What does not follow, in words. */
  readonly warning: string | undefined;
}

/**
 * Another path for a file that manifests cite: every citation follows, then the file itself. Of one that is not there, the
 * citations alone.
 * @throws RenameRefused
 */
export async function renameEvidence(
  { subject }: Mention,
  written: string,
  context: EvidenceRename,
): Promise<EvidenceRenamed> {
  const next = written.trim();
  const path = safePath(next);
  if (path === undefined || pathFault(next) !== undefined) throw new RenameRefused(refused.path, { path: next });
  const from = under(context.rootUri, context.onDisk(subject.id));
  const to = under(context.rootUri, path);
  if (from === to) return { edit: {}, warning: undefined };
  const present = await context.realUri(from);
  const other = await context.realUri(to);
  // On a disk that takes both for one name, this changes the case of letters alone.
  if (other !== undefined && other !== present) throw new RenameRefused(refused.taken, { path });
  const { edit, warning } = renamedFiles([{ from, to }], context);
  if (present === undefined) return { edit: edit ?? {}, warning };
  if (!context.renamesFiles || !context.versioned) throw new RenameRefused(refused.unable, { path: subject.id });
  const move = RenameFile.create(from, to, { overwrite: false });
  return { edit: { ...edit, documentChanges: [...(edit?.documentChanges ?? []), move] }, warning };
}
