import assert from 'node:assert/strict';

import type { Inspection } from '../../core/evidence/inspection';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { inspectVideo } from './inspect-video';
import { defaultLimits, type InspectionLimits } from './limits';
import { buildAvi } from './testing/build-avi';
import { box, buildMp4, buildWebm } from './testing/build-film';

const inspect = (content: Uint8Array, limits: Partial<InspectionLimits> = {}): Promise<Partial<Inspection>> =>
  inspectVideo(memorySource(content, { name: 'film.mp4' }), { ...defaultLimits, ...limits }, neverCancelled);

/** 2026-11-02T10:41:07Z in seconds since 1904 and nanoseconds since 2001. */
const seconds = Date.UTC(2026, 10, 2, 10, 41, 7) / 1000;
const since1904 = seconds + 2_082_844_800;
const since2001 = BigInt(seconds - 978_307_200) * 1_000_000_000n;

describe('inspectVideo', () => {
  const tracks = [
    { kind: 'video', codec: 'avc1', width: 640, height: 480 },
    { kind: 'audio', codec: 'mp4a' },
    { kind: 'other', codec: 'tx3g' },
  ];

  it('says that a film has no sample, or nothing but zeros in its place', async () => {
    const zeros = Buffer.concat([buildMp4({ empty: true }), box('mdat', [Buffer.alloc(300_000)])]);
    assert.equal((await inspect(zeros)).video?.frameless, true);
    const late = Buffer.alloc(300_000);
    late[299_999] = 7;
    assert.equal(
      (await inspect(Buffer.concat([buildMp4({ empty: true }), box('mdat', [late])]))).video?.frameless,
      undefined,
    );
    const sizes = (count: number): Buffer => {
      const content = Buffer.alloc(12);
      content.writeUInt32BE(count, 8);
      const table = box('stbl', [box('stsz', [content])]);
      const kind = Buffer.concat([Buffer.alloc(8), Buffer.from('vide'), Buffer.alloc(13)]);
      return box('trak', [box('mdia', [box('hdlr', [kind]), box('minf', [table])])]);
    };
    const film = (count: number): Buffer =>
      Buffer.concat([
        box('ftyp', [Buffer.from('isom\0\0\x02\0', 'latin1')]),
        box('moov', [sizes(count)]),
        box('mdat', [Buffer.alloc(9, 7)]),
      ]);
    assert.equal((await inspect(film(0))).video?.frameless, true);
    assert.equal((await inspect(film(3))).video?.frameless, undefined);
  });

  it('reads an MP4 film, its index first or last, in short and long form', async () => {
    for (const indexLast of [false, true]) {
      for (const long of [false, true]) {
        const { video, ...rest } = await inspect(buildMp4({ created: since1904, indexLast, long }));
        assert.deepEqual(video, { duration: 1.5, created: '2026-11-02T10:41:07', tracks });
        assert.deepEqual(rest, {});
      }
    }
  });

  it('leaves out a creation date and a duration that the recorder did not give', async () => {
    const { video } = await inspect(buildMp4({ created: 0, duration: 0 }));
    assert.deepEqual(video, { tracks });
    assert.equal((await inspect(buildMp4({ created: 2_082_844_800 }))).video?.created, undefined);
    assert.equal((await inspect(buildMp4({ duration: 0xffffffff }))).video?.duration, undefined);
  });

  it('says that the index is missing', async () => {
    const film = buildMp4({ withoutIndex: true });
    assert.deepEqual(await inspect(film), { damage: { code: 'no-moov', offset: film.length } });
    const cut = buildMp4({ indexLast: true }).subarray(0, 60);
    assert.equal((await inspect(cut)).damage?.code, 'no-moov');
  });

  it('says that pictures are missing behind the index', async () => {
    const film = buildMp4();
    const { damage, video } = await inspect(film.subarray(0, film.length - 10));
    assert.deepEqual(damage, { code: 'truncated', offset: film.length - 108 });
    assert.equal(video?.duration, 1.5);
  });

  it('accepts what follows the last box, and a last box that goes to the end', async () => {
    assert.equal((await inspect(Buffer.concat([buildMp4(), Buffer.alloc(7)]))).damage, undefined);
    const open = buildMp4();
    open.writeUInt32BE(0, open.length - 108);
    assert.equal((await inspect(open)).damage, undefined);
  });

  it('says that content is no film', async () => {
    assert.deepEqual(await inspect(Buffer.from('bonjour tout le monde')), {
      damage: { code: 'not-well-formed', offset: 0 },
    });
    assert.deepEqual(await inspect(Buffer.alloc(0)), {});
  });

  it('stops at the limits', async () => {
    const many = Buffer.concat(Array.from({ length: 50 }, () => box('free', [])));
    assert.deepEqual(await inspect(many, { maxEntries: 20 }), { partial: true });
    assert.deepEqual(await inspect(buildMp4(), { maxBytes: 10 }), { partial: true });
  });

  it('reads a WebM film, finished or not', async () => {
    const webm = [
      { kind: 'video', codec: 'V_VP9', width: 1280, height: 720 },
      { kind: 'audio', codec: 'A_OPUS' },
    ];
    assert.deepEqual(await inspect(buildWebm({ duration: 2500, created: since2001 })), {
      video: { duration: 2.5, created: '2026-11-02T10:41:07', tracks: webm },
    });
    assert.deepEqual(await inspect(buildWebm({ live: true })), { video: { tracks: webm } });
  });

  it('says that a recording stopped before its first picture', async () => {
    const isFrameless = async (film: Buffer) => (await inspect(film)).video?.frameless === true;
    assert.equal(await isFrameless(buildWebm({ content: 'none' })), true);
    assert.equal(await isFrameless(buildWebm({ content: 'time' })), true);
    assert.equal(await isFrameless(buildWebm({ content: 'none', live: true })), true);
    assert.equal(await isFrameless(buildWebm({ content: 'time', live: true })), true);
    assert.equal(await isFrameless(buildWebm({ live: true })), false);
    assert.equal(await isFrameless(buildMp4({ empty: true })), true);
    assert.equal(
      await isFrameless(Buffer.concat([buildMp4({ empty: true }), box('moof', []), box('mdat', [])])),
      false,
    );
    assert.equal(await isFrameless(buildMp4()), false);
  });

  it('says that a WebM film stops short', async () => {
    const film = buildWebm({ duration: 2500 });
    const { damage, video } = await inspect(film.subarray(0, film.length - 20));
    assert.deepEqual(damage, { code: 'truncated', offset: film.length - 20 });
    assert.equal(video?.tracks.length, 2);
  });

  it('says that there is an index without tracks, or without pictures', async () => {
    assert.equal((await inspect(box('moov', []))).damage?.code, 'no-moov');
    const film = buildMp4();
    assert.deepEqual((await inspect(film.subarray(0, film.length - 108))).damage, {
      code: 'truncated',
      offset: film.length - 108,
    });
    // QuickTime may compress the index: of that, nothing is known.
    const compressed = Buffer.concat([box('moov', [box('cmov', [])]), box('mdat', [Buffer.alloc(4)])]);
    assert.deepEqual(await inspect(compressed), { partial: true });
    const webm = buildWebm({ duration: 2500 });
    assert.equal((await inspect(webm.subarray(0, webm.indexOf('1654ae6b', 0, 'hex')))).damage?.code, 'truncated');
  });

  it('reads an AVI film, and says where it stops', async () => {
    const film = buildAvi();
    const avi = [{ kind: 'video', codec: 'XVID', width: 640, height: 480 }, { kind: 'audio' }];
    assert.deepEqual(await inspect(film), { video: { duration: 4, tracks: avi } });
    // A recorder that was stopped did not write the sizes again: players open it all the same.
    assert.deepEqual(await inspect(buildAvi({ movieSize: 0 })), { video: { duration: 4, tracks: avi } });
    for (const cut of [
      film.subarray(0, film.length - 10),
      film.subarray(0, film.indexOf('movi') - 8),
      film.subarray(0, 16),
    ])
      assert.equal((await inspect(cut)).damage?.code, 'truncated', String(cut.length));
    assert.equal((await inspect(buildAvi({ pictures: 0 }))).damage?.code, 'truncated');
  });

  it('says of films of other kinds that nothing follows their header', async () => {
    const page = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(22), Buffer.from([1, 3, 1, 2, 3])]);
    const asf = Buffer.alloc(24 + 60);
    asf.write('3026b2758e66cf11a6d900aa0062ce6c', 0, 'hex');
    asf.writeUInt32LE(24, 16);
    const pack = Buffer.concat([Buffer.from('000001ba', 'hex'), Buffer.alloc(10, 0x44)]);
    const whole = [Buffer.concat([page, page]), asf, Buffer.concat([pack, Buffer.from('000001e00000', 'hex')])];
    for (const film of whole) assert.deepEqual(await inspect(film), {});
    for (const film of [page, page.subarray(0, 20), asf.subarray(0, 40), asf.subarray(0, 16), pack])
      assert.deepEqual(await inspect(film), { damage: { code: 'truncated', offset: film.length } });
  });
});
