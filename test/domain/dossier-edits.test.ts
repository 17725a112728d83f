import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DossierAnalyser, type Analysis, type DossierInput } from '../../server/core/engine/analyse';
import { parseManifest, type ParsedManifest } from '../../server/core/manifest/parse-manifest';
import { rules } from '../../server/core/rules/registry';
import { inputOf, said } from '../kit/analysed-text';
import { file, manifest } from '../kit/dossier-kit';
import { plainManifest } from '../kit/plain-manifest';
import { applyEdit } from '../kit/random-edit';
import { smallCatalogue } from '../kit/small-catalogue';
import { typedTexts } from '../kit/typed-texts';

const seed = 20261122;

/** Some that the catalogue has, others that it has not. Few of each, so that entries are repeated and share what they cite. */
const entries = [
  ...smallCatalogue.requirements.flatMap(({ id, scenarios }) => Array.from({ length: 10 }, () => ({ id, scenarios }))),
  ...Array.from({ length: 60 }, (_, index) => ({ id: `X/${String(index)}`, scenarios: [] })),
];
const items = [
  'lien: "https://interop.referencement.esante.gouv.fr/evs/report.seam?oid=1.2.3"',
  'execution: 4127',
  'fichier: preuves/a.png',
  'fichier: preuves/A.png',
  `fichier: preuves/b.mp4\n              sha256: ${'1'.repeat(64)}`,
  `fichier: preuves/c.mp4\n              sha256: ${'1'.repeat(64)}`,
  'fichier: ../d.png',
  'execution: 4127\n              cas_test: Autre',
];

const scenario = fc.record({ of: fc.nat(3), items: fc.array(fc.nat(items.length - 1), { maxLength: 3 }) });
const entry = fc.record({
  of: fc.nat(entries.length - 1),
  scenarios: fc.array(scenario, { maxLength: 2 }),
  applies: fc.integer({ min: 0, max: 9 }),
});
type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

function written({ of, applies, scenarios: some }: Entry): string {
  const { id = '', scenarios = [] } = entries[of] ?? {};
  const head = `  ${id}:\n`;
  if (applies === 0) return `${head}    non_applicable: { justification: Non. }\n`;
  const body = some.map(({ of: which, items: chosen }) => {
    const { id: name = 'Y', proofs = [] } = scenarios[which % Math.max(1, scenarios.length)] ?? {};
    const list = chosen.map((index) => `            - ${items[index] ?? ''}\n`).join('');
    return `      ${name}:\n        preuves:\n          ${proofs[0]?.id ?? 'Y.1'}:\n${list}`;
  });
  return body.length === 0 ? head : `${head}    scenarios:\n${body.join('')}`;
}

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(2_000)),
  text: fc.oneof(
    fc.constantFrom(...typedTexts),
    entry.map((one) => `\n${written(one)}`),
  ),
});

/** The same object, as the facts of a file that did not change are. */
const unchanged = file();

/** A dossier in which a piece changed with each generation of what is known of evidence. */
function input(parsed: ParsedManifest, evidenceGeneration: number): DossierInput {
  const known = new Map([
    ['preuves/a.png', unchanged],
    ['preuves/b.mp4', file({ sha256: (evidenceGeneration % 2 === 0 ? '1' : '2').repeat(64) })],
  ]);
  const evidence: DossierInput['evidence'] = {
    lookup: (path) => known.get(path),
    changedSince: (generation) => (generation % 2 === 0 ? undefined : new Set(['preuves/b.mp4'])),
  };
  return inputOf(parsed, { evidence, evidenceGeneration });
}

/** Everything that an analysis says, and what it was said of. */
function allSaid(analysis: Analysis): unknown {
  const { requirements, coreScenarios } = analysis.dossier;
  return { ...said(analysis), requirements, coreScenarios };
}

describe('a dossier checked again and again', () => {
  it('is told the same after each edit as when it is checked afresh', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 90 }),
        fc.array(entry, { maxLength: 3 }),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (requirements, core, edits) => {
          const some = requirements.map(written).join('');
          const cores = core.length === 0 ? '' : `scenarios:\n${core.map(written).join('')}`;
          let text = manifest(`exigences:\n${some}${cores}`);
          let parsed = parseManifest(text);
          const analyser = new DossierAnalyser(rules);
          analyser.analyse(input(parsed, 0)).compliance();
          for (const [round, one] of edits.entries()) {
            const edited = applyEdit(text, one);
            text = edited.text;
            parsed = parseManifest(text, parsed, edited.change);
            const fresh = parseManifest(text);
            assert.deepEqual(plainManifest(parsed), plainManifest(fresh));
            // Evidence changes now and then, without the text.
            for (const generation of [round, round + 1]) {
              const now = analyser.analyse(input(parsed, generation));
              assert.deepEqual(allSaid(now), allSaid(new DossierAnalyser(rules).analyse(input(fresh, generation))));
            }
          }
        },
      ),
      { seed, numRuns: 60 },
    );
  });
});
