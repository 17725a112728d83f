import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { cli, Scratch } from './run-cli';

const main = diskManifest(`exigences:
  INS/va1.56:
    suivi: { responsable: Zoé, pour_le: 2026-11-01 }
    scenarios:
      INS/va1.56.02:
        suivi: { preuves: { INS/va1.56.02.02: { responsable: BC, pour_le: 2026-12-24 } } }
`);

describe('command line: tasks', function () {
  this.timeout(60_000);
  const scratch = new Scratch();
  beforeEach(() => {
    writeFileSync(join(scratch.path, 'main.preuves.yaml'), main);
    writeFileSync(join(scratch.path, 'catalogue.rem.yaml'), catalogueText);
  });
  afterEach(() => {
    scratch.remove();
  });
  const run = (...args: string[]) => cli(scratch.path, ['tasks', ...args]);
  const read = (name: string) => readFileSync(join(scratch.path, name), 'utf8');

  it('tells what is left of one person, and what of it is late on the day of --at', async () => {
    const { code, out, err } = await run('--person', 'zoé', '--at', '2026-11-20');
    assert.equal(code, 0, err);
    assert.match(out, /^Preuves à la charge de Zoé · MDV-LGC-Va2/);
    assert.match(out, /au 2026-11-20, dont \d+ en retard\./);
    assert.match(out, /\n! 2026-11-01 {2}INS\/va1\.56\.02\.01 /);
    assert.doesNotMatch(out, /\.02\.02/);
    assert.doesNotMatch((await run('--person', 'zoé', '--at', '2026-11-01')).out, /en retard/);
  });

  it('is written in the form that the name asks for, unless one is asked for', async () => {
    assert.equal((await run('-o', 'équipe.ics')).code, 0);
    assert.match(read('équipe.ics'), /^BEGIN:VCALENDAR[\s\S]*DTSTART;VALUE=DATE:20261224/);
    assert.match((await run('-o', 't.html', '--lang', 'en')).err, /names people/);
    assert.match(read('t.html'), /<h1>Who does what by when/);
    assert.equal((await run('-o', 't.dat', '--format', 'csv', '--bom', '--separateur', ';')).code, 0);
    assert.match(read('t.dat'), /^\uFEFFClé;Preuve;/);
    assert.equal((JSON.parse((await run('--format', 'json')).out) as { version: number }).version, 1);
  });

  it('refuses a name that stands nowhere, and writes nothing', async () => {
    const { code, err } = await run('--person', 'Personne', '-o', 't.csv');
    assert.equal(code, 2);
    assert.match(err, /Responsables nommés .* : BC, Zoé\./);
    assert.ok(!readdirSync(scratch.path).includes('t.csv'));
    assert.equal((await run('--format', 'docx')).code, 2);
    assert.equal((await run('nulle-part')).code, 3);
  });

  it('holds several dossiers, their events apart', async () => {
    writeFileSync(join(scratch.path, 'autre.preuves.yaml'), main);
    const { out } = await run('--format', 'ics');
    const uids = [...out.matchAll(/^UID:.*$/gm)].map(([uid]) => uid);
    assert.ok(uids.length > 2);
    assert.equal(new Set(uids).size, uids.length);
  });
});
