import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TableCell } from '../../../protocol/requests/table-edit';
import type { FichePage } from './page';

export interface Field {
  /** Tells it from every other field of every fiche. */
  readonly id: string;
  readonly label: string;
  /** What the field is of, for whoever does not see where it stands. */
  readonly of: string;
  readonly kind: 'line' | 'lines' | 'date';
  /** As the manifest has it. */
  readonly value: string;
  /** What stands for it from above, where nothing is written. */
  readonly inherited?: string | undefined;
  /** What writes it; absent for a field that is written with another one. */
  readonly cell?: (value: string) => TableCell;
  readonly hint?: string;
  /** Id of a list of what is often written. */
  readonly list?: string;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Dates are checked before they are sent; the manifest would take them and say so later. */
export const dateFields = 'date|';

/** A field that is written when it is left, with Escape to take back what is typed. */
export function field(page: FichePage, one: Field): TemplateResult {
  const { words, drafts, say } = page;
  const id = one.kind === 'date' ? `${dateFields}${one.id}` : one.id;
  const draft = drafts.get(id);
  const value = draft?.text ?? one.value;
  const onInput = (event: Event): void => {
    const { value: text } = event.currentTarget as HTMLInputElement;
    page.type(id, text, one.cell?.(text.trim()));
  };
  const onLeave = (): void => {
    page.commit(id, one.value);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && drafts.get(id)) {
      event.stopPropagation();
      page.drop(id);
    }
    const isDone = event.key === 'Enter' && (one.kind !== 'lines' || event.ctrlKey || event.metaKey);
    if (isDone) page.commit(id, one.value);
  };
  const isOff = page.fiche.readOnly !== undefined;
  const described = [
    ...(draft?.problem === undefined ? [] : [`${id}|problem`]),
    ...(one.hint === undefined ? [] : [`${id}|hint`]),
  ].join(' ');
  const name = say(words.ofEntry, { field: one.label, entry: one.of });
  const placeholder = one.inherited === undefined ? '' : say(words.inherited, { value: one.inherited });
  const invalid = draft?.problem === undefined ? 'false' : 'true';
  const input =
    one.kind === 'lines'
      ? html`<textarea
          id=${id}
          rows="2"
          aria-label=${name}
          aria-describedby=${described || nothing}
          aria-invalid=${invalid}
          placeholder=${placeholder}
          ?disabled=${isOff}
          .value=${live(value)}
          @input=${onInput}
          @blur=${onLeave}
          @keydown=${onKey}
        ></textarea>`
      : html`<input
          id=${id}
          type="text"
          spellcheck="false"
          autocomplete="off"
          aria-label=${name}
          aria-describedby=${described || nothing}
          aria-invalid=${invalid}
          list=${one.list ?? nothing}
          placeholder=${placeholder}
          inputmode=${one.kind === 'date' ? 'numeric' : 'text'}
          ?disabled=${isOff}
          .value=${live(value)}
          @input=${onInput}
          @blur=${onLeave}
          @keydown=${onKey}
        />`;
  return html`<div class="field ${one.kind}">
    <label for=${id}>${one.label}</label>
    ${input} ${one.hint === undefined ? nothing : html`<small id="${id}|hint">${one.hint}</small>`}
    ${
      draft?.problem === undefined
        ? nothing
        : html`<p class="problem" role="alert" id="${id}|problem">${draft.problem}</p>`
    }
  </div>`;
}
