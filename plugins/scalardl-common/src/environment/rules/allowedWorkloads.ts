import { SIDES } from '../../report/report';
import { needsImage } from '../../facts/workloads/allowances';
import type { Rule } from './rule';

const PRODUCT_NAMESPACES = SIDES.map(side => `scalardl-${side}`);

/** Where the product or the cluster's own parts run, an entry names its image: else anything could hide there. */
export const allowedWorkloads: Rule = ({ spec }) =>
  (spec?.allowedWorkloads ?? []).flatMap((entry, index) => {
    if (!entry || 'image' in entry) return [];
    const { namespace } = entry;
    if (!needsImage(namespace, PRODUCT_NAMESPACES)) return [];
    return [
      {
        path: ['spec', 'allowedWorkloads', index],
        expected: `the image of what may run in ${namespace}`,
        received: 'an entry for every image',
        remedy: 'Add image, such as ghcr.io/acme/agent.',
        guideline: 'no-application-workloads',
      },
    ];
  });
