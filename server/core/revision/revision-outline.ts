import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import { say, type Locale, type Sentence, type SentenceArguments } from '../messages/say';
import { matchedByWords, revisionWords as words } from './revision-words';
import type {
  CatalogueRevision,
  Change,
  ListChange,
  ProofRevision,
  RequirementRevision,
  ScenarioRevision,
  ScenarioRevisions,
} from './revision';
import { wordDiff, type WordPart } from './word-diff';

/** A revision in words, whatever it is then written as. */
export interface RevisionOutline {
  readonly title: string;
  /** Figures, one each. */
  readonly summary: readonly string[];
  readonly sections: readonly { readonly title: string; readonly items: readonly OutlineItem[] }[];
}

export interface OutlineItem {
  /** Id, name of a chapter. */
  readonly title: string;
  readonly lines: readonly OutlineLine[];
}

export interface OutlineLine {
  /** 0 for the item's own lines. */
  readonly depth: number;
  readonly label: string;
  /** Follows the label. */
  readonly words?: readonly WordPart[];
}

export function revisionOutline(revision: CatalogueRevision, locale: Locale): RevisionOutline {
  return new OutlineWriter(locale).outline(revision);
}

/** `MDV-LGC-Va2 (2026-06-08)`. */
export function catalogueLabel({ dispositif, version, date }: Catalogue): string {
  const details = [version, date].filter((part, index, all) => part !== undefined && all.indexOf(part) === index);
  return details.length === 0 ? dispositif.id : `${dispositif.id} (${details.join(', ')})`;
}

class OutlineWriter {
  constructor(readonly locale: Locale) {}

  outline(revision: CatalogueRevision): RevisionOutline {
    const { requirements, coreScenarios } = revision;
    const changed = requirements.kept.filter((one) => one.changed);
    const sections = [
      { title: this.#say(words.chapters), items: this.#chapters(revision) },
      { title: this.#say(words.added), items: requirements.added.map((one) => this.#whole(one, 'added')) },
      { title: this.#say(words.removed), items: requirements.removed.map((one) => this.#whole(one, 'removed')) },
      { title: this.#say(words.changed), items: changed.map((one) => this.#requirement(one)) },
      { title: this.#say(words.core), items: this.#core(coreScenarios) },
    ].filter(({ items }) => items.length > 0);
    const names = { before: catalogueLabel(revision.before), after: catalogueLabel(revision.after) };
    return { title: this.#say(words.title, names), summary: this.#summary(revision, changed), sections };
  }

  #summary({ requirements, coreScenarios }: CatalogueRevision, changed: readonly RequirementRevision[]): string[] {
    const of = (is: (one: RequirementRevision) => boolean) => changed.filter(is).length;
    const inScenarios = (one: RequirementRevision) => anyScenario(one.scenarios);
    const core = changedScenarios(coreScenarios);
    const probable = of((one) => one.by === 'text');
    const counts: [Sentence, number][] = [
      [words.countAdded, requirements.added.length],
      [words.countRemoved, requirements.removed.length],
      [words.countRenumbered, of((one) => one.renumbered)],
      [words.countProbable, probable],
      [words.countMoved, of((one) => one.chapter !== undefined)],
      [words.countText, of((one) => one.text !== undefined)],
      [words.countNature, of((one) => one.nature !== undefined)],
      [words.countProfiles, of((one) => one.profiles !== undefined)],
      [words.countScenarios, of(inScenarios)],
      [words.countCore, core],
      [words.countSame, requirements.kept.length - changed.length],
    ];
    const said = counts.filter(([, count]) => count > 0).map(([sentence, count]) => this.#say(sentence, { count }));
    const same = requirements.added.length + requirements.removed.length + changed.length + core === 0;
    return same ? [this.#say(words.nothing), ...said] : said;
  }

  #chapters({ chapters }: CatalogueRevision): OutlineItem[] {
    const item = (sentence: Sentence, args: SentenceArguments) => ({ title: this.#say(sentence, args), lines: [] });
    return [
      ...[...chapters.renamed].map(([from, to]) => item(words.chapterRenamed, { from, to })),
      ...chapters.added.map((name) => item(words.chapterAdded, { name })),
      ...chapters.removed.map((name) => item(words.chapterRemoved, { name })),
    ];
  }

  #whole({ id, chapter, text }: Requirement, kind: 'added' | 'removed'): OutlineItem {
    const lines = text === undefined ? [] : [{ depth: 0, label: '', words: [{ kind, text: text.trim() }] }];
    return { title: `${id} · ${chapter}`, lines };
  }

  #requirement(one: RequirementRevision): OutlineItem {
    return {
      title: one.after.id,
      lines: [
        ...this.#renumbered(one, 0),
        ...this.#change(words.chapter, one.chapter, 0),
        ...this.#change(words.nature, one.nature, 0),
        ...this.#change(words.criticality, one.criticality, 0),
        ...this.#list(words.profiles, one.profiles, 0),
        ...this.#texts(words.text, one.text, 0),
        ...this.#scenarios(one.scenarios, 0),
      ],
    };
  }

  #core(revisions: ScenarioRevisions): OutlineItem[] {
    const item = (sentence: Sentence, scenario: Scenario, kind: 'added' | 'removed') => ({
      title: this.#say(sentence, { id: scenario.id }),
      lines: scenario.proofs.map((proof) => this.#proofWhole(proof, kind, 0)),
    });
    return [
      ...revisions.added.map((scenario) => item(words.scenarioAdded, scenario, 'added')),
      ...revisions.removed.map((scenario) => item(words.scenarioRemoved, scenario, 'removed')),
      ...revisions.kept
        .filter((one) => one.changed)
        .map((one) => ({ title: one.after.id, lines: this.#scenarioLines(one, 0) })),
    ];
  }

  #scenarios(revisions: ScenarioRevisions, depth: number): OutlineLine[] {
    const label = (sentence: Sentence, { id }: Scenario) => ({ depth, label: this.#say(sentence, { id }) });
    return [
      ...revisions.removed.map((scenario) => label(words.scenarioRemoved, scenario)),
      ...revisions.added.flatMap((scenario) => [
        label(words.scenarioAdded, scenario),
        ...scenario.proofs.map((proof) => this.#proofWhole(proof, 'added', depth + 1)),
      ]),
      ...revisions.kept
        .filter((one) => one.changed)
        .flatMap((one) => [label(words.scenario, one.after), ...this.#scenarioLines(one, depth + 1)]),
    ];
  }

  #scenarioLines(one: ScenarioRevision, depth: number): OutlineLine[] {
    const yesNo = one.mandatory && {
      from: this.#say(one.mandatory.from === true ? words.yes : words.no),
      to: this.#say(one.mandatory.to === true ? words.yes : words.no),
    };
    return [
      ...this.#renumbered(one, depth),
      ...this.#change(words.mode, one.mode, depth),
      ...this.#change(words.mandatory, yesNo, depth),
      ...this.#list(words.profiles, one.profiles, depth),
      ...this.#list(words.covers, one.covers, depth),
      ...this.#texts(words.text, one.text, depth),
      ...one.proofs.removed.map((proof) => this.#proofWhole(proof, 'removed', depth)),
      ...one.proofs.added.map((proof) => this.#proofWhole(proof, 'added', depth)),
      ...one.proofs.kept.filter((proof) => proof.changed).flatMap((proof) => this.#proof(proof, depth)),
    ];
  }

  #proof(one: ProofRevision, depth: number): OutlineLine[] {
    return [
      { depth, label: this.#say(words.proof, { id: one.after.id }) },
      ...this.#renumbered(one, depth + 1),
      ...this.#change(words.case, one.case, depth + 1),
      ...this.#list(words.types, one.types, depth + 1),
      ...this.#list(words.testCases, one.testCases, depth + 1),
      ...this.#texts(words.condition, one.condition, depth + 1),
      ...this.#texts(words.expected, one.expected, depth + 1),
    ];
  }

  #proofWhole({ id, expected }: ExpectedProof, kind: 'added' | 'removed', depth: number): OutlineLine {
    const sentence = kind === 'added' ? words.proofAdded : words.proofRemoved;
    return { depth, label: this.#say(sentence, { id }), words: [{ kind, text: expected.trim() }] };
  }

  #renumbered(
    one: Pick<RequirementRevision, 'by' | 'renumbered'> & { before: { id: string }; after: { id: string } },
    depth: number,
  ): OutlineLine[] {
    if (!one.renumbered) return [];
    const args = { from: one.before.id, to: one.after.id, by: this.#say(matchedByWords[one.by]) };
    return [{ depth, label: this.#say(words.renumbered, args) }];
  }

  #change(sentence: Sentence, change: Change<string> | undefined, depth: number): OutlineLine[] {
    if (!change) return [];
    const none = this.#say(words.none);
    return [{ depth, label: this.#say(sentence, { from: change.from ?? none, to: change.to ?? none }) }];
  }

  #list(sentence: Sentence, change: ListChange | undefined, depth: number): OutlineLine[] {
    if (!change) return [];
    const list = [...change.removed.map((one) => `− ${one}`), ...change.added.map((one) => `+ ${one}`)].join(', ');
    return [{ depth, label: this.#say(sentence, { list }) }];
  }

  #texts(label: Sentence, change: Change<string> | undefined, depth: number): OutlineLine[] {
    return change ? [{ depth, label: this.#say(label), words: wordDiff(change.from ?? '', change.to ?? '') }] : [];
  }

  #say(sentence: Sentence, args?: SentenceArguments): string {
    return say(sentence, this.locale, args);
  }
}

function anyScenario(revisions: ScenarioRevisions): boolean {
  return changedScenarios(revisions) > 0;
}

function changedScenarios({ added, removed, kept }: ScenarioRevisions): number {
  return added.length + removed.length + kept.filter((one) => one.changed).length;
}
