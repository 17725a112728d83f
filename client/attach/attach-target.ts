import type * as vscode from 'vscode';
import type { AttachTarget } from '../../protocol/commands';
import type { AttachSlotParams } from '../../protocol/requests/attach-plan';
import { complianceRequest } from '../../protocol/requests/compliance';
import type { Services } from '../commands/services';
import { dossierFor, owner } from '../compliance/dossier-for';
import { chooseOne } from '../flows/ask';
import { commands } from '../ids';
import { commandButton, showWithButtons } from '../ui/buttons';
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
  if (row) {
    const slot = slotOf(services.tree.pathOf(row));
    return { uri: row.dossierUri, ...(slot ? { slot } : {}) };
  }
  return targetIn(argument) ?? (await askDossier(services, words, near));
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

async function askDossier(
  services: Services,
  words: AttachMessages,
  near: vscode.Uri | undefined,
): Promise<AttachTarget | undefined> {
  const view = await services.session.ask(complianceRequest, { groupBy: 'chapter' });
  const [only, ...others] = view.dossiers;
  if (!only) {
    const { noDossier, createDossier } = services.messages();
    await showWithButtons('warning', noDossier, [commandButton(createDossier, commands.newDossier)]);
    return undefined;
  }
  const here = (near ?? activeDocument())?.toString();
  const own = others.length === 0 ? only : here === undefined ? undefined : owner(view, here);
  if (own) return { uri: own.uri };
  const choices = view.dossiers.map((one) => ({ label: one.root.label, description: one.summary, value: one }));
  const likely = dossierFor(view, activeDocument()?.toString());
  const answer = await chooseOne({
    title: words.attaching,
    position: { step: 1, total: 1, canGoBack: false },
    placeholder: words.chooseDossier,
    choices,
    active: choices.find(({ value }) => value === likely),
  });
  return answer.kind === 'value' ? { uri: answer.value.uri } : undefined;
}
