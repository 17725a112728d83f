import { requestKind } from '../request';
import type { AttachEdit } from './attach';
import type { ParcoursTarget } from './parcours';

/** What `parcours` becomes when a step is marked or a date is given. The client applies it as one edit that can be undone. */
export const writeParcoursRequest = requestKind<WriteParcoursParams, WriteParcoursResult>('segur/ecrireParcours');

export interface WriteParcoursParams {
  readonly target: Pick<ParcoursTarget, 'kind' | 'id' | 'uri'>;
  /** By key of the format: `etat`, `debut`, `fin`, `prevue_le`; `date`, `heure`, `source`, `verifie_le`. */
  readonly values: Readonly<Record<string, string>>;
}

export interface WriteParcoursResult {
  /** As a WorkspaceEdit of LSP. */
  readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
  /** By URI, the text that the edit is for. */
  readonly before: Readonly<Record<string, string>>;
}
