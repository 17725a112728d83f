import { idLabeller, printedIds } from '../catalogue/printed-id';
import { sourceName } from '../catalogue/source-name';
import { requestSubject } from '../instruction/request-words';
import { fill } from '../messages/say';
import { totalOf } from '../status/status';
import { statusWords } from '../status/status-words';
import { withoutHidden } from '../text/hidden-characters';
import { answersIn } from './answers';
import { chaptersInScope } from './scope';
import type { PackageFacts } from './package-content';
import type { PlannedEvidence, Slot } from './plan';

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
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{border:1px solid #c4c4c4;padding:.3rem .5rem;text-align:left;vertical-align:top}
th{background:#f0f0f0}code{font-size:.8em;word-break:break-all}.brouillon{border:2px solid #b34000;color:#b34000;padding:.5rem 1rem;font-weight:600}
@media print{a{color:inherit;text-decoration:none}h2{break-after:avoid}tr{break-inside:avoid}}
</style>
</head>
<body>
<h1>${escape(title)}</h1>
${options.draft ? '<p class="brouillon">Brouillon : ce paquet n’est pas destiné à être déposé.</p>\n' : ''}<dl>
${definition('Éditeur', parsed.vendor?.facts.name?.value)}${definition('SIRET', parsed.vendor?.facts.siret?.value)}${definition('Logiciel', software)}${definition('Référentiel', catalogueLine(facts))}${definition('Constitué par', `Ségur Preuves ${options.toolVersion}`)}</dl>
<p>L’empreinte SHA-256 dit qu’une pièce est intacte, pas qu’elle est suffisante.</p>
${answers(facts)}${totals(facts)}${chapters(facts)}
</body>
</html>
`;
}

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
function answers({ analysis, options }: PackageFacts): string {
  const rows = answersIn(analysis, options.scope)?.map(({ request }) => {
    const cells = [requestSubject(request), request.on ?? '', request.comment ?? '', request.answeredOn ?? ''];
    return `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
  });
  if (!rows) return '';
  return `<p>Ce paquet ne contient que ce qui répond aux demandes de modification de l’ANS.</p>
<h2>Demandes</h2>
<table>
<tr><th scope="col">Sur</th><th scope="col">Demandée le</th><th scope="col">Demande</th><th scope="col">Répondu le</th></tr>
${rows.join('\n')}
</table>
`;
}

function totals({ plan }: PackageFacts): string {
  const links = plan.references.filter(({ kind }) => kind === 'lien').length;
  const counts = {
    files: plan.evidence.length,
    links,
    executions: plan.references.length - links,
    statements: plan.statements.length,
  };
  return `<p>${fill(words.totals, 'fr', counts)}</p>\n`;
}

function chapters(facts: PackageFacts): string {
  const state = facts.analysis.compliance();
  if (!state) return '';
  const names = new Set<string>(chaptersInScope(state, facts.options.scope).map(({ name }) => name));
  const all = [...facts.plan.evidence, ...facts.plan.statements];
  for (const { slot } of [...all, ...facts.plan.references]) names.add(slot.chapter);
  const { catalogue } = facts.analysis.dossier;
  const label = idLabeller(catalogue.kind === 'loaded' ? printedIds(catalogue.catalogue) : new Map(), 'fr');
  return [...names]
    .map((name) => {
      const chapter = state.chapters.find((one) => one.name === name);
      const figures = chapter
        ? `<p>${fill(words.chapter, 'fr', { provided: chapter.counts.provided, total: totalOf(chapter.counts), status: statusWords[chapter.status].fr })}</p>\n`
        : '';
      const rows = [
        ...all.filter(({ slot }) => slot.chapter === name).map((one) => fileRow(facts, one, label)),
        ...facts.plan.references
          .filter(({ slot }) => slot.chapter === name)
          .map((one) => referenceRow(one.kind, one.value, one.slot, label)),
      ];
      const table = rows.length === 0 ? '' : `<table>\n${head}\n${rows.join('\n')}\n</table>\n`;
      return `<h2>${escape(name)}</h2>\n${figures}${table}`;
    })
    .join('');
}

const head =
  '<tr><th scope="col">Preuve</th><th scope="col">Pièce</th><th scope="col">Date</th><th scope="col">Version</th><th scope="col">Commentaire</th><th scope="col">SHA-256</th></tr>';

type Label = (id: string) => string;

function fileRow(facts: PackageFacts, one: PlannedEvidence, label: Label): string {
  const href = one.name.split('/').map(encodeURIComponent).join('/');
  const title = one.slot.title ?? one.name.slice(one.name.lastIndexOf('/') + 1);
  const sha256 = facts.written(one)?.sha256 ?? '';
  return row(one.slot, `<a href="${escape(href)}">${escape(title)}</a>`, `<code>${sha256}</code>`, label);
}

function referenceRow(kind: 'lien' | 'execution', value: string, slot: Slot, label: Label): string {
  const safe = kind === 'lien' && /^https?:\/\//i.test(value);
  const text = kind === 'execution' ? `Exécution MSSanté n° ${escape(value)}` : escape(slot.title ?? value);
  return row(slot, safe ? `<a href="${escape(value)}">${text}</a>` : text, '', label);
}

function row(slot: Slot, piece: string, sha256: string, label: Label): string {
  const id = slot.proof || slot.scenario || slot.requirement || '';
  const cells = [
    escape(label(id)),
    piece,
    escape(slot.date ?? ''),
    escape(slot.version ?? ''),
    escape(slot.comment ?? ''),
    sha256,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function definition(term: string, value: string | undefined): string {
  return value ? `<dt>${escape(term)}</dt><dd>${escape(value)}</dd>\n` : '';
}

function escape(text: string): string {
  return withoutHidden(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
