import type { LiveFacts, LivePeering } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofAuditor, ofLedger } from '../__testUtils__/liveCases';
import { oneVpc, withoutPeering } from '../__testUtils__/peeringWorlds';
import { peeringResolvesNames } from './peeringResolvesNames';

/** The option at the end of one VPC, as the account that lists it shows it. */
const option =
  (vpcId: string, resolvesRemoteNames: boolean | undefined) =>
  (peerings: LivePeering[]) =>
    peerings.map(peering => {
      const end = (key: 'requester' | 'accepter') =>
        peering[key].vpcId === vpcId
          ? { ...peering[key], resolvesRemoteNames }
          : peering[key];
      return {
        ...peering,
        requester: end('requester'),
        accepter: end('accepter'),
      };
    });

const both = (vpcId: string, value: boolean | undefined, facts?: LiveFacts) =>
  ofAuditor(
    'peerings',
    option(vpcId, value),
    ofLedger('peerings', option(vpcId, value), facts),
  );

describe('peering-resolves-names', () => {
  itJudges(peeringResolvesNames, {
    'passes where both ends resolve names': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'the Auditor end of pcx-1 resolves names',
    },
    'fails where one end does not': {
      facts: both('vpc-auditor', false),
      verdict: 'fail',
      says: 'the Auditor end of pcx-1 does not resolve names',
    },
    'believes the account of the end before the other one': {
      facts: ofLedger('peerings', option('vpc-auditor', false)),
      verdict: 'pass',
      says: 'the Auditor end of pcx-1 resolves names',
    },
    'fails where the account of the end says no': {
      facts: ofLedger('peerings', option('vpc-ledger', false)),
      verdict: 'fail',
      says: 'the Ledger end of pcx-1 does not resolve names',
    },
    'takes what the other account shows where its own does not': {
      facts: ofAuditor('peerings', option('vpc-auditor', undefined)),
      verdict: 'pass',
      says: 'the Auditor end of pcx-1 resolves names',
    },
    'is unknown where neither account shows it': {
      facts: both('vpc-auditor', undefined),
      verdict: 'unknown',
      says: 'AWS does not tell whether the Auditor end of pcx-1 resolves names',
    },
    'is skipped without an active peering': {
      facts: withoutPeering(),
      verdict: 'skipped',
      says: 'no active peering joins the two VPCs',
    },
    'is skipped where both clusters stand in one VPC': {
      facts: oneVpc(),
      verdict: 'skipped',
      says: 'both clusters stand in vpc-ledger',
    },
    'is unknown where the peerings were not read': {
      facts: denied('peerings'),
      verdict: 'unknown',
      says: 'Ledger: peerings was denied',
    },
  });
});
