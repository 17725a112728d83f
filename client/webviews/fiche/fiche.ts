import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FicheOpinion } from '../../../protocol/requests/fiche';
import type { FichePage } from './page';
import { badge, commandButton, facts, findings, folded, notApplicable, notes, peopleList, placeButton } from './parts';
import { scenario } from './scenario';
import { threads } from './threads';

/** The whole fiche. */
export function fiche(page: FichePage): TemplateResult {
  const { words, say, fiche: one } = page;
  const key = `${one.uri}|${one.key}`;
  return html`<datalist id=${peopleList}>${one.people.map((name) => html`<option value=${name}></option>`)}</datalist>
    <header>
      <h1>${one.title}</h1>
      <p>${one.nature} ${badge(one.status, one.statusLabel)}</p>
      <p class="buttons">
        ${placeButton(page, one.place, one.title)} ${commandButton(page, 'notApplicable', words.notApplicable, one.slot)}
      </p>
    </header>
    ${
      one.readOnly === undefined
        ? nothing
        : html`<p class="notice" role="note">${say(words.readOnly, { why: one.readOnly })}</p>`
    }
    <p class="statement">${one.statement ?? words.unknownStatement}</p>
    ${one.remarks.map((text) => html`<p class="remark">${text}</p>`)}
    ${one.explanation === undefined ? nothing : html`<p class="explanation">${one.explanation}</p>`}
    <p class="origin">${one.origin}</p>
    ${
      one.owed.length === 0
        ? nothing
        : html`<section>
          <h2>${words.owed}</h2>
          <ul>
            ${one.owed.map((text) => html`<li>${text}</li>`)}
          </ul>
        </section>`
    }
    ${notApplicable(page, one.notApplicable, one.slot)} ${findings(page, one.findings)}
    ${one.facts.length === 0 ? nothing : folded(page, 'facts', words.facts, html`${facts(one.facts)}`)}
    ${one.notes ? notes(page, key, 'requirement', one.slot, one.notes) : nothing}
    ${
      one.subject === 'requirement'
        ? threads(page, key, one.title, { requirement: one.slot.requirement ?? one.slot.proof }, one.threads)
        : nothing
    }
    ${repeat(
      one.scenarios,
      (part) => part.key,
      (part) => scenario(page, part),
    )}
    ${related(page)} ${history(page, one.history)}`;
}

function related({ fiche: one, words, send }: FichePage): TemplateResult | typeof nothing {
  if (one.related.length === 0) return nothing;
  return html`<section>
    <h2>${one.subject === 'requirement' ? words.related : words.covers}</h2>
    <ul>
      ${one.related.map(
        ({ slot, title, text, statusLabel }) =>
          html`<li>
            <button
              class="plain"
              @click=${() => {
                send({ kind: 'show', slot });
              }}
            >
              ${title}
            </button>
            ${statusLabel ?? ''}
            <p class="remark">${text}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

function history(page: FichePage, list: readonly FicheOpinion[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  const { words, say } = page;
  return html`<section>
    <h2>${words.history}</h2>
    <ol class="history">
      ${list.map(
        ({ on, opinion, about, comment, answeredOn, isOpen, place }) =>
          html`<li>
            <strong>${opinion}</strong> ${on ?? ''} · ${about}
            ${isOpen ? html`<span class="badge requested">${words.openRequest}</span>` : nothing}
            ${answeredOn === undefined ? nothing : say(words.answeredOn, { on: answeredOn })}
            ${placeButton(page, place, about)}
            ${comment === undefined ? nothing : html`<p class="statement">${comment}</p>`}
          </li>`,
      )}
    </ol>
  </section>`;
}
