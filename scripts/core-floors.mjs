/**
 * The floors of server/core, bottom up: a folder imports only from floors below its own, and folders of one floor do not
 * know each other. The lint and docs/architecture.svg are made from this list.
 */
export const coreFloors = [
  ['messages', 'identifiers', 'time'],
  ['text', 'regimes'],
  ['catalogue'],
  ['workbook'],
  ['evidence'],
  ['ports'],
  ['manifest'],
  ['findings', 'facts'],
  ['configuration', 'portfolio'],
  ['dossier'],
  ['status', 'instruction', 'threads'],
  ['fixes'],
  ['parcours', 'revision', 'moves'],
  ['rules'],
  ['engine'],
  ['workspace', 'submission', 'attach'],
  ['report', 'cells', 'intake', 'collect'],
  ['holdings', 'uploads', 'answers', 'eligibility', 'roundtrip', 'merge'],
];

/** What a folder must not import: its own floor and those above. @returns {string[]} names of folders */
export function forbiddenTo(folder) {
  const own = coreFloors.findIndex((floor) => floor.includes(folder));
  return coreFloors
    .slice(own)
    .flat()
    .filter((name) => name !== folder);
}
