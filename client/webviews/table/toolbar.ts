import { html, nothing, type TemplateResult } from 'lit';
import {
  type TableColumn,
  tableColumns,
  type TableFilter,
  type TableGroup,
  tableGroups,
  type TableLook,
} from '../../../protocol/webview/table-view';
import type { TableWords } from '../../../protocol/webview/table-words';
import { fill } from '../../../words/say';
import { usualLook } from './page-state';

export interface ToolbarSettings {
  readonly words: TableWords;
  readonly locale: 'fr' | 'en';
  readonly look: TableLook;
  readonly shown: number;
  readonly total: number;
  /** Sentences above the table: why nothing can be written, what is not in it. */
  readonly notices: readonly { readonly title: string; readonly text: string; readonly action?: TemplateResult }[];
  readonly change: (look: Partial<TableLook>) => void;
  readonly openColumns: (anchor: HTMLElement) => void;
  readonly openViews: (anchor: HTMLElement) => void;
  readonly openKeys: (anchor: HTMLElement) => void;
  readonly handOut: () => void;
  /** How many lines are selected that the active column can be written in; none: it can be written in none. */
  readonly selected: number;
  readonly writeSelection: () => void;
  /** Nothing is changed that is not saved. */
  readonly isSaved: boolean;
  readonly save: () => void;
  readonly turn: (how: 'undo' | 'redo') => void;
  /** Shows what the user is named for, or all again. */
  readonly mine: () => void;
  readonly isMine: boolean;
  readonly enterGrid: () => void;
}

/** Not a letter: no font of every system has one. */
const diskette = html`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
  <path fill="none" stroke="currentColor" d="M2.5 2.5h9l2 2v9h-11zM5 2.5v4h5.5v-4M4.5 13v-4h7v4" />
</svg>`;

/** Search, grouping and what is filtered: all that is hidden is said, and cleared in one click. */
export function toolbar(settings: ToolbarSettings): TemplateResult {
  const { words, locale, look, shown, total, notices, change } = settings;
  const onTarget = (run: (target: HTMLElement) => void) => (event: Event) => {
    run(event.currentTarget as HTMLElement);
  };
  const writeSelection = fill(words.writeSelection, locale, { count: settings.selected });
  const isFiltered = look.search !== '' || Object.keys(look.filters).length > 0;
  return html`<div class="tools" role="toolbar" aria-label=${words.toolbar}>
      <span class="find">
        <input
          id="search"
          type="search"
          .value=${look.search}
          placeholder=${words.search}
          aria-label=${words.search}
          @input=${(event: Event) => {
            change({ search: (event.currentTarget as HTMLInputElement).value });
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            settings.enterGrid();
          }}
        />
        <span class="shown">${fill(words.shown, locale, { shown, total })}</span>
      </span>
      <label
        ><span class="name">${words.groupBy}</span>
        <select
          @change=${(event: Event) => {
            change({ group: (event.currentTarget as HTMLSelectElement).value as TableGroup });
          }}
        >
          ${tableGroups.map(
            (group) => html`<option value=${group} .selected=${group === look.group}>${words.groups[group]}</option>`,
          )}
        </select></label
      >
      <button type="button" aria-haspopup="dialog" @click=${onTarget(settings.openColumns)}>
        ${words.display}${
          isUsuallyHidden(look.hidden)
            ? nothing
            : ` (${tableColumns.length - look.hidden.length}/${tableColumns.length})`
        }
      </button>
      <button type="button" aria-haspopup="dialog" @click=${onTarget(settings.openViews)}>${words.views}</button>
      <button type="button" aria-pressed=${settings.isMine ? 'true' : 'false'} @click=${settings.mine}>${words.mine}</button>
      <button type="button" @click=${settings.handOut}>${words.handOut}</button>
      <button
        type="button"
        class="icon"
        title=${words.keys}
        aria-label=${words.keys}
        aria-haspopup="dialog"
        @click=${onTarget(settings.openKeys)}
      >
        ?
      </button>
      <span class="turn">
        <button
          type="button"
          class="icon"
          title=${words.save}
          aria-label=${words.save}
          aria-disabled=${settings.isSaved ? 'true' : 'false'}
          @click=${settings.isSaved ? nothing : settings.save}
        >
          ${diskette}
        </button>
        ${(['undo', 'redo'] as const).map(
          (how) =>
            html`<button
              type="button"
              class="icon"
              title=${words[how]}
              aria-label=${words[how]}
              @click=${() => {
                settings.turn(how);
              }}
            >
              ${how === 'undo' ? '↶' : '↷'}
            </button>`,
        )}
        <button
          type="button"
          id="write-selection"
          title=${writeSelection}
          aria-label=${writeSelection}
          ?disabled=${settings.selected < 2}
          @click=${settings.writeSelection}
        >
          ✎ ${settings.selected < 2 ? nothing : fill(words.selectedLines, locale, { count: settings.selected })}
        </button>
      </span>
    </div>
    ${
      isFiltered || look.sort
        ? html`<div class="chips">
          ${
            look.search === ''
              ? nothing
              : chip(settings, fill(words.quoted, locale, { text: look.search }), () => {
                  change({ search: '' });
                })
          }
          ${Object.entries(look.filters).map(([column, filter]) =>
            chip(
              settings,
              fill(words.filterOn, locale, {
                column: words.columns[column as TableColumn],
                what: saidOf(filter, words, locale),
              }),
              () => {
                change({ filters: without(look.filters, column as TableColumn) });
              },
            ),
          )}
          ${
            look.sort
              ? chip(settings, `${words.columns[look.sort.column]} ${look.sort.descending ? '↓' : '↑'}`, () => {
                  change({ sort: undefined } as unknown as Partial<TableLook>);
                })
              : nothing
          }
          ${
            isFiltered
              ? html`<button
                type="button"
                class="plain"
                @click=${() => {
                  change({ search: '', filters: {} });
                }}
              >
                ${words.clearFilters}
              </button>`
              : nothing
          }
        </div>`
        : nothing
    }
    ${notices.map(
      ({ title, text, action }) =>
        html`<p class="notice"><strong>${title}</strong> <span>${text}</span> ${action ?? nothing}</p>`,
    )}`;
}

/** Whether the columns that are hidden are those that nobody chose to hide. */
function isUsuallyHidden(hidden: TableLook['hidden']): boolean {
  return hidden.length === usualLook.hidden.length && usualLook.hidden.every((one) => hidden.includes(one));
}

/** The filters but that of one column. */
export function without(filters: TableLook['filters'], column: TableColumn): TableLook['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([one]) => one !== column));
}

function saidOf({ contains, values }: TableFilter, words: TableWords, locale: ToolbarSettings['locale']): string {
  const said = (values ?? []).map((value) => value || words.emptyValue);
  const parts = [
    contains === undefined || contains === '' ? undefined : fill(words.quoted, locale, { text: contains }),
    said.length === 0 ? undefined : said.length > 2 ? `${said.slice(0, 2).join(', ')}…` : said.join(', '),
  ];
  return parts.filter((part) => part !== undefined).join(' · ') || '…';
}

function chip({ words, locale }: ToolbarSettings, text: string, remove: () => void): TemplateResult {
  return html`<span class="chip"
    >${text}<button
      type="button"
      class="plain"
      aria-label=${fill(words.clearFilter, locale, { filter: text })}
      @click=${remove}
    >
      ✕
    </button></span
  >`;
}
