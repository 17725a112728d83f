import { writeCatalogue } from '../../../catalogue/write-catalogue';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const of = (path: string) => manifest('').replace('  profils', `  catalogue: ${path}\n  profils`);
const files = (id: string) => ({
  'rem/a.rem.yaml': writeCatalogue({ ...smallCatalogue, dispositif: { ...smallCatalogue.dispositif, id } }),
});

describe(rule.meta.id, () => {
  it('reports a catalogue of another dispositif', async () => {
    await fires(rule, { main: of('⟦rem/a.rem.yaml⟧'), files: files('HOP-DPI-Va2') });
  });

  it('says nothing of the right one, case apart', async () => {
    await silent(rule, { main: of('rem/a.rem.yaml'), files: files('MDV-LGC-Va2') });
    await silent(rule, { main: of('rem/a.rem.yaml'), files: files('mdv-lgc-va2') });
    await silent(rule, { main: manifest('') });
  });
});
