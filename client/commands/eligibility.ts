import * as vscode from 'vscode';
import { eligibilityRequest, type EligibilityView } from '../../protocol/requests/eligibility';
import type { Locale } from '../../words/locale';
import { currentLanguage } from '../settings';
import type { Row } from '../tree/tree-model';
import { askDossier } from './choose-dossier';
import type { Services } from './services';

const french = {
  title: 'Formulaire d’éligibilité',
  chooseDossier: 'Dossier de preuves dont remplir le formulaire',
  choose: 'Entrée copie la valeur ; la liste reste ouverte',
  copied: (label: string) => `Copié : ${label}`,
  empty: '(vide)',
  emptyOptional: '(vide, facultatif)',
  ownList: 'Prendre la liste des champs de mon DSR (YAML)…',
  take: 'Prendre cette liste',
  filter: 'Liste de champs (YAML)',
};

type EligibilityMessages = typeof french;

const english: EligibilityMessages = {
  title: 'Eligibility form',
  chooseDossier: 'Proof dossier whose form is to be filled in',
  choose: 'Enter copies the value; the list stays open',
  copied: (label) => `Copied: ${label}`,
  empty: '(empty)',
  emptyOptional: '(empty, optional)',
  ownList: 'Take the list of fields of my DSR (YAML)…',
  take: 'Take This List',
  filter: 'List of fields (YAML)',
};

export const eligibilityMessages: Readonly<Record<Locale, EligibilityMessages>> = { fr: french, en: english };

interface Line extends vscode.QuickPickItem {
  readonly does: 'copy' | 'ownList' | 'nothing';
  readonly name?: string;
  readonly value?: string;
}

/** *Formulaire d’éligibilité*: a list whose lines copy their values, one after the other. */
export async function showEligibility(services: Services, row?: Row): Promise<void> {
  const words = eligibilityMessages[currentLanguage()];
  const uri = row?.dossierUri ?? (await askDossier(services, { placeholder: words.chooseDossier }))?.uri;
  if (uri === undefined) return;
  const picker = vscode.window.createQuickPick<Line>();
  try {
    let view = await services.connection.ask(eligibilityRequest, { uri });
    const show = (): void => {
      picker.title = view.title;
      picker.items = linesOf(view, words);
    };
    picker.placeholder = words.choose;
    picker.matchOnDescription = true;
    picker.ignoreFocusOut = true;
    let isHidden = false;
    picker.onDidHide(() => {
      isHidden = true;
    });
    show();
    picker.show();
    for (;;) {
      const line = await accepted(picker, () => isHidden);
      if (!line) return;
      if (line.does === 'copy' && line.value) {
        await vscode.env.clipboard.writeText(line.value);
        vscode.window.setStatusBarMessage(words.copied(line.name ?? ''), 4000);
      }
      if (line.does !== 'ownList') continue;
      const [file] =
        (await vscode.window.showOpenDialog({
          title: words.ownList,
          openLabel: words.take,
          filters: { [words.filter]: ['yaml', 'yml'] },
        })) ?? [];
      if (file) view = await services.connection.ask(eligibilityRequest, { uri, fields: file.toString() });
      show();
      isHidden = false;
      picker.show();
    }
  } finally {
    picker.dispose();
  }
}

/** What was chosen next; undefined once the list is closed, be it while a value was copied. */
function accepted(picker: vscode.QuickPick<Line>, isHidden: () => boolean): Promise<Line | undefined> {
  return new Promise((resolve) => {
    if (isHidden()) {
      resolve(undefined);
      return;
    }
    const listeners = vscode.Disposable.from(
      picker.onDidAccept(() => {
        const [line] = picker.activeItems;
        if (!line) return;
        listeners.dispose();
        resolve(line);
      }),
      picker.onDidHide(() => {
        listeners.dispose();
        resolve(undefined);
      }),
    );
  });
}

function linesOf({ rows, notices }: EligibilityView, words: EligibilityMessages): Line[] {
  return [
    ...rows.map(({ label, value, isRequired, hint }): Line => {
      const shown = value === '' ? (isRequired ? words.empty : words.emptyOptional) : value.split('\n').join(', ');
      return {
        label: `${value === '' ? '$(circle-large-outline)' : '$(copy)'} ${label}`,
        description: shown,
        ...(hint === undefined ? {} : { detail: hint }),
        does: 'copy',
        name: label,
        value,
      };
    }),
    { label: '', kind: vscode.QuickPickItemKind.Separator, does: 'nothing' },
    { label: `$(list-unordered) ${words.ownList}`, does: 'ownList', alwaysShow: true },
    ...notices.map((notice): Line => ({ label: '$(info)', description: notice, does: 'nothing' })),
  ];
}
