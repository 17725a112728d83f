import type { Analysis } from '../engine/analyse';
import type { Finding } from '../findings/finding';
import type { TextSlip } from '../manifest/text-slips';

/** A manifest is no YAML at a place: what it holds there is not known, and may be written already. */
export interface BrokenManifest {
  readonly kind: 'broken';
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
  /** What is said of that place. */
  readonly finding?: Finding;
}

/** Slips that hide nothing of what stands around them. */
const harmless: ReadonlySet<string> = new Set<TextSlip>(['ODD_SPACE', 'MERGE_KEY']);

/** The first place of a dossier that is no YAML. */
export function brokenManifest({ dossier, findings }: Analysis): BrokenManifest | undefined {
  for (const { uri, parsed } of [dossier.main, ...dossier.fragments]) {
    const slip = parsed.problems.find(({ kind, args }) => kind === 'syntax' && !harmless.has(String(args['code'])));
    if (!slip) continue;
    const finding = findings.find((one) => one.rule === 'yaml/syntaxe' && one.uri === uri);
    const { line } = parsed.source.position(finding?.range.start ?? slip.range.start);
    return { kind: 'broken', uri, line, ...(finding ? { finding } : {}) };
  }
  return undefined;
}
