import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { safePath } from '../../server/core/evidence/evidence-path';
import { isOwnFile } from '../../server/core/evidence/own-file';
import { applyChanges } from '../../server/core/fixes/verified';
import { planMoves } from '../../server/core/moves/plan-moves';
import { under } from '../../server/core/text/uri';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { evidencePath, type EvidenceItem } from '../../server/core/manifest/facts';
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

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What is done next; numbers choose among what is there by then. */
type Step =
  | { readonly do: 'attach'; readonly pieces: readonly AttachedPiece[] }
  | { readonly do: 'rename'; readonly which: number; readonly to: string }
  | { readonly do: 'renameFolder'; readonly to: string }
  | { readonly do: 'delete'; readonly which: number }
  | { readonly do: 'undo' };

interface AttachedPiece {
  readonly kind: 'bytes' | 'file' | 'link' | 'execution';
  readonly slot: number;
  readonly name: number;
  readonly content: number;
}

const pieceArbitrary: fc.Arbitrary<AttachedPiece> = fc.record({
  kind: fc.constantFrom('bytes', 'bytes', 'file', 'link', 'execution'),
  slot: fc.nat(100),
  name: fc.nat(3),
  content: fc.nat(3),
});

const names = ['b.png', 'B.PNG', 'é : a.mp4', '# c', '*a', '- d', "f'g", 'sous/h.txt', '../ailleurs/i.txt', 'true'];

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('attach'),
      pieces: fc.array(pieceArbitrary, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('rename'), which: fc.nat(20), to: fc.constantFrom(...names) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('renameFolder'), to: fc.constantFrom('pièces', 'a/b : c') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete'), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo') }) },
);

describe('attaching, renaming and undoing, at random', function () {
  this.timeout(300_000);
  it(`leaves manifest and files consistent, ${sequences} times`, async () => {
    const beginning = fc.record({ body: fc.constantFrom(...beginnings), eol: fc.constantFrom('\n', '\n', '\r\n') });
    await fc.assert(
      fc.asyncProperty(beginning, fc.array(stepArbitrary, { minLength: 2, maxLength: 7 }), async (start, steps) => {
        const sequence = new Sequence(diskManifest(start.body).replace(/\n/g, start.eol));
        try {
          for (const step of steps) await sequence.take(step);
        } finally {
          sequence.dossier.remove();
        }
      }),
      { seed: 20261215, numRuns: sequences },
    );
  });
});

/** A dossier on disk, and what was done to it, as an editor keeps it to undo it. */
class Sequence {
  readonly dossier: DiskDossier;
  /** How to take back each step that is left, the last one first to go. */
  readonly #undo: (() => void)[] = [];

  constructor(manifest: string) {
    this.dossier = new DiskDossier(manifest, { 'preuves/déjà là.txt': 'là' });
  }

  get #path(): string {
    return this.dossier.path('main.preuves.yaml');
  }

  get #text(): string {
    return readFileSync(this.#path, 'utf8');
  }

  async take(step: Step): Promise<void> {
    const before = this.#text;
    const files = filesOf(this.dossier.root);
    switch (step.do) {
      case 'attach':
        await this.#attach(step.pieces);
        checkAdded(before, this.#text);
        // What was there is there, as it was.
        for (const [path, digest] of files) assert.equal(filesOf(this.dossier.root).get(path), digest, path);
        if (this.#text !== before)
          this.#undo.push(() => {
            this.#write(before);
          });
        break;
      case 'rename':
      case 'renameFolder':
        await this.#move(step, [...files.keys()]);
        break;
      case 'delete':
        this.#delete(step.which, [...files.keys()]);
        assert.equal(this.#text, before);
        break;
      case 'undo':
        this.#undo.pop()?.();
        break;
    }
    await this.#check();
  }

  #write(text: string): void {
    writeFileSync(this.#path, text);
  }

  async #attach(pieces: readonly AttachedPiece[]): Promise<void> {
    const analysis = await this.dossier.analyse();
    const slots = slotsOf(analysis.dossier);
    const inside = [...filesOf(this.dossier.root).keys()];
    const sources = pieces.map(({ kind, slot, name, content }): Source => {
      const chosen = slots[slot % slots.length];
      assert.ok(chosen);
      const { proof, scenario, requirement } = chosen;
      const wanted = { proof, scenario, ...(requirement === undefined ? {} : { requirement }) };
      if (kind === 'link') return { kind, url: `https://exemple.test/${content}`, wanted };
      if (kind === 'execution') return { kind, number: String(1 + content), wanted };
      const there = inside[name % Math.max(1, inside.length)];
      if (kind === 'file' && there !== undefined) return { kind, path: this.dossier.path(there), wanted };
      const file = ['a.log', 'A.log', 'é à: b.txt', `${proof.replaceAll('/', '_')}.png`][name] ?? 'a.log';
      return { kind: 'bytes', name: file, bytes: Buffer.from(`contenu ${content}`), wanted };
    });
    const request = { analysis, sources, locale: 'fr', cancellation: neverCancelled } as const;
    await withPreparedAttach(request, async (outcome) => {
      assert.ok(outcome.kind === 'prepared', outcome.kind);
      await applyAttach(outcome, neverCancelled);
    });
  }

  /** As the explorer does: the manifest is written for the files as they will be, and both are undone together. */
  async #move(step: Extract<Step, { do: 'rename' | 'renameFolder' }>, files: readonly string[]): Promise<void> {
    const from = step.do === 'renameFolder' ? 'preuves' : files[step.which % Math.max(1, files.length)];
    if (from === undefined || !existsSync(this.dossier.path(from))) return;
    const to = step.do === 'renameFolder' ? step.to : join(dirname(from), step.to);
    const [source, target] = [this.dossier.path(from), this.dossier.path(to)];
    // The explorer refuses to move over something.
    if (existsSync(target) || `${target}/`.startsWith(`${source}/`)) return;
    const before = this.#text;
    const { dossier } = await this.dossier.analyse();
    const move = { from: under(dossier.rootUri, from), to: under(dossier.rootUri, to) };
    const plan = planMoves([move], [{ main: dossier.main, fragments: dossier.fragments }]);
    const isOut = to.startsWith('..');
    for (const { why } of plan.unmoved) assert.ok(isOut && why === 'leaves', why);
    const after = applyChanges(before, plan.edits);
    checkMoved(before, after);
    mkdirSync(dirname(target), { recursive: true });
    const leading = this.#leading(before);
    renameSync(source, target);
    this.#write(after);
    // Every citation leads to its file as before, but those of a file that left.
    if (!isOut) assert.equal(this.#leading(after), leading, `${from} → ${to}\n${after}`);
    this.#undo.push(() => {
      mkdirSync(dirname(source), { recursive: true });
      if (existsSync(target) && !existsSync(source)) renameSync(target, source);
      this.#write(before);
    });
  }

  /** How many citations of a text lead to a file. */
  #leading(text: string): number {
    const cited = itemsOf(text).map((item) => safePath(evidencePath(item)?.value ?? ''));
    return cited.filter((path) => path !== undefined && existsSync(this.dossier.path(path))).length;
  }

  /** The piece stays in the manifest, with all that is known of it. */
  #delete(which: number, files: readonly string[]): void {
    const gone = files[which % Math.max(1, files.length)];
    if (gone === undefined) return;
    const content = readFileSync(this.dossier.path(gone));
    rmSync(this.dossier.path(gone));
    this.#undo.push(() => {
      this.dossier.write(gone, content);
    });
  }

  /** Every cited file is there with the digest that is written, or is told as missing. */
  async #check(): Promise<void> {
    const text = this.#text;
    const parsed = parseManifest(text);
    assert.deepEqual(parsed.problems, [], text);
    const { findings } = await this.dossier.analyse();
    const missing = new Set(
      findings
        .filter(({ rule }) => rule === 'preuve/fichier-introuvable' || rule === 'preuve/hors-dossier')
        .map(({ target, args }) => safePath(target?.path ?? String(args['path'])) ?? ''),
    );
    for (const item of itemsOf(text)) {
      const cited = safePath(evidencePath(item)?.value ?? '');
      if (cited === undefined) continue;
      const path = this.dossier.path(cited);
      if (!existsSync(path)) assert.ok(missing.has(cited), `${cited} is neither there nor told\n${text}`);
      else if (item.sha256) assert.equal(sha256(readFileSync(path)), item.sha256.value, text);
    }
  }
}

/** Digest of every file below the dossier's folder but its own, by path. */
function filesOf(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files
      .map((one) => relative(root, join(one.parentPath, one.name)))
      .filter((path) => !isOwnFile(path))
      .sort()
      .map((path) => [path, sha256(readFileSync(join(root, path)))]),
  );
}

function itemsOf(text: string): readonly EvidenceItem[] {
  const parsed = parseManifest(text);
  return [
    ...parsed.requirements.flatMap(({ facts }) => facts.scenarios),
    ...parsed.coreScenarios.map(({ facts }) => facts),
  ]
    .flatMap(({ proofs }) => proofs)
    .flatMap(({ evidence }) => evidence);
}

/** Lines are added, byte for byte beside those that were there; only `[]`, `~` and braces give way to what comes. */
function checkAdded(before: string, after: string): void {
  const left = after.split('\n');
  let at = 0;
  for (const line of before.split('\n')) {
    if (/[[~{]/.test(line)) continue;
    const found = left.indexOf(line, at);
    assert.ok(found >= 0, `${JSON.stringify(line)} was touched\n${after}`);
    at = found + 1;
  }
  assert.ok(itemsOf(after).length >= itemsOf(before).length);
}

/** As many lines as before, and those that cite no file are the same. */
function checkMoved(before: string, after: string): void {
  const lines = after.split('\n');
  assert.equal(lines.length, before.split('\n').length);
  before.split('\n').forEach((line, index) => {
    if (!/fichier|declaration/.test(line)) assert.equal(lines[index], line);
  });
}
