import * as vscode from 'vscode';
import { attachRequest, type AttachResult } from '../../protocol/requests/attach';
import {
  attachPlanRequest,
  type AttachParams,
  type AttachPieceParams,
  type UnplacedView,
} from '../../protocol/requests/attach-plan';
import { complianceRequest } from '../../protocol/requests/compliance';
import type { Services } from '../commands/services';
import { nameOf } from '../commands/choose-package';
import { type Choice, chooseOne } from '../flows/ask';
import { markDone } from '../context-keys';
import { currentLanguage } from '../settings';
import { type Button, showWithButtons } from '../ui/buttons';
import { openPlace } from '../ui/open-place';
import { withProgress } from '../ui/with-progress';
import { attachMessages, type AttachMessages } from './attach-messages';
import { hasFault, mustConfirm, planLines, type PlannedAttach, withSlots } from './plan-shown';
import { keyOf, type ProofChoice, proofChoices } from './proof-choices';
import { placeOf, WrittenEdit } from './written-edit';

/** A text that changes each time between its being read and the edit is being typed in. */
const mostTries = 3;

/**
 * Attaches pieces: asks where they go when that is not known, shows what will happen when it is no matter of course, writes
 * the manifests as one edit, and offers to take it back.
 *
 * @param mustShow whether a plan is shown before it is carried out
 * @returns whether something was attached; what stood in the way was shown
 * @throws what the server answered as an error, or a cancellation
 */
export async function attach(
  services: Services,
  params: AttachParams,
  mustShow: (plan: PlannedAttach) => boolean = mustConfirm,
): Promise<boolean> {
  const words = attachMessages[currentLanguage()];
  const agreed = await agree(services, params, mustShow);
  if (!agreed) return false;
  const copies: string[] = [];
  for (let tries = 0; tries < mostTries; tries++) {
    const result = await withProgress(words.attaching, (cancellation) =>
      services.connection.ask(attachRequest, agreed, cancellation),
    );
    if (result.kind !== 'planned') {
      await showWithButtons('error', result.kind === 'refused' ? result.message : words.changed, []);
      return false;
    }
    copies.push(...result.copies);
    // Opened by now, its text is the one that the server works with next.
    const written = await WrittenEdit.make(result);
    if (!written) continue;
    markDone('attached');
    await showAttached(services, words, { ...result, copies }, written);
    return true;
  }
  await showWithButtons('error', words.changed, []);
  return false;
}

/**
 * Asks until it is known where each piece goes and the user wants it so. Nothing is copied or written.
 * @param mustShow whether a plan is shown before it is carried out
 * @returns undefined when the user gave up, or was told why nothing can be attached
 */
export async function agree(
  services: Services,
  params: AttachParams,
  mustShow: (plan: PlannedAttach) => boolean,
): Promise<AttachParams | undefined> {
  const words = attachMessages[currentLanguage()];
  let { pieces } = params;
  for (;;) {
    const asked = { ...params, pieces };
    const plan = await withProgress(words.reading, (cancellation) =>
      services.connection.ask(attachPlanRequest, asked, cancellation),
    );
    if (plan.kind === 'refused') {
      await showWithButtons('error', plan.message, []);
      return undefined;
    }
    if (plan.kind === 'unplaced') {
      const placed = await askPlaces(services, words, params.uri, withSlots(pieces, plan.placed), plan.unplaced);
      if (!placed) return undefined;
      pieces = placed;
      continue;
    }
    // What was shown is what is done, whatever the names of files would say then.
    const shown = withSlots(pieces, plan.attachments);
    switch (mustShow(plan) ? await confirm(words, plan) : 'attach') {
      case 'attach':
        return { ...params, pieces: shown };
      case 'choose': {
        const all = plan.attachments.map(({ piece, sentence }) => ({ piece, sentence, slots: [] }));
        const placed = await askPlaces(services, words, params.uri, shown, all);
        if (!placed) return undefined;
        pieces = placed;
        continue;
      }
      case 'cancel':
        return undefined;
    }
  }
}

async function confirm(words: AttachMessages, plan: PlannedAttach): Promise<'attach' | 'choose' | 'cancel'> {
  const show = hasFault(plan) ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await show(
    words.confirmTitle(plan.attachments.length),
    { modal: true, detail: planLines(plan, words).join('\n') },
    words.attach,
    words.changeProofs,
  );
  if (chosen === words.attach) return 'attach';
  return chosen === words.changeProofs ? 'choose' : 'cancel';
}

/** Asks for the proof of each piece. Undefined when the person gave up. */
async function askPlaces(
  services: Services,
  words: AttachMessages,
  uri: string,
  pieces: readonly AttachPieceParams[],
  unplaced: readonly UnplacedView[],
): Promise<readonly AttachPieceParams[] | undefined> {
  const { dossiers } = await services.connection.ask(complianceRequest, { groupBy: 'chapter' });
  const dossier = dossiers.find((one) => one.uri === uri);
  const all = dossier ? proofChoices(dossier) : [];
  const known = new Map(all.map((one) => [keyOf(one.slot), one]));
  const slots: Parameters<typeof withSlots>[1][number][] = [];
  for (const { piece, sentence, slots: possible } of unplaced) {
    const offered = possible.flatMap((slot) => known.get(keyOf(slot)) ?? asItIs(slot));
    const choices = offered.length > 0 ? offered.map((one) => lineOf(one, words)) : linesOf(all, words);
    const present = pieces[piece]?.slot;
    const answer = await chooseOne({
      title: words.whichProof,
      position: { step: slots.length + 1, total: unplaced.length, canGoBack: false },
      placeholder: sentence,
      choices,
      active: present && choices.find(({ value }) => value && keyOf(value.slot) === keyOf(present)),
    });
    if (answer.kind !== 'value' || !answer.value) return undefined;
    slots.push({ piece, slot: answer.value.slot });
  }
  return withSlots(pieces, slots);
}

/** A proof that only the manifests know. */
function asItIs(slot: ProofChoice['slot']): ProofChoice {
  const above = [slot.requirement, slot.scenario].filter((id) => id !== undefined).join(', ');
  return { slot, label: slot.proof, statusLabel: '', above, isOpen: true };
}

/** What is still to provide first. */
function linesOf(all: readonly ProofChoice[], words: AttachMessages): readonly Choice<ProofChoice | undefined>[] {
  const groups = [
    { label: words.openProofs, choices: all.filter(({ isOpen }) => isOpen) },
    { label: words.otherProofs, choices: all.filter(({ isOpen }) => !isOpen) },
  ];
  return groups.flatMap(({ label, choices }) => {
    const heading = { label, kind: vscode.QuickPickItemKind.Separator, value: undefined };
    return choices.length === 0 ? [] : [heading, ...choices.map((one) => lineOf(one, words))];
  });
}

function lineOf(one: ProofChoice, words: AttachMessages): Choice<ProofChoice | undefined> {
  const description = one.above === '' ? one.statusLabel : [one.statusLabel, words.under(one.above)].join(' · ');
  return {
    label: one.label,
    description: one.statusLabel === '' ? words.under(one.above) : description,
    ...(one.asks === undefined ? {} : { detail: one.asks }),
    value: one,
  };
}

async function showAttached(
  services: Services,
  words: AttachMessages,
  result: Extract<AttachResult, { readonly kind: 'planned' }>,
  written: WrittenEdit,
): Promise<void> {
  const lines = planLines(result, words);
  const { place } = written;
  // Each proof cites its piece already.
  if (!place) {
    await showWithButtons('information', lines.join(' '), []);
    return;
  }
  const buttons: readonly Button[] = [
    { label: words.undo, run: () => takeBack(words, result.copies, written) },
    {
      label: services.messages().open,
      run: () => openPlace(placeOf(place)),
    },
  ];
  const failures = written.unsaved.map((name) => words.notSaved(name));
  const isClean = result.warnings.length === 0 && failures.length === 0;
  const sentence = [
    words.done(result.attachments.filter(({ alreadyCited }) => !alreadyCited).length, lines.join(' ')),
    ...failures,
  ].join(' ');
  await showWithButtons(isClean ? 'information' : 'warning', sentence, buttons);
}

/** Takes an edit back, and offers to remove the files that were copied for it. */
export async function takeBack(words: AttachMessages, copies: readonly string[], written: WrittenEdit): Promise<void> {
  const end = await written.undo();
  if (end === 'changed') {
    await showWithButtons('warning', words.notUndone, []);
    return;
  }
  const uris = copies.map((copy) => vscode.Uri.parse(copy, true));
  if (uris.length === 0) {
    await showWithButtons('information', words.undone, []);
    return;
  }
  const names = uris.map((uri) => vscode.workspace.asRelativePath(uri)).join(', ');
  await showWithButtons('information', words.undoneKept(uris.length, names), [
    { label: words.removeCopies(uris.length), run: () => remove(uris) },
  ]);
}

/** To the trash where there is one, and so that it can be undone too. */
async function remove(uris: readonly vscode.Uri[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const uri of uris) edit.deleteFile(uri, { ignoreIfNotExists: true });
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(uris.map(nameOf).join(', '));
}
