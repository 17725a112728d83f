import type { TablePiece, TableRow } from '../../../protocol/requests/table';
import type { ViewPlace } from '../../../protocol/view-place';
import { keyOf } from '../../core/attach/slots';
import type { ExpectedProof, Requirement, Scenario } from '../../core/catalogue/catalogue';
import { evidenceFamilies } from '../../core/catalogue/evidence-families';
import { printedId } from '../../core/catalogue/printed-id';
import type { Entry, ResolvedProof, ResolvedRequirement, ResolvedScenario } from '../../core/dossier/dossier';
import type { Analysis } from '../../core/engine/analyse';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import { examinedFileWords } from '../../core/evidence/examined-words';
import { safePiecePath } from '../../core/evidence/evidence-path';
import { extensionOf } from '../../core/evidence/file-extension';
import { openRequests } from '../../core/instruction/open-requests';
import { evidencePath, type EvidenceItem, type ReviewFacts } from '../../core/manifest/facts';
import type { FollowUpFacts } from '../../core/manifest/follow-up-facts';
import { say, type Locale } from '../../core/messages/say';
import type { RequirementCompliance } from '../../core/status/compliance';
import { followed, followUpsOf } from '../../core/status/follow-up';
import { statusWords } from '../../core/status/status-words';
import { shorten } from '../../core/text/shorten';
import { proofKey } from '../../core/status/effect-map';
import { lateSlots } from '../../core/status/owed-tasks';
import { threadKey } from '../../core/threads/place-threads';
import { openThreads } from '../../core/threads/thread-tally';
import { threadWords } from '../../core/threads/thread-words';
import { pieceUri } from '../../core/dossier/piece-uri';
import type { TableContext } from './table-context';
import { coreScenariosWord } from '../compliance/groups';
import type { Places } from '../compliance/places';
import { evidenceName } from '../document-symbols';
import { expectation } from '../hover/describe';
import type { RowSlot } from './row-slots';

/** Longest text of a cell that the catalogue fills. */
const mostText = 500;

/** Puts rows into words. */
export class RowMaker {
  readonly #analysis: Analysis;
  readonly #locale: Locale;
  readonly #places: Places;
  readonly #requested: ReadonlySet<string>;
  readonly #late: ReadonlySet<string>;
  readonly #threads: ReadonlyMap<string, number>;
  readonly #domains: ReadonlyMap<string, string>;
  readonly #texts = new Map<Requirement | Scenario, TableRow['requirement']>();
  readonly #sections = new Map<'exigences' | 'scenarios', ViewPlace>();

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

  /** What a row rests on, to be told by identity; beside what is the same for all rows of a dossier. */
  basisOf({ requirement, scenario, written, proof, entry, status }: RowSlot): readonly unknown[] {
    const evidence = entry?.value.facts.evidence ?? [];
    return [
      requirement?.requirement,
      requirement?.entries[0]?.value,
      scenario,
      written?.value,
      proof,
      entry?.value,
      status,
      this.#requested.has(proof.id),
      this.#late.has(proofKey(scenario.id, proof.id)),
      this.#threads.get(threadKey(slotOf(requirement, scenario, proof))),
      ...evidence.map((item) => this.#fileOf(item).file),
    ];
  }

  /** What the places of a row are relative to: they move with its first position. */
  anchorOf(row: RowSlot): ViewPlace {
    const above = writtenAbove(row);
    return above ? this.#places.at(above.uri, above.base, { start: 0, end: 0 }) : this.#placeOf(row);
  }

  row(row: RowSlot): Omit<TableRow, 'findings'> {
    const { scenario, proof, entry, status } = row;
    const above = row.requirement?.requirement;
    const slot = slotOf(row.requirement, scenario, proof);
    const threads = this.#threads.get(threadKey(slot));
    const follow = this.#followed(row);
    const place = this.#placeOf(row);
    const conformity = row.written?.value.facts.conformity?.text?.value;
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
      ...(conformity === undefined ? {} : { conformity }),
      follow,
      ...(this.#requested.has(proof.id) ? { requested: true } : {}),
      ...(this.#late.has(proofKey(scenario.id, proof.id)) ? { late: true } : {}),
      ...(threads === undefined ? {} : { threads: say(threadWords.openCount, this.#locale, { count: threads }) }),
      place,
    };
  }

  #followed({ requirement, written, proof, entry }: RowSlot): TableRow['follow'] {
    const id = entry?.value.facts.id.value ?? proof.id;
    return followed(followUpsOf(id, written?.value.facts, requirementFollowUp(requirement)));
  }

  /** Where it is written, else what it would be written under. */
  #placeOf(row: RowSlot): ViewPlace {
    const above = writtenAbove(row);
    if (above) return this.#places.at(above.uri, above.base, above.value.facts.id.range);
    const { requirement } = row;
    const section = requirement ? 'exigences' : 'scenarios';
    const place = this.#sections.get(section) ?? this.#places.section(section);
    this.#sections.set(section, place);
    return place;
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
    const { path, file } = this.#fileOf(item);
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
      place,
    };
  }

  #fileOf(item: EvidenceItem): { readonly path?: string; readonly file?: EvidenceFile } {
    const written = evidencePath(item)?.value;
    const path = written === undefined ? undefined : safePiecePath(written);
    const file = path === undefined ? undefined : this.#analysis.evidenceFile(path);
    return { ...(path === undefined ? {} : { path }), ...(file ? { file } : {}) };
  }
}

function slotOf(
  requirement: RequirementCompliance | undefined,
  scenario: Scenario,
  proof: ExpectedProof,
): TableRow['slot'] & { readonly scenario: string } {
  const above = requirement?.requirement;
  return { proof: proof.id, scenario: scenario.id, ...(above ? { requirement: above.id } : {}) };
}

/** What is written of a proof, else of what it stands under. */
function writtenAbove({
  requirement,
  written,
  entry,
}: RowSlot): Entry<ResolvedProof | ResolvedScenario | ResolvedRequirement> | undefined {
  return entry ?? written ?? requirement?.entries[0];
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
