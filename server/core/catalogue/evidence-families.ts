import type { Sentence } from '../messages/say';

/** What a piece of evidence is made of. `link` and `integer` are no files: a permanent link, an execution number. */
export type EvidenceFamily =
  | 'image'
  | 'video'
  | 'pdf'
  | 'document'
  | 'spreadsheet'
  | 'xml'
  | 'eml'
  | 'text'
  | 'hl7'
  | 'csv'
  | 'zip'
  | 'pem'
  | 'trace'
  | 'audio'
  | 'program'
  | 'database'
  | 'link'
  | 'integer';

interface FamilyFiles {
  readonly label: Sentence;
  /** File extensions, lower case, without dot. An extension may belong to several families. */
  readonly extensions: readonly string[];
  /** Names that the signature library (file-type) gives to such content. */
  readonly signatures: readonly string[];
}

export const evidenceFamilies: Readonly<Record<EvidenceFamily, FamilyFiles>> = {
  image: {
    label: { fr: 'image', en: 'image' },
    extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'svg', 'heic', 'avif'],
    signatures: ['png', 'apng', 'jpg', 'gif', 'webp', 'bmp', 'tif', 'heic', 'avif'],
  },
  video: {
    label: { fr: 'vidéo', en: 'video' },
    extensions: ['mp4', 'm4v', 'mov', 'webm', 'mkv', 'avi', 'mpg', 'mpeg', 'wmv', 'ogv'],
    // An animated GIF is a film of a screen; ASF is the container of WMV.
    signatures: ['mp4', 'm4v', 'mov', 'webm', 'mkv', 'avi', 'mpg', 'asf', 'ogv', 'ogm', '3gp', '3g2', 'gif'],
  },
  pdf: { label: { fr: 'PDF', en: 'PDF' }, extensions: ['pdf'], signatures: ['pdf'] },
  document: {
    label: { fr: 'document bureautique', en: 'office document' },
    extensions: ['docx', 'doc', 'odt', 'rtf', 'pptx', 'ppt', 'odp'],
    // Older Office formats are all compound files (`cfb`).
    signatures: ['docx', 'docm', 'odt', 'rtf', 'pptx', 'pptm', 'odp', 'cfb'],
  },
  spreadsheet: {
    label: { fr: 'tableur', en: 'spreadsheet' },
    extensions: ['xlsx', 'xlsm', 'xls', 'ods', 'csv', 'tsv'],
    signatures: ['xlsx', 'xlsm', 'ods', 'cfb'],
  },
  xml: {
    label: { fr: 'XML', en: 'XML' },
    extensions: ['xml', 'cda', 'xsl', 'xslt', 'xsd', 'svg', 'html', 'xhtml', 'soap'],
    signatures: ['xml'],
  },
  eml: { label: { fr: 'courriel', en: 'e-mail' }, extensions: ['eml', 'msg', 'mbox'], signatures: ['cfb'] },
  text: {
    label: { fr: 'texte', en: 'text' },
    extensions: [
      ...[
        'txt',
        'log',
        'md',
        'json',
        'yaml',
        'yml',
        'ini',
        'conf',
        'cfg',
        'config',
        'properties',
        'toml',
        'env',
        'out',
        'har',
      ],
      ...[
        'trace',
        'http',
        'sql',
        'html',
        'java',
        'js',
        'ts',
        'py',
        'cs',
        'php',
        'c',
        'cpp',
        'h',
        'go',
        'rb',
        'kt',
        'sh',
      ],
    ],
    signatures: [],
  },
  hl7: { label: { fr: 'HL7 v2', en: 'HL7 v2' }, extensions: ['hl7', 'er7', 'txt'], signatures: [] },
  csv: { label: { fr: 'CSV', en: 'CSV' }, extensions: ['csv', 'tsv', 'txt'], signatures: [] },
  zip: {
    label: { fr: 'archive', en: 'archive' },
    extensions: ['zip', '7z', 'gz', 'tgz', 'tar', 'rar'],
    signatures: ['zip', '7z', 'gz', 'tar', 'rar'],
  },
  pem: {
    label: { fr: 'certificat', en: 'certificate' },
    extensions: ['pem', 'crt', 'cer', 'der', 'p7b', 'p7c', 'csr'],
    signatures: [],
  },
  trace: {
    label: { fr: 'capture réseau', en: 'network capture' },
    extensions: ['pcap', 'pcapng', 'cap'],
    signatures: ['pcap', 'pcapng'],
  },
  // What follows shows nothing by itself: no type but that of extracted files takes it.
  audio: {
    label: { fr: 'enregistrement sonore', en: 'sound recording' },
    extensions: ['mp3', 'wav', 'm4a', 'aac', 'flac', 'ogg', 'oga', 'opus', 'wma'],
    signatures: ['mp3', 'wav', 'aac', 'flac', 'oga', 'opus'],
  },
  program: {
    label: { fr: 'programme', en: 'program' },
    extensions: ['exe', 'dll', 'msi', 'com', 'scr', 'sys', 'apk', 'ipa', 'dmg', 'deb', 'rpm', 'jar', 'class'],
    // An archive that holds a Java manifest has the signature of a `jar`: that says too little.
    signatures: ['exe', 'elf', 'macho', 'class', 'deb', 'rpm'],
  },
  database: {
    label: { fr: 'base de données', en: 'database' },
    extensions: ['sqlite', 'sqlite3', 'db3', 'mdb', 'accdb'],
    signatures: ['sqlite'],
  },
  link: { label: { fr: 'lien', en: 'link' }, extensions: [], signatures: [] },
  integer: { label: { fr: "numéro d'exécution", en: 'execution number' }, extensions: [], signatures: [] },
};

const byExtension = indexOf('extensions');
const bySignature = indexOf('signatures');

/** What is known of a file, whatever its name claims. */
export interface FileShape {
  /** Lower case, without dot; empty when the name has none. */
  readonly extension: string;
  /** Name given by the signature library, when the content has a signature. */
  readonly signature?: string;
  /** True when the content is text. */
  readonly text?: boolean;
}

/**
 * Families that a file may belong to. The content's signature decides where there is one; text keeps the family of its
 * extension and is `text` besides. Empty when nothing is known: unknown is not wrong.
 */
export function familiesOfFile(file: FileShape): readonly EvidenceFamily[] {
  const named = byExtension.get(file.extension) ?? [];
  if (file.signature !== undefined) {
    const signed = bySignature.get(file.signature);
    if (signed === undefined) return [];
    // XML, ZIP and compound files hold other formats: the name then says which.
    return isContainer(file.signature) ? [...new Set([...signed, ...named])] : signed;
  }
  if (file.text === true) {
    const believed = named.includes('xml') ? named : named.filter(isText);
    return [...new Set([...believed, 'text' as const])];
  }
  return named;
}

function isContainer(signature: string): boolean {
  return signature === 'xml' || signature === 'zip' || signature === 'cfb';
}

function isText(family: EvidenceFamily): boolean {
  return ['eml', 'hl7', 'csv', 'pem', 'spreadsheet'].includes(family);
}

function indexOf(part: 'extensions' | 'signatures'): ReadonlyMap<string, readonly EvidenceFamily[]> {
  const index = new Map<string, EvidenceFamily[]>();
  for (const [family, files] of Object.entries(evidenceFamilies) as [EvidenceFamily, FamilyFiles][]) {
    for (const name of files[part]) index.set(name, [...(index.get(name) ?? []), family]);
  }
  return index;
}
