import type { Catalogue } from '../../catalogue/catalogue';
import type { Analysis } from '../../engine/analyse';
import type { Sentence } from '../../messages/say';
import type { ChapterCompliance, Compliance, ScenarioCompliance } from '../../status/compliance';
import { countOf, totalOf } from '../../status/status';
import { chaptersInScope, type Scope } from '../scope';
import { unexpectedEvidence } from '../unexpected-evidence';
import { bothSay, type Blocker } from './blocker';
import { headOf } from './places';

const messages = {
  noRequirement: {
    fr: 'Le catalogue de {dispositif} n’a aucune exigence : rien n’est à prouver. Importez le REM officiel.',
    en: 'The catalogue of {dispositif} has no requirement: there is nothing to prove. Import the official REM.',
  },
  noProof: {
    fr: 'Le catalogue de {dispositif} n’attend aucune preuve : rien n’est à prouver. Importez de nouveau le REM officiel.',
    en: 'The catalogue of {dispositif} expects no proof: there is nothing to prove. Import the official REM again.',
  },
  allSetAside: {
    fr: 'Aucune preuve n’est attendue de ce dossier : tout y est déclaré non applicable, ou pour d’autres profils. Vérifiez « profils » et les « non_applicable ».',
    en: 'No proof is expected of this dossier: all of it is declared not applicable, or for other profiles. Check “profils” and each “non_applicable”.',
  },
  chapters: {
    fr: 'Aucune preuve n’est attendue dans : {chapters}. Il n’y a rien à déposer ; choisissez d’autres chapitres.',
    en: 'No proof is expected in: {chapters}. There is nothing to file; choose other chapters.',
  },
} satisfies Record<string, Sentence>;

/**
 * A dossier that proves nothing is no dossier. Chapters that expect nothing are left out of a package instead, unless none
 * would be left; a package of answers holds what was asked for.
 */
export function nothingToProveBlockers(analysis: Analysis, state: Compliance, scope: Scope): Blocker[] {
  const { dossier } = analysis;
  if (scope.proofs || dossier.catalogue.kind !== 'loaded') return [];
  const head = headOf(dossier);
  const block = (message: Sentence): Blocker[] => [{ kind: 'nothingToProve', reason: { message }, ...head }];
  if (scope.chapters) {
    const chosen = chaptersInScope(state, scope);
    const empty = chaptersWithoutProof(analysis, state, scope);
    if (chosen.length === 0 || empty.length < chosen.length) return [];
    return block(bothSay(messages.chapters, { chapters: empty.join(' · ') }));
  }
  if (state.chapters.some(expectsProof) || state.coreScenarios.some(hasProof)) return [];
  const { catalogue } = dossier.catalogue;
  return block(bothSay(messages[causeOf(catalogue)], { dispositif: catalogue.dispositif.id }));
}

function causeOf({ requirements, coreScenarios }: Catalogue): keyof typeof messages {
  if (requirements.length === 0 && coreScenarios.length === 0) return 'noRequirement';
  const scenarios = [...requirements.flatMap((one) => one.scenarios), ...coreScenarios];
  return scenarios.some(({ proofs }) => proofs.length > 0) ? 'allSetAside' : 'noProof';
}

function expectsProof({ requirements }: ChapterCompliance): boolean {
  return requirements.some((one) => one.counts.toProvide > 0 || one.scenarios.some(hasProof));
}

/** Whether a proof is there or owed. What is only to review as a whole is none. */
function hasProof({ counts, proofs }: ScenarioCompliance): boolean {
  return counts.toProvide > 0 || proofs.some(({ status }) => totalOf(countOf(status)) > 0);
}

/** Names of the chosen chapters of which no proof is expected, by the catalogue or by what is written. */
export function chaptersWithoutProof(analysis: Analysis, state: Compliance, scope: Scope): string[] {
  if (scope.proofs) return [];
  const covering = new Set(state.coreScenarios.filter(hasProof).map(({ scenario }) => scenario));
  const { filed, statements } = unexpectedEvidence(analysis, scope);
  const written = new Set([...filed, ...statements].map(({ chapter }) => chapter));
  const expects = (chapter: ChapterCompliance): boolean =>
    expectsProof(chapter) ||
    written.has(chapter.name) ||
    chapter.requirements.some(
      ({ entries, coveredBy }) =>
        coveredBy.some((scenario) => covering.has(scenario)) ||
        // What is declared not applicable is answered, by a statement.
        entries.some(
          ({ value }) =>
            value.facts.notApplicable !== undefined ||
            value.scenarios.some(({ facts }) => facts.notApplicable !== undefined),
        ),
    );
  return chaptersInScope(state, scope)
    .filter((chapter) => !expects(chapter))
    .map(({ name }) => name);
}
