import type { IpPermission } from '@aws-sdk/client-ec2';
import type { WorldSide } from '../../world/world.ts';
import { allBack, changeObject } from '../change.ts';
import { allowIngress, tcp } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { createPrefixList } from '../prefixList.ts';
import { changeProperties } from '../properties.ts';
import { settled } from '../settled.ts';

export const mutations: Mutation[] = [
  {
    name: 'the nodes admit every port from the other side',
    guideline: 'administrative-ports-closed',
    apply: ({ ledger, auditor }) =>
      onNodes(ledger, {
        IpProtocol: '-1',
        IpRanges: [{ CidrIp: auditor.plan.cidr }],
      }),
    expect: { 'administrative-ports-closed/ledger': 'fail' },
    observed: '50053',
  },
  {
    name: "the nodes admit the group of the other side's nodes",
    guideline: 'administrative-ports-closed',
    apply: ({ ledger, auditor }) =>
      onNodes(auditor, {
        IpProtocol: '-1',
        UserIdGroupPairs: [
          {
            UserId: ledger.place.account,
            GroupId: ledger.cluster.clusterGroup,
          },
        ],
      }),
    expect: { 'administrative-ports-closed/auditor': 'fail' },
    observed: '40053',
  },
  {
    name: 'a prefix list of others is admitted on the metrics port',
    guideline: 'administrative-ports-closed',
    async apply({ ledger }) {
      const list = await createPrefixList(ledger.ec2, '10.9.0.0/16');
      const rule = await onNodes(ledger, {
        ...tcp([8080, 8080]),
        PrefixListIds: [{ PrefixListId: list.id }],
      });
      return allBack(list.remove, rule);
    },
    expect: { 'administrative-ports-closed/ledger': 'fail' },
    observed: '8080',
  },
  {
    name: 'the properties move the administrative port to one that is open',
    guideline: 'administrative-ports-closed',
    async apply({ ledger, auditor }) {
      const moved = await changeProperties(
        ledger,
        text => `${text}scalar.dl.ledger.server.admin_port=50063\n`,
      );
      const rule = tcp([50063, 50063], auditor.plan.cidr);
      return allBack(moved, await onNodes(ledger, rule));
    },
    expect: { 'administrative-ports-closed/ledger': 'fail' },
    observed: '50063',
  },
  {
    name: 'a harmless port of the Service leads to the administration of Envoy',
    guideline: 'administrative-ports-closed',
    async apply({ auditor }) {
      const { kube, plan } = auditor;
      const path = pathsOf(plan).envoyService;
      const { spec } = await kube.get<{ spec: { ports: object[] } }>(path);
      const added = { name: 'status', port: 40060, targetPort: 9001 };
      const back = await changeObject(kube, path, {
        spec: { ports: [...spec.ports, added] },
      });
      await settled(auditor);
      return async () => {
        await back();
        await settled(auditor);
      };
    },
    expect: { 'administrative-ports-closed/auditor': 'fail' },
    observed: '40060',
  },
  {
    name: 'the nodes admit every port of UDP from the other side',
    guideline: 'administrative-ports-closed',
    apply: ({ ledger, auditor }) =>
      onNodes(auditor, {
        IpProtocol: 'udp',
        FromPort: 0,
        ToPort: 65535,
        IpRanges: [{ CidrIp: ledger.plan.cidr }],
      }),
    expect: {},
    because: 'the ports of administration and metrics are TCP',
  },
  {
    name: 'the nodes admit every port from the own network',
    guideline: 'administrative-ports-closed',
    apply: ({ ledger }) =>
      onNodes(ledger, {
        IpProtocol: '-1',
        IpRanges: [{ CidrIp: ledger.plan.cidr }],
      }),
    expect: {},
    because: 'Prometheus and the operators stand there',
  },
];

function onNodes({ ec2, cluster }: WorldSide, rule: IpPermission) {
  return allowIngress(ec2, cluster.clusterGroup, rule);
}
