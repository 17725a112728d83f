import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection } from '../../core/evidence/inspection';
import { buildZip, type BuiltEntry } from '../archive/testing/build-zip';
import { memorySource } from './evidence-source';
import { inspectXdm } from './inspect-xdm';
import { defaultLimits, type InspectionLimits } from './limits';
import { mutations } from './testing/mutations';
import { withParts } from './testing/with-parts';

const cda = readFileSync(join('test', 'fixtures', 'evidence', 'cda-n1.xml'));
const sha1 = createHash('sha1').update(cda).digest('hex');
const inspect = (
  zip: Uint8Array,
  limits: InspectionLimits = defaultLimits,
  pdfText = '',
): Promise<Partial<Inspection>> =>
  withParts(inspectXdm, memorySource(zip, { name: 'IHE_XDM.zip' }), limits, { pdfText });

/** Metadata of an archive with one document, as IHE ITI TF-3 has it. */
function metadata({ uri = 'DOC00001.XML', size = String(cda.length), hash = sha1 } = {}): string {
  const slot = (name: string, value: string): string =>
    `<rim:Slot name="${name}"><rim:ValueList><rim:Value>${value}</rim:Value></rim:ValueList></rim:Slot>`;
  return `<lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0" xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
<rim:RegistryObjectList><rim:ExtrinsicObject id="d1" mimeType="text/xml">
${slot('creationTime', '20261102')}${slot('URI', uri)}${slot('size', size)}${slot('hash', hash.toUpperCase())}
<rim:ExternalIdentifier identificationScheme="urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427" value="279035121518989^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH"/>
</rim:ExtrinsicObject></rim:RegistryObjectList></lcm:SubmitObjectsRequest>`;
}

const archive = (
  request: { uri?: string; size?: string; hash?: string } = {},
  more: readonly BuiltEntry[] = [],
): Buffer =>
  buildZip([
    { name: 'INDEX.HTM', content: '<html></html>' },
    { name: 'README.TXT', content: 'Éditeur Exemple' },
    { name: 'IHE_XDM/', mode: 0o40755 },
    { name: 'IHE_XDM/SUBSET01/METADATA.XML', content: metadata(request), deflate: true },
    { name: 'IHE_XDM/SUBSET01/DOC00001.XML', content: cda, deflate: true },
    ...more,
  ]);

describe('inspecting archives', () => {
  it('tells an archive that needs a password, and one of programs alone', async () => {
    const locked = { content: 'secret', flags: 0x801 };
    const all = await inspect(
      buildZip([
        { name: 'a.png', ...locked },
        { name: 'b.txt', ...locked },
      ]),
    );
    assert.deepEqual(all.damage, { code: 'encrypted' });
    const one = await inspect(
      buildZip([
        { name: 'a.png', ...locked },
        { name: 'b.txt', content: 'ouvert' },
      ]),
    );
    assert.equal(one.damage, undefined);
    const setup = [
      { name: 'setup.exe', content: 'MZ' },
      { name: 'lib/a.DLL', content: 'MZ' },
    ];
    assert.equal((await inspect(buildZip(setup))).programsOnly, true);
    assert.equal(
      (await inspect(buildZip([...setup, { name: 'lisez-moi.txt', content: 'x' }]))).programsOnly,
      undefined,
    );
    assert.equal((await inspect(buildZip([{ name: 'extrait.sh', content: 'ls' }]))).programsOnly, undefined);
    assert.equal((await inspect(buildZip([]))).programsOnly, undefined);
  });

  it('compares the documents of an XDM archive with its metadata', async () => {
    const { xdm, identifiers, damage, partial } = await inspect(archive());
    assert.deepEqual([damage, partial], [undefined, undefined]);
    assert.deepEqual(xdm, {
      hasReadme: true,
      hasIndex: true,
      hasSubset: true,
      hasMetadata: true,
      files: ['INDEX.HTM', 'README.TXT', 'IHE_XDM/SUBSET01/METADATA.XML', 'IHE_XDM/SUBSET01/DOC00001.XML'],
      documents: [{ uri: 'DOC00001.XML', present: true, sizeMatches: true, hashMatches: true }],
      unlisted: [],
      patientIds: [{ value: '279035121518989', system: '1.2.250.1.213.1.4.10' }],
    });
    assert.deepEqual(
      identifiers?.map(({ where }) => where),
      [
        'IHE_XDM/SUBSET01/METADATA.XML/RegistryObjectList/ExtrinsicObject/ExternalIdentifier',
        'IHE_XDM/SUBSET01/DOC00001.XML/recordTarget/patientRole/id',
      ],
    );
  });

  it('tells a document that is missing, changed or not listed', async () => {
    const missing = await inspect(archive({ uri: 'DOC00002.XML' }));
    assert.deepEqual(missing.xdm?.documents, [{ uri: 'DOC00002.XML', present: false }]);
    assert.deepEqual(missing.xdm.unlisted, ['IHE_XDM/SUBSET01/DOC00001.XML']);
    const changed = await inspect(
      archive({ size: '1', hash: sha1.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
    );
    assert.deepEqual(changed.xdm?.documents, [
      { uri: 'DOC00001.XML', present: true, sizeMatches: false, hashMatches: false },
    ]);
    const unsaid = await inspect(archive({ size: 'inconnue', hash: '' }));
    assert.deepEqual(unsaid.xdm?.documents, [{ uri: 'DOC00001.XML', present: true }]);
  });

  it('finds a document by a URI in another case, escaped, relative or cut in values', async () => {
    for (const uri of ['doc00001.xml', './DOC00001.XML', 'DOC0000%31.XML', '1|DOC00001.XML']) {
      assert.equal((await inspect(archive({ uri }))).xdm?.documents[0]?.present, true, uri);
    }
    const cut = metadata({ uri: '2|001.XML</rim:Value><rim:Value>1|DOC00' });
    const zip = buildZip([
      { name: 'IHE_XDM/SUBSET01/METADATA.XML', content: cut },
      { name: 'IHE_XDM/SUBSET01/DOC00001.XML', content: cda },
    ]);
    assert.equal((await inspect(zip)).xdm?.documents[0]?.uri, 'DOC00001.XML');
  });

  it('sees the tree in a folder, and what is missing of it', async () => {
    const { xdm } = await inspect(buildZip([{ name: 'envoi/IHE_XDM/SUBSET01/DOC00001.XML', content: cda }]));
    assert.deepEqual([xdm?.hasReadme, xdm?.hasIndex, xdm?.hasSubset, xdm?.hasMetadata], [false, false, true, false]);
    assert.deepEqual(xdm?.files, ['IHE_XDM/SUBSET01/DOC00001.XML']);
    assert.equal(xdm.inFolder, 'envoi/');
  });

  it('reads an archive whose names no other system takes for folders, and says so', async () => {
    const { xdm, damage, partial } = await inspect(
      buildZip([
        { name: 'README.TXT', content: 'a' },
        { name: 'INDEX.HTM', content: 'a' },
        { name: 'IHE_XDM\\SUBSET01\\METADATA.XML', content: metadata() },
        { name: 'IHE_XDM\\SUBSET01\\DOC00001.XML', content: cda },
      ]),
    );
    assert.deepEqual([damage, partial, xdm?.backslashes, xdm?.inFolder], [undefined, undefined, true, undefined]);
    assert.deepEqual(xdm?.documents, [{ uri: 'DOC00001.XML', present: true, sizeMatches: true, hashMatches: true }]);
  });

  it('says that there is nothing in an archive of empty files', async () => {
    for (const names of [[], ['a.txt', 'b/c.png']]) {
      const { damage } = await inspect(buildZip(names.map((name) => ({ name, content: '' }))));
      assert.equal(damage?.code, 'empty', names.join());
    }
  });

  it('tells an archive that is encrypted without compression, and a document under a password', async () => {
    // What encryption puts before the content makes the sizes differ.
    const entry = { name: 'a.txt', content: 'secret', flags: 0x801, data: Buffer.alloc(18, 7) };
    assert.equal((await inspect(buildZip([entry]))).damage?.code, 'encrypted');
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    const odt = buildZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      { name: 'META-INF/manifest.xml', content: manifest },
      { name: 'content.xml', content: Buffer.alloc(50, 7) },
    ]);
    assert.equal((await inspect(odt)).damage?.code, 'encrypted');
    assert.equal((await inspect(odt)).entryExtensions, undefined);
    const mixed = await inspect(buildZip([entry, { name: 'b.txt', content: 'b' }]));
    assert.equal(mixed.damage, undefined);
    assert.deepEqual(mixed.unread, [{ where: 'a.txt', reason: 'encrypted' }]);
  });

  it('looks into an archive with names that no file could have', async () => {
    const content = 'INS 180032B02040123';
    for (const name of ['../a.txt', 'a\\b.txt', 'C:/a.txt']) {
      const { identifiers } = await inspect(buildZip([{ name, content }]));
      assert.deepEqual(
        identifiers?.map(({ value }) => value),
        ['180032B02040123'],
        name,
      );
    }
  });

  it('looks only for identifiers in another archive', async () => {
    const pdf = 'INS 269022A00400188';
    const zip = buildZip([
      { name: 'journal.txt', content: 'INS 180032B02040123' },
      { name: 'messages/adt.er7', content: readFileSync(join('test', 'fixtures', 'evidence', 'adt-a31.er7')) },
      { name: 'doc.pdf', content: '%PDF-1.4 …' },
      { name: 'image.png', content: '279035121518989' },
      { name: 'binaire.txt', content: Buffer.alloc(100) },
    ]);
    assert.deepEqual(await inspect(zip, defaultLimits, pdf), {
      entryExtensions: ['txt', 'er7', 'pdf', 'png'],
      identifiers: [
        { value: '180032B02040123', where: 'journal.txt' },
        { value: '279035121518989', system: '1.2.250.1.213.1.4.10', where: 'messages/adt.er7/PID-3' },
        { value: '269022A00400188', where: 'doc.pdf/page 1' },
      ],
      unread: [
        { where: 'doc.pdf', reason: 'damaged' },
        { where: 'image.png', reason: 'kind' },
      ],
    });
  });

  it('tells a damaged archive and damaged metadata', async () => {
    assert.equal((await inspect(archive().subarray(0, 900))).damage?.code !== undefined, true);
    const broken = buildZip([{ name: 'IHE_XDM/SUBSET01/METADATA.XML', content: '<a>' }]);
    const { damage, xdm } = await inspect(broken);
    assert.deepEqual(damage, { code: 'metadata-not-well-formed' });
    assert.equal(xdm?.hasMetadata, true);
  });

  it('reads no more than it may', async () => {
    const bomb = buildZip([
      { name: 'IHE_XDM/SUBSET01/METADATA.XML', content: metadata() },
      { name: 'IHE_XDM/SUBSET01/DOC00001.XML', content: Buffer.alloc(4_000_000), deflate: true },
    ]);
    const small = { ...defaultLimits, maxInflatedBytes: 100_000 };
    const found = await inspect(bomb, small);
    assert.equal(found.partial, true);
    assert.deepEqual(found.xdm?.documents, [{ uri: 'DOC00001.XML', present: true, sizeMatches: false }]);
    assert.equal((await inspect(archive(), { ...defaultLimits, maxEntries: 2 })).partial, true);
    const lying = buildZip([
      { name: 'a.txt', content: Buffer.alloc(1_000_000), size: 10, localSize: 10, deflate: true },
    ]);
    assert.equal((await inspect(lying)).damage?.code, 'corrupt');
  });

  it('gives a result for any damaged archive', async () => {
    for (const bytes of mutations(archive(), 400)) await inspect(bytes);
    for (const bytes of mutations(Buffer.from(metadata()), 200)) {
      await inspect(buildZip([{ name: 'IHE_XDM/SUBSET01/METADATA.XML', content: bytes }]));
    }
  });
});
