import { buildCatalogue } from '../../server/core/catalogue/build-catalogue';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import type {
  CatalogueFile,
  ProofFile,
  RequirementFile,
  ScenarioFile,
} from '../../server/core/catalogue/catalogue-file';
import { applyChanges } from '../../server/core/fixes/verified';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { compareCatalogues } from '../../server/core/revision/compare-catalogues';
import type { MigrationPlan } from '../../server/core/revision/migration/migration';
import { planMigration, type MigrationInput } from '../../server/core/revision/migration/plan-migration';

/** A catalogue of these requirements, fingerprints computed as for a file. */
export function catalogueOf(exigences: readonly RequirementFile[], more: Partial<CatalogueFile> = {}): Catalogue {
  return buildCatalogue({ version: 1, dispositif: 'MDV-LGC-Va2', etat: 'complet', exigences, ...more });
}

export function requirementFile(id: string, more: Partial<RequirementFile> = {}): RequirementFile {
  return {
    id,
    domaine: 'ins',
    chapitre: 'Identité nationale de santé',
    profils: ['Général'],
    nature: 'EXIGENCE',
    texte: `Le système DOIT répondre à ce que demande l’exigence ${id}.`,
    ...more,
  };
}

export function scenarioFile(
  id: string,
  preuves: readonly ProofFile[],
  more: Partial<ScenarioFile> = {},
): ScenarioFile {
  return { id, texte: `Dérouler le scénario ${id} devant l’écran.`, preuves, ...more };
}

export function proofFile(id: string, attendu = `Pièce qui montre le résultat de ${id}.`): ProofFile {
  return { id, attendu };
}

/** A requirement `R` with scenarios `R.01`… and their proofs `R.01.01`…, so many in each. */
export function requirementWith(
  id: string,
  proofs: readonly number[],
  more: Partial<RequirementFile> = {},
): RequirementFile {
  const two = (number: number) => String(number).padStart(2, '0');
  return requirementFile(id, {
    scenarios: proofs.map((count, s) => {
      const scenario = `${id}.${two(s + 1)}`;
      return scenarioFile(
        scenario,
        Array.from({ length: count }, (_, p) => proofFile(`${scenario}.${two(p + 1)}`)),
      );
    }),
    ...more,
  });
}

export interface PlanKit extends Partial<Pick<MigrationInput, 'followProbable' | 'locale' | 'head'>> {
  /** Texts by URI, main first. */
  readonly texts: Readonly<Record<string, string>>;
  readonly before: Catalogue;
  readonly after: Catalogue;
}

export const newHead = { dispositif: 'MDV-LGC-Va2', catalogue: 'rem/nouveau.rem.yaml' };

export function outcomeOf({ texts, before, after, head, followProbable, locale }: PlanKit) {
  const [main, ...fragments] = Object.entries(texts).map(([uri, text]) => ({ uri, parsed: parseManifest(text) }));
  if (!main) throw new Error('There is no manifest.');
  return planMigration({
    files: [main, ...fragments],
    revision: compareCatalogues(before, after),
    head: head ?? newHead,
    followProbable: followProbable ?? true,
    locale: locale ?? 'fr',
  });
}

/** The plan, and every text after it. @throws when it is refused */
export function planOf(kit: PlanKit): { readonly plan: MigrationPlan; readonly texts: Record<string, string> } {
  const outcome = outcomeOf(kit);
  if (outcome.kind !== 'planned') throw new Error(outcome.kind);
  const texts: Record<string, string> = { ...kit.texts };
  for (const file of outcome.plan.files) {
    if (applyChanges(file.before, file.changes) !== file.after) throw new Error('changes do not make the text after');
    texts[file.uri] = file.after;
  }
  return { plan: outcome.plan, texts };
}
