import assert from 'node:assert/strict';
import { CatalogueIndex } from '../core/catalogue/index-catalogue';
import type { CatalogueState } from '../core/dossier/dossier';
import { smallCatalogue } from '../../test/kit/small-catalogue';
import { describeCatalogue, typeLabels } from './catalogue-words';

describe('a catalogue in words', () => {
  const path = 'rem/c.rem.yaml';
  const catalogue = { ...smallCatalogue, version: '2.1', requirements: smallCatalogue.requirements.slice(0, 1) };
  const loaded: CatalogueState = {
    kind: 'loaded',
    catalogue,
    index: new CatalogueIndex(catalogue),
    origin: { kind: 'file', uri: 'file:///c' },
  };

  it('says which one it is, or what is wrong with it, in both languages', () => {
    for (const [state, fr, en] of [
      [
        loaded,
        'MDV-LGC-Va2 2.1 : REM importé, complet, 1 exigence',
        'MDV-LGC-Va2 2.1: imported REM, complete, 1 requirement',
      ],
      [{ kind: 'unknownDispositif', dispositif: undefined }, 'Aucun dispositif indiqué', 'No dispositif given'],
      [{ kind: 'unknownDispositif', dispositif: 'X' }, 'Dispositif « X » inconnu', 'Unknown dispositif “X”'],
      [{ kind: 'notFound', path }, `Catalogue introuvable : ${path}`, `Catalogue not found: ${path}`],
      [{ kind: 'outside', path }, `Catalogue hors du dossier : ${path}`, `Catalogue outside the dossier: ${path}`],
      [
        { kind: 'unread', path, fault: { kind: 'directory' } },
        `Catalogue illisible : ${path}`,
        `Unreadable catalogue: ${path}`,
      ],
      [{ kind: 'invalid', path, problems: [] }, `Catalogue illisible : ${path}`, `Unreadable catalogue: ${path}`],
    ] as readonly (readonly [CatalogueState, string, string])[]) {
      assert.equal(describeCatalogue(state, 'fr').replace(/[\u00a0\u202f]/g, ' '), fr);
      assert.equal(describeCatalogue(state, 'en'), en);
    }
  });

  it('shows a type of evidence that it does not know as it is written', () => {
    assert.equal(typeLabels(['video', 'hologramme'], 'fr'), 'Vidéo, hologramme');
    assert.equal(typeLabels([], 'en'), '');
  });
});
