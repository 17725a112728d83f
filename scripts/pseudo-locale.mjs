// npm run pseudo: builds what ships with other letters in its English sentences, uses it in English – every command, every question
// an editor asks – and lists what still comes out in usual letters and is in no file of the dossier: a text that has no translation.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { root } from './bootstrap.mjs';
import { askedOfServer } from './pseudo/asked-of-server.mjs';
import { plainRuns } from './pseudo/plain-runs.mjs';

const away = fs.mkdtempSync(path.join(os.tmpdir(), 'segur-pseudo-'));
const at = '2026-11-20';

function copied(name) {
  const folder = path.join(away, name);
  fs.cpSync(path.join(root, 'examples', name), folder, { recursive: true });
  return folder;
}

/** Everything that the commands print and write, by command line. */
function* said() {
  const [cabinet, drimbox, portfolio] = ['moncabinet', 'drimbox', 'portefeuille'].map(copied);
  copied('suite-de-tests');
  fs.writeFileSync(path.join(away, 'vide.preuves.yaml'), '');
  fs.writeFileSync(path.join(away, 'faux.preuves.yaml'), 'version: 1\ndossier: [\n');
  fs.writeFileSync(path.join(away, 'reponses.txt'), 'MSS-CONF.15 : refusée, la pièce est illisible\nXYZ.1 acceptée\n');
  fs.writeFileSync(
    path.join(away, 'suivi.csv'),
    'Exigence;Preuve;Fichier\nMSS-CONF.15;MSS-CONF.15.01.02;absent.eml\nX;Y;Z\n',
  );
  const workbook = path.join(root, 'test/fixtures/workbooks/vague2.xlsx');
  const ask = (...args) =>
    spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args, '--lang', 'en'], {
      cwd: away,
      encoding: 'utf8',
      maxBuffer: 2 ** 27,
    });
  const run = (...args) => {
    const { stdout, stderr } = ask(...args);
    return [args.join(' '), stdout + stderr];
  };
  /** The same for what has to come to its end, with findings or without: a question that is refused shows nothing of the answer. */
  const works = (...args) => {
    const { status, stdout, stderr } = ask(...args);
    if (status > 1) throw new Error(`${args.join(' ')}: exit ${status}\n${stdout}${stderr}`);
    return [args.join(' '), stdout + stderr];
  };
  const written = (file) => [file, readable(path.join(away, file))];
  const commands = run('nothing')[1].match(/[a-z-]+(?=[,.])/g);
  names.push(...commands);
  yield run('--help');
  for (const command of commands) yield run(command, '--help');
  for (const command of commands) yield run(command, '--nope');
  for (const target of ['moncabinet', 'drimbox', 'vide.preuves.yaml', 'faux.preuves.yaml', 'absent', 'portefeuille'])
    for (const command of ['check', 'status', 'tasks', 'threads', 'plan', 'eligibility', 'ics'])
      yield run(command, target, ...(command === 'threads' || command === 'eligibility' ? [] : ['--at', at]));
  // Formats of machines say the same sentences, among keys of theirs.
  for (const format of ['junit']) yield works('check', 'moncabinet', '--format', format, '--at', at);
  for (const [command, formats] of Object.entries({
    status: ['md'],
    tasks: ['csv', 'ics', 'html'],
    plan: ['md', 'ics'],
    eligibility: ['html', 'csv'],
  }))
    for (const format of formats)
      yield works(command, 'moncabinet', '--format', format, ...(command === 'eligibility' ? [] : ['--at', at]));
  for (const format of ['text', 'html']) yield works('freshness', 'moncabinet', '--format', format, '--at', at);
  for (const end of ['html', 'md', 'csv', 'xlsx']) {
    yield works('report', 'moncabinet', '-o', `rapport.${end}`, '--at', at);
    yield written(`rapport.${end}`);
  }
  yield works('report', path.join('portefeuille', 'portefeuille.yaml'), '-o', 'portefeuille.html', '--at', at);
  yield written('portefeuille.html');
  for (const end of ['html', 'md']) {
    yield works('runsheet', 'moncabinet', '-o', `script.${end}`, '--at', at);
    yield written(`script.${end}`);
    yield works('runsheet', 'moncabinet', '-o', `lettre.${end}`, '--lettre', '--at', at);
    yield written(`lettre.${end}`);
  }
  yield works('import', workbook, '--dispositif', 'MDV-LGC-Va2', '-o', 'MDV-LGC-Va2.rem.yaml');
  yield works('init', '--catalogue', 'MDV-LGC-Va2.rem.yaml', '-o', 'neuf');
  yield run('init', '--catalogue', 'MDV-LGC-Va2.rem.yaml', '-o', 'neuf');
  for (const format of ['text', 'md', 'html'])
    yield works('rem-diff', path.join(drimbox, 'catalogue.rem.yaml'), 'MDV-LGC-Va2.rem.yaml', '--format', format);
  yield works('package', 'moncabinet', '-o', 'depot.zip', '--at', at);
  yield works('package', 'moncabinet', '-o', 'depot.zip', '--brouillon', '--at', at);
  yield works('package', 'drimbox', '-o', 'drimbox.zip', '--brouillon', '--at', at);
  for (const zip of ['depot.zip', 'drimbox.zip']) yield works('verify', zip);
  yield run('verify', 'rapport.xlsx');
  yield works('verify', 'drimbox.zip', 'moncabinet');
  for (const format of ['text', 'html', 'csv']) yield works('depot', 'drimbox.zip', '--format', format);
  for (const format of ['text', 'md', 'html']) yield works('diff', 'drimbox.zip', 'moncabinet', '--format', format);
  yield works('answers', 'reponses.txt', '--dossier', 'moncabinet');
  yield works('intake', 'suivi.csv', '--dossier', 'moncabinet');
  yield works('intake', 'rapport.xlsx', '--dossier', 'moncabinet');
  yield works('collect', 'suite-de-tests', '--dossier', 'moncabinet');
  yield works('reuse', path.join(portfolio, 'portefeuille.yaml'));
  yield works('attestation', 'moncabinet', '--exigence', 'PSC.08', '-o', 'attestation.pdf');
  yield run('asp', 'moncabinet', '--demande', 'avance', '-o', 'asp.json', '--at', at);
  yield works('attach', path.join(cabinet, 'preuves/mssante/MSS-CONF.15.01.02-envoi.eml'), '--dossier', 'moncabinet');
  yield works('convert', 'vide.preuves.yaml', 'faux.preuves.yaml');
  yield works('migrate', 'moncabinet', '--catalogue', 'MDV-LGC-Va2.rem.yaml');
  yield works('merge', 'vide.preuves.yaml', 'faux.preuves.yaml', 'vide.preuves.yaml');
  yield works('check', 'moncabinet', '--fix', '--at', at);
}

/** Text of a file; of a workbook that of its parts. */
function readable(file) {
  if (!file.endsWith('.xlsx')) return fs.readFileSync(file, 'utf8');
  const parts = unzipSync(fs.readFileSync(file), {
    filter: ({ name }) => /^xl\/(?:sharedStrings|worksheets\/.*)\.xml$/.test(name),
  });
  return Object.values(parts)
    .map((part) => strFromU8(part).replace(/<[^>]+>/g, '\n'))
    .join('\n');
}

/** Names of formats and marks, which are never translated. */
const names = [
  'BEGIN:VCALENDAR GREGORIAN VEVENT TRANSPARENT VALARM DISPLAY',
  'segur:cle segur:responsable segur:travail segur:commentaire segur:entete segur:date segur:version segur:revue',
  'pretty sarif gitlab theirs revision linux on Node ApCV, INSi',
  // Of entries of catalogues, behind a number: « 6 BIS ».
  'BIS Sensibilisation des équipes à la sécurité',
  'BIS Veille technique et menaces',
];

/** What may come out as it is: what is written in dossiers, catalogues and facts, and names that are never translated. */
function known() {
  // The catalogue that was imported from a workbook is data, too.
  const texts = [...names, fs.readFileSync(path.join(away, 'MDV-LGC-Va2.rem.yaml'), 'utf8')];
  for (const folder of ['examples', 'catalogues', 'dist/catalogues', 'schemas', 'test/fixtures/suivis'].map((name) =>
    path.join(root, name),
  ))
    for (const name of fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : []) {
      texts.push(name);
      if (/\.(?:ya?ml|json|txt|csv|md|eml|xml|log|conf)$/.test(name))
        texts.push(fs.readFileSync(path.join(folder, name), 'utf8'));
    }
  return texts.join('\n');
}

const build = (...args) => execFileSync(process.execPath, ['esbuild.js', ...args], { cwd: root, stdio: 'inherit' });
build('--pseudo');
try {
  const found = new Map();
  const note = (where, text) => {
    for (const run of plainRuns(text)) if (!found.has(run)) found.set(run, where);
  };
  for (const [line, text] of said()) note(line, text);
  for await (const [request, text] of askedOfServer(
    path.join(away, 'portefeuille/moncabinet/vague-2'),
    'moncabinet-v2.preuves.yaml',
  ))
    note(request, text);
  const corpus = known();
  const untranslated = [...found].filter(([run]) => !corpus.includes(run));
  for (const [run, where] of untranslated) console.log(`${run}\t${where}`);
  console.log(`${untranslated.length} texts in usual letters`);
  process.exitCode = untranslated.length > 0 ? 1 : 0;
} finally {
  build();
  fs.rmSync(away, { recursive: true, force: true });
}
