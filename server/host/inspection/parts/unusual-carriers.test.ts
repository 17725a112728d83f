import assert from 'node:assert/strict';
import { madeUp } from '../../../../test/corpora/carriers/carriers';
import { unreadable, unusual, type Named } from '../../../../test/corpora/carriers/unusual';
import { examinedOf } from '../../../core/evidence/examined';
import { neverCancelled } from '../../../core/ports/cancellation';
import { suspectsAmong } from '../../../core/rules/donnees/ins-de-production/sighted';
import { detectType } from '../../evidence/content-signature';
import { evidenceInspectors } from '../evidence-inspectors';
import { memorySource } from '../evidence-source';
import { inspectEvidence } from '../inspect-evidence';
import { fakePdfReader } from '../testing/with-parts';

const inspectors = evidenceInspectors(fakePdfReader(''));
const person: Named = { matricule: madeUp.slice(0, 13), key: madeUp.slice(13), system: '1.2.250.1.213.1.4.8' };
const publicOne: Named = { matricule: '2790351215189', key: '89', system: '1.2.250.1.213.1.4.10' };

/** Whether the carrier accuses somebody, and what is said to be left. */
async function seen(name: string, written: string | Uint8Array): Promise<{ accused: boolean; told: boolean }> {
  const content = Buffer.from(written);
  const detected = await detectType(content);
  const source = memorySource(content, { name, ...(detected && { detected }) });
  const inspection = await inspectEvidence(
    source,
    { inspectors, onFailure: (error) => assert.fail(`${name}: ${String(error)}`) },
    neverCancelled,
  );
  const { production, bare } = suspectsAmong(inspection.identifiers ?? [], new Set());
  return { accused: production.length + bare.length > 0, told: examinedOf({ inspection })?.extent !== 'whole' };
}

async function namesWhere(
  carriers: Readonly<Record<string, (who: Named) => string | Uint8Array>>,
  who: Named,
  wanted: (found: { accused: boolean; told: boolean }) => boolean,
): Promise<string[]> {
  const names: string[] = [];
  for (const [name, wrap] of Object.entries(carriers)) if (wanted(await seen(name, wrap(who)))) names.push(name);
  return names;
}

describe('carriers that are unusual', () => {
  it(`misses none of ${Object.keys(unusual).length}`, async () => {
    assert.deepEqual(await namesWhere(unusual, person, ({ accused }) => !accused), []);
  });

  it('accuses none of their twins with a test identity', async () => {
    assert.deepEqual(await namesWhere({ ...unusual, ...unreadable }, publicOne, ({ accused }) => accused), []);
  });

  it(`tells each of ${Object.keys(unreadable).length} that it cannot read`, async () => {
    assert.deepEqual(await namesWhere(unreadable, person, ({ told }) => !told), []);
  });
});
