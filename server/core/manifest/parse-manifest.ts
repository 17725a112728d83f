import { shift, type Located, type OffsetRange } from '../text/offset-range';
import type {
  ApprovalFacts,
  ChapterFacts,
  DossierFacts,
  OrderFacts,
  RequirementFacts,
  ScenarioFacts,
  SoftwareFacts,
  VendorFacts,
} from './facts';
import type { FlatSection } from './flat-values';
import type { JourneyFacts } from './journey-facts';
import { fragmentShape, mainShape } from './manifest-shape';
import type { StructureProblem } from './problem';
import { parseBlocks, updateBlocks, type ParsedBlock } from './parse-blocks';
import { changeBetween, type TextSpanChange } from './text-span-change';

/** Facts and the offset in the file that their ranges are relative to. */
export interface Placed<T> {
  readonly base: number;
  readonly facts: T;
}

/** One manifest file, read. */
export interface ParsedManifest {
  readonly text: string;
  /** `main` has (or should have) a `dossier` section; a `fragment` holds only requirements and scenarios. */
  readonly role: 'main' | 'fragment';
  readonly dossier?: Placed<DossierFacts>;
  readonly vendor?: Placed<VendorFacts>;
  readonly software?: Placed<SoftwareFacts>;
  readonly journey?: Placed<JourneyFacts>;
  readonly administrative?: Placed<FlatSection>;
  readonly financing?: Placed<FlatSection>;
  readonly portability?: Placed<FlatSection>;
  readonly approvals: readonly Placed<ApprovalFacts>[];
  readonly chapters: readonly Placed<ChapterFacts>[];
  readonly orders: readonly Placed<OrderFacts>[];
  readonly requirements: readonly Placed<RequirementFacts>[];
  readonly coreScenarios: readonly Placed<ScenarioFacts>[];
  /** Top-level keys with absolute ranges. */
  readonly keys: readonly Located<string>[];
  /** Absolute ranges. */
  readonly problems: readonly StructureProblem[];
  /** What the next parse of an edited text starts from. */
  readonly blocks: readonly ParsedBlock[];
  /** Whether an ignore comment stands somewhere. */
  readonly mentionsIgnore: boolean;
}

/** Keys that only a main manifest has: one of them is enough to know what the file is meant to be. */
const mainOnlyKeys = Object.keys(mainShape.keys).filter((key) => !Object.hasOwn(fragmentShape.keys, key));

/**
 * Reads a manifest. Never throws: whatever is wrong becomes a problem and the rest is read.
 * @param previous the same file before an edit; blocks that did not change are taken over from it
 * @param change what the edit did, when the caller knows; found by comparing the texts otherwise
 */
export function parseManifest(text: string, previous?: ParsedManifest, change?: TextSpanChange): ParsedManifest {
  if (!previous) return assemble(text, parseBlocks(text));
  const known = change && text.length === previous.text.length - change.removed + change.inserted ? change : undefined;
  if (!known && previous.text === text) return previous;
  return assemble(text, updateBlocks(text, previous, known ?? changeBetween(previous.text, text)));
}

function assemble(text: string, blocks: readonly ParsedBlock[]): ParsedManifest {
  const found = {
    approvals: [] as Placed<ApprovalFacts>[],
    chapters: [] as Placed<ChapterFacts>[],
    orders: [] as Placed<OrderFacts>[],
    requirements: [] as Placed<RequirementFacts>[],
    coreScenarios: [] as Placed<ScenarioFacts>[],
  };
  const single: {
    dossier?: Placed<DossierFacts>;
    vendor?: Placed<VendorFacts>;
    software?: Placed<SoftwareFacts>;
    journey?: Placed<JourneyFacts>;
    administrative?: Placed<FlatSection>;
    financing?: Placed<FlatSection>;
    portability?: Placed<FlatSection>;
  } = {};
  const keys: Located<string>[] = [];
  const problems: StructureProblem[] = [];
  for (const { start: base, content } of blocks) {
    for (const key of content.keys) keys.push({ value: key.value, range: shift(key.range, base) });
    for (const problem of content.problems) problems.push({ ...problem, range: shift(problem.range, base) });
    for (const facts of content.facts) {
      if (facts.dossier) single.dossier ??= { base, facts: facts.dossier };
      if (facts.vendor) single.vendor ??= { base, facts: facts.vendor };
      if (facts.software) single.software ??= { base, facts: facts.software };
      if (facts.journey) single.journey ??= { base, facts: facts.journey };
      if (facts.administrative) single.administrative ??= { base, facts: facts.administrative };
      if (facts.financing) single.financing ??= { base, facts: facts.financing };
      if (facts.portability) single.portability ??= { base, facts: facts.portability };
      for (const each of facts.approvals ?? []) found.approvals.push({ base, facts: each });
      for (const each of facts.chapters ?? []) found.chapters.push({ base, facts: each });
      for (const each of facts.orders ?? []) found.orders.push({ base, facts: each });
      for (const each of facts.requirements ?? []) found.requirements.push({ base, facts: each });
      for (const each of facts.coreScenarios ?? []) found.coreScenarios.push({ base, facts: each });
    }
  }
  const role = keys.some((key) => mainOnlyKeys.includes(key.value)) ? 'main' : 'fragment';
  problems.push(...topLevelProblems(keys, role, text.length));
  problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const mentionsIgnore = blocks.some((block) => block.mentionsIgnore);
  return { text, role, ...single, ...found, keys, problems, blocks, mentionsIgnore };
}

function topLevelProblems(
  keys: readonly Located<string>[],
  role: 'main' | 'fragment',
  length: number,
): StructureProblem[] {
  const shape = role === 'main' ? mainShape : fragmentShape;
  const problems: StructureProblem[] = [];
  const present = new Set(keys.map((key) => key.value));
  const seen = new Set<string>();
  for (const { value, range } of keys) {
    if (seen.has(value)) problems.push({ kind: 'duplicateKey', range, args: { key: value } });
    else if (!Object.hasOwn(shape.keys, value)) {
      const candidates = Object.keys(shape.keys).filter((key) => !present.has(key));
      problems.push({ kind: 'unknownKey', range, args: { key: value, in: shape.name }, candidates });
    }
    seen.add(value);
  }
  const head: OffsetRange = { start: 0, end: Math.min(1, length) };
  for (const [key, { required }] of Object.entries(shape.keys)) {
    if (required && !seen.has(key)) problems.push({ kind: 'missingKey', range: head, args: { key, in: shape.name } });
  }
  return problems;
}
