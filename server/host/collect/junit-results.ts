import { basename } from 'node:path';
import type { TestAttachment, TestResult } from '../../core/collect/test-result';
import type { Cancellation } from '../../core/ports/cancellation';
import { readXml } from '../workbook/xml-events';
import { attachmentAt } from './attachment-at';
import { isSlotKey, slotWords } from './slot-keys';
import { zonedMoment } from './zoned-moment';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Draft = Writable<Omit<TestResult, 'slots' | 'words' | 'attachments'>> & {
  slots: string[];
  words: string[];
  attachments: TestAttachment[];
};

/** How attachments stand in a JUnit report: the convention of Jenkins, which Playwright and others follow. */
const attachmentMark = '[[ATTACHMENT|';
const attachmentPath = /^([^\]\r\n]+)\]\]/;

/** Paths of the attachments that an output names. A mark without an end is looked at as far as the next one. */
export function attachmentsNamed(output: string): string[] {
  const behind = output.split(attachmentMark).slice(1);
  return behind.flatMap((text) => attachmentPath.exec(text)?.[1]?.trim() ?? []);
}

/**
 * The cases of a JUnit report, with their properties and attachments. A report without a case, or of another kind, gives none.
 * @param file absolute: paths of attachments start from its folder
 * @throws WorkbookError for a document that is not well formed
 */
export async function junitResults(
  file: string,
  bytes: Uint8Array,
  cancellation: Cancellation,
): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  const suites: {
    readonly name: string;
    readonly started: string | undefined;
    readonly properties: Draft;
    readonly first: number;
    readonly declared: boolean;
  }[] = [];
  let own: Draft | undefined;
  let isJUnit = true;
  let depth = 0;
  let output: string | undefined;
  /** Depths of the suites that failed outside of their cases: in what comes before or after all of them. */
  const mistrusted = new Set<number>();
  const blank = (): Draft => ({ tool: 'JUnit', title: [], outcome: 'passed', slots: [], words: [], attachments: [] });
  await readXml(
    basename(file),
    bytes,
    {
      open(name, attribute) {
        depth += 1;
        if (depth === 1) isJUnit = name === 'testsuites' || name === 'testsuite';
        if (!isJUnit) return;
        switch (name) {
          case 'testsuite':
            suites.push({
              name: attribute('name') ?? '',
              started: attribute('timestamp'),
              properties: blank(),
              first: results.length,
              declared: Math.max(Number(attribute('failures') ?? 0), Number(attribute('errors') ?? 0)) > 0,
            });
            break;
          case 'testcase': {
            own = blank();
            own.outcome = statedOutcome(attribute('status'), attribute('result'));
            const title = [...suites.map((suite) => suite.name), attribute('classname') ?? '', attribute('name') ?? ''];
            own.title = title.filter((part, at) => part !== '' && part !== title[at - 1]);
            const started = zonedMoment(attribute('timestamp') ?? suites.at(-1)?.started);
            if (started !== undefined) own.started = started;
            break;
          }
          case 'property':
            takeProperty(own ?? suites.at(-1)?.properties, attribute('name') ?? '', attribute('value') ?? '', file);
            break;
          case 'failure':
          case 'error':
            if (own) own.outcome = 'failed';
            else if (suites.length > 0) mistrusted.add(suites.length);
            break;
          case 'skipped':
          case 'disabled':
            if (own?.outcome === 'passed') own.outcome = 'skipped';
            break;
          case 'system-out':
          case 'system-err':
            output = '';
            break;
          default:
        }
      },
      text(text) {
        // Marks are short and near the end; a log before them may be long.
        if (output !== undefined) output = (output + text).slice(-(2 ** 20));
      },
      close(name) {
        depth -= 1;
        if (name === 'system-out' || name === 'system-err') {
          for (const path of attachmentsNamed(output ?? '')) own?.attachments.push(attachmentAt('', path, file));
          output = undefined;
        } else if (name === 'testcase' && own) {
          const above = suites.map(({ properties }) => properties);
          results.push({
            ...own,
            slots: [...own.slots, ...above.flatMap(({ slots }) => slots)],
            words: [...own.words, ...above.flatMap(({ words }) => words)],
            attachments: unique(own.attachments),
            ...(own.version === undefined ? versionOf(above) : {}),
          });
          own = undefined;
        } else if (name === 'testsuite') {
          const isBroken = mistrusted.delete(suites.length);
          const suite = suites.pop();
          if (!suite) return;
          const cases = results.slice(suite.first);
          // A suite that counts failures and shows none does not say which of its cases failed.
          if (isBroken || (suite.declared && cases.every(({ outcome }) => outcome !== 'failed')))
            for (const [at, one] of cases.entries())
              if (one.outcome === 'passed') results[suite.first + at] = { ...one, outcome: 'unknown' };
        }
      },
    },
    cancellation,
  );
  return results;
}

/** What some tools say by attributes, beside the elements that all use; GoogleTest lists what was not run. */
function statedOutcome(status: string | undefined, result: string | undefined): TestResult['outcome'] {
  const words = [status, result].map((one) => one?.trim().toLowerCase() ?? '');
  if (words.some((one) => /^(?:fail|error|broken|timed? ?out|abort|interrupt|ko\b|unexpected)/.test(one)))
    return 'failed';
  const isOut = words.some((one) =>
    /^(?:skip|not ?run|disabled|ignored|pending|suppressed|blocked|inconclusive)/.test(one),
  );
  return isOut ? 'skipped' : 'passed';
}

function versionOf(above: readonly Draft[]): { readonly version?: string } {
  const version = above.map((one) => one.version).findLast((one) => one !== undefined);
  return version === undefined ? {} : { version };
}

function takeProperty(into: Draft | undefined, name: string, value: string, file: string): void {
  if (!into) return;
  const key = name.toLowerCase();
  if (isSlotKey(key)) into.slots.push(...slotWords(value));
  else if (/^(?:logiciel|software|produit|product)[._-]version$/.test(key)) into.version = value.trim();
  else if (/^(?:attachment|piece|evidence)(?:[._-].*)?$/.test(key) && value.trim() !== '')
    into.attachments.push(attachmentAt('', value.trim(), file));
  else if (/^(?:tags?|test[._-]?(?:key|id)|requirements?|exigence)$/.test(key)) into.words.push(...slotWords(value));
}

function unique(attachments: readonly TestAttachment[]): readonly TestAttachment[] {
  const paths = new Map(attachments.map((one) => [one.source.kind === 'file' ? one.source.path : one.fileName, one]));
  return [...paths.values()];
}
