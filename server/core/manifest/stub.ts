import type { Catalogue, ExpectedProof, Requirement, Scenario } from '../catalogue/catalogue';
import { say, type Language, type Sentence } from '../messages/language';
import { applicability } from '../status/applicability';

/** Columns of a comment line. */
const width = 110;

const expectedWord: Sentence = { fr: 'Attendu : {text}', en: 'Expected: {text}' };
const oneOfWord: Sentence = {
  fr: 'Une seule de ces modalités suffit : supprimez les autres scénarios.',
  en: 'One of these modalities is enough: delete the other scenarios.',
};
const caseWord: Sentence = { fr: '{case} : ', en: '{case}: ' };
const conditionWord: Sentence = { fr: '[{condition}] ', en: '[{condition}] ' };
const coreWord: Sentence = { fr: 'Couvre : {ids}', en: 'Covers: {ids}' };

export interface StubOptions {
  readonly language: Language;
  /** Spaces before the entry's key. */
  readonly indent: number;
}

/** An entry that waits for its evidence, with the requirement's text and what is expected as comments. Ends with a newline. */
export function requirementStub(requirement: Requirement, { language, indent }: StubOptions): string {
  const pad = ' '.repeat(indent);
  const scenarios = requirement.scenarios.filter((scenario) => scenario.proofs.length > 0);
  const lines = [...comment(requirement.text ?? '', pad), `${pad}${yamlKey(requirement.id)}:`];
  if (scenarios.length > 0) {
    lines.push(`${pad}  scenarios:`);
    if (scenarios.some((scenario) => scenario.mode === 'au_moins_un'))
      lines.push(...comment(say(oneOfWord, language), `${pad}    `));
    for (const scenario of scenarios) lines.push(...scenarioLines(scenario, language, `${pad}    `));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** The same for a scenario: under a requirement, or a core-business one. Ends with a newline. */
export function scenarioStub(scenario: Scenario, { language, indent }: StubOptions): string {
  return scenarioLines(scenario, language, ' '.repeat(indent))
    .map((line) => `${line}\n`)
    .join('');
}

/** The same for a proof. Ends with a newline. */
export function proofStub(proof: ExpectedProof, { language, indent }: StubOptions): string {
  return proofLines(proof, language, ' '.repeat(indent))
    .map((line) => `${line}\n`)
    .join('');
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

/** An id as a mapping key: plain when YAML reads it back as it is. */
export function yamlKey(id: string): string {
  return /^[\p{L}_][\p{L}\p{N}_./ '’()+-]*$/u.test(id) &&
    !/\s$/.test(id) &&
    !/^(?:null|true|false|yes|no|on|off)$/i.test(id)
    ? id
    : JSON.stringify(id);
}

/** A text as a scalar that YAML reads back as it is. */
export function yamlText(text: string): string {
  return /^[\p{L}][\p{L}\p{N} '’()./_-]*$/u.test(text) &&
    text.trim() === text &&
    !/^(?:null|true|false|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function scenarioLines(scenario: Scenario, language: Language, pad: string): string[] {
  const covers =
    scenario.covers.length > 1 ? comment(say(coreWord, language, { ids: scenario.covers.join(', ') }), pad) : [];
  const lines = [...comment(scenario.name ?? '', pad), ...covers, `${pad}${yamlKey(scenario.id)}:`, `${pad}  preuves:`];
  for (const proof of scenario.proofs) lines.push(...proofLines(proof, language, `${pad}    `));
  return lines;
}

function proofLines(proof: ExpectedProof, language: Language, pad: string): string[] {
  const before =
    (proof.case === undefined ? '' : say(caseWord, language, { case: proof.case })) +
    (proof.condition === undefined ? '' : say(conditionWord, language, { condition: proof.condition }));
  const expected =
    proof.expected === '' ? [] : comment(say(expectedWord, language, { text: before + proof.expected }), pad);
  return [...expected, `${pad}${yamlKey(proof.id)}: []`];
}

/** Wraps a text into comment lines. */
export function comment(text: string, pad: string): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
    let line = '';
    for (const word of paragraph.split(/[^\S\u00a0]+/).filter((one) => one !== '')) {
      if (line !== '' && pad.length + 2 + line.length + 1 + word.length > width) {
        lines.push(`${pad}# ${line}`);
        line = '';
      }
      line = line === '' ? word : `${line} ${word}`;
    }
    if (line !== '') lines.push(`${pad}# ${line}`);
  }
  return lines;
}
