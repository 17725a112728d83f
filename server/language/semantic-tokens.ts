import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { CatalogueState } from '../core/dossier/dossier';
import type { EvidenceFile } from '../core/evidence/evidence-file';
import type { ParsedManifest } from '../core/manifest/parse-manifest';
import type { Status } from '../core/status/status';
import { manifestMentions, type Mention } from './mentions/manifest-mentions';

/** Kinds of LSP that every theme has a colour for: requirement, scenario, proof, path, chapter. */
export const tokenTypes = ['class', 'method', 'property', 'string', 'namespace'] as const;
type TokenType = (typeof tokenTypes)[number];

/**
 * States, then `unresolved`: the catalogue is whole and does not have it, or the file is not there. `deprecated` and
 * `declaration` are LSP's own.
 */
export const tokenModifiers = [
  'declaration',
  'deprecated',
  'incomplete',
  'toReview',
  'toProvide',
  'provided',
  'covered',
  'requiredWithoutProof',
  'unknown',
  'nothingExpected',
  'notApplicable',
  'unresolved',
] as const satisfies readonly (Status | 'declaration' | 'deprecated' | 'unresolved')[];
type TokenModifier = (typeof tokenModifiers)[number];

export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  /** One bit for each modifier. */
  readonly modifiers: number;
}

export interface TokenContext {
  readonly parsed: ParsedManifest;
  readonly document: TextDocument;
  readonly catalogue: CatalogueState;
  /** By the offset of the id; without figures nothing is known. */
  readonly states: ReadonlyMap<number, Status> | undefined;
  /** Where only these lines are wanted; the ends are included. */
  readonly range?: Range | undefined;
  evidence(path: string): EvidenceFile | undefined;
}

const types: Readonly<Record<Mention['subject']['kind'], TokenType>> = {
  requirement: 'class',
  scenario: 'method',
  proof: 'property',
  file: 'string',
  chapter: 'namespace',
};

/** Every id by where it stands, and paths whose file is not there, in text order. */
export function semanticTokens(context: TokenContext): SemanticToken[] {
  const { parsed, document, catalogue, range } = context;
  const index = catalogue.kind === 'loaded' ? catalogue.index : undefined;
  const within = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return manifestMentions(parsed, index, within)
    .flatMap((mention): SemanticToken[] => {
      const modifiers = modifiersOf(mention, context);
      // The grammar colours a path as well.
      if (mention.subject.kind === 'file' && modifiers.length === 0) return [];
      const { line, character } = document.positionAt(mention.range.start);
      const end = document.positionAt(mention.range.end);
      // A token is on one line.
      if (end.line !== line || end.character === character) return [];
      if (range && (line < range.start.line || line > range.end.line)) return [];
      const bits = modifiers.reduce((sum, one) => sum | (1 << tokenModifiers.indexOf(one)), 0);
      const type = tokenTypes.indexOf(types[mention.subject.kind]);
      return [{ line, character, length: end.character - character, type, modifiers: bits }];
    })
    .sort((a, b) => a.line - b.line || a.character - b.character)
    .filter((token, at, all) => {
      // An alias may be named twice at one place.
      const before = all[at - 1];
      return before?.line !== token.line || before.character !== token.character;
    });
}

function modifiersOf({ subject, role, range }: Mention, context: TokenContext): TokenModifier[] {
  if (subject.kind === 'file') {
    const state = context.evidence(subject.id)?.state;
    return state === 'absent' || state === 'outside' ? ['unresolved'] : [];
  }
  const declared: TokenModifier[] = role === 'entry' ? ['declaration'] : [];
  if (!subject.known) return [...declared, isWhole(context.catalogue) ? 'unresolved' : 'unknown'];
  const withdrawn = isWithdrawn(subject.kind === 'requirement' ? subject.id : undefined, context);
  const state = context.states?.get(range.start);
  return [...declared, ...(withdrawn ? (['deprecated'] as const) : []), ...(state === undefined ? [] : [state])];
}

/** Of a partial catalogue nothing that it lacks is wrong. */
function isWhole(catalogue: CatalogueState): boolean {
  return catalogue.kind === 'loaded' && catalogue.catalogue.state === 'complet';
}

function isWithdrawn(id: string | undefined, { catalogue }: TokenContext): boolean {
  if (id === undefined || catalogue.kind !== 'loaded') return false;
  return catalogue.index.requirement(id)?.requirement.nature === 'SUPPRIMEE';
}
