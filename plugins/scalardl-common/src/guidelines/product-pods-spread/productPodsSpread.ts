import { releaseOf } from '../../facts/release/release';
import { spreadOver } from '../../facts/release/spread';
import { productWorkload } from '../../facts/release/workload';
import { verdictOf } from '../certainty';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const HOSTNAME = 'kubernetes.io/hostname';

/** https://scalardl.scalar-labs.com/docs/latest/helm-charts/configure-custom-values-scalardl-ledger/ */
export const productPodsSpread: Guideline = {
  id: 'product-pods-spread',
  level: 'recommendation',
  title: 'Ledger or Auditor pods keep to different nodes',
  source: source(
    'eksClusters',
    'Create at least three worker nodes and three pods per EKS cluster',
  ),
  pass: 'A rule that selects the product’s own pods keeps them on different nodes.',
  fail: 'Nothing keeps the product’s pods from sharing one node.',
  remedy:
    'Give <side>.affinity.podAntiAffinity a term with topologyKey kubernetes.io/hostname whose labelSelector matches the pods of the release.',
  plan: sideCheck({
    needs: ['product'],
    needsShared: ['environment'],
    check: ({ product, environment }, { side }) => {
      const release = releaseOf(environment, side);
      const workload = productWorkload(product, { side, release });
      const { answer, detail } = spreadOver(workload, HOSTNAME);
      return combine(
        [
          {
            id: workload.title,
            verdict: verdictOf(answer),
            detail: `${workload.title}: ${detail}`,
            location: workload.locate('affinity', 'podAntiAffinity'),
          },
        ],
        { none: 'no pods', expected: `pods apart by ${HOSTNAME}` },
      );
    },
  }),
  live,
};
