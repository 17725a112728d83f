// npm run sound [-- FOLDER] [SEEDS]: for each place of the workbooks of a folder that expects a file, a sound piece of a kind
// that it accepts is made from its words, and whole dossiers of them are checked with every rule. Nothing may be told of them;
// figures go into docs/inspection.md. Nothing of the workbooks is written anywhere but in a temporary folder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NodeEvidenceFiles } from '../server/host/evidence/node-evidence-files.ts';
import { extensionOfSlot, familyOfSlot, soundPiece } from '../test/corpora/sound/sound-evidence.ts';
import { CorpusChecker } from '../test/kit/corpus/check-corpus.ts';
import { corpusDossier } from '../test/kit/corpus/corpus-dossier.ts';
import { catalogueOf, realWorkbooks, workbooksIn } from '../test/kit/corpus/workbooks.ts';

const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const [folder = realWorkbooks, seeds = '2'] = process.argv.slice(2);
const aboutEvidence = /^(?:preuve|donnees|secrets|portabilite)\//;

function slotsOf(catalogue) {
  const slots = new Map();
  const scenarios = [...catalogue.requirements.flatMap((one) => one.scenarios), ...catalogue.coreScenarios];
  for (const scenario of scenarios)
    for (const proof of scenario.proofs)
      slots.set(`${scenario.id}-${proof.id}`.replace(/[^A-Za-z0-9.]+/g, '-'), { scenario, proof });
  return slots;
}

const certificate = readFileSync('test/fixtures/evidence/certificat-de-test.pem');
let pieces = 0;
let places = 0;
const kinds = new Map();
const told = [];
for (const workbook of workbooksIn(folder)) {
  const catalogue = await catalogueOf(workbook).catch(() => undefined);
  if (!catalogue) continue;
  const slots = slotsOf(catalogue);
  places += slots.size;
  for (let seed = 1; seed <= Number(seeds); seed++) {
    const work = mkdtempSync(join(tmpdir(), 'segur-preuves-sound-'));
    try {
      const root = pathToFileURL(work).href;
      const wanted = new Map();
      const plan = {
        catalogue,
        familyOf: (proof, at) => familyOfSlot(proof, 1000 * seed + at),
      };
      let at = 0;
      let family;
      const extensionOf = (one) => {
        family = one;
        return extensionOfSlot(one, 1000 * seed + at++);
      };
      const unknown = { state: 'file', size: 1, sha256: '0'.repeat(64) };
      corpusDossier(plan, {
        extensionOf,
        factsOf: (_family, path) => {
          wanted.set(path, family);
          return unknown;
        },
      });
      let number = 0;
      for (const [path, kind] of wanted) {
        const name = path.replace(/^preuves\/\d+-/, '').replace(/\.[a-z0-9]+$/, '');
        const extension = path.slice(path.lastIndexOf('.') + 1);
        const slot = slots.get(name);
        if (!slot) throw new Error(`No place ${name}`);
        number++;
        const content =
          kind === 'pem'
            ? Buffer.concat([certificate, Buffer.from(`# ${number}\n`)])
            : soundPiece(slot, kind, extension, 1000 * seed + number);
        mkdirSync(dirname(join(work, path)), { recursive: true });
        writeFileSync(join(work, path), content);
        kinds.set(extension, (kinds.get(extension) ?? 0) + 1);
      }
      pieces += wanted.size;
      const files = new NodeEvidenceFiles({
        bundleFolder: resolve('dist'),
        onInspectorFailure: (error) => told.push({ rule: 'failure', severity: 'error', where: String(error) }),
      });
      await files.scan(root, [...wanted.keys()], never);
      at = 0;
      const dossier = corpusDossier(plan, {
        extensionOf,
        factsOf: (_family, path) => files.lookup(root, path) ?? unknown,
      });
      const { findings } = await new CorpusChecker(catalogue).check(dossier);
      for (const { rule, severity, message, args, target } of findings)
        if (aboutEvidence.test(rule))
          told.push({ rule, severity, message, where: target?.path ?? target?.proof ?? '', args });
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
}
const counts = new Map();
for (const { rule, severity, message } of told) {
  const key = `${severity} ${rule} ${message ?? ''}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
console.log(
  `${places} places, ${pieces} pieces: ${[...kinds]
    .sort()
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')}`,
);
for (const [key, count] of [...counts].sort()) console.log(`${count} × ${key}`);
if (process.env.SHOW)
  for (const one of told.filter(({ severity, rule }) => severity !== 'info' || process.env.SHOW === rule).slice(0, 60))
    console.log(JSON.stringify(one));
process.exitCode = told.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0;
