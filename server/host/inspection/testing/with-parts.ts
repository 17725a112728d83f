import type { Inspection } from '../../../core/evidence/inspection';
import { neverCancelled, type Cancellation } from '../../../core/ports/cancellation';
import { evidenceInspectors } from '../evidence-inspectors';
import type { EvidenceSource } from '../evidence-source';
import { inspectEvidence, type Inspector } from '../inspect-evidence';
import { defaultLimits, type InspectionLimits } from '../limits';
import { mergeInspections } from '../merge-inspections';
import { PartTree } from '../parts/part-tree';
import type { PdfReader } from '../pdf-reader';

/** Reads every PDF as one page with this text. */
export function fakePdfReader(text: string): PdfReader {
  return {
    read: () =>
      Promise.resolve({
        opened: { kind: 'opened', pages: 1, encrypted: false },
        pages: [{ kind: 'page', number: 1, text }],
        end: 'done',
      }),
    dispose: () => Promise.resolve(),
  };
}

/** What one inspector finds with the parts that it opens, each read by the inspectors of its kind. */
export async function withParts(
  inspector: Inspector,
  source: EvidenceSource,
  limits: InspectionLimits = defaultLimits,
  { cancellation = neverCancelled, pdfText = '' }: { cancellation?: Cancellation; pdfText?: string } = {},
): Promise<Inspection> {
  const inspectors = evidenceInspectors(fakePdfReader(pdfText));
  const tree = new PartTree((part) => inspectEvidence(part, { inspectors }, cancellation, limits), limits);
  const found = await inspector(source, limits, cancellation, tree);
  return mergeInspections([found, tree, tree.failure], limits.maxFacts);
}
