import { URI } from 'vscode-uri';

/** A file or a folder that gets another name or place, with all that is in it. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where something lies, by the names on the way to it. */
export interface Place {
  /** Scheme and authority: nothing is relative to a place on another volume of this kind. */
  readonly volume: string;
  readonly names: readonly string[];
}

export function placeOf(uri: string): Place {
  const { scheme, authority, path } = URI.parse(uri);
  return { volume: `${scheme}://${authority}`, names: path.split('/').filter((name) => name !== '') };
}

/** A place under another, by a path in its normal form. */
export function placeUnder({ volume, names }: Place, path: string): Place {
  return { volume, names: [...names, ...path.split('/').filter((name) => name !== '')] };
}

/** The path from a folder to a place; undefined where it is not in it. */
export function pathFrom(folder: Place, place: Place): string | undefined {
  if (folder.volume !== place.volume || folder.names.length >= place.names.length) return undefined;
  if (!folder.names.every((name, index) => name === place.names[index])) return undefined;
  return place.names.slice(folder.names.length).join('/');
}

/** Moves that happen at once: each says where something was before all of them, and where it is after. */
export class Moves {
  readonly #moves: readonly { readonly from: Place; readonly to: Place }[];

  constructor(moves: readonly Move[]) {
    this.#moves = moves
      .map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) }))
      // What is said of a file counts before what is said of its folder.
      .sort((a, b) => b.from.names.length - a.from.names.length);
  }

  /** Where this is after the moves: the same object where it stays. */
  of(place: Place): Place {
    const move = this.#moves.find(({ from }) => holds(from, place));
    if (!move) return place;
    return { volume: move.to.volume, names: [...move.to.names, ...place.names.slice(move.from.names.length)] };
  }
}

/** Disks write an accent in one character or in two, and editors pass on what the disk says. */
function holds(folder: Place, place: Place): boolean {
  return (
    folder.volume === place.volume &&
    folder.names.length <= place.names.length &&
    folder.names.every((name, index) => name.normalize('NFC') === place.names[index]?.normalize('NFC'))
  );
}
