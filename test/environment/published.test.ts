import fc from 'fast-check';
import { readFileSync, readdirSync } from 'fs';
import { join, resolve } from 'path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import {
  environmentJsonSchema,
  environmentReference,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { environments } from './arbitrary';
import { expectedText } from './expected';

const PACKAGE = resolve(__dirname, '../../plugins/scalardl-common');
const GOOD = join(__dirname, 'good');

describe('the published JSON Schema', () => {
  const validate = new Ajv2020({
    allErrors: true,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
  }).compile(environmentJsonSchema());

  it('is current', () => {
    const actual = `${JSON.stringify(environmentJsonSchema(), undefined, 2)}\n`;
    const path = join(PACKAGE, 'schema/environment.v1.json');
    expect(expectedText(path, actual)).toBe(actual);
  });

  it('is part of the package', () => {
    const manifest = JSON.parse(
      readFileSync(join(PACKAGE, 'package.json'), 'utf8'),
    ) as { files: string[] };
    expect(manifest.files).toContain('schema');
  });

  it.each(readdirSync(GOOD))('accepts %s', file => {
    validate(parse(readFileSync(join(GOOD, file), 'utf8')));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('accepts random environments', () => {
    fc.assert(
      fc.property(environments(), environment => {
        validate(environment);
        expect(validate.errors ?? []).toEqual([]);
      }),
    );
  });

  it('refuses an unknown key, a missing one and a wrong type', () => {
    const environment = parse(
      readFileSync(join(GOOD, 'payments.yaml'), 'utf8'),
    ) as { spec: Record<string, unknown> };
    const { region, ...spec } = environment.spec;
    validate({ ...environment, spec: { ...spec, regoin: region, tls: true } });
    const errors = (validate.errors ?? []).map(
      ({ instancePath, keyword }) => `${instancePath} ${keyword}`,
    );
    expect(errors.sort()).toEqual([
      '/spec additionalProperties',
      '/spec required',
      '/spec/tls type',
    ]);
  });

  it('describes every key, so that an editor explains it', () => {
    const undescribed = Object.entries(properties(environmentJsonSchema()))
      .filter(([, schema]) => !schema.description)
      .map(([path]) => path);
    expect(undescribed).toEqual([]);
  });
});

interface SchemaNode {
  description?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
}

function properties(schema: SchemaNode, path = ''): Record<string, SchemaNode> {
  const own = Object.entries(schema.properties ?? {}).map(
    ([key, child]) => [`${path}/${key}`, child] as const,
  );
  return Object.assign(
    Object.fromEntries(own),
    ...own.map(([key, child]) => properties(child, key)),
    schema.items ? properties(schema.items, `${path}[]`) : {},
  );
}

describe('the reference of keys', () => {
  it('is current', () => {
    const actual = environmentReference();
    const path = join(PACKAGE, 'docs/environment.md');
    expect(expectedText(path, actual)).toBe(actual);
  });
});
