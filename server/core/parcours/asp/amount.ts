/**
 * An amount in cents: `1234.5`, `1 234,50`, `1234,50 €`. Kept whole so that sums and comparisons are exact.
 * @returns undefined for what is no amount with at most two decimals
 */
export function cents(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/gu, '').replace(/(?:€|EUR)$/u, '');
  const match = /^(-?)(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return undefined;
  const value = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -value : value;
}

/** An amount in cents as a person writes it: `1234,50`. */
export function amountText(value: number): string {
  return (value / 100).toFixed(2).replace('.', ',');
}
