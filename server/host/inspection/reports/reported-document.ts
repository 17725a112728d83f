import type { ReportedDocument, ValidationReportFacts } from '../../../core/evidence/inspection';
import { decodedContent } from '../parts/carried-content';
import { LineEndDigests } from '../line-end-digests';
import { isRecord, textOf } from './json-values';
import { count } from './validation-verdict';
import { sha256Of } from '../../files/digest-of';

const most = 50;

/** The name of a file at the end of a path or an address; undefined when it is none. */
export function fileNameIn(text: string | undefined): string | undefined {
  const name = text?.trim().split(/[?#]/, 1)[0]?.split(/[\\/]/).at(-1);
  return name !== undefined && /^[^<>:"|*\s][^<>:"|*]{0,200}\.[A-Za-z0-9]{2,5}$/.test(name) ? decoded(name) : undefined;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A URIError: the percent signs are part of the name.
    return name;
  }
}

/** What is known of a document that a report is about; nothing when nothing is. */
export function reportedDocument(
  name: string | undefined,
  more: { readonly size?: unknown; readonly sha256?: string | undefined; readonly alike?: readonly string[] } = {},
): readonly ReportedDocument[] {
  const file = fileNameIn(name);
  const size = count(more.size);
  const facts = {
    ...(file !== undefined && { name: file }),
    ...(size !== undefined && { size }),
    ...(more.sha256 !== undefined && { sha256: more.sha256 }),
    ...(more.alike !== undefined && more.alike.length > 0 && { alike: more.alike }),
  };
  return file === undefined && more.sha256 === undefined ? [] : [facts];
}

/** The documents as facts of a report; nothing when none is known. */
export function documentsFacts(documents: readonly ReportedDocument[]): Pick<ValidationReportFacts, 'documents'> {
  const distinct = [...new Map(documents.map((one) => [JSON.stringify(one), one])).values()];
  return distinct.length === 0 ? {} : { documents: distinct.slice(0, most) };
}

/**
 * The documents that a report or an answer of EVSClient in JSON carries: items of `objects` or `validationItems`, with a name
 * or the content in base64.
 */
export function carriedDocuments(content: unknown): readonly ReportedDocument[] {
  if (!isRecord(content)) return [];
  const places = [content, ...Object.values(content).filter(isRecord)];
  return places.flatMap((place) =>
    [place.objects, place.validationItems].flatMap((list) =>
      Array.isArray(list)
        ? list
            .slice(0, most)
            .filter(isRecord)
            .flatMap((item) => {
              const encoded = textOf(item.content);
              const bytes = encoded === undefined ? undefined : decodedContent(encoded);
              const digests = bytes && digestsOf(bytes);
              const name = textOf(item.originalFileName) ?? textOf(item.fileName) ?? textOf(item.location);
              return reportedDocument(name ?? textOf(item.itemId), digests);
            })
        : [],
    ),
  );
}

function digestsOf(bytes: Uint8Array): { readonly sha256: string; readonly alike: readonly string[] } {
  const sha256 = sha256Of(bytes);
  const lineEnds = new LineEndDigests();
  lineEnds.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return { sha256, alike: lineEnds.otherThan(sha256) };
}
