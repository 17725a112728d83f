import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../core/messages/say';
import type { Block } from './statement-blocks';
import { statementProducer } from './statement-marks';

export interface PdfContent {
  readonly title: string;
  readonly author: string;
  readonly blocks: readonly Block[];
  /** Stands on each page, with its number. */
  readonly footer: string;
  /** Language of the text; French without it. */
  readonly locale?: Locale;
}

const margins = { left: 64, right: 64, top: 64, bottom: 72 };
const termWidth = 130;
const placeHeight = 96;

/**
 * A document as accessible PDF/A: fonts embedded, structure tagged. It bears no date: the same content gives
 * the same bytes. The library is loaded with the first document.
 * @returns the bytes, and the characters that the font has not and that stand as `?`
 */
export async function pdfFile({ title, author, blocks, footer, locale = 'fr' }: PdfContent): Promise<{
  readonly bytes: Uint8Array;
  readonly lost: readonly string[];
}> {
  const { default: Document } = await import('pdfkit');
  const epoch = new Date(0);
  const doc = new Document({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: locale === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: fontFile('DejaVuSans.ttf'),
    info: {
      Title: title,
      Author: author,
      Producer: statementProducer,
      Creator: statementProducer,
      CreationDate: epoch,
    },
  });
  doc.registerFont('regular', fontFile('DejaVuSans.ttf'));
  doc.registerFont('bold', fontFile('DejaVuSans-Bold.ttf'));
  withoutDate(doc, JSON.stringify({ title, author, blocks, footer }));
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const writer = new BlockWriter(doc);
  writer.write(blocks);
  writer.footers(footer);
  doc.end();
  await ended;
  return { bytes: Uint8Array.from(Buffer.concat(parts)), lost: [...writer.lost] };
}

/** In the shipped folder, else where it was installed. */
function fontFile(name: string): string {
  const shipped = join(__dirname, 'fonts', name);
  return existsSync(shipped) ? shipped : join(process.cwd(), 'node_modules/dejavu-fonts-ttf/ttf', name);
}

/** The library dates what it makes, and draws the file's identifier from the date. */
function withoutDate(doc: PDFKit.PDFDocument, content: string): void {
  const own = doc as unknown as {
    info: object;
    _id: Buffer;
    metadata: { append(xml: string, newline?: boolean): void };
  };
  Object.defineProperty(own.info, 'CreationDate', { value: new Date(0), enumerable: false });
  own._id = createHash('sha256').update(content).digest().subarray(0, 16);
  const append = own.metadata.append.bind(own.metadata);
  own.metadata.append = (xml, newline) => {
    append(xml.replace(/<xmp:CreateDate>[^<]*<\/xmp:CreateDate>/, ''), newline);
  };
}

type Font = 'regular' | 'bold';

class BlockWriter {
  readonly lost = new Set<string>();
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #width: number;

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
    this.#width = doc.page.width - margins.left - margins.right;
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
  }

  write(blocks: readonly Block[]): void {
    for (const block of blocks) this.#block(block);
    this.#root.end();
  }

  /** Once all pages are there: their number and the footer, which a reader aloud passes over. */
  footers(text: string): void {
    const doc = this.#doc;
    const { count } = doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      doc.switchToPage(index);
      doc.page.margins.bottom = 0;
      const y = doc.page.height - 50;
      doc.markContent('Artifact', { type: 'Pagination' });
      this.#font('regular', 8);
      doc.text(this.#shown(text), margins.left, y, { width: this.#width - 50 });
      doc.text(`${index + 1}/${count}`, margins.left, y, { width: this.#width, align: 'right' });
      doc.endMarkedContent();
    }
  }

  #block(block: Block): void {
    const doc = this.#doc;
    switch (block.kind) {
      case 'title':
        this.#text('H1', block.text, 'bold', 17);
        doc.y += 12;
        break;
      case 'heading':
        doc.y += 8;
        this.#room(60);
        this.#text('H2', block.text, 'bold', 11.5);
        doc.y += 2;
        break;
      case 'paragraph':
        this.#text('P', block.text, 'regular', 10.5);
        doc.y += 8;
        break;
      case 'notice':
        this.#notice(block.text);
        break;
      case 'facts':
        this.#facts(block.rows);
        doc.y += 8;
        break;
      case 'places':
        this.#places(block.labels);
    }
  }

  #text(tag: string, text: string, font: Font, size: number): void {
    const doc = this.#doc;
    const shown = this.#shown(text);
    this.#root.add(
      doc.struct(tag, {}, () => {
        this.#font(font, size);
        doc.text(shown, margins.left, doc.y, { width: this.#width, lineGap: size * 0.2 });
      }),
    );
  }

  #notice(text: string): void {
    const doc = this.#doc;
    const shown = this.#shown(text);
    const options = { width: this.#width - 20, lineGap: 2 };
    this.#font('bold', 9.5);
    const height = doc.heightOfString(shown, options) + 14;
    this.#room(height);
    this.#frame(margins.left, this.#width, height);
    const y = doc.y;
    this.#root.add(
      doc.struct('P', {}, () => {
        this.#font('bold', 9.5);
        doc.text(shown, margins.left + 10, y + 8, options);
      }),
    );
    doc.y = y + height + 12;
  }

  #facts(rows: readonly (readonly [string, string])[]): void {
    const doc = this.#doc;
    const list = doc.struct('L');
    this.#root.add(list);
    for (const [term, value] of rows) {
      const [name, shown] = [this.#shown(term), this.#shown(value)];
      this.#room(20);
      const y = doc.y;
      const item = doc.struct('LI');
      list.add(item);
      item.add(
        doc.struct('Lbl', {}, () => {
          this.#font('bold', 10.5);
          doc.text(name, margins.left, y, { width: termWidth - 6 });
        }),
      );
      item.add(
        doc.struct('LBody', {}, () => {
          this.#font('regular', 10.5);
          doc.text(shown, margins.left + termWidth, y, { width: this.#width - termWidth, lineGap: 2 });
        }),
      );
      item.end();
    }
    list.end();
  }

  #places(labels: readonly string[]): void {
    const doc = this.#doc;
    this.#room(placeHeight + 10);
    const gap = 14;
    const width = (this.#width - gap * (labels.length - 1)) / labels.length;
    const y = doc.y + 10;
    labels.forEach((label, index) => {
      const x = margins.left + index * (width + gap);
      const shown = this.#shown(label);
      doc.y = y;
      this.#frame(x, width, placeHeight);
      this.#root.add(
        doc.struct('P', {}, () => {
          this.#font('regular', 9);
          doc.text(shown, x + 8, y + 6, { width: width - 16 });
        }),
      );
    });
    doc.y = y + placeHeight;
  }

  /** Four straight lines, which say nothing to whoever does not see them. */
  #frame(x: number, width: number, height: number): void {
    const doc = this.#doc;
    doc.markContent('Artifact', { type: 'Layout' });
    doc.lineWidth(0.8).rect(x, doc.y, width, height).stroke();
    doc.endMarkedContent();
  }

  #room(height: number): void {
    const doc = this.#doc;
    if (doc.y + height > doc.page.height - margins.bottom) doc.addPage();
  }

  #font(font: Font, size: number): void {
    this.#doc.font(font).fontSize(size).fillColor('black');
  }

  /** The text in characters that the font has; what is missing becomes `?` and is told. */
  #shown(text: string): string {
    this.#font('regular', 10);
    const { font } = (this.#doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
      ._font;
    return Array.from(
      text
        .normalize('NFC')
        .replace(/\t/g, ' ')
        .replace(/[\u200b\ufeff\r]/g, ''),
      (character) => {
        if (character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character;
        this.lost.add(character);
        return '?';
      },
    ).join('');
  }
}
