import * as vscode from 'vscode';
import { dispositifsRequest } from '../../protocol/requests/dispositifs';
import { ResponseError } from 'vscode-languageclient';
import { checkNewDossierRequest } from '../../protocol/requests/check-new-dossier';
import {
  newDossierRequest,
  type NewDossierParams,
  type NewDossierResult,
  type NewDossierSubject,
} from '../../protocol/requests/new-dossier';
import { newDossierScopeRequest, type NewDossierScope } from '../../protocol/requests/new-dossier-scope';
import { markDone } from '../context-keys';
import { commands, viewId } from '../ids';
import { type Answer, type Choice, chooseMany, chooseOne, keep, typeText } from '../flows/ask';
import { addedBy, requirementsWith } from '../flows/profile-counts';
import { onlyWhen, runSteps, type Step, type StepPosition } from '../flows/steps';
import { dispositifInName, fileNameProblem, manifestSuffix } from '../flows/validate';
import { commandButton, showWithButtons } from '../ui/buttons';
import { openPlace } from '../ui/open-place';
import { fileExists } from '../ui/reveal-file';
import { withProgress } from '../ui/with-progress';
import { type Dispositif, dispositifChoices } from './dispositif-choices';
import { importWorkbook } from './import-rem';
import type { Services } from './services';

/** What is known before anything is asked, after an import. */
export interface NewDossierSeed {
  /** Path of an imported catalogue. */
  readonly catalogue: string;
  readonly dispositif: string;
  /** Of that catalogue. */
  readonly profiles: readonly string[];
}

/** What was answered so far. */
interface Answers {
  folder?: vscode.Uri;
  dispositif?: Pick<Dispositif, 'id' | 'state'>;
  /** Empty: the built-in one. */
  catalogue?: string;
  /** Of that catalogue. */
  scope?: NewDossierScope;
  profiles?: readonly string[];
  subject: { -readonly [Field in keyof NewDossierSubject]?: string };
  byChapter: boolean;
  pieces?: string;
  name?: string;
}

/** What a guide that was left with Escape had been told, for the next one. */
let unfinished: Answers | undefined;

/** Asks what the dossier is for, creates it and opens the first thing to do. */
export async function newDossier(services: Services, seed?: NewDossierSeed): Promise<void> {
  const messages = services.messages();
  const answers: Answers = unfinished ?? { subject: {}, byChapter: true };
  if (seed !== undefined) {
    answers.catalogue = seed.catalogue;
    answers.dispositif = { id: seed.dispositif, state: '' };
    delete answers.scope;
  }
  unfinished = answers;
  const params = await askDossier(services, answers, seed !== undefined);
  if (params === undefined) return;
  let result: NewDossierResult;
  try {
    result = await withProgress(messages.creating, (cancellation) =>
      services.connection.ask(newDossierRequest, params, cancellation),
    );
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    // What was typed is kept: whoever mends one answer gives no other again.
    await showWithButtons('error', messages.failed(messages.newNotMade, error.message), [
      { label: messages.newResume, run: () => newDossier(services) },
    ]);
    return;
  }
  unfinished = undefined;
  markDone('created');
  await showCreated(services, result);
}

/** Ends on the first thing to do: in the tree where it is in sight, since nobody has to read a manifest to go on; else in the text. */
async function showCreated(services: Services, { uri, first, requirements }: NewDossierResult): Promise<void> {
  const messages = services.messages();
  const openText = async (): Promise<void> => {
    if (first === undefined) await vscode.window.showTextDocument(vscode.Uri.parse(uri, true));
    else await openPlace({ uri: first.uri, range: { start: first.position, end: first.position } });
  };
  await services.store.refresh();
  const row = first && (await services.tree.revealAt(first.uri, first.position, -1, { focus: true }));
  if (!row) await openText();
  await showWithButtons(
    'information',
    messages.created(requirements),
    row
      ? [
          { label: messages.addFirst, run: () => vscode.commands.executeCommand(commands.addPiece, row.key) },
          { label: messages.open, run: openText },
        ]
      : [commandButton(messages.showTree, `${viewId}.focus`)],
  );
}

async function askDossier(
  services: Services,
  answers: Answers,
  isSeeded: boolean,
): Promise<NewDossierParams | undefined> {
  const messages = services.messages();
  const title = messages.newTitle;
  const { dispositifs } = await services.connection.ask(dispositifsRequest, {});

  const chooseFolder: Step = async (position) => {
    // After an import all that cannot be left for later is known once the folder is.
    const finish = isSeeded ? messages.newFinish : undefined;
    const folder = await askFolder(services, position, answers.folder, finish);
    const end = keep(folder, (value) => (answers.folder = value));
    // After an import the catalogue is known; what it asks is not.
    if (end !== 'next' || !isSeeded) return end;
    return (await readScope()) ? 'next' : 'cancel';
  };

  const chooseDispositif: Step = async (position) => {
    const choices = dispositifChoices(dispositifs);
    if (choices.length === 0) throw new Error(messages.noDispositif);
    const active = choices.find(({ value }) => value.id === answers.dispositif?.id);
    const { newDispositif: placeholder, newFinish: finish } = messages;
    const answer = await chooseOne({ title, position, placeholder, choices, active, finish });
    return keep(answer, (value) => {
      if (value.id !== answers.dispositif?.id) {
        // What was chosen for another one is of its REM.
        delete answers.catalogue;
        delete answers.scope;
        delete answers.profiles;
      }
      answers.dispositif = value;
    });
  };

  /** @returns whether what the catalogue asks is known now; why not is shown */
  const readScope = async (): Promise<boolean> => {
    const { folder, dispositif, catalogue } = answers;
    if (folder === undefined || dispositif === undefined) return false;
    const params = { folder: folder.fsPath, dispositif: dispositif.id, ...(catalogue ? { catalogue } : {}) };
    try {
      answers.scope = await services.connection.ask(newDossierScopeRequest, params);
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      await vscode.window.showErrorMessage(error.message, { modal: true });
      return false;
    }
    const { profiles } = answers.scope;
    answers.profiles = (answers.profiles ?? []).filter((one) => profiles.includes(one));
    return true;
  };

  const chooseCatalogue: Step = async (position) => {
    if (answers.dispositif === undefined) return 'skip';
    const end = keep(
      await askCatalogue(services, answers.dispositif, position),
      (value) => (answers.catalogue = value),
    );
    if (end !== 'next') return end;
    return (await readScope()) ? 'next' : 'again';
  };

  const chooseProfiles: Step = async (position) => {
    const { scope } = answers;
    if (scope === undefined) return 'skip';
    const choices = scope.profiles.map((label) => ({
      label,
      description: messages.newProfileAdds(addedBy(scope, label)),
      value: label,
      picked: answers.profiles?.includes(label) ?? false,
    }));
    const sum = (chosen: readonly string[]) => messages.newProfilesSum(requirementsWith(scope, chosen));
    const { newProfiles: placeholder, newFinish: finish } = messages;
    const answer = await chooseMany({ title, position, placeholder, choices, sum, finish });
    return keep(answer, (value) => (answers.profiles = value));
  };

  const typeSubject =
    (field: keyof NewDossierSubject, prompt: string): Step =>
    async (position) => {
      const answer = await typeText({
        title,
        position,
        prompt: `${prompt}. ${messages.newLater}`,
        value: answers.subject[field] ?? '',
        finish: messages.newFinish,
        check: async (value) => {
          const problems = await services.connection.ask(checkNewDossierRequest, {
            folder: answers.folder?.fsPath ?? '',
            subject: { [field]: value },
          });
          return problems[field];
        },
      });
      return keep(answer, (value) => (answers.subject[field] = value));
    };

  const chooseLayout: Step = async (position) => {
    const choices = [
      { label: messages.newByChapter, detail: messages.newByChapterDetail, value: true },
      { label: messages.newOneFile, detail: messages.newOneFileDetail, value: false },
    ];
    const active = choices.find(({ value }) => value === answers.byChapter);
    const { newLayout: placeholder, newFinish: finish } = messages;
    const answer = await chooseOne({ title, position, placeholder, choices, active, finish });
    return keep(answer, (value) => (answers.byChapter = value));
  };

  const typePieces: Step = async (position) => {
    const answer = await typeText({
      title,
      position,
      prompt: messages.newPieces,
      value: answers.pieces ?? 'preuves',
      finish: messages.newFinish,
      check: async (pieces) => {
        const params = { folder: answers.folder?.fsPath ?? '', subject: {}, pieces };
        return (await services.connection.ask(checkNewDossierRequest, params)).pieces;
      },
    });
    return keep(answer, (value) => (answers.pieces = value));
  };

  const typeName: Step = async (position) => {
    const { folder } = answers;
    if (folder === undefined) return 'cancel';
    const answer = await typeText({
      title,
      position,
      prompt: messages.newName,
      value: answers.name ?? `dossier${manifestSuffix}`,
      check: async (value) => {
        const problem = fileNameProblem(value, manifestSuffix, messages);
        if (problem !== undefined) return { kind: 'error', text: problem };
        return (await fileExists(vscode.Uri.joinPath(folder, value)))
          ? { kind: 'error', text: messages.nameTaken }
          : undefined;
      },
    });
    return keep(answer, (value) => (answers.name = value));
  };

  const steps = [
    chooseFolder,
    ...(isSeeded ? [] : [chooseDispositif, chooseCatalogue]),
    onlyWhen(() => answers.scope?.profiles.length !== 0, chooseProfiles),
    typeSubject('vendor', messages.newVendor),
    typeSubject('siret', messages.newSiret),
    typeSubject('software', messages.newSoftware),
    typeSubject('version', messages.newVersion),
    onlyWhen(() => answers.subject.version !== '', typeSubject('versionDate', messages.newVersionDate)),
    typeSubject('plannedFiling', messages.newPlannedFiling),
    chooseLayout,
    typePieces,
    typeName,
  ];
  if (!(await runSteps(steps))) return undefined;
  const { folder, dispositif, profiles, subject, byChapter, pieces, name } = answers;
  if (folder === undefined || dispositif === undefined) return undefined;
  const catalogue = answers.catalogue ?? (await importedFor(dispositif.id))?.fsPath;
  const none = { vendor: '', siret: '', software: '', version: '', versionDate: '', plannedFiling: '' };
  return {
    folder: folder.fsPath,
    dispositif: dispositif.id,
    profiles: profiles ?? [],
    subject: { ...none, ...subject },
    byChapter,
    ...(name === undefined ? {} : { fileName: name }),
    ...(pieces === undefined ? {} : { pieces }),
    ...(catalogue ? { catalogue } : {}),
  };
}

/** One of the opened folders, or another one; without an opened folder the dialog comes at once. */
async function askFolder(
  services: Services,
  position: StepPosition,
  present: vscode.Uri | undefined,
  finish: string | undefined,
): Promise<Answer<vscode.Uri>> {
  const messages = services.messages();
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 0) {
    const choices: Choice<vscode.Uri | undefined>[] = folders.map(({ name, uri }) => ({
      label: `$(folder) ${name}`,
      description: uri.fsPath,
      value: uri,
    }));
    choices.push({ label: `$(folder-opened) ${messages.newOtherFolder}`, value: undefined });
    // The folder that is open, until another one was chosen.
    const active =
      present === undefined ? choices[0] : choices.find(({ value }) => value?.toString() === present.toString());
    const answer = await chooseOne({
      title: messages.newTitle,
      position,
      placeholder: messages.newFolder,
      choices,
      active,
      ...(finish === undefined ? {} : { finish }),
    });
    if (answer.kind !== 'value') return answer;
    if (answer.value !== undefined) return { ...answer, value: answer.value };
  }
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: messages.newFolder,
      openLabel: messages.chooseFolder,
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return chosen === undefined ? { kind: 'cancel' } : { kind: 'value', value: chosen };
}

/** Catalogues that were imported into the opened folders. */
function importedCatalogues(): Thenable<readonly vscode.Uri[]> {
  return vscode.workspace.findFiles('**/*.rem.yaml', '**/node_modules/**', 50);
}

/** The imported catalogue that is named after a dispositif: it is followed unless another one is chosen. */
async function importedFor(dispositif: string): Promise<vscode.Uri | undefined> {
  return (await importedCatalogues()).find(({ fsPath }) => dispositifInName(fsPath, [dispositif]) !== undefined);
}

/** The path of the catalogue to follow; empty for the built-in one. */
async function askCatalogue(
  services: Services,
  { id, state }: Pick<Dispositif, 'id' | 'state'>,
  position: StepPosition,
): Promise<Answer<string>> {
  const messages = services.messages();
  const imported = (await importedCatalogues()).map((uri) => ({
    label: `$(book) ${vscode.workspace.asRelativePath(uri)}`,
    value: { kind: 'path', path: uri.fsPath } as const,
  }));
  type Value = { readonly kind: 'path'; readonly path: string } | { readonly kind: 'choose' | 'import' };
  const choices: Choice<Value>[] = [
    ...imported,
    {
      label: `$(archive) ${messages.newCatalogueBuiltIn}`,
      description: state,
      detail: messages.newCatalogueBuiltInDetail,
      value: { kind: 'path', path: '' },
    },
    { label: `$(folder-opened) ${messages.newCatalogueFile}`, value: { kind: 'choose' } },
    { label: `$(table) ${messages.newCatalogueImport}`, value: { kind: 'import' } },
  ];
  const answer = await chooseOne<Value>({
    title: messages.newTitle,
    position,
    placeholder: messages.newCatalogue,
    finish: messages.newFinish,
    choices,
    active: imported.find(({ value }) => dispositifInName(value.path, [id]) !== undefined),
  });
  if (answer.kind !== 'value') return answer;
  switch (answer.value.kind) {
    case 'path':
      return { ...answer, value: answer.value.path };
    case 'choose': {
      const [chosen] =
        (await vscode.window.showOpenDialog({
          title: messages.newCatalogue,
          openLabel: messages.use,
          filters: { [messages.catalogueFilter]: ['yaml'] },
        })) ?? [];
      return chosen === undefined ? { kind: 'cancel' } : { kind: 'value', value: chosen.fsPath };
    }
    case 'import': {
      const result = await importWorkbook(services);
      return result === undefined ? { kind: 'cancel' } : { kind: 'value', value: result.target };
    }
  }
}
