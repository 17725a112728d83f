import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EvidenceItem, ProofFacts, RequirementFacts, ScenarioFacts } from '../core/manifest/facts';
import type { CatalogueIndex } from '../core/catalogue/index-catalogue';
import type { OffsetRange } from '../core/text/offset-range';
import { loadedCatalogue, type FileView } from './file-view';
import { KeptByPage } from './kept-by-page';
import { shorten } from '../core/text/shorten';
import { placedRange } from './positions';

const keptRequirements = new KeptByPage<DocumentSymbol>();
const keptScenarios = new KeptByPage<DocumentSymbol>();

/** Outline of a manifest: sections, then requirements, scenarios, proofs and evidence under each other. */
export function documentSymbols(view: FileView): DocumentSymbol[] {
  const { parsed, document } = view;
  const index = loadedCatalogue(view)?.index;
  const length = parsed.source.length;
  return parsed.keys.map((key, at): DocumentSymbol => {
    const end = parsed.keys[at + 1]?.range.start ?? length;
    const range = { start: key.range.start, end: Math.max(key.range.end, end) };
    return symbol(
      key.value,
      undefined,
      SymbolKind.Namespace,
      document,
      0,
      range,
      key.range,
      children(key.value, view, index),
    );
  });
}

function children(section: string, view: FileView, index: CatalogueIndex | undefined): DocumentSymbol[] {
  const { parsed, document } = view;
  switch (section) {
    case 'exigences':
      return keptRequirements.of(parsed, document, index, ({ requirements }, start) =>
        requirements.map(({ base, facts }) => requirementSymbol(document, base + start, facts, index)),
      );
    case 'scenarios':
      return keptScenarios.of(parsed, document, index, ({ coreScenarios }, start) =>
        coreScenarios.map(({ base, facts }) => scenarioSymbol(document, base + start, facts)),
      );
    case 'chapitres':
      return parsed.chapters.map(({ base, facts }) =>
        symbol(
          facts.name.value,
          facts.state?.value,
          SymbolKind.Module,
          document,
          base,
          facts.name.range,
          facts.name.range,
        ),
      );
    default:
      return [];
  }
}

function requirementSymbol(
  document: TextDocument,
  base: number,
  facts: RequirementFacts,
  index: CatalogueIndex | undefined,
): DocumentSymbol {
  const text = index?.requirement(facts.id.value)?.requirement.text;
  const detail = text === undefined ? undefined : shorten(text, 60);
  const inside = facts.scenarios.map((scenario) => scenarioSymbol(document, base, scenario));
  return symbol(facts.id.value, detail, SymbolKind.Class, document, base, facts.range, facts.id.range, inside);
}

function scenarioSymbol(document: TextDocument, base: number, facts: ScenarioFacts): DocumentSymbol {
  const inside = facts.proofs.map((proof) => proofSymbol(document, base, proof));
  return symbol(facts.id.value, undefined, SymbolKind.Method, document, base, facts.range, facts.id.range, inside);
}

function proofSymbol(document: TextDocument, base: number, facts: ProofFacts): DocumentSymbol {
  const inside = facts.evidence.map((item) => {
    const name = evidenceName(item);
    return symbol(name, item.title?.value, SymbolKind.File, document, base, item.range, item.range);
  });
  return symbol(facts.id.value, undefined, SymbolKind.Field, document, base, facts.range, facts.id.range, inside);
}

/** What names a piece of evidence: its path, link or number. */
export function evidenceName(item: EvidenceItem): string {
  const execution = item.execution && `n° ${item.execution.value}`;
  return item.file?.value ?? item.declaration?.value ?? item.link?.value ?? execution ?? item.title?.value ?? '…';
}

function symbol(
  name: string,
  detail: string | undefined,
  kind: SymbolKind,
  document: TextDocument,
  base: number,
  range: OffsetRange,
  selection: OffsetRange,
  children: DocumentSymbol[] = [],
): DocumentSymbol {
  return {
    // An outline refuses a symbol without name.
    name: name === '' ? '…' : name,
    ...(detail === undefined ? {} : { detail }),
    kind,
    range: placedRange(document, base, { start: range.start, end: Math.max(range.end, selection.end) }),
    selectionRange: placedRange(document, base, selection),
    children,
  };
}
