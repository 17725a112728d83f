import { html, nothing, type TemplateResult } from 'lit';
import type { TableFinding } from '../../../protocol/requests/table';
import {
  type TableColumn,
  tableColumns,
  type TableFilter,
  type TableLook,
  type TableView,
} from '../../../protocol/webview/table-view';
import type { TableWords } from '../../../protocol/webview/table-words';
import { fill } from '../../../words/say';
import { usualWidths } from './model/columns';
import { without } from './toolbar';

/** More values than this are searched for, not read. */
const mostValues = 200;

interface ColumnMenuSettings {
  readonly words: TableWords;
  readonly column: TableColumn;
  readonly look: TableLook;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly change: (look: Partial<TableLook>) => void;
  readonly resize: (width: number) => void;
  readonly close: () => void;
}

/** Sort, filter, width of one column. */
export function columnMenu(settings: ColumnMenuSettings): TemplateResult {
  const { words, column, look, values, change, resize, close } = settings;
  const filter: TableFilter = look.filters[column] ?? {};
  const setFilter = (next: TableFilter): void => {
    const isNone = (next.contains ?? '') === '' && next.values === undefined;
    const others = without(look.filters, column);
    change({ filters: isNone ? others : { ...others, [column]: next } });
  };
  const sortTo = (sort: TableLook['sort']) => () => {
    change({ sort } as Partial<TableLook>);
    close();
  };
  const toggle = (value: string, isOn: boolean): void => {
    const all = values.map((one) => one.value);
    const chosen = new Set(filter.values ?? all);
    if (isOn) chosen.add(value);
    else chosen.delete(value);
    const next = all.filter((one) => chosen.has(one));
    const { contains } = filter;
    setFilter({
      ...(contains === undefined ? {} : { contains }),
      ...(next.length === all.length ? {} : { values: next }),
    });
  };
  return html`<h2>${words.columns[column]}</h2>
    <div class="actions">
      <button type="button" @click=${sortTo({ column, descending: false })}>${words.sortUp}</button>
      <button type="button" @click=${sortTo({ column, descending: true })}>${words.sortDown}</button>
      ${look.sort ? html`<button type="button" @click=${sortTo(undefined)}>${words.fileOrder}</button>` : nothing}
    </div>
    <label
      >${words.contains}
      <input
        .value=${filter.contains ?? ''}
        @input=${(event: Event) => {
          setFilter({ ...filter, contains: (event.currentTarget as HTMLInputElement).value });
        }}
    /></label>
    ${
      values.length > mostValues
        ? nothing
        : html`<div class="values" role="group" aria-label=${words.filterColumn.replace('{column}', words.columns[column])}>
          ${values.map(
            ({ value, count }) =>
              html`<label class="value"
                ><input
                  type="checkbox"
                  .checked=${filter.values?.includes(value) ?? true}
                  @change=${(event: Event) => {
                    toggle(value, (event.currentTarget as HTMLInputElement).checked);
                  }}
                />
                <span>${value || words.emptyValue}</span> <span class="count">${count}</span></label
              >`,
          )}
        </div>`
    }
    <label
      >${words.width}
      <input
        type="number"
        min="48"
        max="900"
        step="20"
        .value=${String(look.widths[column] ?? usualWidths[column])}
        @change=${(event: Event) => {
          resize((event.currentTarget as HTMLInputElement).valueAsNumber);
        }}
    /></label>
    <div class="actions">
      ${
        look.filters[column]
          ? html`<button
            type="button"
            @click=${() => {
              setFilter({});
            }}
          >
            ${words.clearFilters}
          </button>`
          : nothing
      }
      ${
        column === 'proof'
          ? nothing
          : html`<button
            type="button"
            @click=${() => {
              change({ hidden: [...look.hidden, column] });
              close();
            }}
          >
            ${words.hideColumn}
          </button>`
      }
      <button type="button" class="primary" @click=${close}>${words.close}</button>
    </div>`;
}

/** How high rows are, and which columns are shown. The proof is always: a row without it says nothing. */
export function displayMenu(
  words: TableWords,
  { hidden, density }: TableLook,
  change: (look: Partial<TableLook>) => void,
  close: () => void,
): TemplateResult {
  return html`<label
      >${words.density}
      <select
        @change=${(event: Event) => {
          change({ density: (event.currentTarget as HTMLSelectElement).value as TableLook['density'] });
        }}
      >
        ${(['comfortable', 'compact'] as const).map(
          (one) => html`<option value=${one} .selected=${one === density}>${words[one]}</option>`,
        )}
      </select></label
    >
    <h2>${words.shownColumns}</h2>
    <div class="values">
      ${tableColumns.map(
        (column) =>
          html`<label class="value"
            ><input
              type="checkbox"
              ?disabled=${column === 'proof'}
              .checked=${!hidden.includes(column)}
              @change=${(event: Event) => {
                const others = hidden.filter((one) => one !== column);
                const isShown = (event.currentTarget as HTMLInputElement).checked;
                change({ hidden: isShown ? others : [...others, column] });
              }}
            />
            ${words.columns[column]}</label
          >`,
      )}
    </div>
    <div class="actions"><button type="button" class="primary" @click=${close}>${words.close}</button></div>`;
}

interface ViewsSettings {
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  readonly views: readonly TableView[];
  readonly show: (view: TableView) => void;
  readonly save: (name: string) => void;
  readonly remove: (name: string) => void;
  readonly close: () => void;
}

/** Looks that were given a name. */
export function viewsMenu({ words, locale, views, show, save, remove, close }: ViewsSettings): TemplateResult {
  const saveFrom = (input: HTMLInputElement | null): void => {
    const name = input?.value.trim() ?? '';
    if (!input || name === '') return;
    input.value = '';
    save(name);
  };
  return html`<h2>${words.views}</h2>
    ${views.length === 0 ? html`<p>${words.noViews}</p>` : nothing}
    <ul>
      ${views.map(
        (view) =>
          html`<li>
            <button
              type="button"
              class="plain name"
              @click=${() => {
                show(view);
              }}
            >
              ${view.name}
            </button>
            <button
              type="button"
              class="plain"
              aria-label=${fill(words.deleteView, locale, { name: view.name })}
              @click=${() => {
                remove(view.name);
              }}
            >
              ✕
            </button>
          </li>`,
      )}
    </ul>
    <label
      >${words.viewName}
      <input
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter') saveFrom(event.currentTarget as HTMLInputElement);
        }}
    /></label>
    <div class="actions">
      <button
        type="button"
        class="primary"
        @click=${(event: Event) => {
          const box = (event.currentTarget as Element).closest('dialog');
          saveFrom(box?.querySelector('input') ?? null);
        }}
      >
        ${words.saveView}
      </button>
      <button type="button" @click=${close}>${words.close}</button>
    </div>`;
}

interface FindingsSettings {
  readonly words: TableWords;
  readonly findings: readonly TableFinding[];
  /** Absent while they are looked for. */
  readonly fixes: ReadonlyMap<TableFinding, readonly string[]>;
  readonly isReadOnly: boolean;
  readonly see: (finding: TableFinding) => void;
  readonly fix: (finding: TableFinding, title: string) => void;
  readonly close: () => void;
}

/** The findings of a line, each with what corrects it and its place in the text. */
export function findingsBox({ words, findings, fixes, isReadOnly, see, fix, close }: FindingsSettings): TemplateResult {
  const fixesOf = (finding: TableFinding): TemplateResult => {
    const titles = fixes.get(finding);
    if (titles === undefined) return html`<span class="hint">${words.lookingForFixes}</span>`;
    if (titles.length === 0 || isReadOnly) return html`<span class="hint">${words.noFix}</span>`;
    return html`${titles.map(
      (title) =>
        html`<button
          type="button"
          @click=${() => {
            fix(finding, title);
          }}
        >
          ${title}
        </button>`,
    )}`;
  };
  return html`<ul class="findings">
      ${findings.map(
        (finding) =>
          html`<li>
            <p><strong class="mark ${finding.severity}">${words.severities[finding.severity]}</strong> ${finding.message}</p>
            <p class="hint">${finding.rule}</p>
            <div class="actions">
              <button
                type="button"
                @click=${() => {
                  see(finding);
                }}
              >
                ${words.seeLine}
              </button>
              ${fixesOf(finding)}
            </div>
          </li>`,
      )}
    </ul>
    <div class="actions"><button type="button" class="primary" @click=${close}>${words.close}</button></div>`;
}

/** What the keys do. */
export function keysBox(words: TableWords, close: () => void): TemplateResult {
  return html`<h2>${words.keys}</h2>
    <dl>
      ${words.keysHelp.map(
        ([keys, what]) =>
          html`<dt>${keys}</dt>
            <dd>${what}</dd>`,
      )}
    </dl>
    <div class="actions"><button type="button" class="primary" @click=${close}>${words.close}</button></div>`;
}
