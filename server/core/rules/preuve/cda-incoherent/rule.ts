import type { ResolvedProof, ResolvedScenario } from '../../../dossier/dossier';
import { filesOfProof, type CitedFile } from '../../cited-files';
import { asksFor, canOnlyBe } from '../../expected-type';
import type { EntryContext, Report, Rule } from '../../rule';
import { proofTarget } from '../../target';

const [cdaType, pdfType] = ['document_cda', 'document_pdf_a1'];

export const rule: Rule = {
  meta: {
    id: 'preuve/cda-incoherent',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le document n’est pas un CDA, ou son PDF n’est pas celui qui est joint.',
      en: 'The document is no CDA, or its PDF is not the one attached.',
    },
    why: {
      fr: 'Dans un CDA de niveau 1, le PDF encapsulé et le PDF joint sont le même fichier : un octet de différence les distingue.',
      en: 'In a level 1 CDA the embedded PDF and the attached PDF are the same file: one byte tells them apart.',
    },
    looked: {
      fr: 'Sont regardés la racine des fichiers XML d’une preuve qui ne peut être qu’un CDA, et, dans un même scénario, l’empreinte du PDF encapsulé comparée à celle du PDF joint, quand il n’en reste qu’un de chaque. Ne sont pas regardés : le contenu clinique, les CDA d’une archive ou d’un courriel, ce qui n’a pas été lu jusqu’au bout.',
      en: 'What is looked at: the root of the XML files of a proof that can only be a CDA, and, within a scenario, the digest of the embedded PDF against that of the attached one, where one of each remains. Not looked at: clinical content, CDA in an archive or a mail, what was not read to its end.',
    },
    avoid:
      '- fichier: preuves/cda/lettre.xml   # CDA N1 d’une version précédente de la lettre\n- fichier: preuves/cda/lettre.pdf',
    prefer: '- fichier: preuves/cda/lettre.xml   # CDA N1 qui encapsule lettre.pdf\n- fichier: preuves/cda/lettre.pdf',
    source: {
      fr: 'FAQ des industriels de l’ANS : CDA N1, la pièce jointe PDF est identique au PDF encapsulé. HL7 CDA R2 : racine ClinicalDocument.',
      en: 'ANS FAQ for vendors: CDA N1, the attached PDF is identical to the embedded one. HL7 CDA R2: root ClinicalDocument.',
    },
    messages: {
      notCda: {
        fr: 'Un document CDA est attendu, et « {path} » est un XML de racine « {root} » : citez le document (racine ClinicalDocument).',
        en: 'A CDA document is expected, and “{path}” is XML with root “{root}”: cite the document (root ClinicalDocument).',
      },
      noNamespace: {
        fr: 'Un document CDA est attendu, et la racine ClinicalDocument de « {path} » n’est pas dans l’espace de noms de HL7 v3 : aucun récepteur ne la reconnaîtra. Déclarez-y xmlns="urn:hl7-org:v3".',
        en: 'A CDA document is expected, and the root ClinicalDocument of “{path}” is not in the namespace of HL7 v3: no receiver will recognise it. Declare xmlns="urn:hl7-org:v3" there.',
      },
      otherPdf: {
        fr: 'Le PDF encapsulé dans « {path} » n’est pas « {pdf} » : joignez le PDF du CDA, à l’octet près.',
        en: 'The PDF embedded in “{path}” is not “{pdf}”: attach the PDF of the CDA, byte for byte.',
      },
    },
  },
  proof(resolved, report, context) {
    if (!canOnlyBe(cdaType, 'xml', resolved)) return;
    const files = filesOfProof(resolved, context) ?? [];
    if (files.some(({ inspection, content }) => inspection.cda || content.detected?.extension === 'zip')) return;
    const first = files.find(({ inspection }) => inspection.xml?.root && !inspection.damage);
    const root = first?.inspection.xml?.root?.name;
    if (!first || root === undefined) return;
    const { value: path, range } = first.path;
    const message = root === 'ClinicalDocument' ? 'noNamespace' : 'notCda';
    report(range, message, { path, root }, { effect: 'review', target: proofTarget(resolved, path) });
  },
  scenario(resolved, report, context) {
    comparePdfs(resolved, report, context);
  },
};

interface Found {
  readonly file: CitedFile;
  readonly proof: ResolvedProof;
  /** Digest of the PDF: embedded, or the file itself. */
  readonly digest: string;
}

/** A scenario may hold several documents: only where a CDA and a PDF both remain alone do they contradict each other. */
function comparePdfs({ proofs }: ResolvedScenario, report: Report, context: EntryContext): void {
  if (!proofs.some((proof) => asksFor(cdaType, proof)) || !proofs.some((proof) => asksFor(pdfType, proof))) return;
  const embedded: Found[] = [];
  const attached: Found[] = [];
  for (const proof of proofs) {
    if (!asksFor(cdaType, proof) && !asksFor(pdfType, proof)) continue;
    const files = filesOfProof(proof, context);
    if (!files) return;
    for (const file of files) {
      const { cda, pdf, damage } = file.inspection;
      const inside = cda?.embedded;
      if (damage) continue;
      if (inside?.sha256 !== undefined && inside.extension === 'pdf')
        embedded.push({ file, proof, digest: inside.sha256 });
      else if (pdf && asksFor(pdfType, proof)) attached.push({ file, proof, digest: file.content.sha256 });
    }
  }
  const pdfs = new Set(attached.map(({ digest }) => digest));
  const insides = new Set(embedded.map(({ digest }) => digest));
  const alone = embedded.filter(({ digest }) => !pdfs.has(digest));
  const [other] = attached.filter(({ digest }) => !insides.has(digest));
  if (!other) return;
  for (const { file, proof } of alone) {
    const { value: path, range } = file.path;
    report(
      range,
      'otherPdf',
      { path, pdf: other.file.path.value },
      {
        severity: 'error',
        effect: 'incomplete',
        target: proofTarget(proof, path),
      },
    );
  }
}
