import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import { keyText } from '../manifest/scalar-text';
import { say, type Locale, type Sentence } from '../messages/say';
import { applicability } from '../status/applicability';

/** A key to be written: with a value, with keys under it, or empty (to be filled). */
export interface Stub {
  readonly key: string;
  /** YAML source of a scalar value. */
  readonly value?: string;
  readonly children?: readonly Stub[];
  /** What is said of it; line ends are kept. */
  readonly comment?: readonly string[];
}

const expectedWord: Sentence = { fr: 'Attendu : {text}', en: 'Expected: {text}' };
const oneOfWord: Sentence = {
  fr: 'Une seule de ces modalités suffit : supprimez les autres scénarios.',
  en: 'One of these modalities is enough: delete the other scenarios.',
};
const caseWord: Sentence = { fr: '{case} : ', en: '{case}: ' };
const conditionWord: Sentence = { fr: '[{condition}] ', en: '[{condition}] ' };
const coreWord: Sentence = { fr: 'Couvre : {ids}', en: 'Covers: {ids}' };

/** A statement may run over a page; among other entries its beginning is enough to know it. */
const longest = 500;

/**
 * A requirement with a place for each of its proofs.
 * @param locale in which all that the catalogue says is told as comments; without it, only the beginning of the statement
 */
export function requirementStub({ id, text = '', scenarios }: Requirement, locale?: Locale): Stub {
  const expecting = scenarios.filter(({ proofs }) => proofs.length > 0);
  const oneOf = locale !== undefined && expecting.some(({ mode }) => mode === 'au_moins_un');
  const children = expecting.map((scenario, index) => {
    const stub = scenarioStub(scenario, locale);
    return oneOf && index === 0 ? { ...stub, comment: [say(oneOfWord, locale), ...(stub.comment ?? [])] } : stub;
  });
  return {
    key: id,
    comment: [locale === undefined ? beginning(text) : text],
    ...(children.length > 0 ? { children: [{ key: 'scenarios', children }] } : {}),
  };
}

/** The same for a scenario: under a requirement, or a core-business one. */
export function scenarioStub({ id, name = '', covers, proofs }: Scenario, locale?: Locale): Stub {
  const children = [{ key: 'preuves', children: proofs.map((proof) => proofStub(proof, locale)) }];
  if (locale === undefined) return { key: id, children };
  const covered = covers.length > 1 ? [say(coreWord, locale, { ids: covers.join(', ') })] : [];
  return { key: id, comment: [name, ...covered], children };
}

function proofStub(proof: ExpectedProof, locale?: Locale): Stub {
  if (locale === undefined || proof.expected === '') return { key: proof.id };
  const before =
    (proof.case === undefined ? '' : say(caseWord, locale, { case: proof.case })) +
    (proof.condition === undefined ? '' : say(conditionWord, locale, { condition: proof.condition }));
  return { key: proof.id, comment: [say(expectedWord, locale, { text: before + proof.expected })] };
}

/** How a stub is written as block YAML. */
export interface BlockStyle {
  /** Spaces before its key. */
  readonly indent: number;
  /** Spaces more a level. */
  readonly step: number;
  /** Above the key, as a person writes them; or under it, where what stands above belongs to another entry. */
  readonly comments: 'above' | 'under';
  /** What stands at a key to be filled; nothing without it. */
  readonly empty?: '[]';
}

/** Lines of block YAML. */
export function blockLines(stub: Stub, style: BlockStyle): string[] {
  const { indent, step, comments, empty } = style;
  const margin = ' '.repeat(indent);
  const value = stub.value ?? (stub.children ? undefined : empty);
  const key = `${margin}${keyText(stub.key)}:${value === undefined ? '' : ` ${value}`}`;
  const inner = { ...style, indent: indent + step };
  const about = (stub.comment ?? []).flatMap((text) =>
    commentLines(text, comments === 'above' ? margin : ' '.repeat(inner.indent)),
  );
  const children = (stub.children ?? []).flatMap((child) => blockLines(child, inner));
  return comments === 'above' ? [...about, key, ...children] : [key, ...about, ...children];
}

/** The same in one line, for flow collections, where a comment has no place. */
export function flowText(stub: Stub): string {
  const value = stub.value ?? (stub.children ? `{ ${stub.children.map(flowText).join(', ')} }` : '[]');
  return `${keyText(stub.key)}: ${value}`;
}

/** Whether a new dossier should hold an entry for it: it applies, and proofs of its own are expected. */
export function deservesStub(requirement: Requirement, profiles: ReadonlySet<string>): boolean {
  return (
    applicability(requirement, profiles) === 'applies' &&
    requirement.scenarios.some((scenario) => scenario.proofs.length > 0)
  );
}

/** Core-business scenarios that concern these profiles. */
export function coreScenariosFor(catalogue: Catalogue, profiles: ReadonlySet<string>): Scenario[] {
  return catalogue.coreScenarios.filter(
    (one) => one.profiles.length === 0 || one.profiles.some((name) => name === 'Général' || profiles.has(name)),
  );
}

/** Columns of a comment line. */
const width = 110;

/** Wraps a text into comment lines. */
function commentLines(text: string, margin: string): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/).map(oneLine)) {
    let line = '';
    // No line is broken at a no-break space.
    for (const word of paragraph.split(/[^\S\u00a0]+/).filter((one) => one !== '')) {
      if (line !== '' && margin.length + 2 + line.length + 1 + word.length > width) {
        lines.push(`${margin}# ${line}`);
        line = '';
      }
      line = line === '' ? word : `${line} ${word}`;
    }
    if (line !== '') lines.push(`${margin}# ${line}`);
  }
  return lines;
}

/** Without what ends a line for some YAML readers, and the other controls, which are no YAML at all. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\ufeff]+/gu, ' ');
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
