// Makes the evidence of the example dossiers again and writes its digests into their manifests.
//
//   node scripts/make-example-evidence.mjs            what is made by plain code, the same bytes everywhere
//   node scripts/make-example-evidence.mjs --draw     also captures, films and the letter (see render.mjs)
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clinicalDocument, xdmArchive } from './example-evidence/clinical-document.mjs';
import { letter } from './example-evidence/identity.mjs';
import { documentMail, identityMessage, noReplyMail } from './example-evidence/messages.mjs';
import { pinDigests } from './example-evidence/pin-digests.mjs';
import { specimenFiles } from './example-evidence/specimens.mjs';
import { statements } from './example-evidence/statements.mjs';
import * as texts from './example-evidence/texts.mjs';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const evidence = join(examples, 'moncabinet', 'preuves');

if (process.argv.includes('--draw')) {
  const { render } = await import('./example-evidence/render.mjs');
  await render(evidence);
}

const pdf = readFileSync(join(evidence, 'mssante', letter.pdf));
const cda = clinicalDocument(pdf);
const archive = xdmArchive(cda);
const made = {
  ...statements,
  'annuaire/ANN-va1.01.01.01-rapport-import.txt': texts.directoryImportReport,
  'comptes/SSI-IE.30.03.01-controle-rpps.log': texts.rppsControlJournal,
  'dmp/DMP-UX.50.01.02-td02-td03.log': texts.dmpAccessJournal,
  'mssante/MSS-CONF.02.01.01-tls.conf': texts.tlsConfiguration,
  'mssante/MSS-CONF.02.01.02-connexion.log': texts.tlsJournal,
  'mssante/MSS-CONF.15.01.02-envoi.eml': documentMail(archive, pdf),
  'mssante/MSS-CONF.15.01.03-lettre.xml': cda,
  'mssante/MSS-CONF.21.01.02-sans-reponse.eml': noReplyMail(),
  'mssante/MSS-CONF.22.01.01-CacheCrl.java': texts.crlSource,
  'mssante/MSS-UX.37.01.02-historique.log': texts.receivedDocumentJournal,
  'mssante/MSS-UX.37.01.02-identite-adt.txt': identityMessage(),
  'mssante/MSS-UX.39.01.02-IHE_XDM.zip': archive,
  'securite/SSI-GEN.09.01.01-matrice-flux.csv': texts.networkFlows,
};
for (const [path, content] of Object.entries(made)) put(join(evidence, path), content);

const specimens = join(examples, 'specimens', 'preuves');
rmSync(specimens, { recursive: true, force: true });
for (const { path, content, copyOf } of specimenFiles) {
  const target = join(specimens, path);
  if (copyOf === undefined) put(target, content);
  else copy(join(evidence, copyOf), target);
}

for (const file of filesOf(examples)) if (file.endsWith('.preuves.yaml')) pin(file);

const drawn = filesOf(evidence).map((file) => relative(evidence, file).replaceAll('\\', '/'));
console.log(`made again: ${Object.keys(made).length} files, ${specimenFiles.length} specimens`);
console.log('only committed (drawn with --draw):');
for (const path of drawn) if (!(path in made)) console.log(`  ${path}`);

function pin(file) {
  const text = readFileSync(file, 'utf8');
  const { pinned, missing } = pinDigests(text, dossierOf(file));
  for (const path of missing) console.log(`no digest for ${path} (${relative(examples, file)})`);
  if (pinned !== text) writeFileSync(file, pinned);
}

/** Paths in a fragment are relative to the main manifest, which stands in the example's own folder. */
function dossierOf(file) {
  return dirname(file).endsWith('exigences') ? dirname(dirname(file)) : dirname(file);
}

function put(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
