import { buildZip } from '../../../server/host/archive/testing/build-zip';
import { catalogueText, diskEvidence, diskManifest } from '../disk-dossier';
import { command, type BudgetCase, type BudgetOperation } from './budget-case';
import { fill, mebibyte } from './fill';
import { hostileEvidence } from './hostile-evidence';
import { hostileManifests } from './hostile-manifests';
import { hostileWorkbooks } from './hostile-workbooks';
import { hostileYaml } from './hostile-yaml';

const main = 'main.preuves.yaml';
const sound = diskEvidence('fichier: preuves/a.txt');
const dossier = { [main]: sound, 'catalogue.rem.yaml': catalogueText, 'preuves/a.txt': 'essai\n' };
const server: BudgetOperation = { kind: 'server', open: main };
const assistant: BudgetOperation = { kind: 'assistant' };

type Inputs = Readonly<Record<string, string | Uint8Array>>;

/** One case for each input, which is put into a sound dossier as a file of that name. */
function cases(
  group: string,
  inputs: Inputs,
  file: string | ((name: string) => string),
  operations: readonly BudgetOperation[],
): BudgetCase[] {
  return Object.entries(inputs).map(([name, content]) => ({
    group,
    name,
    files: { ...dossier, [typeof file === 'string' ? file : file(name)]: content },
    operations,
  }));
}

function manifests(): BudgetCase[] {
  const yaml = hostileYaml(diskManifest(''), 'exigences');
  const all = cases('manifest', hostileManifests(), main, [
    server,
    command('check'),
    command('package', '--brouillon', '-o', '../p.zip'),
  ]);
  // What is read in a file does not depend on what is done with it: the rest is done with entries, pieces and the like.
  const more = [
    assistant,
    command('check', '--fix'),
    command('status'),
    command('plan'),
    command('report', '-o', '../r.html'),
    command('eligibility', '-o', '../e.md'),
    command('convert', main),
  ];
  return all.map((one) =>
    one.name in yaml
      ? { ...one, operations: one.operations.slice(0, 2) }
      : { ...one, operations: [...one.operations, ...more] },
  );
}

function fragments(): BudgetCase[] {
  const inputs = hostileYaml('', 'exigences');
  const head = diskManifest('exigences: {}\n').replace('  profils:', '  fragments: ["f/*.preuves.yaml"]\n  profils:');
  return Object.entries(inputs).map(([name, content]) => ({
    group: 'fragment',
    name,
    files: { ...dossier, [main]: head, 'f/a.preuves.yaml': content },
    operations: [{ kind: 'server', open: 'f/a.preuves.yaml' }, command('check')],
  }));
}

function configurations(): BudgetCase[] {
  const line = (value: string): string => `version: 1\nignorer:\n  - { regles: [preuve], fichiers: ["${value}"], raison: essai }\n`;
  const inputs: Inputs = {
    ...hostileYaml('version: 1\n', 'gravites'),
    'patterns of stars': fill('version: 1\nignorer:\n', '  - { regles: [preuve], fichiers: ["*(*a)*(*a)", "*a*a*a*a*a*a*a*a"], raison: r }\n'),
    'many patterns': fill('version: 1\nignorer:\n', (index) => `  - { regles: [preuve], fichiers: ["**/a${index}*b*/*"], raison: r }\n`),
    'one pattern of stars': line('*a'.repeat(400_000)),
    'one pattern of braces': line('{a,b}'.repeat(150_000)),
    'one pattern of nested braces': line(`${'{a,'.repeat(150_000)}${'}'.repeat(150_000)}`),
    'one pattern of brackets': line('[a-z]'.repeat(150_000)),
    'one pattern of ranges': line('{1..999999}{1..999999}'),
    'one pattern of letters': line('a'.repeat(900_000)),
    'one pattern of parentheses': line('('.repeat(900_000)),
    'one pattern of slashes': line('**/'.repeat(300_000)),
    'one pattern of backslashes': line('\\\\'.repeat(400_000)),
    'severities of every id': fill('version: 1\ngravites:\n', (index) => `  preuve/x${index}: off\n`),
  };
  return cases('configuration', inputs, 'segur.config.yaml', [server, command('check')]);
}

function catalogues(): BudgetCase[] {
  const requirements = catalogueText.slice(0, catalogueText.indexOf('exigences:'));
  const inputs: Inputs = {
    ...hostileYaml(requirements, 'exigences'),
    'many requirements': fill(`${requirements}exigences:\n`, (index) => `  X/${index}: { texte: a }\n`),
    'a list of requirements': fill(`${requirements}exigences:\n`, (index) => `  - { id: X/${index}, texte: a }\n`),
  };
  return cases('catalogue', inputs, 'catalogue.rem.yaml', [
    server,
    command('check'),
    command('rem-diff', 'catalogue.rem.yaml', 'catalogue.rem.yaml'),
    command('migrate', '--catalogue', 'catalogue.rem.yaml', '--dry-run'),
    command('init', '--catalogue', 'catalogue.rem.yaml', '-o', '../n'),
  ]);
}

function adjustments(): BudgetCase[] {
  return cases('adjustments', hostileYaml('version: 1\n', 'exigences'), 'catalogue.ajustements.yaml', [command('check')]);
}

function facts(): BudgetCase[] {
  const inputs = hostileYaml('version: 1\n', 'faits');
  return Object.entries(inputs).map(([name, content]) => ({
    group: 'facts',
    name,
    files: { ...dossier, 'segur.config.yaml': 'version: 1\ndonnees: donnees.yaml\n', 'donnees.yaml': content },
    operations: [command('freshness', '--donnees', 'donnees.yaml'), server],
  }));
}

function workbooks(): BudgetCase[] {
  return cases('workbook', hostileWorkbooks(), 'w.xlsx', [
    command('import', 'w.xlsx', '-o', '../w.rem.yaml'),
    command('intake', 'w.xlsx'),
    command('answers', 'w.xlsx'),
  ]);
}

function evidence(): BudgetCase[] {
  return Object.entries(hostileEvidence()).map(([name, content]) => ({
    group: 'evidence',
    name,
    files: { ...dossier, [main]: diskEvidence(`fichier: preuves/${name}`), [`preuves/${name}`]: content },
    operations: [{ kind: 'server', open: main, preview: `preuves/${name}` }, command('check')],
  }));
}

function testResults(): BudgetCase[] {
  const junit: Inputs = {
    'cases.xml': fill('<testsuites><testsuite>', (index) => `<testcase name="INS/va1.56.01.01 ${index}" classname="a"/>`, '</testsuite></testsuites>'),
    'one-proof.xml': fill('<testsuites><testsuite>', '<testcase name="[INS/va1.56.01.01] a"><system-out>[[ATTACHMENT|preuves/a.txt]]</system-out></testcase>', '</testsuite></testsuites>'),
    'suites.xml': fill('', '<testsuite>'),
    'attachments.xml': fill('<testsuite><testcase name="INS/va1.56.01.01"><system-out>', '[[ATTACHMENT|', '</system-out></testcase></testsuite>'),
    'properties.xml': fill('<testsuite><testcase name="a"><properties>', (index) => `<property name="segur" value="INS/va1.56.01.${index}"/>`, '</properties></testcase></testsuite>'),
    'deep.json': `{"config":{},"suites":[${'{"suites":['.repeat(90_000)}${']}'.repeat(90_000)}]}`,
    'specs.json': fill('{"config":{},"suites":[{"specs":[', (index) => `{"title":"INS/va1.56.01.01 ${index}","tests":[{"results":[{"status":"passed"}]}]},`, '{}]}]}'),
    'cucumber.json': fill('[{"keyword":"Feature","elements":[', (index) => `{"name":"a${index}","type":"scenario","tags":[{"name":"@INS/va1.56.01.01"}],"steps":[]},`, '{}]}]'),
    'brackets.json': fill('', '['),
    'data.json': fill('{"config":{},"suites":[{"specs":[{"title":"INS/va1.56.01.01","tests":[{"results":[{"status":"passed","attachments":[', '{"name":"a","contentType":"text/plain","body":"YWFh"},', '{}]}]}]}]}]}'),
  };
  return cases('tests', junit, (name) => `t/${name}`, [command('collect', 't', '--dry-run'), command('collect', 't')]);
}

function sheets(): BudgetCase[] {
  const csv: Inputs = {
    columns: fill('Preuve;Fichier\n', 'a;'),
    rows: fill('Preuve;Fichier\n', 'INS/va1.56.01.01;preuves/a.txt\n'),
    'unknown proofs': fill('Preuve;Fichier\n', (index) => `X/va1.${index}.01.01;${index}.png\n`),
    'files in folders': fill('Preuve;Fichier\n', (index) => `INS/va1.56.01.01;${'a/'.repeat(index % 50)}b.png\n`),
    'many files in a cell': fill('Preuve;Fichier\nINS/va1.56.01.01;"', (index) => `${index}.png, `, '"\n'),
    'many ids in a cell': fill('Preuve;Fichier\n"', (index) => `INS/va1.${index}.01.01 `, '";a.png\n'),
    quotes: fill('Preuve;Fichier\n', '"'),
    'open quotes': fill('Preuve;Fichier\n', 'a;"b\n'),
    'no header': fill('', 'x;y;z\n'),
    dates: fill('Preuve;Date;Statut\n', 'INS/va1.56.01.01;3 nov. 2026;Validé\n'),
    comments: fill('Preuve;Commentaire\n', (index) => `INS/va1.56.01.01;c${index}\n`),
    dots: fill('Preuve;Commentaire\nINS/va1.56.01.01;', 'a.b/c-'),
  };
  const mapping = cases('mapping', hostileYaml('', 'colonnes'), 'c.yaml', [command('intake', 's.csv', '--correspondance', 'c.yaml')]);
  return [
    ...cases('sheet', csv, 's.csv', [command('intake', 's.csv'), command('intake', 's.csv', '--appliquer'), command('answers', 's.csv')]),
    ...mapping.map((one) => ({ ...one, files: { ...one.files, 's.csv': 'Preuve;Fichier\nINS/va1.56.01.01;a.png\n' } })),
  ];
}

function answers(): BudgetCase[] {
  const texts: Inputs = {
    ids: fill('', (index) => `INS/va1.56.01.01 modification ${index}\n`),
    'unknown ids': fill('', (index) => `X/va1.${index} : à modifier\n`),
    'one line': fill('INS/va1.56 ', 'accepté refusé '),
    dots: fill('', 'INS/va1.'),
    lines: fill('', 'Bonjour,\n\n'),
    dates: fill('', 'le 3 novembre 2026 '),
  };
  return cases('answers', texts, 'r.txt', [command('answers', 'r.txt'), command('answers', 'r.txt', '--le', '2026-11-03', '--appliquer')]);
}

function packages(): BudgetCase[] {
  const bag = { name: 'sac/bagit.txt', content: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' };
  const json = (text: string): Uint8Array => buildZip([bag, { name: 'sac/data/depot.json', content: text }]);
  const inputs: Inputs = {
    'many entries': buildZip(Array.from({ length: 9000 }, (_, index) => ({ name: `sac/data/${index}`, content: '' }))),
    'a bomb': buildZip([bag, { name: 'sac/data/a', content: Buffer.alloc(900 * mebibyte), deflate: true }]),
    'a bomb of a manifest': buildZip([bag, { name: 'sac/manifest-sha256.txt', content: Buffer.alloc(900 * mebibyte, 'a'), deflate: true }]),
    'a manifest of many lines': buildZip([bag, { name: 'sac/manifest-sha256.txt', content: Buffer.from(`${'0'.repeat(64)}  data/a\n`.repeat(900_000)), deflate: true }]),
    'a manifest of other lines': buildZip([bag, { name: 'sac/manifest-sha256.txt', content: Buffer.from(Array.from({ length: 300_000 }, (_, index) => `${'0'.repeat(64)}  data/${index}\n`).join('')), deflate: true }]),
    'a deep depot.json': json(fill('', '[')),
    'a wide depot.json': json(fill('[', '1,', '1]')),
    'long names': buildZip(Array.from({ length: 30 }, (_, index) => ({ name: `sac/data/${'a/'.repeat(15_000)}${index}`, content: '' }))),
    'names that differ by case': buildZip(Array.from({ length: 9000 }, (_, index) => ({ name: `sac/data/${index.toString(2).padStart(14, '0').replaceAll('0', 'a').replaceAll('1', 'A')}`, content: '' }))),
  };
  return cases('package', inputs, 'x.zip', [command('verify', 'x.zip', '.'), command('diff', 'x.zip', '.'), command('depot', 'x.zip')]);
}

function merges(): BudgetCase[] {
  const inputs = hostileManifests();
  return Object.entries(inputs).map(([name, content]) => ({
    group: 'merge',
    name,
    files: { 'base.yaml': sound, 'ours.yaml': content, 'theirs.yaml': content.slice(0, -20) },
    operations: [
      command('merge', 'base.yaml', 'ours.yaml', 'theirs.yaml', main, '-o', '../m.yaml'),
      command('merge', 'ours.yaml', 'base.yaml', 'theirs.yaml', main, '-o', '../m.yaml'),
    ],
  }));
}

function teams(): BudgetCase[] {
  const thread = 'version: 1\nexigence: INS/va1.56\nsujet: s\n';
  const threads: Inputs = {
    ...hostileYaml(thread, 'messages'),
    messages: fill(`${thread}messages:\n`, '  - { par: A, le: 2026-11-03, texte: t }\n'),
  };
  const portfolios: Inputs = {
    ...hostileYaml('version: 1\n', 'dossiers'),
    dossiers: fill('version: 1\ndossiers:\n', (index) => `  - d${index}\n`),
    'the same dossier': fill('version: 1\ndossiers:\n', '  - .\n'),
  };
  return [
    ...cases('thread', threads, 'discussions/a.yaml', [command('threads'), server]),
    ...cases('portfolio', portfolios, 'portefeuille.yaml', [command('check'), { kind: 'server', open: 'portefeuille.yaml' }]),
  ];
}

function protocols(): BudgetCase[] {
  const call = (name: string, given: unknown): string => `${JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name, arguments: given } })}\n`;
  const inputs: Readonly<Record<string, string>> = {
    'one word': call('search_requirements', { text: 'a'.repeat(mebibyte) }),
    'many words': call('search_requirements', { text: 'identité '.repeat(100_000) }),
    'a huge id': call('explain_requirement', { id: 'INS/'.repeat(250_000) }),
    'a deep argument': `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"a","arguments":${'['.repeat(400_000)}${']'.repeat(400_000)}}}\n`,
    'no end': '['.repeat(mebibyte),
    'many lines': '{}\n'.repeat(300_000),
    'a name': call('x'.repeat(mebibyte), {}),
  };
  return Object.entries(inputs).map(([name, lines]) => ({ group: 'protocol', name, files: dossier, operations: [{ kind: 'assistant', lines }] }));
}

/** Every hostile input by what it is one of, each made when it is asked for. */
export const budgetGroups: Readonly<Record<string, () => readonly BudgetCase[]>> = {
  manifest: manifests,
  fragment: fragments,
  configuration: configurations,
  catalogue: catalogues,
  adjustments,
  facts,
  workbook: workbooks,
  evidence,
  tests: testResults,
  sheet: sheets,
  answers,
  package: packages,
  merge: merges,
  team: teams,
  protocol: protocols,
};
