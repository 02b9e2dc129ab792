import { existsSync, readFileSync, writeFileSync } from 'fs';
import { resolve } from 'path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import type * as z from 'zod';
import { MIXED } from '../__testUtils__/report';
import { anyReport } from '../__testUtils__/anyReport';
import type { Report } from '../report';
import { reportJsonSchema, reportSchema } from './reportSchema';

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

/** Flattens intersections and optional keys, so that two ways of writing one type compare as equal. */
type Plain<T> = T extends (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { [Key in keyof T]: Plain<T[Key]> }
    : T;

const PUBLISHED = resolve(__dirname, '../../../schema/report.v1.json');

describe('reportSchema', () => {
  it('describes exactly the type Report', () => {
    // A difference is an error of the compiler, here.
    const same: Same<
      Plain<Report>,
      Plain<z.output<typeof reportSchema>>
    > = true;
    expect(same).toBe(true);
  });

  it('accepts any report, and gives it back', () => {
    fc.assert(
      fc.property(anyReport, report => {
        expect(reportSchema.parse(report)).toEqual(report);
      }),
      { numRuns: 100 },
    );
  });

  it('lets keys of a later release through', () => {
    expect(() => reportSchema.parse({ ...MIXED, later: 1 })).not.toThrow();
  });
});

describe('the published JSON Schema', () => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(reportJsonSchema());

  it('is current', () => {
    const actual = `${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`;
    if (process.env.UPDATE_EXPECTED === '1') writeFileSync(PUBLISHED, actual);
    expect(existsSync(PUBLISHED) ? readFileSync(PUBLISHED, 'utf8') : '').toBe(
      actual,
    );
  });

  it('accepts a report', () => {
    validate(JSON.parse(JSON.stringify(MIXED)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['another version', { ...MIXED, schemaVersion: 2 }, '/schemaVersion'],
    ['a local time', { ...MIXED, startedAt: 'yesterday' }, '/startedAt'],
    [
      'a verdict that does not exist',
      { ...MIXED, results: [{ ...MIXED.results[0], verdict: 'passed' }] },
      '/results/0/verdict',
    ],
    [
      'more subjects than are listed',
      {
        ...MIXED,
        results: [
          {
            ...MIXED.results[0],
            subjects: Array(21).fill({ id: 'a', verdict: 'pass' }),
          },
        ],
      },
      '/results/0/subjects',
    ],
    [
      'a line counted from 0',
      {
        ...MIXED,
        results: [
          {
            ...MIXED.results[0],
            location: { file: 'a.yaml', line: 0, column: 1 },
          },
        ],
      },
      '/results/0/location/line',
    ],
  ])('refuses %s', (_, report, path) => {
    expect(validate(report)).toBe(false);
    expect(validate.errors?.map(error => error.instancePath)).toContain(path);
  });
});
