import type { LivePeering } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofAuditor, ofLedger } from '../__testUtils__/liveCases';
import { oneActivePeering } from './oneActivePeering';

/** The peerings that the accounts of both sides list, changed. */
const both = (change: (peerings: LivePeering[]) => LivePeering[]) =>
  ofAuditor('peerings', change, ofLedger('peerings', change));

const status = (text: string) => (peerings: LivePeering[]) =>
  peerings.map(peering => ({ ...peering, status: text }));

const further = (change: Partial<LivePeering>) => (peerings: LivePeering[]) => [
  ...peerings,
  ...peerings.map(peering => ({ ...peering, id: 'pcx-2', ...change })),
];

describe('one-active-peering', () => {
  itJudges(oneActivePeering, {
    'passes for one active peering': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'pcx-1 is active',
    },
    'passes where the other side asked': {
      facts: both(peerings =>
        peerings.map(({ requester, accepter, ...rest }) => ({
          ...rest,
          requester: accepter,
          accepter: requester,
        })),
      ),
      verdict: 'pass',
      says: 'pcx-1 is active',
    },
    'passes beside ended ones that stay listed': {
      facts: both(peerings =>
        ['deleted', 'rejected', 'expired', 'failed'].reduce(
          (all, text, index) => [
            ...all,
            ...peerings.map(peering => ({
              ...peering,
              id: `pcx-0${index}`,
              status: text,
            })),
          ],
          peerings,
        ),
      ),
      verdict: 'pass',
      says: 'pcx-1 is active',
    },
    'fails while the peering is pending': {
      facts: both(status('pending-acceptance')),
      verdict: 'fail',
      says: 'pcx-1 as pending-acceptance',
    },
    'fails without any': {
      facts: both(() => []),
      verdict: 'fail',
      says: 'the account of Ledger lists no peering between them',
    },
    'fails for a peering with another VPC only': {
      facts: both(peerings =>
        peerings.map(peering => ({
          ...peering,
          requester: { ...peering.requester, vpcId: 'vpc-other' },
        })),
      ),
      verdict: 'fail',
      says: 'no peering between them',
    },
    'fails for two active ones': {
      facts: both(further({})),
      verdict: 'fail',
      says: '2 active ones: pcx-1 as active, pcx-2 as active',
    },
    'fails where only one account lists it as active': {
      facts: ofAuditor('peerings', status('provisioning')),
      verdict: 'fail',
      says: 'the account of Auditor lists pcx-1 as provisioning',
    },
    'fails where the accounts list different ones': {
      facts: ofAuditor('peerings', peerings =>
        peerings.map(peering => ({ ...peering, id: 'pcx-9' })),
      ),
      verdict: 'fail',
      says: 'the accounts list different peerings',
    },
    'is skipped where both clusters stand in one VPC': {
      facts: ofAuditor('vpc', vpc => ({ ...vpc, id: 'vpc-ledger' })),
      verdict: 'skipped',
      says: 'both clusters stand in vpc-ledger',
    },
    'is unknown where one account did not tell': {
      facts: denied('peerings', undefined, 'auditor'),
      verdict: 'unknown',
      says: 'Auditor: peerings was denied',
    },
  });
});
