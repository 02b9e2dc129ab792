import { allowanceFor, explainAllowance } from '../../workloads/allowances';
import type { WorkloadClass } from '../kubernetes';
import type { Classification, ClassificationQuery } from './classifyWorkload';

/** The image under the entry of `allowedWorkloads` that speaks of it, `undefined` where none does. */
export function allowedImage(
  image: string,
  { namespace }: WorkloadClass,
  { side, settings, productNamespaces }: ClassificationQuery,
): Classification | undefined {
  const entry = allowanceFor(
    { image, namespace, side },
    { allowances: settings, productNamespaces },
  );
  return (
    entry && {
      what: 'allowed',
      detail: `runs ${image}, ${explainAllowance(entry)}`,
    }
  );
}
