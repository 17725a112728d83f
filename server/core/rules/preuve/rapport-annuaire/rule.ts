import { evidencePath } from '../../../manifest/facts';
import { filesOfProof } from '../../cited-files';
import { asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

const reports: ReadonlySet<string> = new Set(['rapport_import']);
/** The extraction that the requirement names. */
const wanted = /^PS_LibreAcces_Personne_activite/i;

export const rule: Rule = {
  meta: {
    id: 'preuve/rapport-annuaire',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le rapport d’import de l’annuaire ne nomme pas l’extraction ou l’API, ou ne porte pas de date.',
      en: 'The import report of the directory does not name the extraction or the API, or bears no date.',
    },
    why: {
      fr: 'L’instructeur y cherche ce qui a été chargé (l’extraction PS_LibreAcces_Personne_activite, ou l’API FHIR) et quand. Sont lus les textes, pages, XML et PDF d’une preuve du domaine annuaire qui ne demande qu’un rapport d’import ; une absence est une indication, une autre extraction nommée seule, un avertissement. Rien n’est dit si l’un des fichiers est une image, un classeur ou une archive, ou n’a pas été lu jusqu’au bout.',
      en: 'The examiner looks there for what was loaded (the extraction PS_LibreAcces_Personne_activite, or the FHIR API) and when. What is read are texts, pages, XML and PDF of a proof of the domain of the directory that asks for an import report only; an absence is a hint, another extraction named alone a warning. Nothing is said if one of the files is a picture, a workbook or an archive, or was not read to its end.',
    },
    avoid: '# import.log : « 1 254 000 lignes chargées »',
    prefer: '# import.log : « 02/11/2026 PS_LibreAcces_Personne_activite : 1 254 000 lignes chargées »',
    source: {
      fr: 'REM : chargement de l’extraction en libre accès de l’Annuaire Santé, API FHIR admise en vague 2.',
      en: 'REM: loading of the open extraction of the health directory, FHIR API admitted in wave 2.',
    },
    messages: {
      unnamed: {
        fr: 'Aucun rapport cité pour cette preuve ne nomme l’extraction ou l’API de l’annuaire : vérifiez l’extrait.',
        en: 'No report cited for this proof names the extraction or the API of the directory: check the extract.',
      },
      undated: {
        fr: 'Aucun rapport cité pour cette preuve ne porte de date : vérifiez l’extrait.',
        en: 'No report cited for this proof bears a date: check the extract.',
      },
      other: {
        fr: 'Les rapports cités ne nomment que {found}, et l’exigence porte sur PS_LibreAcces_Personne_activite : citez le rapport de son chargement.',
        en: 'The reports cited name {found} only, and the requirement is about PS_LibreAcces_Personne_activite: cite the report of its loading.',
      },
    },
  },
  proof(resolved, report, context) {
    if (resolved.parent?.domain !== 'annuaire' || !asksOnlyFor(reports, resolved)) return;
    const [first] = resolved.facts.evidence;
    const path = first && evidencePath(first);
    const files = filesOfProof(resolved, context);
    if (!path || !files || files.length === 0) return;
    if (files.some(({ inspection }) => !inspection.topics || inspection.partial === true)) return;
    const topics = new Set(files.flatMap(({ inspection }) => inspection.topics ?? []));
    const target = proofTarget(resolved, path.value);
    const extractions = [...topics].flatMap((topic) =>
      topic.startsWith('extraction:') ? [topic.slice('extraction:'.length)] : [],
    );
    const isApi = topics.has('format:FHIR');
    if (extractions.length > 0 && !isApi && !extractions.some((one) => wanted.test(one)))
      report(path.range, 'other', { found: extractions.slice(0, 3).join(', ') }, { severity: 'warning', target });
    else if (extractions.length === 0 && !topics.has('directory')) report(path.range, 'unnamed', {}, { target });
    if (!topics.has('day')) report(path.range, 'undated', {}, { target });
  },
};
