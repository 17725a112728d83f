import * as vscode from 'vscode';
import type { DossierView, ViewNode } from '../../protocol/compliance-view';
import {
  attestationRequest,
  type AttestationChange,
  type AttestationModel,
  type AttestationParams,
  type AttestationResult,
  attestationModels,
} from '../../protocol/requests/attestation';
import { type Choice, chooseOne, keep } from '../flows/ask';
import { runSteps, type Step } from '../flows/steps';
import type { Locale } from '../../words/locale';
import type { Row } from '../tree/tree-model';
import { showWithButtons } from '../ui/buttons';
import { fileButtons } from '../ui/file-buttons';
import { addChanges } from '../ui/text-changes';
import { withProgress } from '../ui/with-progress';
import { nameOf } from './choose-package';
import { DossierChoice, knownDossiers } from './choose-dossier';
import type { Services } from './services';
import { submissionMessages, type SubmissionMessages } from './submission-messages';

/**
 * *Préparer une attestation*: writes a document to be signed, and names it in the manifest where that has a place for it.
 *
 * @param row of the tree: the requirement or scenario it is about
 */
export async function prepareAttestation(services: Services, locale: Locale, row?: Row): Promise<void> {
  const messages = submissionMessages[locale];
  let params = await askAttestation(services, messages, row);
  while (params !== undefined) {
    const sent = params;
    const result = await withProgress(messages.preparing, (cancellation) =>
      services.connection.ask(attestationRequest, sent, cancellation),
    );
    switch (result.kind) {
      case 'written':
        await showWritten(services, messages, result);
        return;
      case 'exists': {
        const uri = vscode.Uri.file(result.path);
        await showWithButtons('warning', result.message, fileButtons(uri, services.messages()));
        return;
      }
      case 'targetNeeded': {
        const target = await askTarget(messages, result, sent.model);
        params = target && { ...sent, target: target.fsPath };
      }
    }
  }
}

async function askAttestation(
  services: Services,
  messages: SubmissionMessages,
  row: Row | undefined,
): Promise<AttestationParams | undefined> {
  const title = messages.attestationTitle;
  const dossiers = await knownDossiers(services);
  if (dossiers.length === 0) return undefined;
  const choice = new DossierChoice(services, dossiers, row?.dossierUri, { title });
  let subject = row && subjectId(row.node) !== undefined ? row.node : undefined;
  const given = subject;
  let model: AttestationModel = 'non-applicable';
  let reread = false;

  const chooseSubject: Step = async (position) => {
    if (given) return 'skip';
    const choices = choice.dossier ? subjectChoices(choice.dossier) : [];
    const answer = await chooseOne({ title, position, placeholder: messages.chooseRequirement, choices });
    return keep(answer, (value) => (subject = value));
  };
  const chooseModel: Step = async (position) => {
    const choices = attestationModels.map((value) => ({ ...messages.models[value], value }));
    const likely = subject?.status === 'notApplicable' ? 'non-applicable' : 'engagement';
    const answer = await chooseOne<AttestationModel>({
      title: subject ? `${title} : ${subjectId(subject) ?? ''}` : title,
      position,
      placeholder: messages.chooseModel,
      choices,
      active: choices.find(({ value }) => value === likely),
    });
    return keep(answer, (value) => (model = value));
  };
  const chooseNotice: Step = async (position) => {
    const choices = [
      { label: messages.withNotice, detail: messages.withNoticeDetail, value: false },
      { label: messages.withoutNotice, detail: messages.withoutNoticeDetail, value: true },
    ];
    const answer = await chooseOne({ title, position, placeholder: messages.chooseNotice, choices });
    return keep(answer, (value) => (reread = value));
  };

  if (!(await runSteps([choice.step, chooseSubject, chooseModel, chooseNotice]))) return undefined;
  const id = subject && subjectId(subject);
  return choice.dossier && id !== undefined ? { uri: choice.dossier.uri, id, model, reread } : undefined;
}

/** The id of the requirement or scenario that a row stands for. */
function subjectId({ id, kind }: ViewNode): string | undefined {
  return kind === 'requirement' || kind === 'scenario' ? id.slice(id.indexOf(':') + 1) : undefined;
}

/** Those that do not apply first: they are what is asked for most. */
function subjectChoices({ root }: DossierView): readonly Choice<ViewNode>[] {
  const below = (node: ViewNode): ViewNode[] => [node, ...node.children.flatMap(below)];
  const nodes = below(root).filter((node) => subjectId(node) !== undefined);
  const sorted = [
    ...nodes.filter(({ status }) => status === 'notApplicable'),
    ...nodes.filter(({ status }) => status !== 'notApplicable'),
  ];
  return sorted.map((node) => ({ label: node.label, description: node.statusLabel, value: node }));
}

/** Says why the manifest will not name the document, where that is no matter of course, and asks where to write it. */
async function askTarget(
  messages: SubmissionMessages,
  { reason, suggestion }: AttestationResult & { kind: 'targetNeeded' },
  model: AttestationModel,
): Promise<vscode.Uri | undefined> {
  if (model === 'non-applicable') {
    const answer = await vscode.window.showInformationMessage(
      messages.attestationTitle,
      { modal: true, detail: reason },
      messages.chooseTarget,
    );
    if (answer === undefined) return undefined;
  }
  return vscode.window.showSaveDialog({
    title: messages.saveAttestation,
    saveLabel: messages.save,
    defaultUri: vscode.Uri.file(suggestion),
    filters: { [messages.pdfFilter]: ['pdf'] },
  });
}

async function showWritten(
  services: Services,
  messages: SubmissionMessages,
  { path, change, remarks }: AttestationResult & { kind: 'written' },
): Promise<void> {
  const uri = vscode.Uri.file(path);
  const sentences = [messages.attestationWritten(nameOf(uri))];
  const cited = change && (await cite(change));
  if (cited === true) sentences.push(messages.attestationCited);
  if (cited === false) sentences.push(messages.attestationNotCited(nameOf(vscode.Uri.parse(change?.uri ?? '', true))));
  await showWithButtons(
    cited === false ? 'warning' : 'information',
    [...sentences, ...remarks].join(' '),
    fileButtons(uri, services.messages()),
  );
}

/** Names the document in the manifest, and shows where. Returns false when the manifest is another one by now. */
async function cite(change: AttestationChange): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  if (!(await addChanges(edit, change)) || !(await vscode.workspace.applyEdit(edit))) return false;
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(change.uri, true), { preview: true });
  const [first] = change.changes;
  const end = editor.document.positionAt((first?.start ?? 0) + (first?.text.length ?? 0));
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}
