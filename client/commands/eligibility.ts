import * as vscode from 'vscode';
import { eligibilityRequest, type EligibilityView } from '../../protocol/requests/eligibility';
import { currentLanguage } from '../settings';
import type { Row } from '../tree/tree-model';
import { dossierUriOf } from './choose-dossier';
import { eligibilityMessages, type EligibilityMessages } from './eligibility-messages';
import type { Services } from './services';

interface Line extends vscode.QuickPickItem {
  readonly does: 'copy' | 'ownList' | 'nothing';
  readonly name?: string;
  readonly value?: string;
}

/** *Formulaire d’éligibilité*: a list whose lines copy their values, one after the other. */
export async function showEligibility(services: Services, row?: Row): Promise<void> {
  const words = eligibilityMessages[currentLanguage()];
  const uri = await dossierUriOf(services, row, { placeholder: words.chooseDossier });
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
