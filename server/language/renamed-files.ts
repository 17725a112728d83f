import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextChange } from '../core/fixes/fix';
import { say, type Locale, type Sentence } from '../core/messages/say';
import type { Move } from '../core/moves/move';
import { planMoves, type MovedDossier, type Unmoved, type UnmovedCitation } from '../core/moves/plan-moves';
import { planPortfolioMoves, type MovedPortfolio } from '../core/moves/portfolio-moves';
import { nameOf } from '../core/text/uri';
import { rangeIn } from './positions';

/** More citations than this are shown before they are changed. */
const mostUnasked = 10;
/** Citations that stay behind told one by one. */
const mostTold = 3;
const annotationId = 'citations';

export interface RenameContext {
  readonly dossiers: readonly MovedDossier[];
  readonly portfolios?: readonly MovedPortfolio[];
  readonly locale: Locale;
  /** Whether edits may name the version of the text that they are for. */
  readonly versioned: boolean;
  /** Whether edits may ask to be confirmed. */
  readonly annotated: boolean;
  documentOf(uri: string): TextDocument | undefined;
  /** Whether nothing is lost when the file is saved. */
  mayEdit(uri: string): boolean;
  /** Version of a document open in the editor, null when it is not open. */
  versionOf(uri: string): number | null;
}

export interface RenameAnswer {
  /** Null when no manifest has to say anything else. */
  readonly edit: WorkspaceEdit | null;
  /** What does not follow, in words; undefined when all does. */
  readonly warning: string | undefined;
}

/** What manifests have to say once these files and folders moved, to be applied before they do. */
export function renamedFiles(moves: readonly Move[], context: RenameContext): RenameAnswer {
  const plan = planMoves(moves, context.dossiers);
  const unmoved = [...plan.unmoved];
  const all = [...plan.edits, ...planPortfolioMoves(moves, context.portfolios ?? [])];
  const edits = all.filter(({ uri, range }) => {
    const document = context.documentOf(uri);
    if (document && context.mayEdit(uri)) return true;
    unmoved.push({ uri, path: document?.getText(rangeIn(document, range)) ?? '', why: 'unwritable' });
    return false;
  });
  return { edit: workspaceEdit(edits, context), warning: warningOf(unmoved, context.locale) };
}

function workspaceEdit(changes: readonly TextChange[], context: RenameContext): WorkspaceEdit | null {
  if (changes.length === 0) return null;
  const asks = context.annotated && context.versioned && changes.length > mostUnasked;
  const byUri = new Map<string, { range: ReturnType<typeof rangeIn>; newText: string; annotationId?: string }[]>();
  for (const { uri, range, text } of changes) {
    const document = context.documentOf(uri);
    if (!document) continue;
    const edits = byUri.get(uri) ?? [];
    edits.push({ range: rangeIn(document, range), newText: text, ...(asks ? { annotationId } : {}) });
    byUri.set(uri, edits);
  }
  if (!context.versioned) return { changes: Object.fromEntries(byUri) };
  const documentChanges = [...byUri].map(([uri, edits]) => ({
    textDocument: { uri, version: context.versionOf(uri) },
    edits,
  }));
  if (!asks) return { documentChanges };
  const label = say(
    { fr: 'Suivre le déplacement dans les manifestes', en: 'Follow the move in the manifests' },
    context.locale,
  );
  return { documentChanges, changeAnnotations: { [annotationId]: { label, needsConfirmation: true } } };
}

const reasons: Readonly<Record<Unmoved, Sentence>> = {
  leaves: {
    fr: '« {path} » sort du dossier : {manifest} le cite encore là où il était. Gardez-le dans le dossier, ou corrigez le manifeste.',
    en: '“{path}” leaves the dossier: {manifest} still cites it where it was. Keep it in the dossier, or correct the manifest.',
  },
  refused: {
    fr: '« {path} » prend un nom qu’un manifeste ne peut pas citer : {manifest} le cite encore sous l’ancien. Choisissez un autre nom.',
    en: '“{path}” gets a name that no manifest can cite: {manifest} still cites it by the old one. Choose another name.',
  },
  aliased: {
    fr: 'Dans {manifest}, « {path} » est cité par un alias YAML qui n’a pas pu suivre : corrigez-le à la main.',
    en: 'In {manifest}, “{path}” is cited through a YAML alias that could not follow: correct it by hand.',
  },
  unwritable: {
    fr: '{manifest} n’est pas en UTF-8, ou une fusion y est en cours : « {path} » n’y est pas changé. Réparez ce fichier, puis corrigez le chemin.',
    en: '{manifest} is not UTF-8, or a merge is under way in it: “{path}” is not changed there. Repair that file, then correct the path.',
  },
  pattern: {
    fr: 'Plus aucun motif de « fragments » de {manifest} ne désignera « {path} » : corrigez cette liste.',
    en: 'No pattern of “fragments” in {manifest} will name “{path}” any more: correct that list.',
  },
  shared: {
    fr: 'Des dossiers de plusieurs emplacements partagent {manifest} : ses chemins ne sont pas changés. Corrigez-les à la main.',
    en: 'Dossiers of several folders share {manifest}: its paths are not changed. Correct them by hand.',
  },
};

function warningOf(unmoved: readonly UnmovedCitation[], locale: Locale): string | undefined {
  if (unmoved.length === 0) return undefined;
  const told = unmoved
    .slice(0, mostTold)
    .map(({ uri, path, why }) => say(reasons[why], locale, { path, manifest: nameOf(uri) }));
  const rest = unmoved.length - mostTold;
  const more: Sentence = {
    fr: '{rest, plural, one {# autre citation ne suit pas} other {# autres citations ne suivent pas}}.',
    en: '{rest, plural, one {# more citation does} other {# more citations do}} not follow.',
  };
  return [...told, ...(rest > 0 ? [say(more, locale, { rest })] : [])].join(' ');
}
