import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { cli, Scratch } from './run-cli';

const main = diskManifest(`exigences:
  INS/va1.56:
    suivi: { responsable: AM, pour_le: 2026-12-01 }
    scenarios:
      INS/va1.56.02:
        etapes_faites: [1]
        suivi: { preuves: { INS/va1.56.02.02: { responsable: BC } } }
        preuves:
          INS/va1.56.02.01:
`).replace(
  '  profils: [BAL PER-ORG]\n',
  '  profils: [BAL PER-ORG]\n  identites_de_test: [{ ins: "279035121518989", nom: PATIENT, prenom: Test }]\n',
);

describe('command line: runsheet', function () {
  this.timeout(60_000);
  const scratch = new Scratch();
  beforeEach(() => {
    writeFileSync(join(scratch.path, 'main.preuves.yaml'), main);
    writeFileSync(join(scratch.path, 'catalogue.rem.yaml'), catalogueText);
  });
  afterEach(() => {
    scratch.remove();
  });
  const run = (...args: string[]) => cli(scratch.path, ['runsheet', ...args]);
  const read = (name: string) => readFileSync(join(scratch.path, name), 'utf8');

  it('writes what is left, by chapter, with the steps that are done and the test patients', async () => {
    const { code, out, err } = await run('-o', 'r.md');
    assert.equal(code, 0, err);
    assert.match(out, /^Document écrit/);
    const text = read('r.md');
    assert.match(text, /^# Script de tournage\n\nDocument interne/);
    assert.match(text, /- Patient de test : PATIENT Test, INS 279035121518989\n/);
    assert.match(text, /\n## Identité nationale de santé\n/);
    assert.match(text, /### INS\/va1\.56\.02\n(?:.*\n)*?- \[x\] 1\\?\. Dérouler INS\/va1\.56\.02\n/);
    assert.match(text, /- \[ \] INS\/va1\.56\.02\.01 .*AM, pour le 2026-12-01\)?\n/);
    assert.match(text, /\n## Scénarios cœur de métier\n/);
    // Of two cases, and of two modalities, one is owed.
    const boxes = [...text.matchAll(/^- \[ \] .*Pièce attendue.*$/gm)].map(([line]) => line);
    const choices = boxes.filter((line) => line.includes('(au choix'));
    assert.equal(choices.length, 4);
    assert.match(text, new RegExp(`- Reste : ${boxes.length - 2} preuves\n`));
  });

  it('writes a part for each person, and only theirs where one is named', async () => {
    assert.equal((await run('--par', 'personne', '-o', 'r.md')).code, 0);
    const heads = [...read('r.md').matchAll(/^## (.*)$/gm)].map(([, head]) => head);
    assert.deepEqual(heads, ['AM', 'BC', 'Sans responsable']);
    assert.equal((await run('--personne', 'bc', '-o', 'bc.md')).code, 0);
    const own = read('bc.md');
    assert.deepEqual(
      [...own.matchAll(/^- \[ \] (INS\S+\.02\.0\d) /gm)].map(([, id]) => id),
      ['INS/va1.56.02.02'],
    );
    const unknown = await run('--personne', 'ZZ', '-o', 'zz.md');
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /Responsables nommés : AM, BC\./);
    assert.equal((await run('--chapitre', 'Rien', '-o', 'zz.md')).code, 2);
  });

  it('writes a page without scripts, and a PDF that is the same each time', async () => {
    assert.equal((await run('-o', 'r.html')).code, 0);
    const page = read('r.html');
    assert.match(page, /<h1>Script de tournage<\/h1>/);
    assert.match(page, /☑ 1\. Dérouler/);
    assert.doesNotMatch(page, /<script/);
    assert.equal((await run('-o', 'a.pdf')).err, '');
    assert.equal((await run('-o', 'b.pdf')).code, 0);
    const [a, b] = ['a.pdf', 'b.pdf'].map((name) => readFileSync(join(scratch.path, name)));
    assert.equal(a?.subarray(0, 5).toString(), '%PDF-');
    assert.deepEqual(a, b);
    assert.equal((await run('-o', 'r.docx')).code, 2);
  });

  it('writes the letter of what is missing', async () => {
    assert.equal((await run('--lettre', '--personne', 'AM', '--lang', 'en', '-o', 'l.md')).code, 0);
    const text = read('l.md');
    assert.match(
      text,
      /^# Missing pieces\n\nHello,\n\nTo file the dossier MonCabinet, MDV-LGC-Va2, \d+ proofs are still missing\./,
    );
    assert.match(text, /Thank you,\n\nÉditeur Exemple\n$/);
  });

  it('turns no text of the dossier into markup', async () => {
    writeFileSync(
      join(scratch.path, 'main.preuves.yaml'),
      main.replace('responsable: AM', 'responsable: "<b>*A*</b>"'),
    );
    assert.equal((await run('--par', 'personne', '-o', 'r.html')).code, 0);
    assert.match(read('r.html'), /<h2>&#60;b&#62;\*A\*&#60;\/b&#62;<\/h2>/);
    assert.equal((await run('--par', 'personne', '-o', 'r.md')).code, 0);
    assert.match(read('r.md'), /## \\<b\\>\\\*A\\\*/);
  });
});
