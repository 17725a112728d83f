import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancelledError, neverCancelled } from '../../core/ports/cancellation';
import { NodeFiles } from '../files/node-files';
import { LookedAt } from './looked-at';
import { WatchedEvidence } from './watched-evidence';
import { WatchedFiles } from './watched-files';

describe('LookedAt', () => {
  let folder: string;
  let lookedAt: LookedAt;
  const at = (name: string) => join(folder, name);
  const changes = () => lookedAt.changes(neverCancelled);
  const uri = (name: string) => pathToFileURL(at(name)).toString();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-watch-'));
    lookedAt = new LookedAt();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('sees a file that changes, goes, comes, or is replaced under the same size and time', async () => {
    const [old, then] = [new Date(0), at('a.txt')];
    const write = (name: string, text: string) => {
      writeFileSync(at(name), text);
      utimesSync(at(name), old, old);
    };
    write('a.txt', 'abc');
    await lookedAt.noteFile(then);
    await lookedAt.noteFile(at('absent.txt'));
    assert.equal(await changes(), '');
    rmSync(then);
    assert.match(await changes(), /a\.txt/);
    lookedAt.clear();
    write('a.txt', 'abc');
    await lookedAt.noteFile(then);
    write('b.txt', 'abd');
    assert.equal(await changes(), '');
    renameSync(at('b.txt'), then);
    assert.match(await changes(), /a\.txt/);
    lookedAt.clear();
    await lookedAt.noteFile(at('absent.txt'));
    write('absent.txt', '');
    assert.match(await changes(), /absent\.txt/);
  });

  it('keeps how a place was when it was first read, whatever is read of it later', async () => {
    writeFileSync(at('a.txt'), 'a');
    await lookedAt.noteFile(at('a.txt'));
    writeFileSync(at('a.txt'), 'longer');
    await lookedAt.noteFile(at('a.txt'));
    assert.match(await changes(), /a\.txt/);
  });

  it('notes what is read, looked for and not found through the port of text files', async () => {
    const files = new WatchedFiles(new NodeFiles(), lookedAt);
    mkdirSync(at('d'));
    writeFileSync(at('d/a.preuves.yaml'), 'version: 1\n');
    const found = await files.findNamed(uri('d'), ['**/*.preuves.yaml'], neverCancelled);
    assert.equal(found.length, 1);
    await files.readText(uri('d/a.preuves.yaml'), neverCancelled);
    assert.equal(await files.readText(uri('d/segur.config.yaml'), neverCancelled), undefined);
    assert.equal(await changes(), '');
    writeFileSync(at('d/other.txt'), '');
    assert.equal(await changes(), '', 'nobody asked for it');
    writeFileSync(at('d/segur.config.yaml'), '');
    assert.match(await changes(), /segur\.config\.yaml/);
    rmSync(at('d/segur.config.yaml'));
    mkdirSync(at('d/deep'));
    writeFileSync(at('d/deep/b.preuves.yaml'), '');
    assert.match(await changes(), /^named/);
    rmSync(at('d'), { recursive: true });
    assert.notEqual(await changes(), '');
  });

  it('notes the pieces that are looked at, and what lies in their folders', async () => {
    const evidence = new WatchedEvidence({}, lookedAt);
    mkdirSync(at('preuves'));
    const root = pathToFileURL(folder).toString();
    await evidence.scan(root, ['preuves/a.png', 'preuves/é à.pdf'], neverCancelled);
    await evidence.list(root, [{ path: 'preuves', whole: true }], neverCancelled);
    assert.equal(await changes(), '');
    writeFileSync(at('preuves/é à.pdf'), '');
    assert.match(await changes(), /é à\.pdf/);
    rmSync(at('preuves/é à.pdf'));
    writeFileSync(at('preuves/beside.txt'), '');
    assert.match(await changes(), /^list/);
  });

  it('stops when it is cancelled', async () => {
    await lookedAt.noteFile(at('a.txt'));
    await assert.rejects(lookedAt.changes({ isCancellationRequested: true }), CancelledError);
  });
});
