import type {
  LiveFactName,
  LiveFacts,
  LivePodNames,
  LiveResolverRule,
} from '../../facts/live';
import {
  COREFILE,
  corefileWith,
} from '../../facts/live/fixture/corefile.fixture';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import { LEDGER } from '../../facts/live/fixture/side.fixture';
import { calling } from '../__testUtils__/callingLedger';
import { type LiveCase, itJudges } from '../__testUtils__/itJudges';
import { auditorPointsAtLedger } from './auditorPointsAtLedger';

const NAME = 'ledger.payments.internal';
const side = 'auditor' as const;
const healthy = healthyFacts();

/** Pods of the Auditor, or of its Envoy, that look names up otherwise. */
function asking(
  names: Partial<LivePodNames>,
  facts = healthy,
  component = 'auditor',
): LiveFacts {
  return changed(facts, { side, fact: 'productPods' }, pods =>
    pods.map(pod =>
      pod.labels['app.kubernetes.io/app'] === component
        ? { ...pod, names: { ...pod.names, ...names } }
        : pod,
    ),
  );
}

const entry = (address: string, ...hosts: string[]) => ({
  hostAliases: [{ address, hosts }],
});

function serving(corefile: string | undefined, facts = healthy): LiveFacts {
  return changed(facts, { side, fact: 'clusterDns' }, dns => ({
    ...dns,
    coreDns: corefile,
  }));
}

function onNodes(corefile: string, facts = healthy): LiveFacts {
  return changed(facts, { side, fact: 'clusterDns' }, dns => ({
    ...dns,
    nodeLocal: corefile,
  }));
}

/** What the manifest of Kubernetes writes, with what the server itself fills in. */
const NODE_LOCAL = `cluster.local:53 {
    errors
    cache {
            success 9984 30
            denial 9984 5
    }
    reload
    loop
    bind 169.254.20.10
    forward . __PILLAR__CLUSTER__DNS__ {
            force_tcp
    }
    prometheus :9253
}
.:53 {
    errors
    cache 30
    forward . __PILLAR__UPSTREAM__SERVERS__
}
`;

function ruled(...rules: LiveResolverRule[]): LiveFacts {
  return changed(healthy, { side, fact: 'resolverRules' }, before => [
    ...before,
    ...rules,
  ]);
}

/** A Service of the Auditor's cluster that is another name for a host. */
const external = (externalName: string, facts: LiveFacts) =>
  changed(facts, { side, fact: 'services' }, services => [
    ...services,
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'ledger', namespace: 'scalardl-auditor' },
      spec: { type: 'ExternalName', externalName },
    },
  ]);

const denied = (fact: LiveFactName, facts = healthy) =>
  unread(facts, { side, fact });

const FORWARD = {
  id: 'rslvr-rr-1',
  type: 'FORWARD',
  domain: '',
  targets: ['10.9.0.2'],
};

const PASS = { verdict: 'pass', says: 'it is k8s-ledger' } as const;
const unknown = (facts: LiveFacts, says: string): LiveCase => ({
  ...{ facts, says },
  verdict: 'unknown',
});

describe('auditor-points-at-ledger, by whom the pods ask', () => {
  itJudges(auditorPointsAtLedger, {
    'is unknown where a rule forwards every name': unknown(
      ruled(FORWARD),
      `${LEDGER.balancerHost} is forwarded to 10.9.0.2 by rule rslvr-rr-1`,
    ),
    'passes where another rule leaves those of AWS to the VPC': {
      facts: ruled(FORWARD, {
        id: 'rslvr-rr-2',
        type: 'SYSTEM',
        domain: 'amazonaws.com',
      }),
      ...PASS,
    },
    'is unknown where the rules were not read': unknown(
      denied('resolverRules'),
      'resolverRules was denied',
    ),
    'fails by an entry of the pods with another address': {
      facts: asking(entry('10.1.0.99', 'other', LEDGER.balancerHost)),
      verdict: 'fail',
      says: `10.1.0.99: it is no address of Ledger’s load balancer (hostAliases of Pod scalardl-auditor/scalardl-auditor-auditor-0)`,
    },
    'passes by an entry of the pods, whatever was not read of name servers': {
      facts: denied(
        'clusterDns',
        asking(entry('10.1.0.20', NAME), calling(NAME)),
      ),
      verdict: 'pass',
      says: 'it is an address of k8s-ledger',
    },
    'passes by an entry for a name without dots': {
      facts: asking(entry('10.1.0.20', 'ledger'), calling('Ledger')),
      verdict: 'pass',
      says: 'ledger → 10.1.0.20',
    },
    'is unknown by two entries of which one is wrong': unknown(
      asking({
        hostAliases: ['10.1.0.20', '10.1.0.99'].map(address => ({
          address,
          hosts: [LEDGER.balancerHost],
        })),
      }),
      'it is no address of Ledger’s load balancer',
    ),
    'fails where one of three pods has such an entry': {
      facts: changed(
        healthy,
        { side, fact: 'productPods' },
        ([pod, ...rest]) =>
          pod
            ? [
                {
                  ...pod,
                  names: {
                    ...pod.names,
                    ...entry('10.1.0.99', LEDGER.balancerHost),
                  },
                },
                ...rest,
              ]
            : [],
      ),
      verdict: 'fail',
      says: 'hostAliases of Pod',
    },
    'passes where Envoy alone has such an entry': {
      facts: asking(entry('10.1.0.99', LEDGER.balancerHost), healthy, 'envoy'),
      ...PASS,
    },
    'is unknown where the pods were not read': unknown(
      denied('productPods'),
      'productPods was denied',
    ),
    'takes the Deployment’s word where no pod runs': {
      facts: changed(
        changed(healthy, { side, fact: 'productPods' }, () => []),
        { side, fact: 'productDeployments' },
        deployments => {
          const copy = JSON.parse(JSON.stringify(deployments)) as {
            spec: { template: { spec: object } };
          }[];
          copy.forEach(({ spec: { template } }) =>
            Object.assign(template.spec, {
              hostAliases: [
                { ip: '10.1.0.99', hostnames: [LEDGER.balancerHost] },
              ],
            }),
          );
          return copy as unknown as typeof deployments;
        },
      ),
      verdict: 'fail',
      says: 'hostAliases of Deployment',
    },
    'passes with the policy Default, whatever CoreDNS says': {
      facts: asking({ policy: 'Default' }, serving('broken')),
      ...PASS,
    },
    'passes in the network of the node, whatever CoreDNS says': {
      facts: asking({ hostNetwork: true }, serving('broken')),
      ...PASS,
    },
    'is unknown in the network of the node with the policy for that': unknown(
      asking(
        { hostNetwork: true, policy: 'ClusterFirstWithHostNet' },
        serving('broken'),
      ),
      'line 1 of the Corefile is not understood',
    ),
    'is unknown where the pods ask somebody’s own name server': unknown(
      asking({ policy: 'None', nameServers: ['10.9.0.2'] }),
      'asks 10.9.0.2 for names (dnsConfig.nameservers)',
    ),
    'is unknown where the pods ask it beside the cluster’s': unknown(
      asking({ nameServers: ['10.9.0.2'] }),
      'asks 10.9.0.2 for names (dnsConfig.nameservers)',
    ),
    'is unknown with the policy None and no name server': unknown(
      asking({ policy: 'None' }),
      'asks nobody for names',
    ),
    'passes where the pods ask Route 53 at one of its addresses': {
      facts: asking(
        { policy: 'None', nameServers: ['169.254.169.253', '10.2.0.2'] },
        serving('broken'),
      ),
      ...PASS,
    },
    'is unknown where a search domain may hold the name': unknown(
      asking({ searches: ['office.example'] }),
      `first asks for ${LEDGER.balancerHost}.office.example (dnsConfig.searches)`,
    ),
    'passes with a search domain where the name has enough dots': {
      facts: asking({ searches: ['office.example'], leastDots: 2 }),
      ...PASS,
    },
    'passes with a search domain where the name ends with a dot': {
      facts: asking(
        { searches: ['office.example'] },
        calling(`${LEDGER.balancerHost}.`),
      ),
      ...PASS,
    },
    'fails by a rewrite of CoreDNS': {
      facts: serving(
        corefileWith(
          `rewrite name ${LEDGER.balancerHost} old.elb.amazonaws.com`,
        ),
      ),
      verdict: 'fail',
      says: 'is the name of a load balancer that is gone or somebody else’s; Ledger has',
    },
    'passes by a rewrite of CoreDNS to the load balancer': {
      facts: serving(
        corefileWith(`rewrite name ${NAME} ${LEDGER.balancerHost}`),
        calling(NAME),
      ),
      verdict: 'pass',
      says: 'line 2 of the Corefile in ConfigMap kube-system/coredns',
    },
    'is unknown where CoreDNS may rewrite it with a search domain of the cluster':
      unknown(
        serving(
          corefileWith('rewrite name suffix .svc.cluster.local .example'),
        ),
        `may lead ${LEDGER.balancerHost}.scalardl-auditor.svc.cluster.local elsewhere`,
      ),
    'passes where CoreDNS asks Route 53 by its address': {
      facts: serving(COREFILE.replace('/etc/resolv.conf', '10.2.0.2')),
      ...PASS,
    },
    'is unknown where CoreDNS asks somebody else': unknown(
      serving(
        COREFILE.replace('/etc/resolv.conf', '/etc/resolv.conf 10.9.0.2'),
      ),
      `sends ${LEDGER.balancerHost} to /etc/resolv.conf, 10.9.0.2`,
    ),
    'is unknown where CoreDNS was not read': unknown(
      denied('clusterDns'),
      'clusterDns was denied',
    ),
    'is unknown where there is no CoreDNS': unknown(
      serving(undefined),
      'ConfigMap kube-system/coredns, received none',
    ),
    'passes without it where EKS Auto Mode brings its own': {
      facts: changed(
        serving(undefined),
        { side, fact: 'cluster' },
        cluster => ({ ...cluster, autoMode: true }),
      ),
      ...PASS,
    },
    'passes with the usual server on each node': {
      facts: onNodes(NODE_LOCAL),
      ...PASS,
    },
    'is unknown where the server on each node asks somebody else': unknown(
      onNodes(NODE_LOCAL.replace('__PILLAR__UPSTREAM__SERVERS__', '10.9.0.2')),
      'in ConfigMap kube-system/node-local-dns (forward . 10.9.0.2)',
    ),
    'follows the server on each node to CoreDNS': unknown(
      onNodes(
        NODE_LOCAL.replace(
          '__PILLAR__UPSTREAM__SERVERS__',
          '__PILLAR__CLUSTER__DNS__',
        ),
        serving(COREFILE.replace('/etc/resolv.conf', '10.9.0.2')),
      ),
      'in ConfigMap kube-system/coredns (forward . 10.9.0.2)',
    ),
    'passes by a Service of its own that is another name for the load balancer':
      {
        facts: external(LEDGER.balancerHost, calling('ledger')),
        verdict: 'pass',
        says: `ledger.scalardl-auditor.svc.cluster.local → ${LEDGER.balancerHost}: it is k8s-ledger (Service scalardl-auditor/ledger (ExternalName))`,
      },
    'passes by its whole name': {
      facts: external(
        LEDGER.balancerHost,
        calling('ledger.scalardl-auditor.svc.cluster.local'),
      ),
      ...PASS,
    },
    'fails by a Service of its own that is another name for something else': {
      facts: external(
        'old.elb.ap-northeast-1.amazonaws.com',
        calling('ledger.scalardl-auditor.svc'),
      ),
      verdict: 'fail',
      says: 'gone or somebody else’s',
    },
    'fails by a Service of its own that is another name for itself': {
      facts: external(
        'ledger.scalardl-auditor.svc.cluster.local',
        calling('ledger'),
      ),
      verdict: 'fail',
      says: 'it is a name of the Auditor’s own cluster',
    },
    'fails by a name of the own cluster': {
      facts: calling('scalardl-auditor-envoy.scalardl-auditor.svc'),
      verdict: 'fail',
      says: 'it is a name of the Auditor’s own cluster',
    },
  });
});
