import { vpcRanges } from '../../facts/clusterConfig/vpcRanges';
import { productLoadBalancers } from '../../facts/loadBalancer/productLoadBalancers';
import { releaseOf } from '../../facts/release/release';
import { envoyWorkload, productWorkload } from '../../facts/release/workload';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { administrativePorts } from './administrativePorts';
import { policySubjects } from './policySubjects';
import { serviceSubjects } from './serviceSubjects';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const administrativePortsClosed: Guideline = {
  id: 'administrative-ports-closed',
  level: 'recommendation',
  title: 'Administration and metrics stay inside the own network',
  source: source(
    'eksClusters',
    'Restrict connections by using some security features based on your requirements',
  ),
  pass: 'Nothing offers the administrative and metrics ports outside the own VPC.',
  fail: 'A port that pauses the product or shows its metrics is open to other networks.',
  remedy:
    'Remove the port from the load balancer Service, and let NetworkPolicies name the two product ports for other networks.',
  plan: sideCheck({
    needs: ['clusterConfig', 'product', 'manifests'],
    needsShared: ['environment'],
    check: (facts, { side, given }) => {
      const { clusterConfig, product, manifests, environment } = facts;
      const own = vpcRanges({ clusterConfig, environment, side });
      const ports = administrativePorts(given.properties, side);
      const release = releaseOf(environment, side);
      const workloads = [
        productWorkload(product, { side, release }),
        envoyWorkload(product, { side, release }),
      ].filter(workload => workload !== undefined);
      return combine(
        [
          ...productLoadBalancers(facts, side).flatMap(service =>
            serviceSubjects(service, { ports, own }),
          ),
          ...workloads.flatMap(workload =>
            policySubjects(workload, { manifests, ports, own }),
          ),
        ],
        {
          none: 'no load balancer and no NetworkPolicy',
          expected: `ports ${ports.join(', ')} only inside the own VPC`,
        },
      );
    },
  }),
};
