import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Analysis } from '../../server/core/engine/analyse';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { filingOf } from '../../server/core/submission/gate';
import { packageDossier } from '../../server/host/operations/package-dossier';
import { verifyPackage } from '../../server/host/operations/verify-package';
import { readWorkbook } from '../../server/host/workbook/read-workbook';
import { corpusToday } from '../kit/corpus/corpus-dossier';
import { writeCorpus } from '../kit/corpus/disk-corpus';
import { SampleEvidence } from '../kit/corpus/sample-evidence';
import { catalogueOf, ourWorkbooks, realWorkbooks, workbooksIn } from '../kit/corpus/workbooks';
import { analyseOnDisk } from '../kit/disk-dossier';
import { OtherTools, type EntryLine } from '../kit/other-tools';
import { packageLines } from '../kit/read-package';

// The examiner's tools are not ours: a package of any dossier must be right for others too.

interface Packed {
  readonly target: string;
  /** Every entry, as our own reader sees it. */
  readonly lines: readonly EntryLine[];
  /** The bag, unpacked; undefined where no tool of this machine unpacks it. */
  readonly bag: string | undefined;
  /** Digests that the package must hold: those of the evidence. */
  readonly digests: readonly string[];
}

interface Source {
  readonly main: string;
  readonly digests: readonly string[];
  /** A final package otherwise: nothing may block it. */
  readonly draft?: boolean;
}

describe('packages of a corpus of dossiers, and other tools', function () {
  this.timeout(60_000);
  const tools = new OtherTools();
  const packages: Packed[] = [];
  let base: string;
  let samples: SampleEvidence;

  before(async () => {
    base = mkdtempSync(join(tmpdir(), 'segur-corpus-'));
    samples = await SampleEvidence.read();
  });
  after(() => {
    rmSync(base, { recursive: true, force: true });
  });

  /** Packages the dossier, and unpacks that once for all that look at it. */
  async function pack(name: string, { main, digests, draft = false }: Source): Promise<Packed> {
    const target = join(base, `${name}.zip`);
    const request = {
      analysis: await analyse(main),
      draft,
      target,
      cancellation: neverCancelled,
    } as const;
    assert.deepEqual(draft ? [] : filingOf(request.analysis, {}).blockers, []);
    const outcome = await packageDossier(request);
    assert.equal(outcome.kind, 'written');
    const out = join(base, `${name}-extrait`);
    if (tools.has('unzip')) tools.unzip(target, out);
    const bag = tools.has('unzip') ? join(out, onlyFolderIn(out)) : undefined;
    return { target, lines: await packageLines(target), bag, digests };
  }

  function reads(name: string, make: () => Promise<Source>): void {
    describe(`of ${name}`, () => {
      let packed: Packed;
      before(async () => {
        packed = await pack(name, await make());
        packages.push(packed);
      });

      it('our own check finds nothing wrong, and all the evidence', async () => {
        const verified = await verifyPackage({ path: packed.target });
        assert.ok(verified.kind === 'read');
        assert.deepEqual(verified.report.problems, []);
        assert.equal(verified.files, packed.lines.length);
        const pieces = verified.report.filed?.proofs.flatMap((one) => one.pieces) ?? [];
        const filed = new Set(pieces.map(({ sha256 }) => sha256));
        assert.deepEqual(
          packed.digests.filter((digest) => !filed.has(digest)),
          [],
        );
      });

      it('unzip', async function () {
        tools.need('unzip', this);
        const { bag, lines } = packed;
        assert.ok(bag !== undefined);
        const names = lines.map((line) => line.split('\t')[0]?.normalize('NFC'));
        assert.deepEqual(filesUnder(dirname(bag)), names.sort());
        const { sheets } = await readWorkbook(readFileSync(join(bag, 'data', 'depot.xlsx')), neverCancelled);
        assert.equal(sheets[0]?.rows[0]?.cells[9], 'N° preuve');
      });

      it('7-Zip', function () {
        tools.need('7-Zip', this);
        assert.deepEqual(
          tools.sevenZip(packed.target),
          packed.lines.map((line) => line.split('\t')[0]),
        );
      });

      it('Python', function () {
        tools.need('Python 3', this);
        assert.deepEqual(tools.python(packed.target), packed.lines);
      });

      it('sha256sum, in the bag', function () {
        tools.need('sha256sum', this);
        tools.need('unzip', this);
        assert.ok(tools.sumsAgree(packed.bag ?? ''));
      });

      it('the BagIt validator', function () {
        tools.need('bagit (Python)', this);
        tools.need('unzip', this);
        assert.equal(tools.bagitFault(packed.bag ?? ''), '');
      });
    });
  }

  for (const path of [...workbooksIn(ourWorkbooks), ...workbooksIn(realWorkbooks)]) {
    const name = basename(path, '.xlsx');
    reads(name, async () => {
      const written = writeCorpus(join(base, name), await catalogueOf(path), samples);
      return { ...written, digests: [...written.digests.values()] };
    });
  }
  if (workbooksIn(realWorkbooks).length === 0) it(`of real workbooks: there is no ${realWorkbooks}`);

  reads('the example', () => {
    const folder = join(base, 'exemple');
    cpSync('examples/moncabinet', folder, { recursive: true });
    return Promise.resolve({ main: join(folder, 'moncabinet.preuves.yaml'), digests: [], draft: true });
  });

  // In a block of its own: Mocha runs what is beside blocks before them.
  describe('of them all', () => {
    it('Java, front to back', function () {
      tools.need('Java 11', this);
      const read = tools.java(
        packages.map(({ target }) => target),
        base,
      );
      assert.ok(read.size > 1);
      for (const { target, lines } of packages) assert.deepEqual(read.get(target), lines);
    });
  });

  describe('when broken', () => {
    const breaks: readonly [what: string, damage: (bag: string) => void, said: RegExp][] = [
      ['a changed byte', changeAByte, /depot\.xlsx sha256 validation failed/],
      [
        'an extra file',
        (bag) => {
          writeFileSync(join(bag, 'data', 'en trop.txt'), '');
        },
        /Payload-Oxum validation failed/,
      ],
      [
        'a missing file',
        (bag) => {
          rmSync(join(bag, 'data', 'depot.json'));
        },
        /Payload-Oxum validation failed/,
      ],
      ['a renamed file', renameAFile, /Bag is incomplete/],
      ['a changed tag file', addATag, /bag-info\.txt sha256 validation failed/],
    ];
    for (const [what, damage, said] of breaks) {
      it(`by ${what}: the BagIt validator and sha256sum say so`, function () {
        const whole = packages.at(-1)?.bag;
        if (whole === undefined) this.skip();
        const bag = join(base, what);
        cpSync(whole, bag, { recursive: true });
        damage(bag);
        // What nobody lists is not for sha256sum to see.
        if (tools.has('sha256sum')) assert.equal(tools.sumsAgree(bag), what === 'an extra file');
        tools.need('bagit (Python)', this);
        assert.match(tools.bagitFault(bag), said);
      });
    }
  });
});

function changeAByte(bag: string): void {
  const path = join(bag, 'data', 'depot.xlsx');
  const bytes = readFileSync(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function renameAFile(bag: string): void {
  renameSync(join(bag, 'data', 'depot.json'), join(bag, 'data', 'autre.json'));
}

function addATag(bag: string): void {
  appendFileSync(join(bag, 'bag-info.txt'), 'Note: x\n');
}

function onlyFolderIn(folder: string): string {
  const [only, other] = readdirSync(folder);
  assert.ok(only !== undefined && other === undefined);
  return only;
}

/** Paths of the files under a folder, with `/`, composed and sorted. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)).replaceAll('\\', '/').normalize('NFC'))
    .sort();
}

/** The dossier as it stands on disk on the day of the corpus. */
const analyse = (main: string): Promise<Analysis> =>
  analyseOnDisk(main, {
    clock: { today: () => corpusToday },
    bundleFolder: resolve('dist'),
    catalogueFolder: resolve('dist/catalogues'),
  });
