import * as vscode from 'vscode';
import type { ViewNode } from '../../protocol/compliance-view';
import type { ComplianceView } from '../../protocol/requests/compliance';
import type { ViewPlace } from '../../protocol/view-place';
import { scenarioIdOf, scenariosOf, testDossier } from './test-tree';

/** A scenario in the Testing view. */
export interface ScenarioItem {
  readonly item: vscode.TestItem;
  readonly scenario: string;
  /** Of the main manifest. */
  readonly dossier: string;
}

/**
 * Dossiers, requirements and scenarios as items of the Testing view. What nobody has opened is not made: a dossier may have
 * thousands. What is made stays the same object while it is about the same, so that it keeps its last result.
 */
export class TestItems {
  /** Items whose children are made. */
  readonly #opened = new WeakSet<vscode.TestItem>();
  /** What stands beside the label of an item because of its last run. */
  readonly #remarks = new WeakMap<vscode.TestItem, string>();
  #view: ComplianceView = { dossiers: [] };

  constructor(readonly controller: vscode.TestController) {}

  /** Follows the dossiers, as deep as somebody has looked. */
  show(view: ComplianceView): void {
    this.#view = view;
    this.#replace(
      this.controller.items,
      view.dossiers.map(({ uri, root }) => ({ ...root, id: uri })),
    );
    for (const { uri } of view.dossiers) {
      const item = this.controller.items.get(uri);
      if (item && this.#opened.has(item)) this.#showDossier(item);
    }
  }

  /** Makes what stands under an item. */
  open(item: vscode.TestItem): void {
    this.#opened.add(item);
    if (item.parent === undefined) this.#showDossier(item);
    else if (scenarioIdOf(item.id) === undefined) this.#showRequirement(item);
  }

  /** The scenarios at and under some items, but for those at and under others. */
  scenarios(included: Iterable<vscode.TestItem>, excluded: ReadonlySet<vscode.TestItem>): ScenarioItem[] {
    const found = new Map<vscode.TestItem, ScenarioItem>();
    const visit = (item: vscode.TestItem): void => {
      if (excluded.has(item)) return;
      const scenario = scenarioIdOf(item.id);
      if (scenario !== undefined) {
        found.set(item, { item, scenario, dossier: dossierOf(item) });
        return;
      }
      if (!this.#opened.has(item)) this.open(item);
      for (const [, child] of item.children) visit(child);
    };
    for (const item of included) visit(item);
    return [...found.values()];
  }

  /** Says something beside the label until the next run; undefined: nothing. */
  remark(item: vscode.TestItem, remark: string | undefined, standing: string): void {
    if (remark === undefined) this.#remarks.delete(item);
    else this.#remarks.set(item, remark);
    this.#describe(item, standing);
  }

  #showDossier(item: vscode.TestItem): void {
    const dossier = this.#view.dossiers.find(({ uri }) => uri === item.id);
    if (!dossier) return;
    const { requirements, scenarios } = testDossier(dossier);
    this.#replace(item.children, [...requirements, ...scenarios]);
    for (const node of requirements) {
      const child = item.children.get(node.id);
      if (child && this.#opened.has(child)) this.#replace(child.children, scenariosOf(node));
    }
  }

  #showRequirement(item: vscode.TestItem): void {
    const dossier = this.#view.dossiers.find(({ uri }) => uri === item.parent?.id);
    const node = dossier && testDossier(dossier).requirements.find(({ id }) => id === item.id);
    this.#replace(item.children, node ? scenariosOf(node) : []);
  }

  #replace(items: vscode.TestItemCollection, nodes: readonly ViewNode[]): void {
    const wanted = nodes.map((node, index) => {
      const { place } = node;
      const before = items.get(node.id);
      // The file of an item is what it was made with.
      const isSame = before?.uri?.toString() === (place && vscode.Uri.parse(place.uri, true).toString());
      const item = before && isSame ? before : this.#make(node);
      if (item.label !== node.label) item.label = node.label;
      this.#describe(item, node.description);
      const range = place && rangeOf(place);
      if (range && item.range?.isEqual(range) !== true) item.range = range;
      const order = String(index).padStart(6, '0');
      // In the order of the REM.
      if (item.sortText !== order) item.sortText = order;
      return item;
    });
    const isSame = wanted.length === items.size && wanted.every((item) => items.get(item.id) === item);
    if (!isSame) items.replace(wanted);
  }

  #make({ id, label, kind, place }: ViewNode): vscode.TestItem {
    const item = this.controller.createTestItem(id, label, place && vscode.Uri.parse(place.uri, true));
    item.canResolveChildren = kind !== 'scenario';
    return item;
  }

  #describe(item: vscode.TestItem, standing: string | undefined): void {
    const parts = [standing, this.#remarks.get(item)].filter((part) => part !== undefined && part !== '');
    const description = parts.join(' · ');
    if ((item.description ?? '') !== description) item.description = description;
  }
}

function dossierOf(item: vscode.TestItem): string {
  return item.parent === undefined ? item.id : dossierOf(item.parent);
}

export function rangeOf({ range: { start, end } }: ViewPlace): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
