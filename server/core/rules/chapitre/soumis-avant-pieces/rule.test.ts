import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const chapter = 'Identité nationale de santé';
interface Parts {
  readonly says: string;
  readonly date?: string;
  readonly instruction?: string;
}
const of = ({ says, date = '2026-11-05', instruction = '' }: Parts) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01: [{ fichier: a.png, date: ${date} }]
${instruction === '' ? '' : `        instruction: { INS/va1.56.01.01: [${instruction}] }\n`}chapitres:
  ${chapter}: { ${says} }
`);

describe(rule.meta.id, () => {
  it('reports a chapter submitted before a piece was captured, and shows the piece', async () => {
    const [found] = await fires(rule, { main: of({ says: 'statut: soumis, le: ⟦2026-11-04⟧' }) });
    assert.equal(found?.args['pieces'], 'INS/va1.56.01.01 (2026-11-05)');
    assert.deepEqual(
      found.related?.map(({ args }) => args),
      [{ proof: 'INS/va1.56.01.01', date: '2026-11-05' }],
    );
  });

  it('reads the date in the history where the status has none, and the requirement in a fragment', async () => {
    await fires(rule, {
      main: of({ says: 'statut: soumis, historique: [{ le: 2026-11-04, statut: soumis }]' }).replace(
        `  ${chapter}:`,
        `  ⟦${chapter}⟧:`,
      ),
    });
    const text = of({ says: 'statut: soumis, le: ⟦2026-11-04⟧' });
    const [head = '', rest = ''] = text.split('exigences:\n');
    const at = rest.indexOf('chapitres:');
    await fires(rule, {
      main: head.replace('  depot_vise', '  fragments: [f/*.preuves.yaml]\n  depot_vise') + rest.slice(at),
      files: { 'f/a.preuves.yaml': `version: 1\nexigences:\n${rest.slice(0, at)}` },
    });
  });

  it('says nothing of a piece of the day or before, of one without date, nor of other chapters', async () => {
    await silent(rule, { main: of({ says: 'statut: soumis, le: 2026-11-05' }) });
    await silent(rule, { main: of({ says: 'statut: soumis, le: 2026-11-18' }) });
    await silent(rule, { main: of({ says: 'statut: soumis, le: 2026-11-04', date: 'hier' }) });
    await silent(rule, {
      main: of({ says: 'statut: soumis, le: 2026-11-04' }).replace(`  ${chapter}:`, '  Pro Santé Connect:'),
    });
  });

  it('says nothing while something is asked, once it was submitted again, nor without a date', async () => {
    await silent(rule, { main: of({ says: 'statut: modification demandée, le: 2026-11-04' }) });
    await silent(rule, { main: of({ says: 'statut: validé, le: 2026-11-04' }) });
    await silent(rule, { main: of({ says: 'statut: soumis' }) });
    const history =
      '{ le: 2026-11-01, statut: soumis }, { le: 2026-11-03, statut: modification demandée }, { le: 2026-11-06, statut: soumis }';
    await silent(rule, { main: of({ says: `statut: soumis, le: 2026-11-01, historique: [${history}]` }) });
  });

  it('says nothing of what answers a request about its proof', async () => {
    const says = 'statut: soumis, le: 2026-11-01';
    for (const instruction of [
      '{ le: 2026-11-03, avis: modification demandée }',
      '{ le: 2026-11-03, avis: modification demandée, repondu_le: 2026-11-05 }',
    ])
      await silent(rule, { main: of({ says, instruction }) });
    await fires(rule, {
      main: of({
        says: 'statut: soumis, le: ⟦2026-11-01⟧',
        instruction: '{ le: 2026-11-02, avis: modification demandée, repondu_le: 2026-11-03 }',
      }),
    });
    const asked = '{ le: 2026-11-03, statut: modification demandée, preuve: INS/va1.56.01.01 }';
    await silent(rule, { main: of({ says: `${says}, historique: [${asked}]` }) });
  });

  it('leaves a date of the future to the rule about it', async () => {
    await silent(rule, { main: of({ says: 'statut: soumis, le: 2026-11-04', date: '2031-01-01' }) });
  });
});
