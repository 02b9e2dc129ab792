import {
  type ConfiguredPod,
  type VariableOrigin,
  configuredPods,
  originOf,
} from '../../facts/live/configuration';
import { isPlaceholder } from '../../facts/product/configuration';
import type { Property } from '../../facts/properties';
import type { Subject } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { credentialsIn, credentialSubject, EXPECTED } from './credentials';

/** A ConfigMap and a Deployment are read by everybody who may look at the namespace. */
const VERDICTS: Readonly<Record<VariableOrigin['from'], Subject['verdict']>> = {
  secret: 'pass',
  configMap: 'fail',
  text: 'fail',
  several: 'unknown',
  nowhere: 'fail',
};

/** Follows each placeholder to where the containers that run get its variable from. */
export const live = liveSideCheck({
  needs: ['properties', 'productDeployments'],
  check: ({ properties, productDeployments }, { side, settings }) => {
    if (!properties) return skipped('the product is not deployed');
    const pods = configuredPods(productDeployments, side, { side, settings });
    const subjects = credentialsIn(properties).flatMap(property =>
      judgeCredential(property, pods),
    );
    const failed = subjects.some(({ verdict }) => verdict === 'fail');
    return pods.length === 0 && !failed
      ? unknown('no Deployment of the product was found', {
          expected: EXPECTED,
          subjects,
        })
      : combine(subjects, { none: 'no credentials', expected: EXPECTED });
  },
});

function judgeCredential(
  property: Property,
  pods: readonly ConfiguredPod[],
): Subject[] {
  const { key, value } = property;
  if (!isPlaceholder(value)) return [credentialSubject(property)];
  const name = value.slice('${env:'.length, -1);
  return pods.map(({ title, container }) => {
    const origin = originOf(name, container);
    return {
      id: `${key} in ${title}`,
      verdict: VERDICTS[origin.from],
      detail: `${key} is ${name}, which comes from ${origin.detail}`,
    };
  });
}
