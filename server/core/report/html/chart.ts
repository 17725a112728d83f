import type { Locale } from '../../messages/say';
import { html, type Html } from '../../text/html';
import { totalOf, type Counts, type Status } from '../../status/status';
import { statusWords } from '../../status/status-words';
import { countedStates as counted, countsInWords } from '../counted-states';

/**
 * Shapes that every chart and mark of the page refers to: a state is told by its shape or its pattern, colour only helps.
 */
export const definitions = html`<svg class="defs" aria-hidden="true" focusable="false"><defs>
<pattern id="p-toReview" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="paper" width="7" height="7"/><rect class="ink-toReview" width="4.5" height="7"/></pattern>
<pattern id="p-incomplete" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="ink-incomplete" width="6" height="6"/><rect class="paper" x="1.5" y="1.5" width="2.2" height="2.2"/></pattern>
<pattern id="p-toProvide" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="paper" width="8" height="8"/><rect class="ink-toProvide" width="1" height="8"/></pattern>
<symbol id="m-provided" viewBox="0 0 16 16"><path d="M2.5 8.5l3.6 3.7L13.5 4" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="m-incomplete" viewBox="0 0 16 16"><path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/></symbol>
<symbol id="m-toReview" viewBox="0 0 16 16"><path d="M13 8a5 5 0 1 1-1.6-3.7M13.2 1.8v3.4H9.8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="m-toProvide" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="2"/></symbol>
<symbol id="m-covered" viewBox="0 0 16 16"><path d="M3.5 3v5.5h9M9.2 5.2l3.3 3.3-3.3 3.3" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="m-requiredWithoutProof" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.4 2.4"/></symbol>
<symbol id="m-unknown" viewBox="0 0 16 16"><path d="M5.2 5.6a2.8 2.8 0 1 1 4.3 2.3c-1 .7-1.5 1.1-1.5 2.2" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><circle cx="8" cy="13.2" r="1.3" fill="currentColor"/></symbol>
<symbol id="m-notApplicable" viewBox="0 0 16 16"><path d="M3 8h10" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/></symbol>
<symbol id="m-nothingExpected" viewBox="0 0 16 16"><circle cx="8" cy="8" r="1.8" fill="currentColor"/></symbol>
</defs></svg>`;

/** The mark of a state; its word stands beside it. */
export function mark(status: Status): Html {
  return html`<svg class="mark ${status}" aria-hidden="true" focusable="false"><use href="#m-${status}"/></svg>`;
}

/** A label with more characters may be broken into lines. */
const longestLine = 24;

/** A state with its mark. */
export function statusCell(status: Status, locale: Locale, label = statusWords[status][locale]): Html {
  const long = label.length > longestLine ? ' long' : '';
  return html`<span class="status${long}">${mark(status)}${label}</span>`;
}

/**
 * One bar of proofs by state, with a title and a description for those who do not see it.
 * @param id unique in the page
 */
export function bar(id: string, name: string, counts: Counts, locale: Locale, large = false): Html {
  const total = totalOf(counts);
  let x = 0;
  const parts = counted.flatMap((status) => {
    if (counts[status] === 0) return [];
    const part = (counts[status] / total) * 100;
    const rect = html`<rect class="f-${status}" x="${round(x)}%" width="${round(part)}%" height="100%"/>`;
    x += part;
    return [rect];
  });
  const description = countsInWords(name, counts, locale);
  return html`<svg class="bar${large ? ' large' : ''}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${name}</title><desc id="${id}-d">${description}</desc>${parts}<rect class="frame" width="100%" height="100%"/></svg>`;
}

/** A sample of what a state looks like in the bars. */
export function swatch(status: (typeof counted)[number]): Html {
  return html`<svg class="swatch" aria-hidden="true" focusable="false"><rect class="f-${status}" width="100%" height="100%"/><rect class="frame" width="100%" height="100%"/></svg>`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
