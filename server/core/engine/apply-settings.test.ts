import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../test/kit/dossier-kit';
import { rule as invalid } from '../rules/configuration/invalide/rule';
import { rule as withoutReason } from '../rules/configuration/ignore-sans-raison/rule';
import { rule as unused } from '../rules/configuration/ignore-inutile/rule';
import { rule as otherVersion } from '../rules/preuve/autre-version/rule';
import { rule as missingFile } from '../rules/preuve/fichier-introuvable/rule';

const rules = [invalid, unused, withoutReason, missingFile, otherVersion];
const evidence = { 'a.png': file(), 'absent.png': { state: 'absent' } } as const;

const dossier = (item: string, before = '') =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
${before}            - ${item}
`);

const check = async (main: string, configuration?: string) => {
  const files = configuration === undefined ? {} : { 'segur.config.yaml': configuration };
  const { analysis } = await analyse(rules, { main, evidence, files });
  const [requirement] = analysis.compliance()?.chapters[0]?.requirements ?? [];
  return {
    findings: analysis.findings.map(({ rule, severity }) => `${severity} ${rule}`),
    accepted: analysis.accepted.map(({ finding, reason }) => [finding.rule, reason]),
    proof: requirement?.scenarios[0]?.proofs[0]?.status,
  };
};

describe('settings', () => {
  const old = '{ fichier: a.png, version: 12.3.0 }';

  it('change the severity of a rule, or of a category', async () => {
    const plain = await check(dossier(old));
    assert.deepEqual(plain.findings, ['warning preuve/autre-version']);
    const byRule = await check(dossier(old), 'version: 1\ngravites: { preuve/autre-version: error, preuve: off }');
    assert.deepEqual(byRule.findings, ['error preuve/autre-version']);
    const byCategory = await check(dossier(old), 'version: 1\ngravites: { preuve: info }');
    assert.deepEqual(byCategory.findings, ['info preuve/autre-version']);
    const off = await check(dossier(old), 'version: 1\ngravites: { preuve/autre-version: off }');
    // What is shown changes, not where the proof stands.
    assert.deepEqual(off, { findings: [], accepted: [], proof: 'toReview' });
  });

  it('ignore by file pattern, of manifests or of evidence, with a reason', async () => {
    const ignore = (files: string) =>
      `version: 1\nignorer:\n  - { fichiers: "${files}", regles: preuve/autre-version, raison: Écran inchangé }\n`;
    const accepted = [['preuve/autre-version', 'Écran inchangé']];
    assert.deepEqual(await check(dossier(old), ignore('*.png')), { findings: [], accepted, proof: 'provided' });
    assert.deepEqual(await check(dossier(old), ignore('main.*')), { findings: [], accepted, proof: 'provided' });
    assert.equal((await check(dossier(old), ignore('b.png'))).findings.length, 1);
  });

  it('ignore by comment on the line or above it', async () => {
    const comment = '# segur-ignore preuve/autre-version : Écran inchangé';
    const expected = { findings: [], accepted: [['preuve/autre-version', 'Écran inchangé']], proof: 'provided' };
    assert.deepEqual(await check(dossier(`${old}   ${comment}`)), expected);
    assert.deepEqual(await check(dossier(old, `            ${comment}\n\n            # autre remarque\n`)), expected);
  });

  it('do not make a missing file whole', async () => {
    const accepted = await check(dossier('fichier: absent.png # segur-ignore preuve : en cours'));
    assert.deepEqual(accepted.findings, []);
    assert.equal(accepted.proof, 'incomplete');
    const off = await check(dossier('fichier: absent.png'), 'version: 1\ngravites: { preuve: off }');
    assert.equal(off.proof, 'incomplete');
  });

  it('report a comment that ignores nothing, or gives no reason', async () => {
    const { findings } = await check(dossier(`${old} # segur-ignore preuve/autre-version, preuve/fichier-vide`));
    assert.deepEqual(findings, [
      'warning preuve/autre-version',
      'warning configuration/ignore-inutile',
      'warning configuration/ignore-sans-raison',
    ]);
  });

  it('accept for a reason alone what weighs on a proof or would keep a file back', async () => {
    const of = (reason: string) =>
      `version: 1\nignorer:\n  - { fichiers: "**", regles: preuve/autre-version, raison: "${reason}" }\n`;
    for (const reason of ['', ' ', '.', 'non', 'N/A', 'TODO', 'xxx', 'preuve/autre-version']) {
      const { findings, proof } = await check(dossier(old), of(reason));
      assert.ok(findings.includes('warning preuve/autre-version'), reason);
      assert.equal(proof, 'toReview', reason);
    }
    const settled = await check(dossier(old), `${of('Écran inchangé')}gravites: { preuve: off }\n`);
    assert.deepEqual(settled.findings, []);
    assert.equal(settled.proof, 'provided');
    assert.equal(settled.accepted.length, 1);
  });

  it('do not reach what could not be read', async () => {
    const off = 'version: 1\ngravites: { configuration: off }\ninconnue: 1\n';
    assert.deepEqual((await check(dossier('fichier: a.png'), off)).findings, ['error configuration/invalide']);
  });

  it('are kept, where they leave something out of what counts', async () => {
    const { analysis } = await analyse(rules, {
      main: dossier(old),
      evidence,
      files: { 'segur.config.yaml': 'version: 1\ngravites: { preuve/autre-version: off }\n' },
    });
    assert.deepEqual(
      analysis.muted.map(({ finding, setting }) => [finding.rule, finding.severity, setting]),
      [['preuve/autre-version', 'warning', 'off']],
    );
    const lowered = await analyse(rules, {
      main: dossier('fichier: absent.png'),
      evidence,
      files: { 'segur.config.yaml': 'version: 1\ngravites: { preuve: info }\n' },
    });
    assert.deepEqual(
      lowered.analysis.muted.map(({ finding, setting }) => [finding.rule, finding.severity, setting]),
      [['preuve/fichier-introuvable', 'error', 'info']],
    );
  });

  it('are told when the file holds a mistake, and what can be read counts', async () => {
    const { findings } = await check(
      dossier(old),
      'version: 1\ngravites:\n  preuve/autre-version: info\n  preuve/inconue: off\n  preuve/fichier-introuvable: grave\nignore: []\n',
    );
    assert.deepEqual(findings, [...Array<string>(3).fill('error configuration/invalide'), 'info preuve/autre-version']);
  });

  it('of the configuration hold for the rules about it too, and leave out what is off in silence', async () => {
    const ignoring = 'ignorer:\n  - { fichiers: "*.png", regles: preuve, raison: Écran inchangé }\n';
    const off = await check(dossier(old), `version: 1\ngravites: { configuration/ignore-inutile: off }\n${ignoring}`);
    assert.deepEqual(off.accepted, [['preuve/autre-version', 'Écran inchangé']]);
    const comment = dossier(`${old}   # segur-ignore preuve/lien-mort : Vu`);
    assert.deepEqual((await check(comment)).findings.sort(), [
      'warning configuration/ignore-inutile',
      'warning preuve/autre-version',
    ]);
    const silent = 'version: 1\ngravites: { configuration/ignore-inutile: off }\n';
    assert.deepEqual((await check(comment, silent)).findings, ['warning preuve/autre-version']);
  });

  it('survive any text', async () => {
    for (const text of [
      '',
      '- a',
      'a',
      '[['.repeat(5000),
      'gravites: 1\nignorer: {a: b}',
      'ignorer: [a, {}]',
      ': :',
      '\t',
    ]) {
      const { findings } = await check(dossier(old), text);
      assert.ok(findings.includes('warning preuve/autre-version'), text.slice(0, 20));
    }
  });
});
