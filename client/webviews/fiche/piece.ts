import { html, nothing, type TemplateResult } from 'lit';
import type { FichePiece, FicheProof } from '../../../protocol/requests/fiche';
import type { TableCell } from '../../../protocol/requests/table-edit';
import { dateFields, field, isDay } from './field';
import type { FichePage } from './page';
import { facts, fileButtons, findings, folded, placeButton } from './parts';

/** One piece of a proof: what it is, what is written of it, and what a reader judged. */
export function piece(page: FichePage, proof: FicheProof, one: FichePiece, at: number): TemplateResult {
  const { words, say, pictures, send } = page;
  const { slot } = proof;
  const id = `${page.fiche.uri}|${proof.key}|${at}|${one.label}`;
  const name = one.title ?? one.label;
  const cell =
    (name: 'date' | 'version' | 'commentaire' | 'note_interne') =>
    (value: string): TableCell => ({
      kind: 'piece',
      slot,
      piece: at,
      field: name,
      value,
    });
  const picture = one.uri === undefined ? undefined : pictures[one.uri];
  const text = (
    key: 'date' | 'version' | 'commentaire' | 'note_interne',
    label: string,
    kind: 'line' | 'lines' | 'date',
    value: string | undefined,
    hint?: string,
  ) =>
    field(page, {
      id: `${id}|${key}`,
      label,
      of: name,
      kind,
      value: value ?? '',
      cell: cell(key),
      ...(hint === undefined ? {} : { hint }),
    });
  return html`<li class="piece">
    <div class="what">
      ${
        picture === undefined
          ? nothing
          : html`<button
            class="thumbnail"
            aria-label=${say(words.for, { action: words.preview, what: name })}
            @click=${() => {
              if (one.uri !== undefined) send({ kind: 'preview', uri: one.uri });
            }}
          >
            <img src=${picture} alt="" loading="lazy" />
          </button>`
      }
      <div>
        <strong class="path">${name}</strong>
        ${one.title === undefined ? nothing : html`<span class="path">${one.label}</span>`}
        <p class="state">${stateOf(page, one)}</p>
        <p>
          ${one.uri === undefined ? nothing : fileButtons(page, one.uri, name, one.preview !== undefined)}
          ${placeButton(page, one.place, name)}
        </p>
      </div>
    </div>
    ${findings(page, one.findings)} ${review(page, proof, one, at, id)}
    <div class="row">
      ${text('date', words.date, 'date', one.date)} ${text('version', words.version, 'line', one.version)}
    </div>
    ${text('commentaire', words.comment, 'lines', one.comment, words.commentHint)}
    ${text('note_interne', words.internalNote, 'lines', one.note)}
    ${one.facts.length === 0 ? nothing : folded(page, `${id}|details`, words.details, html`${facts(one.facts)}`)}
  </li>`;
}

/** Whether it is the file that was cited, and how far it was looked into. */
function stateOf({ words, say }: FichePage, { kind, isIntact, examined, uri }: FichePiece): string {
  const isFile = kind === 'file' || kind === 'declaration';
  return [
    ...(isIntact === undefined ? [] : [isIntact ? words.intact : words.changed]),
    ...(isFile && uri !== undefined
      ? [examined === undefined ? words.notExamined : say(words.examined, { value: examined })]
      : []),
  ].join(' · ');
}

/** Who judged it, when, and how. Nothing is written before the reader has seen name and day and chosen. */
function review(page: FichePage, { slot }: FicheProof, one: FichePiece, at: number, id: string): TemplateResult {
  const { words, say, drafts, fiche } = page;
  const by = { id: `${id}|par`, value: one.review?.by ?? page.me };
  const on = { id: `${dateFields}${id}|le`, value: one.review?.on ?? fiche.today };
  const name = one.title ?? one.label;
  const judge = (avis: string): void => {
    const par = (drafts.get(by.id)?.text ?? by.value).trim();
    // Judged again, it is judged today, unless the reader says otherwise.
    const le = (drafts.get(on.id)?.text ?? (avis === one.review?.verdict ? on.value : fiche.today)).trim();
    if (par === '' || !isDay(le)) {
      page.tell(words.reviewNeedsName);
      return;
    }
    page.write([{ kind: 'review', slot, piece: at, par, le, avis }]);
    page.drop(by.id, on.id);
  };
  const button = (avis: string, label: string) =>
    html`<button
      ?disabled=${fiche.readOnly !== undefined}
      aria-pressed=${one.review?.verdict === avis ? 'true' : 'false'}
      aria-label=${say(words.for, { action: label, what: name })}
      @click=${() => {
        judge(avis);
      }}
    >
      ${label}
    </button>`;
  const verdicts: Readonly<Record<string, string>> = { suffisante: words.sufficient, insuffisante: words.insufficient };
  const verdict = one.review?.verdict ?? '';
  const said = one.review
    ? say(words.reviewedAs, {
        verdict: verdicts[verdict] ?? verdict,
        by: one.review.by ?? '?',
        on: one.review.on ?? '?',
      })
    : words.noReview;
  return html`<fieldset class="review">
    <legend>${words.review}</legend>
    <p>${said}</p>
    <div class="row">
      ${field(page, { id: `${id}|par`, label: words.reviewBy, of: name, kind: 'line', value: by.value })}
      ${field(page, { id: `${id}|le`, label: words.reviewOn, of: name, kind: 'date', value: on.value })}
    </div>
    <p class="buttons">
      ${button('suffisante', words.sufficient)} ${button('insuffisante', words.insufficient)}
      ${
        one.review
          ? html`<button
            class="plain"
            ?disabled=${fiche.readOnly !== undefined}
            aria-label=${say(words.for, { action: words.clearReview, what: name })}
            @click=${() => {
              page.write([{ kind: 'review', slot, piece: at, par: '', le: '', avis: '' }]);
              page.drop(by.id, on.id);
            }}
          >
            ${words.clearReview}
          </button>`
          : nothing
      }
    </p>
  </fieldset>`;
}
