import assert from 'node:assert/strict';
import { analyse, file, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { CdaControl, CdaUnverifiedReason } from '../../../evidence/cda-control';
import { say } from '../../../messages/say';
import { rule } from './rule';

const control = (reason: CdaUnverifiedReason, ...names: string[]): CdaControl => ({
  folder: 'f',
  document: 'd',
  failures: [],
  unverified: [{ reason, names }],
});
const volet = {
  name: 'BIO_2024.01',
  sha256: 'a'.repeat(64),
  assertions: 68,
  notEvaluable: 2,
  applied: 40,
  failed: 0,
};
const holds = (...cdaControls: CdaControl[]) => file({ inspection: { cdaControls } });
const citing = (...paths: string[]) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [${paths.map((path) => `{ fichier: ${path} }`).join(', ')}]
`);

describe(rule.meta.id, () => {
  it('tells each reason once, with the pieces and what was evaluated of them', async () => {
    const evidence = {
      'a.xml': holds(control('voletUnknown', '1.2.3')),
      'b.zip': holds(control('voletUnknown', '1.2.4'), { ...control('valueSet', 'JDV.xml'), volet }),
      'c.xml': holds(control('includeAbsent', 'x.sch'), control('includeEmpty', 'y.sch')),
    };
    const { analysis } = await analyse([rule], { main: citing('a.xml', 'b.zip', 'c.xml'), evidence });
    assert.deepEqual(
      analysis.findings.map(({ message, severity, effect, args, related = [] }) => [
        message,
        severity,
        effect,
        args['count'],
        args['names'],
        related.length,
      ]),
      [
        ['voletUnknown', 'info', undefined, 2, '1.2.3, 1.2.4', 2],
        ['incomplete', 'info', undefined, 1, 'x.sch, y.sch', 1],
        ['valueSet', 'info', undefined, 1, 'JDV.xml', 1],
      ],
    );
    const [place] = analysis.findings[2]?.related ?? [];
    assert.equal(
      say(rule.meta.messages['coverage'] ?? assert.fail(), 'fr', place?.args),
      'Citée ici. Volet BIO_2024.01 : 68 assertions, 66 évaluées, 2 non évaluables, aucun échec.',
    );
  });

  it('has words for every reason', () => {
    for (const [key, sentence] of Object.entries(rule.meta.messages)) {
      for (const locale of ['fr', 'en'] as const) {
        const words = say(sentence, locale, {
          count: 2,
          names: 'x',
          volet: 'v',
          assertions: 1,
          evaluated: 1,
          notEvaluable: 0,
          failed: 0,
        });
        assert.ok(!/[{}]/.test(words), `${key} ${locale}: ${words}`);
      }
    }
  });

  it('is silent where everything was evaluated, and where nothing was asked for', async () => {
    await silent(rule, {
      main: cites('a.xml'),
      evidence: { 'a.xml': holds({ folder: 'f', document: 'd', failures: [], unverified: [] }) },
    });
    await silent(rule, { main: cites('a.xml'), evidence: { 'a.xml': file() } });
  });

  it('names the document itself where the reason names nothing, and where it stands in an archive', async () => {
    const within = { ...control('tooLarge'), where: 'DOC0001.XML' };
    const evidence = { 'a.xml': holds(control('tooLarge')), 'b.zip': holds(within) };
    const { analysis } = await analyse([rule], { main: citing('a.xml', 'b.zip'), evidence });
    const said = JSON.stringify(analysis.findings.map(({ args }) => args));
    assert.match(said, /a\.xml/);
    assert.match(said, /b\.zip › DOC0001\.XML/);
  });
});
