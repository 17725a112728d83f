import type { Inspection } from '../../core/evidence/inspection';
import { CancelledError, throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { cachedSource } from './cached-source';
import { contentKinds, type ContentKind } from './content-kind';
import type { EvidenceSource } from './evidence-source';
import { defaultLimits, type InspectionLimits } from './limits';
import { mergeInspections } from './merge-inspections';

/**
 * Reads facts of one kind in a content. Bad content is told with a damage code, never thrown. When the token asks for it, it
 * throws `CancelledError` or gives what it has, with `partial`.
 */
export type Inspector = (
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
) => Promise<Partial<Inspection>>;

/** What inspections need of their surroundings. */
export interface InspectionSetting {
  /** Inspectors of each kind of content, the most specific first (see `evidenceInspectors`). */
  readonly inspectors: Readonly<Record<ContentKind, readonly Inspector[]>>;
  /** Milliseconds of a clock that only goes forward, such as `performance.now()`. */
  readonly now: () => number;
  /** Told of an inspector that failed, which is a defect of ours: what it would have found is missing, nothing else. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Looks into a piece of evidence with all inspectors that its kind calls for, within the limits.
 * @throws CancelledError when `cancellation` asks for it; the system's error when the content cannot be read
 */
export async function inspectEvidence(
  source: EvidenceSource,
  setting: InspectionSetting,
  cancellation: Cancellation,
  limits: InspectionLimits = defaultLimits,
): Promise<Inspection> {
  throwIfCancelled(cancellation);
  const bounded = boundedBy(cancellation, setting.now, limits.maxMillis);
  const cached = cachedSource(source);
  const kinds = await contentKinds(cached);
  const inspectors = [...new Set(kinds.flatMap((kind) => setting.inspectors[kind]))];
  const parts: Partial<Inspection>[] = [];
  for (const inspect of inspectors) {
    parts.push(await inspectGuarded(inspect, cached, setting, limits, bounded));
    throwIfCancelled(cancellation);
  }
  return mergeInspections(parts, limits.maxFacts);
}

async function inspectGuarded(
  inspect: Inspector,
  source: EvidenceSource,
  setting: InspectionSetting,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  if (cancellation.isCancellationRequested) return { partial: true };
  try {
    return await inspect(source, limits, cancellation);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    if (!(error instanceof CancelledError)) setting.onFailure?.(error);
    return { partial: true };
  }
}

/** Also asks for cancellation when the time is over. */
function boundedBy(cancellation: Cancellation, now: () => number, maxMillis: number): Cancellation {
  const deadline = now() + maxMillis;
  return {
    get isCancellationRequested() {
      return cancellation.isCancellationRequested || now() >= deadline;
    },
  };
}
