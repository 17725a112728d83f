import { severities, type Severity } from '../../../core/findings/severity';
import type { Finding, Target } from '../../../core/findings/finding';
import { FindingWords } from '../../../core/engine/render-finding';
import { rules } from '../../../core/rules/registry';
import { ChunkedText } from '../../../core/text/chunked-text';
import { findEntry } from '../find-entry';
import { pageOf } from '../pages';
import { lengths, quote, quoteAll, quotedKey } from '../quoted';
import { dossierField, pageFields, type Tool } from '../tool';

/** What the rules found. */
export const listFindings: Tool = {
  name: 'list_findings',
  title: { fr: 'Constats', en: 'Findings' },
  does: {
    fr: 'Liste ce que la vérification constate dans un dossier : les mêmes constats que « check », chacun avec sa règle, sa gravité et sa place.',
    en: 'Lists what the check finds in a dossier: the same findings as “check”, each with its rule, severity and place.',
  },
  fields: {
    dossier: dossierField,
    severity: {
      kind: 'choice',
      choices: severities,
      does: { fr: 'Cette gravité et les plus graves.', en: 'This severity and heavier ones.' },
    },
    id: {
      kind: 'text',
      does: {
        fr: 'Ceux d’une exigence, d’un scénario ou d’une preuve seulement.',
        en: 'Those of one requirement, scenario or proof only.',
      },
    },
    ...pageFields,
  },
  async run(given, session) {
    const { analysis, basis } = await session.open(given.text('dossier'));
    const { main, fragments } = analysis.dossier;
    const words = new FindingWords(rules);
    const texts = new Map([main, ...fragments].map(({ uri, parsed }) => [uri, parsed.source]));
    const least = severities.findIndex((one) => one === given.text('severity'));
    const isWanted = isAbout(given.text('id'), analysis.context.index);
    const found = analysis.findings.filter(
      (one) => (least < 0 || severities.indexOf(one.severity) <= least) && isWanted(one.target),
    );
    const count = (severity: Severity) => found.filter((one) => one.severity === severity).length;
    const { shown, page } = pageOf(found, given.page, (finding) => {
      const text = texts.get(finding.uri) ?? ChunkedText.of('');
      return {
        rule: finding.rule,
        severity: finding.severity,
        message: quote(words.message(session.notes ? finding : withoutNames(finding), session.locale)),
        file: session.fileOf(finding.uri),
        /** 1-based. */
        line: text.position(finding.range.start).line + 1,
        ...aboutOf(finding.target),
      };
    });
    const summary = Object.fromEntries(severities.map((severity) => [severity, count(severity)]));
    return { basis, page, data: { summary, accepted: analysis.accepted.length, findings: shown } };
  },
};

/** Arguments of messages that name persons, in every rule. */
const persons = new Set(['who', 'by']);

function withoutNames(finding: Finding): Finding {
  const args = Object.fromEntries(
    Object.entries(finding.args).map(([key, value]) => [key, persons.has(key) ? '…' : value]),
  );
  return { ...finding, args };
}

function aboutOf(target: Target | undefined) {
  if (!target) return {};
  const { requirement, requirements, scenario, proof, path } = target;
  return {
    ...quotedKey('requirement', requirement, lengths.id),
    ...(requirements ? { requirements: quoteAll(requirements, lengths.id) } : {}),
    ...quotedKey('scenario', scenario, lengths.id),
    ...quotedKey('proof', proof, lengths.id),
    ...quotedKey('piece', path, lengths.path),
  };
}

/** What a finding has to be about. @throws Refusal for an id that the catalogue does not have */
function isAbout(
  id: string | undefined,
  index: Parameters<typeof findEntry>[1] | undefined,
): (target: Target | undefined) => boolean {
  if (id === undefined) return () => true;
  // Without a catalogue ids are those of the manifest.
  const { requirement, scenario, proof } = index
    ? findEntry(id, index)
    : { requirement: { id }, scenario: undefined, proof: undefined };
  return (target) => {
    if (!target) return false;
    if (proof) return target.proof === proof.id && (target.scenario === undefined || target.scenario === scenario?.id);
    if (scenario) return target.scenario === scenario.id;
    return target.requirement === requirement?.id || (target.requirements ?? []).includes(requirement?.id ?? '');
  };
}
