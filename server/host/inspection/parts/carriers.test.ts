import assert from 'node:assert/strict';
import { identities, lookAlikes, testIdentities, type Carrier } from '../../../../test/corpora/carriers/carriers';
import { neverCancelled } from '../../../core/ports/cancellation';
import { suspectsAmong } from '../../../core/rules/donnees/ins-de-production/sighted';
import { detectType } from '../../evidence/content-signature';
import { evidenceInspectors } from '../evidence-inspectors';
import { memorySource } from '../evidence-source';
import { inspectEvidence } from '../inspect-evidence';
import { fakePdfReader } from '../testing/with-parts';

const inspectors = evidenceInspectors(fakePdfReader(''));

/** Whether a reader would be told of an identity in the carrier. */
async function isAccused({ name, content }: Carrier): Promise<boolean> {
  const detected = await detectType(content);
  const source = memorySource(content, { name, ...(detected && { detected }) });
  const errors: unknown[] = [];
  const setting = { inspectors, onFailure: (error: unknown) => errors.push(error) };
  const { identifiers = [] } = await inspectEvidence(source, setting, neverCancelled);
  assert.deepEqual(errors, []);
  const { production, bare } = suspectsAmong(identifiers, new Set());
  return production.length + bare.length > 0;
}

async function namesOf(carriers: readonly Carrier[], accused: boolean): Promise<string[]> {
  const names: string[] = [];
  for (const carrier of carriers) if ((await isAccused(carrier)) === accused) names.push(carrier.name);
  return names;
}

describe('carriers of identities', () => {
  it(`misses none of ${identities.length}`, async () => {
    assert.deepEqual(await namesOf(identities, false), []);
  });

  it(`accuses none of ${testIdentities.length} of test identities`, async () => {
    assert.deepEqual(await namesOf(testIdentities, true), []);
  });

  it(`accuses none of ${lookAlikes.length} that only look like one`, async () => {
    assert.deepEqual(await namesOf(lookAlikes, true), []);
  });
});
