import * as vscode from 'vscode';
import { saveTasksRequest, taskPeopleRequest } from '../../protocol/requests/tasks';
import { DossierChoice, knownDossiers, sayNoDossier } from '../commands/choose-dossier';
import { nameOf } from '../commands/choose-package';
import type { Services } from '../commands/services';
import { type Choice, chooseOne, keep } from '../flows/ask';
import { runSteps, type Step } from '../flows/steps';
import { manifestSuffix } from '../flows/validate';
import { currentLanguage, myName } from '../settings';
import { isSamePerson } from '../../words/same-person';
import { showWithButtons } from '../ui/buttons';
import { revealFile } from '../ui/reveal-file';
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
    const choices = forms.map((value) => {
      const [label = value, detail = ''] = words.forms[value];
      return { label, detail, value };
    });
    const answer = await chooseOne({ title, position, placeholder: words.form, choices });
    return keep(answer, (value) => (form = value));
  };
  if (!(await runSteps([dossier.step, choosePerson, chooseForm])) || !dossier.dossier) return;
  const { uri } = dossier.dossier;
  const main = vscode.Uri.parse(uri, true);
  const base = nameOf(main).replace(new RegExp(`${manifestSuffix.replaceAll('.', '\\.')}$`), '');
  const file = await vscode.window.showSaveDialog({
    title,
    saveLabel: words.write,
    defaultUri: vscode.Uri.joinPath(main, '..', `${base}-${words.fileName}.${form}`),
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
  const { open, showInFolder } = services.messages();
  await showWithButtons('information', words.written(nameOf(result)), [
    { label: open, run: () => vscode.env.openExternal(result) },
    { label: showInFolder, run: () => revealFile(result) },
  ]);
}
