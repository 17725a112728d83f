import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slotsOf, type Slot } from '../../server/core/attach/slots';
import type { Cell } from '../../server/core/cells/cell';
import { writeCells } from '../../server/core/cells/write-cells';
import type { Analysis } from '../../server/core/engine/analyse';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { editsBetween } from '../../server/lsp/edits-between';
import { corpusStates } from '../kit/corpus/corpus-states';
import { SampleEvidence } from '../kit/corpus/sample-evidence';
import { analyse, mainUri, manifest, rootUri } from '../kit/dossier-kit';
import { smallCatalogue } from '../kit/small-catalogue';

const seed = 20261130;
const edits = 1000;

/** A dossier as its files, by name; the first is the main one. */
type Texts = Readonly<Record<string, string>>;

const main = 'main.preuves.yaml';

/** Ways in which people write the same. */
const handWritten: readonly Texts[] = [
  { [main]: manifest('') },
  {
    [main]: manifest(`exigences:   # tout l’INS
  # d’abord celle-ci
  INS/va1.56:
    suivi: { responsable: AM } # absente en août
    scenarios:
      INS/va1.56.02:
        # film
        conformite: # pour l’instructeur
          redige_par: AM
          texte: >-
            plié
            ici
        preuves:
          INS/va1.56.02.01:
            # le premier
            - fichier: a.png   # vue
              date: "2026-11-02"
              commentaire: |
                deux
                lignes

              note_interne: >-
                plié
                ici
            # entre les deux
            - lien: 'https://a.fr/x'
              revue: { par: AM, le: 2026-11-03, avis: suffisante }
          INS/va1.56.02.02: []
        suivi:
          preuves:
            # à voir
            INS/va1.56.02.01: { travail: fait, pour_le: 2026-12-01 }
  # fin de l’INS

  PSC.01: {}
scenarios:
  SCN_DB/CO.01:
    etapes_faites:
      - 1 # vue
`),
  },
  {
    [main]: manifest(`exigences:
    INS/va1.56: { scenarios: { INS/va1.56.02: { conformite: { texte: "Il appelle INSi, puis: affiche" }, preuves: { INS/va1.56.02.01: [ { fichier: a.png, date: 2026-11-02 }, { execution: 12 } ], INS/va1.56.02.02: [] } } } }
    PSC.01:
        scenarios:
            PSC.01.01:
                preuves:
                    PSC.01.01.01:
                    - version: 12.4.0
                      fichier: b.mp4
                    -   fichier: c.mp4
                        version: 12.4.0`),
  },
  {
    [main]: manifest(`exigences:
  PSC.01:
    note_interne: "à faire"
`).replace('  depot', '  fragments: [ins.preuves.yaml, vide.preuves.yaml]\n  depot'),
    'ins.preuves.yaml': `version: 1
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: a.png
            - declaration: b.pdf
              revue:
                par: AM
                le: 2026-11-03
                avis: insuffisante
`,
    'vide.preuves.yaml': 'version: 1\n# rien encore\n',
  },
];

const windows = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]));

const tricky = [
  'AM',
  'vu, puis: relu # hier',
  '"cité"',
  'l’été d’AM : « oui »',
  "'",
  'oui',
  'null',
  '12.10',
  '- x',
  '{a}, [b',
  '*a &b !c',
  'à\u00a0revoir',
  '2026-11-02',
  '\\n \\',
  '%',
  '',
];
const text = fc.oneof(fc.constantFrom(...tricky), fc.string({ unit: 'grapheme', maxLength: 12 }));
const long = fc.oneof(text, fc.constantFrom('un\ndeux', 'un\n\n  deux', 'un \n\tdeux'));
const day = fc.constantFrom('2026-11-05', '2024-02-29', '');
const value = {
  date: day,
  version: fc.constantFrom('12.4.0', '12.4', '13', '12.4.0-rc1', 'v 2', ''),
  commentaire: long,
  note_interne: long,
  responsable: text,
  pour_le: day,
  travail: fc.constantFrom('à faire', 'en cours', 'fait', ''),
  'conformite.texte': long,
};

/** @param slots of one dossier */
function cellOf(slots: readonly Slot[]): fc.Arbitrary<Cell> {
  const filled = slots.filter(({ pieces }) => pieces > 0);
  const any = fc.constantFrom(...slots);
  const written = fc.constantFrom(...(filled.length > 0 ? filled : slots));
  const ids = ({ proof, scenario, requirement }: Slot) => ({
    proof,
    scenario,
    ...(requirement ? { requirement } : {}),
  });
  const piece = written.chain((slot) =>
    fc.record({ slot: fc.constant(ids(slot)), piece: fc.nat(Math.max(0, slot.pieces - 1)) }),
  );
  const field = <Key extends keyof typeof value>(...keys: readonly Key[]) =>
    fc.constantFrom(...keys).chain((key) => value[key].map((one) => ({ field: key, value: one })));
  const review = fc.oneof(
    fc.record({
      par: fc.constantFrom('AM', 'B, C: d', 'oui'),
      le: fc.constantFrom('2026-11-09'),
      avis: fc.constantFrom('suffisante', 'insuffisante'),
    }),
    fc.constant({ par: '', le: '', avis: '' }),
  );
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(piece, field('date', 'version', 'commentaire', 'note_interne'))
        .map(([at, to]): Cell => ({ kind: 'piece', ...at, ...to })),
    },
    { weight: 2, arbitrary: fc.tuple(piece, review).map(([at, to]): Cell => ({ kind: 'review', ...at, ...to })) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(any, fc.constantFrom('proof', 'scenario', 'requirement'), field('responsable', 'pour_le', 'travail'))
        .map(([slot, level, to]): Cell => ({
          kind: 'follow',
          slot: ids(slot),
          level: slot.requirement ? level : 'proof',
          ...to,
        })),
    },
    { weight: 1, arbitrary: piece.map((at): Cell => ({ kind: 'removePiece', ...at })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(any, fc.constantFrom('scenario', 'requirement'), field('commentaire', 'note_interne'))
        .map(([slot, level, to]): Cell => ({
          kind: 'entry',
          slot: ids(slot),
          level: slot.requirement ? level : 'scenario',
          ...to,
        })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(any, field('conformite.texte'))
        .map(([slot, to]): Cell => ({ kind: 'entry', slot: ids(slot), level: 'scenario', ...to })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(any, fc.subarray([1, 2, 3])).map(([slot, done]): Cell => ({
        kind: 'steps',
        slot: ids(slot),
        done: done.filter((step) => step <= (slot.known?.scenario.steps.length ?? 0)),
      })),
    },
  );
}

/** What a dossier says, without places and without what says nothing. */
interface Said {
  [key: string]: Said | Said[] | string | string[] | undefined;
}

function stripped(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(stripped);
  if (typeof node !== 'object' || node === null) return node;
  const own = node as Record<string, unknown>;
  if (typeof own['value'] === 'string' && 'range' in own) return own['value'];
  return Object.fromEntries(
    Object.entries(own).flatMap(([key, one]) => (['range', 'key', 'kind'].includes(key) ? [] : [[key, stripped(one)]])),
  );
}

/** Lists of entries by their ids, and nothing that is empty. */
function byId(node: unknown): unknown {
  if (Array.isArray(node)) {
    const items = node.map(byId);
    const keyed = (node as readonly unknown[]).every(
      (one): one is { id?: string; proof?: string } =>
        typeof one === 'object' && one !== null && ('id' in one || 'proof' in one),
    );
    if (!keyed) return items.length === 0 ? undefined : items;
    return byId(
      Object.fromEntries(
        (node as { id?: string; proof?: string }[]).map(({ id, proof, ...rest }) => [id ?? proof ?? '', rest]),
      ),
    );
  }
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).flatMap(([key, one]) => {
    const inner = byId(one);
    return inner === undefined ? [] : [[key, inner] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function saidBy(texts: Texts): Said {
  const files = Object.values(texts).map((one) => parseManifest(one));
  const requirements = files.flatMap((one) => one.requirements.map(({ facts }) => facts));
  const scenarios = files.flatMap((one) => one.coreScenarios.map(({ facts }) => facts));
  return { requirements: stripped(requirements) as Said[], scenarios: stripped(scenarios) as Said[] };
}

/** The member of a list of entries with that id, which is made where it is missing. */
function member(list: Said[], id: string, key: 'id' | 'proof' = 'id'): Said {
  const found = list.find((one) => one[key] === id);
  if (found) return found;
  const made: Said = { [key]: id };
  list.push(made);
  return made;
}

const listIn = (of: Said, key: string): Said[] => (of[key] ??= []) as Said[];
const names: Readonly<Record<string, string>> = {
  commentaire: 'comment',
  note_interne: 'internalNote',
  responsable: 'responsible',
  pour_le: 'dueOn',
  travail: 'work',
  date: 'date',
  version: 'version',
  texte: 'text',
};

/** What a field stands in: a dotted one under another key. */
function holderOf(of: Said, field: string): Said {
  return field.startsWith('conformite.') ? ((of['conformity'] ??= {}) as Said) : of;
}

const ownName = (field: string): string => field.replace('conformite.', '');

function put(of: Said, field: string, written: string): void {
  const shown = written.replace(/\r\n?/g, '\n').trim();
  of[names[field] ?? field] = shown === '' ? undefined : shown;
}

/** What a dossier says when cells are written; told apart from how they are. */
function expectedOf(texts: Texts, cells: readonly Cell[]): unknown {
  const said = saidBy(texts);
  const places = cells.map(({ slot: { requirement, scenario = '', proof } }) => {
    const above = requirement === undefined ? undefined : member(listIn(said, 'requirements'), requirement);
    const own = member(above ? listIn(above, 'scenarios') : listIn(said, 'scenarios'), scenario);
    return { above, own, of: member(listIn(own, 'proofs'), proof) };
  });
  const removed: (readonly [Said, number])[] = [];
  for (const [index, cell] of cells.entries()) {
    const place = places[index];
    assert.ok(place);
    const { above, own, of } = place;
    const piece = 'piece' in cell ? listIn(of, 'evidence')[cell.piece] : undefined;
    switch (cell.kind) {
      case 'piece':
        put(piece ?? {}, cell.field, cell.value);
        break;
      case 'review':
        if (piece) piece['review'] = cell.par === '' ? undefined : { by: cell.par, on: cell.le, opinion: cell.avis };
        break;
      case 'follow': {
        const holder = cell.level === 'requirement' ? (above ?? {}) : own;
        const follow =
          cell.level === 'proof'
            ? member(listIn(own, 'proofFollowUps'), cell.slot.proof, 'proof')
            : ((holder['followUp'] ??= {}) as Said);
        put(follow, cell.field, cell.value);
        break;
      }
      case 'opinion':
        assert.fail('answers are written by their own tests');
        break;
      case 'removePiece':
        removed.push([of, cell.piece]);
        break;
      case 'steps':
        own['stepsDone'] = cell.done.map(String);
        break;
      case 'entry':
        put(holderOf(cell.level === 'requirement' ? (above ?? {}) : own, cell.field), ownName(cell.field), cell.value);
        break;
    }
  }
  for (const of of new Set(removed.map(([holder]) => holder))) {
    const gone = new Set(removed.flatMap(([holder, at]) => (holder === of ? [at] : [])));
    of['evidence'] = listIn(of, 'evidence').filter((_, index) => !gone.has(index));
  }
  return byId(said);
}

/** The cells that write again what a dossier said. */
function inverseOf(texts: Texts, cells: readonly Cell[]): Cell[] {
  const said = saidBy(texts);
  return cells.map((cell): Cell => {
    const { requirement, scenario = '', proof } = cell.slot;
    const above = requirement === undefined ? undefined : member(listIn(said, 'requirements'), requirement);
    const own = member(above ? listIn(above, 'scenarios') : listIn(said, 'scenarios'), scenario);
    const text = (of: Said | undefined, field: string) => {
      const old = of?.[names[field] ?? field];
      return typeof old === 'string' ? old : '';
    };
    const piece = 'piece' in cell ? listIn(member(listIn(own, 'proofs'), proof), 'evidence')[cell.piece] : undefined;
    const holder = 'level' in cell && cell.level === 'requirement' ? above : own;
    switch (cell.kind) {
      case 'piece':
        return { ...cell, value: text(piece, cell.field) };
      case 'review': {
        const old = piece?.['review'] as Said | undefined;
        return { ...cell, par: text(old, 'by'), le: text(old, 'on'), avis: text(old, 'opinion') };
      }
      case 'follow': {
        const follow =
          cell.level === 'proof'
            ? member(listIn(own, 'proofFollowUps'), proof, 'proof')
            : (holder?.['followUp'] as Said);
        return { ...cell, value: text(follow, cell.field) };
      }
      case 'opinion':
        throw new Error('what ANS said is not taken back by a cell');
      case 'steps':
        return { ...cell, done: ((own['stepsDone'] ?? []) as string[]).map(Number) };
      case 'entry':
        return { ...cell, value: text(holder && holderOf(holder, cell.field), ownName(cell.field)) };
      case 'removePiece':
        return cell;
    }
  });
}

/** A table takes off what surrounds a text, the line end of a block too; the digest of an earlier review goes with it. */
function trimmed(said: unknown): unknown {
  return JSON.parse(JSON.stringify(byId(said) ?? null), (key, one: unknown) => {
    if (typeof one === 'string') return one.trim();
    return key === 'review' ? { ...(one as object), sha256: '' } : one;
  });
}

async function analysisOf(texts: Texts): Promise<Analysis> {
  const { [main]: first = '', ...files } = texts;
  return (await analyse([], { main: first, files })).analysis;
}

/** The texts after an edit, as an editor applies it. */
function applied(
  texts: Texts,
  analysis: Analysis,
  cells: readonly Cell[],
): { readonly after: Texts; readonly why?: string } {
  const outcome = writeCells(analysis, cells, 'fr');
  if (outcome.kind !== 'planned') return { after: texts, why: JSON.stringify(outcome) };
  const changed = { ...texts };
  for (const { uri, before, after } of outcome.files) {
    const name = uri === mainUri ? main : uri.slice(rootUri.length + 1);
    assert.equal(before, texts[name]);
    changed[name] = edited(before, editsBetween(before, after));
    assert.equal(changed[name], after);
  }
  return { after: changed };
}

function edited(before: string, changes: ReturnType<typeof editsBetween>): string {
  const starts = [0, ...[...before.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const at = ({ line, character }: { readonly line: number; readonly character: number }) =>
    (starts[line] ?? 0) + character;
  return [...changes]
    .reverse()
    .reduce((all, { range, newText }) => all.slice(0, at(range.start)) + newText + all.slice(at(range.end)), before);
}

/** Lines of a text that another has not, each as often as it is missing. */
function lost(before: string, after: string): string[] {
  const left = new Map<string, number>();
  for (const line of after.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return before.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

describe('random edits of cells', function () {
  this.timeout(300_000);
  let dossiers: { readonly texts: Texts; readonly analysis: Analysis; readonly slots: readonly Slot[] }[];
  before(async () => {
    const samples = await SampleEvidence.read();
    const corpus = corpusStates.map(({ make }): Texts => ({ [main]: make(smallCatalogue, samples).main }));
    const folder = join('test', 'fixtures', 'manifests');
    const fixtures = readdirSync(folder)
      .filter((name) => name.startsWith('bon-') && !name.includes('fragment'))
      .map((name): Texts => ({ [main]: readFileSync(join(folder, name), 'utf8') }));
    const all = [...handWritten, ...corpus, ...fixtures];
    dossiers = [];
    for (const texts of [...all, ...all.map(windows)]) {
      const analysis = await analysisOf(texts);
      dossiers.push({ texts, analysis, slots: slotsOf(analysis.dossier) });
    }
  });

  it(`change what was asked and nothing else, and can be taken back, ${edits} times`, async () => {
    let planned = 0;
    const filled = dossiers.flatMap(({ slots }, index) => (slots.length > 0 ? [index] : []));
    const one = fc
      .constantFrom(...filled)
      .chain((index) =>
        fc.tuple(fc.constant(index), fc.array(cellOf(dossiers[index]?.slots ?? []), { minLength: 1, maxLength: 4 })),
      );
    await fc.assert(
      fc.asyncProperty(one, async ([index, cells]) => {
        const dossier = dossiers[index];
        assert.ok(dossier);
        const { texts, analysis } = dossier;
        const { after, why } = applied(texts, analysis, cells);
        if (why !== undefined) return;
        planned += 1;
        assert.deepEqual(byId(saidBy(after)), expectedOf(texts, cells));
        const problems = (of: Texts) =>
          Object.values(of).flatMap((text) => parseManifest(text).problems.map(({ kind }) => kind));
        assert.ok(problems(after).length <= problems(texts).length, problems(after).join());
        for (const [name, before] of Object.entries(texts)) {
          // A comment may leave with its piece; nothing else does.
          const gone = lost(before, after[name] ?? '');
          const most = cells.reduce((sum, { kind }) => sum + (kind === 'removePiece' || kind === 'review' ? 12 : 5), 0);
          assert.ok(gone.length <= most, gone.join('\n'));
          if (before.includes('\r\n')) assert.doesNotMatch(after[name] ?? '', /[^\r]\n/);
        }
        // Written back, every value says again what it said.
        if (cells.some(({ kind }) => kind === 'removePiece')) return;
        const back = applied(after, await analysisOf(after), inverseOf(texts, cells));
        if (back.why === undefined) assert.deepEqual(trimmed(saidBy(back.after)), trimmed(saidBy(texts)));
      }),
      { seed, numRuns: edits },
    );
    assert.ok(planned > edits * 0.7, `${planned} of ${edits} were written`);
  });
});
