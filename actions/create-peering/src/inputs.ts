import {
  InputError,
  type RawInputs,
  oneOf,
} from '@scalardl-on-eks/action-toolkit';

export const INPUTS = {
  environment: {
    description:
      'Path of a scalardl.yaml whose Ledger, Auditor and applications are connected; instead of networks and connections.',
  },
  networks: {
    description:
      'YAML list of networks; each has name, region and one of vpcId, cluster or tags, and may have account, profile, roleArn, subnets, securityGroups and ranges.',
  },
  connections: {
    description:
      'YAML list of connections; each has from (requests the peering), to (accepts it) and ports, and may have name and dns.',
  },
  'act-as': {
    description:
      'Whose half is done: both, requester (from; in an environment the Auditor) or accepter (to; in an environment the Ledger).',
    default: 'both',
  },
  mode: {
    description:
      'apply makes the changes; plan prints them and changes nothing.',
    default: 'apply',
  },
  state: {
    description:
      'present connects; absent removes exactly what this action made.',
    default: 'present',
  },
  'ledger-profile': {
    description:
      "AWS profile of the Ledger's account, with environment; without it the job's own credentials.",
  },
  'auditor-profile': {
    description:
      "AWS profile of the Auditor's account, with environment; without it the job's own credentials.",
  },
  'ledger-vpc': {
    description:
      "Id of the Ledger's VPC, with environment; needed only by a requester whose credentials cannot see the Ledger's account.",
  },
  timeout: {
    description:
      'Minutes after which waiting for AWS or for the other side ends the run as failed.',
    default: '30',
  },
} as const;

export type ActAs = 'both' | 'requester' | 'accepter';

/** Where the networks and connections are declared. */
export type Subject =
  | {
      form: 'environment';
      path: string;
      profiles: { ledger?: string; auditor?: string };
      ledgerVpc?: string;
    }
  | { form: 'lists'; networks: string; connections: string };

/** The inputs after they were understood. */
export interface PeeringInputs {
  subject: Subject;
  actAs: ActAs;
  mode: 'apply' | 'plan';
  state: 'present' | 'absent';
  timeoutMinutes: number;
}

type Raw = RawInputs<typeof INPUTS>;

const LONGEST_TIMEOUT = 360;

/** @throws InputError naming every input that cannot be used */
export function understandInputs(raw: Raw): PeeringInputs {
  const problems: string[] = [];
  const word = <Word extends string>(
    words: readonly [Word, ...Word[]],
    name: 'act-as' | 'mode' | 'state',
  ): Word => {
    const read = oneOf(words, { name, value: raw[name] });
    if ('value' in read) return read.value;
    problems.push(read.problem);
    return words[0];
  };
  const inputs: PeeringInputs = {
    actAs: word(['both', 'requester', 'accepter'], 'act-as'),
    mode: word(['apply', 'plan'], 'mode'),
    state: word(['present', 'absent'], 'state'),
    timeoutMinutes: Number(raw.timeout),
    subject: subjectOf(raw),
  };
  problems.push(...formProblems(raw), ...valueProblems(raw));
  if (problems.length > 0) throw new InputError(problems);
  return inputs;
}

function subjectOf(raw: Raw): Subject {
  if (!raw.environment) {
    return {
      form: 'lists',
      networks: raw.networks,
      connections: raw.connections,
    };
  }
  return {
    form: 'environment',
    path: raw.environment,
    profiles: {
      ledger: raw['ledger-profile'] || undefined,
      auditor: raw['auditor-profile'] || undefined,
    },
    ledgerVpc: raw['ledger-vpc'] || undefined,
  };
}

const WITH_ENVIRONMENT = [
  'ledger-profile',
  'auditor-profile',
  'ledger-vpc',
] as const;

function formProblems(raw: Raw): string[] {
  const lists = (['networks', 'connections'] as const).filter(
    name => raw[name],
  );
  if (raw.environment) {
    if (lists.length === 0) return [];
    return [
      `environment: expected either environment or networks with connections, received environment and ${lists.join(' and ')}.`,
    ];
  }
  if (lists.length === 0) {
    return [
      'environment: expected the path of a scalardl.yaml, or networks with connections instead; received neither.',
    ];
  }
  const missing = lists.includes('networks') ? 'connections' : 'networks';
  return [
    ...(lists.length === 1
      ? [
          `${missing}: expected a YAML list beside ${lists.join()}, received nothing.`,
        ]
      : []),
    ...WITH_ENVIRONMENT.filter(name => raw[name]).map(
      name =>
        `${name}: expected only with environment; write it into networks, received ${JSON.stringify(raw[name])}.`,
    ),
  ];
}

function valueProblems(raw: Raw): string[] {
  const minutes = Number(raw.timeout);
  const isTimeout =
    /^\d+$/.test(raw.timeout) && minutes >= 1 && minutes <= LONGEST_TIMEOUT;
  const vpc = raw['ledger-vpc'];
  return [
    ...(isTimeout
      ? []
      : [
          `timeout: expected whole minutes from 1 to ${LONGEST_TIMEOUT}, received ${JSON.stringify(raw.timeout)}.`,
        ]),
    ...(!vpc || /^vpc-[0-9a-f]{8,17}$/.test(vpc)
      ? []
      : [
          `ledger-vpc: expected a VPC id such as vpc-0a1b2c3d4e5f60718, received ${JSON.stringify(vpc)}.`,
        ]),
  ];
}
