import { findIdentifiers } from '../../core/evidence/find-identifiers';
import { findLeftOpen } from '../../core/evidence/find-left-open';
import { findTransactions } from '../../core/evidence/find-transactions';
import { findSecrets, type SecretSighting } from '../../core/evidence/find-secrets';
import type { IdentifierSighting, Inspection, TextFacts, ValidationReportFacts } from '../../core/evidence/inspection';
import type { Cancellation } from '../../core/ports/cancellation';
import { ContentWords } from './content-words';
import type { EvidenceSource } from './evidence-source';
import { consoleReport } from './reports/console-report';
import { statedVerdict } from './reports/stated-verdict';
import { tapReport } from './reports/tap-report';
import type { InspectionLimits } from './limits';
import { lineCounter } from '../../core/text/line-counter';
import { encodedRuns } from './parts/encoded-runs';
import { jsonLines } from './parts/json-lines';
import { closedParts, type PartOpener } from './parts/part';
import { pipedRows } from './parts/piped-rows';
import { RowIdentities } from './parts/row-identities';
import { errorAnswer } from './parts/web-page';
import { teleserviceFacts } from './teleservice-facts';
import { spanOfDates } from './text-dates';
import { lineEnds, textPieces, type TextPiece } from './text-pieces';

/** Encoding, lines and dates of a text, the identifiers and secrets in it and in the documents that it carries, to its end. */
export async function inspectText(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
  opener: PartOpener = closedParts,
): Promise<Partial<Inspection>> {
  const reading = new TextReading(limits);
  for await (const piece of textPieces(source, cancellation)) {
    const json = jsonLines(piece.text);
    reading.see(piece, json.rest);
    reading.dates(piece.text, cancellation);
    reading.transactions(piece.text);
    reading.verdict(piece);
    reading.found(json.identifiers, piece.linesBefore);
    reading.found(rowIdentities(piece.text, limits), piece.linesBefore);
    if (sealed.test(piece.text)) opener.leave('PGP', 'encrypted');
    const before = piece.linesBefore + 1;
    for (const { line, ...part } of json.parts) await opener.open({ ...part, line: before + line });
    const lineAt = lineCounter(piece.text, before);
    for (const { name, content, at } of encodedRuns(json.rest)) await opener.open({ name, content, line: lineAt(at) });
  }
  return reading.facts();
}

/**
 * The same without the dates: those of a letter or a report do not say when it was recorded. What reads its structure opens
 * its parts.
 */
export async function inspectStructuredText(
  source: EvidenceSource,
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<Partial<Inspection>> {
  const reading = new TextReading(limits);
  for await (const piece of textPieces(source, cancellation)) reading.see(piece, piece.text);
  return reading.facts();
}

/** Messages of PGP (RFC 9580, 6.2), S/MIME in PEM (RFC 7468, 9), age and the vault of Ansible: only their receiver reads them. */
const sealed = /^(?:-----BEGIN (?:PGP MESSAGE|CMS|AGE ENCRYPTED FILE)-----|\$ANSIBLE_VAULT;)/m;

/** What tables written with bars say in several cells. */
function rowIdentities(text: string, { maxFacts }: InspectionLimits): IdentifierSighting[] {
  const rows = new RowIdentities(maxFacts);
  const found: IdentifierSighting[] = [];
  for (const { columns, cells, line } of pipedRows(text)) {
    rows.see(columns, cells, line);
    for (const { value, system, unnamed, key } of rows.found.splice(0))
      found.push({
        value,
        ...(system !== undefined && { system }),
        ...(unnamed && { unnamed }),
        ...(key && { key }),
        line,
      });
  }
  return found;
}

/** Which encoding a text has as a whole: the widest of its pieces. */
const rank: readonly TextFacts['encoding'][] = ['ascii', 'utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];

class TextReading {
  readonly #limits: InspectionLimits;
  readonly #identifiers = new Map<string, IdentifierSighting>();
  readonly #secrets = new Map<string, SecretSighting>();
  #encoding: TextFacts['encoding'] | undefined;
  #bom = false;
  #lines = 0;
  #isBlank = true;
  #first: string | undefined;
  #last: string | undefined;
  #teleservices: Pick<Inspection, 'teleservices'> = {};
  #leftOpen: readonly string[] = [];
  #answer: string | undefined;
  readonly #words: ContentWords;
  #transactions: Set<string> | undefined;
  #validation: ValidationReportFacts | undefined;

  constructor(limits: InspectionLimits) {
    this.#limits = limits;
    this.#words = new ContentWords(limits.maxFacts);
  }

  /** @param searched the text of the piece, without what another reader has searched */
  see({ text, encoding, bom, linesBefore, repeated }: TextPiece, searched: string): void {
    if (this.#encoding === undefined) {
      this.#bom = bom;
      // A piece of many is no letter.
      if (!repeated) {
        this.#answer = errorAnswer(text);
        this.#teleservices = teleserviceFacts(text);
        this.#leftOpen = findLeftOpen(text);
      }
    } else {
      this.#teleservices = {};
      this.#answer = undefined;
    }
    if (this.#encoding === undefined || rank.indexOf(encoding) > rank.indexOf(this.#encoding))
      this.#encoding = encoding;
    this.#lines = linesBefore + lineCount(text);
    this.#words.see(text);
    if (this.#isBlank && text.trim() !== '') this.#isBlank = false;
    this.found(findIdentifiers(searched, undefined, { max: this.#limits.maxFacts }), linesBefore);
    this.#keepSecrets(text, linesBefore + 1);
  }

  /** Those of a journal, whatever its length. */
  transactions(text: string): void {
    this.#transactions ??= new Set();
    for (const name of findTransactions(text)) this.#transactions.add(name);
  }

  /** Of a journal that was cut, the end counts: that is where a test runner sums up. */
  verdict({ text, linesBefore, repeated }: TextPiece): void {
    const whole = linesBefore === 0 && !repeated;
    const stated = whole ? (tapReport(text) ?? consoleReport(text) ?? statedVerdict(text)) : consoleReport(text);
    this.#validation = stated ?? this.#validation;
  }

  /** The whole text is searched: no reader of objects looks for them. */
  #keepSecrets(text: string, firstLine: number): void {
    for (const secret of findSecrets(text, { firstLine, max: this.#limits.maxFacts })) {
      const key = [secret.kind, secret.form, secret.line].join(' ');
      if (this.#secrets.size < this.#limits.maxFacts) this.#secrets.set(key, secret);
    }
  }

  found(sightings: readonly IdentifierSighting[], linesBefore: number): void {
    for (const sighting of sightings) {
      const key = `${sighting.value} ${sighting.system ?? ''}`;
      if (this.#identifiers.has(key) || this.#identifiers.size >= this.#limits.maxFacts) continue;
      this.#identifiers.set(key, { ...sighting, line: (sighting.line ?? 1) + linesBefore });
    }
  }

  dates(text: string, cancellation: Cancellation): void {
    const { firstDate, lastDate } = spanOfDates(text, cancellation);
    if (firstDate !== undefined && (this.#first === undefined || firstDate < this.#first)) this.#first = firstDate;
    if (lastDate !== undefined && (this.#last === undefined || lastDate > this.#last)) this.#last = lastDate;
  }

  /** Empty when the content is no text. */
  facts(): Partial<Inspection> {
    if (this.#encoding === undefined) return {};
    const identifiers = [...this.#identifiers.values()];
    const secrets = [...this.#secrets.values()];
    return {
      text: {
        encoding: this.#encoding,
        ...(this.#bom && { bom: true }),
        lines: this.#lines,
        ...(this.#isBlank && this.#lines > 0 && { blank: true as const }),
        ...(this.#first !== undefined && { firstDate: this.#first }),
        ...(this.#last !== undefined && { lastDate: this.#last }),
      },
      ...(identifiers.length > 0 && { identifiers }),
      ...(secrets.length > 0 && { secrets }),
      ...this.#teleservices,
      ...this.#words.facts(),
      ...(this.#answer !== undefined && { errorAnswer: this.#answer }),
      ...(this.#validation && { validation: this.#validation }),
      ...(this.#leftOpen.length > 0 && { leftOpen: this.#leftOpen }),
      ...(this.#transactions && { transactions: [...this.#transactions].sort() }),
    };
  }
}

/** Lines ended by LF, CR LF or CR (HL7), and the last one even when nothing ends it. */
function lineCount(text: string): number {
  if (text === '') return 0;
  return lineEnds(text) + (/[\r\n]$/.test(text) ? 0 : 1);
}
