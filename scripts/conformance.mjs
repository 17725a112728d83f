// npm run conformance -- DIR [MUTANTS] [SEED]: does the product say of CDA what Saxon-HE says? DIR is laid out as ANS's
// repository TestContenuCDA. Its examples and seeded mutants of them are held against the schematron of their volet by both, and
// compared assertion by assertion, node by node, word by word. Takes Java and the system's Saxon-HE (SAXON_JAR, or
// /usr/share/java/Saxon-HE.jar of Debian's libsaxonhe-java); figures go into docs/cisis.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SaxesParser } from 'saxes';
import { CdaController } from '../server/host/cisis/cda-controller.ts';
import { lookAtControlFolder } from '../server/host/cisis/control-folder.ts';
import { parseXmlText } from '../server/host/cisis/parse-xml-tree.ts';
import { mutantOf, randomOf } from './conformance/mutants.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const never = { isCancellationRequested: false };
const [folder, wanted = '500', seed = '1'] = process.argv.slice(2);

function stop(message) {
  console.error(message);
  process.exit(2);
}

if (folder === undefined) stop('npm run conformance -- DIR [MUTANTS] [SEED]');
const saxon = [process.env.SAXON_JAR, '/usr/share/java/Saxon-HE.jar'].find((path) => path && existsSync(path));
if (!saxon) stop('Saxon-HE is not here: install libsaxonhe-java, or name its jar in SAXON_JAR.');
if (spawnSync('java', ['-version']).status !== 0) stop('Java is not here.');

function transform(source, style, output, ...parameters) {
  const args = ['-cp', saxon, 'net.sf.saxon.Transform', `-s:${source}`, `-xsl:${style}`, `-o:${output}`, ...parameters];
  return spawnSync('java', args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** Compiles a schema for Saxon. */
function compiled(schema, work) {
  const steps = ['include', 'expand', 'compile'];
  let source = schema;
  for (const step of steps) {
    const output = join(work, `${step}.xml`);
    const { status, stderr } = transform(
      source,
      join(here, 'conformance', `${step}.xsl`),
      output,
      `base=${pathToFileURL(schema)}`,
    );
    if (status !== 0) throw new Error(`${schema}: ${step}: ${stderr}`);
    source = output;
  }
  return source;
}

/** What a report in SVRL says: number of the assertion, place and words. */
function readSvrl(text) {
  const failures = [];
  let words;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    if (local === 'failed-assert') failures.push({ id: attributes.id.value, at: attributes.location.value });
    if (local === 'text') words = '';
  });
  parser.on('text', (value) => {
    if (words !== undefined) words += value;
  });
  parser.on('closetag', ({ local }) => {
    if (local !== 'text') return;
    failures.at(-1).message = words.replace(/\s+/g, ' ').trim();
    words = undefined;
  });
  parser.write(text).close();
  return failures;
}

/** Of each assertion of a schema, its pattern and number in it. */
function idsOf({ rules, assertions }) {
  const ids = new Array(assertions.length);
  let [pattern, number] = [-1, 0];
  for (const rule of rules) {
    if (rule.pattern !== pattern) [pattern, number] = [rule.pattern, 0];
    for (const { index } of rule.assertions) ids[index] = `${rule.patternId} ${++number}`;
  }
  return ids;
}

function placeOf(node) {
  if (node.nodeType === 2) return `${placeOf(node.ownerElement)}/@${node.nodeName}`;
  if (node.nodeType === 9) return '';
  const elements = node.parentNode.childNodes.filter(({ nodeType }) => nodeType === 1);
  return `${placeOf(node.parentNode)}/${elements.indexOf(node) + 1}`;
}

const root = resolve(folder);
const looked = (await lookAtControlFolder(root, never)) ?? stop(`${folder} is not laid out as ANS's repository.`);
const controller = new CdaController(looked);

/** Examples by the schematron that their name names: some do not say their version. */
const bySchema = new Map();
for (const name of readdirSync(join(root, 'ExemplesCDA')).sort()) {
  if (!name.endsWith('.xml')) continue;
  const plain = (text) => text.toLowerCase().replaceAll('_', '-');
  const fitting = [...looked.files.keys()]
    .filter((path) => /^schematrons\/CI-SIS_[^/]+\.sch$/i.test(path))
    .filter((path) => plain(name).startsWith(plain(path.slice('schematrons/CI-SIS_'.length, -'.sch'.length))))
    .sort((one, other) => other.length - one.length);
  if (fitting.length === 0) continue;
  bySchema.set(fitting[0], [
    ...(bySchema.get(fitting[0]) ?? []),
    { name, text: readFileSync(join(root, 'ExemplesCDA', name), 'utf8').replace(/^\uFEFF/, '') },
  ]);
}

const random = randomOf(Number(seed));
const examples = [...bySchema.values()].flat().length;
const each = Math.ceil(Number(wanted) / examples);
const tally = {
  documents: 0,
  mutants: 0,
  aborted: 0,
  pairs: 0,
  same: 0,
  failed: 0,
  missing: 0,
  extra: 0,
  words: 0,
  notEvaluable: 0,
  beyond: 0,
  caught: 0,
  millis: [],
};

for (const [schema, sources] of bySchema) {
  const work = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    const [input, output] = [join(work, 'in'), join(work, 'out')];
    for (const path of [input, output]) mkdirSync(path);
    const documents = [];
    for (const { name, text } of sources) {
      documents.push({ name: `${documents.length}.xml`, of: name, text, isMutant: false });
      for (let count = 0; count < each && tally.mutants < Number(wanted); count++, tally.mutants++) {
        const mutant = mutantOf(text, random, count % 2 === 1 ? 12 : 1);
        documents.push({ name: `${documents.length}.xml`, of: name, text: mutant, isMutant: true });
      }
    }
    for (const { name, text } of documents)
      writeFileSync(join(input, name), text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8"?>'));
    const style = compiled(join(root, schema), work);
    const expanded = readFileSync(join(work, 'expand.xml'), 'utf8');
    const patterns = new Set([...expanded.matchAll(/<(?:\w+:)?pattern\s[^>]*?\bid="([^"]*)"/g)].map(([, id]) => id));
    const ran = transform(input, style, output);
    const before = { ...tally };
    for (const { name, of, text, isMutant } of documents) {
      tally.documents++;
      const tree = parseXmlText(text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8"?>'));
      const start = performance.now();
      const { run, compiled: own } = await controller.run(schema, tree, never);
      tally.millis.push(performance.now() - start);
      const report = join(output, name);
      if (!existsSync(report)) {
        tally.aborted++;
        if (tally.aborted === 1) console.log(ran.stderr.slice(0, 1000));
        continue;
      }
      const ids = idsOf(own);
      // Files whose names differ by case from what the schema says are read by the product, not by the reference.
      const beyond = own.assertions
        .map(({ index }) => index)
        .filter((index) => !patterns.has(ids[index].split(' ', 1)[0]));
      const unsaid = new Set([
        ...run.notEvaluable.map(({ assertion }) => ids[assertion.index]),
        ...beyond.map((index) => ids[index]),
      ]);
      const theirs = readSvrl(readFileSync(report, 'utf8'));
      const ours = run.failures.map(({ assertion, node, message }) => ({
        id: ids[assertion.index],
        test: assertion.source.test,
        at: placeOf(node),
        message,
      }));
      const differs = new Set();
      const keyOf = ({ id, at }) => `${id} ${at}`;
      const known = new Map(ours.map((one) => [keyOf(one), one]));
      for (const one of theirs) {
        if (unsaid.has(one.id)) continue;
        tally.failed++;
        const mine = known.get(keyOf(one));
        known.delete(keyOf(one));
        if (!mine) {
          tally.missing++;
          differs.add(one.id);
          console.log('missing', schema, of, one.id, one.at);
        } else if (mine.message !== one.message) {
          tally.words++;
          if (tally.words <= 3) console.log('words', [mine.message, one.message]);
        }
      }
      for (const one of known.values()) {
        if (unsaid.has(one.id)) continue;
        tally.extra++;
        differs.add(one.id);
        console.log('extra', schema, of, one.id, one.at, one.test.slice(0, 200));
      }
      tally.pairs += own.assertions.length - unsaid.size;
      tally.same += own.assertions.length - unsaid.size - differs.size;
      tally.beyond += beyond.length;
      tally.notEvaluable += run.notEvaluable.length;
      if (isMutant && ours.length > 0) tally.caught++;
    }
    console.log(
      `${schema}: ${documents.length} documents, ${tally.failed - before.failed} failed assertions, ${tally.missing - before.missing} missing, ${tally.extra - before.extra} extra, ${tally.aborted - before.aborted} aborted by the reference`,
    );
  } finally {
    rmSync(work, { recursive: true });
  }
}

const { millis, ...figures } = tally;
millis.sort((one, other) => one - other);
const at = (part) => Math.round(millis[Math.min(millis.length - 1, Math.floor(part * millis.length))]);
console.log(figures);
console.log(
  `agreement: ${((100 * tally.same) / tally.pairs).toFixed(3)} % of ${tally.pairs} pairs (document × assertion)`,
);
console.log(`run of a schematron: median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`);
if (tally.missing + tally.extra > 0 || tally.same / tally.pairs < 0.995) process.exitCode = 1;
