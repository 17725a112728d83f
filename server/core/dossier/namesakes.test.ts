import assert from 'node:assert/strict';
import { analyse, fires, fixed, mainUri, manifest, silent } from '../../../test/kit/dossier-kit';
import { namesakeCatalogue as catalogue, namesakeDossier } from '../../../test/kit/namesake-catalogue';
import { entryWritten } from '../catalogue/find-entry';
import { idLabel } from '../catalogue/printed-id';
import { rules } from '../rules/registry';
import { rule as openRequest } from '../rules/instruction/demande-ouverte/rule';
import { rule as doubleKey } from '../rules/manifeste/cle-en-double/rule';
import { rule as unknownRequirement } from '../rules/exigence/inconnue/rule';
import { rule as unknownProof } from '../rules/preuve/inconnue/rule';
import { rule as unknownScenario } from '../rules/scenario/inconnu/rule';

/** The dossier, with something written otherwise. */
const written = (from: string, to: string): string => manifest(namesakeDossier.replace(from, to));

describe('entries whose id the REM prints twice', () => {
  it('are known by their keys', async () => {
    const { analysis } = await analyse(rules, { main: manifest(namesakeDossier), catalogue });
    const unknown = analysis.findings.filter(({ rule }) => rule.includes('inconnu') || rule.endsWith('alias'));
    assert.deepEqual(unknown, []);
    assert.equal(analysis.compliance()?.counts.provided, 5);
  });

  it('are asked for by their keys where the printed id alone is written', async () => {
    const [found] = await fires(unknownRequirement, { main: written('A.01~general:', '⟦A.01⟧:'), catalogue });
    assert.deepEqual([found?.message, found?.severity], ['printedTwice', 'error']);
    assert.equal(found?.args['ids'], 'A.01~general, A.01~bal-per-org');
    const [proof] = await fires(unknownProof, { main: written('A.01.01.01~1a2b:', '⟦A.01.01.01⟧:'), catalogue });
    assert.deepEqual([proof?.message, proof?.args['ids']], ['printedTwice', 'A.01.01.01~1a2b, A.01.01.01~3c4d']);
    const [core] = await fires(unknownScenario, { main: written('SCN.01~general:', '⟦SCN.01⟧:'), catalogue });
    assert.deepEqual([core?.message, core?.args['ids']], ['printedTwice', 'SCN.01~general, SCN.01~bal-per-org']);
  });

  it('are never attached to one of several: each is proposed, none is preferred', async () => {
    const main = written('A.01~general:', 'A.01:');
    const { analysis } = await analyse(rules, { main, catalogue });
    assert.equal(analysis.compliance()?.chapters[0]?.requirements[0]?.entries.length, 0);
    const texts = await fixed(unknownRequirement, { main, catalogue }, (fixes) => {
      assert.deepEqual(
        fixes.map(({ args, preferred }) => [args?.['to'], preferred]),
        [
          ['A.01~general', false],
          ['A.01~bal-per-org', false],
        ],
      );
      return fixes[0];
    });
    assert.equal(texts[mainUri], manifest(namesakeDossier));
  });

  it('answer to the printed id where what stands above leaves one only', async () => {
    const main = written('A.01.01.01~general:', 'a.01.01.01:').replace('A.01.01~general:', 'A.01.01:');
    await silent(unknownProof, { main, catalogue });
    await silent(unknownScenario, { main, catalogue });
    const { analysis } = await analyse(rules, { main, catalogue });
    assert.equal(analysis.compliance()?.counts.provided, 5);
  });

  it('are not written twice under two ids: only one of the two would count', async () => {
    const main = written(
      '          A.01.01.01~general:\n',
      '          A.01.01.01: []\n          ⟦A.01.01.01~general⟧:\n',
    ).replace('      A.01.01~bal-per-org:\n', '      A.01.01:\n      ⟦A.01.01~bal-per-org⟧:\n');
    const found = await fires(doubleKey, { main, catalogue });
    assert.deepEqual(
      found.map(({ message }) => message),
      ['proof', 'scenario'],
    );
    const twice = manifest('exigences:\n  PSC.01:\n    scenarios:\n      PSC.01.01:\n      ⟦psc.01.01⟧:\n');
    await fires(doubleKey, { main: twice });
  });

  it('are asked for by key in what ANS says of a chapter', async () => {
    const chapter = (id: string) =>
      manifest(`${namesakeDossier}chapitres:
  Identité nationale de santé:
    statut: modification demandée
    historique:
      - { le: 2026-11-12, statut: modification demandée, preuve: ${id} }
`);
    const [found] = await fires(openRequest, { main: chapter('⟦A.01.01.01⟧'), catalogue });
    assert.equal(found?.message, 'printedTwice');
    assert.equal(found.args['ids'], 'A.01.01.01~general, A.01.01.01~1a2b, A.01.01.01~3c4d');
    const { analysis } = await analyse([openRequest], { main: chapter('A.01.01.01~1a2b'), catalogue });
    assert.deepEqual(analysis.findings[0]?.target, {
      requirement: 'A.01~bal-per-org',
      scenario: 'A.01.01~bal-per-org',
      proof: 'A.01.01.01~1a2b',
    });
  });

  it('are told apart in what is found about them', async () => {
    const main = manifest(
      namesakeDossier.replace('- fichier: preuves/a.png', '- { fichier: preuves/a.png, sha256: aa }'),
    );
    const { analysis } = await analyse(rules, { main, catalogue, evidence: { 'preuves/a.png': { state: 'absent' } } });
    const state = analysis.compliance();
    const statuses = state?.chapters[0]?.requirements.flatMap(({ scenarios }) => scenarios.map(({ status }) => status));
    assert.deepEqual(statuses, ['incomplete', 'provided']);
  });

  it('are told from the parts of a proof that the team split', () => {
    const words = (id: string) => idLabel({ id, printedId: 'A.01.01' }, 'fr');
    assert.equal(words('A.01.01~1a2b'), 'A.01.01 (identifiant imprimé deux fois dans le REM ; ici A.01.01~1a2b)');
    assert.equal(words('A.01.01-b'), 'A.01.01 (preuve séparée par un ajustement ; ici A.01.01-b)');
    assert.equal(idLabel({ id: 'A.01.01' }, 'fr'), 'A.01.01');
  });

  it('are found by the very id before one that is the same but for case', () => {
    const entries = [{ id: 'b.01' }, { id: 'B.01' }, { id: 'C.01~x', printedId: 'C.01' }];
    assert.equal(entryWritten(entries, 'B.01')?.id, 'B.01');
    assert.equal(entryWritten(entries, 'c.01')?.id, 'C.01~x');
    assert.equal(entryWritten([...entries, { id: 'b.01 ' }], 'D.01'), undefined);
    assert.equal(entryWritten([{ id: 'b.1a' }, { id: 'B.1A' }], 'b.1A'), undefined);
  });
});
