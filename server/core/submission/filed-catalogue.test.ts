import assert from 'node:assert/strict';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import type { Catalogue } from '../catalogue/catalogue';
import { CatalogueIndex } from '../catalogue/index-catalogue';
import { readCatalogue } from '../catalogue/read-catalogue';
import { sourceName } from '../catalogue/source-name';
import { writeCatalogue } from '../catalogue/write-catalogue';
import { filedCatalogue } from './filed-catalogue';

const origin = { kind: 'file', uri: 'file:///d/x.rem.yaml' } as const;
const filed = (catalogue: Catalogue): string =>
  filedCatalogue({ catalogue: { kind: 'loaded', catalogue, index: new CatalogueIndex(catalogue), origin } }) ?? '';

describe('filedCatalogue', () => {
  it('is the same catalogue, without comments and keys that are not of its format', () => {
    const text = writeCatalogue(smallCatalogue)
      .replace('exigences:', '# SECRET\ncommandes: SECRET\nexigences: # SECRET')
      .replace('    domaine:', '    note_interne: SECRET\n    domaine:');
    const { catalogue } = readCatalogue(text);
    assert.ok(catalogue && text.includes('note_interne'));
    const again = filed(catalogue);
    assert.ok(!again.includes('SECRET'));
    assert.deepEqual(readCatalogue(again).catalogue, catalogue);
  });

  it('names what it was made from without its folder', () => {
    for (const file of [
      '/home/SECRET/REM.xlsx',
      'C:\\SECRET\\REM.xlsx',
      'file:///home/SECRET/REM.xlsx',
      '~/SECRET/REM.xlsx',
    ]) {
      const [requirement] = smallCatalogue.requirements;
      assert.ok(requirement);
      const catalogue = {
        ...smallCatalogue,
        source: file,
        imported: { file, sheets: ['Exigences'] },
        requirements: [{ ...requirement, source: file }],
      };
      const text = filed(catalogue);
      assert.ok(!text.includes('SECRET') && text.includes('REM.xlsx'), text.slice(0, 400));
      assert.equal(sourceName(catalogue), 'REM.xlsx');
      assert.equal(sourceName({ source: file }), 'REM.xlsx');
    }
    assert.equal(sourceName({ source: 'https://esante.gouv.fr/a/REM' }), 'https://esante.gouv.fr/a/REM');
  });

  it('is none where none was read', () => {
    assert.equal(filedCatalogue({ catalogue: { kind: 'unknownDispositif' } }), undefined);
  });
});
