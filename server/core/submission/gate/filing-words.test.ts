import assert from 'node:assert/strict';
import type { Filing } from '../gate';
import type { Blocker } from './blocker';
import { filingNotes, filingState, filingSummary, untoldReasons } from './filing-words';

const filing = (more: Partial<Filing> = {}): Filing => ({
  isPossible: true,
  blockers: [],
  emptyChapters: [],
  leftOut: [],
  approvalPapers: [],
  waived: [],
  editedCatalogue: false,
  ...more,
});
const blocker = (kind: Blocker['kind'], text: string): Blocker => ({
  kind,
  reason: { message: { fr: text, en: `${text}, in English` } },
  uri: 'file:///d/a.preuves.yaml',
  range: { start: 0, end: 1 },
});
const many = Array.from({ length: 22 }, (_, index) => `${index + 1}.pdf`);

describe('what is said of whether something can be filed', () => {
  it('is a yes, or a no with how many reasons of each kind', () => {
    assert.deepEqual(
      [filingState(filing(), 'fr'), filingSummary(filing(), 'fr'), filingSummary(filing(), 'en')],
      ['Peut être déposé', 'Peut être déposé', 'Can be filed'],
    );
    const no = filing({ isPossible: false, blockers: [blocker('unsignedDraft', 'a'), blocker('unsignedDraft', 'b')] });
    assert.match(filingSummary(no, 'fr'), /^Ne peut pas être déposé : 2 raisons \(.+ : 2\)$/);
    assert.match(filingSummary(no, 'en'), /^Cannot be filed: 2 reasons \(.+: 2\)$/);
  });

  it('names what is left out and what it rests on, at most twenty of each', () => {
    assert.deepEqual(filingNotes(filing(), 'fr'), []);
    const rests = filing({
      emptyChapters: ['Un', 'Deux'],
      approvalPapers: many,
      editedCatalogue: true,
      adjustments: 'ecarts.yaml',
    });
    const shown = many.slice(0, 20).join(' · ');
    assert.deepEqual(filingNotes(rests, 'fr'), [
      'Sans preuve attendue, laissés de côté : Un · Deux.',
      `Justificatifs d’homologation, à déposer à part (non joints à ce titre) : ${shown} · … (22).`,
      'Jugé d’après un REM modifié à la main depuis l’import, et non d’après le classeur officiel.',
      'Jugé avec les ajustements de « ecarts.yaml », qui partent avec le dépôt.',
    ]);
    assert.deepEqual(filingNotes(rests, 'en').slice(2), [
      'Judged by a REM that was changed by hand since the import, not by the official workbook.',
      'Judged with the adjustments of “ecarts.yaml”, which leave with the package.',
    ]);
  });

  it('tells what no finding tells, each once, at most twenty', () => {
    const of = (texts: readonly string[]) => filing({ blockers: texts.map((text) => blocker('unsignedDraft', text)) });
    assert.deepEqual(untoldReasons(of(['a', 'a', 'b']), 'en'), ['a, in English', 'b, in English']);
    assert.deepEqual(untoldReasons(of(many), 'fr'), [...many.slice(0, 20), '… (22)']);
    assert.deepEqual(untoldReasons(filing({ blockers: [blocker('status', 'a'), blocker('identity', 'b')] }), 'fr'), []);
  });
});
