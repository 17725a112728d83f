/**
 * Advance widths of the standard fonts Helvetica and Helvetica-Bold, in thousandths of the font size, by character. From
 * the metrics that Adobe publishes for them (Core 14 AFM files).
 */
export type Font = 'regular' | 'bold';

/** Width → characters; those that are not listed have `usualWidth`. */
const widths: Readonly<Record<Font, Readonly<Record<number, string>>>> = {
  regular: {
    191: "'",
    222: 'ijl‚‘’',
    260: '|¦',
    278: ' !,./:;I[\\]ft\u00a0·ÌÍÎÏìíîï',
    333: '()-`r„ˆ‹“”˜›¡¨\u00ad¯²³´¸¹',
    334: '{}',
    350: '•',
    355: '"',
    365: 'º',
    370: 'ª',
    389: '*',
    400: '°',
    469: '^',
    500: 'Jcksvxyzšžçýÿ',
    537: '¶',
    584: '+<=>~¬±×÷',
    611: 'FTZŽ¿ßø',
    667: '&ABEKPSVXYŠŸÀÁÂÃÄÅÈÉÊËÝÞ',
    722: 'CDHNRUwÇÐÑÙÚÛÜ',
    737: '©®',
    778: 'GOQÒÓÔÕÖØ',
    833: 'Mm',
    834: '¼½¾',
    889: '%æ',
    944: 'Wœ',
    1000: '…‰Œ—™Æ',
    1015: '@',
  },
  bold: {
    238: "'",
    278: ' ,./I\\ijl‚‘’\u00a0·ÌÍÎÏìíîï',
    280: '|¦',
    333: '!()-:;[]`ftˆ‹˜›¡¨\u00ad¯²³´¸¹',
    350: '•',
    365: 'º',
    370: 'ª',
    389: '*r{}',
    400: '°',
    474: '"',
    500: 'z„“”ž',
    584: '+<=>^~¬±×÷',
    611: '?FLTZbdghnopquŽµ¿ßðñòóôõöøùúûüþ',
    667: 'EPSVXYŠŸÈÉÊËÝÞ',
    722: '&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ',
    737: '©®',
    778: 'GOQwÒÓÔÕÖØ',
    833: 'M',
    834: '¼½¾',
    889: '%mæ',
    944: 'Wœ',
    975: '@',
    1000: '…‰Œ—™Æ',
  },
};
const usualWidth = 556;

const byCharacter: Readonly<Record<Font, ReadonlyMap<string, number>>> = {
  regular: mapOf(widths.regular),
  bold: mapOf(widths.bold),
};

/** Width of a text that WinAnsi can hold, in points. */
export function textWidth(text: string, font: Font, size: number): number {
  let width = 0;
  for (const character of text) width += byCharacter[font].get(character) ?? usualWidth;
  return (width * size) / 1000;
}

function mapOf(groups: Readonly<Record<number, string>>): Map<string, number> {
  return new Map(
    Object.entries(groups).flatMap(([width, all]) => Array.from(all, (one) => [one, Number(width)] as const)),
  );
}
