import assert from 'node:assert/strict';
import { asParams, piecesInHand, type HeldFile, type InHand } from './pieces-in-hand';

const folder = 'file:///d/dossier';
const nothing: InHand = { files: [], uris: '', text: '' };
const there = new Set(['file:///d/dossier/preuves/a%20b.png', 'file:///d/x.pdf', 'file:///C:/Users/a.png']);
const pieces = (inHand: Partial<InHand>) =>
  piecesInHand({ ...nothing, ...inHand }, folder, (uri) => Promise.resolve(there.has(uri)));
const held = (name: string, uri?: string): HeldFile => ({
  name,
  ...(uri === undefined ? {} : { uri }),
  bytes: () => Promise.resolve(new Uint8Array([1, 2, 3])),
});

describe('pieces in hand', () => {
  it('are the files of a list, by path whatever the scheme', async () => {
    const file = { kind: 'file', uri: 'file:///d/x.pdf' };
    for (const uris of ['file:///d/x.pdf', 'vscode-local:///d/x.pdf', '# c\r\nvscode-remote://wsl+a/d/x.pdf\r\n'])
      assert.deepEqual(await pieces({ uris }), [file], uris);
  });

  it('are several at once, links among them', async () => {
    const uris = 'file:///d/x.pdf\r\nhttps://gazelle.example/r?id=1';
    assert.deepEqual(await pieces({ uris }), [
      { kind: 'file', uri: 'file:///d/x.pdf' },
      { kind: 'link', url: 'https://gazelle.example/r?id=1' },
    ]);
  });

  it('are the picture of the clipboard, not the files of an earlier copy', async () => {
    const picture = held('capture.png');
    assert.deepEqual(await pieces({ picture, uris: 'file:///d/x.pdf' }), [{ kind: 'bytes', file: picture }]);
  });

  it('are files that come with their bytes, by their place where it is known', async () => {
    const bare = held('film.mp4');
    assert.deepEqual(await pieces({ files: [bare, held('x.pdf', 'file:///d/x.pdf')] }), [
      { kind: 'bytes', file: bare },
      { kind: 'file', uri: 'file:///d/x.pdf' },
    ]);
  });

  it('are an address or the path of a file that is there, alone in a text', async () => {
    assert.deepEqual(await pieces({ text: ' https://a.example/b \n' }), [{ kind: 'link', url: 'https://a.example/b' }]);
    const inside = [{ kind: 'file', uri: 'file:///d/dossier/preuves/a%20b.png' }];
    for (const text of ['preuves/a b.png', './preuves/a b.png', '"preuves/a b.png"', 'preuves\\a b.png'])
      assert.deepEqual(await pieces({ text }), inside, text);
    assert.deepEqual(await pieces({ text: '/d/x.pdf' }), [{ kind: 'file', uri: 'file:///d/x.pdf' }]);
    assert.deepEqual(await pieces({ text: 'C:\\Users\\a.png' }), [{ kind: 'file', uri: 'file:///C:/Users/a.png' }]);
  });

  it('are none in other texts, of folders, or of what is not there', async () => {
    for (const text of ['', 'preuves', 'voir https://a.example', 'https://a.example\nhttps://b.example', 'absent.png'])
      assert.deepEqual(await pieces({ text }), [], text);
    for (const uris of ['file:///d', 'file:///d/x.pdf\nfile:///d', 'untitled:/a', 'git:///d/x.pdf'])
      assert.deepEqual(await pieces({ uris }), [], uris);
  });

  it('go to the server with their slot', async () => {
    const slot = { proof: 'P' };
    assert.deepEqual(
      await asParams(
        [
          { kind: 'bytes', file: held('a.png') },
          { kind: 'link', url: 'u' },
        ],
        slot,
      ),
      [
        { kind: 'bytes', name: 'a.png', base64: 'AQID', slot },
        { kind: 'link', url: 'u', slot },
      ],
    );
  });
});
