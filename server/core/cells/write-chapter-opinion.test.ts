import assert from 'node:assert/strict';
import { analyse, manifest } from '../../../test/kit/dossier-kit';
import { say } from '../messages/say';
import type { ChapterOpinion } from './cell';
import { writeCells } from './write-cells';

const chapter = 'Pro Santé Connect';
const opinion = (more: Partial<ChapterOpinion> = {}): ChapterOpinion => ({
  ...{ kind: 'chapterOpinion', chapter, le: '2026-11-18', avis: 'validé', commentaire: '' },
  ...more,
});

async function outcomeOf(main: string, ...cells: readonly ChapterOpinion[]): Promise<string> {
  const { analysis } = await analyse([], { main });
  const outcome = writeCells(analysis, cells, 'fr');
  if (outcome.kind === 'planned') return outcome.files[0]?.after ?? main;
  assert.ok(outcome.kind === 'refused');
  return outcome.cells.map(({ refusal }) => say(refusal.sentence, 'fr', refusal.args ?? {})).join('\n');
}

describe('what ANS said of a chapter', () => {
  it('is written as its state and in its history, in a section of its own where none is', async () => {
    const before = manifest('');
    const said = `chapitres:
  ${chapter}:
    statut: validé
    le: 2026-11-18
    historique: [{ le: 2026-11-18, statut: validé }]
`;
    assert.equal(await outcomeOf(before, opinion()), before + said);
    assert.equal(await outcomeOf(before.trimEnd(), opinion()), before + said);
  });

  it('keeps the state that was there in the history, once', async () => {
    const main = manifest(`chapitres:\n  ${chapter}:\n    statut: modification demandée\n    le: 2026-11-02\n`);
    const after = await outcomeOf(main, opinion({ commentaire: 'Bien.' }));
    assert.match(after, /statut: validé\n {4}le: 2026-11-18\n/);
    assert.match(
      after,
      /historique: \[\{ le: 2026-11-02, statut: "?modification demandée"? \}, \{ le: 2026-11-18, statut: "?validé"?, commentaire: "?Bien\."? \}\]\n/,
    );
    const later = await outcomeOf(after, opinion({ le: '2026-11-20', avis: 'modification demandée' }));
    assert.equal(later.match(/le: 2026-11-18/g)?.length, 1, 'what is told already is not told twice');
    const older = await outcomeOf(after, opinion({ le: '2026-11-10', avis: 'modification demandée' }));
    assert.match(older, /statut: validé\n {4}le: 2026-11-18\n/, 'something later is noted');
  });

  it('is refused without a day or an opinion, for a day that is none, and for what ANS does not say', async () => {
    for (const [more, said] of [
      [{ le: '' }, /« le »/],
      [{ avis: '' }, /« statut »/],
      [{ le: '2026-02-30' }, /^« 2026-02-30 » n’est pas une date du calendrier/],
      [{ avis: 'déposé' }, /^« déposé » n’est pas une valeur de « statut »\. Choisissez parmi : /],
      [{ avis: 'n’importe' }, /« n’importe »/],
    ] as const)
      assert.match(await outcomeOf(manifest(''), opinion(more)), said);
  });

  it('is not written where the section is written in a way that cannot be edited', async () => {
    for (const section of [
      `x: &c {}\nchapitres: *c\n`,
      `chapitres:\n  ${chapter}: &c { statut: déposé }\n  Autre: *c\n`,
    ])
      assert.doesNotMatch(await outcomeOf(manifest(section), opinion()), /2026-11-18/, section);
  });
});
