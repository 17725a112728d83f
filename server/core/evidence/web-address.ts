/** The parts of a web address that rules judge. Nothing is opened. */
export interface WebAddress {
  readonly scheme: 'http' | 'https';
  /** Lower case, without port. */
  readonly host: string;
  /** With its first `/`; empty when there is none. */
  readonly path: string;
}

/** @returns undefined for what is no absolute web address; see the format `url` of manifests */
export function webAddress(text: string): WebAddress | undefined {
  const parts = /^(https?):\/\/(?:[^\s/?#@]*@)?([^\s/?#:@]+)(?::\d+)?(\/[^\s?#]*)?(?:[?#]\S*)?$/i.exec(text);
  if (!parts) return undefined;
  const [, scheme = '', host = '', path = ''] = parts;
  return { scheme: scheme.toLowerCase() === 'https' ? 'https' : 'http', host: host.toLowerCase(), path };
}
