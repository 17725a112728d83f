// The JSON Schema of manifests, for other editors, from the one description that the walker, completion and hover use.
import { importTypeScript } from '../import-typescript.mjs';

const output = 'schemas/manifest.schema.json';
const discussionOutput = 'schemas/discussion.schema.json';
const portfolioOutput = 'schemas/portefeuille.schema.json';

/**
 * JSON types and limits of each scalar format, for a text that other editors read with YAML's core schema. Where that schema
 * makes numbers of what the walker takes as it is written, both are let in: `12.10`, `0x1F`, the fingerprint 12345678.
 */
const formats = {
  text: { type: ['string', 'number', 'boolean'] },
  version: { type: ['string', 'number', 'boolean'] },
  path: { type: ['string', 'number', 'boolean'] },
  glob: { type: ['string', 'number', 'boolean'] },
  integer: { type: ['integer', 'string'], minimum: 0, maximum: 999_999_999_999_999, pattern: '^\\d{1,15}$' },
  execution: {
    type: ['integer', 'string'],
    minimum: 1,
    maximum: 999_999_999_999_999,
    pattern: '^(?=.{1,15}$)0*[1-9]\\d*$',
  },
  date: { type: ['string'], format: 'date', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' },
  sha256: { type: ['string'], pattern: '^[0-9a-fA-F]{64}$' },
  fingerprint: { type: ['string', 'number'], minimum: 0, pattern: '^[0-9a-fA-F]{8}$' },
  url: { type: ['string'], pattern: '^[hH][tT][tT][pP][sS]?://[^\\s/?#]+([/?#]\\S*)?$' },
};

/** @returns path (relative to the repository) → content. */
export async function outputs() {
  const { mainShape, fragmentShape } = await importTypeScript('server/core/manifest/manifest-shape.ts');
  const schema = schemaOf(mainShape, fragmentShape);
  const { portfolioShape } = await importTypeScript('server/core/portfolio/portfolio-shape.ts');
  const { discussionShape } = await importTypeScript('server/core/manifest/discussion-shape.ts');
  return new Map([
    [output, `${JSON.stringify(schema, null, 2)}\n`],
    [discussionOutput, `${JSON.stringify(discussionSchemaOf(discussionShape), null, 2)}\n`],
    [portfolioOutput, `${JSON.stringify(portfolioSchemaOf(portfolioShape), null, 2)}\n`],
  ]);
}

function portfolioSchemaOf(shape) {
  const definitions = new Definitions();
  const main = definitions.reference(shape);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:segur-preuves:schema:portefeuille:1',
    $comment:
      'Generated from server/core/portfolio/portfolio-shape.ts by scripts/generate.mjs. Do not edit. Descriptions are in French, their English beside them in $comment.',
    title: 'Portefeuille de dossiers (portefeuille.yaml), version 1',
    description:
      'Plusieurs dossiers, et le dossier de leurs pièces communes. Il ne part jamais dans un dépôt. / Several dossiers, and the folder of their common pieces. It never leaves in a package.',
    ...main,
    $defs: definitions.all(),
  };
}

function discussionSchemaOf(shape) {
  const definitions = new Definitions();
  const main = definitions.reference(shape);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:segur-preuves:schema:discussion:1',
    $comment:
      'Generated from server/core/manifest/discussion-shape.ts by scripts/generate.mjs. Do not edit. Descriptions are in French, their English beside them in $comment.',
    title: 'Discussion au sujet d’une preuve (discussions/*.yaml), version 1',
    description:
      'Un fil par fichier, pour l’équipe seule : il ne part jamais dans un dépôt. / One thread a file, for the team alone: it never leaves in a package.',
    ...main,
    $defs: definitions.all(),
  };
}

function schemaOf(mainShape, fragmentShape) {
  const definitions = new Definitions();
  const main = definitions.reference(mainShape);
  const fragment = definitions.reference(fragmentShape);
  const mainOnly = Object.keys(mainShape.keys).filter((key) => !Object.hasOwn(fragmentShape.keys, key));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:segur-preuves:schema:manifest:1',
    $comment:
      'Generated from server/core/manifest/manifest-shape.ts by scripts/generate.mjs. Do not edit. Descriptions are in French, their English beside them in $comment. A file with one key that only a main manifest has is a main manifest, any other a fragment.',
    title: 'Dossier de preuves Ségur (*.preuves.yaml), version 1',
    description:
      'Un fichier principal (clé `dossier`), ou un fragment qui n’a que des exigences et des scénarios. / A main file (key `dossier`), or a fragment that has requirements and scenarios only.',
    type: 'object',
    if: { anyOf: mainOnly.map((key) => ({ required: [key] })) },
    then: main,
    else: fragment,
    $defs: definitions.all(),
  };
}

/** Makes one definition of each named mapping, however often it is used. */
class Definitions {
  #names = new Map();
  #schemas = {};

  reference(shape) {
    let name = this.#names.get(shape);
    if (name === undefined) {
      name = asciiName(shape.name);
      if (Object.hasOwn(this.#schemas, name)) throw new Error(`Two mappings of the manifest are named ${name}.`);
      this.#names.set(shape, name);
      // Its place first, so that definitions stand in the order in which they are met.
      this.#schemas[name] = {};
      Object.assign(this.#schemas[name], this.#map(shape));
    }
    return { $ref: `#/$defs/${name}` };
  }

  all() {
    return this.#schemas;
  }

  #map(shape) {
    const entries = Object.entries(shape.keys);
    const required = entries.flatMap(([key, { required: needed, requiredUnless }]) =>
      needed && requiredUnless === undefined ? [key] : [],
    );
    const either = entries.flatMap(([key, { required: needed, requiredUnless }]) =>
      needed && requiredUnless !== undefined
        ? [{ anyOf: [key, ...requiredUnless].map((one) => ({ required: [one] })) }]
        : [],
    );
    const properties = entries.map(([key, { shape: value, required: needed, doc }]) => [
      key,
      { description: doc.fr, $comment: doc.en, ...this.value(value, { empty: !(needed && value.kind === 'scalar') }) },
    ]);
    return {
      title: shape.name,
      type: mayBeEmpty(shape) ? ['object', 'null'] : 'object',
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(properties),
      additionalProperties: false,
      ...(either.length > 0 && { allOf: either }),
      ...(shape.exactlyOneOf && { oneOf: shape.exactlyOneOf.map((key) => ({ required: [key] })) }),
    };
  }

  /** @param {{ empty: boolean }} options whether nothing at all (`key:`) may stand there, where the shape allows it */
  value(shape, { empty }) {
    switch (shape.kind) {
      case 'map':
        return { ...this.reference(shape), ...(!empty && mayBeEmpty(shape) && { type: 'object' }) };
      case 'dict':
        return {
          type: empty ? ['object', 'null'] : 'object',
          additionalProperties: this.value(shape.value, { empty: true }),
        };
      case 'list':
        return { type: empty ? ['array', 'null'] : 'array', items: this.value(shape.item, { empty: false }) };
      case 'scalar':
        return scalar(shape, empty);
      default:
        throw new Error(`No JSON Schema is known for ${shape.kind}.`);
    }
  }
}

/** The walker takes nothing at all for an empty mapping, and then looks for the keys that must be there. */
function mayBeEmpty(shape) {
  return !shape.exactlyOneOf && Object.values(shape.keys).every((key) => !key.required);
}

function scalar({ format, allowed, suggested }, empty) {
  if (allowed) {
    const values = format === 'formatVersion' ? allowed.flatMap((value) => [Number(value), value]) : allowed;
    return { enum: empty ? [...values, null] : [...values] };
  }
  const known = formats[format];
  if (!known) throw new Error(`No JSON Schema is known for the format ${format}.`);
  const { type, ...limits } = known;
  const types = empty ? [...type, 'null'] : type;
  return {
    type: types.length === 1 ? types[0] : types,
    ...limits,
    ...(suggested && { examples: [...suggested] }),
  };
}

function asciiName(name) {
  return name.normalize('NFD').replace(/[^\w-]/g, '');
}
