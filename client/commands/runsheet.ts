import * as vscode from 'vscode';
import {
  runsheetNamesRequest,
  runsheetRequest,
  type RunsheetNames,
  type RunsheetParams,
} from '../../protocol/requests/runsheet';
import { type Choice, chooseOne, keep } from '../flows/ask';
import { besideManifest } from '../flows/beside-manifest';
import { formChoices } from '../flows/form-choices';
import { runSteps, type Step } from '../flows/steps';
import { currentLanguage } from '../settings';
import { showWithButtons } from '../ui/buttons';
import { fileButtons } from '../ui/file-buttons';
import { withProgress } from '../ui/with-progress';
import { nameOf } from './choose-package';
import { DossierChoice, knownDossiers, sayNoDossier } from './choose-dossier';
import { runsheetMessages } from './runsheet-messages';
import type { Services } from './services';

export type RunsheetKind = 'script' | 'letter';

/** What a document is asked for: whose, and what stands preselected. */
export interface RunsheetTarget {
  /** Of the main manifest. */
  readonly uri: string;
  readonly person?: string;
  readonly chapter?: string;
}

/** What a command was handed, when it is that. */
export function runsheetTargetOf(argument: unknown): RunsheetTarget | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, person, chapter } = argument as Record<string, unknown>;
  if (typeof uri !== 'string') return undefined;
  return {
    uri,
    ...(typeof person === 'string' ? { person } : {}),
    ...(typeof chapter === 'string' ? { chapter } : {}),
  };
}

type Part = Pick<RunsheetParams, 'by' | 'person' | 'chapter'>;

const formats = ['html', 'pdf', 'md'] as const;

/** *Feuille de tournage* and *Lettre des pièces manquantes*: asks of what, in which form and where; opens it on demand. */
export async function handOut(
  services: Services,
  kind: RunsheetKind,
  target: Partial<RunsheetTarget> = {},
): Promise<void> {
  const words = runsheetMessages[currentLanguage()];
  const title = words[kind];
  const dossiers = await knownDossiers(services);
  if (dossiers.length === 0) return;
  const dossier = new DossierChoice(services, dossiers, target.uri);
  if (target.uri !== undefined && !dossier.dossier) {
    await sayNoDossier(services);
    return;
  }
  let part: Part = { by: 'chapter' };
  let format: (typeof formats)[number] = 'html';
  const choosePart: Step = async (position) => {
    const uri = dossier.dossier?.uri ?? '';
    const names = await services.connection.ask(runsheetNamesRequest, { uri });
    if (!names) {
      await sayNoDossier(services);
      return 'cancel';
    }
    const { choices, active } = partChoices(names, target);
    const answer = await chooseOne({ title, position, placeholder: words.of, choices, active });
    return keep(answer, (value) => (part = value));
  };
  const chooseFormat: Step = async (position) => {
    const choices = formChoices(formats, words.formats);
    const answer = await chooseOne({ title, position, placeholder: words.format, choices });
    return keep(answer, (value) => (format = value));
  };
  if (!(await runSteps([dossier.step, choosePart, chooseFormat])) || !dossier.dossier) return;
  const { uri } = dossier.dossier;
  const file = await vscode.window.showSaveDialog({
    title,
    saveLabel: words.write,
    defaultUri: besideManifest(uri, `-${words.names[kind]}.${format}`),
    filters: { [words.formats[format][0] ?? format]: [format] },
  });
  if (!file) return;
  const written = await withProgress(words.writing, (cancellation) =>
    services.connection.ask(
      runsheetRequest,
      { uri, target: file.fsPath, isLetter: kind === 'letter', ...part },
      cancellation,
    ),
  );
  if (!written) {
    await sayNoDossier(services);
    return;
  }
  const result = vscode.Uri.file(written.path);
  const name = nameOf(result);
  const [how, text] =
    written.lost.length > 0
      ? (['warning', words.lost(name, written.lost.join(' '))] as const)
      : (['information', words.written(name)] as const);
  await showWithButtons(how, text, fileButtons(result, services.messages()));
}

/** Asks which of the two, where only the dossier is known. */
export async function chooseRunsheetKind(): Promise<RunsheetKind | undefined> {
  const words = runsheetMessages[currentLanguage()];
  const answer = await chooseOne<RunsheetKind>({
    title: words.which,
    position: { step: 1, total: 1, canGoBack: false },
    placeholder: words.which,
    choices: [
      { label: words.script, detail: words.scriptDetail, value: 'script' },
      { label: words.letter, detail: words.letterDetail, value: 'letter' },
    ],
  });
  return answer.kind === 'value' ? answer.value : undefined;
}

/** What may be chosen; what the table is filtered by stands first under the cursor, where something of it is left. */
function partChoices(
  { chapters, people }: RunsheetNames,
  wanted: Partial<RunsheetTarget>,
): { readonly choices: readonly Choice<Part>[]; readonly active: Choice<Part> | undefined } {
  const words = runsheetMessages[currentLanguage()];
  const chapter = chapters.find((one) => one === wanted.chapter);
  const person = people.find((one) => one === wanted.person);
  const both: Choice<Part>[] =
    chapter !== undefined && person !== undefined
      ? [
          {
            label: words.both(chapter, person),
            description: words.bothDetail,
            value: { by: 'person', chapter, person },
          },
        ]
      : [];
  const ofPeople = people.map((one): Choice<Part> => ({
    label: one,
    description: words.person,
    value: { by: 'person', person: one },
  }));
  const ofChapters = chapters.map((one): Choice<Part> => ({
    label: one,
    description: words.chapter,
    value: { by: 'chapter', chapter: one },
  }));
  const active =
    both[0] ??
    ofPeople.find(({ value }) => person !== undefined && value.person === person) ??
    ofChapters.find(({ value }) => chapter !== undefined && value.chapter === chapter);
  const choices: Choice<Part>[] = [
    ...both,
    { label: words.byChapter, value: { by: 'chapter' } },
    ...(people.length > 0 ? [{ label: words.byPerson, value: { by: 'person' } } satisfies Choice<Part>] : []),
    ...ofPeople,
    ...ofChapters,
  ];
  return { choices, active };
}
