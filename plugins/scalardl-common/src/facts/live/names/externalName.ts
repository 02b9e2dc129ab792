import { textOf } from '../../plain/plain';
import { plainName } from '../balancers/balancers';
import { stackOf } from '../balancers/services';
import type { SideLiveFacts } from '../liveFacts';

/** What a Service of the cluster is another name for. */
export interface ExternalName {
  /** In lower case, without the dot at the end. */
  name: string;
  /** Such as `Service scalardl-auditor/ledger (ExternalName)`. */
  title: string;
}

const SERVICE_NAME = /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/;

/**
 * The name that a Service of type ExternalName stands for; `undefined` where the name is of no such Service among those
 * that were read (https://kubernetes.io/docs/concepts/services-networking/service/#externalname).
 */
export function externalNameOf(
  name: string,
  { services }: Pick<SideLiveFacts, 'services'>,
): ExternalName | undefined {
  const [, service, namespace] = SERVICE_NAME.exec(name) ?? [];
  const stack = `${namespace}/${service}`;
  const found = services.ok
    ? services.value.find(one => stackOf(one) === stack)
    : undefined;
  const external =
    found?.spec?.type === 'ExternalName'
      ? textOf(found.spec.externalName)
      : undefined;
  return external === undefined
    ? undefined
    : {
        name: plainName(external),
        title: `Service ${stack} (ExternalName)`,
      };
}
