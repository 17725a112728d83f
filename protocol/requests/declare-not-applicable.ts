import { requestKind } from '../request';
import type { AttachEdit } from './attach';

/** What the manifests become when an entry is declared not applicable. The client writes them, as one edit. */
export const declareNotApplicableRequest = requestKind<DeclareNotApplicableParams, DeclareNotApplicableResult>(
  'segur/declarerNonApplicable',
);

export interface DeclareNotApplicableParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  /** Ids of the catalogue: a requirement, a scenario of it, or a core-business scenario. */
  readonly requirement?: string;
  readonly scenario?: string;
  readonly justification: string;
}

export type DeclareNotApplicableResult =
  | {
      readonly kind: 'planned';
      /** As a WorkspaceEdit of LSP. */
      readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
      /** The texts that the edit is for, by URI. */
      readonly before: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'refused'; readonly message: string };
