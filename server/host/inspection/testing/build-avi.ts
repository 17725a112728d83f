import { riff } from './build-pictures';

interface AviRequest {
  readonly pictures?: number;
  /** Bytes that the list of pictures says it has, where not those that it has. */
  readonly movieSize?: number;
  /** Lists before that of the pictures. */
  readonly extra?: readonly Uint8Array[];
}

/** A film of four seconds, of pictures that are none. */
export function buildAvi({ pictures = 4, movieSize, extra = [] }: AviRequest = {}): Buffer {
  const main = Buffer.alloc(56);
  main.writeUInt32LE(1_000_000, 0);
  main.writeUInt32LE(4, 16);
  const format = Buffer.alloc(40);
  format.writeInt32LE(640, 4);
  format.writeInt32LE(-480, 8);
  const streams = [
    list('strl', [riff('strh', Buffer.from('vidsXVID'.padEnd(56, '\0'))), riff('strf', format)]),
    list('strl', [riff('strh', Buffer.from('auds'.padEnd(56, '\0'))), riff('strf', Buffer.alloc(18))]),
  ];
  const shown = Array.from({ length: pictures }, () => riff('00dc', Buffer.alloc(8, 7)));
  const movie = list('movi', shown);
  if (movieSize !== undefined) movie.writeUInt32LE(movieSize, 4);
  const body = [Buffer.from('AVI '), list('hdrl', [riff('avih', main), ...streams]), ...extra, movie];
  return riff('RIFF', Buffer.concat(body));
}

export function list(name: string, chunks: readonly Uint8Array[]): Buffer {
  return riff('LIST', Buffer.concat([Buffer.from(name), ...chunks]));
}
