import assert from 'node:assert/strict';
import { analyse, file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { CdaControl, CdaFailure } from '../../../evidence/cda-control';
import { say } from '../../../messages/say';
import { rule } from './rule';

const volet = {
  name: 'ESSAI-A_2024.01',
  sha256: 'a'.repeat(64),
  assertions: 9,
  notEvaluable: 0,
  applied: 8,
  failed: 1,
};
const failure: CdaFailure = {
  by: 'volet',
  message: 'Le code doit faire partie du jeu de valeurs',
  pattern: 'JDV_Couleur',
  test: '@nullFlavor or @code',
  path: '/ClinicalDocument/component/value',
  line: 16,
  column: 15,
};
const holds = (...controls: Partial<CdaControl>[]) => ({
  'a.xml': file({
    inspection: {
      cdaControls: controls.map((control) => ({
        folder: 'f',
        document: 'd',
        volet,
        failures: [],
        unverified: [],
        ...control,
      })),
    },
  }),
});

const findings = async (dossier: Parameters<typeof analyse>[1]) => (await analyse([rule], dossier)).analysis.findings;

describe(rule.meta.id, () => {
  it('tells a failed assertion in its words, with its place, pattern and XPath', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.xml⟧'), evidence: holds({ failures: [failure] }) });
    assert.deepEqual([found?.severity, found?.effect], ['warning', 'review']);
    const words = say(rule.meta.messages['volet'] ?? assert.fail(), 'fr', found?.args);
    assert.match(words, /^« a\.xml », ligne 16, colonne 15, volet ESSAI-A_2024\.01, motif « JDV_Couleur » : Le code /);
    assert.match(words, /valeurs\. Nœud : \/ClinicalDocument\/component\/value ; XPath : @nullFlavor or @code\. /);
  });

  it('tells documents inside the piece, other places, schema errors and words of information', async () => {
    const found = await findings({
      main: cites('a.xml'),
      evidence: holds(
        { where: 'DOC1.XML', failures: [{ ...failure, others: 2, role: 'information' }] },
        { failures: [{ by: 'schema', message: 'Element id: missing.', line: 5 }] },
      ),
    });
    assert.deepEqual(
      found.map(({ message, severity, args }) => [message, severity, args['place'], args['others'], args['words']]),
      [
        ['volet', 'info', 'a.xml › DOC1.XML', 2, 'Le code doit faire partie du jeu de valeurs.'],
        ['schema', 'warning', 'a.xml', 0, 'Element id: missing'],
      ],
    );
  });

  it('counts what it does not tell one by one', async () => {
    const failures = Array.from({ length: 60 }, (_, line) => ({ ...failure, line }));
    const found = await findings({ main: cites('a.xml'), evidence: holds({ failures }) });
    assert.deepEqual([found.length, found.at(-1)?.message, found.at(-1)?.args['count']], [51, 'more', 10]);
  });

  it('is silent where nothing failed, and where nothing was held against anything', async () => {
    await silent(rule, { main: cites('a.xml'), evidence: holds({}) });
    await silent(rule, {
      main: cites('a.xml'),
      evidence: holds({ unverified: [{ reason: 'voletUnknown', names: [] }] }),
    });
    await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': file() } });
    await silent(rule, { main: cites('a.xml') });
  });
});
