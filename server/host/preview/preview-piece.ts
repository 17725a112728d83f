import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreviewContent, PreviewKind } from './preview-content';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { decodeText } from '../inspection/decode-text';
import { fileSource, type EvidenceSource } from '../inspection/evidence-source';
import { openGuarded } from '../files/guarded-file';
import { defaultLimits } from '../inspection/limits';
import { createPdfReader } from '../inspection/pdf-reader';
import { readXml } from '../inspection/read-xml';
import { cdaView } from './cda-view';
import { hl7View } from './hl7-view';
import { XmlTree } from './xml-tree';

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;
/** What a person looks through. */
const maxText = 256 * kibibyte;
const maxHl7 = 4 * mebibyte;
const maxPages = 20;
const maxPageText = 512 * kibibyte;
/** A picture in the document counts with its base64. */
const treeLimits = { maxNodes: 50_000, maxCharacters: 12 * mebibyte };

const words = {
  cutText: { fr: 'Seul le début du texte est montré.', en: 'Only the beginning of the text is shown.' },
  cutMessages: {
    fr: 'Seul le début est montré : les messages, segments ou champs suivants sont trop nombreux ou trop longs.',
    en: 'Only the beginning is shown: what follows has too many messages or segments, or fields too long.',
  },
  cutDocument: {
    fr: 'Le document est trop grand pour être montré en entier : la suite manque ici.',
    en: 'The document is too large to be shown whole: the rest is missing here.',
  },
  damaged: {
    fr: 'Le document est endommagé (ligne {line}) : seul ce qui précède est montré.',
    en: 'The document is damaged (line {line}): only what comes before is shown.',
  },
  morePages: {
    fr: 'Les pages {from} à {to} ne sont pas montrées ici : ouvrez le document.',
    en: 'Pages {from} to {to} are not shown here: open the document.',
  },
  page: { fr: 'Page {number}', en: 'Page {number}' },
  pageUnread: { fr: 'La page {number} n’a pas pu être lue.', en: 'Page {number} could not be read.' },
  noText: {
    fr: 'Les pages n’ont pas de texte (images ou dessins) : ouvrez le document pour les voir.',
    en: 'The pages have no text (pictures or drawings): open the document to see them.',
  },
  textOnly: {
    fr: 'Seul le texte des pages est montré : images, tableaux et mise en page se voient dans le document.',
    en: 'Only the text of the pages is shown: pictures, tables and layout are in the document.',
  },
  password: { fr: 'Le document demande un mot de passe.', en: 'The document asks for a password.' },
  pdfUnread: { fr: 'Ce PDF ne peut pas être lu.', en: 'This PDF cannot be read.' },
  carried: {
    fr: 'Le corps est un document joint ({mime}) : il n’est pas montré ici.',
    en: 'The body is a document of its own ({mime}): it is not shown here.',
  },
} satisfies Record<string, Sentence>;

/** A piece of which nothing can be shown, and why. */
export interface Unshown {
  readonly kind: 'unshown';
  readonly message: string;
}

/** A piece as plain data. */
export interface Shown {
  readonly kind: 'shown';
  readonly content: PreviewContent;
  /** What is not shown, in words. */
  readonly leftOut: readonly string[];
}

export interface PieceToShow {
  /** Folder of the dossier. */
  readonly root: string;
  /** Relative, `/` separated, without `..`. */
  readonly path: string;
  /** How it can be shown, as far as the first look at it says. */
  readonly kind: PreviewKind;
  /** Of a picture or film. */
  readonly mime: string;
  readonly locale: Locale;
  /** Where the bundle of the PDF thread is. */
  readonly bundleFolder?: string;
}

/**
 * Reads a piece so that it can be shown. A document that is not what was thought is shown as text.
 * @throws UnreadableFile when it is there and is not to be read; the system's error when it is not
 */
export async function previewPiece(piece: PieceToShow, cancellation: Cancellation): Promise<Shown | Unshown> {
  const within = await realpath(piece.root);
  const { handle, status } = await openGuarded(join(piece.root, ...piece.path.split('/')), { within });
  try {
    if (piece.kind === 'picture' || piece.kind === 'film') {
      return { kind: 'shown', content: { kind: piece.kind, mime: piece.mime }, leftOut: [] };
    }
    const read = async (buffer: Uint8Array, at: number) => (await handle.read(buffer, 0, buffer.length, at)).bytesRead;
    const source = fileSource({ read }, Number(status.size), { name: piece.path });
    switch (piece.kind) {
      case 'pdf':
        return await pdf(source, piece, cancellation);
      case 'cda':
        return (await cda(source, piece, cancellation)) ?? (await text(source, piece.locale));
      case 'hl7':
        return (await hl7(source, piece.locale)) ?? (await text(source, piece.locale));
      case 'text':
        return await text(source, piece.locale);
    }
  } finally {
    await handle.close();
  }
}

async function text(source: EvidenceSource, locale: Locale): Promise<Shown> {
  const bytes = await source.read(0, maxText);
  const isCut = bytes.length < source.size;
  return {
    kind: 'shown',
    content: { kind: 'text', text: decodeText(bytes)?.text ?? '' },
    leftOut: isCut ? [say(words.cutText, locale)] : [],
  };
}

async function hl7(source: EvidenceSource, locale: Locale): Promise<Shown | undefined> {
  const bytes = await source.read(0, maxHl7);
  const { messages, isCut } = hl7View(decodeText(bytes)?.text ?? '', locale);
  if (messages.length === 0) return undefined;
  const leftOut = isCut || bytes.length < source.size ? [say(words.cutMessages, locale)] : [];
  return { kind: 'shown', content: { kind: 'hl7', messages }, leftOut };
}

async function cda(source: EvidenceSource, piece: PieceToShow, cancellation: Cancellation): Promise<Shown | undefined> {
  const { locale } = piece;
  const tree = new XmlTree(treeLimits);
  const reading = await readXml(source, [tree], defaultLimits, cancellation);
  throwIfCancelled(cancellation);
  const rendering = cdaView(tree.root, locale);
  if (!rendering) return undefined;
  const leftOut: string[] = [];
  if (reading.damage) leftOut.push(say(words.damaged, locale, { line: reading.damage.line ?? 1 }));
  else if (tree.isCut || reading.partial) leftOut.push(say(words.cutDocument, locale));
  const { view, carried } = rendering;
  if (!carried) return { kind: 'shown', content: { kind: 'cda', document: view }, leftOut };
  if (carried.mime !== 'application/pdf') {
    leftOut.push(say(words.carried, locale, { mime: carried.mime }));
    return { kind: 'shown', content: { kind: 'cda', document: view }, leftOut };
  }
  const pages = await pdfPages(carried.content, piece, cancellation);
  if (typeof pages === 'string') {
    leftOut.push(pages);
    return { kind: 'shown', content: { kind: 'cda', document: view }, leftOut };
  }
  const sections = pages.pages.map(({ number, text: content }) => ({
    title: say(words.page, locale, { number }),
    blocks: content
      .split('\n')
      .map((line) => ({ kind: 'paragraph' as const, children: [{ kind: 'text' as const, text: line }] })),
    sections: [],
  }));
  return {
    kind: 'shown',
    content: { kind: 'cda', document: { ...view, sections } },
    leftOut: [...leftOut, ...pages.leftOut],
  };
}

async function pdf(source: EvidenceSource, piece: PieceToShow, cancellation: Cancellation): Promise<Shown | Unshown> {
  const bytes = await source.readAll(defaultLimits.maxBytes);
  if (!bytes) return { kind: 'unshown', message: say(words.cutDocument, piece.locale) };
  const read = await pdfPages(bytes, piece, cancellation);
  if (typeof read === 'string') return { kind: 'unshown', message: read };
  return { kind: 'shown', content: { kind: 'pdf', pages: read.pages }, leftOut: read.leftOut };
}

/** @returns why there are none, in words, or the pages */
async function pdfPages(
  data: Uint8Array,
  { locale, bundleFolder = __dirname }: PieceToShow,
  cancellation: Cancellation,
): Promise<
  string | { readonly pages: { readonly number: number; readonly text: string }[]; readonly leftOut: string[] }
> {
  const reader = createPdfReader(join(bundleFolder, 'pdf-worker.js'));
  try {
    const reading = await reader.read({ data, maxPages, maxTextLength: maxPageText }, cancellation);
    throwIfCancelled(cancellation);
    if (reading.end === 'password') return say(words.password, locale);
    if (reading.pages.length === 0) return say(words.pdfUnread, locale);
    const pages = reading.pages.map(({ number, text: content = '' }) => ({ number, text: content }));
    const unread = reading.pages.filter((page) => page.text === undefined);
    const total = reading.opened?.pages ?? pages.length;
    const last = pages.at(-1)?.number ?? 0;
    const hasText = pages.some((page) => page.text.trim() !== '');
    return {
      pages,
      leftOut: [
        say(hasText ? words.textOnly : words.noText, locale),
        ...unread.map(({ number }) => say(words.pageUnread, locale, { number })),
        ...(last < total ? [say(words.morePages, locale, { from: last + 1, to: total })] : []),
      ],
    };
  } finally {
    await reader.dispose();
  }
}
