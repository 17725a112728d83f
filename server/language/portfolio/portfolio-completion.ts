import { CompletionItemKind, type CompletionItem, type CompletionList } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { manifestEnding } from '../../core/portfolio/read-portfolio';
import { portfolioShape } from '../../core/portfolio/portfolio-shape';
import { say, type Locale } from '../../core/messages/say';
import { scalarText } from '../../core/manifest/scalar-text';
import { portfolioPlace } from './portfolio-place';

export interface PortfolioChoices {
  readonly locale: Locale;
  /** Paths of main manifests under the portfolio's folder, relative to it. */
  readonly mains: readonly string[];
  /** Those of them that are named already. */
  readonly named: ReadonlySet<string>;
  /** Folders under it that hold files, relative to it. */
  readonly folders: readonly string[];
}

/** What can be written at a place of a portfolio: its keys, its dossiers that are not named yet, its common folder. */
export function completePortfolio(
  document: TextDocument,
  offset: number,
  { locale, mains, named, folders }: PortfolioChoices,
): CompletionList {
  const place = portfolioPlace(document, offset);
  const range = { start: document.positionAt(place.range.start), end: document.positionAt(place.range.end) };
  const item = (label: string, text: string, kind: CompletionItemKind, more: Partial<CompletionItem> = {}) => ({
    label,
    kind,
    textEdit: { range, newText: text },
    filterText: text,
    ...more,
  });
  if (place.kind === 'key') {
    const items = Object.entries(portfolioShape.keys)
      .filter(([key]) => !place.present.has(key))
      .map(([key, { shape, doc }]) => {
        const documentation = { kind: 'markdown' as const, value: say(doc, locale) };
        const whole = shape.kind === 'list' ? `${key}:\n  - ` : `${key}: `;
        return item(key, place.hasColon ? key : whole, CompletionItemKind.Property, { documentation });
      });
    return { isIncomplete: false, items };
  }
  if (place.key === 'version') return { isIncomplete: false, items: [item('1', '1', CompletionItemKind.Value)] };
  const paths = place.key === 'dossiers' ? dossierPaths(mains, named) : place.key === 'commun' ? folders : [];
  return {
    isIncomplete: false,
    items: paths.map((path) =>
      item(path, scalarText(path), path.endsWith(manifestEnding) ? CompletionItemKind.File : CompletionItemKind.Folder),
    ),
  };
}

/** Of a dossier its folder; its manifest where several share the folder. Those that are named already are left out. */
function dossierPaths(mains: readonly string[], named: ReadonlySet<string>): string[] {
  const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return mains
    .filter((path) => !named.has(path))
    .map((path) => {
      const folder = folderOf(path);
      const isAlone = mains.filter((one) => folderOf(one) === folder).length === 1;
      return folder !== '' && isAlone ? folder : path;
    });
}
