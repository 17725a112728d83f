import type * as vscode from 'vscode';
import type { AttachTarget } from '../../protocol/commands';
import type { AttachSlotParams } from '../../protocol/requests/attach-plan';
import { askDossier } from '../commands/choose-dossier';
import type { Services } from '../commands/services';
import type { AttachMessages } from './attach-messages';
import { slotOf } from './proof-choices';
import { activeDocument } from '../ui/active-document';

/**
 * What a command of attaching is about: the row of the tree, what a lens or quick fix names, else a dossier.
 *
 * @param argument what VS Code hands to the command
 * @param near a file in hand: the dossier in whose folder it lies is meant
 * @returns undefined when the person gave up, or there is no dossier
 */
export async function findTarget(
  services: Services,
  words: AttachMessages,
  argument: unknown,
  near?: vscode.Uri,
): Promise<AttachTarget | undefined> {
  const row = services.tree.row(argument);
  if (row?.dossierUri !== undefined) {
    const slot = slotOf(services.tree.pathOf(row));
    return { uri: row.dossierUri, ...(slot ? { slot } : {}) };
  }
  const given = targetIn(argument);
  if (given) return given;
  const question = { title: words.attaching, placeholder: words.chooseDossier };
  const dossier = await askDossier(services, question, near ?? activeDocument());
  return dossier && { uri: dossier.uri };
}

/** The target that an argument is. Commands may be run by anybody, with anything. */
export function targetIn(argument: unknown): AttachTarget | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, slot, file } = argument as Record<string, unknown>;
  if (typeof uri !== 'string') return undefined;
  const place = slotIn(slot);
  return { uri, ...(place ? { slot: place } : {}), ...(typeof file === 'string' ? { file } : {}) };
}

function slotIn(value: unknown): AttachSlotParams | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { proof, scenario, requirement } = value as Record<string, unknown>;
  if (typeof proof !== 'string') return undefined;
  return {
    proof,
    ...(typeof scenario === 'string' ? { scenario } : {}),
    ...(typeof requirement === 'string' ? { requirement } : {}),
  };
}
