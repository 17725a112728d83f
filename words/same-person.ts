/** A name as people write it: neither case nor white space tells two of them apart. */
export function bareName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether two names are one person's, as they write them; nobody is no person. */
export function isSamePerson(one: string | undefined, other: string | undefined): boolean {
  const name = bareName(one ?? '');
  return name !== '' && name === bareName(other ?? '');
}
