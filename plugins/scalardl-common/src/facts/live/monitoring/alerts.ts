import { listOf, recordOf, textOf } from '../../plain/plain';
import type { KubernetesJson } from '../kubernetes';
import type { LiveWorkload } from '../product';

/** Labels by which an expression means something narrower than a namespace. */
const NARROWER = /(?:deployment|pod|container|service|job)\s*=/;

/** Whether a PrometheusRule has an alert on the workload: by its Deployment's name, or on its whole namespace. */
export function alertsOn(
  { spec }: KubernetesJson,
  { deployment, namespace }: LiveWorkload,
): boolean {
  return listOf(spec?.groups)
    .flatMap(group => listOf(recordOf(group).rules))
    .map(recordOf)
    .filter(({ alert }) => textOf(alert) !== undefined)
    .map(({ expr }) => String(expr))
    .some(
      expr =>
        names(expr, deployment) ||
        (expr.includes(`namespace="${namespace}"`) && !NARROWER.test(expr)),
    );
}

/** In a text that is quoted, so that a longer name is another one. */
function names(expr: string, deployment: string): boolean {
  return ['"', '^'].some(
    before =>
      expr.includes(`${before}${deployment}"`) ||
      expr.includes(`${before}${deployment}-`),
  );
}
