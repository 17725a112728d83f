import { FindingWords } from '../../server/core/engine/render-finding';
import type { Locale } from '../../server/core/messages/say';
import { rules } from '../../server/core/rules/registry';
import type { FicheView } from '../../protocol/requests/fiche';
import { Places } from '../../server/language/compliance/places';
import { ficheOf } from '../../server/language/fiche/fiche-of';
import { subjectOf } from '../../server/language/fiche/subject';
import { analyse, file, manifest } from './dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from './small-catalogue';

const digest = 'a'.repeat(64);
const text = manifest(`exigences:
  A.01:
    commentaire: Vu avec l'équipe.
    suivi: { responsable: AM, pour_le: 2026-11-01 }
    scenarios:
      A.01.01:
        etapes_faites: [1]
        preuves:
          A.01.01.01:
            - fichier: preuves/capture.png
              sha256: ${digest}
              date: 2026-11-02
              version: 12.4.0
              commentaire: Écran d'accueil.
              revue: { par: AM, le: 2026-11-03, avis: suffisante }
            - fichier: preuves/absente.pdf
        instruction:
          A.01.01.01:
            - { le: 2026-11-10, avis: modification demandée, commentaire: "La capture est floue." }
      A.01.02:
        non_applicable: { justification: Sans objet. }
`);
const steps = ['Ouvrir le dossier du patient', 'Appeler le téléservice', 'Montrer le résultat'].map((one) => ({
  text: one,
  covers: [],
}));
const asked = requirement(
  'A.01',
  [
    scenario('A.01.01', [proof('A.01.01.01', ['capture_ecran']), proof('A.01.01.02', [], { condition: 'Si mobile' })], {
      name: 'Premier scénario',
      steps,
    }),
    scenario('A.01.02', [proof('A.01.02.01')]),
  ],
  { comment: 'Précision du REM.' },
);

/** A fiche with one of everything, as the server makes it of a dossier in memory. */
export async function shownFiche(locale: Locale, id = 'A.01'): Promise<FicheView> {
  const { analysis } = await analyse(rules, {
    main: text,
    catalogue: { ...smallCatalogue, requirements: [...smallCatalogue.requirements, asked] },
    evidence: {
      'preuves/capture.png': file({ sha256: digest, detected: { extension: 'png', mime: 'image/png' } }),
      'preuves/absente.pdf': { state: 'absent' },
    },
  });
  const subject = subjectOf(analysis, { kind: 'entry', requirement: id, scenario: id });
  if (!subject) throw new Error(`${id} is not in the catalogue`);
  return ficheOf(analysis, subject, {
    locale,
    words: new FindingWords(rules),
    places: new Places(analysis.dossier),
  });
}
