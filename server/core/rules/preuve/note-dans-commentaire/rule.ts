import type { Target } from '../../../findings/finding';
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
      fr: '« commentaire » part avec le dépôt ; « note_interne » n’en sort jamais.',
      en: '“commentaire” leaves with the filing; “note_interne” never does.',
    },
    avoid: 'commentaire: "TODO : refaire la vidéo avant le dépôt"',
    prefer: 'note_interne: "TODO : refaire la vidéo avant le dépôt"',
    source: sources.format,
    messages: {
      note: {
        fr: '« {text} » a l’air d’une note pour l’équipe, et partirait au dépôt : renommez la clé en « note_interne ».',
        en: '“{text}” looks like a note for the team, and would leave with the filing: rename the key to “note_interne”.',
      },
    },
  },
  requirement(resolved, report) {
    check(resolved.facts.comment, () => requirementTarget(resolved), report);
  },
  scenario(resolved, report) {
    check(resolved.facts.comment, () => scenarioTarget(resolved), report);
  },
  evidence(item, report, { proof }) {
    check(item.comment, () => proofTarget(proof, evidencePath(item)?.value), report);
  },
};

function check(comment: Located<string> | undefined, targetOf: () => Target, report: Report): void {
  if (!comment || !forTheTeam.test(comment.value)) return;
  report(comment.range, 'note', { text: clip(comment.value, 60) }, { target: targetOf() });
}
