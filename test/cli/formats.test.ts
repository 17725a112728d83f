import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { cli, Scratch } from './run-cli';

/** A folder whose name has every character that a format may have to escape. */
const awkward = process.platform === 'win32' ? "100 %, l'été" : "100 %, l'été : a&b";

interface Reported {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly file: string;
  readonly range: Record<'start' | 'end', { readonly line: number; readonly character: number }>;
}

describe('formats for machines', function () {
  this.timeout(60_000);
  const scratch = new Scratch();
  const findings: Reported[] = [];
  const as = async (format: string, ...more: string[]) => {
    const { out, code, err } = await cli(scratch.path, ['check', '--at', '2026-11-20', '--format', format, ...more]);
    assert.equal(code, 1, err);
    return out;
  };

  before(async () => {
    cpSync(resolve('examples/specimens'), join(scratch.path, 'specimens'), { recursive: true });
    cpSync(resolve('examples/moncabinet'), join(scratch.path, awkward), { recursive: true });
    await cli(scratch.path, ['init', '--dispositif', 'HOP-DPI-Va2', '-o', 'nouveau']);
    await cli(scratch.path, ['init', '--dispositif', 'MDV-LGC-Va2', '-o', 'autre']);
    // Two dossiers that share a fragment, with the same fault in it for both.
    mkdirSync(join(scratch.path, 'partage'));
    for (const name of ['un', 'deux']) {
      const head = `version: 1\ndossier: { dispositif: MDV-LGC-Va2, fragments: [commun.preuves.yaml] }\n`;
      writeFileSync(join(scratch.path, `partage/${name}.preuves.yaml`), head);
    }
    const fragment =
      'version: 1\nexigences:\n  PSC.01:\n    commentaire: "100 %\\nfini, ou presque : <ici>"\n    100%, a:b: 1\n';
    writeFileSync(join(scratch.path, 'partage/commun.preuves.yaml'), fragment);
    findings.push(...(JSON.parse(await as('json')) as { findings: Reported[] }).findings);
    assert.ok(findings.length > 200);
  });

  after(() => {
    scratch.remove();
  });

  describe('sarif', () => {
    interface Location {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
        readonly region: Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>;
      };
    }
    interface Log {
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly language: string; readonly rules: readonly { id: string }[] } };
        readonly originalUriBaseIds: object;
        readonly invocations: readonly { readonly exitCode: number }[];
        readonly results: readonly {
          readonly ruleId: string;
          readonly ruleIndex: number;
          readonly level: string;
          readonly message: { readonly text: string };
          readonly locations: readonly [Location];
          readonly relatedLocations?: readonly Location[];
          readonly partialFingerprints: Record<string, string>;
        }[];
      }[];
    }
    let validate: ValidateFunction;
    before(() => {
      const { $schema, id, ...schema } = JSON.parse(
        readFileSync('test/fixtures/formats/sarif-2.1.0-rtm.5.json', 'utf8'),
      ) as Record<string, unknown>;
      // Written for draft 4; no keyword in it means anything else in draft 7. One pattern has a bracket too many.
      assert.match(`${String($schema)} ${String(id)}`, /draft-04.*sarif-2\.1\.0/);
      const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
      validate = addFormats(ajv).compile(schema);
    });

    it('is what the schema of SARIF 2.1.0 describes, for each dossier and in both languages', async () => {
      for (const more of [['.'], [awkward, '--lang', 'en'], ['nouveau']]) {
        const { out } = await cli(scratch.path, ['check', ...more, '--at', '2026-11-20', '--format', 'sarif']);
        assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors?.slice(0, 3)));
      }
    });

    it('refuses what the schema does not describe', () => {
      assert.ok(
        !validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'bad' }] }] }),
      );
    });

    it('says of each finding what the others say, at URIs relative to a root that it does not tell', async () => {
      const [run] = (JSON.parse(await as('sarif')) as Log).runs;
      assert.ok(run);
      assert.equal(run.tool.driver.language, 'fr');
      assert.deepEqual(
        run.results.map(({ ruleId, message, locations: [{ physicalLocation }] }) => ({
          rule: ruleId,
          message: message.text,
          file: decodeURIComponent(physicalLocation.artifactLocation.uri),
          start: physicalLocation.region.startLine - 1,
          end: physicalLocation.region.endColumn - 1,
        })),
        findings.map(({ rule, message, file, range: { start, end } }) => ({
          rule,
          message,
          file,
          start: start.line,
          end: end.character,
        })),
      );
      for (const { ruleId, ruleIndex, locations, relatedLocations = [] } of run.results) {
        assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
        for (const { physicalLocation } of [...locations, ...relatedLocations]) {
          assert.match(physicalLocation.artifactLocation.uri, /^[A-Za-z0-9._~%!$&'()*+,;=@/-]+$/);
          assert.equal(physicalLocation.artifactLocation.uriBaseId, '%SRCROOT%');
        }
      }
      assert.ok(run.results.some(({ relatedLocations }) => (relatedLocations?.length ?? 0) > 0));
      assert.equal(run.invocations[0]?.exitCode, 1);
      assert.ok(!JSON.stringify(run).includes(scratch.path), 'no path of this machine');
      const prints = run.results.map(({ partialFingerprints }) => partialFingerprints['segurPreuves/v1']);
      assert.equal(new Set(prints).size, prints.length);
    });

    it('gives the same fingerprints when lines move', async () => {
      const prints = async () =>
        (JSON.parse(await as('sarif', 'specimens')) as Log).runs[0]?.results.map((one) => one.partialFingerprints);
      const before = await prints();
      const path = join(scratch.path, 'specimens/specimens.preuves.yaml');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, `# une ligne\n# de plus\n${text}`);
      assert.deepEqual(await prints(), before);
      writeFileSync(path, text);
    });
  });

  describe('gitlab', () => {
    it('has what GitLab documents for Code Quality, each fingerprint once', async () => {
      const issues = JSON.parse(await as('gitlab')) as {
        readonly description: string;
        readonly check_name: string;
        readonly fingerprint: string;
        readonly severity: string;
        readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
      }[];
      assert.deepEqual(
        issues.map(({ description, check_name, location: { path, lines } }) => [
          description,
          check_name,
          path,
          lines.begin,
        ]),
        findings.map(({ message, rule, file, range }) => [message, rule, file, range.start.line + 1]),
      );
      for (const { severity, fingerprint, location } of issues) {
        assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity), severity);
        assert.match(fingerprint, /^[0-9a-f]{32}$/);
        assert.ok(!location.path.startsWith('./') && !location.path.startsWith('/'));
      }
      assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
    });
  });

  describe('github', () => {
    it('writes workflow commands that the runner reads back as they were meant', async () => {
      const lines = (await as('github')).trimEnd().split('\n');
      assert.deepEqual(
        lines.map((line) => readCommand(line)),
        findings.map(({ rule, severity, message, file, range: { start, end } }) => ({
          command: severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'notice',
          properties: {
            file,
            line: String(start.line + 1),
            endLine: String(end.line + 1),
            ...(start.line === end.line
              ? { col: String(start.character + 1), endColumn: String(end.character + 1) }
              : {}),
            title: rule,
          },
          message,
        })),
      );
    });
  });

  describe('junit', () => {
    it('is XML with the elements and attributes that Jenkins admits, and counts that are right', async () => {
      const suites = readJunit(await as('junit'));
      const cases = suites.flatMap(({ cases }) => cases);
      assert.equal(cases.filter(({ failure }) => failure !== undefined).length, errors(findings).length);
      assert.equal(cases.length, findings.length);
      for (const { name, tests, failures, cases: own } of suites) {
        assert.equal(tests, own.length);
        assert.equal(failures, own.filter(({ failure }) => failure !== undefined).length);
        const messages = errors(findings.filter(({ file }) => file === name)).map(({ message }) => message);
        assert.deepEqual(
          own.flatMap(({ failure }) => failure ?? []),
          messages.map((message) => message.replaceAll('\n', ' ')),
        );
      }
    });
  });
});

function errors(findings: readonly Reported[]): readonly Reported[] {
  return findings.filter(({ severity }) => severity === 'error');
}

/** As the runner of GitHub Actions reads a command: `::name key=value,key=value::data`. */
function readCommand(line: string): object {
  const parts = /^::(\w+) ([^:]*)::(.*)$/.exec(line);
  assert.ok(parts, line);
  const [, command, list = '', data = ''] = parts;
  const plain = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const properties = list.split(',').map((pair) => {
    const [key = '', ...value] = pair.split('=');
    return [key, plain(value.join('=')).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')];
  });
  return { command, properties: Object.fromEntries(properties) as object, message: plain(data).replaceAll('%25', '%') };
}

/** Elements, with the attributes and the children that the schema of Jenkins' JUnit reader has for them. */
const junitShape: Readonly<
  Record<string, { readonly attributes: readonly string[]; readonly inside: readonly string[] }>
> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'], inside: [''] },
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'time', 'disabled', 'skipped', 'timestamp', 'hostname', 'id'],
    inside: ['testsuites'],
  },
  testcase: { attributes: ['name', 'assertions', 'time', 'classname', 'status'], inside: ['testsuite'] },
  failure: { attributes: ['type', 'message'], inside: ['testcase'] },
  'system-out': { attributes: [], inside: ['testcase'] },
};

interface JunitSuite {
  readonly name: string;
  readonly tests: number;
  readonly failures: number;
  readonly cases: { failure?: string }[];
}

function readJunit(xml: string): JunitSuite[] {
  const suites: JunitSuite[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const shape = junitShape[name];
    assert.ok(shape, name);
    assert.ok(shape.inside.includes(open.at(-1) ?? ''), `${name} inside ${open.at(-1) ?? 'nothing'}`);
    for (const key of Object.keys(attributes)) assert.ok(shape.attributes.includes(key), `${name} ${key}`);
    const value = (key: string) => attributes[key] ?? '';
    if (name === 'testsuite')
      suites.push({
        name: value('name'),
        tests: Number(value('tests')),
        failures: Number(value('failures')),
        cases: [],
      });
    if (name === 'testcase') {
      assert.ok(value('name') !== '' && value('classname') !== '');
      suites.at(-1)?.cases.push({});
    }
    const last = suites.at(-1)?.cases.at(-1);
    if (name === 'failure' && last) last.failure = value('message');
    open.push(name);
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return suites;
}
