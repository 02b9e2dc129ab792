import { example } from './rules/example.fixture';
import { environmentSchema } from './schema';
import { validParts } from './validParts';

function partsOf(value: unknown) {
  return validParts(
    value,
    environmentSchema.safeParse(value).error?.issues ?? [],
  );
}

describe('validParts', () => {
  it('of a sound environment are what the schema gives', () => {
    const environment = example();
    expect(partsOf(environment)).toEqual(environmentSchema.parse(environment));
  });

  it('lack what is broken, and keep what stands beside', () => {
    const environment = example();
    Object.assign(environment.spec.ledger.nodes, { max: 'many' });
    const nodes = partsOf(environment).spec?.ledger?.nodes;
    expect(nodes?.max).toBeUndefined();
    expect(nodes).toMatchObject({ min: 3, volumeSizeGiB: 80 });
  });

  it('have no default in place of what is broken', () => {
    const environment = example();
    Object.assign(environment.spec.ledger, { endpoint: 'private' });
    expect(partsOf(environment).spec?.ledger?.endpoint).toBeUndefined();
  });

  it('keep the place of list items behind a broken one', () => {
    const environment = example();
    environment.spec.runners.cidrs = ['x', '10.4.0.0/24'];
    expect(partsOf(environment).spec?.runners?.cidrs).toEqual([
      undefined,
      '10.4.0.0/24',
    ]);
  });

  it('lack unknown keys', () => {
    const environment = example();
    Object.assign(environment.spec.tls, { mutual: true });
    expect(partsOf(environment).spec?.tls).toEqual({ enabled: true });
  });

  it.each([undefined, null, 'text', [], 5])('of %j are none', value => {
    expect(partsOf(value)).toEqual({});
  });

  it('leave the value itself alone', () => {
    const environment = example();
    Object.assign(environment.spec.ledger, { endpoint: 'private' });
    const before = JSON.stringify(environment);
    partsOf(environment);
    expect(JSON.stringify(environment)).toBe(before);
  });
});
