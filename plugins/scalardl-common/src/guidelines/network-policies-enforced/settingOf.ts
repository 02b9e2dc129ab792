import type { PlainRecord } from '../../facts/plain/plain';
import type { Subject } from '../../report/report';

/** What the configuration of the vpc-cni add-on says of network policies. */
export function settingOf({
  enableNetworkPolicy: value,
}: PlainRecord): Pick<Subject, 'verdict' | 'detail'> {
  const detail =
    value === true
      ? 'enableNetworkPolicy is a Boolean, and the add-on takes only the text "true"'
      : `enableNetworkPolicy is ${value === undefined ? 'not set' : JSON.stringify(value)}`;
  return { verdict: value === 'true' ? 'pass' : 'fail', detail };
}
