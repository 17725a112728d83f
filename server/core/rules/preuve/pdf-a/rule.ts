import { citedFile } from '../../cited-files';
import { canOnlyBe } from '../../expected-type';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/pdf-a',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un document PDF/A-1 est attendu, et le PDF ne dit pas qu’il en est un.',
      en: 'A PDF/A-1 document is expected, and the PDF does not say that it is one.',
    },
    why: {
      fr: 'Les documents transmis par MSSanté le sont aussi en PDF/A-1. L’outil lit ce que le PDF déclare de lui-même ; il ne le valide pas.',
      en: 'Documents sent by MSSanté are also sent as PDF/A-1. The tool reads what the PDF claims of itself; it does not validate it.',
    },
    looked: {
      fr: 'Est lue la déclaration PDF/A des métadonnées XMP. Ne sont pas vérifiés : la conformité elle-même (veraPDF le fait), ni les PDF d’un CDA, d’une archive ou d’un courriel.',
      en: 'What is read: the PDF/A claim of the XMP metadata. Not verified: conformity itself (veraPDF does it), nor PDF in a CDA, an archive or a mail.',
    },
    avoid: '- fichier: preuves/mss/20261104_Lettre_TEST.pdf   # PDF ordinaire',
    prefer: '- fichier: preuves/mss/20261104_Lettre_TEST.pdf   # PDF/A-1b',
    source: sources.mssante,
    messages: {
      none: {
        fr: '« {path} » ne se déclare pas PDF/A : produisez-le en PDF/A-1.',
        en: '“{path}” does not claim to be PDF/A: make it as PDF/A-1.',
      },
      otherPart: {
        fr: '« {path} » se déclare PDF/A-{part}, alors que PDF/A-1 est attendu : produisez-le en PDF/A-1.',
        en: '“{path}” claims to be PDF/A-{part}, while PDF/A-1 is expected: make it as PDF/A-1.',
      },
    },
  },
  evidence(item, report, context) {
    if (!canOnlyBe('document_pdf_a1', 'pdf', context.proof)) return;
    const file = citedFile(item, context);
    const pdf = file?.inspection.pdf;
    // Without a page count it was not opened: what it claims is not known.
    if (pdf?.pages === undefined || pdf.pdfA?.part === 1) return;
    const { value: path, range } = file?.path ?? { value: '', range: item.range };
    const more = { effect: 'review' as const, target: proofTarget(context.proof, path) };
    if (pdf.pdfA) report(range, 'otherPart', { path, part: pdf.pdfA.part }, more);
    else report(range, 'none', { path }, more);
  },
};
