import { defaultPieceFolder } from '../configuration/piece-layout';
import type { Dossier, ResolvedScenario } from '../dossier/dossier';
import { evidenceFolderOf } from '../evidence/evidence-folders';
import { safePath } from '../evidence/evidence-path';
import { evidencePath } from '../manifest/facts';
import type { Slot } from './slots';

/** A cited file, and what it is cited for. */
interface Citation {
  /** In its normal form. */
  readonly path: string;
  readonly isDeclaration: boolean;
  readonly scenario: string;
  readonly requirement: string | undefined;
  readonly chapter: string | undefined;
}

/** In which folders the pieces of a dossier lie, so that the next one goes where a person would put it. */
export class CitedFolders {
  readonly #citations: readonly Citation[];

  constructor(dossier: Dossier) {
    const inScenario = (
      { scenario, facts, proofs }: ResolvedScenario,
      requirement?: string,
      chapter?: string,
    ): Citation[] =>
      proofs.flatMap((proof) =>
        proof.facts.evidence.flatMap((item) => {
          const path = safePath(evidencePath(item)?.value ?? '');
          if (path === undefined) return [];
          const above = { scenario: scenario?.id ?? facts.id.value, requirement, chapter };
          return [{ path, isDeclaration: item.declaration !== undefined, ...above }];
        }),
      );
    this.#citations = [
      ...dossier.requirements.flatMap(({ value: { requirement, facts, scenarios } }) =>
        scenarios.flatMap((one) => inScenario(one, requirement?.id ?? facts.id.value, requirement?.chapter)),
      ),
      ...dossier.coreScenarios.flatMap(({ value }) => inScenario(value)),
    ];
  }

  /** Every cited path once, in the order in which they are written. */
  get paths(): ReadonlySet<string> {
    return new Set(this.#citations.map(({ path }) => path));
  }

  /**
   * Where a piece for a slot goes: with those of its scenario, else of its requirement or chapter, else the folder that holds
   * most. A statement goes with the statements, which speak of several requirements.
   */
  of(slot: Slot, kind: 'file' | 'declaration'): string {
    const isDeclaration = kind === 'declaration';
    const same = this.#citations.filter((one) => one.isDeclaration === isDeclaration);
    const { scenario, requirement } = slot;
    const chapter = slot.known?.requirement?.chapter;
    const near: readonly ((one: Citation) => boolean)[] = isDeclaration
      ? [() => true]
      : [
          (one) => one.scenario === scenario && one.requirement === requirement,
          (one) => requirement !== undefined && one.requirement === requirement,
          (one) => chapter !== undefined && one.chapter === chapter,
        ];
    for (const isNear of near) {
      const folder = mostUsed(same.filter(isNear), (path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))));
      if (folder !== undefined) return folder;
    }
    return mostUsed(this.#citations, (_, whole) => whole) ?? defaultPieceFolder;
  }
}

/** The folder that most of these lie in, of those that hold nothing but evidence. */
function mostUsed(
  citations: readonly Citation[],
  folderOf: (path: string, whole: string) => string,
): string | undefined {
  const counts = new Map<string, number>();
  for (const path of new Set(citations.map((one) => one.path))) {
    const around = evidenceFolderOf(path);
    if (!around?.whole) continue;
    const folder = folderOf(path, around.path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return most?.[0];
}
