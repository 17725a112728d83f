import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { Locale } from '../../server/core/messages/say';
import { normalisePath, pathFault } from '../../server/core/evidence/evidence-path';
import { complete } from '../../server/language/completion/completion';
import type { FileView } from '../../server/language/file-view';
import { analyse, mainUri, rootUri, type KitInput, type KitResult } from './dossier-kit';

export interface ViewInput extends Omit<KitInput, 'main'> {
  readonly locale?: Locale;
  readonly lastWritten?: Readonly<Record<string, string>>;
}

export interface ViewAtCursor {
  readonly view: FileView;
  readonly offset: number;
  readonly kit: KitResult;
}

/** A main manifest held in memory, with `‸` where the cursor is, as language features see it. */
export async function viewAt(marked: string, input: ViewInput = {}): Promise<ViewAtCursor> {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const kit = await analyse([], { ...input, main: text });
  const { dossier } = kit.analysis;
  const files = [dossier.main, ...dossier.fragments];
  const view: FileView = {
    uri: mainUri,
    document: TextDocument.create(mainUri, 'preuves-segur', 1, text),
    parsed: dossier.main.parsed,
    dossier: { main: dossier.main.parsed, mainUri, files },
    rootUri,
    catalogue: dossier.catalogue,
    locale: input.locale ?? 'fr',
    today: input.today ?? '2026-11-20',
    evidence: (path) => (pathFault(path) === undefined ? input.evidence?.[normalisePath(path)] : undefined),
    lastWritten: (path) => input.lastWritten?.[path],
  };
  return { view, offset: offset < 0 ? text.length : offset, kit };
}

/** What completion offers at the cursor. */
export async function completionsAt(
  marked: string,
  input: ViewInput & { readonly listing?: readonly string[]; readonly snippets?: boolean } = {},
): Promise<CompletionList & { readonly labels: readonly string[]; readonly take: (label: string) => string }> {
  const { view, offset } = await viewAt(marked, input);
  const list = await complete(view, offset, {
    snippets: input.snippets ?? false,
    suggestCommand: 'suggest',
    files: () => Promise.resolve(input.listing ?? []),
    look: () => Promise.resolve(),
  });
  return {
    ...list,
    labels: list.items.map(({ label }) => label),
    take: (label) =>
      applied(
        view.document,
        list.items.find((item) => item.label === label),
      ),
  };
}

function applied(document: TextDocument, item: CompletionItem | undefined): string {
  assert.ok(item?.textEdit && 'range' in item.textEdit, 'nothing of that name is offered');
  return TextDocument.applyEdits(document, [item.textEdit, ...(item.additionalTextEdits ?? [])]);
}
