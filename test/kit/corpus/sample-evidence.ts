import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import type { EvidenceFamily } from '../../../server/core/catalogue/evidence-families';
import { acceptedFamilies } from '../../../server/core/catalogue/evidence-types';
import type { EvidenceContent } from '../../../server/core/evidence/evidence-file';
import { neverCancelled } from '../../../server/core/ports/cancellation';
import { nodeWorkspacePorts } from '../../../server/host/node-workspace-ports';

/** Families, and types that ask for more than a family. */
type SampleKey = EvidenceFamily | 'message_soap_vihf';

/** Real files of the repository, one for each family that a proof may ask for. */
const samples: Partial<Record<SampleKey, readonly [folder: string, path: string]>> = {
  image: ['examples/moncabinet', 'preuves/psc/INS-PSC.01.01.01-appel-insi.png'],
  video: ['examples/moncabinet', 'preuves/dmp/DMP-CONF.03.01.01-suppression.mp4'],
  pdf: ['examples/moncabinet', 'preuves/declarations/PSC.08-engagement-acr.pdf'],
  xml: ['examples/moncabinet', 'preuves/mssante/MSS-CONF.15.01.03-lettre.xml'],
  eml: ['examples/moncabinet', 'preuves/mssante/MSS-CONF.15.01.02-envoi.eml'],
  text: ['examples/moncabinet', 'preuves/mssante/MSS-CONF.02.01.02-connexion.log'],
  zip: ['examples/moncabinet', 'preuves/mssante/MSS-UX.39.01.02-IHE_XDM.zip'],
  csv: ['examples/moncabinet', 'preuves/securite/SSI-GEN.09.01.01-matrice-flux.csv'],
  hl7: ['test/fixtures/evidence', 'adt-a31.er7'],
  pem: ['test/fixtures/evidence', 'certificat-de-test.pem'],
  message_soap_vihf: ['test/fixtures/evidence', 'soap-vihf.xml'],
};

/** What such evidence is in most dossiers, where a proof accepts several families. */
const usual: Readonly<Record<string, EvidenceFamily>> = {
  demonstration: 'video',
  source_smtp: 'eml',
  document_cda: 'xml',
  message_soap_vihf: 'xml',
  log_message_hl7: 'hl7',
  dump_hl7: 'hl7',
  identifiant_execution_mssante: 'integer',
  lien_permanent_gazelle: 'link',
  certificats: 'pem',
  documentation: 'pdf',
};

/** A family that answers a proof which asks for these types; an image where anything does. */
export function familyFor(types: readonly string[]): EvidenceFamily {
  const [first] = types;
  const families = acceptedFamilies(types);
  const known = first === undefined ? undefined : usual[first];
  if (known) return known;
  return [...(families ?? [])].find((family) => isAvailable(family)) ?? 'image';
}

/** A family that no such proof accepts; undefined where anything does. */
export function wrongFamilyFor(types: readonly string[]): EvidenceFamily | undefined {
  const families = acceptedFamilies(types);
  if (!families) return undefined;
  return (['video', 'pem', 'csv', 'image'] as const).find((family) => !families.has(family));
}

function isAvailable(family: EvidenceFamily): boolean {
  return family === 'link' || family === 'integer' || samples[family] !== undefined;
}

/** Facts of files that only exist in memory: those of a sample of their family, each with a digest of its own. */
export class SampleEvidence {
  readonly #facts = new Map<SampleKey, EvidenceContent>();
  readonly #sources = new Map<string, string>();

  /** Looks at the samples as the tool looks at evidence. */
  static async read(): Promise<SampleEvidence> {
    const made = new SampleEvidence();
    const { evidence } = nodeWorkspacePorts({ bundleFolder: resolve('dist') });
    for (const [key, [folder, path]] of Object.entries(samples) as [SampleKey, [string, string]][]) {
      const root = pathToFileURL(resolve(folder)).toString();
      await evidence.scan(root, [path], neverCancelled);
      const facts = evidence.lookup(root, path);
      if (facts?.state !== 'file') throw new Error(`${folder}/${path}: not there`);
      made.#facts.set(key, facts);
    }
    return made;
  }

  extensionOf(family: EvidenceFamily): string {
    return samples[family]?.[1].split('.').at(-1) ?? '';
  }

  /** The file of the repository whose facts were given for this path. */
  sourceOf(path: string): string {
    const source = this.#sources.get(path);
    if (source === undefined) throw new Error(`no sample was given for ${path}`);
    return source;
  }

  /** @param types what the proof asks for: a form is signed, a PDF/A-1 document is one */
  factsOf(family: EvidenceFamily, path: string, types: readonly string[]): EvidenceContent {
    const key = family === 'xml' && types[0] === 'message_soap_vihf' ? types[0] : family;
    const facts = this.#facts.get(key);
    const sample = samples[key];
    if (!facts || !sample) throw new Error(`no sample of ${family}`);
    this.#sources.set(path, join(...sample));
    const sha256 = createHash('sha256').update(path).digest('hex');
    const pdf = facts.inspection?.pdf;
    if (!pdf) return { ...facts, sha256 };
    const signatures = types.includes('formulaire_test_intrusion_passi') ? [{ signedOn: '2026-10-20' }] : [];
    const pdfA = types.includes('document_pdf_a1') ? { pdfA: { part: 1, conformance: 'B' } } : {};
    return { ...facts, sha256, inspection: { ...facts.inspection, pdf: { ...pdf, ...pdfA, signatures } } };
  }
}
