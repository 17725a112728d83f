import { formatsNamedIn, type Topic } from '../../../evidence/find-topics';
import { flatValue } from '../../../manifest/flat-values';
import { evidencePath } from '../../../manifest/facts';
import { shift } from '../../../text/offset-range';
import { factsOf, filesOfProof } from '../../cited-files';
import { asksOnlyFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { proofTarget } from '../../target';

const papers: ReadonlySet<string> = new Set(['documentation']);

export const rule: Rule = {
  meta: {
    id: 'portabilite/contenu',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La documentation de la portabilité ne parle pas des données, du format, de l’emplacement ou des traits dus.',
      en: 'The documentation of portability does not speak of the data, the format, the place or the traits due.',
    },
    why: {
      fr: 'Le document liste les données exportées, leur format ou mode d’accès et leur emplacement ; l’export porte le nom, le prénom, la date de naissance et le sexe. Ces mots sont cherchés dans les textes, pages et PDF : leur absence est une indication, car ils peuvent être dits autrement, et seulement dans un texte qui parle d’export. Un avertissement quand le document ne nomme que d’autres formats que ceux de « portabilite.formats ». Sont regardés la pièce « portabilite.documentation » et les preuves du domaine portabilité qui ne demandent qu’une documentation ; ni les images, ni les fichiers de bureautique. L’exhaustivité n’est pas jugée.',
      en: 'The document lists the data exported, their format or way of access and their place; the export bears name, first name, birth date and sex. These words are searched in texts, pages and PDF: their absence is a hint, as they may be said otherwise, and only in a text that speaks of an export. A warning where the document names only other formats than those of “portabilite.formats”. What is looked at are the piece “portabilite.documentation” and proofs of the domain of portability that ask for documentation only; not pictures, nor office files. Whether it is complete is not judged.',
    },
    avoid: 'portabilite:\n  formats: [HL7 CDA]\n  documentation: export.pdf   # ne parle que de CSV',
    prefer:
      'portabilite:\n  formats: [HL7 CDA]\n  documentation: export.pdf   # « comptes rendus en CDA, dans le dossier Export »',
    source: {
      fr: 'REM de vague 1 (PORT) ; appel à financement §4.5, cité par la FAQ des industriels de l’ANS.',
      en: 'REM of wave 1 (PORT); call for financing §4.5, as quoted in the ANS FAQ for vendors.',
    },
    messages: {
      data: {
        fr: '« {path} » ne semble pas dire quelles données sont exportées : vérifiez, et listez-les.',
        en: '“{path}” does not seem to say which data are exported: check, and list them.',
      },
      format: {
        fr: '« {path} » ne semble pas dire dans quel format les données sont exportées : vérifiez, et dites-le.',
        en: '“{path}” does not seem to say in which format the data are exported: check, and say it.',
      },
      place: {
        fr: '« {path} » ne semble pas dire où se trouvent les données exportées : vérifiez, et dites-le.',
        en: '“{path}” does not seem to say where the data exported are put: check, and say it.',
      },
      traits: {
        fr: '« {path} » ne semble pas parler des traits du patient (nom, prénom, date de naissance, sexe) : vérifiez qu’ils sont exportés, et dites-le.',
        en: '“{path}” does not seem to speak of the traits of the patient (name, first name, birth date, sex): check that they are exported, and say it.',
      },
      otherFormats: {
        fr: '« {path} » ne nomme que {found}, et « formats » dit {declared} : faites dire la même chose aux deux.',
        en: '“{path}” names {found} only, and “formats” says {declared}: have both say the same.',
      },
    },
  },
  proof(resolved, report, context) {
    if (resolved.parent?.domain !== 'portabilite' || !asksOnlyFor(papers, resolved)) return;
    const [first] = resolved.facts.evidence;
    const path = first && evidencePath(first);
    const files = filesOfProof(resolved, context);
    if (!path || !files || files.length === 0) return;
    if (files.some(({ inspection }) => !inspection.topics || inspection.partial === true)) return;
    const topics = files.flatMap(({ inspection }) => inspection.topics ?? []);
    if (!topics.includes('export')) return;
    const target = proofTarget(resolved, path.value);
    for (const topic of missing(topics, ['data', 'format', 'place']))
      report(path.range, topic, { path: path.value }, { target });
  },
  dossier({ main }, report, context) {
    const section = main.parsed.portability;
    const document = section && flatValue(section.facts.values, 'documentation');
    const file = document && factsOf(document, context);
    if (!section || !document || file?.state !== 'file') return;
    const { topics, partial } = file.inspection ?? {};
    if (!topics || partial === true) return;
    const range = shift(document.range, section.base);
    const path = document.value;
    if (topics.includes('export'))
      for (const topic of missing(topics, ['data', 'format', 'traits'])) report(main.uri, range, topic, { path });
    const declared = section.facts.values.filter(({ key }) => key === 'formats').map(({ value }) => value);
    const known = declared.map(formatsNamedIn);
    const found = topics.flatMap((topic) => (topic.startsWith('format:') ? [topic.slice('format:'.length)] : []));
    // A format that is not one of those known may be any of them.
    if (known.length === 0 || known.some((names) => names.length === 0) || found.length === 0) return;
    if (known.some((names) => names.some((name) => found.includes(name)))) return;
    const args = { path, found: found.join(', '), declared: declared.join(', ') };
    report(main.uri, range, 'otherFormats', args, { severity: 'warning' });
  },
};

function missing<T extends Topic>(topics: readonly Topic[], wanted: readonly T[]): readonly T[] {
  return wanted.filter((topic) => !topics.includes(topic));
}
