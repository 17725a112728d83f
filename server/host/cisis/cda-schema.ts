import type { CdaFailure } from '../../core/evidence/cda-control';

/** The CDA schema of the user's folder, ready to validate. */
export interface CdaSchema {
  /** Relative to the folder. */
  readonly file: string;
  readonly sha256: string;
  /**
   * What does not fit the schema. Lines are those of the bytes.
   * @param isWhole false where the document stands inside of another one
   * @returns undefined when the library cannot read the document
   */
  errors(document: Uint8Array, isWhole: boolean): readonly CdaFailure[] | undefined;
}

/** Where ANS's repository has it. */
const entryPoints = /^infrastructure\/cda\/(?:CDA_extended|CDA)\.xsd$/i;
const scheme = 'cisis:/';

/** Path of the schema among the folder's files. */
export function schemaFile(files: Iterable<string>): string | undefined {
  return [...files].filter((file) => entryPoints.test(file)).sort((one, other) => other.length - one.length)[0];
}

/**
 * Reads a schema with what it imports, from these files and nowhere else: neither the disk nor the network is within reach
 * of the library.
 * @param files bytes by path relative to the folder
 * @returns undefined when it is no schema that can be used
 */
export async function readCdaSchema(
  file: string,
  sha256: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<CdaSchema | undefined> {
  const {
    ParseOption,
    XmlDocument,
    XmlElement,
    XmlLibError,
    XmlValidateError,
    XsdValidator,
    xmlRegisterInputProvider,
    xmlCleanupInputProvider,
  } = await import('libxml2-wasm');
  const entry = files.get(file);
  if (!entry) return undefined;
  // Documents hold others in base64, of many megabytes; entities of their own were refused before.
  const option = (ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE) as typeof ParseOption.XML_PARSE_HUGE;
  const open = new Map<number, { readonly bytes: Uint8Array; at: number }>();
  let next = 1;
  const fileOf = (name: string): Uint8Array | undefined =>
    name.startsWith(scheme) ? files.get(decodeURI(name.slice(scheme.length))) : undefined;
  xmlRegisterInputProvider({
    match: (name) => fileOf(name) !== undefined,
    open: (name) => {
      const bytes = fileOf(name);
      if (bytes === undefined) return undefined;
      open.set(next, { bytes, at: 0 });
      return next++;
    },
    read: (descriptor, buffer) => {
      const input = open.get(descriptor);
      if (!input) return -1;
      const piece = input.bytes.subarray(input.at, input.at + buffer.byteLength);
      buffer.set(piece);
      input.at += piece.length;
      return piece.length;
    },
    close: (descriptor) => open.delete(descriptor),
  });
  try {
    const document = XmlDocument.fromBuffer(entry, { url: `${scheme}${file}`, option });
    const validator = XsdValidator.fromDoc(document);
    return {
      file,
      sha256,
      errors: (bytes, isWhole) => {
        let read;
        try {
          read = XmlDocument.fromBuffer(bytes, { option });
          const inside = isWhole ? null : read.get("//*[local-name()='ClinicalDocument']");
          if (inside instanceof XmlElement) validator.validate(inside);
          else if (isWhole) validator.validate(read);
          else return undefined;
          return [];
        } catch (error) {
          if (!(error instanceof XmlLibError)) throw error;
          if (!(error instanceof XmlValidateError)) return undefined;
          return error.details.map(({ message, line, xpath }) => ({
            by: 'schema' as const,
            message: message.replace(/\s+/g, ' ').trim(),
            ...(line > 0 && { line }),
            ...(xpath !== undefined && { path: xpath }),
          }));
        } finally {
          read?.dispose();
        }
      },
    };
  } catch (error) {
    if (error instanceof XmlLibError) return undefined;
    throw error;
  } finally {
    xmlCleanupInputProvider();
  }
}
