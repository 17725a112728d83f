import { fnv1a } from '../catalogue/fingerprint';
import type { CoreDraft, ProofDraft, RequirementDraft, ScenarioDraft } from './drafts';
import type { Doubts, Place } from './import-report';
import { foldedId, keysOf, type Namesake } from './namesakes';
import { freeId, withoutBasePrefix } from './requirement-id';

/** Under which id an entry stands in the catalogue. */
export interface EntryKey {
  readonly id: string;
  /** As the workbook prints it, where that is another: several entries share it. */
  readonly printedId?: string;
  /** The workbook prints none. */
  readonly derived?: true;
}

/** A longer one is no id, but a text that stands in the column of ids. The catalogue takes 200 characters, key included. */
const longestId = 120;

type Draft = RequirementDraft | CoreDraft | ScenarioDraft | ProofDraft;

/** An entry with what tells it from its namesakes. */
interface Candidate extends Omit<Namesake, 'printed'> {
  readonly draft: Draft;
  readonly place: Place;
  readonly printed: string | undefined;
  /** Id that a made one begins with, and the number it begins to look at. */
  readonly parent: string;
  readonly from: number;
}

/** Gives every entry of a workbook its id in the catalogue: different ones, which do not depend on the order of the rows. */
export class EntryKeys {
  readonly #keys = new Map<Draft, EntryKey>();

  /**
   * @param requirements each once
   * @param core likewise
   * @param doubts told of each id that is printed for several entries
   */
  constructor(
    requirements: readonly RequirementDraft[],
    core: readonly CoreDraft[],
    readonly doubts: Doubts,
  ) {
    this.#assign(requirements.map(requirementCandidate));
    const owned = requirements.flatMap((requirement) => {
      const parent = this.of(requirement);
      return requirement.scenarios.map((scenario, i) => scenarioCandidate(scenario, i, requirement, parent));
    });
    this.#assign([...owned, ...core.map(coreCandidate)]);
    const proofs = [
      ...requirements.flatMap((requirement) =>
        requirement.scenarios.flatMap((scenario) => {
          const place = [profilesWord(requirement), chapterWord(requirement)];
          return this.#proofs(scenario, place);
        }),
      ),
      ...core.flatMap((scenario) => this.#proofs(scenario, [profilesWord(scenario), ''])),
    ];
    this.#assign(proofs);
  }

  of(draft: Draft): EntryKey {
    const key = this.#keys.get(draft);
    if (key === undefined) throw new Error('a draft that was not given a key');
    return key;
  }

  #proofs(scenario: ScenarioDraft | CoreDraft, place: readonly string[]): Candidate[] {
    const { id } = this.of(scenario);
    return scenario.proofs.map((draft, i) => ({
      draft,
      place: draft.place,
      printed: draft.id,
      words: [...place, wordOf(this.of(scenario))],
      text: draft.expected,
      content: [id, draft.step ?? '', draft.expected].join('\n'),
      parent: draft.step ?? id,
      from: draft.index ?? i + 1,
    }));
  }

  #assign(candidates: readonly Candidate[]): void {
    const named = candidates.flatMap((one) => (one.printed === undefined ? [] : [{ ...one, printed: one.printed }]));
    const taken = new Set<string>();
    const keys = keysOf(named).map((key, i) => this.#cut(key, named[i]));
    const shared = new Map<string, { readonly key: string; readonly place: Place }[]>();
    named.forEach(({ draft, printed, place }, i) => {
      const key = keys[i] ?? printed;
      const isShared = key !== printed && printed.length <= longestId;
      this.#keys.set(draft, isShared ? { id: key, printedId: printed } : { id: key });
      taken.add(printed).add(key);
      if (!isShared) return;
      const folded = foldedId(printed);
      shared.set(folded, [...(shared.get(folded) ?? []), { key, place }]);
    });
    for (const entries of shared.values()) this.#tell(entries);
    for (const { draft, printed, parent, from } of candidates) {
      if (printed !== undefined) continue;
      const id = freeId(parent, from, taken);
      taken.add(id);
      this.#keys.set(draft, { id, derived: true });
    }
  }

  /** A cell that holds more than an id: its beginning, and what tells it from others that begin alike. */
  #cut(key: string, entry: { readonly printed: string; readonly place: Place } | undefined): string {
    if (entry === undefined || entry.printed.length <= longestId) return key;
    // Half a character is no text.
    const start = entry.printed
      .slice(0, longestId / 2)
      .replace(/[\ud800-\udbff]$/, '')
      .trim();
    const id = `${start}~${fnv1a(key).toString(16).padStart(8, '0')}`;
    this.doubts.add('identifiant-long', entry.place, entry.printed, { id });
    return id;
  }

  #tell(entries: readonly { readonly key: string; readonly place: Place }[]): void {
    const [first, ...others] = entries;
    if (!first) return;
    const keys = entries.map(({ key }) => key).join(', ');
    for (const { key, place } of others) {
      const id = key.slice(0, key.lastIndexOf('~'));
      const where =
        place.sheet === first.place.sheet ? String(first.place.row) : `${first.place.sheet}!${first.place.row}`;
      this.doubts.add('numero-en-double', place, id, { id, first: where, keys });
    }
  }
}

function requirementCandidate(draft: RequirementDraft): Candidate {
  const { id, values, profiles, scenarios, place } = draft;
  const text = values.get('text')?.text ?? '';
  return {
    draft,
    place,
    printed: id,
    words: [profilesWord({ profiles }), chapterWord(draft), ownScenarioWord(draft)],
    text,
    content: [
      text,
      values.get('nature')?.text ?? '',
      ...[...profiles].sort(),
      chapterWord(draft),
      ...scenarios.flatMap((one) => [one.id ?? '', one.text ?? '', ...one.proofs.map(({ id: of }) => of ?? '')]).sort(),
    ].join('\n'),
    parent: '',
    from: 1,
  };
}

function scenarioCandidate(draft: ScenarioDraft, at: number, above: RequirementDraft, parent: EntryKey): Candidate {
  return {
    draft,
    place: draft.place,
    printed: draft.id,
    words: [profilesWord(above), chapterWord(above), wordOf(parent)],
    text: draft.text ?? '',
    content: [parent.id, draft.text ?? ''].join('\n'),
    parent: withoutBasePrefix(parent.id),
    from: at + 1,
  };
}

function coreCandidate(draft: CoreDraft): Candidate {
  const { id, name, text, profiles, mandatory, steps, place } = draft;
  const asked = [text, ...steps.map((step) => step.text).sort()].join('\n');
  return {
    draft,
    place,
    printed: id,
    words: [profilesWord({ profiles }), '', name],
    text: asked,
    content: [name, asked, ...[...profiles].sort(), String(mandatory)].join('\n'),
    parent: '',
    from: 1,
  };
}

/** What tells an entry from others of its kind: what its key adds to the printed id, else the id. */
function wordOf({ id, printedId }: EntryKey): string {
  return printedId === undefined ? id : id.slice(printedId.length + 1);
}

function profilesWord({ profiles }: { readonly profiles: readonly string[] }): string {
  return [...profiles].sort().join(' ');
}

function chapterWord({ values }: RequirementDraft): string {
  return (values.get('chapter') ?? values.get('section') ?? values.get('sectionId'))?.text ?? '';
}

/** The first of its scenarios, without what their ids have of the requirement's own: `02`. */
function ownScenarioWord({ id, scenarios }: RequirementDraft): string {
  const [first = ''] = scenarios.flatMap((scenario) => scenario.id ?? []).sort();
  const parent = [id, withoutBasePrefix(id)].find((one) => first.startsWith(`${one}.`));
  return parent === undefined ? first : first.slice(parent.length + 1);
}
