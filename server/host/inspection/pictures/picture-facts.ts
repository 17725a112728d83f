import { webAddress } from '../../../core/evidence/web-address';
import type { RecognisedFacts } from '../../../core/evidence/inspection';
import { calendarDate } from '../calendar-date';
import { textOf, type PictureRow } from './picture-rows';

/** Of each kind: a screen that shows more of them is a list. */
const mostOfAKind = 5;
const address = /https?:\/\/[^\s"'<>|]+/gi;
const version = /(?<![A-Za-zÀ-ÿ])(?:version|release|v)\s*(?:[.:]\s*)?(\d{1,4}(?:\.\d{1,5}){1,4})(?![\d])/gi;
const frenchDay = /(?<![\d/.-])(\d{2})\/(\d{2})\/(\d{4})(?![\d/])/g;
const isoDay = /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;

/** What a picture says of its software and its day, as it was recognised: shown, never judged. */
export function picturedFacts(rows: readonly PictureRow[]): RecognisedFacts {
  const lines = rows.map(textOf);
  const text = lines.join('\n');
  const addresses = [...text.matchAll(address)].flatMap(([found]) => {
    const trimmed = found.replace(/(?<![).,;:\]])[).,;:\]]+$/, '');
    return webAddress(trimmed) ? [trimmed] : [];
  });
  const versions = [...text.matchAll(version)].map(([, number = '']) => number);
  const dates = [
    ...[...text.matchAll(frenchDay)].map(([, day, month, year]) =>
      calendarDate(Number(year), Number(month), Number(day)),
    ),
    ...[...text.matchAll(isoDay)].map(([, year, month, day]) => calendarDate(Number(year), Number(month), Number(day))),
  ].filter((date) => date !== undefined);
  return {
    words: rows.reduce((sum, row) => sum + row.words.length, 0),
    ...listed('addresses', addresses),
    ...listed('versions', versions),
    ...listed('dates', dates),
  };
}

function listed<Name extends string>(name: Name, values: readonly string[]): Partial<Record<Name, readonly string[]>> {
  const once = [...new Set(values)].slice(0, mostOfAKind);
  const found: Partial<Record<string, readonly string[]>> = once.length > 0 ? { [name]: once } : {};
  return found;
}
