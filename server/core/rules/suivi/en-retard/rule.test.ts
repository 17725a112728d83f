import assert from 'node:assert/strict';
import { analyse, file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rules } from '../../registry';
import { rule } from './rule';

const today = '2026-11-20';
const body = (requirement: string, scenario = '', evidence = '[]') => `exigences:
  INS/va1.56:
${requirement}    scenarios:
      INS/va1.56.02:
${scenario}        preuves:
          INS/va1.56.02.01: ${evidence}
`;
const at = (due: string, more = '') => `    suivi: { ${more}pour_le: ${due} }\n`;

describe(rule.meta.id, () => {
  it('finds a day that is over, once for all that it holds for', async () => {
    const [finding] = await fires(rule, { main: manifest(body(at('⟦2026-11-19⟧', 'responsable: AM, '))), today });
    assert.equal(finding?.message, 'lateOf');
    assert.equal(finding.args.who, 'AM');
    assert.equal(finding.args.count, 3);
    assert.equal(finding.severity, 'info');
    assert.equal(finding.effect, undefined);
  });

  it('stands on the day that counts: of the proof, of the scenario, of the requirement', async () => {
    const own = `        suivi:\n          pour_le: ⟦2026-11-02⟧\n          preuves: { INS/va1.56.02.01: { pour_le: ⟦2026-11-03⟧, responsable: QA } }\n`;
    const found = await fires(rule, { main: manifest(body(at('⟦2026-11-01⟧'), own)), today });
    assert.deepEqual(
      found.map(({ message, args }) => [message, args.count]),
      [
        ['late', 1],
        ['late', 1],
        ['lateOf', 1],
      ],
    );
  });

  it('finds it in a core-business scenario and in a fragment, and counts a choice once', async () => {
    const main = manifest('').replace('dispositif:', 'fragments: [f/*.preuves.yaml]\n  dispositif:');
    const fragment = `version: 1\nscenarios:\n  SCN_DB/CO.01:\n    suivi: { pour_le: ⟦2026-11-01⟧ }\nexigences:\n  PSC.01:\n    suivi: { pour_le: ⟦2026-11-02⟧ }\n`;
    const found = await fires(rule, { main, files: { 'f/a.preuves.yaml': fragment }, today });
    assert.ok(found.some(({ args }) => args.ids === 'PSC.01' && args.count === 1));
  });

  it('says nothing on the day itself, before it, or of a day that is none', async () => {
    for (const due of ['2026-11-20', '2026-12-01', '2026-02-31', '2026-11', 'hier', '""', '2025-13-01'])
      await silent(rule, { main: manifest(body(at(due))), today });
    await silent(rule, { main: manifest(body(at('2026-11-19'))), today: '2026-11-19' });
  });

  it('says nothing where a nearer day is still to come', async () => {
    const own = `        suivi: { pour_le: 2026-12-01 }\n`;
    const found = await fires(rule, { main: manifest(body(at('⟦2026-11-01⟧'), own)), today });
    assert.deepEqual(
      found.map(({ args }) => args.ids),
      ['INS/va1.56.01.01'],
    );
  });

  it('says nothing of what is provided, set aside, or not known', async () => {
    const evidence = { 'a.png': file() };
    const provided = `exigences:
  INS/va1.30:
    suivi: { pour_le: 2026-11-01 }
    scenarios: { INS/va1.30.01: { preuves: { INS/va1.30.01.01: [ { fichier: a.png } ] } } }
`;
    await silent(rule, { main: manifest(provided), evidence, today });
    const aside = `exigences:\n  SSI/GEN.06:\n    suivi: { pour_le: 2026-11-01 }\n    non_applicable: { justification: Sans objet ici. }\n`;
    await silent(rule, { main: manifest(aside), today });
    await silent(rule, { main: manifest(body(at('2026-11-01'))), catalogue: null, today });
    await silent(rule, { main: manifest(body(at('2026-11-01')).replaceAll('INS/va1.56', 'AUTRE.01')), today });
  });

  it('says nothing while a fragment was not read', async () => {
    const main = manifest(body(at('2026-11-01'))).replace(
      'dispositif:',
      'fragments: [f/*.preuves.yaml]\n  dispositif:',
    );
    await silent(rule, {
      main,
      files: { 'f/a.preuves.yaml': 'version: 1\n' },
      faults: { 'f/a.preuves.yaml': { kind: 'special' } },
      today,
    });
  });

  it('changes no status, and is accepted by a comment that is then used', async () => {
    const with_ = await analyse(rules, { main: manifest(body(at('2026-11-01'))), today });
    const without = await analyse(rules, { main: manifest(body('')), today });
    assert.deepEqual(with_.analysis.compliance()?.counts, without.analysis.compliance()?.counts);
    const ignored = manifest(
      body('    suivi: # segur-ignore suivi/en-retard : repoussé de vive voix\n      pour_le: 2026-11-01\n'),
    ).replace(
      'suivi: # segur-ignore suivi/en-retard : repoussé de vive voix\n',
      'suivi:\n      # segur-ignore suivi/en-retard : repoussé de vive voix\n',
    );
    const { analysis } = await analyse(rules, { main: ignored, today });
    const ids = analysis.findings.map((one) => one.rule);
    assert.ok(!ids.includes('suivi/en-retard') && !ids.includes('configuration/ignore-inutile'), ids.join());
    assert.ok(analysis.accepted.some(({ finding }) => finding.rule === rule.meta.id));
  });

  it('names five proofs at most, and nobody where several are named', async () => {
    const proofs = Array.from({ length: 7 }, (_, at) => proof(`A.01.01.0${at + 1}`));
    const catalogue = { ...smallCatalogue, requirements: [requirement('A.01', [scenario('A.01.01', proofs)])] };
    const main = manifest(`exigences:
  A.01:
    suivi: { pour_le: ⟦2026-11-19⟧, responsable: AM }
    scenarios: { A.01.01: { suivi: { preuves: { A.01.01.02: { responsable: BC } } } } }
`);
    const [found] = await fires(rule, { main, today, catalogue });
    assert.equal(found?.message, 'late');
    assert.deepEqual(found.args, {
      due: '2026-11-19',
      count: 7,
      ids: 'A.01.01.01, A.01.01.02, A.01.01.03, A.01.01.04, A.01.01.05…',
    });
    const [own] = await fires(rule, { main: main.replace('responsable: BC', 'responsable: " AM "'), today, catalogue });
    assert.deepEqual([own?.message, own?.args.who], ['lateOf', 'AM']);
  });
});
