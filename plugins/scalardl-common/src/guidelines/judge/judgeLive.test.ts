import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import { auditorReachesLedger } from '../auditor-reaches-ledger';
import { oneActivePeering } from '../one-active-peering';
import { privateClusterEndpoint } from '../private-cluster-endpoint';
import { judgeLive } from './judgeLive';

const SIDE = 'ledger' as const;

/** What comes last, because Kubernetes answers after EKS. */
const NOT_YET = ['nodes', 'networkInterfaces', 'productDeployments'] as const;

describe('judgeLive', () => {
  it('judges facts that are still arriving as they stand, each time anew', () => {
    const whole = healthyFacts();
    const arriving = (['ledger', 'auditor'] as const).reduce(
      (facts, side) =>
        NOT_YET.reduce((less, fact) => unread(less, { side, fact }), facts),
      whole,
    );
    const [early] = judgeLive([auditorReachesLedger], arriving);
    expect(early?.verdict).toBe('unknown');

    Object.assign(arriving.ledger, whole.ledger);
    Object.assign(arriving.auditor, whole.auditor);
    const [late] = judgeLive([auditorReachesLedger], arriving);
    expect(late?.verdict).toBe('pass');
  });

  it('takes no empty list for a proof where the VPC is shared by another account', () => {
    const shared = (['ledger', 'auditor'] as const).reduce(
      (facts, side) =>
        changed(
          changed(facts, { side, fact: 'vpc' }, vpc => ({
            ...vpc,
            ownerId: '777777777777',
          })),
          { side, fact: 'peerings' },
          () => [],
        ),
      healthyFacts(),
    );
    const [hidden] = judgeLive([oneActivePeering], shared);
    expect(hidden?.verdict).toBe('unknown');
    expect(hidden?.reason).toContain(
      'Ledger: the VPC belongs to account 777777777777, to which alone AWS shows its peerings',
    );

    const own = (['ledger', 'auditor'] as const).reduce(
      (facts, side) => changed(facts, { side, fact: 'peerings' }, () => []),
      healthyFacts(),
    );
    const [missing] = judgeLive([oneActivePeering], own);
    expect(missing?.verdict).toBe('fail');
  });

  it('waives a recommendation for the side that the waiver names, and for no other', () => {
    const open = (['ledger', 'auditor'] as const).reduce(
      (facts, side) =>
        changed(facts, { side, fact: 'cluster' }, cluster => ({
          ...cluster,
          endpoint: { ...cluster.endpoint, public: true },
        })),
      healthyFacts(),
    );
    const waiver = {
      guideline: privateClusterEndpoint.id,
      side: SIDE,
      reason: 'until the runner has moved',
      owner: 'platform',
      expires: open.today,
    };
    const settings = { ...open.settings, waivers: [waiver] };
    expect(
      judgeLive([privateClusterEndpoint], { ...open, settings }).map(
        ({ scope, verdict, stage }) => [scope, verdict, stage],
      ),
    ).toEqual([
      ['ledger', 'waived', 'live'],
      ['auditor', 'fail', 'live'],
    ]);
  });
});
