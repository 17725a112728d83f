import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine } from '../archive/temporary-name';
import { writeText } from './write-text';

/** The number of a process that has ended. */
const gone = spawnSync(process.execPath, ['--version']).pid;
const left = (name: string, pid: number): string => `.${name}.${pid}-${machine}0123456789ab.partiel`;

describe('a text that is written', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-texte-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes away what killed runs left of it, and nothing of others', async () => {
    const others = [left('a.yaml', process.pid), left('b.yaml', gone), '.a.yaml.verrou', '.a.yaml.partiel'];
    for (const name of [...others, left('a.yaml', gone), left('.a.yaml.verrou', gone)])
      writeFileSync(join(folder, name), 'x');
    await writeText(join(folder, 'a.yaml'), 'après');
    assert.deepEqual(readdirSync(folder).sort(), [...others, 'a.yaml'].sort());
    assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), 'après');
  });

  it('is new where nothing may stand, or nothing is written', async () => {
    const path = join(folder, 'a.yaml');
    await writeText(path, 'un', { exclusive: true });
    await assert.rejects(writeText(path, 'deux', { exclusive: true }), { code: 'EEXIST', path });
    mkdirSync(join(folder, 'd'));
    await assert.rejects(writeText(join(folder, 'd'), 'trois', { exclusive: true }), { code: 'EEXIST' });
    assert.deepEqual(readdirSync(folder).sort(), ['a.yaml', 'd']);
    assert.equal(readFileSync(path, 'utf8'), 'un');
  });
});
