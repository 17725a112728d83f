import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { ledgerText } from '../../server/core/collect/ledger';
import { rules } from '../../server/core/rules/registry';
import { analyse } from '../kit/dossier-kit';
import { begunManifest, edited, people, teamCatalogue, type Person, type TeamEdit } from '../kit/team-edits';
import { cli, Scratch } from './run-cli';

const hasGit = spawnSync('git', ['--version']).status === 0;
const changes = 300;

/** What a manifest says, a line for each value: whatever the order of keys and pieces, and however it is written. */
function says(text: string): string[] {
  const document = parseDocument(text, { schema: 'failsafe' });
  assert.deepEqual(document.errors, [], text);
  return leaves(document.contents, '').sort();
}

function leaves(node: unknown, path: string): string[] {
  if (isMap(node)) return node.items.flatMap(({ key, value }) => leaves(value, `${path}/${String(key)}`));
  // A piece goes by its first value, which says which one it is.
  if (isSeq(node)) return node.items.flatMap((item) => leaves(item, `${path}/${leaves(item, '')[0] ?? ''}`));
  return isScalar(node) && node.value !== '' ? [`${path} = ${String(node.value)}`] : [];
}

/** Lines of pieces and values, comments left out. */
function valuesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => (/: \S/.test(line) ? [line.replace(/ #.*/, '').replace(/^[- ]+/, '')] : []));
}

async function findingsOf(text: string): Promise<string[]> {
  const { analysis } = await analyse(rules, { main: text, catalogue: teamCatalogue });
  return analysis.findings.map(({ rule, message, args }) => `${rule} ${message} ${JSON.stringify(args)}`).sort();
}

describe('cli: merge', function () {
  this.timeout(400_000);
  const scratch = new Scratch();
  const at = (...names: string[]) => join(scratch.path, ...names);
  afterEach(() => {
    scratch.remove();
  });
  const merge = (...args: string[]) => cli(scratch.path, ['merge', ...args]);
  const put = (texts: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [name, text] of Object.entries(texts)) writeFileSync(at(name), text);
  };
  const base = 'version: 1\nexigences:\n  A.01:\n    empreinte: 1\n    commentaire: un\n';

  describe('three files', () => {
    it('writes what is united to -o, to the standard output, or where git wants it', async () => {
      put({ b: base, o: base.replace('empreinte: 1', 'empreinte: 2'), t: base.replace('un\n', 'deux\n') });
      const both = base.replace('empreinte: 1', 'empreinte: 2').replace('un\n', 'deux\n');
      const shown = await merge('b', 'o', 't');
      assert.deepEqual([shown.code, shown.out, shown.err], [0, both, '']);
      assert.equal((await merge('b', 'o', 't', '-o', 'm')).code, 0);
      assert.equal(readFileSync(at('m'), 'utf8'), both);
      assert.equal((await merge('--', 'b', 'o', 't', 'dossier.preuves.yaml')).code, 0);
      assert.equal(readFileSync(at('o'), 'utf8'), both);
    });

    it('writes markers and says where, with exit code 1; --dry-run says so alone', async () => {
      put({ b: base, o: base.replace('un\n', 'deux\n'), t: base.replace('un\n', 'trois\n') });
      const dry = await merge('b', 'o', 't', 'd é.preuves.yaml', '--dry-run');
      assert.equal(dry.code, 1);
      assert.equal(readFileSync(at('o'), 'utf8'), base.replace('un\n', 'deux\n'));
      const { code, err } = await merge('b', 'o', 't', 'd é.preuves.yaml');
      assert.equal(code, 1);
      assert.match(err, /^d é\.preuves\.yaml : un endroit reste à décider/);
      assert.match(err, /ligne 5 : « A\.01 › commentaire » a reçu deux valeurs/);
      assert.equal(
        readFileSync(at('o'), 'utf8'),
        base.replace(
          /.*un\n/,
          '<<<<<<< notre version\n    commentaire: deux\n=======\n    commentaire: trois\n>>>>>>> leur version\n',
        ),
      );
    });

    it('keeps the bytes of what is not UTF-8, and leaves alone what is no text', async () => {
      const latin = (text: string) => Buffer.from(text, 'latin1');
      const text = 'a: é\n\n\n\nb: è\n';
      put({ b: latin(text), o: latin(text.replace('é', 'éé')), t: latin(text.replace('è', 'èè')) });
      const merged = await merge('b', 'o', 't', 'x.preuves.yaml');
      assert.equal(merged.code, 0);
      assert.match(merged.err, /ligne par ligne/);
      assert.deepEqual(readFileSync(at('o')), latin('a: éé\n\n\n\nb: èè\n'));
      const wide = Buffer.from('a: 1\n', 'utf16le');
      put({ o: wide });
      const refused = await merge('b', 'o', 't', 'x.preuves.yaml');
      assert.equal(refused.code, 1);
      assert.match(refused.err, /non réuni/);
      assert.deepEqual(readFileSync(at('o')), wide);
      assert.equal((await merge('b', 't', 't')).code, 2, 'these bytes are not for a terminal');
    });

    it('merges what two branches collected by its entries, and as git does where people have to decide', async () => {
      const pieces = (...tests: readonly (readonly [string, string])[]) =>
        ledgerText(
          tests.map(([test, sha256]) => ({
            test,
            slot: { proof: 'A.1.1', scenario: 'A.1' },
            path: `preuves/${test}.log`,
            sha256,
            copied: true,
          })),
        );
      put({ b: pieces(['a', '1']), o: pieces(['a', '1'], ['b', '2']), t: pieces(['a', '1'], ['c', '3']) });
      const { code, err } = await merge('--', 'b', 'o', 't', 'd.collecte.json');
      assert.deepEqual([code, err], [0, '']);
      assert.equal(readFileSync(at('o'), 'utf8'), pieces(['a', '1'], ['b', '2'], ['c', '3']));
      put({ b: '', o: '{ "pieces": [] }\n', t: 'rien\n' });
      assert.equal((await merge('--', 'b', 'o', 't', 'd.collecte.json')).code, 1);
    });

    it('merges catalogues as git does', async () => {
      const lines = (first: string, last: string) => `a: ${first}\nb: ${last}\n`;
      put({ b: lines('1', '1'), o: lines('2', '1'), t: lines('1', '2') });
      const { code, out } = await merge('b', 'o', 't', '-o', 'x.rem.yaml');
      assert.equal(code, 1, out);
      assert.equal((await merge('b', 'o', 't')).out, lines('2', '2'));
    });

    it('says what is wrong with what it is given', async () => {
      put({ b: base });
      assert.equal((await merge('b', 'b')).code, 2);
      assert.equal((await merge('-o', 'x')).code, 2);
      assert.equal((await merge('b', 'b', 'b', 'n', '-o', 'x')).code, 2);
      assert.equal((await merge('--install', 'b')).code, 2);
      const absent = await merge('b', 'nothing', 'b', '-o', 'x');
      assert.equal(absent.code, 3);
      assert.match(absent.err, /nothing/);
      assert.equal(existsSync(at('x')), false);
      assert.equal((await merge('/dev/null', 'b', '/dev/null')).out, base);
    });
  });

  it('carries a copy that a shared folder made over to the file beside it, and leaves the copy', async () => {
    const [mine, copy] = ['dossier é.preuves.yaml', 'dossier é (conflit de Alix).preuves.yaml'];
    put({ [mine]: `${base}  B.01:\n    commentaire: b\n`, [copy]: `${base}  C.01:\n    commentaire: c\n` });
    const checked = await cli(scratch.path, ['check']);
    assert.match(checked.out + checked.err, /copie en conflit de « dossier é\.preuves\.yaml »/);
    const { code, err } = await merge(copy);
    assert.equal(code, 0, err);
    assert.match(err, /retirez la copie/);
    assert.equal(readFileSync(at(mine), 'utf8'), `${base}  B.01:\n    commentaire: b\n  C.01:\n    commentaire: c\n`);
    assert.equal(readFileSync(at(copy), 'utf8'), `${base}  C.01:\n    commentaire: c\n`);
    put({ [copy]: base.replace('un\n', 'deux\n') });
    const asked = await merge(copy);
    assert.equal(asked.code, 1);
    assert.match(asked.err, /« A\.01 › commentaire » a reçu deux valeurs/);
  });

  it('shows how git makes use of it, and writes the lines of .gitattributes that lack', async () => {
    const shown = await merge('--install');
    assert.equal(shown.code, 0);
    assert.match(shown.out, /\*\.preuves\.yaml merge=segur-preuves/);
    assert.match(shown.out, /git config merge\.segur-preuves\.driver "segur-preuves merge -- %O %A %B %P"/);
    put({ attributes: '*.png binary\r\n*.preuves.yaml merge=union' });
    const written = await merge('--install', '-o', 'attributes');
    assert.equal(written.code, 0, written.err);
    const text = readFileSync(at('attributes'), 'utf8');
    assert.match(
      text,
      /^\*\.png binary\r\n\*\.preuves\.yaml merge=union\r\nsegur\.config\.yaml merge=segur-preuves\r\n/,
    );
    await merge('--install', '-o', 'attributes');
    assert.equal(readFileSync(at('attributes'), 'utf8'), text);
  });

  describe('in a repository of git', () => {
    before(function () {
      // Whoever has no git merges three files, as above.
      if (!hasGit) this.skip();
    });
    const git = (...args: string[]): string =>
      execFileSync(
        'git',
        ['-c', 'user.name=x', '-c', 'user.email=x@exemple.test', '-c', 'core.autocrlf=false', ...args],
        {
          cwd: scratch.path,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, GIT_CONFIG_GLOBAL: at('none'), GIT_CONFIG_NOSYSTEM: '1' },
        },
      );
    const driver = (name = 'merge.segur-preuves.driver') => {
      git('config', name, `"${process.execPath}" "${resolve('dist/cli.js')}" merge -- %O %A %B %P`);
    };
    const name = 'main.preuves.yaml';
    const commit = (text: string) => {
      put({ [name]: text });
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', 'x');
    };
    const begin = (text: string) => {
      git('init', '-q', '-b', 'main', '.');
      put({ '.gitattributes': '*.preuves.yaml merge=segur-preuves\n' });
      commit(text);
      git('tag', 'start');
    };
    const branch = (who: string, text: string) => {
      git('checkout', '-q', '-b', who, 'start');
      commit(text);
      git('checkout', '-q', 'main');
    };
    const merges = (who: string): boolean => {
      try {
        git('merge', '-q', '--no-edit', who);
        return true;
      } catch {
        return false;
      }
    };
    const merged = () => readFileSync(at(name), 'utf8');

    const kinds = [
      'attach',
      'attach',
      'link',
      'review',
      'comment',
      'date',
      'person',
      'notApplicable',
      'move',
      'remove',
    ] as const;
    const someEdits = (seed: number): TeamEdit[] => {
      const [edits = []] = fc.sample(
        fc.array(fc.record({ who: fc.constantFrom(...people), kind: fc.constantFrom(...kinds), number: fc.nat(23) }), {
          minLength: changes,
          maxLength: changes,
        }),
        { seed, numRuns: 1 },
      );
      return edits.map((edit, turn) => ({ ...edit, turn }));
    };
    const after = async (text: string, edits: readonly TeamEdit[], alone: boolean): Promise<string> => {
      let now = text;
      for (const edit of edits) now = await edited(now, edit, alone);
      return now;
    };

    it(`unites three people's branches of ${String(changes)} changes, as if one had made them all`, async () => {
      const start = begunManifest();
      begin(start);
      const edits = someEdits(15);
      const texts = new Map<Person, string>();
      for (const who of people) {
        const text = await after(
          start,
          edits.filter((one) => one.who === who),
          true,
        );
        texts.set(who, text);
        branch(who, text);
      }
      // Without the driver git asks people.
      assert.equal([merges('alix'), merges('bao')].includes(false), true);
      git('merge', '--abort');
      git('reset', '-q', '--hard', 'start');
      driver();
      for (const who of people) assert.ok(merges(who), merged());
      const result = merged();
      const one = await after(start, edits, true);
      assert.deepEqual(says(result), says(one));
      assert.deepEqual(await findingsOf(result), await findingsOf(one));
      const had = new Set(valuesOf(start));
      const now = new Set(valuesOf(result));
      for (const [who, text] of texts) {
        const lost = valuesOf(text).filter((value) => !had.has(value) && !now.has(value));
        assert.deepEqual(lost, [], who);
      }
      // A comment goes with what it stands at alone.
      for (const who of people) {
        const kept = result.match(new RegExp(`# à ${who}$`, 'gm'))?.length ?? 0;
        const pieces =
          result.match(new RegExp(`fichier: preuves/(?:rangees-${who}/)?EQ\\.\\d+-${who}\\.png`, 'g'))?.length ?? 0;
        assert.equal(kept, pieces);
        assert.ok(kept > 0);
      }
    });

    it('loses nothing where people did different things to the same', async () => {
      const start = begunManifest();
      begin(start);
      driver();
      const edits = someEdits(7);
      const texts: string[] = [];
      for (const who of people.slice(0, 2)) {
        texts.push(
          await after(
            start,
            edits.filter((one) => one.who === who),
            false,
          ),
        );
        branch(who, texts.at(-1) ?? '');
      }
      assert.ok(merges('alix'));
      assert.equal(merges('bao'), false);
      const result = merged();
      assert.match(result, /^<{7} notre version$/m);
      const now = new Set(valuesOf(result));
      const had = new Set(valuesOf(start));
      for (const text of texts)
        assert.deepEqual(
          valuesOf(text).filter((value) => !had.has(value) && !now.has(value)),
          [],
        );
    });

    it('unites what git left unmerged, and nothing that somebody wrote in since', async () => {
      begin(base);
      const addition = (comment: string) => `${base}  ${comment}:\n    commentaire: là\n`;
      branch('alix', addition('B.01'));
      branch('bao', addition('C.01'));
      assert.ok(merges('alix'));
      assert.equal(merges('bao'), false);
      const marked = merged();
      put({ [name]: `${marked}# écrit depuis\n` });
      const kept = await merge();
      assert.equal(kept.code, 1);
      assert.match(kept.err, /a été écrite depuis la fusion/);
      put({ [name]: marked });
      assert.equal((await merge('--dry-run')).code, 0);
      assert.equal(merged(), marked);
      const { code, out, err } = await merge();
      assert.equal(code, 0, err);
      assert.match(out, /main\.preuves\.yaml : réuni/);
      assert.match(err, /git add main\.preuves\.yaml/);
      assert.equal(merged(), `${addition('B.01')}  C.01:\n    commentaire: là\n`);
      git('add', name);
      assert.match((await merge()).err, /Aucun manifeste/);
    });

    it('says that a file was removed on one side, and that there is no repository', async () => {
      mkdirSync(at('none-here'));
      const outside = await cli(at('none-here'), ['merge'], { GIT_CEILING_DIRECTORIES: scratch.path });
      assert.equal(outside.code, 3);
      assert.match(outside.err, /Git a refusé/);
      begin(base);
      git('checkout', '-q', '-b', 'alix');
      git('rm', '-q', name);
      git('commit', '-q', '-m', 'x');
      git('checkout', '-q', 'main');
      commit(base.replace('un\n', 'deux\n'));
      assert.equal(merges('alix'), false);
      const { code, err } = await merge();
      assert.equal(code, 1);
      assert.match(err, /retiré d’un côté/);
    });

    it('serves git mergetool', () => {
      begin(base);
      branch('alix', base.replace('empreinte: 1', 'empreinte: 2'));
      commit(base.replace('un\n', 'deux\n'));
      assert.equal(merges('alix'), false);
      const command = `"${process.execPath}" "${resolve('dist/cli.js')}" merge -o "$MERGED" -- "$BASE" "$LOCAL" "$REMOTE"`;
      git('config', 'mergetool.segur-preuves.cmd', command);
      git('config', 'mergetool.segur-preuves.trustExitCode', 'true');
      git('mergetool', '-y', '--tool=segur-preuves');
      assert.equal(merged(), base.replace('un\n', 'deux\n').replace('empreinte: 1', 'empreinte: 2'));
    });
  });
});
