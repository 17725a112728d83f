import { groupOf } from '../text/group-of';

/** The parts of a web address that rules judge. Nothing is opened. */
export interface WebAddress {
  readonly scheme: 'http' | 'https';
  /** Lower case, without port; IPv6 in its brackets. */
  readonly host: string;
  /** With its first `/`; empty when there is none. */
  readonly path: string;
  /** What stands behind `?`, as it is written; empty when there is none. */
  readonly query: string;
}

/** @returns undefined for what is no absolute web address; see the format `url` of manifests */
export function webAddress(text: string): WebAddress | undefined {
  const parts =
    /^(https?):\/\/(?:[^\s/?#@]*@)?(\[[0-9a-f:.]+\]|[^\s/?#:@]+)(?::\d+)?(\/[^\s?#]*)?(?:\?([^\s#]*))?(?:#\S*)?$/i.exec(
      text,
    );
  if (!parts) return undefined;
  return {
    scheme: groupOf(parts, 1).toLowerCase() === 'https' ? 'https' : 'http',
    host: groupOf(parts, 2).toLowerCase(),
    path: groupOf(parts, 3),
    query: groupOf(parts, 4),
  };
}
