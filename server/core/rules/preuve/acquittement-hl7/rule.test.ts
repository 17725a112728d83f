import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const hl7 = (...codes: readonly (string | undefined)[]) =>
  file({
    text: true,
    inspection: {
      hl7: {
        messages: codes.map((code) => ({
          type: 'ACK',
          segments: [],
          ...(code !== undefined && { acknowledgement: code }),
        })),
      },
    },
  });

const asking = (expected: string) => ({
  ...smallCatalogue,
  requirements: [requirement('INS/va1.56', [scenario('INS/va1.56.01', [proof('INS/va1.56.01.01', [], { expected })])])],
});

describe(rule.meta.id, () => {
  it('warns of a refusal without any success, and hints at one beside successes', async () => {
    for (const [codes, message, severity] of [
      [[undefined, 'AE'], 'refused', 'warning'],
      [['AR'], 'refused', 'warning'],
      [['AE', 'AA'], 'among', 'info'],
      [['CA', 'CR'], 'among', 'info'],
    ] as const) {
      const [found] = await fires(rule, { main: cites('⟦a⟧'), evidence: { a: hl7(...codes) } });
      assert.deepEqual([found?.message, found?.severity], [message, severity]);
    }
    const main = evidenceOf('INS/va1.56.01.01', 'fichier: ⟦a⟧', 'fichier: b.png');
    const [found] = await fires(rule, { main, evidence: { a: hl7('AE'), 'b.png': file({ inspection: {} }) } });
    assert.equal(found?.severity, 'info', 'the answer may be on the picture');
  });

  it('accepts a positive acknowledgement, messages without one, and a scenario about errors', async () => {
    for (const codes of [['AA'], [undefined], ['AA', 'CA', undefined]])
      await silent(rule, { main: cites('a'), evidence: { a: hl7(...codes) } });
    for (const expected of ['Trace du rejet par le destinataire', 'Trace d’un message invalide'])
      await silent(rule, { main: cites('a'), evidence: { a: hl7('AR') }, catalogue: asking(expected) });
    await silent(rule, { main: cites('a') });
  });

  it('takes the invalidation of an INS for no refusal of the message', async () => {
    const catalogue = asking('Log du message A31 après l’invalidation du matricule INS');
    await fires(rule, { main: cites('⟦a⟧'), evidence: { a: hl7('AR') }, catalogue });
  });
});
