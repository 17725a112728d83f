/** 26 October 1985, 08:15 UTC: the date that npm gives every file of a package; the VSIX has the same. */
const sameDay = '499162500';

/** The environment in which packages come out the same, byte for byte, wherever and whenever they are made by one Node. */
export function packingEnvironment() {
  return {
    ...process.env,
    SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? sameDay,
    // Dates in a zip archive are local, and names are sorted as the language has it.
    TZ: 'UTC',
    LC_ALL: 'C',
  };
}
