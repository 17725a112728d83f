/** The problem of a text that has more of them; the rule on syntax says it in words. */
export const tooManyEntries = { code: 'TOO_MANY_ENTRIES', detail: 'TOO_MANY_ENTRIES' };
