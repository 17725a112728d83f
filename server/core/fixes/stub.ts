import type { ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import { scalarText } from '../manifest/scalar-text';
import { say, type Locale, type Sentence } from '../messages/say';
import { applicability } from '../status/applicability';

/**
 * A key to be written: with a value, with keys under it, or empty (to be filled). Whatever makes an entry of a manifest
 * (a new dossier, a fix, completion) makes this, so that an entry is the same whoever wrote it; {@link blockLines} and
 * {@link flowText} write it.
 */
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
/** Where other scenarios of the requirement have to be played all the same. */
const oneOfThese: Sentence = {
  fr: 'Une seule de ces modalités suffit : {ids}.',
  en: 'One of these modalities is enough: {ids}.',
};
const caseWord: Sentence = { fr: '{case} : ', en: '{case}: ' };
const conditionWord: Sentence = { fr: '[{condition}]', en: '[{condition}]' };
const coreWord: Sentence = { fr: 'Couvre : {ids}', en: 'Covers: {ids}' };

/**
 * A requirement with a place for each of its proofs. Its statement, the steps of its scenarios and what each proof is
 * expected to be are comments. It has no `empreinte`: that says for which text evidence was accepted, and there is none
 * yet; see {@link fingerprintStub}.
 * @param locale of the few words that the catalogue does not say itself
 */
export function requirementStub({ id, text = '', scenarios }: Requirement, locale: Locale): Stub {
  const expecting = scenarios.filter(({ proofs }) => proofs.length > 0);
  const ways = expecting.filter(({ mode }) => mode === 'au_moins_un');
  const word = ways.length === expecting.length ? oneOfWord : oneOfThese;
  const children = expecting.map((scenario) => {
    const stub = scenarioStub(scenario, locale);
    if (ways.length < 2 || scenario !== ways[0]) return stub;
    const oneOf = say(word, locale, { ids: ways.map((one) => one.id).join(', ') });
    return { ...stub, comment: [oneOf, ...(stub.comment ?? [])] };
  });
  return {
    key: id,
    comment: [text],
    children: children.length > 0 ? [{ key: 'scenarios', children }] : [],
  };
}

/** The same for a scenario: under a requirement, or a core-business one. */
export function scenarioStub({ id, name, text, steps, covers, proofs }: Scenario, locale: Locale): Stub {
  const title = name ?? (steps.length === 0 ? text : undefined) ?? '';
  const covered = covers.length > 1 ? [say(coreWord, locale, { ids: covers.join(', ') })] : [];
  const told = steps.map((step, index) => `${step.id ?? `${index + 1}.`} ${step.text}`);
  return {
    key: id,
    comment: [title, ...covered, ...told],
    children: proofs.length > 0 ? [{ key: 'preuves', children: proofs.map((one) => proofStub(one, locale)) }] : [],
  };
}

/** The same for a proof: nothing stands under its key yet. */
export function proofStub(proof: ExpectedProof, locale: Locale): Stub {
  const condition = proof.condition === undefined ? '' : say(conditionWord, locale, { condition: proof.condition });
  const rest = [condition, proof.expected].filter((one) => one !== '').join(' ');
  const text =
    proof.case === undefined || rest === '' ? (proof.case ?? rest) : say(caseWord, locale, { case: proof.case }) + rest;
  return text === '' ? { key: proof.id } : { key: proof.id, comment: [say(expectedWord, locale, { text })] };
}

/** For which text of a requirement or scenario evidence was accepted: written when its first evidence is. */
export function fingerprintStub(fingerprint: string): Stub {
  return { key: 'empreinte', value: scalarText(fingerprint) };
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

/** Lines of block YAML, without line ends. A key without value nor children stands alone, to be filled. */
export function blockLines(stub: Stub, style: BlockStyle): string[] {
  const { indent, step, comments, empty } = style;
  const margin = ' '.repeat(indent);
  const value = stub.value ?? (stub.children ? undefined : empty);
  const key = `${margin}${scalarText(stub.key)}:${value === undefined ? '' : ` ${value}`}`;
  const inner = { ...style, indent: indent + step };
  const about = (stub.comment ?? []).flatMap((text) =>
    commentLines(text, comments === 'above' ? margin : ' '.repeat(inner.indent)),
  );
  const children = (stub.children ?? []).flatMap((child) => blockLines(child, inner));
  return comments === 'above' ? [...about, key, ...children] : [key, ...about, ...children];
}

/** The same in one line, for flow collections, where a comment has no place. */
export function flowText(stub: Stub): string {
  return `${scalarText(stub.key)}: ${stub.value ?? (stub.children ? flowMapping(stub.children) : '[]')}`;
}

function flowMapping(children: readonly Stub[]): string {
  return children.length === 0 ? '{}' : `{ ${children.map(flowText).join(', ')} }`;
}

/** Whether a new dossier should hold an entry for it: it applies, and proofs of its own are expected. */
export function deservesStub(requirement: Requirement, profiles: ReadonlySet<string>): boolean {
  return (
    applicability(requirement, profiles) === 'applies' &&
    requirement.scenarios.some((scenario) => scenario.proofs.length > 0)
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
    for (const word of paragraph.split(/[^\S\u00a0\u202f]+/).filter((one) => one !== '')) {
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
