import { fnv1a } from '../catalogue/fingerprint';
import type { Analysis } from '../engine/analyse';
import type { Locale } from '../messages/say';
import { cellForm } from '../workbook/cell-form';
import type { Sheet, Workbook } from '../workbook/workbook';
import type { EditableRow } from './editable-rows';
import { fields, type Field } from './fields';
import { recordSignature } from './record-signature';

/** What a workbook said when it was written, which it keeps in a sheet that nobody sees: what was edited is what differs. */
export interface BaseRecord {
  /** Language of the workbook. */
  readonly locale: Locale;
  readonly identity: DossierIdentity;
  /** By key of the row. */
  readonly rows: ReadonlyMap<string, BaseRow>;
}

export interface BaseRow {
  /** Of the file as it was; empty where it was none, or not known. */
  readonly digest: string;
  /** The fields that the row has, as they were, without blanks at the ends. */
  readonly values: Readonly<Partial<Record<Field, string>>>;
}

/** By what a dossier is known from others of the vendor. */
export interface DossierIdentity {
  readonly dispositif: string;
  readonly software: string;
}

export type RecordFound =
  | { readonly kind: 'record'; readonly record: BaseRecord }
  /** Somebody changed the sheet that holds it, or it was written by another version. */
  | { readonly kind: 'damaged' | 'otherVersion' }
  /** The workbook is not one of ours. */
  | { readonly kind: 'none' };

/** Name of the sheet; it is found by what it holds. */
export const recordTitle = 'segur-preuves';
/** Of what follows; a reader of another number reads nothing of it. */
const version = 'format 1';

export function identityOfDossier({ dossier }: Analysis): DossierIdentity {
  const { parsed } = dossier.main;
  return {
    dispositif: baseForm(parsed.dossier?.facts.dispositif?.value ?? ''),
    software: baseForm(parsed.software?.facts.name?.value ?? ''),
  };
}

/** A value as it is compared: as a cell holds it, without blanks at the ends, which some programs drop. */
export function baseForm(value: string): string {
  return cellForm(value).trim();
}

/** The sheet that keeps what the others say: texts only, none of which a spreadsheet program takes for a number or a date. */
export function recordSheet(
  rows: readonly EditableRow[],
  { identity, locale }: Pick<BaseRecord, 'identity' | 'locale'>,
): readonly (readonly string[])[] {
  const body = rows.map(({ key, digest, values }) => [
    key,
    `:${digest}`,
    ...fields.map((field) => {
      const value = values[field];
      return value === undefined ? '' : cellForm(`:${baseForm(value)}`);
    }),
  ]);
  const head = [`:${locale}`, `:${identity.dispositif}`, `:${identity.software}`];
  return [[recordSignature, version], head, [revisionOf(head, body)], ['cle', 'empreinte', ...fields], [], ...body];
}

/** Tells damage, not forgery: who changes the sheet can change this too. */
function revisionOf(head: readonly string[], body: readonly (readonly string[])[]): string {
  const whole = JSON.stringify([head, body]);
  return `revision ${fnv1a(whole).toString(16).padStart(8, '0')} ${whole.length.toString(16)}`;
}

/** Finds the record of a workbook. */
export function recordOf({ sheets }: Workbook): RecordFound {
  const sheet = sheets.find((one) => one.rows[0]?.cells[0]?.trim() === recordSignature);
  if (!sheet) return { kind: 'none' };
  const lines = linesOf(sheet);
  const [first, head, revision, names, , ...rest] = lines;
  if (first?.[1] !== version) return { kind: 'otherVersion' };
  const body = rest.map((cells) => [...Array(fields.length + 2).keys()].map((at) => textAt(cells, at)));
  const said = [0, 1, 2].map((at) => textAt(head, at));
  if (textAt(revision, 0) !== revisionOf(said, body) || names?.slice(2).join() !== fields.join())
    return { kind: 'damaged' };
  const rows = body.map((cells): [string, BaseRow] => {
    const own = fields.flatMap((field, at) => {
      const value = textAt(cells, at + 2);
      return value === '' ? [] : [[field, value.slice(1)] as const];
    });
    return [textAt(cells, 0), { digest: textAt(cells, 1).slice(1), values: Object.fromEntries(own) }];
  });
  const identity = { dispositif: textAt(said, 1).slice(1), software: textAt(said, 2).slice(1) };
  const locale = textAt(said, 0) === ':en' ? 'en' : 'fr';
  return { kind: 'record', record: { locale, identity, rows: new Map(rows) } };
}

function textAt(line: readonly string[] | undefined, column: number): string {
  return line?.[column] ?? '';
}

/** By their number: rows without text are not among those that are read. */
function linesOf({ rows }: Sheet): readonly (readonly string[])[] {
  const lines: (readonly string[])[] = [];
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push([]);
    lines[number - 1] = cells.map((cell) => cell.trim());
  }
  return lines;
}
