import { safePath } from '../evidence/evidence-path';
import type { TextChange } from '../fixes/fix';
import { scalarText } from '../manifest/scalar-text';
import type { ParsedPortfolio } from '../portfolio/read-portfolio';
import { folderOf } from '../text/uri';
import { Moves, pathFrom, placeOf, placeUnder, type Move } from './move';

/** A portfolio whose paths follow the folders that they name. */
export interface MovedPortfolio {
  readonly uri: string;
  readonly parsed: ParsedPortfolio;
}

/**
 * What portfolios have to say after files and folders moved. What leaves the portfolio's folder stays written: its findings say
 * then that it is not there.
 */
export function planPortfolioMoves(moves: readonly Move[], portfolios: readonly MovedPortfolio[]): TextChange[] {
  const moved = new Moves(moves);
  return portfolios.flatMap(({ uri, parsed }) => {
    const root = placeOf(folderOf(uri));
    const own = moved.of(placeOf(uri));
    const newRoot = { volume: own.volume, names: own.names.slice(0, -1) };
    const { dossiers, common } = parsed.facts;
    return [...dossiers, ...(common ? [common] : [])].flatMap(({ value, range }): TextChange[] => {
      const path = safePath(value);
      const next = path === undefined ? undefined : pathFrom(newRoot, moved.of(placeUnder(root, path)));
      if (next === undefined || next === path || safePath(next) !== next) return [];
      const source = parsed.text.slice(range.start, range.end);
      // Behind an alias stands another text.
      if (source.startsWith('*')) return [];
      return [{ uri, range, text: scalarText(next, source) }];
    });
  });
}
