import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import type { StructureProblem } from '../../server/core/manifest/problem';
import { randomLayout, randomManifest, write } from '../kit/random-manifest';

const seed = 20261215;

/** Neither can be said by a schema: other editors find them while they read the YAML. */
const beforeSchema: ReadonlySet<StructureProblem['kind']> = new Set(['syntax', 'duplicateKey']);

const suffix = '.preuves.yaml';
const fixtures = join('test', 'fixtures', 'manifests');

function manifestsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name))
    .sort();
}

describe('the JSON Schema of manifests', () => {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    // YAML takes 12e45678 for a number too large to hold; the walker takes it for the fingerprint it is.
    strictNumbers: false,
  });
  addFormats(ajv, ['date']);
  const validate = ajv.compile(JSON.parse(readFileSync(join('schemas', 'manifest.schema.json'), 'utf8')) as object);

  /** Reads the text as any YAML editor does, with the core schema, and applies the JSON Schema. */
  function schemaProblems(text: string): string[] {
    const value: unknown = parse(text, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
    return validate(value)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  }

  /** The walker and the schema say the same of a text that is YAML, with no key twice. */
  function agree(text: string): void {
    const { problems } = parseManifest(text);
    if (problems.some(({ kind }) => beforeSchema.has(kind))) return;
    const found = schemaProblems(text);
    assert.equal(
      found.length > 0,
      problems.length > 0,
      `walker: ${JSON.stringify(problems)}\nschema: ${found.join('\n')}\n${text}`,
    );
  }

  for (const file of manifestsUnder(fixtures)) {
    const name = relative(fixtures, file).slice(0, -suffix.length);
    it(`agrees with the walker on ${name}`, () => {
      const text = readFileSync(file, 'utf8');
      const expected = /^# attendu : (.*)$/m.exec(text)?.[1]?.split(', ') ?? [];
      const kinds = [...new Set(parseManifest(text).problems.map(({ kind }) => kind))];
      assert.deepEqual(kinds.sort(), expected.filter((kind) => kind !== 'rien').sort());
      agree(text);
    });
  }

  it('has a fixture for each kind of problem', () => {
    // How the bytes of a file were read is nothing that a schema sees.
    const all: Record<Exclude<StructureProblem['kind'], 'encoding' | 'lostCharacter'>, true> = {
      syntax: true,
      unknownKey: true,
      wrongType: true,
      missingKey: true,
      duplicateKey: true,
      badValue: true,
      badFormat: true,
      noneOf: true,
      severalOf: true,
    };
    const found = new Set(
      manifestsUnder(fixtures).flatMap((file) =>
        parseManifest(readFileSync(file, 'utf8')).problems.map(({ kind }) => kind),
      ),
    );
    assert.deepEqual([...found].sort(), Object.keys(all).sort());
  });

  it('agrees with the walker on the examples', () => {
    const files = manifestsUnder('examples');
    assert.ok(files.length > 5);
    for (const file of files) agree(readFileSync(file, 'utf8'));
    const clean = manifestsUnder(join('examples', 'moncabinet')).map((file) => readFileSync(file, 'utf8'));
    assert.deepEqual(
      clean.flatMap((text) => parseManifest(text).problems),
      [],
    );
  });

  it('agrees with the walker on any manifest', () => {
    fc.assert(
      fc.property(
        fc.oneof(...[0, 2, 6, 20].map((faults) => randomManifest({ faults }))),
        randomLayout,
        (written, layout) => {
          agree(write(written, layout));
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it('describes every key in French and in English', () => {
    const schema = JSON.parse(readFileSync(join('schemas', 'manifest.schema.json'), 'utf8')) as {
      readonly $defs: Record<string, { readonly properties: Record<string, Record<string, unknown>> }>;
    };
    for (const [name, { properties }] of Object.entries(schema.$defs))
      for (const [key, value] of Object.entries(properties))
        assert.ok(value['description'] && value['$comment'], `${name}.${key}`);
  });
});
