import { shift, type Located } from '../text/offset-range';
import type { BlockPage } from './block-list';
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
import type { StructureProblem } from './problem';

/** Facts and the offset that their ranges are relative to. */
export interface Placed<T> {
  readonly base: number;
  readonly facts: T;
}

/** Sections that stand once in a manifest: the first one written counts. */
export interface SingleSections {
  dossier?: Placed<DossierFacts>;
  vendor?: Placed<VendorFacts>;
  software?: Placed<SoftwareFacts>;
  journey?: Placed<JourneyFacts>;
  administrative?: Placed<FlatSection>;
  financing?: Placed<FlatSection>;
  portability?: Placed<FlatSection>;
}

/** What the blocks of a page say together; every place is counted from the start of the page. */
export interface PageFacts {
  readonly single: Readonly<SingleSections>;
  readonly approvals: readonly Placed<ApprovalFacts>[];
  readonly chapters: readonly Placed<ChapterFacts>[];
  readonly orders: readonly Placed<OrderFacts>[];
  readonly requirements: readonly Placed<RequirementFacts>[];
  readonly coreScenarios: readonly Placed<ScenarioFacts>[];
  readonly keys: readonly Located<string>[];
  readonly problems: readonly StructureProblem[];
  readonly mentionsIgnore: boolean;
}

const kept = new WeakMap<BlockPage, PageFacts>();

/** Put together once for each page. */
export function pageFacts(page: BlockPage): PageFacts {
  let facts = kept.get(page);
  if (!facts) kept.set(page, (facts = together(page)));
  return facts;
}

function together({ blocks }: BlockPage): PageFacts {
  const found = {
    approvals: [] as Placed<ApprovalFacts>[],
    chapters: [] as Placed<ChapterFacts>[],
    orders: [] as Placed<OrderFacts>[],
    requirements: [] as Placed<RequirementFacts>[],
    coreScenarios: [] as Placed<ScenarioFacts>[],
    keys: [] as Located<string>[],
    problems: [] as StructureProblem[],
  };
  const single: SingleSections = {};
  for (const { start: base, content } of blocks) {
    for (const key of content.keys) found.keys.push({ value: key.value, range: shift(key.range, base) });
    for (const problem of content.problems) found.problems.push({ ...problem, range: shift(problem.range, base) });
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
  return { single, ...found, mentionsIgnore: blocks.some((block) => block.mentionsIgnore) };
}
