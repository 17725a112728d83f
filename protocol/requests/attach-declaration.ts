import { requestKind } from '../request';
import type { AttachEdit } from './attach';

/**
 * Puts the signed document that says why an entry does not apply into the dossier, and says what the manifests become when the
 * entry cites it. The client applies that as one edit that can be undone; a file that was copied stays then, cited by nothing.
 */
export const attachDeclarationRequest = requestKind<AttachDeclarationParams, AttachDeclarationResult>(
  'segur/joindreDeclaration',
);

export interface AttachDeclarationParams {
  /** Of a manifest of the dossier. */
  readonly uri: string;
  /** Ids of an entry that is set aside: a requirement, a scenario of it, or a core-business scenario. */
  readonly requirement?: string;
  readonly scenario?: string;
  /** URI of the document. */
  readonly file: string;
}

export type AttachDeclarationResult =
  | {
      readonly kind: 'planned';
      /** As a WorkspaceEdit of LSP. */
      readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
      /** The texts that the edit is for, by URI. */
      readonly before: Readonly<Record<string, string>>;
      /** Of the document, relative to the dossier's folder. */
      readonly path: string;
    }
  | { readonly kind: 'refused'; readonly message: string };
