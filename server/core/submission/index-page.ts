import { idLabeller, printedIds } from '../catalogue/printed-id';
import { sourceName } from '../catalogue/source-name';
import { requestSubject } from '../instruction/request-words';
import { fill } from '../messages/say';
import { totalOf } from '../status/status';
import { statusWords } from '../status/status-words';
import { html, linesOf, type Html, type HtmlValue } from '../text/html';
import { htmlPage } from '../text/html-page';
import { htmlTable, type HtmlColumn } from '../text/html-table';
import { answersIn, type AnsweredRequest } from './answered-requests';
import { chaptersInScope } from './scope';
import { filedTexts, type FiledText } from './filed-texts';
import type { PackageFacts } from './package-content';
import type { PlannedEvidence, PlannedReference, Slot } from './plan';
import { fileNameOf } from '../text/file-name';

const words = {
  totals:
    '{files, plural, one {# fichier} other {# fichiers}}, {links, plural, one {# lien} other {# liens}}, {executions, plural, one {# numéro d’exécution} other {# numéros d’exécution}}, {statements, plural, one {# déclaration} other {# déclarations}}.',
  chapter: '{provided, plural, one {# preuve fournie} other {# preuves fournies}} sur {total, number} ({status}).',
};

/**
 * The page that a person opens first in a package: self-contained, printable, in French since ANS reads it. A digest
 * says that a file is intact, not that it is sufficient; the page says so.
 */
export function indexPage(facts: PackageFacts): string {
  const { analysis, options } = facts;
  const { parsed } = analysis.dossier.main;
  const software = [parsed.software?.facts.name?.value, parsed.software?.facts.version?.value]
    .filter(Boolean)
    .join(' ');
  const dossier = `Dossier de preuves ${parsed.dossier?.facts.dispositif?.value ?? ''}`.trim();
  const title = options.scope.proofs ? `Réponses aux demandes de modification – ${dossier}` : dossier;
  const identity = [
    definition('Éditeur', parsed.vendor?.facts.name?.value),
    definition('SIRET', parsed.vendor?.facts.siret?.value),
    definition('Logiciel', software),
    definition('Référentiel', catalogueLine(facts)),
    definition('Constitué par', `Ségur Preuves ${options.toolVersion}`),
  ];
  const draft =
    options.draft && html`<p class="brouillon">Brouillon : ce paquet n’est pas destiné à être déposé.</p>\n`;
  const content = html`${draft}<dl>
${identity}</dl>
<p>L’empreinte SHA-256 dit qu’une pièce est intacte, pas qu’elle est suffisante.</p>
${answers(facts)}${totals(facts)}${chapters(facts)}`;
  return htmlPage({ locale: 'fr', title, style, content });
}

const style =
  '.brouillon{border:2px solid var(--incomplete);color:var(--incomplete);padding:.5rem 1rem;font-weight:600}\n';

function catalogueLine({ analysis }: PackageFacts): string | undefined {
  const { catalogue } = analysis.dossier;
  if (catalogue.kind !== 'loaded') return undefined;
  const { version, date } = catalogue.catalogue;
  const parts =
    catalogue.origin.kind === 'builtIn'
      ? ['catalogue intégré (reconstruction de travail, non officielle)']
      : ['REM importé', sourceName(catalogue.catalogue)];
  return [...parts, version && `version ${version}`, date].filter(Boolean).join(', ');
}

/** In a package of answers: what was asked, so that the examiner finds the answer to each request. */
function answers({ analysis, options }: PackageFacts): Html | undefined {
  const rows = answersIn(analysis, options.scope);
  if (!rows) return undefined;
  const table = htmlTable<AnsweredRequest>(
    'Demandes',
    [
      { header: 'Sur', cell: ({ request }) => requestSubject(request), rowHeader: true },
      { header: 'Demandée le', cell: ({ request }) => request.on },
      { header: 'Demande', cell: ({ request }) => request.comment },
      { header: 'Répondu le', cell: ({ request }) => request.answeredOn },
    ],
    rows,
  );
  return html`<p>Ce paquet ne contient que ce qui répond aux demandes de modification de l’ANS.</p>
<h2>Demandes</h2>
${table}`;
}

function totals({ plan }: PackageFacts): Html {
  const links = plan.references.filter(({ kind }) => kind === 'lien').length;
  const counts = {
    files: plan.evidence.length,
    links,
    executions: plan.references.length - links,
    statements: plan.statements.length,
  };
  return html`<p>${fill(words.totals, 'fr', counts)}</p>\n`;
}

function chapters(facts: PackageFacts): HtmlValue {
  const state = facts.analysis.compliance();
  if (!state) return undefined;
  const names = new Set<string>(chaptersInScope(state, facts.options.scope).map(({ name }) => name));
  const all = [...facts.plan.evidence, ...facts.plan.statements];
  const texts = filedTexts(facts.analysis, facts.options.scope);
  for (const { slot } of [...all, ...facts.plan.references]) names.add(slot.chapter);
  const { catalogue } = facts.analysis.dossier;
  const label = idLabeller(catalogue.kind === 'loaded' ? printedIds(catalogue.catalogue) : new Map(), 'fr');
  return [...names].map((name) => {
    const chapter = state.chapters.find((one) => one.name === name);
    const figures =
      chapter &&
      html`<p>${fill(words.chapter, 'fr', { provided: chapter.counts.provided, total: totalOf(chapter.counts), status: statusWords[chapter.status].fr })}</p>\n`;
    const rows = [
      ...all.filter(({ slot }) => slot.chapter === name).map((one) => fileRow(facts, one)),
      ...facts.plan.references.filter(({ slot }) => slot.chapter === name).map(referenceRow),
    ];
    const table = rows.length > 0 && htmlTable(name, pieceColumns(label), rows);
    const own = texts.filter(({ chapter: of }) => of === name);
    const said = own.length > 0 && html`\n${htmlTable(`${name} : textes`, textColumns(label), own)}`;
    return html`<h2>${name}</h2>\n${figures}${table}${said}`;
  });
}

/** A piece of evidence as the page shows it. */
interface PieceRow {
  readonly slot: Slot;
  readonly piece: HtmlValue;
  readonly sha256?: string | undefined;
}

function pieceColumns(label: (id: string) => string): readonly HtmlColumn<PieceRow>[] {
  return [
    {
      header: 'Preuve',
      cell: ({ slot }) => label(slot.proof || slot.scenario || slot.requirement || ''),
      rowHeader: true,
    },
    { header: 'Pièce', cell: ({ piece }) => piece },
    { header: 'Date', cell: ({ slot }) => slot.date },
    { header: 'Version', cell: ({ slot }) => slot.version },
    { header: 'Commentaire', cell: ({ slot }) => slot.comment },
    { header: 'SHA-256', cell: ({ sha256 }) => sha256 !== undefined && html`<code>${sha256}</code>` },
  ];
}

/** What is written for the examiner beside the pieces. */
function textColumns(label: (id: string) => string): readonly HtmlColumn<FiledText>[] {
  return [
    { header: 'Sur', cell: ({ scenario, requirement }) => label(scenario ?? requirement ?? ''), rowHeader: true },
    { header: 'Texte de conformité', cell: ({ conformity }) => conformity && linesOf(conformity) },
    { header: 'Commentaire', cell: ({ comment }) => comment && linesOf(comment) },
    { header: 'Non applicable', cell: ({ justification }) => justification && linesOf(justification) },
  ];
}

function fileRow(facts: PackageFacts, one: PlannedEvidence): PieceRow {
  const href = one.name.split('/').map(encodeURIComponent).join('/');
  const title = one.slot.title ?? fileNameOf(one.name);
  return { slot: one.slot, piece: html`<a href="${href}">${title}</a>`, sha256: facts.written(one)?.sha256 };
}

function referenceRow({ kind, value, slot }: PlannedReference): PieceRow {
  const text = kind === 'execution' ? `Exécution MSSanté n° ${value}` : (slot.title ?? value);
  const opens = kind === 'lien' && /^https?:\/\//i.test(value);
  return { slot, piece: opens ? html`<a href="${value}">${text}</a>` : text };
}

function definition(term: string, value: string | undefined): HtmlValue {
  return value && html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`;
}
