import assert from 'node:assert/strict';
import { mayOpen } from './asked-file';

describe('a file that a page asks for', () => {
  const piece = 'file:///dossier/preuves/a%20b.png';
  const hasFileSystem = (scheme: string): boolean => scheme === 'vscode-vfs';

  it('is opened where the server named it', () => {
    assert.equal(mayOpen(piece, ['file:///dossier/autre.png', piece], hasFileSystem), true);
    assert.equal(mayOpen('vscode-vfs://depot/a.png', ['vscode-vfs://depot/a.png'], hasFileSystem), true);
  });

  it('is not opened where the server did not name it, nor by another way of writing it', () => {
    const others = ['file:///etc/passwd', 'file:///dossier/preuves/../../etc/passwd', 'file:///dossier/preuves', ''];
    for (const uri of [...others, `${piece}/`, `${piece}?a`, `${piece}#a`, piece.replace('%20', ' ')])
      assert.equal(mayOpen(uri, [piece], hasFileSystem), false, uri);
    assert.equal(mayOpen(piece, [], hasFileSystem), false);
  });

  it('is no page of the web and no command, though the manifest names it', () => {
    for (const uri of ['https://exemple.org/a.png', 'command:workbench.action.quit', 'javascript:alert(1)', 'a.png'])
      assert.equal(mayOpen(uri, [uri], hasFileSystem), false, uri);
  });
});
