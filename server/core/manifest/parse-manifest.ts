import { ChunkedText } from '../text/chunked-text';
import { shift, type Located, type OffsetRange } from '../text/offset-range';
import type { BlockList } from './block-list';
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
import { pageFacts, type PageFacts, type Placed, type SingleSections } from './page-facts';
import type { StructureProblem } from './problem';
import { parseBlocks, updateBlocks } from './parse-blocks';
import { withoutConflicts, withoutOddSpaces, type MendedText } from './text-slips';
import { changeBetween, type TextSpanChange } from './text-span-change';

/** One manifest file, read. */
export interface ParsedManifest {
  readonly source: ChunkedText;
  /** The source in one piece, put together when it is asked for: nothing that follows each key stroke should. */
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
  /** Put together when asked for, like `text`. */
  readonly requirements: readonly Placed<RequirementFacts>[];
  readonly coreScenarios: readonly Placed<ScenarioFacts>[];
  /** Top-level keys with absolute ranges. */
  readonly keys: readonly Located<string>[];
  /** Absolute ranges. */
  readonly problems: readonly StructureProblem[];
  /** What the text is made of; what the next parse of an edited text starts from. */
  readonly blocks: BlockList;
  /** The blocks of the text as it is written, where `blocks` are of what its author means (see `text-slips.ts`). */
  readonly written?: BlockList;
  /** Whether an ignore comment stands somewhere. */
  readonly mentionsIgnore: boolean;
}

/** Keys that only a main manifest has: one of them is enough to know what the file is meant to be. */
const mainOnlyKeys = Object.keys(mainShape.keys).filter((key) => !Object.hasOwn(fragmentShape.keys, key));

/**
 * Reads a manifest. Never throws: whatever is wrong becomes a problem and the rest is read.
 * @param previous the same file before an edit; what did not change is taken over from it
 * @param change what the edit did, when the caller knows; found by comparing the texts otherwise
 */
export function parseManifest(
  text: string | ChunkedText,
  previous?: ParsedManifest,
  change?: TextSpanChange,
): ParsedManifest {
  if (!previous) {
    const source = typeof text === 'string' ? ChunkedText.of(text) : text;
    return read(parseBlocks(source), source);
  }
  const known =
    change && text.length === previous.source.length - change.removed + change.inserted ? change : undefined;
  const whole = known ? '' : text.toString();
  if (!known && previous.text === whole) return previous;
  const made = known ?? changeBetween(previous.text, whole);
  const source = typeof text === 'string' ? after(previous.source, made, text) : text;
  return read(updateBlocks(source, previous.written ?? previous.blocks, made), source);
}

/** Shares with the text before the edit what the edit left. */
function after(before: ChunkedText, { start, removed, inserted }: TextSpanChange, text: string): ChunkedText {
  return before.replaced(start, start + removed, text.slice(start, start + inserted));
}

/** Reads what its author means where slips of the text hide it: conflicts of git, and no-break spaces for spaces. */
function read(written: BlockList, source: ChunkedText): ParsedManifest {
  const slips = written.pages
    .flatMap((page) => pageFacts(page).problems)
    .filter(({ args }) => isTextSlip(args['code']));
  if (slips.length === 0) return assemble(written, source);
  const problems: StructureProblem[] = [];
  let blocks = written;
  let text = source.toString();
  const mend = (mended: MendedText | undefined): void => {
    if (!mended) return;
    text = mended.text;
    blocks = parseBlocks(ChunkedText.of(text));
    for (const problem of mended.problems) problems.push(problem);
  };
  mend(withoutConflicts(text));
  mend(withoutOddSpaces(text, assemble(blocks, source).problems));
  const parsed = assemble(blocks, source);
  const all = [...problems, ...parsed.problems].sort(inTextOrder);
  return { ...parsed, problems: all, written };
}

function isTextSlip(code: string | number | undefined): boolean {
  return code === 'CONFLICT_MARKER' || code === 'ODD_SPACE';
}

function inTextOrder(a: StructureProblem, b: StructureProblem): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}

function assemble(blocks: BlockList, source: ChunkedText): ParsedManifest {
  const pages = blocks.pages.map((page, index): PlacedPage => [pageFacts(page), blocks.starts[index] ?? 0]);
  const single: SingleSections = {};
  const found = {
    approvals: [] as Placed<ApprovalFacts>[],
    chapters: [] as Placed<ChapterFacts>[],
    orders: [] as Placed<OrderFacts>[],
    keys: [] as Located<string>[],
    problems: [] as StructureProblem[],
  };
  let lost = false;
  for (const [facts, start] of pages) {
    for (const { value, range } of facts.keys) found.keys.push({ value, range: shift(range, start) });
    for (const problem of facts.problems) {
      // Once a file is enough: all of its letters were lost in one reading.
      if (problem.kind === 'lostCharacter' && lost) continue;
      lost ||= problem.kind === 'lostCharacter';
      found.problems.push({ ...problem, range: shift(problem.range, start) });
    }
    for (const each of facts.approvals) found.approvals.push(placed(each, start));
    for (const each of facts.chapters) found.chapters.push(placed(each, start));
    for (const each of facts.orders) found.orders.push(placed(each, start));
    const { dossier, vendor, software, journey, administrative, financing, portability } = facts.single;
    if (dossier) single.dossier ??= placed(dossier, start);
    if (vendor) single.vendor ??= placed(vendor, start);
    if (software) single.software ??= placed(software, start);
    if (journey) single.journey ??= placed(journey, start);
    if (administrative) single.administrative ??= placed(administrative, start);
    if (financing) single.financing ??= placed(financing, start);
    if (portability) single.portability ??= placed(portability, start);
  }
  const role = found.keys.some((key) => mainOnlyKeys.includes(key.value)) ? 'main' : 'fragment';
  found.problems.push(...topLevelProblems(found.keys, role, source.length));
  found.problems.sort(inTextOrder);
  let requirements: readonly Placed<RequirementFacts>[] | undefined;
  let coreScenarios: readonly Placed<ScenarioFacts>[] | undefined;
  return {
    source,
    get text() {
      return source.toString();
    },
    role,
    ...single,
    ...found,
    get requirements() {
      return (requirements ??= pages.flatMap(([page, start]) => page.requirements.map((each) => placed(each, start))));
    },
    get coreScenarios() {
      return (coreScenarios ??= pages.flatMap(([page, start]) =>
        page.coreScenarios.map((each) => placed(each, start)),
      ));
    },
    blocks,
    mentionsIgnore: pages.some(([page]) => page.mentionsIgnore),
  };
}

type PlacedPage = readonly [facts: PageFacts, start: number];

function placed<T>({ base, facts }: Placed<T>, start: number): Placed<T> {
  return { base: base + start, facts };
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
  const head: OffsetRange = keys[0]?.range ?? { start: 0, end: Math.min(1, length) };
  for (const [key, { required }] of Object.entries(shape.keys)) {
    if (required && !seen.has(key)) problems.push({ kind: 'missingKey', range: head, args: { key, in: shape.name } });
  }
  return problems;
}
