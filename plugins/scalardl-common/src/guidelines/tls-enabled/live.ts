import { configuredPods, envoyTls } from '../../facts/live/configuration';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';
import { combine, skipped } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { EXPECTED, tlsSubjects } from './tlsProperties';

/** Reads what the product's pods are told, and Envoy's by its variables or its own configuration. */
export const live = liveSideCheck({
  needs: ['properties', 'productDeployments'],
  check: ({ properties, productDeployments }, { side, settings, given }) => {
    if (!properties) return skipped('the product is not deployed');
    const query = { side, settings };
    const envoys = configuredPods(productDeployments, 'envoy', query);
    return combine(
      [
        ...tlsSubjects(properties, side),
        ...envoys.flatMap(envoy =>
          (['downstream', 'upstream'] as const).map((direction): Subject => {
            const { answer, detail } = envoyTls(
              envoy,
              direction,
              given.envoyConfiguration,
            );
            const id = `Envoy ${direction}, ${envoy.title}`;
            return { id, verdict: verdictOf(answer), detail };
          }),
        ),
      ],
      { none: 'nothing to encrypt', expected: EXPECTED },
    );
  },
});
