import assert from 'node:assert/strict';
import { isPlaceholder } from './placeholder';
import { saysSomething, saysWhy } from './says-something';

const subject = {
  ids: ['INS/va1.56', 'INS/va1.56.02'],
  statements: ['Le système DOIT afficher la version du logiciel sur chaque écran de connexion.'],
};

describe('isPlaceholder', () => {
  it('knows what stands in for words to come', () => {
    const placeholders = ['', '  ', '-', '…', '???', 'TODO', 'todo: demander à Paul', 'à compléter', 'À COMPLÉTER.'];
    const more = ['[justification : à compléter]', 'xxx', 'XX', 'N/A', 'n.a.', 'NA', 'non', 'Non.', 'oui', 'néant'];
    const english = ['to do', 'To be completed', 'tbd', 'none', 'lorem ipsum', 'x.y.z', 'à faire avec le juridique'];
    for (const text of [...placeholders, ...more, ...english]) assert.ok(isPlaceholder(text), text);
  });

  it('takes names and versions for what they are', () => {
    for (const text of ['Éditeur Exemple', 'X', '1', '12.4.0', 'v2', 'MonCabinet', 'Todomed', 'Nova', 'A+', '3M'])
      assert.ok(!isPlaceholder(text), text);
  });
});

describe('saysWhy', () => {
  it('is not content with a placeholder, the id, the statement, or that it does not apply', () => {
    const texts = [
      'INS/va1.56',
      'L’exigence INS/va1.56 n’est pas applicable.',
      'Non applicable à notre logiciel',
      'Sans objet',
      'hors périmètre',
      'Not applicable',
      'This requirement does not apply to our product.',
      'Le système doit afficher la version du logiciel sur chaque écran de connexion',
      'LE SYSTÈME DOIT AFFICHER LA VERSION DU LOGICIEL SUR CHAQUE ÉCRAN DE CONNEXION…',
      'Non applicable : le système DOIT afficher la version du logiciel sur chaque écran de connexion.',
      'INS/va1.56 – Le système DOIT afficher la version du logiciel sur chaque écran',
      'abc',
      '12345',
      'aaaa bbbb',
      'non non non',
      'pas le temps',
      'Manque de temps.',
      'Plus tard',
      'On verra',
      'Pas encore développé',
      'non développée',
      'Sera fait dans la prochaine version',
      'Prévu en 2027.',
      'Je ne sais pas',
      'No time yet',
      'Will be done in the next release',
      'not implemented yet',
    ];
    for (const text of texts) assert.ok(!saysWhy(text, subject), text);
  });

  it('takes a reason, short or in the words of the statement', () => {
    const texts = [
      'Pas d’hébergement.',
      'Abrogée.',
      'Le logiciel n’a pas d’écran de connexion.',
      'MonCabinet est une application web, sans client à fermer.',
      'Le logiciel candidat ne propose pas cette fonction.',
      'No health data is hosted.',
      'Non applicable : le logiciel n’envoie aucun courriel.',
      'Aucun accès mobile.',
      'La version mobile n’existe pas.',
      'Pas de carte Vitale : le logiciel ne facture pas.',
      'Version serveur sans poste client.',
    ];
    for (const text of texts) assert.ok(saysWhy(text, subject), text);
  });
});

describe('a reason and the statement', () => {
  const statement = 'Le système DOIT afficher la version du logiciel sur chaque écran de connexion.';
  const why = (text: string, statements: readonly string[], ids: readonly string[] = []) =>
    saysWhy(text, { ids, statements });

  it('are the same with what only restates around it, and not with more', () => {
    const quoted = 'système doit afficher version chaque écran connexion';
    assert.ok(!why(`${quoted} : non applicable, cf annexe`, [statement]));
    assert.ok(why(`${quoted} : nos postes sont des bornes sans écran`, [statement]));
    assert.ok(!why('doit afficher version chaque écran', [statement]));
  });

  it('are not compared where one of them says nothing of its own', () => {
    assert.ok(why('Nos bornes n’ont aucun écran', ['', 'Sans objet']));
    assert.ok(!why('afficher version', ['Afficher la version']));
  });

  it('are held against each other without ids, of which some have no word', () => {
    assert.ok(saysSomething('Nos bornes INS/va1.56', ['—', 'INS/va1.56']));
    assert.ok(!saysSomething('INS/va1.56 — INS/va1.56', ['—', 'INS/va1.56']));
    assert.ok(!saysSomething('xxx', []));
    assert.ok(!saysSomething('bof', []));
  });
});
