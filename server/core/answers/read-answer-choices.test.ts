import assert from 'node:assert/strict';
import { say } from '../messages/say';
import { readAnswerChoices } from './read-answer-choices';

const roles = 'preuve, scenario, exigence, chapitre, avis, date, commentaire';

describe('how a table of answers is to be read', () => {
  it('is the sheet, the headers and the words that the user names', () => {
    const { choices, problems } = readAnswerChoices(
      'feuille: Retours\ncolonnes: { preuve: Réf., avis: Décision }\navis: { Conforme: validé, À Revoir: MODIFICATION DEMANDEE }\n',
    );
    assert.deepEqual(problems, []);
    assert.equal(choices.sheet, 'Retours');
    assert.deepEqual(
      [...(choices.columns ?? [])],
      [
        ['preuve', 'Réf.'],
        ['avis', 'Décision'],
      ],
    );
    assert.deepEqual(
      [...(choices.verdicts ?? [])],
      [
        ['conforme', 'validé'],
        ['a revoir', 'modification demandée'],
      ],
    );
    assert.deepEqual(readAnswerChoices('{}').choices, {});
  });

  const wrong: readonly (readonly [text: string, fr: string, en: string])[] = [
    [
      '',
      'ligne 1 : ce fichier ne se lit pas comme du YAML ; attendu : feuille, colonnes, avis',
      'line 1: this file does not read as YAML; expected: feuille, colonnes, avis',
    ],
    [
      '- Retours\n',
      'ligne 1 : ce fichier ne se lit pas comme du YAML ; attendu : feuille, colonnes, avis',
      'line 1: this file does not read as YAML; expected: feuille, colonnes, avis',
    ],
    [
      'feuille: Retours\navis: { "Conforme: validé }\n',
      'ligne 2 : ce fichier ne se lit pas comme du YAML ; attendu : feuille, colonnes, avis',
      'line 2: this file does not read as YAML; expected: feuille, colonnes, avis',
    ],
    [
      'avis: { Conforme: validé }\nfeuilles: Retours\n',
      'ligne 2 : « feuilles » n’est pas attendu ici ; attendu : feuille, colonnes, avis',
      'line 2: “feuilles” is not expected here; expected: feuille, colonnes, avis',
    ],
    ['feuille:\n', 'ligne 1 : « feuille » attend un texte', 'line 1: “feuille” expects a text'],
    ['feuille: [Retours]\n', 'ligne 1 : « feuille » attend un texte', 'line 1: “feuille” expects a text'],
    [
      'colonnes: Réf.\n',
      `ligne 1 : « colonnes » attend des titres de colonnes, chacun sous l’une des clés ${roles}`,
      `line 1: “colonnes” expects headers of columns, each under one of the keys ${roles}`,
    ],
    [
      'colonnes:\n  avis: Décision\n  reference: Réf.\n',
      `ligne 3 : « reference » n’est pas attendu ici ; attendu : ${roles}`,
      `line 3: “reference” is not expected here; expected: ${roles}`,
    ],
    [
      'colonnes:\n  avis: Décision\n  preuve:\n',
      'ligne 3 : « preuve » attend le titre d’une colonne',
      'line 3: “preuve” expects the header of a column',
    ],
    ...(
      [
        ['feuille: A\nfeuille: B\n', 'feuille', 2],
        ['colonnes:\n  avis: A\n  avis: B\n', 'avis', 3],
        ['avis:\n  Refusé: validé\n  REFUSE: modification demandée\n', 'REFUSE', 3],
      ] as const
    ).map(
      ([text, key, line]) =>
        [
          text,
          `ligne ${line} : « ${key} » est écrit deux fois ; gardez une seule de ces lignes`,
          `line ${line}: “${key}” is written twice; keep one of these lines`,
        ] as const,
    ),
    [
      'feuille: A\n---\nfeuille: B\n',
      'ligne 2 : un second document commence ici, qui ne serait pas lu ; retirez la ligne « --- »',
      'line 2: a second document begins here, which would not be read; remove the line “---”',
    ],
    [
      'avis: validé\n',
      'ligne 1 : « avis » attend des mots, et derrière chacun ce qu’il veut dire : validé, modification demandée',
      'line 1: “avis” expects words, and behind each of them what it means: validé, modification demandée',
    ],
    [
      'avis:\n  Conforme: validé\n  Refusé: refus\n',
      'ligne 3 : « refus » n’est pas un avis de l’ANS ; attendu : validé, modification demandée',
      'line 3: “refus” is no verdict of ANS; expected: validé, modification demandée',
    ],
  ];
  for (const [text, fr, en] of wrong)
    it(`says what is wrong with ${JSON.stringify(text)}`, () => {
      const { problems } = readAnswerChoices(text);
      assert.deepEqual(
        problems.map(({ sentence, args }) => [say(sentence, 'fr', args), say(sentence, 'en', args)]),
        [[fr, en]],
      );
    });
});
