import * as vscode from 'vscode';
import { type AttachTarget, attachCommands } from '../../protocol/commands';
import { attachCandidatesRequest, type CandidateView } from '../../protocol/requests/attach-candidates';
import type { AttachPieceParams } from '../../protocol/requests/attach-plan';
import type { Services } from '../commands/services';
import { type Choice, chooseOne, typeText } from '../flows/ask';
import { currentLanguage } from '../settings';
import { showWithButtons } from '../ui/buttons';
import { attach } from './attach';
import { attachMessages, type AttachMessages } from './attach-messages';
import type { Drop } from '../tree/drop-controller';
import { executionProblem, linkProblem } from './field-problems';
import { hasFault, mustConfirm, type PlannedAttach } from './plan-shown';
import { findTarget } from './attach-target';

const onlyStep = { step: 1, total: 1, canGoBack: false } as const;

/** *Ajouter une pièce…*: an uncited file of the dossier, or one of the other kinds of piece. */
export async function addPiece(services: Services, argument: unknown): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const target = await findTarget(services, words, argument);
  if (!target) return;
  const { uri, slot } = target;
  const { files } = await services.connection.ask(attachCandidatesRequest, { uri, ...(slot ? { slot } : {}) });
  const answer = await chooseOne({
    title: words.addTitle(slot?.proof ?? ''),
    position: onlyStep,
    placeholder: words.addPlaceholder,
    choices: pieceChoices(files, slot !== undefined, words),
  });
  if (answer.kind !== 'value' || answer.value === undefined) return;
  if (typeof answer.value === 'string') {
    await vscode.commands.executeCommand(answer.value, target);
    return;
  }
  const { uri: file, slot: own } = answer.value;
  // A scenario or requirement was meant, and the name says which of its proofs.
  await attachFiles(services, { ...target, ...(own ? { slot: own } : {}) }, [vscode.Uri.parse(file, true)]);
}

/** *Joindre un fichier…* */
export function attachFile(services: Services, argument: unknown): Promise<void> {
  return attachChosen(services, argument, 'file');
}

/** *Déclaration…*: a signed document. */
export function attachDeclaration(services: Services, argument: unknown): Promise<void> {
  return attachChosen(services, argument, 'declaration');
}

/** *Lien…* */
export async function attachLink(services: Services, argument: unknown): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const check = (url: string) => linkProblem(url, words);
  const given = await askText(services, argument, words.linkTitle, words.linkPrompt, check);
  if (given) await attachPieces(services, given.target, [{ kind: 'link', url: given.text }]);
}

/** *N° d’exécution…* */
export async function attachExecution(services: Services, argument: unknown): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const check = (number: string) => executionProblem(number, words);
  const given = await askText(services, argument, words.executionTitle, words.executionPrompt, check);
  if (given) await attachPieces(services, given.target, [{ kind: 'execution', number: given.text }]);
}

/** *Citer comme preuve…*: files of the explorer, each to the proof that its name says, or that the user does. */
export async function citeFiles(services: Services, files: readonly vscode.Uri[]): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const [first] = files;
  if (!first) {
    await attachChosen(services, undefined, 'file');
    return;
  }
  const target = await findTarget(services, words, undefined, first);
  if (target) await attachFiles(services, target, files);
}

/** Pieces that were dropped on a row of the tree. */
export async function attachDropped(services: Services, { key, pieces }: Drop): Promise<void> {
  const words = attachMessages[currentLanguage()];
  if (pieces.length === 0) {
    await showWithButtons('warning', words.nothingDropped, []);
    return;
  }
  const target = await findTarget(services, words, key);
  if (target) await attachPieces(services, target, pieces);
}

/** Attaches files to what a target says. */
export async function attachFiles(
  services: Services,
  target: AttachTarget,
  files: readonly vscode.Uri[],
  kind: 'file' | 'declaration' = 'file',
  mustShow: (plan: PlannedAttach) => boolean = mustConfirm,
): Promise<void> {
  await attachPieces(
    services,
    target,
    files.map((file) => ({ kind, uri: file.toString() })),
    mustShow,
  );
}

/** Attaches pieces to what a target says. */
export async function attachPieces(
  services: Services,
  { uri, slot }: AttachTarget,
  pieces: readonly AttachPieceParams[],
  mustShow: (plan: PlannedAttach) => boolean = mustConfirm,
): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const elsewhere = pieces.find(
    (piece) => 'uri' in piece && !services.connection.platform.reaches(vscode.Uri.parse(piece.uri, true)),
  );
  if (elsewhere && 'uri' in elsewhere) {
    await showWithButtons('error', words.onlyFiles(elsewhere.uri), []);
    return;
  }
  await attach(services, { uri, pieces: slot ? pieces.map((piece) => ({ ...piece, slot })) : pieces }, mustShow);
}

async function attachChosen(services: Services, argument: unknown, kind: 'file' | 'declaration'): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const target = await findTarget(services, words, argument);
  if (!target) return;
  const files = target.file === undefined ? await chooseFiles(target, words) : [vscode.Uri.parse(target.file, true)];
  // Whoever chose one file for one proof has said all there is to say, unless a check would find fault with it.
  const isSaid = files.length === 1 && target.slot !== undefined;
  if (files.length > 0) await attachFiles(services, target, files, kind, isSaid ? hasFault : mustConfirm);
}

async function chooseFiles({ uri, slot }: AttachTarget, words: AttachMessages): Promise<readonly vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    title: words.addTitle(slot?.proof ?? ''),
    openLabel: words.attach,
    canSelectMany: true,
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(uri, true), '..'),
  });
  return chosen ?? [];
}

async function askText(
  services: Services,
  argument: unknown,
  title: string,
  prompt: string,
  check: (text: string) => { readonly kind: 'error'; readonly text: string } | undefined,
): Promise<{ readonly target: AttachTarget; readonly text: string } | undefined> {
  const words = attachMessages[currentLanguage()];
  const target = await findTarget(services, words, argument);
  if (!target) return undefined;
  const answer = await typeText({
    title: target.slot ? words.titleFor(title, target.slot.proof) : title,
    position: onlyStep,
    prompt,
    value: '',
    check,
  });
  return answer.kind === 'value' ? { target, text: answer.value } : undefined;
}

type PieceChoice = Choice<CandidateView | string | undefined>;

/** What is named after the proof first; then the other kinds of piece, or first of all when no file is. */
function pieceChoices(
  files: readonly CandidateView[],
  hasSlot: boolean,
  words: AttachMessages,
): readonly PieceChoice[] {
  const heading = (label: string): PieceChoice => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
    value: undefined,
  });
  const lineOf = (one: CandidateView): PieceChoice => ({
    label: `$(file) ${one.path}`,
    ...(one.isNamed && hasSlot ? { description: words.named } : {}),
    value: one,
  });
  const ways: PieceChoice[] = [
    { label: words.chooseFile, detail: words.chooseFileDetail, value: attachCommands.file },
    { label: words.link, detail: words.linkDetail, value: attachCommands.link },
    { label: words.execution, detail: words.executionDetail, value: attachCommands.execution },
    { label: words.declaration, detail: words.declarationDetail, value: attachCommands.declaration },
    ...(hasSlot
      ? [{ label: words.notApplicable, detail: words.notApplicableDetail, value: attachCommands.notApplicable }]
      : []),
  ];
  const named = hasSlot ? files.filter(({ isNamed }) => isNamed) : [];
  const others = files.filter((one) => !named.includes(one));
  return [
    ...named.map(lineOf),
    ...(named.length > 0 ? [heading(words.otherWays)] : []),
    ...ways,
    ...(others.length > 0 ? [heading(words.uncited), ...others.map(lineOf)] : []),
  ];
}
