import type { ParsedManifest } from '../manifest/parse-manifest';
import { scalarText } from '../manifest/scalar-text';
import { isPlaceholder } from '../text/placeholder';
import type { PieceSaid } from './piece';

/** A key of a piece and the YAML source of its value. */
export type PieceField = readonly [key: string, source: string];

/** What is known of a piece that is cited. */
export type CitedPiece =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'execution'; readonly number: string }
  | {
      readonly kind: 'file' | 'declaration';
      /** Relative to the dossier's folder. */
      readonly path: string;
      /** Absent while it is not known. */
      readonly sha256?: string | undefined;
      /** `YYYY-MM-DD`; absent when nothing tells it. */
      readonly day?: string | undefined;
    };

/**
 * What is written of a piece, in order, whoever writes it: a command, a fix or completion.
 * @param main the main manifest, which has the candidate version
 * @param said what is known of it from elsewhere
 */
export function pieceFields(piece: CitedPiece, main: ParsedManifest, said: PieceSaid = {}): readonly PieceField[] {
  const field = (key: string, value: string | undefined): PieceField[] =>
    value === undefined ? [] : [[key, scalarText(value)]];
  const recorded = said.isVersionUnknown
    ? []
    : said.version === undefined
      ? versionField(main)
      : field('version', said.version);
  const words = [...field('commentaire', said.comment), ...field('note_interne', said.note)];
  const told: PieceField[] = said.date === undefined ? [] : [['date', said.date]];
  switch (piece.kind) {
    case 'link': {
      const url = plainUrl.test(piece.url) ? piece.url : scalarText(piece.url);
      return [['lien', url], ...told, ...recorded, ...words];
    }
    case 'execution': {
      const number = /^\d+$/.test(piece.number) ? piece.number : scalarText(piece.number);
      return [['execution', number], ...told, ...recorded, ...words];
    }
    case 'file':
    case 'declaration': {
      const file: PieceField[] = [[piece.kind === 'file' ? 'fichier' : 'declaration', scalarText(piece.path)]];
      const digest = field('sha256', piece.sha256);
      const date: PieceField[] = told.length > 0 || piece.day === undefined ? told : [['date', piece.day]];
      // A signed paper is recorded on no version.
      return [...file, ...digest, ...date, ...(piece.kind === 'file' ? recorded : []), ...words];
    }
  }
}

/** An address that no reader of YAML takes for anything else. */
const plainUrl = /^https?:\/\/[\w./?=&%~+:@;#-]*[\w/=]$/;

/** The candidate version, written as the team writes it; nothing while it says nothing. */
export function versionField(main: ParsedManifest): readonly PieceField[] {
  const placed = main.software;
  const version = placed?.facts.version;
  if (!placed || !version || isPlaceholder(version.value)) return [];
  const source = main.source.slice(placed.base + version.range.start, placed.base + version.range.end);
  return [['version', source === version.value ? source : scalarText(version.value, source)]];
}

/** The lines of a piece as an item of a list, without line ends. @param column of the dash */
export function blockPiece(fields: readonly PieceField[], column: number): string[] {
  return fields.map(([key, source], index) => `${' '.repeat(column)}${index === 0 ? '- ' : '  '}${key}: ${source}`);
}

/** Keys and values as they stand in braces. */
export function flowFields(fields: readonly PieceField[]): string {
  // A value may not hold what ends it there: it is quoted unless it is plain beyond doubt.
  const inFlow = (source: string) =>
    /^["']/.test(source) || !/[,[\]{}]/.test(source) ? source : JSON.stringify(source);
  return fields.map(([key, source]) => `${key}: ${inFlow(source)}`).join(', ');
}
