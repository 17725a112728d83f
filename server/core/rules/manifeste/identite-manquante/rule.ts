import { scaffoldIdentity } from '../../../fixes/scaffold-identity';
import { leavesReadable } from '../../../fixes/verified';
import { missingIdentity } from '../../../manifest/identity';
import { shift } from '../../../text/offset-range';
import { isReadInPart } from '../../../manifest/lost-section';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'manifeste/identite-manquante',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le dossier ne dit pas de quel éditeur ou de quel logiciel il est.',
      en: 'The dossier does not say which vendor or software it is of.',
    },
    why: {
      fr: 'La candidature, les déclarations et les demandes à l’ASP portent l’éditeur, son SIRET, le logiciel et sa version ; sans version, aucune pièce ne peut être rapportée à la version candidate.',
      en: 'Application, statements and ASP requests bear the vendor, its SIRET, the software and its version; without version no evidence can be told to be of the candidate version.',
    },
    avoid: 'dossier: { dispositif: MDV-LGC-Va2 }\nediteur:\n  denomination: à compléter\n  siret:',
    prefer:
      'dossier: { dispositif: MDV-LGC-Va2 }\nediteur: { denomination: Éditeur Exemple, siret: "73282932000074" }\nlogiciel: { nom: MonCabinet, version: 12.4.0 }',
    source: {
      fr: 'GNIUS, ma roadmap (vague 1) ; procédure de référencement de vague 2 : éditeur et logiciel de la candidature.',
      en: 'GNIUS roadmap (wave 1); referencing procedure of wave 2: vendor and software of the application.',
    },
    messages: {
      missing: {
        fr: 'Ce dossier ne dit pas encore tout de qui le dépose et de quoi il parle. À écrire : {keys}.',
        en: 'This dossier does not yet say all of who files it and what it is about. To be written: {keys}.',
      },
    },
  },
  dossier({ main }, report) {
    const head = main.parsed.dossier;
    if (!head) return;
    // A mistyped key is told where it stands, with the right one: once is enough.
    const missing = missingIdentity(main.parsed).filter(
      (key) => !isReadInPart(key.slice(0, key.indexOf('.')), main.parsed),
    );
    if (missing.length === 0) return;
    report(main.uri, shift(head.facts.key, head.base), 'missing', { keys: missing.join(', ') });
  },
  fixes(_finding, dossier, _locale, _uncited, trials) {
    const edits = scaffoldIdentity(dossier);
    if (edits.length === 0) return [];
    const title = {
      fr: 'Ajouter les clés à remplir (éditeur, logiciel)',
      en: 'Add the keys to fill in (vendor, software)',
    };
    return [{ title, edits, preferred: true }].filter((fix) => leavesReadable(fix, dossier, trials));
  },
};
