import type { WorkloadClass } from '../kubernetes';
import { CHART_NAMES, COMPONENT_LABEL, NAME_LABEL } from '../product';
import type { Classification, ClassificationQuery } from './classifyWorkload';

const COMPONENTS = ['ledger', 'auditor', 'envoy'];

/**
 * Judges an image of Scalar's by where it runs: only under the labels of the charts and in the product's
 * namespace it is the product, because anybody can start a container of any image with a command of his own.
 */
export function productImage(
  image: string,
  { labels, namespace }: WorkloadClass,
  { side, settings }: ClassificationQuery,
): Classification {
  const component = labels[COMPONENT_LABEL] ?? '';
  if (!COMPONENTS.includes(component)) {
    return {
      what: 'foreign',
      detail: `runs ${image} without the product's label ${COMPONENT_LABEL}`,
    };
  }
  const release = settings.release[side];
  if (release && namespace !== release.namespace) {
    return {
      what: 'foreign',
      detail: `runs ${image} outside of the product's namespace ${release.namespace}`,
    };
  }
  const name = labels[NAME_LABEL] ?? '';
  if (!Object.values(CHART_NAMES).includes(name)) {
    return {
      what: 'unknown',
      detail: `runs ${image}, but ${NAME_LABEL} is ${name || 'not set'}: whether Scalar's chart made it cannot be told`,
    };
  }
  return { what: 'product', detail: `runs ${image} as ${component}` };
}
