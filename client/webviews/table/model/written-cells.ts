import type { TableRow } from '../../../../protocol/requests/table';
import type { TableCell } from '../../../../protocol/requests/table-edit';
import type { TableColumn } from '../../../../protocol/webview/table-view';
import type { TableWords } from '../../../../protocol/webview/table-words';
import { fill } from '../../../../words/say';
import { editableColumns, isOfPiece, longColumns, textOf } from './columns';
import { plain } from './plain';

/** What a value would be written as, why it cannot be, or that it is there already. */
export type Written =
  | { readonly kind: 'cell'; readonly cell: TableCell }
  | { readonly kind: 'same' }
  | { readonly kind: 'problem'; readonly message: string };

export interface WritingWords {
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
}

/** Why nothing can be written in a cell; undefined when something can. */
export function closedCell(column: TableColumn, row: TableRow, piece: number, words: TableWords): string | undefined {
  if (!editableColumns.has(column)) return words.readOnlyCell;
  if (isOfPiece(column)) return row.pieces[piece] === undefined ? words.needsPiece : undefined;
  return piece === 0 ? undefined : words.readOnlyCell;
}

/** A value that was typed or pasted into a cell, as what is to be written; an empty one takes the key away. */
export function writtenCell(
  column: TableColumn,
  row: TableRow,
  piece: number,
  typed: string,
  { words, locale }: WritingWords,
): Written {
  const value = longColumns.has(column) ? typed.replace(/\r\n?/g, '\n').trimEnd() : typed.trim();
  if (value === textOf(column, row, piece, words)) {
    // An inherited value that is typed is one that is written for the proof itself.
    if (value === '' || !isInherited(column, row)) return { kind: 'same' };
  }
  // There is nothing to take away here.
  if (value === '' && isInherited(column, row)) return { kind: 'problem', message: words.inheritedCell };
  const closed = closedCell(column, row, piece, words);
  if (closed !== undefined) return { kind: 'problem', message: closed };
  const { slot } = row;
  switch (column) {
    case 'date':
    case 'due': {
      const day = value === '' ? '' : dayOf(value, locale);
      if (day === undefined) return { kind: 'problem', message: words.badDate };
      return column === 'date'
        ? { kind: 'cell', cell: { kind: 'piece', slot, piece, field: 'date', value: day } }
        : { kind: 'cell', cell: { kind: 'follow', slot, level: 'proof', field: 'pour_le', value: day } };
    }
    case 'version':
      return { kind: 'cell', cell: { kind: 'piece', slot, piece, field: 'version', value } };
    case 'comment':
      return { kind: 'cell', cell: { kind: 'piece', slot, piece, field: 'commentaire', value } };
    case 'note':
      return { kind: 'cell', cell: { kind: 'piece', slot, piece, field: 'note_interne', value } };
    case 'conformity':
      return { kind: 'cell', cell: { kind: 'entry', slot, level: 'scenario', field: 'conformite.texte', value } };
    case 'responsible':
      return { kind: 'cell', cell: { kind: 'follow', slot, level: 'proof', field: 'responsable', value } };
    case 'work': {
      const work = value === '' ? '' : workOf(value, words);
      if (work === undefined) {
        const values = Object.values(words.works).join(', ');
        return { kind: 'problem', message: fill(words.badWork, locale, { values }) };
      }
      return { kind: 'cell', cell: { kind: 'follow', slot, level: 'proof', field: 'travail', value: work } };
    }
    case 'review': {
      const review = value === '' ? { par: '', le: '', avis: '' } : reviewOf(value, words, locale);
      if (!review) return { kind: 'problem', message: words.badReview };
      return { kind: 'cell', cell: { kind: 'review', slot, piece, ...review } };
    }
    default:
      return { kind: 'problem', message: words.readOnlyCell };
  }
}

function isInherited(column: TableColumn, { follow }: TableRow): boolean {
  return (follow.inherited as readonly string[]).includes(column);
}

/**
 * A day as YYYY-MM-DD. As spreadsheets in French write it too (03/11/2026); in English day and month could be either, so
 * that only YYYY-MM-DD is one.
 */
export function dayOf(text: string, locale: 'fr' | 'en'): string | undefined {
  const [, day, month, year] = (locale === 'fr' && /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)) || [];
  const iso = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

function workOf(text: string, words: TableWords): string | undefined {
  return Object.entries(words.works).find(([key, said]) => [key, said].map(plain).includes(plain(text)))?.[0];
}

/** The parts of a review as {@link reviewText} writes it; the name may hold commas. */
function reviewOf(
  text: string,
  words: TableWords,
  locale: 'fr' | 'en',
): { readonly par: string; readonly le: string; readonly avis: string } | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const avis = Object.entries(words.verdicts).find(([key, said]) =>
    [key, said].map(plain).includes(plain(parts[0] ?? '')),
  )?.[0];
  const le = dayOf(parts.at(-1) ?? '', locale);
  const par = parts.slice(1, -1).join(', ');
  return avis !== undefined && le !== undefined && par !== '' ? { par, le, avis } : undefined;
}
