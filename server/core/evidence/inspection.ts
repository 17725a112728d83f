import type { CdaControl } from './cda-control';
import type { AuthorizationFacts } from './find-authorizations';
import type { DeclaredName } from './find-declared';
import type { SecretSighting } from './find-secrets';
import type { Topic } from './find-topics';
import type { NamedVersion } from './find-versions';
import type { NamedTeleservice } from './teleservice-words';

/**
 * What the host read inside a piece of evidence. Facts, never verdicts: the rules judge. Every field is absent when it was
 * not found or not looked for; unknown is not wrong. Dates are `YYYY-MM-DD` (or with `THH:MM:SS`, zone dropped) as the
 * content states them.
 */
export interface Inspection {
  /** The file cannot be opened as what it is; a stable code (`truncated`, `not-well-formed`, `encrypted`…) and, when known, where. */
  readonly damage?: Damage;
  readonly image?: ImageFacts;
  readonly video?: VideoFacts;
  readonly pdf?: PdfFacts;
  readonly xml?: XmlFacts;
  readonly cda?: CdaFacts;
  readonly soap?: SoapFacts;
  readonly xdm?: XdmFacts;
  readonly mail?: MailFacts;
  readonly hl7?: Hl7Facts;
  readonly validation?: ValidationReportFacts;
  readonly certificates?: readonly CertificateFacts[];
  /** A file named as a certificate, or in PEM, that holds none but this. */
  readonly insteadOfCertificate?: 'request' | 'pkcs7' | 'key';
  readonly csv?: CsvFacts;
  readonly text?: TextFacts;
  /** What was recognised in its pixels; absent where that was not asked for, or could not be done. */
  readonly recognised?: RecognisedFacts;
  /** Strings in the form of an INS or NIR, wherever they stand. */
  readonly identifiers?: readonly IdentifierSighting[];
  /** Keys, passwords and tokens in it: what each is and where, never its value. */
  readonly secrets?: readonly SecretSighting[];
  /** This tool wrote it for the team alone: an internal report, a list of tasks…; and which part of the file that is. */
  readonly ofTheHouse?: { readonly where?: string };
  /** Teleservices that its text speaks of; absent when no text was read. */
  readonly teleservices?: readonly NamedTeleservice[];
  /** Words that say that something is still to be written, in a PDF or a text; absent when there are none. */
  readonly leftOpen?: readonly string[];
  /** Transactions and teleservices that a text names, see find-transactions.ts; absent when it was not searched. */
  readonly transactions?: readonly string[];
  /** Versions beside names in a text, see find-versions.ts; absent when there are none. */
  readonly versions?: readonly NamedVersion[];
  /** Names that a document declares of its software and vendor; absent when it declares none. */
  readonly declared?: readonly DeclaredName[];
  /** Requests for authorization that a text shows; absent when there are none. */
  readonly authorizations?: readonly AuthorizationFacts[];
  /** What a paper or a report speaks of, see find-topics.ts; absent when it was not searched. */
  readonly topics?: readonly Topic[];
  /** Extensions of the files in an archive, each once, the first of them; absent when it has none, or too many to say. */
  readonly entryExtensions?: readonly string[];
  /**
   * The content is a page of the web, whatever its name: `isError` when its title says that something was not found or refused,
   * `isLogin` when it asks for a password, `isBrief` when there is little else on such a page.
   */
  readonly webPage?: {
    readonly title: string;
    readonly isError?: true;
    readonly isLogin?: true;
    readonly isBrief?: true;
  };
  /** The content is nothing but a server's word that something failed, as a text, JSON or XML. */
  readonly errorAnswer?: string;
  /** An archive in which there are programs, and nothing else. */
  readonly programsOnly?: true;
  /** CDA documents in it that were held against the team's copy of ANS's schemas; absent when there is none, or no copy. */
  readonly cdaControls?: readonly CdaControl[];
  /** Digest of that copy, when it was asked for; whether or not a CDA was found. */
  readonly controlledBy?: string;
  /** The latest day, `YYYY-MM-DD`, that a part of an archive or a mail says it was recorded on. */
  readonly partsDay?: string;
  /** The inspection stopped at a limit (size, pages, entries): what is not said was not looked at. */
  readonly partial?: boolean;
  /** Parts that were not searched for identities, the first of them; absent when all were. */
  readonly unread?: readonly UnreadPart[];
}

/** Why a part was left. */
export type UnreadReason =
  /** Nothing reads such content: a program, another kind of archive; a picture or a film that was not even opened. */
  | 'kind'
  /** A picture or a film: its form is looked at, what it shows is not read. */
  | 'picture'
  /** Pages that are pictures. */
  | 'scan'
  /** Too large, or one of too many. */
  | 'size'
  | 'count'
  /** In too many containers. */
  | 'depth'
  | 'pages'
  | 'encrypted'
  | 'damaged'
  /** Its reading did not end, took too much memory or failed. */
  | 'stopped'
  /** Evidence is not opened in a browser. */
  | 'browser';

export interface UnreadPart {
  /** Where in the file, as in a sighting; absent for the file itself. */
  readonly where?: string;
  readonly reason: UnreadReason;
}

export interface Damage {
  readonly code: string;
  /** Byte offset or line, as the code says. */
  readonly offset?: number;
  readonly line?: number;
}

export interface ImageFacts {
  readonly width: number;
  readonly height: number;
  readonly date?: string;
  /** All pixels (of those looked at) have the same colour. Only for formats that could be decoded cheaply. */
  readonly blank?: boolean;
}

export interface VideoFacts {
  /** Seconds. */
  readonly duration?: number;
  readonly created?: string;
  /** The file was read to its end, and holds no picture at all: a recording that stopped before the first. */
  readonly frameless?: true;
  readonly tracks: readonly {
    readonly kind: 'video' | 'audio' | 'other';
    readonly codec?: string;
    readonly width?: number;
    readonly height?: number;
  }[];
}

export interface PdfFacts {
  readonly pages?: number;
  readonly encrypted: boolean;
  /** Some page has text. */
  readonly textLayer?: boolean;
  /** Numbers of the first pages without any text, 1-based: pictures, or blank; absent when there are none. */
  readonly textless?: readonly number[];
  /** Some page may show a picture that is large enough for a text. */
  readonly pictures?: true;
  /** The PDF/A claim of the XMP metadata, such as `{ part: 1, conformance: 'B' }`. A claim, not a validation. */
  readonly pdfA?: { readonly part: number; readonly conformance?: string };
  /** A signature dictionary with a byte range and contents is there; whether it is valid is not checked. */
  readonly signatures: readonly { readonly subFilter?: string; readonly signedOn?: string; readonly name?: string }[];
  readonly created?: string;
  readonly modified?: string;
  /** A statement as this tool writes it, to which nothing was added that could be a signature. */
  readonly unsignedDraft?: true;
}

export interface XmlFacts {
  readonly root?: { readonly namespace?: string; readonly name: string };
  /** A DOCTYPE that declares entities: never expanded. */
  readonly declaresEntities?: boolean;
  /** An SVG picture in which nothing is drawn. */
  readonly isBlank?: boolean;
}

/** An identifier as a document gives it, with the place of its value. */
export interface LocatedIdentifier {
  readonly value: string;
  /** OID of the assigning authority. */
  readonly system?: string;
  /** 1-based line of the file, when it is text. */
  readonly line?: number;
}

export interface PersonFacts {
  readonly identifiers: readonly LocatedIdentifier[];
  readonly family?: string;
  readonly given?: readonly string[];
  readonly birthDate?: string;
  readonly sex?: string;
}

export interface CdaFacts {
  readonly templateIds: readonly string[];
  /** LOINC (or other) code of the document. */
  readonly code?: { readonly code: string; readonly system?: string; readonly displayName?: string };
  readonly title?: string;
  readonly effectiveTime?: string;
  readonly patient?: PersonFacts;
  /** N1 body: media type and digest of the embedded document. */
  readonly embedded?: {
    readonly mediaType?: string;
    readonly sha256?: string;
    readonly size?: number;
    readonly extension?: string;
  };
  readonly structuredBody?: boolean;
  /** Codes under the OID of LOINC, header and body, whose check digit is wrong; each once. */
  readonly suspectLoinc?: readonly { readonly code: string; readonly line: number }[];
}

export interface SoapFacts {
  /** An assertion (VIHF) stands in the header. */
  readonly assertion: boolean;
  readonly action?: string;
  readonly issuer?: string;
}

export interface XdmFacts {
  readonly hasReadme: boolean;
  readonly hasIndex: boolean;
  readonly hasSubset: boolean;
  readonly hasMetadata: boolean;
  /** Names of the archive are written with `\\`, which only Windows takes for folders (ZIP specification 4.4.17.1: `/`). */
  readonly backslashes?: true;
  /** The folder of the archive in which README, INDEX and IHE_XDM lie; they belong at its top. */
  readonly inFolder?: string;
  readonly files: readonly string[];
  /** Documents that METADATA.XML lists, and how they compare with what is in the archive. */
  readonly documents: readonly {
    readonly uri?: string;
    readonly present: boolean;
    readonly sizeMatches?: boolean;
    readonly hashMatches?: boolean;
  }[];
  /** Documents in the subset that the metadata does not list. */
  readonly unlisted: readonly string[];
  /** Digests of the documents, to compare with attached PDFs. */
  readonly patientIds: readonly LocatedIdentifier[];
}

export interface MailFacts {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly subject?: string;
  readonly date?: string;
  readonly messageId?: string;
  /** Names in lower case: `x-mss-ins`, `x-mss-nil`, `x-mss-codecda`, `disposition-notification-to`, `return-receipt-to`… */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  }[];
  /** Of an attached IHE_XDM.zip. */
  readonly xdm?: XdmFacts;
}

export interface Hl7Facts {
  readonly messages: readonly Hl7MessageFacts[];
}

export interface Hl7MessageFacts {
  /** `ADT^A31`. */
  readonly type?: string;
  /** MSH-12. */
  readonly version?: string;
  readonly date?: string;
  /** Name of each segment, in order. */
  readonly segments: readonly string[];
  readonly patient?: PersonFacts;
  /** MSH-11 says `P`, production (HL7 table 0103; `T` is training, `D` debugging). */
  readonly production?: true;
  /** MSA-1, what an acknowledgement says: `AA` accepted, `AE` error, `AR` rejected (HL7 table 0008). */
  readonly acknowledgement?: string;
  /** PID-32, identity reliability codes such as `VALI`. */
  readonly reliability?: readonly string[];
}

/** A document that a report says it is about. */
export interface ReportedDocument {
  /** Of the file, without its folders. */
  readonly name?: string;
  /** Bytes. */
  readonly size?: number;
  /** Lower-case hexadecimal digest of the content that the report carries. */
  readonly sha256?: string;
  /** Those of the same text with other line ends. */
  readonly alike?: readonly string[];
}

/** A saved report of a validator or of tests. */
export interface ValidationReportFacts {
  readonly tool:
    | 'gazelle'
    | 'inferno'
    | 'schematron'
    | 'fhir'
    | 'verapdf'
    | 'junit'
    | 'newman'
    | 'cucumber'
    | 'playwright'
    | 'mocha'
    | 'nunit'
    | 'xunit'
    | 'trx'
    | 'robot'
    | 'testng'
    | 'jest'
    | 'allure'
    | 'ctrf'
    | 'cypress'
    | 'tap'
    /** What a test runner printed. */
    | 'console'
    /** A sentence of a document (« Résultat : ÉCHEC »). */
    | 'statement';
  /** As written: `PASSED`, `FAILED`, `DONE_PASSED`, `pass`… */
  readonly verdict?: string;
  /** Undefined when the verdict's word is not known. */
  readonly passed?: boolean;
  readonly errors?: number;
  readonly warnings?: number;
  /** It lists the tests of a run in which none was carried out: how many it says were skipped. */
  readonly noneRun?: { readonly skipped: number };
  /** Its totals or its conclusion say that nothing failed and its cases that something did, or the other way about. */
  readonly contradictory?: true;
  /** What was validated, as far as the report says; absent when it says nothing. */
  readonly documents?: readonly ReportedDocument[];
  /** Name of the part that is the report, as in a sighting; absent when the whole file is it. */
  readonly where?: string;
  readonly date?: string;
  /** What was tested: validator, test case or suite name. */
  readonly subject?: string;
}

export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly serialNumber?: string;
}

export interface CsvFacts {
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Rows (1-based) whose number of columns differs, the first few. */
  readonly unevenRows: readonly number[];
}

export interface TextFacts {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'ascii';
  readonly bom?: boolean;
  readonly lines: number;
  /** Nothing but spaces and line ends. */
  readonly blank?: true;
  readonly firstDate?: string;
  readonly lastDate?: string;
}

/** Text that was recognised in pictures, which may be misread: shown, never judged. */
export interface RecognisedFacts {
  /** Number of words; 0 says that none was recognised, not that there is none. */
  readonly words: number;
  readonly addresses?: readonly string[];
  readonly versions?: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly dates?: readonly string[];
}

/** A string that has the form of an INS (13 characters and a valid key), or that a document calls one. */
export interface IdentifierSighting {
  /** 15 characters, spaces removed; 13 when the key is missing. */
  readonly value: string;
  /** OID that qualifies it, when the document says so. */
  readonly system?: string;
  /** It was recognised in a picture: a digit may be misread. */
  readonly recognised?: true;
  /** Nothing around it says that it is an INS: one number in 97 has such a key by chance. */
  readonly unnamed?: true;
  /** The document calls it an INS, but its key is wrong, or missing (`value` has 13 characters then). */
  readonly key?: 'wrong' | 'missing';
  /** Where in the file, in words that need no translation: `PID-3`, `recordTarget/patientRole/id`, `page 2`, `IHE_XDM.zip/…/DOC00001.XML`. */
  readonly where?: string;
  readonly line?: number;
}
