import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { EvidenceListings } from './evidence-listings';

describe('EvidenceListings', () => {
  let root: string;
  let listings: EvidenceListings;
  const uri = () => pathToFileURL(root).href;
  const write = (name: string) => {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, 'x');
  };
  const all = [
    { path: 'preuves', whole: true },
    { path: 'docs', whole: false },
  ];

  beforeEach(() => {
    root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-listings-')));
    listings = new EvidenceListings();
  });
  afterEach(() => {
    fs.rmSync(root, { recursive: true, force: true });
  });

  it('tells the files of the folders, hidden ones and those of other folders left out', async () => {
    for (const name of [
      'preuves/b.png',
      'preuves/a/é.png',
      'preuves/.x',
      'preuves/.git/y',
      'docs/c.pdf',
      'docs/d/e.pdf',
    ])
      write(name);
    assert.equal(listings.of(uri()), undefined);
    await listings.list(uri(), all, neverCancelled);
    assert.deepEqual(listings.of(uri()), ['docs/c.pdf', 'preuves/a/é.png', 'preuves/b.png']);
  });

  it('is the same array while nothing came or went', async () => {
    write('preuves/a.png');
    await listings.list(uri(), all, neverCancelled);
    const before = listings.of(uri());
    await listings.list(uri(), all, neverCancelled);
    assert.equal(listings.of(uri()), before);
    write('preuves/b.png');
    await listings.list(uri(), all.slice(0, 1), neverCancelled);
    assert.deepEqual(listings.of(uri()), ['preuves/a.png', 'preuves/b.png']);
    fs.rmSync(path.join(root, 'preuves'), { recursive: true });
    await listings.list(uri(), all, neverCancelled);
    assert.deepEqual(listings.of(uri()), []);
  });

  it('follows no link', async function () {
    write('ailleurs/a.png');
    write('preuves/b.png');
    try {
      fs.symlinkSync(path.join(root, 'ailleurs'), path.join(root, 'docs'));
      fs.symlinkSync(path.join(root, 'ailleurs'), path.join(root, 'preuves/lien'));
      fs.symlinkSync(path.join(root, 'ailleurs/a.png'), path.join(root, 'preuves/lien.png'));
    } catch {
      // Windows without the right to make links.
      this.skip();
    }
    await listings.list(uri(), all, neverCancelled);
    assert.deepEqual(listings.of(uri()), ['preuves/b.png']);
  });

  it('stops when it is cancelled', async () => {
    write('preuves/a.png');
    await assert.rejects(listings.list(uri(), all, { isCancellationRequested: true }), CancelledError);
    assert.equal(listings.of(uri()), undefined);
  });

  it('has nothing for a folder that is not of this machine', async () => {
    await listings.list('memfs:/d', all, neverCancelled);
    assert.equal(listings.of('memfs:/d'), undefined);
  });
});
