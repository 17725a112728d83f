import { cleanWord } from './cell-text';
import { coreColumn, requirementColumn, type Column, type CoreField, type RequirementField } from './columns';
import type { Row, Sheet } from './workbook';

/** The known kinds of sheets. */
export type LayoutName = 'vague1' | 'vague2' | 'convergence' | 'coeur-de-metier';

/** Where the number and the text of the n-th expected proof stand; one of them may be missing. */
export interface ProofColumns {
  readonly index: number | undefined;
  readonly id: number | undefined;
  readonly text: number | undefined;
}

interface Columns<Field extends string> {
  /** Zero-based column of each field found. */
  readonly fields: ReadonlyMap<Field, number>;
  readonly proofs: readonly ProofColumns[];
  /** Columns that cite requirements (core-business sheet). */
  readonly requirements: readonly number[];
  /** Columns with a header that means nothing to us, or repeats another. */
  readonly unknown: readonly { readonly column: number; readonly header: string }[];
}

export type Layout =
  | ({ readonly name: 'vague1' | 'vague2' | 'convergence'; readonly header: Row } & Columns<RequirementField>)
  | ({ readonly name: 'coeur-de-metier'; readonly header: Row } & Columns<CoreField>);

/** A header may follow a title and a few notes. */
const rowsSearched = 60;

/** @returns how to read the sheet, found by its header names wherever they stand; undefined for any other sheet. */
export function detectLayout(sheet: Sheet): Layout | undefined {
  let best: Layout | undefined;
  let bestScore = 0;
  for (const header of sheet.rows.slice(0, rowsSearched)) {
    for (const layout of [requirementLayout(header), coreLayout(header)]) {
      const score = layout === undefined ? 0 : layout.fields.size + layout.proofs.length;
      if (score > bestScore) {
        best = layout;
        bestScore = score;
      }
    }
  }
  return best;
}

function requirementLayout(header: Row): Layout | undefined {
  const columns = readColumns(header, requirementColumn);
  const { fields, proofs } = columns;
  const has = (field: RequirementField): boolean => fields.has(field);
  // An id and a statement alone may be any table; one more official column tells a REM.
  const others = (['nature', 'profile', 'chapter', 'section', 'scenarioId', 'scenarioText'] as const).filter(has);
  if (!has('id') || !has('text') || others.length === 0) return undefined;
  const onePerRow = proofs.length > 0 && proofs.every((proof) => proof.index === undefined);
  const name = onePerRow ? 'convergence' : has('chapter') || has('perimeter') ? 'vague2' : 'vague1';
  return { name, header, ...columns };
}

function coreLayout(header: Row): Layout | undefined {
  const columns = readColumns(header, coreColumn);
  const { fields } = columns;
  if (!fields.has('id') || !fields.has('stepText') || !(fields.has('stepId') || fields.has('stepNumber')))
    return undefined;
  return { name: 'coeur-de-metier', header, ...columns };
}

function readColumns<Field extends string>(
  header: Row,
  recognise: (header: string) => Column<Field> | undefined,
): Columns<Field> {
  const fields = new Map<Field, number>();
  const proofs = new Map<number | undefined, { id: number | undefined; text: number | undefined }>();
  const requirements: number[] = [];
  const unknown: { column: number; header: string }[] = [];
  header.cells.forEach((cell, column) => {
    const name = cleanWord(cell);
    if (name === '') return;
    const found = recognise(name);
    if (found?.kind === 'field' && !fields.has(found.field)) fields.set(found.field, column);
    else if (found?.kind === 'requirement') requirements.push(column);
    else if (found?.kind === 'proofId' || found?.kind === 'proofText') {
      const pair = proofs.get(found.index) ?? { id: undefined, text: undefined };
      const key = found.kind === 'proofId' ? 'id' : 'text';
      if (pair[key] === undefined) pair[key] = column;
      else unknown.push({ column, header: name });
      proofs.set(found.index, pair);
    } else unknown.push({ column, header: name });
  });
  return {
    fields,
    proofs: [...proofs]
      .map(([index, pair]) => ({ index, ...pair }))
      .sort((one, other) => (one.index ?? 0) - (other.index ?? 0)),
    requirements,
    unknown,
  };
}
