import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { neverCancelled } from '../../../core/ports/cancellation';
import { memorySource } from '../evidence-source';
import { inspectXml } from '../inspect-xml';
import { defaultLimits } from '../limits';
import { inspectValidationReport } from './inspect-validation-report';
import { fileNameIn } from './reported-document';

const cda = '<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Compte rendu</title></ClinicalDocument>';
const encoded = Buffer.from(cda).toString('base64');
const sha256 = createHash('sha256').update(cda).digest('hex');
const inXml = async (content: string) =>
  (await inspectXml(memorySource(Buffer.from(content), { name: 'r.xml' }), defaultLimits, neverCancelled)).validation
    ?.documents;
const inJson = async (content: object) =>
  (
    await inspectValidationReport(
      memorySource(Buffer.from(JSON.stringify(content)), { name: 'r.json' }),
      defaultLimits,
      neverCancelled,
    )
  ).validation?.documents;

describe('the document that a report is about', () => {
  it('is told by name and content in answers of EVSClient', async () => {
    const expected = [{ name: 'cr.xml', sha256 }];
    const object = `<object originalFileName="cr.xml"><content>${encoded}</content></object>`;
    assert.deepEqual(
      await inXml(`<validation><status>DONE_PASSED</status><objects>${object}</objects></validation>`),
      expected,
    );
    const objects = [{ originalFileName: 'cr.xml', content: encoded }];
    assert.deepEqual(await inJson({ status: 'DONE_PASSED', objects }), expected);
    const items = [{ itemId: 'sans nom', content: encoded }];
    assert.deepEqual(await inJson({ overallResult: 'PASSED', validationItems: items }), [{ sha256 }]);
    assert.equal(await inJson({ status: 'DONE_PASSED', objects: [{ content: '???' }] }), undefined);
  });

  it('is the same with other line ends', async () => {
    const written = `${cda}\r\n<!-- fin -->\r\n`;
    const content = Buffer.from(written).toString('base64');
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    const expected = [{ name: 'cr.xml', sha256: digest(written), alike: [digest(written.replaceAll('\r', ''))] }];
    assert.deepEqual(
      await inJson({ status: 'DONE_PASSED', objects: [{ originalFileName: 'cr.xml', content }] }),
      expected,
    );
    const object = `<object originalFileName="cr.xml"><content>${content}</content></object>`;
    assert.deepEqual(
      await inXml(`<validation><status>DONE_PASSED</status><objects>${object}</objects></validation>`),
      expected,
    );
    const pdf = Buffer.from('%PDF-1.4\n\0\n').toString('base64').padEnd(64, 'A');
    const [binary] =
      (await inJson({ status: 'DONE_PASSED', objects: [{ originalFileName: 'a.pdf', content: pdf }] })) ?? [];
    assert.equal(binary?.alike, undefined);
  });

  it('is told by name in reports of Schematron, of the validator of FHIR and of veraPDF, here with its size', async () => {
    const svrl = (document: string) =>
      `<s:schematron-output xmlns:s="http://purl.oclc.org/dsdl/svrl"><s:active-pattern document="${document}"/><s:fired-rule/></s:schematron-output>`;
    assert.deepEqual(await inXml(svrl('file:/C:/essais/cr%20bio.xml')), [{ name: 'cr bio.xml' }]);
    assert.equal(await inXml(svrl('')), undefined);
    const extension = [
      { url: 'http://hl7.org/fhir/StructureDefinition/operationoutcome-file', valueString: '/a/p.json' },
    ];
    const issue = [{ severity: 'warning', expression: ['Patient'] }];
    assert.deepEqual(await inJson({ resourceType: 'OperationOutcome', extension, issue }), [{ name: 'p.json' }]);
    const outcome = `<OperationOutcome xmlns="http://hl7.org/fhir"><extension url="${extension[0]?.url ?? ''}"><valueString value="/a/p.xml"/></extension><issue><severity value="warning"/><expression value="Patient"/></issue></OperationOutcome>`;
    assert.deepEqual(await inXml(outcome), [{ name: 'p.xml' }]);
    const vera = `<report><jobs><job><item size="1234"><name>C:\\essais\\cr.pdf</name></item><validationReport isCompliant="true"/></job></jobs></report>`;
    assert.deepEqual(await inXml(vera), [{ name: 'cr.pdf', size: 1234 }]);
  });

  it('has the name of a file only', () => {
    for (const [text, name] of [
      ['https://a.fr/x/cr.xml?b=c', 'cr.xml'],
      ['cr 100%.xml', 'cr 100%.xml'],
      ['document', undefined],
      ['', undefined],
    ] as const)
      assert.equal(fileNameIn(text), name);
  });
});
