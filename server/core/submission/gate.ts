import type { Analysis } from '../engine/analyse';
import type { Finding } from '../findings/finding';
import { pathFault } from '../evidence/evidence-path';
import { approvalPaths } from '../manifest/facts';
import type { Sentence } from '../messages/say';
import type { Compliance } from '../status/compliance';
import { approvalBlockers } from './gate/approvals';
import { blockerKinds, bothSay, type Blocker, type BlockerKind } from './gate/blocker';
import { identityBlockers } from './gate/identity';
import { chaptersWithoutProof, nothingToProveBlockers } from './gate/nothing-to-prove';
import { headOf } from './gate/places';
import { rowsByPlace } from './gate/rows-by-place';
import { setAsideBlockers } from './gate/set-aside';
import { statementBlockers } from './gate/statements';
import { statusBlockers } from './gate/statuses';
import { waivedFindings, type Waived } from './gate/waived';
import { concernsScope, type Scope } from './scope';
import { unexpectedEvidence, type UnexpectedProof } from './unexpected-evidence';

/** Whether something can be filed, and why not. */
export interface Filing {
  /** A final package may be made. */
  readonly isPossible: boolean;
  /** What stands in the way: errors in the order of the files, what the gate judges itself, then proofs. */
  readonly blockers: readonly Blocker[];
  /** Chapters of which no proof is expected: a package leaves them out, and says so. */
  readonly emptyChapters: readonly string[];
  /** Evidence that is written and would not be filed. */
  readonly leftOut: readonly UnexpectedProof[];
  /** Paths of the papers of approvals, as written: they are filed apart, and go into no package. */
  readonly approvalPapers: readonly string[];
  /** Findings that would matter here, had the team not set them aside. They stay in the house. */
  readonly waived: readonly Waived[];
}

const messages = {
  noCatalogue: {
    fr: 'Aucun catalogue ne peut être lu : ce qui est attendu n’est pas connu.',
    en: 'No catalogue can be read: what is expected is not known.',
  },
  unknownChapter: {
    fr: 'Le chapitre « {chapter} » n’existe pas dans le catalogue. Chapitres : {chapters}.',
    en: 'Chapter “{chapter}” does not exist in the catalogue. Chapters: {chapters}.',
  },
} satisfies Record<string, Sentence>;

/**
 * The one function that says whether a dossier, some of its chapters, or a package of answers can be filed. Status, tree,
 * report, command line and packages read it. A draft is made whatever it says.
 */
export function filingOf(analysis: Analysis, scope: Scope = {}): Filing {
  const state = analysis.compliance();
  const blockers = state ? blockersOf(analysis, state, scope) : [...withoutCatalogue(analysis)];
  return {
    isPossible: blockers.length === 0,
    blockers,
    emptyChapters: state ? chaptersWithoutProof(analysis, state, scope) : [],
    leftOut: unexpectedEvidence(analysis, scope).leftOut,
    approvalPapers: scope.proofs ? [] : approvalPapersOf(analysis),
    waived: waivedFindings(analysis, scope),
  };
}

function approvalPapersOf({ dossier: { main } }: Analysis): readonly string[] {
  const papers = main.parsed.approvals.flatMap(({ facts }) => approvalPaths(facts));
  return [...new Set(papers.map(({ value }) => value))].filter((path) => pathFault(path) === undefined);
}

/** How many blockers there are of each kind, in the order of the table; kinds without any are left out. */
export function countByKind(blockers: readonly Blocker[]): readonly (readonly [kind: BlockerKind, count: number])[] {
  return blockerKinds
    .map((kind) => [kind, blockers.filter((one) => one.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
}

function withoutCatalogue(analysis: Analysis): Blocker[] {
  const message = messages.noCatalogue;
  return [{ kind: 'scope', reason: { message }, ...headOf(analysis.dossier) }, ...identityBlockers(analysis)];
}

function blockersOf(analysis: Analysis, state: Compliance, scope: Scope): Blocker[] {
  const found = errorBlockers(analysis, state, scope);
  // What an error says at a place need not be said there again.
  const said = new Set(found.map(keyOf));
  const judged = [
    ...identityBlockers(analysis),
    ...nothingToProveBlockers(analysis, state, scope),
    ...setAsideBlockers(analysis, state, scope),
    ...statementBlockers(analysis, state, scope),
    ...approvalBlockers(analysis, scope),
  ].filter((one) => !said.has(keyOf(one)));
  const aside = [...found, ...judged].filter(({ kind }) => kind === 'setAside');
  const justified = new Set(aside.flatMap(({ about }) => (about === undefined ? [] : [about])));
  const statuses = statusBlockers(analysis, state, scope, justified);
  return [...unknownChapters(analysis, state, scope), ...found, ...judged, ...statuses];
}

function keyOf({ kind, uri, range }: Blocker): string {
  return `${kind}\n${uri}\n${range.start}`;
}

function unknownChapters(analysis: Analysis, state: Compliance, { chapters = [] }: Scope): Blocker[] {
  const names = state.chapters.map(({ name }) => name);
  return chapters
    .filter((chapter) => !names.includes(chapter))
    .map((chapter) => ({
      kind: 'scope',
      reason: { message: bothSay(messages.unknownChapter, { chapter, chapters: names.join(' · ') }) },
      ...headOf(analysis.dossier),
    }));
}

/** Findings at error level, each in the row of what it stands at. */
function errorBlockers(analysis: Analysis, state: Compliance, scope: Scope): Blocker[] {
  const isConcerned = concernsScope(state, scope);
  const rowOf = rowsByPlace(analysis.dossier);
  return analysis.findings
    .filter(({ severity, target }) => severity === 'error' && isConcerned(target))
    .map((finding): Blocker => {
      const { uri, range, target } = finding;
      const about = aboutOf(finding);
      const kind = rowOf({ uri, range }, target?.proof !== undefined);
      return { kind, reason: { finding }, uri, range, ...(about === undefined ? {} : { about }) };
    });
}

function aboutOf({ target }: Finding): string | undefined {
  return target?.proof ?? target?.scenario ?? target?.requirement;
}
