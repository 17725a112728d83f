import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const slot = 'INS/va1.56.02.01';
const two = (first: string, second: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02: { preuves: { ${slot}: [{ fichier: ${first} }] } }
  PSC.01:
    scenarios:
      PSC.01.01: { preuves: { PSC.01.01.01: [{ fichier: ${second} }] } }
`);

describe(rule.meta.id, () => {
  it('reports the id of another proof, scenario or requirement, however its separators are written', async () => {
    for (const name of [
      'INS-va1.30.01.01.mp4',
      'preuves/ins_va1.30.01 film.mp4',
      'film INS va1.30.mp4',
      'INS-va1-30-01-01.mp4',
      'INS-va1.30.99.mp4',
      'SC.PSC.01.mp4',
      'PSC.01.mp4',
      'psc.01.01.01.mp4',
      'SSI-GEN.06 – film.mp4',
      'SCN_DB-CO.01.mp4',
    ]) {
      const [found] = await fires(rule, {
        main: evidenceOf(slot, `fichier: "⟦${name}⟧"`.replace('"⟦', '⟦"').replace('⟧"', '"⟧')),
      });
      assert.deepEqual([found?.message, found?.severity], ['other', 'warning'], name);
    }
    await fires(rule, { main: evidenceOf(slot, 'fichier: ⟦INS-va1.56.01.01.mp4⟧') });
  });

  it('only informs about papers, of which one answers several requirements', async () => {
    const [found] = await fires(rule, { main: evidenceOf('SSI/GEN.06.01.01', 'fichier: ⟦SSI-GEN.07.pdf⟧') });
    assert.equal(found?.severity, 'info');
  });

  it('tells two files that are swapped, each in its place', async () => {
    const found = await fires(rule, { main: two('⟦PSC.01.01.01.mp4⟧', '⟦INS-va1.56.02.mp4⟧') });
    assert.deepEqual(
      found.map(({ message, effect, related }) => [message, effect, related?.length]),
      [
        ['swapped', 'review', 1],
        ['swapped', 'review', 1],
      ],
    );
  });

  it('tells two files swapped within a scenario, and nothing else of it', async () => {
    const within = (first: string, second: string) =>
      manifest(`exigences:
  SSI/GEN.07:
    scenarios:
      SSI/GEN.07.01:
        preuves:
          SSI/GEN.07.01.01: [{ fichier: ${first} }]
          SSI/GEN.07.01.02: [{ fichier: ${second} }]
`);
    await fires(rule, { main: within('⟦SSI-GEN.07.01.02.pdf⟧', '⟦SSI-GEN.07.01.01.pdf⟧') });
    await silent(rule, { main: within('SSI-GEN.07.01.02.pdf', 'annexe.pdf') });
    await silent(rule, { main: within('SSI-GEN.07.01.02.pdf', 'SSI-GEN.07.01.02.pdf') });
    await silent(rule, { main: within('SSI-GEN.07.01.01.pdf', 'SSI-GEN.07.01.02.pdf') });
  });

  it('accepts its own id, that of what it stands under, and a file that bears several', async () => {
    for (const name of [
      'INS-va1.56.02.01.mp4',
      'INS_va1.56.02_film.mp4',
      'INS-va1.56-2.mp4',
      'INS-va1-56-30.mp4',
      'INS-va1.56-INS-va1.30.mp4',
      'SC.INS-va1.56.mp4',
      'LGC.INS.01.mp4',
      'INS-va1.56.02.02.mp4',
      'film.mp4',
      '2026.11.02.mp4',
      'INS-va1.560.mp4',
      'psc.01.mp4',
      'SSI-GEN.06.BIS.mp4',
      'SSI-GEN.06bis.mp4',
      'ssi-gen-06.mp4',
      'INS-va1.30/film.mp4',
    ])
      await silent(rule, { main: evidenceOf(slot, `fichier: ${name}`) });
  });

  it('accepts a file that is cited under the id it bears too', async () => {
    await silent(rule, { main: two('PSC.01.01.01.mp4', './PSC.01.01.01.mp4') });
    await silent(rule, { main: two('INS-va1.56.02.mp4', 'INS-va1.56.02.mp4') });
  });

  it('accepts a core-business scenario and the requirements that it covers', async () => {
    const core = (name: string) =>
      manifest(`scenarios:
  SCN_DB/CO.01: { preuves: { SCN_DB/CO.01.01.01: [{ fichier: ${name} }] } }
`);
    for (const name of ['CO.48.log', 'SCN_DB-CO.01.log', 'SCN_DB-CO.01.01.log'])
      await silent(rule, { main: core(name) });
    await fires(rule, { main: core('⟦PSC.01.01.01.log⟧') });
  });

  it('tells swapped files of one requirement, whose scenarios cover it as those of an imported REM do', async () => {
    const catalogue = {
      ...smallCatalogue,
      requirements: smallCatalogue.requirements.map((one) => ({
        ...one,
        scenarios: one.scenarios.map((each) => ({ ...each, covers: [one.id] })),
      })),
    };
    const of = (first: string, second: string) =>
      manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ fichier: ${first} }] } }
      INS/va1.56.02: { preuves: { INS/va1.56.02.01: [{ fichier: ${second} }] } }
`);
    await fires(rule, { main: of('⟦INS-va1.56.02.01.mp4⟧', '⟦INS-va1.56.01.01.mp4⟧'), catalogue });
    await silent(rule, { main: of('INS-va1.56.01.01.mp4', 'INS-va1.56.02.01.mp4'), catalogue });
    await silent(rule, { main: of('INS-va1.56.mp4', 'INS-va1.56.02.mp4'), catalogue });
  });

  it('knows suffixes, and ids that lost the prefix of the trade', async () => {
    const catalogue = {
      ...smallCatalogue,
      requirements: [
        requirement('SSI/GEN.02', [scenario('SSI/GEN.02.01', [proof('SSI/GEN.02.01.01')])]),
        requirement('SC.SSI/GEN.02 BIS', [scenario('SSI/GEN.02.BIS.01', [proof('SSI/GEN.02.BIS.01.01')])]),
        requirement('LGC.DMP/UX.10', [scenario('DMP/UX.10.01', [proof('DMP/UX.10.01.01')])]),
        requirement('DMP/UX.10', [scenario('DMP/UX.10.09', [proof('DMP/UX.10.09.01')])]),
      ],
    };
    const at = (requirementId: string, proofId: string, name: string) =>
      manifest(`exigences:
  ${requirementId}: { scenarios: { ${proofId.slice(0, -3)}: { preuves: { ${proofId}: [{ fichier: ${name} }] } } } }
`);
    const bis = (name: string) => at('SC.SSI/GEN.02 BIS', 'SSI/GEN.02.BIS.01.01', name);
    for (const name of ['SSI-GEN.02BIS.png', 'SSI_GEN.02 BIS.png', 'ssi-gen.02.bis.png', 'SSI-GEN.02-bis-1.png'])
      await silent(rule, { main: bis(name), catalogue });
    await fires(rule, { main: at('SSI/GEN.02', 'SSI/GEN.02.01.01', '⟦SSI-GEN.02.BIS.png⟧'), catalogue });
    for (const name of ['LGC-DMP-UX.10.png', 'LGC.DMP-UX.10.png', 'DMP-UX.10.png'])
      await silent(rule, { main: at('LGC.DMP/UX.10', 'DMP/UX.10.01.01', name), catalogue });
  });

  it('concludes nothing without a catalogue, or about what it does not know', async () => {
    await silent(rule, { main: evidenceOf(slot, 'fichier: PSC.01.mp4'), catalogue: null });
    await silent(rule, { main: evidenceOf('INS/va1.56.02.09', 'fichier: PSC.01.01.01.mp4') });
    await silent(rule, { main: evidenceOf(slot, 'fichier: ../PSC.01.mp4') });
    await silent(rule, { main: evidenceOf(slot, 'fichier: BIO.77.01.01.mp4') });
  });
});
