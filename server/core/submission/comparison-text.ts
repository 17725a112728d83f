import { say, type Locale, type Sentence } from '../messages/say';
import type { Status } from '../status/status';
import { statusWords } from '../status/status-words';
import { withoutHidden } from '../text/hidden-characters';
import { html, type Html } from '../text/html';
import { htmlPage } from '../text/html-page';
import { htmlTable, type HtmlColumn } from '../text/html-table';
import type { Comparison, HeadChange, PieceChange, ProofChange } from './compare-states';
import type { FiledPiece, FiledProof } from './filed-state';

const words = {
  title: { fr: 'Différences : {before} → {after}', en: 'Differences: {before} → {after}' },
  same: { fr: 'Aucune différence.', en: 'No difference.' },
  counts: {
    fr: '{added, plural, one {# pièce ajoutée} other {# pièces ajoutées}}, {removed, plural, one {# retirée} other {# retirées}}, {replaced, plural, one {# remplacée} other {# remplacées}}, {renamed, plural, one {# renommée} other {# renommées}} ; {statuses, plural, one {# statut changé} other {# statuts changés}}',
    en: '{added, plural, one {# piece} other {# pieces}} added, {removed, number} removed, {replaced, number} replaced, {renamed, number} renamed; {statuses, plural, one {# status} other {# statuses}} changed',
  },
  limited: { fr: 'Comparaison limitée à : {chapters}', en: 'Comparison limited to: {chapters}' },
  answers: {
    fr: 'Comparaison limitée aux preuves du dépôt de réponses',
    en: 'Comparison limited to the proofs of the package of answers',
  },
  wholeRequirement: { fr: 'déclaration', en: 'statement' },
  none: { fr: 'aucun', en: 'none' },
  labelled: { fr: '{label} : {value}', en: '{label}: {value}' },
  proof: { fr: 'Preuve', en: 'Proof' },
  status: { fr: 'Statut', en: 'Status' },
  evidence: { fr: 'Pièces', en: 'Evidence' },
  execution: { fr: 'exécution {value}', en: 'execution {value}' },
  added: { fr: 'ajoutée', en: 'added' },
  removed: { fr: 'retirée', en: 'removed' },
  replaced: { fr: 'remplacée', en: 'replaced' },
  renamed: { fr: 'renommée', en: 'renamed' },
} satisfies Record<string, Sentence>;

export const headWords: Readonly<Record<HeadChange['field'], Sentence>> = {
  dispositif: { fr: 'Dispositif', en: 'Dispositif' },
  software: { fr: 'Logiciel', en: 'Software' },
  softwareVersion: { fr: 'Version du logiciel', en: 'Software version' },
  catalogueVersion: { fr: 'Version du REM', en: 'REM version' },
};

/** What each line of the text form begins with. */
export const changeMarks: Readonly<Record<PieceChange['kind'], string>> = {
  added: '+',
  removed: '-',
  replaced: '~',
  renamed: '>',
};

/** What is compared, as the user named it. */
export interface ComparedNames {
  readonly before: string;
  readonly after: string;
}

/** Text from a package or a manifest, shown in Markdown as it is, on one line. */
export function markdownCell(text: string): string {
  return withoutHidden(text)
    .replace(/[\\`*_{}[\]<>#|&]/g, '\\$&')
    .replace(/\s+/g, ' ');
}

/** One line per change under each proof, beginning with its mark; ends with the figures. */
export function comparisonText(comparison: Comparison, names: ComparedNames, locale: Locale): string {
  const lines = [say(words.title, locale, { ...names }), ...limits(comparison, locale), ''];
  for (const change of comparison.heads) lines.push(headLine(change, locale));
  for (const proof of comparison.proofs) {
    lines.push(`${slotName(proof, locale)}  ${proof.chapter}`);
    if (proof.status) lines.push(`  ! ${statusLine(proof.status, locale)}`);
    for (const change of proof.changes) lines.push(`  ${changeMarks[change.kind]} ${changeLine(change, locale)}`);
  }
  return `${[...lines, ...closing(comparison, locale)].join('\n')}\n`;
}

export function comparisonMarkdown(comparison: Comparison, names: ComparedNames, locale: Locale): string {
  const cell = markdownCell;
  const lines = [
    `## ${cell(say(words.title, locale, { ...names }))}`,
    '',
    ...limits(comparison, locale).map((line) => `${cell(line)}\n`),
  ];
  for (const change of comparison.heads) lines.push(`- ${cell(headLine(change, locale))}`);
  if (comparison.heads.length > 0) lines.push('');
  if (comparison.proofs.length > 0) {
    const header = [words.proof, words.status, words.evidence].map((one) => one[locale]);
    lines.push(`| ${header.join(' | ')} |`, '| --- | --- | --- |');
    for (const proof of comparison.proofs) {
      const changes = proof.changes.map((change) =>
        say(words.labelled, locale, { label: words[change.kind][locale], value: cell(changeLine(change, locale)) }),
      );
      const status = proof.status ? statusLine(proof.status, locale) : '';
      lines.push(`| ${cell(slotName(proof, locale))} | ${status} | ${changes.join('<br>')} |`);
    }
    lines.push('');
  }
  return `${[...lines, ...closing(comparison, locale).filter((line) => line !== '')].join('\n')}\n`;
}

/** A page that needs nothing beside it, and prints. */
export function comparisonPage(comparison: Comparison, names: ComparedNames, locale: Locale): string {
  const title = say(words.title, locale, { ...names });
  const columns: HtmlColumn<ProofChange>[] = [
    {
      header: words.proof[locale],
      cell: (proof) => html`${slotName(proof, locale)}<br><small>${proof.chapter}</small>`,
      rowHeader: true,
    },
    { header: words.status[locale], cell: ({ status }) => status && statusLine(status, locale) },
    { header: words.evidence[locale], cell: ({ changes }) => changes.length > 0 && changeList(changes, locale) },
  ];
  const paragraphs = [
    ...limits(comparison, locale),
    ...comparison.heads.map((change) => headLine(change, locale)),
    ...closing(comparison, locale).filter((line) => line !== ''),
  ];
  const table = comparison.proofs.length > 0 && htmlTable(title, columns, comparison.proofs);
  return htmlPage({ locale, title, style, content: html`${paragraphs.map((text) => html`<p>${text}</p>\n`)}${table}` });
}

const style = `
td ul{margin:0;padding-left:1.2rem}td li{overflow-wrap:anywhere}.added b{color:var(--provided)}.removed b{color:var(--incomplete)}.replaced b,.renamed b{color:var(--toReview)}
`;

function changeList(changes: readonly PieceChange[], locale: Locale): Html {
  const items = changes.map(
    (change) =>
      html`<li class="${change.kind}"><b>${words[change.kind][locale]}</b> ${changeLine(change, locale)}</li>`,
  );
  return html`<ul>${items}</ul>`;
}

function limits({ chapters, answers }: Comparison, locale: Locale): string[] {
  if (answers) return [words.answers[locale]];
  return chapters ? [say(words.limited, locale, { chapters: chapters.join(', ') })] : [];
}

function closing({ heads: changed, proofs, counts }: Comparison, locale: Locale): string[] {
  if (changed.length === 0 && proofs.length === 0) return [words.same[locale]];
  return ['', say(words.counts, locale, { ...counts })];
}

export function headLine({ field, before, after }: HeadChange, locale: Locale): string {
  const none = words.none[locale];
  const value = `${before ?? none} → ${after ?? none}`;
  return say(words.labelled, locale, { label: headWords[field][locale], value });
}

export function slotName(
  { requirement, scenario, proof }: Pick<FiledProof, 'requirement' | 'scenario' | 'proof'>,
  locale: Locale,
): string {
  return proof ?? `${scenario ?? requirement ?? ''} (${words.wholeRequirement[locale]})`;
}

function statusLine({ before, after }: NonNullable<ProofChange['status']>, locale: Locale): string {
  const word = (status: Status | undefined) => (status ? statusWords[status] : words.none)[locale];
  return `${word(before)} → ${word(after)}`;
}

function changeLine(change: PieceChange, locale: Locale): string {
  switch (change.kind) {
    case 'added':
      return pieceName(change.after, locale);
    case 'removed':
      return pieceName(change.before, locale);
    case 'replaced':
    case 'renamed': {
      const [before, after] = [pieceName(change.before, locale), pieceName(change.after, locale)];
      const digests =
        change.kind === 'replaced' ? ` (${shortDigest(change.before)} → ${shortDigest(change.after)})` : '';
      return `${before === after ? before : `${before} → ${after}`}${digests}`;
    }
  }
}

function pieceName({ kind, value }: FiledPiece, locale: Locale): string {
  return kind === 'execution' ? say(words.execution, locale, { value }) : value;
}

function shortDigest({ sha256 }: FiledPiece): string {
  return sha256?.slice(0, 12) ?? '?';
}
