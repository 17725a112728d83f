import assert from 'node:assert/strict';
import { analyse, fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { neverCancelled } from '../../../ports/cancellation';
import { FindingWords } from '../../../engine/render-finding';
import { rule } from './rule';

/** The core-business scenario is provided, so that only what a test is about is missing. */
const core = `scenarios:
  SCN_DB/CO.01:
    preuves:
      SCN_DB/CO.01.01.01: [{ execution: 1 }]
`;
const of = (body: string) => manifest(`exigences:\n${body}${core}`);
const some = '[{ execution: 1 }]';

describe(rule.meta.id, () => {
  it('reports an empty proof, an absent proof and an absent scenario, each in its place', async () => {
    const main = of(`  ⟦INS/va1.56⟧:
    scenarios:
      ⟦INS/va1.56.02⟧:
        preuves:
          ⟦INS/va1.56.02.01⟧: []
`);
    const found = await fires(rule, { main });
    assert.deepEqual(
      found.map(({ message, target }) => [message, target?.scenario, target?.proof]),
      [
        ['scenarioAbsent', 'INS/va1.56.01', undefined],
        ['absent', 'INS/va1.56.02', 'INS/va1.56.02.02'],
        ['empty', 'INS/va1.56.02', 'INS/va1.56.02.01'],
      ],
    );
  });

  describe('is information until the planned filing is near, then a warning', () => {
    // The planned filing of the kit's manifest.
    const filing = '2026-12-15';
    const body =
      '  INS/va1.56:\n    scenarios:\n      INS/va1.56.02:\n        preuves:\n          INS/va1.56.02.01: []\n';
    const missing = manifest(`exigences:\n${body}`);
    const config = (text: string) => ({ 'segur.config.yaml': `version: 1\n${text}\n` });
    const found = async (today: string, main = missing, files: Record<string, string> = {}) => {
      const { analysis } = await analyse([rule], { main, today, files });
      const own = analysis.findings.filter((finding) => finding.rule === rule.meta.id);
      // Below an entry, for an absent scenario, and for an absent core-business scenario.
      assert.equal(own.length, 4);
      const levels = new Set(own.map(({ severity }) => severity));
      assert.equal(levels.size, 1);
      return [...levels][0];
    };

    it('30 days before it, unless the team says otherwise', async () => {
      assert.ok(missing.includes(`depot_vise: ${filing}`));
      assert.equal(await found('2026-11-14'), 'info');
      assert.equal(await found('2026-11-15'), 'warning');
      assert.equal(await found('2027-01-01'), 'warning');
      assert.equal(await found('2026-11-15', missing, config('depot: { preavis: 29 }')), 'info');
      assert.equal(await found('2026-10-16', missing, config('depot: { preavis: "60" }')), 'warning');
      assert.equal(await found('2026-12-14', missing, config('depot: { preavis: 0 }')), 'info');
      assert.equal(await found(filing, missing, config('depot: { preavis: 0 }')), 'warning');
      assert.equal(await found('2026-11-15', missing, config('depot: { preavis: bientôt }')), 'warning');
    });

    it('never without a date to file on, and in a fragment as in the main file', async () => {
      for (const date of ['', ' 2026-13-40', ' bientôt']) {
        assert.equal(await found('2027-01-01', missing.replace(` ${filing}`, date)), 'info');
      }
      const main = manifest('').replace('  depot_vise', '  fragments: [f.preuves.yaml]\n  depot_vise');
      const fragment = { 'f.preuves.yaml': `version: 1\nexigences:\n${body}` };
      assert.equal(await found('2026-11-14', main, fragment), 'info');
      assert.equal(await found('2026-11-15', main, fragment), 'warning');
    });

    it('whatever severity the team sets wins, and nothing else moves', async () => {
      for (const today of ['2026-11-14', '2026-11-15']) {
        assert.equal(await found(today, missing, config('gravites: { preuve/manquante: hint }')), 'hint');
        assert.equal(await found(today, missing, config('gravites: { preuve: error }')), 'error');
      }
      const at = async (today: string) => {
        const { analysis } = await analyse([rule], { main: missing, today });
        const { status, counts } = analysis.compliance() ?? {};
        return { status, counts, found: analysis.findings.map((one) => ({ ...one, severity: undefined })) };
      };
      assert.deepEqual(await at('2026-11-14'), await at('2026-11-15'));
    });

    it('and follows the day from one check to the next', async () => {
      let today = '2026-11-14';
      const input = {
        main: missing,
        get today() {
          return today;
        },
      };
      const { workspace } = await analyse([rule], input);
      const levels = async () =>
        (await workspace.analyse(mainUri, neverCancelled))?.findings.map((one) => one.severity);
      assert.deepEqual(await levels(), ['info', 'info', 'info', 'info']);
      today = '2026-11-15';
      assert.deepEqual(await levels(), ['warning', 'warning', 'warning', 'warning']);
    });
  });

  it('asks for one case, then for the rest of that case', async () => {
    const [none] = await fires(rule, { main: of('  SSI/GEN.06:\n    scenarios:\n      ⟦SSI/GEN.06.01⟧:\n') });
    assert.equal(none?.message, 'oneProofOf');
    const one = `  SSI/GEN.06: { scenarios: { SSI/GEN.06.01: { preuves: { SSI/GEN.06.01.02: ${some} } } } }\n`;
    await silent(rule, { main: of(one) });
  });

  it('says of an absent scenario which of its proofs are alternatives', async () => {
    const absent = (rest: string) => of(`  ⟦SSI/GEN.06⟧:${rest}\n`);
    const [choice] = await fires(rule, { main: absent('') });
    assert.deepEqual(choice?.message, 'scenarioAbsentOneOf');
    assert.deepEqual(choice.args, { scenario: 'SSI/GEN.06.01', choice: 'SSI/GEN.06.01.01, SSI/GEN.06.01.02' });
    assert.equal(
      new FindingWords([rule]).message(choice, 'fr'),
      'Le scénario SSI/GEN.06.01 manque sous cette exigence (à fournir, selon le cas, une de : SSI/GEN.06.01.01, SSI/GEN.06.01.02).',
    );

    const mixed = [proof('A.01'), proof('A.02', [], { case: 'cas 1' }), proof('A.03', [], { case: 'cas 2' })];
    const catalogue = {
      ...smallCatalogue,
      requirements: smallCatalogue.requirements.map((one) =>
        one.id === 'SSI/GEN.06' ? { ...one, scenarios: [scenario('SSI/GEN.06.01', mixed)] } : one,
      ),
      coreScenarios: [],
    };
    const [both] = await fires(rule, { main: absent(''), catalogue });
    assert.equal(both?.message, 'scenarioAbsentAndOneOf');
    assert.deepEqual(both.args, { scenario: 'SSI/GEN.06.01', count: 1, proofs: 'A.01', choice: 'A.02, A.03' });
    const core = { ...catalogue, requirements: [], coreScenarios: [scenario('SCN_DB/CO.01', mixed)] };
    const [ofCore] = await fires(rule, { main: manifest('').replace('dossier:', '⟦dossier⟧:'), catalogue: core });
    assert.deepEqual([ofCore?.message, ofCore?.args['choice']], ['coreAbsentAndOneOf', 'A.02, A.03']);
    const cases = { ...core, coreScenarios: [scenario('SCN_DB/CO.01', mixed.slice(1))] };
    const [oneOf] = await fires(rule, { main: manifest('').replace('dossier:', '⟦dossier⟧:'), catalogue: cases });
    assert.equal(oneOf?.message, 'coreAbsentOneOf');
  });

  it('asks for one modality', async () => {
    const [none] = await fires(rule, { main: of('  ⟦PSC.01⟧:\n') });
    assert.deepEqual([none?.message, none?.args['scenarios']], ['oneScenarioOf', 'PSC.01.01, PSC.01.02']);
    await silent(rule, {
      main: of(`  PSC.01: { scenarios: { PSC.01.02: { preuves: { PSC.01.01.02: ${some} } } } }\n`),
    });
  });

  it('asks for an absent core-business scenario, and for the proofs of one that is there', async () => {
    const [absent] = await fires(rule, { main: manifest('').replace('dossier:', '⟦dossier⟧:') });
    assert.equal(absent?.message, 'coreAbsent');
    await fires(rule, { main: manifest('⟦scenarios⟧:\n  AUTRE.01:\n') });
    await fires(rule, { main: manifest('scenarios:\n  ⟦SCN_DB/CO.01⟧:\n') });
    const optional = {
      ...smallCatalogue,
      coreScenarios: smallCatalogue.coreScenarios.map((one) => ({ ...one, mandatory: false })),
    };
    await silent(rule, { main: manifest(''), catalogue: optional });
    const other = {
      ...smallCatalogue,
      coreScenarios: smallCatalogue.coreScenarios.map((one) => ({ ...one, profiles: ['IAM'] })),
    };
    await silent(rule, { main: manifest(''), catalogue: other });
  });

  it('owes nothing for conditions, préconisations, other profiles, unknown natures, and what does not apply', async () => {
    const main = of(`  SSI/GEN.07: { scenarios: { SSI/GEN.07.01: { preuves: { SSI/GEN.07.01.01: ${some} } } } }
  INS/va1.30:
  SSI/IAM.83:
  SC.DMP/UX.51:
  MSS/CONF.14: { non_applicable: { justification: Non. } }
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { non_applicable: { justification: Non. } }
      INS/va1.56.02: { non_applicable: { justification: Non. } }
`);
    await silent(rule, { main });
  });

  it('leaves a mistyped scenario or proof to the rule that proposes the right name', async () => {
    const main = of(`  INS/va1.56:
    scenarios:
      INS/va1.56.1:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.1: ${some}
          INS/va1.56.02.02: ${some}
`);
    await silent(rule, { main });
  });

  describe('fixes', () => {
    const complete = of(`  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: ${some}
          INS/va1.56.02.02: ${some} # fini
`);
    const after = async (main: string) => uncommented((await fixed(rule, { main }))[mainUri]);

    it('adds an absent scenario in the order of the REM', async () => {
      const stub = '      INS/va1.56.01:\n        preuves:\n          INS/va1.56.01.01:\n';
      assert.equal(await after(complete.replace(stub, '')), complete);
    });

    it('says with comments what is to be done, and cuts none from its key', async () => {
      const stub = '      INS/va1.56.01:\n        preuves:\n          INS/va1.56.01.01:\n';
      const said = `      INS/va1.56.01:
        # 1. Dérouler INS/va1.56.01
        preuves:
          INS/va1.56.01.01:
            # Attendu : Pièce attendue pour INS/va1.56.01.01
`;
      const first = (await fixed(rule, { main: complete.replace(stub, '') }))[mainUri];
      assert.equal(first, complete.replace(stub, said));
      const second = complete.slice(complete.indexOf('      INS/va1.56.02:'), complete.indexOf('scenarios:\n  SCN'));
      for (const newline of ['\n', '\r\n']) {
        const main = complete.replace(stub, said).replace(second, '').replaceAll('\n', newline);
        const next = (await fixed(rule, { main }, (fixes) => fixes[0]))[mainUri];
        assert.ok(next?.includes(`${said}      INS/va1.56.02:\n`.replaceAll('\n', newline)), next);
      }
    });

    it('adds an absent scenario of which one proof is enough', async () => {
      const head = '  SSI/GEN.06:\n    scenarios:\n      SSI/GEN.06.01:\n        preuves:\n';
      const stub = `${head}          SSI/GEN.06.01.01:\n          SSI/GEN.06.01.02:\n`;
      assert.equal(await after(of('  SSI/GEN.06:\n')), of(stub));
    });

    it('adds an absent proof after those before it', async () => {
      const filled = complete.replace('INS/va1.56.01.01:', `INS/va1.56.01.01: ${some}`);
      const last = filled.replace(`          INS/va1.56.02.02: ${some} # fini\n`, '');
      assert.equal(await after(last), filled.replace(`02.02: ${some} # fini`, '02.02:'));
      const first = filled.replace(`          INS/va1.56.02.01: ${some}\n`, '');
      assert.equal(await after(first), filled.replace(`02.01: ${some}`, '02.01:'));
    });

    it('makes the keys that lead there', async () => {
      assert.equal(
        await after(of('  MSS/CONF.14: # à faire\n')),
        of(
          '  MSS/CONF.14: # à faire\n    scenarios:\n      MSS/CONF.14.01:\n        preuves:\n          MSS/CONF.14.01.01:\n',
        ),
      );
      assert.equal(
        await after(of('  MSS/CONF.14:\n    commentaire: x\n')),
        of(
          '  MSS/CONF.14:\n    commentaire: x\n    scenarios:\n      MSS/CONF.14.01:\n        preuves:\n          MSS/CONF.14.01.01:\n',
        ),
      );
    });

    it('writes inside braces', async () => {
      assert.equal(
        await after(of('  MSS/CONF.14: { commentaire: x }\n')),
        of(
          '  MSS/CONF.14: { commentaire: x, scenarios: { MSS/CONF.14.01: { preuves: { MSS/CONF.14.01.01: [] } } } }\n',
        ),
      );
      assert.equal(
        await after(of('  MSS/CONF.14: {}\n')),
        of('  MSS/CONF.14: { scenarios: { MSS/CONF.14.01: { preuves: { MSS/CONF.14.01.01: [] } } } }\n'),
      );
    });

    it('adds a core-business scenario to the main file', async () => {
      const stub = '  SCN_DB/CO.01:\n    preuves:\n      SCN_DB/CO.01.01.01:\n';
      assert.equal(await after(manifest('')), manifest(`scenarios:\n${stub}`));
      const catalogue = {
        ...smallCatalogue,
        coreScenarios: [scenario('SCN_DB/CO.00', [proof('SCN_DB/CO.00.01.01')]), ...smallCatalogue.coreScenarios],
      };
      const first = '  SCN_DB/CO.00:\n    preuves:\n      SCN_DB/CO.00.01.01:\n';
      const texts = await fixed(rule, { main: manifest(core), catalogue });
      assert.equal(uncommented(texts[mainUri]), manifest(core.replace('scenarios:\n', `scenarios:\n${first}`)));
    });

    it('proposes nothing where it could break the text', async () => {
      const main = of('  MSS/CONF.14: *rien\n').replace('nom: MonCabinet', 'nom: &rien { commentaire: x }');
      const { analysis } = await analyse([rule], { main });
      for (const finding of analysis.findings) assert.deepEqual(rule.fixes?.(finding, analysis.dossier), []);
    });
  });
});

/** Without the lines that only comment. */
function uncommented(text = ''): string {
  return text.replace(/^ *#.*\n/gm, '');
}

describe('a proof on a condition, or of which little is known', () => {
  it('is asked for where a scenario has only conditional ones: one of them, at the scenario', async () => {
    const proofs = ['mobile', 'poste fixe'].map((on, at) => proof(`C.1.01.0${String(at + 1)}`, [], { condition: on }));
    const requirements = [requirement('C.1', [scenario('C.1.01', proofs)])];
    const catalogue = { ...smallCatalogue, requirements, coreScenarios: [] };
    const main = (inside: string) => manifest(`exigences:\n  C.1: { scenarios: { ${inside} } }\n`);
    const [found] = await fires(rule, { main: main('⟦C.1.01⟧: {}'), catalogue });
    assert.deepEqual(
      [found?.message, found?.args['proofs'], found?.target],
      ['conditional', 'C.1.01.01, C.1.01.02', { requirement: 'C.1', scenario: 'C.1.01' }],
    );
    await silent(rule, { main: main('C.1.01: { preuves: { C.1.01.02: [ { execution: 1 } ] } }'), catalogue });
    const [absent] = await fires(rule, { main: main('').replace('C.1:', '⟦C.1⟧:'), catalogue });
    assert.equal(absent?.target?.scenario, 'C.1.01');
  });

  it('is named by its id alone where the catalogue tells nothing', async () => {
    const one = requirement('C.1', [scenario('C.1.01', [proof('C.1.01.01', [], { expected: '' })])]);
    const catalogue = { ...smallCatalogue, requirements: [one], coreScenarios: [] };
    const main = manifest('exigences:\n  C.1: { scenarios: { C.1.01: { preuves: { ⟦C.1.01.01⟧: [] } } } }\n');
    assert.equal((await fires(rule, { main, catalogue }))[0]?.args['expected'], '—');
  });
});
