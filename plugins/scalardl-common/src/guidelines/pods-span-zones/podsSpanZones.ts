import { releaseOf } from '../../facts/release/release';
import { spreadOver } from '../../facts/release/spread';
import {
  type Workload,
  envoyWorkload,
  productWorkload,
} from '../../facts/release/workload';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const ZONE = 'topology.kubernetes.io/zone';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const podsSpanZones: Guideline = {
  id: 'pods-span-zones',
  level: 'recommendation',
  title: 'Pods are spread over availability zones',
  source: source(
    'eksClusters',
    'Create at least three worker nodes and three pods per EKS cluster',
  ),
  pass: 'The pods of the product and of Envoy are spread over every availability zone of their nodes, up to three.',
  fail: 'All or most pods of the product or of Envoy may be lost with one availability zone.',
  remedy:
    'Give podAntiAffinity of the product and of Envoy a preferred term with topologyKey topology.kubernetes.io/zone.',
  plan: sideCheck({
    needs: ['product'],
    needsShared: ['environment'],
    check: ({ product, environment }, { side }) => {
      const release = releaseOf(environment, side);
      const workloads = [
        productWorkload(product, { side, release }),
        envoyWorkload(product, { side, release }),
      ];
      return combine(
        workloads.filter(workload => workload !== undefined).map(zoneSubject),
        { none: 'no pods', expected: `pods apart by ${ZONE}` },
      );
    },
  }),
  live,
};

function zoneSubject(workload: Workload): Subject {
  const { answer, detail } = spreadOver(workload, ZONE);
  return {
    id: workload.title,
    verdict: verdictOf(answer),
    detail: `${workload.title}: ${detail}`,
    location: workload.locate('affinity', 'podAntiAffinity'),
  };
}
