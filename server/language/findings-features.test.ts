import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type CodeAction, type Diagnostic } from 'vscode-languageserver-types';
import { FindingWords } from '../core/engine/render-finding';
import type { Fix } from '../core/fixes/fix';
import type { Rule } from '../core/rules/rule';
import { analyse, mainUri, manifest } from '../../test/kit/dossier-kit';
import { rulePageCommand } from '../../protocol/commands';
import { codeActions, type ConfigurationPlace } from './code-actions';
import { diagnosticsOf, mostDiagnostics } from './diagnostics';

const none = { fr: '', en: '' };
/** Reports every requirement id, beside the one before it; each fix writes it in capitals. */
const shouting: Rule = {
  meta: {
    id: 'essai/crier',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.0.0',
    summary: none,
    why: none,
    avoid: '',
    prefer: '',
    source: none,
    messages: {
      quiet: { fr: '« {id} » parle bas', en: '“{id}” speaks low' },
      before: { fr: 'après « {id} »', en: 'after “{id}”' },
    },
  },
  dossier(dossier, report) {
    dossier.requirements.forEach(({ uri, base, value }, index) => {
      const place = ({ start, end }: { start: number; end: number }) => ({ start: start + base, end: end + base });
      const before = dossier.requirements[index - 1];
      const related = before
        ? [
            {
              uri: before.uri,
              range: { start: before.base, end: before.base + 1 },
              message: 'before',
              args: { id: before.value.facts.id.value },
            },
          ]
        : [];
      report(uri, place(value.facts.id.range), 'quiet', { id: value.facts.id.value }, { related, data: { index } });
    });
  },
  fixes(finding): Fix[] {
    const { uri, range, args } = finding;
    const text = String(args.id).toUpperCase();
    return [
      {
        title: { fr: 'Crier {id}', en: 'Shout {id}' },
        args,
        edits: [{ uri, range, text }],
        preferred: true,
        safe: true,
      },
    ];
  },
};
const text = manifest('exigences:\n  a.01:\n  b.01:\n');

async function setUp() {
  const { analysis } = await analyse([shouting], { main: text });
  const document = TextDocument.create(mainUri, '', 7, text);
  const context = { words: new FindingWords([shouting]), locale: 'fr' as const, documentOf: () => document };
  return {
    analysis,
    document,
    diagnostics: diagnosticsOf(mainUri, [...analysis.findings, ...analysis.findings], context),
  };
}

describe('diagnostics', () => {
  it('carry place, rule, page, words and related places; what two dossiers say alike is said once', async () => {
    const { diagnostics } = await setUp();
    assert.equal(diagnostics.length, 2);
    assert.deepEqual(diagnostics[1], {
      range: { start: { line: 13, character: 2 }, end: { line: 13, character: 6 } },
      severity: DiagnosticSeverity.Warning,
      source: 'segur',
      code: 'essai/crier',
      codeDescription: { href: 'https://github.com/segur-preuves/segur-preuves/blob/main/docs/rules/essai/crier.md' },
      message: '« b.01 » parle bas',
      relatedInformation: [
        {
          location: { uri: mainUri, range: { start: { line: 12, character: 0 }, end: { line: 12, character: 1 } } },
          message: 'après « a.01 »',
        },
      ],
      data: { index: 1 },
    });
  });
});

describe('diagnostics of a file with very many findings', () => {
  it('are the first ones, behind one that says so as loudly as the worst of them all', async () => {
    const { analysis, document } = await setUp();
    const [one] = analysis.findings;
    assert.ok(one);
    const many = Array.from({ length: mostDiagnostics + 3 }, (_, index) => ({ ...one, args: { id: `x${index}` } }));
    const context = { words: new FindingWords([shouting]), documentOf: () => document };
    const shown = (findings: typeof analysis.findings, locale: 'fr' | 'en' = 'fr') =>
      diagnosticsOf(mainUri, findings, { ...context, locale });
    assert.equal(shown(many.slice(0, mostDiagnostics)).at(-1)?.message, `« x${mostDiagnostics - 1} » parle bas`);
    const all = [...many.slice(0, -1), { ...one, severity: 'error' as const }, { ...one, uri: 'file:///autre' }];
    const diagnostics = shown(all);
    assert.equal(diagnostics.length, mostDiagnostics + 1);
    const [first] = diagnostics;
    assert.deepEqual(
      [first?.message, first?.severity, first?.code],
      [
        'Ce fichier a 5 003 constats : seuls les 5 000 premiers sont envoyés à l’éditeur, qui peut en montrer moins. Corrigez-les, les suivants viendront.',
        DiagnosticSeverity.Error,
        undefined,
      ],
    );
    const said = shown(many, 'en')[0]?.message;
    assert.ok(
      typeof said === 'string' && said.startsWith('This file has 5,003 findings: only the first 5,000 are sent'),
      JSON.stringify(said),
    );
    assert.equal(shown(many)[0]?.severity, DiagnosticSeverity.Warning);
  });
});

describe('code actions', () => {
  const actionsFor = async (
    only?: readonly string[],
    versioned = true,
    configuration?: ConfigurationPlace,
    cost = 0,
  ) => {
    const { analysis, document, diagnostics } = await setUp();
    const diagnostic = diagnostics[1] as Diagnostic;
    return codeActions({
      uri: mainUri,
      range: diagnostic.range,
      diagnostics: [diagnostic],
      only,
      findings: analysis.findings.map((finding) => ({ finding, dossier: analysis.dossier })),
      rules: new Map([[shouting.meta.id, shouting]]),
      locale: 'fr',
      versioned,
      canShowPage: true,
      configuration,
      safeEdits: (trials) => {
        trials.take(cost);
        return analysis.findings.flatMap((finding) => shouting.fixes?.(finding, analysis.dossier)[0]?.edits ?? []);
      },
      documentOf: () => document,
      mayEdit: () => true,
      uncitedOf: () => undefined,
      versionOf: () => 7,
    });
  };
  const applied = (action: CodeAction | undefined) => {
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.equal(change.textDocument.version, 7);
    return TextDocument.applyEdits(
      TextDocument.create(mainUri, '', 7, text),
      change.edits.flatMap((edit) => ('newText' in edit ? [edit] : [])),
    ).slice(manifest('').length);
  };

  it('offer the fixes of what stands there, then its page, and last to accept it', async () => {
    const actions = await actionsFor();
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Crier b.01', 'Ouvrir la page de la règle essai/crier', 'Accepter ici : essai/crier (raison à écrire)'],
    );
    assert.equal(applied(actions[0]), 'exigences:\n  a.01:\n  B.01:\n');
    assert.equal(actions[0]?.isPreferred, true);
    assert.equal(actions[0].diagnostics?.[0]?.message, '« b.01 » parle bas');
    assert.equal(applied(actions[2]), 'exigences:\n  a.01:\n  # segur-ignore essai/crier : \n  b.01:\n');
    assert.deepEqual(actions[1]?.command, {
      title: actions[1]?.title,
      command: rulePageCommand,
      arguments: ['essai/crier'],
    });
  });

  /** Asks for what a rule offers for the whole file, with so many findings in it. */
  const askedOfAll = async (rule: Rule, length: number): Promise<void> => {
    const { analysis, document } = await setUp();
    const [one] = analysis.findings;
    assert.ok(one);
    codeActions({
      uri: mainUri,
      range: { start: { line: 0, character: 0 }, end: document.positionAt(text.length) },
      diagnostics: [],
      only: undefined,
      findings: Array.from({ length }, () => ({ finding: one, dossier: analysis.dossier })),
      rules: new Map([[shouting.meta.id, rule]]),
      locale: 'fr',
      versioned: true,
      canShowPage: true,
      configuration: undefined,
      safeEdits: () => [],
      documentOf: () => document,
      mayEdit: () => true,
      uncitedOf: () => undefined,
      versionOf: () => 7,
    });
  };

  it('look for the fixes of some hundreds of findings of a range, however many there are', async () => {
    let asked = 0;
    const counting: Rule = { ...shouting, fixes: () => (asked++, []) };
    await askedOfAll(counting, 20_000);
    assert.equal(asked, 500);
  });

  it('try no more fixes of one range than some readings of the text allow', async () => {
    let tried = 0;
    const costly: Rule = {
      ...shouting,
      fixes: (...[, , , , trials]) => {
        if (trials?.take(200_000) === true) tried++;
        return [];
      },
    };
    await askedOfAll(costly, 50);
    assert.equal(tried, 3);
  });

  it('say that only the first safe fixes are applied where trying all costs too much', async () => {
    assert.deepEqual(
      (await actionsFor(['source.fixAll'], true, undefined, 10_000_000)).map(({ title }) => title),
      ['Appliquer les premières corrections sûres (à refaire pour les suivantes)'],
    );
  });

  it('apply all safe fixes when asked to', async () => {
    const actions = await actionsFor(['source.fixAll']);
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['source.fixAll.segur'],
    );
    assert.equal(applied(actions[0]), 'exigences:\n  A.01:\n  B.01:\n');
    assert.deepEqual(await actionsFor(['refactor']), []);
  });

  it('name no version to a client that knows none', async () => {
    const [fix] = await actionsFor(undefined, false);
    assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [mainUri]);
  });

  it('set the severity of the rule, in the file that is there or in a new one', async () => {
    const uri = 'file:///dossier/segur.config.yaml';
    const off = (actions: readonly CodeAction[]) => actions.find(({ title }) => title.startsWith('Désactiver'))?.edit;
    const created = off(await actionsFor(undefined, true, { uri }))?.documentChanges;
    assert.equal(created?.length, 2);
    assert.ok('kind' in created[0]! && created[0].kind === 'create');
    const changed = off(await actionsFor(undefined, true, { uri, text: 'version: 1\ngravites:\n' }))?.documentChanges;
    assert.deepEqual(changed, [
      {
        textDocument: { uri, version: null },
        edits: [
          {
            range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
            newText: '  essai/crier: off\n',
          },
        ],
      },
    ]);
  });

  it('prefer a piece to a place for one, and offer neither twice, nor a page where none can be opened', async () => {
    const { analysis, document } = await setUp();
    const [first] = analysis.findings;
    assert.ok(first);
    const missing: Rule = { ...shouting, meta: { ...shouting.meta, id: 'preuve/manquante' } };
    const finding = { ...first, rule: missing.meta.id, target: { requirement: 'a.01' } };
    const found = { finding, dossier: analysis.dossier };
    const range = { start: document.positionAt(first.range.start), end: document.positionAt(first.range.end) };
    const diagnostic = { range, message: 'x', source: 'segur', code: missing.meta.id };
    const offered = (attaching: boolean, diagnostics: Diagnostic[], canShowPage: boolean) =>
      codeActions({
        uri: mainUri,
        range,
        diagnostics,
        only: ['quickfix'],
        findings: [found, found],
        rules: new Map([[missing.meta.id, missing]]),
        locale: 'en',
        versioned: true,
        canShowPage,
        ...(attaching ? { attaching: { filesOf: () => [] } } : {}),
        configuration: undefined,
        safeEdits: () => [],
        documentOf: (uri) => (uri === mainUri ? document : undefined),
        mayEdit: () => true,
        uncitedOf: () => undefined,
        versionOf: () => 7,
      }).map(({ title, isPreferred, diagnostics: about }) => [title, isPreferred, about?.length]);
    const ways = ['Choose a file…', 'Link…', 'Execution number…', 'Statement…', 'Not applicable…'];
    assert.deepEqual(offered(true, [diagnostic], true), [
      ...ways.map((way) => [`${way} (a.01)`, undefined, 1]),
      ['Shout a.01', undefined, 1],
      ['Open the page of rule preuve/manquante', undefined, 1],
    ]);
    assert.deepEqual(offered(true, [], false), [
      ...ways.map((way) => [`${way} (a.01)`, undefined, undefined]),
      ['Shout a.01', undefined, undefined],
    ]);
    assert.deepEqual(offered(false, [diagnostic], false), [['Shout a.01', true, 1]]);
  });

  it('unite both versions of a file in conflict, at its marks and at its conflict, in both languages', async () => {
    const { analysis, document } = await setUp();
    const [first] = analysis.findings;
    assert.ok(first);
    const range = { start: document.positionAt(first.range.start), end: document.positionAt(first.range.end) };
    for (const [locale, message, title] of [
      ['fr', 'conflict', 'Réunir les deux versions pièce par pièce (d’après git)'],
      ['en', 'marker', 'Unite both versions piece by piece (from git)'],
      ['en', 'other', undefined],
    ] as const) {
      const [action] = codeActions({
        uri: mainUri,
        range,
        diagnostics: [],
        only: ['quickfix'],
        findings: [{ finding: { ...first, rule: 'yaml/syntaxe', message }, dossier: analysis.dossier }],
        rules: new Map(),
        locale,
        versioned: true,
        canShowPage: true,
        merges: true,
        configuration: undefined,
        safeEdits: () => [],
        documentOf: () => document,
        mayEdit: () => true,
        uncitedOf: () => undefined,
        versionOf: () => 7,
      });
      assert.deepEqual([action?.title, action?.diagnostics], [title, undefined]);
    }
  });

  it('apply no safe fix to a file of which something would be lost, and none of a text that is not at hand', async () => {
    const { analysis, document, diagnostics } = await setUp();
    const [diagnostic] = diagnostics;
    assert.ok(diagnostic);
    const offered = (mayEdit: boolean, isThere: boolean) =>
      codeActions({
        uri: mainUri,
        range: diagnostic.range,
        diagnostics: [diagnostic],
        only: ['quickfix', 'source.fixAll', 'suppress'],
        findings: analysis.findings.map((finding) => ({ finding, dossier: analysis.dossier })),
        rules: new Map([[shouting.meta.id, shouting]]),
        locale: 'fr',
        versioned: true,
        canShowPage: false,
        attaching: { filesOf: () => [] },
        merges: true,
        configuration: { uri: 'file:///dossier/segur.config.yaml', text: 'gravites: [\n' },
        safeEdits: () => [{ uri: mainUri, range: { start: 0, end: 1 }, text: 'V' }],
        documentOf: () => (isThere ? document : undefined),
        mayEdit: () => mayEdit,
        uncitedOf: () => undefined,
        versionOf: () => 7,
      }).map(({ title }) => title);
    assert.deepEqual(offered(false, true), []);
    assert.deepEqual(offered(true, true), [
      'Crier a.01',
      'Accepter ici : essai/crier (raison à écrire)',
      'Appliquer toutes les corrections sûres',
    ]);
    assert.deepEqual(offered(false, false), []);
  });
});
