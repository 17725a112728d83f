import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (entry: string) => evidenceOf('INS/va1.56.01.01', entry);
const house = file({ inspection: { ofTheHouse: {} } });

describe(rule.meta.id, () => {
  it('reports what the tool wrote for the team, as evidence, statement or paper, and what holds it', async () => {
    const evidence = { 'preuves/r.xlsx': house };
    await fires(rule, { main: of('{ fichier: ⟦preuves/r.xlsx⟧ }'), evidence });
    await fires(rule, { main: of('{ declaration: ⟦preuves/r.xlsx⟧ }'), evidence });
    await fires(rule, { main: manifest('agrements:\n  - { teleservice: DMP, piece: ⟦preuves/r.xlsx⟧ }\n'), evidence });
    await fires(rule, {
      main: manifest(
        'exigences:\n  SSI/GEN.06: { non_applicable: { justification: Non., declaration: ⟦preuves/r.xlsx⟧ } }\n',
      ),
      evidence,
    });
    await fires(rule, {
      main: of('{ fichier: ⟦preuves/tout.zip⟧ }'),
      evidence: { 'preuves/tout.zip': file({ inspection: { ofTheHouse: { where: 'suivi/rapport.csv' } } }) },
    });
  });

  it('is silent about evidence, and about what is not known', async () => {
    const main = of('{ fichier: preuves/r.xlsx }');
    for (const one of [file({ inspection: {} }), file(), { state: 'absent' } as const])
      await silent(rule, { main, evidence: { 'preuves/r.xlsx': one } });
    await silent(rule, { main });
  });
});
