import { changeObject } from '../change.ts';
import {
  admitOtherwise,
  balancerGroupOf,
  entranceOf,
  revokeIngress,
  tcp,
} from '../ingress.ts';
import type { Mutation } from '../mutation.ts';
import { admittingRanges, policyPath } from '../networkPolicy.ts';

export const mutations: Mutation[] = [
  {
    name: "the Auditor's load balancer does not admit the Ledger on the privileged port",
    guideline: 'ledger-reaches-auditor',
    async apply({ ledger, auditor: { ec2, plan } }) {
      const group = await balancerGroupOf(ec2, plan);
      return revokeIngress(ec2, group, tcp([40052, 40052], ledger.plan.cidr));
    },
    expect: { 'ledger-reaches-auditor/pair': 'fail' },
    observed: '40052',
  },
  {
    name: "the rules were copied from the Ledger's side, with its ports",
    guideline: 'ledger-reaches-auditor',
    apply: ({ ledger, auditor }) =>
      admitOtherwise(
        auditor,
        ledger.plan.cidr,
        entranceOf(ledger.plan, ledger.plan.cidr),
      ),
    expect: { 'ledger-reaches-auditor/pair': 'fail' },
    observed: '40051',
  },
  {
    name: 'the targets admit everything but the shared group of the load balancers',
    guideline: 'ledger-reaches-auditor',
    async apply({ auditor: { ec2, cluster } }) {
      const { SecurityGroups } = await ec2.describeSecurityGroups({
        GroupIds: [cluster.clusterGroup],
      });
      const rule = SecurityGroups?.[0]?.IpPermissions?.find(
        ({ FromPort }) => FromPort === 40051,
      );
      if (!rule) throw new Error('The controller has made no rule.');
      return revokeIngress(ec2, cluster.clusterGroup, rule);
    },
    expect: {
      'applications-reach-both-sides/application:shop': 'fail',
      'ledger-reaches-auditor/pair': 'fail',
    },
    observed: '40051',
  },
  {
    name: "Envoy's policy admits the load balancer on the ports of the Ledger's pods",
    guideline: 'ledger-reaches-auditor',
    apply: ({ auditor: { kube, plan } }) =>
      changeObject(
        kube,
        policyPath(plan, 'allow-load-balancer-to-envoy'),
        admittingRanges([50051, 50052], plan.cidr),
      ),
    expect: {
      'applications-reach-both-sides/application:shop': 'fail',
      'ledger-reaches-auditor/pair': 'fail',
    },
    observed: 'on tcp 40051',
  },
  {
    name: "Envoy's policy names ports that no container names",
    guideline: 'ledger-reaches-auditor',
    apply: ({ auditor: { kube, plan } }) =>
      changeObject(
        kube,
        policyPath(plan, 'allow-load-balancer-to-envoy'),
        admittingRanges(['client', 'privileged'], plan.cidr),
      ),
    expect: {
      'applications-reach-both-sides/application:shop': 'fail',
      'ledger-reaches-auditor/pair': 'fail',
    },
    observed: 'on tcp 40051',
  },
  {
    name: "Envoy's policy admits a range of ports that holds the two",
    guideline: 'ledger-reaches-auditor',
    apply: ({ auditor: { kube, plan } }) =>
      changeObject(kube, policyPath(plan, 'allow-load-balancer-to-envoy'), {
        spec: {
          ingress: [
            {
              from: [{ ipBlock: { cidr: plan.cidr } }],
              ports: [{ protocol: 'TCP', port: 40000, endPort: 40060 }],
            },
          ],
        },
      }),
    expect: {},
    because: 'the policy admits every port from the first to the last',
  },
  {
    name: "the Auditor's own policy admits Envoy by the name of the other chart",
    guideline: 'ledger-reaches-auditor',
    apply: ({ auditor: { kube, plan } }) =>
      changeObject(kube, policyPath(plan, 'allow-product-from-envoy'), {
        spec: {
          ingress: [
            {
              from: [
                {
                  podSelector: {
                    matchLabels: {
                      'app.kubernetes.io/name': 'scalardl',
                      'app.kubernetes.io/app': 'envoy',
                    },
                  },
                },
              ],
            },
          ],
        },
      }),
    expect: {
      'applications-reach-both-sides/application:shop': 'fail',
      'ledger-reaches-auditor/pair': 'fail',
    },
    observed: 'Envoy',
  },
];
