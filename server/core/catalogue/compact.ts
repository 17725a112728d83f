/** An object whose optional members may be written as `undefined`; its required members may not. */
export type Loose<T> = { [K in keyof T]: T extends Record<K, T[K]> ? T[K] : T[K] | undefined };

/** @returns the object without its `undefined` members: absent and undefined are not the same in this model. */
export function compact<T extends object>(object: Loose<T>): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
