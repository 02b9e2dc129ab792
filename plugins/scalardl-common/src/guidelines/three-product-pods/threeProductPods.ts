import { minimumReplicas } from '../../facts/release/replicas';
import { releaseOf } from '../../facts/release/release';
import { productWorkload } from '../../facts/release/workload';
import { fail, pass, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const FEWEST = 3;

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const threeProductPods: Guideline = {
  id: 'three-product-pods',
  level: 'recommendation',
  title: 'At least three Ledger or Auditor pods',
  source: source(
    'eksClusters',
    'Create at least three worker nodes and three pods per EKS cluster',
  ),
  pass: 'The product has three pods or more.',
  fail: 'The product has fewer than three pods that serve, or may come to have fewer.',
  remedy:
    'Set spec.<side>.pods.replicas to 3 or more, and minReplicas of an autoscaler to no less.',
  plan: sideCheck({
    needs: ['product', 'manifests'],
    needsShared: ['environment'],
    check: ({ product, manifests, environment }, { side }) => {
      const release = releaseOf(environment, side);
      const workload = productWorkload(product, { side, release });
      const { count, setBy, location } = minimumReplicas(workload, manifests);
      const expected = `${FEWEST} pods or more at all times`;
      if (count === undefined) {
        return unknown(`${setBy} of ${workload.title} is no whole number`, {
          expected,
          location,
        });
      }
      const evidence = {
        expected,
        observed: `${count} ${workload.title} pods at least, by ${setBy}`,
        location,
      };
      return count >= FEWEST ? pass(evidence) : fail(evidence);
    },
  }),
  live,
};
