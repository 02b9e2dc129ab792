import { type Change, onLedger } from '../liveTrial.fixture';

/** Without what there is of these kinds among the objects of Prometheus's operator. */
export const without = (...kinds: string[]): Change =>
  onLedger('monitors', monitors =>
    monitors.filter(({ kind }) => !kinds.includes(kind)),
  );

/** With other keys in every object of a kind. */
export const change = (kind: string, keys: object, status?: object): Change =>
  onLedger('monitors', monitors =>
    monitors.map(one =>
      one.kind === kind
        ? {
            ...one,
            spec: { ...one.spec, ...keys },
            status: { ...one.status, ...status },
          }
        : one,
    ),
  );

export const selecting = (keys: object) => change('Prometheus', keys);
