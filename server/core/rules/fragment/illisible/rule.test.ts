import assert from 'node:assert/strict';
import { analyse, fires, manifest, rootUri, silent } from '../../../../../test/kit/dossier-kit';
import type { FileFault } from '../../../ports/file-fault';
import { rules } from '../../registry';
import { rule } from './rule';

const naming = (patterns: string) => manifest('').replace('  profils:', `  fragments: [${patterns}]\n  profils:`);
const ins = 'version: 1\nexigences:\n  INS/va1.56: {}\n';

const faults: readonly FileFault[] = [
  { kind: 'outside' },
  { kind: 'directory' },
  { kind: 'special' },
  { kind: 'brokenLink' },
  { kind: 'tooLarge', mebibytes: 64 },
  { kind: 'unreadable', reason: 'EACCES' },
];

describe('fragment/illisible', () => {
  for (const fault of faults) {
    it(`says of a fragment that was not read (${fault.kind}) why, where it is named`, async () => {
      const [found] = await fires(rule, {
        main: naming('f/b.preuves.yaml, ⟦f/*.preuves.yaml⟧'),
        files: { 'f/b.preuves.yaml': ins },
        faults: { 'f/a.preuves.yaml': fault },
      });
      assert.equal(found?.message, fault.kind);
      assert.equal(found.severity, 'error');
      assert.equal(found.args['path'], 'f/a.preuves.yaml');
    });
  }

  it('refuses a link out of the dossier, of the file or of a folder on the way, and what it leads to is no part of it', async () => {
    const elsewhere = 'file:///ailleurs/a.preuves.yaml';
    for (const links of [{ 'f/a.preuves.yaml': elsewhere }, { f: 'file:///ailleurs' }]) {
      const input = {
        main: naming('⟦f/*.preuves.yaml⟧'),
        files: { 'f/a.preuves.yaml': ins },
        links,
      };
      const [found] = await fires(rule, input);
      assert.equal(found?.message, 'outside');
      const { analysis } = await analyse(rules, input);
      assert.deepEqual(analysis.dossier.fragments, []);
      assert.deepEqual(analysis.dossier.requirements, []);
    }
  });

  it('takes a link that stays inside', async () => {
    const input = {
      main: naming('f/*.preuves.yaml'),
      files: { 'autre/a.yaml': ins },
      links: { 'f/a.preuves.yaml': 'file:///dossier/autre/a.yaml' },
    };
    await silent(rule, input);
    const { analysis } = await analyse(rules, input);
    assert.equal(analysis.dossier.requirements.length, 1);
  });

  it('takes the fragments behind a folder that is a link and stays inside', async () => {
    const input = {
      main: naming('f/*.preuves.yaml, g/**/*.preuves.yaml'),
      files: { 'autre/a.preuves.yaml': ins, 'encore/b/c.preuves.yaml': 'version: 1\nexigences:\n  INS/va1.57: {}\n' },
      links: { f: `${rootUri}/autre`, g: `${rootUri}/encore` },
    };
    await silent(rule, input);
    const { analysis } = await analyse(rules, input);
    assert.deepEqual(
      analysis.dossier.fragments.map(({ path }) => path),
      ['f/a.preuves.yaml', 'g/b/c.preuves.yaml'],
    );
    assert.ok(!analysis.findings.some((finding) => finding.rule === 'fragment/introuvable'));
  });

  it('says of a folder of fragments that cannot be listed, or leads out, that what is in it is not read', async () => {
    const [closed] = await fires(rule, {
      main: naming('⟦f/*.preuves.yaml⟧'),
      faults: { f: { kind: 'unreadable', reason: 'EACCES' } },
    });
    assert.deepEqual(closed?.args, { path: 'f', reason: 'EACCES' });
    const [linked] = await fires(rule, { main: naming('⟦f/a.preuves.yaml⟧'), links: { f: 'file:///ailleurs' } });
    assert.deepEqual([linked?.message, linked?.args['path']], ['outside', 'f']);
  });

  it('hides nothing that is found elsewhere, and leaves out what it makes unknown', async () => {
    const faulty = { faults: { 'f/a.preuves.yaml': { kind: 'directory' } as const } };
    const files = { 'f/b.preuves.yaml': 'version: 1\nexigences:\n  INS/va9.99: {}\n' };
    const { analysis } = await analyse(rules, { main: naming('f/*.preuves.yaml'), files, ...faulty });
    const found = new Set(analysis.findings.map((finding) => finding.rule));
    assert.ok(found.has('fragment/illisible'));
    assert.ok(found.has('exigence/inconnue'), 'of the other fragment');
    // They may stand in the fragment.
    assert.ok(!found.has('exigence/absente'));
    assert.ok(!found.has('fragment/introuvable'));
    const whole = await analyse(rules, { main: naming('f/*.preuves.yaml'), files });
    assert.ok(whole.analysis.findings.some((finding) => finding.rule === 'exigence/absente'));
  });

  it('names a copy that a shared folder made of a fragment, which is not read as a second one', async () => {
    const fragment = 'version: 1\nexigences:\n  INS/va1.56:\n    commentaire: là\n';
    const { analysis } = await analyse(rules, {
      main: naming('f/*.preuves.yaml'),
      files: { 'f/ins.preuves.yaml': fragment, 'f/ins (Copie en conflit de Alix 2026-11-30).preuves.yaml': fragment },
    });
    assert.deepEqual(
      analysis.dossier.fragments.map(({ path }) => path),
      ['f/ins.preuves.yaml'],
    );
    const found = analysis.findings.filter((finding) => finding.rule === 'fragment/illisible');
    assert.deepEqual(
      found.map(({ message, args }) => [message, args['path'], args['original']]),
      [['conflictCopy', 'f/ins (Copie en conflit de Alix 2026-11-30).preuves.yaml', 'ins.preuves.yaml']],
    );
  });

  it('stays an error whatever the team decided', async () => {
    const { analysis } = await analyse(rules, {
      main: naming('f/*.preuves.yaml').replace(
        '  fragments:',
        '  # segur-ignore fragment/illisible : tant pis\n  fragments:',
      ),
      files: {
        'segur.config.yaml': `version: 1
gravites:
  fragment: off
  fragment/illisible: hint
ignorer:
  - { fichiers: ['**'], raison: tant pis }
`,
      },
      faults: { 'f/a.preuves.yaml': { kind: 'special' } },
    });
    const found = analysis.findings.filter((finding) => finding.rule === 'fragment/illisible');
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['error'],
    );
  });
});
