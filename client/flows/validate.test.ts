import assert from 'node:assert/strict';
import { messagesFor } from '../messages';
import {
  catalogueNameFor,
  catalogueSuffix,
  dispositifInName,
  fileNameProblem,
  manifestSuffix,
  relativePathProblem,
} from './validate';

const fr = messagesFor('fr');

describe('validation of names', () => {
  it('accepts a manifest name', () => {
    assert.equal(fileNameProblem('moncabinet.preuves.yaml', manifestSuffix, fr), undefined);
    assert.equal(fileNameProblem('  été 2026.preuves.yaml ', manifestSuffix, fr), undefined);
  });

  it('says what is wrong with another', () => {
    assert.equal(fileNameProblem('', manifestSuffix, fr), fr.nameEmpty);
    assert.equal(fileNameProblem('.preuves.yaml', manifestSuffix, fr), fr.nameEmpty);
    assert.equal(fileNameProblem('a/b.preuves.yaml', manifestSuffix, fr), fr.nameHasFolder);
    assert.match(fileNameProblem('a:b.preuves.yaml', manifestSuffix, fr) ?? '', /caractères/);
    assert.match(fileNameProblem('a\u0007.preuves.yaml', manifestSuffix, fr) ?? '', /caractères/);
    assert.equal(fileNameProblem('a.yaml', manifestSuffix, fr), fr.nameSuffix(manifestSuffix));
  });

  it('keeps a relative path inside its folder', () => {
    const problem = (path: string): string | undefined => relativePathProblem(path, catalogueSuffix, fr);
    assert.equal(problem('rem/a.rem.yaml'), undefined);
    assert.equal(problem('a.rem.yaml'), undefined);
    assert.equal(problem('rem\\a.rem.yaml'), undefined);
    for (const path of [
      '../a.rem.yaml',
      '/etc/a.rem.yaml',
      'rem/../../a.rem.yaml',
      'C:/a.rem.yaml',
      'rem//a.rem.yaml',
    ]) {
      assert.equal(problem(path), fr.pathOutside, path);
    }
    assert.equal(problem('rem/'), fr.nameEmpty);
  });
});

describe('a dispositif in a file name', () => {
  const ids = ['MDV-LGC-Va1', 'MDV-LGC-Va2', 'MDV-LGC-SF-Va2', 'MS-DUI-Va2'];

  it('is found whatever the case and the separators', () => {
    assert.equal(dispositifInName('REM-MDV-LGC-Va2.xlsx', ids), 'MDV-LGC-Va2');
    assert.equal(dispositifInName('rem_mdv_lgc_va2 (3).xlsx', ids), 'MDV-LGC-Va2');
    assert.equal(dispositifInName('REM-MDV-LGC-SF-Va2.xlsx', ids), 'MDV-LGC-SF-Va2');
  });

  it('is not guessed from a part', () => {
    assert.equal(dispositifInName('REM-LGC.xlsx', ids), undefined);
    assert.equal(dispositifInName('REM-MDV-LGC-Va21.xlsx', ids), undefined);
  });
});

describe('a catalogue name', () => {
  it('comes from the workbook', () => {
    assert.equal(catalogueNameFor('REM-MDV-LGC-Va2.xlsx'), 'REM-MDV-LGC-Va2.rem.yaml');
    assert.equal(catalogueNameFor('REM hôpital (v3).xlsx'), 'REM-hopital-v3.rem.yaml');
    assert.equal(catalogueNameFor('….xlsx'), 'REM.rem.yaml');
  });

  it('always passes its own check', () => {
    for (const name of ['REM.xlsx', '..xlsx', 'a:b*c.xlsx', 'é.xlsx']) {
      assert.equal(fileNameProblem(catalogueNameFor(name), catalogueSuffix, fr), undefined, name);
    }
  });
});
