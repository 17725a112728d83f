import type { Entry, ManifestFile, ResolvedProof, ResolvedScenario } from '../../../dossier/dossier';
import type { Related } from '../../../findings/finding';
import { shift } from '../../../text/offset-range';
import { sources } from '../../sources';
import { structureProblems } from '../../structure-problems';
import type { Report, Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'manifeste/cle-en-double',
    defaultSeverity: 'error',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: { fr: 'La même clé est écrite deux fois.', en: 'The same key is written twice.' },
    why: {
      fr: 'Une seule des deux serait lue : l’autre, et les pièces qu’elle porte, disparaîtrait sans bruit.',
      en: 'Only one of the two would be read: the other, and the evidence under it, would vanish silently.',
    },
    avoid: 'date: 2026-11-03\ndate: 2026-11-04',
    prefer: 'date: 2026-11-04',
    source: sources.format,
    messages: {
      duplicate: {
        fr: 'La clé « {key} » est déjà écrite plus haut, au même niveau : gardez-en une seule.',
        en: 'Key “{key}” is already written above, at the same level: keep only one.',
      },
      scenario: {
        fr: 'Le scénario « {key} » est écrit deux fois dans ce dossier : réunissez ses preuves sous une seule entrée.',
        en: 'Scenario “{key}” is written twice in this dossier: bring its proofs together under one entry.',
      },
      proof: {
        fr: 'La preuve « {key} » est écrite deux fois dans ce scénario : réunissez ses pièces sous une seule clé.',
        en: 'Proof “{key}” is written twice in this scenario: bring its evidence together under one key.',
      },
      first: { fr: 'Première entrée « {key} »', en: 'First entry “{key}”' },
    },
  },
  file(file, report) {
    const problems = structureProblems(file, 'duplicateKey');
    if (problems.length === 0) return;
    const entries = entryKeys(file);
    for (const { range, args } of problems) if (!entries.has(range.start)) report(range, 'duplicate', args);
  },
  requirement({ scenarios }, report) {
    reportRepeated(scenarios, ({ scenario }) => scenario, 'scenario', report);
  },
  scenario({ proofs }, report) {
    reportRepeated(proofs, ({ proof }) => proof, 'proof', report);
  },
  dossier(_dossier, report, { writtenEntries }) {
    for (const [first, ...others] of writtenEntries.repeatedCoreScenarios()) {
      for (const { uri, base, value } of others) {
        const { id } = value.facts;
        const related = first ? [firstEntry(first)] : [];
        report(uri, shift(id.range, base), 'scenario', { key: id.value }, { related });
      }
    }
  },
};

/** Two ways of writing the id of one entry (letter case, printed id and key). The same key twice is known already. */
function reportRepeated<T extends ResolvedScenario | ResolvedProof>(
  entries: readonly T[],
  entryOf: (one: T) => object | undefined,
  message: 'scenario' | 'proof',
  report: Report,
): void {
  const first = new Map<object, string>();
  for (const one of entries) {
    const entry = entryOf(one);
    if (!entry) continue;
    const { value: key, range } = one.facts.id;
    const before = first.get(entry);
    if (before === undefined) first.set(entry, key);
    else if (before !== key) report(range, message, { key });
  }
}

/** Offsets of the keys of requirements and core-business scenarios: their doubles are looked for in the whole dossier. */
function entryKeys({ parsed }: ManifestFile): ReadonlySet<number> {
  return new Set(
    [...parsed.requirements, ...parsed.coreScenarios].map(({ base, facts }) => base + facts.id.range.start),
  );
}

function firstEntry({ uri, base, value }: Entry<ResolvedScenario>): Related {
  const { id } = value.facts;
  return { uri, range: shift(id.range, base), message: 'first', args: { key: id.value } };
}
