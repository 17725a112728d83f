import assert from 'node:assert/strict';
import { consoleReport } from './console-report';
import { statedVerdict } from './stated-verdict';
import { tapReport } from './tap-report';

const outcome = (found: ReturnType<typeof tapReport>) => found && [found.verdict, found.passed];

describe('reports in text', () => {
  it('reads TAP, with its directives, subtests, plan and bail out', () => {
    for (const [text, expected] of [
      ['TAP version 13\n1..2\nok 1 - a\nnot ok 2 - b\n  ---\n  message: x\n  ...\n', ['1/2', false]],
      ['TAP version 14\nok 1 - a\n    not ok 1 - inner # TODO\n1..1\n# pass 1\n', ['1/1', true]],
      ['1..2\nok 1\nnot ok 2 # TODO later\n', ['2/2', true]],
      ['1..3\nok 1\nok 2\n', ['2/3', false]],
      ['TAP version 13\nok 1\nBail out! no database\n', ['1/1', false]],
      ['ok 1\r\nok 2 - b # SKIP none\r\n1..2\r\n', ['1/1', true]],
    ] as const)
      assert.deepEqual(outcome(tapReport(text)), expected, text);
    assert.deepEqual(tapReport('TAP version 13\n1..1\nok 1 # skip\n')?.noneRun, { skipped: 1 });
    for (const other of [
      'not ok for me\nok\n',
      'ok 1\nnot ok 2\n',
      '1..10 pages\n',
      '1..2\nPremier point\nSecond point\nnot ok 1\n',
      '10:00 TAP version 13\nnot ok 1\n',
    ])
      assert.equal(tapReport(other), undefined, other);
  });

  it('reads what test runners print at their end', () => {
    const maven = (counts: string) => `[INFO] Results:\n[INFO]\n[ERROR] ${counts}\n[INFO] BUILD FAILURE\n`;
    for (const [text, expected] of [
      [maven('Tests run: 5, Failures: 1, Errors: 1, Skipped: 1'), ['2/4', false]],
      [
        'Test set: a.B\n---\nTests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s - in a.B\n',
        ['3/3', true],
      ],
      ['2026-11-02T10:00:00.1234567Z \x1b[31m=== 1 failed, 4 passed, 2 warnings in 2.31s ===\x1b[0m\n', ['4/5', false]],
      ['===== 4 passed in 0.12s =====\r\n', ['4/4', true]],
      ['===== 2 errors in 0.12s =====\n', ['0/2', false]],
      ['Test Suites: 1 failed, 2 passed, 3 total\nTests:       1 failed, 5 passed, 6 total\n', ['5/6', false]],
      [
        'Failed!  - Failed:     1, Passed:     3, Skipped:     0, Total:     4, Duration: 12 ms - a.dll (net8.0)\n',
        ['3/4', false],
      ],
      ['Ran 3 tests in 0.001s\n\nFAILED (failures=1, skipped=1)\n', ['1/2', false]],
      ['Ran 3 tests in 0.001s\n\nOK\n', ['3/3', true]],
    ] as const)
      assert.deepEqual(outcome(consoleReport(text)), expected, text);
    const again = maven('Tests run: 5, Failures: 1, Errors: 0, Skipped: 0');
    const passing = '[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0\n[INFO] BUILD SUCCESS\n';
    assert.equal(consoleReport(again + passing)?.passed, true, 'the last build counts');
    assert.deepEqual(consoleReport('===== 2 skipped in 0.12s =====\n')?.noneRun, { skipped: 2 });
    for (const other of [
      '10:00 login failed, 3 passed\n',
      'Nous avons eu « Tests run: 5, Failures: 1, Errors: 0, Skipped: 0 » hier.\n',
      '1 failed, 4 passed in 2.31s\n',
      'Tests: 1 failed\n',
      'BUILD FAILURE\n',
      'Ran 3 tests in the morning\n\nFAILED\n',
    ])
      assert.equal(consoleReport(other), undefined, other);
  });

  it('reads the pages of EVSClient and veraPDF', () => {
    const page = (status: string) =>
      `External Validation Report\nValidation Date\t2026, 11 02\nValidation Service\tGazelle CDA (1.0)\nValidation Test Status\t\u2028${status}\n`;
    assert.deepEqual(statedVerdict(page('FAILED')), {
      tool: 'gazelle',
      verdict: 'FAILED',
      passed: false,
      subject: 'Gazelle CDA (1.0)',
    });
    assert.equal(statedVerdict(page('PASSED'))?.passed, true);
    assert.equal(statedVerdict(page('ABORTED'))?.passed, undefined);
    assert.equal(statedVerdict('Validation Test Status : FAILED means that a check failed.'), undefined);
    const vera = (not: string) =>
      `veraPDF\nStatement: PDF file is ${not}compliant with Validation Profile requirements.`;
    assert.deepEqual([statedVerdict(vera('not '))?.passed, statedVerdict(vera(''))?.passed], [false, true]);
    assert.equal(statedVerdict('PDF file is not compliant with Validation Profile requirements'), undefined);
  });

  it('reads a verdict alone on its line, and no other word of failure', () => {
    for (const text of [
      'Test 1\nRésultat : ÉCHEC\n',
      '**Résultat global** : non conforme.\n',
      'Verdict:\tKO',
      'Conclusion : en échec',
      'Result: FAILED\r\nend',
      'Résultat\u00a0: Échoué',
      'Statut du test : KO',
    ])
      assert.equal(statedVerdict(text)?.passed, false, text);
    for (const text of [
      'Résultat : OK\n',
      'Résultat attendu : ÉCHEC\nRésultat : ÉCHEC\n',
      'Résultat : ÉCHEC\nLe refus est attendu, car la carte est révoquée. Échec attendu.\n',
      '10:00 Résultat : ÉCHEC\n',
      'Résultat : ÉCHEC de la connexion, comme prévu\n',
      'Résultat obtenu : ÉCHEC\n',
      'Test négatif TN-12 : certificat révoqué.\nRésultat : KO\nLe serveur refuse bien la connexion.\n',
      'Comportement attendu : blocage\nRésultat : KO\n',
      'Cas non passant n° 2\nVerdict : échec\n',
      'Statut : KO\n',
      'Statut : KO\n',
      'En cas d’échec, résultat : voir plus bas\n',
    ])
      assert.equal(statedVerdict(text), undefined, text);
    assert.equal(statedVerdict('Résultat : ÉCHEC\nRésultat : OK\n')?.contradictory, true);
  });
});
