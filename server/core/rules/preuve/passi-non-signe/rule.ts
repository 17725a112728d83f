import { filesOfProof } from '../../cited-files';
import { asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

const form = new Set(['formulaire_test_intrusion_passi']);

export const rule: Rule = {
  meta: {
    id: 'preuve/passi-non-signe',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le formulaire de test d’intrusion n’est pas signé électroniquement.',
      en: 'The penetration-test form is not electronically signed.',
    },
    why: {
      fr: 'Le formulaire est accepté signé par l’auditeur ; un PDF imprimé puis numérisé ne l’est pas. L’outil cherche une signature dans le PDF ; il ne la vérifie pas.',
      en: 'The form is accepted when signed by the auditor; a PDF that was printed and scanned is not. The tool looks for a signature in the PDF; it does not verify it.',
    },
    looked: {
      fr: 'Est cherché un dictionnaire de signature dans le PDF. Ne sont pas vérifiés : la validité de la signature, le certificat, le signataire. Une signature à part (.p7s) n’est pas lue.',
      en: 'What is sought: a signature dictionary in the PDF. Not verified: the validity of the signature, the certificate, the signer. A detached signature (.p7s) is not read.',
    },
    avoid: '- fichier: preuves/securite/test-intrusion.pdf   # sans signature',
    prefer: '- fichier: preuves/securite/test-intrusion-signe.pdf',
    source: sources.passi,
    messages: {
      unsigned: {
        fr: '« {path} » ne contient aucune signature électronique : déposez le formulaire signé par l’auditeur.',
        en: '“{path}” holds no electronic signature: file the form signed by the auditor.',
      },
    },
  },
  proof(resolved, report, context) {
    if (!asksOnlyFor(form, resolved)) return;
    const files = filesOfProof(resolved, context);
    const [first] = files ?? [];
    // An annex, a detached signature or an archive may stand beside the form: one signature anywhere is enough.
    if (!files || !first || !files.every(({ inspection }) => inspection.pdf?.signatures.length === 0)) return;
    if (files.some(({ inspection }) => inspection.damage)) return;
    const { value: path, range } = first.path;
    report(range, 'unsigned', { path }, { effect: 'incomplete', target: proofTarget(resolved, path) });
  },
};
