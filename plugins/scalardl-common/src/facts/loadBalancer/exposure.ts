import { annotation } from './annotation';
import type { Service } from './service';

/** What would make of a Service a load balancer: AWS Load Balancer Controller, or the older one inside Kubernetes. */
export type Controller = 'AWS Load Balancer Controller' | 'in-tree controller';

/** The load balancer that one controller would make. */
export interface Exposure {
  controller: Controller;
  kind: 'network' | 'classic';
  /** `undefined` where the Service does not say, so that a default or an existing load balancer decides. */
  scheme: 'internal' | 'internet-facing' | undefined;
}

const LOAD_BALANCER_CLASSES = ['service.k8s.aws/nlb', 'eks.amazonaws.com/nlb'];

/**
 * What each controller that may take the Service would make of it. Where neither the class nor the annotations
 * decide, both may: AWS Load Balancer Controller takes every new Service once its webhook runs, and before that
 * the in-tree controller does.
 */
export function exposuresOf(service: Service): Exposure[] {
  const controller = exposureByController(service);
  const type = annotation(service, 'aws-load-balancer-type');
  const { loadBalancerClass } = service;
  if (loadBalancerClass !== undefined) {
    return LOAD_BALANCER_CLASSES.includes(loadBalancerClass)
      ? [controller]
      : [];
  }
  // The in-tree controller leaves these two types alone.
  if (type === 'external' || type === 'nlb-ip') return [controller];
  return [
    controller,
    {
      controller: 'in-tree controller',
      kind: type === 'nlb' ? 'network' : 'classic',
      scheme: isInternalInTree(service) ? 'internal' : 'internet-facing',
    },
  ];
}

function exposureByController(service: Service): Exposure {
  const written = annotation(service, 'aws-load-balancer-scheme');
  const older = annotation(service, 'aws-load-balancer-internal');
  const scheme =
    written ?? (older === undefined ? undefined : schemeOfFlag(older));
  return {
    controller: 'AWS Load Balancer Controller',
    kind: 'network',
    scheme:
      scheme === 'internal' || scheme === 'internet-facing'
        ? scheme
        : undefined,
  };
}

/** The texts that Go reads as a Boolean; any other is an error of the Service. */
function schemeOfFlag(text: string): string | undefined {
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return 'internal';
  return ['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text)
    ? 'internet-facing'
    : undefined;
}

/** Any text but `false` counts here, and `aws-load-balancer-scheme` is not read. */
function isInternalInTree(service: Service): boolean {
  const flag = annotation(service, 'aws-load-balancer-internal');
  return flag !== undefined && flag !== '' && flag !== 'false';
}
