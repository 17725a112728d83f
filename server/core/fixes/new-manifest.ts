import type { Catalogue, Requirement } from '../catalogue/catalogue';
import { say, type Locale, type Sentence } from '../messages/say';
import { scalarText } from '../manifest/scalar-text';
import { concerns } from '../status/applicability';
import type { NewSubject } from './new-subject';
import { plainName } from '../text/plain-name';
import { blockLines, deservesStub, oneLine, requirementStub, scenarioStub, type Stub } from './stub';

export interface NewManifest {
  readonly catalogue: Catalogue;
  /** Path of the imported catalogue relative to the dossier; absent for a built-in one. */
  readonly cataloguePath?: string;
  readonly profiles: readonly string[];
  readonly subject?: NewSubject;
  readonly locale: Locale;
}

const words = {
  title: { fr: 'Dossier de preuves {id}', en: 'Proof dossier {id}' },
  chapter: { fr: 'Chapitre « {name} » du dossier {id}', en: 'Chapter “{name}” of dossier {id}' },
  core: {
    fr: 'Scénarios cœur de métier du dossier {id}',
    en: 'Core-business scenarios of dossier {id}',
  },
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
export function newManifest(wanted: NewManifest): string {
  const { chapters, core } = sections(wanted);
  const body = chapters.map(
    ({ name, stubs }) => `\n  # ───── ${oneLine(name)} ─────\n${stubs.map((one) => `\n${entry(one)}`).join('')}`,
  );
  return `${head(wanted, [])}\nexigences:\n${body.join('')}${core.length === 0 ? '' : `\nscenarios:\n${entries(core)}`}`;
}

/** A manifest in files: what the dossier is, and beside it its chapters. */
export interface SplitManifest {
  readonly main: string;
  /** In the order of the REM, and of their names; paths are relative to the dossier, `/` separated. */
  readonly fragments: readonly { readonly path: string; readonly text: string }[];
}

/**
 * The same in one file for each chapter, so that those who work on two chapters never edit the same file.
 * @param folder that holds the fragments and no other manifest, relative to the dossier
 */
export function newSplitManifest(wanted: NewManifest, folder: string): SplitManifest {
  const { chapters, core } = sections(wanted);
  const { locale, catalogue } = wanted;
  const { id } = catalogue.dispositif;
  const parts = chapters.map(({ name, stubs }) => ({
    name,
    text: `# ${oneLine(say(words.chapter, locale, { name, id }))}\nversion: 1\nexigences:\n${entries(stubs)}`,
  }));
  if (core.length > 0) {
    const text = `# ${oneLine(say(words.core, locale, { id }))}\nversion: 1\nscenarios:\n${entries(core)}`;
    parts.push({ name: 'scenarios-coeur-de-metier', text });
  }
  const fragments = parts.map(({ name, text }, index) => ({
    path: `${folder}/${fragmentName(index + 1, parts.length, name)}`,
    text,
  }));
  // A pattern that names no file would be a fault of the dossier.
  return { main: head(wanted, fragments.length === 0 ? [] : [`${folder}/*.preuves.yaml`]), fragments };
}

/** Numbered, so that files list in the order of the REM and that no two have one name. */
function fragmentName(number: number, count: number, chapter: string): string {
  const digits = Math.max(2, String(count).length);
  const plain = plainName(chapter);
  return `${String(number).padStart(digits, '0')}${plain === '' ? '' : `-${plain}`}.preuves.yaml`;
}

/** What the main manifest says of the dossier, up to its requirements. */
function head({ catalogue, cataloguePath, profiles, locale, subject = {} }: NewManifest, fragments: string[]): string {
  const told = (key: keyof typeof words) => oneLine(say(words[key], locale, { id: catalogue.dispositif.id }));
  const key = (name: string, value: string | undefined, about: keyof typeof words) =>
    `  ${name}: ${value === undefined ? `# ${told(about)}` : value}`;
  const text = (value: string | undefined) => (value === undefined ? undefined : scalarText(value));
  const list = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`  ${name}:`, ...values.map((one) => `    - ${one}`)];
  return [
    `# ${told('title')}`,
    ...(cataloguePath === undefined ? [`# ${told('source')}`] : []),
    'version: 1',
    'dossier:',
    `  dispositif: ${scalarText(catalogue.dispositif.id)}`,
    ...(cataloguePath === undefined ? [] : [`  catalogue: ${scalarText(cataloguePath)}`]),
    ...(profiles.length === 0
      ? ['  profils: []']
      : list(
          'profils',
          profiles.map((one) => scalarText(one)),
        )),
    key('depot_vise', subject.plannedFiling, 'plannedFiling'),
    ...list('fragments', fragments),
    'editeur:',
    key('denomination', text(subject.vendor), 'vendor'),
    key('siret', text(subject.siret), 'quoted'),
    key('nie', undefined, 'nie'),
    'logiciel:',
    key('nom', text(subject.software), 'software'),
    key('version', text(subject.version), 'version'),
    key('date_version', subject.versionDate, 'versionDate'),
    key('nil', undefined, 'nil'),
    key('reference_produit', undefined, 'productReference'),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

interface Sections {
  /** Those that expect something, in the order of the REM. */
  readonly chapters: readonly { readonly name: string; readonly stubs: readonly Stub[] }[];
  /** Core-business scenarios. */
  readonly core: readonly Stub[];
}

function sections({ catalogue, profiles, locale }: NewManifest): Sections {
  const declared = new Set(profiles);
  const chapters = [...byChapter(catalogue)].flatMap(([name, requirements]) => {
    const stubs = requirements
      .filter((requirement) => deservesStub(requirement, declared))
      .map((requirement) => requirementStub(requirement, locale));
    return stubs.length === 0 ? [] : [{ name, stubs }];
  });
  const core = catalogue.coreScenarios.filter((scenario) => concerns(scenario, declared));
  return { chapters, core: core.map((one) => scenarioStub(one, locale)) };
}

function entries(stubs: readonly Stub[]): string {
  return stubs.map(entry).join('\n');
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
