import type { ViewCounts, ViewNode, ViewStatus } from '../../protocol/compliance-view';
import type { Messages } from '../messages';

/** How a row looks, in plain data: what VS Code is told, without its classes. */
export interface RowAppearance {
  readonly label: string;
  readonly description: string | undefined;
  /** A product icon and the id of its theme colour. */
  readonly icon: { readonly id: string; readonly colour: string | undefined };
  /** Markdown. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** What the `when` clauses of the menus see: the kind, then flags, such as `piece fichier`. */
  readonly context: string;
  readonly folding: 'none' | 'folded' | 'unfolded';
}

/** Colour never stands alone: each status also has its own shape, and its words are spoken and in the tooltip. */
const statusIcons: Readonly<Record<ViewStatus, RowAppearance['icon']>> = {
  incomplete: { id: 'error', colour: 'list.errorForeground' },
  toReview: { id: 'warning', colour: 'list.warningForeground' },
  toProvide: { id: 'circle-large-outline', colour: undefined },
  provided: { id: 'pass-filled', colour: 'testing.iconPassed' },
  covered: { id: 'references', colour: undefined },
  requiredWithoutProof: { id: 'issue-draft', colour: undefined },
  unknown: { id: 'question', colour: 'disabledForeground' },
  notApplicable: { id: 'circle-slash', colour: 'disabledForeground' },
  nothingExpected: { id: 'dash', colour: 'disabledForeground' },
};

/** The kinds in the words of package.json's `when` clauses. */
export const rowContexts: Readonly<Record<ViewNode['kind'], string>> = {
  dossier: 'dossier',
  chapter: 'chapitre',
  requirement: 'exigence',
  scenario: 'scenario',
  proof: 'preuve',
  evidence: 'piece',
  problem: 'probleme',
  requests: 'demandes',
  request: 'demande',
  portfolio: 'portefeuille',
  product: 'produit',
  wave: 'vague',
  common: 'communes',
  commonPiece: 'commune',
};

const aboveDossiers: ReadonlySet<ViewNode['kind']> = new Set(['portfolio', 'product', 'wave']);

/** How a node is shown. `only` says that it is the single dossier, which then starts unfolded. */
export function appearanceOf(node: ViewNode, messages: Messages, only = false): RowAppearance {
  return {
    label: node.label,
    description: descriptionOf(node),
    icon: iconOf(node),
    tooltip: tooltipOf(node, messages),
    spoken: spokenFor(node, messages),
    context: node.fileUri === undefined ? rowContexts[node.kind] : `${rowContexts[node.kind]} fichier`,
    folding:
      node.children.length === 0 && !aboveDossiers.has(node.kind)
        ? 'none'
        : isUnfolded(node, only)
          ? 'unfolded'
          : 'folded',
  };
}

/** A dossier of which nothing is known is broken; a requirement of which nothing is known is not. */
function iconOf({ kind, status }: ViewNode): RowAppearance['icon'] {
  const icon = statusIcons[status];
  return kind === 'dossier' && status === 'unknown' ? { ...icon, colour: 'list.errorForeground' } : icon;
}

/** What ANS waits for is seen at once. */
function isUnfolded({ kind }: ViewNode, only: boolean): boolean {
  return kind === 'requests' || aboveDossiers.has(kind) || (only && kind === 'dossier');
}

/** How many proofs need somebody: something is wrong with them, or they are to be judged again. */
export function toFix(counts: readonly (ViewCounts | undefined)[]): number {
  return counts.reduce((sum, one) => sum + (one === undefined ? 0 : one.incomplete + one.toReview), 0);
}

/** `12/34`, unless nothing is counted or the server's description says it already. */
function figuresOf({ counts, description }: ViewNode): string | undefined {
  if (counts === undefined || counts.total === 0) return undefined;
  const figures = `${counts.provided}/${counts.total}`;
  return description?.includes(figures) ? undefined : figures;
}

function descriptionOf(node: ViewNode): string | undefined {
  const parts = [figuresOf(node), node.description].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function tooltipOf(node: ViewNode, messages: Messages): string {
  const parts = [`**${escapeMarkdown(node.label)}** — ${escapeMarkdown(node.statusLabel)}`];
  if (node.tooltip) parts.push(node.tooltip);
  if (node.counts && node.counts.total > 0) {
    parts.push(
      messages
        .countsTable(node.counts)
        .map((line) => `- ${escapeMarkdown(line)}`)
        .join('\n'),
    );
  }
  return parts.join('\n\n');
}

function spokenFor(node: ViewNode, messages: Messages): string {
  const { counts } = node;
  const figures =
    counts && figuresOf(node) !== undefined ? messages.countsSpoken(counts.provided, counts.total) : undefined;
  // A description that is only the status would be said twice.
  const description = node.description === node.statusLabel ? undefined : node.description;
  return [node.label, node.statusLabel, figures, description].filter(Boolean).join(', ');
}

/** Makes a text show as it is in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, '\\$&').replace(/\r?\n/g, ' ');
}
