import type { SourceDocument } from '../../facts/sourceDocument';
import type { Side, Subject } from '../../report/report';
import { combine, fail } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const PROMETHEUS = ['prometheus', 'prometheusSpec'];

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/ProductionChecklistForScalarDLLedger/ */
export const metricsCollected: Guideline = {
  id: 'metrics-collected',
  level: 'recommendation',
  title: 'Prometheus watches the product and Envoy',
  source: source('productionChecklistLedger', 'Monitoring'),
  pass: 'Prometheus reads the monitors of the product and of Envoy and has their alert rules, or CloudWatch collects their metrics.',
  fail: 'Nobody would notice from metrics that the product or Envoy is in trouble.',
  remedy: 'Set spec.monitoring.metrics to true.',
  plan: sideCheck({
    needs: ['monitoring', 'product'],
    check: ({ monitoring, product }, { side }) => {
      if (!monitoring) {
        return fail({
          expected: 'kube-prometheus-stack with monitors',
          observed: 'no values of a monitoring chart',
          location: product.locate(side, 'serviceMonitor'),
        });
      }
      return combine(
        [
          ...[side, 'envoy'].flatMap(section => [
            switchedOn(product, [section, 'serviceMonitor', 'enabled']),
            switchedOn(product, [section, 'prometheusRule', 'enabled']),
          ]),
          selects(monitoring, product, { side, selector: 'serviceMonitor' }),
          selects(monitoring, product, { side, selector: 'rule' }),
        ],
        { none: 'no monitors', expected: 'monitors that Prometheus selects' },
      );
    },
  }),
  live,
};

function switchedOn(product: SourceDocument, keys: string[]): Subject {
  const on = product.get(...keys) === true;
  const id = keys.join('.');
  return {
    id,
    verdict: on ? 'pass' : 'fail',
    detail: `${id} is ${on}`,
    location: product.locate(...keys),
  };
}

/**
 * By default kube-prometheus-stack only selects objects that carry its own release label, which the
 * product's charts do not set: then the monitors exist and nobody reads them.
 */
function selects(
  monitoring: SourceDocument,
  product: SourceDocument,
  { side, selector }: { side: Side; selector: 'serviceMonitor' | 'rule' },
): Subject {
  const nilUsesRelease = [
    ...PROMETHEUS,
    `${selector}SelectorNilUsesHelmValues`,
  ];
  const own = monitoring.get(...PROMETHEUS, `${selector}Selector`);
  const namespaces = monitoring.get(
    ...PROMETHEUS,
    `${selector}NamespaceSelector`,
  );
  const everywhere = isEmpty(namespaces);
  const everything =
    isEmpty(own) && monitoring.get(...nilUsesRelease) === false;
  const id = `Prometheus ${selector} selector`;
  const location = monitoring.locate(...nilUsesRelease);
  if (everywhere && everything) {
    return {
      id,
      verdict: 'pass',
      detail: 'selects every namespace and label',
      location,
    };
  }
  const monitorKey = selector === 'rule' ? 'prometheusRule' : 'serviceMonitor';
  if (isEmpty(own) || !everywhere) {
    return {
      id,
      verdict: 'fail',
      detail: everywhere
        ? `${nilUsesRelease.join('.')} is not false, so only objects with the chart's own label are read`
        : `namespaces are limited, and the ${monitorKey} of the product may stand elsewhere`,
      location,
    };
  }
  return {
    id,
    verdict: 'unknown',
    detail: `a selector of its own decides whether the ${monitorKey} in ${product.path} (${side}) is read`,
    location,
  };
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
