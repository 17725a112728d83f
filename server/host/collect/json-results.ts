import type { TestAttachment, TestResult } from '../../core/collect/test-result';
import { isRecord, textOf } from '../inspection/reports/json-values';
import { attachmentAt } from './attachment-at';
import { isSlotKey, slotOfTag, slotWords } from './slot-keys';
import { zonedMoment } from './zoned-moment';

type Json = Readonly<Record<string, unknown>>;

/** How deep suites stand in suites: more is no report of tests. */
const mostDepth = 50;

/**
 * The tests of a report in JSON of Playwright, Cucumber, or Mocha and what keeps its form (mochawesome, Cypress).
 * @param file absolute: paths of attachments start from its folder
 * @returns undefined when the content is none of them
 */
export function jsonResults(file: string, content: unknown): readonly TestResult[] | undefined {
  return playwright(file, content) ?? cucumber(content) ?? mochawesome(file, content) ?? mocha(content);
}

function playwright(file: string, content: unknown): readonly TestResult[] | undefined {
  if (!isRecord(content) || !Array.isArray(content.suites) || !isRecord(content.config)) return undefined;
  const results: TestResult[] = [];
  const walk = (suite: Json, above: readonly string[], depth: number): void => {
    if (depth > mostDepth) return;
    const title = withPart(above, textOf(suite.title));
    for (const spec of records(suite.specs)) {
      for (const test of records(spec.tests)) {
        const runs = records(test.results);
        const last = runs.at(-1);
        const annotations = [...records(test.annotations), ...records(last?.annotations)];
        const tags = [...texts(spec.tags), ...texts(test.tags)];
        const started = zonedMoment(textOf(last?.startTime));
        const project = textOf(test.projectName) ?? '';
        results.push({
          tool: 'Playwright',
          title: [...withPart(title, textOf(spec.title)), ...(project === '' ? [] : [project])],
          slots: [
            ...annotations.flatMap((one) =>
              isSlotKey((textOf(one.type) ?? '').toLowerCase()) ? slotWords(textOf(one.description) ?? '') : [],
            ),
            ...tags.flatMap((tag) => slotOfTag(tag) ?? []),
          ],
          words: tags,
          outcome: playwrightOutcome(test, last),
          attachments: records(last?.attachments).flatMap((one) => attachmentOf(one, file)),
          ...(started === undefined ? {} : { started }),
        });
      }
    }
    for (const inner of records(suite.suites)) walk(inner, title, depth + 1);
  };
  for (const suite of records(content.suites)) walk(suite, [], 0);
  return results;
}

/** A test that is expected to fail and does proves nothing either. */
function playwrightOutcome(test: Json, last: Json | undefined): TestResult['outcome'] {
  const status = textOf(last?.status);
  if (status === 'passed') {
    const isExpected = ['passed', undefined].includes(textOf(test.expectedStatus)?.toLowerCase());
    return isExpected && textOf(test.status) !== 'unexpected' && records(last?.errors).length === 0
      ? 'passed'
      : 'failed';
  }
  if (status === 'skipped' || last === undefined) return 'skipped';
  return status === 'failed' || status === 'timedOut' || status === 'interrupted' ? 'failed' : 'unknown';
}

function attachmentOf(one: Json, file: string): TestAttachment[] {
  const [name, path, body] = [textOf(one.name) ?? '', textOf(one.path), textOf(one.body)];
  if (path !== undefined && path !== '') return [attachmentAt(name, path, file)];
  if (body === undefined) return [];
  const bytes = decoded(body);
  return [{ name, fileName: named(name, textOf(one.contentType)), source: { kind: 'bytes', bytes } }];
}

/** Nothing for what is no base64: half a picture is none. */
function decoded(body: string): Uint8Array {
  const text = body.replaceAll(/\s+/g, '');
  return /^(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{2,3}={0,2})?$/.test(text)
    ? Buffer.from(text, 'base64')
    : new Uint8Array();
}

const extensions: ReadonlyMap<string, string> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
  ['video/webm', 'webm'],
  ['video/mp4', 'mp4'],
  ['application/pdf', 'pdf'],
  ['application/json', 'json'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
  ['text/plain', 'txt'],
  ['text/html', 'html'],
  ['text/csv', 'csv'],
]);

/** The name of what has no file: with the extension of its type. */
function named(name: string, type: string | undefined): string {
  const extension = extensions.get((type ?? '').split(';')[0]?.trim().toLowerCase() ?? '');
  const plain = name.trim().replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-') || 'piece';
  return extension === undefined || plain.toLowerCase().endsWith(`.${extension}`) ? plain : `${plain}.${extension}`;
}

function cucumber(content: unknown): readonly TestResult[] | undefined {
  if (!Array.isArray(content)) return undefined;
  const features = content.filter(isRecord).filter(({ elements, keyword }) => Array.isArray(elements) && keyword);
  if (features.length === 0) return undefined;
  return features.flatMap((feature) =>
    records(feature.elements)
      .filter(({ type }) => type !== 'background')
      .map((scenario): TestResult => {
        const tags = [...records(scenario.tags), ...records(feature.tags)].flatMap(({ name }) => textOf(name) ?? []);
        const steps = ['before', 'steps', 'after'].flatMap((key) => records(scenario[key]));
        const hooks = steps.flatMap((step) => [...records(step.before), ...records(step.after)]);
        const started = zonedMoment(textOf(scenario.start_timestamp));
        const embedded = [...steps, ...hooks].flatMap((step) => records(step.embeddings));
        return {
          tool: 'Cucumber',
          title: withPart(withPart([], textOf(feature.name)), textOf(scenario.name)),
          slots: tags.flatMap((tag) => slotOfTag(tag) ?? []),
          words: tags,
          outcome: cucumberOutcome([...steps, ...hooks]),
          attachments: embedded.flatMap((one, at): TestAttachment[] => {
            const type = textOf(one.mime_type) ?? (isRecord(one.media) ? textOf(one.media.type) : undefined);
            const data = textOf(one.data);
            if (data === undefined || !isEvidence(type)) return [];
            const name = textOf(one.name) ?? `capture-${at + 1}`;
            return [{ name, fileName: named(name, type), source: { kind: 'bytes', bytes: decoded(data) } }];
          }),
          ...(started === undefined ? {} : { started }),
        };
      }),
  );
}

/** What is logged as text is debug material; pictures, films and documents are shown. */
function isEvidence(type: string | undefined): boolean {
  return /^(?:image|video)\/|^application\/(?:pdf|xml)$|^text\/xml$/.test(type ?? '');
}

function cucumberOutcome(steps: readonly Json[]): TestResult['outcome'] {
  const statuses = steps.map(({ result }) => (isRecord(result) ? (textOf(result.status)?.toLowerCase() ?? '') : ''));
  if (statuses.some((one) => ['failed', 'undefined', 'ambiguous'].includes(one))) return 'failed';
  if (statuses.some((one) => ['skipped', 'pending'].includes(one))) return 'skipped';
  return statuses.length > 0 && statuses.every((one) => one === 'passed' || one === '') && statuses.includes('passed')
    ? 'passed'
    : 'unknown';
}

function mochawesome(file: string, content: unknown): readonly TestResult[] | undefined {
  if (!isRecord(content) || !isRecord(content.stats) || !Array.isArray(content.results)) return undefined;
  const results: TestResult[] = [];
  const started = zonedMoment(textOf(content.stats.start));
  const walk = (suite: Json, above: readonly string[], depth: number): void => {
    if (depth > mostDepth) return;
    const title = withPart(above, textOf(suite.title));
    for (const test of records(suite.tests))
      results.push({
        tool: 'Mocha',
        title: withPart(title, textOf(test.title)),
        slots: [],
        words: [],
        outcome: mochaOutcome(test),
        attachments: contextPaths(test.context).map((path) => attachmentAt('', path, file)),
        ...(started === undefined ? {} : { started }),
      });
    for (const inner of records(suite.suites)) walk(inner, title, depth + 1);
  };
  for (const suite of records(content.results)) walk(suite, [], 0);
  return results;
}

function mochaOutcome(test: Json): TestResult['outcome'] {
  const hasError = isRecord(test.err) && Object.keys(test.err).length > 0;
  if (test.fail === true || test.state === 'failed' || hasError) return 'failed';
  if (test.pass === true || test.state === 'passed') return 'passed';
  return test.pending === true || test.skipped === true || test.state === 'pending' ? 'skipped' : 'unknown';
}

/** mochawesome's context: a JSON text of a path, of `{ title, value }`, or of a list of them. */
function contextPaths(context: unknown): readonly string[] {
  if (typeof context !== 'string' || context === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(context);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    value = context;
  }
  const parts = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return parts.flatMap((part) => {
    const text = textOf(part) ?? (isRecord(part) ? textOf(part.value) : undefined);
    return text !== undefined && /^(?!https?:)[^\n]+\.(?:png|jpe?g|webp|gif|mp4|webm|pdf|xml|json|log|txt)$/i.test(text)
      ? [text]
      : [];
  });
}

function mocha(content: unknown): readonly TestResult[] | undefined {
  if (!isRecord(content) || !isRecord(content.stats) || !Array.isArray(content.tests)) return undefined;
  const failed = new Set(records(content.failures).map(({ fullTitle }) => textOf(fullTitle)));
  const pending = new Set(records(content.pending).map(({ fullTitle }) => textOf(fullTitle)));
  const started = zonedMoment(textOf(content.stats.start));
  return records(content.tests).map((test): TestResult => {
    const title = textOf(test.fullTitle) ?? textOf(test.title) ?? '';
    const hasError = isRecord(test.err) && Object.keys(test.err).length > 0;
    return {
      tool: 'Mocha',
      title: [title],
      slots: [],
      words: [],
      outcome: failed.has(title) || hasError ? 'failed' : pending.has(title) ? 'skipped' : 'passed',
      attachments: [],
      ...(started === undefined ? {} : { started }),
    };
  });
}

function withPart(above: readonly string[], part: string | undefined): readonly string[] {
  return part === undefined || part === '' || part === above.at(-1) ? above : [...above, part];
}

function records(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
