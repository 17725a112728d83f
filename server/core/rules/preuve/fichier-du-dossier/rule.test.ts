import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (path: string) => evidenceOf('INS/va1.56.01.01', `{ fichier: ${path} }`);

describe(rule.meta.id, () => {
  it('reports files that the dossier is kept in, as evidence and as statements', async () => {
    for (const path of [
      'main.preuves.yaml',
      'exigences/INS.preuves.yaml',
      'rem/a.rem.yaml',
      'rem/a.ajustements.yaml',
      'segur.config.yaml',
      'depot.interne.json',
      'X.PREUVES.YAML',
      'discussions/ins.yaml',
    ])
      await fires(rule, { main: of(`⟦${path}⟧`), evidence: { [path]: file() } });
    await fires(rule, { main: evidenceOf('INS/va1.56.01.01', '{ declaration: ⟦main.preuves.yaml⟧ }') });
    await fires(rule, {
      main: manifest(
        'exigences:\n  SSI/GEN.06: { non_applicable: { justification: Non., declaration: ⟦main.preuves.yaml⟧ } }\n',
      ),
    });
  });

  it('is silent about evidence, whatever it is called', async () => {
    for (const path of [
      'preuves/config.yaml',
      'preuves/preuves.yaml',
      'preuves/rem.yaml.png',
      'a.json',
      'segur.config.yaml.txt',
    ])
      await silent(rule, { main: of(path), evidence: { [path]: file() } });
  });
});
