import Ajv2020 from 'ajv/dist/2020';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfiguration } from '../../server/core/configuration/read-configuration';
import { rules } from '../../server/core/rules/registry';
import { defaultLayoutText } from '../../server/core/configuration/entry-layout';

const layouts = [
  defaultLayoutText,
  '{nom}',
  '{ordre}/{preuve} {nom}',
  'Preuves/{scenario} – {nom}',
  'a/b/c/d/e/f/{nom}',
  'a/b/c/d/e/f/g/{nom}',
  '.a/{nom}',
  '../{nom}',
  './{nom}',
  ' .. /{nom}',
  'a//{nom}',
  '/{nom}',
  'C:/{nom}',
  'a\\{nom}',
  '{dossier}/{nom}',
  '{}{nom}',
  '{ordre{nom}',
  'a}{nom}',
  '{preuve}',
  '{nom}.pdf',
  '{nom}/{nom}',
  '{nom} {nom}',
  ' ',
];
const texts = [
  'version: 1\n',
  'version: 2\n',
  'autre: 1\n',
  '- 1\n',
  'gravites: { preuve/empreinte-absente: warning, agrement: off }\n',
  'gravites: { preuve/inconnue: warning }\n',
  'gravites: { agrement: grave }\n',
  'gravites: off\n',
  'ignorer: [{ fichiers: [a/**], regles: [preuve/autre-version], raison: Oui }]\n',
  'ignorer: [{ fichiers: a, raison: Oui }]\n',
  'ignorer: [{ fichiers: a }]\n',
  'ignorer: [{ raison: Oui }]\n',
  'ignorer: [{ fichiers: a, regles: [inconnue], raison: Oui }]\n',
  'ignorer: [a]\n',
  'ignorer: a\n',
  'depot: { nom: "{nom}" }\n',
  'depot: "{nom}"\n',
  'depot: { noms: [a] }\n',
  ...layouts.map((layout) => `depot: { noms: ${JSON.stringify(layout)} }\n`),
];

describe('the JSON Schema of segur.config.yaml', () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
  const validate = ajv.compile(
    JSON.parse(readFileSync(join('schemas', 'configuration.schema.json'), 'utf8')) as object,
  );
  const known = new Set(rules.map(({ meta }) => meta.id));

  for (const text of texts) {
    it(`agrees with the reader on ${text.trim()}`, () => {
      const { problems } = readConfiguration({ text }, 'file:///segur.config.yaml', known);
      assert.equal(validate(parse(text)), problems.length === 0, JSON.stringify([problems, validate.errors]));
    });
  }
});
