import { currentDispositif } from '../catalogue/current-dispositif';
import type {
  JourneyDelay,
  JourneyDispositif,
  JourneyMilestone,
  JourneySource,
  MovedAddress,
  PackageName,
} from '../manifest/journey';
import { journeyData } from '../manifest/journey-data.generated';
import type { Regime } from '../regimes/regime';
import { regimesWith, shippedRegimes, type RegimeRules } from '../regimes/regime-rules';
import { delayId, delayValue, milestoneId, milestoneValue } from './fact-ids';
import type { FactsFile, Verification } from './facts-file';

/** A data package that is in force. */
export interface FactsPackage extends PackageName {
  readonly uri: string;
}

/** What the product rests on: the data that ships, with what the packages of the team put in its place. */
export interface KnownFacts {
  readonly packages: readonly FactsPackage[];
  readonly sources: ReadonlyMap<string, JourneySource>;
  readonly delays: ReadonlyMap<string, JourneyDelay>;
  readonly dispositifs: ReadonlyMap<string, JourneyDispositif>;
  readonly addresses: readonly MovedAddress[];
  readonly regimes: RegimeRules;
  /** By id of the fact; the latest of each. */
  readonly verifications: ReadonlyMap<string, Verification>;
}

/** What ships, as it is. */
export const shippedFacts: KnownFacts = {
  packages: [],
  sources: new Map(journeyData.sources.map((source) => [source.cle, source])),
  delays: new Map(journeyData.delais.map((delay) => [delay.id, delay])),
  dispositifs: new Map(journeyData.dispositifs.map((dispositif) => [dispositif.id, dispositif])),
  addresses: journeyData.adresses,
  regimes: shippedRegimes,
  verifications: new Map(),
};

/** A package that was read without error, and where. */
export interface ReadPackage {
  readonly uri: string;
  readonly file: FactsFile;
}

/** What ships, with these packages put upon it in their order: the last one wins. */
export function factsWith(packages: readonly ReadPackage[]): KnownFacts {
  if (packages.length === 0) return shippedFacts;
  const sources = new Map(shippedFacts.sources);
  const delays = new Map(shippedFacts.delays);
  const dispositifs = new Map(shippedFacts.dispositifs);
  const addresses = new Map(shippedFacts.addresses.map((each) => [each.ancienne, each]));
  const verifications = new Map<string, Verification>();
  const packs = new Map<string, Regime>();
  for (const { file } of packages) {
    const paquet: PackageName = { origine: file.origine, version: file.version };
    for (const source of file.sources ?? []) sources.set(source.cle, source);
    for (const delay of file.delais ?? []) delays.set(delay.id, { ...delay, paquet });
    for (const each of file.dispositifs ?? []) {
      const id = currentDispositif(each.id);
      dispositifs.set(id, mergedDispositif(dispositifs.get(id), { ...each, id }, paquet));
    }
    for (const pack of file.regimes ?? []) packs.set(pack.id, pack);
    for (const address of file.adresses ?? []) addresses.set(address.ancienne, address);
    for (const each of file.verifications ?? []) {
      const before = verifications.get(each.fait);
      if (before === undefined || before.verifie_le <= each.verifie_le) verifications.set(each.fait, each);
    }
  }
  for (const [id, delay] of delays) {
    const on = checkedOn(verifications.get(delayId(id)), delayValue(delay));
    if (on !== undefined) delays.set(id, { ...delay, verifie_le: on });
  }
  for (const [id, dispositif] of dispositifs) {
    const jalons = dispositif.jalons.map((each) => verifiedMilestone(each, id, verifications));
    if (jalons.some((each, index) => each !== dispositif.jalons[index])) dispositifs.set(id, { ...dispositif, jalons });
  }
  return {
    packages: packages.map(({ uri, file }) => ({ uri, origine: file.origine, version: file.version })),
    sources,
    delays,
    dispositifs,
    addresses: [...addresses.values()],
    regimes: regimesWith([...packs.values()]),
    verifications,
  };
}

/** The milestones of a package stand in the place of those of the same id; the others stay. */
function mergedDispositif(
  before: JourneyDispositif | undefined,
  next: JourneyDispositif,
  paquet: PackageName,
): JourneyDispositif {
  const jalons = new Map((before?.jalons ?? []).map((each) => [each.id, each]));
  for (const each of next.jalons) jalons.set(each.id, { ...each, paquet });
  const note = next.note ?? before?.note;
  return { id: next.id, vague: next.vague, ...(note ? { note } : {}), jalons: [...jalons.values()] };
}

/** A date that only third parties cite counts once somebody read the same at its source. */
function verifiedMilestone(
  milestone: JourneyMilestone,
  dispositif: string,
  verifications: KnownFacts['verifications'],
): JourneyMilestone {
  const on = checkedOn(verifications.get(milestoneId(dispositif, milestone.id)), milestoneValue(milestone));
  if (on === undefined) return milestone;
  const verified: { -readonly [Key in keyof JourneyMilestone]: JourneyMilestone[Key] } = {
    ...milestone,
    verifie_le: on,
  };
  delete verified.a_confirmer;
  return verified;
}

function checkedOn(verification: Verification | undefined, value: string | undefined): string | undefined {
  return verification && value !== undefined && isSameValue(verification.valeur, value)
    ? verification.verifie_le
    : undefined;
}

/** Whether two values say the same, however their spaces and letters are written. */
export function isSameValue(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(a) === plain(b);
}

/** @throws when the data that ships has no such delay: the generator checks that it does */
export function delayOf(facts: KnownFacts, id: string): JourneyDelay {
  const found = facts.delays.get(id);
  if (!found) throw new Error(`no delay ${id}`);
  return found;
}

export function dispositifOf(facts: KnownFacts, id: string | undefined): JourneyDispositif | undefined {
  return id === undefined ? undefined : facts.dispositifs.get(currentDispositif(id));
}

/** Where the pages of an address are said to be now; undefined where nothing is said of it. */
export function movedTo(facts: KnownFacts, address: string): MovedAddress | undefined {
  let found: MovedAddress | undefined;
  for (const each of facts.addresses) {
    if (!isUnder(address, each.ancienne) || isUnder(address, each.nouvelle)) continue;
    if (found === undefined || each.ancienne.length > found.ancienne.length) found = each;
  }
  return found;
}

/** `…/segur` holds `…/segur/pages` and not `…/segurite`. */
function isUnder(address: string, beginning: string): boolean {
  if (!address.startsWith(beginning)) return false;
  const next = address.charAt(beginning.length);
  return next === '' || beginning.endsWith('/') || '/?#'.includes(next);
}
