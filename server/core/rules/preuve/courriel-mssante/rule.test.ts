import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { analyse, file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { MailFacts, XdmFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const catalogue = asking(['source_smtp']);
const xdm: XdmFacts = {
  hasReadme: true,
  hasIndex: true,
  hasSubset: true,
  hasMetadata: true,
  files: [],
  documents: [],
  unlisted: [],
  patientIds: [
    { value: '279035121518989', system: '1.2.250.1.213.1.4.10' },
    { value: 'IPP-42', system: '1.2.3' },
  ],
};
const attachment = (name: string, mediaType: string) => ({ name, mediaType, size: 9, sha256: '0'.repeat(64) });
const sent: MailFacts = {
  from: ['camille.test@cabinet-exemple.mssante.fr'],
  to: ['279035121518989@patient.mssante.fr'],
  subject: 'XDM/1.0/DDM+Lettre de liaison PAT-TROIS DOMINIQUE 28/03/1979',
  headers: { 'x-mss-codecda': '11490-0', 'x-mss-ins': 'O', 'x-mss-nil': 'REFERENCE' },
  attachments: [attachment('IHE_XDM.zip', 'application/zip'), attachment('lettre.pdf', 'application/pdf')],
  xdm,
};
const reply: MailFacts = {
  from: sent.to,
  to: sent.from,
  subject: 'Re: bonjour',
  headers: {},
  attachments: [],
};
const says = (mail: MailFacts) => ({ 'a.eml': file({ text: true, inspection: { mail } }) });

describe(rule.meta.id, () => {
  it('says each fault of a message that transmits documents', async () => {
    const other = { value: '269022A00400188', system: '1.2.250.1.213.1.4.10' };
    for (const [mail, message] of [
      [{ ...sent, headers: { 'x-mss-ins': 'O' } }, 'headers'],
      [{ ...sent, headers: { ...sent.headers, 'x-mss-ins': 'oui' } }, 'insHeader'],
      [{ ...sent, subject: 'Lettre de liaison' }, 'subject'],
      [{ ...sent, attachments: sent.attachments.slice(0, 1) }, 'noPdf'],
      [{ ...sent, xdm: { ...xdm, patientIds: [...xdm.patientIds, other] } }, 'severalPatients'],
      [{ ...sent, to: ['dr.test@exemple.fr'] }, 'addresses'],
      [{ ...sent, to: ['dr.test@faux-mssante.fr'] }, 'addresses'],
      [{ ...reply, subject: 'XDM/1.0/DDM+Lettre' }, 'noArchive'],
      [{ ...reply, headers: { 'x-mss-codecda': '11490-0' } }, 'noArchive'],
    ] as const) {
      const [found] = await fires(rule, { main: cites('⟦a.eml⟧'), evidence: says(mail), catalogue });
      assert.deepEqual([found?.message, found?.severity, found?.effect], [message, 'warning', 'review']);
    }
  });

  it('says several faults one by one', async () => {
    const mail = { ...sent, headers: {}, subject: 'Lettre' };
    const { analysis } = await analyse([rule], { main: cites('a.eml'), evidence: says(mail), catalogue });
    assert.deepEqual(
      analysis.findings.map(({ message }) => message),
      ['headers', 'subject'],
    );
  });

  it('accepts a message as it should be, and a reply', async () => {
    await silent(rule, { main: cites('a.eml'), evidence: says(sent), catalogue });
    await silent(rule, { main: cites('a.eml'), evidence: says(reply), catalogue });
    await silent(rule, { main: cites('a.eml'), evidence: says({ ...sent, from: ['test@mssante.fr'] }), catalogue });
  });

  it('says nothing of what was not read to its end, and of other proofs', async () => {
    const mail = { ...sent, headers: {} };
    const partial = { 'a.eml': file({ text: true, inspection: { mail, partial: true } }) };
    await silent(rule, { main: cites('a.eml'), evidence: partial, catalogue });
    await silent(rule, { main: cites('a.eml'), evidence: { 'a.eml': file({ text: true }) }, catalogue });
    await silent(rule, { main: cites('a.eml'), catalogue });
    await silent(rule, { main: cites('a.eml'), evidence: says(mail), catalogue: asking(['log', 'demonstration']) });
  });
});
