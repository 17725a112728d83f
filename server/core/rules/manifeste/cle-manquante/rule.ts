import type { Dossier } from '../../../dossier/dossier';
import type { Finding } from '../../../findings/finding';
import type { Fix } from '../../../fixes/fix';
import { lineEnding, manifestFile, textOf } from '../../../fixes/manifest-text';
import { applyChanges } from '../../../fixes/verified';
import { parseManifest } from '../../../manifest/parse-manifest';
import { sources } from '../../sources';
import { absentKeys } from '../../structure-problems';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'manifeste/cle-manquante',
    defaultSeverity: 'error',
    fixable: true,
    safelyFixable: true,
    since: '0.1.0',
    summary: { fr: 'Une clé obligatoire est absente ou vide.', en: 'A required key is absent or empty.' },
    why: {
      fr: 'Sans elle, ce qui l’entoure n’a pas de sens : une relecture sans avis ne dit rien.',
      en: 'Without it what surrounds it has no meaning: a review without opinion says nothing.',
    },
    avoid: 'revue: { par: A. Martin, le: 2026-11-03 }',
    prefer: 'revue: { par: A. Martin, le: 2026-11-03, avis: suffisante }',
    source: sources.format,
    messages: {
      missing: {
        fr: 'La clé « {key} » est obligatoire dans « {in} » : ajoutez-la, avec sa valeur.',
        en: 'Key “{key}” is required in “{in}”: add it, with its value.',
      },
    },
  },
  file(file, report) {
    for (const { range, args } of absentKeys(file, 'missingKey')) {
      // exigence/non-applicable-sans-justification says it, with what a justification is for.
      if (args['key'] === 'justification') continue;
      report(range, 'missing', args, { data: { key: String(args['key']) } });
    }
  },
  fixes: (finding, dossier) => (finding.data?.['key'] === 'version' ? formatVersion(finding, dossier) : []),
};

/** The only required key whose value is known: the format has one version. */
function formatVersion({ uri }: Finding, dossier: Dossier): Fix[] {
  const text = textOf(dossier, uri);
  if (text === undefined || /^(?:\uFEFF?%|version\s*:)/m.test(text)) return [];
  const offset = text.startsWith('\uFEFF') ? 1 : 0;
  const fix: Fix = {
    title: { fr: 'Ajouter « version: 1 »', en: 'Add “version: 1”' },
    edits: [{ uri, range: { start: offset, end: offset }, text: `version: 1${lineEnding(text)}` }],
    preferred: true,
    safe: true,
  };
  return keepsSections(fix, dossier) ? [fix] : [];
}

/** Above keys that all stand at a margin, or a text in brackets, it would hide them, whatever else is wrong in the file. */
function keepsSections(fix: Fix, dossier: Dossier): boolean {
  return fix.edits.every(({ uri }) => {
    const before = manifestFile(dossier, uri)?.parsed;
    if (!before) return false;
    const after = parseManifest(applyChanges(before.text, fix.edits), before);
    const expected = ['version', ...before.keys.map(({ value }) => value)];
    return expected.length === after.keys.length && expected.every((key, at) => after.keys[at]?.value === key);
  });
}
