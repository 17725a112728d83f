import { html, nothing, type TemplateResult } from 'lit';
import type { AttachSlotParams } from '../../../protocol/requests/attach-plan';
import type { FicheFact, FicheNotApplicable, FicheNotes } from '../../../protocol/requests/fiche';
import type { TableFinding, TableFollow } from '../../../protocol/requests/table';
import type { TableCell } from '../../../protocol/requests/table-edit';
import type { ViewPlace } from '../../../protocol/view-place';
import type { FicheCommand } from '../../../protocol/webview/fiche-page';
import { field } from './field';
import type { FichePage } from './page';

/** Where the datalist of known names is. */
export const peopleList = 'people';

/** A state in words; its colour only repeats them. */
export function badge(status: string, label: string): TemplateResult {
  return html`<span class="badge ${status}">${label}</span>`;
}

/** Facts as a list of terms; those without a label are sentences. */
export function facts(list: readonly FicheFact[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`<dl class="facts">
    ${list.map(({ label, value }) =>
      label === ''
        ? html`<dt class="spoken"></dt><dd class="whole">${value}</dd>`
        : html`<dt>${label}</dt><dd>${value}</dd>`,
    )}
  </dl>`;
}

/** What was found, heaviest as the check has it, with its place and its fixes. */
export function findings(page: FichePage, list: readonly TableFinding[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  const { words, say, send } = page;
  return html`<ul class="findings" aria-label=${words.findings}>
    ${list.map(
      (finding) =>
        html`<li class=${finding.severity}>
          <strong>${words.severities[finding.severity]}</strong> ${finding.message}
          ${placeButton(page, finding.place, finding.rule)}
          <button
            class="plain"
            aria-label=${say(words.for, { action: words.fixes, what: finding.rule })}
            @click=${() => {
              send({ kind: 'fixes', finding });
            }}
          >
            ${words.fixes}
          </button>
        </li>`,
    )}
  </ul>`;
}

/** Opens the text where something stands. */
export function placeButton(
  { words, say, send }: FichePage,
  place: ViewPlace | undefined,
  what: string,
): TemplateResult | typeof nothing {
  if (!place) return nothing;
  return html`<button
    class="plain"
    aria-label=${say(words.for, { action: words.openText, what })}
    @click=${() => {
      send({ kind: 'openPlace', place });
    }}
  >
    ${words.openText}
  </button>`;
}

/** A command of the editor, for one entry. */
export function commandButton(
  { words, say, send, fiche }: FichePage,
  command: FicheCommand,
  label: string,
  slot: AttachSlotParams,
): TemplateResult {
  return html`<button
    ?disabled=${fiche.readOnly !== undefined}
    aria-label=${say(words.for, { action: label, what: slot.proof })}
    @click=${() => {
      send({ kind: 'command', command, slot });
    }}
  >
    ${label}
  </button>`;
}

/** Why something is set aside, and the document that says so. */
export function notApplicable(
  page: FichePage,
  one: FicheNotApplicable | undefined,
  slot: AttachSlotParams,
): TemplateResult | typeof nothing {
  if (!one) return nothing;
  const { words, say, send } = page;
  const { declaration, justification } = one;
  const { uri } = declaration ?? {};
  return html`<section class="aside">
    <h3>${words.notApplicableHead}</h3>
    <p>${justification ?? words.noJustification}</p>
    <p>
      ${declaration ? say(words.declarationOf, { path: declaration.path }) : words.noDeclaration}
      ${commandButton(page, 'notApplicable', words.attachDeclaration, slot)}
      ${uri === undefined ? nothing : fileButtons(page, uri, declaration?.path ?? '', declaration?.preview !== undefined)}
      ${
        one.place
          ? html`<button
            class="plain"
            @click=${() => {
              if (one.place) send({ kind: 'openPlace', place: one.place });
            }}
          >
            ${words.openText}
          </button>`
          : nothing
      }
    </p>
  </section>`;
}

/** Shows or opens a file. */
export function fileButtons(
  { words, say, send }: FichePage,
  uri: string,
  name: string,
  hasPreview: boolean,
): TemplateResult {
  const preview = html`<button
    class="plain"
    aria-label=${say(words.for, { action: words.preview, what: name })}
    @click=${() => {
      send({ kind: 'preview', uri });
    }}
  >
    ${words.preview}
  </button>`;
  return html`${hasPreview ? preview : nothing}
    <button
      class="plain"
      aria-label=${say(words.openFileNamed, { piece: name })}
      @click=${() => {
        send({ kind: 'openFile', uri });
      }}
    >
      ${words.openFile}
    </button>`;
}

/** A part that can be folded; what the user chose is kept. */
export function folded(
  page: FichePage,
  id: string,
  title: string,
  content: TemplateResult | readonly TemplateResult[],
  isOpenFirst = false,
): TemplateResult {
  const isOpen = page.unfolded.get(id) ?? isOpenFirst;
  return html`<details
    ?open=${isOpen}
    @toggle=${(event: Event) => {
      const { open } = event.currentTarget as HTMLDetailsElement;
      if (open !== isOpen) page.fold(id, open);
    }}
  >
    <summary>${title}</summary>
    ${content}
  </details>`;
}

/** Comment, note and follow-up of a requirement or scenario. */
export function notes(
  page: FichePage,
  key: string,
  level: 'requirement' | 'scenario',
  slot: AttachSlotParams,
  { comment, conformity, internalNote, follow }: FicheNotes,
): TemplateResult {
  const { words } = page;
  const entry =
    (name: string) =>
    (value: string): TableCell => ({ kind: 'entry', slot, level, field: name, value });
  const isFollowed = (['responsible', 'due', 'work'] as const).some(
    (name) => follow[name] !== undefined && !follow.inherited.includes(name),
  );
  const isConforming = conformity?.text !== undefined || conformity?.writtenBy !== undefined;
  const isUsed = comment !== undefined || isConforming || internalNote !== undefined || isFollowed;
  const content = html`${conformity ? conformityFields(page, key, slot, conformity, entry) : nothing}
  ${field(page, {
    id: `${key}|commentaire`,
    label: words.comment,
    of: slot.proof,
    kind: 'lines',
    value: comment ?? '',
    cell: entry('commentaire'),
    hint: words.commentHint,
  })}
  ${field(page, {
    id: `${key}|note_interne`,
    label: words.internalNote,
    of: slot.proof,
    kind: 'lines',
    value: internalNote ?? '',
    cell: entry('note_interne'),
  })}
  ${followFields(page, key, level, slot, follow)}`;
  return folded(page, `${key}|notes`, words.notes, content, isUsed);
}

/** How the software answers a scenario: the text that leaves, and who wrote it, which does not. */
function conformityFields(
  page: FichePage,
  key: string,
  slot: AttachSlotParams,
  { text = '', writtenBy = '' }: NonNullable<FicheNotes['conformity']>,
  entry: (name: string) => (value: string) => TableCell,
): TemplateResult {
  const { words, say } = page;
  const count = [...text].length;
  return html`${field(page, {
    id: `${key}|conformite.texte`,
    label: words.conformity,
    of: slot.proof,
    kind: 'lines',
    value: text,
    cell: entry('conformite.texte'),
    hint: count === 0 ? words.commentHint : say(words.conformityHint, { count }),
  })}
  ${field(page, {
    id: `${key}|conformite.redige_par`,
    label: words.conformityBy,
    of: slot.proof,
    kind: 'line',
    value: writtenBy,
    cell: entry('conformite.redige_par'),
    list: peopleList,
  })}`;
}

/** Who does what, by when. What comes from above shows as such and is written nowhere. */
export function followFields(
  page: FichePage,
  key: string,
  level: 'requirement' | 'scenario' | 'proof',
  slot: AttachSlotParams,
  follow: TableFollow,
): TemplateResult {
  const { words } = page;
  const cell =
    (name: 'responsable' | 'pour_le' | 'travail') =>
    (value: string): TableCell => ({
      kind: 'follow',
      slot,
      level,
      field: name,
      value,
    });
  const own = (name: 'responsible' | 'due' | 'work') => (follow.inherited.includes(name) ? '' : (follow[name] ?? ''));
  const above = (name: 'responsible' | 'due' | 'work') => (follow.inherited.includes(name) ? follow[name] : undefined);
  const id = `${key}|travail`;
  const work = own('work');
  const inherited = above('work');
  const known = Object.entries(words.works);
  return html`<div class="row">
    ${field(page, {
      id: `${key}|responsable`,
      label: words.responsible,
      of: slot.proof,
      kind: 'line',
      value: own('responsible'),
      inherited: above('responsible'),
      cell: cell('responsable'),
      list: peopleList,
    })}
    ${field(page, {
      id: `${key}|pour_le`,
      label: words.due,
      of: slot.proof,
      kind: 'date',
      value: own('due'),
      inherited: above('due'),
      cell: cell('pour_le'),
    })}
    <div class="field line">
      <label for=${id}>${words.work}</label>
      <select
        id=${id}
        aria-label=${page.say(words.ofEntry, { field: words.work, entry: slot.proof })}
        ?disabled=${page.fiche.readOnly !== undefined}
        @change=${(event: Event) => {
          page.write([cell('travail')((event.currentTarget as HTMLSelectElement).value)]);
        }}
      >
        <option value="" ?selected=${work === ''}>
          ${inherited === undefined ? words.noWork : page.say(words.inherited, { value: words.works[inherited] ?? inherited })}
        </option>
        ${known.map(([value, label]) => html`<option value=${value} ?selected=${value === work}>${label}</option>`)}
        ${
          work === '' || known.some(([value]) => value === work)
            ? nothing
            : html`<option value=${work} selected>${work}</option>`
        }
      </select>
    </div>
  </div>`;
}
