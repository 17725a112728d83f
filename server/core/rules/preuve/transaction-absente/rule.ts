import { findTransactions, insTrace } from '../../../evidence/find-transactions';
import { teleservicesNamedIn } from '../../../evidence/teleservice-words';
import { evidencePath } from '../../../manifest/facts';
import { filesOfProof } from '../../cited-files';
import { asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

const journals: ReadonlySet<string> = new Set(['log']);

export const rule: Rule = {
  meta: {
    id: 'preuve/transaction-absente',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Les journaux ne montrent pas les transactions ou le téléservice que la preuve demande.',
      en: 'The logs do not show the transactions or the teleservice that the proof asks for.',
    },
    why: {
      fr: 'L’instructeur cherche dans la trace la transaction que l’énoncé nomme. Sont cherchés les numéros « TD0.2 » que l’énoncé de la preuve cite, et INSi quand il le nomme, dans tous les journaux en texte d’une preuve qui ne demande que des journaux : absents, c’est une indication, car une trace peut les dire autrement ; d’autres numéros à leur place, un avertissement. Rien n’est dit si l’un des fichiers est d’une autre sorte (XML, capture, archive) ou n’a pas été lu jusqu’au bout.',
      en: 'The examiner looks in the trace for the transaction that the statement names. What is looked for are numbers such as “TD0.2” which the statement of the proof cites, and INSi where it names it, in all text logs of a proof that asks for logs only: missing, it is a hint, as a trace may say them otherwise; other numbers in their place, a warning. Nothing is said if one of the files is of another kind (XML, screenshot, archive) or was not read to its end.',
    },
    avoid: '# la preuve demande la trace de TD3.1 ; trace.log n’a que TD0.2',
    prefer: '# trace.log contient TD3.1',
    source: { fr: `${sources.rem.fr} ${sources.content.fr}`, en: `${sources.rem.en} ${sources.content.en}` },
    messages: {
      missing: {
        fr: 'La preuve demande {expected}, et aucun journal cité n’en porte la trace : vérifiez l’extrait.',
        en: 'The proof asks for {expected}, and no log cited bears a trace of it: check the extract.',
      },
      others: {
        fr: 'La preuve demande {expected}, et les journaux cités montrent {found} : citez l’extrait de ce qui est demandé.',
        en: 'The proof asks for {expected}, and the logs cited show {found}: cite the extract of what is asked for.',
      },
    },
  },
  proof(resolved, report, context) {
    const { proof } = resolved;
    if (!proof || !asksOnlyFor(journals, resolved)) return;
    const numbers = findTransactions(proof.expected).filter((one) => one !== insTrace);
    const asksForIns = teleservicesNamedIn(proof.expected).some(({ name, plainly }) => plainly && name === 'INSi');
    if (numbers.length === 0 && !asksForIns) return;
    const [first] = resolved.facts.evidence;
    const path = first && evidencePath(first);
    const found = textsOf(filesOfProof(resolved, context));
    if (!path || !found) return;
    const target = proofTarget(resolved, path.value);
    const shown = found.filter((one) => one !== insTrace);
    if (numbers.length > 0 && !numbers.some((one) => found.includes(one))) {
      const args = { expected: numbers.join(', '), found: shown.slice(0, 5).join(', ') };
      if (shown.length > 0) report(path.range, 'others', args, { severity: 'warning', target });
      else report(path.range, 'missing', args, { target });
    } else if (numbers.length === 0 && !found.includes(insTrace)) {
      report(path.range, 'missing', { expected: 'INSi' }, { target });
    }
  },
};

/** What the files name together; undefined unless each is a text that was searched to its end. */
function textsOf(files: ReturnType<typeof filesOfProof>): readonly string[] | undefined {
  if (!files || files.length === 0) return undefined;
  const found = new Set<string>();
  for (const { inspection } of files) {
    if (!inspection.transactions || inspection.partial === true) return undefined;
    for (const one of inspection.transactions) found.add(one);
  }
  return [...found].sort();
}
