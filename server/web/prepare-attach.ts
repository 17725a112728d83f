import type { PieceSource } from '../../protocol/client-files';
import type { AttachPieceParams } from '../../protocol/requests/attach-plan';
import type { Standing } from '../core/attach/destination';
import type { Piece } from '../core/attach/piece';
import { planAttach, type AttachPlan } from '../core/attach/plan-attach';
import type { Analysis } from '../core/engine/analyse';
import { commonPrefix } from '../core/evidence/evidence-path';
import type { Locale } from '../core/messages/say';
import type { Cancellation } from '../core/ports/cancellation';
import { UnreadableFile } from '../core/ports/file-fault';
import { nameOf, relativeTo, under } from '../core/text/uri';
import { parisDay } from '../host/clock/paris-clock';
import type { Prepared } from '../lsp/attach-answer';
import type { ClientDisk } from './client-disk';
import { faultOf } from './client-files';
import { readPiece } from './piece-content';
import { PiecePlaces } from './piece-places';

/** A file that the plan puts in place. */
export interface PieceCopy {
  readonly source: PieceSource;
  /** URI. */
  readonly target: string;
  readonly sha256: string;
}

export interface WebPlacing {
  readonly copies: readonly PieceCopy[];
}

export interface PrepareOptions {
  readonly disk: ClientDisk;
  readonly analysis: Analysis;
  readonly pieces: readonly AttachPieceParams[];
  readonly locale: Locale;
  readonly cancellation: Cancellation;
}

/**
 * Reads the pieces through the client and works out where they go. Nothing is written.
 * @throws UnreadableFile, CancelledError
 */
export async function prepareAttach(options: PrepareOptions): Promise<Prepared<WebPlacing>> {
  const { disk, analysis, locale, cancellation } = options;
  const { rootUri } = analysis.dossier;
  const sources: (PieceSource | undefined)[] = [];
  const pieces: Piece[] = [];
  for (const params of options.pieces) {
    const source = sourceOf(params);
    sources.push(source);
    pieces.push(await pieceOf(params, source, options));
  }
  const standing = standingIn(disk, rootUri, cancellation);
  const plan = await planAttach({ analysis, pieces, locale, standing });
  if (plan.kind !== 'planned') return plan;
  return { kind: 'prepared', plan, copies: copiesOf(plan, pieces, sources, rootUri) };
}

function copiesOf(
  plan: AttachPlan,
  pieces: readonly Piece[],
  sources: readonly (PieceSource | undefined)[],
  rootUri: string,
): PieceCopy[] {
  return plan.attachments.flatMap(({ piece, destination }): PieceCopy[] => {
    const [source, one] = [sources[piece], pieces[piece]];
    if (!destination || destination.isThere || source === undefined || !one || !('content' in one)) return [];
    return [{ source, target: under(rootUri, destination.path), sha256: one.content.sha256 }];
  });
}

function sourceOf(piece: AttachPieceParams): PieceSource | undefined {
  if (piece.kind === 'bytes') return { base64: piece.base64 };
  return piece.kind === 'file' || piece.kind === 'declaration' ? { uri: piece.uri } : undefined;
}

async function pieceOf(
  params: AttachPieceParams,
  source: PieceSource | undefined,
  { disk, analysis, cancellation }: PrepareOptions,
): Promise<Piece> {
  const wanted = params.slot ? { wanted: params.slot } : {};
  if (params.kind === 'link') return { kind: 'link', url: params.url, ...wanted };
  if (params.kind === 'execution') return { kind: 'execution', number: params.number, ...wanted };
  const isBytes = params.kind === 'bytes';
  const uri = isBytes ? undefined : params.uri;
  const name = isBytes ? params.name : nameOf(params.uri);
  const read = await readPiece(disk, source ?? { base64: '' }, name, cancellation);
  if ('kind' in read) throw new UnreadableFile(uri ?? name, faultOf(read));
  const inside = uri === undefined ? undefined : insideOf(analysis, uri);
  return {
    kind: params.kind === 'declaration' ? 'declaration' : 'file',
    name,
    ...(inside === undefined ? {} : { inside }),
    content: read.content,
    ...(isBytes || read.modified === 0 ? {} : { modified: parisDay(new Date(read.modified)) }),
    ...wanted,
  };
}

/** The path of a file that lies in the dossier or in the common folder, which stays where it is. */
function insideOf({ dossier: { rootUri, common } }: Analysis, uri: string): string | undefined {
  const own = relativeTo(rootUri, uri);
  if (own !== undefined || !common || relativeTo(common.withinUri, common.folderUri) === undefined) return own;
  const shared = relativeTo(common.folderUri, uri);
  return shared === undefined ? undefined : `${commonPrefix}${shared}`;
}

/** What stands at a path of the dossier: nothing is written over it. */
function standingIn(disk: ClientDisk, rootUri: string, cancellation: Cancellation): Standing {
  const places = new PiecePlaces(disk, rootUri);
  return async (path) => {
    const place = await places.locate(path, cancellation);
    if (!place) return undefined;
    const read = await readPiece(disk, { uri: under(rootUri, place.path) }, path, cancellation);
    if (!('kind' in read)) return { path: place.path, sha256: read.content.sha256 };
    // Listed in a folder, or said to be there: a folder or a file that cannot be read is in the way all the same.
    return read.kind === 'absent' && place.kind === undefined ? undefined : { path: place.path };
  };
}
