import { basename, dirname, isAbsolute, resolve } from 'node:path';
import type { TestAttachment, TestResult } from '../../core/collect/test-result';
import type { Cancellation } from '../../core/ports/cancellation';
import { readXml } from '../workbook/xml-events';
import { isSlotKey, slotWords } from './slot-keys';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Draft = Writable<Omit<TestResult, 'slots' | 'words' | 'attachments'>> & {
  slots: string[];
  words: string[];
  attachments: TestAttachment[];
};

/** How attachments stand in a JUnit report: the convention of Jenkins, which Playwright and others follow. */
const attachmentMark = /\[\[ATTACHMENT\|([^\]\r\n]+)\]\]/g;

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
  const suites: { readonly name: string; readonly started: string | undefined; readonly properties: Draft }[] = [];
  let own: Draft | undefined;
  let isJUnit = true;
  let depth = 0;
  let output: string | undefined;
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
            suites.push({ name: attribute('name') ?? '', started: attribute('timestamp'), properties: blank() });
            break;
          case 'testcase': {
            own = blank();
            const title = [...suites.map((suite) => suite.name), attribute('classname') ?? '', attribute('name') ?? ''];
            own.title = title.filter((part, at) => part !== '' && part !== title[at - 1]);
            const started = moment(attribute('timestamp') ?? suites.at(-1)?.started);
            if (started !== undefined) own.started = started;
            break;
          }
          case 'property':
            takeProperty(own ?? suites.at(-1)?.properties, attribute('name') ?? '', attribute('value') ?? '', file);
            break;
          case 'failure':
          case 'error':
          case 'rerunFailure':
            // A case that passed when tried again has a flakyFailure; one that never did has these.
            if (own && name !== 'rerunFailure') own.outcome = 'failed';
            break;
          case 'skipped':
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
          for (const [, path] of (output ?? '').matchAll(attachmentMark))
            if (path !== undefined) own?.attachments.push(fileOf(path, file));
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
        } else if (name === 'testsuite') suites.pop();
      },
    },
    cancellation,
  );
  return results;
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
    into.attachments.push(fileOf(value, file));
  else if (/^(?:tags?|test[._-]?(?:key|id)|requirements?|exigence)$/.test(key)) into.words.push(...slotWords(value));
}

function fileOf(written: string, report: string): TestAttachment {
  const path = written.trim();
  return {
    name: basename(path),
    fileName: basename(path),
    source: { kind: 'file', path: isAbsolute(path) ? path : resolve(dirname(report), path) },
  };
}

function unique(attachments: readonly TestAttachment[]): readonly TestAttachment[] {
  const paths = new Map(attachments.map((one) => [one.source.kind === 'file' ? one.source.path : one.fileName, one]));
  return [...paths.values()];
}

/** A moment with its zone; a time without one may be that of any machine. */
export function moment(written: string | undefined): string | undefined {
  const text = written?.trim() ?? '';
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}
