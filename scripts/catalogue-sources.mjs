// Reads catalogues/source and refuses anything it can not classify: a typing mistake there would silently become a fact.
import fs from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';

const NATURES = ['obligatoire', 'preconisation', 'mixte', 'inconnue', 'supprimee'];
const CONFIDENCES = ['vu', 'tierce', 'cite', 'deduit'];
const STATES = ['obsolete', 'a_retravailler'];

const KEYS = {
  dispositif: {
    required: ['id', 'nom', 'couloir', 'vague', 'code_vu', 'source'],
    optional: ['anciens_ids', 'cle_outil_ans', 'document', 'note'],
  },
  domain: { required: ['id', 'nom', 'sections'], optional: [] },
  source: { required: ['cle', 'url', 'contenu'], optional: [] },
  requirement: {
    required: ['id', 'dispositifs', 'profils', 'nature', 'source', 'confiance'],
    optional: ['id_socle', 'ids_vague1', 'vu_dans_rem_publie', 'clause', 'texte', 'etat_source', 'note', 'scenarios'],
  },
  state: { required: ['etat', 'pour'], optional: [] },
  scenario: { required: ['id'], optional: ['rem_source', 'id_derive', 'mode', 'references', 'etapes', 'preuves'] },
  proof: {
    required: ['id', 'types', 'attendu'],
    optional: ['cas', 'selon_cas', 'condition', 'cas_de_test', 'id_atypique'],
  },
};

/**
 * @param {string} folder catalogues/source
 * @param {ReadonlySet<string>} evidenceTypes known ids of evidence types
 * @returns {{ dispositifs, domains, sources: Map<string, object>, requirements }} requirements carry their `domaine`, in the order of the domains
 * @throws one error that lists everything unclassified
 */
export function readSources(folder, evidenceTypes) {
  const checker = new Checker();
  const read = (name) => readYaml(path.join(folder, name), checker);
  const dispositifs = read('dispositifs.yaml').dispositifs;
  const domains = read('domaines.yaml').domaines;
  const sources = read('sources.yaml').sources;
  const { gazelle, mssante } = read('cas-de-test.yaml');
  for (const item of dispositifs) checker.keys(item, KEYS.dispositif, `dispositifs.yaml ${item.id}`);
  for (const item of domains) checker.keys(item, KEYS.domain, `domaines.yaml ${item.id}`);
  for (const item of sources) checker.keys(item, KEYS.source, `sources.yaml ${item.cle}`);
  const known = {
    evidenceTypes,
    dispositifs: new Set(dispositifs.map((item) => item.id)),
    tools: new Set(dispositifs.flatMap((item) => item.cle_outil_ans ?? [])),
    domains: new Set(domains.map((item) => item.id)),
    sources: new Set(sources.map((item) => item.cle)),
    profiles: new Set(read('profils.yaml').profils),
    testCases: new Set([...gazelle, ...mssante]),
  };
  const byDomain = new Map(domains.map((item) => [item.id, []]));
  for (const name of fs.readdirSync(path.join(folder, 'exigences')).sort()) {
    const file = read(path.join('exigences', name));
    checker.keys(file, { required: ['domaine', 'exigences'], optional: [] }, name);
    checker.oneOf(file.domaine, known.domains, `${name} domaine`);
    if (`${file.domaine}.yaml` !== name) checker.fail(`${name}: named after another domain`);
    for (const requirement of file.exigences) {
      checkRequirement(requirement, known, checker, `${name} ${requirement.id}`);
      byDomain.get(file.domaine)?.push({ ...requirement, domaine: file.domaine });
    }
  }
  const requirements = [...byDomain.values()].flat();
  checker.unique(
    requirements.map((item) => item.id),
    'requirement',
  );
  checker.finish();
  return { dispositifs, domains, sources: new Map(sources.map((item) => [item.cle, item])), requirements };
}

function checkRequirement(item, known, checker, where) {
  checker.keys(item, KEYS.requirement, where);
  checker.oneOf(item.nature, NATURES, `${where} nature`);
  checker.oneOf(item.confiance, CONFIDENCES, `${where} confiance`);
  checker.oneOf(item.source, known.sources, `${where} source`);
  checker.allOf(item.dispositifs, known.dispositifs, `${where} dispositifs`);
  checker.allOf(item.vu_dans_rem_publie, known.dispositifs, `${where} vu_dans_rem_publie`);
  checker.allOf(item.profils, known.profiles, `${where} profils`);
  if (item.etat_source !== undefined) {
    checker.keys(item.etat_source, KEYS.state, `${where} etat_source`);
    checker.oneOf(item.etat_source.etat, STATES, `${where} etat_source`);
    if (item.etat_source.pour !== 'tous') checker.allOf(item.etat_source.pour, known.tools, `${where} etat_source`);
  }
  for (const scenario of item.scenarios ?? []) {
    const at = `${where} ${scenario.id}`;
    checker.keys(scenario, KEYS.scenario, at);
    checker.allOf(scenario.rem_source, known.tools, `${at} rem_source`);
    if (scenario.mode !== undefined) checker.oneOf(scenario.mode, ['au_moins_un'], `${at} mode`);
    for (const proof of scenario.preuves ?? []) {
      checker.keys(proof, KEYS.proof, `${at} ${proof.id}`);
      checker.allOf(proof.types, known.evidenceTypes, `${at} ${proof.id} types`);
      checker.allOf(proof.cas_de_test, known.testCases, `${at} ${proof.id} cas_de_test`);
    }
  }
}

function readYaml(file, checker) {
  const document = parseDocument(fs.readFileSync(file, 'utf8'));
  for (const problem of [...document.errors, ...document.warnings]) checker.fail(`${file}: ${problem.message}`);
  return document.toJS();
}

class Checker {
  #failures = [];

  fail(message) {
    this.#failures.push(message);
  }

  keys(item, { required, optional }, where) {
    for (const key of required) if (item[key] === undefined) this.fail(`${where}: missing key ${key}`);
    for (const key of Object.keys(item)) {
      if (!required.includes(key) && !optional.includes(key)) this.fail(`${where}: unknown key ${key}`);
    }
  }

  oneOf(value, known, where) {
    if (![...known].includes(value)) this.fail(`${where}: unknown value ${value}`);
  }

  allOf(values, known, where) {
    if (values === undefined) return;
    if (!Array.isArray(values)) this.fail(`${where}: not a list`);
    else for (const value of values) this.oneOf(value, known, where);
  }

  unique(ids, what) {
    const seen = new Set();
    for (const id of ids) {
      if (seen.has(id)) this.fail(`${what} ${id} is described twice`);
      seen.add(id);
    }
  }

  finish() {
    if (this.#failures.length > 0) throw new Error(`catalogues/source:\n  ${this.#failures.join('\n  ')}`);
  }
}
