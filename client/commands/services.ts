import type * as vscode from 'vscode';
import type { ComplianceStore } from '../compliance/store';
import type { ServerConnection } from '../connection/server-connection';
import type { Messages } from '../messages';
import type { ParcoursTree } from '../parcours/parcours-tree';
import type { PiecesTree } from '../pieces/pieces-tree';
import type { ActiveTables } from '../table/active-tables';
import type { ComplianceTree } from '../tree/compliance-tree';

/** What the commands work with. */
export interface Services {
  readonly connection: ServerConnection;
  readonly store: ComplianceStore;
  readonly tree: ComplianceTree;
  readonly parcours: ParcoursTree;
  readonly pieces: PiecesTree;
  readonly tables: ActiveTables;
  /** In the language that the settings ask for now. */
  readonly messages: () => Messages;
  readonly log: vscode.LogOutputChannel;
}
