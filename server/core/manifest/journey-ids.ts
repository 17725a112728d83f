/** The fifteen steps of the ANS roadmap, in its order. The generator checks that the data has exactly these. */
export const stepIds = [
  'documentation',
  'jalons',
  'conformite',
  'demande_cnda',
  'commandes',
  'agrement_cnda',
  'eligibilite',
  'preuves',
  'referencement',
  'enrolement',
  'demande_avance',
  'avance',
  'prestation',
  'demande_solde',
  'solde',
] as const;
export type StepId = (typeof stepIds)[number];

/** Dates of a dispositif's calendar, in the order of the way. */
export const milestoneIds = [
  'dossier_administratif',
  'dossier_preuves_complet',
  'fin_echanges_ans',
  'enrolement_ouverture',
  'avance_ouverture',
  'avance',
  'fin_prestations',
  'solde',
] as const;
export type MilestoneId = (typeof milestoneIds)[number];

/** States of a step, as written in a manifest. */
export const stepStates = ['à faire', 'en cours', 'faite', 'sans objet'] as const;
export type StepState = (typeof stepStates)[number];

export function isStepId(id: string): id is StepId {
  return (stepIds as readonly string[]).includes(id);
}

export function isMilestoneId(id: string): id is MilestoneId {
  return (milestoneIds as readonly string[]).includes(id);
}
