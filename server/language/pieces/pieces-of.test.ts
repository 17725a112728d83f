import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, file, mainUri, manifest, rootUri } from '../../../test/kit/dossier-kit';
import { rule as orphan } from '../../core/rules/preuve/orpheline/rule';
import { piecesOf } from './pieces-of';

const digest = (letter: string) => letter.repeat(64);

describe('segur/pieces', () => {
  it('tells of each file where it is cited, and what is to be known of it first', async () => {
    const kit = await analyse([orphan], {
      main: manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - { fichier: preuves/same.png, sha256: ${digest('a')} }
            - { fichier: ./preuves/same.png }
            - { fichier: preuves/twin.png }
            - { fichier: preuves/other.png, sha256: ${digest('c')} }
            - { fichier: preuves/gone.png }
            - { fichier: preuves/locked.png }
            - { fichier: preuves/later.png }
            - { fichier: ../out.png }
agrements:
  - { teleservice: DMP, statut: Finalisation, piece: preuves/dmp.pdf }
`),
      evidence: {
        'preuves/same.png': file({ sha256: digest('a') }),
        'preuves/twin.png': file({ sha256: digest('a') }),
        'preuves/other.png': file({ sha256: digest('b') }),
        'preuves/dmp.pdf': file({ sha256: digest('d') }),
        'preuves/gone.png': { state: 'absent' },
        'preuves/locked.png': { state: 'unreadable', reason: 'EACCES' },
      },
      listed: ['preuves/same.png', 'preuves/twin.png', 'preuves/other.png', 'preuves/lost.png'],
    });
    const documentOf = (uri: string) => TextDocument.create(uri, '', 1, kit.textOf(uri));
    const { pieces, uri } = piecesOf(kit.analysis, 'fr');
    assert.equal(uri, mainUri);
    assert.deepEqual(
      pieces.map(({ path, state, description }) => `${path} ${state} ${description}`),
      [
        'preuves/dmp.pdf cited citée 1 fois',
        'preuves/gone.png missing fichier introuvable · citée 1 fois',
        'preuves/later.png unlooked pas encore lue · citée 1 fois',
        'preuves/locked.png unread illisible · citée 1 fois',
        'preuves/lost.png orphan orpheline : citée nulle part',
        'preuves/other.png changed changée depuis son empreinte · citée 1 fois',
        'preuves/same.png duplicate même contenu que preuves/twin.png · citée 2 fois',
        'preuves/twin.png duplicate même contenu que preuves/same.png · citée 1 fois',
      ],
    );
    const same = pieces.find(({ path }) => path === 'preuves/same.png');
    assert.equal(same?.uri, `${rootUri}/preuves/same.png`);
    assert.deepEqual(
      same.uses.map(({ label, place }) => [
        label,
        place && documentOf(mainUri).getText(place.range).includes('same.png'),
      ]),
      [
        ['INS/va1.56.01.01', true],
        ['INS/va1.56.01.01', true],
      ],
    );
  });
});
