import assert from 'node:assert/strict';
import { analyse, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { writeCatalogue } from '../../../catalogue/write-catalogue';
import { rules } from '../../registry';
import { rule } from './rule';

const main = (path: string) => manifest('').replace('  profils', `  catalogue: ${path}\n  profils`);
const files = (overlay: string) => ({
  'rem/a.rem.yaml': writeCatalogue(smallCatalogue),
  'rem/a.ajustements.yaml': overlay,
});

describe(rule.meta.id, () => {
  it('reports an overlay that cannot be read, as an error, and one of which something has no effect', async () => {
    const [refused] = await fires(rule, { main: main('⟦rem/a.rem.yaml⟧'), files: files('version: 1\npreuves: 12\n') });
    assert.equal(refused?.severity, 'error');
    const [unknown] = await fires(rule, {
      main: main('⟦rem/a.rem.yaml⟧'),
      files: files('version: 1\npreuves: { INS/va1.56.01.09: { types: [video] } }\n'),
    });
    assert.equal(unknown?.severity, 'warning');
    assert.match(String(unknown.args.problemFr), /Vouliez-vous dire/);
  });

  it('is silent about one that is followed, and without any', async () => {
    await silent(rule, {
      main: main('rem/a.rem.yaml'),
      files: files('version: 1\npreuves: { INS/va1.56.01.01: { types: [video] } }\n'),
    });
    await silent(rule, { main: main('rem/a.rem.yaml'), files: { 'rem/a.rem.yaml': writeCatalogue(smallCatalogue) } });
    await silent(rule, { main: manifest('') });
  });

  it('changes what is asked for', async () => {
    const { analysis } = await analyse(rules, {
      main: main('rem/a.rem.yaml'),
      files: files('version: 1\npreuves: { INS/va1.56.01.01: { obligatoire: false } }\n'),
    });
    const asked = analysis.findings.some(
      ({ rule: id, target }) => id === 'preuve/manquante' && target?.proof === 'INS/va1.56.01.01',
    );
    assert.equal(asked, false);
  });
});
