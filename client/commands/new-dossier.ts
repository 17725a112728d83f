import * as vscode from 'vscode';
import { dispositifsRequest } from '../../protocol/requests/dispositifs';
import { newDossierRequest, type NewDossierParams } from '../../protocol/requests/new-dossier';
import { viewId } from '../ids';
import { type Answer, type Choice, chooseMany, chooseOne, keep, typeText } from '../flows/ask';
import { runSteps, type Step, type StepPosition } from '../flows/steps';
import { dispositifInName, fileNameProblem, manifestSuffix } from '../flows/validate';
import { commandButton, showWithButtons } from '../ui/buttons';
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

/** Asks what the dossier is for, creates it and opens it. */
export async function newDossier(services: Services, seed?: NewDossierSeed): Promise<void> {
  const params = await askDossier(services, seed);
  if (params === undefined) return;
  const messages = services.messages();
  const result = await withProgress(messages.creating, (cancellation) =>
    services.session.ask(newDossierRequest, params, cancellation),
  );
  await vscode.window.showTextDocument(vscode.Uri.parse(result.uri, true));
  await showWithButtons('information', messages.created(result.requirements), [
    commandButton(messages.showTree, `${viewId}.focus`),
  ]);
}

async function askDossier(services: Services, seed: NewDossierSeed | undefined): Promise<NewDossierParams | undefined> {
  const messages = services.messages();
  const title = messages.newTitle;
  const { dispositifs } = await services.session.ask(dispositifsRequest, {});
  const answers: {
    folder?: vscode.Uri;
    dispositif?: Pick<Dispositif, 'id' | 'profiles' | 'state'>;
    /** Empty: the built-in one. */
    catalogue?: string;
    profiles?: readonly string[];
    name?: string;
  } = {};
  if (seed !== undefined) {
    answers.catalogue = seed.catalogue;
    answers.dispositif = { id: seed.dispositif, profiles: seed.profiles, state: '' };
  }

  const chooseFolder: Step = async (position) =>
    keep(await askFolder(services, position), (value) => (answers.folder = value));

  const chooseDispositif: Step = async (position) => {
    if (seed !== undefined) return 'skip';
    const choices = dispositifChoices(dispositifs);
    if (choices.length === 0) throw new Error(messages.noDispositif);
    const active = choices.find(({ value }) => value.id === answers.dispositif?.id);
    const answer = await chooseOne({ title, position, placeholder: messages.newDispositif, choices, active });
    return keep(answer, (value) => (answers.dispositif = value));
  };

  const chooseCatalogue: Step = async (position) => {
    if (seed !== undefined || answers.dispositif === undefined) return 'skip';
    return keep(await askCatalogue(services, answers.dispositif, position), (value) => (answers.catalogue = value));
  };

  const chooseProfiles: Step = async (position) => {
    const profiles = answers.dispositif?.profiles ?? [];
    if (profiles.length === 0) return 'skip';
    const choices = profiles.map((label) => ({
      label,
      value: label,
      picked: answers.profiles?.includes(label) ?? false,
    }));
    const answer = await chooseMany({ title, position, placeholder: messages.newProfiles, choices });
    return keep(answer, (value) => (answers.profiles = value));
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

  if (!(await runSteps([chooseFolder, chooseDispositif, chooseCatalogue, chooseProfiles, typeName]))) return undefined;
  const { folder, dispositif, catalogue, profiles, name } = answers;
  if (folder === undefined || dispositif === undefined || name === undefined) return undefined;
  return {
    folder: folder.fsPath,
    fileName: name,
    dispositif: dispositif.id,
    profiles: profiles ?? [],
    ...(catalogue ? { catalogue } : {}),
  };
}

/** One of the opened folders, or another one; without an opened folder the dialog comes at once. */
async function askFolder(services: Services, position: StepPosition): Promise<Answer<vscode.Uri>> {
  const messages = services.messages();
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 0) {
    const choices: Choice<vscode.Uri | undefined>[] = folders.map(({ name, uri }) => ({
      label: `$(folder) ${name}`,
      description: uri.fsPath,
      value: uri,
    }));
    choices.push({ label: `$(folder-opened) ${messages.newOtherFolder}`, value: undefined });
    const answer = await chooseOne({ title: messages.newTitle, position, placeholder: messages.newFolder, choices });
    if (answer.kind !== 'value') return answer;
    if (answer.value !== undefined) return { kind: 'value', value: answer.value };
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

/** The path of the catalogue to follow; empty for the built-in one. */
async function askCatalogue(
  services: Services,
  { id, state }: Pick<Dispositif, 'id' | 'state'>,
  position: StepPosition,
): Promise<Answer<string>> {
  const messages = services.messages();
  const found = await vscode.workspace.findFiles('**/*.rem.yaml', '**/node_modules/**', 50);
  const imported = found.map((uri) => ({
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
    choices,
    active: imported.find(({ value }) => dispositifInName(value.path, [id]) !== undefined),
  });
  if (answer.kind !== 'value') return answer;
  switch (answer.value.kind) {
    case 'path':
      return { kind: 'value', value: answer.value.path };
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
