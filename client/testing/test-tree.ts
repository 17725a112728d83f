import type { DossierView, ViewNode } from '../../protocol/compliance-view';

/** A dossier as tests: its requirements that have scenarios, and the scenarios that stand under none. */
export interface TestDossier {
  readonly dossier: DossierView;
  readonly requirements: readonly ViewNode[];
  readonly scenarios: readonly ViewNode[];
}

/** What of the tree of a dossier is a test, each requirement once however it is grouped. */
export function testDossier(dossier: DossierView): TestDossier {
  const requirements = new Map<string, ViewNode>();
  const scenarios = new Map<string, ViewNode>();
  const visit = (node: ViewNode): void => {
    if (node.kind === 'requirement') {
      if (scenariosOf(node).length > 0) requirements.set(node.id, node);
    } else if (node.kind === 'scenario') scenarios.set(node.id, node);
    // Requests of ANS are about proofs, and are none.
    else if (node.kind !== 'requests') for (const child of node.children) visit(child);
  };
  visit(dossier.root);
  return { dossier, requirements: [...requirements.values()], scenarios: [...scenarios.values()] };
}

export function scenariosOf(requirement: ViewNode): readonly ViewNode[] {
  return requirement.children.filter(({ kind }) => kind === 'scenario');
}

const scenarioKey = 'scenario:';

/** The catalogue's id of a scenario's row; undefined for another row. */
export function scenarioIdOf(rowId: string): string | undefined {
  return rowId.startsWith(scenarioKey) ? rowId.slice(scenarioKey.length) : undefined;
}
