import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { cli, Scratch } from './run-cli';

const main = diskManifest(`exigences:
  INS/va1.56:
    suivi: { responsable: AM, pour_le: 2026-11-01 }
    scenarios: { INS/va1.56.02: { preuves: { INS/va1.56.02.01: [] } } }
`);
const thread = (head: string, text = 'À refaire.') =>
  `version: 1\n${head}\nmessages:\n  - { par: Zoé, le: 2026-11-20, texte: "${text}" }\n`;

describe('command line: threads', function () {
  this.timeout(60_000);
  const scratch = new Scratch();
  const write = (name: string, text: string | Buffer) => {
    writeFileSync(join(scratch.path, 'discussions', name), text);
  };
  beforeEach(() => {
    writeFileSync(join(scratch.path, 'main.preuves.yaml'), main);
    writeFileSync(join(scratch.path, 'catalogue.rem.yaml'), catalogueText);
    mkdirSync(join(scratch.path, 'discussions', 'vague 2'), { recursive: true });
  });
  afterEach(() => {
    scratch.remove();
  });
  const run = (...args: string[]) => cli(scratch.path, ['threads', ...args]);

  it('lists those that are open, by what they are about', async () => {
    write('un.yaml', thread('preuve: INS/va1.56.02.01', 'Une ligne.\\n\\u001b[31mDeux.'));
    write('vague 2/deux.yml', thread('preuve: ins/va1.56.02.01\netat: ouverte\nsujet: Le bandeau'));
    write('trois.yaml', thread('exigence: INS/va1.56\netat: close'));
    const { code, out, err } = await run();
    assert.equal(code, 0, err);
    assert.match(out, /^main\.preuves\.yaml : 2 discussions ouvertes\n/);
    assert.match(
      out,
      /\nINS\/va1\.56\.02\.01 \(ouverte\) {2}discussions\/un\.yaml\n {2}2026-11-20 {2}Zoé : Une ligne\.\n/,
    );
    assert.match(out, /Le bandeau {2}discussions\/vague 2\/deux\.yml/);
    assert.ok(!out.includes('\u001b') && !out.includes('trois'));
    assert.match((await run('--all', '--lang', 'en')).out, /INS\/va1\.56 \(closed\) {2}discussions\/trois\.yaml/);
    assert.match((await run('--about', 'PSC.01')).out, /Aucune discussion ouverte\./);
    assert.match((await run('--about', 'INS/VA1.56')).out, /un\.yaml[\s\S]*deux\.yml/);
  });

  it('says of those that it cannot read, or that are about nothing, and loses none', async () => {
    write('orpheline.yaml', thread('preuve: AILLEURS.01\netat: close'));
    write('latin.yaml', Buffer.from(thread('preuve: INS/va1.56.02.01'), 'latin1'));
    write('cassée.yaml', 'bonjour\n');
    mkdirSync(join(scratch.path, 'discussions', 'répertoire.yaml'));
    const { code, out } = await run();
    assert.equal(code, 3);
    for (const name of ['orpheline', 'latin', 'cassée', 'répertoire'])
      assert.match(out, new RegExp(`! [^\\n]*discussions/${name}\\.yaml`), name);
    const { dossiers } = JSON.parse((await run('--format', 'json')).out) as {
      dossiers: {
        open: number;
        troubled: number;
        threads: { id: string; lost: string | null; trouble: string | null }[];
      }[];
    };
    assert.equal(dossiers[0]?.troubled, 4);
    assert.ok(dossiers[0].threads.every(({ trouble }) => trouble !== null));
    assert.equal(dossiers[0].threads.length, 4);
  });

  it('has nothing to say without threads', async () => {
    assert.match((await run()).out, /^main\.preuves\.yaml : 0 discussion ouverte\nAucune discussion ouverte\.\n$/);
  });

  it('counts in status what is late and what is open, on the day of --at', async () => {
    write('un.yaml', thread('preuve: INS/va1.56.02.01'));
    write('deux.yaml', thread('preuve: AILLEURS.01'));
    const status = (...args: string[]) => cli(scratch.path, ['status', ...args]);
    const { out } = await status('--at', '2026-11-20');
    assert.match(
      out,
      /\n3 preuves sont en retard au 2026-11-20\.\n2 discussions ouvertes\n1 discussion illisible ou sans preuve\n/,
    );
    assert.doesNotMatch((await status('--at', '2026-11-01')).out, /en retard/);
    assert.match(
      (await status('--format', 'md', '--lang', 'en', '--at', '2026-11-20')).out,
      /3 proofs are late on 2026-11-20/,
    );
    const { dossiers } = JSON.parse((await status('--format', 'json', '--at', '2026-11-20')).out) as {
      dossiers: { late: number; threads: object }[];
    };
    assert.deepEqual([dossiers[0]?.late, dossiers[0]?.threads], [3, { open: 2, troubled: 1 }]);
  });

  it('finds what is late as an information, of which check does not fail', async () => {
    const check = (...args: string[]) => cli(scratch.path, ['check', '--format', 'json', ...args]);
    const rulesOf = async (...args: string[]) => {
      const { findings } = JSON.parse((await check(...args)).out) as {
        findings: { rule: string; severity: string; message: string }[];
      };
      return findings.filter(({ rule }) => rule.startsWith('suivi/'));
    };
    const [late, ...others] = await rulesOf('--at', '2026-11-02');
    assert.deepEqual([late?.severity, others], ['info', []]);
    assert.match(late?.message ?? '', /2026-11-01 dépassée pour AM : 3 preuves restent/);
    assert.deepEqual(await rulesOf('--at', '2026-11-01'), []);
  });
});
