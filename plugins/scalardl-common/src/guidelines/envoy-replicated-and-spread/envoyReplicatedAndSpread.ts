import { releaseOf } from '../../facts/release/release';
import { minimumReplicas } from '../../facts/release/replicas';
import { spreadOver } from '../../facts/release/spread';
import { type Workload, envoyWorkload } from '../../facts/release/workload';
import type { SourceDocument } from '../../facts/sourceDocument';
import { parseQuantity } from '../../facts/kubernetes/quantity';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';
import { combine, skipped } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const FEWEST = 3;
const HOSTNAME = 'kubernetes.io/hostname';

/** https://scalardl.scalar-labs.com/docs/latest/helm-charts/configure-custom-values-envoy/ */
export const envoyReplicatedAndSpread: Guideline = {
  id: 'envoy-replicated-and-spread',
  level: 'recommendation',
  title: 'Three Envoy pods on different nodes, with resources of their own',
  source: source('helmCharts', 'Scalar Envoy'),
  pass: 'At least three Envoy pods keep to different nodes and are sure of CPU and memory.',
  fail: 'Envoy, through which every request passes, may fail with one node or starve.',
  remedy:
    'Set spec.<side>.pods.envoyReplicas to 3 or more, and envoy.affinity and envoy.resources in the values.',
  plan: sideCheck({
    needs: ['product', 'manifests'],
    needsShared: ['environment'],
    check: ({ product, manifests, environment }, { side }) => {
      const release = releaseOf(environment, side);
      const envoy = envoyWorkload(product, { side, release });
      if (!envoy) return skipped('Envoy is switched off');
      return combine(
        [
          replicaSubject(envoy, manifests),
          spreadSubject(envoy),
          resourceSubject(envoy, 'cpu'),
          resourceSubject(envoy, 'memory'),
        ],
        { none: 'no Envoy', expected: 'three pods, spread, with resources' },
      );
    },
  }),
  live,
};

function replicaSubject(
  envoy: Workload,
  manifests: readonly SourceDocument[],
): Subject {
  const { count, setBy, location } = minimumReplicas(envoy, manifests);
  const id = 'Envoy pods';
  if (count === undefined) {
    const detail = `${setBy} of Envoy is no whole number`;
    return { id, verdict: 'unknown', detail, location };
  }
  return {
    id,
    verdict: count >= FEWEST ? 'pass' : 'fail',
    detail: `${count} Envoy pods at least, by ${setBy}`,
    location,
  };
}

function spreadSubject(envoy: Workload): Subject {
  const { answer, detail } = spreadOver(envoy, HOSTNAME);
  return {
    id: 'Envoy spread',
    verdict: verdictOf(answer),
    detail: `Envoy: ${detail}`,
    location: envoy.locate('affinity', 'podAntiAffinity'),
  };
}

function resourceSubject(envoy: Workload, name: 'cpu' | 'memory'): Subject {
  const value =
    envoy.get('resources', 'requests', name) ??
    envoy.get('resources', 'limits', name);
  const amount = parseQuantity(value);
  const id = `envoy.resources.requests.${name}`;
  return {
    id,
    verdict: amount ? 'pass' : 'fail',
    detail: amount ? `${id} is ${String(value)}` : `${id} is not set`,
    location: envoy.locate('resources', 'requests', name),
  };
}
