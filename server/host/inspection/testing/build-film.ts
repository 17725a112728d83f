/** What a test asks of an MP4 film; by default one second of video and sound, its index first. */
export interface Mp4Request {
  /** Seconds since 1904. */
  readonly created?: number;
  readonly duration?: number;
  readonly long?: boolean;
  readonly indexLast?: boolean;
  readonly withoutIndex?: boolean;
  /** Index without any picture. */
  readonly empty?: boolean;
  /** Boxes added to the index. */
  readonly extra?: readonly Uint8Array[];
}

export function buildMp4(request: Mp4Request = {}): Buffer {
  const moov = box('moov', [
    movieHeader(request),
    track('vide', Buffer.concat([visualEntry('avc1', 640, 480)])),
    track('soun', box('mp4a', [Buffer.alloc(28)])),
    track('text', box('tx3g', [Buffer.alloc(8)])),
    ...(request.extra ?? []),
  ]);
  const mdat = box('mdat', request.empty ? [] : [Buffer.alloc(100, 7)]);
  const type = box('ftyp', [Buffer.from('isom\0\0\x02\0isommp41', 'latin1')]);
  if (request.withoutIndex) return Buffer.concat([type, mdat]);
  return Buffer.concat(request.indexLast ? [type, mdat, moov] : [type, moov, mdat]);
}

export function box(type: string, content: readonly Uint8Array[]): Buffer {
  const data = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
}

function movieHeader({ created = 0, duration = 1500, long = false }: Mp4Request): Buffer {
  const content = Buffer.alloc(long ? 112 : 100);
  if (long) {
    content[0] = 1;
    content.writeBigUInt64BE(BigInt(created), 4);
    content.writeUInt32BE(1000, 20);
    content.writeBigUInt64BE(BigInt(duration), 24);
  } else {
    content.writeUInt32BE(created, 4);
    content.writeUInt32BE(1000, 12);
    content.writeUInt32BE(duration, 16);
  }
  return box('mvhd', [content]);
}

function track(handler: string, entry: Uint8Array): Buffer {
  const kind = Buffer.concat([Buffer.alloc(8), Buffer.from(handler, 'latin1'), Buffer.alloc(13)]);
  const table = box('stsd', [Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), entry]);
  return box('trak', [box('mdia', [box('hdlr', [kind]), box('minf', [box('stbl', [table])])])]);
}

function visualEntry(codec: string, width: number, height: number): Buffer {
  const content = Buffer.alloc(78);
  content.writeUInt16BE(width, 24);
  content.writeUInt16BE(height, 26);
  return box(codec, [content]);
}

/** What a test asks of a WebM film. */
export interface WebmRequest {
  /** Milliseconds; without it the element is left out, as in a recording that was not finished. */
  readonly duration?: number;
  /** Nanoseconds since 2001. */
  readonly created?: bigint;
  /** The segment's and cluster's lengths are not given. */
  readonly live?: boolean;
  /** What of the recording is there: nothing behind the tracks, or a cluster that holds its time alone. */
  readonly content?: 'none' | 'time';
  /** Elements behind the pictures. */
  readonly extra?: readonly Uint8Array[];
}

export function buildWebm({ duration, created, live = false, content, extra = [] }: WebmRequest = {}): Buffer {
  const info = element('1549a966', [
    element('2ad7b1', [Buffer.from([0x0f, 0x42, 0x40])]),
    ...(duration === undefined ? [] : [element('4489', [float64(duration)])]),
    ...(created === undefined ? [] : [element('4461', [int64(created)])]),
  ]);
  const video = element('ae', [
    element('83', [Buffer.from([1])]),
    element('86', [Buffer.from('V_VP9', 'latin1')]),
    element('e0', [element('b0', [Buffer.from([0x05, 0x00])]), element('ba', [Buffer.from([0x02, 0xd0])])]),
  ]);
  const audio = element('ae', [element('83', [Buffer.from([2])]), element('86', [Buffer.from('A_OPUS', 'latin1')])]);
  const time = element('e7', [Buffer.from([0])]);
  const cluster = content === 'time' ? [time] : [time, element('a3', [Buffer.alloc(200, 7)])];
  const body = [
    element('ec', [Buffer.alloc(10)]),
    info,
    element('1654ae6b', [video, audio]),
    ...(content === 'none' ? [] : [live ? unsized('1f43b675', cluster) : element('1f43b675', cluster)]),
    ...extra,
  ];
  return Buffer.concat([
    element('1a45dfa3', [element('4282', [Buffer.from('webm', 'latin1')])]),
    live ? unsized('18538067', body) : element('18538067', body),
  ]);
}

export function element(id: string, content: readonly Uint8Array[]): Buffer {
  const data = Buffer.concat(content);
  const size = Buffer.from([0x40 | (data.length >> 8), data.length & 0xff]);
  return Buffer.concat([Buffer.from(id, 'hex'), size, data]);
}

function unsized(id: string, content: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from(id, 'hex'), Buffer.from('01ffffffffffffff', 'hex'), ...content]);
}

function float64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}
