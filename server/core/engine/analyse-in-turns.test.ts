import assert from 'node:assert/strict';
import { noConfiguration } from '../configuration/configuration';
import { parseManifest } from '../manifest/parse-manifest';
import { CancelledError, neverCancelled } from '../ports/cancellation';
import type { Rule } from '../rules/rule';
import { DossierAnalyser, type DossierInput } from './analyse';

const many = 2000;

function manifest(version: string): string {
  const entries = Array.from({ length: many }, (_, number) => `  X/${number}:\n    commentaire: a\n`);
  return `version: 1\ndossier: { dispositif: A }\nlogiciel: { version: ${version} }\nexigences:\n${entries.join('')}`;
}

function inputOf(text: string): DossierInput {
  return {
    rootUri: 'file:///d',
    main: { uri: 'file:///d/a.preuves.yaml', path: 'a.preuves.yaml', parsed: parseManifest(text) },
    fragments: [],
    unread: [],
    catalogue: { kind: 'none' } as unknown as DossierInput['catalogue'],
    configuration: noConfiguration,
    evidence: { lookup: () => undefined, changedSince: () => new Set() },
    evidenceGeneration: 0,
    dossierFolder: { files: undefined, belongsElsewhere: () => false, ignores: () => false },
    today: '2026-11-20',
  };
}

/** Counts the entries that it is shown, and reports each. */
function countingRule(): { readonly rule: Rule; readonly seen: () => number } {
  let seen = 0;
  const rule = {
    meta: { id: 'essai/compte', defaultSeverity: 'info', messages: {} },
    requirement: (entry: { facts: { id: { range: { start: number; end: number } } } }, report: (range: object, message: string) => void) => {
      seen++;
      report(entry.facts.id.range, 'a');
    },
  } as unknown as Rule;
  return { rule, seen: () => seen };
}

describe('a long check', () => {
  it('lets others have their turn many times, and finds what it finds in one go', async () => {
    const { rule, seen } = countingRule();
    const analyser = new DossierAnalyser([rule]);
    const input = inputOf(manifest('1.0'));
    const seenAtPauses: number[] = [];
    await analyser.prepare(
      input,
      () => {
        seenAtPauses.push(seen());
        return Promise.resolve();
      },
      neverCancelled,
    );
    assert.equal(seen(), many);
    assert.ok(seenAtPauses.length > 5 && seenAtPauses[0] !== undefined && seenAtPauses[0] < many / 5);
    const { findings } = analyser.analyse(input);
    assert.equal(seen(), many, 'nothing is looked at twice');
    assert.deepEqual(findings, new DossierAnalyser([countingRule().rule]).analyse(input).findings);
  });

  it('ends at the next pause when it is cancelled, and goes on from there when it is asked for again', async () => {
    const { rule, seen } = countingRule();
    const analyser = new DossierAnalyser([rule]);
    const input = inputOf(manifest('1.0'));
    const cancellation = { isCancellationRequested: false };
    const cancel = () => {
      cancellation.isCancellationRequested = true;
      return Promise.resolve();
    };
    await assert.rejects(analyser.prepare(input, cancel, cancellation), CancelledError);
    assert.ok(seen() > 0 && seen() < many / 5);
    await analyser.prepare(input, () => Promise.resolve(), neverCancelled);
    assert.equal(seen(), many);
  });

  it('gives way to another state of the dossier, and says the same of each', async () => {
    const { rule } = countingRule();
    const analyser = new DossierAnalyser([rule]);
    const [first, second] = [inputOf(manifest('1.0')), inputOf(`${manifest('2.0')}  X/new: {}\n`)];
    let isOther = false;
    const isCurrent = await analyser.prepare(
      first,
      () => {
        if (!isOther) analyser.analyse(second);
        isOther = true;
        return Promise.resolve();
      },
      neverCancelled,
    );
    assert.equal(isCurrent, false);
    assert.equal(analyser.analyse(first).findings.length, many);
    assert.equal(analyser.analyse(second).findings.length, many + 1);
  });
});
