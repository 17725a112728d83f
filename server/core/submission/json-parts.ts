/** An object of a JSON text, of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function objectsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(objectOf).filter((one) => one !== undefined) : [];
}

export function textOf(value: unknown): string | undefined {
  return isText(value) ? value : undefined;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}
