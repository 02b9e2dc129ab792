import { combine, skipped } from '../finding';
import { gateSubjects } from '../gateSubjects';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';
import { probeSubject } from './probeSubject';
import { reservationOf } from './reservation';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/NetworkPeeringForScalarDLAuditor/ */
export const healthChecksAnswered: Guideline = {
  id: 'health-checks-answered',
  level: 'requirement',
  title: 'The other side answers health checks',
  source: source('networkPeering', 'Connections'),
  pass: 'Asked from a pod beside the product, every port of the other side’s load balancer says that it is serving.',
  fail: 'Asked from a pod beside the product, a port of the other side’s load balancer does not answer, or says that it is not serving.',
  remedy:
    'Follow the failing port: see what the guidelines on routes, security groups, load balancer targets and TLS say of the way, and the logs of Envoy and of the product behind it.',
  live: liveSideCheck({
    needs: ['probes'],
    check: ({ probes }, { given }) => {
      if (!probes) return skipped('off, because probe is not set');
      const { networkPolicies } = given;
      const finding = combine(
        [
          ...gateSubjects(probes.ends),
          ...probes.probes.map(probe =>
            probeSubject(
              probe,
              reservationOf(probe, { probes, networkPolicies }),
            ),
          ),
        ],
        {
          none: 'the product is not deployed on both sides',
          expected: 'every port serving',
        },
      );
      return probes.left === undefined
        ? finding
        : { ...finding, observed: `${finding.observed}; ${probes.left}` };
    },
  }),
};
