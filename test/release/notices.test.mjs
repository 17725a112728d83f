// Whose work ships, and under which terms: read from what was built.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { allowedLicences, licenceProblems, licensed } from '../../scripts/release/licences.mjs';
import { thirdPartyNotices } from '../../scripts/release/notices.mjs';
import { sbom } from '../../scripts/release/sbom.mjs';
import { packageFolder, shippedPackages } from '../../scripts/release/shipped.mjs';

const facts = JSON.parse(readFileSync('out/meta.json', 'utf8'));

describe('third-party notices', () => {
  const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');

  it('are those of what was built', () => {
    assert.equal(notices, thirdPartyNotices());
  });

  it('name every package of which a byte is in a bundle, or a file lies beside it, with its texts', () => {
    const named = new Set();
    for (const { inputs = {} } of Object.values(facts.outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs))
        if (bytesInOutput > 0 && file.includes('node_modules/')) named.add(packageFolder(file));
    for (const file of Object.values(facts.copied)) named.add(packageFolder(file));
    assert.ok(named.size > 50, String(named.size));
    for (const folder of named) {
      const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      assert.match(notices, new RegExp(`^${name} ${version.replaceAll('.', '\\.')}$`, 'm'), folder);
      for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'License.txt', 'license', 'LICENSE.libxml2'])
        if (existsSync(`${folder}/${file}`))
          assert.ok(
            notices.includes(readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim()),
            folder,
          );
    }
  });

  it('know scoped packages, and packages within packages, for what they are', () => {
    assert.equal(packageFolder('node_modules/@lit/reactive-element/x.js'), 'node_modules/@lit/reactive-element');
    assert.equal(packageFolder('node_modules/a/node_modules/@b/c/d.js'), 'node_modules/a/node_modules/@b/c');
    assert.equal(packageFolder('server/core/x.ts'), undefined);
    // A plugin's namespace before the path.
    assert.equal(packageFolder('a:node_modules/b/c.js'), undefined);
  });

  it('leave out a package of which nothing was left', () => {
    const outputs = { 'dist/x.js': { inputs: { 'node_modules/lit/index.js': { bytesInOutput: 0 } } } };
    assert.deepEqual(shippedPackages({ outputs, copied: {} }), []);
  });

  it('are refused for a licence that nobody has accepted, for none, and without its text', () => {
    const one = { name: 'essai', version: '1.0.0', licence: 'MIT', texts: [{ title: 'LICENSE', text: 'MIT' }] };
    assert.deepEqual(licenceProblems([one]), []);
    assert.match(licenceProblems([{ ...one, licence: 'GPL-3.0-only' }])[0], /GPL-3\.0-only, which nobody has accepted/);
    assert.match(licenceProblems([{ ...one, licence: 'SEE LICENSE IN LICENSE' }])[0], /nobody has accepted/);
    assert.match(licenceProblems([{ ...one, licence: undefined }])[0], /says no licence/);
    assert.match(licenceProblems([{ ...one, texts: [] }])[0], /no text/);
  });

  it('have the licences of the list only', () => {
    for (const { licence } of shippedPackages().map(licensed)) assert.ok(allowedLicences.includes(licence), licence);
  });
});

describe('the bill of materials', () => {
  const bill = sbom();

  it('lists what ships, and nothing else', () => {
    const shipped = new Set(shippedPackages().map(({ name, version }) => `${name}@${version}`));
    assert.deepEqual(new Set(bill.components.map((component) => component['bom-ref'])), shipped);
  });

  it('says of each where it is from, its licence and the digest of the archive that npm installed', () => {
    for (const { purl, licenses, hashes } of bill.components) {
      assert.match(purl, /^pkg:npm\//);
      assert.ok(allowedLicences.includes(licenses[0].license.id));
      assert.match(hashes[0].content, /^[0-9a-f]{128}$/);
    }
  });

  it('names in its dependencies only what it lists', () => {
    const refs = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((one) => one['bom-ref'])]);
    assert.deepEqual(new Set(bill.dependencies.map(({ ref }) => ref)), refs);
    for (const { dependsOn } of bill.dependencies) for (const ref of dependsOn) assert.ok(refs.has(ref), ref);
    // Nothing that only development needs, or that another package brings.
    assert.ok(!bill.dependencies[0].dependsOn.some((ref) => ref.startsWith('has-flag@')));
    const reached = new Set();
    const follow = (ref) => {
      if (reached.has(ref)) return;
      reached.add(ref);
      bill.dependencies.find((one) => one.ref === ref).dependsOn.forEach(follow);
    };
    follow(bill.metadata.component['bom-ref']);
    assert.deepEqual(
      [...refs].filter((ref) => !reached.has(ref)),
      [],
      'shipped, and needed by nobody',
    );
  });

  it('is the same when it is made again, with a number of its own', () => {
    assert.deepEqual(sbom(), bill);
    assert.match(bill.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const other = sbom(shippedPackages().slice(1));
    assert.notEqual(other.serialNumber, bill.serialNumber);
  });

  it('refuses a package that the lock file does not know', () => {
    const stranger = { ...shippedPackages()[0], version: '999.0.0' };
    assert.throws(() => sbom([stranger]), /not among the dependencies/);
  });
});
