import type { EvidenceContent } from './evidence-file';
import { extensionOf } from './file-extension';
import type { Inspection, UnreadPart, UnreadReason } from './inspection';

/** How far a piece was looked into. */
export type Extent =
  /** It was opened, and nothing of it was left. */
  | 'whole'
  /** Something was left: a part, a page, the text that a picture shows. */
  | 'partly'
  /** Nothing of its content was read. */
  | 'notRead';

/** Why something was left. */
export type LeftReason =
  /** No reader for such content. */
  | 'kind'
  /** A picture or a film: its form is looked at, what it shows is not read. */
  | 'picture'
  /** Its text, or that of its pages, was recognised in pixels, which may be wrong. */
  | 'recognised'
  /** Pages that are pictures. */
  | 'scan'
  /** A bound of the readers: bytes, parts, containers, pages. */
  | 'limit'
  | 'encrypted'
  | 'damaged'
  | 'stopped'
  /** Evidence is not opened in a browser. */
  | 'browser'
  /** A pointer stands in place of the content. */
  | 'elsewhere';

export interface Examined {
  readonly extent: Extent;
  /** What was left, each reason once, the gravest first; empty for a piece that was read whole. */
  readonly left: readonly Left[];
}

export interface Left {
  readonly reason: LeftReason;
  /** Parts that it concerns, as they were found; empty when it is the piece itself. */
  readonly parts: readonly string[];
}

/** The gravest first. */
const order: readonly LeftReason[] = [
  'elsewhere',
  'browser',
  'stopped',
  'damaged',
  'encrypted',
  'kind',
  'limit',
  'scan',
  'picture',
  'recognised',
];

const reasonOf: Readonly<Record<UnreadReason, LeftReason>> = {
  kind: 'kind',
  picture: 'picture',
  scan: 'scan',
  size: 'limit',
  count: 'limit',
  depth: 'limit',
  pages: 'limit',
  encrypted: 'encrypted',
  damaged: 'damaged',
  stopped: 'stopped',
  browser: 'browser',
};

const pictures = new Set(
  'png jpg jpeg gif bmp tif tiff webp ico emf wmf heic avif mp4 m4v mov avi mkv webm wmv ogv mpg mpeg'.split(' '),
);

/**
 * How far a piece was looked into, and why not farther; the one answer of editor, command line, reports and records.
 * @returns undefined while it is not known
 */
export function examinedOf(file: Pick<EvidenceContent, 'inspection' | 'pointer'>): Examined | undefined {
  if (file.pointer) return { extent: 'notRead', left: [{ reason: 'elsewhere', parts: [] }] };
  const { inspection } = file;
  if (!inspection) return undefined;
  const left = new Map<LeftReason, string[]>();
  const add = (reason: LeftReason, where?: string): void => {
    const parts = left.get(reason) ?? [];
    if (where !== undefined) parts.push(where);
    left.set(reason, parts);
  };
  for (const part of inspection.unread ?? []) add(reasonOfPart(part), part.where);
  const { damage, image, video, pdf, recognised } = inspection;
  if (damage) add(damage.code === 'encrypted' ? 'encrypted' : 'damaged');
  if (recognised) add('recognised');
  else if (image ?? video) add('picture');
  else if (pdf?.textLayer === false) add('scan');
  else if (pdf?.pictures) add('picture');
  if (inspection.partial === true && left.size === 0) add('limit');
  const reasons = order.flatMap((reason) => {
    const parts = left.get(reason);
    return parts ? [{ reason, parts }] : [];
  });
  if (!wasRead(inspection)) return { extent: 'notRead', left: reasons };
  return { extent: reasons.length === 0 ? 'whole' : 'partly', left: reasons };
}

/** Pictures in a document are left like pictures that are pieces. */
function reasonOfPart({ where, reason }: UnreadPart): LeftReason {
  return reason === 'kind' && where !== undefined && pictures.has(extensionOf(where)) ? 'picture' : reasonOf[reason];
}

/** What an inspection says of itself. */
const aboutReading: ReadonlySet<string> = new Set(['partial', 'unread', 'damage', 'controlledBy', 'cdaControls']);

/** Whether some reader opened it. A PDF that asks for a password shows no page. */
function wasRead(inspection: Inspection): boolean {
  const { unread = [], damage } = inspection;
  const isUnknown = unread.some(
    ({ where, reason }) => where === undefined && (reason === 'kind' || reason === 'browser'),
  );
  if (isUnknown || damage?.code === 'encrypted') return false;
  // A container of which every part was opened may tell nothing of its own.
  const told = damage !== undefined || unread.some(({ where }) => where !== undefined);
  return told || Object.keys(inspection).some((key) => !aboutReading.has(key));
}
