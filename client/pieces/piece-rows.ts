import type { Piece, PiecesAnswer, PieceState } from '../../protocol/requests/pieces';
import type { ViewPlace } from '../../protocol/view-place';

/** One line of the *Pièces* view. Ids stay the same across refreshes. */
export interface PieceRow {
  readonly id: string;
  readonly kind: 'dossier' | 'folder' | 'piece' | 'use';
  readonly label: string;
  readonly description?: string;
  readonly piece?: Piece;
  /** Of a piece: URI of the main manifest of its dossier. */
  readonly dossierUri?: string;
  readonly place?: ViewPlace;
  readonly children: readonly PieceRow[];
}

/** Colour never stands alone: each state has its own shape, and its words are in the description. */
export const pieceIcons: Readonly<Record<PieceState, { readonly id: string; readonly colour: string | undefined }>> = {
  cited: { id: 'file', colour: undefined },
  unlooked: { id: 'question', colour: 'disabledForeground' },
  orphan: { id: 'debug-disconnect', colour: 'list.warningForeground' },
  duplicate: { id: 'files', colour: 'list.warningForeground' },
  changed: { id: 'diff', colour: 'list.warningForeground' },
  unread: { id: 'lock', colour: 'list.errorForeground' },
  missing: { id: 'error', colour: 'list.errorForeground' },
};

/** The files of every dossier by folder, each with the places that cite it; a single dossier needs no row of its own. */
export function pieceRows({ dossiers }: PiecesAnswer): readonly PieceRow[] {
  const rows = dossiers.map(({ uri, label, pieces }): PieceRow => {
    const folders = new Map<string, Piece[]>();
    for (const piece of pieces) {
      const folder = piece.path.slice(0, Math.max(0, piece.path.lastIndexOf('/')));
      folders.set(folder, [...(folders.get(folder) ?? []), piece]);
    }
    const children = [...folders].flatMap(([folder, inside]): readonly PieceRow[] => {
      const files = inside.map((piece) => pieceRow(uri, piece));
      // What lies beside the manifest has no folder to stand in.
      if (folder === '') return files;
      return [
        { id: `${uri}#${folder}/`, kind: 'folder', label: folder, description: String(files.length), children: files },
      ];
    });
    return { id: uri, kind: 'dossier', label, children };
  });
  const [only] = rows;
  return rows.length === 1 && only ? only.children : rows;
}

function pieceRow(dossier: string, piece: Piece): PieceRow {
  const id = `${dossier}#${piece.path}`;
  return {
    id,
    kind: 'piece',
    label: piece.path.slice(piece.path.lastIndexOf('/') + 1),
    description: piece.description,
    piece,
    dossierUri: dossier,
    children: piece.uses.map(({ label, place }, index) => ({
      id: `${id}#${index}`,
      kind: 'use',
      label,
      ...(place ? { place } : {}),
      children: [],
    })),
  };
}

/** The mark of a file in the explorer; undefined for one that needs none. */
export function pieceMark(
  state: PieceState,
): { readonly badge: string; readonly colour: string | undefined } | undefined {
  switch (state) {
    case 'cited':
    case 'duplicate':
      return { badge: '✓', colour: undefined };
    case 'orphan':
      return { badge: '○', colour: 'list.warningForeground' };
    case 'changed':
      return { badge: '≠', colour: 'list.warningForeground' };
    case 'unlooked':
    case 'unread':
    case 'missing':
      return undefined;
  }
}

/** The files that have another mark or other words, by what files there are; those that came or went among them. */
export function remarked(before: ReadonlyMap<string, Piece>, after: ReadonlyMap<string, Piece>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((uri) => {
    const [had, has] = [before.get(uri), after.get(uri)];
    return had?.state !== has?.state || had?.description !== has?.description;
  });
}
