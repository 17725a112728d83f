import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AttachSlotParams } from '../../../protocol/requests/attach-plan';
import type { ThreadSlot } from '../../../protocol/requests/threads';
import type { FicheProof, FicheScenario } from '../../../protocol/requests/fiche';
import { type Dropped, dropped, pasted, pastedFiles } from '../kit/dropped';
import type { FichePage } from './page';
import {
  badge,
  commandButton,
  facts,
  findings,
  followFields,
  folded,
  notApplicable,
  notes,
  placeButton,
} from './parts';
import { piece } from './piece';
import { threads } from './threads';

/** A scenario: its steps to tick off, and its expected proofs, each a place to drop pieces on. */
export function scenario(page: FichePage, one: FicheScenario): TemplateResult {
  const { words, fiche } = page;
  const isAlone = fiche.subject === 'scenario';
  return html`<section class="scenario" id=${one.key} aria-label=${one.title}>
    ${
      isAlone
        ? nothing
        : html`<h2>${one.title} ${badge(one.status, one.statusLabel)}</h2>
          ${one.name === undefined ? nothing : html`<p>${one.name}</p>`}`
    }
    ${one.text === undefined ? nothing : html`<p class="statement">${one.text}</p>`}
    ${one.explanations.map((text) => html`<p class="explanation">${text}</p>`)}
    ${
      isAlone
        ? nothing
        : html`<p class="buttons">
          ${commandButton(page, 'notApplicable', words.notApplicable, one.slot)} ${placeButton(page, one.place, one.title)}
        </p>`
    }
    ${notApplicable(page, one.notApplicable, one.slot)} ${findings(page, one.findings)} ${steps(page, one)}
    ${notes(page, `${fiche.uri}|${one.key}`, 'scenario', one.slot, one.notes)}
    ${threads(page, `${fiche.uri}|${one.key}`, one.title, threadSlot(one.slot, 'scenario'), one.threads)}
    <h3>${words.proofs}</h3>
    ${one.proofs.length === 0 ? html`<p>${words.noProofs}</p>` : nothing}
    ${repeat(
      one.proofs,
      ({ key }) => key,
      (proof) => proofPart(page, proof),
    )}
  </section>`;
}

/** Whom a thread is about. */
function threadSlot({ requirement, scenario, proof }: AttachSlotParams, level?: 'scenario'): ThreadSlot {
  return {
    ...(requirement === undefined ? {} : { requirement }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(level === 'scenario' ? {} : { proof }),
  };
}

function steps(page: FichePage, one: FicheScenario): TemplateResult {
  const { words, say, fiche } = page;
  if (one.steps.length === 0) return html`<p class="explanation">${words.noSteps}</p>`;
  const written = one.steps.filter(({ done }) => done).map(({ number }) => number);
  const done = page.ticked.get(one.key) ?? written;
  const tick = (number: number, isDone: boolean): void => {
    const next = isDone ? [...done, number] : done.filter((other) => other !== number);
    const sorted = [...new Set(next)].sort((a, b) => a - b);
    page.tick(one.key, sorted, [{ kind: 'steps', slot: one.slot, done: sorted }]);
  };
  return html`<fieldset class="steps">
    <legend>${words.steps} · ${say(words.stepsDone, { done: done.length, total: one.steps.length })}</legend>
    <ol>
      ${one.steps.map(({ number, text }) => {
        const id = `${one.key}|${number}`;
        return html`<li>
          <input
            type="checkbox"
            id=${id}
            ?disabled=${fiche.readOnly !== undefined}
            .checked=${live(done.includes(number))}
            @change=${(event: Event) => {
              tick(number, (event.currentTarget as HTMLInputElement).checked);
            }}
          />
          <label for=${id}>${say(words.stepNumbered, { number, text })}</label>
        </li>`;
      })}
    </ol>
    ${
      one.otherSteps.length === 0
        ? nothing
        : html`<p class="explanation">${say(words.otherSteps, { numbers: one.otherSteps.join(', ') })}</p>`
    }
  </fieldset>`;
}

/** What former revisions of the manifest cited for a proof, and the one at hand does not. */
function formerPieces(page: FichePage, { key, pieces }: FicheProof): TemplateResult | typeof nothing {
  const { words, say } = page;
  const gone = (page.former[key] ?? []).filter(
    (one) => !pieces.some(({ kind, label }) => kind === one.kind && label === one.label),
  );
  if (gone.length === 0) return nothing;
  return folded(
    page,
    `${page.fiche.uri}|${key}|avant`,
    say(words.former, { count: gone.length }),
    html`<ul class="former">
      ${gone.map(({ label, on, revision }) => html`<li>${say(words.formerPiece, { label, on, revision })}</li>`)}
    </ul>`,
  );
}

function proofPart(page: FichePage, proof: FicheProof): TemplateResult {
  const { words, say, fiche, send } = page;
  const { slot } = proof;
  const mayWrite = fiche.readOnly === undefined;
  const take = (read: Promise<Dropped>): void => {
    read.then(
      ({ list, files }) => {
        if (list !== '' || files.length > 0) send({ kind: 'dropped', slot, list, files });
      },
      (error: unknown) => {
        page.tell(String(error));
      },
    );
  };
  const key = `${fiche.uri}|${proof.key}`;
  const isFollowed = Object.keys(proof.follow).some((name) => name !== 'inherited');
  return html`<article
    class="proof ${page.over === proof.key ? 'over' : ''}"
    id=${proof.key}
    aria-label=${proof.title}
    @dragover=${(event: DragEvent) => {
      if (!mayWrite) return;
      event.preventDefault();
      if (page.over !== proof.key) page.dragOver(proof.key);
    }}
    @dragleave=${(event: DragEvent) => {
      const { currentTarget, relatedTarget } = event;
      if (relatedTarget instanceof Node && (currentTarget as HTMLElement).contains(relatedTarget)) return;
      page.dragOver(undefined);
    }}
    @drop=${(event: DragEvent) => {
      if (!mayWrite) return;
      event.preventDefault();
      page.dragOver(undefined);
      if (event.dataTransfer) take(dropped(event.dataTransfer));
    }}
    @paste=${(event: ClipboardEvent) => {
      if (!mayWrite || !event.clipboardData || !pasted(event)) return;
      event.preventDefault();
      take(pastedFiles(event.clipboardData));
    }}
  >
    <h4>${proof.title} ${badge(proof.status, proof.statusLabel)}</h4>
    <p>
      ${proof.late ? html`<span class="badge late">${words.late}</span>` : nothing}
      ${proof.requested ? html`<span class="badge requested">${words.requested}</span>` : nothing}
    </p>
    ${proof.expected === '' ? nothing : html`<p class="expected">${proof.expected}</p>`} ${facts(proof.facts)}
    ${proof.explanations.map((text) => html`<p class="explanation">${text}</p>`)} ${findings(page, proof.findings)}
    ${
      proof.pieces.length === 0
        ? html`<p class="none">${words.noPiece}</p>`
        : html`<ul class="pieces" aria-label=${say(words.pieces, { proof: proof.title })}>
          ${proof.pieces.map((one, at) => piece(page, proof, one, at))}
        </ul>`
    }
    ${formerPieces(page, proof)}
    <div class="zone" tabindex="0" role="group" aria-label=${say(words.dropHere, { proof: proof.title })}>
      <p class="buttons">
        ${commandButton(page, 'file', words.attach, slot)} ${commandButton(page, 'link', words.link, slot)}
        ${commandButton(page, 'execution', words.execution, slot)}
        ${commandButton(page, 'declaration', words.declaration, slot)} ${placeButton(page, proof.place, proof.title)}
      </p>
      <small>${words.dropHint}</small>
    </div>
    ${threads(page, key, slot.proof, threadSlot(slot), proof.threads)}
    ${folded(page, `${key}|suivi`, words.work, followFields(page, key, 'proof', slot, proof.follow), isFollowed)}
  </article>`;
}
