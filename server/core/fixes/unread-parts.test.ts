import assert from 'node:assert/strict';
import { parseManifest } from '../manifest/parse-manifest';
import { countUnreadParts, unreadPartsOfEntries } from './unread-parts';

const text = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
exigences:
  PSC.01:
    scenarios:
      PSC.01.01:
        preuves:
          PSC.01.01.01: &film
            - fichier: preuves/film.mp4
              date: 2026-11-02
  PSC.02:
    scenarios:
      PSC.02.01: { preuves: { PSC.02.01.01: *film } }
  PSC.08:
    commentaire: fin
scenarios:
  SCN_DB/CO.01:
    commentaire: seul
`;

/** The text after one replacement of what stands once in it. */
function changed(from: string, to: string): string {
  assert.equal(text.split(from).length, 2, from);
  return text.replace(from, to);
}

const always = () => true;

describe('slips of entries', () => {
  const cases: readonly (readonly [what: string, from: string, to: string])[] = [
    ['a key more', '              date: 2026-11-02', '              date: 2026-11-02\n              version: 12.4.0'],
    ['a key twice', '              date: 2026-11-02', '              date: 2026-11-02\n              date: 2026-11-03'],
    ['a quote that is not closed', 'commentaire: fin', 'commentaire: "fin'],
    ['a key too far to the left', '              date: 2026-11-02', '       date: 2026-11-02'],
    ['a text where keys are expected', 'scenarios:\n      PSC.02.01: {', 'scenarios: non\n      #'],
    ['a value with a colon', 'commentaire: fin', 'commentaire: fin: suite'],
    ['an entry more', '  PSC.08:', '  PSC.07:\n    commentaire: entre deux\n  PSC.08:'],
    ['a core scenario', 'commentaire: seul', 'commentaire: [seul'],
  ];
  for (const [what, from, to] of cases) {
    it(`are those of the whole file: ${what}`, () => {
      const after = changed(from, to);
      const found = unreadPartsOfEntries(text, after, always);
      assert.ok(found);
      const whole = (of: string) => countUnreadParts(parseManifest(of).problems);
      // What an anchored value says wrong counts once more for each alias in the whole file.
      assert.equal(Math.sign(found.after - found.before), Math.sign(whole(after) - whole(text)));
    });
  }

  it('are not counted when something else than an entry changes', () => {
    assert.equal(unreadPartsOfEntries(text, changed('MDV-LGC-Va2', 'MDV-LGC-Va1'), always), undefined);
    assert.equal(unreadPartsOfEntries(text, changed('exigences:', 'exigence:'), always), undefined);
    assert.equal(unreadPartsOfEntries(text, `${text}chapitres: {}\n`, always), undefined);
    assert.equal(unreadPartsOfEntries(text, `\t${text}`, always), undefined);
  });

  it('are not counted where so much may not be read, and that says how much it is', () => {
    const after = changed('commentaire: seul', 'commentaire: [seul');
    const asked: number[] = [];
    const found = unreadPartsOfEntries(text, after, (characters) => asked.push(characters) === 0);
    assert.deepEqual(found, { before: 0, after: Infinity });
    assert.equal(asked.length, 1);
    assert.ok((asked[0] ?? 0) > 0 && (asked[0] ?? 0) < 2 * text.length);
  });
});
