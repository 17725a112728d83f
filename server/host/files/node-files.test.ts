import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { badFiles, badKinds, canMakeBadFiles } from '../../../test/kit/bad-files';
import { UnreadableFile } from '../../core/ports/file-fault';
import { normaliseUri } from '../../core/text/uri';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { parisDay } from '../clock/paris-clock';
import { nodeBuiltInCatalogues } from './built-in-catalogues';
import { NodeFiles } from './node-files';

describe('NodeFiles', () => {
  let root: string;
  const files = new NodeFiles();
  const write = (name: string, text = '') => {
    fs.mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  const uri = (name = '') => pathToFileURL(path.join(root, name)).href;
  const find = async (...globs: string[]) =>
    (await files.find(uri(), globs, neverCancelled)).map((one) => one.slice(uri().length + 1));

  beforeEach(() => {
    root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'segur-files-')));
  });
  afterEach(() => {
    fs.rmSync(root, { recursive: true, force: true });
  });

  it('reads a text, and knows an absent file from a failure', async () => {
    write('é.preuves.yaml', 'version: 1\n');
    const read = await files.readText(uri('é.preuves.yaml'), neverCancelled);
    assert.deepEqual(read, { text: 'version: 1\n', realUri: normaliseUri(uri('é.preuves.yaml')) });
    assert.equal(await files.readText(uri('none'), neverCancelled), undefined);
    assert.equal(await files.readText(uri('é.preuves.yaml/x'), neverCancelled), undefined);
    await assert.rejects(files.readText(uri(), neverCancelled), { fault: { kind: 'directory' }, file: uri() });
    assert.equal(await files.readText('untitled:x', neverCancelled), undefined);
    if (process.platform !== 'win32')
      assert.equal(await files.readText('file://hote/partage/x.preuves.yaml', neverCancelled), undefined);
  });

  it('finds by glob, sorted, skipping folders that are not the user’s own', async () => {
    for (const name of ['b.preuves.yaml', 'a/c.preuves.yaml', 'a/b/d.preuves.yaml', 'a/x.txt']) write(name);
    for (const name of ['node_modules/n.preuves.yaml', '.git/g.preuves.yaml', 'a/.hidden/h.preuves.yaml']) write(name);
    assert.deepEqual(await find('**/*.preuves.yaml'), ['a/b/d.preuves.yaml', 'a/c.preuves.yaml', 'b.preuves.yaml']);
    assert.deepEqual(await find('*.preuves.yaml'), ['b.preuves.yaml']);
    assert.deepEqual(await find('a/*.preuves.yaml'), ['a/c.preuves.yaml']);
    assert.deepEqual(await find('a/c.preuves.yaml', 'b.preuves.yaml'), ['a/c.preuves.yaml', 'b.preuves.yaml']);
    assert.deepEqual(await find('{a,z}/**/*.yaml'), ['a/b/d.preuves.yaml', 'a/c.preuves.yaml']);
    assert.deepEqual(await files.find(uri('none'), ['**'], neverCancelled), []);
  });

  it('finds by name alone what reading will refuse', async function () {
    if (!canMakeBadFiles) this.skip();
    const secret = path.join(root, 'secret');
    write('secret');
    for (const kind of badKinds) badFiles[kind](path.join(root, `${kind}.preuves.yaml`), secret);
    write('directory.preuves.yaml/dedans.preuves.yaml');
    const named = await files.findNamed(uri(), ['**/*.preuves.yaml'], neverCancelled);
    assert.deepEqual(
      named.map((one) => one.slice(uri().length + 1)),
      [
        'brokenLink.preuves.yaml',
        'directory.preuves.yaml',
        'directory.preuves.yaml/dedans.preuves.yaml',
        'outside.preuves.yaml',
        'special.preuves.yaml',
        'tooLarge.preuves.yaml',
      ],
    );
    for (const kind of ['directory', 'brokenLink', 'special', 'tooLarge'] as const) {
      await assert.rejects(files.readText(uri(`${kind}.preuves.yaml`), neverCancelled), (error) => {
        assert.ok(error instanceof UnreadableFile);
        return error.fault.kind === kind;
      });
    }
    // Whether it leads out depends on the dossier: where it leads is told.
    const read = await files.readText(uri('outside.preuves.yaml'), neverCancelled);
    assert.equal(read?.realUri, uri('secret'));
    assert.equal(await files.realUri(uri('outside.preuves.yaml'), neverCancelled), uri('secret'));
    assert.equal(await files.realUri(uri('brokenLink.preuves.yaml'), neverCancelled), undefined);
  });

  it('does not enter linked folders', async function () {
    if (process.platform === 'win32') this.skip();
    write('a/m.preuves.yaml');
    fs.symlinkSync(root, path.join(root, 'a/loop'));
    assert.deepEqual(await find('**/*.preuves.yaml'), ['a/m.preuves.yaml']);
  });

  it('stops when asked to', async () => {
    await assert.rejects(files.find(uri(), ['**'], { isCancellationRequested: true }), CancelledError);
  });
});

describe('parisDay', () => {
  it('is the day in Paris, in summer and winter', () => {
    assert.equal(parisDay(new Date('2026-07-31T21:59:59Z')), '2026-07-31');
    assert.equal(parisDay(new Date('2026-07-31T22:00:00Z')), '2026-08-01');
    assert.equal(parisDay(new Date('2026-12-31T22:59:59Z')), '2026-12-31');
    assert.equal(parisDay(new Date('2026-12-31T23:00:00Z')), '2027-01-01');
  });

  it('is what the time zones say, at any hour, of any year that a file or a clock may give', () => {
    const zone = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'short' });
    for (const year of [1000, 1911, 1942, 1970, 1976, 1999, 2026, 9999])
      for (const day of ['01-01', '03-29', '06-30', '10-25', '12-31'])
        for (const time of ['00:00:00', '01:00:00', '21:59:59', '22:00:00', '22:59:59', '23:59:59']) {
          const instant = new Date(`${String(year)}-${day}T${time}Z`);
          const [date, month] = zone.format(instant).split('/');
          assert.equal(parisDay(instant).slice(-5), `${month ?? ''}-${date ?? ''}`, instant.toISOString());
        }
    assert.throws(() => parisDay(new Date(NaN)), RangeError);
  });
});

describe('the shipped catalogues', () => {
  it('are read by the id of a known dispositif, and nothing else is', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'segur-catalogues-'));
    const value = { dispositif: { id: 'MDV-LGC-Va2' }, requirements: [] };
    fs.writeFileSync(path.join(folder, 'MDV-LGC-Va2.json'), JSON.stringify(value));
    fs.writeFileSync(path.join(folder, 'other.json'), '{}');
    const catalogues = nodeBuiltInCatalogues(folder);
    assert.deepEqual(await catalogues.load('MDV-LGC-Va2', neverCancelled), value);
    assert.equal(await catalogues.load('other', neverCancelled), undefined);
    assert.equal(await catalogues.load('../other', neverCancelled), undefined);
    await assert.rejects(catalogues.load('MDV-LGC-Va1', neverCancelled), { code: 'ENOENT' });
    fs.rmSync(folder, { recursive: true });
  });
});
