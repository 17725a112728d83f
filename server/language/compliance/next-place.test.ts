import assert from 'node:assert/strict';
import { analyse, mainUri, manifest, rootUri, type KitInput } from '../../../test/kit/dossier-kit';
import type { NextPlaceParams } from '../../../protocol/requests/next-place';
import { nextPlace } from './next-place';

const fragmentUri = `${rootUri}/fr/b.preuves.yaml`;

async function walker(input: KitInput) {
  const { analysis, textOf } = await analyse([], input);
  const lineOf = (uri: string, line: number) => textOf(uri).split('\n')[line]?.trim();
  return (what: NextPlaceParams['what'], direction: NextPlaceParams['direction'], from?: NextPlaceParams['from']) => {
    const { place, text } = nextPlace([analysis], { what, direction, ...(from ? { from } : {}) }, 'fr');
    return {
      text,
      place,
      line: place && lineOf(place.uri, place.range.start.line),
      from: place && { uri: place.uri, position: place.range.start },
    };
  };
}

const split: KitInput = {
  main: manifest(
    'exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.01:\n        preuves:\n          INS/va1.56.01.01: []\n',
  ).replace('dossier:\n', 'dossier:\n  fragments: [fr/*.preuves.yaml]\n'),
  files: {
    'fr/b.preuves.yaml':
      'exigences:\n  SSI/GEN.07:\n    scenarios:\n      SSI/GEN.07.01:\n        preuves:\n          SSI/GEN.07.01.01: []\n',
  },
};

describe('segur/suivant', () => {
  it('goes from the cursor through every file of the dossier, around, and back the same way', async () => {
    const go = await walker(split);
    const seen: (string | undefined)[] = [];
    let step = go('missing', 'next');
    const first = step.place;
    const total = Number(/\/(\d+)/.exec(step.text)?.[1]);
    for (let index = 0; index < total; index += 1) {
      seen.push(`${step.place?.uri.slice(rootUri.length + 1) ?? ''} ${step.line ?? ''}`);
      step = go('missing', 'next', step.from);
    }
    assert.deepEqual(step.place, first);
    assert.match(step.text, /^1\/\d+ · .*\(retour au début\)$/);
    assert.equal(new Set(seen).size, total);
    assert.ok(seen.includes('main.preuves.yaml INS/va1.56.01.01: []'), seen.join('\n'));
    const back = go('missing', 'previous', first && { uri: first.uri, position: first.range.start });
    assert.ok(seen.includes('fr/b.preuves.yaml SSI/GEN.07.01.01: []'), seen.join('\n'));
    assert.match(back.text, new RegExp(`^${total}/${total} · .*\\(retour à la fin\\)$`));
  });

  it('says how many that are not written share the place where they would go', async () => {
    const go = await walker({ main: manifest('exigences:\n  INS/va1.56:\n') });
    const { text, line } = go('missing', 'next', { uri: mainUri, position: { line: 0, character: 0 } });
    assert.equal(line, 'exigences:');
    assert.match(text, /^1\/\d+ · \S+ et \d+ autres?, à écrire ici$/);
  });

  it('finds what is to review and what ANS asked for apart from what is missing, and says when there is none', async () => {
    const go = await walker({ main: manifest('exigences:\n  INS/va1.56:\n') });
    assert.deepEqual(go('toReview', 'next'), {
      text: 'Aucune preuve à revoir.',
      place: undefined,
      line: undefined,
      from: undefined,
    });
    assert.equal(go('requested', 'previous').text, 'Aucune demande de l’ANS sans réponse.');
    const asked = await walker({
      main: manifest('chapitres:\n  Pro Santé Connect: { statut: modification demandée, le: 2026-11-02 }\n'),
    });
    assert.match(asked('requested', 'next').text, /^1\/1 · Pro Santé Connect/);
  });

  it('does not call done what it cannot measure', async () => {
    const go = await walker({ main: manifest(''), catalogue: null });
    assert.match(go('missing', 'next').text, /^Ce qui est attendu n’est pas connu/);
    assert.equal(nextPlace([], { what: 'missing', direction: 'next' }, 'en').text, 'No proof dossier is open.');
  });

  it('begins before the first where the cursor is in no dossier', async () => {
    const go = await walker(split);
    const other = { uri: 'file:///other.yaml', position: { line: 3, character: 0 } };
    assert.equal(go('missing', 'next', other).text, go('missing', 'next').text);
    const { place } = go('missing', 'next', { uri: fragmentUri, position: { line: 0, character: 0 } });
    assert.ok(place);
  });
});
