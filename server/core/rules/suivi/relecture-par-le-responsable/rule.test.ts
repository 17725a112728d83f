import assert from 'node:assert/strict';
import { analyse, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rules } from '../../registry';
import { rule } from './rule';

const on = { 'segur.config.yaml': 'version: 1\ngravites:\n  suivi/relecture-par-le-responsable: warning\n' };
const body = (by: string, requirement: string, scenario = '') => `exigences:
  INS/va1.56:
    suivi: { ${requirement} }
    scenarios:
      INS/va1.56.02:
        suivi: { ${scenario} }
        preuves:
          INS/va1.56.02.01:
            - { fichier: a.mp4, revue: { par: ${by}, le: 2026-11-05, avis: suffisante } }
`;
const own = (name: string) => `preuves: { INS/va1.56.02.01: { responsable: ${name} } }`;

describe(rule.meta.id, () => {
  it('finds a reviewer who is responsible, of whatever level, however the name is written', async () => {
    await fires(rule, { main: manifest(body('⟦AM⟧', 'responsable: AM')), files: on });
    await fires(rule, { main: manifest(body('⟦am⟧', '', 'responsable: " AM "')), files: on });
    await fires(rule, { main: manifest(body('⟦Zoé  Martin⟧', 'responsable: QA', own('zoe\u0301 martin'))), files: on });
    const core = `scenarios:
  SCN_DB/CO.01:
    suivi: { responsable: AM }
    preuves: { SCN_DB/CO.01.01.01: [ { fichier: a.mp4, revue: { par: ⟦AM⟧, le: 2026-11-05, avis: insuffisante } } ] }
`;
    await fires(rule, { main: manifest(core), files: on });
  });

  it('says nothing of another reviewer, of nobody, or of a responsible nearer by', async () => {
    for (const text of [
      body('QA', 'responsable: AM'),
      body('AM', 'responsable: AM', own('QA')),
      body('""', 'responsable: ""'),
      body('Zoe', 'responsable: Zoé'),
      body('AM', 'travail: fait'),
    ])
      await silent(rule, { main: manifest(text), files: on });
  });

  it('is off until the team names it: neither the default nor its category switches it on', async () => {
    const main = manifest(body('AM', 'responsable: AM'));
    await silent(rule, { main });
    await silent(rule, { main, files: { 'segur.config.yaml': 'version: 1\ngravites: { suivi: error }\n' } });
    await silent(rule, {
      main,
      files: { 'segur.config.yaml': 'version: 1\ngravites: { suivi/relecture-par-le-responsable: off }\n' },
    });
  });

  it('has the severity that the team gave it, and changes no status', async () => {
    const main = manifest(body('AM', 'responsable: AM'));
    const files = { 'segur.config.yaml': 'version: 1\ngravites: { suivi/relecture-par-le-responsable: info }\n' };
    const { analysis } = await analyse(rules, { main, files });
    const found = analysis.findings.filter((one) => one.rule === rule.meta.id);
    assert.deepEqual(
      found.map(({ severity, effect }) => [severity, effect]),
      [['info', undefined]],
    );
    const { analysis: off } = await analyse(rules, { main });
    assert.deepEqual(analysis.compliance()?.counts, off.compliance()?.counts);
  });
});
