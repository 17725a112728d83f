// The bill of materials of what ships, in CycloneDX: npm's own, reduced to the packages that are really in dist/.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { npm } from '../npm.mjs';
import { licensed } from './licences.mjs';
import { npmManifest } from './npm-package.mjs';
import { shippedPackages } from './shipped.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * A CycloneDX 1.5 document. Same packages, same document: its number is drawn from its content, and it bears no time but
 * SOURCE_DATE_EPOCH.
 * @throws when the lock file does not know a package that ships, or not in that version
 */
export function sbom(shipped = shippedPackages()) {
  // With what is needed for development: « --omit dev » leaves out packages that both need.
  const whole = JSON.parse(npm(['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], { cwd: root }));
  const { name, version, description, license } = npmManifest([]);
  const licences = new Map(shipped.map((one) => [`${one.name}@${one.version}`, licensed(one).licence]));
  const components = whole.components
    .filter((component) => licences.has(component['bom-ref']))
    // Where npm found it says nothing of the package, and what package.json leaves out is in its files.
    .map((component) => ({
      ...component,
      properties: undefined,
      externalReferences: undefined,
      licenses: [{ license: { id: licences.get(component['bom-ref']) } }],
    }))
    .sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  const known = new Set(components.map((component) => component['bom-ref']));
  const unknown = [...licences.keys()].filter((ref) => !known.has(ref));
  if (unknown.length > 0)
    throw new Error(`in dist/, not among the dependencies of package-lock.json: ${unknown.join(', ')}`);
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const content = {
    metadata: {
      ...(epoch === undefined ? {} : { timestamp: new Date(Number(epoch) * 1000).toISOString() }),
      lifecycles: [{ phase: 'build' }],
      // Without its version, which would make another document of the same packages.
      tools: [{ vendor: 'npm', name: 'cli' }],
      component: {
        'bom-ref': `${name}@${version}`,
        type: 'application',
        name,
        version,
        description,
        purl: `pkg:npm/${name}@${version}`,
        licenses: [{ license: { id: license } }],
      },
    },
    components,
    dependencies: dependenciesOf(whole.dependencies, known, `${name}@${version}`),
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}`,
    version: 1,
    ...content,
  };
}

/** Who needs whom among what ships: a package that does not ship hands its needs on to those that need it. */
function dependenciesOf(all, known, top) {
  const needs = new Map(all.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const asked = Object.entries(manifest.dependencies).map(([name, version]) => `${name}@${version}`);
  needs.set(top, asked);
  const shippedNeeds = (ref, seen) =>
    (needs.get(ref) ?? []).flatMap((needed) => {
      if (known.has(needed)) return [needed];
      if (seen.has(needed)) return [];
      seen.add(needed);
      return shippedNeeds(needed, seen);
    });
  return [top, ...known].map((ref) => ({ ref, dependsOn: [...new Set(shippedNeeds(ref, new Set()))].sort() }));
}

/** A UUID of version 8 (RFC 9562: made as one likes), out of a text. */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
