import type * as vscode from 'vscode';
import { droppedPieces, droppedTypes } from '../attach/dropped-pieces';
import type { AttachPieceParams } from '../../protocol/requests/attach-plan';
import type { RowKey } from './tree-model';

/** Pieces that were dropped on a row; on none, below the last one. */
export interface Drop {
  readonly key: RowKey | undefined;
  readonly pieces: readonly AttachPieceParams[];
}

/** Takes files that are dropped on the *Conformité* tree. */
export class DropController implements vscode.TreeDragAndDropController<RowKey> {
  readonly dragMimeTypes: readonly string[] = [];
  readonly dropMimeTypes = droppedTypes;
  readonly #take: (drop: Drop) => void;

  /** @param take must not throw; the drop is over when what was dropped is read, not when it is attached */
  constructor(take: (drop: Drop) => void) {
    this.#take = take;
  }

  async handleDrop(
    key: RowKey | undefined,
    transfer: vscode.DataTransfer,
    cancellation: vscode.CancellationToken,
  ): Promise<void> {
    const pieces = await droppedPieces(transfer);
    if (!cancellation.isCancellationRequested) this.#take({ key, pieces });
  }
}
