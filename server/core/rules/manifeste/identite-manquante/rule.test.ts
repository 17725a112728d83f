import assert from 'node:assert/strict';
import { analyse, fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { missingIdentity } from '../../../manifest/identity';
import { parseManifest } from '../../../manifest/parse-manifest';
import { rules } from '../../registry';
import { rule } from './rule';

const head = 'version: 1\n⟦dossier⟧:\n  dispositif: MDV-LGC-Va2\n';
const plain = (text: string) => text.replaceAll(/[⟦⟧]/g, '');

describe(rule.meta.id, () => {
  it('is one finding that names each key that is absent, empty or a placeholder', async () => {
    const keysOf = async (sections: string) => String((await fires(rule, { main: head + sections }))[0]?.args['keys']);
    const all = 'editeur.denomination, editeur.siret, logiciel.nom, logiciel.version';
    assert.equal(await keysOf(''), all);
    assert.equal(await keysOf('editeur:\nlogiciel: {}\n'), all);
    assert.equal(
      await keysOf('editeur:\n  denomination: # à écrire\n  siret: ""\nlogiciel:\n  nom: ~\n  version: "  "\n'),
      all,
    );
    assert.equal(
      await keysOf('editeur: { denomination: à compléter, siret: XXX }\nlogiciel: { nom: TODO, version: x.y.z }\n'),
      all,
    );
    assert.equal(
      await keysOf('editeur: { denomination: Éditeur Exemple, siret: "73282932000074" }\nlogiciel: { nom: A }\n'),
      'logiciel.version',
    );
  });

  it('is the only finding about them', async () => {
    for (const sections of [
      'editeur:\n  siret:\nlogiciel:\n  version:\n',
      'editeur: { siret: "" }\n',
      'editeur: { siret: à compléter }\n',
    ]) {
      const { analysis } = await analyse(rules, { main: plain(head) + sections });
      const about = analysis.findings.filter(({ rule: id }) => /^(?:manifeste|identifiant)\//.test(id));
      assert.deepEqual(
        about.map(({ rule: id }) => id),
        [rule.meta.id],
      );
    }
  });

  it('says nothing once they are written, in any style, nor where a fault of syntax may hide them', async () => {
    await silent(rule, { main: manifest('exigences: {}\n') });
    await silent(rule, {
      main: `${plain(head)}editeur: { denomination: 3M, siret: "73282932000074" }\nlogiciel: { nom: X, version: 1 }\n`,
    });
    const vendor = 'editeur: { denomination: A, siret: "73282932000074" }\n';
    for (const software of ['nom: A\n\tversion: 1\n', 'nom: A\n  versoin: 1\n', 'nom: A\n  version: [1]\n'])
      await silent(rule, { main: `${plain(head)}${vendor}logiciel:\n  ${software}` });
    await silent(rule, { main: `${plain(head)}"editeur: { denomination: A, siret: "1" }\n` });
  });

  it('adds the keys that are not there, and leaves those that are', async () => {
    const after = async (text: string) => {
      const result = (await fixed(rule, { main: text }))[mainUri] ?? '';
      assert.deepEqual(parseManifest(result).problems, parseManifest(text).problems, result);
      return result;
    };
    const base = plain(head);
    assert.equal(
      await after(`${base}\n# Exigences\nexigences: {}\n`),
      `${base}editeur:\n  denomination:\n  siret:\nlogiciel:\n  nom:\n  version:\n\n# Exigences\nexigences: {}\n`,
    );
    assert.equal(
      await after(base.trimEnd()),
      `${base}editeur:\n  denomination:\n  siret:\nlogiciel:\n  nom:\n  version:\n`,
    );
    assert.match(await after(base.replaceAll('\n', '\r\n')), /\r\nediteur:\r\n {2}denomination:\r\n/);
    assert.match(
      await after(`${base}logiciel:\n  nom: A # le nôtre\n\nexigences: {}\n`),
      /nom: A # le nôtre\n {2}version: ""\n/,
    );
    assert.match(await after(`${base}logiciel: { nom: A }\n`), /logiciel: \{ nom: A, version: "" \}/);
    assert.match(await after(`${base}editeur: {}\n`), /editeur: \{ denomination: "", siret: "" \}/);
    assert.match(
      await after(`${base}editeur:\n    nie: "1"\nlogiciel: { nom: A, version: 1 }\n`),
      /editeur:\n {4}denomination: ""\n {4}siret: ""\n {4}nie: "1"\n/,
    );
    const { analysis } = await analyse([rule], {
      main: `${base}editeur: { denomination: , siret: }\nlogiciel: { nom: , version: }\n`,
    });
    assert.deepEqual(
      analysis.findings.map((finding) => rule.fixes?.(finding, analysis.dossier)),
      [[]],
    );
  });

  it('is what the gate and others can ask', () => {
    assert.deepEqual(missingIdentity(parseManifest(manifest(''))), []);
  });
});
