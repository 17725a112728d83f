import assert from 'node:assert/strict';
import { neverCancelled } from '../../core/ports/cancellation';
import { evidenceInspectors } from './evidence-inspectors';
import { memorySource } from './evidence-source';
import { inspectEvidence } from './inspect-evidence';
import { fakePdfReader } from './testing/with-parts';

const inspectors = evidenceInspectors(fakePdfReader(''));

async function named(name: string, text: string): Promise<string[]> {
  const source = memorySource(Buffer.from(text), { name });
  const { declared = [], versions = [] } = await inspectEvidence(source, { inspectors }, neverCancelled);
  return [
    ...declared.map(({ kind, name: one }) => `${kind} ${one}`),
    ...versions.map(({ before, version }) => `${before} ${version}`),
  ];
}

const all = ['software MédiLog', 'vendor MédiSoft SA', 'MédiLog 4.2.1'];

describe('names of products in tables and objects', () => {
  it('are read in JSON, CSV and pages', async () => {
    const rows = [
      ['Nom du logiciel', 'MédiLog'],
      ['Version du logiciel', '4.2.1'],
      ['Éditeur', 'MédiSoft SA'],
    ];
    const table = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const page = (inside: string): string => `<!DOCTYPE html><html><body><table>${inside}</table></body></html>`;
    const turned = rows[0]?.map((_cell, at) => rows.map((row) => row[at] ?? '')) ?? [];
    assert.deepEqual(
      await named(
        'a.json',
        JSON.stringify({ entete: { nomLogiciel: 'MédiLog', version: '4.2.1', editeur: 'MédiSoft SA' } }),
      ),
      all,
    );
    assert.deepEqual(await named('a.html', page(rows.map(table).join(''))), all);
    assert.deepEqual(await named('a.html', page(turned.map(table).join(''))), all);
    assert.deepEqual(await named('a.csv', turned.map((row) => row.join(';')).join('\n')), all);
    assert.deepEqual(await named('a.csv', `Champ;Valeur\n${rows.map((row) => row.join(';')).join('\n')}`), all);
  });

  it('are none in a list of products, in a statement of capabilities, and in the parts of an application', async () => {
    assert.deepEqual(await named('a.csv', 'Logiciel;Éditeur\nMédiLog;A\nAxilis;B\n'), []);
    assert.deepEqual(await named('a.json', JSON.stringify([{ logiciel: 'A' }, { logiciel: 'B' }])), []);
    assert.deepEqual(
      await named(
        'a.json',
        JSON.stringify({ resourceType: 'CapabilityStatement', software: { name: 'HAPI' }, vendor: 'Autre' }),
      ),
      [],
    );
  });
});
