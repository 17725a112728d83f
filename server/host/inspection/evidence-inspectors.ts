import type { ContentKind } from './content-kind';
import { inspectCertificates } from './inspect-certificates';
import { inspectCsv } from './inspect-csv';
import type { Inspector } from './inspect-evidence';
import { inspectHl7 } from './inspect-hl7';
import { inspectImage } from './inspect-image';
import { inspectMail } from './inspect-mail';
import { inspectPdf } from './inspect-pdf';
import { inspectSoap } from './inspect-soap';
import { inspectStructuredText, inspectText } from './inspect-text';
import { inspectValidationReport } from './inspect-validation-report';
import { inspectVideo } from './inspect-video';
import { inspectXdm } from './inspect-xdm';
import { inspectXml } from './inspect-xml';
import type { PdfReader } from './pdf-reader';

/** The inspectors of each kind of content. One that finds nothing of its own in the content gives no fact. */
export function evidenceInspectors(pdfReader: PdfReader): Readonly<Record<ContentKind, readonly Inspector[]>> {
  const pdf: Inspector = (source, limits, token) => inspectPdf(source, limits, token, pdfReader);
  return {
    image: [inspectImage],
    video: [inspectVideo],
    pdf: [pdf],
    archive: [(source, limits, token) => inspectXdm(source, limits, token, pdf)],
    xml: [(source, limits, token) => inspectXml(source, limits, token)],
    json: [inspectValidationReport],
    html: [],
    mail: [(source, limits, token) => inspectMail(source, limits, token, pdf)],
    hl7: [inspectHl7],
    certificates: [inspectCertificates],
    csv: [inspectCsv],
    text: [inspectSoap, inspectText],
    'structured-text': [inspectStructuredText],
  };
}
