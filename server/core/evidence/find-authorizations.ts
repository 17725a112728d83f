import { groupOf } from '../text/group-of';
import { plainSpelling } from './plain-spelling';

/** A request for authorization of OpenID Connect, as a log or a text shows it. */
export interface AuthorizationFacts {
  /** Of the address asked, in lower case; absent when only the parameters are shown. */
  readonly host?: string;
  /** `acr_values` as written; absent when it has none. */
  readonly acr?: string;
}

/** The parameters stand after `?` of the address of an authorization endpoint (OpenID Connect Core 3.1.2.1). */
const request = /https?:\/\/([a-z0-9.-]{4,200})(?::\d{1,5})?(\/[^\s"'<>?]{0,300})?\?([^\s"'<>]{10,4000})/giu;
const loose = /(?<![\w-])acr_values["']?[ \t]*[=:][ \t]*["']?([\w.:/-]{1,80})/gi;
/** Outside an address it may be code or documentation (`acr_values: config.acr`, « acr_values : obligatoire »). */
const isLevel = /^(?:eidas|loa|acr|niveau|level)[._-]?\d|^(?:urn:|https?:)|^\d+$/i;
const most = 50;

/** Authorization requests in a text, each host and `acr_values` once. */
export function findAuthorizations(text: string): readonly AuthorizationFacts[] {
  if (!/response_type|acr_values/i.test(text)) return [];
  const found = new Map<string, AuthorizationFacts>();
  const keep = (facts: AuthorizationFacts): void => {
    if (found.size < most) found.set(JSON.stringify([facts.host, facts.acr]), facts);
  };
  const plain = plainSpelling(text);
  const rest = plain.replace(request, (all, host: string, _path: string | undefined, query: string) => {
    if (!/(?:^|&)response_type=/i.test(query) || !/(?:^|&)client_id=/i.test(query)) return all;
    const acr = /(?:^|&)acr_values=([\w.:/-]{2,80})/i.exec(query)?.[1];
    keep({ host: host.toLowerCase(), ...(acr !== undefined && { acr }) });
    return ' ';
  });
  for (const match of rest.matchAll(loose)) if (isLevel.test(groupOf(match, 1))) keep({ acr: groupOf(match, 1) });
  return [...found.values()];
}
