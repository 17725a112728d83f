import type { ContentKind } from './content-kind';
import type { Inspector } from './inspect-evidence';
import { inspectImage } from './inspect-image';
import { inspectPdf } from './inspect-pdf';
import { inspectSoap } from './inspect-soap';
import { inspectStructuredText, inspectText } from './inspect-text';
import { inspectValidationReport } from './reports/inspect-validation-report';
import { inspectXml } from './inspect-xml';
import type { PdfReader } from './pdf-reader';

/** The inspectors of each kind of content. One that finds nothing of its own in the content gives no fact. */
export function evidenceInspectors(pdfReader: PdfReader): Readonly<Record<ContentKind, readonly Inspector[]>> {
  const pdf: Inspector = (source, limits, cancellation) => inspectPdf(source, limits, cancellation, pdfReader);
  return {
    image: [inspectImage],
    video: [lazy(async () => (await import('./inspect-video.js')).inspectVideo)],
    pdf: [pdf],
    archive: [
      lazy(async () => {
        const { inspectXdm } = await import('./inspect-xdm.js');
        return (source, limits, cancellation) => inspectXdm(source, limits, cancellation, pdf);
      }),
    ],
    xml: [(source, limits, cancellation) => inspectXml(source, limits, cancellation)],
    json: [inspectValidationReport],
    html: [],
    mail: [
      lazy(async () => {
        const { inspectMail } = await import('./inspect-mail.js');
        return (source, limits, cancellation) => inspectMail(source, limits, cancellation, pdf);
      }),
    ],
    hl7: [lazy(async () => (await import('./inspect-hl7.js')).inspectHl7)],
    certificates: [lazy(async () => (await import('./inspect-certificates.js')).inspectCertificates)],
    csv: [lazy(async () => (await import('./inspect-csv.js')).inspectCsv)],
    text: [inspectSoap, inspectText],
    'structured-text': [inspectStructuredText],
  };
}

/** An inspector whose code is loaded with the first content of its kind: a thread that starts has little else to do. */
function lazy(load: () => Promise<Inspector>): Inspector {
  let loaded: Promise<Inspector> | undefined;
  return async (source, limits, cancellation) => (await (loaded ??= load()))(source, limits, cancellation);
}
