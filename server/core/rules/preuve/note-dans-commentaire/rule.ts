import type { Target } from '../../../findings/finding';
import type { ResolvedScenario } from '../../../dossier/dossier';
import { evidencePath } from '../../../manifest/facts';
import type { Located } from '../../../text/offset-range';
import { clip } from '../../clip';
import type { Report, Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget, requirementTarget, scenarioTarget } from '../../target';

/** Beginnings that are for the team. “Interne” alone may be a junior doctor: it needs a mark behind it. */
const forTheTeam =
  /^[\s[({*#>-]*(?:to ?do|fixme|à faire|a faire|note interne|interne\s*[:)\]–—-]|ne pas (?:transmettre|envoyer|diffuser|déposer))(?![\p{L}\p{N}])/iu;

export const rule: Rule = {
  meta: {
    id: 'preuve/note-dans-commentaire',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un commentaire pour l’instructeur a l’air d’une note pour l’équipe.',
      en: 'A comment for the examiner looks like a note for the team.',
    },
    why: {
      fr: '« commentaire » part avec le dépôt ; « note_interne » n’en sort jamais. Un commentaire qui répète une note, ou en est l’alias, la fait partir.',
      en: '“commentaire” leaves with the filing; “note_interne” never does. A comment that repeats a note, or is its alias, makes it leave.',
    },
    avoid: 'commentaire: "TODO : refaire la vidéo avant le dépôt"',
    prefer: 'note_interne: "TODO : refaire la vidéo avant le dépôt"',
    source: sources.format,
    messages: {
      note: {
        fr: '« {text} » a l’air d’une note pour l’équipe, et partirait au dépôt : renommez la clé en « note_interne ».',
        en: '“{text}” looks like a note for the team, and would leave with the filing: rename the key to “note_interne”.',
      },
      repeats: {
        fr: 'Ce texte est celui d’une « note_interne », et part avec le dépôt : écrivez ce que l’instructeur doit lire, ou retirez-le.',
        en: 'This text is that of a “note_interne”, and leaves with the filing: write what the examiner is to read, or remove it.',
      },
    },
  },
  requirement(resolved, report) {
    check(resolved.facts.comment, () => requirementTarget(resolved), report);
    const { facts } = resolved;
    const own = { internalNote: facts.internalNote, texts: [facts.comment, facts.notApplicable?.justification] };
    const parts = [
      { ...own, targetOf: () => requirementTarget(resolved) },
      ...resolved.scenarios.flatMap((one) => partsOf(one)),
    ];
    repeated(parts, report);
  },
  scenario(resolved, report) {
    check(resolved.facts.comment, () => scenarioTarget(resolved), report);
    if (resolved.core) repeated(partsOf(resolved), report);
  },
  evidence(item, report, { proof }) {
    check(item.comment, () => proofTarget(proof, evidencePath(item)?.value), report);
  },
};

/** A place of an entry that may hold a note, and texts that leave. */
interface Part {
  readonly internalNote: Located<string> | undefined;
  readonly texts: readonly (Located<string> | undefined)[];
  readonly targetOf: () => Target;
}

function partsOf(resolved: ResolvedScenario): Part[] {
  const { facts, proofs } = resolved;
  const texts = [facts.comment, facts.notApplicable?.justification];
  return [
    { internalNote: facts.internalNote, texts, targetOf: () => scenarioTarget(resolved) },
    ...proofs.flatMap((proof) =>
      proof.facts.evidence.map((item) => ({
        internalNote: item.internalNote,
        texts: [item.comment, item.title],
        targetOf: () => proofTarget(proof, evidencePath(item)?.value),
      })),
    ),
  ];
}

/** Texts that leave and are, word for word, a note of the same entry: a copy, or an alias. */
function repeated(parts: readonly Part[], report: Report): void {
  const notes = new Set(parts.flatMap(({ internalNote }) => internalNote?.value.trim() || []));
  if (notes.size === 0) return;
  for (const { texts, targetOf } of parts) {
    for (const text of texts) {
      if (text && notes.has(text.value.trim())) report(text.range, 'repeats', {}, { target: targetOf() });
    }
  }
}

function check(comment: Located<string> | undefined, targetOf: () => Target, report: Report): void {
  if (!comment || !forTheTeam.test(comment.value)) return;
  report(comment.range, 'note', { text: clip(comment.value, 60) }, { target: targetOf() });
}
