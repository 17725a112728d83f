/**
 * How ids are written and derived from one another, as read in the field's workbooks. Another regime is another line here.
 */
export interface IdGrammar {
  readonly example: readonly [parent: string, child: string];
  /** What may stand before the id of the parent and be left out of that of the child. */
  readonly dropped: RegExp | undefined;
  /** What follows the parent's id in the child's. */
  readonly tail: RegExp;
}

/** Anything that does not go on with the number itself (`1.44` is no child of `1.4`). */
const anyTail = /^(?:[^0-9A-Za-z].*|[a-z])$/;

export const idGrammars: readonly IdGrammar[] = [
  // Ségur, common base: the prefix of the base is left out.
  { example: ['SC.PSC.01', 'PSC.01.02'], dropped: /^(?:SC|CH)\./, tail: /^\.\d{2,3}p?$/ },
  // Ségur, wave 1: the prefix of the corridor may be left out.
  { example: ['LGC.DMP/UX.10', 'DMP/UX.10.01'], dropped: /^[A-Z]{2,4}\.(?=.*[A-Z])/, tail: /^\.\d{2,3}p?$/ },
  // Every regime: a child that begins with its parent's whole id follows it, however it is numbered (DMN: `INS 1.1`).
  { example: ['INS 1', 'INS 1.1'], dropped: undefined, tail: anyTail },
];
