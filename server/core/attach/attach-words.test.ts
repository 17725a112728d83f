import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { rules } from '../rules/registry';
import { attachmentSentence, notAttachedWords, refusalSentence, unplacedSentence } from './attach-words';
import { brokenManifest } from './broken-manifest';
import type { SlotChoice } from './find-slot';
import type { WantedSlot } from './piece';
import type { Attachment } from './plan-attach';
import type { Slot } from './slots';

const slot: Slot = { proof: 'P.01', scenario: 'S.01', requirement: 'R.01', pieces: 0 };
const core: Slot = { proof: 'P.02', scenario: 'S.02', pieces: 0 };
const nameOf = (): string => 'film.mp4';
const fileOf = (): string => 'main.preuves.yaml';

describe('what is said of attaching a piece', () => {
  it('says where it goes, and what tells its day', () => {
    const destination = { path: 'preuves/film.mp4', isThere: false };
    const cases: readonly [more: Partial<Attachment>, fr: string, en: string][] = [
      [
        { destination, captured: { day: '2026-11-02', from: 'content' } },
        'P.01 : « preuves/film.mp4 » (film.mp4), capture du 2026-11-02 selon son contenu',
        'P.01: “preuves/film.mp4” (film.mp4), captured on 2026-11-02 as its content says',
      ],
      [
        { destination, captured: { day: '2026-11-02', from: 'file' } },
        'P.01 : « preuves/film.mp4 » (film.mp4), capture du 2026-11-02 selon la date du fichier : à vérifier',
        'P.01: “preuves/film.mp4” (film.mp4), captured on 2026-11-02 as the file’s own time says: to be checked',
      ],
      [
        { destination },
        'P.01 : « preuves/film.mp4 » (film.mp4), date de capture inconnue',
        'P.01: “preuves/film.mp4” (film.mp4), date of capture not known',
      ],
      [
        { destination: { ...destination, isThere: true }, isDateSaid: true },
        'P.01 : « preuves/film.mp4 », déjà en place',
        'P.01: “preuves/film.mp4”, in place already',
      ],
      [
        { destination, alreadyCited: true },
        'P.01 cite déjà film.mp4 : rien à écrire',
        'P.01 cites film.mp4 already: nothing to write',
      ],
      [
        {},
        'P.01 : film.mp4, sans date : écrivez « date » si vous la connaissez',
        'P.01: film.mp4, without a date: write “date” if you know it',
      ],
      [{ isDateSaid: true }, 'P.01 : film.mp4', 'P.01: film.mp4'],
    ];
    for (const [more, fr, en] of cases) {
      assert.equal(attachmentSentence({ piece: 0, slot, ...more }, nameOf, 'fr'), fr);
      assert.equal(attachmentSentence({ piece: 0, slot, ...more }, nameOf, 'en'), en);
    }
  });

  it('says why a piece has no place yet, and which it may have', () => {
    const wanted: WantedSlot = { proof: 'P.01', scenario: 'S.09', requirement: 'R.09' };
    const cases: readonly [Exclude<SlotChoice, { kind: 'one' }>, WantedSlot | undefined, fr: string, en: string][] = [
      [
        { kind: 'none', near: [] },
        undefined,
        'film.mp4 : aucun identifiant de preuve de ce dossier dans ce nom. Dites la preuve.',
        'film.mp4: no id of a proof of this dossier in that name. Say which proof.',
      ],
      [
        { kind: 'none', near: [] },
        wanted,
        'film.mp4 : « P.01 » n’est ni une preuve, ni un scénario, ni une exigence de ce dossier.',
        'film.mp4: “P.01” is no proof, scenario or requirement of this dossier.',
      ],
      [
        { kind: 'none', near: ['P.10', 'P.11'] },
        wanted,
        'film.mp4 : « P.01 » n’est ni une preuve, ni un scénario, ni une exigence de ce dossier. Vouliez-vous dire P.10 ou P.11 ?',
        'film.mp4: “P.01” is no proof, scenario or requirement of this dossier. Did you mean P.10 or P.11?',
      ],
      [
        { kind: 'elsewhere', slots: [slot, core] },
        wanted,
        'film.mp4 : P.01 n’est pas sous R.09, S.09, mais sous R.01, S.01 ou sous S.02. Corrigez ce que vous avez dit, ou dites la preuve seule.',
        'film.mp4: P.01 is not under R.09, S.09, but under R.01, S.01 or under S.02. Correct what you said, or say the proof alone.',
      ],
      [
        { kind: 'several', slots: [slot, core] },
        undefined,
        'film.mp4 peut aller à plusieurs preuves : P.01, P.02. Dites laquelle.',
        'film.mp4 may go to several proofs: P.01, P.02. Say which one.',
      ],
      [
        { kind: 'several', slots: [slot, { ...core, proof: 'P.01' }] },
        wanted,
        'film.mp4 peut aller à plusieurs preuves : P.01 (sous R.01, S.01), P.01 (sous S.02). Dites laquelle.',
        'film.mp4 may go to several proofs: P.01 (under R.01, S.01), P.01 (under S.02). Say which one.',
      ],
      [
        { kind: 'empty', coveredBy: [] },
        wanted,
        'film.mp4 : P.01 est connue, mais n’attend aucune preuve à son nom.',
        'film.mp4: P.01 is known, but expects no proof of its own.',
      ],
    ];
    for (const [choice, of, fr, en] of cases) {
      assert.equal(unplacedSentence({ piece: 0, choice }, nameOf, of, 'fr'), fr);
      assert.equal(unplacedSentence({ piece: 0, choice }, nameOf, of, 'en'), en);
    }
  });

  it('says of several pieces why none is attached, or what stands in the way of all', () => {
    const names = (piece: number): string => ['a.png', 'b.png'][piece] ?? '';
    const choice = { kind: 'none', near: [] } as const;
    const unplaced = [0, 1].map((piece) => ({ piece, choice }));
    assert.equal(
      notAttachedWords({ kind: 'unplaced', placed: [], unplaced }, names, fileOf, 'en'),
      'a.png: no id of a proof of this dossier in that name. Say which proof.\nb.png: no id of a proof of this dossier in that name. Say which proof.',
    );
    const unwritable = { kind: 'unwritable', piece: 1, slot, uri: mainUri } as const;
    assert.match(
      notAttachedWords(unwritable, names, fileOf, 'fr'),
      /^b\.png : P\.01 est écrite d’une façon .* Corrigez d’abord main\.preuves\.yaml ; rien n’a été modifié\.$/,
    );
    assert.match(
      notAttachedWords(unwritable, names, fileOf, 'en'),
      /^b\.png: P\.01 is written in a way .* Correct main\.preuves\.yaml first; nothing was changed\.$/,
    );
    const own = { kind: 'own', piece: 0 } as const;
    assert.match(notAttachedWords(own, names, fileOf, 'fr'), /^a\.png est un fichier du dossier lui-même/);
  });

  it('says what is no YAML in the words of the check, and plainly where the check is not asked', async () => {
    const main = manifest('exigences: [\n');
    const said = async (of: typeof rules, locale: 'fr' | 'en') => {
      const broken = brokenManifest((await analyse(of, { main })).analysis);
      assert.ok(broken);
      return refusalSentence(broken, nameOf, fileOf, locale);
    };
    assert.match(
      await said(rules, 'fr'),
      /^main\.preuves\.yaml, ligne \d+ : L’accolade ou le crochet .* Rien n’a été modifié : corrigez d’abord ce fichier\.$/,
    );
    assert.match(await said([], 'fr'), /, ligne \d+ : ce n’est pas du YAML\. Rien n’a été modifié/);
    assert.match(await said([], 'en'), /, line \d+: this is no YAML\. Nothing was changed: correct that file first\.$/);
  });
});
