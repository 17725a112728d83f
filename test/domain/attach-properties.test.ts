import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { evidencePath } from '../../server/core/manifest/facts';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { slotsOf } from '../../server/core/attach/slots';
import { applyAttach, withPreparedAttach, type Source } from '../../server/host/operations/attach';
import { diskManifest, DiskDossier } from '../kit/disk-dossier';

const sequences = 200;

/** Ways in which people leave the entries. */
const beginnings = [
  '',
  'exigences:\n',
  'exigences:\n  INS/va1.56:\n',
  'exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.02:\n        preuves:\n          INS/va1.56.02.01: []\n',
  'exigences:\n  INS/va1.56: { scenarios: { INS/va1.56.02: { preuves: { INS/va1.56.02.01: [] } } } }\n',
  'exigences:\n    PSC.01:   # note\n        scenarios:\n            PSC.01.01:\n                preuves:\n                    PSC.01.01.01:\n                    - execution: 1\n                      # dit tout\n# fin\n',
  'scenarios:\n  SCN_DB/CO.01:\n    # à filmer\n    preuves:\n      SCN_DB/CO.01.01.01: ~ # rien\nexigences:\n  SSI/GEN.06:\n    scenarios:\n',
];

/** In [0, 1[, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Digest of every file below the folder of evidence. */
function filesOf(root: string): Map<string, string> {
  const folder = join(root, 'preuves');
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map((one) => [join(one.parentPath, one.name), sha256(readFileSync(join(one.parentPath, one.name)))]),
  );
}

describe('attaching and undoing, at random', function () {
  this.timeout(300_000);
  it(`leaves manifest and files consistent, ${sequences} times`, async () => {
    for (let seed = 1; seed <= sequences; seed++) await sequence(seed);
  });
});

async function sequence(seed: number): Promise<void> {
  const random = randomFrom(seed);
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    assert.ok(chosen !== undefined);
    return chosen;
  };
  const eol = one(['\n', '\n', '\r\n']);
  const first = diskManifest(one(beginnings)).replace(/\n/g, eol);
  const dossier = new DiskDossier(first);
  try {
    const path = dossier.path('main.preuves.yaml');
    const texts = [first];
    for (let step = 0; step < 4; step++) {
      const before = readFileSync(path, 'utf8');
      const files = filesOf(dossier.root);
      if (texts.length > 1 && random() < 0.3) {
        texts.pop();
        writeFileSync(path, texts.at(-1) ?? '');
        continue;
      }
      const analysis = await dossier.analyse();
      const sources = Array.from({ length: 1 + Math.floor(random() * 2) }, (): Source => {
        const { proof, scenario, requirement } = one(slotsOf(analysis.dossier));
        const wanted = { proof, scenario, ...(requirement === undefined ? {} : { requirement }) };
        const kind = one(['bytes', 'bytes', 'link', 'execution'] as const);
        if (kind === 'link') return { kind, url: `https://exemple.test/${Math.floor(random() * 3)}`, wanted };
        if (kind === 'execution') return { kind, number: String(1 + Math.floor(random() * 3)), wanted };
        const name = one(['a.log', 'A.log', 'é à: b.txt', `${proof.replaceAll('/', '_')}.png`]);
        return { kind, name, bytes: Buffer.from(`contenu ${Math.floor(random() * 4)}`), wanted };
      });
      const request = { analysis, sources, locale: 'fr', cancellation: neverCancelled } as const;
      await withPreparedAttach(request, async (outcome) => {
        assert.ok(outcome.kind === 'prepared', `seed ${seed}`);
        await applyAttach(outcome, neverCancelled);
      });
      const after = readFileSync(path, 'utf8');
      check(seed, before, after, dossier.root, files);
      if (after !== before) texts.push(after);
    }
  } finally {
    dossier.remove();
  }
}

function check(seed: number, before: string, after: string, root: string, files: ReadonlyMap<string, string>): void {
  const [was, is] = [parseManifest(before), parseManifest(after)];
  assert.deepEqual(is.problems, [], `seed ${seed}\n${after}`);
  // Lines are added; `[]` and the like give way to what comes.
  const lines = new Set(after.split('\n').map((line) => line.trim()));
  for (const line of before.split('\n'))
    if (/^\s*#|: \S/.test(line) && !/[[~{]/.test(line)) assert.ok(lines.has(line.trim()), `seed ${seed}: ${line}`);
  const items = (parsed: typeof is) =>
    [...parsed.requirements.flatMap(({ facts }) => facts.scenarios), ...parsed.coreScenarios.map(({ facts }) => facts)]
      .flatMap(({ proofs }) => proofs)
      .flatMap(({ evidence }) => evidence);
  assert.ok(items(is).length >= items(was).length);
  for (const item of items(is)) {
    const cited = evidencePath(item);
    if (cited) assert.equal(sha256(readFileSync(join(root, cited.value))), item.sha256?.value, `seed ${seed}`);
  }
  const now = filesOf(root);
  for (const [path, digest] of files) assert.equal(now.get(path), digest, `seed ${seed}: ${path} was written over`);
}
