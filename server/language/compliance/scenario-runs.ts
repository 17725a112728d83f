import type { ScenarioMessage, ScenarioOutcome, ScenarioRun } from '../../../protocol/requests/scenario-runs';
import type { Analysis } from '../../core/engine/analyse';
import type { FindingWords } from '../../core/engine/render-finding';
import { evidencePath, type EvidenceItem } from '../../core/manifest/facts';
import { examinedOf } from '../../core/evidence/examined';
import { examinedWords } from '../../core/evidence/examined-words';
import { safePiecePath } from '../../core/evidence/evidence-path';
import type { Finding } from '../../core/findings/finding';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import type { RequirementCompliance, ScenarioCompliance } from '../../core/status/compliance';
import { isUncounted } from '../../core/status/status';
import { standing } from '../code-lens';
import { evidenceName } from '../document-symbols';
import type { Places } from './places';

const words = {
  unread: {
    fr: '{count, plural, one {# pièce non lue en entier} other {# pièces non lues en entier}}',
    en: '{count, plural, one {# piece not read to its end} other {# pieces not read to their end}}',
  },
  partly: { fr: '{piece} : {extent}', en: '{piece}: {extent}' },
  noFile: {
    fr: '{piece} : non lue, ce n’est pas un fichier du dossier',
    en: '{piece}: not read, it is no file of the dossier',
  },
  unlooked: {
    fr: '{piece} : non lue, elle n’a pas été ouverte',
    en: '{piece}: not read, it was not opened',
  },
  notThere: {
    fr: '{piece} : non lue, le fichier n’est pas lisible',
    en: '{piece}: not read, the file is not readable',
  },
  accepted: {
    fr: 'Constat écarté par l’équipe (« {reason} ») : {message}',
    en: 'Finding set aside by the team (“{reason}”): {message}',
  },
  muted: {
    fr: 'Constat que la configuration de l’équipe tait : {message}',
    en: 'Finding that the team’s configuration silences: {message}',
  },
} satisfies Record<string, Sentence>;

export interface ScenarioRunContext {
  readonly locale: Locale;
  readonly words: FindingWords;
  readonly places: Places;
}

interface Subject {
  readonly state: ScenarioCompliance;
  readonly requirement?: RequirementCompliance;
}

/** A cited piece and whether it was read to its end. */
interface Piece {
  readonly isKnown: boolean;
  /** Why it was not; undefined for one that was. */
  readonly note?: string;
}

/** Scenarios of a dossier as tests, whose run verifies what the dossier gives for them. */
export class ScenarioRuns {
  readonly #subjects = new Map<string, Subject>();

  constructor(
    readonly analysis: Analysis,
    readonly context: ScenarioRunContext,
  ) {
    const compliance = analysis.compliance();
    for (const chapter of compliance?.chapters ?? [])
      for (const requirement of chapter.requirements)
        for (const state of requirement.scenarios) this.#subjects.set(state.scenario.id, { state, requirement });
    for (const state of compliance?.coreScenarios ?? []) this.#subjects.set(state.scenario.id, { state });
  }

  /** The paths that these scenarios cite, as they are written. */
  paths(scenarios: readonly string[]): string[] {
    const items = scenarios.flatMap((id) => itemsOf(this.#subjects.get(id)));
    return [...new Set(items.flatMap((item) => evidencePath(item)?.value ?? []))];
  }

  /** Undefined for a scenario that the catalogue of the dossier does not know. */
  of(scenario: string): ScenarioRun | undefined {
    const subject = this.#subjects.get(scenario);
    if (!subject) return undefined;
    const { locale } = this.context;
    const { status, counts } = subject.state;
    const items = itemsOf(subject);
    const pieces = items.map((item) => this.#piece(item));
    const unread = pieces.flatMap(({ note }) => note ?? []);
    const about = this.analysis.findings.filter((finding) => isAbout(finding, subject));
    const against = about.filter(({ severity, effect }) => severity === 'error' || effect !== undefined);
    const stands = standing(status, counts, locale);
    const outcome = outcomeOf(subject, { against, items, pieces });
    return {
      scenario,
      outcome,
      standing: stands,
      messages: outcome === 'failed' ? this.#messages(against, subject, stands) : [],
      unread: unread.length,
      ...(unread.length === 0 ? {} : { unreadSummary: say(words.unread, locale, { count: unread.length }) }),
      notes: [...unread, ...this.#setAside(subject)],
    };
  }

  #messages(against: readonly Finding[], { state, requirement }: Subject, stands: string): ScenarioMessage[] {
    const { places } = this.context;
    const found = against.map((finding) => {
      const { severity, rule } = finding;
      const place = places.at(finding.uri, 0, finding.range);
      return { text: this.#text(finding), severity, rule, place };
    });
    if (found.length > 0 && !(state.counts.toProvide > 0)) return found;
    // What is missing is found at no place: it is told where the scenario stands, or would.
    const entry = state.entry ?? requirement?.entries[0];
    const place = entry && places.at(entry.uri, entry.base, entry.value.facts.id.range);
    return [...found, { text: `${state.scenario.id} · ${stands}`, ...(place ? { place } : {}) }];
  }

  #setAside(subject: Subject): string[] {
    const { accepted, muted } = this.analysis;
    const { locale } = this.context;
    return [
      ...accepted
        .filter(({ finding, stands }) => stands && isAbout(finding, subject))
        .map(({ finding, reason }) => say(words.accepted, locale, { reason, message: this.#text(finding) })),
      ...muted
        .filter(({ finding }) => isAbout(finding, subject))
        .map(({ finding }) => say(words.muted, locale, { message: this.#text(finding) })),
    ];
  }

  #text(finding: Finding): string {
    return this.context.words.message(finding, this.context.locale);
  }

  #piece(item: EvidenceItem): Piece {
    const { locale } = this.context;
    const piece = evidenceName(item);
    const written = evidencePath(item)?.value;
    if (written === undefined) return { isKnown: true, note: say(words.noFile, locale, { piece }) };
    const path = safePiecePath(written);
    const file = path === undefined ? undefined : this.analysis.evidenceFile(path);
    if (file && file.state !== 'file') return { isKnown: true, note: say(words.notThere, locale, { piece }) };
    const examined = file && examinedOf(file);
    if (!examined) return { isKnown: false, note: say(words.unlooked, locale, { piece }) };
    if (examined.extent === 'whole') return { isKnown: true };
    return { isKnown: true, note: say(words.partly, locale, { piece, extent: examinedWords(examined, locale) }) };
  }
}

function outcomeOf(
  { state: { status, counts } }: Subject,
  {
    against,
    items,
    pieces,
  }: {
    readonly against: readonly Finding[];
    readonly items: readonly EvidenceItem[];
    readonly pieces: readonly Piece[];
  },
): ScenarioOutcome {
  if (against.some(({ severity }) => severity === 'error')) return 'failed';
  if (isUncounted(status)) return 'skipped';
  if (status === 'toProvide' && items.length === 0 && counts.provided === 0) return 'skipped';
  if (status !== 'provided' || against.length > 0) return 'failed';
  // What nobody has looked at holds nothing: it is no success, and no fault either.
  return pieces.every(({ isKnown }) => isKnown) ? 'passed' : 'skipped';
}

function itemsOf(subject: Subject | undefined): readonly EvidenceItem[] {
  return subject?.state.proofs.flatMap(({ entry }) => entry?.value.facts.evidence ?? []) ?? [];
}

/** Whether a finding is about the scenario, or about all of its requirement: by its ids, else by its place. */
function isAbout({ uri, range, target }: Finding, { state, requirement }: Subject): boolean {
  const { scenario, entry } = state;
  if (target?.scenario !== undefined) return target.scenario === scenario.id;
  const covers = (one: typeof entry | RequirementCompliance['entries'][number]): boolean =>
    one !== undefined &&
    one.uri === uri &&
    one.base + one.value.facts.range.start <= range.start &&
    range.end <= one.base + one.value.facts.range.end;
  if (covers(entry)) return true;
  if (!requirement) return false;
  const id = requirement.requirement.id;
  const isOfRequirement =
    target?.requirement === id ||
    (target?.requirements ?? []).includes(id) ||
    requirement.entries.some((one) => covers(one));
  // What stands in one of its other scenarios is about that one.
  return isOfRequirement && !requirement.scenarios.some((other) => other !== state && covers(other.entry));
}
