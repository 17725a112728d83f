/** By which the sheet of the record (see `record.ts`) is known, in its first cell. */
export const recordSignature = 'segur-preuves/rapport';
