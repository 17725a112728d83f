import type { Located } from '../text/offset-range';
import { financingShape, orderShape } from './financing-shape';
import { testIdentityFacts } from './follow-up-facts';
import { flatValues, type FlatSection } from './flat-values';
import { chapterHistoryFacts } from './instruction-facts';
import { journeyFacts, type JourneyFacts } from './journey-facts';
import { administrativeShape, portabilityShape } from './journey-shape';
import type { Shape } from './shape';
import { compact } from '../catalogue/compact';
import { requirementFacts, scenarioFacts } from './entry-facts';
import { entryOf, itemsOf, scalarOf } from './node-parts';
import type {
  ApprovalFacts,
  ChapterFacts,
  DossierFacts,
  ExemptionFacts,
  OrderFacts,
  RequirementFacts,
  ScenarioFacts,
  SoftwareFacts,
  VendorFacts,
} from './facts';
import type { ReadEntry, ReadNode } from './read-node';

/** What a top-level key of a manifest says. */
export interface SectionFacts {
  readonly formatVersion?: Located<string>;
  readonly dossier?: DossierFacts;
  readonly vendor?: VendorFacts;
  readonly software?: SoftwareFacts;
  readonly approvals?: readonly ApprovalFacts[];
  readonly chapters?: readonly ChapterFacts[];
  readonly orders?: readonly OrderFacts[];
  readonly journey?: JourneyFacts;
  readonly administrative?: FlatSection;
  readonly financing?: FlatSection;
  readonly portability?: FlatSection;
  readonly requirements?: readonly RequirementFacts[];
  readonly coreScenarios?: readonly ScenarioFacts[];
}

/** Facts of one top-level entry, by its key. */
export function sectionFacts(entry: ReadEntry): SectionFacts {
  const node = entry.value;
  const members = node?.kind === 'map' ? node.entries : [];
  switch (entry.key.value) {
    case 'version':
      return node?.kind === 'scalar' ? { formatVersion: { value: node.value, range: node.range } } : {};
    case 'dossier':
      return { dossier: dossierFacts(entry, node) };
    case 'editeur':
      return {
        vendor: compact<VendorFacts>({
          name: scalarOf(node, 'denomination'),
          siret: scalarOf(node, 'siret'),
          vatNumber: scalarOf(node, 'tva_intracommunautaire'),
          nie: scalarOf(node, 'nie'),
        }),
      };
    case 'logiciel':
      return {
        software: compact<SoftwareFacts>({
          name: scalarOf(node, 'nom'),
          version: scalarOf(node, 'version'),
          versionDate: scalarOf(node, 'date_version'),
          nil: scalarOf(node, 'nil'),
          productReference: scalarOf(node, 'reference_produit'),
        }),
      };
    case 'agrements':
      return { approvals: listOfMaps(node, approvalFacts) };
    case 'commandes':
      return { orders: listOfMaps(node, orderFacts) };
    case 'parcours':
      return { journey: journeyFacts(entry) };
    case 'administratif':
      return { administrative: flatSection(entry, administrativeShape) };
    case 'financement':
      return { financing: flatSection(entry, financingShape) };
    case 'portabilite':
      return { portability: flatSection(entry, portabilityShape) };
    case 'chapitres':
      return { chapters: members.map(chapterFacts) };
    case 'exigences':
      return { requirements: members.map(requirementFacts) };
    case 'scenarios':
      return { coreScenarios: members.map(scenarioFacts) };
    default:
      return {};
  }
}

function listOfMaps<T>(
  node: ReadNode | undefined,
  facts: (entry: ReadEntry['value'], range: ReadEntry['range']) => T,
): T[] {
  return node?.kind === 'list'
    ? node.items.flatMap((item) => (item.value?.kind === 'map' ? [facts(item.value, item.range)] : []))
    : [];
}

function dossierFacts(entry: ReadEntry, node: ReadNode | undefined): DossierFacts {
  const scalars = (key: string) =>
    itemsOf(node, key).flatMap((item) =>
      item.value?.kind === 'scalar' ? [{ value: item.value.value, range: item.value.range }] : [],
    );
  return compact<DossierFacts>({
    key: entry.key.range,
    dispositif: scalarOf(node, 'dispositif'),
    catalogue: scalarOf(node, 'catalogue'),
    profiles: scalars('profils'),
    plannedFiling: scalarOf(node, 'depot_vise'),
    fragments: scalars('fragments'),
    testIdentities: testIdentityFacts(node),
  });
}

function approvalFacts(node: ReadNode | undefined, range: ReadEntry['range']): ApprovalFacts {
  return compact<ApprovalFacts>({
    range,
    teleservice: scalarOf(node, 'teleservice'),
    state: scalarOf(node, 'statut'),
    evidence: scalarOf(node, 'piece'),
    date: scalarOf(node, 'date'),
    filedOn: scalarOf(node, 'deposee_le'),
    expectedOn: scalarOf(node, 'retour_prevu_le'),
    obtainedOn: scalarOf(node, 'obtenu_le'),
    exemption: exemptionFacts(entryOf(node, 'dispense')),
  });
}

function exemptionFacts(entry: ReadEntry | undefined): ExemptionFacts | undefined {
  return (
    entry &&
    compact<ExemptionFacts>({
      key: entry.key.range,
      reason: scalarOf(entry.value, 'motif'),
      evidence: scalarOf(entry.value, 'piece'),
    })
  );
}

function flatSection(entry: ReadEntry, shape: Shape): FlatSection {
  return { key: entry.key.range, values: flatValues(entry.value, shape) };
}

function orderFacts(node: ReadNode | undefined, range: ReadEntry['range']): OrderFacts {
  return compact<OrderFacts>({
    range,
    client: scalarOf(node, 'client'),
    signedOn: scalarOf(node, 'signee_le'),
    values: flatValues(node, orderShape),
  });
}

function chapterFacts(entry: ReadEntry): ChapterFacts {
  return compact<ChapterFacts>({
    name: entry.key,
    state: scalarOf(entry.value, 'statut'),
    on: scalarOf(entry.value, 'le'),
    history: entryOf(entry.value, 'historique') && chapterHistoryFacts(entry.value),
  });
}
