import assert from 'node:assert/strict';
import { workingKind } from './working-file';

describe('working files', () => {
  it('are known by their names, wherever they lie and however they are written', () => {
    const kinds = {
      secret: ['id_rsa', 'cles/ID_ED25519', '.env', '.env.production', 'a/.netrc', 'mots.kdbx', 'cle.ppk'],
      system: ['Thumbs.db', 'a/.DS_Store', 'desktop.ini', '._capture.png', 'preuves/essais.collecte.json'],
      temporary: ['~$rapport.docx', '.~lock.a.odt#', 'film.mp4.crdownload', 'a.TMP', 'a.part', 'a.txt~', '.a.txt.swp'],
      shortcut: ['a.lnk', 'preuves/site.url', 'a.webloc'],
    };
    for (const [kind, paths] of Object.entries(kinds))
      for (const path of paths) assert.equal(workingKind(path), kind, path);
  });

  it('are none of what is filed, whatever its name', () => {
    const paths = [
      ...[
        'a.png',
        'journal',
        'a.log',
        'a.db',
        'config.env',
        'tmp/a.png',
        'lnk',
        'id_rsa.pub',
        'part',
        'a.har',
        'a.bak',
      ],
      ...['constructor', 'a.constructor', 'environnement.txt', 'a.key', 'a.p12', '.bashrc'],
    ];
    for (const path of paths) assert.equal(workingKind(path), undefined, path);
  });
});
