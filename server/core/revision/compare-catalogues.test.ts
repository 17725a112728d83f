import assert from 'node:assert/strict';
import type { RequirementFile } from '../catalogue/catalogue-file';
import { catalogueOf, proofFile, requirementFile, requirementWith, scenarioFile } from '../../../test/kit/revision-kit';
import { compareCatalogues } from './compare-catalogues';

const traits =
  'Le système DOIT afficher les cinq traits stricts de l’identité du patient sur chaque écran de consultation.';
const mail =
  'Le logiciel DOIT envoyer les documents par la messagerie sécurisée au médecin traitant que le patient désigne.';

function compare(before: readonly RequirementFile[], after: readonly RequirementFile[]) {
  return compareCatalogues(catalogueOf(before), catalogueOf(after));
}

function pairs(before: readonly RequirementFile[], after: readonly RequirementFile[]): string[] {
  const { kept, added, removed } = compare(before, after).requirements;
  return [
    ...kept.map((one) => `${one.before.id} ${one.by} ${one.after.id}`),
    ...added.map(({ id }) => `+ ${id}`),
    ...removed.map(({ id }) => `- ${id}`),
  ];
}

describe('comparison of two catalogues', () => {
  it('finds nothing in a catalogue compared with itself', () => {
    const same = [requirementWith('A.01', [2, 1]), requirementWith('A.02', [])];
    const { requirements, chapters } = compare(same, same);
    assert.ok(requirements.kept.every((one) => !one.changed));
    assert.deepEqual([requirements.added, requirements.removed, chapters.added, chapters.removed], [[], [], [], []]);
  });

  it('matches by id, spelling, socle id and wave-1 id', () => {
    const r = requirementFile;
    assert.deepEqual(pairs([r('VI_SO.07')], [r('VI-SO.07')]), ['VI_SO.07 spelling VI-SO.07']);
    assert.deepEqual(
      pairs([r('A.01', { id_socle: 'SC.X.09', texte: traits })], [r('B.77', { id_socle: 'SC.X.09', texte: mail })]),
      ['A.01 socle B.77'],
    );
    assert.deepEqual(
      pairs([r('LGC.INS.01', { texte: traits })], [r('INS/va1.56', { ids_vague1: ['LGC.INS.01'], texte: traits })]),
      ['LGC.INS.01 wave1 INS/va1.56'],
    );
    // One published id that became two requirements: nothing is guessed.
    const two = ['Z.01', 'Z.02'].map((id) => r(id, { ids_vague1: ['LGC.INS.01'], texte: mail }));
    assert.deepEqual(pairs([r('LGC.INS.01', { texte: traits })], two), ['+ Z.01', '+ Z.02', '- LGC.INS.01']);
  });

  it('follows the texts when a new requirement pushes the numbers on', () => {
    const before = [requirementFile('A.01', { texte: traits }), requirementFile('A.02', { texte: mail })];
    const fresh =
      'Il DOIT être possible de chercher un professionnel dans l’annuaire national selon sa spécialité et sa commune.';
    const after = [
      requirementFile('A.01', { texte: fresh }),
      requirementFile('A.02', { texte: traits }),
      requirementFile('A.03', { texte: mail.replace('désigne', 'a désigné') }),
    ];
    assert.deepEqual(pairs(before, after), ['A.01 text A.02', 'A.02 text A.03', '+ A.01']);
  });

  it('keeps an id whose text was rewritten when no other has its words', () => {
    assert.deepEqual(pairs([requirementFile('A.01', { texte: traits })], [requirementFile('A.01', { texte: mail })]), [
      'A.01 id A.01',
    ]);
  });

  it('guesses nothing between two texts that are alike, nor from a few words', () => {
    const twice = ['B.01', 'B.02'].map((id) => requirementFile(id, { texte: traits }));
    assert.deepEqual(pairs([requirementFile('A.01', { texte: traits })], twice), ['+ B.01', '+ B.02', '- A.01']);
    const short = (id: string, texte: string) => requirementFile(id, { texte });
    assert.deepEqual(pairs([short('A.01', 'DOIT avoir un écran')], [short('B.01', 'DOIT avoir un écran lisible')]), [
      '+ B.01',
      '- A.01',
    ]);
  });

  it('says what changed in a requirement', () => {
    const before = requirementFile('A.01', { criticite: 'MINOR' });
    const after = requirementFile('A.01', {
      chapitre: 'Autre chapitre',
      nature: 'PRECONISATION',
      profils: ['IAM'],
      texte: `${before.texte ?? ''} Et davantage.`,
      criticite: 'MAJOR',
    });
    const rest = requirementFile('A.02');
    const [one] = compare([before, rest], [after, rest]).requirements.kept;
    assert.deepEqual(
      [one?.chapter, one?.nature, one?.profiles, one?.criticality],
      [
        { from: 'Identité nationale de santé', to: 'Autre chapitre' },
        { from: 'EXIGENCE', to: 'PRECONISATION' },
        { added: ['IAM'], removed: ['Général'] },
        { from: 'MINOR', to: 'MAJOR' },
      ],
    );
    assert.ok(one?.text && one.changed && !one.renumbered);
  });

  it('does not count line ends and spaces as a change', () => {
    const before = requirementFile('A.01', { texte: 'Un  texte_x000d_\n sur deux lignes' });
    const [one] = compare([before], [requirementFile('A.01', { texte: 'Un texte sur deux lignes' })]).requirements.kept;
    assert.equal(one?.changed, false);
  });

  it('sees that a chapter was renamed, not moved out of', () => {
    const renamed = compare([requirementFile('A.01')], [requirementFile('A.01', { chapitre: 'Identité' })]);
    assert.deepEqual([...renamed.chapters.renamed], [['Identité nationale de santé', 'Identité']]);
    assert.equal(renamed.requirements.kept[0]?.changed, false);
  });

  it('follows scenarios and proofs under a renumbered requirement', () => {
    const before = requirementWith('A.01', [2], { id_socle: 'SC.A.01', texte: traits });
    const after = requirementWith('B.07', [2], { id_socle: 'SC.A.01', texte: traits });
    const [one] = compare([before], [after]).requirements.kept;
    const [scenario] = one?.scenarios.kept ?? [];
    assert.deepEqual([scenario?.before.id, scenario?.by, scenario?.after.id], ['A.01.01', 'parent', 'B.07.01']);
    assert.deepEqual(
      scenario?.proofs.kept.map((proof) => [proof.before.id, proof.after.id]),
      [
        ['A.01.01.01', 'B.07.01.01'],
        ['A.01.01.02', 'B.07.01.02'],
      ],
    );
  });

  it('sees an inserted proof by the words of the others', () => {
    const film = 'Vidéo de la modification d’un trait d’identité';
    const log = 'Journal du message d’interopérabilité émis';
    const scenario = (proofs: readonly string[]) =>
      scenarioFile(
        'A.01.01',
        proofs.map((text, at) => proofFile(`A.01.01.0${at + 1}`, text)),
      );
    const before = requirementFile('A.01', { scenarios: [scenario([film, log])] });
    const after = requirementFile('A.01', {
      scenarios: [scenario([film, 'Copie d’écran du paramétrage choisi', log])],
    });
    const [requirement] = compare([before], [after]).requirements.kept;
    const proofs = requirement?.scenarios.kept[0]?.proofs;
    assert.deepEqual(
      proofs?.kept.map((one) => [one.before.id, one.by, one.after.id]),
      [
        ['A.01.01.01', 'id', 'A.01.01.01'],
        ['A.01.01.02', 'text', 'A.01.01.03'],
      ],
    );
    assert.deepEqual(
      proofs.added.map(({ id }) => id),
      ['A.01.01.02'],
    );
  });

  it('compares core-business scenarios', () => {
    const core = (more: object) => ({
      scenarios: [{ ...scenarioFile('SCN_A/B.01', [proofFile('SCN_A/B.01.01')]), ...more }],
    });
    const revision = compareCatalogues(
      catalogueOf([], core({ couvre: ['A.01', 'A.02'], obligatoire: true })),
      catalogueOf([], core({ couvre: ['A.01', 'A.03'], obligatoire: false })),
    );
    const [one] = revision.coreScenarios.kept;
    assert.deepEqual(one?.covers, { added: ['A.03'], removed: ['A.02'] });
    assert.deepEqual(one.mandatory, { from: true, to: false });
  });
});
