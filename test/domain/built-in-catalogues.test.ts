import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import { dispositifs } from '../../server/core/catalogue/dispositifs.generated';
import { domainOfId } from '../../server/core/catalogue/domain-of-id';
import { evidenceType } from '../../server/core/catalogue/evidence-types';
import { CatalogueIndex } from '../../server/core/catalogue/index-catalogue';
import { readCatalogue } from '../../server/core/catalogue/read-catalogue';

describe('built-in catalogues', () => {
  const catalogues = new Map<string, Catalogue>();

  before(() => {
    for (const { id } of dispositifs) {
      const reading = readCatalogue(fs.readFileSync(path.join('catalogues', `${id}.rem.yaml`), 'utf8'));
      assert.deepEqual(reading.problems, [], id);
      assert.ok(reading.catalogue);
      catalogues.set(id, reading.catalogue);
    }
  });

  const of = (id: string): Catalogue => {
    const catalogue = catalogues.get(id);
    assert.ok(catalogue, id);
    return catalogue;
  };
  const requirementOf = (dispositif: string, id: string) =>
    of(dispositif).requirements.find((requirement) => requirement.id === id);

  it('are those listed, no more, no less', () => {
    const files = fs.readdirSync('catalogues').filter((name) => name.endsWith('.rem.yaml'));
    assert.deepEqual(files.sort(), dispositifs.map(({ id }) => `${id}.rem.yaml`).sort());
    assert.equal(dispositifs.length, 23);
  });

  it('are summed up by the list', () => {
    for (const summary of dispositifs) {
      const catalogue = of(summary.id);
      const scenarios = catalogue.requirements.flatMap((requirement) => requirement.scenarios);
      assert.deepEqual(
        [catalogue.dispositif.id, catalogue.dispositif.name, catalogue.dispositif.corridor, catalogue.dispositif.wave],
        [summary.id, summary.name, summary.corridor, summary.wave],
      );
      assert.deepEqual(
        [catalogue.requirements.length, scenarios.length, scenarios.flatMap((scenario) => scenario.proofs).length],
        [summary.requirements, summary.scenarios, summary.proofs],
      );
      assert.equal(catalogue.state, catalogue.requirements.length === 0 ? 'a_importer' : 'partiel');
      assert.deepEqual(catalogue.profiles, summary.profiles);
    }
  });

  it('lose nothing of their source: 456 requirements, 398 scenarios, 539 proofs', () => {
    const requirements = new Set<string>();
    const scenarios = new Set<string>();
    const proofs = new Set<string>();
    for (const catalogue of catalogues.values()) {
      for (const requirement of catalogue.requirements) {
        requirements.add(requirement.id);
        for (const scenario of requirement.scenarios) {
          const name = `${requirement.id} ${scenario.id}`;
          scenarios.add(name);
          for (const proof of scenario.proofs) proofs.add(`${name} ${proof.id}`);
        }
      }
    }
    assert.deepEqual([requirements.size, scenarios.size, proofs.size], [456, 398, 539]);
  });

  it('state source and confidence of every requirement, and never claim an import', () => {
    for (const catalogue of catalogues.values()) {
      for (const requirement of catalogue.requirements) {
        assert.match(requirement.source ?? '', /^https:\/\//, requirement.id);
        assert.notEqual(requirement.confidence, 'importe', requirement.id);
      }
    }
  });

  it('only ask for known evidence types', () => {
    for (const catalogue of catalogues.values()) {
      const proofs = catalogue.requirements.flatMap((item) => item.scenarios.flatMap((scenario) => scenario.proofs));
      for (const proof of proofs) for (const type of proof.types) assert.ok(evidenceType(type), `${proof.id} ${type}`);
    }
  });

  it('have ids whose beginnings tell the domain, but for a few that their source classifies otherwise', () => {
    const otherwise = new Set<string>();
    for (const catalogue of catalogues.values()) {
      for (const { id, domain } of catalogue.requirements) if (domainOfId(id)?.id !== domain) otherwise.add(id);
    }
    assert.deepEqual([...otherwise].sort(), [
      'EXI EDC PSC 102',
      'LGC.MDV.06',
      'LGC.MDV.08',
      'LGC.MDV.09',
      'SC.MSS/UX.41',
      'SENTINELLE.20',
    ]);
  });

  it('let one of the four Pro Santé Connect modalities be enough', () => {
    const scenarios = requirementOf('MDV-LGC-Va2', 'PSC.01')?.scenarios ?? [];
    assert.deepEqual(
      scenarios.map((scenario) => [scenario.id, scenario.mode, scenario.proofs.some((proof) => proof.dependsOnCase)]),
      ['01', '02', '03', '04'].map((number) => [`PSC.01.${number}`, 'au_moins_un', false]),
    );
    // Wave 1 mixes alternatives with what everybody must show.
    const waveOne = requirementOf('MDV-LGC-Va1', 'PSC/va1.01')?.scenarios ?? [];
    assert.deepEqual(
      waveOne.map((scenario) => [scenario.mode, scenario.proofs[0]?.dependsOnCase ?? false]),
      [
        ['tous', true],
        ['tous', true],
        ['tous', false],
        ['tous', true],
      ],
    );
  });

  it('keep scenarios of some tools out of the catalogues of the others', () => {
    const scenarios = (dispositif: string) => requirementOf(dispositif, 'INS/va1.22')?.scenarios.length;
    assert.equal(scenarios('RAD-RIS-Va1'), 1);
    assert.equal(scenarios('MDV-LGC-Va1'), 0);
  });

  it('note as obsolete only what their source says so of their own dispositif', () => {
    const state = (dispositif: string, id: string) => requirementOf(dispositif, id)?.sourceState;
    assert.equal(state('MDV-LGC-Va1', 'PSC/va1.01'), 'obsolete dans la reprise de 2023 pour tous les REM');
    assert.equal(state('MDV-LGC-Va1', 'DOC/va1.05'), undefined);
    assert.equal(state('MDV-LGC-Va1', 'INS/va1.36'), 'a retravailler dans la reprise de 2023 pour LGC');
    assert.equal(state('HOP-DPI-Va1', 'INS/va1.36'), undefined);
    // A third party read it in the published REM since.
    assert.equal(state('MDV-LGC-Va2', 'MSS/va1.27'), undefined);
    assert.equal(requirementOf('MDV-LGC-Va2', 'MSS/va1.27')?.confidence, 'tierce');
  });

  it('resolve every id of their own, and no alias of two requirements', () => {
    for (const catalogue of catalogues.values()) {
      const index = new CatalogueIndex(catalogue);
      for (const requirement of catalogue.requirements) {
        assert.equal(index.requirement(requirement.id)?.requirement, requirement);
        for (const alias of requirement.waveOneIds) {
          const found = index.requirement(alias);
          assert.ok(found ? found.requirement === requirement : index.ambiguous(alias).length > 1, alias);
        }
      }
    }
    assert.equal(new CatalogueIndex(of('MDV-LGC-Va2')).requirement('SC.PSC.01')?.requirement.id, 'PSC.01');
    assert.deepEqual(new CatalogueIndex(of('RAD-RIS-Va1')).ambiguous('RIS.INS.01'), ['INS/va1.01', 'INS/va1.56']);
  });
});
