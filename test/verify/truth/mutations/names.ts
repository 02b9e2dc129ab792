import { addressesOf } from '../balancer.ts';
import { addObjects, allBack, removeObject } from '../change.ts';
import { CORE_DNS, changeCorefile, withLines } from '../corefile.ts';
import type { Mutation } from '../mutation.ts';
import { addNodeLocalConfiguration, addNodeLocalDns } from '../nodeLocalDns.ts';
import { pathsOf } from '../paths.ts';
import { addPrivateZone, cname } from '../privateZone.ts';
import { changeProperties } from '../properties.ts';
import { addResolverRule } from '../resolverRule.ts';
import { rollOutPods } from '../rollOut.ts';
import type { World } from '../../world/world.ts';

const guideline = 'auditor-points-at-ledger';

const WRONG: Mutation['expect'] = { 'auditor-points-at-ledger/pair': 'fail' };
const OPEN: Mutation['expect'] = { 'auditor-points-at-ledger/pair': 'unknown' };

/** Of the Auditor nobody can tell where any name leads, that of its database neither. */
const NO_NAMES: Mutation['expect'] = {
  ...OPEN,
  'database-backups-retained/auditor': 'unknown',
  'databases-not-public/auditor': 'unknown',
  'separate-databases/pair': 'unknown',
};

const NAME = 'ledger.payments.internal';

/** The Auditor calls a name of its own private zone, which leads to the Ledger's load balancer. */
async function byPrivateName(world: World) {
  const { auditor, ledger } = world;
  return allBack(
    await addPrivateZone(world, auditor, {
      name: 'payments.internal',
      records: [cname(NAME, ledger.balancerHost)],
    }),
    await callName(world),
  );
}

function callName({ auditor, ledger }: World) {
  return changeProperties(auditor, text =>
    text.replace(ledger.balancerHost, NAME),
  );
}

const ofAuditor = ({ auditor }: World, spec: object) =>
  rollOutPods(auditor, pathsOf(auditor.plan).product, spec);

export const mutations: Mutation[] = [
  {
    name: 'nothing: the host is a name of a private zone',
    guideline,
    apply: byPrivateName,
    expect: {},
    because: 'the zone leads to the load balancer',
    observed: 'private zone payments.internal',
  },
  {
    name: 'a rule of the resolver sends the zone’s names elsewhere, though the zone says otherwise',
    guideline,
    apply: async world =>
      allBack(
        await byPrivateName(world),
        await addResolverRule(world, world.auditor, {
          domain: 'payments.internal',
          type: 'FORWARD',
        }),
      ),
    expect: OPEN,
    observed: 'is forwarded to 10.9.0.2 by rule rslvr-rr-',
  },
  {
    name: 'nothing: a rule sends the zone above elsewhere, which is less than the zone',
    guideline,
    apply: async world =>
      allBack(
        await addPrivateZone(world, world.auditor, {
          name: 'payments.internal',
          // An address, because a CNAME would be asked for again.
          records: [
            {
              Name: NAME,
              Type: 'A',
              TTL: 60,
              ResourceRecords: (await addressesOf(world.ledger)).map(Value => ({
                Value,
              })),
            },
          ],
        }),
        await callName(world),
        await addResolverRule(world, world.auditor, {
          domain: 'internal',
          type: 'FORWARD',
        }),
      ),
    expect: {},
    because: 'the private zone is more specific than the rule',
  },
  {
    name: 'a rule of the resolver sends every name elsewhere, those of AWS too',
    guideline,
    apply: world =>
      addResolverRule(world, world.auditor, { domain: '.', type: 'FORWARD' }),
    expect: NO_NAMES,
    observed: 'of Route 53 Resolver (.)',
  },
  {
    name: 'nothing: a rule sends every name elsewhere, and another one leaves those of AWS to the VPC',
    guideline,
    apply: async world =>
      allBack(
        await addResolverRule(world, world.auditor, {
          domain: '.',
          type: 'FORWARD',
        }),
        await addResolverRule(world, world.auditor, {
          domain: 'amazonaws.com',
          type: 'SYSTEM',
        }),
      ),
    expect: {},
    because: 'the more specific rule counts',
  },
  {
    name: 'nothing: the rule for every name belongs to a VPC that nobody asks',
    guideline,
    apply: world => addRuleElsewhere(world),
    expect: {},
    because: 'rules are asked in their own VPC',
  },
  {
    name: 'an empty private zone has taken the names of load balancers',
    guideline,
    apply: world =>
      addPrivateZone(world, world.auditor, {
        name: `elb.${world.auditor.place.region}.amazonaws.com`,
        records: [],
      }),
    expect: WRONG,
    observed: 'has no address of',
  },
  {
    name: 'the pods have an entry of their own for the host, which leads elsewhere',
    guideline,
    apply: world =>
      ofAuditor(world, {
        hostAliases: [
          { ip: '10.250.0.9', hostnames: [world.ledger.balancerHost] },
        ],
      }),
    expect: WRONG,
    observed: 'hostAliases of Pod',
  },
  {
    name: 'nothing: the host is a name that the pods themselves lead to the load balancer',
    guideline,
    apply: async world => {
      const [ip = ''] = await addressesOf(world.ledger);
      return allBack(
        await ofAuditor(world, { hostAliases: [{ ip, hostnames: [NAME] }] }),
        await callName(world),
      );
    },
    expect: {},
    because: 'the entry has an address of the load balancer',
    observed: 'hostAliases of Pod',
  },
  {
    name: 'nothing: the host is a Service of the Auditor’s own, which stands for the load balancer',
    guideline,
    apply: async ({ auditor, ledger }) =>
      allBack(
        await addObjects(auditor.kube, {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'ledger', namespace: auditor.plan.namespace },
          spec: {
            type: 'ExternalName',
            externalName: ledger.balancerHost,
          },
        }),
        await changeProperties(auditor, text =>
          text.replace(ledger.balancerHost, 'ledger'),
        ),
      ),
    expect: {},
    because: 'the Service is another name for the load balancer',
    observed: '(ExternalName)',
  },
  {
    name: 'the pods ask a name server of somebody’s own',
    guideline,
    apply: world =>
      ofAuditor(world, {
        dnsPolicy: 'None',
        dnsConfig: { nameservers: ['10.250.0.53'] },
      }),
    expect: NO_NAMES,
    observed: 'asks 10.250.0.53 for names (dnsConfig.nameservers)',
  },
  {
    name: 'nothing: the pods ask whom their node asks',
    guideline,
    apply: world => ofAuditor(world, { dnsPolicy: 'Default' }),
    expect: {},
    because: 'the node asks Route 53, as CoreDNS does',
  },
  {
    name: 'CoreDNS leads the name of the load balancer to another one',
    guideline,
    apply: ({ auditor, ledger }) =>
      changeCorefile(
        auditor,
        withLines(
          `rewrite name ${ledger.balancerHost} old-${ledger.balancerHost}`,
        ),
      ),
    expect: WRONG,
    observed: 'line 2 of the Corefile in ConfigMap kube-system/coredns',
  },
  {
    name: 'CoreDNS rewrites names by an expression, which may be about the load balancer',
    guideline,
    apply: ({ auditor }) =>
      changeCorefile(
        auditor,
        withLines('rewrite name regex (.*)elb(.*) {1}x{2}'),
      ),
    expect: NO_NAMES,
    observed: 'may lead',
  },
  {
    name: 'CoreDNS asks a name server of somebody’s own for every name',
    guideline,
    apply: ({ auditor }) =>
      changeCorefile(auditor, text =>
        text.replace('/etc/resolv.conf', '10.250.0.53'),
      ),
    expect: NO_NAMES,
    observed: 'to 10.250.0.53',
  },
  {
    name: 'CoreDNS has a block for the names of load balancers alone',
    guideline,
    apply: ({ auditor }) =>
      changeCorefile(
        auditor,
        text =>
          `${text}elb.${auditor.place.region}.amazonaws.com:53 {\n  forward . 10.250.0.53\n}\n`,
      ),
    expect: OPEN,
    observed: 'to 10.250.0.53',
  },
  {
    name: 'nothing: CoreDNS knows hosts, rewrites and blocks for other names, and logs',
    guideline,
    apply: ({ auditor }) =>
      changeCorefile(
        auditor,
        text =>
          `${withLines(
            'log',
            'hosts {',
            '10.250.0.9 printer.office.example',
            'fallthrough',
            '}',
            'rewrite name shop.example shop.default.svc.cluster.local',
          )(text)}office.example:53 {\n  forward . 10.250.0.53\n}\n`,
      ),
    expect: {},
    because: 'none of it is about names that the product looks up',
  },
  {
    name: 'CoreDNS is gone, so that somebody else answers',
    guideline,
    apply: ({ auditor }) => removeObject(auditor.kube, CORE_DNS),
    expect: NO_NAMES,
    observed: 'ConfigMap kube-system/coredns, received none',
  },
  {
    name: 'a name server on each node asks one of somebody’s own',
    guideline,
    apply: ({ auditor }) => addNodeLocalDns(auditor, '10.250.0.53'),
    expect: NO_NAMES,
    observed: 'in ConfigMap kube-system/node-local-dns (forward . 10.250.0.53)',
  },
  {
    name: 'nothing: the usual name server runs on each node',
    guideline,
    apply: ({ auditor }) =>
      addNodeLocalDns(auditor, '__PILLAR__UPSTREAM__SERVERS__'),
    expect: {},
    because: 'it asks whom the node asks',
  },
  {
    name: 'nothing: the configuration of a name server on each node was left over',
    guideline,
    apply: ({ auditor }) => addNodeLocalConfiguration(auditor, '10.250.0.53'),
    expect: {},
    because: 'nobody runs with it',
  },
];

/** A rule for every name in another VPC of the Auditor's account. */
async function addRuleElsewhere(world: World) {
  const { auditor } = world;
  const { Vpc } = await auditor.ec2.createVpc({ CidrBlock: '10.251.0.0/24' });
  const VpcId = Vpc?.VpcId ?? '';
  const network = { ...auditor.network, vpcId: VpcId };
  return allBack(
    async () => void (await auditor.ec2.deleteVpc({ VpcId })),
    await addResolverRule(
      world,
      { ...auditor, network },
      { domain: '.', type: 'FORWARD' },
    ),
  );
}
