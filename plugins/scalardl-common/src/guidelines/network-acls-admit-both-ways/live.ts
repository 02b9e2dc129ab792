import { type Fact, read } from '../../facts/fact';
import type { LiveNetworkAcl } from '../../facts/live';
import type { End } from '../../facts/live/security/aclEnd';
import { aclsOfWay, once } from '../../facts/live/security/aclsOfWay';
import { entranceOf } from '../../facts/live/security/entrance';
import { type Gate, unreadGate } from '../../facts/live/security/gate';
import {
  type LiveSide,
  SIDE_TITLES,
  allRead,
  together,
} from '../../facts/live/security/liveSide';
import { productInterfaces } from '../../facts/live/security/productInterfaces';
import { targetFactsOf } from '../../facts/live/security/sideFacts';
import type { Side } from '../../report/report';

const OTHER: Readonly<Record<Side, Side>> = {
  ledger: 'auditor',
  auditor: 'ledger',
};

/** The network ACLs between everybody who calls a side and the product's pods; none where it is not deployed. */
export function aclGatesInto(
  side: LiveSide,
  sides: Readonly<Record<Side, LiveSide>>,
): Gate[] {
  const title = SIDE_TITLES[side.side];
  const entrance = entranceOf(side);
  if (!entrance.ok) return [unreadGate(`ways into ${title}`, entrance.reason)];
  const facts = allRead({
    acls: aclsOf(side),
    targets: targetFactsOf(side),
    interfaces: productInterfaces(side),
  });
  if (!facts.ok) return [unreadGate(`targets of ${title}`, facts.reason)];
  const callers = [
    callingSide(sides[OTHER[side.side]]),
    ...side.settings.applications.map(application),
  ];
  const gates = (entrance.value?.ways ?? []).flatMap(way =>
    callers.flatMap(caller =>
      caller.ok
        ? aclsOfWay(way, caller.value, facts.value)
        : [unreadGate(`callers of ${title}`, caller.reason)],
    ),
  );
  return once(gates);
}

function callingSide(side: LiveSide): Fact<End> {
  const facts = allRead({
    acls: aclsOf(side),
    interfaces: productInterfaces(side),
  });
  if (!facts.ok) return facts;
  const { acls, interfaces } = facts.value;
  const title = SIDE_TITLES[side.side];
  return read({ title, acls, places: interfaces.product }, facts.source);
}

function aclsOf(side: LiveSide): Fact<readonly LiveNetworkAcl[]> {
  const facts = together(side, ['networkAcls']);
  return facts.ok ? read(facts.value.networkAcls, facts.source) : facts;
}

/** The ACLs of its own network are not seen. */
function application({
  name,
  cidrs,
}: LiveSide['settings']['applications'][number]): Fact<End> {
  const places = [{ subnetId: name, ranges: cidrs }];
  return read({ title: name, places, acls: undefined }, 'applications');
}
