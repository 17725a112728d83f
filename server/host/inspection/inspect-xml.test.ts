import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection } from '../../core/evidence/inspection';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { inspectXml } from './inspect-xml';
import { defaultLimits } from './limits';
import { mutations } from './testing/mutations';

const fixture = (name: string): Buffer => readFileSync(join('test', 'fixtures', 'evidence', name));
const inspect = (content: Uint8Array | string, name = 'a.xml'): Promise<Partial<Inspection>> =>
  inspectXml(memorySource(Buffer.from(content), { name }), defaultLimits, neverCancelled);

describe('inspecting XML', () => {
  it('notes LOINC codes of a CDA whose check digit is wrong, wherever they stand, each once', async () => {
    const code = (value: string, system = '2.16.840.1.113883.6.1') => `<code code="${value}" codeSystem="${system}"/>`;
    const entries = [code('8302-1'), code('8302-1'), code('8302-2'), code('11490-1', '1.2.3'), code('SYNTH')].join(
      '\n',
    );
    const { cda } = await inspect(
      `<ClinicalDocument xmlns="urn:hl7-org:v3">${code('34133-8')}<component><structuredBody><component><section><entry><observation>\n${entries}</observation></entry></section></component></structuredBody></component></ClinicalDocument>`,
    );
    assert.deepEqual(cda?.suspectLoinc, [
      { code: '34133-8', line: 1 },
      { code: '8302-1', line: 2 },
    ]);
  });

  it('reads the header of a CDA and its embedded document', async () => {
    const { cda, xml, identifiers, damage, partial, soap, validation } = await inspect(fixture('cda-n1.xml'));
    assert.deepEqual(xml, { root: { namespace: 'urn:hl7-org:v3', name: 'ClinicalDocument' } });
    assert.deepEqual([damage, partial, soap, validation], [undefined, undefined, undefined, undefined]);
    assert.deepEqual(cda, {
      templateIds: ['2.16.840.1.113883.2.8.2.1', '1.2.250.1.213.1.1.1.1'],
      code: { code: '11490-0', system: '2.16.840.1.113883.6.1', displayName: 'Lettre de liaison' },
      title: 'Lettre de liaison à la sortie & suites',
      effectiveTime: '2026-11-02T10:41:07',
      patient: {
        identifiers: [
          { value: '279035121518989', system: '1.2.250.1.213.1.4.10', line: 15 },
          { value: 'LOCAL-3', system: '1.2.250.1.999.2', line: 16 },
        ],
        family: 'PAT-TROIS',
        given: ['DOMINIQUE', 'MARIE-LOUISE'],
        birthDate: '1979-03-28',
        sex: 'F',
      },
      embedded: {
        mediaType: 'application/pdf',
        sha256: '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56',
        size: 77,
        extension: 'pdf',
      },
    });
    assert.deepEqual(identifiers, [
      { value: '279035121518989', system: '1.2.250.1.213.1.4.10', where: 'recordTarget/patientRole/id', line: 15 },
    ]);
  });

  it('tells a structured body', async () => {
    const { cda } = await inspect(fixture('cda-n3.xml'));
    assert.equal(cda?.structuredBody, true);
    assert.equal(cda.embedded, undefined);
  });

  it('digests a large embedded document, encoded without line ends', async () => {
    const content = Buffer.alloc(5_000_001, 'preuve ');
    const cda = `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody><text representation="B64">${content.toString('base64')}</text></nonXMLBody></component></ClinicalDocument>`;
    const found = await inspect(cda);
    assert.deepEqual(found.cda?.embedded, {
      sha256: createHash('sha256').update(content).digest('hex'),
      size: content.length,
    });
  });

  it('knows no digest of a body that is not base64, or is cut', async () => {
    const body = (text: string): string =>
      `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody><text mediaType="x/y" representation="B64">${text}</text></nonXMLBody></component></ClinicalDocument>`;
    for (const text of ['pas du base64 !', 'QQ==QQ==', 'A', '']) {
      assert.deepEqual((await inspect(body(text))).cda?.embedded, { mediaType: 'x/y' }, text);
    }
    const cut = await inspect(body('QUJD').slice(0, 150));
    assert.equal(cut.damage?.code, 'truncated');
    assert.equal(cut.cda?.embedded?.sha256, undefined);
  });

  it('sees nothing of a CDA in another vocabulary', async () => {
    assert.equal((await inspect('<ClinicalDocument/>')).cda, undefined);
  });

  it('reads a SOAP message with its assertion', async () => {
    const { soap, identifiers } = await inspect(fixture('soap-vihf.xml'));
    assert.deepEqual(soap, {
      assertion: true,
      action: 'urn:ihe:iti:2007:RegistryStoredQuery',
      issuer: 'CN=Structure de test',
    });
    assert.deepEqual(
      identifiers?.map(({ value, system }) => [value, system]),
      [['279035121518989', '1.2.250.1.213.1.4.10']],
    );
  });

  it('reads the INS that an answer of INSi gives in two elements', async () => {
    const { identifiers, soap } = await inspect(fixture('insi-reponse.xml'));
    assert.deepEqual(soap, { assertion: false });
    assert.deepEqual(identifiers, [
      {
        value: '109076322083489',
        system: '1.2.250.1.213.1.4.8',
        where: '…/RESULTAT/INDIVIDU/INSACTIF/IdIndividu',
        line: 8,
      },
      {
        value: '209076322083439',
        system: '1.2.250.1.213.1.4.8',
        where: '…/RESULTAT/INDIVIDU/INSHISTO/IdIndividu',
        line: 14,
      },
    ]);
  });

  it('reads identifiers of FHIR, of comments and of plain text', async () => {
    const { identifiers } = await inspect(
      '<Patient xmlns="http://hl7.org/fhir">\n<identifier><system value="urn:oid:1.2.250.1.213.1.4.8"/>\n<value value="269022A00400188"/></identifier>\n<!-- 180032B02040123 -->\n<x>\n279035121518989</x></Patient>',
    );
    assert.deepEqual(identifiers, [
      { value: '269022A00400188', system: '1.2.250.1.213.1.4.8', where: 'identifier/value', line: 3 },
      { value: '180032B02040123', unnamed: true, where: '<!-- -->', line: 4 },
      { value: '279035121518989', unnamed: true, where: 'x', line: 6 },
    ]);
  });

  it('reads the reports of Gazelle', async () => {
    assert.deepEqual((await inspect(fixture('gazelle-rapport.xml'))).validation, {
      tool: 'gazelle',
      verdict: 'FAILED',
      passed: false,
      errors: 2,
      warnings: 1,
      date: '2026-11-02T10:41:07',
      subject: 'Validateur de test – CR-CDA-N1',
    });
    assert.deepEqual((await inspect(fixture('gazelle-hl7v2.xml'))).validation, {
      tool: 'gazelle',
      verdict: 'PASSED',
      passed: true,
      errors: 0,
      warnings: 3,
      date: '2026-11-02T10:41:07',
      subject: 'Gazelle HL7 Validator',
    });
    const old =
      '<detailedResult><ValidationResultsOverview><ValidationTestResult>ABORTED</ValidationTestResult></ValidationResultsOverview></detailedResult>';
    assert.deepEqual((await inspect(old)).validation, { tool: 'gazelle', verdict: 'ABORTED' });
    assert.deepEqual((await inspect('<validation><status>DONE_PASSED</status></validation>')).validation, {
      tool: 'gazelle',
      verdict: 'DONE_PASSED',
      passed: true,
    });
    for (const other of [
      '<validation><status>ok</status></validation>',
      '<validationReport result="PASSED"/>',
      '<detailedResult/>',
    ]) {
      assert.equal((await inspect(other)).validation, undefined, other);
    }
  });

  it('calls only a file that says it is XML damaged', async () => {
    const journal = '<13>Nov 2 10:41:07 INS 279035121518989\n<13>fin\n';
    assert.equal((await inspect(journal)).damage?.code, 'not-well-formed');
    assert.deepEqual(await inspect(journal, 'journal.log'), {});
    assert.deepEqual(Object.keys(await inspect('<a>279035121518989</a><a/>', 'journal.txt')), ['identifiers']);
    assert.ok((await inspect('<a/>', 'message.txt')).xml);
  });

  it('gives a result for any damaged document', async () => {
    for (const name of ['cda-n1.xml', 'soap-vihf.xml', 'insi-reponse.xml', 'gazelle-rapport.xml']) {
      for (const bytes of mutations(fixture(name), 150)) await inspect(bytes);
    }
  });

  it('says that a drawing draws nothing', async () => {
    const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
    for (const hollow of ['', '<title>Capture</title>', '<g><defs/></g>'])
      assert.equal((await inspect(svg(hollow), 'a.svg')).xml?.isBlank, true, hollow);
    for (const drawn of ['<path d="M0 0"/>', '<g><image href="data:,"/></g>', '<text>INS</text>'])
      assert.equal((await inspect(svg(drawn), 'a.svg')).xml?.isBlank, undefined, drawn);
    assert.equal((await inspect('<a/>')).xml?.isBlank, undefined);
  });
});
