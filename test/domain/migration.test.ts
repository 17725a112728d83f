import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Catalogue, Requirement } from '../../server/core/catalogue/catalogue';
import type { RequirementFile, ScenarioFile } from '../../server/core/catalogue/catalogue-file';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { stringsOf } from '../kit/manifest-strings';
import { newManifest } from '../../server/core/fixes/new-manifest';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { compareCatalogues } from '../../server/core/revision/compare-catalogues';
import { importWorkbook } from '../../server/core/workbook/import-workbook';
import type { Workbook } from '../../server/core/workbook/workbook';
import { applyMigration } from '../../server/host/operations/migrate-dossier';
import { FileChanged } from '../../server/host/files/file-changed';
import { isInterrupted, journalPath, undoMigration } from '../../server/host/operations/migration-journal';
import { readWorkbookFile } from '../../server/host/workbook/read-workbook';
import { randomLayout, randomManifest, write } from '../kit/random-manifest';
import { catalogueOf, newHead, outcomeOf, planOf, proofFile, requirementFile, scenarioFile } from '../kit/revision-kit';

/** Ids that the random manifests are written with. */
const ids = {
  requirements: ['INS/va1.56', 'PSC.01', 'LGC.DMP/UX.10', 'SSI/GEN.06', 'ANN/va1.01', '12'],
  scenarios: ['INS/va1.56.02', 'PSC.01.01', 'X.01'],
  core: ['SCN_DB/CO.01', 'SCN_DB/CO.02', 'SCN:3'],
  proofs: ['INS/va1.56.02.01', 'PSC.01.01.01', 'X.01.01'],
};
const words = ['identité', 'patient', 'messagerie', 'document', 'annuaire', 'vidéo', 'écran', 'journal', 'agenda'];
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));

/** An old entry: kept, renumbered, reworded, or gone; and new ones beside. */
const edit = fc.record({
  fate: fc.constantFrom('same', 'same', 'renumbered', 'reworded', 'gone'),
  number: fc.nat(5),
  words: sentence,
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function edited<T extends { readonly id: string }>(
  entries: readonly T[],
  edits: readonly Edit[],
  reword: (entry: T, text: string) => T,
): T[] {
  const taken = new Set<string>();
  return entries.flatMap((entry, at) => {
    const one = edits[at] ?? { fate: 'same', number: 0, words: '' };
    if (one.fate === 'gone') return [];
    // New numbers are taken from the same few ids, so that they are swapped and pushed on.
    const id = one.fate === 'renumbered' ? (entries[one.number % entries.length]?.id ?? entry.id) : entry.id;
    if (taken.has(id)) return [];
    taken.add(id);
    return [one.fate === 'reworded' ? reword({ ...entry, id }, one.words) : { ...entry, id }];
  });
}

const scenarioList = (list: readonly string[]): fc.Arbitrary<ScenarioFile[]> =>
  fc.tuple(
    ...list.map((id) =>
      fc.tuple(sentence, fc.array(sentence, { minLength: 3, maxLength: 3 })).map(([texte, proofs]) =>
        scenarioFile(
          id,
          ids.proofs.map((proof, at) => proofFile(proof, proofs[at])),
          { texte },
        ),
      ),
    ),
  );

const oldFiles = fc.record({
  requirements: fc.tuple(
    ...ids.requirements.map((id) =>
      fc
        .record({ texte: sentence, scenarios: scenarioList(ids.scenarios), socle: fc.boolean() })
        .map(({ texte, scenarios, socle }): RequirementFile =>
          requirementFile(id, { texte, scenarios, ...(socle ? { id_socle: `SC.${id}` } : {}) }),
        ),
    ),
  ),
  core: scenarioList(ids.core),
});

const edits = fc.record({
  requirements: fc.array(edit, { minLength: 6, maxLength: 6 }),
  scenarios: fc.array(edit, { minLength: 3, maxLength: 3 }),
  proofs: fc.array(edit, { minLength: 3, maxLength: 3 }),
  core: fc.array(edit, { minLength: 3, maxLength: 3 }),
});

const revisions = fc.tuple(oldFiles, edits).map(([old, changes]) => {
  const scenario = (one: ScenarioFile): ScenarioFile => ({
    ...one,
    preuves: edited(one.preuves ?? [], changes.proofs, (proof, attendu) => ({ ...proof, attendu })),
  });
  const reworded = <T extends { readonly texte?: string }>(one: T, texte: string): T => ({ ...one, texte });
  const requirements = edited(old.requirements, changes.requirements, reworded).map((one) => ({
    ...one,
    scenarios: edited(one.scenarios ?? [], changes.scenarios, reworded).map(scenario),
  }));
  const core = edited(old.core, changes.core, reworded).map(scenario);
  return {
    before: catalogueOf(old.requirements, { scenarios: old.core }),
    after: catalogueOf(requirements, { scenarios: core }),
  };
});

const main = 'file:///d/main.preuves.yaml';
const headText = 'version: 1\ndossier:\n  dispositif: MDV-LGC-Va1\n';

/** A random manifest with a head that can be read. */
const manifests = fc.tuple(randomManifest({ faults: 0 }), randomLayout).map(([written, layout]) => {
  const text = write(written, layout);
  return parseManifest(text).dossier
    ? text
    : headText.replaceAll('\n', layout.newline) + text.replace(/^version:.*\r?\n/m, '');
});

describe('migration: whatever the manifest and the revision', () => {
  it('loses no evidence and no comment, changes nothing twice, and gives the bytes back', () => {
    fc.assert(
      fc.property(manifests, revisions, fc.boolean(), (text, { before, after }, followProbable) => {
        const kit = { texts: { [main]: text }, before, after, followProbable };
        const outcome = outcomeOf(kit);
        if (parseManifest(text).problems.some(({ kind }) => kind === 'syntax')) return;
        assert.equal(outcome.kind, 'planned');
        const { plan, texts } = planOf(kit);
        const result = texts[main] ?? '';
        assert.deepEqual(lost(text, result), []);
        for (const file of plan.files) assert.equal(unapplied(file), file.before);
        const again = planOf({ texts: { [main]: result }, before: after, after, followProbable });
        assert.deepEqual(
          again.plan.files.map((file) => file.after),
          [],
        );
      }),
      { seed: 17, numRuns: 100 },
    );
  });
});

/** Words of values and comments that stand less often in the text after than before, live or parked. */
function lost(before: string, after: string): string[] {
  const count = (text: string, word: string) => text.split(word).length - 1;
  const head = parseManifest(before).dossier?.facts;
  const replaced = `${after} ${head?.dispositif?.value ?? ''} ${head?.catalogue?.value ?? ''}`;
  return [...stringsOf(before), '# commentaire'].filter((word) => count(replaced, word) < count(before, word));
}

/** The text before, made of the text after and the changes: nothing else was touched. */
function unapplied({
  before,
  after,
  changes,
}: {
  before: string;
  after: string;
  changes: readonly { range: { start: number; end: number }; text: string }[];
}): string {
  let shift = 0;
  let result = '';
  let at = 0;
  for (const { range, text } of changes) {
    result += after.slice(at, range.start + shift) + before.slice(range.start, range.end);
    at = range.start + shift + text.length;
    shift += text.length - (range.end - range.start);
  }
  return result + after.slice(at);
}

describe('migration: on disk', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'segur-migration-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const before = catalogueOf([
    requirementFile('A.01', { scenarios: [scenarioFile('A.01.01', [proofFile('A.01.01.01')])] }),
  ]);
  const after = catalogueOf([]);

  async function prepared() {
    const fragment = join(folder, 'f.preuves.yaml');
    const top = join(folder, 'd.preuves.yaml');
    await writeFile(top, '\ufeffversion: 1\r\ndossier:\r\n  dispositif: MDV-LGC-Va2\r\n');
    await writeFile(fragment, 'version: 1\nexigences:\n  A.01: {commentaire: é}');
    const texts: Record<string, string> = {};
    for (const path of [top, fragment]) texts[pathToFileURL(path).href] = await readFile(path, 'utf8');
    const { plan } = planOf({ texts, before, after });
    const copies = [
      { path: 'rem/nouveau.rem.yaml', bytes: Buffer.from(writeCatalogue(after)) },
      { path: 'rem/nouveau.ajustements.yaml', bytes: Buffer.from('version: 1\n') },
    ];
    return { top, fragment, texts, migration: { main: top, plan, revision: compareCatalogues(before, after), copies } };
  }

  it('is undone to the byte, the copies of the catalogue and its overlay included', async () => {
    const { top, texts, migration } = await prepared();
    await applyMigration(migration);
    assert.deepEqual((await readdir(folder)).sort(), [
      'd.preuves.yaml',
      'd.preuves.yaml.avant-migration.json',
      'f.preuves.yaml',
      'rem',
    ]);
    assert.deepEqual(await undoMigration(top), { kind: 'undone', files: 2 });
    for (const [uri, text] of Object.entries(texts)) assert.equal(await readFile(fileURLToPath(uri), 'utf8'), text);
    assert.deepEqual(await readdir(join(folder, 'rem')), []);
    assert.deepEqual(await undoMigration(top), { kind: 'nothing' });
  });

  it('does not undo what was edited since', async () => {
    const { top, fragment, migration } = await prepared();
    await applyMigration(migration);
    await writeFile(fragment, 'version: 1\n');
    assert.deepEqual(await undoMigration(top), {
      kind: 'changed',
      files: ['f.preuves.yaml'],
      journal: journalPath(top),
    });
  });

  it('is undone after it was cut off between two files', async () => {
    const { top, fragment, texts, migration } = await prepared();
    await applyMigration(migration);
    await writeFile(fragment, texts[pathToFileURL(fragment).href] ?? '');
    assert.equal(await isInterrupted(top), true);
    assert.deepEqual(await undoMigration(top), { kind: 'undone', files: 1 });
  });

  it('writes nothing when a manifest changed meanwhile, and puts back what it wrote when a step fails', async () => {
    const { top, fragment, texts, migration } = await prepared();
    await writeFile(fragment, 'version: 1\n');
    await assert.rejects(applyMigration(migration), FileChanged);
    assert.deepEqual((await readdir(folder)).sort(), ['d.preuves.yaml', 'f.preuves.yaml']);
    await writeFile(fragment, texts[pathToFileURL(fragment).href] ?? '');
    const [copy] = migration.copies;
    assert.ok(copy);
    const failing = { ...migration, copies: [copy, { ...copy, path: 'd.preuves.yaml/x.rem.yaml' }] };
    await assert.rejects(applyMigration(failing));
    assert.equal(await readFile(top, 'utf8'), texts[pathToFileURL(top).href]);
    // Nor is a folder left that was made for the copy.
    assert.deepEqual((await readdir(folder)).sort(), ['d.preuves.yaml', 'f.preuves.yaml']);
  });

  it('takes no journal that leads out of the folder', async () => {
    const { top } = await prepared();
    const journal = { version: 1, fichiers: [{ chemin: '../x.yaml', avant: '', sha256_apres: '' }] };
    await writeFile(journalPath(top), JSON.stringify(journal));
    assert.equal((await undoMigration(top)).kind, 'unreadable');
  });
});

const fixtures = join('test', 'fixtures', 'workbooks');
/** Real workbooks beside the repository; these tests are skipped without them. */
const real = join('..', 'shared', 'data', 'rem');

async function imported(
  path: string,
  dispositif: string,
  edit = (workbook: Workbook): Workbook => workbook,
): Promise<Catalogue> {
  const { workbook, fileName, sha256 } = await readWorkbookFile(path, neverCancelled);
  return importWorkbook(edit(workbook), { dispositif, fileName, sha256 }).catalogue;
}

/** A copy of the workbook, edited as `revised` edits a catalogue. */
function editedCopy({ requirements: [first, second, third] }: Catalogue): (workbook: Workbook) => Workbook {
  assert.ok(first && second && third);
  const edited = (cell: string): string => {
    const text = cell.trim() === first.text?.trim() ? `${cell} Et sans délai.` : cell;
    return text.replaceAll(second.id, 'NOUV.99');
  };
  return ({ sheets }) => ({
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows
        .filter(({ cells }) => !cells.includes(third.id))
        .map((row) => ({ ...row, cells: row.cells.map(edited) })),
    })),
  });
}

/** A dossier of the catalogue with a piece of evidence under every expected proof. */
function filled(catalogue: Catalogue): string {
  const profiles = catalogue.profiles.filter((profile) => profile !== 'Général');
  const text = newManifest({ catalogue, profiles, locale: 'fr', cataloguePath: 'rem/ancien.rem.yaml' });
  let number = 0;
  return text.replace(/^( +)(.+): \[\]$/gm, (_line, indent: string, key: string) => {
    number++;
    return `${indent}${key}:\n${indent}  - fichier: preuves/piece-${number}.png   # pièce ${number}`;
  });
}

function check(before: Catalogue, after: Catalogue) {
  const text = filled(before);
  const parsed = parseManifest(text);
  assert.deepEqual(parsed.problems, []);
  const pieces = text.match(/piece-\d+\.png/g) ?? [];
  assert.ok(pieces.length > 0);
  const { plan, texts } = planOf({
    texts: { [main]: text },
    before,
    after,
    head: { ...newHead, dispositif: after.dispositif.id },
  });
  const result = texts[main] ?? '';
  assert.deepEqual((result.match(/piece-\d+\.png/g) ?? []).sort(), [...pieces].sort());
  assert.deepEqual(lost(text, result), []);
  assert.ok(plan.events.every(({ kind }) => kind !== 'left'));
  assert.deepEqual(
    planOf({ texts: { [main]: result }, before: after, after, head: { ...newHead, dispositif: after.dispositif.id } })
      .plan.files,
    [],
  );
  return { plan, result, pieces: pieces.length, live: parseManifest(result) };
}

/** What an ANS revision does: one requirement reworded, one renumbered, one gone, one new, a proof gone. */
function revised(catalogue: Catalogue): Catalogue {
  const [first, second, third, ...rest] = catalogue.requirements;
  assert.ok(first && second && third);
  const renumber = <T extends { readonly id: string }>(one: T, from: string): T => ({
    ...one,
    id: one.id.replace(from, 'NOUV.99'),
  });
  const renumbered: Requirement = {
    ...second,
    id: 'NOUV.99',
    scenarios: second.scenarios.map((one) => ({
      ...renumber(one, second.id),
      proofs: one.proofs.map((proof) => renumber(proof, second.id)),
    })),
  };
  const reworded = { ...first, text: `${first.text ?? ''} Et sans délai.`, fingerprint: 'ffffffff' };
  return { ...catalogue, requirements: [reworded, renumbered, ...rest] };
}

describe('migration: workbooks', () => {
  const cases: readonly [string, string, string][] = [
    [fixtures, 'vague1.xlsx', 'MDV-LGC-Va1'],
    [fixtures, 'vague2.xlsx', 'MDV-LGC-Va2'],
    [real, 'rem-lgc-vague1.xlsx', 'MDV-LGC-Va1'],
    [real, 'rem-lgc-vague2-brouillon.xlsx', 'MDV-LGC-Va2'],
    [real, 'rem-drimbox-vague2-brouillon.xlsx', 'IMG-DB-Va2'],
  ];
  for (const [folder, name, dispositif] of cases) {
    it(`keeps every piece of evidence when ${name} is revised`, async function () {
      if (!existsSync(join(folder, name))) this.skip();
      this.timeout(20_000);
      const before = await imported(join(folder, name), dispositif);
      const { plan } = check(before, revised(before));
      assert.ok(plan.events.some((event) => event.kind === 'review'));
    });
  }

  for (const [folder, name, dispositif] of cases) {
    it(`keeps every piece of evidence when a copy of ${name} is edited`, async function () {
      if (!existsSync(join(folder, name))) this.skip();
      this.timeout(20_000);
      const before = await imported(join(folder, name), dispositif);
      const after = await imported(join(folder, name), dispositif, editedCopy(before));
      const [first, , third] = before.requirements;
      assert.notEqual(after.requirements.find(({ id }) => id === first?.id)?.fingerprint, first?.fingerprint);
      assert.ok(after.requirements.some(({ id }) => id === 'NOUV.99'));
      assert.ok(!after.requirements.some(({ id }) => id === third?.id));
      const { plan } = check(before, after);
      assert.ok(plan.events.some((event) => event.kind === 'review'));
    });
  }

  it('keeps every piece of evidence from wave 1 to wave 2, and back', async function () {
    if (!existsSync(real)) this.skip();
    this.timeout(20_000);
    const one = await imported(join(real, 'rem-lgc-vague1.xlsx'), 'MDV-LGC-Va1');
    const two = await imported(join(real, 'rem-lgc-vague2-brouillon.xlsx'), 'MDV-LGC-Va2');
    check(one, two);
    check(two, one);
  });
});
