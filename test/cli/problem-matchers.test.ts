import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cli, Scratch } from './run-cli';

interface Matcher {
  readonly name: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly fileLocation: readonly string[];
  /** Of those for a task that is followed. */
  readonly background?: object;
  readonly pattern: Readonly<Record<'file' | 'line' | 'column' | 'message' | 'code', number>> & {
    readonly regexp: string;
  };
}

/** Those for a task that ends, and those for one that is followed; one of these takes no finding. */
const families = { once: false, followed: true };

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
  readonly rule: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { problemMatchers: readonly Matcher[] };
};

/** What VS Code finds in the output of a task, line by line. */
function matched(output: string, followed: boolean): Found[] {
  return output.split('\n').flatMap((text) => {
    const matchers = contributes.problemMatchers.filter(({ background }) => (background !== undefined) === followed);
    const found = matchers.flatMap(({ severity, pattern }) => {
      const parts = new RegExp(pattern.regexp).exec(text);
      const part = (index: number): string => parts?.[index] ?? '';
      if (parts === null) return [];
      const [line, column] = [Number(part(pattern.line)), Number(part(pattern.column))];
      const [file, message, rule] = [part(pattern.file), part(pattern.message), part(pattern.code)];
      return [{ file, line, column, severity, message, rule }];
    });
    assert.ok(found.length < 2, `two matchers take ${text}`);
    return found;
  });
}

describe('problem matchers of check', () => {
  const scratch = new Scratch();
  afterEach(() => {
    scratch.remove();
  });

  for (const lang of ['fr', 'en']) {
    it(`find every finding of the output, and nothing else: ${lang}`, async () => {
      // A name with spaces, an accent and a colon.
      const folder = join(scratch.path, process.platform === 'win32' ? 'Été à revoir' : 'Été : à revoir');
      cpSync(resolve('examples/specimens'), folder, { recursive: true });
      const run = (format: string) =>
        cli(scratch.path, ['check', '--format', format, '--lang', lang, '--at', '2026-11-20', folder]);
      const [pretty, json] = [await run('pretty'), await run('json')];
      const { findings } = JSON.parse(json.out) as {
        findings: {
          file: string;
          rule: string;
          severity: 'error' | 'warning' | 'info' | 'hint';
          message: string;
          range: { start: { line: number; character: number } };
        }[];
      };
      assert.ok(new Set(findings.map(({ severity }) => severity)).size > 1);
      const expected = findings.map(({ file, range: { start }, severity, message, rule }) => ({
        file,
        line: start.line + 1,
        column: start.character + 1,
        severity: severity === 'hint' ? 'info' : severity,
        message,
        rule,
      }));
      for (const followed of Object.values(families)) assert.deepEqual(matched(pretty.out, followed), expected);
    });
  }
});
