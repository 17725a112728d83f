import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { Inspection, XdmFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const catalogue = asking(['archive_ihe_xdm']);
const complete: XdmFacts = {
  hasReadme: true,
  hasIndex: true,
  hasSubset: true,
  hasMetadata: true,
  files: ['README.TXT', 'INDEX.HTM', 'IHE_XDM/SUBSET01/METADATA.XML', 'IHE_XDM/SUBSET01/DOC00001.XML'],
  documents: [{ uri: 'DOC00001.XML', present: true, sizeMatches: true, hashMatches: true }],
  unlisted: [],
  patientIds: [],
};
const zip = { extension: 'zip', mime: 'application/zip' };
const holds = (inspection: Inspection) => ({ 'a.zip': file({ detected: zip, inspection }) });
const archive = (more: Partial<XdmFacts>) => holds({ xdm: { ...complete, ...more } });

describe(rule.meta.id, () => {
  it('says what is missing or wrong', async () => {
    const document = { uri: 'DOC00001.XML', present: true };
    for (const [more, message, severity] of [
      [{ hasMetadata: false, documents: [] }, 'noMetadata', 'warning'],
      [{ hasReadme: false, hasIndex: false }, 'noPart', 'warning'],
      [{ documents: [{ uri: 'DOC00002.XML', present: false }] }, 'absent', 'error'],
      [{ documents: [{ ...document, sizeMatches: false }] }, 'changed', 'error'],
      [{ documents: [{ ...document, hashMatches: false }] }, 'changed', 'error'],
      [{ backslashes: true }, 'backslashes', 'error'],
      [{ inFolder: 'envoi/' }, 'inFolder', 'warning'],
      [{ unlisted: ['IHE_XDM/SUBSET01/DOC00002.XML'] }, 'unlisted', 'warning'],
    ] as const) {
      const [found] = await fires(rule, { main: cites('⟦a.zip⟧'), evidence: archive(more), catalogue });
      assert.deepEqual([found?.message, found?.severity], [message, severity]);
    }
  });

  it('looks into the archive of an e-mail', async () => {
    const mail = { from: [], to: [], headers: {}, attachments: [], xdm: { ...complete, hasMetadata: false } };
    await fires(rule, { main: cites('⟦a.zip⟧'), evidence: holds({ mail }), catalogue: asking(['source_smtp']) });
  });

  it('reports an archive of another kind', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.zip⟧'), evidence: holds({}), catalogue });
    assert.equal(found?.message, 'notXdm');
  });

  it('accepts a whole archive, style sheets, and what is not known', async () => {
    const main = cites('a.zip');
    await silent(rule, { main, evidence: archive({}), catalogue });
    await silent(rule, { main, evidence: archive({ unlisted: ['IHE_XDM/SUBSET01/CDA_FO.XSL'] }), catalogue });
    await silent(rule, { main, evidence: archive({ documents: [{ present: true }] }), catalogue });
    const partial = holds({ xdm: { ...complete, unlisted: ['IHE_XDM/SUBSET01/DOC00002.XML'] }, partial: true });
    await silent(rule, { main, evidence: partial, catalogue });
    await silent(rule, { main, evidence: holds({ partial: true }), catalogue });
    await silent(rule, { main, evidence: holds({ damage: { code: 'corrupt' } }), catalogue });
    await silent(rule, { main, evidence: { 'a.zip': file({ inspection: {} }) }, catalogue });
    await silent(rule, { main, catalogue });
    // What another proof cites may be wrong on purpose.
    await silent(rule, { main, evidence: archive({ hasMetadata: false }), catalogue: asking(['demonstration']) });
  });
});
