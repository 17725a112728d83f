import type { ContentKind } from './content-kind';
import type { Inspector } from './inspect-evidence';
import { inspectImage } from './inspect-image';
import { inspectPdf } from './inspect-pdf';
import { inspectSoap } from './inspect-soap';
import { inspectStructuredText, inspectText } from './inspect-text';
import { inspectValidationReport } from './reports/inspect-validation-report';
import { inspectXml } from './inspect-xml';
import { inspectJson } from './parts/inspect-json';
import type { PdfReader } from './pdf-reader';

/** The inspectors of each kind of content. One that finds nothing of its own in the content gives no fact. */
export function evidenceInspectors(pdfReader: PdfReader): Readonly<Record<ContentKind, readonly Inspector[]>> {
  const pdf: Inspector = (source, limits, cancellation, opener) =>
    inspectPdf(source, limits, cancellation, pdfReader, opener);
  return {
    image: [inspectImage],
    video: [lazy(async () => (await import('./inspect-video.js')).inspectVideo)],
    pdf: [pdf],
    archive: [lazy(async () => (await import('./inspect-xdm.js')).inspectXdm)],
    gzip: [lazy(async () => (await import('./parts/inspect-gzip.js')).inspectGzip)],
    tar: [lazy(async () => (await import('./parts/inspect-tar.js')).inspectTar)],
    compound: [lazy(async () => (await import('./parts/inspect-compound.js')).inspectCompound)],
    rtf: [lazy(async () => (await import('./parts/inspect-rtf.js')).inspectRtf)],
    folded: [lazy(async () => (await import('./parts/inspect-folded.js')).inspectFolded)],
    xml: [inspectXml],
    json: [inspectValidationReport, inspectJson],
    html: [lazy(async () => (await import('./parts/inspect-html.js')).inspectHtml)],
    mail: [lazy(async () => (await import('./inspect-mail.js')).inspectMail)],
    mailbox: [lazy(async () => (await import('./parts/inspect-mbox.js')).inspectMbox)],
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
  return async (source, limits, cancellation, opener) =>
    (await (loaded ??= load()))(source, limits, cancellation, opener);
}
