import { requestKind } from '../request';

/** The facts that the tool rests on and that are to be checked again, of a dossier or of all. */
export const watchRequest = requestKind<WatchParams, WatchView>('segur/veille');

/** Writes who read a fact at its source, in the data package that the configuration of the dossier names. */
export const verifyFactRequest = requestKind<VerifyFactParams, VerifyFactResult>('segur/verifierFait');

export interface WatchParams {
  /** Of the main manifest; absent: every dispositif, with the data that ships. */
  readonly uri?: string;
}

export interface WatchView {
  readonly title: string;
  /** For what, how many, which data is in force. */
  readonly heads: readonly string[];
  readonly facts: readonly WatchedRow[];
}

export interface WatchedRow {
  readonly id: string;
  readonly label: string;
  /** Absent where unknown. */
  readonly value?: string;
  /** Confidence, who verified it, and every doubt. */
  readonly why: string;
  readonly isDoubtful: boolean;
  /** Where to read it; of a page that moved, the address that was read and the new one, which says so. */
  readonly addresses: readonly { readonly label: string; readonly url: string }[];
}

export interface VerifyFactParams {
  /** Of the main manifest. */
  readonly uri: string;
  readonly fact: string;
  /** What was read. */
  readonly value: string;
  /** Who read it. */
  readonly by: string;
}

export interface VerifyFactResult {
  /** What was written and where, and whether it contradicts what the tool shows. */
  readonly message: string;
}
