import { citedFile } from '../../cited-files';
import { paperTypes } from '../../paper-types';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/a-completer',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un papier déposé contient encore « TODO », « à compléter » ou un texte de remplissage.',
      en: 'A paper that is filed still holds “TODO”, “à compléter” or filler text.',
    },
    why: {
      fr: 'Un document inachevé est refusé, et montre à l’instructeur ce que l’équipe n’a pas écrit. Sont lus le texte des PDF et les textes simples, pour les preuves qui demandent un papier (attestation, PSSI, PAS, procédure, documentation…) et les déclarations : « TODO », « TBD », « FIXME », « lorem ipsum », et « à compléter » ou ses pareils entre crochets ou à la fin d’un champ. La consigne d’un formulaire (« à compléter par l’éditeur ») n’en est pas. Les images, les PDF numérisés, les fichiers bureautiques, le code et les journaux ne sont pas regardés.',
      en: 'An unfinished document is refused, and shows the examiner what the team did not write. The text of PDF and plain texts is read, for proofs that ask for a paper (statement, PSSI, PAS, procedure, documentation…) and for statements: “TODO”, “TBD”, “FIXME”, “lorem ipsum”, and “à compléter” or its like in brackets or at the end of a field. The instruction of a form (“à compléter par l’éditeur”) is none. Pictures, scanned PDF, office files, code and journals are not looked at.',
    },
    avoid: '# pssi.pdf : « Responsable de la sécurité : [à compléter] »',
    prefer: '# pssi.pdf : « Responsable de la sécurité : A. Martin »',
    source: sources.content,
    messages: {
      found: {
        fr: '« {path} » contient encore : {words}. Terminez le document, ou retirez ces mots.',
        en: '“{path}” still holds: {words}. Finish the document, or remove these words.',
      },
    },
  },
  evidence(item, report, context) {
    const { proof } = context;
    const isPaper = item.declaration !== undefined || proof.proof?.types.some((type) => paperTypes.has(type)) === true;
    const file = isPaper ? citedFile(item, context) : undefined;
    const words = file?.inspection.leftOpen ?? [];
    if (!file || words.length === 0) return;
    const { value: path, range } = file.path;
    report(range, 'found', { path, words: words.join(', ') }, { target: proofTarget(proof, path) });
  },
};
