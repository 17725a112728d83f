import { html, nothing, render, type TemplateResult } from 'lit';
import { fill } from '../../../words/say';
import type { ReportCounted, ReportView } from '../../../protocol/requests/report';
import {
  reportFormats,
  type FromReportPage,
  type ReportStart,
  type ToReportPage,
} from '../../../protocol/webview/report-page';
import { connect } from '../kit/extension-side';
import { keepUndoInFields } from '../kit/keep-undo';
import '../kit/page.css';
import { pageElement, pageStart } from '../kit/page-start';
import { chartSection, overview, patterns } from './charts';
import './drawing';
import { firstLook, type ReportLook, type TableLook } from './look';
import { sectionId, type ReportPage } from './page';
import './report.css';
import { tableSection } from './table-section';

const { words, locale } = pageStart() as ReportStart;
const root = pageElement();
let shown: ToReportPage | undefined;
let told = '';

const side = connect<FromReportPage, ReportLook>((received) => {
  const isFirst = shown?.kind !== 'report';
  shown = received as ToReportPage;
  draw();
  if (isFirst) root.scrollTop = look.top;
});
let look: ReportLook = { ...firstLook, ...side.getState() };
keepUndoInFields(root);

function change(part: Partial<ReportLook>): void {
  look = { ...look, ...part };
  side.setState(look);
  draw();
}

function changeTable(title: string, own: TableLook): void {
  change({ tables: { ...look.tables, [title]: own } });
}

function tell(text: string): void {
  told = text;
  draw();
}

function copy(copied: string, run: () => Promise<void>): void {
  run().then(
    () => {
      tell(copied);
    },
    (error: unknown) => {
      tell(fill(words.notCopied, locale, { why: error instanceof Error ? error.message : String(error) }));
    },
  );
}

/** Goes to a section, open. */
function goTo(title: string): void {
  changeTable(title, { ...look.tables[title], folded: false });
  const heading = document.getElementById(sectionId(title));
  const target = heading?.closest('summary') ?? heading;
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
}

function count(counted: ReportCounted): void {
  const { chapter, domain, status } = counted;
  change({
    counted: {
      ...(chapter === undefined ? {} : { chapter }),
      ...(domain === undefined ? {} : { domain }),
      ...(status === undefined ? {} : { status }),
    },
  });
  const matrix = shown?.kind === 'report' && shown.report.tables.find(({ role }) => role === 'matrix');
  if (matrix) goTo(matrix.title);
}

function draw(): void {
  render(body(), root);
}

function body(): TemplateResult {
  if (!shown)
    return html`<h1 class="spoken">${words.title}</h1>
      <p role="status">${words.loading}</p>`;
  if (shown.kind === 'failed')
    return html`<h1 class="spoken">${words.title}</h1>
      <p role="alert">${shown.message}</p>
      <p><button @click=${() => {
        side.postMessage({ kind: 'run', what: 'restart' });
      }}>${words.restart}</button></p>`;
  const { report } = shown;
  const page: ReportPage = {
    report,
    words,
    locale,
    look,
    say: (text, args = {}) => fill(text, locale, args),
    send: (message) => {
      side.postMessage(message);
    },
    change,
    changeTable,
    count,
    tell,
    copy,
  };
  return html`${patterns}
    <header>
      <h1>${report.title}</h1>
      <p class="lead">${report.lead}</p>
      <p class="notice">${report.notice}</p>
      ${actions(page)}
    </header>
    ${tools(page)}
    <p role="status" class=${told === '' ? 'spoken' : 'told'}>${told}</p>
    ${contents(report)} ${overview(page)} ${report.charts.map((chart) => chartSection(page, chart))}
    ${report.tables.map((table) => tableSection(page, table))}`;
}

function actions({ send }: ReportPage): TemplateResult {
  const button = (label: string, message: FromReportPage) =>
    html`<button
      @click=${() => {
        send(message);
      }}
    >
      ${label}
    </button>`;
  return html`<p class="buttons">
    ${button(words.openTable, { kind: 'run', what: 'table' })}
    ${button(words.openManifest, { kind: 'run', what: 'manifest' })}
    ${reportFormats.map((format) => button(words.save[format], { kind: 'save', format }))}
  </p>`;
}

/** What is shown of every table: it stays in sight. */
function tools({ report, look: { search, counted } }: ReportPage): TemplateResult {
  const names = (by: 'chapter' | 'domain') =>
    report.charts.filter((one) => one.by === by).flatMap(({ bars }) => bars.map(({ name }) => [name, name] as const));
  const isNarrowed = search !== '' || Object.keys(counted).length > 0;
  return html`<div class="tools" role="search" aria-label=${words.tools}>
    <input
      type="search"
      aria-label=${words.search}
      placeholder=${words.search}
      .value=${search}
      @input=${(event: Event) => {
        change({ search: (event.currentTarget as HTMLInputElement).value });
      }}
    />
    ${choice(
      words.state,
      'status',
      report.states.map(({ status, label }) => [status, label] as const),
    )}
    ${choice(words.chapter, 'chapter', names('chapter'))} ${choice(words.domain, 'domain', names('domain'))}
    <button
      ?disabled=${!isNarrowed}
      @click=${() => {
        change({ search: '', counted: {} });
      }}
    >
      ${words.clear}
    </button>
  </div>`;
}

function choice(
  label: string,
  key: keyof ReportCounted,
  values: readonly (readonly [value: string, label: string])[],
): TemplateResult | typeof nothing {
  if (values.length === 0) return nothing;
  const present = look.counted[key] ?? '';
  return html`<label
    >${label}
    <select
      @change=${(event: Event) => {
        const { value } = event.currentTarget as HTMLSelectElement;
        const others = Object.fromEntries(Object.entries(look.counted).filter(([one]) => one !== key));
        change({ counted: value === '' ? others : { ...others, [key]: value } });
      }}
    >
      <option value="" ?selected=${present === ''}>${words.all}</option>
      ${values.map(([value, text]) => html`<option value=${value} .selected=${present === value}>${text}</option>`)}
    </select></label
  >`;
}

function contents({ tables }: ReportView): TemplateResult {
  return html`<nav aria-label=${words.contents}>
    <ul>
      ${tables.map(
        ({ title }) =>
          html`<li>
            <button
              class="link"
              @click=${() => {
                goTo(title);
              }}
            >
              ${title}
            </button>
          </li>`,
      )}
    </ul>
  </nav>`;
}

let scrolled = 0;
root.addEventListener('scroll', () => {
  // One drawing later: it scrolls many times between two.
  cancelAnimationFrame(scrolled);
  scrolled = requestAnimationFrame(() => {
    look = { ...look, top: root.scrollTop };
    side.setState(look);
  });
});

draw();
side.postMessage({ kind: 'ready' });
