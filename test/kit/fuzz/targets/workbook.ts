import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { slotsOf } from '../../../../server/core/attach/slots';
import { readAnswerTable } from '../../../../server/core/answers/read-answer-table';
import { readCatalogue } from '../../../../server/core/catalogue/read-catalogue';
import { writeCatalogue } from '../../../../server/core/catalogue/write-catalogue';
import { DossierAnalyser } from '../../../../server/core/engine/analyse';
import { planIntake } from '../../../../server/core/intake/plan-intake';
import { AnswerSubjects } from '../../../../server/core/answers/answer-subjects';
import { parseManifest } from '../../../../server/core/manifest/parse-manifest';
import { neverCancelled } from '../../../../server/core/ports/cancellation';
import { rules } from '../../../../server/core/rules/registry';
import { importWorkbook } from '../../../../server/core/workbook/import-workbook';
import { mutations } from '../../../../server/host/inspection/testing/mutations';
import { defaultPartLimits } from '../../../../server/host/workbook/zip-parts';
import { readWorkbook } from '../../../../server/host/workbook/read-workbook';
import { WorkbookError } from '../../../../server/host/workbook/workbook-error';
import { manifest } from '../../dossier-kit';
import { inputOf } from '../../analysed-text';
import { hold, type FuzzTarget } from '../fuzz-target';
import { mutateText } from '../mutate-text';
import type { Random } from '../random';

interface Seed {
  readonly bytes: Uint8Array;
  readonly parts: Readonly<Record<string, Uint8Array>>;
}

function workbookSeeds(): readonly Seed[] {
  return ['test/fixtures/workbooks', 'test/fixtures/suivis'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.xlsx'))
      .sort()
      .map((name) => readFileSync(join(folder, name)))
      .map((bytes) => ({ bytes, parts: unzipSync(bytes) })),
  );
}

const values = [
  '',
  '0',
  '-1',
  '1e9',
  '45000.5',
  'é',
  'INS/va1.56.01.01',
  '_x0041_',
  '&amp;',
  '1048577',
  'XFE1',
  'A0',
  '&#0;',
  '&x;',
];

/** The markup of a part with values, attributes and elements changed; it mostly stays well formed. */
function mutatedMarkup(text: string, random: Random): string {
  let now = text;
  for (let steps = 1 + random.below(5); steps > 0; steps--) {
    const places = [...now.matchAll(random.pick([/"[^"]*"/g, />[^<]*</g, /<(\w+)[^>]*>[^<]*<\/\1>/g]))];
    const place = places[random.below(Math.max(1, places.length))];
    if (!place) continue;
    const [found] = place;
    const first = found[0] ?? '';
    const next =
      first === '"'
        ? `"${random.pick(values)}"`
        : found.startsWith('>')
          ? `>${random.pick(values)}<`
          : random.pick(['', found + found]);
    now = now.slice(0, place.index) + next + now.slice(place.index + found.length);
  }
  return now;
}

function bytesOf(seed: Seed, random: Random): Uint8Array {
  if (random.once(5)) return [...mutations(seed.bytes, 1, random.below(2 ** 31))][0] ?? seed.bytes;
  const parts = { ...seed.parts };
  const name = random.pick(Object.keys(parts).filter((one) => /\.(?:xml|rels)$/.test(one)));
  const text = strFromU8(parts[name] ?? new Uint8Array());
  const next = random.once(6) ? mutateText(text.replaceAll('><', '>\n<'), [text], random) : mutatedMarkup(text, random);
  if (random.once(20)) Reflect.deleteProperty(parts, name);
  else parts[name] = strToU8(next);
  return zipSync(parts, { level: 0 });
}

export const workbookTarget: FuzzTarget = {
  name: 'workbook',
  weight: 4,
  prepare() {
    const seeds = workbookSeeds();
    const { dossier } = new DossierAnalyser(rules).analyse(
      inputOf(parseManifest(manifest('exigences:\n  INS/va1.56: {}\n'))),
    );
    const known = new AnswerSubjects(dossier, slotsOf(dossier));
    const input = (random: Random) => bytesOf(random.pick(seeds), random);
    return {
      input,
      async run(random) {
        const read = await readWorkbook(input(random), neverCancelled, defaultPartLimits, { withFills: true }).catch(
          (error: unknown) => {
            if (error instanceof WorkbookError) return error;
            throw error;
          },
        );
        if (read instanceof WorkbookError) return read.message;
        const { catalogue, report } = importWorkbook(read, { dispositif: 'MDV-LGC-Va2', fileName: 'a.xlsx' });
        const written = writeCatalogue(catalogue);
        if (catalogue.requirements.length > 0)
          hold(readCatalogue(written).catalogue !== undefined, 'an imported catalogue is read');
        const plan = planIntake({ dossier, workbook: read, files: [] });
        return [written, report, plan.pieces.length, plan.notes.length, readAnswerTable(read, known, {})];
      },
    };
  },
};
