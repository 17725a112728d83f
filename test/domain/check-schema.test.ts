import Ajv2020 from 'ajv/dist/2020';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReport } from '../../server/cli/check-report';
import { checkJson } from '../../server/cli/formats/check-json';
import { severities } from '../../server/core/findings/severity';
import { rules } from '../../server/core/rules/registry';
import { statusWords } from '../../server/core/status/status-words';
import { analyse, mainUri, manifest, type KitInput } from '../kit/dossier-kit';

describe('the JSON Schema of check --format json', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  const validate = ajv.compile(JSON.parse(readFileSync(join('schemas', 'check.schema.json'), 'utf8')) as object);

  async function output(input: KitInput): Promise<Record<string, unknown>> {
    const { analysis } = await analyse(rules, input);
    const opened = { dossiers: [{ uri: mainUri, analysis }], unread: [], at: analysis.context.today };
    const json = checkJson(checkReport(opened, (uri) => uri, 'fr'));
    return JSON.parse(json) as Record<string, unknown>;
  }

  it('accepts what check writes, with a catalogue and without one', async () => {
    const main = manifest('exigences:\n  PSC.01: { note: 3 }\n');
    for (const catalogue of [undefined, null]) {
      const value = await output({ main, ...(catalogue === null ? { catalogue } : {}) });
      assert.ok(validate(value), JSON.stringify(validate.errors));
      assert.ok(Array.isArray(value['findings']) && value['findings'].length > 0);
    }
  });

  it('refuses what check never writes', async () => {
    const value = await output({ main: manifest('') });
    assert.equal(validate({ ...value, version: 2 }), false);
    assert.equal(validate({ ...value, findings: [{ rule: 'x' }] }), false);
    assert.equal(validate({ ...value, summary: Object.fromEntries(severities.map((level) => [level, -1])) }), false);
  });

  it('names every state, as that of a package does', () => {
    const words = Object.values(statusWords).map(({ fr }) => fr);
    const depot = readFileSync(join('schemas', 'depot.schema.json'), 'utf8');
    const states = [...depot.matchAll(/"fournie",[^\]]*/g)].map(([list]) => JSON.parse(`[${list}]`) as string[]);
    assert.equal(states.length, 2);
    for (const list of states) assert.deepEqual([...list].sort(), [...words].sort());
  });

  it('has a pattern that every rule id fits', () => {
    const pattern = /^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;
    for (const { meta } of rules) assert.match(meta.id, pattern);
  });
});
