import type { ErrorObject } from 'ajv';
import { problem, type CatalogueProblem } from '../catalogue/catalogue-problem';
import { readPlainYaml, type PlainYaml } from '../catalogue/plain-yaml';
import { schemaProblems } from '../catalogue/schema-problems';
import { isMilestoneId } from '../manifest/journey-ids';
import { isCalendarDate } from '../time/calendar-date';
import type { Sentence } from '../messages/say';
import type { Regime } from '../regimes/regime';
import { regimeFaults } from '../regimes/regime-faults';
import { shippedRegimes } from '../regimes/regime-rules';
import type { FactsFile } from './facts-file';
import { factsMessages as messages } from './facts-messages';
import { shippedFacts } from './known-facts';
import validateFacts from './validate-facts.generated';

const limits = { values: 100_000, depth: 20 };
const typedKeys: ReadonlySet<string> = new Set([
  'valeur',
  'vague',
  'a_confirmer',
  'lue',
  'exigences',
  'scenarios',
  'profils',
  'preuves_par_scenario',
]);

export interface FactsReading {
  /** Absent exactly when a problem is an error: a package is taken whole, or not at all. */
  readonly file?: FactsFile;
  readonly problems: readonly CatalogueProblem[];
}

/** Reads a data package. Nothing is thrown for bad content: problems say what is wrong and where. */
export function readFacts(text: string): FactsReading {
  // Some editors begin files with a mark of their encoding.
  const yaml = readPlainYaml(text.replace(/^\uFEFF/, ''), typedKeys, limits);
  const { value } = yaml;
  if (yaml.problems.some(({ severity }) => severity === 'error')) return { problems: yaml.problems };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: [problem('error', messages.notMapping, {}, { start: 0, end: 0 })] };
  withTextValues(value);
  const problems = validateFacts(value) ? [] : formProblems(validateFacts.errors ?? [], yaml);
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const file = value as FactsFile;
  const faults = [...problems, ...contentProblems(file, yaml)];
  return faults.some(({ severity }) => severity === 'error') ? { problems: faults } : { file, problems: faults };
}

/** A key of a regime that is misspelt would change what is imported, unseen: there it is an error, elsewhere it is ignored. */
function formProblems(errors: readonly ErrorObject[], yaml: PlainYaml): CatalogueProblem[] {
  const isMisspelt = ({ keyword, instancePath }: ErrorObject): boolean =>
    keyword === 'additionalProperties' && instancePath.startsWith('/regimes/');
  return [
    ...schemaProblems(
      errors.filter((error) => !isMisspelt(error)),
      yaml,
    ),
    ...errors.filter(isMisspelt).flatMap((error) => {
      const key = String((error.params as Readonly<Record<string, unknown>>)['additionalProperty']);
      return schemaProblems([error], yaml).map(({ range }) => problem('error', messages.unknownKey, { key }, range));
    }),
  ];
}

/** `valeur` is a number in a delay and a text in a verification, where `6` is a text like any other. */
function withTextValues(value: object): void {
  const list = (value as { verifications?: unknown }).verifications;
  if (!Array.isArray(list)) return;
  for (const each of list as unknown[]) {
    if (typeof each !== 'object' || each === null || !('valeur' in each)) continue;
    if (typeof each.valeur === 'number' || typeof each.valeur === 'boolean') each.valeur = String(each.valeur);
  }
}

/** What a schema cannot tell: days that are in no calendar, names that lead nowhere, the same said twice. */
function contentProblems(file: FactsFile, yaml: PlainYaml): CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const sources = new Set([...shippedFacts.sources.keys(), ...(file.sources ?? []).map(({ cle }) => cle)]);
  const tell = (sentence: Sentence, args: Record<string, string>, at: object) => {
    const key = Object.keys(at)[0] ?? '';
    problems.push(problem('error', sentence, args, yaml.rangeOf(at, key, 'value')));
  };
  const day = (text: string | null | undefined, at: object): void => {
    if (text && !isCalendarDate(text)) tell(messages.noSuchDay, { day: text }, at);
  };
  const once = (seen: Set<string>, id: string, at: object): void => {
    if (seen.has(id)) tell(messages.twice, { id }, at);
    seen.add(id);
  };
  const cites = (keys: readonly string[], at: object): void => {
    for (const key of keys) if (!sources.has(key)) tell(messages.unknownSource, { key }, at);
  };
  const [keys, delays, dispositifs] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const source of file.sources ?? []) {
    once(keys, source.cle, source);
    day(source.date, source);
  }
  for (const delay of file.delais ?? []) {
    once(delays, delay.id, delay);
    const shipped = shippedFacts.delays.get(delay.id);
    if (!shipped) tell(messages.unknownDelay, { id: delay.id }, delay);
    else if (shipped.unite !== delay.unite) tell(messages.otherUnit, { id: delay.id, unit: shipped.unite }, delay);
    day(delay.verifie_le, delay);
    cites(delay.source, delay);
  }
  for (const dispositif of file.dispositifs ?? []) {
    once(dispositifs, dispositif.id, dispositif);
    const jalons = new Set<string>();
    for (const jalon of dispositif.jalons) {
      once(jalons, jalon.id, jalon);
      if (!isMilestoneId(jalon.id)) tell(messages.unknownMilestone, { id: String(jalon.id) }, jalon);
      for (const date of [jalon.date, jalon.verifie_le, ...(jalon.remplace ?? [])]) day(date, jalon);
      cites(jalon.source, jalon);
    }
  }
  for (const address of file.adresses ?? []) cites(address.source, address);
  const packs = new Set<string>();
  for (const regime of file.regimes ?? []) {
    once(packs, regime.id, regime);
    const faults = regimeFaults(regime);
    for (const { sentence, args } of faults) tell(sentence, args, regime);
    const taken = faults.length > 0 ? undefined : takenFromOthers(regime);
    if (taken) tell(messages.takesOthers, { text: regime.dispositifs, ...taken }, regime);
    day(regime.verifie_le, regime);
    for (const { naissance } of regime.identites_de_test ?? []) day(naissance, regime);
  }
  for (const each of file.verifications ?? []) day(each.verifie_le, each);
  return problems;
}

/** A dispositif of another regime that ships which a pack would have for its own, so that its steps would be lost unseen. */
function takenFromOthers({
  id,
  dispositifs,
}: Regime): { readonly dispositif: string; readonly other: string } | undefined {
  const own = new RegExp(dispositifs);
  for (const dispositif of shippedFacts.dispositifs.keys()) {
    const other = shippedRegimes.regimeOf(dispositif)?.id;
    if (other !== undefined && other !== id && own.test(dispositif)) return { dispositif, other };
  }
  return undefined;
}
