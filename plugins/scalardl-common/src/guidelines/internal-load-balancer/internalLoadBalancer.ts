import { locateAnnotation } from '../../facts/loadBalancer/annotation';
import { type Exposure, exposuresOf } from '../../facts/loadBalancer/exposure';
import { productLoadBalancers } from '../../facts/loadBalancer/productLoadBalancers';
import type { Service } from '../../facts/loadBalancer/service';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/helm-charts/configure-custom-values-envoy/ */
export const internalLoadBalancer: Guideline = {
  id: 'internal-load-balancer',
  level: 'recommendation',
  title: 'The load balancer is internal',
  source: source('eksClusters', 'Create the EKS cluster on a private network'),
  pass: 'The load balancer is an internal network load balancer, whichever controller takes the Service.',
  fail: 'The load balancer faces the internet or may come to, or is none that Envoy works behind.',
  remedy:
    'Annotate the Service with aws-load-balancer-type: external, aws-load-balancer-nlb-target-type: ip and aws-load-balancer-scheme: internal.',
  plan: sideCheck({
    needs: ['product', 'manifests'],
    needsShared: ['environment'],
    check: (facts, { side }) =>
      combine(productLoadBalancers(facts, side).flatMap(serviceSubjects), {
        none: 'there is no load balancer in front of the product',
        expected: 'an internal network load balancer',
      }),
  }),
  live,
};

function serviceSubjects(service: Service): Subject[] {
  const exposures = exposuresOf(service);
  if (exposures.length === 0) {
    return [
      {
        id: service.id,
        verdict: 'unknown',
        detail: `what takes loadBalancerClass ${service.loadBalancerClass} is not known`,
        location: service.location,
      },
    ];
  }
  return exposures.map(exposure => ({
    id: `${service.id} by ${exposure.controller}`,
    ...judgeExposure(exposure),
    location: locate(service, exposure),
  }));
}

function judgeExposure({
  controller,
  kind,
  scheme,
}: Exposure): Pick<Subject, 'verdict' | 'detail'> {
  if (scheme === undefined) {
    return {
      verdict: 'fail',
      detail:
        'no scheme is written, so a default or an earlier load balancer decides',
    };
  }
  const what = `${controller} makes a ${kind} load balancer, ${scheme}`;
  const good = scheme === 'internal' && kind === 'network';
  return { verdict: good ? 'pass' : 'fail', detail: what };
}

function locate(service: Service, { controller }: Exposure) {
  const legacy = controller === 'in-tree controller';
  return locateAnnotation(
    service,
    legacy ? 'aws-load-balancer-type' : 'aws-load-balancer-scheme',
  );
}
