import type { Sentence } from '../messages/say';
import { readMended } from '../text/mended-yaml';
import type { OffsetRange } from '../text/offset-range';
import { buildCatalogue } from './build-catalogue';
import type { Catalogue } from './catalogue';
import type { CatalogueFile } from './catalogue-file';
import { catalogueMessages as messages } from './catalogue-messages';
import { problem, type CatalogueProblem } from './catalogue-problem';
import { contentFingerprint } from './content-fingerprint';
import { readPlainYaml, type PlainYaml } from './plain-yaml';
import { schemaProblems } from './schema-problems';
import validateCatalogue from './validate-catalogue.generated';

/** Version of the `*.rem.yaml` format that this tool reads and writes. */
const CATALOGUE_FORMAT = 1;

/** A file of this size is no REM: the largest known one, written as YAML, takes less than one. */
const MOST_MEBIBYTES = 32;
/** A REM of 5,000 requirements has some 300,000. */
const LIMITS = { values: 1_000_000, depth: 50 };

/** Keys whose values are numbers or booleans; every other scalar is read as the text that is written. */
const TYPED_KEYS: ReadonlySet<string> = new Set([
  'version',
  'vague',
  'ligne',
  'id_vu',
  'clause',
  'obligatoire',
  'selon_cas',
  'id_atypique',
  'id_derive',
]);

export interface CatalogueReading {
  /** Absent exactly when a problem is an error. */
  readonly catalogue?: Catalogue;
  readonly problems: readonly CatalogueProblem[];
  /** Place of the id of each requirement of the file, by that id. */
  readonly requirementRanges: ReadonlyMap<string, OffsetRange>;
}

/** Reads a `*.rem.yaml` file. Nothing is thrown for bad content: problems say what is wrong and where. */
export function readCatalogue(text: string): CatalogueReading {
  const { reading, slips } = readMended(text, readAsWritten, ({ problems }) => problems.filter(isError).length);
  if (slips.length === 0) return reading;
  // What is read without them may be what is meant; it is not what the file says.
  const named = slips.map(({ kind, range, line }) => problem('error', messages[kind], { line }, range));
  return refused([...named, ...reading.problems.filter(isError)]);
}

function readAsWritten(text: string): CatalogueReading {
  const mebibytes = text.length / (1024 * 1024);
  if (mebibytes > MOST_MEBIBYTES) {
    return refused([problem('error', messages.tooLarge, { size: Math.ceil(mebibytes), limit: MOST_MEBIBYTES })]);
  }
  const yaml = readPlainYaml(text, TYPED_KEYS, LIMITS);
  const { value } = yaml;
  if (yaml.problems.some(isError)) return refused(yaml.problems);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused([problem('error', messages.notMapping, {}, { start: 0, end: 0 })]);
  }
  const version = (value as { version?: unknown }).version;
  if (version !== undefined && version !== CATALOGUE_FORMAT) {
    const found = typeof version === 'number' || typeof version === 'string' ? version : '?';
    return refused([problem('error', messages.version, { found }, yaml.rangeOf(value, 'version', 'value'))]);
  }
  const problems: CatalogueProblem[] = validateCatalogue(value)
    ? []
    : schemaProblems(validateCatalogue.errors ?? [], yaml);
  if (problems.some(isError)) return refused(problems);
  // The schema holds but for unknown keys, which are left where they are.
  const file = value as CatalogueFile;
  const requirementRanges = new Map<string, OffsetRange>();
  const kept = file.exigences.filter((requirement) => {
    const range = yaml.rangeOf(requirement, 'id', 'value');
    if (requirementRanges.has(requirement.id)) {
      problems.push(problem('warning', messages.duplicateRequirement, { id: requirement.id }, range));
      return false;
    }
    requirementRanges.set(requirement.id, range ?? { start: 0, end: 0 });
    return true;
  });
  problems.push(...unlisted(file, yaml), ...repeated({ ...file, exigences: kept }, yaml));
  return { catalogue: buildCatalogue({ ...file, exigences: kept }, isEdited(file)), problems, requirementRanges };
}

/** Fingerprint of the content of a catalogue's text, as this reader gets it; undefined where it is none. */
export function fingerprintOfText(text: string): string | undefined {
  const { value } = readPlainYaml(text, TYPED_KEYS, LIMITS);
  return validateCatalogue(value) ? contentFingerprint(value as CatalogueFile) : undefined;
}

/** Whether the import wrote something else. What carries no fingerprint was written by hand, or by an older version. */
function isEdited(file: CatalogueFile): boolean {
  const written = file.importe?.empreinte;
  return written !== undefined && written !== contentFingerprint(file);
}

/**
 * The fast path for the catalogues that ship with the tool: `dist/catalogues/*.json` already hold the in-memory form, and
 * were validated when they were built.
 */
export function readCatalogueJson(value: unknown): CatalogueReading {
  const candidate = value as Partial<Catalogue> | null;
  if (
    typeof candidate !== 'object' ||
    candidate === null ||
    !candidate.dispositif ||
    !Array.isArray(candidate.requirements)
  ) {
    return refused([problem('error', messages.notBuiltIn, {})]);
  }
  return { catalogue: candidate as Catalogue, problems: [], requirementRanges: new Map() };
}

/** Domains and chapters in use that a list of the file does not have, each once. A file without the list is not incomplete. */
function unlisted(file: CatalogueFile, yaml: PlainYaml): CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const domains = file.domaines && new Set(file.domaines.map((domain) => domain.id));
  const chapters = file.chapitres && new Set(file.chapitres.map((chapter) => chapter.nom));
  for (const requirement of file.exigences) {
    if (domains && !domains.has(requirement.domaine)) {
      domains.add(requirement.domaine);
      const range = yaml.rangeOf(requirement, 'domaine', 'value');
      problems.push(problem('warning', messages.unlistedDomain, { id: requirement.domaine }, range));
    }
    if (chapters && !chapters.has(requirement.chapitre)) {
      chapters.add(requirement.chapitre);
      const range = yaml.rangeOf(requirement, 'chapitre', 'value');
      problems.push(problem('warning', messages.unlistedChapter, { name: requirement.chapitre }, range));
    }
  }
  return problems;
}

/**
 * Scenarios and proofs whose id stands twice where a dossier has a mapping: it could hold only one of them. An older
 * version wrote such files from workbooks that print an id twice.
 */
function repeated(file: CatalogueFile, yaml: PlainYaml): CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const look = (entries: readonly { readonly id: string }[], message: Sentence): void => {
    const seen = new Set<string>();
    for (const entry of entries) {
      if (seen.has(entry.id))
        problems.push(problem('warning', message, { id: entry.id }, yaml.rangeOf(entry, 'id', 'value')));
      seen.add(entry.id);
    }
  };
  const core = file.scenarios ?? [];
  for (const scenarios of [core, ...file.exigences.map((one) => one.scenarios ?? [])]) {
    look(scenarios, messages.duplicateScenario);
    for (const scenario of scenarios) look(scenario.preuves ?? [], messages.duplicateProof);
  }
  return problems;
}

function refused(problems: readonly CatalogueProblem[]): CatalogueReading {
  return { problems, requirementRanges: new Map() };
}

function isError(candidate: CatalogueProblem): boolean {
  return candidate.severity === 'error';
}
