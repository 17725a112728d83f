import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf } from '../../../../../test/kit/evidence-manifest';
import type { LocatedIdentifier, MailFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const catalogue = asking(['source_smtp']);
const ins = { value: '279035121518989', system: '1.2.250.1.213.1.4.10' };
const mail = (
  headers: Readonly<Record<string, string>>,
  patientIds?: readonly LocatedIdentifier[],
  to = 'test@cabinet-exemple.mssante.fr',
): MailFacts => ({
  from: ['camille.test@cabinet-exemple.mssante.fr'],
  to: [to],
  headers,
  attachments: [],
  ...(patientIds && {
    xdm: {
      hasReadme: true,
      hasIndex: true,
      hasSubset: true,
      hasMetadata: true,
      files: [],
      documents: [],
      unlisted: [],
      patientIds,
    },
  }),
});
const says = (facts: MailFacts, partial = false) => ({
  'a.eml': file({ text: true, inspection: { mail: facts, ...(partial && { partial: true }) } }),
});
const withReference = (main: string, reference = 'REF-42') =>
  main.replace('version: 12.4.0', `version: 12.4.0\n  nil: NIL-7\n  reference_produit: ${reference}`);

describe(rule.meta.id, () => {
  describe('X-MSS-NIL', () => {
    const sent = (nil: string) => says(mail({ 'x-mss-nil': nil }));

    it('reports the reference of another product, the CNDA NIL too', async () => {
      for (const nil of ['REF-17', 'NIL-7']) {
        const main = withReference(cites('⟦a.eml⟧'));
        const [found] = await fires(rule, { main, evidence: sent(nil), catalogue });
        assert.deepEqual([found?.message, found?.severity, found?.effect], ['otherProduct', 'warning', 'review']);
      }
    });

    it('accepts the same, however spaced, and says nothing without one of the two', async () => {
      for (const nil of ['REF-42', ' ref-42 ', '']) {
        await silent(rule, { main: withReference(cites('a.eml')), evidence: sent(nil), catalogue });
      }
      await silent(rule, { main: cites('a.eml'), evidence: sent('REF-17'), catalogue });
      await silent(rule, { main: withReference(cites('a.eml'), ''), evidence: sent('REF-17'), catalogue });
      await silent(rule, { main: withReference(cites('a.eml')), evidence: says(mail({})), catalogue });
    });

    it('accepts messages that others sent', async () => {
      const [requirement] = catalogue.requirements;
      const [scenario] = requirement?.scenarios ?? [];
      const [proof] = scenario?.proofs ?? [];
      assert.ok(requirement && scenario && proof);
      for (const expected of ['Source du message reçu', 'Réception d’un message : source SMTP']) {
        const received = {
          ...catalogue,
          requirements: [{ ...requirement, scenarios: [{ ...scenario, proofs: [{ ...proof, expected }] }] }],
        };
        await silent(rule, { main: withReference(cites('a.eml')), evidence: sent('REF-17'), catalogue: received });
      }
      const answer = file({ text: true, inspection: { mail: mail({ 'x-mss-nil': 'REF-42' }) } });
      await silent(rule, {
        main: withReference(evidenceOf('INS/va1.56.01.01', 'fichier: a.eml', 'fichier: b.eml')),
        evidence: { ...sent('REF-17'), 'b.eml': answer },
        catalogue,
      });
    });
  });

  it('reports X-MSS-INS and addresses that the archive contradicts', async () => {
    const other = '269022A00400188@patient.mssante.fr';
    for (const [facts, message] of [
      [mail({ 'x-mss-ins': 'O' }, [{ value: 'IPP-42', system: '1.2.3' }]), 'insMissing'],
      [mail({ 'x-mss-ins': 'n' }, [{ value: 'IPP-42', system: '1.2.3' }, ins]), 'insPresent'],
      [mail({ 'x-mss-ins': 'O' }, [ins], other), 'otherPatient'],
    ] as const) {
      const [found] = await fires(rule, { main: cites('⟦a.eml⟧'), evidence: says(facts), catalogue });
      assert.equal(found?.message, message);
      await silent(rule, { main: cites('a.eml'), evidence: says(facts, true), catalogue });
    }
  });

  it('accepts what agrees, and what is not known', async () => {
    for (const facts of [
      mail({ 'x-mss-ins': 'O' }, [ins]),
      mail({ 'x-mss-ins': 'N' }, [{ value: 'IPP-42', system: '1.2.3' }]),
      mail({ 'x-mss-ins': 'O' }, []),
      mail({ 'x-mss-ins': 'O' }),
      mail({ 'x-mss-ins': 'OUI' }, [ins]),
      mail({}, [ins]),
      // A bare matricule is what another rule speaks of.
      mail({ 'x-mss-ins': 'O' }, [{ value: ins.value }]),
      mail({ 'x-mss-ins': 'O' }, [{ value: '2790351215189', system: ins.system }], `${ins.value}@patient.mssante.fr`),
      mail({ 'x-mss-ins': 'O' }, [ins], 'dominique@patient.mssante.fr'),
    ])
      await silent(rule, { main: cites('a.eml'), evidence: says(facts), catalogue });
    await silent(rule, { main: withReference(cites('a.eml')), catalogue });
  });
});
