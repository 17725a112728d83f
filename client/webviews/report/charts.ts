import { html, nothing, type TemplateResult } from 'lit';
import type { ReportChart, ReportCounted, ReportView } from '../../../protocol/requests/report';
import { formatNumber } from '../../../words/numbers';
import { chartPicture } from './chart-picture';
import { sectionId, type ReportPage } from './page';

/** What each state is drawn with, in bars and beside its word: the shape tells it, colour only helps. */
export const patterns = html`<svg class="defs" aria-hidden="true"><defs>
  <pattern id="p-toReview" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="paper" width="7" height="7"/><rect class="f-toReview-ink" width="4.5" height="7"/></pattern>
  <pattern id="p-incomplete" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="f-incomplete-ink" width="6" height="6"/><rect class="paper" x="1.5" y="1.5" width="2.2" height="2.2"/></pattern>
  <pattern id="p-toProvide" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="paper" width="8" height="8"/><rect class="f-toProvide-ink" width="1.5" height="8"/></pattern>
</defs></svg>`;

/** The figures of the dossier as a whole; each shows what it counts. */
export function overview(page: ReportPage): TemplateResult | typeof nothing {
  const { report, words, say, look } = page;
  const { counts, states } = report;
  if (!counts) return nothing;
  return html`<ul class="tiles" aria-label=${words.overall}>
    ${states.map(({ status, label }, at) => {
      const count = counts[at] ?? 0;
      return html`<li>
        <button
          aria-pressed=${look.counted.status === status ? 'true' : 'false'}
          title=${say(words.showOnlyState, { name: words.overall, state: label, count })}
          @click=${() => {
            page.count({ status });
          }}
        >
          <strong>${formatNumber(count, page.locale)}</strong>${swatch(status)} ${label}
        </button>
      </li>`;
    })}
  </ul>`;
}

function swatch(status: string): TemplateResult {
  return html`<svg class="swatch" aria-hidden="true"><rect class=${`f-${status}`} width="100%" height="100%" /></svg>`;
}

/** Bars by chapter or by domain: a name, a figure and a part of a bar show what they count. */
export function chartSection(page: ReportPage, chart: ReportChart): TemplateResult {
  const { report, words, say } = page;
  const { title, bars, by } = chart;
  const id = `${sectionId(title)}-chart`;
  return html`<div class="chart">
    <h2 id=${id}>${title}</h2>
    <p class="buttons">
      <button
        aria-label=${`${words.copyPicture} (${title})`}
        @click=${() => {
          page.copy(words.pictureCopied, () => copyPicture(report, chart));
        }}
      >
        ${words.copyPicture}
      </button>
    </p>
    <ul class="bars">
      ${bars.map((bar) => {
        const isShown = page.look.counted[by] === bar.name;
        return html`<li class=${isShown ? 'shown' : ''}>
          <button
            class="link name"
            aria-label=${`${say(words.showOnly, { name: bar.name })}. ${bar.description}`}
            aria-pressed=${isShown && page.look.counted.status === undefined ? 'true' : 'false'}
            @click=${() => {
              page.count(asked(by, bar.name));
            }}
          >
            ${bar.name}
          </button>
          <div>
            <div class="bar">${parts(page, chart, bar)}</div>
            ${bar.uncounted.length === 0 ? nothing : html`<span class="soft">${bar.uncounted.join(' · ')}</span>`}
          </div>
        </li>`;
      })}
    </ul>
  </div>`;
}

function asked(by: ReportChart['by'], name: string): ReportCounted {
  return by === 'chapter' ? { chapter: name } : { domain: name };
}

function parts(page: ReportPage, { by }: ReportChart, { name, counts }: ReportChart['bars'][number]) {
  const { report, words, say } = page;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return report.states.map(({ status, label }, at) => {
    const count = counts[at] ?? 0;
    if (count === 0) return nothing;
    const text = say(words.showOnlyState, { name, state: label, count });
    return html`<button
      class="part"
      title=${text}
      aria-label=${text}
      .style=${`flex-grow:${count / total}`}
      @click=${() => {
        page.count({ ...asked(by, name), status });
      }}
    >
      <svg aria-hidden="true"><rect class=${`f-${status}`} width="100%" height="100%" /></svg>
      <span>${formatNumber(count, page.locale)}</span>
    </button>`;
  });
}

async function copyPicture(report: ReportView, chart: ReportChart): Promise<void> {
  // Given as a promise: the clipboard must be asked for while the click lasts.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': chartPicture(report, chart) })]);
}
