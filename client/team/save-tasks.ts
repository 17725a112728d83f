import * as vscode from 'vscode';
import { saveTasksRequest, taskPeopleRequest } from '../../protocol/requests/tasks';
import { DossierChoice, knownDossiers, sayNoDossier } from '../commands/choose-dossier';
import { nameOf } from '../commands/choose-package';
import type { Services } from '../commands/services';
import { type Choice, chooseOne, keep } from '../flows/ask';
import { besideManifest } from '../flows/beside-manifest';
import { formChoices } from '../flows/form-choices';
import { runSteps, type Step } from '../flows/steps';
import { currentLanguage, myName } from '../settings';
import { isSamePerson } from '../../words/same-person';
import { showWithButtons } from '../ui/buttons';
import { fileButtons } from '../ui/file-buttons';
import { withProgress } from '../ui/with-progress';
import { teamMessages } from './team-messages';

const forms = ['html', 'ics', 'csv', 'json'] as const;

/** *Enregistrer le suivi*: asks of whom and in which form, and writes it. @param wanted of the main manifest */
export async function saveTasks(services: Services, wanted: string | undefined): Promise<void> {
  const words = teamMessages[currentLanguage()];
  const title = words.saving;
  const dossiers = await knownDossiers(services);
  if (dossiers.length === 0) return;
  const dossier = new DossierChoice(services, dossiers, wanted);
  let person: string | undefined;
  let form: (typeof forms)[number] = 'html';
  const choosePerson: Step = async (position) => {
    const found = await services.connection.ask(taskPeopleRequest, { uri: dossier.dossier?.uri ?? '' });
    if (!found) {
      await sayNoDossier(services);
      return 'cancel';
    }
    const choices: Choice<string | undefined>[] = [
      { label: words.everybody, detail: words.everybodyDetail, value: undefined },
      ...found.people.map(({ name, left, late }) => ({
        label: name,
        description: words.left(left, late),
        value: name,
      })),
    ];
    const active = choices.find(({ value }) => isSamePerson(value, myName()));
    const answer = await chooseOne({ title, position, placeholder: words.of, choices, active });
    return keep(answer, (value) => (person = value));
  };
  const chooseForm: Step = async (position) => {
    const choices = formChoices(forms, words.forms);
    const answer = await chooseOne({ title, position, placeholder: words.form, choices });
    return keep(answer, (value) => (form = value));
  };
  if (!(await runSteps([dossier.step, choosePerson, chooseForm])) || !dossier.dossier) return;
  const { uri } = dossier.dossier;
  const file = await vscode.window.showSaveDialog({
    title,
    saveLabel: words.write,
    defaultUri: besideManifest(uri, `-${words.fileName}.${form}`),
    filters: { [words.forms[form][0] ?? form]: [form] },
  });
  if (!file) return;
  const written = await withProgress(words.writing, (cancellation) =>
    services.connection.ask(
      saveTasksRequest,
      { uri, target: file.fsPath, ...(person === undefined ? {} : { person }) },
      cancellation,
    ),
  );
  if (!written) {
    await sayNoDossier(services);
    return;
  }
  const result = vscode.Uri.file(written.path);
  await showWithButtons('information', words.written(nameOf(result)), fileButtons(result, services.messages()));
}
