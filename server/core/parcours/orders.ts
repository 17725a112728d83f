import { flatMapKey, type FlatValue } from '../manifest/flat-values';
import type { ParsedManifest } from '../manifest/parse-manifest';
import { shift, type Located, type OffsetRange } from '../text/offset-range';
import { cents } from './asp/amount';
import { aspState, isSettled } from '../manifest/known-states';

export type RequestKind = 'avance' | 'solde';

/** One order of a manifest, with absolute ranges. */
export class WrittenOrder {
  readonly client: Located<string> | undefined;
  readonly signedOn: Located<string> | undefined;

  constructor(
    readonly values: readonly FlatValue[],
    readonly base: number,
    /** The whole item. */
    readonly range: OffsetRange,
    /** Place among the orders. */
    readonly index: number,
  ) {
    this.client = this.get('client');
    this.signedOn = this.get('signee_le');
  }

  get cancelled(): boolean {
    return this.get('annulee_le') !== undefined;
  }

  get label(): string {
    return this.get('reference')?.value ?? this.client?.value ?? '?';
  }

  /** The first value that is written under a dotted key. */
  get(key: string): Located<string> | undefined {
    return this.all(key)[0];
  }

  /** Every value under a key: a list's items. */
  all(key: string): Located<string>[] {
    return this.values
      .filter((each) => each.key === key && each.kind !== 'map' && each.value !== '')
      .map(({ value, range }) => ({ value, range: shift(range, this.base) }));
  }

  /** The key of a request that is written, even an empty one. */
  request(kind: RequestKind): OffsetRange | undefined {
    const key = flatMapKey(this.values, kind);
    return key && shift(key.range, this.base);
  }

  /** A request that is written, from its key to its end. */
  requestSpan(kind: RequestKind): OffsetRange | undefined {
    const whole = flatMapKey(this.values, kind)?.whole;
    return whole && shift(whole, this.base);
  }

  /** The state of a request at ASP, where its words are known. */
  state(kind: RequestKind): string | undefined {
    return aspState(this.get(`${kind}.etat`)?.value);
  }

  /** Whether ASP accepted or paid a request. */
  isSettled(kind: RequestKind): boolean {
    return isSettled(this.get(`${kind}.etat`)?.value);
  }

  /** An amount in cents, where one is written and can be read. */
  amount(key: string): { readonly cents: number; readonly range: OffsetRange; readonly text: string } | undefined {
    const written = this.get(key);
    const value = written && cents(written.value);
    return value === undefined || !written ? undefined : { cents: value, range: written.range, text: written.value };
  }
}

/** The orders of a main manifest, cancelled ones included. */
export function writtenOrders(parsed: ParsedManifest): WrittenOrder[] {
  return parsed.orders.map(
    ({ base, facts }, index) => new WrittenOrder(facts.values, base, shift(facts.range, base), index),
  );
}

/** Whether the client is declared not liable to VAT. */
export function withoutVat(order: WrittenOrder): boolean {
  return order.get('tva')?.value.trim().toUpperCase() === 'HT';
}
