import type { ResolvedProof } from '../../../dossier/dossier';

/**
 * Contents of the CI-SIS that a requirement may name in words, and the names of their schematrons (without version) in ANS's
 * repository TestContenuCDA, whose titles say what they are. What has no name of its own in both places is left out.
 */
const contents: readonly Content[] = [
  {
    name: 'VSM',
    words: /(?<![\p{L}\p{N}])VSM(?![\p{L}\p{N}])|volet de synth[èe]se m[ée]dicale/giu,
    volet: /^VSM(?=[_.-]|$)/i,
  },
  {
    name: 'CR-BIO',
    words:
      /(?<![\p{L}\p{N}])CR[- ]BIO(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])CR de biologie|comptes?[- ]rendus? (?:d['’ ]?\s?examens? )?de biologie/giu,
    volet: /^BIO-CR-BIO(?=[_.-]|$)/i,
  },
  {
    name: 'IMG-CR-IMG',
    words: /IMG-CR-IMG|comptes?[- ]rendus? (?:d['’]examens? )?d['’]imagerie/giu,
    volet: /^IMG[-_]CR[-_]IMG(?=[_.-]|$)/i,
  },
  { name: 'VAC-NOTE', words: /notes? de vaccination/giu, volet: /^VAC-NOTE(?=[_.-]|$)/i },
  { name: 'VAC', words: /historiques? de vaccination/giu, volet: /^VAC(?=[_.]|$)/i },
];

interface Content {
  readonly name: string;
  readonly words: RegExp;
  readonly volet: RegExp;
}

/** What stands shortly before a content that is not the one to show. */
const negation =
  /(?:autres? que|sans|pas (?:de|d['’]un)|hors|sauf|except[ée]|ni|au lieu (?:de|d['’]un)|ou|à partir (?:de|d['’]un))\s[^.;]{0,30}$/iu;

/**
 * The one content that the statement of a proof names, else its scenario, else its requirement.
 * @returns undefined when there is none, when there are several, or one that is named to be left out
 */
export function expectedContent({ proof, scenario, parent }: ResolvedProof): string | undefined {
  for (const texts of [
    [proof?.expected],
    [scenario?.name, scenario?.text, ...(scenario?.steps.map(({ text }) => text) ?? [])],
    [parent?.text],
  ]) {
    const named = texts.flatMap((text = '') => contentsNamed(text));
    if (named.length > 0) return named.every((one) => one === named[0]) ? named[0] : undefined;
  }
  return undefined;
}

/** The content that a schematron is about, by its name (`VSM_1.4_2022.01`); undefined for all that have no words here. */
export function contentOfVolet(name: string): string | undefined {
  return contents.find(({ volet }) => volet.test(name))?.name;
}

/** Undefined stands for one that is named to be left out, or beside others. */
function contentsNamed(text: string): (string | undefined)[] {
  return contents.flatMap(({ name, words }) =>
    [...text.matchAll(words)].map(({ index }) =>
      negation.test(text.slice(Math.max(0, index - 60), index)) ? undefined : name,
    ),
  );
}
