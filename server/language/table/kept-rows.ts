import { movedRow } from '../../../protocol/requests/table-changes';
import type { TableFinding, TableRow } from '../../../protocol/requests/table';
import type { ViewPlace, ViewPosition } from '../../../protocol/view-place';
import { keyOf } from '../../core/attach/slots';
import type { Analysis } from '../../core/engine/analyse';
import { FindingWords } from '../../core/engine/render-finding';
import type { Finding } from '../../core/findings/finding';
import type { Locale } from '../../core/messages/say';
import { rules } from '../../core/rules/registry';
import { rowFindings } from './row-findings';
import { RowMaker } from './row-maker';
import { foundAt, rowSlots } from './row-slots';
import type { TableContext } from './table-context';

/** A row, and what tells it from the row of an earlier answer. */
export interface PlacedRow {
  readonly row: TableRow;
  /** The same object in rows that say the same, and of which every place is as far from `line`. */
  readonly content: object;
  readonly line: number;
}

interface Kept {
  readonly basis: readonly unknown[];
  readonly anchor: ViewPlace;
  readonly placed: PlacedRow;
}

/** The rows of one dossier, kept from one edit to the next: only those whose entry, state or findings changed are made again. */
export class KeptRows {
  readonly #words = new FindingWords(rules);
  #common: readonly unknown[] = [];
  #kept = new Map<string, Kept>();
  /** By the arguments of a finding, which an edit elsewhere leaves as they are. */
  #said = new WeakMap<Finding['args'], { readonly finding: Finding; readonly text: string }>();

  /** The rows as they are now, in the order of the catalogue. */
  rows(analysis: Analysis, context: TableContext): readonly PlacedRow[] {
    const { places, locale } = context;
    this.#forgetIfOther(analysis, locale);
    const { catalogue } = analysis.dossier;
    const state = analysis.compliance();
    const slots = state && catalogue.kind === 'loaded' ? rowSlots(state, catalogue.catalogue) : [];
    const found = rowFindings(analysis, slots.map(foundAt), places, (finding) => this.#wordsOf(finding, locale));
    const maker = new RowMaker(analysis, context);
    const before = this.#kept;
    this.#kept = new Map();
    return slots.map((slot, index) => {
      const id = keyOf(foundAt(slot));
      const former = before.get(id);
      const basis = maker.basisOf(slot);
      const anchor = maker.anchorOf(slot);
      const findings = found[index] ?? [];
      const placed =
        (former && stillSaid(former, { basis, anchor, findings })) ??
        placedRow({ ...maker.row(slot), findings }, former?.placed);
      this.#kept.set(id, { basis, anchor, placed });
      return placed;
    });
  }

  /** What all rows rest on. */
  #forgetIfOther({ context, dossier }: Analysis, locale: Locale): void {
    const { catalogue, index, today } = context;
    const common = [locale, today, catalogue, index, dossier.rootUri, dossier.common?.folderUri];
    if (isSameList(common, this.#common)) return;
    this.#common = common;
    this.#kept = new Map();
    this.#said = new WeakMap();
  }

  #wordsOf(finding: Finding, locale: Locale): string {
    const { args, rule, message } = finding;
    const said = this.#said.get(args);
    if (said?.finding.rule === rule && said.finding.message === message) return said.text;
    const text = this.#words.message(finding, locale);
    this.#said.set(args, { finding, text });
    return text;
  }
}

/** @param former what the row was; what is written beside it may have changed and not the row itself */
function placedRow(row: TableRow, former: PlacedRow | undefined): PlacedRow {
  const line = lineOf(row);
  const isSame =
    former !== undefined && JSON.stringify(movedRow(former.row, line - former.line)) === JSON.stringify(row);
  return { row, line, content: isSame ? former.content : {} };
}

function lineOf({ place }: TableRow): number {
  return place?.range.start.line ?? 0;
}

/** A former row where it says the same, moved to where it stands now. */
function stillSaid(
  { basis, anchor: from, placed }: Kept,
  now: Pick<Kept, 'basis' | 'anchor'> & { readonly findings: readonly TableFinding[] },
): PlacedRow | undefined {
  const { anchor: to, findings } = now;
  if (!isSameList(basis, now.basis) || from.uri !== to.uri) return undefined;
  const lines = to.range.start.line - from.range.start.line;
  if (!isMoved(from, to, lines)) return undefined;
  const { row, content } = placed;
  const isSame =
    row.findings.length === findings.length &&
    row.findings.every((finding, index) => isSameFinding(finding, findings[index], lines));
  if (!isSame) return undefined;
  return lines === 0 ? placed : { row: movedRow(row, lines), content, line: placed.line + lines };
}

function isSameFinding(a: TableFinding, b: TableFinding | undefined, lines: number): boolean {
  return (
    b !== undefined &&
    a.severity === b.severity &&
    a.rule === b.rule &&
    a.message === b.message &&
    a.piece === b.piece &&
    isMoved(a.place, b.place, lines)
  );
}

function isMoved(from: ViewPlace, to: ViewPlace, lines: number): boolean {
  const isBelow = (a: ViewPosition, b: ViewPosition) => a.line + lines === b.line && a.character === b.character;
  return from.uri === to.uri && isBelow(from.range.start, to.range.start) && isBelow(from.range.end, to.range.end);
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
