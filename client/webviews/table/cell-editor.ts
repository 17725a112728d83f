import type { TableRow } from '../../../protocol/requests/table';
import type { TableColumn } from '../../../protocol/webview/table-view';
import type { TableWords } from '../../../protocol/webview/table-words';
import { fill } from '../../../words/say';
import { textOf } from './model/columns';

/** What a cell is edited with. Its value is the text that is written, as if it had been typed or pasted. */
export interface CellEditor {
  readonly element: HTMLElement;
  readonly value: () => string;
  readonly focus: () => void;
}

export interface EditorSettings {
  readonly column: TableColumn;
  readonly row: TableRow;
  readonly piece: number;
  /** What it begins with; absent: what the cell says. */
  readonly text: string | undefined;
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  readonly people: readonly string[];
  /** Who reviews, and on which day, unless something else is typed. */
  readonly me: string;
  readonly today: string;
  /** Something was typed. */
  readonly onInput: () => void;
}

/** The editor of a cell, each with the name that a screen reader says. */
export function cellEditor(settings: EditorSettings): CellEditor {
  const editor = editorFor(settings);
  editor.element.addEventListener('input', settings.onInput);
  return editor;
}

function editorFor(settings: EditorSettings): CellEditor {
  switch (settings.column) {
    case 'work':
      return workEditor(settings);
    case 'review':
      return reviewEditor(settings);
    case 'comment':
    case 'note':
    case 'conformity':
      return textEditor(settings, document.createElement('textarea'));
    default:
      return textEditor(settings, document.createElement('input'));
  }
}

function textEditor(settings: EditorSettings, field: HTMLInputElement | HTMLTextAreaElement): CellEditor {
  const { column, words, locale, people } = settings;
  field.className = 'editor';
  field.value = startOf(settings);
  field.setAttribute('aria-label', fill(words.edited, locale, { column: words.columns[column] }));
  if (column === 'date' || column === 'due') field.placeholder = words.dateHint;
  if (field instanceof HTMLTextAreaElement) field.rows = 5;
  else field.spellcheck = false;
  const element = document.createElement('div');
  element.className = 'editing';
  element.append(field);
  if (column === 'responsible') {
    const list = document.createElement('datalist');
    list.id = 'people';
    list.append(...people.map(optionFor));
    field.setAttribute('list', list.id);
    element.append(list);
  }
  return {
    element,
    value: () => field.value,
    focus: () => {
      field.focus();
      if (settings.text === undefined) field.select();
    },
  };
}

function workEditor({ row, words, locale, text }: EditorSettings): CellEditor {
  const select = document.createElement('select');
  select.className = 'editor';
  select.setAttribute('aria-label', fill(words.edited, locale, { column: words.columns.work }));
  select.append(optionFor(''), ...Object.values(words.works).map(optionFor));
  select.value = text ?? (row.follow.work === undefined ? '' : (words.works[row.follow.work] ?? ''));
  const element = document.createElement('div');
  element.className = 'editing';
  element.append(select);
  return {
    element,
    value: () => select.value,
    focus: () => {
      select.focus();
    },
  };
}

/** Opinion, name and day; who is asked for them is told what is usual, and nothing is written before it is accepted. */
function reviewEditor(settings: EditorSettings): CellEditor {
  const { row, piece, words, me, today, text, people } = settings;
  const before = row.pieces[piece]?.review;
  const typed = text === undefined || text === '' ? undefined : text.split(', ');
  const typedVerdict = Object.entries(words.verdicts).find(([, said]) => said === typed?.[0])?.[0];
  const verdict = document.createElement('select');
  const none = optionFor(words.noVerdict);
  none.value = '';
  verdict.append(
    none,
    ...Object.entries(words.verdicts).map(([key, said]) => {
      const option = optionFor(said);
      option.value = key;
      return option;
    }),
  );
  verdict.value = typedVerdict ?? before?.verdict ?? '';
  const by = document.createElement('input');
  by.value = typed?.slice(1, -1).join(', ') ?? before?.by ?? me;
  by.setAttribute('list', 'people');
  const list = document.createElement('datalist');
  list.id = 'people';
  list.append(...people.map(optionFor));
  const on = document.createElement('input');
  on.value = typed?.at(-1) ?? before?.on ?? today;
  on.placeholder = words.dateHint;
  // Another opinion is one of today, by whoever gives it now.
  verdict.addEventListener('change', () => {
    if (!before || verdict.value === before.verdict) return;
    if (on.value === before.on) on.value = today;
    if (by.value === before.by && me !== '') by.value = me;
  });
  const element = document.createElement('div');
  element.className = 'editing form';
  element.append(
    labelled(words.reviewVerdict, verdict),
    labelled(words.reviewBy, by),
    labelled(words.reviewOn, on),
    list,
  );
  return {
    element,
    value: () => {
      if (verdict.value === '') return '';
      return [words.verdicts[verdict.value as keyof TableWords['verdicts']], by.value.trim(), on.value.trim()].join(
        ', ',
      );
    },
    focus: () => {
      verdict.focus();
    },
  };
}

function startOf({ column, row, piece, text, words }: EditorSettings): string {
  return text ?? textOf(column, row, piece, words);
}

function optionFor(value: string): HTMLOptionElement {
  const option = document.createElement('option');
  option.value = value;
  option.textContent = value;
  return option;
}

function labelled(name: string, field: HTMLElement): HTMLElement {
  const label = document.createElement('label');
  label.append(name, field);
  return label;
}
