import { all, change, mark, settings, type Plant } from './plant';
import { digestOf } from './seeded-evidence';
import type { SeededFault } from './seeded-faults';
import { schemasFolder } from './seeded-manifest';

const letter = 'preuves/documents/lettre.xml';

const quietly = (from: string, to: string): Plant => all(change(from, to), change(digestOf(from), digestOf(to), to));

/** Cites a document in place of the letter, with the schemas against which it is held; the other documents are sound. */
export const held = (name: string): Plant =>
  all(
    quietly(letter, `fautes/${name}`),
    quietly('preuves/documents/IHE_XDM.zip', 'fautes/archive-juste.zip'),
    quietly('preuves/mssante/envoi.eml', 'fautes/envoi-juste.eml'),
    settings(`version: 1\ncontrole: { cda: ${schemasFolder} }\n`),
  );

const failed = (fault: string, message: string, name: string): SeededFault => ({
  rule: 'preuve/cda-non-conforme',
  message,
  fault,
  plant: all(held(name), mark(`fautes/${name}`)),
});

/** Documents that fail a schema of the dialect of ANS, written for these tests. */
export const voletFaults: readonly SeededFault[] = [
  failed('a CDA with a code outside of its set of values', 'volet', 'cda-hors-jeu.xml'),
  failed('a CDA that its schema refuses', 'schema', 'cda-hors-schema.xml'),
  failed('a CDA whose section has no title', 'volet', 'cda-sans-titre.xml'),
  {
    rule: 'preuve/cda-non-verifie',
    message: 'versionUnknown',
    fault: 'a CDA of a version of its volet that the schemas do not have',
    plant: all(held('cda-autre-version.xml'), mark('dossier', 'version: 1\n')),
  },
  {
    rule: 'preuve/cda-non-verifie',
    message: 'voletUnknown',
    fault: 'a CDA of a volet that the schemas do not have',
    plant: all(held('cda-volet-inconnu.xml'), mark('dossier', 'version: 1\n')),
  },
];
