import assert from 'node:assert/strict';
import { analyse, file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import type { Inspection } from '../../../evidence/inspection';
import { rule } from './rule';

const text = { encoding: 'ascii', lines: 1 } as const;
const main = (items: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [${items}]
`);
const holds = (all: Readonly<Record<string, Inspection>>) =>
  Object.fromEntries(Object.entries(all).map(([path, inspection]) => [path, file({ inspection })]));
const cites = (...paths: string[]) => main(paths.map((path) => `{ fichier: ${path} }`).join(', '));

describe('preuve/examen-partiel', () => {
  it('names what was not read once for each reason, with the pieces', async () => {
    const evidence = holds({
      'a.7z': { unread: [{ reason: 'kind' }] },
      'b.zip': { text, unread: [{ where: 'x.rar', reason: 'kind' }] },
      'c.log': { text, partial: true },
      'd.log': { text },
    });
    const { analysis } = await analyse([rule], { main: cites('a.7z', 'b.zip', 'c.log', 'd.log', './a.7z'), evidence });
    const found = analysis.findings.map(({ args, severity, effect, related = [] }) => [
      args.paths,
      args.count,
      severity,
      effect,
      related.length,
    ]);
    assert.deepEqual(found, [
      ['a.7z, b.zip', 2, 'info', undefined, 2],
      ['c.log', 1, 'info', undefined, 1],
    ]);
  });

  it('stands at the head of the dossier', async () => {
    const evidence = holds({ 'a.7z': { unread: [{ reason: 'kind' }] } });
    await fires(rule, { main: cites('a.7z').replace('dossier:', '⟦dossier⟧:'), evidence });
  });

  it('is silent for what was read, pictures and films, and what another rule tells', async () => {
    const evidence = holds({
      'a.log': { text },
      'b.png': { image: { width: 1, height: 1 } },
      'c.mp4': { video: { tracks: [] } },
      'd.docx': { text, unread: [{ where: 'word/media/image1.png', reason: 'kind' }] },
      'e.pdf': { damage: { code: 'encrypted' }, unread: [{ reason: 'encrypted' }] },
      'f.xml': { text, damage: { code: 'not-well-formed' } },
    });
    await silent(rule, { main: cites(...Object.keys(evidence)), evidence });
  });

  it('is silent while nothing is known of a piece', async () => {
    await silent(rule, { main: cites('a.7z', 'b.7z'), evidence: { 'a.7z': file(), 'b.7z': { state: 'absent' } } });
  });
});
