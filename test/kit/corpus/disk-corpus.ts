import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Catalogue } from '../../../server/core/catalogue/catalogue';
import { writeCatalogue } from '../../../server/core/catalogue/write-catalogue';
import { buildPdf, buildSignedPdf } from '../../../server/host/inspection/testing/build-pdf';
import { cataloguePath, corpusDossier } from './corpus-dossier';
import { approvalImages, approvals } from './corpus-states';
import type { SampleEvidence } from './sample-evidence';

/** A dossier of the corpus that stands in a folder with its evidence. */
export interface DiskCorpus {
  readonly main: string;
  /** Digests of the evidence, by path in the dossier; without the papers of approvals, which are in no slot. */
  readonly digests: ReadonlyMap<string, string>;
}

/** With a number and ids before it, about as long as file systems take: 255 bytes. */
const longName = 'consommation du téléservice avec un patient de test '.repeat(3).trim();

/** Names as people and their tools give them, which is not how packages name things. */
const manners: readonly ((name: string, extension: string) => string)[] = [
  (name, extension) => `preuves/${name}.${extension}`,
  (name, extension) => `preuves/${name} – écran d’été n°1.${extension}`.normalize('NFC'),
  (name, extension) => `preuves/${name} – écran d’été n°1.${extension}`.normalize('NFD'),
  (name, extension) => `preuves/Captures d’écran/${name}  (copie 2) & suite.${extension}`.normalize('NFD'),
  (name, extension) => `preuves/${name} ${longName}.${extension}`,
  (name, extension) => `preuves/${name} couvert à 100 % %25.${extension}`,
  (name, extension) => `preuves/日本/${name} 😀 [1].${extension.toUpperCase()}`,
];

const archivable =
  '<rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="1" pdfaid:conformance="B"/>';

/** Writes a dossier in which every proof of a catalogue has its own evidence, under names of all manners. */
export function writeCorpus(folder: string, catalogue: Catalogue, samples: SampleEvidence): DiskCorpus {
  const pathOf = (name: string, extension: string, at: number): string => {
    const manner = manners[at % manners.length];
    assert.ok(manner);
    return manner(name, extension);
  };
  const plan = { catalogue, pathOf, images: approvalImages, sections: { agrements: approvals } };
  const { main, evidence } = corpusDossier(plan, samples);
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  let text = main;
  const digests = new Map<string, string>();
  let count = 0;
  for (const [path, facts] of evidence) {
    assert.ok(facts.state === 'file');
    const { sha256 } = facts;
    const { pdfA, signatures = [] } = facts.inspection?.pdf ?? {};
    const number = count++;
    const bytes = pdfA
      ? buildPdf({ pages: [`Document ${number}`], xmp: archivable })
      : signatures.length > 0
        ? buildSignedPdf(`/SubFilter /ETSI.CAdES.detached /M (D:20261020101500Z) /Name (Exemple ${number})`)
        : Buffer.concat([readFileSync(samples.sourceOf(path)), mark(path, number)]);
    const digest = createHash('sha256').update(bytes).digest('hex');
    write(path, bytes);
    text = text.replaceAll(sha256, digest);
    if (!approvalImages.includes(path)) digests.set(path, digest);
  }
  write('main.preuves.yaml', text);
  write(cataloguePath, writeCatalogue(catalogue));
  return { main: join(folder, 'main.preuves.yaml'), digests };
}

/** What is put behind a file so that no other is the same, where its format lets it. */
function mark(path: string, number: number): Buffer {
  switch (extname(path).toLowerCase()) {
    case '.mp4': {
      const box = Buffer.from(`....free${String(number).padStart(8, '0')}`);
      box.writeUInt32BE(box.length);
      return box;
    }
    // Behind its last chunk nothing is read.
    case '.png':
      return Buffer.from(String(number));
    case '.xml':
      return Buffer.from(`\n<!-- ${number} -->\n`);
    case '.pdf':
      return Buffer.from(`\n% ${number}\n`);
    case '.eml':
    case '.log':
    case '.pem':
      return Buffer.from(`\nn° ${number}\n`);
    default:
      return Buffer.alloc(0);
  }
}
