import type { AttachSlotParams } from './requests/attach-plan';

/** Command of the server's quick fixes that opens the page of the rule given as its argument. */
export const rulePageCommand = 'segurPreuves.serveur.pageRegle';

/**
 * Commands of the client that attach a piece, for lenses and quick fixes of the server; each takes an {@link AttachTarget}.
 * Offered only to a client that says it has them (`ClientOptions.attachCommands`).
 */
export const attachCommands = {
  /** Asks which file, or which other kind of piece. */
  add: 'segurPreuves.ajouterPiece',
  file: 'segurPreuves.joindreFichier',
  link: 'segurPreuves.joindreLien',
  execution: 'segurPreuves.joindreExecution',
  declaration: 'segurPreuves.joindreDeclaration',
  notApplicable: 'segurPreuves.declarerNonApplicable',
} as const;

/** Command of the client, for a quick fix of the server: merges again, entry by entry, the manifest whose URI it is given. */
export const mergeCommand = 'segurPreuves.reunir';

/** What a piece is attached to. */
export interface AttachTarget {
  /** Of the main manifest. */
  readonly uri: string;
  /** Absent: where the name of the file says, else the user does. */
  readonly slot?: AttachSlotParams;
  /** URI of the file, where it is known. */
  readonly file?: string;
}
