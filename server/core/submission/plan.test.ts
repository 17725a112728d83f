import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { submissionPlan } from './plan';

async function planOf(body: string, configuration?: string) {
  const files = configuration === undefined ? {} : { 'segur.config.yaml': configuration };
  const catalogue = { ...smallCatalogue, state: 'partiel' } as const;
  const { analysis } = await analyse([], { main: manifest(body), files, catalogue });
  return submissionPlan(analysis);
}
const sources = (plan: Awaited<ReturnType<typeof planOf>>) => plan.evidence.map(({ source }) => source);

describe('the plan of a package', () => {
  it('says of each piece what is written of it, and nothing else', async () => {
    const { evidence, references } = await planOf(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - { fichier: a.mp4, titre: Film, commentaire: Vu, date: 2026-11-02, version: 12.4.0, sha256: ${'AB'.repeat(32)} }
            - { fichier: b.mp4 }
            - { titre: rien }
          INS/va1.56.02.02: [ { lien: "https://exemple.fr/1", date: 2026-11-03 } ]
`);
    const place = { chapter: 'Identité nationale de santé', requirement: 'INS/va1.56', scenario: 'INS/va1.56.02' };
    const slot = { ...place, proof: 'INS/va1.56.02.01' };
    const told = { title: 'Film', comment: 'Vu', date: '2026-11-02', version: '12.4.0' };
    assert.deepEqual(
      evidence.map((one) => [one.source, one.slot, one.pinned]),
      [
        ['a.mp4', { ...slot, ...told }, 'ab'.repeat(32)],
        ['b.mp4', slot, undefined],
      ],
    );
    assert.deepEqual(references, [
      {
        kind: 'lien',
        value: 'https://exemple.fr/1',
        slot: { ...place, proof: 'INS/va1.56.02.02', date: '2026-11-03' },
      },
    ]);
  });

  it('files all that the catalogue does not expect of a requirement, each with its own', async () => {
    const plan = await planOf(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.77: [ { fichier: a.png } ]
          INS/va1.56.01.78: [ { fichier: b.png } ]
      INS/va1.56.77: { non_applicable: { justification: Non., declaration: d.pdf } }
  INS/va1.30:
    scenarios: { INS/va1.30.01: { preuves: { INS/va1.30.01.77: [ { fichier: c.png } ] } } }
  INS/va1.98:
    scenarios: { INS/va1.98.01: { preuves: { INS/va1.98.01.01: [ { fichier: d.png } ] } } }
  INS/va1.99:
    scenarios: { INS/va1.99.01: { preuves: { INS/va1.99.01.01: [ { fichier: e.png } ] } } }
scenarios:
  SCN_DB/CO.77: { preuves: { SCN_DB/CO.77.01.01: [ { fichier: f.log } ] } }
`);
    assert.deepEqual(sources(plan), ['a.png', 'b.png', 'c.png', 'd.png', 'e.png', 'f.log']);
    assert.deepEqual(
      plan.evidence.map(({ slot }) => [slot.chapter, slot.requirement]),
      [
        ['Identité nationale de santé', 'INS/va1.56'],
        ['Identité nationale de santé', 'INS/va1.56'],
        ['Identité nationale de santé', 'INS/va1.30'],
        ['Hors catalogue', 'INS/va1.98'],
        ['Hors catalogue', 'INS/va1.99'],
        ['Scénarios cœur de métier', undefined],
      ],
    );
    assert.equal('requirement' in (plan.evidence.at(-1)?.slot ?? {}), false);
    assert.deepEqual(
      plan.statements.map(({ source, slot }) => [source, slot.requirement, slot.scenario]),
      [['d.pdf', 'INS/va1.56', 'INS/va1.56.77']],
    );
  });

  it('gives evidence no name that the package has for itself', async () => {
    const body = `exigences:
  INS/va1.56:
    scenarios: { INS/va1.56.01: { preuves: { INS/va1.56.01.01: [ { fichier: a/depot.json }, { fichier: b/index.html }, { fichier: c/x.png } ] } } }
`;
    const { evidence } = await planOf(body, 'version: 1\ndepot: { noms: "{nom}" }\n');
    const names = evidence.map(({ name }) => name);
    assert.deepEqual(names.length, 3);
    assert.ok(!names.includes('depot.json') && !names.includes('index.html'), names.join(' '));
    assert.ok(names.includes('x.png'), names.join(' '));
  });
});
