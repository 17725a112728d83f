import assert from 'node:assert/strict';
import { findLeftOpen } from './find-left-open';

describe('what is left open in a text', () => {
  it('finds marks, brackets and empty fields', () => {
    for (const [text, found] of [
      ['TODO décrire la sauvegarde', 'TODO'],
      ['Durée : TBD.', 'TBD'],
      ['Signataire : [à compléter]', 'à compléter'],
      ['Date : à compléter\nLieu : Paris', 'à compléter'],
      ['Version <a\u0300 renseigner>', 'à renseigner'],
      ['lorem ipsum dolor sit amet', 'lorem ipsum'],
      ['Lorem ipsum dolor', 'Lorem ipsum'],
      ['Signataire : [À COMPLÉTER]', 'À COMPLÉTER'],
    ] as const)
      assert.deepEqual(findLeftOpen(text), [found], text);
  });

  it('keeps each once, and the first five', () => {
    const fields = ['compléter', 'renseigner', 'remplir', 'définir', 'préciser', 'rédiger'].map(
      (verb) => `[à ${verb}]`,
    );
    assert.deepEqual(findLeftOpen([...fields, ...fields].join('\n')), [
      ...['à compléter', 'à renseigner', 'à remplir', 'à définir', 'à préciser'],
    ]);
  });

  it('leaves instructions of forms, words and names alone', () => {
    for (const text of [
      'Formulaire à compléter par l’éditeur',
      'Les champs à renseigner sont marqués d’une étoile.',
      'Cadre : à compléter si besoin',
      'todo list, Autodoc, METODO, TODO_LIST',
      'le traitement à définir avec le patient',
      'Les TODO du code sont revus à chaque version.',
      'TODO -> DOING -> DONE',
      'not ok 2 - par lot # TODO pas encore',
      '',
    ])
      assert.deepEqual(findLeftOpen(text), [], text);
  });

  it('keeps each once, and a few', () => {
    assert.deepEqual(findLeftOpen('TODO a, TODO b, FIXME c'), ['TODO', 'FIXME']);
  });
});
