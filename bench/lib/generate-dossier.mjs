import fs from 'node:fs';
import path from 'node:path';
import { importTypeScript } from '../../scripts/import-typescript.mjs';
import { generateModel } from './generate-model.mjs';
import { CATALOGUE_PATH, catalogueText, manifestLines } from './generate-texts.mjs';
import { plantFindings } from './plant-findings.mjs';

/**
 * Writes a dossier (manifest, catalogue, evidence) into `folder`, replacing what was there.
 * @param {{ requirementsWithFiles?: number, fileShare?: number }} evidence how much of it is files; see generateModel
 * @returns what the measures need to know of it
 */
export async function generateDossier(folder, count, today, evidence = {}) {
  fs.rmSync(folder, { recursive: true, force: true });
  const model = generateModel(count, today, evidence);
  await addFingerprints(model);
  write(path.join(folder, CATALOGUE_PATH), catalogueText(model, today));
  const proofs = model.requirements.flatMap((each) => each.scenarios.flatMap((scenario) => scenario.proofs));
  const files = proofs.filter((proof) => proof.evidence.file !== undefined);
  for (const proof of files) write(path.join(folder, proof.evidence.file), proof.evidence.content);
  const lines = manifestLines(model, today);
  const planted = plantFindings(lines, today);
  const text = lines.join('\n') + '\n';
  const manifest = path.join(folder, 'banc.preuves.yaml');
  write(manifest, text);
  return {
    folder,
    manifest,
    text,
    lines,
    planted,
    requirements: count,
    evidence: proofs.length,
    files: files.length,
    evidenceFiles: files.map((proof) => path.join(folder, proof.evidence.file)),
    bytes: Buffer.byteLength(text),
  };
}

/** As a dossier that was written with the tool has them: without, each requirement would get a remark. */
async function addFingerprints({ requirements }) {
  const { fingerprint } = await importTypeScript('server/core/catalogue/fingerprint');
  for (const requirement of requirements) {
    const { text, scenarios } = requirement;
    const steps = (scenario) => scenario.steps.map((step) => ({ text: step }));
    requirement.fingerprint = fingerprint({
      text,
      scenarios: scenarios.map((scenario) => ({ steps: steps(scenario), proofs: scenario.proofs })),
    });
  }
}

function write(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}
