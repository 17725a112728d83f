import assert from 'node:assert/strict';
import { sourceEncodings } from '../../core/text/convert';
import { statementModels } from '../../host/attestation/statement';
import { allCommands } from './all-commands';
import { convertUsage } from './convert-usage';
import { attestationUsage } from './attestation-usage';
import { commandHelp, helpText } from './help';

describe('help', () => {
  it('lists every command once, in the groups of the work', () => {
    for (const [locale, heads] of [
      ['fr', ['Créer', 'Vérifier', 'Déposer', 'Suivre', 'Connecter']],
      ['en', ['Create', 'Check', 'File', 'Follow', 'Connect']],
    ] as const) {
      const text = helpText(locale);
      const groups = [...text.matchAll(/^(\p{L}+) ?:\n((?: {2}.*\n)+)/gmu)].filter(([, head]) =>
        heads.some((one) => one === head),
      );
      assert.deepEqual(
        groups.map(([, head]) => head),
        heads,
      );
      const listed = groups.flatMap(([, , lines = '']) =>
        [...lines.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name),
      );
      assert.deepEqual(
        listed,
        allCommands.map(({ name }) => name),
      );
      for (const { title } of allCommands) assert.ok(text.includes(`  ${title[locale]}\n`), title[locale]);
    }
  });

  it('of a command shows every option with what is taken without it, an example and the exit codes', () => {
    for (const usage of allCommands) {
      for (const locale of ['fr', 'en'] as const) {
        const text = commandHelp(usage, locale);
        for (const [name, option] of Object.entries(usage.options)) {
          assert.ok(text.includes(`--${name}`), `${usage.name} --${name}`);
          assert.ok(text.includes(option.does[locale]), `${usage.name} --${name}`);
          if (option.kind === 'choice' && option.without !== undefined)
            assert.match(text, new RegExp(`--${name} [^-]*(?:par défaut : |default: )${option.without}\\)`));
        }
        assert.ok(text.includes('--lang fr|en') && text.includes('-h, --help'));
        for (const example of usage.examples) assert.ok(text.includes(`  segur-preuves ${example}\n`));
        for (const code of [0, 1, 2, 3]) assert.match(text, new RegExp(`^ {2}${code}  \\S`, 'm'));
      }
    }
  });

  it('speaks one language at a time', () => {
    for (const usage of allCommands) {
      assert.doesNotMatch(commandHelp(usage, 'fr'), /Usage:|Options:|default|FILE|FOLDER|PATH/, usage.name);
      assert.doesNotMatch(commandHelp(usage, 'en'), /Exemples :|par défaut|FICHIER|CHEMIN| :/, usage.name);
    }
  });

  it('offers the values that the code behind knows', () => {
    assert.deepEqual(convertUsage.options.depuis.choices, sourceEncodings);
    assert.deepEqual(attestationUsage.options.modele.choices, statementModels);
  });
});
