import { join, resolve } from 'node:path';
import { slotIds } from '../../core/attach/slots';
import type { Analysis } from '../../core/engine/analyse';
import { planIntake, type IntakeChoices, type IntakePlan } from '../../core/intake/plan-intake';
import type { FoundFile } from '../../core/intake/sheet-files';
import type { Cancellation } from '../../core/ports/cancellation';
import { workingKind } from '../../core/evidence/working-file';
import { walkFiles } from '../files/folder-walk';
import type { Source } from './attach';
import { readTrackingFile } from './read-tracking-file';

export interface IntakeRequest {
  readonly analysis: Analysis;
  /** The tracking sheet, absolute. */
  readonly sheet: string;
  /** Folders in which files are sought, absolute. */
  readonly folders: readonly string[];
  readonly choices?: IntakeChoices;
  readonly cancellation: Cancellation;
}

/** Files of all folders that are looked at: more is no folder of evidence. */
const mostFiles = 50_000;

/**
 * Reads a tracking sheet and says what it brings to the dossier. Nothing is written.
 * @throws WorkbookError, UnreadableFile, CancelledError, or the system's error
 */
export async function readIntake({
  analysis,
  sheet,
  folders,
  choices,
  cancellation,
}: IntakeRequest): Promise<IntakePlan> {
  const workbook = await readTrackingFile(sheet, cancellation);
  const files: FoundFile[] = [];
  const seen = new Set<string>([resolve(sheet)]);
  for (const folder of folders) {
    for await (const inside of walkFiles(folder, { enters: () => true }, cancellation)) {
      const path = join(folder, ...inside.split('/'));
      // The dossier's own files, and what two folders share.
      if (seen.has(path) || workingKind(inside) !== undefined) continue;
      seen.add(path);
      if (files.length < mostFiles) files.push({ path: path.replaceAll('\\', '/'), inside });
    }
  }
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  return planIntake({ dossier: analysis.dossier, workbook, files, ...(choices ? { choices } : {}) });
}

/** The pieces of a plan, as they are attached. */
export function sourcesOf({ pieces }: Pick<IntakePlan, 'pieces'>): readonly Source[] {
  return pieces.map(({ slot, source, said }): Source => {
    const wishes = { wanted: slotIds(slot), said };
    switch (source.kind) {
      case 'file':
        return { kind: 'file', path: source.file.path, ...wishes };
      case 'link':
        return { kind: 'link', url: source.url, ...wishes };
      case 'execution':
        return { kind: 'execution', number: source.number, ...wishes };
    }
  });
}
