import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { packageDossier, type PackageOutcome, type PackageRequest } from '../../server/host/operations/package-dossier';
import { verifyPackage } from '../../server/host/operations/verify-package';
import { buildPdf } from '../../server/host/inspection/testing/build-pdf';
import { diskEvidence, DiskDossier } from '../kit/disk-dossier';

const mebibyte = 2 ** 20;
/** Several chunks each, so that something can happen between two of them. */
const large = (byte: number) => Buffer.alloc(5 * mebibyte, byte);

describe('a package is made safely', function () {
  this.timeout(60_000);
  let dossier: DiskDossier;
  let target: string;
  beforeEach(() => {
    dossier = new DiskDossier(diskEvidence('fichier: preuves/a.bin', 'fichier: preuves/b.bin'), {
      'preuves/a.bin': large(1),
      'preuves/b.bin': large(2),
    });
    target = join(dossier.out, 'depot.zip');
  });
  afterEach(() => {
    dossier.remove();
  });

  async function make(more: Partial<PackageRequest> = {}): Promise<PackageOutcome> {
    const analysis = await dossier.analyse();
    const request = { draft: true, target, cancellation: neverCancelled } as const;
    return packageDossier({ ...request, analysis, ...more });
  }

  /** The run fails with this code; what was at the target is there still, and nothing else. */
  async function failsWith(code: string, run: () => Promise<unknown>): Promise<void> {
    writeFileSync(target, 'le dépôt précédent');
    const beside = join(dossier.out, 'depot.interne.json');
    writeFileSync(beside, 'ce qui en est gardé');
    await assert.rejects(run, { code });
    assert.equal(readFileSync(target, 'utf8'), 'le dépôt précédent');
    assert.equal(readFileSync(beside, 'utf8'), 'ce qui en est gardé');
    assert.deepEqual(readdirSync(dossier.out).sort(), ['depot.interne.json', 'depot.zip']);
    rmSync(beside);
  }

  /** Does something to the evidence when this many bytes were copied. */
  function at(bytes: number, action: () => void): Partial<PackageRequest> {
    let done = false;
    return {
      onProgress: (progress) => {
        if (done || progress.bytes < bytes) return;
        done = true;
        action();
      },
    };
  }

  describe('while evidence', () => {
    const during: readonly (readonly [string, (path: string) => void])[] = [
      [
        'grows',
        (path) => {
          appendFileSync(path, 'x');
        },
      ],
      [
        'shrinks',
        (path) => {
          truncateSync(path, 3 * mebibyte);
        },
      ],
      [
        'vanishes',
        (path) => {
          rmSync(path);
        },
      ],
      [
        'is written again',
        (path) => {
          writeFileSync(path, large(3));
        },
      ],
      [
        'is replaced by another file',
        (path) => {
          writeFileSync(`${path}.neuf`, large(1));
          renameSync(`${path}.neuf`, path);
        },
      ],
    ];
    for (const [name, action] of during) {
      it(name, async () => {
        await failsWith('evidence-changed', () =>
          make(
            at(mebibyte + 1, () => {
              action(dossier.path('preuves/a.bin'));
            }),
          ),
        );
      });
    }

    it('lies in a folder that a link out of the dossier takes the place of', async function () {
      if (process.platform === 'win32') this.skip();
      dossier.write('main.preuves.yaml', diskEvidence('fichier: preuves/a.bin', 'fichier: notes/b.txt'));
      dossier.write('notes/b.txt', 'la pièce');
      const elsewhere = join(dossier.base, 'ailleurs');
      mkdirSync(elsewhere);
      writeFileSync(join(elsewhere, 'b.txt'), 'le secret');
      await failsWith('evidence-outside', () =>
        make(
          at(mebibyte + 1, () => {
            renameSync(dossier.path('notes'), dossier.path('avant'));
            symlinkSync(elsewhere, dossier.path('notes'));
          }),
        ),
      );
    });

    it('vanished before its turn', async () => {
      await failsWith('evidence-missing', () =>
        make(
          at(mebibyte + 1, () => {
            rmSync(dossier.path('preuves/b.bin'));
          }),
        ),
      );
    });

    it('cannot be read', async function () {
      if (process.platform === 'win32') this.skip();
      const analysis = await dossier.analyse();
      chmodSync(dossier.path('preuves/b.bin'), 0);
      await asNobody(dossier, () => failsWith('evidence-unreadable', () => make({ analysis })));
    });
  });

  it('leaves out what a link of another name leads to, where that is a file of the house', async function () {
    if (process.platform === 'win32') this.skip();
    dossier.write('suivi-depot.yaml', 'version: 1 # MAISON\n');
    mkdirSync(dossier.path('discussions'));
    dossier.write('discussions/a.yaml', 'version: 1 # MAISON\n');
    for (const [name, to] of [
      ['a.bin', '../suivi-depot.yaml'],
      ['b.bin', '../discussions/a.yaml'],
    ] as const) {
      rmSync(dossier.path(`preuves/${name}`));
      symlinkSync(to, dossier.path(`preuves/${name}`));
    }
    const { kind } = await make();
    assert.equal(kind, 'written');
    assert.ok(!readFileSync(target).includes('MAISON'));
  });

  it('refuses a final package whose evidence is not what its digest was taken of', async () => {
    const pinned = createHash('sha256').update(large(1)).digest('hex');
    const approvals = 'agrements: [ { teleservice: DMP et INSi, statut: Pré-examen, piece: preuves/cnda.pdf } ]\n';
    dossier.write('main.preuves.yaml', `${diskEvidence(`{ fichier: preuves/a.bin, sha256: ${pinned} }`)}${approvals}`);
    dossier.write('preuves/cnda.pdf', buildPdf());
    const analysis = await dossier.analyse();
    // What the dossier still lacks is not what this is about: the check is asked for its blockers before the change.
    const free = { ...analysis, findings: [], compliance: () => complete(analysis.compliance()) };
    assert.equal((await make({ analysis: free, draft: false })).kind, 'written');
    dossier.write('preuves/a.bin', large(9));
    await failsWith('evidence-changed', () => make({ analysis: free, draft: false }));
  });

  describe('where the target', () => {
    it('is in a folder that nobody may write', async function () {
      if (process.platform === 'win32') this.skip();
      const analysis = await dossier.analyse();
      writeFileSync(target, 'le dépôt précédent');
      await asNobody(dossier, async () => {
        chmodSync(dossier.out, 0o555);
        await assert.rejects(make({ analysis }), { code: 'permission-denied' });
        chmodSync(dossier.out, 0o755);
      });
      assert.equal(readFileSync(target, 'utf8'), 'le dépôt précédent');
      assert.deepEqual(readdirSync(dossier.out), ['depot.zip']);
    });

    it('is a file that nobody may write: it is replaced whole or not at all', async () => {
      writeFileSync(target, 'le dépôt précédent');
      chmodSync(target, 0o444);
      const outcome = await make().catch((error: unknown) => error as { code: string });
      if ('kind' in outcome) assert.equal((await verifyPackage({ path: target })).kind, 'read');
      else assert.equal(readFileSync(target, 'utf8'), 'le dépôt précédent');
      assert.deepEqual(readdirSync(dossier.out).sort(), ['depot.interne.json', 'depot.zip']);
    });

    it('is on a disk that fills up', async function () {
      const disk = join(dossier.base, 'disque');
      mkdirSync(disk);
      const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=7m', 'tmpfs', disk]);
      if (status !== 0) {
        process.stdout.write(
          '      note: no small disk can be mounted here; injected in test/domain/write-archive.test.ts\n',
        );
        this.skip();
      }
      try {
        const full = join(disk, 'depot.zip');
        writeFileSync(full, 'le dépôt précédent');
        await assert.rejects(make({ target: full }), { code: 'disk-full' });
        assert.equal(readFileSync(full, 'utf8'), 'le dépôt précédent');
        assert.deepEqual(readdirSync(disk), ['depot.zip']);
      } finally {
        assert.equal(spawnSync('umount', [disk]).status, 0);
      }
    });

    it('is written by two runs at once: one of them wins, whole', async () => {
      await Promise.all([make(), make(), make()]);
      const outcome = await verifyPackage({ path: target });
      assert.deepEqual(outcome.kind === 'read' && outcome.report.problems, []);
      assert.deepEqual(readdirSync(dossier.out).sort(), ['depot.interne.json', 'depot.zip']);
    });
  });

  it('leaves the event loop free: an editor goes on answering', async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const analysis = await dossier.analyse();
    let turns = 0;
    let running = true;
    const turn = () => {
      turns++;
      if (running) setImmediate(turn);
    };
    delay.enable();
    turn();
    await make({ analysis });
    running = false;
    delay.disable();
    // No duration is asserted: the loop turned at least once for each mebibyte that was copied or read back.
    assert.ok(turns > 20, `${turns} turns`);
  });
});

type State = NonNullable<ReturnType<Awaited<ReturnType<DiskDossier['analyse']>>['compliance']>>;

/** A compliance to which nothing is missing. */
function complete(state: State | undefined): State | undefined {
  if (!state) return undefined;
  const counts = { incomplete: 0, toReview: 0, toProvide: 0, provided: 1 };
  return {
    ...state,
    coreScenarios: [],
    chapters: state.chapters.map((chapter) => ({
      ...chapter,
      requirements: chapter.requirements.map((one) => ({ ...one, counts, status: 'provided', coveredBy: [] })),
    })),
  };
}

/** Runs as a user with no rights of its own where the tests run as root, who may read and write everything. */
async function asNobody(dossier: DiskDossier, run: () => Promise<void>): Promise<void> {
  const { getuid, seteuid } = process;
  if (!seteuid || getuid?.() !== 0) {
    await run();
    return;
  }
  const nobody = 65_534;
  chmodSync(dossier.base, 0o755);
  chownSync(dossier.out, nobody, nobody);
  seteuid(nobody);
  try {
    await run();
  } finally {
    seteuid(0);
  }
}
