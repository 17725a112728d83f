/** Teleservices by the words in their names, as people write them (`homologation DMP`, `INSi`, `ApCV`, `e-prescription`). */
const names: readonly (readonly [name: string, form: RegExp])[] = [
  ['DMP', /dmp/],
  ['INSi', /insi|^ins$/],
  ['ApCV', /apcv/],
  ['e-prescription', /prescription|ordonnance/],
];

/** The teleservices that a text names; empty when it names none that is known here. */
export function teleservicesIn(text: string): readonly string[] {
  const plain = bareName(text);
  return names.filter(([, form]) => form.test(plain)).map(([name]) => name);
}

/** A name as it is compared: its letters, without accents, in lower case. */
export function bareName(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
