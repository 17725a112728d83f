import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { parseDocument } from 'yaml';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { textInPackage } from '../kit/read-package';
import { cli, Scratch, type CliResult } from './run-cli';

/** Pieces that each of two people attaches, one after the other. */
const rounds = 3;

describe('cli: two processes on one dossier', function () {
  this.timeout(120_000);
  const scratch = new Scratch();
  const at = (...names: string[]) => join(scratch.path, ...names);
  const besides = () => readdirSync(at('d')).filter((name) => /partiel|verrou/.test(name));
  beforeEach(() => {
    mkdirSync(at('d'));
    writeFileSync(at('d', 'main.preuves.yaml'), diskManifest('exigences: {}\n'));
    writeFileSync(at('d', 'catalogue.rem.yaml'), catalogueText);
  });
  afterEach(() => {
    scratch.remove();
  });

  it('lose nothing that either of them was told is written', async () => {
    const told: string[] = [];
    const refused: CliResult[] = [];
    const person = async (name: string, proof: string): Promise<void> => {
      for (let round = 0; round < rounds; round++) {
        const url = `https://exemple.test/${name}/${round}`;
        // Who is told that the other one was faster does it again.
        for (;;) {
          const said = await cli(scratch.path, ['attach', '--lien', url, '--preuve', proof, '--dossier', 'd']);
          // 1: it is written, and there is something to remark.
          if (said.code < 2) break;
          refused.push(said);
          assert.match(said.err, /a changé/, 'the only reason for which one is refused');
        }
        told.push(url);
      }
    };
    await Promise.all([person('a', 'INS/va1.56.01.01'), person('b', 'SCN_DB/CO.01.01.01')]);
    const text = readFileSync(at('d', 'main.preuves.yaml'), 'utf8');
    assert.deepEqual(parseDocument(text).errors, []);
    assert.deepEqual(
      told.filter((url) => text.split(url).length !== 2),
      [],
      `${refused.length} refused`,
    );
    assert.equal(told.length, 2 * rounds);
    assert.deepEqual(besides(), []);
  });

  it('tick what was filed in one log, both ticks in it', async () => {
    for (const proof of ['INS/va1.56.01.01', 'SCN_DB/CO.01.01.01'])
      await cli(scratch.path, ['attach', '--lien', 'https://exemple.test/x', '--preuve', proof, '--dossier', 'd']);
    const made = await cli(scratch.path, ['package', 'd', '--brouillon', '-o', 'b.zip']);
    assert.equal(made.code, 0, made.err);
    const record = await textInPackage(at('b.zip'), 'data/depot.json');
    const final = record.replace('"brouillon": true', '"brouillon": false');
    writeFileSync(at('p.zip'), zipSync({ 'X/data/depot.json': strToU8(final) }));
    const tick = (proof: string, by: string) =>
      cli(scratch.path, ['depot', 'p.zip', '--cocher', proof, '--par', by, '--le', '2026-11-30']);
    const said = await Promise.all([tick('INS/va1.56.01.01', 'CM'), tick('SCN_DB/CO.01.01.01', 'AM')]);
    assert.deepEqual(
      said.map(({ code, err }) => [code, err]),
      [
        [0, ''],
        [0, ''],
      ],
    );
    const log = readFileSync(at('suivi-depot.yaml'), 'utf8');
    for (const part of ['INS/va1.56.01.01', 'SCN_DB/CO.01.01.01', 'CM', 'AM']) assert.ok(log.includes(part), log);
  });
});
