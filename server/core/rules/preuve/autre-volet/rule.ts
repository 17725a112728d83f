import type { ResolvedProof } from '../../../dossier/dossier';
import { citedFile, filesOfProof, type CitedFile } from '../../cited-files';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';
import { contentOfVolet, expectedContent } from './expected-volet';

export const rule: Rule = {
  meta: {
    id: 'preuve/autre-volet',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un CDA est d’un autre volet que celui que la preuve demande.',
      en: 'A CDA is of another volet than the one the proof asks for.',
    },
    why: {
      fr: 'Une note de vaccination ne montre pas la production d’un volet de synthèse médicale. Le contenu attendu est lu dans l’énoncé de la preuve, sinon dans son scénario, sinon dans son exigence, et seulement s’il n’y en a qu’un parmi ceux dont le nom est sûr (VSM, CR-BIO, compte rendu d’imagerie, note et historique de vaccination), pour une preuve qui demande un document CDA. Le volet du document est celui que ses templateId nomment, dans le dossier de schémas que l’équipe désigne (`controle.cda`, `segurPreuves.controleCda`, `check --cisis`) ; sans lui, rien n’est dit. Rien n’est dit non plus si l’un des fichiers de la preuve est du contenu attendu, d’un volet inconnu de cette liste, ou n’a pas été lu jusqu’au bout.',
      en: 'A note of vaccination does not show that a medical summary is produced. The content expected is read in the statement of the proof, else in its scenario, else in its requirement, and only if there is a single one among those whose name is sure (VSM, CR-BIO, imaging report, note and history of vaccination), for a proof that asks for a CDA document. The volet of the document is the one that its templateIds name, in the folder of schemas that the team names (`controle.cda`, `segurPreuves.controleCda`, `check --cisis`); without it nothing is said. Nothing is said either if one of the files of the proof is of the content expected, of a volet outside this list, or was not read to its end.',
    },
    avoid: '- fichier: preuves/CISIS/vaccination.xml   # la preuve demande un VSM',
    prefer: '- fichier: preuves/CISIS/vsm.xml',
    source: {
      fr: 'REM du dispositif : contenu nommé par la preuve, son scénario ou son exigence ; titres des schématrons du dépôt public TestContenuCDA de l’ANS.',
      en: 'REM of the dispositif: content named by the proof, its scenario or its requirement; titles of the schematrons of ANS’s public repository TestContenuCDA.',
    },
    messages: {
      other: {
        fr: '« {path} » est un CDA du volet {found}, et la preuve demande un contenu {expected} : joignez le document demandé, ou joignez celui-ci à la preuve qui l’attend.',
        en: '“{path}” is a CDA of the volet {found}, and the proof asks for a content {expected}: attach the document asked for, or attach this one to the proof that expects it.',
      },
    },
  },
  evidence(item, report, context) {
    const { proof } = context;
    const expected = asksForCda(proof) ? expectedContent(proof) : undefined;
    if (expected === undefined) return;
    const file = citedFile(item, context);
    if (!file || voletsOf(file).length === 0) return;
    // One of several files is enough, and what was not read may be it.
    const files = filesOfProof(proof, context);
    if (!files || files.some((one) => isOrMayBe(one, expected))) return;
    const { value: path, range } = file.path;
    const found = [...new Set(voletsOf(file))].slice(0, 5).join(', ');
    // The content expected is read in prose: this is said, and keeps nothing from being filed.
    report(range, 'other', { path, found, expected }, { target: proofTarget(proof, path) });
  },
};

function asksForCda({ proof }: ResolvedProof): boolean {
  return proof?.types.includes('document_cda') === true;
}

function voletsOf({ inspection }: CitedFile): readonly string[] {
  return (inspection.cdaControls ?? []).flatMap(({ volet }) => (volet ? [volet.name] : []));
}

function isOrMayBe(file: CitedFile, expected: string): boolean {
  const { cdaControls = [], partial } = file.inspection;
  // A capture, a report or a document of a volet that could not be told may show the content all the same.
  if (partial === true || cdaControls.length === 0) return true;
  return cdaControls.some(({ volet }) => {
    const content = volet && contentOfVolet(volet.name);
    return content === undefined || content === expected;
  });
}
