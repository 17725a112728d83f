import { createHash } from 'node:crypto';
import { clinicalContent } from './clinical-content.mjs';
import { evidenceContent } from './evidence-content.mjs';
import { between, pick, random } from './random.mjs';

/** Requirements whose evidence may be files; beyond them evidence is links and execution numbers only. */
const REQUIREMENTS_WITH_FILES = 300;
const FILE_SHARE = 0.4;

const chapters = [
  { prefix: 'INS', domain: 'ins', name: 'Identité nationale de santé' },
  { prefix: 'DMP', domain: 'dmp', name: 'DMP / Mon espace santé' },
  { prefix: 'MSS', domain: 'mssante', name: 'Messagerie sécurisée de santé' },
  { prefix: 'PSC', domain: 'psc', name: 'Pro Santé Connect' },
  { prefix: 'CDA', domain: 'cisis_documents', name: 'Documents de santé et CI-SIS' },
  { prefix: 'ANN', domain: 'annuaire', name: 'Annuaire Santé' },
  { prefix: 'PORT', domain: 'portabilite', name: 'Portabilité des données' },
];
const fileTypes = [
  { type: 'capture_ecran', extension: 'png' },
  { type: 'log', extension: 'log' },
  { type: 'procedure', extension: 'pdf' },
];
/** Files that are long to read. */
const clinicalTypes = {
  messages: [
    { type: 'document_cda', extension: 'xml', clinical: true },
    { type: 'dump_hl7', extension: 'hl7', clinical: true },
  ],
  papers: [{ type: 'procedure', extension: 'pdf', clinical: true }],
};
const words = (
  'le logiciel affiche la liste des dossiers puis enregistre la demande avec la trace horodatée du message reçu et ' +
  'signale à la personne connectée que le document transmis attend une relecture avant son envoi au correspondant choisi'
).split(' ');

/**
 * Requirements, scenarios, expected proofs and the evidence that answers them; all invented and seeded. About 3 scenarios
 * and 5.8 pieces of evidence for each requirement: more than a real dossier has.
 * @param {number} count number of requirements
 * @param {Date} today evidence is dated of the forty days before
 * @param {{ requirementsWithFiles?: number, fileShare?: number, clinical?: 'messages' | 'papers' }} evidence how many of the
 *   first requirements may have files as evidence, which share of it then is, and whether these are CDA and HL7 v2, or PDF,
 *   as long as real ones
 */
export function generateModel(count, today, evidence = {}) {
  const { requirementsWithFiles = REQUIREMENTS_WITH_FILES, fileShare = FILE_SHARE, clinical } = evidence;
  const types = clinical === undefined ? fileTypes : clinicalTypes[clinical];
  const next = random(20_261_121 + count);
  const requirements = [];
  for (let index = 0; index < count; index++) {
    const chapter = chapters[index % chapters.length];
    const id = `${chapter.prefix}/BANC.${String(Math.floor(index / chapters.length) + 1).padStart(4, '0')}`;
    const scenarios = [];
    const scenarioCount = between(next, 2, 4);
    for (let s = 1; s <= scenarioCount; s++) {
      const scenarioId = `${id}.${two(s)}`;
      const proofs = [];
      const proofCount = between(next, 1, 3);
      for (let p = 1; p <= proofCount; p++) {
        const mayBeFile = index < requirementsWithFiles;
        proofs.push(proof(next, { index, chapter, id: `${scenarioId}.${two(p)}`, today, mayBeFile, fileShare, types }));
      }
      scenarios.push({ id: scenarioId, steps: [sentence(next, 6, 10), sentence(next, 6, 10)], proofs });
    }
    requirements.push({ id, chapter, text: sentence(next, 18, 30), scenarios });
  }
  return { chapters, requirements };
}

function proof(next, { index, chapter, id, today, mayBeFile, fileShare, types }) {
  const evidence = { date: daysBefore(today, between(next, 3, 40)), comment: sentence(next, 5, 10) };
  if (mayBeFile && next() < fileShare) {
    const { type, extension, clinical } = pick(next, types);
    const file = `preuves/${chapter.prefix}/${id.replace('/', '-')}.${extension}`;
    const content = (clinical ? clinicalContent : evidenceContent)(extension, id, evidence.date);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { id, type, expected: sentence(next, 4, 8), evidence: { ...evidence, file, content, sha256 } };
  }
  // Both kinds must be different everywhere: the same link or number for two proofs would be a finding.
  const serial = index * 100 + Number(id.slice(-5, -3)) * 10 + Number(id.slice(-2));
  if (chapter.prefix === 'MSS') {
    const type = 'identifiant_execution_mssante';
    return { id, type, expected: sentence(next, 4, 8), evidence: { ...evidence, execution: 1000 + serial } };
  }
  const link = `https://interop.referencement.esante.gouv.fr/evs/report.seam?oid=1.2.250.1.213.1.${serial}`;
  return { id, type: 'lien_permanent_gazelle', expected: sentence(next, 4, 8), evidence: { ...evidence, link } };
}

function sentence(next, least, most) {
  const chosen = Array.from({ length: between(next, least, most) }, () => pick(next, words)).join(' ');
  return `${chosen.charAt(0).toUpperCase()}${chosen.slice(1)}.`;
}

export function daysBefore(today, days) {
  return new Date(today.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}

function two(number) {
  return String(number).padStart(2, '0');
}
