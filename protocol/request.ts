/**
 * What client and server say to each other beside LSP. Plain data only: neither side imports the other.
 * Everything a user reads arrives already in the user's language.
 */

/**
 * One request of the client. The descriptor is all that both sides share: the server answers it
 * (`server/lsp/requests/`), the client asks it (`Session.ask`).
 */
export interface RequestKind<Params, Result, Progress = never> {
  /** Its name on the wire. */
  readonly method: string;
  /** Carries the types; never set. */
  readonly types?: { readonly params: Params; readonly result: Result; readonly progress: Progress };
}

/** @param method its name on the wire */
export function requestKind<Params, Result, Progress = never>(method: string): RequestKind<Params, Result, Progress> {
  return { method };
}

/** Parameter under which a client that wants to follow a request gives the token of the reports. */
export const progressTokenKey = 'progressToken';

/** For requests that ask about everything. */
export type NoParams = Readonly<Record<string, never>>;
