import assert from 'node:assert/strict';
import { guessProofCase, guessScenarioName, scenariosAreAlternatives } from './guess-cases';

describe('guessProofCase', () => {
  it('takes a single opening condition', () => {
    assert.deepEqual(guessProofCase('[Si modalité web] Vidéo'), { condition: 'Si modalité web', dependsOnCase: false });
    assert.deepEqual(guessProofCase('[Si web] Vidéo [Si CIBA] Vidéo'), { dependsOnCase: true });
    assert.deepEqual(guessProofCase('Vidéo, voir [INS3]'), { dependsOnCase: false });
  });

  it('takes the words that make the whole of a proof conditional, and no others', () => {
    for (const [text, condition] of [
      ['Si besoin, extrait du code', 'Si besoin'],
      ['Le cas échéant : capture', 'Le cas échéant'],
      ['(Facultatif) Vidéo', 'Facultatif'],
      ['[S’il y a lieu] Vidéo', 'S’il y a lieu'],
      ["Copie d'écran de la fiche (si applicable).", 'si applicable'],
      ['Si modalité web : vidéo\n- de l’entrée\n- de la sortie', 'Si modalité web'],
      ["Si l'éditeur propose plusieurs moyens, vidéo", "Si l'éditeur propose plusieurs moyens"],
      ['Preuve facultative : vidéo', 'facultative'],
      ['Preuve facultative :\nvidéo', 'facultative'],
      ['(Pièce optionnelle) Journal', 'optionnelle'],
      ['Pièces facultatives : journaux', 'facultatives'],
      ['(Si modalité web) Vidéo du parcours', 'Si modalité web'],
      ['(si le logiciel gère les titres) : capture', 'si le logiciel gère les titres'],
      ['Si modalité web – vidéo', 'Si modalité web'],
      ['Si modalité web :\nVidéo du parcours', 'Si modalité web'],
      ['Modalité CIBA : vidéo du parcours', 'Modalité CIBA'],
      ['(Modalité navigateur interne) Vidéo', 'Modalité navigateur interne'],
      ['Pour la modalité web : vidéo', 'Pour la modalité web'],
      ['Dans le cas de la modalité CIBA, vidéo', 'Dans le cas de la modalité CIBA'],
      ['Modalité web :\n- vidéo\n- journal', 'Modalité web'],
      ['Copie d’écran de l’alerte, le cas échéant', 'le cas échéant'],
    ] as const)
      assert.deepEqual(guessProofCase(text), { condition, dependsOnCase: false }, text);
    for (const text of [
      'Vidéo et capture, le cas échéant',
      'Vidéo montrant l’alerte, le cas échéant',
      'Vidéo montrant l’alerte (le cas échéant).',
      'Capture affichant le message si applicable',
      'Copie d’écran avec le titre, si besoin',
      'Journal dans lequel figure l’appel, le cas échéant',
      '(Si le patient est inconnu) Capture du message',
      'Si modalité web :\nVidéo du parcours\nCapture de la fiche',
      'Modalité CIBA : vidéo. Capture de la fiche.',
      'Le cas échéant, log. Vidéo du parcours.',
      'Si besoin, vidéo\nCapture de la fiche',
      "Si le patient est inconnu : capture du message d'erreur",
      'Si le système affiche une erreur, capture',
    ])
      assert.deepEqual(guessProofCase(text), { partly: true, dependsOnCase: false }, text);
    for (const text of [
      'Vidéo montrant que si besoin, le message part',
      'Simulation : vidéo',
      'Modalité de dépôt : vidéo',
      'Modalités d’accès : capture',
      'Vidéo de la modalité CIBA',
      'Document facultatif de la structure, signé',
      'Preuve de la demande : capture',
      'Capture ; éventuellement complétée par un journal',
      'En cas de refus, capture du message',
    ])
      assert.deepEqual(guessProofCase(text), { dependsOnCase: false }, text);
  });

  it('tells cases of the product from runs of a scenario', () => {
    assert.deepEqual(guessProofCase('CAS 1 : certificat'), { openingCase: 'CAS 1', dependsOnCase: true });
    assert.deepEqual(guessProofCase('CAS 1 : certificat OU CAS 2 : attestation'), { dependsOnCase: true });
    assert.deepEqual(guessProofCase('Démonstration - cas n°1'), { dependsOnCase: false });
  });
});

describe('scenariosAreAlternatives', () => {
  const two = [{ proofs: [{ expected: 'Vidéo' }] }, { proofs: [{ expected: 'Vidéo' }] }];
  const each = two.map(() => ({
    proofs: [{ expected: "Vidéo.\nPour le cas d'une solution web, veuillez déposer la preuve A." }],
  }));

  it('needs the statement and the scenarios to agree', () => {
    assert.equal(
      scenariosAreAlternatives({ text: "au moins par l'une des 2 modalités suivantes", scenarios: two }),
      true,
    );
    assert.equal(scenariosAreAlternatives({ text: "au moins par l'une des deux modalités", scenarios: two }), true);
    assert.equal(scenariosAreAlternatives({ text: "l'une des 4 modalités suivantes", scenarios: two }), false);
    assert.equal(scenariosAreAlternatives({ text: "l'une des modalités suivantes", scenarios: two }), false);
    assert.equal(scenariosAreAlternatives({ text: "l'une des modalités suivantes", scenarios: each }), true);
    assert.equal(scenariosAreAlternatives({ text: 'une modalité parmi les suivantes', scenarios: each }), true);
    assert.equal(scenariosAreAlternatives({ text: 'Le système DOIT tout faire', scenarios: each }), false);
    assert.equal(scenariosAreAlternatives({ text: "l'une des 1 modalités", scenarios: two.slice(1) }), false);
    assert.equal(scenariosAreAlternatives({ text: undefined, scenarios: each }), false);
  });
});

describe('guessScenarioName', () => {
  it('reads a line that names the scenario', () => {
    assert.equal(guessScenarioName('Scénario - mode webVérifie les exigences'), 'mode web');
    assert.equal(guessScenarioName('Description :\nScénario  - accès CIBA\n\n- suite'), 'accès CIBA');
    assert.equal(guessScenarioName('Ouvrir la fiche'), undefined);
  });
});
