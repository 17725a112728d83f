import assert from 'node:assert/strict';
import { droppedIn } from './uri-list';

describe('what was dropped', () => {
  it('is a file by its path, whatever machine the address names', () => {
    assert.deepEqual(
      droppedIn('file:///w/%C3%A9cran%201.png\r\nvscode-remote://localhost:8080/w/b%23.png\nvscode-local:/c%3A/x.png'),
      [
        { kind: 'file', path: '/w/écran 1.png' },
        { kind: 'file', path: '/w/b#.png' },
        { kind: 'file', path: '/c:/x.png' },
      ],
    );
  });

  it('is a link where it is a page', () => {
    const url = 'https://interop.esante.gouv.fr/evs/report.seam?oid=1.2#a';
    assert.deepEqual(droppedIn(url), [{ kind: 'link', url }]);
  });

  it('is nothing where no file or page is named', () => {
    assert.deepEqual(droppedIn('# liste\n\nuntitled:Untitled-1\ngit:/w/a.png\ndu texte\nfile:///a%.png'), []);
  });
});
