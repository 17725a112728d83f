import type { Catalogue, Requirement } from '../catalogue/catalogue';
import type { Locale, Sentence } from '../messages/say';
import { scalarText } from '../manifest/scalar-text';
import { concerns } from '../status/applicability';
import { blockLines, deservesStub, oneLine, requirementStub, scenarioStub, type Stub } from './stub';

export interface NewManifest {
  readonly catalogue: Catalogue;
  /** Path of the imported catalogue relative to the dossier; absent for a built-in one. */
  readonly cataloguePath?: string;
  readonly profiles: readonly string[];
  readonly locale: Locale;
}

const words = {
  title: { fr: 'Dossier de preuves {id}', en: 'Proof dossier {id}' },
  source: {
    fr: 'Catalogue intégré : reconstruction de travail, pas le REM officiel. Importez le classeur officiel dès que possible.',
    en: 'Built-in catalogue: a working reconstruction, not the official REM. Import the official workbook as soon as possible.',
  },
  plannedFiling: { fr: 'date de dépôt visée, AAAA-MM-JJ', en: 'planned filing date, YYYY-MM-DD' },
  vendor: { fr: 'dénomination sociale', en: 'company name' },
  quoted: { fr: '14 chiffres, entre guillemets', en: '14 digits, quoted' },
  nie: { fr: 'numéro d’identification éditeur (CNDA)', en: 'vendor identification number (CNDA)' },
  software: { fr: 'nom du logiciel', en: 'name of the software' },
  version: {
    fr: 'version candidate : une pièce d’une autre version sera signalée',
    en: 'candidate version: evidence of another version will be flagged',
  },
  versionDate: { fr: 'date de cette version, AAAA-MM-JJ', en: 'date of this version, YYYY-MM-DD' },
  nil: { fr: 'numéro d’identification du logiciel (CNDA)', en: 'software identification number (CNDA)' },
  productReference: {
    fr: '« référence produit » de Convergence, celle de l’en-tête X-MSS-NIL ; jamais le NIL',
    en: 'Convergence “référence produit”, that of the header X-MSS-NIL; never the NIL',
  },
} satisfies Record<string, Sentence>;

/** Text of a new main manifest: every applicable requirement as a stub, in the order of the REM. */
export function newManifest({ catalogue, cataloguePath, profiles, locale }: NewManifest): string {
  const declared = new Set(profiles);
  const say = (key: keyof typeof words) => words[key][locale].replace('{id}', catalogue.dispositif.id);
  const lines = [
    `# ${say('title')}`,
    ...(cataloguePath === undefined ? [`# ${say('source')}`] : []),
    'version: 1',
    'dossier:',
  ];
  lines.push(`  dispositif: ${scalarText(catalogue.dispositif.id)}`);
  if (cataloguePath !== undefined) lines.push(`  catalogue: ${scalarText(cataloguePath)}`);
  lines.push('  profils:' + (profiles.length === 0 ? ' []' : ''));
  for (const profile of profiles) lines.push(`    - ${scalarText(profile)}`);
  lines.push(`  depot_vise: # ${say('plannedFiling')}`);
  lines.push('editeur:', `  denomination: # ${say('vendor')}`, `  siret: # ${say('quoted')}`, `  nie: # ${say('nie')}`);
  lines.push('logiciel:', `  nom: # ${say('software')}`, `  version: # ${say('version')}`);
  lines.push(`  date_version: # ${say('versionDate')}`, `  nil: # ${say('nil')}`);
  lines.push(`  reference_produit: # ${say('productReference')}`, '');
  lines.push('exigences:');
  let text = lines.map((line) => `${line}\n`).join('');
  for (const [chapter, requirements] of byChapter(catalogue)) {
    const stubs = requirements.filter((requirement) => deservesStub(requirement, declared));
    if (stubs.length === 0) continue;
    text += `\n  # ───── ${oneLine(chapter)} ─────\n`;
    for (const requirement of stubs) text += `\n${entry(requirementStub(requirement, locale))}`;
  }
  const core = catalogue.coreScenarios.filter((scenario) => concerns(scenario, declared));
  if (core.length > 0) text += '\nscenarios:\n' + core.map((one) => entry(scenarioStub(one, locale))).join('\n');
  return text;
}

function entry(stub: Stub): string {
  return blockLines(stub, { indent: 2, step: 2, comments: 'above', empty: '[]' })
    .map((line) => `${line}\n`)
    .join('');
}

/** Number of entries that {@link newManifest} writes. */
export function stubCount(catalogue: Catalogue, profiles: readonly string[]): number {
  const declared = new Set(profiles);
  return catalogue.requirements.filter((requirement) => deservesStub(requirement, declared)).length;
}

function byChapter(catalogue: Catalogue): Map<string, Requirement[]> {
  const map = new Map<string, Requirement[]>(catalogue.chapters.map(({ name }) => [name, []]));
  for (const requirement of catalogue.requirements) {
    const list = map.get(requirement.chapter);
    if (list) list.push(requirement);
    else map.set(requirement.chapter, [requirement]);
  }
  return map;
}
