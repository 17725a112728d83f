import { fill, say, type Locale, type Sentence } from '../messages/say';
import { csvOf, spreadsheetCsv } from '../report/csv';
import { formatBytes } from '../../../words/numbers';
import { html, joined, linesOf, type Html, type HtmlValue } from '../text/html';
import { htmlPage } from '../text/html-page';
import { htmlTable } from '../text/html-table';
import { idOf } from './find-items';
import type { UploadItem, UploadList } from './upload-list';
import type { UploadTick } from './upload-log';
import type { SinceFiled, UploadRow, UploadRows } from './upload-states';
import { tickWords, uploadStateWords, uploadTextKeys, uploadTextWords, uploadWords as words } from './upload-words';

const colon: Sentence = { fr: ' : ', en: ': ' };

/** All that is shown of what is filed of a package. */
export interface UploadView extends UploadRows {
  readonly list: UploadList;
  readonly locale: Locale;
  /** Only what is left to be filed is shown. */
  readonly isRest?: boolean;
  /** Against the dossier as it is now, where it was asked for. */
  readonly since?: SinceFiled;
}

export interface UploadProgress {
  readonly filed: number;
  readonly total: number;
}

export function uploadProgress({ rows }: UploadRows): UploadProgress {
  return { filed: rows.filter(({ state }) => state === 'filed').length, total: rows.length };
}

/** What is shown: all of it, or what is left. */
export function shownRows({ rows, isRest }: UploadView): readonly UploadRow[] {
  return isRest === true ? rows.filter(({ state }) => state !== 'filed') : rows;
}

/** What a piece is called: its path in the package, its link or its number. */
export function uploadName({ kind, name, value }: Pick<UploadItem, 'kind' | 'name' | 'value'>, locale: Locale): string {
  return kind === 'execution' ? say(words.execution, locale, { value }) : (name ?? value);
}

/** The texts of a piece in the order in which they are copied, with what each is. */
export function uploadTexts(
  { texts }: UploadItem,
  locale: Locale,
): readonly { readonly label: string; readonly text: string }[] {
  return uploadTextKeys.flatMap((key) => {
    const text = texts[key];
    return text === undefined ? [] : [{ label: say(uploadTextWords[key], locale), text }];
  });
}

/** Number of characters of a text, as a person counts them. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

export function stateText({ state, tick }: UploadRow, locale: Locale): string {
  const label = say(uploadStateWords[state], locale);
  if (!tick) return label;
  const when = tickWords(tick, locale);
  return state === 'filed' ? when : `${label} (${say(words.before, locale, { tick: when })})`;
}

/** Sentences about the whole: what keeps it from being filed, what it lacks. */
export function uploadNotices(view: UploadView): readonly string[] {
  const { list, locale } = view;
  const { filed, total } = uploadProgress(view);
  return [
    ...(list.draft ? [say(words.draft, locale)] : []),
    ...(list.empty > 0 ? [say(words.empty, locale, { count: list.empty })] : []),
    ...(total === 0 ? [say(words.nothing, locale)] : []),
    ...(total > 0 && filed === total && !list.draft && list.empty === 0 && view.gone.length === 0
      ? [say(words.done, locale)]
      : []),
  ];
}

/** What was filed, with its slot. */
export function tickLine(tick: UploadTick, locale: Locale): string {
  return `${idOf(tick)}  ${uploadName(tick, locale)}, ${tickWords(tick, locale)}`;
}

/** What is the same since and what differs, a line each. */
export function sinceLines({ changed, gone, unread, fresh, same }: SinceFiled, locale: Locale): readonly string[] {
  const since = words.since;
  return [
    say(words.sinceSame, locale, { count: same }),
    ...changed.map(({ tick }) => `${tickLine(tick, locale)}${colon[locale]}${say(since.changed, locale)}`),
    ...gone.map((tick) => `${tickLine(tick, locale)}${colon[locale]}${say(since.gone, locale)}`),
    ...unread.map((tick) => `${tickLine(tick, locale)}${colon[locale]}${say(since.unread, locale)}`),
    ...fresh.map(
      ({ slot, kind, value }) =>
        `${idOf(slot)}  ${uploadName({ kind, value }, locale)}${colon[locale]}${say(since.fresh, locale)}`,
    ),
  ];
}

const marks = { filed: 'x', todo: ' ', changed: '!', absent: '?' } as const;

/** The list as text: a line for each piece, its texts below it, ready to be copied. */
export function uploadText(view: UploadView): string {
  const { list, locale, gone, since } = view;
  const lines: string[] = [
    `${list.of}${colon[locale]}${fill(words.progress[locale], locale, { ...uploadProgress(view) })}`,
  ];
  lines.push(...uploadNotices(view));
  let chapter: string | undefined;
  for (const row of shownRows(view)) {
    const { item } = row;
    if (item.slot.chapter !== chapter) lines.push('', item.slot.chapter);
    chapter = item.slot.chapter;
    const size = item.size === undefined ? '' : ` (${formatBytes(item.size, locale)})`;
    const state = row.state === 'todo' ? '' : `  ${stateText(row, locale)}`;
    lines.push(`[${marks[row.state]}] ${item.order}. ${item.shownId}  ${uploadName(item, locale)}${size}${state}`);
    if (item.sha256 !== undefined) lines.push(`      SHA-256 ${item.sha256}`);
    for (const { label, text } of uploadTexts(item, locale)) {
      const count = say(words.characters, locale, { count: lengthOf(text) });
      lines.push(
        `      ${label} (${count})${colon[locale].trimEnd()}`,
        ...text
          .trim()
          .split(/\r?\n/)
          .map((one) => `        ${one}`.trimEnd()),
      );
    }
  }
  if (gone.length > 0)
    lines.push('', say(words.goneHead, locale), ...gone.map((tick) => `  ${tickLine(tick, locale)}`));
  if (since) {
    lines.push('', say(words.sinceHead, locale), ...sinceLines(since, locale).map((line) => `  ${line}`));
  }
  return `${lines.join('\n')}\n`;
}

/** The list as a table for a spreadsheet program: a row for each piece. */
export function uploadCsv(view: UploadView): string {
  const { locale } = view;
  const headers = [
    words.order,
    words.chapter,
    words.requirement,
    words.scenario,
    words.slot,
    words.piece,
    words.origin,
    words.size,
    words.digest,
    words.state,
    words.filedOn,
    words.filedBy,
    ...uploadTextKeys.map((key) => uploadTextWords[key]),
  ];
  const rows = shownRows(view).map(({ item, state, tick }) => [
    item.order,
    item.slot.chapter,
    item.slot.requirement,
    item.slot.scenario,
    item.shownId,
    uploadName(item, locale),
    item.kind === 'fichier' || item.kind === 'declaration' ? item.value : undefined,
    item.size,
    item.sha256,
    say(uploadStateWords[state], locale),
    tick?.on,
    tick?.by,
    ...uploadTextKeys.map((key) => item.texts[key]),
  ]);
  const columns = headers.map((header) => ({ header: header[locale], width: 0 }));
  return csvOf({ columns, rows }, spreadsheetCsv(locale));
}

/** The list for a program: schema in docs/depot.md. */
export function uploadJson(view: UploadView): string {
  const { list, locale, gone, since } = view;
  const { filed, total } = uploadProgress(view);
  const json = {
    version: 1,
    avertissement: words.internal[locale],
    depot: list.of,
    brouillon: list.draft,
    deposees: filed,
    total,
    preuves_sans_piece: list.empty,
    pieces: shownRows(view).map(({ item, state, tick }) => ({
      ordre: item.order,
      chapitre: item.slot.chapter,
      exigence: item.slot.requirement ?? null,
      scenario: item.slot.scenario ?? null,
      preuve: item.slot.proof ?? null,
      identifiant: item.shownId,
      genre: item.kind,
      fichier: item.name ?? null,
      valeur: item.value,
      taille: item.size ?? null,
      sha256: item.sha256 ?? null,
      titre: item.title ?? null,
      textes: {
        conformite: item.texts.conformity ?? null,
        commentaire: item.texts.comment ?? null,
        commentaire_scenario: item.texts.scenarioComment ?? null,
        commentaire_exigence: item.texts.requirementComment ?? null,
        justification: item.texts.justification ?? null,
      },
      etat: stateKeys[state],
      deposee: tick ? tickJson(tick) : null,
    })),
    absentes_du_paquet: gone.map(tickJson),
    ...(since
      ? {
          depuis: {
            inchangees: since.same,
            changees: since.changed.map(({ tick }) => tickJson(tick)),
            disparues: since.gone.map(tickJson),
            non_lues: since.unread.map(tickJson),
            nouvelles: since.fresh.map(({ slot, kind, value }) => ({
              exigence: slot.requirement ?? null,
              scenario: slot.scenario ?? null,
              preuve: slot.proof ?? null,
              genre: kind,
              valeur: value,
            })),
          },
        }
      : {}),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

const stateKeys = { todo: 'a_deposer', filed: 'deposee', changed: 'a_redeposer', absent: 'absente' } as const;

function tickJson(tick: UploadTick): object {
  return {
    exigence: tick.requirement ?? null,
    scenario: tick.scenario ?? null,
    preuve: tick.proof ?? null,
    genre: tick.kind,
    valeur: tick.value,
    sha256: tick.sha256 ?? null,
    le: tick.on,
    par: tick.by ?? null,
  };
}

const style = '.texts{margin:0;white-space:pre-wrap}\ntd.filed{color:var(--provided)}\n';

/** The list as a page to print or to copy from. */
export function uploadHtml(view: UploadView): string {
  const { list, locale, gone, since } = view;
  const rows = shownRows(view);
  const chapters = [...new Set(rows.map(({ item }) => item.slot.chapter))];
  const tables = chapters.map((chapter) =>
    chapterTable(
      chapter,
      rows.filter(({ item }) => item.slot.chapter === chapter),
      locale,
    ),
  );
  const content = html`<p class="notice">${words.internal[locale]}</p>
<p><strong>${fill(words.progress[locale], locale, { ...uploadProgress(view) })}</strong></p>
${uploadNotices(view).map((notice) => html`<p>${notice}</p>\n`)}${tables}${
    gone.length > 0 &&
    bullets(
      say(words.goneHead, locale),
      gone.map((tick) => tickLine(tick, locale)),
    )
  }${since && bullets(say(words.sinceHead, locale), sinceLines(since, locale))}`;
  return htmlPage({ locale, title: `${say(words.title, locale)}${colon[locale]}${list.of}`, style, content });
}

function bullets(head: string, items: readonly string[]): Html {
  return html`<h2>${head}</h2>\n<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;
}

function chapterTable(chapter: string, rows: readonly UploadRow[], locale: Locale): Html {
  const columns = [
    { header: words.order[locale], cell: ({ item }: UploadRow) => item.order, number: true },
    { header: words.slot[locale], cell: ({ item }: UploadRow) => item.shownId, rowHeader: true },
    { header: words.piece[locale], cell: ({ item }: UploadRow) => pieceCell(item, locale) },
    { header: words.state[locale], cell: (row: UploadRow) => stateText(row, locale) },
  ];
  return html`<h2>${chapter}</h2>\n${htmlTable(chapter, columns, rows)}`;
}

function pieceCell(item: UploadItem, locale: Locale): HtmlValue {
  const size = item.size !== undefined && html` <span class="soft">${formatBytes(item.size, locale)}</span>`;
  const digest = item.sha256 !== undefined && html`<br><code>${item.sha256}</code>`;
  const texts = uploadTexts(item, locale).map(
    ({ label, text }) =>
      html`<br><span class="soft">${label} (${say(words.characters, locale, { count: lengthOf(text) })})</span><br>${linesOf(text)}`,
  );
  return html`${uploadName(item, locale)}${size}${digest}${joined(texts, '')}`;
}
