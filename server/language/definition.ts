import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import { contextAt } from './cursor/context-at';
import { placeOf, type Place } from './cursor/place';
import { requirementOf, scenarioAt } from './completion/ids';
import { loadedCatalogue, type FileView } from './file-view';
import { ManifestDocument } from './manifest-document';
import { placedRange, rangeIn } from './positions';
import { topShape } from './top-shape';
import { writtenScenarios } from './written-paths';

/**
 * Where an id comes from: its line in the imported catalogue, and the other entries of the dossier that are about the
 * same thing. A built-in catalogue is no file that could be opened: then only the other entries are given.
 * @param catalogueText text of the imported catalogue, undefined when there is none
 */
export function definition(view: FileView, offset: number, catalogueText: string | undefined): Location[] {
  const context = contextAt(view.parsed, offset);
  const place = context && placeOf(context, topShape(view));
  if (place?.kind !== 'dictKey' || !context || context.token === '') return [];
  const id = catalogueId(place, context.token, view);
  const own = context.replace.start;
  const others = otherEntries(place, id ?? context.token, view).filter(
    ({ uri, start }) => uri !== view.uri || start !== own,
  );
  return [...inCatalogue(view, id, catalogueText), ...others.map(({ location }) => location)];
}

/** The catalogue's own id for what is written. */
function catalogueId(place: Extract<Place, { kind: 'dictKey' }>, token: string, view: FileView): string | undefined {
  const index = loadedCatalogue(view)?.index;
  switch (place.key) {
    case 'requirement':
      return index?.requirement(token)?.requirement.id;
    case 'scenario':
      return index?.scenario(token, requirementOf(place, index))?.scenario.id;
    case 'coreScenario':
      return index?.coreScenario(token)?.id;
    case 'proof':
      return index?.proof(token, scenarioAt(place, index))?.proof.id;
    case 'chapter':
      return undefined;
  }
}

function inCatalogue(view: FileView, id: string | undefined, text: string | undefined): Location[] {
  if (id === undefined || text === undefined || view.catalogue.kind !== 'loaded') return [];
  const { origin } = view.catalogue;
  if (origin.kind !== 'file') return [];
  const at = findId(text, id);
  if (at === undefined) return [];
  const document = TextDocument.create(origin.uri, 'yaml', 0, text);
  return [{ uri: origin.uri, range: rangeIn(document, { start: at, end: at + id.length }) }];
}

/** Offset of an id in the text of a catalogue: after `id:`, quoted or not, and nothing longer. */
export function findId(text: string, id: string): number | undefined {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    const before = text.slice(Math.max(0, at - 20), at);
    const after = text.slice(at + id.length, at + id.length + 2);
    if (/(?:^|[\s{,-])["']?id["']?\s*:\s*["']?$/.test(before) && /^(?:["',}\s]|$)/.test(after)) return at;
  }
  return undefined;
}

interface Found {
  readonly uri: string;
  readonly start: number;
  readonly location: Location;
}

function otherEntries(place: Extract<Place, { kind: 'dictKey' }>, id: string, view: FileView): Found[] {
  const index = loadedCatalogue(view)?.index;
  const found: Found[] = [];
  for (const { uri, parsed } of view.dossier?.files ?? [{ uri: view.uri, parsed: view.parsed }]) {
    const document = uri === view.uri ? view.document : ManifestDocument.of(uri, parsed);
    const add = (base: number, range: { start: number; end: number }) => {
      found.push({ uri, start: base + range.start, location: { uri, range: placedRange(document, base, range) } });
    };
    if (place.key === 'requirement') {
      for (const { base, facts } of parsed.requirements) {
        const written = facts.id.value;
        if (written === id || index?.requirement(written)?.requirement.id === id) add(base, facts.id.range);
      }
    }
    if (place.key === 'scenario' || place.key === 'coreScenario') {
      for (const { base, scenario } of writtenScenarios(parsed))
        if (scenario.id.value === id) add(base, scenario.id.range);
    }
  }
  return found;
}
