import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neverCancelled } from '../../core/ports/cancellation';
import { readUploadLog, type UploadTick } from '../../core/uploads/upload-log';
import { temporaryPath } from '../archive/temporary-name';
import { readUploadLogFile, uploadLogOf, writeUploadLog } from './upload-log-file';

const of = 'MDV-LGC-Va2 X 1.0';
const tick = (scenario: string): UploadTick => ({ scenario, kind: 'lien', value: 'https://x.fr/1', on: '2026-11-30' });

describe('the file of what was filed', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-suivi-'));
    path = uploadLogOf(join(folder, 'dépôt 1.zip'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('stands beside the package, and keeps what several people tick at once', async () => {
    assert.equal(path, join(folder, 'suivi-depot.yaml'));
    assert.deepEqual(await readUploadLogFile(path), { log: readUploadLog(''), isThere: false });
    const people = Array.from({ length: 20 }, (_, at) => `s${String(at).padStart(2, '0')}`);
    await Promise.all(people.map((id) => writeUploadLog(path, { of, add: [tick(id)], remove: [] }, neverCancelled)));
    const { log } = await readUploadLogFile(path);
    assert.deepEqual(log.problems, []);
    assert.deepEqual(
      (log.ticks.get(of) ?? []).map((one) => one.tick.scenario),
      people,
    );
    assert.deepEqual(readdirSync(folder), ['suivi-depot.yaml']);
  });

  it('with a mark of byte order and CRLF is read and written as it stands', async () => {
    writeFileSync(path, '\ufeffversion: 1\r\n# à nous\r\ndepots:\r\n');
    const { kind } = await writeUploadLog(path, { of, add: [tick('a')], remove: [] }, neverCancelled);
    assert.equal(kind, 'written');
    assert.match(
      readFileSync(path, 'utf8'),
      /version: 1\r\n# à nous\r\ndepots:\r\n {2}MDV-LGC-Va2 X 1\.0:\r\n {4}- \{/,
    );
  });

  it('is rid of what a run that was killed left beside it, once something is written', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const left = temporaryPath(path).replace(`.${process.pid}-`, `.${gone}-`);
    writeFileSync(left, 'vers');
    await writeUploadLog(path, { of, add: [tick('a')], remove: [] }, neverCancelled);
    assert.deepEqual(readdirSync(folder), ['suivi-depot.yaml']);
  });

  it('is rid of it, too, where all was written before the run was killed', async () => {
    const change = { of, add: [tick('a')], remove: [] };
    await writeUploadLog(path, change, neverCancelled);
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const name = temporaryPath(path).replace(`.${process.pid}-`, `.${gone}-`);
    writeFileSync(name, 'x');
    await writeUploadLog(path, change, neverCancelled);
    assert.deepEqual(readdirSync(folder), ['suivi-depot.yaml']);
  });

  it('is not kept from anybody by the lock of a process that ended', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const lock = join(folder, '.suivi-depot.yaml.verrou');
    const token =
      /(\d+-[0-9a-f]{8})[0-9a-f]{12}\.partiel$/.exec(
        temporaryPath(path).replace(`.${process.pid}-`, `.${gone}-`),
      )?.[1] ?? '';
    writeFileSync(lock, `${token}-0123456789abcdef`);
    const before = new Date(Date.now() - 5000);
    utimesSync(lock, before, before);
    await writeUploadLog(path, { of, add: [tick('a')], remove: [] }, neverCancelled);
    assert.deepEqual(readdirSync(folder), ['suivi-depot.yaml']);
  });

  it('that may not be written stays as it is', async function () {
    if (process.getuid?.() === 0) this.skip();
    writeFileSync(path, 'version: 1\n');
    chmodSync(folder, 0o500);
    await assert.rejects(writeUploadLog(path, { of, add: [tick('a')], remove: [] }, neverCancelled));
    chmodSync(folder, 0o700);
    assert.equal(readFileSync(path, 'utf8'), 'version: 1\n');
  });
});
