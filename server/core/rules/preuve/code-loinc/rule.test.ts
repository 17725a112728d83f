import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { Inspection } from '../../../evidence/inspection';
import { rule } from './rule';

const seen = (inspection: Inspection) => ({ a: file({ inspection }) });
const mail = (codes?: string) => ({
  mail: { from: [], to: [], attachments: [], headers: codes === undefined ? {} : { 'x-mss-codecda': codes } },
});

describe(rule.meta.id, () => {
  it('reports codes of a CDA, once for the document', async () => {
    const suspectLoinc = [
      { code: '11490-1', line: 4 },
      { code: '34133-8', line: 90 },
    ];
    const [found] = await fires(rule, {
      main: cites('⟦a⟧'),
      evidence: seen({ cda: { templateIds: [], suspectLoinc } }),
    });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['inDocument', 'warning', 'review']);
    assert.deepEqual([found?.args['codes'], found?.args['line']], ['11490-1, 34133-8', 4]);
  });

  it('reports codes of the header of an e-mail', async () => {
    const [found] = await fires(rule, { main: cites('⟦a⟧'), evidence: seen(mail('11490-0, 34133-8')) });
    assert.deepEqual([found?.message, found?.args['codes']], ['inHeader', '34133-8']);
  });

  it('accepts right digits, other codes, and what is not known', async () => {
    for (const codes of ['11490-0', '11490-0,34133-9', 'SYNTH', '', undefined])
      await silent(rule, { main: cites('a'), evidence: seen(mail(codes)) });
    await silent(rule, { main: cites('a'), evidence: seen({ cda: { templateIds: [] } }) });
    await silent(rule, { main: cites('a') });
  });
});
