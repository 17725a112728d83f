import { all, change, mark, without } from './plant';
import type { SeededFault } from './seeded-faults';

const firstItem = 'INS/va1.56.01.01:\n';

/** Faults of syntax, form, head, requirements and scenarios. */
export const manifestFaults: readonly SeededFault[] = [
  {
    rule: 'yaml/syntaxe',
    message: 'tab',
    fault: 'a line indented with a tab',
    plant: change('  version: 12.4.0\n', '⟦\t⟧version: 12.4.0\n', 'nom: MonCabinet\n'),
  },
  {
    rule: 'yaml/syntaxe',
    message: 'colon',
    fault: 'an unquoted colon in a comment',
    plant: change("À droite, l'INS qualifiée", "⟦À droite : l'INS qualifiée⟧"),
  },
  {
    rule: 'manifeste/cle-en-double',
    message: 'duplicate',
    fault: 'the date of a piece of evidence written twice',
    plant: change('date: 2026-11-02\n', 'date: 2026-11-02\n              ⟦date⟧: 2026-11-02\n', firstItem),
  },
  {
    rule: 'manifeste/cle-inconnue',
    message: 'unknownClose',
    fault: '`sha265` for `sha256`',
    plant: change('sha256', '⟦sha265⟧', firstItem),
    also: ['preuve/empreinte-absente'],
  },
  {
    rule: 'manifeste/cle-manquante',
    message: 'missing',
    fault: 'a review without opinion',
    plant: change(
      'revue: { par: A. Martin, le: 2026-11-03, avis: suffisante }',
      '⟦revue⟧: { par: A. Martin, le: 2026-11-03 }',
      firstItem,
    ),
  },
  {
    rule: 'manifeste/format-incorrect',
    message: 'date',
    fault: '31 February',
    plant: change('2026-11-02', '⟦2026-02-31⟧', firstItem),
  },
  {
    rule: 'manifeste/format-incorrect',
    message: 'sha256',
    fault: 'a digest of 3 digits',
    plant: change('sha256: ', 'sha256: ⟦abc⟧ # ', firstItem),
  },
  {
    rule: 'manifeste/format-incorrect',
    message: 'url',
    fault: 'words for a link',
    plant: change(
      'https://interop.referencement.esante.gouv.fr/PatientManager/messages/messageDisplay.seam?id=204519',
      '⟦rapport gazelle 12⟧',
    ),
  },
  {
    rule: 'manifeste/format-incorrect',
    message: 'execution',
    fault: 'an execution number with a letter',
    plant: change('4127', '⟦4127b⟧'),
  },
  {
    rule: 'manifeste/format-incorrect',
    message: 'execution',
    fault: 'an execution number that is zero',
    plant: change('4127', '⟦0⟧'),
  },
  {
    rule: 'manifeste/nature-de-piece',
    message: 'none',
    fault: 'a piece of evidence that is neither file, link, execution nor statement',
    plant: change('fichier: preuves/ins/fiche.png', '⟦titre⟧: Fiche'),
  },
  {
    rule: 'manifeste/nature-de-piece',
    message: 'several',
    fault: 'a file and an execution in one piece of evidence',
    plant: change('fichier: preuves/ins/fiche.png', '⟦fichier⟧: preuves/ins/fiche.png\n              execution: 12'),
  },
  {
    rule: 'manifeste/type-incorrect',
    message: 'keys',
    fault: 'a word where a review is expected',
    plant: change('{ par: A. Martin, le: 2026-11-03, avis: suffisante }', '⟦oui⟧', firstItem),
  },
  {
    rule: 'manifeste/valeur-non-admise',
    message: 'notAllowed',
    fault: 'a review whose opinion is “ok”',
    plant: change('suffisante', '⟦ok⟧', firstItem),
  },
  {
    rule: 'dispositif/inconnu',
    message: 'unknownClose',
    fault: 'a mistyped dispositif',
    plant: change('MDV-LGC-Va2', '⟦MDV-LGC-Va3⟧'),
  },
  {
    rule: 'dispositif/catalogue-introuvable',
    message: 'notFound',
    fault: 'an imported REM that is not there',
    plant: change('  profils:', '  catalogue: ⟦rem/REM.rem.yaml⟧\n  profils:'),
  },
  {
    rule: 'profil/inconnu',
    message: 'unknownClose',
    fault: 'a mistyped profile',
    plant: change('[BAL PER-ORG]', '[⟦BAL PERORG⟧]'),
    also: ['exigence/profil-non-declare'],
  },
  {
    rule: 'profil/inutile',
    message: 'unused',
    fault: 'a profile for which the REM has no requirement',
    plant: change('[BAL PER-ORG]', '[BAL PER-ORG, ⟦Centres de santé⟧]'),
  },
  {
    rule: 'fragment/introuvable',
    message: 'nothing',
    fault: 'a pattern of fragments that finds no file',
    plant: change('[exigences/*.preuves.yaml]', '[exigences/*.preuves.yaml, ⟦annexes/*.preuves.yaml⟧]'),
  },
  {
    rule: 'manifeste/identite-manquante',
    message: 'missing',
    fault: 'a software without version',
    plant: all(
      change('  version: 12.4.0\n', '  version: # à écrire\n', 'nom: MonCabinet\n'),
      mark('dossier', 'version: 1\n'),
    ),
  },
  {
    rule: 'manifeste/identite-manquante',
    message: 'missing',
    fault: 'a placeholder for the name of the vendor',
    plant: all(change('Éditeur Exemple', 'à compléter'), mark('dossier', 'version: 1\n')),
  },
  {
    rule: 'identifiant/siret',
    message: 'key',
    fault: 'two digits of the SIRET exchanged',
    plant: change('"73282932000074"', '⟦"73282932000047"⟧'),
  },
  {
    rule: 'exigence/inconnue',
    message: 'unknownClose',
    fault: 'a mistyped requirement',
    plant: change('  PSC.01:\n', '  ⟦PSC.1⟧:\n'),
  },
  {
    rule: 'exigence/absente',
    message: 'absent',
    fault: 'a requirement of the REM left out',
    plant: all(without('BIO.01'), mark('exigences', 'piece: preuves/cnda/insi.png')),
  },
  {
    rule: 'exigence/alias',
    message: 'alias',
    fault: 'a requirement under its wave 1 id',
    plant: change('  INS/va1.56:\n', '  ⟦LGC.INS.01⟧:\n'),
  },
  {
    rule: 'exigence/en-double',
    message: 'duplicate',
    fault: 'the same requirement in two files',
    plant: change('  MSS/CONF.04:\n', '  ⟦PSC.01⟧: { note_interne: déjà écrite }\n  MSS/CONF.04:\n'),
    also: ['preuve/manquante'],
  },
  {
    rule: 'exigence/sans-empreinte',
    message: 'none',
    fault: 'a proved requirement without the fingerprint of its text',
    plant: all(change('    empreinte: 3f9a1c20\n', ''), change('  INS/va1.56:\n', '  ⟦INS/va1.56⟧:\n')),
  },
  {
    rule: 'exigence/texte-modifie',
    message: 'changed',
    fault: 'the fingerprint of a former text',
    plant: change('3f9a1c20', '⟦3f9a1c21⟧'),
  },
  {
    rule: 'exigence/non-applicable-et-preuves',
    message: 'both',
    fault: 'a requirement declared not applicable and proved',
    plant: change('  BIO.01:\n', '  BIO.01:\n    ⟦non_applicable⟧: { justification: Sans objet. }\n'),
  },
  {
    rule: 'exigence/non-applicable-sans-justification',
    message: 'noReason',
    fault: 'a requirement declared not applicable without a reason',
    plant: all(change("      justification: Pas d'hébergement de données de santé.\n", ''), mark('non_applicable')),
  },
  {
    rule: 'exigence/profil-non-declare',
    message: 'undeclared',
    fault: 'a requirement proved for a profile that is not declared',
    plant: change(
      '  MSS/CONF.04:\n',
      '  ⟦SSI/IAM.83⟧: { empreinte: 0badcafe, scenarios: { SSI/IAM.83.01: { preuves: { SSI/IAM.83.01.01: [{ lien: "https://exemple.fr/1" }] } } } }\n  MSS/CONF.04:\n',
    ),
    also: ['preuve/sans-date', 'preuve/type-non-accepte'],
  },
  {
    rule: 'scenario/inconnu',
    message: 'unknownClose',
    fault: 'a mistyped scenario',
    plant: change('      PSC.01.01:\n', '      ⟦PSC.01.1⟧:\n'),
  },
  {
    rule: 'scenario/inconnu',
    message: 'belongs',
    fault: 'the scenario of another requirement',
    plant: change('      PSC.01.01:\n', '      ⟦INS/va1.56.01⟧:\n'),
    also: ['preuve/manquante'],
  },
  {
    rule: 'preuve/inconnue',
    message: 'unknownClose',
    fault: 'a mistyped proof',
    plant: change('INS/va1.56.01.01:', '⟦INS/va1.56.01.1⟧:'),
    also: ['chapitre/soumis-incomplet'],
  },
  {
    rule: 'preuve/manquante',
    message: 'scenarioAbsent',
    fault: 'a scenario left out',
    plant: (texts) => {
      const planted = change('  INS/va1.56:\n', '  ⟦INS/va1.56⟧:\n')(texts);
      const main = planted['main.preuves.yaml'];
      const start = main.indexOf('      INS/va1.56.01:\n');
      const end = main.indexOf('      INS/va1.56.02:\n');
      return { ...planted, 'main.preuves.yaml': main.slice(0, start) + main.slice(end) };
    },
    also: ['chapitre/soumis-incomplet'],
  },
];
