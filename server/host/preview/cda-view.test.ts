import assert from 'node:assert/strict';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from '../inspection/evidence-source';
import { defaultLimits } from '../inspection/limits';
import { readXml } from '../inspection/read-xml';
import { cdaView, type CdaRendering } from './cda-view';
import type { CdaNode, CdaSection } from './preview-content';
import { XmlTree, type TreeLimits } from './xml-tree';

const limits: TreeLimits = { maxNodes: 1000, maxCharacters: 100_000 };

async function rendered(
  xml: string,
  own: TreeLimits = limits,
): Promise<{ readonly rendering: CdaRendering | undefined; readonly tree: XmlTree }> {
  const tree = new XmlTree(own);
  await readXml(memorySource(Buffer.from(xml), { name: 'a.xml' }), [tree], defaultLimits, neverCancelled);
  return { rendering: cdaView(tree.root, 'fr'), tree };
}

const document = (body: string, header = '') =>
  `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${header}<component><structuredBody>${body}</structuredBody></component></ClinicalDocument>`;
const section = (text: string, more = '') =>
  `<component><section><title>Titre</title><text>${text}</text>${more}</section></component>`;

async function blocks(text: string, more = ''): Promise<readonly CdaNode[]> {
  const { rendering } = await rendered(document(section(text, more)));
  const [only] = rendering?.view.sections ?? [];
  assert.ok(only, 'no section was read');
  return only.blocks;
}

/** All that a reader would see, and nothing that a view could act on. */
function words(nodes: readonly CdaNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text' || node.kind === 'omitted') return node.text;
      if (node.kind === 'break') return '\n';
      return node.kind === 'picture' ? `<${node.mime}>` : words(node.children);
    })
    .join('');
}

describe('cdaView', () => {
  it('reads header, sections and their sections', async () => {
    const header = `<title>Compte rendu</title><effectiveTime value="20261102103000+0100"/>
      <code code="11506-3" displayName="CR de consultation"/>
      <recordTarget><patientRole>
        <id extension="279035121518989" root="1.2.250.1.213.1.4.10"/>
        <patient><name><given>DOMINIQUE</given><given qualifier="BR">DOMINIQUE</given><family qualifier="BR">PAT-TROIS</family><family qualifier="SP">PAT-USAGE</family></name>
          <administrativeGenderCode code="F" displayName="Féminin"/><birthTime value="19790328"/></patient>
      </patientRole></recordTarget>
      <author><time value="20261102"/><assignedAuthor><assignedPerson><name><prefix>DR</prefix><given>Anne</given><family>Essai</family></name></assignedPerson>
        <representedOrganization><name>Cabinet</name></representedOrganization></assignedAuthor></author>`;
    const inner = section('Dedans').replace('Titre', 'Sous-titre');
    const { rendering } = await rendered(document(section('Dehors', inner), header));
    assert.ok(rendering);
    assert.equal(rendering.view.title, 'Compte rendu');
    assert.deepEqual(
      rendering.view.header.map(({ label, value }) => `${label}=${value}`),
      [
        'Patient=DOMINIQUE PAT-USAGE (PAT-TROIS)',
        'Date de naissance=1979-03-28',
        'Sexe=Féminin',
        'Identifiant=279035121518989 (1.2.250.1.213.1.4.10)',
        'Auteur=DR Anne Essai · Cabinet · 2026-11-02',
        'Date du document=2026-11-02 10:30:00',
        'Type de document=CR de consultation',
      ],
    );
    const told = ({ title, blocks: own, sections }: CdaSection): unknown => [title, words(own), sections.map(told)];
    assert.deepEqual(rendering.view.sections.map(told), [['Titre', 'Dehors', [['Sous-titre', 'Dedans', []]]]]);
  });

  it('makes tables, lists, paragraphs and styles', async () => {
    const made =
      await blocks(`<table><caption>C</caption><col/><thead><tr><th colspan="2">A</th></tr></thead><tbody><tr><td rowspan="3">1</td><td styleCode="Bold xRed">2</td></tr></tbody></table>
      <list listType="ordered"><item>x<br/>y</item></list><list><item><content styleCode="Bold Italics">z</content></item></list><paragraph revised="delete">old</paragraph>H<sub>2</sub>O`);
    const shown = made.filter((node) => words([node]).trim() !== '');
    assert.deepEqual(
      shown.map(({ kind }) => kind),
      ['table', 'orderedList', 'list', 'paragraph', 'text', 'subscript', 'text'],
    );
    const [table] = shown;
    assert.ok(table && 'children' in table);
    const [caption, head, row] = table.children.filter((node) => words([node]).trim() !== '');
    assert.equal(caption?.kind, 'caption');
    assert.ok(head && 'children' in head && row && 'children' in row);
    assert.deepEqual(head.children, [{ kind: 'headerCell', columns: 2, children: [{ kind: 'text', text: 'A' }] }]);
    assert.deepEqual(row.children, [
      { kind: 'cell', rows: 3, children: [{ kind: 'text', text: '1' }] },
      { kind: 'cell', children: [{ kind: 'bold', children: [{ kind: 'text', text: '2' }] }] },
    ]);
    assert.match(JSON.stringify(shown[2]), /"italic".*"bold"/);
    assert.match(JSON.stringify(shown[3]), /"deleted"/);
  });

  it('lets nothing through that could act: scripts, addresses, styles, handlers', async () => {
    const made = await blocks(
      `<script>alert(1)</script><paragraph onclick="steal()" style="x" ID="i">Bon</paragraph>` +
        `<linkHtml href="javascript:alert(1)">lien</linkHtml><iframe src="http://x/"/><a href="http://x/">a</a>` +
        `<html:script xmlns:html="http://www.w3.org/1999/xhtml">alert(2)</html:script>` +
        `<paragraph xmlns="http://www.w3.org/1999/xhtml">autre</paragraph>&lt;img src=x onerror=alert(3)&gt;`,
    );
    const text = JSON.stringify(made);
    assert.doesNotMatch(text, /alert\(1\)|alert\(2\)|steal|javascript:|http:|onclick|style/);
    assert.equal(
      words(made),
      '[élément « script » : non montré]Bonlien[élément « iframe » : non montré][élément « a » : non montré]' +
        '[élément « script » : non montré][élément « paragraph » : non montré]<img src=x onerror=alert(3)>',
    );
    // What looks like markup is a text.
    assert.deepEqual(made.at(-1), { kind: 'text', text: '<img src=x onerror=alert(3)>' });
    for (const name of ['constructor', '__proto__', 'toString'])
      assert.match(words(await blocks(`<${name}>x</${name}>`)), /non montré/);
  });

  it('shows pictures that the document carries, and says of others that it does not', async () => {
    const media = (value: string) =>
      `<entry><observationMedia classCode="OBS" moodCode="EVN" ID="M1">${value}</observationMedia></entry>`;
    const refer = '<renderMultiMedia referencedObject="M1"/>';
    assert.deepEqual(
      await blocks(refer, media('<value mediaType="image/png" representation="B64">iVBO\nRw0=</value>')),
      [{ kind: 'picture', mime: 'image/png', base64: 'iVBORw0=' }],
    );
    const told = async (value: string) => words(await blocks(refer, media(value)));
    assert.match(
      await told('<value mediaType="image/png"><reference value="http://x/a.png"/></value>'),
      /hors du document/,
    );
    assert.match(
      await told('<value mediaType="image/svg+xml" representation="B64">PHN2Zz4=</value>'),
      /image\/svg\+xml : non montré/,
    );
    assert.match(await told('<value mediaType="text/html" representation="B64">PHN2Zz4=</value>'), /non montré/);
    assert.match(await told('<value mediaType="image/png" representation="B64">"&gt;&lt;x</value>'), /non montré/);
    assert.match(words(await blocks('<renderMultiMedia referencedObject="NONE"/>')), /absente du document/);
    const region =
      '<entry><regionOfInterest ID="R1"><entryRelationship><observationMedia><value mediaType="image/gif" representation="B64">R0lG</value></observationMedia></entryRelationship></regionOfInterest></entry>';
    assert.equal(words(await blocks('<renderMultiMedia referencedObject="R1"/>', region)), '<image/gif>');
  });

  it('does not take another document for a CDA', async () => {
    for (const xml of ['<ClinicalDocument/>', '<a xmlns="urn:hl7-org:v3"/>', '<ClinicalDocument xmlns="urn:x"/>', ''])
      assert.equal((await rendered(xml)).rendering, undefined);
  });

  it('stops at its limits and says so, however deep the narrative is', async () => {
    const deep = `${'<content>'.repeat(5000)}x${'</content>'.repeat(5000)}`;
    const tree = new XmlTree(limits);
    const reading = await readXml(
      memorySource(Buffer.from(document(section(`debut ${deep}`))), { name: 'a.xml' }),
      [tree],
      defaultLimits,
      neverCancelled,
    );
    assert.equal(reading.partial, true);
    assert.match(words(cdaView(tree.root, 'fr')?.view.sections[0]?.blocks ?? []), /^debut/);
    const many = await rendered(document(section('<br/>'.repeat(3000) + 'fin')));
    assert.equal(many.tree.isCut, true);
    const long = await rendered(document(section('x'.repeat(200_000))));
    assert.equal(long.tree.isCut, true);
    assert.equal((await rendered(document(section('court')))).tree.isCut, false);
  });

  it('gives the document in a body that is no structured one', async () => {
    const body = (attributes: string, text: string) =>
      `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody><text ${attributes}>${text}</text></nonXMLBody></component></ClinicalDocument>`;
    const pdf = (await rendered(body('mediaType="application/pdf" representation="B64"', 'JVBERi0='))).rendering;
    assert.equal(pdf?.carried?.mime, 'application/pdf');
    assert.equal(Buffer.from(pdf.carried.content).toString(), '%PDF-');
    const plain = (await rendered(body('mediaType="text/plain"', 'a\nb'))).rendering;
    assert.equal(plain?.view.sections[0]?.blocks.length, 2);
    const picture = (await rendered(body('mediaType="image/png" representation="B64"', 'iVBORw0='))).rendering;
    assert.equal(words(picture?.view.sections[0]?.blocks ?? []), '<image/png>');
  });
});
