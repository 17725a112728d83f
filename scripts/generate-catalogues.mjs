// Makes the built-in catalogues, one per dispositif, and the lists that need no catalogue (dispositifs, domains)
// from catalogues/source.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { readSources } from './catalogue-sources.mjs';
import { importTypeScript } from './import-typescript.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const REMARKS = [
  'Reconstitution de travail, non officielle : le classeur de l’ANS, une fois importé, fait foi. Textes reformulés ;',
  'chaque entrée garde sa source et sa confiance. Les sources lues ne donnent pas les chapitres : les domaines en tiennent lieu.',
  'Unofficial working reconstruction: the imported ANS workbook always wins. Texts are paraphrased; each entry keeps its',
  'source and confidence. The sources read do not give the chapters: domains stand for them.',
  'Fichier engendré depuis catalogues/source par scripts/generate-catalogues.mjs. Generated: do not edit.',
];

const NATURES = {
  obligatoire: 'EXIGENCE',
  preconisation: 'PRECONISATION',
  mixte: 'EXIGENCE',
  inconnue: 'INCONNUE',
  supprimee: 'SUPPRIMEE',
};
const STATE_WORDS = { obsolete: 'obsolète', a_retravailler: 'à retravailler' };

/** @returns path (relative to the repository) → content of each generated file. */
export async function outputs() {
  const core = await importTypeScript(
    'server/core/catalogue/build-catalogue.ts',
    'server/core/catalogue/write-catalogue.ts',
    'server/core/catalogue/evidence-types.ts',
  );
  const sources = readSources(path.join(root, 'catalogues/source'), new Set(core.evidenceTypes.map((type) => type.id)));
  const files = new Map();
  const summaries = [];
  for (const dispositif of sources.dispositifs) {
    const catalogue = core.buildCatalogue(catalogueOf(dispositif, sources));
    files.set(`catalogues/${dispositif.id}.rem.yaml`, core.writeCatalogue(catalogue, REMARKS));
    summaries.push(summaryOf(dispositif, catalogue));
  }
  await addList(files, {
    name: 'dispositifs',
    type: 'DispositifSummary',
    from: './dispositif-summary',
    doc: 'Every dispositif with a built-in catalogue, so that listing them reads none.',
    values: summaries,
  });
  await addList(files, {
    name: 'builtInDomains',
    file: 'built-in-domains',
    type: 'DomainSections',
    from: './domain-of-id',
    doc: 'Domains of the field and the beginnings of ids that belong to each.',
    values: sources.domains.map(({ id, nom, sections }) => ({ id, name: nom, sections })),
  });
  await addList(files, {
    name: 'catalogueSources',
    file: 'catalogue-sources',
    type: 'CatalogueSource',
    from: './catalogue-source',
    doc: 'What the built-in catalogues were read from, and how many of their requirements rest on each.',
    values: [...sources.sources.values()].map((source) => sourceOf(source, sources)),
  });
  return files;
}

/** A source, with the number of requirements that rest on it, by dispositif and by confidence. */
function sourceOf({ cle, url, contenu }, { requirements, dispositifs }) {
  const own = requirements.filter(({ source }) => source === cle);
  const counted = (keys) => {
    const counts = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  const known = new Set(dispositifs.map(({ id }) => id));
  return {
    key: cle,
    url,
    content: contenu,
    requirements: counted(
      own.flatMap((one) =>
        [...new Set([...one.dispositifs, ...(one.vu_dans_rem_publie ?? [])])].filter((id) => known.has(id)),
      ),
    ),
    confidence: counted(own.map(({ confiance }) => confiance)),
  };
}

/** @returns the content of the catalogue file of one dispositif. */
function catalogueOf(dispositif, { requirements, domains, sources }) {
  const own = requirements.flatMap((requirement) => requirementOf(requirement, dispositif, domains, sources) ?? []);
  const used = domains.filter((domain) => own.some((requirement) => requirement.domaine === domain.id));
  return {
    version: 1,
    dispositif: dispositif.id,
    nom: dispositif.nom,
    couloir: dispositif.couloir,
    vague: dispositif.vague,
    id_vu: dispositif.code_vu,
    etat: own.length === 0 ? 'a_importer' : 'partiel',
    source: mostFrequent(own.map((requirement) => requirement.source)),
    domaines: used.map(({ id, nom }) => ({ id, nom })),
    chapitres: used.map(({ nom }) => ({ nom })),
    exigences: own,
  };
}

function mostFrequent(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

/** @returns the requirement as this dispositif's catalogue has it, or undefined when it is none of its own. */
function requirementOf(item, dispositif, domains, sources) {
  const listed = item.dispositifs.includes(dispositif.id);
  // Noted by a third party in the published REM of a dispositif whose working version did not have it.
  const published = item.vu_dans_rem_publie?.includes(dispositif.id) === true;
  if (!listed && !published) return undefined;
  const notes = [];
  if (item.note !== undefined) notes.push(item.note);
  if (item.nature === 'mixte') notes.push('obligatoire ou recommandée selon le REM');
  if (!listed)
    notes.push(
      `reprise ici parce qu’un tiers la relève dans le REM ${dispositif.id} publié ; énoncé d’une autre version`,
    );
  const state = item.etat_source;
  const concerned = state !== undefined && (state.pour === 'tous' || state.pour.includes(dispositif.cle_outil_ans));
  const stateText =
    state &&
    `${state.etat === 'obsolete' ? 'obsolete' : 'a retravailler'} dans la reprise de 2023 pour ${state.pour === 'tous' ? 'tous les REM' : state.pour.join(', ')}`;
  // A requirement of the published REM is in force, whatever the working version of 2023 says of it.
  if (concerned && published) notes.push(`${STATE_WORDS[state.etat]} dans la reprise de 2023`);
  return {
    id: item.id,
    id_socle: item.id_socle,
    ids_vague1: item.ids_vague1,
    domaine: item.domaine,
    chapitre: domains.find((domain) => domain.id === item.domaine).nom,
    profils: item.profils,
    nature: NATURES[item.nature],
    texte: item.texte,
    clause: item.clause,
    etat_source: concerned && !published ? stateText : undefined,
    note: notes.length === 0 ? undefined : notes.join(' ; '),
    confiance: listed ? item.confiance : 'tierce',
    source: sources.get(item.source).url,
    scenarios: item.scenarios
      // `rem_source`: the scenario was only in the working sheets of these tools.
      ?.filter((scenario) => scenario.rem_source?.includes(dispositif.cle_outil_ans) ?? true)
      .map((scenario) => scenarioOf(scenario)),
  };
}

function scenarioOf(scenario) {
  const { preuves, ...kept } = scenario;
  delete kept.rem_source;
  const made = kept.id_derive ? { id_derive: true } : {};
  return { ...kept, ...(preuves && { preuves: preuves.map((proof) => ({ ...proof, ...made })) }) };
}

function summaryOf(dispositif, catalogue) {
  const scenarios = catalogue.requirements.flatMap((requirement) => requirement.scenarios);
  return {
    id: dispositif.id,
    name: dispositif.nom,
    corridor: dispositif.couloir,
    wave: dispositif.vague,
    idSeen: dispositif.code_vu,
    state: catalogue.state,
    requirements: catalogue.requirements.length,
    scenarios: scenarios.length,
    proofs: scenarios.flatMap((scenario) => scenario.proofs).length,
    profiles: catalogue.profiles,
    ...(dispositif.document !== undefined && { document: dispositif.document }),
    ...(dispositif.note !== undefined && { note: dispositif.note }),
    source: dispositif.source,
    ...(dispositif.anciens_ids && { formerIds: dispositif.anciens_ids }),
  };
}

async function addList(files, { name, file = name, type, from, doc, values }) {
  const output = `server/core/catalogue/${file}.generated.ts`;
  const text = `// Generated from catalogues/source by scripts/generate-catalogues.mjs. Do not edit.
import type { ${type} } from '${from}';

/** ${doc} */
export const ${name}: readonly ${type}[] = ${JSON.stringify(values, null, 2)};
`;
  const options = await resolveConfig(path.join(root, output));
  files.set(output, await format(text, { ...options, parser: 'typescript' }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of await outputs()) fs.writeFileSync(path.join(root, file), content);
}
