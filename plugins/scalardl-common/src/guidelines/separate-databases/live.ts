import {
  type Storage,
  endsOf,
  storagesOf,
  titleOf,
  untoldStorage,
} from '../../facts/live/databases';
import type { SideLiveFacts } from '../../facts/live';
import { type LookUp, lookUpAs } from '../../facts/live/names';
import { liveSides } from '../../facts/live/security/liveSide';
import type { Side, Subject } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import { livePairCheck } from '../liveCheck';
import { compareEnds } from './compareEnds';
import { compareTables } from './compareTables';

interface Known {
  given: Readonly<Record<Side, SideLiveFacts>>;
  lookUps: Readonly<Record<Side, LookUp>>;
}

const EXPECTED = 'different databases';

/** Compares every database of one side with every one of the other, by what RDS and DynamoDB show of them. */
export const live = livePairCheck({
  needs: ['properties'],
  check: ({ ledger, auditor }, { given, settings }) => {
    if (!ledger.properties || !auditor.properties) {
      return skipped('Ledger and Auditor are not both deployed');
    }
    const own = storagesOf(ledger.properties);
    const others = storagesOf(auditor.properties);
    const why = untoldStorage(own) ?? untoldStorage(others);
    if (why !== undefined) return unknown(why, { expected: EXPECTED });
    const sides = liveSides({ given, settings });
    const lookUps = {
      ledger: lookUpAs(sides.ledger, given.auditor),
      auditor: lookUpAs(sides.auditor, given.ledger),
    };
    return combine(
      own.flatMap(one =>
        others.flatMap(other =>
          compareStorages(one, other, { given, lookUps }),
        ),
      ),
      { none: 'no databases', expected: EXPECTED },
    );
  },
});

function compareStorages(
  one: Storage,
  other: Storage,
  { given, lookUps }: Known,
): Subject[] {
  const id = `${titleOf(one)} and ${titleOf(other)}`;
  if (one.storage !== other.storage) {
    const detail = `Ledger uses ${titleOf(one)}, Auditor ${titleOf(other)}`;
    return [{ id, verdict: 'pass', detail }];
  }
  const [ends, otherEnds] = [endsOf(one), endsOf(other)];
  if (!ends.ok) return [{ id, verdict: 'unknown', detail: ends.reason }];
  if (!otherEnds.ok) {
    return [{ id, verdict: 'unknown', detail: otherEnds.reason }];
  }
  return ends.ends.flatMap(end =>
    otherEnds.ends.map((otherEnd): Subject => ({
      id: `${end.endpoint} and ${otherEnd.endpoint}`,
      ...(one.storage === 'dynamo'
        ? compareTables(end, otherEnd, given)
        : compareEnds(
            { end, lookUp: lookUps.ledger },
            { end: otherEnd, lookUp: lookUps.auditor },
            [given.ledger, given.auditor],
          )),
    })),
  );
}
