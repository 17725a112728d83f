import { say, type Locale, type Sentence } from '../messages/say';
import type { AdjustmentsFile, ProofAdjustment, ProofPart } from './adjustments-file';
import type { Catalogue, ExpectedProof, Requirement, Scenario } from './catalogue';
import { closestIds } from './closest-ids';
import { compact } from './compact';
import { evidenceType, evidenceTypes } from './evidence-types';

export interface AdjustedCatalogue {
  readonly catalogue: Catalogue;
  /** What the overlay says that has no effect, in words. */
  readonly remarks: readonly Sentence[];
}

const messages = {
  unknownProof: {
    fr: 'La preuve « {id} » n’est pas dans le REM : son ajustement est sans effet.{hint}',
    en: 'Proof “{id}” is not in the REM: its adjustment has no effect.{hint}',
  },
  unknownRequirement: {
    fr: 'L’exigence « {id} » n’est pas dans le REM : son ajustement est sans effet.{hint}',
    en: 'Requirement “{id}” is not in the REM: its adjustment has no effect.{hint}',
  },
  unknownType: {
    fr: 'Le type de pièce « {id} » n’est pas connu : toute pièce est admise à sa place.{hint}',
    en: 'Kind of evidence “{id}” is not known: any evidence is accepted in its place.{hint}',
  },
  idTaken: {
    fr: 'La preuve « {id} » existe déjà : elle n’est pas ajoutée une seconde fois, et la preuve « {of} » n’est pas séparée.',
    en: 'Proof “{id}” exists already: it is not added a second time, and proof “{of}” is not split.',
  },
  quoted: { fr: '« {id} »', en: '“{id}”' },
  hint: { fr: ' Vouliez-vous dire {ids} ?', en: ' Did you mean {ids}?' },
} satisfies Record<string, Sentence>;

const ofOptional: Sentence = { fr: 'Facultative (ajustement)', en: 'Optional (overlay)' };

/**
 * A catalogue with what the team said of it. Fingerprints stay: they are those of the words of the REM, which an overlay
 * does not change.
 */
export function applyAdjustments(catalogue: Catalogue, adjustments: AdjustmentsFile): AdjustedCatalogue {
  const proofs = new Map(Object.entries(adjustments.preuves ?? {}));
  const requirements = new Map(Object.entries(adjustments.exigences ?? {}));
  const proofIds = new Set(scenariosOf(catalogue).flatMap((scenario) => scenario.proofs.map(({ id }) => id)));
  const requirementIds = catalogue.requirements.map(({ id }) => id);
  const remarks: Sentence[] = [];
  const tell = (sentence: Sentence, id: string, known: Iterable<string>) => {
    const near = closestIds(id, known);
    const hint = (locale: Locale): string => {
      const ids = near.map((one) => say(messages.quoted, locale, { id: one })).join(', ');
      return ids === '' ? '' : say(messages.hint, locale, { ids });
    };
    remarks.push({
      fr: say(sentence, 'fr', { id, hint: hint('fr') }),
      en: say(sentence, 'en', { id, hint: hint('en') }),
    });
  };
  for (const id of proofs.keys()) if (!proofIds.has(id)) tell(messages.unknownProof, id, proofIds);
  for (const id of requirements.keys())
    if (!requirementIds.includes(id)) tell(messages.unknownRequirement, id, requirementIds);
  const types = [...proofs.values()].flatMap(({ types: own, preuves }) => [
    own,
    ...(preuves ?? []).map((part) => part.types),
  ]);
  for (const type of new Set(types.flatMap((one) => one ?? [])))
    if (evidenceType(type) === undefined)
      tell(
        messages.unknownType,
        type,
        evidenceTypes.map(({ id }) => id),
      );

  const split = (proof: ExpectedProof): ExpectedProof[] => {
    const adjustment = proofs.get(proof.id);
    if (adjustment === undefined) return [proof];
    const adjusted = adjustedProof(proof, adjustment);
    const parts = adjustment.preuves;
    if (parts === undefined) return [adjusted];
    const taken = parts.find(
      ({ id }, at) => (id !== proof.id && proofIds.has(id)) || parts.some((one, other) => other < at && one.id === id),
    );
    if (taken !== undefined) {
      const args = { id: taken.id, of: proof.id };
      remarks.push({ fr: say(messages.idTaken, 'fr', args), en: say(messages.idTaken, 'en', args) });
      return [adjusted];
    }
    return parts.map((part) => partOf(adjusted, part));
  };
  const adjustScenario = (scenario: Scenario): Scenario =>
    scenario.proofs.some(({ id }) => proofs.has(id))
      ? { ...scenario, proofs: scenario.proofs.flatMap(split) }
      : scenario;
  const adjustRequirement = (requirement: Requirement): Requirement => {
    const form = requirements.get(requirement.id)?.non_applicable;
    return {
      ...requirement,
      ...(form === undefined ? {} : { nonApplicableForm: { form: form.forme, source: form.source } }),
      scenarios: requirement.scenarios.map(adjustScenario),
    };
  };
  return {
    catalogue: {
      ...catalogue,
      requirements: catalogue.requirements.map(adjustRequirement),
      coreScenarios: catalogue.coreScenarios.map(adjustScenario),
    },
    remarks,
  };
}

function scenariosOf({ requirements, coreScenarios }: Catalogue): readonly Scenario[] {
  return [...requirements.flatMap(({ scenarios }) => scenarios), ...coreScenarios];
}

function adjustedProof(proof: ExpectedProof, { types, condition, obligatoire }: ProofAdjustment): ExpectedProof {
  // What makes a proof required, or optional, is no longer what its words say.
  const { condition: worded, case: label, dependsOnCase, ...rest } = proof;
  const kept = compact<ExpectedProof>({ ...rest, types: types ?? proof.types });
  if (condition !== undefined) return { ...kept, condition };
  if (obligatoire === true) return kept;
  if (obligatoire === false) return { ...kept, condition: worded ?? ofOptional.fr };
  return compact<ExpectedProof>({ ...kept, condition: worded, case: label, dependsOnCase });
}

/** The parts bear the printed id of the whole: that is where they are filed. */
function partOf(proof: ExpectedProof, { id, attendu, types, condition }: ProofPart): ExpectedProof {
  return compact<ExpectedProof>({
    ...proof,
    id,
    printedId: proof.printedId ?? (id === proof.id ? undefined : proof.id),
    expected: attendu ?? proof.expected,
    types: types ?? proof.types,
    condition: condition ?? proof.condition,
  });
}
