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
import type * as rarerInspectors from './rarer-inspectors';

/** The inspectors of each kind of content. One that finds nothing of its own in the content gives no fact. */
export function evidenceInspectors(pdfReader: PdfReader): Readonly<Record<ContentKind, readonly Inspector[]>> {
  const pdf: Inspector = (source, limits, cancellation, opener) =>
    inspectPdf(source, limits, cancellation, pdfReader, opener);
  return {
    image: [inspectImage],
    video: [rarer('inspectVideo')],
    pdf: [pdf],
    archive: [rarer('inspectXdm')],
    gzip: [rarer('inspectGzip')],
    tar: [rarer('inspectTar')],
    compound: [rarer('inspectCompound')],
    rtf: [rarer('inspectRtf')],
    folded: [rarer('inspectFolded')],
    xml: [inspectXml],
    json: [inspectValidationReport, inspectJson],
    html: [rarer('inspectHtml')],
    mail: [rarer('inspectMail')],
    mailbox: [rarer('inspectMbox')],
    hl7: [rarer('inspectHl7')],
    certificates: [rarer('inspectCertificates')],
    csv: [rarer('inspectCsv')],
    text: [inspectSoap, inspectText],
    'structured-text': [inspectStructuredText],
  };
}

/**
 * An inspector whose code is loaded with the first content of its kind, together with that of the others: a thread that starts
 * has little else to do, and each part that is loaded apart parts what it shares with others.
 */
function rarer(name: keyof typeof rarerInspectors): Inspector {
  let loaded: Promise<Inspector> | undefined;
  return async (source, limits, cancellation, opener) => {
    loaded ??= import('./rarer-inspectors.js').then((inspectors) => inspectors[name]);
    return await (
      await loaded
    )(source, limits, cancellation, opener);
  };
}
