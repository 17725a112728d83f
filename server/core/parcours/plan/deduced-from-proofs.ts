import { chapterStates } from '../../instruction/chapter-states';
import { chapterStates as knownStates } from '../../manifest/instruction-shape';
import type { StepId } from '../../manifest/journey-ids';
import { isReadInPart } from '../../manifest/lost-section';
import type { ParsedManifest } from '../../manifest/parse-manifest';
import type { DeducedStep } from './deduced-step';
import type { ProofFacts } from './proof-facts';

/** Chapters that are filed and evidence that is there. @param proofs absent where only the main manifest was read */
export function deducedFromProofs(parsed: ParsedManifest, proofs: ProofFacts | undefined): [StepId, DeducedStep][] {
  const found: [StepId, DeducedStep][] = [];
  const known = new Set<string>(knownStates);
  // Each state that a chapter may have says that it was submitted.
  const submitted = isReadInPart('chapitres', parsed)
    ? []
    : [...chapterStates(parsed)].filter(([, { state }]) => known.has(state));
  if (submitted.length > 0) {
    const names = new Set(submitted.map(([name]) => name));
    const due = proofs?.chapters;
    const done = due?.filter((name) => names.has(name)).length;
    const all = due !== undefined && due.length > 0 && done === due.length;
    const figures =
      due === undefined || done === undefined
        ? { fr: `${names.size}`, en: `${names.size}` }
        : { fr: `${done} sur ${due.length}`, en: `${done} of ${due.length}` };
    const why = { fr: `chapitres soumis : ${figures.fr}`, en: `submitted chapters: ${figures.en}` };
    // ANS examines the proofs of an eligible candidate alone (roadmap, step 8 after step 7).
    found.push(['eligibilite', { state: 'faite', from: 'chapitres', why }]);
    found.push([
      'preuves',
      { state: all ? 'faite' : 'en cours', from: 'chapitres', why, ...(all ? {} : { atLeast: true as const }) },
    ]);
    if (all) found.push(['referencement', { state: 'en cours', from: 'chapitres', why, atLeast: true }]);
  }
  if (proofs && proofs.started > 0) {
    const why = {
      fr: `preuves dont une pièce est citée : ${proofs.started} sur ${proofs.total}`,
      en: `proofs with cited evidence: ${proofs.started} of ${proofs.total}`,
    };
    const begun: DeducedStep = { state: 'en cours', from: 'preuves', why, atLeast: true };
    found.push(['conformite', begun]);
    if (submitted.length === 0) found.push(['preuves', begun]);
  }
  return found;
}
