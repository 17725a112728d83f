import assert from 'node:assert/strict';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import type { Row, Sheet } from '../../server/core/workbook/workbook';

/** Park and Miller's generator: the same "random" rows on every machine. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function shuffled<T>(items: readonly T[], random: (below: number) => number): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}

/** Rows under the header in another order, columns in another order, perhaps an empty row or column between. */
export function scrambled(sheet: Sheet, random: (below: number) => number): Sheet {
  const width = Math.max(...sheet.rows.map((row) => row.cells.length)) + random(3);
  const order = shuffled([...Array(width).keys()], random);
  const permute = (cells: readonly string[]): string[] => order.map((column) => cells[column] ?? '');
  const [header, ...body] = sheet.rows;
  let number = 0;
  return {
    ...sheet,
    rows: [header, ...shuffled(body, random)].map((row): Row => {
      number += 1 + random(3);
      return { number, cells: permute(row?.cells ?? []) };
    }),
  };
}

/** The catalogue without what the place of rows decides. */
export function orderless(catalogue: Catalogue): unknown {
  const byId = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
    [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    ...catalogue,
    domains: byId(catalogue.domains),
    chapters: catalogue.chapters.map(({ name }) => name).sort(),
    profiles: [...catalogue.profiles].sort(),
    requirements: byId(catalogue.requirements).map(({ sheetRow, ...rest }) => {
      assert.ok(sheetRow);
      return { ...rest, profiles: [...rest.profiles].sort() };
    }),
  };
}

/** A sheet in which every row says everything, so that no order matters. */
export function plainSheet(): Sheet {
  const header = [
    'N° exigence',
    'Énoncé',
    'Section',
    'Profil',
    "Nature de l'exigence",
    'N° scénario',
    'Scénario de conformité',
  ];
  const proofs = ['N° preuve 1', 'Preuve 1', 'N° preuve 2', 'Preuve 2'];
  const rows: Row[] = [{ number: 1, cells: [...header, ...proofs] }];
  for (let r = 1; r <= 30; r++) {
    for (let s = 1; s <= 1 + (r % 3); s++) {
      const id = `INS/va1.${String(r).padStart(2, '0')}`;
      const scenario = `${id}.0${s}`;
      const base = [
        id,
        `Le système DOIT faire ${r}.`,
        `Chapitre ${r % 4}`,
        'Général',
        'EXIGENCE',
        scenario,
        `Étape ${s}`,
      ];
      rows.push({
        number: rows.length + 1,
        cells: [...base, `${scenario}.01`, 'Vidéo', r % 5 === 0 ? '' : `${scenario}.02`, "Copie d'écran"],
      });
    }
  }
  return { name: 'Exigences', rows };
}
