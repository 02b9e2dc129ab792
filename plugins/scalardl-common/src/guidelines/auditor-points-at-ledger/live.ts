import {
  type LiveSide,
  allRead,
  liveSides,
  together,
} from '../../facts/live/security/liveSide';
import { productFront } from '../../facts/live/balancers/productFront';
import { lookUpAs } from '../../facts/live/names';
import { isFromEnvironment, show } from '../../facts/product/configuration';
import type { Side } from '../../report/report';
import { fail, skipped, unknown } from '../finding';
import type { Finding } from '../guideline';
import { livePairCheck } from '../liveCheck';
import { HOST, isOwnPod } from './host';
import { judgeName } from './judgeName';

/** Compares the host with the load balancers that stand in front of Ledger now. */
export const live = livePairCheck({
  needs: [],
  check: (_, { given, settings }) => {
    const { properties } = given.auditor;
    if (!properties.ok) return unknown(`Auditor: ${properties.reason}`);
    if (!properties.value) return skipped('Auditor is not deployed');
    const host = properties.value.get(HOST) ?? '';
    const evidence = {
      expected: 'the name of the load balancer in front of Ledger',
      observed: `${HOST} is ${show(properties.value.get(HOST))}`,
    };
    if (isFromEnvironment(host))
      return unknown(`${HOST} is set by an environment variable`, evidence);
    return isOwnPod(host)
      ? fail(evidence)
      : judgeHost(host, evidence, liveSides({ given, settings }));
  },
});

function judgeHost(
  host: string,
  evidence: { expected: string; observed: string },
  { ledger, auditor }: Record<Side, LiveSide>,
): Finding {
  const known = allRead({
    front: productFront(ledger),
    ledger: together(ledger, ['loadBalancers']),
  });
  if (!known.ok) return unknown(known.reason, evidence);
  const { facts } = auditor;
  const { verdict, detail } = judgeName(
    host,
    {
      front: known.value.front,
      loadBalancers: known.value.ledger.loadBalancers,
      map: together(ledger, ['networkInterfaces', 'subnets']),
      ownBalancers: facts.loadBalancers.ok ? facts.loadBalancers.value : [],
      ownServices: facts.services.ok ? facts.services.value : [],
    },
    lookUpAs(auditor, ledger.facts),
  );
  if (verdict === 'unknown') return unknown(detail, evidence);
  const { expected } = evidence;
  return { verdict, expected, observed: `${evidence.observed}: ${detail}` };
}
