import { PROBE_LABEL } from '@scalardl-on-eks/plugin-scalardl-common';
import { type Sighting, WorkloadClasses } from './workloadClasses';

function sighting(name: string, changes: Partial<Sighting> = {}): Sighting {
  return {
    owner: { apiVersion: 'v1', kind: 'Pod', name },
    namespace: 'shop',
    images: ['registry.test/shop:1'],
    labels: { app: name, other: 'left out' },
    desiredPods: 1,
    ...changes,
  };
}

function folded(...sightings: Sighting[]) {
  const classes = new WorkloadClasses();
  for (const one of sightings) classes.add(one);
  return classes.all();
}

describe('WorkloadClasses', () => {
  it('does not grow with the number of objects', () => {
    const classes = new WorkloadClasses();
    for (let index = 0; index < 30_000; index += 1) {
      classes.add(sighting(`shop-${index}`));
    }
    expect(classes.all()).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        namespace: 'shop',
        images: ['registry.test/shop:1'],
        labels: {},
        count: 30_000,
        desiredPods: 30_000,
        samples: Array.from({ length: 20 }, (_, index) => `shop-${index}`),
      },
    ]);
  });

  it.each<[string, Partial<Sighting>]>([
    ['another image', { images: ['registry.test/shop:2'] }],
    ['another namespace', { namespace: 'till' }],
    [
      'another kind',
      { owner: { apiVersion: 'batch/v1', kind: 'Job', name: 'b' } },
    ],
    [
      'the same kind of another group',
      { owner: { apiVersion: 'test/v1', kind: 'Pod', name: 'b' } },
    ],
    [
      'the labels of the product',
      { labels: { 'app.kubernetes.io/app': 'ledger' } },
    ],
    ['the mark of the probe', { labels: { [PROBE_LABEL]: 'ledger' } }],
  ])('keeps what has %s apart', (_, changes) => {
    expect(folded(sighting('a'), sighting('b', changes))).toHaveLength(2);
  });

  it('keeps the helpful labels in which all objects agree, and each name once', () => {
    const labels = (name: string) => ({
      app: name,
      'app.kubernetes.io/component': 'web',
    });
    expect(
      folded(
        sighting('a', { labels: labels('a') }),
        sighting('a', { labels: labels('a') }),
        sighting('b', { labels: labels('b') }),
      ),
    ).toMatchObject([
      {
        labels: { 'app.kubernetes.io/component': 'web' },
        count: 3,
        samples: ['a', 'b'],
      },
    ]);
  });
});
