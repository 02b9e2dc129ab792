import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  KUBERNETES_SUPPORT,
  environmentJsonSchema,
  findInstanceType,
  judgeVersion,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { parse } from 'yaml';

/** The part of a form's JSON Schema that is looked at here. */
interface Field {
  title?: string;
  type?: string;
  pattern?: string;
  enum?: string[];
  items?: Field;
  properties?: Record<string, Field>;
  dependencies?: Record<string, { oneOf: Field[] }>;
}

const text = readFileSync(
  resolve(__dirname, '../../templates/scalardl-on-eks/template.yaml'),
  'utf8',
);
const pages: Field[] = parse(text).spec.parameters;

function page(title: string): Field {
  const found = pages.find(candidate => candidate.title === title);
  if (!found) throw new Error(`The form has no page ${title}.`);
  return found;
}

/** A field and all beneath it; what stands in lists is listed by the list's title. */
function withChildren(field: Field): Field[] {
  const children = [
    ...Object.values(field.properties ?? {}),
    ...Object.values(field.dependencies ?? {}).flatMap(({ oneOf }) => oneOf),
  ];
  return [field, ...children.flatMap(withChildren)];
}

function side(name: 'ledger' | 'auditor'): Record<string, Field> {
  const pageTitle = name === 'ledger' ? 'Ledger' : 'Auditor';
  return page(pageTitle).properties?.[name]?.properties ?? {};
}

describe('template.yaml', () => {
  it('has the pages that the form is made of', () => {
    expect(pages.map(({ title }) => title)).toEqual([
      'Basics',
      'Ledger',
      'Auditor',
      'Applications',
      'Operations',
      'Network',
      'Repository and destination',
    ]);
  });

  it('gives every field a title of its own: the review page lists values by title', () => {
    const titles = pages
      .flatMap(({ properties = {}, dependencies = {} }) =>
        withChildren({ properties, dependencies }),
      )
      .filter(({ type }) => type && type !== 'object')
      .map(({ title }) => title);
    expect(titles).not.toContain(undefined);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual(
      [],
    );
  });

  it('asks the same of both sides', () => {
    const { ledgerHost, ...auditor } = side('auditor');
    expect(ledgerHost).toBeDefined();
    expect(JSON.stringify(auditor)).toBe(
      JSON.stringify(side('ledger')).replace(
        /(?<="title":"[^"]*)Ledger/g,
        'Auditor',
      ),
    );
  });

  it('refuses what the environment file refuses, in the same pattern', () => {
    const schema = environmentJsonSchema() as Field;
    const { metadata, spec } = schema.properties ?? {};
    const { name, region } = page('Basics').properties ?? {};
    const account = spec?.properties?.ledger?.properties?.awsAccountId;
    expect(name?.pattern).toBe(metadata?.properties?.name?.pattern);
    expect(region?.pattern).toBe(spec?.properties?.region?.pattern);
    expect(side('ledger').awsAccountId?.pattern).toBe(account?.pattern);
  });

  it.each(['ledger', 'auditor'] as const)(
    'offers instance types for the %s that are large enough for ScalarDL',
    name => {
      const types = (side(name).instanceType?.enum ?? []).map(findInstanceType);
      expect(types).not.toHaveLength(0);
      for (const type of types) {
        expect(type?.cpus).toBeGreaterThanOrEqual(4);
        expect(type?.memoryMiB).toBeGreaterThanOrEqual(8192);
        expect(type?.architecture).toBe('x86_64');
      }
    },
  );

  it('offers Kubernetes versions that were supported when the table was read', () => {
    const versions = page('Basics').properties?.kubernetesVersion?.enum ?? [];
    expect(versions).not.toHaveLength(0);
    for (const version of versions) {
      expect(
        judgeVersion(KUBERNETES_SUPPORT, version, KUBERNETES_SUPPORT.readOn),
      ).toMatchObject({ verdict: 'supported' });
    }
  });

  it('asks for no secret', () => {
    expect(text).not.toMatch(/ui:(field|widget): *(Secret|password)/);
  });
});
