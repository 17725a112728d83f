import { pieceUri } from '../../core/dossier/piece-uri';
import type { TableAnswer, TablePiece, TableRow } from '../../../protocol/requests/table';
import type { ViewPlace } from '../../../protocol/view-place';
import { keyOf } from '../../core/attach/slots';
import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../../core/catalogue/catalogue';
import { evidenceFamilies } from '../../core/catalogue/evidence-families';
import { printedId } from '../../core/catalogue/printed-id';
import { readOnlyWords } from '../../core/cells/cell-words';
import { readOnlyReason } from '../../core/cells/read-only';
import type { Entry, ResolvedProof, ResolvedScenario } from '../../core/dossier/dossier';
import type { Analysis } from '../../core/engine/analyse';
import { examinedFileWords } from '../../core/evidence/examined-words';
import { safePiecePath } from '../../core/evidence/evidence-path';
import { extensionOf } from '../../core/evidence/file-extension';
import { openRequests } from '../../core/instruction/open-requests';
import { evidencePath, type EvidenceItem, type ReviewFacts } from '../../core/manifest/facts';
import type { FollowUpFacts } from '../../core/manifest/follow-up-facts';
import { say, type Locale } from '../../core/messages/say';
import {
  concernsDossier,
  type Compliance,
  type RequirementCompliance,
  type ScenarioCompliance,
} from '../../core/status/compliance';
import { followed, followUpsOf } from '../../core/status/follow-up';
import { proofKey } from '../../core/status/effect-map';
import { lateSlots } from '../../core/status/owed-tasks';
import { threadKey, type PlacedThread } from '../../core/threads/place-threads';
import { openThreads } from '../../core/threads/thread-tally';
import { threadWords } from '../../core/threads/thread-words';
import { peopleOf } from '../../core/status/people';
import { noCounts, totalOf, type Status } from '../../core/status/status';
import { statusWords } from '../../core/status/status-words';
import { shorten } from '../../core/text/shorten';
import { coreScenariosWord } from '../compliance/groups';
import type { Places } from '../compliance/places';
import { evidenceName } from '../document-symbols';
import { expectation } from '../hover/describe';
import { leftOutOf } from './left-out';
import { rowFindings, type FoundAt } from './row-findings';

export interface TableContext {
  readonly locale: Locale;
  readonly places: Places;
  /** Threads of the dossier. */
  readonly threads?: readonly PlacedThread[];
}

/** Longest text of a cell that the catalogue fills. */
const mostText = 500;

/** A dossier as a table: a row for each proof that the tree shows, in the order of the catalogue. */
export function tableOf(analysis: Analysis, context: TableContext): Extract<TableAnswer, { readonly kind: 'table' }> {
  const { locale, places } = context;
  const { dossier } = analysis;
  const { parsed } = dossier.main;
  const state = analysis.compliance();
  const rows = state && dossier.catalogue.kind === 'loaded' ? slotsOf(state, dossier.catalogue.catalogue) : [];
  const found = rowFindings(analysis, rows.map(foundAt), places, locale);
  const maker = new RowMaker(analysis, context);
  const reason = readOnlyReason(dossier);
  const counts = state?.counts ?? noCounts;
  const { software, dossier: head } = parsed;
  const version = software?.facts.version?.value;
  return {
    kind: 'table',
    uri: dossier.main.uri,
    label: software?.facts.name?.value ?? head?.facts.dispositif?.value ?? dossier.main.path,
    counts: { ...counts, total: totalOf(counts) },
    ...(version === undefined ? {} : { version }),
    rows: rows.map((row, index) => ({ ...maker.row(row), findings: found[index] ?? [] })),
    ...(reason ? { readOnly: readOnlyWords(reason, locale) } : {}),
    leftOut: leftOutOf(analysis, locale),
    people: peopleOf(analysis.dossier),
  };
}

/** A proof of the catalogue, and what the dossier has of it. */
interface RowSlot {
  readonly requirement?: RequirementCompliance;
  readonly scenario: Scenario;
  readonly written?: Entry<ResolvedScenario>;
  readonly proof: ExpectedProof;
  readonly entry?: Entry<ResolvedProof>;
  readonly status: Status;
}

function foundAt({ requirement, scenario, proof, entry }: RowSlot): FoundAt {
  return {
    ...(requirement ? { requirement: requirement.requirement.id } : {}),
    scenario: scenario.id,
    proof: proof.id,
    ...(entry ? { entry } : {}),
  };
}

function slotsOf(state: Compliance, { requirements }: Catalogue): RowSlot[] {
  const states = new Map(
    state.chapters.flatMap((chapter) => chapter.requirements.map((one) => [one.requirement, one] as const)),
  );
  return [
    ...requirements.flatMap((requirement) => {
      const own = states.get(requirement);
      return own && concernsDossier(own) ? requirementSlots(own) : [];
    }),
    ...state.coreScenarios.flatMap((one) => scenarioSlots(one)),
  ];
}

function requirementSlots(state: RequirementCompliance): RowSlot[] {
  const { requirement, scenarios } = state;
  if (scenarios.length > 0) return scenarios.flatMap((one) => scenarioSlots(one, state));
  // Set aside as a whole, or due by nobody here: its proofs stand where it does.
  return requirement.scenarios.flatMap((scenario) => {
    const written = writtenIn(state, scenario);
    return scenario.proofs.map((proof) => {
      const value = written?.value.proofs.find((one) => one.proof === proof);
      return {
        requirement: state,
        scenario,
        proof,
        status: state.status,
        ...(written ? { written } : {}),
        ...(written && value ? { entry: { uri: written.uri, base: written.base, value } } : {}),
      };
    });
  });
}

function writtenIn({ entries }: RequirementCompliance, scenario: Scenario): Entry<ResolvedScenario> | undefined {
  for (const { uri, base, value } of entries) {
    const own = value.scenarios.find((one) => one.scenario === scenario);
    if (own) return { uri, base, value: own };
  }
  return undefined;
}

function scenarioSlots(
  { scenario, entry, proofs }: ScenarioCompliance,
  requirement?: RequirementCompliance,
): RowSlot[] {
  return proofs.map((one) => ({
    ...(requirement ? { requirement } : {}),
    scenario,
    ...(entry ? { written: entry } : {}),
    proof: one.proof,
    ...(one.entry ? { entry: one.entry } : {}),
    status: one.status,
  }));
}

/** Puts rows into words. */
class RowMaker {
  readonly #analysis: Analysis;
  readonly #locale: Locale;
  readonly #places: Places;
  readonly #requested: ReadonlySet<string>;
  readonly #late: ReadonlySet<string>;
  readonly #threads: ReadonlyMap<string, number>;
  readonly #domains: ReadonlyMap<string, string>;
  readonly #texts = new Map<Requirement | Scenario, TableRow['requirement']>();
  readonly #sections = new Map<'exigences' | 'scenarios', ViewPlace | undefined>();

  constructor(analysis: Analysis, { locale, places, threads = [] }: TableContext) {
    this.#analysis = analysis;
    this.#locale = locale;
    this.#places = places;
    const { today } = analysis.context;
    this.#requested = new Set(openRequests(analysis, today).flatMap(({ proof }) => proof ?? []));
    this.#threads = openThreads(threads);
    this.#late = lateSlots(analysis.compliance(), today);
    this.#domains = new Map((analysis.context.catalogue?.domains ?? []).map(({ id, name }) => [id, name]));
  }

  row(row: RowSlot): Omit<TableRow, 'findings'> {
    const { scenario, proof, entry, status } = row;
    const above = row.requirement?.requirement;
    const slot = { proof: proof.id, scenario: scenario.id, ...(above ? { requirement: above.id } : {}) };
    const follow = this.#followed(row);
    const place = this.#placeOf(row);
    const threads = this.#threads.get(threadKey(slot));
    return {
      id: keyOf(slot),
      slot,
      chapter: above?.chapter ?? say(coreScenariosWord, this.#locale),
      domain: this.#domainOf(row),
      requirement: this.#textOf(above ?? scenario),
      scenario: this.#textOf(scenario),
      proof: { id: printedId(proof), text: shorten(expectation(proof, this.#locale), mostText) },
      status,
      statusLabel: say(statusWords[status], this.#locale),
      pieces: entry ? entry.value.facts.evidence.map((item) => this.#piece(item, entry)) : [],
      follow,
      ...(this.#requested.has(proof.id) ? { requested: true } : {}),
      ...(this.#late.has(proofKey(scenario.id, proof.id)) ? { late: true } : {}),
      ...(threads === undefined ? {} : { threads: say(threadWords.openCount, this.#locale, { count: threads }) }),
      ...(place ? { place } : {}),
    };
  }

  #followed({ requirement, written, proof, entry }: RowSlot): TableRow['follow'] {
    const id = entry?.value.facts.id.value ?? proof.id;
    return followed(followUpsOf(id, written?.value.facts, requirementFollowUp(requirement)));
  }

  /** Where it is written, else what it would be written under. */
  #placeOf({ requirement, written, entry }: RowSlot): ViewPlace | undefined {
    if (entry) return this.#places.at(entry.uri, entry.base, entry.value.facts.id.range);
    const [own] = requirement?.entries ?? [];
    const above = written ?? own;
    if (above) return this.#places.at(above.uri, above.base, above.value.facts.id.range);
    const section = requirement ? 'exigences' : 'scenarios';
    if (!this.#sections.has(section)) this.#sections.set(section, this.#places.section(section));
    return this.#sections.get(section);
  }

  #domainOf({ requirement, scenario }: RowSlot): string {
    const { index } = this.#analysis.context;
    const covered = requirement ? [requirement.requirement] : (index?.requirementsCoveredBy(scenario) ?? []);
    const domains = [...new Set(covered.map(({ domain }) => this.#domains.get(domain) ?? domain))];
    // A scenario that crosses domains is of none of them.
    return domains.length === 1 ? (domains[0] ?? '') : '';
  }

  #textOf(entry: Requirement | Scenario): TableRow['requirement'] {
    let text = this.#texts.get(entry);
    if (!text) {
      const said =
        'steps' in entry ? (entry.name ?? entry.text ?? entry.steps[0]?.text) : (entry.text ?? entry.fonction);
      text = { id: printedId(entry), text: shorten(said ?? '', mostText) };
      this.#texts.set(entry, text);
    }
    return text;
  }

  #piece(item: EvidenceItem, { uri, base }: Entry<ResolvedProof>): TablePiece {
    const written = evidencePath(item)?.value;
    const path = written === undefined ? undefined : safePiecePath(written);
    const file = path === undefined ? undefined : this.#analysis.evidenceFile(path);
    const isThere = path !== undefined && file?.state === 'file';
    const at = path === undefined ? undefined : pieceUri(this.#analysis.dossier, path);
    const examined = examinedFileWords(file, this.#locale);
    const place = this.#places.at(uri, base, item.range);
    const { date, version, comment, internalNote, review } = item;
    return {
      kind: kindOf(item),
      label: evidenceName(item),
      ...(isThere && at !== undefined ? { uri: at } : {}),
      ...(isThere && shownPictures.has(extensionOf(path)) ? { isPicture: true } : {}),
      ...(date ? { date: date.value } : {}),
      ...(version ? { version: version.value } : {}),
      ...(comment ? { comment: comment.value } : {}),
      ...(internalNote ? { note: internalNote.value } : {}),
      ...(review ? { review: reviewOf(review) } : {}),
      ...(examined === undefined ? {} : { examined }),
      ...(place ? { place } : {}),
    };
  }
}

/** Pictures that a browser shows. */
const shownPictures: ReadonlySet<string> = new Set(
  evidenceFamilies.image.extensions.filter((one) => !['tif', 'tiff', 'heic'].includes(one)),
);

function requirementFollowUp(requirement: RequirementCompliance | undefined): FollowUpFacts | undefined {
  return requirement?.entries[0]?.value.facts.followUp;
}

/** What a piece is, by what is written of it. */
export function kindOf({ file, link, execution, declaration }: EvidenceItem): TablePiece['kind'] {
  if (file) return 'file';
  if (link) return 'link';
  if (execution) return 'execution';
  return declaration ? 'declaration' : 'unknown';
}

/** Who judged a piece, as written. */
export function reviewOf({ by, on, opinion }: ReviewFacts): NonNullable<TablePiece['review']> {
  return {
    ...(by ? { by: by.value } : {}),
    ...(on ? { on: on.value } : {}),
    ...(opinion ? { verdict: opinion.value } : {}),
  };
}
