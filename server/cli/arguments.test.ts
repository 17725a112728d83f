import assert from 'node:assert/strict';
import { localeOf, readArguments } from './arguments';
import { CliError, exitCodes } from './exit-codes';
import { allCommands } from './usage/all-commands';
import { aspUsage } from './usage/asp-usage';
import { checkUsage } from './usage/check-usage';
import { initUsage } from './usage/init-usage';
import { packageUsage } from './usage/package-usage';

function refused(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    assert.equal(error.code, exitCodes.usage);
    return error.message;
  }
  return assert.fail('refused nothing');
}
const check = (...args: string[]) => readArguments(args, checkUsage, 'fr');

describe('arguments', () => {
  it('are read as the table of the command says', () => {
    const given = check('a', '--format=json', '--fix', 'b', '--at', '2026-01-02', '--at', '2026-02-03', '--', '--c');
    assert.deepEqual(given.paths, ['a', 'b', '--c']);
    assert.equal(given.choice('format'), 'json');
    assert.equal(given.flag('fix'), true);
    assert.equal(given.string('at'), '2026-02-03');
    const none = check();
    assert.deepEqual(
      [none.paths, none.choice('format'), none.flag('fix'), none.string('at')],
      [[], 'pretty', false, undefined],
    );
    const made = readArguments(['--chapitre', 'A', '-oa.zip', '--chapitre', 'B'], packageUsage, 'fr');
    assert.deepEqual(made.strings('chapitre'), ['A', 'B']);
    assert.equal(made.needed('output'), 'a.zip');
    assert.equal(readArguments(['-o', '-'], packageUsage, 'fr').needed('output'), '-');
  });

  it('are refused in the language asked for, with what to write instead', () => {
    assert.equal(
      refused(() => check('--formt', 'json')),
      'Option « --formt » inconnue (vouliez-vous --format ?). « segur-preuves check --help » montre les options.',
    );
    assert.match(
      refused(() => check('--no-fix')),
      /^Option « --no-fix » inconnue\. /,
    );
    assert.match(
      refused(() => check('-x')),
      /^Option « -x » inconnue\. /,
    );
    assert.match(
      refused(() => check('--toString')),
      /^Option « --toString » inconnue/,
    );
    assert.match(
      refused(() => check('--format')),
      /^Il manque une valeur à « --format » : --format pretty\|json/,
    );
    assert.match(
      refused(() => check('--format', '--fix')),
      /^Il manque une valeur à « --format »/,
    );
    assert.match(
      refused(() => check('--at=')),
      /^Il manque une valeur à « --at »/,
    );
    assert.match(
      refused(() => check('--fix=oui')),
      /^L’option « --fix » ne prend pas de valeur \(« oui »\)/,
    );
    assert.match(
      refused(() => check('--format', 'pdf')),
      /^Valeur « pdf » refusée pour --format\. Valeurs admises : pretty, json/,
    );
    assert.match(
      refused(() => check('--lang', 'de')),
      /^Valeur « de » refusée pour --lang\. Valeurs admises : fr, en\./,
    );
    assert.match(
      refused(() => readArguments(['ici'], initUsage, 'fr')),
      /^« ici » est de trop\. « segur-preuves init --help »/,
    );
    assert.match(
      refused(() => readArguments([], packageUsage, 'fr').needed('output')),
      /^Il manque -o FICHIER\.zip\. /,
    );
    assert.match(
      refused(() => readArguments([], packageUsage, 'en').needed('output')),
      /^-o FILE\.zip is missing\. /,
    );
    assert.match(
      refused(() => readArguments([], aspUsage, 'fr').neededChoice('demande')),
      /^Il manque --demande avance\|solde\. /,
    );
    assert.match(
      refused(() => readArguments(['--fi'], checkUsage, 'en')),
      /^Unknown option “--fi” \(did you mean --fix\?\)\. /,
    );
  });

  it('that are wrong in any command are told without a word of English in French', () => {
    for (const usage of allCommands) {
      for (const args of [
        ['--nope'],
        ['--help=x'],
        ['--lang'],
        Array.from({ length: usage.operands.most === Infinity ? 0 : 9 }, () => 'x'),
      ]) {
        if (args.length === 0) continue;
        const message = refused(() => readArguments(args, usage, 'fr'));
        assert.match(message, /« segur-preuves [a-z-]+ --help » montre/);
        assert.doesNotMatch(message, /option '|argument |Unknown|missing/);
      }
    }
  });

  it('say the language wherever they do, the last time they do, before the environment', () => {
    assert.equal(localeOf(['check', '--nope', '--lang', 'en'], {}), 'en');
    assert.equal(localeOf(['--lang=fr', 'check', '--lang=en'], {}), 'en');
    assert.equal(localeOf(['check', '--lang', 'fr'], { SEGUR_PREUVES_LANG: 'en' }), 'fr');
    assert.equal(localeOf(['check'], { SEGUR_PREUVES_LANG: 'en' }), 'en');
    assert.equal(localeOf(['check', '--lang'], {}), 'fr');
  });
});
