import { SymbolKind, type CallHierarchyItem, type Range } from 'vscode-languageserver-types';
import { ManifestDocument } from './manifest-document';
import { manifestMentions, type Mention } from './mentions/manifest-mentions';
import { isSameSubject, type Searched, type Subject } from './mentions/subject';
import { rangeIn } from './positions';
import { isSought, type SearchedManifest } from './references';

/** A step of the way from a piece to what it proves, and the places that take it. */
export interface HierarchyStep {
  readonly item: CallHierarchyItem;
  readonly ranges: Range[];
}

const kinds: Readonly<Record<Subject['kind'], SymbolKind>> = {
  requirement: SymbolKind.Class,
  scenario: SymbolKind.Method,
  proof: SymbolKind.Field,
  file: SymbolKind.File,
  chapter: SymbolKind.Module,
};

/** What a mention is, as the root of a hierarchy. */
export function hierarchyItem(manifest: SearchedManifest, mention: Mention): CallHierarchyItem {
  const { uri, parsed, rootUri } = manifest;
  const document = ManifestDocument.of(uri, parsed);
  const data: Searched = { subject: mention.subject, rootUri };
  return {
    name: mention.subject.id,
    kind: kinds[mention.subject.kind],
    ...detail(mention),
    uri,
    range: rangeIn(document, mention.whole),
    selectionRange: rangeIn(document, mention.range),
    data,
  };
}

function detail({ under }: Mention): { readonly detail?: string } {
  return under.length === 0 ? {} : { detail: under.map(({ id }) => id).join(' › ') };
}

/**
 * What rests on something: proofs that cite a file, the scenario of a proof, the requirement of a scenario, and of a
 * core-business one the requirements that it covers.
 */
export function incomingSteps(searched: Searched, manifests: readonly SearchedManifest[]): HierarchyStep[] {
  const steps = new Map<string, HierarchyStep>();
  for (const manifest of manifests) {
    const mentions = manifestMentions(manifest.parsed, manifest.index);
    const document = ManifestDocument.of(manifest.uri, manifest.parsed);
    for (const mention of mentions) {
      if (!isSought(mention.subject, manifest.rootUri, searched)) continue;
      const parent = mention.under.at(-1);
      const entry = parent && entryAround(mentions, mention, parent);
      if (entry) add(steps, manifest, entry, rangeIn(document, mention.range));
      if (mention.subject.kind === 'scenario' && parent === undefined)
        for (const covered of coveredBy(mention.subject, manifest, manifests))
          add(steps, covered.manifest, covered.mention, undefined);
    }
  }
  return [...steps.values()];
}

/** What something rests on: the scenarios of a requirement, its proofs, their files. */
export function outgoingSteps(searched: Searched, manifests: readonly SearchedManifest[]): HierarchyStep[] {
  const steps = new Map<string, HierarchyStep>();
  for (const manifest of manifests) {
    const document = ManifestDocument.of(manifest.uri, manifest.parsed);
    for (const mention of manifestMentions(manifest.parsed, manifest.index)) {
      const parent = mention.under.at(-1);
      if (!parent || !isSought(parent, manifest.rootUri, searched)) continue;
      if (mention.role === 'use' && mention.subject.kind !== 'file') continue;
      add(steps, manifest, mention, rangeIn(document, mention.range));
    }
  }
  return [...steps.values()];
}

/** The entry that a mention stands in. */
function entryAround(mentions: readonly Mention[], { range }: Mention, parent: Subject): Mention | undefined {
  return mentions.find(
    (one) =>
      one.role === 'entry' &&
      isSameSubject(one.subject, parent) &&
      one.whole.start <= range.start &&
      range.end <= one.whole.end,
  );
}

interface Placed {
  readonly manifest: SearchedManifest;
  readonly mention: Mention;
}

/** Where the dossier writes the requirements that a core-business scenario covers. */
function coveredBy(
  { id }: Subject,
  { index, rootUri }: SearchedManifest,
  manifests: readonly SearchedManifest[],
): Placed[] {
  const scenario = index?.coreScenario(id);
  const covered = new Set((scenario && index?.requirementsCoveredBy(scenario))?.map((one) => one.id));
  if (covered.size === 0) return [];
  return manifests
    .filter((manifest) => manifest.rootUri === rootUri)
    .flatMap((manifest) =>
      manifestMentions(manifest.parsed, manifest.index).flatMap((mention) =>
        mention.role === 'entry' && mention.subject.kind === 'requirement' && covered.has(mention.subject.id)
          ? [{ manifest, mention }]
          : [],
      ),
    );
}

/** @param place that takes the step; the entry's own id where there is none in its file */
function add(
  steps: Map<string, HierarchyStep>,
  manifest: SearchedManifest,
  mention: Mention,
  place: Range | undefined,
): void {
  const { subject, range } = mention;
  const key = subject.kind === 'file' ? `${manifest.rootUri}\n${subject.id}` : `${manifest.uri}\n${range.start}`;
  const known = steps.get(key);
  if (known) {
    // Ranges are in the file of the item: a citation of the same piece elsewhere has none in it.
    if (place && known.item.uri === manifest.uri) known.ranges.push(place);
    return;
  }
  const item = hierarchyItem(manifest, mention);
  steps.set(key, { item, ranges: [place ?? item.selectionRange] });
}
