import type { Environment } from '@scalardl-on-eks/plugin-scalardl-common';
import { sideModel } from '../side/sideModel';
import { yamlText } from '../yaml/yamlText';
import { productValues } from './productValues';
import { LEDGER_HOST_PROPERTY } from './productProperties';
import { overlaidValues } from './valuesFile';

const HOST =
  /^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;

/**
 * Values for the Auditor's chart that name the Ledger's load balancer, for Helm to merge after
 * `values/auditor/scalardl-audit.yaml`. They belong outside the repository, because the name changes whenever the
 * load balancer is made anew.
 *
 * @param input - the environment, and the load balancer's DNS name
 * @returns a YAML text
 * @throws RangeError where the host is not a DNS name
 */
export function renderLedgerHostOverlay({
  environment,
  host,
}: {
  environment: Environment;
  host: string;
}): string {
  if (!HOST.test(host)) {
    throw new RangeError(
      `Expected the DNS name of the Ledger's load balancer, received ${JSON.stringify(host)}.`,
    );
  }
  const model = sideModel(environment, 'auditor');
  const { app, propertiesKey } = model.product;
  const { data } = overlaidValues(model, productValues(model));
  const properties = propertiesOf(data[app], propertiesKey);
  return yamlText("Names the Ledger's current load balancer to the Auditor.", [
    {
      data: {
        [app]: {
          // The last line of a key wins, so this one counts even where an overlay wrote another.
          [propertiesKey]: `${properties}${LEDGER_HOST_PROPERTY}=${host}\n`,
        },
      },
    },
  ]);
}

function propertiesOf(product: unknown, key: string): string {
  const text =
    typeof product === 'object' && product !== null
      ? (product as Record<string, unknown>)[key]
      : undefined;
  if (typeof text !== 'string') {
    throw new TypeError(
      `Expected spec.auditor.values.scalardl to leave auditor.${key} a text, received ${typeof text}.`,
    );
  }
  return text.endsWith('\n') ? text : `${text}\n`;
}
