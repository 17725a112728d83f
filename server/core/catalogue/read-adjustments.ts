import type { AdjustmentsFile } from './adjustments-file';
import { catalogueMessages as messages } from './catalogue-messages';
import { problem, type CatalogueProblem } from './catalogue-problem';
import { readPlainYaml } from './plain-yaml';
import { schemaProblems } from './schema-problems';
import validateAdjustments from './validate-adjustments.generated';

const limits = { values: 100_000, depth: 20 };
const typedKeys: ReadonlySet<string> = new Set(['version', 'obligatoire']);

export interface AdjustmentsReading {
  /** Absent exactly when a problem is an error. */
  readonly adjustments?: AdjustmentsFile;
  readonly problems: readonly CatalogueProblem[];
}

/** Reads a `*.ajustements.yaml`. Nothing is thrown for bad content: problems say what is wrong and where. */
export function readAdjustments(text: string): AdjustmentsReading {
  const yaml = readPlainYaml(text, typedKeys, limits);
  if (yaml.problems.some(({ severity }) => severity === 'error')) return { problems: yaml.problems };
  const { value } = yaml;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: [problem('error', messages.notMapping, {}, { start: 0, end: 0 })] };
  const problems = validateAdjustments(value) ? [] : schemaProblems(validateAdjustments.errors ?? [], yaml);
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  return { adjustments: value as AdjustmentsFile, problems };
}
